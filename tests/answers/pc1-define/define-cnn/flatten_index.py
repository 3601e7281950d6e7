# %% right: numbers in rows before, in pixels before, and the channel
def flatten_index(row, column, channel, shape):
    in_rows_before = row * shape[1] * shape[2]
    in_pixels_before = column * shape[2]
    return in_rows_before + in_pixels_before + channel


# %% right: NumPy's own function
def flatten_index(row, column, channel, shape):
    return np.ravel_multi_index((row, column, channel), shape)


# %% right: Horner's scheme over any number of axes
def flatten_index(row, column, channel, shape):
    place = 0
    for index, length in zip((row, column, channel), shape):
        place = place * length + index
    return place


# %% right: dot product with the strides
def flatten_index(row, column, channel, shape):
    strides = np.cumprod((1, *shape[:0:-1]))[::-1]
    return int(np.dot(strides, (row, column, channel)))


# %% right: counts the places that come before
def flatten_index(row, column, channel, shape):
    return sum(place < (row, column, channel) for place in np.ndindex(*shape))


# %% right: recursion, one step back at a time
def flatten_index(row, column, channel, shape):
    height, width, channels = shape
    if channel:
        return 1 + flatten_index(row, column, channel - 1, shape)
    if column:
        return channels + flatten_index(row, column - 1, 0, shape)
    return row * width * channels


# %% right: TensorFlow
def flatten_index(row, column, channel, shape):
    _, width, channels = tf.unstack(tf.constant(shape))
    return int((row * width + column) * channels + channel)


# %% wrong: channels first
# says: the channels come first
def flatten_index(row, column, channel, shape):
    height, width, channels = shape
    return (channel * height + row) * width + column


# %% wrong: rows and columns swapped
# says: rows and columns are swapped
def flatten_index(row, column, channel, shape):
    height, width, channels = shape
    return (column * height + row) * channels + channel


# %% wrong: row changes fastest, as in Fortran
# says: the row changes fastest
def flatten_index(row, column, channel, shape):
    height, width, channels = shape
    return row + height * (column + width * channel)


# %% wrong: height in place of width
# says: the row is multiplied by the height
def flatten_index(row, column, channel, shape):
    height, width, channels = shape
    return (row * height + column) * channels + channel


# %% wrong: channels forgotten
# says: the channels are forgotten
def flatten_index(row, column, channel, shape):
    _, width, _ = shape
    return row * width + column + channel


# %% wrong: channels forgotten in the row
# says: the channels are forgotten in the rows
def flatten_index(row, column, channel, shape):
    _, width, channels = shape
    return row * width + column * channels + channel


# %% wrong: channels forgotten in the column
# says: the channels are forgotten in the columns
def flatten_index(row, column, channel, shape):
    _, width, channels = shape
    return row * width * channels + column + channel


# %% wrong: channel forgotten
# says: the channel itself is forgotten
def flatten_index(row, column, channel, shape):
    _, width, channels = shape
    return (row * width + column) * channels


# %% wrong: channels added in place of multiplied
# says: is too large
def flatten_index(row, column, channel, shape):
    _, width, channels = shape
    return row * width + column + channels + channel


# %% wrong: counts from 1
# says: you count from 1
def flatten_index(row, column, channel, shape):
    _, width, channels = shape
    return (row * width + column) * channels + channel + 1


# %% wrong: last place of a row miscounted
# says: that part is too small
def flatten_index(row, column, channel, shape):
    _, width, channels = shape
    return (row * (width - 1) + column) * channels + channel


# %% wrong: sum of the three
# says: the three are only added up
def flatten_index(row, column, channel, shape):
    return row + column + channel


# %% wrong: from the end
# says: is in reverse order
def flatten_index(row, column, channel, shape):
    height, width, channels = shape
    return height * width * channels - 1 - ((row * width + column) * channels + channel)


# %% wrong: a float
# says: where a whole number is expected
def flatten_index(row, column, channel, shape):
    height, width, channels = shape
    size = height * width * channels
    return row * size / height + column * channels + channel


# %% wrong: a tuple
# says: is a tuple
def flatten_index(row, column, channel, shape):
    _, width, channels = shape
    return row * width * channels, column * channels, channel


# %% wrong: right for one channel only
# says: the channels are left out
def flatten_index(row, column, channel, shape):
    return row * shape[1] + column


# %% wrong: prints
# says: is the `return` missing
def flatten_index(row, column, channel, shape):
    _, width, channels = shape
    print((row * width + column) * channels + channel)


# %% wrong: always 0
# says: that part is one too small
def flatten_index(row, column, channel, shape):
    return 0


# %% wrong: hard-coded for the tests that can be read
# says: that part is too small
def flatten_index(row, column, channel, shape):
    return row * 6 + column * 2 + channel
