# %% right: one expression
def many_to_one(inputs, cell, readout):
    return rnn_sequence(inputs, **cell)[-1] @ readout["kernel"] + readout["bias"]


# %% right: only the state is kept
def many_to_one(inputs, cell, readout):
    state = np.zeros(len(cell["bias"]))
    for one in inputs:
        state = rnn_step(one, state, **cell)
    return [
        sum(state * readout["kernel"][:, output]) + readout["bias"][output]
        for output in range(len(readout["bias"]))
    ]


# %% right: answers at all steps, the last one taken
def many_to_one(inputs, cell, readout):
    states = rnn_sequence(
        inputs, cell["kernel"], cell["recurrent_kernel"], cell["bias"]
    )
    answers = states @ readout["kernel"] + readout["bias"]
    return answers[len(inputs) - 1]


# %% right: Keras
def many_to_one(inputs, cell, readout):
    model = keras.Sequential(
        [
            keras.Input(inputs.shape),
            keras.layers.SimpleRNN(len(cell["bias"])),
            keras.layers.Dense(len(readout["bias"])),
        ]
    )
    names = ["kernel", "recurrent_kernel", "bias"]
    model.set_weights([*(cell[n] for n in names), readout["kernel"], readout["bias"]])
    return model(inputs[None])[0]


# %% wrong: the first state
# says: the first state is read
def many_to_one(inputs, cell, readout):
    return rnn_sequence(inputs, **cell)[0] @ readout["kernel"] + readout["bias"]


# %% wrong: the mean of the states
# says: the mean of all states is read
def many_to_one(inputs, cell, readout):
    states = rnn_sequence(inputs, **cell)
    return states.mean(axis=0) @ readout["kernel"] + readout["bias"]


# %% wrong: an answer at every step
# says: there is an answer at every step
def many_to_one(inputs, cell, readout):
    return rnn_sequence(inputs, **cell) @ readout["kernel"] + readout["bias"]


# %% wrong: no readout
# says: the readout is missing
def many_to_one(inputs, cell, readout):
    return rnn_sequence(inputs, **cell)[-1]


# %% wrong: no bias in the readout
# says: the readout's bias is missing
def many_to_one(inputs, cell, readout):
    return rnn_sequence(inputs, **cell)[-1] @ readout["kernel"]


# %% wrong: tanh after the readout
# says: the readout goes through tanh
def many_to_one(inputs, cell, readout):
    last = rnn_sequence(inputs, **cell)[-1]
    return np.tanh(last @ readout["kernel"] + readout["bias"])


# %% wrong: read backwards
# says: the sequence is read from the last step to the first
def many_to_one(inputs, cell, readout):
    last = rnn_sequence(inputs[::-1], **cell)[-1]
    return last @ readout["kernel"] + readout["bias"]


# %% wrong: zeros
# says: many_to_one
def many_to_one(inputs, cell, readout):
    return np.zeros(len(readout["bias"]))


# %% wrong: the bias alone
# says: many_to_one
def many_to_one(inputs, cell, readout):
    return readout["bias"]


# %% wrong: everything that comes in is set to zero
# says: many_to_one(inputs, cell, readout) is zero everywhere
def many_to_one(inputs, cell, readout):
    for array in (*cell.values(), *readout.values()):
        array[...] = 0
    return np.zeros(len(readout["bias"]))
