# %% right: filled into an array
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    answers = np.zeros((steps, len(readout["bias"])))
    state = initial_state
    if state is None:
        state = np.zeros(len(cell["bias"]))
    given = first_input
    for step in range(steps):
        state = rnn_step(given, state, **cell)
        answers[step] = state @ readout["kernel"] + readout["bias"]
        given = answers[step]
    return answers


# %% right: one step at a time through rnn_sequence
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    answers = [np.asarray(first_input)]
    while len(answers) <= steps:
        states = rnn_sequence(np.stack(answers), **cell, initial_state=initial_state)
        answers.append(states[-1] @ readout["kernel"] + readout["bias"])
    return answers[1:]


# %% right: recursion
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    state = 0 * cell["bias"] if initial_state is None else initial_state
    state = rnn_step(first_input, state, **cell)
    answer = state @ readout["kernel"] + readout["bias"]
    if steps == 1:
        return np.array([answer])
    rest = one_to_many(answer, steps - 1, cell, readout, state)
    return np.concatenate([[answer], rest])


# %% right: TensorFlow
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    state = tf.zeros((1, len(cell["bias"])), tf.float64)
    if initial_state is not None:
        state = tf.constant(initial_state, tf.float64)[None]
    given, answers = tf.constant(first_input, tf.float64)[None], []
    for _ in range(steps):
        total = given @ cell["kernel"] + state @ cell["recurrent_kernel"]
        state = tf.tanh(total + cell["bias"])
        given = state @ readout["kernel"] + readout["bias"]
        answers.append(given[0])
    return tf.stack(answers)


# %% wrong: the first input at every step
# says: the first input is used at every step
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    state = np.zeros(len(cell["bias"])) if initial_state is None else initial_state
    answers = []
    for _ in range(steps):
        state = rnn_step(first_input, state, **cell)
        answers.append(state @ readout["kernel"] + readout["bias"])
    return np.stack(answers)


# %% wrong: no input after the first
# says: the later steps get no input
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    state = np.zeros(len(cell["bias"])) if initial_state is None else initial_state
    given, answers = first_input, []
    for _ in range(steps):
        state = rnn_step(given, state, **cell)
        given = np.zeros(len(first_input))
        answers.append(state @ readout["kernel"] + readout["bias"])
    return np.stack(answers)


# %% wrong: the state starts again
# says: every step starts from the initial state
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    start = np.zeros(len(cell["bias"])) if initial_state is None else initial_state
    given, answers = first_input, []
    for _ in range(steps):
        given = rnn_step(given, start, **cell) @ readout["kernel"] + readout["bias"]
        answers.append(given)
    return np.stack(answers)


# %% wrong: the first input is collected
# says: the first input is among the answers
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    state = np.zeros(len(cell["bias"])) if initial_state is None else initial_state
    given, answers = first_input, []
    for _ in range(steps):
        answers.append(given)
        state = rnn_step(given, state, **cell)
        given = state @ readout["kernel"] + readout["bias"]
    return np.stack(answers)


# %% wrong: the initial state is ignored
# says: the initial state is not used
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    state = np.zeros(len(cell["bias"]))
    given, answers = first_input, []
    for _ in range(steps):
        state = rnn_step(given, state, **cell)
        given = state @ readout["kernel"] + readout["bias"]
        answers.append(given)
    return np.stack(answers)


# %% wrong: only the last answer
# says: only the last answer is given
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    state = np.zeros(len(cell["bias"])) if initial_state is None else initial_state
    given = first_input
    for _ in range(steps):
        state = rnn_step(given, state, **cell)
        given = state @ readout["kernel"] + readout["bias"]
    return given


# %% wrong: the first input before the answers
# says: the first input is put before the answers
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    state = np.zeros(len(cell["bias"])) if initial_state is None else initial_state
    answers = [first_input]
    for _ in range(steps):
        state = rnn_step(answers[-1], state, **cell)
        answers.append(state @ readout["kernel"] + readout["bias"])
    return np.stack(answers)


# %% wrong: zeros
# says: one_to_many
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    return np.zeros((steps, len(first_input)))


# %% wrong: everything that comes in is set to zero
# says: one_to_many(first_input, 4, cell, readout) is zero everywhere
def one_to_many(first_input, steps, cell, readout, initial_state=None):
    for array in (*cell.values(), *readout.values()):
        array[...] = 0
    return np.zeros((steps, len(first_input)))
