# %% right: list comprehension over places, nested lists returned
def cross_correlate2d(picture, kernel):
    height, width = np.shape(picture)
    kernel_height, kernel_width = np.shape(kernel)
    return [
        [
            sum(
                picture[row + i, column + j] * kernel[i, j]
                for i in range(kernel_height)
                for j in range(kernel_width)
            )
            for column in range(width - kernel_width + 1)
        ]
        for row in range(height - kernel_height + 1)
    ]


# %% right: sliding windows and einsum
def cross_correlate2d(picture, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel)


# %% right: as_strided and tensordot, in float32
def cross_correlate2d(picture, kernel):
    picture = np.ascontiguousarray(picture, dtype=np.float32)
    shape = (
        picture.shape[0] - kernel.shape[0] + 1,
        picture.shape[1] - kernel.shape[1] + 1,
        *kernel.shape,
    )
    windows = np.lib.stride_tricks.as_strided(
        picture, shape, picture.strides + picture.strides, writeable=False
    )
    return np.tensordot(windows, kernel.astype(np.float32), axes=2)


# %% right: one shifted picture for each weight
def cross_correlate2d(picture, kernel):
    out_height = picture.shape[0] - kernel.shape[0] + 1
    out_width = picture.shape[1] - kernel.shape[1] + 1
    total = np.zeros((out_height, out_width))
    for (i, j), weight in np.ndenumerate(kernel):
        total += weight * picture[i : i + out_height, j : j + out_width]
    return total


# %% right: TensorFlow
def cross_correlate2d(picture, kernel):
    picture = tf.cast(picture, tf.float32)[tf.newaxis, :, :, tf.newaxis]
    kernel = tf.cast(kernel, tf.float32)[:, :, tf.newaxis, tf.newaxis]
    return tf.squeeze(tf.nn.conv2d(picture, kernel, 1, "VALID"), axis=[0, 3])


# %% right: Fourier transform
def cross_correlate2d(picture, kernel):
    spectrum = np.fft.rfft2(picture) * np.conj(np.fft.rfft2(kernel, picture.shape))
    everywhere = np.fft.irfft2(spectrum, picture.shape)
    out_height = picture.shape[0] - kernel.shape[0] + 1
    out_width = picture.shape[1] - kernel.shape[1] + 1
    return everywhere[:out_height, :out_width]


# %% right: recursion over the rows of the picture
def cross_correlate2d(picture, kernel):
    kernel_height, kernel_width = kernel.shape
    if len(picture) < kernel_height:
        return np.empty((0, picture.shape[1] - kernel_width + 1))
    weights = kernel.ravel()
    first = [
        picture[:kernel_height, left : left + kernel_width].ravel() @ weights
        for left in range(picture.shape[1] - kernel_width + 1)
    ]
    return np.vstack([first, cross_correlate2d(picture[1:], kernel)])


# %% right: the doubly flipped convolution of NumPy, row by row
def cross_correlate2d(picture, kernel):
    rows = []
    for top in range(len(picture) - len(kernel) + 1):
        parts = [
            np.convolve(picture[top + i], kernel[i][::-1], mode="valid")
            for i in range(len(kernel))
        ]
        rows.append(np.sum(parts, axis=0))
    return np.array(rows, dtype=float)


# %% wrong: kernel flipped
# says: the kernel is flipped
def cross_correlate2d(picture, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel[::-1, ::-1])


# %% wrong: kernel flipped upside down only
# says: the kernel is upside down
def cross_correlate2d(picture, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel[::-1])


# %% wrong: kernel transposed
# says: the kernel is transposed
def cross_correlate2d(picture, kernel):
    kernel = kernel.T
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel)


# %% wrong: one place too few in each direction
# says: off by one in the output size
def cross_correlate2d(picture, kernel):
    height, width = picture.shape
    kernel_height, kernel_width = kernel.shape
    feature_map = np.zeros((height - kernel_height, width - kernel_width))
    for row in range(height - kernel_height):
        for column in range(width - kernel_width):
            window = picture[row : row + kernel_height, column : column + kernel_width]
            feature_map[row, column] = np.sum(window * kernel)
    return feature_map


# %% wrong: loops end one place too early
# says: a loop ends too early
def cross_correlate2d(picture, kernel):
    height, width = picture.shape
    kernel_height, kernel_width = kernel.shape
    feature_map = np.zeros((height - kernel_height + 1, width - kernel_width + 1))
    for row in range(height - kernel_height):
        for column in range(width - kernel_width):
            window = picture[row : row + kernel_height, column : column + kernel_width]
            feature_map[row, column] = np.sum(window * kernel)
    return feature_map


# %% wrong: returns from inside the outer loop
# says: does a loop end after its first turn
def cross_correlate2d(picture, kernel):
    kernel_height, kernel_width = kernel.shape
    out_height = picture.shape[0] - kernel_height + 1
    out_width = picture.shape[1] - kernel_width + 1
    feature_map = np.zeros((out_height, out_width))
    for row in range(out_height):
        for column in range(out_width):
            window = picture[row : row + kernel_height, column : column + kernel_width]
            feature_map[row, column] = np.sum(window * kernel)
        return feature_map


# %% wrong: feature map as large as the picture
# says: too large along the first axis and the second axis
def cross_correlate2d(picture, kernel):
    kernel_height, kernel_width = kernel.shape
    feature_map = np.zeros(picture.shape)
    for row in range(picture.shape[0] - kernel_height + 1):
        for column in range(picture.shape[1] - kernel_width + 1):
            window = picture[row : row + kernel_height, column : column + kernel_width]
            feature_map[row, column] = np.sum(window * kernel)
    return feature_map


# %% wrong: padded so that the size is kept
# says: the picture is padded
def cross_correlate2d(picture, kernel):
    above, left = (kernel.shape[0] - 1) // 2, (kernel.shape[1] - 1) // 2
    padded = np.pad(
        picture,
        ((above, kernel.shape[0] - 1 - above), (left, kernel.shape[1] - 1 - left)),
    )
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel)


# %% wrong: feature map of whole numbers
# says: fractions get lost
# like: returns from inside the outer loop
# -     feature_map = np.zeros((out_height, out_width))
# +     feature_map = np.zeros((out_height, out_width), dtype=int)
# -         return feature_map
# +     return feature_map


# %% wrong: feature map of the picture's dtype
# says: fractions get lost
def cross_correlate2d(picture, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    feature_map = np.zeros(windows.shape[:2], dtype=picture.dtype)
    for place in np.ndindex(feature_map.shape):
        feature_map[place] = np.sum(windows[place] * kernel)
    return feature_map


# %% wrong: mean in place of the sum
# says: is it a mean where a sum is expected
def cross_correlate2d(picture, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    return (windows * kernel).mean(axis=(2, 3))


# %% wrong: matrix product in place of products one by one
# says: window and kernel are multiplied as matrices
def cross_correlate2d(picture, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    out_height, out_width = windows.shape[:2]
    return np.array(
        [
            [np.sum(windows[row, column] @ kernel) for column in range(out_width)]
            for row in range(out_height)
        ]
    )


# %% wrong: sum without the weights
# says: the weights are not used
def cross_correlate2d(picture, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    return windows.sum(axis=(2, 3)).astype(float)


# %% wrong: square kernels only
# says: the kernel is taken to be square
def cross_correlate2d(picture, kernel):
    size = kernel.shape[0]
    windows = np.lib.stride_tricks.sliding_window_view(picture, (size, size))
    return np.einsum("rcij,ij->rc", windows, kernel)


# %% wrong: square pictures only
# says: the map is as wide as it is high
def cross_correlate2d(picture, kernel):
    kernel_height, kernel_width = kernel.shape
    places = picture.shape[0] - kernel_height + 1
    feature_map = np.zeros((places, places))
    for row in range(places):
        for column in range(places):
            window = picture[row : row + kernel_height, column : column + kernel_width]
            feature_map[row, column] = np.sum(window * kernel)
    return feature_map


# %% wrong: height and width of the kernel mixed up
# says: too small along the second axis and too large along the first axis
def cross_correlate2d(picture, kernel):
    kernel_width, kernel_height = kernel.shape
    windows = np.lib.stride_tricks.sliding_window_view(
        picture, (kernel_height, kernel_width)
    )
    return np.array(
        [[np.sum(window * kernel) for window in row_of] for row_of in windows]
    )


# %% wrong: moves two pixels at a time
# says: leaves places out: the stride is too large
def cross_correlate2d(picture, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    return np.einsum("rcij,ij->rc", windows[::2, ::2], kernel)


# %% wrong: map transposed
# says: rows and columns are swapped
def cross_correlate2d(picture, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    return np.einsum("rcij,ij->cr", windows, kernel)


# %% wrong: map in one row
# says: one long row
def cross_correlate2d(picture, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel).ravel()


# %% wrong: map in reverse order
# says: half a turn
def cross_correlate2d(picture, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel)[::-1, ::-1]


# %% wrong: multiplies inside the picture
# says: was changed by the call
# like: returns from inside the outer loop
# -             feature_map[row, column] = np.sum(window * kernel)
# -         return feature_map
# +             window[:] = window * kernel
# +             feature_map[row, column] = window.sum()
# +     return feature_map


# %% wrong: prints
# says: is the `return` missing
def cross_correlate2d(picture, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(picture, kernel.shape)
    print(np.einsum("rcij,ij->rc", windows, kernel))


# %% wrong: all zeros
# says: zero everywhere
def cross_correlate2d(picture, kernel):
    return np.zeros(np.subtract(picture.shape, kernel.shape) + 1)


# %% wrong: a constant
# says: same value everywhere
def cross_correlate2d(picture, kernel):
    return np.full(np.subtract(picture.shape, kernel.shape) + 1, 4.0)


# %% wrong: hard-coded for the tests that can be read
# says: too small along the first axis and the second axis
def cross_correlate2d(picture, kernel):
    if picture.shape == (3, 3):
        return np.array([[-2.0, 7.0], [4.0, 2.0]])
    return np.array([[4.0, 3.0, 4.0], [2.0, 4.0, 3.0], [2.0, 3.0, 4.0]])
