# %% right: a loop down the first items, then a check of all
def shape_of(nested):
    if not isinstance(nested, (list, tuple)):
        return ()
    inner = {shape_of(item) for item in nested}
    if len(inner) > 1:
        raise ValueError("uneven")
    return (len(nested),) + (inner.pop() if inner else ())


# %% right: level by level
def shape_of(nested):
    shape = []
    level = [nested]
    while all(isinstance(item, list) for item in level):
        lengths = {len(item) for item in level}
        if len(lengths) != 1:
            raise ValueError("rows of different lengths")
        shape.append(lengths.pop())
        level = [part for item in level for part in item]
        if not level:
            break
    if any(isinstance(item, list) for item in level):
        raise ValueError("numbers beside lists")
    return shape


# %% right: NumPy finds it, and refuses
def shape_of(nested):
    return np.array(nested, dtype=float).shape


# %% right: TensorFlow's own shape, as a tuple
def shape_of(nested):
    return tuple(tf.constant(nested, dtype=tf.float32).shape.as_list())


# %% wrong: only the first item is looked at
# says: should raise `ValueError`
def shape_of(nested):
    if not isinstance(nested, list):
        return ()
    return (len(nested),) + shape_of(nested[0])


# %% wrong: reversed axes
# says: the axes come in reverse order
def shape_of(nested):
    return np.array(nested, dtype=float).shape[::-1]


# %% wrong: the rank
# says: you give the rank
def shape_of(nested):
    return np.array(nested, dtype=float).ndim


# %% wrong: how many numbers
# says: you count all the numbers
def shape_of(nested):
    return np.array(nested, dtype=float).size


# %% wrong: two axes only
# says: the innermost lists are left out
def shape_of(nested):
    shape = np.array(nested, dtype=float).shape
    return shape[:2] if len(shape) > 1 else shape


# %% wrong: a vector with two axes
# says: an axis of length 1 was added at the end
def shape_of(nested):
    shape = np.array(nested, dtype=float).shape
    return (*shape, 1) if len(shape) == 1 else shape


# %% wrong: the outermost list forgotten
# says: the outermost list is left out
def shape_of(nested):
    return np.array(nested, dtype=float).shape[1:]


# %% wrong: axes of length 1 dropped
# says: axes of length 1 are left out
def shape_of(nested):
    return np.squeeze(np.array(nested, dtype=float)).shape


# %% wrong: the length of the list
# says: shape_of
def shape_of(nested):
    return len(nested)


# %% wrong: nothing returned
# says: is the `return` missing
def shape_of(nested):
    np.array(nested, dtype=float).shape
