# %% right: a helper for one part
def scale_like_training(training, test):
    def scaled(part):
        return (part - training.mean()) / training.std()

    return scaled(training), scaled(test)


# %% right: sums by hand
def scale_like_training(training, test):
    mean = training.sum() / training.size
    spread = (((training - mean) ** 2).sum() / training.size) ** 0.5
    return [(training - mean) / spread, (test - mean) / spread]


# %% right: Keras's own layer
def scale_like_training(training, test):
    layer = layers.Normalization(mean=training.mean(), variance=training.var())
    return tuple(
        layer(part.reshape(-1, 1)).numpy().reshape(part.shape)
        for part in (training, test)
    )


# %% wrong: mean and spread of everything
# says: mean and spread are those of both parts together: the test leaks into the scaling
def scale_like_training(training, test):
    both = np.concatenate([training.ravel(), test.ravel()])
    return (training - both.mean()) / both.std(), (test - both.mean()) / both.std()


# %% wrong: each part on its own
# says: the test part is scaled with its own mean and spread
def scale_like_training(training, test):
    spread = test.std() if test.size > 1 else training.std()
    mean = test.mean() if test.size > 1 else training.mean()
    return (training - training.mean()) / training.std(), (test - mean) / spread


# %% wrong: the mean is left in
# says: the mean is not taken away
def scale_like_training(training, test):
    return training / training.std(), test / training.std()


# %% wrong: not divided
# says: only the mean is taken away: divide by the spread
def scale_like_training(training, test):
    return training - training.mean(), test - training.mean()


# %% wrong: between 0 and 1
# says: the parts are scaled to between 0 and 1
def scale_like_training(training, test):
    low, high = training.min(), training.max()
    return (training - low) / (high - low), (test - low) / (high - low)


# %% wrong: variance in place of spread
# says: you divide by the variance: the spread is its square root
def scale_like_training(training, test):
    mean, variance = training.mean(), training.var()
    return (training - mean) / variance, (test - mean) / variance


# %% wrong: ddof=1
# says: the spread divides by one less than the number
def scale_like_training(training, test):
    mean, spread = training.mean(), training.std(ddof=1)
    return (training - mean) / spread, (test - mean) / spread


# %% wrong: each column on its own
# says: each column has a mean and spread of its own: one mean and one spread serve all
def scale_like_training(training, test):
    mean, spread = training.mean(axis=0), training.std(axis=0)
    return (training - mean) / spread, (test - mean) / spread


# %% wrong: changed in place
# says: changed
def scale_like_training(training, test):
    mean, spread = training.mean(), training.std()
    for part in (training, test):
        part -= mean
        part /= spread
    return training, test


# %% wrong: the parts as they are
# says: it is as it was
def scale_like_training(training, test):
    return training, test


# %% wrong: the training part only
# says: should return two parts
def scale_like_training(training, test):
    return (training - training.mean()) / training.std()


# %% wrong: the numbers of the visible test
# says: The training part has too few axes
def scale_like_training(training, test):
    return np.array([-1.0, 1.0]), np.array([6.0])
