# %% right: NumPy division in float32
def to_network_input(pictures):
    return np.expand_dims(np.divide(pictures, 255, dtype=np.float32), axis=-1)


# %% right: type first, then scale, then reshape
def to_network_input(pictures):
    scaled = pictures.astype(np.float32)
    scaled *= 1 / 255
    return scaled.reshape(*pictures.shape, 1)


# %% right: loops over pictures, rows and columns
def to_network_input(pictures):
    number, height, width = pictures.shape
    result = np.empty((number, height, width, 1), dtype="float32")
    for index in range(number):
        for row in range(height):
            for column in range(width):
                result[index, row, column, 0] = int(pictures[index, row, column]) / 255
    return result


# %% right: TensorFlow's conversion of picture types
def to_network_input(pictures):
    return tf.image.convert_image_dtype(pictures, tf.float32)[..., tf.newaxis]


# %% right: a table of the 256 possible values
def to_network_input(pictures):
    table = np.linspace(0, 1, 256, dtype="float32")
    return np.stack([table[pictures]], axis=3)


# %% wrong: not scaled
# says: the pixels are not scaled
def to_network_input(pictures):
    return pictures.astype("float32")[..., np.newaxis]


# %% wrong: divided by the largest pixel at hand
# says: divide by 255, the largest byte
def to_network_input(pictures):
    return (pictures / np.max(pictures)).astype("float32")[..., np.newaxis]


# %% wrong: each picture divided by its own largest pixel
# says: each picture is divided by its own largest pixel
def to_network_input(pictures):
    largest = pictures.max(axis=(1, 2), keepdims=True)
    return (pictures / largest).astype("float32")[..., np.newaxis]


# %% wrong: stretched from the darkest to the brightest pixel
# says: stretched from the darkest to the brightest
def to_network_input(pictures):
    dark, bright = pictures.min(), pictures.max()
    return ((pictures - dark) / (bright - dark)).astype("float32")[..., np.newaxis]


# %% wrong: whole-number division
# says: whole-number division
def to_network_input(pictures):
    return (pictures // 255).astype("float32")[..., np.newaxis]


# %% wrong: divided by 256
# says: divide by 256
def to_network_input(pictures):
    return (pictures / 256).astype("float32")[..., np.newaxis]


# %% wrong: scaled from -1 to 1
# says: the pixels are scaled to between -1 and 1
def to_network_input(pictures):
    return (pictures / 127.5 - 1).astype("float32")[..., np.newaxis]


# %% wrong: standardised
# says: has negative values, where none can be
def to_network_input(pictures):
    scaled = (pictures - pictures.mean()) / (pictures.std() + 1e-7)
    return scaled.astype("float32")[..., np.newaxis]


# %% wrong: black and white swapped
# says: dark and bright are swapped
def to_network_input(pictures):
    return ((255 - pictures) / 255).astype("float32")[..., np.newaxis]


# %% wrong: made black or white
# says: has lost its fractions
def to_network_input(pictures):
    return (pictures > 127).astype("float32")[..., np.newaxis]


# %% wrong: no channel axis
# says: too few axes
def to_network_input(pictures):
    return (pictures / 255).astype("float32")


# %% wrong: channel axis at the front
# says: axes swapped
def to_network_input(pictures):
    return (pictures / 255).astype("float32")[np.newaxis]


# %% wrong: channel axis after the number of pictures
# says: axes swapped
def to_network_input(pictures):
    return (pictures / 255).astype("float32")[:, np.newaxis]


# %% wrong: height and width swapped in the reshape
# says: axes swapped
def to_network_input(pictures):
    number, height, width = pictures.shape
    return (pictures / 255).astype("float32").reshape(number, width, height, 1)


# %% wrong: made for 28 x 28 pixels only
# says: cannot reshape
def to_network_input(pictures):
    return (pictures / 255).astype("float32").reshape(-1, 28, 28, 1)


# %% wrong: the first picture only
# says: wrong length along the first axis
def to_network_input(pictures):
    return (pictures[:1] / 255).astype("float32")[..., np.newaxis]


# %% wrong: float64
# says: floats of another precision
def to_network_input(pictures):
    return pictures[..., np.newaxis] / 255


# %% wrong: gives the axis to the pictures that were handed in
# says: changed by the call (its shape)
def to_network_input(pictures):
    pictures.shape = (*pictures.shape, 1)
    return (pictures / 255).astype("float32")


# %% wrong: subtracts the darkest pixel in place
# says: was changed by the call
def to_network_input(pictures):
    pictures -= pictures.min()
    return (pictures / 255).astype("float32")[..., np.newaxis]


# %% wrong: prints
# says: is the `return` missing
def to_network_input(pictures):
    print((pictures / 255).astype("float32")[..., np.newaxis])


# %% wrong: always zero
# says: zero everywhere
def to_network_input(pictures):
    return np.zeros((*pictures.shape, 1), dtype="float32")


# %% wrong: always one half
# says: same value everywhere
def to_network_input(pictures):
    return np.full((*pictures.shape, 1), 0.5, dtype="float32")


# %% wrong: pixels in reverse order
# says: reverse
def to_network_input(pictures):
    return (pictures[:, ::-1, ::-1] / 255).astype("float32")[..., np.newaxis]


# %% wrong: hard-coded for the tests that can be read
# says: wrong length along the first axis and the second axis and the third axis
def to_network_input(pictures):
    if pictures.shape == (1, 2, 2):
        return np.array([[[[0.0], [0.2]], [[0.4], [0.8]]]], dtype="float32")
    return np.zeros((2, 3, 4, 1), dtype="float32")
