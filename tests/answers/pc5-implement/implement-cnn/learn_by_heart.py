# %% right: softmax at the end, one-hot labels
def learn_by_heart(pictures, labels):
    keras.utils.set_random_seed(1)
    x = scale_and_reshape(pictures)
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(12, 3, activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(48, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.003), "categorical_crossentropy")
    model.fit(x, one_hot(labels, 10), epochs=40, batch_size=8, verbose=0)
    return model


# %% right: dense layers only, RMSprop
def learn_by_heart(pictures, labels):
    keras.utils.set_random_seed(1)
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(100, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    model.fit(scale_and_reshape(pictures), labels, epochs=150, batch_size=16, verbose=0)
    return model


# %% right: until it is enough, batch by batch
def learn_by_heart(pictures, labels):
    keras.utils.set_random_seed(1)
    x, y = scale_and_reshape(pictures), labels.astype("int32")
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.MaxPooling2D(2),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(10),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.005),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    for _ in range(200):
        if float(model.train_on_batch(x, y)) < 0.02:
            break
    return model


# %% wrong: not scaled
# says: they were not scaled before the training
def learn_by_heart(pictures, labels):
    keras.utils.set_random_seed(1)
    x = pictures.astype("float32")[..., np.newaxis]
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(12, 3, activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(48, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.003),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    model.fit(x, labels, epochs=40, batch_size=8, verbose=0)
    return model


# %% wrong: not trained
# says: little better than guessing
# like: not scaled
# -     x = pictures.astype("float32")[..., np.newaxis]
# +     x = scale_and_reshape(pictures)
# -     model.fit(x, labels, epochs=40, batch_size=8, verbose=0)
# +     pass


# %% wrong: one epoch
# says: little better than guessing
# like: not scaled
# -     x = pictures.astype("float32")[..., np.newaxis]
# +     x = scale_and_reshape(pictures)
# -     model.fit(x, labels, epochs=40, batch_size=8, verbose=0)
# +     model.fit(x, labels, epochs=1, batch_size=32, verbose=0)


# %% wrong: learning rate of 1
# says: little better than guessing
# like: not scaled
# -     x = pictures.astype("float32")[..., np.newaxis]
# +     x = scale_and_reshape(pictures)
# -         keras.optimizers.Adam(0.003),
# +         keras.optimizers.Adam(1.0),


# %% wrong: scores with a loss for probabilities
# says: little better than guessing
# like: softmax at the end, one-hot labels
# -             keras.layers.Dense(10, activation="softmax"),
# +             keras.layers.Dense(10),
# -     model.compile(keras.optimizers.Adam(0.003), "categorical_crossentropy")
# -     model.fit(x, one_hot(labels, 10), epochs=40, batch_size=8, verbose=0)
# +     model.compile(keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy")
# +     model.fit(x, labels, epochs=10, batch_size=8, verbose=0)


# %% wrong: pictures and labels out of step
# says: little better than guessing
# like: not scaled
# -     x = pictures.astype("float32")[..., np.newaxis]
# +     x = scale_and_reshape(pictures)
# -     model.fit(x, labels, epochs=40, batch_size=8, verbose=0)
# +     model.fit(x, np.roll(np.sort(labels), 5), epochs=40, batch_size=8, verbose=0)


# %% wrong: no return
# says: should return a trained Keras model
# like: not scaled
# -     x = pictures.astype("float32")[..., np.newaxis]
# +     x = scale_and_reshape(pictures)
# -     model.fit(x, labels, epochs=40, batch_size=8, verbose=0)
# -     return model
# +     model.fit(x, labels, epochs=40, batch_size=8, verbose=0)


# %% wrong: every label is 0
# says: little better than guessing
# like: not scaled
# -     x = pictures.astype("float32")[..., np.newaxis]
# +     x = scale_and_reshape(pictures)
# -     model.fit(x, labels, epochs=40, batch_size=8, verbose=0)
# +     model.fit(x, 0 * labels, epochs=40, batch_size=8, verbose=0)
