# %% right: LSTM
def network_b():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.LSTM(16),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% right: two GRU layers
def network_b():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.GRU(12, return_sequences=True),
            layers.GRU(10),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% right: functional, a convolution before the GRU
def network_b():
    rows = keras.Input((32, 8))
    events = layers.Conv1D(8, 1, activation="relu")(rows)
    state = layers.GRU(16)(events)
    return keras.Model(rows, layers.Dense(3, activation="softmax")(state))


# %% wrong: dense
# says: it ties each weight to a row, but the event that decides comes at any row
def network_b():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Flatten(),
            layers.Dense(10, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: convolution and pooling
# says: which event decides is a question of order over many rows
def network_b():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Conv1D(16, 5, activation="relu"),
            layers.GlobalMaxPooling1D(),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: Conv2D
# says: which event decides is a question of order over many rows
# like: LSTM
# -             layers.LSTM(16),
# +             layers.Reshape((32, 8, 1)),
# +             layers.Conv2D(12, 3, activation="relu"),
# +             layers.GlobalMaxPooling2D(),


# %% wrong: SimpleRNN
# says: this one loses what happened many rows ago
def network_b():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.SimpleRNN(24),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: the mean over all rows
# says: it ties each weight to a row, but the event
def network_b():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.GlobalAveragePooling1D(),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: no return
# says: is no Keras model
def network_b():
    keras.Sequential([keras.Input((32, 8)), layers.Flatten(), layers.Dense(3)])


# %% wrong: scores in place of shares
# says: are not shares of 100 %
def network_b():
    return keras.Sequential([keras.Input((32, 8)), layers.Flatten(), layers.Dense(3)])


# %% wrong: over the budget
# says: over the budget of parameters
def network_b():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: two units
# says: give 3 numbers each
def network_b():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Flatten(),
            layers.Dense(2, activation="softmax"),
        ]
    )


# %% wrong: another input shape
# says: take examples of shape (32, 8)
def network_b():
    return keras.Sequential(
        [
            keras.Input((32, 8, 1)),
            layers.Flatten(),
            layers.Dense(3, activation="softmax"),
        ]
    )
