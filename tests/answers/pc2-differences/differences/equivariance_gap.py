# %% right: the parts that overlap
def equivariance_gap(before, after, down, right):
    height, width = before.shape
    moved = after[
        max(down, 0) : height + min(down, 0), max(right, 0) : width + min(right, 0)
    ]
    still = before[
        max(-down, 0) : height - max(down, 0), max(-right, 0) : width - max(right, 0)
    ]
    return np.abs(moved - still).max()


# %% right: a loop over pairs
def equivariance_gap(before, after, down, right):
    height, width = before.shape
    largest = 0.0
    for row in range(height):
        for column in range(width):
            old_row, old_column = row - down, column - right
            if 0 <= old_row < height and 0 <= old_column < width:
                difference = abs(after[row, column] - before[old_row, old_column])
                largest = max(largest, difference)
    return largest


# %% right: NaN for places without a partner
def equivariance_gap(before, after, down, right):
    height, width = before.shape
    padded = np.pad(before, 20, constant_values=np.nan)
    partner = padded[20 - down : 20 - down + height, 20 - right : 20 - right + width]
    return float(np.nanmax(np.abs(after - partner)))


# %% right: moves back
def equivariance_gap(before, after, down, right):
    back = shift(after, -down, -right)
    inside = shift(np.ones(after.shape), -down, -right) > 0
    return np.max(np.where(inside, np.abs(back - before), 0))


# %% wrong: compares where zeros came in
# says: places without a partner are compared too
def equivariance_gap(before, after, down, right):
    return np.abs(after - shift(before, down, right)).max()


# %% wrong: not moved
# says: compared without moving `before`
def equivariance_gap(before, after, down, right):
    return np.abs(after - before).max()


# %% wrong: mean
# says: the mean is taken
def equivariance_gap(before, after, down, right):
    inside = shift(np.ones_like(before), down, right) == 1
    return np.abs(after - shift(before, down, right))[inside].mean()


# %% wrong: without the absolute value
# says: the sign of the difference counts
def equivariance_gap(before, after, down, right):
    inside = shift(np.ones_like(before), down, right) == 1
    return max((after - shift(before, down, right))[inside].max(), 0)


# %% wrong: moved the wrong way
# says: `before` is moved the wrong way
def equivariance_gap(before, after, down, right):
    inside = shift(np.ones_like(before), -down, -right) == 1
    return np.abs(after - shift(before, -down, -right))[inside].max()


# %% wrong: yes or no
# says: not equal
def equivariance_gap(before, after, down, right):
    inside = shift(np.ones_like(before), down, right) == 1
    return float((after != shift(before, down, right))[inside].any())


# %% wrong: always zero
# says: is too small
def equivariance_gap(before, after, down, right):
    return 0.0


# %% wrong: all differences
# says: has an axis too many
def equivariance_gap(before, after, down, right):
    inside = shift(np.ones_like(before), down, right) == 1
    return np.abs(after - shift(before, down, right))[inside]


# %% wrong: only positive moves
# says: equivariance_gap of a
def equivariance_gap(before, after, down, right):
    height, width = before.shape
    return np.abs(after[down:, right:] - before[: height - down, : width - right]).max()


# %% wrong: differences added
# says: the differences are added
def equivariance_gap(before, after, down, right):
    inside = shift(np.ones_like(before), down, right) == 1
    return np.abs(after - shift(before, down, right))[inside].sum()
