# %% right: the loss as an object
def ready_forecaster(cell, units, length, features, learning_rate, largest_norm):
    model = build_forecaster(cell, units, length, features, 1)
    adam = keras.optimizers.Adam(
        learning_rate=learning_rate, global_clipnorm=largest_norm
    )
    model.compile(adam, keras.losses.MeanAbsoluteError(), metrics=["mae"])
    return model


# %% right: a network of its own, tf.keras
def ready_forecaster(cell, units, length, features, learning_rate, largest_norm):
    kinds = {
        "simple": tf.keras.layers.SimpleRNN,
        "lstm": tf.keras.layers.LSTM,
        "gru": tf.keras.layers.GRU,
    }
    inputs = tf.keras.Input((length, features))
    outputs = tf.keras.layers.Dense(1)(kinds[cell](units)(inputs))
    model = tf.keras.Model(inputs, outputs)
    model.compile(
        loss="mean_absolute_error",
        optimizer=tf.keras.optimizers.Adam(learning_rate, global_clipnorm=largest_norm),
    )
    return model


# %% wrong: squared error
# says: the loss is the mean squared error
def ready_forecaster(cell, units, length, features, learning_rate, largest_norm):
    model = build_forecaster(cell, units, length, features, horizon=1)
    model.compile(
        keras.optimizers.Adam(learning_rate, global_clipnorm=largest_norm), "mse"
    )
    return model


# %% wrong: clipnorm
# says: `clipnorm` shortens the gradient of each weight array by itself
def ready_forecaster(cell, units, length, features, learning_rate, largest_norm):
    model = build_forecaster(cell, units, length, features, horizon=1)
    model.compile(keras.optimizers.Adam(learning_rate, clipnorm=largest_norm), "mae")
    return model


# %% wrong: clipvalue
# says: `clipvalue` cuts off every single number
def ready_forecaster(cell, units, length, features, learning_rate, largest_norm):
    model = build_forecaster(cell, units, length, features, horizon=1)
    model.compile(keras.optimizers.Adam(learning_rate, clipvalue=largest_norm), "mae")
    return model


# %% wrong: not clipped
# says: the gradients are not shortened
def ready_forecaster(cell, units, length, features, learning_rate, largest_norm):
    model = build_forecaster(cell, units, length, features, horizon=1)
    model.compile(keras.optimizers.Adam(learning_rate), "mae")
    return model


# %% wrong: the default learning rate
# says: the learning rate is not the one that was asked for
def ready_forecaster(cell, units, length, features, learning_rate, largest_norm):
    model = build_forecaster(cell, units, length, features, horizon=1)
    model.compile(keras.optimizers.Adam(global_clipnorm=largest_norm), "mae")
    return model


# %% wrong: plain gradient descent
# says: the optimiser is not Adam
def ready_forecaster(cell, units, length, features, learning_rate, largest_norm):
    model = build_forecaster(cell, units, length, features, horizon=1)
    model.compile(
        keras.optimizers.SGD(learning_rate, global_clipnorm=largest_norm), "mae"
    )
    return model


# %% wrong: not compiled
# says: the model is not compiled
def ready_forecaster(cell, units, length, features, learning_rate, largest_norm):
    return build_forecaster(cell, units, length, features, horizon=1)


# %% wrong: what compile returns
# says: returns nothing
def ready_forecaster(cell, units, length, features, learning_rate, largest_norm):
    model = build_forecaster(cell, units, length, features, horizon=1)
    return model.compile(
        keras.optimizers.Adam(learning_rate, global_clipnorm=largest_norm), "mae"
    )


# %% wrong: always the norm 1
# says: another length than was asked for
def ready_forecaster(cell, units, length, features, learning_rate, largest_norm):
    model = build_forecaster(cell, units, length, features, horizon=1)
    model.compile(keras.optimizers.Adam(learning_rate, global_clipnorm=1.0), "mae")
    return model
