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
def build_tagger(features, units, tags):
    model = keras.Sequential(
        [
            keras.Input((None, features)),
            keras.layers.Bidirectional(
                keras.layers.SimpleRNN(units, return_sequences=True)
            ),
            keras.layers.Dense(tags),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01, global_clipnorm=1.0),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model


# %% wrong: no memory
# says: the network has no memory
def build_tagger(features, units, tags):
    model = keras.Sequential(
        [
            keras.Input((None, features)),
            keras.layers.Dense(units, activation="tanh"),
            keras.layers.Dense(tags),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01, global_clipnorm=1.0),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model


# %% wrong: softmax twice
# says: the last layer has an activation
def build_tagger(features, units, tags):
    model = keras.Sequential(
        [
            keras.Input((None, features)),
            keras.layers.SimpleRNN(units, return_sequences=True),
            keras.layers.Dense(tags, activation="softmax"),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01, global_clipnorm=1.0),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model


# %% wrong: scores taken for probabilities
# says: does it take them for probabilities
def build_tagger(features, units, tags):
    model = keras.Sequential(
        [
            keras.Input((None, features)),
            keras.layers.SimpleRNN(units, return_sequences=True),
            keras.layers.Dense(tags),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01, global_clipnorm=1.0),
        "sparse_categorical_crossentropy",
    )
    return model


# %% wrong: one-hot loss
# says: the loss does not take whole numbers as labels
def build_tagger(features, units, tags):
    model = keras.Sequential(
        [
            keras.Input((None, features)),
            keras.layers.SimpleRNN(units, return_sequences=True),
            keras.layers.Dense(tags),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01, global_clipnorm=1.0),
        keras.losses.CategoricalCrossentropy(from_logits=True),
    )
    return model


# %% wrong: not clipped
# says: the gradients are not clipped together
def build_tagger(features, units, tags):
    model = keras.Sequential(
        [
            keras.Input((None, features)),
            keras.layers.SimpleRNN(units, return_sequences=True),
            keras.layers.Dense(tags),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model


# %% wrong: a GRU
# says: the network should have one SimpleRNN
def build_tagger(features, units, tags):
    model = keras.Sequential(
        [
            keras.Input((None, features)),
            keras.layers.GRU(units, return_sequences=True),
            keras.layers.Dense(tags),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01, global_clipnorm=1.0),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model


# %% wrong: units and tags swapped
# says: array of scores for five sequences
def build_tagger(features, units, tags):
    model = keras.Sequential(
        [
            keras.Input((None, features)),
            keras.layers.SimpleRNN(tags, return_sequences=True),
            keras.layers.Dense(units),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01, global_clipnorm=1.0),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model


# %% wrong: one length only
# says: sequences of one length only
def build_tagger(features, units, tags):
    model = keras.Sequential(
        [
            keras.Input((8, features)),
            keras.layers.SimpleRNN(units, return_sequences=True),
            keras.layers.Dense(tags),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01, global_clipnorm=1.0),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model


# %% wrong: a learning rate that blows it up
# says: names many states wrongly
def build_tagger(features, units, tags):
    model = keras.Sequential(
        [
            keras.Input((None, features)),
            keras.layers.SimpleRNN(units, return_sequences=True),
            keras.layers.Dense(tags),
        ]
    )
    model.compile(
        keras.optimizers.Adam(5.0, global_clipnorm=1.0),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model
