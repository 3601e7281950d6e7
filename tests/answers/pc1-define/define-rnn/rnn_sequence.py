# %% right: an array of zeros, filled
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    states = np.zeros((len(inputs), len(bias)))
    state = np.zeros(len(bias)) if initial_state is None else initial_state
    for step in range(len(inputs)):
        states[step] = state = rnn_step(
            inputs[step], state, kernel, recurrent_kernel, bias
        )
    return states


# %% right: without rnn_step, the inputs weighed all at once
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    from_inputs = inputs @ kernel + bias
    state = 0 * bias if initial_state is None else np.array(initial_state)
    states = []
    for one in from_inputs:
        state = np.tanh(one + state @ recurrent_kernel)
        states += [state.tolist()]
    return states


# %% right: accumulate
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    from itertools import accumulate

    first = np.zeros_like(bias, dtype=float) if initial_state is None else initial_state
    states = accumulate(
        inputs,
        lambda state, one: rnn_step(one, state, kernel, recurrent_kernel, bias),
        initial=first,
    )
    return np.array(list(states)[1:])


# %% right: recursion on the steps before
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    weights = kernel, recurrent_kernel, bias
    if len(inputs) == 0:
        return np.zeros((0, len(bias)))
    before = rnn_sequence(inputs[:-1], *weights, initial_state)
    state = np.zeros(len(bias)) if initial_state is None else initial_state
    if len(before):
        state = before[-1]
    return np.vstack([before, rnn_step(inputs[-1], state, *weights)])


# %% right: a Keras layer
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    layer = keras.layers.SimpleRNN(len(bias), return_sequences=True)
    layer.build((1, *inputs.shape))
    layer.set_weights([kernel, recurrent_kernel, bias])
    first = np.zeros(len(bias)) if initial_state is None else initial_state
    return layer(inputs[None], initial_state=tf.constant(first[None], tf.float32))[0]


# %% wrong: the state is not handed on
# says: every step starts from the initial state
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    state = np.zeros(len(bias)) if initial_state is None else initial_state
    return np.array(
        [rnn_step(one, state, kernel, recurrent_kernel, bias) for one in inputs]
    )


# %% wrong: collected before the step
# says: the state before each step is collected
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    state = np.zeros(len(bias)) if initial_state is None else initial_state
    states = []
    for one in inputs:
        states.append(state)
        state = rnn_step(one, state, kernel, recurrent_kernel, bias)
    return np.stack(states)


# %% wrong: the initial state among them
# says: the initial state is collected as well
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    states = [np.zeros(len(bias)) if initial_state is None else initial_state]
    for one in inputs:
        states.append(rnn_step(one, states[-1], kernel, recurrent_kernel, bias))
    return np.stack(states)


# %% wrong: only the last state
# says: only the last state is given
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    state = np.zeros(len(bias)) if initial_state is None else initial_state
    for one in inputs:
        state = rnn_step(one, state, kernel, recurrent_kernel, bias)
    return state


# %% wrong: the initial state is ignored
# says: the initial state is not used
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    state = np.zeros(len(bias))
    states = []
    for one in inputs:
        state = rnn_step(one, state, kernel, recurrent_kernel, bias)
        states.append(state)
    return np.stack(states)


# %% wrong: one array in every row
# says: the same last state is in every row
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    state = np.zeros(len(bias))
    if initial_state is not None:
        state = state + initial_state
    states = []
    for one in inputs:
        state[:] = rnn_step(one, state, kernel, recurrent_kernel, bias)
        states.append(state)
    return np.stack(states)


# %% wrong: read backwards
# says: the sequence is read from the last step to the first
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    state = np.zeros(len(bias)) if initial_state is None else initial_state
    states = []
    for one in inputs[::-1]:
        state = rnn_step(one, state, kernel, recurrent_kernel, bias)
        states.append(state)
    return np.stack(states)


# %% wrong: returns inside the loop
# says: only the first step is taken
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    state = np.zeros(len(bias)) if initial_state is None else initial_state
    states = []
    for one in inputs:
        state = rnn_step(one, state, kernel, recurrent_kernel, bias)
        states.append(state)
        return np.stack(states)


# %% wrong: zeros
# says: rnn_sequence
def rnn_sequence(inputs, kernel, recurrent_kernel, bias, initial_state=None):
    return np.zeros((len(inputs), len(bias)))
