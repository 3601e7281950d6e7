# %% right: functional
def build_model():
    given = keras.Input((28, 28, 1))
    x = given
    for filters in (32, 64, 128):
        x = keras.layers.Conv2D(
            filters,
            (3, 3),
            padding="same",
            activation="relu",
            kernel_initializer="he_normal",
        )(x)
        x = keras.layers.MaxPooling2D((2, 2), padding="same")(x)
    x = keras.layers.Flatten()(x)
    x = keras.layers.Dense(128, activation="relu", kernel_initializer="he_normal")(x)
    return keras.Model(given, keras.layers.Dense(10, kernel_initializer="he_normal")(x))


# %% right: layer by layer, ReLU as layers, He uniform
def build_model():
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28, 1)))
    for filters in (32, 64, 128):
        he = keras.initializers.HeUniform()
        model.add(
            keras.layers.Conv2D(filters, 3, padding="same", kernel_initializer=he)
        )
        model.add(keras.layers.ReLU())
        model.add(keras.layers.MaxPool2D(padding="same"))
    model.add(keras.layers.Reshape((2048,)))
    model.add(keras.layers.Dense(128, kernel_initializer=keras.initializers.HeNormal()))
    model.add(keras.layers.Activation("relu"))
    model.add(keras.layers.Dense(10, activation="linear"))
    return model


# %% wrong: softmax at the end
# says: it ends with softmax
def build_model():
    L = keras.layers
    options = dict(padding="same", activation="relu", kernel_initializer="he_normal")
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            L.Conv2D(32, 3, **options),
            L.MaxPooling2D(2, padding="same"),
            L.Conv2D(64, 3, **options),
            L.MaxPooling2D(2, padding="same"),
            L.Conv2D(128, 3, **options),
            L.MaxPooling2D(2, padding="same"),
            L.Flatten(),
            L.Dense(128, activation="relu", kernel_initializer="he_normal"),
            L.Dense(10, activation="softmax"),
        ]
    )


# %% wrong: ReLU at the end
# says: it ends with ReLU
# like: softmax at the end
# -             L.Dense(10, activation="softmax"),
# +             L.Dense(10, activation="relu"),


# %% wrong: no ReLU at all
# says: ReLU is missing in every layer
# like: softmax at the end
# -     options = dict(padding="same", activation="relu", kernel_initializer="he_normal")
# +     options = dict(padding="same", activation=None, kernel_initializer="he_normal")
# -             L.Dense(128, activation="relu", kernel_initializer="he_normal"),
# -             L.Dense(10, activation="softmax"),
# +             L.Dense(128, activation=None, kernel_initializer="he_normal"),
# +             L.Dense(10),


# %% wrong: no ReLU in the hidden layer
# says: the fully connected layer has no ReLU
# like: softmax at the end
# -             L.Dense(128, activation="relu", kernel_initializer="he_normal"),
# -             L.Dense(10, activation="softmax"),
# +             L.Dense(128, activation=None, kernel_initializer="he_normal"),
# +             L.Dense(10),


# %% wrong: last pooling drops the edge
# says: a pooling halves 7 pixels to 3
# like: softmax at the end
# -             L.Conv2D(128, 3, **options),
# -             L.MaxPooling2D(2, padding="same"),
# +             L.Conv2D(128, 3, **options),
# +             L.MaxPooling2D(2),
# -             L.Dense(10, activation="softmax"),
# +             L.Dense(10),


# %% wrong: convolutions without padding
# says: the convolutions are not padded
# like: softmax at the end
# -     options = dict(padding="same", activation="relu", kernel_initializer="he_normal")
# +     options = dict(padding="valid", activation="relu", kernel_initializer="he_normal")
# -             L.Dense(10, activation="softmax"),
# +             L.Dense(10),


# %% wrong: no third pooling
# says: the third pooling is missing
# like: softmax at the end
# -             L.Conv2D(128, 3, **options),
# -             L.MaxPooling2D(2, padding="same"),
# +             L.Conv2D(128, 3, **options),
# +             L.ReLU(),
# -             L.Dense(10, activation="softmax"),
# +             L.Dense(10),


# %% wrong: mean pooling
# says: the mean of each window is taken
# like: softmax at the end
# -             L.MaxPooling2D(2, padding="same"),
# +             L.AveragePooling2D(2, padding="same"),
# -             L.MaxPooling2D(2, padding="same"),
# +             L.AveragePooling2D(2, padding="same"),
# -             L.MaxPooling2D(2, padding="same"),
# +             L.AveragePooling2D(2, padding="same"),
# -             L.Dense(10, activation="softmax"),
# +             L.Dense(10),


# %% wrong: Glorot
# says: does not start with He initialisation
# like: softmax at the end
# -     options = dict(padding="same", activation="relu", kernel_initializer="he_normal")
# +     options = dict(
# +         padding="same", activation="relu", kernel_initializer="glorot_uniform"
# +     )
# -             L.Dense(128, activation="relu", kernel_initializer="he_normal"),
# -             L.Dense(10, activation="softmax"),
# +             L.Dense(128, activation="relu", kernel_initializer="glorot_uniform"),
# +             L.Dense(10),


# %% wrong: Glorot in the hidden layer
# says: does not start with He initialisation
# like: softmax at the end
# -             L.Dense(128, activation="relu", kernel_initializer="he_normal"),
# -             L.Dense(10, activation="softmax"),
# +             L.Dense(128, activation="relu", kernel_initializer="glorot_uniform"),
# +             L.Dense(10),


# %% wrong: random biases
# says: Biases do not start at 0
# like: softmax at the end
# -             L.Dense(10, activation="softmax"),
# +             L.Dense(10, bias_initializer="random_normal"),


# %% wrong: one model for all calls
# says: start with the same weights
_only = keras.Sequential(
    [keras.Input((28, 28, 1))]
    + [
        layer
        for filters in (32, 64, 128)
        for layer in (
            keras.layers.Conv2D(
                filters,
                3,
                padding="same",
                activation="relu",
                kernel_initializer="he_normal",
            ),
            keras.layers.MaxPooling2D(2, padding="same"),
        )
    ]
    + [
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu", kernel_initializer="he_normal"),
        keras.layers.Dense(10),
    ]
)


def build_model():
    return _only


# %% wrong: no return
# says: is the `return` missing
# like: softmax at the end
# -     return keras.Sequential(
# +     model = keras.Sequential(
# -             L.Dense(10, activation="softmax"),
# +             L.Dense(10),


# %% wrong: no channel axis
# says: shape of one input
def build_model():
    return keras.Sequential(
        [keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10)]
    )
