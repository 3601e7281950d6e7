# %% right: a negative slice
def naive_forecast(series, lag):
    return series[:-lag]


# %% right: a list of values
def naive_forecast(series, lag):
    return [series[step - lag] for step in range(lag, len(series))]


# %% right: deleted at the end
def naive_forecast(series, lag):
    return np.delete(series, np.s_[len(series) - lag :])


# %% right: rolled, without what comes from the end
def naive_forecast(series, lag):
    return np.roll(series, lag)[lag:]


# %% right: as a list
def naive_forecast(series, lag):
    (*known,) = series
    for _ in range(lag):
        known.pop()
    return known


# %% wrong: the values themselves
# says: these are the values themselves, which are not known at the time
def naive_forecast(series, lag):
    return series[lag:]


# %% wrong: rolled round
# says: the values are rolled round
def naive_forecast(series, lag):
    return np.roll(series, lag)


# %% wrong: always one step back
# says: the forecasts come from the step before, whatever `lag` is
def naive_forecast(series, lag):
    return series[lag - 1 : -1]


# %% wrong: the mean
# says: the mean of the series
def naive_forecast(series, lag):
    return np.full(len(series) - lag, series.mean())


# %% wrong: the whole series
# says: for the first `lag` values there is no forecast
def naive_forecast(series, lag):
    return series


# %% wrong: one too few
# says: one forecast too few
def naive_forecast(series, lag):
    return series[: len(series) - lag - 1]


# %% wrong: the first value everywhere
# says: the first value only
def naive_forecast(series, lag):
    return np.full(len(series) - lag, series[0])


# %% wrong: the last known value everywhere
# says: naive_forecast(series
def naive_forecast(series, lag):
    return np.full(len(series) - lag, series[-1])


# %% wrong: zeros
# says: naive_forecast(series
def naive_forecast(series, lag):
    return np.zeros(len(series) - lag)


# %% wrong: printed
# says: naive_forecast(series
def naive_forecast(series, lag):
    print(series[:-lag])


# %% wrong: the series is changed
# says: The array `series` was changed by the call
def naive_forecast(series, lag):
    series[lag:] = series[:-lag].copy()
    return series[lag:]
