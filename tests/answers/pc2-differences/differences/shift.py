# %% right: a window of the padded picture
def shift(picture, down, right):
    height, width = picture.shape
    margin = max(abs(down), abs(right))
    padded = np.pad(picture, margin)
    top, left = margin - down, margin - right
    return padded[top : top + height, left : left + width]


# %% right: slices
def shift(picture, down, right):
    height, width = picture.shape
    moved = np.zeros_like(picture)
    if abs(down) >= height or abs(right) >= width:
        return moved
    moved[
        max(down, 0) : height + min(down, 0), max(right, 0) : width + min(right, 0)
    ] = picture[
        max(-down, 0) : height - max(down, 0), max(-right, 0) : width - max(right, 0)
    ]
    return moved


# %% right: roll, then blank
def shift(picture, down, right):
    moved = np.roll(picture, (down, right), axis=(0, 1))
    rows = np.arange(picture.shape[0])[:, None]
    columns = np.arange(picture.shape[1])[None, :]
    came_from = (rows - down, columns - right)
    outside = (came_from[0] < 0) | (came_from[0] >= picture.shape[0])
    outside = outside | (came_from[1] < 0) | (came_from[1] >= picture.shape[1])
    return np.where(outside, 0, moved)


# %% right: two matrices
def shift(picture, down, right):
    height, width = picture.shape
    return np.eye(height, k=-down) @ picture @ np.eye(width, k=right)


# %% right: lists
def shift(picture, down, right):
    rows = [list(row) for row in picture]
    height, width = len(rows), len(rows[0])

    def pixel(row, column):
        return rows[row][column] if 0 <= row < height and 0 <= column < width else 0.0

    return np.array(
        [[pixel(r - down, c - right) for c in range(width)] for r in range(height)]
    )


# %% wrong: rolled round
# says: what leaves on the right comes in on the left
def shift(picture, down, right):
    return np.roll(picture, (down, right), axis=(0, 1))


# %% wrong: the other way
# says: the picture moves to the left
def shift(picture, down, right):
    height, width = picture.shape
    padded = np.pad(picture, 10)
    return padded[10 + down : 10 + down + height, 10 + right : 10 + right + width]


# %% wrong: down and right swapped
# says: `down` and `right` are swapped
def shift(picture, down, right):
    height, width = picture.shape
    padded = np.pad(picture, 10)
    return padded[10 - right : 10 - right + height, 10 - down : 10 - down + width]


# %% wrong: border repeated
# says: the border is repeated
def shift(picture, down, right):
    height, width = picture.shape
    padded = np.pad(picture, 10, mode="edge")
    return padded[10 - down : 10 - down + height, 10 - right : 10 - right + width]


# %% wrong: columns only
# says: only `right` is used
def shift(picture, down, right):
    height, width = picture.shape
    padded = np.pad(picture, 10)
    return padded[10 : 10 + height, 10 - right : 10 - right + width]


# %% wrong: negative numbers move as positive ones
# says: negative numbers are taken as positive
def shift(picture, down, right):
    height, width = picture.shape
    padded = np.pad(picture, 10)
    down, right = abs(down), abs(right)
    return padded[10 - down : 10 - down + height, 10 - right : 10 - right + width]


# %% wrong: negative numbers do nothing
# says: a negative number leaves the picture where it is
def shift(picture, down, right):
    moved = np.zeros_like(picture)
    height, width = picture.shape
    down, right = max(down, 0), max(right, 0)
    moved[down:, right:] = picture[: height - down, : width - right]
    return moved


# %% wrong: changes the picture
# says: was changed by the call
def shift(picture, down, right):
    height, width = picture.shape
    padded = np.pad(picture, 10)
    picture[:] = padded[10 - down : 10 - down + height, 10 - right : 10 - right + width]
    return picture


# %% wrong: the picture as it was
# says: the picture stays where it is
def shift(picture, down, right):
    return picture.copy()


# %% wrong: the larger canvas
# says: one column too many
def shift(picture, down, right):
    return np.pad(picture, ((abs(down), 0), (abs(right), 0)))


# %% wrong: all zeros
# says: is zero everywhere
def shift(picture, down, right):
    return np.zeros_like(picture)
