# %% right: LSTM, rate falling
def my_forecaster():
    window = keras.Input((24, 2))
    forecast = keras.layers.Dense(1)(keras.layers.LSTM(30)(window))
    model = keras.Model(window, forecast)
    rate = keras.optimizers.schedules.CosineDecay(0.02, 192)
    model.compile(
        optimizer=keras.optimizers.Adam(rate, global_clipnorm=1.0), loss="mae"
    )
    return model


# %% right: GRU with another loss and a faster start
def my_forecaster():
    model = keras.Sequential()
    model.add(keras.Input((24, 2)))
    model.add(keras.layers.GRU(32))
    model.add(keras.layers.Dense(1))
    schedule = keras.optimizers.schedules.CosineDecay(0.025, decay_steps=192)
    model.compile(loss="huber", optimizer=keras.optimizers.Adam(schedule))
    return model


# %% wrong: over the budget
# says: the network has more parameters than the budget allows
def my_forecaster():
    model = keras.Sequential(
        [keras.Input((24, 2)), keras.layers.LSTM(64), keras.layers.Dense(1)]
    )
    model.compile(keras.optimizers.Adam(0.01), loss="mae")
    return model


# %% wrong: the default learning rate
# says: far behind the linear rule
def my_forecaster():
    model = keras.Sequential(
        [keras.Input((24, 2)), keras.layers.GRU(16), keras.layers.Dense(1)]
    )
    model.compile("adam", loss="mae")
    return model


# %% wrong: linear, not trained long enough
# says: the network does not beat the linear rule
def my_forecaster():
    model = keras.Sequential(
        [keras.Input((24, 2)), keras.layers.Flatten(), keras.layers.Dense(1)]
    )
    model.compile(keras.optimizers.Adam(0.01), loss="mae")
    return model


# %% wrong: blows up
# says: blown up
def my_forecaster():
    model = keras.Sequential(
        [
            keras.Input((24, 2)),
            keras.layers.Flatten(),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(keras.optimizers.SGD(50.0), loss="mse")
    return model


# %% wrong: not compiled
# says: the model is not compiled
def my_forecaster():
    return keras.Sequential(
        [keras.Input((24, 2)), keras.layers.GRU(16), keras.layers.Dense(1)]
    )


# %% wrong: an output for every hour
# says: the network has an output at every hour
def my_forecaster():
    model = keras.Sequential(
        [
            keras.Input((24, 2)),
            keras.layers.GRU(16, return_sequences=True),
            keras.layers.Dense(1),
        ]
    )
    model.compile(keras.optimizers.Adam(0.01), loss="mae")
    return model


# %% wrong: always the mean
# says: does not beat the best naive forecast
def my_forecaster():
    window = keras.Input((24, 2))
    mean = keras.layers.Dense(1, kernel_initializer="zeros")(
        keras.layers.GlobalAveragePooling1D()(window)
    )
    model = keras.Model(
        window, keras.layers.Dense(1)(keras.layers.ReLU(max_value=0.0)(mean))
    )
    model.compile(keras.optimizers.Adam(0.01), loss="mae")
    return model


# %% wrong: trained beforehand, and not in the test
# says: does not beat the best naive forecast
def my_forecaster():
    model = keras.Sequential(
        [keras.Input((24, 2)), keras.layers.Flatten(), keras.layers.Dense(1)]
    )
    model.compile(keras.optimizers.Adam(0.01), loss="mae")
    inputs, targets = road_sets(2)[0]
    model.fit(inputs, targets, epochs=20, verbose=0)
    model.compile(keras.optimizers.SGD(1e-9), loss="mae")
    return model
