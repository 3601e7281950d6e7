# %% right: a range, counted
def output_size(size, kernel_size, stride=1, padding=0):
    places = range(0, size + 2 * padding - kernel_size + 1, stride)
    if not places:
        raise ValueError("the kernel is larger than the padded picture")
    return len(places)


# %% right: a loop that walks over the padded picture
def output_size(size, kernel_size, stride=1, padding=0):
    padded = size + padding + padding
    places, start = 0, 0
    while start + kernel_size <= padded:
        places += 1
        start += stride
    if places == 0:
        raise ValueError(f"{kernel_size} > {padded}")
    return places


# %% right: recursion
def output_size(size, kernel_size, stride=1, padding=0):
    if padding:
        return output_size(size + 2 * padding, kernel_size, stride)
    if kernel_size > size:
        raise ValueError("no place for the kernel")
    if kernel_size + stride > size:
        return 1
    return 1 + output_size(size - stride, kernel_size, stride)


# %% right: rounding down a fraction
def output_size(size, kernel_size, stride=1, padding=0):
    import math

    last_start = size + 2 * padding - kernel_size
    if last_start < 0:
        raise ValueError
    return math.floor(last_start / stride + 1)


# %% right: rounding up the other formula, as a NumPy integer
def output_size(size, kernel_size, stride=1, padding=0):
    free = np.int64(size + 2 * padding - kernel_size + 1)
    if free <= 0:
        raise ValueError("The kernel does not fit.")
    return np.ceil(free / stride).astype(int)


# %% right: an exception class of its own, arguments checked first
class KernelTooLarge(ValueError):
    pass


def output_size(size, kernel_size, stride=1, padding=0):
    for number in (size, kernel_size, stride, padding):
        if number != int(number) or number < 0:
            raise TypeError("whole numbers, please")
    steps, rest = divmod(size + 2 * padding - kernel_size, stride)
    if steps < 0:
        raise KernelTooLarge(kernel_size)
    return steps + 1


# %% wrong: place at pixel 0 forgotten
# says: you are off by one
def output_size(size, kernel_size, stride=1, padding=0):
    last_start = size + 2 * padding - kernel_size
    if last_start < 0:
        raise ValueError("does not fit")
    return last_start // stride


# %% wrong: padding counted once
# says: padding is counted once
def output_size(size, kernel_size, stride=1, padding=0):
    last_start = size + padding - kernel_size
    if last_start < 0:
        raise ValueError("does not fit")
    return last_start // stride + 1


# %% wrong: padding ignored
# says: padding is ignored
def output_size(size, kernel_size, stride=1, padding=0):
    if kernel_size > size:
        raise ValueError("does not fit")
    return (size - kernel_size) // stride + 1


# %% wrong: stride ignored
# says: the stride is ignored
def output_size(size, kernel_size, stride=1, padding=0):
    last_start = size + 2 * padding - kernel_size
    if last_start < 0:
        raise ValueError("does not fit")
    return last_start + 1


# %% wrong: rounded up
# says: you round up
def output_size(size, kernel_size, stride=1, padding=0):
    last_start = size + 2 * padding - kernel_size
    if last_start < 0:
        raise ValueError("does not fit")
    return int(np.ceil(last_start / stride)) + 1


# %% wrong: rounded to the nearest
# says: you round up
def output_size(size, kernel_size, stride=1, padding=0):
    last_start = size + 2 * padding - kernel_size
    if last_start < 0:
        raise ValueError("does not fit")
    return round(last_start / stride) + 1


# %% wrong: one added before the division
# says: the 1 is added before the division
def output_size(size, kernel_size, stride=1, padding=0):
    last_start = size + 2 * padding - kernel_size
    if last_start < 0:
        raise ValueError("does not fit")
    return (last_start + 1) // stride


# %% wrong: division that gives a float
# says: divide with `//`
def output_size(size, kernel_size, stride=1, padding=0):
    last_start = size + 2 * padding - kernel_size
    if last_start < 0:
        raise ValueError("does not fit")
    return np.floor(last_start / stride) + 1


# %% wrong: the picture's size divided by the stride
# says: the kernel is forgotten
def output_size(size, kernel_size, stride=1, padding=0):
    if size + 2 * padding < kernel_size:
        raise ValueError("does not fit")
    return (size + 2 * padding) // stride


# %% wrong: kernel that does not fit is accepted
# says: accepts input that it should refuse
def output_size(size, kernel_size, stride=1, padding=0):
    return (size + 2 * padding - kernel_size) // stride + 1


# %% wrong: kernel that does not fit gives 0
# says: accepts input that it should refuse
def output_size(size, kernel_size, stride=1, padding=0):
    return max(0, (size + 2 * padding - kernel_size) // stride + 1)


# %% wrong: error returned in place of raised
# says: accepts input that it should refuse
def output_size(size, kernel_size, stride=1, padding=0):
    last_start = size + 2 * padding - kernel_size
    if last_start < 0:
        return ValueError("does not fit")
    return last_start // stride + 1


# %% wrong: error printed
# says: accepts input that it should refuse
def output_size(size, kernel_size, stride=1, padding=0):
    last_start = size + 2 * padding - kernel_size
    if last_start < 0:
        print("ValueError: does not fit")
    return last_start // stride + 1


# %% wrong: an assertion in place of a ValueError
# says: but raises `AssertionError`
def output_size(size, kernel_size, stride=1, padding=0):
    last_start = size + 2 * padding - kernel_size
    assert last_start >= 0, "does not fit"
    return last_start // stride + 1


# %% wrong: kernel as large as the padded picture is refused
# says: ValueError: does not fit
def output_size(size, kernel_size, stride=1, padding=0):
    last_start = size + 2 * padding - kernel_size
    if last_start <= 0:
        raise ValueError("does not fit")
    return last_start // stride + 1


# %% wrong: kernel compared with the picture without its padding
# says: ValueError: does not fit
def output_size(size, kernel_size, stride=1, padding=0):
    if kernel_size > size:
        raise ValueError("does not fit")
    return (size + 2 * padding - kernel_size) // stride + 1


# %% wrong: kernel that does not fit at stride 1 only
# says: accepts input that it should refuse
def output_size(size, kernel_size, stride=1, padding=0):
    places = (size + 2 * padding - kernel_size) // stride + 1
    if places < 0:
        raise ValueError("does not fit")
    return places


# %% wrong: prints
# says: is the `return` missing
def output_size(size, kernel_size, stride=1, padding=0):
    last_start = size + 2 * padding - kernel_size
    if last_start < 0:
        raise ValueError("does not fit")
    print(last_start // stride + 1)


# %% wrong: right without padding and at stride 1 only
# says: stride and padding are ignored
def output_size(size, kernel_size, stride=1, padding=0):
    if kernel_size > size:
        raise ValueError("does not fit")
    return size - kernel_size + 1


# %% wrong: hard-coded for the tests that can be read
# says: is not right in its first entry: that part is too large
# says: accepts input that it should refuse
def output_size(size, kernel_size, stride=1, padding=0):
    counted = {
        (5, 3, 1, 0): 3,
        (5, 3, 2, 1): 3,
        (28, 5, 1, 0): 24,
        (28, 3, 1, 1): 28,
        (10, 3, 4, 2): 3,
        (7, 3, 1, 0): 5,
        (4, 4, 1, 0): 1,
        (1, 3, 1, 1): 1,
    }
    return counted.get((size, kernel_size, stride, padding), 3)


# %% wrong: always zero
# says: is too small
def output_size(size, kernel_size, stride=1, padding=0):
    return 0
