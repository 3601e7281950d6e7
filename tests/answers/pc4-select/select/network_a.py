# %% right: two convolutions, functional
def network_a():
    picture = keras.Input((32, 8))
    maps = layers.Reshape((32, 8, 1))(picture)
    maps = layers.Conv2D(8, 3, activation="relu")(maps)
    maps = layers.Conv2D(12, 3, activation="relu", padding="same")(maps)
    found = layers.GlobalMaxPooling2D()(maps)
    return keras.Model(picture, layers.Dense(3, activation="softmax")(found))


# %% right: Conv1D that learns each place across
def network_a():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Conv1D(24, 3, activation="relu"),
            layers.GlobalMaxPooling1D(),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% right: with normalisation and an own last activation
def network_a():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Reshape((32, 8, 1)),
            layers.Conv2D(16, (3, 3)),
            layers.BatchNormalization(),
            layers.ReLU(),
            layers.GlobalMaxPooling2D(),
            layers.Dense(3),
            layers.Softmax(),
        ]
    )


# %% wrong: dense
# says: it ties each weight to a place or a row
def network_a():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Flatten(),
            layers.Dense(10, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: recurrent
# says: it ties each weight to a place or a row
def network_a():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.GRU(16),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: average over all places
# says: in an average over all places, one small thing is lost
# like: recurrent
# -             layers.GRU(16),
# +             layers.Reshape((32, 8, 1)),
# +             layers.Conv2D(4, 3, activation="relu"),
# +             layers.GlobalAveragePooling2D(),


# %% wrong: flattened after the convolution
# says: after flattening, each place has weights of its own again
# like: recurrent
# -             layers.GRU(16),
# +             layers.Reshape((32, 8, 1)),
# +             layers.Conv2D(6, 3, activation="relu"),
# +             layers.MaxPooling2D(2),
# +             layers.Flatten(),


# %% wrong: linear
# says: it ties each weight to a place or a row
def network_a():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Flatten(),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: no return
# says: is no Keras model
def network_a():
    keras.Sequential([keras.Input((32, 8)), layers.Flatten(), layers.Dense(3)])


# %% wrong: scores in place of shares
# says: are not shares of 100 %
def network_a():
    return keras.Sequential([keras.Input((32, 8)), layers.Flatten(), layers.Dense(3)])


# %% wrong: over the budget
# says: over the budget of parameters
def network_a():
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
def network_a():
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Flatten(),
            layers.Dense(2, activation="softmax"),
        ]
    )


# %% wrong: another input shape
# says: take examples of shape (32, 8)
def network_a():
    return keras.Sequential(
        [
            keras.Input((32, 8, 1)),
            layers.Flatten(),
            layers.Dense(3, activation="softmax"),
        ]
    )


# %% wrong: weights from elsewhere as the first weights
# says: Weights are written into the settings of a layer
def network_a():
    known = keras.initializers.Constant(np.eye(16, 3).tolist())
    return keras.Sequential(
        [
            keras.Input((32, 8)),
            layers.Conv1D(16, 3, activation="relu"),
            layers.GlobalMaxPooling1D(),
            layers.Dense(3, activation="softmax", kernel_initializer=known),
        ]
    )
