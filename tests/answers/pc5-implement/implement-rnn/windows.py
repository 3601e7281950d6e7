# %% right: sliding views
def windows(table, length, horizon):
    view = np.lib.stride_tricks.sliding_window_view
    inputs = view(table[: len(table) - horizon], length, axis=0).swapaxes(1, 2)
    return inputs.copy(), view(table[length:, 0], horizon).copy()


# %% right: an index table
def windows(table, length, horizon):
    start = np.arange(len(table) - length - horizon + 1)[:, None]
    return table[start + np.arange(length)], table[:, 0][
        start + length + np.arange(horizon)
    ]


# %% right: a while loop that runs until the table ends
def windows(table, length, horizon):
    inputs, targets, now = [], [], length
    while now + horizon <= len(table):
        inputs.append(table[now - length : now])
        targets.append([row[0] for row in table[now : now + horizon]])
        now += 1
    return [np.array(inputs), np.array(targets)]


# %% right: Keras's own windows of both, cut apart
def windows(table, length, horizon):
    both = tf.signal.frame(tf.constant(table), length + horizon, 1, axis=0).numpy()
    return both[:, :length], both[:, length:, 0]


# %% wrong: one window too few
# says: one window is missing
def windows(table, length, horizon):
    starts = range(len(table) - length - horizon)
    return (
        np.array([table[i : i + length] for i in starts]).reshape(
            -1, length, table.shape[1]
        ),
        np.array([table[i + length : i + length + horizon, 0] for i in starts]),
    )


# %% wrong: target inside the window
# says: the first target is the window's own last value
def windows(table, length, horizon):
    starts = range(len(table) - length - horizon + 1)
    return (
        np.array([table[i : i + length] for i in starts]),
        np.array([table[i + length - 1 : i + length - 1 + horizon, 0] for i in starts]),
    )


# %% wrong: target a step too late
# says: the targets stand one step too late
def windows(table, length, horizon):
    padded = np.concatenate([table, table[-1:]])
    starts = range(len(table) - length - horizon + 1)
    return (
        np.array([table[i : i + length] for i in starts]),
        np.array(
            [padded[i + length + 1 : i + length + 1 + horizon, 0] for i in starts]
        ),
    )


# %% wrong: last column forecast
# says: the last column is forecast
def windows(table, length, horizon):
    starts = range(len(table) - length - horizon + 1)
    return (
        np.array([table[i : i + length] for i in starts]),
        np.array([table[i + length : i + length + horizon, -1] for i in starts]),
    )


# %% wrong: counts only are read
# says: the inputs lack the axis of the features
def windows(table, length, horizon):
    starts = range(len(table) - length - horizon + 1)
    return (
        np.array([table[i : i + length, 0] for i in starts]),
        np.array([table[i + length : i + length + horizon, 0] for i in starts]),
    )


# %% wrong: side by side
# says: windows are missing
def windows(table, length, horizon):
    starts = range(0, len(table) - length - horizon + 1, length)
    return (
        np.array([table[i : i + length] for i in starts]),
        np.array([table[i + length : i + length + horizon, 0] for i in starts]),
    )


# %% wrong: horizon not counted
# says: windows whose targets would lie beyond the end
def windows(table, length, horizon):
    n = len(table) - length
    padded = np.concatenate([table, np.zeros((horizon, table.shape[1]))])
    return (
        np.array([table[i : i + length] for i in range(n)]),
        np.array([padded[i + length : i + length + horizon, 0] for i in range(n)]),
    )


# %% wrong: only the last hour of the horizon
# says: array of targets
def windows(table, length, horizon):
    starts = range(len(table) - length - horizon + 1)
    return (
        np.array([table[i : i + length] for i in starts]),
        np.array([table[i + length + horizon - 1, 0] for i in starts]),
    )


# %% wrong: the first hour again and again
# says: each row repeats the first target
def windows(table, length, horizon):
    starts = range(len(table) - length - horizon + 1)
    return (
        np.array([table[i : i + length] for i in starts]),
        np.array([[table[i + length, 0]] * horizon for i in starts]),
    )


# %% wrong: zeros
# says: zero
def windows(table, length, horizon):
    n = len(table) - length - horizon + 1
    return np.zeros((n, length, table.shape[1])), np.zeros((n, horizon))
