# %% right: a table of the four cases
def compile_for(one_hot_labels, softmax):
    losses = {
        (False, False): keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        (False, True): "sparse_categorical_crossentropy",
        (True, False): keras.losses.CategoricalCrossentropy(from_logits=True),
        (True, True): "categorical_crossentropy",
    }
    given = keras.Input((28, 28, 1))
    scores = keras.layers.Dense(10)(keras.layers.Flatten()(given))
    end = keras.layers.Softmax()(scores) if softmax else scores
    model = keras.Model(given, end)
    model.compile(
        optimizer="adam", loss=losses[one_hot_labels, softmax], metrics=["acc"]
    )
    return model


# %% right: names of the accuracy spelled out
def compile_for(one_hot_labels, softmax):
    model = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten()])
    model.add(keras.layers.Dense(10))
    if softmax:
        model.add(keras.layers.Activation("softmax"))
    kind = "Categorical" if one_hot_labels else "SparseCategorical"
    model.compile(
        optimizer=keras.optimizers.Adam(),
        loss=getattr(keras.losses, kind + "Crossentropy")(from_logits=not softmax),
        metrics=[getattr(keras.metrics, kind + "Accuracy")()],
    )
    return model


# %% wrong: softmax twice
# says: Softmax would be applied twice
def compile_for(one_hot_labels, softmax):
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(10, activation="softmax" if softmax else None),
        ]
    )
    loss = (
        keras.losses.CategoricalCrossentropy
        if one_hot_labels
        else keras.losses.SparseCategoricalCrossentropy
    )(from_logits=True)
    model.compile(keras.optimizers.Adam(0.001), loss, metrics=["accuracy"])
    return model


# %% wrong: softmax never
# says: Softmax is never applied
# like: softmax twice
# -     )(from_logits=True)
# +     )(from_logits=False)


# %% wrong: always scores
# says: although probabilities are asked for
# like: softmax twice
# -             keras.layers.Dense(10, activation="softmax" if softmax else None),
# +             keras.layers.Dense(10, activation=None),


# %% wrong: always softmax
# says: although scores are asked for
# like: softmax twice
# -             keras.layers.Dense(10, activation="softmax" if softmax else None),
# +             keras.layers.Dense(10, activation="softmax"),
# -     )(from_logits=True)
# +     )(from_logits=False)


# %% wrong: always the sparse loss
# says: One-hot labels meet a sparse loss
def compile_for(one_hot_labels, softmax):
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(10, activation="softmax" if softmax else None),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=not softmax)
    model.compile(keras.optimizers.Adam(0.001), loss, metrics=["accuracy"])
    return model


# %% wrong: always the loss for one-hot rows
# says: Whole-number labels meet a loss for one-hot rows
# like: always the sparse loss
# -     loss = keras.losses.SparseCategoricalCrossentropy(from_logits=not softmax)
# +     loss = keras.losses.CategoricalCrossentropy(from_logits=not softmax)


# %% wrong: squared error
# says: not a categorical cross-entropy
# like: always the sparse loss
# -     loss = keras.losses.SparseCategoricalCrossentropy(from_logits=not softmax)
# +     loss = "mse"


# %% wrong: binary cross-entropy
# says: not a categorical cross-entropy
# like: always the sparse loss
# -     loss = keras.losses.SparseCategoricalCrossentropy(from_logits=not softmax)
# +     loss = keras.losses.BinaryCrossentropy(from_logits=not softmax)


# %% wrong: SGD
# says: The optimizer is not Adam
# like: softmax twice
# -     )(from_logits=True)
# -     model.compile(keras.optimizers.Adam(0.001), loss, metrics=["accuracy"])
# +     )(from_logits=not softmax)
# +     model.compile(keras.optimizers.SGD(0.001), loss, metrics=["accuracy"])


# %% wrong: learning rate too large
# says: it is ten times too large
# like: softmax twice
# -     )(from_logits=True)
# -     model.compile(keras.optimizers.Adam(0.001), loss, metrics=["accuracy"])
# +     )(from_logits=not softmax)
# +     model.compile(keras.optimizers.Adam(0.01), loss, metrics=["accuracy"])


# %% wrong: no metric
# says: Accuracy is not among the metrics
# like: softmax twice
# -     )(from_logits=True)
# -     model.compile(keras.optimizers.Adam(0.001), loss, metrics=["accuracy"])
# +     )(from_logits=not softmax)
# +     model.compile(keras.optimizers.Adam(0.001), loss, metrics=[])


# %% wrong: not compiled
# says: The model is not compiled
# like: softmax twice
# -     )(from_logits=True)
# -     model.compile(keras.optimizers.Adam(0.001), loss, metrics=["accuracy"])
# +     )(from_logits=not softmax)
# +     pass


# %% wrong: a hidden layer more
# says: no other layer with weights
# like: softmax twice
# -             keras.layers.Flatten(),
# +             keras.layers.Flatten(),
# +             keras.layers.Dense(32, activation="relu"),
# -     )(from_logits=True)
# +     )(from_logits=not softmax)
