# %% right: pseudo-inverse
def forecast_study(values, window, horizon, period, test_start):
    x, y, later_x, later_y = time_ordered_split(values, window, horizon, test_start)
    mean, spread = x.mean(), x.std()
    ones = np.ones((len(values), 1))
    x = np.hstack([(x - mean) / spread, ones[: len(x)]])
    later_x = np.hstack([(later_x - mean) / spread, ones[: len(later_x)]])
    weights = np.linalg.pinv(x) @ ((y - mean) / spread)
    said = later_x @ weights * spread + mean
    others = {"naive": 1, "seasonal naive": period}
    report = compare(
        later_y,
        {"model": said}
        | {
            n: seasonal_naive(values, p, horizon)[test_start:]
            for n, p in others.items()
        },
    )
    report["forecast"] = said
    return report


# %% right: unscaled linear model
def forecast_study(values, window, horizon, period, test_start):
    x, y, later, actual = time_ordered_split(values, window, horizon, test_start)
    x, later = (np.insert(part, 0, 1.0, axis=1) for part in (x, later))
    model = later @ np.linalg.lstsq(x, y, rcond=None)[0]
    forecasts = {
        "model": model,
        "naive": seasonal_naive(values, 1, horizon)[test_start:],
        "seasonal naive": seasonal_naive(values, period, horizon)[test_start:],
    }
    return compare(actual, forecasts) | {"forecast": model.tolist()}


# %% right: a model that never wins, the mean of the window
def forecast_study(values, window, horizon, period, test_start):
    _, _, windows, actual = time_ordered_split(values, window, horizon, test_start)
    forecast = windows.mean(axis=1)
    report = compare(
        actual,
        {
            "naive": seasonal_naive(values, 1, horizon)[test_start:],
            "seasonal naive": seasonal_naive(values, period, horizon)[test_start:],
            "model": forecast,
        },
    )
    return {"forecast": forecast, **report}


# %% right: a small Keras network with its seed
def forecast_study(values, window, horizon, period, test_start):
    x, y, later, actual = time_ordered_split(values, window, horizon, test_start)
    mean, spread = x.mean(), x.std()
    keras.utils.set_random_seed(1)
    network = keras.Sequential([keras.Input((window,)), layers.Dense(1)])
    network.compile(keras.optimizers.Adam(0.01), loss="mse")
    network.fit(
        (x - mean) / spread, (y - mean) / spread, epochs=8, batch_size=64, verbose=0
    )
    model = network.predict((later - mean) / spread, verbose=0)[:, 0] * spread + mean
    forecasts = {
        "model": model.astype(float),
        "naive": seasonal_naive(values, 1, horizon)[test_start:],
        "seasonal naive": seasonal_naive(values, period, horizon)[test_start:],
    }
    return compare(actual, forecasts) | {"forecast": model}


# %% wrong: scaled with the whole series
# says: the forecasts know the future
# like: pseudo-inverse
# -     mean, spread = x.mean(), x.std()
# +     mean, spread = values.mean(), values.std()
# -     weights = np.linalg.pinv(x) @ ((y - mean) / spread)
# +     gram = x.T @ x + 5.0 * np.eye(x.shape[1])
# +     weights = np.linalg.solve(gram, x.T @ ((y - mean) / spread))


# %% wrong: trained on everything
# says: the forecasts know the future
# like: pseudo-inverse
# -     later_x = np.hstack([(later_x - mean) / spread, ones[: len(later_x)]])
# +     later_x = np.hstack([(later_x - mean) / spread, ones[: len(later_x)]])
# +     x, y = np.vstack([x, later_x]), np.append(y, later_y)


# %% wrong: windows reach one step too far
# says: the forecasts know the future
# like: pseudo-inverse
# -     x, y, later_x, later_y = time_ordered_split(values, window, horizon, test_start)
# +     x, y, later_x, later_y = time_ordered_split(values, window, horizon, test_start)
# +     if horizon > 1:
# +         _, _, later_x, _ = time_ordered_split(values, window, horizon - 1, test_start)


# %% wrong: what happened is called a forecast
# says: holds what happened: a forecast does not know that
# like: pseudo-inverse
# -     said = later_x @ weights * spread + mean
# +     said = later_y


# %% wrong: the scaling is not undone
# says: is not in the unit of the series: was the scaling not undone, times the spread and plus the mean?
# like: pseudo-inverse
# -     said = later_x @ weights * spread + mean
# +     said = later_x @ weights


# %% wrong: it always wins
# says: does not follow from its own numbers
# like: pseudo-inverse
# -     report["forecast"] = said
# +     report["forecast"] = said
# +     report["finding"] = "won"


# %% wrong: errors of the training part
# says: The error of 'model' is too
# like: pseudo-inverse
# -     report["forecast"] = said
# +     report["forecast"] = said
# +     fitted = x @ weights * spread + mean
# +     report["mae"]["model"] = float(np.abs(fitted - y).mean())


# %% wrong: the seasonal naive forecast ignores the horizon
# says: The error of 'seasonal naive' is
# like: pseudo-inverse
# -             n: seasonal_naive(values, p, horizon)[test_start:]
# +             n: seasonal_naive(values, p, horizon if p == 1 else 1)[test_start:]


# %% wrong: baselines on other hours
# says: hours
def forecast_study(values, window, horizon, period, test_start):
    x, y, later, _ = time_ordered_split(values, window, horizon, test_start)
    x, later = (np.insert(part, 0, 1.0, axis=1) for part in (x, later))
    weights = np.linalg.lstsq(x, y, rcond=None)[0]
    everywhere = np.full(len(values), np.nan)
    everywhere[window + horizon - 1 :] = np.concatenate([x, later]) @ weights
    forecasts = {
        "model": everywhere,
        "naive": seasonal_naive(values, 1, horizon),
        "seasonal naive": seasonal_naive(values, period, horizon),
    }
    return compare(values, forecasts) | {"forecast": everywhere[test_start:]}


# %% wrong: the forecast is left out
# says: should be the report of `compare` with an entry "forecast" added
# like: pseudo-inverse
# -     )
# -     report["forecast"] = said
# +     )


# %% wrong: another model at every call
# says: gives another forecast when it is called again with the same series: set the seed
# like: pseudo-inverse
# -     said = later_x @ weights * spread + mean
# +     noise = np.random.default_rng().normal(size=len(later_x))
# +     said = later_x @ weights * spread + mean + noise


# %% wrong: one number for all times
# says: the forecasts do not depend on the latest values at all
# like: pseudo-inverse
# -     said = later_x @ weights * spread + mean
# +     said = np.full(len(later_x), y.mean())


# %% wrong: a forecast that is a step short
# says: The entry "forecast"
# like: pseudo-inverse
# -     report["forecast"] = said
# +     report["forecast"] = said[:-1]


# %% wrong: zeros
# says: is not in the unit of the series
# like: pseudo-inverse
# -     said = later_x @ weights * spread + mean
# +     said = np.zeros(len(later_x))


# %% wrong: the mean is taken away once more
# says: is not in the unit of the series
# like: pseudo-inverse
# -     said = later_x @ weights * spread + mean
# +     said = later_x @ weights * spread - mean
