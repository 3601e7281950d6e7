# %% right: sums in place of means
def skill(actual, forecast, naive):
    return 1 - abs(actual - forecast).sum() / abs(actual - naive).sum()


# %% right: a function inside
def skill(actual, forecast, naive):
    def error(guess):
        return float(np.abs(np.subtract(guess, actual)).mean())

    return (error(naive) - error(forecast)) / error(naive)


# %% right: a loop
def skill(actual, forecast, naive):
    off = naive_off = 0.0
    for a, f, n in zip(actual, forecast, naive):
        off += abs(a - f)
        naive_off += abs(a - n)
    return 1 - off / naive_off


# %% right: by Keras
def skill(actual, forecast, naive):
    error = keras.losses.mean_absolute_error(actual, forecast)
    naive_error = keras.losses.mean_absolute_error(actual, naive)
    return float(1 - error / naive_error)


# %% wrong: the ratio
# says: the ratio is not taken from 1
def skill(actual, forecast, naive):
    return np.abs(actual - forecast).mean() / np.abs(actual - naive).mean()


# %% wrong: swapped
# says: forecast and naive forecast are swapped
def skill(actual, forecast, naive):
    return 1 - np.abs(actual - naive).mean() / max(
        np.abs(actual - forecast).mean(), 1e-9
    )


# %% wrong: squares
# says: errors are squared
def skill(actual, forecast, naive):
    return 1 - np.mean((actual - forecast) ** 2) / np.mean((actual - naive) ** 2)


# %% wrong: roots of squares
# says: the roots of squared errors are compared
def skill(actual, forecast, naive):
    return 1 - np.sqrt(
        np.mean((actual - forecast) ** 2) / np.mean((actual - naive) ** 2)
    )


# %% wrong: errors with their sign
# says: the errors keep their sign
def skill(actual, forecast, naive):
    return 1 - np.mean(actual - forecast) / np.mean(actual - naive)


# %% wrong: error alone
# says: this is the error of the forecast, not compared with anything
def skill(actual, forecast, naive):
    return np.abs(actual - forecast).mean()


# %% wrong: difference
# says: the difference of the errors is not divided
def skill(actual, forecast, naive):
    return np.abs(actual - naive).mean() - np.abs(actual - forecast).mean()


# %% wrong: the sign turned round
# says: the sign is turned round
def skill(actual, forecast, naive):
    return np.abs(actual - forecast).mean() / np.abs(actual - naive).mean() - 1


# %% wrong: percent
# says: it is in percent
def skill(actual, forecast, naive):
    return 100 * (1 - np.abs(actual - forecast).mean() / np.abs(actual - naive).mean())


# %% wrong: beside the mean
# says: this compares with forecasting the mean
def skill(actual, forecast, naive):
    return 1 - np.abs(actual - forecast).mean() / np.abs(actual - actual.mean()).mean()


# %% wrong: always 0
# says: skill(...)
def skill(actual, forecast, naive):
    return 0.0


# %% wrong: the number from paper
# says: skill(...)
def skill(actual, forecast, naive):
    return 2 / 3


# %% wrong: nothing returned
# says: skill(...)
def skill(actual, forecast, naive):
    1 - np.abs(actual - forecast).mean()


# %% wrong: the forecast is overwritten
# says: The array `forecast` was changed by the call
def skill(actual, forecast, naive):
    forecast -= actual
    return 1 - np.abs(forecast).mean() / np.abs(actual - naive).mean()
