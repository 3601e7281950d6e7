# %% right: a branch for each padding
def output_length(length, stack):
    for kernel_size, stride, padding in stack:
        if padding == "valid":
            if length < kernel_size:
                raise ValueError("the window does not fit")
            length = (length - kernel_size) // stride + 1
        else:
            length = (length + stride - 1) // stride
    return length


# %% right: counts the starts of windows
def output_length(length, stack):
    for size, stride, padding in stack:
        last = length - size if padding == "valid" else length - 1
        length = len(range(0, last + 1, stride))
        if length == 0:
            raise ValueError(f"window of {size} is too long")
    return length


# %% right: asks Keras
def output_length(length, stack):
    shape = (None, length, 1)
    for size, stride, padding in stack:
        if padding == "valid" and shape[1] < size:
            raise ValueError(f"{size} steps do not fit into {shape[1]}")
        layer = layers.Conv1D(1, size, strides=stride, padding=padding)
        shape = layer.compute_output_shape(shape)
    return shape[1]


# %% right: one layer at a time, recursively
def output_length(length, stack):
    if not stack:
        return length
    (size, stride, padding), *rest = stack
    room = length - size if padding == "valid" else length - 1
    if room < 0:
        raise ValueError("too short")
    return output_length(room // stride + 1, rest)


# %% wrong: without the last place
# says: the last place is missing
def output_length(length, stack):
    for size, stride, padding in stack:
        if padding == "valid" and size > length:
            raise ValueError
        length = (
            (length - size) // stride if padding == "valid" else -(-length // stride)
        )
    return length


# %% wrong: stride ignored
# says: the stride is ignored
def output_length(length, stack):
    for size, _, padding in stack:
        if padding == "valid" and size > length:
            raise ValueError
        length = length - size + 1 if padding == "valid" else length
    return length


# %% wrong: padding ignored, all same
# says: every layer is taken as one that adds zeros
def output_length(length, stack):
    for _, stride, _ in stack:
        length = -(-length // stride)
    return length


# %% wrong: padding ignored, all valid
# says: no layer adds zeros
def output_length(length, stack):
    for size, stride, _ in stack:
        if size > length:
            raise ValueError
        length = (length - size) // stride + 1
    return length


# %% wrong: first layer only
# says: only the first layer counts
def output_length(length, stack):
    for size, stride, padding in stack:
        if padding == "valid":
            if size > length:
                raise ValueError
            return (length - size) // stride + 1
        return -(-length // stride)
    return length


# %% wrong: each layer on the first input
# says: each layer gets the first input
def output_length(length, stack):
    result = length
    for size, stride, padding in stack:
        if padding == "valid" and size > length:
            raise ValueError
        result = (
            (length - size) // stride + 1
            if padding == "valid"
            else -(-length // stride)
        )
    return result


# %% wrong: rounded down with same
# says: the division is rounded down
def output_length(length, stack):
    for size, stride, padding in stack:
        if padding == "valid" and size > length:
            raise ValueError
        length = (
            (length - size) // stride + 1 if padding == "valid" else length // stride
        )
    return length


# %% wrong: rounded up with valid
# says: rounded up into the last incomplete place
# like: without the last place
# -             (length - size) // stride if padding == "valid" else -(-length // stride)
# +             -(-(length - size) // stride) + 1
# +             if padding == "valid"
# +             else -(-length // stride)


# %% wrong: no error
# says: accepts input that it should refuse
def output_length(length, stack):
    for size, stride, padding in stack:
        length = (
            (length - size) // stride + 1
            if padding == "valid"
            else -(-length // stride)
        )
    return length


# %% wrong: refuses a window that fits exactly
# says: it fits exactly
# like: no error
# -     for size, stride, padding in stack:
# +     for size, stride, padding in stack:
# +         if padding == "valid" and size >= length:
# +             raise ValueError("does not fit")


# %% wrong: only causal known
# says: output_length of another stack
def output_length(length, stack):
    for size, stride, padding in stack:
        if padding == "causal":
            length = -(-length // stride)
        elif size > length:
            raise ValueError
        else:
            length = (length - size) // stride + 1
    return length


# %% wrong: always the same
# says: is not right in its first entry
def output_length(length, stack):
    return 24
