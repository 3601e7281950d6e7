# %% right: loops over units
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    new_state = []
    for unit in range(len(bias)):
        total = bias[unit]
        for feature in range(len(inputs)):
            total = total + inputs[feature] * kernel[feature, unit]
        for other in range(len(state)):
            total = total + state[other] * recurrent_kernel[other, unit]
        new_state.append(np.tanh(total))
    return new_state


# %% right: one long vector, one tall matrix
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    long = np.concatenate([inputs, state, [1.0]])
    tall = np.vstack([kernel, recurrent_kernel, bias])
    return np.tanh(long @ tall)


# %% right: einsum
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    total = np.einsum("f,fu->u", inputs, kernel)
    total += np.einsum("v,vu->u", state, recurrent_kernel)
    return np.tanh(total + bias)


# %% right: transposed matrices from the left
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    return np.tanh(kernel.T @ inputs + recurrent_kernel.T.dot(state) + bias)


# %% right: TensorFlow
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    total = tf.linalg.matvec(kernel, inputs, transpose_a=True)
    total += tf.linalg.matvec(recurrent_kernel, state, transpose_a=True)
    return tf.tanh(total + bias)


# %% wrong: no bias
# says: the term from the bias is missing
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    return np.tanh(inputs @ kernel + state @ recurrent_kernel)


# %% wrong: no state
# says: the term from the state is missing
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    return np.tanh(inputs @ kernel + bias)


# %% wrong: no input
# says: the term from the input is missing
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    return np.tanh(state @ recurrent_kernel + bias)


# %% wrong: no tanh
# says: tanh is missing
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    return inputs @ kernel + state @ recurrent_kernel + bias


# %% wrong: recurrent kernel transposed
# says: the recurrent kernel is transposed
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    return np.tanh(inputs @ kernel + recurrent_kernel @ state + bias)


# %% wrong: the state added without its weights
# says: the old state is added without its weights
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    return np.tanh(inputs @ kernel + state + bias)


# %% wrong: tanh of each term
# says: tanh is taken of each term by itself
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    return np.tanh(inputs @ kernel) + np.tanh(state @ recurrent_kernel) + np.tanh(bias)


# %% wrong: bias after tanh
# says: tanh comes before the bias
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    return np.tanh(inputs @ kernel + state @ recurrent_kernel) + bias


# %% wrong: sigmoid
# says: a sigmoid takes the place of tanh
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    total = inputs @ kernel + state @ recurrent_kernel + bias
    return 1 / (1 + np.exp(-total))


# %% wrong: ReLU
# says: ReLU takes the place of tanh
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    return np.maximum(inputs @ kernel + state @ recurrent_kernel + bias, 0)


# %% wrong: zeros
# says: missing
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    return np.zeros(len(bias))


# %% wrong: state changed in place
# says: `state`
def rnn_step(inputs, state, kernel, recurrent_kernel, bias):
    state[:] = np.tanh(inputs @ kernel + state @ recurrent_kernel + bias)
    return state
