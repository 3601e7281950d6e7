# %% right: functional
def hybrid(features, classes):
    drive = keras.Input((None, features))
    events = layers.Conv1D(8, 5, activation="relu")(drive)
    events = layers.MaxPooling1D(4)(events)
    last = layers.LSTM(12)(events)
    return keras.Model(drive, layers.Dense(classes, activation="softmax")(last))


# %% right: layer by layer
def hybrid(features, classes):
    network = keras.Sequential()
    network.add(keras.Input(shape=(None, features)))
    network.add(
        keras.layers.Conv1D(filters=8, kernel_size=5, activation=keras.ops.relu)
    )
    network.add(keras.layers.MaxPool1D(pool_size=4))
    network.add(keras.layers.LSTM(units=12, return_sequences=False))
    network.add(keras.layers.Dense(classes, "softmax"))
    return network


# %% right: from tensorflow, compiled as well
def hybrid(features, classes):
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Input((None, features)),
            tf.keras.layers.Conv1D(8, (5,), padding="valid", activation="relu"),
            tf.keras.layers.MaxPooling1D(4, strides=4),
            tf.keras.layers.LSTM(12),
            tf.keras.layers.Dense(classes, activation=tf.keras.activations.softmax),
        ],
        name="hybrid",
    )
    network.compile("adam", "sparse_categorical_crossentropy")
    return network


# %% wrong: a fixed length
# says: The model takes drives of one length only
def hybrid(features, classes):
    return keras.Sequential(
        [
            keras.Input((40, features)),
            layers.Conv1D(8, 5, activation="relu"),
            layers.MaxPooling1D(4),
            layers.LSTM(12),
            layers.Dense(classes, activation="softmax"),
        ]
    )


# %% wrong: an answer at every step
# says: The model gives an answer at every step
# like: a fixed length
# -             keras.Input((40, features)),
# +             keras.Input((None, features)),
# -             layers.LSTM(12),
# +             layers.LSTM(12, return_sequences=True),


# %% wrong: no softmax
# says: are no probabilities
# like: a fixed length
# -             keras.Input((40, features)),
# +             keras.Input((None, features)),
# -             layers.Dense(classes, activation="softmax"),
# +             layers.Dense(classes),


# %% wrong: sigmoid
# says: sum of the probabilities
# like: a fixed length
# -             keras.Input((40, features)),
# +             keras.Input((None, features)),
# -             layers.Dense(classes, activation="softmax"),
# +             layers.Dense(classes, activation="sigmoid"),


# %% wrong: LSTM first
# says: the LSTM comes before the convolution
def hybrid(features, classes):
    return keras.Sequential(
        [
            keras.Input((None, features)),
            layers.LSTM(12, return_sequences=True),
            layers.Conv1D(8, 5, activation="relu"),
            layers.MaxPooling1D(4),
            layers.Dense(classes, activation="softmax"),
        ]
    )


# %% wrong: pooling missing
# says: the pooling is missing
def hybrid(features, classes):
    return keras.Sequential(
        [
            keras.Input((None, features)),
            layers.Conv1D(8, 5, activation="relu"),
            layers.LSTM(12),
            layers.Dense(classes, activation="softmax"),
        ]
    )


# %% wrong: global maximum in place of the LSTM
# says: a global pooling takes the place of the LSTM
# like: pooling missing
# -             layers.LSTM(12),
# +             layers.MaxPooling1D(4),
# +             layers.GlobalMaxPooling1D(),


# %% wrong: GRU
# says: a GRU takes the place of the LSTM
# like: pooling missing
# -             layers.LSTM(12),
# +             layers.MaxPooling1D(4),
# +             layers.GRU(12),


# %% wrong: no ReLU
# says: activation of the convolution
# like: pooling missing
# -             layers.Conv1D(8, 5, activation="relu"),
# +             layers.Conv1D(8, 5),
# +             layers.MaxPooling1D(4),


# %% wrong: filters and kernel size swapped
# says: number of filters
# like: pooling missing
# -             layers.Conv1D(8, 5, activation="relu"),
# +             layers.Conv1D(5, 8, activation="relu"),
# +             layers.MaxPooling1D(4),


# %% wrong: padded convolution
# says: padding of the convolution
# like: pooling missing
# -             layers.Conv1D(8, 5, activation="relu"),
# +             layers.Conv1D(8, 5, padding="same", activation="relu"),
# +             layers.MaxPooling1D(4),


# %% wrong: window of 2
# says: window of the pooling
# like: pooling missing
# -             layers.Conv1D(8, 5, activation="relu"),
# +             layers.Conv1D(8, 5, activation="relu"),
# +             layers.MaxPooling1D(),


# %% wrong: other features and classes written in
# says: number of parameters
# like: a fixed length
# -             keras.Input((40, features)),
# +             keras.Input((None, 3)),
# -             layers.Dense(classes, activation="softmax"),
# +             layers.Dense(4, activation="softmax"),


# %% wrong: nothing returned
# says: is the `return` missing
# like: a fixed length
# -     return keras.Sequential(
# +     keras.Sequential(
# -             keras.Input((40, features)),
# +             keras.Input((None, features)),


# %% wrong: no model
# says: should be a Keras model
def hybrid(features, classes):
    return np.full((5, 4), 0.25)
