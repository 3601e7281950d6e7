# %% right: a formula
def layers_needed(lag, kernel_size, doubling=False):
    steps = -(-lag // (kernel_size - 1))
    return steps.bit_length() if doubling else steps


# %% right: recursion
def layers_needed(lag, kernel_size, doubling=False, gap=1):
    if lag <= 0:
        return 0
    left = lag - (kernel_size - 1) * gap
    return 1 + layers_needed(left, kernel_size, doubling, gap * (1 + doubling))


# %% right: try one number after the other
def layers_needed(lag, kernel_size, doubling=False):
    for number in range(lag + 1):
        gaps = [2**n if doubling else 1 for n in range(number)]
        if 1 + (kernel_size - 1) * sum(gaps) > lag:
            return number


# %% right: logarithm, put right at its edge
def layers_needed(lag, kernel_size, doubling=False):
    if not doubling:
        return int(np.ceil(lag / (kernel_size - 1)))
    number = max(0, int(np.log2(lag / (kernel_size - 1) + 1)) - 1)
    while (kernel_size - 1) * (2**number - 1) < lag:
        number += 1
    return number


# %% wrong: doubling ignored
# says: one too large
def layers_needed(lag, kernel_size, doubling=False):
    return -(-lag // (kernel_size - 1))


# %% wrong: rounded down
# says: a lag that is not quite reached is let pass
def layers_needed(lag, kernel_size, doubling=False):
    if doubling:
        return (lag // (kernel_size - 1)).bit_length()
    return lag // (kernel_size - 1)


# %% wrong: field of lag inputs
# says: a lag that is not quite reached is let pass
def layers_needed(lag, kernel_size, doubling=False):
    number, field = 0, 1
    while field < lag:
        field += (kernel_size - 1) * (2**number if doubling else 1)
        number += 1
    return number


# %% wrong: kernel sizes added
# says: the kernel sizes are added: each layer adds one less than its kernel
def layers_needed(lag, kernel_size, doubling=False):
    return lag // kernel_size


# %% wrong: a layer too many
# says: there is a layer too many
def layers_needed(lag, kernel_size, doubling=False):
    number, field = 1, 1
    while field < lag + 1:
        field += (kernel_size - 1) * (2 ** (number - 1) if doubling else 1)
        number += 1
    return number


# %% wrong: one step for each layer
# says: each layer is taken to add one step only
def layers_needed(lag, kernel_size, doubling=False):
    return lag


# %% wrong: dilation 2 in the first layer already
# says: the first layer is dilated already: it begins with no gap
def layers_needed(lag, kernel_size, doubling=False):
    number, field = 0, 1
    while field < lag + 1:
        field += (kernel_size - 1) * (2 ** (number + 1) if doubling else 1)
        number += 1
    return number


# %% wrong: a number with a fraction
# says: where a whole number is expected
def layers_needed(lag, kernel_size, doubling=False):
    return lag / (kernel_size - 1)


# %% wrong: the numbers of the visible test
# says: layers_needed(lag, kernel_size, doubling)
def layers_needed(lag, kernel_size, doubling=False):
    return 3 if lag == 6 or doubling else 4
