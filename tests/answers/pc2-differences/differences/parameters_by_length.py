# %% right: weights and biases apart
def parameters_by_length(steps, features, units, kernel_size):
    dense = steps * features * units + units
    convolution = kernel_size * features * units + units
    recurrent = features * units + units * units + units
    return dense, convolution, recurrent


# %% right: asks Keras, gives a list
def parameters_by_length(steps, features, units, kernel_size):
    counts = []
    for layer, shape in [
        (layers.Dense(units), (None, steps * features)),
        (layers.Conv1D(units, kernel_size), (None, steps, features)),
        (layers.SimpleRNN(units), (None, steps, features)),
    ]:
        layer.build(shape)
        counts.append(layer.count_params())
    return counts


# %% right: one formula for the numbers that a unit looks at
def parameters_by_length(steps, features, units, kernel_size):
    seen = np.array([steps * features, kernel_size * features, features + units])
    return tuple((seen + 1) * units)


# %% wrong: biases missing
# says: the biases are missing in all three
def parameters_by_length(steps, features, units, kernel_size):
    return (
        steps * features * units,
        kernel_size * features * units,
        (features + units) * units,
    )


# %% wrong: biases missing in dense and convolution
# says: the biases are missing in the first two
def parameters_by_length(steps, features, units, kernel_size):
    return (
        steps * features * units,
        kernel_size * features * units,
        (features + units + 1) * units,
    )


# %% wrong: dense on one step
# says: the fully connected layer gets one step only
def parameters_by_length(steps, features, units, kernel_size):
    return (
        (features + 1) * units,
        (kernel_size * features + 1) * units,
        (features + units + 1) * units,
    )


# %% wrong: convolution counted at every step
# says: the convolution is counted at every step
def parameters_by_length(steps, features, units, kernel_size):
    return (
        (steps * features + 1) * units,
        (kernel_size * features + 1) * units * steps,
        (features + units + 1) * units,
    )


# %% wrong: recurrent layer counted at every step
# says: the RNN is counted at every step
def parameters_by_length(steps, features, units, kernel_size):
    return (
        (steps * features + 1) * units,
        (kernel_size * features + 1) * units,
        (features + units + 1) * units * steps,
    )


# %% wrong: all grow with the drive
# says: convolution and RNN are counted at every step
def parameters_by_length(steps, features, units, kernel_size):
    return (
        (steps * features + 1) * units,
        (kernel_size * features + 1) * units * steps,
        (features + units + 1) * units * steps,
    )


# %% wrong: a square kernel
# says: the kernel is counted as 3 by 3
def parameters_by_length(steps, features, units, kernel_size):
    return (
        (steps * features + 1) * units,
        (kernel_size**2 * features + 1) * units,
        (features + units + 1) * units,
    )


# %% wrong: features forgotten in the kernel
# says: the features are forgotten in the kernel
def parameters_by_length(steps, features, units, kernel_size):
    return (
        (steps * features + 1) * units,
        (kernel_size + 1) * units,
        (features + units + 1) * units,
    )


# %% wrong: kernels of three written in
# says: the kernel always covers 3 steps
def parameters_by_length(steps, features, units, kernel_size):
    return (
        (steps * features + 1) * units,
        (3 * features + 1) * units,
        (features + units + 1) * units,
    )


# %% wrong: another order
# says: the RNN comes before the convolution
def parameters_by_length(steps, features, units, kernel_size):
    return (
        (steps * features + 1) * units,
        (features + units + 1) * units,
        (kernel_size * features + 1) * units,
    )


# %% wrong: the numbers of the text
# says: parameters_by_length for 100 steps
def parameters_by_length(steps, features, units, kernel_size):
    return 248, 80, 96


# %% wrong: the sum
# says: is a whole number, where a tuple is expected
def parameters_by_length(steps, features, units, kernel_size):
    return (
        (steps * features + 1) * units
        + (kernel_size * features + 1) * units
        + (features + units + 1) * units
    )
