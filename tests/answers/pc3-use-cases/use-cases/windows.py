# %% right: a sliding view
def windows(series, length, ahead=1):
    views = np.lib.stride_tricks.sliding_window_view(series, length)[:-ahead]
    return views[:, :, None], series[length + ahead - 1 :]


# %% right: an index for every place
def windows(series, length, ahead=1):
    starts = np.arange(len(series) - length - ahead + 1)[:, None]
    return np.expand_dims(series[starts + np.arange(length)], -1), series[
        starts[:, 0] + length + ahead - 1
    ]


# %% right: lists, grown in a loop
def windows(series, length, ahead=1):
    inputs, targets = [], []
    end = length
    while end + ahead <= len(series):
        inputs.append([[value] for value in series[end - length : end]])
        targets.append(series[end + ahead - 1])
        end += 1
    return inputs, targets


# %% right: columns put side by side
def windows(series, length, ahead=1):
    count = len(series) - length - ahead + 1
    columns = [series[shift : shift + count] for shift in range(length)]
    return np.stack(columns, axis=1)[..., np.newaxis], series[-count:]


# %% wrong: the last example is lost
# says: Some windows are missing
def windows(series, length, ahead=1):
    count = len(series) - length - ahead
    inputs = np.array([series[i : i + length] for i in range(count)])[..., None]
    return inputs, np.array([series[i + length + ahead - 1] for i in range(count)])


# %% wrong: one window too many
# says: There are too many windows
def windows(series, length, ahead=1):
    count = len(series) - length - ahead + 2
    inputs = np.array([series[i : i + length] for i in range(count)])[..., None]
    return inputs, np.array(
        [series[min(i + length + ahead - 1, len(series) - 1)] for i in range(count)]
    )


# %% wrong: the target is in the window
# says: the target is the window's own last value
def windows(series, length, ahead=1):
    count = len(series) - length - ahead + 1
    inputs = np.array([series[i : i + length] for i in range(count)])[..., None]
    return inputs, np.array([series[i + length - 1] for i in range(count)])


# %% wrong: ahead is forgotten
# says: `ahead` is not used
def windows(series, length, ahead=1):
    count = len(series) - length - ahead + 1
    inputs = np.array([series[i : i + length] for i in range(count)])[..., None]
    return inputs, np.array([series[i + length] for i in range(count)])


# %% wrong: counted from the start
# says: the target is counted from the window's start
def windows(series, length, ahead=1):
    count = len(series) - length - ahead + 1
    inputs = np.array([series[i : i + length] for i in range(count)])[..., None]
    return inputs, np.array([series[i + ahead] for i in range(count)])


# %% wrong: a step too far
# says: the target stands one step too late
def windows(series, length, ahead=1):
    count = len(series) - length - ahead + 1
    inputs = np.array([series[i : i + length] for i in range(count)])[..., None]
    return inputs, np.array(
        [series[min(i + length + ahead, len(series) - 1)] for i in range(count)]
    )


# %% wrong: no last axis
# says: The windows lack their last axis
def windows(series, length, ahead=1):
    count = len(series) - length - ahead + 1
    inputs = np.array([series[i : i + length] for i in range(count)])
    return inputs, np.array([series[i + length + ahead - 1] for i in range(count)])


# %% wrong: backwards in time
# says: each window goes backwards in time
def windows(series, length, ahead=1):
    count = len(series) - length - ahead + 1
    inputs = np.array([series[i : i + length] for i in range(count)])[..., None]
    return inputs[:, ::-1], np.array(
        [series[i + length + ahead - 1] for i in range(count)]
    )


# %% wrong: latest first
# says: the windows come in the wrong order
def windows(series, length, ahead=1):
    count = len(series) - length - ahead + 1
    inputs = np.array([series[i : i + length] for i in range(count)])[..., None]
    targets = np.array([series[i + length + ahead - 1] for i in range(count)])
    return inputs[::-1], targets[::-1]


# %% wrong: only the windows
# says: should return a pair
def windows(series, length, ahead=1):
    count = len(series) - length - ahead + 1
    inputs = np.array([series[i : i + length] for i in range(count)])[..., None]
    return inputs


# %% wrong: shuffled
# says: The array of windows
def windows(series, length, ahead=1):
    count = len(series) - length - ahead + 1
    inputs = np.array([series[i : i + length] for i in range(count)])[..., None]
    targets = np.array([series[i + length + ahead - 1] for i in range(count)])
    order = np.random.default_rng(0).permutation(count)
    return inputs[order], targets[order]


# %% wrong: side by side, without overlap
# says: Some windows are missing
def windows(series, length, ahead=1):
    count = (len(series) - ahead) // length
    inputs = np.array([series[i * length : (i + 1) * length] for i in range(count)])
    return inputs[..., None], np.array(
        [series[(i + 1) * length + ahead - 1] for i in range(count)]
    )


# %% wrong: the series is scaled in place
# says: The array `series` was changed by the call
def windows(series, length, ahead=1):
    series /= series.max()
    count = len(series) - length - ahead + 1
    inputs = np.array([series[i : i + length] for i in range(count)])[..., None]
    return inputs, np.array([series[i + length + ahead - 1] for i in range(count)])


# %% wrong: all zeros
# says: The array of windows
def windows(series, length, ahead=1):
    count = len(series) - length - ahead + 1
    inputs = np.array([series[i : i + length] for i in range(count)])[..., None]
    return inputs * 0, np.zeros(count)


# %% wrong: nothing returned
# says: should return a pair
def windows(series, length, ahead=1):
    pass
