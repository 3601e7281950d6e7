# %% right: one loop with four lists
def time_ordered_split(values, window, horizon, test_start):
    parts = [], [], [], []
    for begin in range(len(values)):
        place = begin + window + horizon - 1
        if place < len(values):
            which = 2 if place >= test_start else 0
            parts[which].append(values[begin : begin + window])
            parts[which + 1].append(values[place])
    return tuple(np.array(part) for part in parts)


# %% right: sliding windows, cut at one place
def time_ordered_split(values, window, horizon, test_start):
    everything = np.lib.stride_tricks.sliding_window_view(values, window)
    targets = values[window + horizon - 1 :]
    windows = everything[: len(targets)]
    cut = test_start - (window + horizon - 1)
    return windows[:cut], targets[:cut], windows[cut:], targets[cut:]


# %% right: longer windows whose last value is the target
def time_ordered_split(values, window, horizon, test_start):
    length = window + horizon
    rows = np.stack([values[i : i + length] for i in range(len(values) - length + 1)])
    later = np.arange(len(rows)) + length - 1 >= test_start
    x, y = rows[:, :window], rows[:, -1]
    return [x[~later], y[~later], x[later], y[later]]


# %% wrong: the target follows right after the window
# says: the target follows right after the window: it is `horizon` steps after
def time_ordered_split(values, window, horizon, test_start):
    places = np.arange(window, len(values))
    windows = np.stack([values[p - window : p] for p in places])
    later = places >= test_start
    targets = values[places]
    return windows[~later], targets[~later], windows[later], targets[later]


# %% wrong: the target one step too far
# says: the target is one step too far
def time_ordered_split(values, window, horizon, test_start):
    places = np.arange(window + horizon, len(values))
    windows = np.stack([values[p - window - horizon : p - horizon] for p in places])
    later = places >= test_start
    targets = values[places]
    return windows[~later], targets[~later], windows[later], targets[later]


# %% wrong: the target at test_start goes to the training
# says: the split is one place too late: the target at `test_start` is for the test
def time_ordered_split(values, window, horizon, test_start):
    places = np.arange(window + horizon - 1, len(values))
    windows = np.stack([values[p - window - horizon + 1 :][:window] for p in places])
    later = places > test_start
    targets = values[places]
    return windows[~later], targets[~later], windows[later], targets[later]


# %% wrong: the last window missing
# says: the last window is missing
def time_ordered_split(values, window, horizon, test_start):
    places = np.arange(window + horizon - 1, len(values) - 1)
    windows = np.stack([values[p - window - horizon + 1 :][:window] for p in places])
    later = places >= test_start
    targets = values[places]
    return windows[~later], targets[~later], windows[later], targets[later]


# %% wrong: each part cut into windows on its own
# says: test windows may only begin at `test_start`: what came before is known by then
def time_ordered_split(values, window, horizon, test_start):
    parts = []
    for part in (values[:test_start], values[test_start:]):
        places = range(window + horizon - 1, len(part))
        begins = [p - window - horizon + 1 for p in places]
        parts += [
            np.array([part[b : b + window] for b in begins]).reshape(-1, window),
            np.array([part[p] for p in places]),
        ]
    return tuple(parts)


# %% wrong: split by where windows begin
# says: windows are split by where they begin, so training targets reach into the test
def time_ordered_split(values, window, horizon, test_start):
    places = np.arange(window + horizon - 1, len(values))
    starts = places - window - horizon + 1
    windows = np.stack([values[s : s + window] for s in starts])
    later = starts >= test_start
    targets = values[places]
    return windows[~later], targets[~later], windows[later], targets[later]


# %% wrong: shuffled before the split
# says: shuffles: keep the order of time
def time_ordered_split(values, window, horizon, test_start):
    places = np.arange(window + horizon - 1, len(values))
    number = (places < test_start).sum()
    places = np.random.default_rng(0).permutation(places)
    windows = np.stack([values[p - window - horizon + 1 :][:window] for p in places])
    targets = values[places]
    return windows[:number], targets[:number], windows[number:], targets[number:]


# %% wrong: two parts in place of four
# says: should return four arrays
def time_ordered_split(values, window, horizon, test_start):
    return values[:test_start], values[test_start:]


# %% wrong: windows and targets in another order
# says: both parts of windows come first, then the targets
def time_ordered_split(values, window, horizon, test_start):
    places = np.arange(window + horizon - 1, len(values))
    windows = np.stack([values[p - window - horizon + 1 :][:window] for p in places])
    later = places >= test_start
    targets = values[places]
    return windows[~later], windows[later], targets[~later], targets[later]


# %% wrong: the first window missing
# says: the first window is missing
def time_ordered_split(values, window, horizon, test_start):
    places = np.arange(window + horizon, len(values))
    windows = np.stack([values[p - window - horizon + 1 :][:window] for p in places])
    later = places >= test_start
    targets = values[places]
    return windows[~later], targets[~later], windows[later], targets[later]


# %% wrong: training and test swapped
# says: training and test are swapped
def time_ordered_split(values, window, horizon, test_start):
    places = np.arange(window + horizon - 1, len(values))
    windows = np.stack([values[p - window - horizon + 1 :][:window] for p in places])
    later = places >= test_start
    targets = values[places]
    return windows[later], targets[later], windows[~later], targets[~later]
