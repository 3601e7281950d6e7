# %% right: Keras's metric
def error_in_vehicles(targets, forecasts, deviation):
    flat = np.reshape(targets, -1), np.reshape(forecasts, -1)
    return float(keras.losses.mean_absolute_error(*flat)) * deviation


# %% right: a loop
def error_in_vehicles(targets, forecasts, deviation):
    misses = [abs(t - f) for t, f in zip(np.ravel(targets), np.ravel(forecasts))]
    return deviation * sum(misses) / len(misses)


# %% right: scaled back first
def error_in_vehicles(targets, forecasts, deviation):
    targets = np.array(targets) * deviation
    forecasts = np.array(forecasts).reshape(targets.shape) * deviation
    return np.abs(targets - forecasts).mean()


# %% wrong: broadcast to a square
# says: every target is compared with every forecast
def error_in_vehicles(targets, forecasts, deviation):
    return float(np.mean(np.abs(targets - forecasts)) * deviation)


# %% wrong: misses cancel
# says: misses above and below cancel out
def error_in_vehicles(targets, forecasts, deviation):
    return float(
        abs(np.mean(targets - np.reshape(forecasts, targets.shape))) * deviation
    )


# %% wrong: added up
# says: the misses of all examples are added up
def error_in_vehicles(targets, forecasts, deviation):
    return float(
        np.sum(np.abs(targets - np.reshape(forecasts, targets.shape))) * deviation
    )


# %% wrong: squared
# says: the misses are squared
def error_in_vehicles(targets, forecasts, deviation):
    return float(
        np.mean((targets - np.reshape(forecasts, targets.shape)) ** 2) * deviation
    )


# %% wrong: root of the mean square
# says: this is the root of the mean square
def error_in_vehicles(targets, forecasts, deviation):
    difference = targets - np.reshape(forecasts, targets.shape)
    return float(np.sqrt(np.mean(difference**2)) * deviation)


# %% wrong: not in vehicles
# says: the error is still scaled
def error_in_vehicles(targets, forecasts, deviation):
    return float(np.mean(np.abs(targets - np.reshape(forecasts, targets.shape))))


# %% wrong: divided
# says: you divide by the deviation
def error_in_vehicles(targets, forecasts, deviation):
    return float(
        np.mean(np.abs(targets - np.reshape(forecasts, targets.shape))) / deviation
    )


# %% wrong: always 30
# says: error_in_vehicles
def error_in_vehicles(targets, forecasts, deviation):
    return 30.0
