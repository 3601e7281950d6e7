# %% right: the number of words from the table, probabilities left to the loss
def build_classifier(size, embedding, units):
    layers = [
        keras.layers.Input(shape=(None,)),
        keras.layers.Embedding(size, embedding, mask_zero=True),
        keras.layers.GRU(units, return_sequences=False),
        keras.layers.Dense(1, use_bias=True),
    ]
    model = keras.models.Sequential(layers, name="reader")
    model.compile(
        loss=keras.losses.BinaryCrossentropy(from_logits=True),
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
    )
    return model


# %% right: added layer by layer, tf.keras
def build_classifier(size, embedding, units):
    model = tf.keras.Sequential(
        [tf.keras.layers.InputLayer(shape=(None,), dtype="int32")]
    )
    model.add(
        tf.keras.layers.Embedding(input_dim=size, output_dim=embedding, mask_zero=True)
    )
    model.add(tf.keras.layers.GRU(units, recurrent_dropout=0.0))
    model.add(tf.keras.layers.Dense(1, activation=None))
    model.compile(
        tf.keras.optimizers.Adam(1e-2),
        tf.keras.losses.BinaryCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


# %% wrong: no mask
# says: the padding is read
def build_classifier(size, embedding, units):
    model = keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            keras.layers.Embedding(size, embedding),
            keras.layers.GRU(units),
            keras.layers.Dense(1),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01), keras.losses.BinaryCrossentropy(from_logits=True)
    )
    return model


# %% wrong: sigmoid twice
# says: the last layer has an activation
# like: no mask
# -             keras.layers.Embedding(size, embedding),
# +             keras.layers.Embedding(size, embedding, mask_zero=True),
# -             keras.layers.Dense(1),
# +             keras.layers.Dense(1, activation="sigmoid"),


# %% wrong: softmax of one output
# says: the last layer has an activation
# like: no mask
# -             keras.layers.Embedding(size, embedding),
# +             keras.layers.Embedding(size, embedding, mask_zero=True),
# -             keras.layers.Dense(1),
# +             keras.layers.Dense(1, activation="softmax"),


# %% wrong: scores taken for probabilities
# says: the loss takes the scores for probabilities
def build_classifier(size, embedding, units):
    model = keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            keras.layers.Embedding(size, embedding, mask_zero=True),
            keras.layers.GRU(units),
            keras.layers.Dense(1),
        ]
    )
    model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy")
    return model


# %% wrong: a row too few in the embedding
# says: the embedding has not one row for each entry
# like: no mask
# -             keras.layers.Embedding(size, embedding),
# +             keras.layers.Embedding(size - 1, embedding, mask_zero=True),


# %% wrong: a score for every word
# says: the network gives a score for every word
# like: no mask
# -             keras.layers.Embedding(size, embedding),
# -             keras.layers.GRU(units),
# +             keras.layers.Embedding(size, embedding, mask_zero=True),
# +             keras.layers.GRU(units, return_sequences=True),


# %% wrong: one length only
# says: rows of one length only
# like: no mask
# -             keras.Input((None,), dtype="int32"),
# -             keras.layers.Embedding(size, embedding),
# +             keras.Input((7,), dtype="int32"),
# +             keras.layers.Embedding(size, embedding, mask_zero=True),


# %% wrong: two outputs
# says: scores for six texts
# like: no mask
# -             keras.layers.Embedding(size, embedding),
# +             keras.layers.Embedding(size, embedding, mask_zero=True),
# -             keras.layers.Dense(1),
# +             keras.layers.Dense(2),
# -         keras.optimizers.Adam(0.01), keras.losses.BinaryCrossentropy(from_logits=True)
# +         keras.optimizers.Adam(0.01),
# +         keras.losses.SparseCategoricalCrossentropy(from_logits=True),


# %% wrong: averaged words
# says: the network should have one GRU
# like: no mask
# -             keras.layers.Embedding(size, embedding),
# -             keras.layers.GRU(units),
# +             keras.layers.Embedding(size, embedding, mask_zero=True),
# +             keras.layers.GlobalAveragePooling1D(),


# %% wrong: not compiled
# says: the model is not compiled
def build_classifier(size, embedding, units):
    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            keras.layers.Embedding(size, embedding, mask_zero=True),
            keras.layers.GRU(units),
            keras.layers.Dense(1),
        ]
    )


# %% wrong: default learning rate
# says: the learning rate is not the one
# like: scores taken for probabilities
# -     model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy")
# +     model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True))
