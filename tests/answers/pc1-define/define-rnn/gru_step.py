# %% right: cut out by slices
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    units = len(state)
    z, r, h = (slice(k * units, (k + 1) * units) for k in range(3))
    part = inputs @ kernel + bias
    update = 1 / (1 + np.exp(-(part[z] + state @ recurrent_kernel[:, z])))
    reset = 1 / (1 + np.exp(-(part[r] + state @ recurrent_kernel[:, r])))
    candidate = np.tanh(part[h] + (reset * state) @ recurrent_kernel[:, h])
    return candidate + update * (state - candidate)


# %% right: both gates at once
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    units = state.size
    sums = inputs @ kernel + bias
    gates = sums[: 2 * units] + state @ recurrent_kernel[:, : 2 * units]
    z, r = (0.5 + 0.5 * np.tanh(gates / 2)).reshape(2, units)
    h = np.tanh(sums[2 * units :] + np.dot(r * state, recurrent_kernel[:, 2 * units :]))
    return (z * state + (1 - z) * h).tolist()


# %% right: TensorFlow
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    z, r, h = tf.split(tf.constant((inputs @ kernel + bias)[None]), 3, axis=1)
    of_z, of_r, of_h = tf.split(tf.constant(recurrent_kernel), 3, axis=1)
    old = tf.constant(state[None])
    z, r = tf.sigmoid(z + old @ of_z), tf.sigmoid(r + old @ of_r)
    h = tf.tanh(h + (r * old) @ of_h)
    return (z * old + (1 - z) * h)[0]


# %% right: a Keras layer in the textbook's form
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    layer = keras.layers.GRU(len(state), reset_after=False)
    layer.build((1, 1, len(inputs)))
    layer.set_weights([kernel, recurrent_kernel, bias])
    first = tf.constant(state[None], tf.float32)
    return layer(inputs[None, None], initial_state=first)[0]


# %% wrong: the two shares exchanged
# says: z and 1 - z are exchanged
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    z, r, h = np.split(inputs @ kernel + bias, 3)
    of_z, of_r, of_h = np.split(recurrent_kernel, 3, axis=1)
    z, r = 1 / (1 + np.exp(-z - state @ of_z)), 1 / (1 + np.exp(-r - state @ of_r))
    h = np.tanh(h + (r * state) @ of_h)
    return (1 - z) * state + z * h


# %% wrong: the reset gate after the matrix
# says: the reset gate multiplies after the matrix
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    z, r, h = np.split(inputs @ kernel + bias, 3)
    of_z, of_r, of_h = np.split(recurrent_kernel, 3, axis=1)
    z, r = 1 / (1 + np.exp(-z - state @ of_z)), 1 / (1 + np.exp(-r - state @ of_r))
    h = np.tanh(h + r * (state @ of_h))
    return z * state + (1 - z) * h


# %% wrong: no reset gate
# says: the reset gate is left out
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    z, _, h = np.split(inputs @ kernel + state @ recurrent_kernel + bias, 3)
    z = 1 / (1 + np.exp(-z))
    return z * state + (1 - z) * np.tanh(h)


# %% wrong: the order r, z, h
# says: the gates are cut out in the order r, z, h
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    r, z, h = np.split(inputs @ kernel + bias, 3)
    of_r, of_z, of_h = np.split(recurrent_kernel, 3, axis=1)
    z, r = 1 / (1 + np.exp(-z - state @ of_z)), 1 / (1 + np.exp(-r - state @ of_r))
    h = np.tanh(h + (r * state) @ of_h)
    return z * state + (1 - z) * h


# %% wrong: only the candidate
# says: the candidate is given
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    _, r, h = np.split(inputs @ kernel + bias, 3)
    _, of_r, of_h = np.split(recurrent_kernel, 3, axis=1)
    r = 1 / (1 + np.exp(-r - state @ of_r))
    return np.tanh(h + (r * state) @ of_h)


# %% wrong: the old state is not kept
# says: the old state is not kept
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    z, r, h = np.split(inputs @ kernel + bias, 3)
    of_z, of_r, of_h = np.split(recurrent_kernel, 3, axis=1)
    z, r = 1 / (1 + np.exp(-z - state @ of_z)), 1 / (1 + np.exp(-r - state @ of_r))
    return (1 - z) * np.tanh(h + (r * state) @ of_h)


# %% wrong: the reset gate in the mixture as well
# says: gru_step
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    z, r, h = np.split(inputs @ kernel + bias, 3)
    of_z, of_r, of_h = np.split(recurrent_kernel, 3, axis=1)
    z, r = 1 / (1 + np.exp(-z - state @ of_z)), 1 / (1 + np.exp(-r - state @ of_r))
    state = r * state
    return z * state + (1 - z) * np.tanh(h + state @ of_h)


# %% wrong: no tanh
# says: the candidate has no tanh
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    z, r, h = np.split(inputs @ kernel + bias, 3)
    of_z, of_r, of_h = np.split(recurrent_kernel, 3, axis=1)
    z, r = 1 / (1 + np.exp(-z - state @ of_z)), 1 / (1 + np.exp(-r - state @ of_r))
    return z * state + (1 - z) * (h + (r * state) @ of_h)


# %% wrong: no bias
# says: the bias is missing
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    z, r, h = np.split(inputs @ kernel, 3)
    of_z, of_r, of_h = np.split(recurrent_kernel, 3, axis=1)
    z, r = 1 / (1 + np.exp(-z - state @ of_z)), 1 / (1 + np.exp(-r - state @ of_r))
    return z * state + (1 - z) * np.tanh(h + (r * state) @ of_h)


# %% wrong: what came in goes out
# says: gru_step
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    return state


# %% wrong: zeros
# says: gru_step
def gru_step(inputs, state, kernel, recurrent_kernel, bias):
    return np.zeros(len(state))
