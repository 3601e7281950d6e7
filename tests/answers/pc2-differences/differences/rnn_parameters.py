# %% right: a case for each kind
def rnn_parameters(kind, features, units):
    one = units * (features + units + 1)
    if kind == "LSTM":
        return 4 * one
    if kind == "GRU":
        return 3 * (one + units)
    return one


# %% right: sizes of arrays
def rnn_parameters(kind, features, units):
    blocks = dict(SimpleRNN=1, LSTM=4, GRU=3)[kind]
    kernel = np.empty((features, blocks * units))
    recurrent = np.empty((units, blocks * units))
    bias = np.empty((2 if kind == "GRU" else 1, blocks * units))
    return kernel.size + recurrent.size + bias.size


# %% right: asks Keras
def rnn_parameters(kind, features, units):
    layer = {"SimpleRNN": layers.SimpleRNN, "LSTM": layers.LSTM, "GRU": layers.GRU}[
        kind
    ]
    made = layer(units)
    made.build((None, None, features))
    return made.count_params()


# %% right: match, and a NumPy integer
def rnn_parameters(kind, features, units):
    match kind:
        case "SimpleRNN":
            blocks, biases = 1, 1
        case "LSTM":
            blocks, biases = 4, 1
        case "GRU":
            blocks, biases = 3, 2
    return np.int64(blocks) * (units**2 + features * units + biases * units)


# %% wrong: biases missing
# says: the biases are missing
def rnn_parameters(kind, features, units):
    return {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind] * units * (features + units)


# %% wrong: weights between units forgotten
# says: the state is forgotten
def rnn_parameters(kind, features, units):
    biases = 2 if kind == "GRU" else 1
    return {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind] * units * (features + biases)


# %% wrong: each unit sees only its own old value
# says: each unit sees its own old value only
def rnn_parameters(kind, features, units):
    return {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind] * units * (features + 1 + 1)


# %% wrong: input forgotten
# says: the input is forgotten
def rnn_parameters(kind, features, units):
    return {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind] * units * (units + 1)


# %% wrong: one bias for the layer
# says: there is one bias for the whole layer
def rnn_parameters(kind, features, units):
    return {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind] * units * (features + units) + 1


# %% wrong: the GRU of the textbook
# says: there is one bias in each block, as in textbooks
def rnn_parameters(kind, features, units):
    return {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind] * units * (features + units + 1)


# %% wrong: second bias of the GRU added once
# says: the second bias is added once
def rnn_parameters(kind, features, units):
    count = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind] * units * (features + units + 1)
    return count + units if kind == "GRU" else count


# %% wrong: two biases everywhere
# says: only Keras's GRU has two
def rnn_parameters(kind, features, units):
    return {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind] * units * (features + units + 2)


# %% wrong: LSTM with three blocks
# says: three blocks are counted
def rnn_parameters(kind, features, units):
    biases = 2 if kind == "GRU" else 1
    return (
        {"SimpleRNN": 1, "LSTM": 3, "GRU": 3}[kind]
        * units
        * (features + units + biases)
    )


# %% wrong: GRU with four blocks
# says: four blocks are counted
def rnn_parameters(kind, features, units):
    biases = 2 if kind == "GRU" else 1
    return (
        {"SimpleRNN": 1, "LSTM": 4, "GRU": 4}[kind]
        * units
        * (features + units + biases)
    )


# %% wrong: no gates
# says: only one block is counted
def rnn_parameters(kind, features, units):
    return units * (features + units + (2 if kind == "GRU" else 1))


# %% wrong: features and units swapped
# says: features and units are swapped
def rnn_parameters(kind, features, units):
    biases = 2 if kind == "GRU" else 1
    return (
        {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind]
        * features
        * (features + units + biases)
    )


# %% wrong: three features written in
# says: the features are always 3
def rnn_parameters(kind, features, units):
    biases = 2 if kind == "GRU" else 1
    return {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind] * units * (3 + units + biases)


# %% wrong: the numbers of the text
# says: rnn_parameters for other layers
def rnn_parameters(kind, features, units):
    return {"SimpleRNN": 96, "LSTM": 384, "GRU": 312}[kind]


# %% wrong: a float
# says: where a whole number is expected
def rnn_parameters(kind, features, units):
    biases = 2.0 if kind == "GRU" else 1.0
    return (
        {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind]
        * units
        * (features + units + biases)
    )


# %% wrong: nothing returned
# says: is the `return` missing
def rnn_parameters(kind, features, units):
    units * (features + units + 1)


# %% wrong: always zero
# says: is too small
def rnn_parameters(kind, features, units):
    return 0
