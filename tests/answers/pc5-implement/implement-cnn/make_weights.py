# %% right: standard_normal in float32
def make_weights(seed):
    random = np.random.default_rng(seed)
    shapes = {
        "wc1": (3, 3, 1, 32),
        "wc2": (3, 3, 32, 64),
        "wc3": (3, 3, 64, 128),
        "wd1": (2048, 128),
        "out": (128, 10),
    }
    weights = {}
    for name, shape in shapes.items():
        weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
            (2 / np.prod(shape[:-1])) ** 0.5
        )
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% right: each layer written out
def make_weights(seed):
    random = np.random.default_rng(seed)

    def he(*shape):
        fan_in = 1
        for length in shape[:-1]:
            fan_in *= length
        return random.normal(scale=(2 / fan_in) ** 0.5, size=shape).astype(np.float32)

    weights = dict(
        wc1=he(3, 3, 1, 32),
        wc2=he(3, 3, 32, 64),
        wc3=he(3, 3, 64, 128),
        wd1=he(2048, 128),
        out=he(128, 10),
    )
    zeros = lambda n: np.zeros(n, np.float32)
    return weights, dict(
        bc1=zeros(32), bc2=zeros(64), bc3=zeros(128), bd1=zeros(128), out=zeros(10)
    )


# %% right: tf.random with a seed for each layer
def make_weights(seed):
    shapes = [(3, 3, 1, 32), (3, 3, 32, 64), (3, 3, 64, 128), (2048, 128), (128, 10)]
    generator = tf.random.Generator.from_seed(seed)
    weights, biases = {}, {}
    names = [
        ("wc1", "bc1"),
        ("wc2", "bc2"),
        ("wc3", "bc3"),
        ("wd1", "bd1"),
        ("out", "out"),
    ]
    for (weight, bias), shape in zip(names, shapes):
        deviation = float(np.sqrt(2 / np.prod(shape[:-1])))
        weights[weight] = generator.normal(shape, stddev=deviation).numpy()
        biases[bias] = tf.zeros(shape[-1]).numpy()
    return weights, biases


# %% wrong: Glorot
# says: they are Glorot's
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# -         )
# +         weights[name] = random.normal(
# +             0,
# +             np.sqrt(2 / (np.prod(shape[:-1]) + shape[-1] * np.prod(shape[:-2]))),
# +             shape,
# +         ).astype("float32")


# %% wrong: deviation of 1
# says: drawn with a standard deviation of 1
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# -         )
# +         weights[name] = random.normal(0, 1, shape).astype("float32")


# %% wrong: root missing
# says: the square root is missing
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# +         weights[name] = random.normal(0, 2 / np.prod(shape[:-1]), shape).astype(
# +             "float32"


# %% wrong: 1 / fan_in
# says: ReLU needs twice that
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# -         )
# +         weights[name] = random.normal(
# +             0, np.sqrt(1 / np.prod(shape[:-1])), shape
# +         ).astype("float32")


# %% wrong: channels only
# says: only the channels are counted
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# +         weights[name] = random.normal(0, np.sqrt(2 / shape[-2]), shape).astype(
# +             "float32"


# %% wrong: all zero
# says: they are all the same
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# -         )
# +         weights[name] = np.zeros(shape, "float32")


# %% wrong: mean not zero
# says: do not have the spread or the mean
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# -         )
# +         weights[name] = random.normal(
# +             0.5, np.sqrt(2 / np.prod(shape[:-1])), shape
# +         ).astype("float32")


# %% wrong: third pooling left out
# says: the third pooling is left out
# like: standard_normal in float32
# -         "wd1": (2048, 128),
# +         "wd1": (7 * 7 * 128, 128),
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# -         )
# +         weights[name] = random.normal(
# +             0, np.sqrt(2 / np.prod(shape[:-1])), shape
# +         ).astype("float32")


# %% wrong: 7 halved to 3
# says: 7 pixels are halved to 3
# like: standard_normal in float32
# -         "wd1": (2048, 128),
# +         "wd1": (3 * 3 * 128, 128),
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# -         )
# +         weights[name] = random.normal(
# +             0, np.sqrt(2 / np.prod(shape[:-1])), shape
# +         ).astype("float32")


# %% wrong: channels and filters swapped
# says: channels and filters are swapped
# like: standard_normal in float32
# -         "wc2": (3, 3, 32, 64),
# +         "wc2": (3, 3, 64, 32),
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# -         )
# +         weights[name] = random.normal(
# +             0, np.sqrt(2 / np.prod(shape[:-1])), shape
# +         ).astype("float32")


# %% wrong: random biases
# says: does not start at 0
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# -         )
# +         weights[name] = random.normal(
# +             0, np.sqrt(2 / np.prod(shape[:-1])), shape
# +         ).astype("float32")
# -     biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
# +     biases = {
# +         name: random.normal(0, 0.1, size).astype("float32")
# +         for name, size in biases.items()
# +     }


# %% wrong: a new generator for each layer
# says: start with the same numbers
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# +         weights[name] = (
# +             np.random.default_rng(seed)
# +             .normal(0, np.sqrt(2 / np.prod(shape[:-1])), shape)
# +             .astype("float32")


# %% wrong: seed not used
# says: The same seed gives other weights
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# +         weights[name] = (
# +             np.random.default_rng()
# +             .normal(0, np.sqrt(2 / np.prod(shape[:-1])), shape)
# +             .astype("float32")


# %% wrong: always seed 0
# says: Another seed gives the same weights
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# +         random = np.random.default_rng(
# +             len(name + str(shape)) + shape[-1] * 7 + shape[0]
# -         )
# +         )
# +         weights[name] = random.normal(
# +             0, np.sqrt(2 / np.prod(shape[:-1])), shape
# +         ).astype("float32")


# %% wrong: uniform
# says: not normally distributed
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# -         )
# +         edge = np.sqrt(6 / np.prod(shape[:-1]))
# +         weights[name] = random.uniform(-edge, edge, shape).astype("float32")


# %% wrong: float64
# says: floats of another precision
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# -         )
# +         weights[name] = random.normal(0, np.sqrt(2 / np.prod(shape[:-1])), shape)


# %% wrong: weights only
# says: should return two dictionaries
# like: standard_normal in float32
# -         weights[name] = random.standard_normal(shape, dtype="float32") * np.float32(
# -             (2 / np.prod(shape[:-1])) ** 0.5
# -         )
# +         weights[name] = random.normal(
# +             0, np.sqrt(2 / np.prod(shape[:-1])), shape
# +         ).astype("float32")
# -     return weights, biases
# +     return weights
