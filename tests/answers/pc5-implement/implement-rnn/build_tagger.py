# %% right: TimeDistributed
def build_tagger(features, units, tags):
    model = keras.Sequential()
    model.add(keras.Input((None, features)))
    model.add(keras.layers.SimpleRNN(units, return_sequences=True))
    model.add(keras.layers.TimeDistributed(keras.layers.Dense(tags)))
    model.compile(
        keras.optimizers.Adam(0.01, global_clipnorm=1.0),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model


# %% right: functional
def build_tagger(features, units, tags):
    sequence = keras.Input(shape=(None, features))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(sequence)
    model = keras.Model(sequence, keras.layers.Dense(tags)(states))
    model.compile(
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        optimizer=keras.optimizers.Adam(learning_rate=0.01, global_clipnorm=1),
        metrics=["accuracy"],
    )
    return model


# %% wrong: last state only
# says: the network has one output for the whole sequence
def build_tagger(features, units, tags):
    model = keras.Sequential(
        [
            keras.Input((None, features)),
            keras.layers.SimpleRNN(units),
            keras.layers.Dense(tags),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01, global_clipnorm=1.0),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model


# %% wrong: looks ahead
# says: the network looks ahead
# like: last state only
# -             keras.layers.SimpleRNN(units),
# +             keras.layers.Bidirectional(
# +                 keras.layers.SimpleRNN(units, return_sequences=True)
# +             ),


# %% wrong: no memory
# says: the network has no memory
# like: last state only
# -             keras.layers.SimpleRNN(units),
# +             keras.layers.Dense(units, activation="tanh"),


# %% wrong: softmax twice
# says: the last layer has an activation
# like: last state only
# -             keras.layers.SimpleRNN(units),
# -             keras.layers.Dense(tags),
# +             keras.layers.SimpleRNN(units, return_sequences=True),
# +             keras.layers.Dense(tags, activation="softmax"),


# %% wrong: scores taken for probabilities
# says: does it take them for probabilities
# like: last state only
# -             keras.layers.SimpleRNN(units),
# +             keras.layers.SimpleRNN(units, return_sequences=True),
# -         keras.losses.SparseCategoricalCrossentropy(from_logits=True),
# +         "sparse_categorical_crossentropy",


# %% wrong: one-hot loss
# says: the loss does not take whole numbers as labels
# like: last state only
# -             keras.layers.SimpleRNN(units),
# +             keras.layers.SimpleRNN(units, return_sequences=True),
# -         keras.losses.SparseCategoricalCrossentropy(from_logits=True),
# +         keras.losses.CategoricalCrossentropy(from_logits=True),


# %% wrong: not clipped
# says: the gradients are not clipped together
# like: last state only
# -             keras.layers.SimpleRNN(units),
# +             keras.layers.SimpleRNN(units, return_sequences=True),
# -         keras.optimizers.Adam(0.01, global_clipnorm=1.0),
# +         keras.optimizers.Adam(0.01),


# %% wrong: a GRU
# says: the network should have one SimpleRNN
# like: last state only
# -             keras.layers.SimpleRNN(units),
# +             keras.layers.GRU(units, return_sequences=True),


# %% wrong: units and tags swapped
# says: array of scores for five sequences
# like: last state only
# -             keras.layers.SimpleRNN(units),
# -             keras.layers.Dense(tags),
# +             keras.layers.SimpleRNN(tags, return_sequences=True),
# +             keras.layers.Dense(units),


# %% wrong: one length only
# says: sequences of one length only
# like: last state only
# -             keras.Input((None, features)),
# -             keras.layers.SimpleRNN(units),
# +             keras.Input((8, features)),
# +             keras.layers.SimpleRNN(units, return_sequences=True),


# %% wrong: a learning rate that blows it up
# says: names many states wrongly
# like: last state only
# -             keras.layers.SimpleRNN(units),
# +             keras.layers.SimpleRNN(units, return_sequences=True),
# -         keras.optimizers.Adam(0.01, global_clipnorm=1.0),
# +         keras.optimizers.Adam(5.0, global_clipnorm=1.0),


# %% wrong: another learning rate
# says: the learning rate is not the one that was asked for
# like: TimeDistributed
# -         keras.optimizers.Adam(0.01, global_clipnorm=1.0),
# +         keras.optimizers.Adam(0.003, global_clipnorm=1.0),


# %% wrong: clipped at another length
# says: clipped at another length than 1
# like: TimeDistributed
# -         keras.optimizers.Adam(0.01, global_clipnorm=1.0),
# +         keras.optimizers.Adam(0.01, global_clipnorm=5.0),
