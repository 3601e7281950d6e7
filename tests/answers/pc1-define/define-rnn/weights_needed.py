# %% right: counted together
def weights_needed(steps, features, units):
    return (features + units + 1) * units, (steps * features + 1) * units


# %% right: arrays that are measured
def weights_needed(steps, features, units):
    recurrent = [np.zeros((features, units)), np.zeros((units, units)), np.zeros(units)]
    dense = [np.zeros((steps * features, units)), np.zeros(units)]
    return [sum(a.size for a in recurrent), sum(a.size for a in dense)]


# %% right: Keras counts
def weights_needed(steps, features, units):
    rnn, dense = keras.layers.SimpleRNN(units), keras.layers.Dense(units)
    rnn.build((None, steps, features))
    dense.build((None, steps * features))
    return rnn.count_params(), dense.count_params()


# %% wrong: counted anew for each step
# says: counted anew for each step
def weights_needed(steps, features, units):
    recurrent = (features + units + 1) * units
    return steps * recurrent, (steps * features + 1) * units


# %% wrong: no recurrent kernel
# says: the recurrent kernel is forgotten
def weights_needed(steps, features, units):
    return (features + 1) * units, (steps * features + 1) * units


# %% wrong: a recurrent kernel of one weight a unit
# says: every unit listens to every other
def weights_needed(steps, features, units):
    return features * units + units + units, steps * features * units + units


# %% wrong: no biases
# says: the biases are forgotten
def weights_needed(steps, features, units):
    return (features + units) * units, steps * features * units


# %% wrong: two biases
# says: it has one
def weights_needed(steps, features, units):
    return (features + units + 2) * units, (steps * features + 1) * units


# %% wrong: dense on one step
# says: the fully connected layer sees one step only
def weights_needed(steps, features, units):
    return (features + units + 1) * units, (features + 1) * units


# %% wrong: swapped
# says: the two numbers are swapped
def weights_needed(steps, features, units):
    return (steps * features + 1) * units, (features + units + 1) * units


# %% wrong: a bias for each step
# says: it has one for each unit
def weights_needed(steps, features, units):
    return (features + units + 1) * units, steps * (features + 1) * units


# %% wrong: the example's numbers
# says: weights_needed
def weights_needed(steps, features, units):
    return 18, 63


# %% wrong: zeros
# says: weights_needed
def weights_needed(steps, features, units):
    return 0, 0
