# %% right: other numbers of filters
def best_model():
    L = keras.layers
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            L.Conv2D(
                12, 3, padding="same", activation="relu", kernel_initializer="he_normal"
            ),
            L.MaxPooling2D(2),
            L.Conv2D(
                24, 3, padding="same", activation="relu", kernel_initializer="he_normal"
            ),
            L.MaxPooling2D(2),
            L.Conv2D(
                40, 3, padding="same", activation="relu", kernel_initializer="he_normal"
            ),
            L.MaxPooling2D(2),
            L.Flatten(),
            L.Dense(10),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.004),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


# %% right: a larger first kernel and softmax
# like: other numbers of filters
# -                 12, 3, padding="same", activation="relu", kernel_initializer="he_normal"
# +                 12, 5, padding="same", activation="relu", kernel_initializer="he_normal"
# -                 40, 3, padding="same", activation="relu", kernel_initializer="he_normal"
# +                 32, 3, padding="same", activation="relu", kernel_initializer="he_normal"
# -             L.Dense(10),
# +             L.Dense(10, activation="softmax"),
# -         keras.losses.SparseCategoricalCrossentropy(from_logits=True),
# +         "sparse_categorical_crossentropy",


# %% wrong: linear classifier
# says: There is no convolution
def best_model():
    L = keras.layers
    model = keras.Sequential([keras.Input((28, 28, 1)), L.Flatten(), L.Dense(10)])
    model.compile(
        keras.optimizers.Adam(0.004),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


# %% wrong: the unit's network
# says: more parameters than the budget
def best_model():
    model = build_model()
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model


# %% wrong: too much work
# says: more multiplications than the budget
# like: other numbers of filters
# -                 12, 3, padding="same", activation="relu", kernel_initializer="he_normal"
# +                 24, 3, padding="same", activation="relu", kernel_initializer="he_normal"
# -             ),
# -             L.MaxPooling2D(2),
# +             ),
# -             L.MaxPooling2D(2),
# -             L.Conv2D(
# -                 40, 3, padding="same", activation="relu", kernel_initializer="he_normal"
# -             ),
# -             L.MaxPooling2D(2),
# +             L.MaxPooling2D(4),


# %% wrong: not compiled
# says: The model is not compiled
# like: other numbers of filters
# -     model.compile(
# +     0 and model.compile(


# %% wrong: loss for one-hot labels
# says: the sparse categorical
# like: other numbers of filters
# -         keras.losses.SparseCategoricalCrossentropy(from_logits=True),
# +         keras.losses.CategoricalCrossentropy(from_logits=True),


# %% wrong: learning rate far too high
# says: learns next to nothing
# like: other numbers of filters
# -         keras.optimizers.Adam(0.004),
# +         keras.optimizers.Adam(0.3),


# %% wrong: softmax is never applied
# says: learns next to nothing
# like: other numbers of filters
# -         keras.losses.SparseCategoricalCrossentropy(from_logits=True),
# +         "sparse_categorical_crossentropy",


# %% wrong: one convolution and little else
# says: There is more in the budget
def best_model():
    L = keras.layers
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            L.AveragePooling2D(4),
            L.Conv2D(4, 3, activation="relu"),
            L.Flatten(),
            L.Dense(10),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.001),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


# %% wrong: no return
# says: is the `return` missing
# like: other numbers of filters
# -     )
# -     return model
# +     )


# %% wrong: trained beforehand, and not in the test
# says: learns next to nothing
def best_model():
    L = keras.layers
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            L.Conv2D(12, 5, 2, activation="relu"),
            L.MaxPooling2D(2),
            L.Flatten(),
            L.Dense(10),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.Adam(0.01), loss)
    pictures, labels = datasets.draw_garments(1000, seed=1)
    model.fit(pictures[..., None] / 255, labels, epochs=5, verbose=0)
    model.compile(keras.optimizers.SGD(1e-9), loss)
    return model


# %% wrong: trained weights as the first weights
# says: Weights are written into the settings of a layer
def best_model():
    known = np.random.default_rng(1).normal(size=(5, 5, 1, 12)).tolist()
    L = keras.layers
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            L.Conv2D(12, 5, 2, kernel_initializer=keras.initializers.Constant(known)),
            L.MaxPooling2D(2),
            L.Flatten(),
            L.Dense(10),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(1e-9), loss)
    return model
