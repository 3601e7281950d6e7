# %% right: functional
def build_forecaster(cell, units, length, features, horizon):
    window = keras.Input(shape=(length, features))
    if cell == "simple":
        state = keras.layers.SimpleRNN(units)(window)
    elif cell == "lstm":
        state = keras.layers.LSTM(units)(window)
    else:
        state = keras.layers.GRU(units)(window)
    return keras.Model(window, keras.layers.Dense(horizon)(state))


# %% right: added layer by layer, any length
def build_forecaster(cell, units, length, features, horizon):
    model = keras.Sequential()
    model.add(keras.layers.Input((None, features)))
    name = {"simple": "SimpleRNN", "lstm": "LSTM", "gru": "GRU"}[cell]
    model.add(getattr(keras.layers, name)(units, return_sequences=False))
    model.add(keras.layers.Dense(horizon, activation="linear"))
    return model


# %% right: several cells in tf.keras
def build_forecaster(cell, units, length, features, horizon):
    layers = tf.keras.layers
    recurrent = dict(simple=layers.SimpleRNN, lstm=layers.LSTM, gru=layers.GRU)
    return tf.keras.Sequential(
        [
            layers.InputLayer(shape=(length, features)),
            recurrent[cell](units=units),
            layers.Dense(units=horizon),
        ]
    )


# %% wrong: state of every hour
# says: the network has an output at every step of the window
def build_forecaster(cell, units, length, features, horizon):
    kinds = {
        "simple": keras.layers.SimpleRNN,
        "lstm": keras.layers.LSTM,
        "gru": keras.layers.GRU,
    }
    return keras.Sequential(
        [
            keras.Input((length, features)),
            kinds[cell](units, return_sequences=True),
            keras.layers.Dense(horizon),
        ]
    )


# %% wrong: a unit for each hour of the window
# says: the recurrent layer has the wrong number of units
# like: state of every hour
# -             kinds[cell](units, return_sequences=True),
# +             kinds[cell](length),


# %% wrong: always an LSTM
# says: the recurrent layer is not the one that `cell` names
def build_forecaster(cell, units, length, features, horizon):
    return keras.Sequential(
        [
            keras.Input((length, features)),
            keras.layers.LSTM(units),
            keras.layers.Dense(horizon),
        ]
    )


# %% wrong: ReLU at the end
# says: the last layer has an activation
# like: state of every hour
# -             kinds[cell](units, return_sequences=True),
# -             keras.layers.Dense(horizon),
# +             kinds[cell](units),
# +             keras.layers.Dense(horizon, activation="relu"),


# %% wrong: softmax at the end
# says: the last layer has an activation
# like: state of every hour
# -             kinds[cell](units, return_sequences=True),
# -             keras.layers.Dense(horizon),
# +             kinds[cell](units),
# +             keras.layers.Dense(horizon, activation="softmax"),


# %% wrong: one output whatever the horizon
# says: forecast for five windows
def build_forecaster(cell, units, length, features, horizon):
    kinds = {
        "simple": keras.layers.SimpleRNN,
        "lstm": keras.layers.LSTM,
        "gru": keras.layers.GRU,
    }
    return keras.Sequential(
        [keras.Input((length, features)), kinds[cell](units), keras.layers.Dense(1)]
    )


# %% wrong: axes of the input swapped
# says: the network does not take windows of shape
# like: state of every hour
# -             keras.Input((length, features)),
# -             kinds[cell](units, return_sequences=True),
# +             keras.Input((features, length)),
# +             kinds[cell](units),


# %% wrong: no recurrent layer
# says: no recurrent layer
def build_forecaster(cell, units, length, features, horizon):
    return keras.Sequential(
        [
            keras.Input((length, features)),
            keras.layers.Flatten(),
            keras.layers.Dense(units),
            keras.layers.Dense(horizon),
        ]
    )


# %% wrong: the layer alone
# says: should return a Keras model
def build_forecaster(cell, units, length, features, horizon):
    return keras.layers.GRU(units)


# %% wrong: nothing returned
# says: returns nothing
def build_forecaster(cell, units, length, features, horizon):
    model = keras.Sequential(
        [
            keras.Input((length, features)),
            keras.layers.GRU(units),
            keras.layers.Dense(horizon),
        ]
    )
