# %% right: np.tile
def seasonal_naive(inputs, horizon, period):
    last = inputs[:, -period:, 0]
    return np.tile(last, (1, horizon // period + 1))[:, :horizon]


# %% right: hour by hour, reading its own forecasts
def seasonal_naive(inputs, horizon, period):
    series = [inputs[:, t, 0] for t in range(inputs.shape[1])]
    for _ in range(horizon):
        series.append(series[-period])
    return np.stack(series[inputs.shape[1] :], axis=1)


# %% right: loops over everything
def seasonal_naive(inputs, horizon, period):
    examples, length, _ = inputs.shape
    forecast = np.empty((examples, horizon))
    for e in range(examples):
        for j in range(horizon):
            forecast[e, j] = inputs[e][length - period + j % period][0]
    return forecast


# %% wrong: last value whatever the period
# says: the last count is repeated, whatever the period
def seasonal_naive(inputs, horizon, period):
    return np.repeat(inputs[:, -1:, 0], horizon, axis=1)


# %% wrong: the same hour for the whole horizon
# says: the hours of the forecast should move on
def seasonal_naive(inputs, horizon, period):
    return np.repeat(inputs[:, -period, 0][:, None], horizon, axis=1)


# %% wrong: from the start of the window
# says: the period is counted from the start of the window
def seasonal_naive(inputs, horizon, period):
    return inputs[:, np.arange(horizon) % period, 0]


# %% wrong: one step too early
# says: the period starts one step too early
def seasonal_naive(inputs, horizon, period):
    length = inputs.shape[1]
    return inputs[
        :, np.clip(length - period - 1 + np.arange(horizon) % period, 0, None), 0
    ]


# %% wrong: backwards
# says: the repeated counts go backwards
def seasonal_naive(inputs, horizon, period):
    return inputs[:, -1 - np.arange(horizon) % period, 0]


# %% wrong: the other feature
# says: the last feature is repeated
def seasonal_naive(inputs, horizon, period):
    length = inputs.shape[1]
    return inputs[:, length - period + np.arange(horizon) % period, -1]


# %% wrong: all features
# says: the forecast has all features
def seasonal_naive(inputs, horizon, period):
    length = inputs.shape[1]
    return inputs[:, length - period + np.arange(horizon) % period]


# %% wrong: mean of the period
# says: the mean of the last period is forecast
def seasonal_naive(inputs, horizon, period):
    return np.repeat(
        inputs[:, -period:, 0].mean(axis=1, keepdims=True), horizon, axis=1
    )


# %% wrong: zeros
# says: zero
def seasonal_naive(inputs, horizon, period):
    return np.zeros((len(inputs), horizon))
