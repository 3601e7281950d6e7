# %% right: weights and biases apart
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    weights = kernel_height * kernel_width * channels * filters
    biases = filters
    return weights + biases


# %% right: sizes of arrays
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    kernels = np.empty((kernel_height, kernel_width, channels, filters))
    return kernels.size + np.empty(filters).size


# %% right: asks Keras
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    layer = keras.layers.Conv2D(filters, (kernel_height, kernel_width))
    layer.build((None, None, None, channels))
    return layer.count_params()


# %% right: counted in loops
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    count = 0
    for _ in range(filters):
        count += 1
        for _ in range(kernel_height):
            for _ in range(kernel_width):
                count += channels
    return count


# %% right: a product by reduce, as a NumPy integer
def conv2d_parameters(*kernel_shape):
    return np.prod(kernel_shape) + kernel_shape[-1]


# %% wrong: biases missing
# says: the biases are missing
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return kernel_height * kernel_width * channels * filters


# %% wrong: channels forgotten
# says: the channels are forgotten
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return (kernel_height * kernel_width + 1) * filters


# %% wrong: filters forgotten
# says: the filters are forgotten
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return kernel_height * kernel_width * channels + 1


# %% wrong: a bias for each weight
# says: there is a bias for each weight
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return 2 * kernel_height * kernel_width * channels * filters


# %% wrong: a bias for each channel of a filter
# says: there is a bias for each channel of a filter
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return (kernel_height * kernel_width + 1) * channels * filters


# %% wrong: a bias for each channel in
# says: there is a bias for each channel that comes in
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return kernel_height * kernel_width * channels * filters + channels


# %% wrong: one bias for the whole layer
# says: there is one bias for the whole layer
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return kernel_height * kernel_width * channels * filters + 1


# %% wrong: square kernels only
# says: the kernel is taken to be square
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return (kernel_height**2 * channels + 1) * filters


# %% wrong: sides of the kernel added
# says: the sides of the kernel are added
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return ((kernel_height + kernel_width) * channels + 1) * filters


# %% wrong: channels added to the kernel
# says: the channels are added to the kernel
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return (kernel_height * kernel_width + channels + 1) * filters


# %% wrong: three channels written in
# says: the channels are always 3
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return (kernel_height * kernel_width * 3 + 1) * filters


# %% wrong: a float
# says: where a whole number is expected
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return (kernel_height * kernel_width * channels + 1.0) * filters


# %% wrong: weights and biases as a tuple
# says: is a tuple
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return kernel_height * kernel_width * channels * filters, filters


# %% wrong: text
# says: is text
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return f"{(kernel_height * kernel_width * channels + 1) * filters}"


# %% wrong: prints
# says: is the `return` missing
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    print((kernel_height * kernel_width * channels + 1) * filters)


# %% wrong: always zero
# says: is too small
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return 0


# %% wrong: hard-coded for the tests that can be read
# says: is not right in its first entry
def conv2d_parameters(kernel_height, kernel_width, channels, filters):
    return 224
