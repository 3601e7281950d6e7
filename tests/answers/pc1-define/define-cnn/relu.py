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


# %% wrong: absolute value
# says: negative numbers lose their sign
def relu(feature_map):
    return np.abs(feature_map)


# %% wrong: mask instead of numbers
# says: true and false
def relu(feature_map):
    return feature_map > 0


# %% wrong: clipped at 1
# says: positive numbers are cut off at 1
def relu(feature_map):
    return np.clip(feature_map, 0, 1)


# %% wrong: changes its input
# says: changed
def relu(feature_map):
    feature_map[feature_map < 0] = 0
    return feature_map


# %% wrong: always zero
# says: zero
def relu(feature_map):
    return np.zeros_like(feature_map)
