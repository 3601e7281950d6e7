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
        weights[name] = random.normal(
            0,
            np.sqrt(2 / (np.prod(shape[:-1]) + shape[-1] * np.prod(shape[:-2]))),
            shape,
        ).astype("float32")
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: deviation of 1
# says: drawn with a standard deviation of 1
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
        weights[name] = random.normal(0, 1, shape).astype("float32")
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: root missing
# says: the square root is missing
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
        weights[name] = random.normal(0, 2 / np.prod(shape[:-1]), shape).astype(
            "float32"
        )
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: 1 / fan_in
# says: ReLU needs twice that
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
        weights[name] = random.normal(
            0, np.sqrt(1 / np.prod(shape[:-1])), shape
        ).astype("float32")
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: channels only
# says: only the channels are counted
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
        weights[name] = random.normal(0, np.sqrt(2 / shape[-2]), shape).astype(
            "float32"
        )
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: all zero
# says: they are all the same
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
        weights[name] = np.zeros(shape, "float32")
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: mean not zero
# says: do not have the spread or the mean
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
        weights[name] = random.normal(
            0.5, np.sqrt(2 / np.prod(shape[:-1])), shape
        ).astype("float32")
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: third pooling left out
# says: the third pooling is left out
def make_weights(seed):
    random = np.random.default_rng(seed)
    shapes = {
        "wc1": (3, 3, 1, 32),
        "wc2": (3, 3, 32, 64),
        "wc3": (3, 3, 64, 128),
        "wd1": (7 * 7 * 128, 128),
        "out": (128, 10),
    }
    weights = {}
    for name, shape in shapes.items():
        weights[name] = random.normal(
            0, np.sqrt(2 / np.prod(shape[:-1])), shape
        ).astype("float32")
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: 7 halved to 3
# says: 7 pixels are halved to 3
def make_weights(seed):
    random = np.random.default_rng(seed)
    shapes = {
        "wc1": (3, 3, 1, 32),
        "wc2": (3, 3, 32, 64),
        "wc3": (3, 3, 64, 128),
        "wd1": (3 * 3 * 128, 128),
        "out": (128, 10),
    }
    weights = {}
    for name, shape in shapes.items():
        weights[name] = random.normal(
            0, np.sqrt(2 / np.prod(shape[:-1])), shape
        ).astype("float32")
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: channels and filters swapped
# says: channels and filters are swapped
def make_weights(seed):
    random = np.random.default_rng(seed)
    shapes = {
        "wc1": (3, 3, 1, 32),
        "wc2": (3, 3, 64, 32),
        "wc3": (3, 3, 64, 128),
        "wd1": (2048, 128),
        "out": (128, 10),
    }
    weights = {}
    for name, shape in shapes.items():
        weights[name] = random.normal(
            0, np.sqrt(2 / np.prod(shape[:-1])), shape
        ).astype("float32")
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: random biases
# says: does not start at 0
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
        weights[name] = random.normal(
            0, np.sqrt(2 / np.prod(shape[:-1])), shape
        ).astype("float32")
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {
        name: random.normal(0, 0.1, size).astype("float32")
        for name, size in biases.items()
    }
    return weights, biases


# %% wrong: a new generator for each layer
# says: start with the same numbers
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
        weights[name] = (
            np.random.default_rng(seed)
            .normal(0, np.sqrt(2 / np.prod(shape[:-1])), shape)
            .astype("float32")
        )
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: seed not used
# says: The same seed gives other weights
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
        weights[name] = (
            np.random.default_rng()
            .normal(0, np.sqrt(2 / np.prod(shape[:-1])), shape)
            .astype("float32")
        )
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: always seed 0
# says: Another seed gives the same weights
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
        random = np.random.default_rng(
            len(name + str(shape)) + shape[-1] * 7 + shape[0]
        )
        weights[name] = random.normal(
            0, np.sqrt(2 / np.prod(shape[:-1])), shape
        ).astype("float32")
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: uniform
# says: not normally distributed
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
        edge = np.sqrt(6 / np.prod(shape[:-1]))
        weights[name] = random.uniform(-edge, edge, shape).astype("float32")
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: float64
# says: floats of another precision
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
        weights[name] = random.normal(0, np.sqrt(2 / np.prod(shape[:-1])), shape)
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights, biases


# %% wrong: weights only
# says: should return two dictionaries
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
        weights[name] = random.normal(
            0, np.sqrt(2 / np.prod(shape[:-1])), shape
        ).astype("float32")
    biases = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
    biases = {name: np.zeros(size, "float32") for name, size in biases.items()}
    return weights
