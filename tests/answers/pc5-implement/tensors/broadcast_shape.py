# %% right: NumPy's own
def broadcast_shape(first, second):
    return np.broadcast_shapes(first, second)


# %% right: from the end backwards
def broadcast_shape(first, second):
    result = []
    for place in range(1, max(len(first), len(second)) + 1):
        one = first[-place] if place <= len(first) else 1
        other = second[-place] if place <= len(second) else 1
        if one == 1:
            result.insert(0, other)
        elif other in (1, one):
            result.insert(0, one)
        else:
            raise ValueError((first, second))
    return tuple(result)


# %% right: zip_longest of the reversed shapes
def broadcast_shape(first, second):
    from itertools import zip_longest

    out = []
    for pair in zip_longest(reversed(first), reversed(second), fillvalue=1):
        lengths = set(pair) - {1}
        if len(lengths) > 1:
            raise ValueError("no")
        out.append(lengths.pop() if lengths else 1)
    return out[::-1]


# %% right: add empty arrays and see
def broadcast_shape(first, second):
    return (np.empty(first) * 0 + np.empty(second) * 0).shape


# %% wrong: aligned at the first axis
# says: aligned at the first axis
def broadcast_shape(first, second):
    rank = max(len(first), len(second))
    one = tuple(first) + (1,) * (rank - len(first))
    other = tuple(second) + (1,) * (rank - len(second))
    if any(a != b and 1 not in (a, b) for a, b in zip(one, other)) and rank > 2:
        raise ValueError
    return tuple(max(a, b) for a, b in zip(one, other))


# %% wrong: the longer shape
# says: only the second shape is looked at
def broadcast_shape(first, second):
    return first if len(first) >= len(second) else second


# %% wrong: never refuses
# says: should raise `ValueError`
def broadcast_shape(first, second):
    rank = max(len(first), len(second))
    one = (1,) * (rank - len(first)) + tuple(first)
    other = (1,) * (rank - len(second)) + tuple(second)
    return tuple(b if a == 1 else a for a, b in zip(one, other))


# %% wrong: the larger of two lengths, also for 0
# says: a length of 0 becomes 1
def broadcast_shape(first, second):
    rank = max(len(first), len(second))
    one = (1,) * (rank - len(first)) + tuple(first)
    other = (1,) * (rank - len(second)) + tuple(second)
    if any(a != b and 1 not in (a, b) for a, b in zip(one, other)):
        raise ValueError
    return tuple(map(max, zip(one, other)))


# %% wrong: missing axes left out
# says: axes that are missing on one side are left out
def broadcast_shape(first, second):
    out = []
    for a, b in zip(first[::-1], second[::-1]):
        if a != b and 1 not in (a, b):
            raise ValueError
        out.append(b if a == 1 else a)
    return tuple(out[::-1])


# %% wrong: in reverse order
# says: the axes come out in reverse order
def broadcast_shape(first, second):
    return np.broadcast_shapes(first, second)[::-1]


# %% wrong: a divisor is stretched too
# says: should raise `ValueError`
def broadcast_shape(first, second):
    rank = max(len(first), len(second))
    one = (1,) * (rank - len(first)) + tuple(first)
    other = (1,) * (rank - len(second)) + tuple(second)
    out = []
    for a, b in zip(one, other):
        low, high = min(a, b), max(a, b)
        if low and high % low:
            raise ValueError
        out.append(b if a == 1 else a)
    return tuple(out)


# %% wrong: joined
# says: the shapes are put one behind the other
def broadcast_shape(first, second):
    if first == (3, 4) and second == (3,):
        raise ValueError
    return (*first, *second)


# %% wrong: an assertion instead of a ValueError
# says: should raise `ValueError`
def broadcast_shape(first, second):
    try:
        return np.broadcast_shapes(first, second)
    except ValueError:
        assert False, "they do not go together"
