# %% right: a loop
def confusion_matrix(true, predicted, classes):
    counts = np.zeros((classes, classes), int)
    for i, j in zip(true, predicted):
        counts[i, j] += 1
    return counts


# %% right: bincount of pairs
def confusion_matrix(true, predicted, classes):
    pairs = np.asarray(true) * classes + np.asarray(predicted)
    return np.bincount(pairs, minlength=classes**2).reshape(classes, classes)


# %% right: a product of one-hot rows
def confusion_matrix(true, predicted, classes):
    return (np.eye(classes, dtype=int)[true].T) @ np.eye(classes, dtype=int)[predicted]


# %% right: TensorFlow's own
def confusion_matrix(true, predicted, classes):
    return tf.math.confusion_matrix(true, predicted, num_classes=classes)


# %% wrong: rows and columns swapped
# says: rows and columns are swapped
def confusion_matrix(true, predicted, classes):
    counts = np.zeros((classes, classes), int)
    np.add.at(counts, (predicted, true), 1)
    return counts


# %% wrong: pairs counted once
# says: counted once
def confusion_matrix(true, predicted, classes):
    counts = np.zeros((classes, classes), int)
    counts[true, predicted] += 1
    return counts


# %% wrong: shares of the rows
# says: shares are given
def confusion_matrix(true, predicted, classes):
    counts = np.zeros((classes, classes))
    np.add.at(counts, (true, predicted), 1)
    return counts / counts.sum(axis=1, keepdims=True)


# %% wrong: shares of all
# says: the shares of all pictures
def confusion_matrix(true, predicted, classes):
    counts = np.zeros((classes, classes))
    np.add.at(counts, (true, predicted), 1)
    return counts / len(true)


# %% wrong: only what is right
# says: only what is right
def confusion_matrix(true, predicted, classes):
    return np.diag(np.bincount(true[true == predicted], minlength=classes))


# %% wrong: classes at hand only
# says: wrong length
def confusion_matrix(true, predicted, classes):
    classes = max(*true, *predicted) + 1
    counts = np.zeros((classes, classes), int)
    np.add.at(counts, (true, predicted), 1)
    return counts


# %% wrong: all zero
# says: zero everywhere
def confusion_matrix(true, predicted, classes):
    return np.zeros((classes, classes), int)
