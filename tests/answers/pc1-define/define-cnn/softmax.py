# %% right: TensorFlow
def softmax(scores):
    return tf.nn.softmax(scores, axis=-1)


# %% right: logarithm of the sum subtracted
def softmax(scores):
    return np.exp(scores - np.logaddexp.reduce(scores, axis=-1, keepdims=True))


# %% right: plain Python, recursion for rows, lists returned
def softmax(scores):
    import math

    if np.ndim(scores) > 1:
        return [softmax(row) for row in scores]
    largest = max(scores)
    exponentials = [math.exp(score - largest) for score in scores]
    return [one / sum(exponentials) for one in exponentials]


# %% right: one against all others
def softmax(scores):
    scores = np.asarray(scores, dtype=float)
    with np.errstate(over="ignore"):
        gaps = scores[..., np.newaxis, :] - scores[..., :, np.newaxis]
        return 1 / np.exp(gaps).sum(axis=-1)


# %% right: transposed, so that sums need no keepdims, in float32
def softmax(scores):
    columns = np.asarray(scores, dtype="float32").T
    exponentials = np.exp(columns - columns.max(axis=0))
    return (exponentials / exponentials.sum(axis=0)).T


# %% right: apply_along_axis
def softmax(scores):
    def one_row(row):
        shifted = np.exp(row - np.amax(row))
        return shifted / np.sum(shifted)

    return np.apply_along_axis(one_row, -1, scores)


# %% right: two-dimensional inside, shape restored
def softmax(scores):
    table = np.atleast_2d(scores).astype(float)
    for row in table:
        row -= row.max()
        np.exp(row, out=row)
        row /= row.sum()
    return table.reshape(np.shape(scores))


# %% wrong: not divided by the sum
# says: the exponentials are not divided by their sum
def softmax(scores):
    return np.exp(scores)


# %% wrong: largest score subtracted, not divided by the sum
# says: subtracting the largest score does not replace that
def softmax(scores):
    return np.exp(scores - np.max(scores, axis=-1, keepdims=True))


# %% wrong: scores divided by their sum
# says: take exponentials first
def softmax(scores):
    return scores / np.sum(scores, axis=-1, keepdims=True)


# %% wrong: sigmoid
# says: you take the sigmoid
def softmax(scores):
    return 1 / (1 + np.exp(-scores))


# %% wrong: the largest score marked
# says: you only mark the largest score
def softmax(scores):
    return np.eye(scores.shape[-1])[np.argmax(scores, axis=-1)]


# %% wrong: index of the largest score
# says: is a single number
def softmax(scores):
    return np.argmax(scores, axis=-1)


# %% wrong: nothing subtracted
# says: an exponential that overflows
def softmax(scores):
    exponentials = np.exp(scores)
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


# %% wrong: mean subtracted in place of the largest
# says: an exponential that overflows
def softmax(scores):
    exponentials = np.exp(scores - np.mean(scores, axis=-1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


# %% wrong: scores cut off before the exponential
# says: the scores are cut off
def softmax(scores):
    exponentials = np.exp(np.clip(scores, -700, 700))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


# %% wrong: scores divided by the largest in place of subtracted
# says: the scores are divided by the largest one
def softmax(scores):
    exponentials = np.exp(scores / np.max(scores, axis=-1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


# %% wrong: largest of all rows subtracted from every row
# says: contains NaN
def softmax(scores):
    exponentials = np.exp(scores - np.max(scores))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


# %% wrong: sum over all rows
# says: the sum runs over all rows at once
def softmax(scores):
    exponentials = np.exp(scores - np.max(scores))
    return exponentials / np.sum(exponentials)


# %% wrong: sum down the columns
# says: the sum runs down the columns
def softmax(scores):
    exponentials = np.exp(scores - np.max(scores, axis=0))
    return exponentials / np.sum(exponentials, axis=0)


# %% wrong: dimension not kept
# says: rows are mixed up: keep the dimension
def softmax(scores):
    exponentials = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-1)


# %% wrong: divided by the largest exponential
# says: the exponentials are not divided by their sum
def softmax(scores):
    exponentials = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    return exponentials / np.max(exponentials, axis=-1, keepdims=True)


# %% wrong: exponentials of the negative scores
# says: the scores get a minus sign
def softmax(scores):
    exponentials = np.exp(np.min(scores, axis=-1, keepdims=True) - scores)
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


# %% wrong: powers of 2
# says: you take powers of 2
def softmax(scores):
    powers = 2.0 ** (scores - np.max(scores, axis=-1, keepdims=True))
    return powers / np.sum(powers, axis=-1, keepdims=True)


# %% wrong: softmax twice
# says: through softmax twice
def softmax(scores):
    return tf.nn.softmax(tf.nn.softmax(scores))


# %% wrong: logarithm of the probabilities
# says: you give the logarithms of the probabilities
def softmax(scores):
    return tf.nn.log_softmax(scores)


# %% wrong: percent
# says: should sum to one over the last axis
def softmax(scores):
    return 100 * tf.nn.softmax(scores)


# %% wrong: rounded to two decimals
# says: is close, but further off than rounding explains
def softmax(scores):
    return np.round(tf.nn.softmax(scores), 2)


# %% wrong: one vector only
# says: ValueError: The truth value of an array
def softmax(scores):
    import math

    largest = max(scores)
    exponentials = [math.exp(score - largest) for score in scores]
    return [one / sum(exponentials) for one in exponentials]


# %% wrong: rows only
# says: AxisError
def softmax(scores):
    exponentials = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=1, keepdims=True)


# %% wrong: a row of a matrix for a single vector
# says: an extra axis
def softmax(scores):
    scores = np.atleast_2d(scores)
    exponentials = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


# %% wrong: subtracts in the array that was handed in
# says: was changed by the call
def softmax(scores):
    scores -= np.max(scores, axis=-1, keepdims=True)
    exponentials = np.exp(scores)
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


# %% wrong: prints
# says: is the `return` missing
def softmax(scores):
    print(tf.nn.softmax(scores))


# %% wrong: all zeros
# says: zero everywhere
def softmax(scores):
    return np.zeros(np.shape(scores))


# %% wrong: same probability for each class
# says: same value everywhere
def softmax(scores):
    return np.full(np.shape(scores), 1 / np.shape(scores)[-1])


# %% wrong: in reverse order
# says: in reverse order
def softmax(scores):
    return tf.nn.softmax(scores)[..., ::-1]


# %% wrong: hard-coded for the tests that can be read
# says: has the same value everywhere
def softmax(scores):
    if len(scores) == 3:
        return example_probabilities
    return np.full(np.shape(scores), 0.5)
