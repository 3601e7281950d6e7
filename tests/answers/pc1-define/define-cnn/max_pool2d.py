# %% right: sliding windows
def max_pool2d(feature_maps, size=2, stride=2):
    windows = np.lib.stride_tricks.sliding_window_view(
        feature_maps, (size, size), axis=(0, 1)
    )
    return windows[::stride, ::stride].max(axis=(-2, -1))


# %% right: largest of shifted maps
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, _ = feature_maps.shape
    last_top, last_left = height - size + 1, width - size + 1
    shifted = [
        feature_maps[i : last_top + i : stride, j : last_left + j : stride]
        for i in range(size)
        for j in range(size)
    ]
    return np.maximum.reduce(shifted)


# %% right: TensorFlow
def max_pool2d(feature_maps, size=2, stride=2):
    maps = tf.cast(feature_maps, tf.float32)[tf.newaxis]
    return tf.nn.max_pool2d(maps, ksize=size, strides=stride, padding="VALID")[0]


# %% right: nested comprehension over plain lists
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, channels = feature_maps.shape
    return [
        [
            [
                max(
                    float(feature_maps[top + i, left + j, channel])
                    for i in range(size)
                    for j in range(size)
                )
                for channel in range(channels)
            ]
            for left in range(0, width - size + 1, stride)
        ]
        for top in range(0, height - size + 1, stride)
    ]


# %% right: rows first, then columns
def max_pool2d(feature_maps, size=2, stride=2):
    for axis in (0, 1):
        length = feature_maps.shape[axis]
        parts = [
            feature_maps.take(range(start, start + size), axis=axis).max(axis=axis)
            for start in range(0, length - size + 1, stride)
        ]
        feature_maps = np.stack(parts, axis=axis)
    return feature_maps


# %% right: starts at minus infinity, one channel after the other
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, channels = feature_maps.shape
    shape = (
        output_size(height, size, stride),
        output_size(width, size, stride),
        channels,
    )
    pooled = np.full(shape, -np.inf)
    for row, column, channel in np.ndindex(shape):
        for i in range(size):
            for j in range(size):
                number = feature_maps[row * stride + i, column * stride + j, channel]
                if number > pooled[row, column, channel]:
                    pooled[row, column, channel] = number
    return pooled


# %% wrong: average
# says: you take the average of each window
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, channels = feature_maps.shape
    out_height = output_size(height, size, stride)
    out_width = output_size(width, size, stride)
    pooled = np.zeros((out_height, out_width, channels))
    for row in range(out_height):
        for column in range(out_width):
            top, left = row * stride, column * stride
            window = feature_maps[top : top + size, left : left + size]
            pooled[row, column] = window.mean(axis=(0, 1))
    return pooled


# %% wrong: minimum
# says: you take the smallest number of each window
# like: average
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[row, column] = window.min(axis=(0, 1))


# %% wrong: sum
# says: you take the sum of each window
# like: average
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[row, column] = window.sum(axis=(0, 1))


# %% wrong: place of the largest number in place of the number
# says: you give the place of the largest number
# like: average
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[row, column] = window.reshape(-1, channels).argmax(axis=0)


# %% wrong: upper left number of each window
# says: you keep the upper left number of each window
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, _ = feature_maps.shape
    return feature_maps[: height - size + 1 : stride, : width - size + 1 : stride]


# %% wrong: largest number over all channels
# says: the maximum goes over all channels
# like: average
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[row, column] = window.max()


# %% wrong: first channel only
# says: only the first channel is pooled
# like: average
# -     pooled = np.zeros((out_height, out_width, channels))
# +     pooled = np.zeros((out_height, out_width, 1))
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[row, column] = window[..., 0].max()


# %% wrong: largest of each row of the window
# says: ValueError: could not broadcast input array
# like: average
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[row, column] = window.max(axis=1)


# %% wrong: windows that hang over the edge are kept
# says: windows that hang over the edge are kept
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, channels = feature_maps.shape
    out_height = int(np.ceil(height / stride))
    out_width = int(np.ceil(width / stride))
    pooled = np.zeros((out_height, out_width, channels))
    for row in range(out_height):
        for column in range(out_width):
            top, left = row * stride, column * stride
            window = feature_maps[top : top + size, left : left + size]
            pooled[row, column] = window.max(axis=(0, 1))
    return pooled


# %% wrong: padded with zeros at the lower and right edge
# says: too many along the height axis
# like: average
# - def max_pool2d(feature_maps, size=2, stride=2):
# + def max_pool2d(feature_maps, size=2, stride=2):
# +     feature_maps = np.pad(feature_maps, ((0, 1), (0, 1), (0, 0)))
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[row, column] = window.max(axis=(0, 1))


# %% wrong: padded as Keras does with "same"
# says: windows that hang over the edge are kept
def max_pool2d(feature_maps, size=2, stride=2):
    maps = tf.cast(feature_maps, tf.float32)[tf.newaxis]
    return tf.nn.max_pool2d(maps, size, stride, "SAME")[0]


# %% wrong: search for the largest number starts at 0
# says: zeros get into the windows
# like: average
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[row, column] = window.max(axis=(0, 1), initial=0)


# %% wrong: stride ignored, windows side by side
# says: the stride is ignored
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, channels = feature_maps.shape
    out_height = output_size(height, size, size)
    out_width = output_size(width, size, size)
    pooled = np.zeros((out_height, out_width, channels))
    for row in range(out_height):
        for column in range(out_width):
            top, left = row * size, column * size
            window = feature_maps[top : top + size, left : left + size]
            pooled[row, column] = window.max(axis=(0, 1))
    return pooled


# %% wrong: windows moved by one pixel, whatever the stride
# says: has a value at every place: the stride is ignored
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, channels = feature_maps.shape
    out_height = output_size(height, size, 1)
    out_width = output_size(width, size, 1)
    pooled = np.zeros((out_height, out_width, channels))
    for row in range(out_height):
        for column in range(out_width):
            top, left = row, column
            window = feature_maps[top : top + size, left : left + size]
            pooled[row, column] = window.max(axis=(0, 1))
    return pooled


# %% wrong: stride in the size only, the window moves by one pixel
# says: the window moves by one pixel
# like: average
# -             top, left = row * stride, column * stride
# +             top, left = row, column
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[row, column] = window.max(axis=(0, 1))


# %% wrong: window of 2 x 2 only
# says: the window is always 2 x 2
# like: average
# -             window = feature_maps[top : top + size, left : left + size]
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             window = feature_maps[top : top + 2, left : left + 2]
# +             pooled[row, column] = window.max(axis=(0, 1))


# %% wrong: blocks by reshape, cut to size, windows cannot overlap
# says: the stride is ignored
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, channels = feature_maps.shape
    rows, columns = height // size, width // size
    blocks = feature_maps[: rows * size, : columns * size].reshape(
        rows, size, columns, size, channels
    )
    return blocks.max(axis=(1, 3))


# %% wrong: blocks by reshape, even sizes only
# says: ValueError
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, channels = feature_maps.shape
    blocks = feature_maps.reshape(height // 2, 2, width // 2, 2, channels)
    return blocks.max(axis=(1, 3))


# %% wrong: blocks by reshape, axes in the wrong order
# says: the windows are cut out of single rows
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, channels = feature_maps.shape
    blocks = feature_maps.reshape(height // 2, width // 2, 2, 2, channels)
    return blocks.max(axis=(2, 3))


# %% wrong: square maps only
# says: the map is as wide as it is high
# like: average
# -     out_width = output_size(width, size, stride)
# +     out_width = out_height
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[row, column] = window.max(axis=(0, 1))


# %% wrong: rows and columns swapped
# says: axes swapped: the height axis and the width axis
# like: average
# -     pooled = np.zeros((out_height, out_width, channels))
# +     pooled = np.zeros((out_width, out_height, channels))
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[column, row] = window.max(axis=(0, 1))


# %% wrong: channel axis lost
# says: lacks an axis of length one
# like: average
# -     pooled = np.zeros((out_height, out_width, channels))
# +     pooled = np.zeros((out_height, out_width))
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[row, column] = window.max()


# %% wrong: one window too few
# says: off by one in the output size
# like: windows that hang over the edge are kept
# -     out_height = int(np.ceil(height / stride))
# -     out_width = int(np.ceil(width / stride))
# +     out_height = (height - size) // stride
# +     out_width = (width - size) // stride


# %% wrong: whole numbers
# says: has lost its fractions
# like: average
# -     pooled = np.zeros((out_height, out_width, channels))
# +     pooled = np.zeros((out_height, out_width, channels), dtype=int)
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             pooled[row, column] = window.max(axis=(0, 1))


# %% wrong: sorts the maps that were handed in
# says: was changed by the call
# like: average
# -             pooled[row, column] = window.mean(axis=(0, 1))
# +             window.sort(axis=0)
# +             window.sort(axis=1)
# +             pooled[row, column] = window[-1, -1]


# %% wrong: returns from inside the outer loop
# says: does a loop end after its first turn
# like: average
# -             pooled[row, column] = window.mean(axis=(0, 1))
# -     return pooled
# +             pooled[row, column] = window.max(axis=(0, 1))
# +         return pooled


# %% wrong: prints
# says: is the `return` missing
# like: average
# -             pooled[row, column] = window.mean(axis=(0, 1))
# -     return pooled
# +             pooled[row, column] = window.max(axis=(0, 1))
# +     print(pooled)


# %% wrong: all zeros
# says: zero everywhere
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, channels = feature_maps.shape
    out_height = output_size(height, size, stride)
    out_width = output_size(width, size, stride)
    pooled = np.zeros((out_height, out_width, channels))
    return pooled


# %% wrong: largest number of the whole map everywhere
# says: same value everywhere
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, channels = feature_maps.shape
    out_height = output_size(height, size, stride)
    out_width = output_size(width, size, stride)
    pooled = np.zeros((out_height, out_width, channels))
    pooled += feature_maps.max(axis=(0, 1))
    return pooled


# %% wrong: in reverse order
# says: reversed along the height axis and the width axis
# like: average
# -             pooled[row, column] = window.mean(axis=(0, 1))
# -     return pooled
# +             pooled[row, column] = window.max(axis=(0, 1))
# +     return pooled[::-1, ::-1]


# %% wrong: hard-coded for the test that can be read
# says: has the wrong shape
def max_pool2d(feature_maps, size=2, stride=2):
    return np.array([[[4], [2]], [[2], [7]]])


# %% wrong: no gaps left between windows, whatever the stride
# says: the stride is ignored
def max_pool2d(feature_maps, size=2, stride=2):
    height, width, channels = feature_maps.shape
    step = min(size, stride)
    rows = [
        [
            feature_maps[top : top + size, left : left + size].max(axis=(0, 1))
            for left in range(0, width - size + 1, step)
        ]
        for top in range(0, height - size + 1, step)
    ]
    return np.array(rows)
