# %% right: sliding windows and einsum
def conv2d(picture, kernels, bias, stride=1, padding=0):
    padded = np.pad(picture, ((padding, padding), (padding, padding), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(
        padded, kernels.shape[:2], axis=(0, 1)
    )
    return np.einsum("rcdij,ijdf->rcf", windows[::stride, ::stride], kernels) + bias


# %% right: every window a row of one matrix
def conv2d(picture, kernels, bias, stride=1, padding=0):
    kernel_height, kernel_width, channels, filters = kernels.shape
    height, width, _ = picture.shape
    framed = np.zeros((height + 2 * padding, width + 2 * padding, channels))
    framed[padding : padding + height, padding : padding + width] = picture
    tops = range(0, framed.shape[0] - kernel_height + 1, stride)
    lefts = range(0, framed.shape[1] - kernel_width + 1, stride)
    rows = [
        framed[top : top + kernel_height, left : left + kernel_width].ravel()
        for top in tops
        for left in lefts
    ]
    sums = np.array(rows) @ kernels.reshape(-1, filters)
    return (sums + bias).reshape(len(tops), len(lefts), filters)


# %% right: the function of exercise 3 for each channel and filter
def conv2d(picture, kernels, bias, stride=1, padding=0):
    picture = np.pad(picture, ((padding,), (padding,), (0,)))
    maps = []
    for index in range(kernels.shape[-1]):
        total = bias[index]
        for channel in range(picture.shape[-1]):
            total = total + cross_correlate2d(
                picture[..., channel], kernels[:, :, channel, index]
            )
        maps.append(total[::stride, ::stride])
    return np.stack(maps, axis=-1)


# %% right: one shifted picture for each weight, in float32
def conv2d(picture, kernels, bias, stride=1, padding=0):
    kernel_height, kernel_width, _, filters = kernels.shape
    out_height = output_size(picture.shape[0], kernel_height, stride, padding)
    out_width = output_size(picture.shape[1], kernel_width, stride, padding)
    padded = np.pad(
        picture.astype("float32"), ((padding, padding), (padding, padding), (0, 0))
    )
    maps = np.tile(np.float32(bias), (out_height, out_width, 1))
    for i in range(kernel_height):
        for j in range(kernel_width):
            seen = padded[i:, j:][::stride, ::stride][:out_height, :out_width]
            maps += seen @ kernels[i, j].astype("float32")
    return maps


# %% right: TensorFlow
def conv2d(picture, kernels, bias, stride=1, padding=0):
    picture = tf.cast(picture, tf.float32)
    picture = tf.pad(picture, [[padding, padding], [padding, padding], [0, 0]])
    sums = tf.nn.convolution(
        picture[tf.newaxis], tf.cast(kernels, tf.float32), strides=stride
    )
    return tf.nn.bias_add(sums, tf.cast(bias, tf.float32))[0]


# %% right: a Keras layer given these weights
def conv2d(picture, kernels, bias, stride=1, padding=0):
    frame = keras.layers.ZeroPadding2D(padding)
    layer = keras.layers.Conv2D(kernels.shape[3], kernels.shape[:2], strides=stride)
    network = keras.Sequential([keras.Input(picture.shape), frame, layer])
    layer.set_weights([kernels, bias])
    return network(np.float32(picture)[np.newaxis])[0].numpy()


# %% right: nested comprehension, lists returned
def conv2d(picture, kernels, bias, stride=1, padding=0):
    kernel_height, kernel_width, channels, filters = kernels.shape
    height, width, _ = picture.shape

    def pixel(row, column, channel):
        inside = 0 <= row < height and 0 <= column < width
        return picture[row, column, channel] if inside else 0

    return [
        [
            [
                bias[index]
                + sum(
                    pixel(top + i, left + j, channel) * kernels[i, j, channel, index]
                    for i in range(kernel_height)
                    for j in range(kernel_width)
                    for channel in range(channels)
                )
                for index in range(filters)
            ]
            for left in range(-padding, width + padding - kernel_width + 1, stride)
        ]
        for top in range(-padding, height + padding - kernel_height + 1, stride)
    ]


# %% wrong: bias missing
# says: the bias is missing
def conv2d(picture, kernels, bias, stride=1, padding=0):
    kernel_height, kernel_width, channels, filters = kernels.shape
    out_height = output_size(picture.shape[0], kernel_height, stride, padding)
    out_width = output_size(picture.shape[1], kernel_width, stride, padding)
    padded = np.pad(picture, ((padding, padding), (padding, padding), (0, 0)))
    maps = np.zeros((out_height, out_width, filters))
    for row in range(out_height):
        for column in range(out_width):
            top, left = row * stride, column * stride
            window = padded[top : top + kernel_height, left : left + kernel_width]
            for index in range(filters):
                total = np.sum(window * kernels[..., index])
                maps[row, column, index] = total
    return maps


# %% wrong: bias added for each weight
# says: the bias is added once for each weight
# like: bias missing
# -                 total = np.sum(window * kernels[..., index])
# +                 total = np.sum(window * kernels[..., index] + bias[index])


# %% wrong: bias added for each channel
# says: the bias is added once for each channel
# like: bias missing
# -                 total = np.sum(window * kernels[..., index])
# -                 maps[row, column, index] = total
# +                 for channel in range(channels):
# +                     kernel = kernels[:, :, channel, index]
# +                     total = np.sum(window[..., channel] * kernel) + bias[index]
# +                     maps[row, column, index] += total


# %% wrong: first bias for every filter
# says: the first bias is used for every filter
# like: bias missing
# -                 maps[row, column, index] = total
# +                 maps[row, column, index] = total + bias[0]


# %% wrong: bias subtracted
# says: the bias is subtracted
# like: bias missing
# -                 maps[row, column, index] = total
# +                 maps[row, column, index] = total - bias[index]


# %% wrong: bias multiplied
# says: the sum is multiplied by the bias
# like: bias missing
# -                 maps[row, column, index] = total
# +                 maps[row, column, index] = total * bias[index]


# %% wrong: kernel flipped
# says: the kernel is flipped
# like: bias missing
# -                 total = np.sum(window * kernels[..., index])
# -                 maps[row, column, index] = total
# +                 total = np.sum(window * kernels[::-1, ::-1, :, index])
# +                 maps[row, column, index] = total + bias[index]


# %% wrong: first channel only
# says: only the first channel is used
# like: bias missing
# -                 total = np.sum(window * kernels[..., index])
# -                 maps[row, column, index] = total
# +                 total = np.sum(window[..., 0] * kernels[..., 0, index])
# +                 maps[row, column, index] = total + bias[index]


# %% wrong: channels overwritten, so that the last one stays
# says: only the last channel is used
# like: bias missing
# -                 total = np.sum(window * kernels[..., index])
# -                 maps[row, column, index] = total
# +                 for channel in range(channels):
# +                     kernel = kernels[:, :, channel, index]
# +                     total = np.sum(window[..., channel] * kernel)
# +                 maps[row, column, index] = total + bias[index]


# %% wrong: mean over the channels
# says: you take the mean over the channels
# like: bias missing
# -                 total = np.sum(window * kernels[..., index])
# -                 maps[row, column, index] = total
# +                 total = np.sum(np.mean(window * kernels[..., index], axis=-1))
# +                 maps[row, column, index] = total + bias[index]


# %% wrong: same kernel for all filters
# says: the first kernel is used for every filter
# like: bias missing
# -                 total = np.sum(window * kernels[..., index])
# -                 maps[row, column, index] = total
# +                 total = np.sum(window * kernels[..., 0])
# +                 maps[row, column, index] = total + bias[index]


# %% wrong: first filter only
# says: there is a map for the first filter only
# like: bias missing
# -     maps = np.zeros((out_height, out_width, filters))
# +     maps = np.zeros((out_height, out_width, 1))
# -             for index in range(filters):
# -                 total = np.sum(window * kernels[..., index])
# -                 maps[row, column, index] = total
# +             maps[row, column, 0] = np.sum(window * kernels[..., 0]) + bias[0]


# %% wrong: summed over the filters as well
# says: is the sum over the filter axis
# like: bias missing
# -     maps = np.zeros((out_height, out_width, filters))
# +     maps = np.zeros((out_height, out_width))
# -                 maps[row, column, index] = total
# +                 maps[row, column] += total + bias[index]


# %% wrong: stride ignored
# says: the stride is ignored
def conv2d(picture, kernels, bias, stride=1, padding=0):
    kernel_height, kernel_width, channels, filters = kernels.shape
    out_height = output_size(picture.shape[0], kernel_height, 1, padding)
    out_width = output_size(picture.shape[1], kernel_width, 1, padding)
    padded = np.pad(picture, ((padding, padding), (padding, padding), (0, 0)))
    maps = np.zeros((out_height, out_width, filters))
    for row in range(out_height):
        for column in range(out_width):
            top, left = row, column
            window = padded[top : top + kernel_height, left : left + kernel_width]
            for index in range(filters):
                total = np.sum(window * kernels[..., index])
                maps[row, column, index] = total + bias[index]
    return maps


# %% wrong: stride in the size only, the window moves by one pixel
# says: the window moves by one pixel
# like: bias missing
# -             top, left = row * stride, column * stride
# +             top, left = row, column
# -                 maps[row, column, index] = total
# +                 maps[row, column, index] = total + bias[index]


# %% wrong: stride for the rows only
# says: the stride is used for the rows only
# like: stride ignored
# -     out_height = output_size(picture.shape[0], kernel_height, 1, padding)
# +     out_height = output_size(picture.shape[0], kernel_height, stride, padding)
# -             top, left = row, column
# +             top, left = row * stride, column


# %% wrong: padding ignored
# says: the padding is ignored
def conv2d(picture, kernels, bias, stride=1, padding=0):
    kernel_height, kernel_width, channels, filters = kernels.shape
    out_height = output_size(picture.shape[0], kernel_height, stride)
    out_width = output_size(picture.shape[1], kernel_width, stride)
    padded = picture
    maps = np.zeros((out_height, out_width, filters))
    for row in range(out_height):
        for column in range(out_width):
            top, left = row * stride, column * stride
            window = padded[top : top + kernel_height, left : left + kernel_width]
            for index in range(filters):
                total = np.sum(window * kernels[..., index])
                maps[row, column, index] = total + bias[index]
    return maps


# %% wrong: padded above and on the left only
# says: there are zeros above and on the left only
# like: padding ignored
# -     out_height = output_size(picture.shape[0], kernel_height, stride)
# -     out_width = output_size(picture.shape[1], kernel_width, stride)
# -     padded = picture
# +     padded = np.pad(picture, ((padding, 0), (padding, 0), (0, 0)))
# +     out_height = output_size(padded.shape[0], kernel_height, stride)
# +     out_width = output_size(padded.shape[1], kernel_width, stride)


# %% wrong: padded with the border pixels
# says: wrong at the border: look at the padding
# like: bias missing
# -     padded = np.pad(picture, ((padding, padding), (padding, padding), (0, 0)))
# +     frame = ((padding, padding), (padding, padding), (0, 0))
# +     padded = np.pad(picture, frame, mode="edge")
# -                 maps[row, column, index] = total
# +                 maps[row, column, index] = total + bias[index]


# %% wrong: channel axis padded, too
# says: could not be broadcast together
# like: bias missing
# -     padded = np.pad(picture, ((padding, padding), (padding, padding), (0, 0)))
# +     padded = np.pad(picture, padding)
# -                 maps[row, column, index] = total
# +                 maps[row, column, index] = total + bias[index]


# %% wrong: filters taken from the front axis of the kernels
# says: IndexError: index 1 is out of bounds
# like: bias missing
# -                 total = np.sum(window * kernels[..., index])
# -                 maps[row, column, index] = total
# +                 total = np.sum(window * kernels[index])
# +                 maps[row, column, index] = total + bias[index]


# %% wrong: one place too few in each direction
# says: off by one in the output size
# like: bias missing
# -     maps = np.zeros((out_height, out_width, filters))
# +     maps = np.zeros((out_height, out_width, filters))
# +     out_height, out_width = maps.shape[0] - 1, maps.shape[1] - 1
# -                 maps[row, column, index] = total
# -     return maps
# +                 maps[row, column, index] = total + bias[index]
# +     return maps[:-1, :-1]


# %% wrong: height and width of the map mixed up
# says: axes swapped
# like: bias missing
# -     maps = np.zeros((out_height, out_width, filters))
# +     maps = np.zeros((out_width, out_height, filters))
# -                 maps[row, column, index] = total
# +                 maps[column, row, index] = total + bias[index]


# %% wrong: filters as the first axis
# says: axes swapped
# like: bias missing
# -     maps = np.zeros((out_height, out_width, filters))
# +     maps = np.zeros((filters, out_height, out_width))
# -                 maps[row, column, index] = total
# +                 maps[index, row, column] = total + bias[index]


# %% wrong: a batch axis in front
# says: an extra axis of length one at the front
# like: bias missing
# -                 maps[row, column, index] = total
# -     return maps
# +                 maps[row, column, index] = total + bias[index]
# +     return maps[np.newaxis]


# %% wrong: square pictures only
# says: the map is as wide as it is high
# like: bias missing
# -     out_width = output_size(picture.shape[1], kernel_width, stride, padding)
# +     out_width = out_height
# -                 maps[row, column, index] = total
# +                 maps[row, column, index] = total + bias[index]


# %% wrong: square kernels only
# says: one entry too few along the height axis
def conv2d(picture, kernels, bias, stride=1, padding=0):
    kernel_height, channels, filters = kernels.shape[1:]
    out_height = output_size(picture.shape[0], kernel_height, stride, padding)
    out_width = output_size(picture.shape[1], kernel_height, stride, padding)
    padded = np.pad(picture, ((padding, padding), (padding, padding), (0, 0)))
    maps = np.zeros((out_height, out_width, filters))
    for row in range(out_height):
        for column in range(out_width):
            top, left = row * stride, column * stride
            window = padded[top : top + kernel_height, left : left + kernel_height]
            for index in range(filters):
                total = np.sum(window * kernels[..., index])
                maps[row, column, index] = total + bias[index]
    return maps


# %% wrong: feature maps of the picture's dtype
# says: fractions get lost
# like: bias missing
# -     maps = np.zeros((out_height, out_width, filters))
# +     maps = np.zeros((out_height, out_width, filters), dtype=picture.dtype)
# -                 maps[row, column, index] = total
# +                 maps[row, column, index] = total + bias[index]


# %% wrong: ReLU applied as well
# says: ReLU, or a cut at zero, is applied where it should not be
# like: bias missing
# -                 maps[row, column, index] = total
# -     return maps
# +                 maps[row, column, index] = total + bias[index]
# +     return np.maximum(maps, 0)


# %% wrong: window multiplied in place
# says: was changed by the call
# like: bias missing
# -     padded = np.pad(picture, ((padding, padding), (padding, padding), (0, 0)))
# +     padded = picture
# +     if padding:
# +         padded = np.pad(picture, ((padding, padding), (padding, padding), (0, 0)))
# -                 total = np.sum(window * kernels[..., index])
# -                 maps[row, column, index] = total
# +                 window[:] = window * kernels[..., index]
# +                 total = np.sum(window)
# +                 maps[row, column, index] = total + bias[index]


# %% wrong: bias worked into the kernels that were handed in
# says: The array `kernels` was changed by the call
def conv2d(picture, kernels, bias, stride=1, padding=0):
    kernel_height, kernel_width, channels, filters = kernels.shape
    out_height = output_size(picture.shape[0], kernel_height, stride, padding)
    out_width = output_size(picture.shape[1], kernel_width, stride, padding)
    kernels[0, 0, 0] += bias
    padded = np.pad(picture, ((padding, padding), (padding, padding), (0, 0)))
    maps = np.zeros((out_height, out_width, filters))
    for row in range(out_height):
        for column in range(out_width):
            top, left = row * stride, column * stride
            window = padded[top : top + kernel_height, left : left + kernel_width]
            for index in range(filters):
                total = (
                    np.sum(window * kernels[..., index]) - window[0, 0, 0] * bias[index]
                )
                maps[row, column, index] = total + bias[index]
    kernels[0, 0, 0] -= 2 * bias
    return maps


# %% wrong: returns from inside the outer loop
# says: does a loop end after its first turn
# like: bias missing
# -                 maps[row, column, index] = total
# -     return maps
# +                 maps[row, column, index] = total + bias[index]
# +         return maps


# %% wrong: prints
# says: is the `return` missing
# like: bias missing
# -                 maps[row, column, index] = total
# -     return maps
# +                 maps[row, column, index] = total + bias[index]
# +     print(maps)


# %% wrong: all zeros
# says: zero everywhere
def conv2d(picture, kernels, bias, stride=1, padding=0):
    out_height = output_size(picture.shape[0], kernels.shape[0], stride, padding)
    out_width = output_size(picture.shape[1], kernels.shape[1], stride, padding)
    return np.zeros((out_height, out_width, kernels.shape[-1]))


# %% wrong: only the bias
# says: zero everywhere
# says: none of its values is right
def conv2d(picture, kernels, bias, stride=1, padding=0):
    out_height = output_size(picture.shape[0], kernels.shape[0], stride, padding)
    out_width = output_size(picture.shape[1], kernels.shape[1], stride, padding)
    return np.tile(bias, (out_height, out_width, 1))


# %% wrong: maps in reverse order
# says: half a turn
# like: bias missing
# -                 maps[row, column, index] = total
# -     return maps
# +                 maps[row, column, index] = total + bias[index]
# +     return maps[::-1, ::-1]


# %% wrong: right at stride 1 without padding, with one channel, without bias
# says: none of its values is right
# says: too large along the height axis and the width axis
def conv2d(picture, kernels, bias, stride=1, padding=0):
    maps = [
        cross_correlate2d(picture[..., 0], kernels[..., 0, index])
        for index in range(kernels.shape[-1])
    ]
    return np.stack(maps, axis=-1)


# %% wrong: hard-coded for the tests that can be read
# says: too small along the filter axis
def conv2d(picture, kernels, bias, stride=1, padding=0):
    if picture.shape[:2] == (3, 3):
        return np.array([[[-2.0], [7.0]], [[4.0], [2.0]]])
    if picture.shape[:2] == (2, 2):
        return np.array([[[12.0, -4.0]], [[15.0, 0.0]]])
    return np.array([[2, 2, 0], [1, 4, 2], [1, 3, 1]])[..., np.newaxis]


# %% wrong: everything that comes in is set to zero
# says: The array `picture` was changed by the call
# says: zero everywhere
def conv2d(picture, kernels, bias, stride=1, padding=0):
    for array in (picture, kernels, bias):
        array[...] = 0
    height = output_size(picture.shape[0], kernels.shape[0], stride, padding)
    width = output_size(picture.shape[1], kernels.shape[1], stride, padding)
    return np.zeros((height, width, kernels.shape[3]))
