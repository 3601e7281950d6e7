# %% right: comparison times value
def relu(feature_map):
    return feature_map * (feature_map > 0)


# %% right: where
def relu(feature_map):
    return np.where(feature_map < 0, 0.0, feature_map)


# %% right: maximum of a list comprehension, keeping the shape
def relu(feature_map):
    numbers = [number if number > 0 else 0 for number in np.ravel(feature_map)]
    return np.array(numbers).reshape(np.shape(feature_map))


# %% right: copy, then fill
def relu(feature_map):
    rectified = feature_map.copy()
    rectified[rectified < 0] = 0
    return rectified


# %% right: half of the number plus its size, in float32
def relu(feature_map):
    feature_map = np.asarray(feature_map, dtype=np.float32)
    return (feature_map + np.abs(feature_map)) / 2


# %% right: TensorFlow
def relu(feature_map):
    return tf.nn.relu(feature_map)


# %% right: recursion down to the numbers, nested lists returned
def relu(feature_map):
    if np.ndim(feature_map) == 0:
        return max(0.0, float(feature_map))
    return [relu(part) for part in feature_map]


# %% right: clipped below only
def relu(feature_map):
    return np.clip(feature_map, 0, None)


# %% wrong: absolute value
# says: negative numbers lose their sign
def relu(feature_map):
    return np.abs(feature_map)


# %% wrong: mask instead of numbers
# says: true and false
def relu(feature_map):
    return feature_map > 0


# %% wrong: 1 where positive
# says: you only mark where numbers are positive
def relu(feature_map):
    return np.where(feature_map > 0, 1.0, 0.0)


# %% wrong: clipped at 1
# says: positive numbers are cut off at 1
def relu(feature_map):
    return np.clip(feature_map, 0, 1)


# %% wrong: clipped at 6
# says: positive numbers are cut off at 6
def relu(feature_map):
    return np.clip(feature_map, 0, 6)


# %% wrong: clipped at 255
# says: positive numbers are cut off at 255
def relu(feature_map):
    return np.clip(feature_map, 0, 255)


# %% wrong: scaled to 0 to 1, a normalisation
# says: ReLU is no normalisation
def relu(feature_map):
    low, high = feature_map.min(), feature_map.max()
    return (feature_map - low) / (high - low)


# %% wrong: negative numbers kept, positive ones dropped
# says: the negative numbers are kept
def relu(feature_map):
    return np.minimum(feature_map, 0)


# %% wrong: leaky
# says: keeps its negative values
def relu(feature_map):
    return np.where(feature_map > 0, feature_map, 0.1 * feature_map)


# %% wrong: numbers below 1 dropped as well
# says: numbers below 1 are dropped as well
def relu(feature_map):
    return np.where(feature_map < 1, 0, feature_map)


# %% wrong: negative numbers left out, not replaced
# says: negative numbers are left out
def relu(feature_map):
    return feature_map[feature_map > 0]


# %% wrong: sigmoid
# says: you take the sigmoid
def relu(feature_map):
    return 1 / (1 + np.exp(-feature_map))


# %% wrong: nothing done
# says: keeps its negative values: ReLU should turn each of them into zero
def relu(feature_map):
    return feature_map


# %% wrong: sign changed
# says: has negative values, where none can be
def relu(feature_map):
    return -feature_map


# %% wrong: one number back, the largest
# says: is a single number
def relu(feature_map):
    return max(0, np.max(feature_map))


# %% wrong: np.max in place of np.maximum
# says: is the maximum over the first axis
def relu(feature_map):
    return np.max(feature_map, 0)


# %% wrong: Python's max on an array
# says: ambiguous
def relu(feature_map):
    return max(feature_map, 0)


# %% wrong: `if` on an array
# says: ambiguous
def relu(feature_map):
    if feature_map > 0:
        return feature_map
    return 0


# %% wrong: whole numbers, because vectorize looks at the first result only
# says: lost its fractions
def relu(feature_map):
    return np.vectorize(lambda number: max(0, number))(feature_map)


# %% wrong: rows and columns only
# says: IndexError: tuple index out of range
def relu(feature_map):
    result = np.zeros(feature_map.shape)
    for row in range(feature_map.shape[0]):
        for column in range(feature_map.shape[1]):
            if feature_map[row, column] > 0:
                result[row, column] = feature_map[row, column]
    return result


# %% wrong: flattened
# says: one long row
def relu(feature_map):
    return np.array([max(0, number) for number in feature_map.ravel()])


# %% wrong: changes its input
# says: changed
def relu(feature_map):
    feature_map[feature_map < 0] = 0
    return feature_map


# %% wrong: changes its input through `out`
# says: changed
def relu(feature_map):
    return np.maximum(feature_map, 0, out=feature_map)


# %% wrong: returns from inside the loop
# says: does a loop end after its first turn
def relu(feature_map):
    result = np.zeros(feature_map.shape)
    for index, part in enumerate(feature_map):
        result[index] = np.maximum(part, 0)
        return result


# %% wrong: reversed
# says: reversed
def relu(feature_map):
    return np.maximum(feature_map, 0)[::-1]


# %% wrong: prints
# says: is the `return` missing
def relu(feature_map):
    print(np.maximum(feature_map, 0))


# %% wrong: always zero
# says: zero
def relu(feature_map):
    return np.zeros_like(feature_map)


# %% wrong: a constant
# says: same value everywhere
def relu(feature_map):
    return np.full_like(feature_map, 7.0)


# %% wrong: hard-coded for the tests that can be read
# says: too few axes
def relu(feature_map):
    if feature_map.ndim == 1:
        return np.array([0.0, 3.0])
    return np.array([[0.0, 7.0, 3.0], [0.5, 2.5, 0.0]])
