# %% right: each row by itself
def lane_offset(feature_map, metres_per_column):
    places = [max(range(len(row)), key=list(row).__getitem__) for row in feature_map]
    return (
        sum(places) / len(places) - (len(feature_map[0]) - 1) / 2
    ) * metres_per_column


# %% right: columns named by their distance in metres
def lane_offset(feature_map, metres_per_column):
    rows, columns = feature_map.shape
    metres = (np.arange(columns) - np.arange(columns).mean()) * metres_per_column
    return metres[feature_map.argmax(axis=1)].mean()


# %% right: with TensorFlow
def lane_offset(feature_map, metres_per_column):
    places = tf.cast(tf.argmax(feature_map, axis=-1), tf.float64)
    middle = (feature_map.shape[1] - 1) / 2
    return float((tf.reduce_mean(places) - middle) * metres_per_column)


# %% right: sorted
def lane_offset(feature_map, metres_per_column):
    best = np.argsort(feature_map, axis=1)[:, -1]
    return np.mean((2 * best + 1 - feature_map.shape[1]) / 2) * metres_per_column


# %% wrong: the largest number
# says: this is how large the largest number is, not where it stands
def lane_offset(feature_map, metres_per_column):
    return feature_map.max()


# %% wrong: the mean of the largest numbers
# says: the mean of the largest numbers is not a place
def lane_offset(feature_map, metres_per_column):
    return feature_map.max(axis=1).mean()


# %% wrong: from the left edge
# says: the place is counted from the left edge
def lane_offset(feature_map, metres_per_column):
    return feature_map.argmax(axis=1).mean() * metres_per_column


# %% wrong: half the number of columns
# says: the middle is half the number of columns
def lane_offset(feature_map, metres_per_column):
    return (
        feature_map.argmax(axis=1).mean() - feature_map.shape[1] / 2
    ) * metres_per_column


# %% wrong: a whole column as the middle
# says: the middle is half the number of columns
def lane_offset(feature_map, metres_per_column):
    return (
        feature_map.argmax(axis=1).mean() - feature_map.shape[1] // 2
    ) * metres_per_column


# %% wrong: left is positive
# says: left and right are swapped
def lane_offset(feature_map, metres_per_column):
    return (
        (feature_map.shape[1] - 1) / 2 - feature_map.argmax(axis=1).mean()
    ) * metres_per_column


# %% wrong: in columns
# says: the offset is still in columns
def lane_offset(feature_map, metres_per_column):
    return feature_map.argmax(axis=1).mean() - (feature_map.shape[1] - 1) / 2


# %% wrong: rows and columns swapped
# says: rows and columns are swapped
def lane_offset(feature_map, metres_per_column):
    return (
        feature_map.argmax(axis=0).mean() - (feature_map.shape[0] - 1) / 2
    ) * metres_per_column


# %% wrong: the middle of the rows
# says: the middle of the rows is used
def lane_offset(feature_map, metres_per_column):
    return (
        feature_map.argmax(axis=1).mean() - (feature_map.shape[0] - 1) / 2
    ) * metres_per_column


# %% wrong: one largest number for the whole map
# says: only the largest number of the whole map is used
def lane_offset(feature_map, metres_per_column):
    column = np.argmax(feature_map) % feature_map.shape[1]
    return (column - (feature_map.shape[1] - 1) / 2) * metres_per_column


# %% wrong: the smallest numbers
# says: the smallest numbers are looked for
def lane_offset(feature_map, metres_per_column):
    return (
        feature_map.argmin(axis=1).mean() - (feature_map.shape[1] - 1) / 2
    ) * metres_per_column


# %% wrong: the first row
# says: only the first row is used
def lane_offset(feature_map, metres_per_column):
    return (
        feature_map[0].argmax() - (feature_map.shape[1] - 1) / 2
    ) * metres_per_column


# %% wrong: divided by metres
# says: the metres are divided by
def lane_offset(feature_map, metres_per_column):
    return (
        feature_map.argmax(axis=1).mean() - (feature_map.shape[1] - 1) / 2
    ) / metres_per_column


# %% wrong: the number from paper
# says: lane_offset(...)
def lane_offset(feature_map, metres_per_column):
    return 0.15


# %% wrong: zero
# says: lane_offset(...)
def lane_offset(feature_map, metres_per_column):
    return 0.0


# %% wrong: nothing returned
# says: lane_offset(...)
def lane_offset(feature_map, metres_per_column):
    feature_map.argmax(axis=1)
