# %% right: one expression
def sharing_ratio(height, width, channels, filters, kernel_size):
    return (
        height
        * width
        * (height * width * channels + 1)
        / (kernel_size**2 * channels + 1)
    )


# %% right: asks Keras for both
def sharing_ratio(height, width, channels, filters, kernel_size):
    picture = keras.Input((height, width, channels))
    convolution = keras.layers.Conv2D(filters, kernel_size, padding="same")
    maps = convolution(picture)
    full = keras.layers.Dense(int(np.prod(maps.shape[1:])))
    full(keras.layers.Flatten()(picture))
    return full.count_params() / convolution.count_params()


# %% right: counts in NumPy, as float32
def sharing_ratio(height, width, channels, filters, kernel_size):
    inputs, outputs = np.prod([[height, width, channels], [height, width, filters]], 1)
    convolution = conv2d_parameters(kernel_size, kernel_size, channels, filters)
    return np.float32(inputs * outputs + outputs) / np.float32(convolution)


# %% right: the bias as one more input
def sharing_ratio(height, width, channels, filters, kernel_size):
    def layer(inputs, outputs):
        return (inputs + 1) * outputs

    places = height * width
    full = layer(places * channels, places * filters)
    return full / layer(kernel_size * kernel_size * channels, filters)


# %% right: an exact fraction, made a number at the end
def sharing_ratio(height, width, channels, filters, kernel_size):
    from fractions import Fraction

    full = sum(height * width * channels + 1 for _ in range(height * width * filters))
    shared = conv2d_parameters(kernel_size, kernel_size, channels, filters)
    return float(Fraction(full, shared))


# %% wrong: upside down
# says: the ratio is upside down
def sharing_ratio(height, width, channels, filters, kernel_size):
    outputs = height * width * filters
    full = (height * width * channels + 1) * outputs
    return conv2d_parameters(kernel_size, kernel_size, channels, filters) / full


# %% wrong: biases of the fully connected layer missing
# says: the biases of the fully connected layer are missing
def sharing_ratio(height, width, channels, filters, kernel_size):
    full = height * width * channels * height * width * filters
    return full / conv2d_parameters(kernel_size, kernel_size, channels, filters)


# %% wrong: bias of the convolution layer missing
# says: the bias of the convolution layer is missing
def sharing_ratio(height, width, channels, filters, kernel_size):
    outputs = height * width * filters
    full = (height * width * channels + 1) * outputs
    return full / (kernel_size**2 * channels * filters)


# %% wrong: no biases at all
# says: the biases are missing in both layers
def sharing_ratio(height, width, channels, filters, kernel_size):
    full = height * width * channels * height * width * filters
    return full / (kernel_size**2 * channels * filters)


# %% wrong: one bias for the whole fully connected layer
# says: the fully connected layer has a single bias
def sharing_ratio(height, width, channels, filters, kernel_size):
    full = height * width * channels * height * width * filters + 1
    return full / conv2d_parameters(kernel_size, kernel_size, channels, filters)


# %% wrong: a bias for each input
# says: the fully connected layer has a bias for each input
def sharing_ratio(height, width, channels, filters, kernel_size):
    inputs, outputs = height * width * channels, height * width * filters
    full = inputs * outputs + inputs
    return full / conv2d_parameters(kernel_size, kernel_size, channels, filters)


# %% wrong: whole-number division
# says: whole-number division
def sharing_ratio(height, width, channels, filters, kernel_size):
    outputs = height * width * filters
    full = (height * width * channels + 1) * outputs
    return full // conv2d_parameters(kernel_size, kernel_size, channels, filters)


# %% wrong: rounded to one decimal
# says: is close, but further off than rounding explains
def sharing_ratio(height, width, channels, filters, kernel_size):
    outputs = height * width * filters
    full = (height * width * channels + 1) * outputs
    shared = conv2d_parameters(kernel_size, kernel_size, channels, filters)
    return round(full / shared, 1)


# %% wrong: filters forgotten in the fully connected layer
# says: the filters are forgotten
def sharing_ratio(height, width, channels, filters, kernel_size):
    outputs = height * width
    full = (height * width * channels + 1) * outputs
    return full / conv2d_parameters(kernel_size, kernel_size, channels, filters)


# %% wrong: channels forgotten in the fully connected layer
# says: the channels are forgotten
def sharing_ratio(height, width, channels, filters, kernel_size):
    outputs = height * width * filters
    full = (height * width + 1) * outputs
    return full / conv2d_parameters(kernel_size, kernel_size, channels, filters)


# %% wrong: the map shrinks, without padding
# says: the feature maps shrink
def sharing_ratio(height, width, channels, filters, kernel_size):
    outputs = (height - kernel_size + 1) * (width - kernel_size + 1) * filters
    full = (height * width * channels + 1) * outputs
    return full / conv2d_parameters(kernel_size, kernel_size, channels, filters)


# %% wrong: square pictures only
# says: the picture is taken to be square
def sharing_ratio(height, width, channels, filters, kernel_size):
    full = (height**2 * channels + 1) * height**2 * filters
    return full / conv2d_parameters(kernel_size, kernel_size, channels, filters)


# %% wrong: kernel for every place
# says: the kernel is counted at every place
def sharing_ratio(height, width, channels, filters, kernel_size):
    outputs = height * width * filters
    full = (height * width * channels + 1) * outputs
    return full / (outputs * (kernel_size**2 * channels + 1))


# %% wrong: kernel size not squared
# says: the kernel has one row only
def sharing_ratio(height, width, channels, filters, kernel_size):
    outputs = height * width * filters
    full = (height * width * channels + 1) * outputs
    return full / conv2d_parameters(kernel_size, 1, channels, filters)


# %% wrong: difference in place of the ratio
# says: you take the difference
def sharing_ratio(height, width, channels, filters, kernel_size):
    outputs = height * width * filters
    full = (height * width * channels + 1) * outputs
    return full - conv2d_parameters(kernel_size, kernel_size, channels, filters)


# %% wrong: one channel and one filter only
# says: channels and filters are left out
def sharing_ratio(height, width, channels, filters, kernel_size):
    places = height * width
    return (places * places + places) / (kernel_size**2 + 1)


# %% wrong: text
# says: is text
def sharing_ratio(height, width, channels, filters, kernel_size):
    outputs = height * width * filters
    full = (height * width * channels + 1) * outputs
    shared = conv2d_parameters(kernel_size, kernel_size, channels, filters)
    return f"{full / shared}"


# %% wrong: prints
# says: is the `return` missing
def sharing_ratio(height, width, channels, filters, kernel_size):
    outputs = height * width * filters
    full = (height * width * channels + 1) * outputs
    print(full / conv2d_parameters(kernel_size, kernel_size, channels, filters))


# %% wrong: always zero
# says: zero everywhere
def sharing_ratio(height, width, channels, filters, kernel_size):
    return 0


# %% wrong: hard-coded for the tests that can be read
# says: has the same value everywhere
def sharing_ratio(height, width, channels, filters, kernel_size):
    return 27.2
