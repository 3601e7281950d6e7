# %% right: filled in arrays
def smooth(readings, keep):
    states = np.zeros(len(readings))
    for step in range(len(readings)):
        old = states[step - 1] if step else 0
        states[step] = keep * old + (1 - keep) * readings[step]
    return states


def smoothing_kernel(keep, length):
    return np.array([(1 - keep) * keep**lag for lag in range(length)])


# %% right: the recurrence by the kernel, the kernel by the recurrence
def smoothing_kernel(keep, length):
    impulse = np.zeros(length)
    impulse[0] = 1
    state, weights = 0.0, []
    for value in impulse:
        state += (1 - keep) * (value - state)
        weights.append(state)
    return weights


def smooth(readings, keep):
    return np.convolve(readings, smoothing_kernel(keep, len(readings)))[: len(readings)]


# %% right: accumulate
from itertools import accumulate


def smooth(readings, keep):
    entered = [(1 - keep) * reading for reading in readings]
    return np.array(list(accumulate(entered, lambda state, new: keep * state + new)))


def smoothing_kernel(keep, length):
    return (1 - keep) * np.power(float(keep), np.arange(length))


# %% right: a matrix
def smooth(readings, keep):
    lags = np.arange(len(readings))[:, None] - np.arange(len(readings))
    weights = np.where(lags >= 0, (1 - keep) * float(keep) ** np.abs(lags), 0)
    return weights @ readings


def smoothing_kernel(keep, length):
    kernel = np.full(length, 1.0 - keep)
    for lag in range(1, length):
        kernel[lag] = kernel[lag - 1] * keep
    return kernel


# %% wrong: starts from the first reading
# says: the first reading counts in full
def smooth(readings, keep):
    state, states = readings[0], []
    for reading in readings:
        state = keep * state + (1 - keep) * reading
        states.append(state)
    return np.array(states)


def smoothing_kernel(keep, length):
    return (1 - keep) * keep ** np.arange(length)


# %% wrong: keep and 1 - keep swapped
# says: `keep` and `1 - keep` are swapped
def smooth(readings, keep):
    state, states = 0.0, []
    for reading in readings:
        state = (1 - keep) * state + keep * reading
        states.append(state)
    return np.array(states)


def smoothing_kernel(keep, length):
    return keep * (1 - keep) ** np.arange(length)


# %% wrong: states before the step
# says: the state before the step is given
def smooth(readings, keep):
    state, states = 0.0, []
    for reading in readings:
        states.append(state)
        state = keep * state + (1 - keep) * reading
    return np.array(states)


def smoothing_kernel(keep, length):
    return (1 - keep) * keep ** np.arange(length)


# %% wrong: new reading in full
# says: the first reading counts in full
# like: keep and 1 - keep swapped
# -         state = (1 - keep) * state + keep * reading
# +         state = keep * state + reading
# -     return keep * (1 - keep) ** np.arange(length)
# +     return keep ** np.arange(length)


# %% wrong: old state in full
# says: the old state counts in full
def smooth(readings, keep):
    return np.cumsum((1 - keep) * readings)


def smoothing_kernel(keep, length):
    return (1 - keep) * keep ** np.arange(length)


# %% wrong: state not carried on
# says: each step starts from a state of 0 again
def smooth(readings, keep):
    return (1 - keep) * readings


def smoothing_kernel(keep, length):
    return (1 - keep) * keep ** np.arange(length)


# %% wrong: only the last state
# says: only the last state is
def smooth(readings, keep):
    state = 0.0
    for reading in readings:
        state = keep * state + (1 - keep) * reading
    return state


def smoothing_kernel(keep, length):
    return (1 - keep) * keep ** np.arange(length)


# %% wrong: kernel from lag 1
# says: lags are counted from 1
# like: starts from the first reading
# -     state, states = readings[0], []
# +     state, states = 0.0, []
# -     return (1 - keep) * keep ** np.arange(length)
# +     return (1 - keep) * keep ** np.arange(1, length + 1)


# %% wrong: kernel without 1 - keep
# says: the factor `1 - keep` is missing
# like: starts from the first reading
# -     state, states = readings[0], []
# +     state, states = 0.0, []
# -     return (1 - keep) * keep ** np.arange(length)
# +     return keep ** np.arange(length)


# %% wrong: kernel turned round
# says: the kernel is turned round
# like: starts from the first reading
# -     state, states = readings[0], []
# +     state, states = 0.0, []
# -     return (1 - keep) * keep ** np.arange(length)
# +     return ((1 - keep) * keep ** np.arange(length))[::-1]


# %% wrong: kernel scaled to 1
# says: the weights are scaled to add up to 1
# like: starts from the first reading
# -     state, states = readings[0], []
# +     state, states = 0.0, []
# -     return (1 - keep) * keep ** np.arange(length)
# +     weights = keep ** np.arange(length)
# +     return weights / weights.sum()


# %% wrong: a flat kernel
# says: all weights are the same
# like: starts from the first reading
# -     state, states = readings[0], []
# +     state, states = 0.0, []
# -     return (1 - keep) * keep ** np.arange(length)
# +     return np.full(length, 1 - keep)


# %% wrong: readings changed
# says: was changed by the call
def smooth(readings, keep):
    state = 0.0
    for step, reading in enumerate(readings):
        state = keep * state + (1 - keep) * reading
        readings[step] = state
    return readings


def smoothing_kernel(keep, length):
    return (1 - keep) * keep ** np.arange(length)


# %% wrong: second function missing
# says: smoothing_kernel
# like: starts from the first reading
# -     state, states = readings[0], []
# +     state, states = 0.0, []
# -     return (1 - keep) * keep ** np.arange(length)
# +     pass


# %% wrong: zeros
# says: smooth
def smooth(readings, keep):
    return np.zeros(len(readings))


def smoothing_kernel(keep, length):
    return np.zeros(length)
