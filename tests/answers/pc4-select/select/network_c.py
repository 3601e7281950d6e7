# %% right: a hidden layer
def network_c():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Flatten(),
            layers.Dense(8, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% right: linear, functional
def network_c():
    table = keras.Input((32, 8))
    columns = layers.Reshape((256,))(table)
    return keras.Model(table, layers.Dense(3, activation="softmax")(columns))


# %% right: with dropout
# like: a hidden layer
# -             layers.Dense(8, activation="relu"),
# +             layers.Dropout(0.2),
# +             layers.Dense(6, activation="tanh"),


# %% wrong: Conv2D
# says: sliding and pooling forget which place a number came from
def network_c():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Reshape((32, 8, 1)),
            layers.Conv2D(12, 3, activation="relu"),
            layers.GlobalMaxPooling2D(),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: Conv1D
# says: sliding and pooling forget which place a number came from
def network_c():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Conv1D(16, 5, activation="relu"),
            layers.GlobalMaxPooling1D(),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: GRU
# says: it reads row by row as if there were an order
def network_c():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.GRU(16),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: the mean over all rows
# says: sliding and pooling forget
def network_c():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.GlobalAveragePooling1D(),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: no return
# says: is no Keras model
def network_c():
    keras.Sequential([keras.Input((32, 8)), layers.Flatten(), layers.Dense(3)])


# %% wrong: scores in place of shares
# says: are not shares of 100 %
def network_c():
    return keras.Sequential([keras.Input((32, 8)), layers.Flatten(), layers.Dense(3)])


# %% wrong: over the budget
# says: over the budget of parameters
def network_c():
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
def network_c():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Flatten(),
            layers.Dense(2, activation="softmax"),
        ]
    )


# %% wrong: another input shape
# says: take examples of shape (32, 8)
def network_c():
    return keras.Sequential(
        [
            keras.Input((32, 8, 1)),
            layers.Flatten(),
            layers.Dense(3, activation="softmax"),
        ]
    )
