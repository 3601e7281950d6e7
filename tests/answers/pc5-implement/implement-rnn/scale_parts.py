# %% right: two helper values and a loop
def scale_parts(train, validation, test):
    m, s = np.mean(train, 0), np.std(train, 0)
    out = []
    for part in (train, validation, test):
        out.append(np.divide(np.subtract(part, m), s))
    out += [m, s]
    return out


def to_vehicles(scaled, mean, deviation):
    return np.add(np.multiply(scaled, deviation[0]), mean[0])


# %% right: column by column
def scale_parts(train, validation, test):
    columns = range(train.shape[1])
    mean = np.array([sum(train[:, c]) / len(train) for c in columns])
    deviation = np.array(
        [(sum((train[:, c] - mean[c]) ** 2) / len(train)) ** 0.5 for c in columns]
    )

    def scaled(part):
        return np.stack(
            [(part[:, c] - mean[c]) / deviation[c] for c in columns], axis=1
        )

    return scaled(train), scaled(validation), scaled(test), mean, deviation


def to_vehicles(scaled, mean, deviation):
    first_mean, first_deviation = mean[0], deviation[0]
    return first_mean + first_deviation * np.asarray(scaled)


# %% right: a Keras layer that was adapted to the training part
def scale_parts(train, validation, test):
    mean = tf.reduce_mean(tf.constant(train, tf.float64), axis=0)
    deviation = tf.math.reduce_std(tf.constant(train, tf.float64), axis=0)
    parts = [
        (tf.constant(p, tf.float64) - mean) / deviation
        for p in (train, validation, test)
    ]
    return (*[p.numpy() for p in parts], mean.numpy(), deviation.numpy())


def to_vehicles(scaled, mean, deviation):
    return scaled * deviation[0] + mean[0]


# %% wrong: fitted on everything
# says: the future leaks into the past
def scale_parts(train, validation, test):
    every = np.concatenate([train, validation, test])
    mean, deviation = every.mean(axis=0), every.std(axis=0)
    return *((p - mean) / deviation for p in (train, validation, test)), mean, deviation


def to_vehicles(scaled, mean, deviation):
    return scaled * deviation[0] + mean[0]


# %% wrong: each part by itself
# says: each part is scaled by its own mean and deviation
def scale_parts(train, validation, test):
    def own(p):
        spread = p.std(axis=0)
        return (p - p.mean(axis=0)) / np.where(spread > 0, spread, 1)

    return own(train), own(validation), own(test), train.mean(axis=0), train.std(axis=0)


def to_vehicles(scaled, mean, deviation):
    return scaled * deviation[0] + mean[0]


# %% wrong: one mean for all columns
# says: one mean and one deviation serve all columns
def scale_parts(train, validation, test):
    mean, deviation = train.mean(), train.std()
    return *((p - mean) / deviation for p in (train, validation, test)), mean, deviation


def to_vehicles(scaled, mean, deviation):
    return scaled * deviation[0] + mean[0]


# %% wrong: variance
# says: you divide by the variance
def scale_parts(train, validation, test):
    mean, deviation = train.mean(axis=0), train.var(axis=0)
    return *((p - mean) / deviation for p in (train, validation, test)), mean, deviation


def to_vehicles(scaled, mean, deviation):
    return scaled * deviation[0] + mean[0]


# %% wrong: from least to largest
# says: the columns are stretched from their least to their largest number
def scale_parts(train, validation, test):
    low, reach = train.min(axis=0), np.ptp(train, axis=0)
    return *((p - low) / reach for p in (train, validation, test)), low, reach


def to_vehicles(scaled, mean, deviation):
    return scaled * deviation[0] + mean[0]


# %% wrong: divided by one less
# says: the deviation divides by one less
def scale_parts(train, validation, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0, ddof=1)
    return *((p - mean) / deviation for p in (train, validation, test)), mean, deviation


def to_vehicles(scaled, mean, deviation):
    return scaled * deviation[0] + mean[0]


# %% wrong: way back in the wrong order
# says: the mean is added before the multiplication
def scale_parts(train, validation, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    return *((p - mean) / deviation for p in (train, validation, test)), mean, deviation


def to_vehicles(scaled, mean, deviation):
    return (scaled + mean[0]) * deviation[0]


# %% wrong: way back forgets the mean
# says: the mean is missing
def scale_parts(train, validation, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    return *((p - mean) / deviation for p in (train, validation, test)), mean, deviation


def to_vehicles(scaled, mean, deviation):
    return scaled * deviation[0]


# %% wrong: way back with the last column
# says: the last column's mean and deviation are used
def scale_parts(train, validation, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    return *((p - mean) / deviation for p in (train, validation, test)), mean, deviation


def to_vehicles(scaled, mean, deviation):
    return scaled * deviation[-1] + mean[-1]


# %% wrong: scales in place
# says: array `train`
def scale_parts(train, validation, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    for p in (train, validation, test):
        p -= mean
        p /= deviation
    return train, validation, test, mean, deviation


def to_vehicles(scaled, mean, deviation):
    return scaled * deviation[0] + mean[0]


# %% wrong: mean and deviation not returned
# says: five arrays
def scale_parts(train, validation, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    return [(p - mean) / deviation for p in (train, validation, test)]


def to_vehicles(scaled, mean, deviation):
    return scaled
