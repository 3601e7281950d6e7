# %% right: a loop over all places
def seasonal_naive(values, period, horizon=1):
    forecast = []
    for t in range(len(values)):
        back = period
        while back < horizon:
            back += period
        forecast.append(values[t - back] if t >= back else float("nan"))
    return np.array(forecast)


# %% right: gaps joined in front, a list returned
def seasonal_naive(values, period, horizon=1):
    lag = int(np.ceil(horizon / period)) * period
    return [np.nan] * lag + list(values[: len(values) - lag])


# %% right: rolled, and the start overwritten
def seasonal_naive(values, period, horizon=1):
    lag = ((horizon + period - 1) // period) * period
    forecast = np.roll(values, lag).astype(float)
    forecast[:lag] = np.nan
    return forecast


# %% right: places computed, gaps by np.where
def seasonal_naive(values, period, horizon=1):
    lag = horizon + (-horizon) % period
    source = np.arange(len(values)) - lag
    return np.where(source < 0, np.nan, np.asarray(values)[np.maximum(source, 0)])


# %% wrong: the horizon ignored
# says: the horizon is ignored: when the forecast is made, that value is not known yet
def seasonal_naive(values, period, horizon=1):
    forecast = np.full(len(values), np.nan)
    forecast[period:] = values[:-period]
    return forecast


# %% wrong: the period ignored
# says: the period is ignored
def seasonal_naive(values, period, horizon=1):
    lag = period if horizon == 1 else horizon
    forecast = np.full(len(values), np.nan)
    forecast[lag:] = values[:-lag]
    return forecast


# %% wrong: shifted towards the future
# says: values of the future are used
def seasonal_naive(values, period, horizon=1):
    lag = period * -(-horizon // period)
    forecast = np.full(len(values), np.nan)
    forecast[:-lag] = values[lag:]
    return forecast


# %% wrong: the end comes round to the start
# says: the start is filled with values from the end, as `np.roll` does
def seasonal_naive(values, period, horizon=1):
    return np.roll(values, period * -(-horizon // period))


# %% wrong: zeros at the start
# says: the start is filled with 0
def seasonal_naive(values, period, horizon=1):
    lag = period * -(-horizon // period)
    forecast = np.zeros(len(values))
    forecast[lag:] = values[:-lag]
    return forecast


# %% wrong: the values themselves
# says: each place keeps its own value: that is the answer, not a forecast
def seasonal_naive(values, period, horizon=1):
    return values


# %% wrong: a period too many where the horizon is whole periods
# says: there are too many periods: a horizon of one period needs one period
def seasonal_naive(values, period, horizon=1):
    lag = period * (horizon // period + 1) if horizon > 1 else period
    forecast = np.full(len(values), np.nan)
    forecast[lag:] = values[:-lag]
    return forecast


# %% wrong: rounded down to no period at all
# says: the horizon is ignored
def seasonal_naive(values, period, horizon=1):
    lag = max(period, period * (horizon // period))
    forecast = np.full(len(values), np.nan)
    forecast[lag:] = values[:-lag]
    return forecast


# %% wrong: horizon and period added
# says: horizon and period are added
def seasonal_naive(values, period, horizon=1):
    lag = period + horizon if horizon > 1 else period
    forecast = np.full(len(values), np.nan)
    forecast[lag:] = values[:-lag]
    return forecast


# %% wrong: the start is left out
# says: too few
def seasonal_naive(values, period, horizon=1):
    lag = period * -(-horizon // period)
    return values[:-lag]


# %% wrong: the mean of all values
# says: seasonal_naive(values, 1), with -1 for NaN,
def seasonal_naive(values, period, horizon=1):
    return np.full(len(values), np.mean(values))
