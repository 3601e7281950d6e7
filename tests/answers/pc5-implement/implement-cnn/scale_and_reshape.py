# %% right: reshape by hand
def scale_and_reshape(pictures):
    height, width = pictures.shape[-2:]
    return pictures.reshape(-1, height, width, 1).astype("float32") / np.float32(255)


# %% right: a table of the possible values
def scale_and_reshape(pictures):
    table = np.linspace(0, 1, 256, dtype="float32")
    return np.atleast_3d(table[pictures]).reshape(-1, *pictures.shape[-2:], 1)


# %% right: TensorFlow
def scale_and_reshape(pictures):
    floats = tf.cast(pictures, tf.float32) / 255.0
    if floats.shape.rank == 2:
        floats = tf.expand_dims(floats, 0)
    return tf.expand_dims(floats, -1)


# %% right: calls itself for a single picture
def scale_and_reshape(pictures):
    if len(pictures.shape) < 3:
        return scale_and_reshape(np.stack([pictures]))
    return np.divide(pictures[:, :, :, None], 255, dtype=np.float32)


# %% wrong: not scaled
# says: the pixels are not scaled
def scale_and_reshape(pictures):
    if pictures.ndim == 2:
        pictures = pictures[np.newaxis]
    return pictures.astype("float32")[..., np.newaxis]


# %% wrong: largest at hand
# says: divide by 255, the largest byte
def scale_and_reshape(pictures):
    if pictures.ndim == 2:
        pictures = pictures[np.newaxis]
    return (pictures / pictures.max()).astype("float32")[..., np.newaxis]


# %% wrong: each its own largest
# says: largest pixel
def scale_and_reshape(pictures):
    if pictures.ndim == 2:
        pictures = pictures[np.newaxis]
    return (pictures / pictures.max(axis=(1, 2), keepdims=True)).astype("float32")[
        ..., None
    ]


# %% wrong: divided by 256
# says: you divide by 256
def scale_and_reshape(pictures):
    if pictures.ndim == 2:
        pictures = pictures[np.newaxis]
    return (pictures / 256).astype("float32")[..., np.newaxis]


# %% wrong: from -1 to 1
# says: the pixels are scaled to between -1 and 1
def scale_and_reshape(pictures):
    if pictures.ndim == 2:
        pictures = pictures[np.newaxis]
    return (pictures / 127.5 - 1).astype("float32")[..., np.newaxis]


# %% wrong: whole-number division
# says: whole-number division
def scale_and_reshape(pictures):
    if pictures.ndim == 2:
        pictures = pictures[np.newaxis]
    return (pictures // 255).astype("float32")[..., np.newaxis]


# %% wrong: scaled twice
# says: scaled twice
def scale_and_reshape(pictures):
    if pictures.ndim == 2:
        pictures = pictures[np.newaxis]
    return (pictures / 255 / 255).astype("float32")[..., np.newaxis]


# %% wrong: no channel axis
# says: too few axes
def scale_and_reshape(pictures):
    if pictures.ndim == 2:
        pictures = pictures[np.newaxis]
    return (pictures / 255).astype("float32")


# %% wrong: channel axis first
# says: axes swapped
def scale_and_reshape(pictures):
    if pictures.ndim == 2:
        pictures = pictures[np.newaxis]
    return (pictures / 255).astype("float32")[:, np.newaxis]


# %% wrong: float64
# says: floats of another precision
def scale_and_reshape(pictures):
    if pictures.ndim == 2:
        pictures = pictures[np.newaxis]
    return pictures[..., np.newaxis] / 255


# %% wrong: single picture without a batch axis
# says: A single picture has too few axes
def scale_and_reshape(pictures):
    return (pictures / 255).astype("float32")[..., np.newaxis]


# %% wrong: single picture's batch axis in the wrong place
# says: A single picture has
def scale_and_reshape(pictures):
    scaled = (pictures / 255).astype("float32")[..., np.newaxis]
    return scaled if scaled.ndim == 4 else scaled[:, np.newaxis]


# %% wrong: writes into the pictures
# says: was changed by the call
def scale_and_reshape(pictures):
    pictures -= pictures.min()
    if pictures.ndim == 2:
        pictures = pictures[np.newaxis]
    return (pictures / 255).astype("float32")[..., np.newaxis]


# %% wrong: always zero
# says: zero everywhere
def scale_and_reshape(pictures):
    if pictures.ndim == 2:
        pictures = pictures[np.newaxis]
    return np.zeros((*pictures.shape, 1), "float32")
