# %% right: changed at the end
def twin(inputs, keep):
    other = np.array(inputs, dtype=float)
    other[-2] -= 3
    other[-1] += 3 * keep
    return other


# %% right: another beginning, made good at the very end
def twin(inputs, keep):
    other = [float(number) for number in inputs]
    steps = len(other)
    other[0] += 2
    other[-1] -= 2 * keep ** (steps - 1)
    return other


# %% right: everything put into the last step
def twin(inputs, keep):
    state = 0.0
    for number in inputs:
        state = keep * state + number
    other = np.ones(len(inputs))
    start = 0.0
    for number in other[:-1]:
        start = keep * start + number
    if np.isclose(other[:-1], inputs[:-1]).all():
        other, start = np.zeros(len(inputs)), 0.0
    other[-1] = state - keep * start
    return other


# %% right: a tensor
def twin(inputs, keep):
    change = np.zeros(len(inputs))
    change[:2] = 5, -5 * keep
    return tf.constant(inputs, tf.float64) + change


# %% wrong: the same again
# says: gives the same inputs again
def twin(inputs, keep):
    return np.array(inputs)


# %% wrong: one input changed
# says: changes one input only
def twin(inputs, keep):
    other = np.array(inputs, dtype=float)
    other[0] += 1
    return other


# %% wrong: takes away as much as it adds
# says: takes away as much as it adds
def twin(inputs, keep):
    other = np.array(inputs, dtype=float)
    other[0] += 1
    other[1] -= 1
    return other


# %% wrong: in reverse order
# says: twin
def twin(inputs, keep):
    return np.array(inputs)[::-1]


# %% wrong: added in both places
# says: The last state after your twin
def twin(inputs, keep):
    other = np.array(inputs, dtype=float)
    other[0] += 1
    other[1] += keep
    return other


# %% wrong: one step longer
# says: twin
def twin(inputs, keep):
    return np.concatenate([[0.0], inputs])


# %% wrong: the inputs themselves are changed
# says: `inputs`
def twin(inputs, keep):
    inputs[0] += 1
    inputs[1] -= keep
    return inputs


# %% wrong: zeros
# says: The last state after your twin
def twin(inputs, keep):
    return np.zeros(len(inputs))
