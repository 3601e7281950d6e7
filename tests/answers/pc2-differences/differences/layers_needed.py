# %% right: adds layers until it is deep enough
def layers_needed(lag, kernel_size, doubling):
    field, number = 1, 0
    while field <= lag or number == 0:
        field += (kernel_size - 1) * (2**number if doubling else 1)
        number += 1
    return number


# %% right: a formula, whole numbers only
def layers_needed(lag, kernel_size, doubling):
    units = -(-lag // (kernel_size - 1))
    number = units.bit_length() if doubling else units
    return max(number, 1)


# %% right: searches with next
def layers_needed(lag, kernel_size, doubling):
    def field(number):
        return receptive_field(
            [kernel_size] * number, [2**i if doubling else 1 for i in range(number)]
        )

    return next(number for number in range(1, 1000) if field(number) >= lag + 1)


# %% right: recursion
def layers_needed(lag, kernel_size, doubling, dilation=1):
    rest = lag - (kernel_size - 1) * dilation
    if rest <= 0:
        return 1
    return 1 + layers_needed(
        rest, kernel_size, doubling, dilation * 2 if doubling else 1
    )


# %% wrong: field as large as the lag
# says: a field of 15 steps is thought to hold lag 15
def layers_needed(lag, kernel_size, doubling):
    number = 1
    while True:
        field = 1 + sum(
            (kernel_size - 1) * (2**i if doubling else 1) for i in range(number)
        )
        if field >= lag:
            return number
        number += 1


# %% wrong: one too many
# says: one layer too many is counted
def layers_needed(lag, kernel_size, doubling):
    field, number = 1, 0
    while field <= lag:
        field += (kernel_size - 1) * (2**number if doubling else 1)
        number += 1
    return number + 1


# %% wrong: one too few
# says: one layer too few is counted
def layers_needed(lag, kernel_size, doubling):
    field, number = 1, 0
    while field <= lag:
        field += (kernel_size - 1) * (2**number if doubling else 1)
        number += 1
    return number - 1


# %% wrong: always doubling
# says: the dilations always double
def layers_needed(lag, kernel_size, doubling):
    field, number = 1, 0
    while field <= lag or number == 0:
        field += (kernel_size - 1) * 2**number
        number += 1
    return number


# %% wrong: never doubling
# says: the dilations are always 1
def layers_needed(lag, kernel_size, doubling):
    return max(1, -(-lag // (kernel_size - 1)))


# %% wrong: doubling turned round
# says: `doubling` is turned round
def layers_needed(lag, kernel_size, doubling):
    field, number = 1, 0
    while field <= lag or number == 0:
        field += (kernel_size - 1) * (1 if doubling else 2**number)
        number += 1
    return number


# %% wrong: first dilation 2
# says: the first dilation is 2
def layers_needed(lag, kernel_size, doubling):
    field, number = 1, 0
    while field <= lag or number == 0:
        field += (kernel_size - 1) * (2 ** (number + 1) if doubling else 1)
        number += 1
    return number


# %% wrong: kernels of three written in
# says: the kernel size is always 3
def layers_needed(lag, kernel_size, doubling):
    field, number = 1, 0
    while field <= lag or number == 0:
        field += 2 * (2**number if doubling else 1)
        number += 1
    return number


# %% wrong: no layer for lag 0
# says: there is at least one
def layers_needed(lag, kernel_size, doubling):
    field, number = 1, 0
    while field <= lag:
        field += (kernel_size - 1) * (2**number if doubling else 1)
        number += 1
    return number


# %% wrong: a logarithm with a float
# says: where a whole number is expected
def layers_needed(lag, kernel_size, doubling):
    units = np.ceil(lag / (kernel_size - 1))
    return max(1.0, np.ceil(np.log2(units + 1)) if doubling else units)


# %% wrong: always three
# says: layers_needed
def layers_needed(lag, kernel_size, doubling):
    return 3
