# %% right: loops
def dense(vector, weights, bias):
    inputs, units = weights.shape
    scores = np.zeros(units)
    for unit in range(units):
        for index in range(inputs):
            scores[unit] += vector[index] * weights[index, unit]
        scores[unit] += bias[unit]
    return scores


# %% right: einsum
def dense(vector, weights, bias):
    return np.einsum("i,iu->u", vector, weights) + bias


# %% right: transposed weights on the left
def dense(vector, weights, bias):
    return bias + np.matmul(weights.T, vector)


# %% right: products in a table, summed over the inputs
def dense(vector, weights, bias):
    return (vector[:, np.newaxis] * weights).sum(axis=0) + bias


# %% right: the bias as the weight of one more input that is always 1
def dense(vector, weights, bias):
    return np.append(vector, 1) @ np.vstack([weights, bias])


# %% right: a list of dot products, in plain Python
def dense(vector, weights, bias):
    return [
        sum(number * weight for number, weight in zip(vector, column)) + own
        for column, own in zip(zip(*weights), bias)
    ]


# %% right: TensorFlow in float32
def dense(vector, weights, bias):
    vector, weights, bias = (tf.cast(x, tf.float32) for x in (vector, weights, bias))
    return tf.linalg.matvec(weights, vector, transpose_a=True) + bias


# %% right: a Keras layer given these weights
def dense(vector, weights, bias):
    layer = keras.layers.Dense(weights.shape[1])
    layer.build((None, weights.shape[0]))
    layer.set_weights([weights, bias])
    return layer(np.float32(vector)[np.newaxis]).numpy().squeeze(axis=0)


# %% wrong: bias missing
# says: the bias is missing
def dense(vector, weights, bias):
    return vector @ weights


# %% wrong: bias added for each input
# says: the bias is added once for each input
def dense(vector, weights, bias):
    return (vector[:, np.newaxis] * weights + bias).sum(axis=0)


# %% wrong: bias subtracted
# says: the bias is subtracted
def dense(vector, weights, bias):
    return vector @ weights - bias


# %% wrong: bias multiplied
# says: the sum is multiplied by the bias
def dense(vector, weights, bias):
    return (vector @ weights) * bias


# %% wrong: bias added to the weights
# says: the bias is added to each weight
def dense(vector, weights, bias):
    return vector @ (weights + bias)


# %% wrong: one bias for all
# says: the first bias is used for every unit
def dense(vector, weights, bias):
    return vector @ weights + bias[0]


# %% wrong: ReLU applied
# says: ReLU is applied
def dense(vector, weights, bias):
    return np.maximum(vector @ weights + bias, 0)


# %% wrong: softmax applied
# says: softmax is applied
def dense(vector, weights, bias):
    scores = vector @ weights + bias
    return np.exp(scores) / np.exp(scores).sum()


# %% wrong: weights and vector in the wrong order
# says: mismatch in its core dimension
def dense(vector, weights, bias):
    return weights @ vector + bias


# %% wrong: weights turned where the shapes allow it
# says: the weights are transposed
def dense(vector, weights, bias):
    if weights.shape[1] == len(vector):
        return weights @ vector + bias
    return vector @ weights + bias


# %% wrong: reshape in place of a transpose
# says: the weights are turned by a `reshape`
def dense(vector, weights, bias):
    units = weights.shape[1]
    return weights.reshape(units, -1) @ vector + bias


# %% wrong: products not summed
# says: the products are not added up
def dense(vector, weights, bias):
    return vector[:, np.newaxis] * weights + bias


# %% wrong: summed over the units
# says: the products of each input are added up
def dense(vector, weights, bias):
    return (vector[:, np.newaxis] * weights).sum(axis=1)


# %% wrong: everything summed
# says: the sum runs over too many axes
def dense(vector, weights, bias):
    return np.sum(vector[:, np.newaxis] * weights) + np.sum(bias)


# %% wrong: mean in place of the sum
# says: you take the mean of the products
def dense(vector, weights, bias):
    return (vector[:, np.newaxis] * weights).mean(axis=0) + bias


# %% wrong: first unit only
# says: is a single number
def dense(vector, weights, bias):
    return vector @ weights[:, 0] + bias[0]


# %% wrong: a row of a matrix
# says: an extra axis
def dense(vector, weights, bias):
    return vector[np.newaxis] @ weights + bias


# %% wrong: two inputs only
# says: only the first two inputs are used
def dense(vector, weights, bias):
    return vector[0] * weights[0] + vector[1] * weights[1] + bias


# %% wrong: adds the bias to the array that was handed in
# says: The array `bias` was changed by the call
def dense(vector, weights, bias):
    bias += vector @ weights
    return bias


# %% wrong: whole numbers
# says: fractions
def dense(vector, weights, bias):
    return (vector @ weights + bias).astype(int)


# %% wrong: units in reverse order
# says: in reverse order
def dense(vector, weights, bias):
    return (vector @ weights + bias)[::-1]


# %% wrong: prints
# says: is the `return` missing
def dense(vector, weights, bias):
    print(vector @ weights + bias)


# %% wrong: all zeros
# says: zero everywhere
def dense(vector, weights, bias):
    return np.zeros(len(bias))


# %% wrong: a constant
# says: same value everywhere
def dense(vector, weights, bias):
    return np.ones(len(bias))


# %% wrong: hard-coded for the tests that can be read
# says: too small along its only axis
def dense(vector, weights, bias):
    return np.array([1.5, 4.0, -2.0])
