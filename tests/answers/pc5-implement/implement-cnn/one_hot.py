# %% right: a comparison with all classes
def one_hot(labels, classes):
    return (np.asarray(labels)[:, None] == np.arange(classes)).astype("float32")


# %% right: zeros, then ones
def one_hot(labels, classes):
    rows = np.zeros((len(labels), classes), "float32")
    for row, label in zip(rows, labels):
        row[label] = 1
    return rows


# %% right: Keras
def one_hot(labels, classes):
    return keras.utils.to_categorical(labels, classes).astype("float32")


# %% right: TensorFlow
def one_hot(labels, classes):
    return tf.one_hot(labels, depth=classes)


# %% wrong: transposed
# says: rows and columns are swapped
def one_hot(labels, classes):
    return np.eye(classes, dtype="float32")[labels].T


# %% wrong: classes from 1
# says: classes are counted from 1
def one_hot(labels, classes):
    return np.eye(classes, dtype="float32")[np.asarray(labels) - 1]


# %% wrong: 0 and 1 swapped
# says: 0 and 1 are swapped
def one_hot(labels, classes):
    return 1 - np.eye(classes, dtype="float32")[labels]


# %% wrong: the label in place of 1
# says: the label itself is written
def one_hot(labels, classes):
    return (
        np.eye(classes, dtype="float32")[labels]
        * np.asarray(labels, "float32")[:, None]
    )


# %% wrong: counted from the back
# says: counted from the back
def one_hot(labels, classes):
    return np.eye(classes, dtype="float32")[labels][:, ::-1]


# %% wrong: as many columns as labels at hand
# says: wrong length along the second axis
def one_hot(labels, classes):
    return np.eye(max(labels) + 1, dtype="float32")[labels]


# %% wrong: float64
# says: floats of another precision
def one_hot(labels, classes):
    return np.eye(classes)[labels]


# %% wrong: all zero
# says: zero everywhere
def one_hot(labels, classes):
    return np.zeros((len(labels), classes), "float32")
