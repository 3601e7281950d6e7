# %% right: dictionaries with named entries
cards_tables = {
    "car price": {
        "architecture": "simple",
        "input_shape": (18,),
        "units": 1,
        "activation": "linear",
        "loss": "error",
        "baseline": "training mean",
        "reason": "own place",
    },
    "road users": {
        "architecture": "conv2d",
        "input_shape": (120, 160, 3),
        "units": 9,
        "activation": "sigmoid",
        "loss": "binary",
        "baseline": "most frequent",
        "reason": "anywhere in the picture",
    },
    "battery health": {
        "architecture": "conv1d",
        "input_shape": (120, 1),
        "units": 4,
        "activation": "softmax",
        "loss": "categorical",
        "baseline": "most frequent",
        "reason": "anywhere in time",
    },
    "bus fuel": {
        "architecture": "conv1d",
        "input_shape": (48, 5),
        "units": 6,
        "activation": "linear",
        "loss": "error",
        "baseline": "last season",
        "reason": "anywhere in time",
    },
}


# %% right: lists, capital letters and stray spaces
cards_tables = {
    "car price": [
        "SIMPLE ",
        [18],
        1,
        "LINEAR ",
        "ERROR ",
        "TRAINING MEAN ",
        "OWN PLACE ",
    ],
    "road users": [
        "CONV2D ",
        [120, 160, 3],
        9,
        "SIGMOID ",
        "BINARY ",
        "MOST FREQUENT ",
        "ANYWHERE IN THE PICTURE ",
    ],
    "battery health": [
        "CONV1D ",
        [120, 1],
        4,
        "SOFTMAX ",
        "CATEGORICAL ",
        "MOST FREQUENT ",
        "ANYWHERE IN TIME ",
    ],
    "bus fuel": [
        "CONV1D ",
        [48, 5],
        6,
        "LINEAR ",
        "ERROR ",
        "LAST SEASON ",
        "ANYWHERE IN TIME ",
    ],
}


# %% right: other cards that are as good, 1
cards_tables = {
    "car price": ("dense", (18,), 1, "linear", "error", "training mean", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "recurrent",
        (None, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "memory",
    ),
    "bus fuel": ("recurrent", (None, 5), 6, "linear", "error", "last value", "memory"),
}


# %% right: other cards that are as good, 2
cards_tables = {
    "car price": ("dense", (18,), 1, "linear", "error", "training mean", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "dense",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "own place",
    ),
    "bus fuel": ("dense", (240,), 6, "linear", "error", "last value", "own place"),
}


# %% right: filled in by a loop
cards_tables = {}
for case, card in [
    (
        "car price",
        ("simple", (18,), 1, "linear", "error", "training mean", "own place"),
    ),
    (
        "road users",
        (
            "conv2d",
            (120, 160, 3),
            9,
            "sigmoid",
            "binary",
            "most frequent",
            "anywhere in the picture",
        ),
    ),
    (
        "battery health",
        (
            "conv1d",
            (None, 1),
            4,
            "softmax",
            "categorical",
            "most frequent",
            "anywhere in time",
        ),
    ),
    (
        "bus fuel",
        ("conv1d", (None, 5), 6, "linear", "error", "last value", "anywhere in time"),
    ),
]:
    cards_tables[case] = card


# %% wrong: architecture, wrong choice 1
# says: car price, architecture: Convolution uses that neighbours belong together; columns of a table are neighbours by accident.
# says: road users, architecture: A linear model on pixels ties each weight to one pixel: a thing that moves is lost.
# says: battery health, architecture: A linear model ties each weight to one time step: what comes earlier or later than usual is lost.
# says: bus fuel, architecture: A linear model ties each weight to one time step: what comes earlier or later than usual is lost.
cards_tables = {
    "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
    "road users": (
        "simple",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "simple",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "simple",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: architecture, wrong choice 2
# says: car price, architecture: A table of attributes is no picture: its columns can be put in any order.
# says: road users, architecture: A dense layer ties each weight to one pixel: what it has learned at one place it does not know at another.
# says: battery health, architecture: Conv2D needs two axes along which a pattern keeps its meaning when it moves. Along the list of sensors it does not.
# says: bus fuel, architecture: Conv2D needs two axes along which a pattern keeps its meaning when it moves. Along the list of sensors it does not.
cards_tables = {
    "car price": ("conv2d", (18,), 1, "linear", "error", "training mean", "own place"),
    "road users": (
        "dense",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv2d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv2d",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: architecture, wrong choice 3
# says: car price, architecture: The columns of a table come in no order that a memory could use.
# says: road users, architecture: Conv1D slides along one axis; in a picture things move along two.
# says: battery health, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: bus fuel, architecture: An answer at every time step, where one answer for the whole is wanted.
cards_tables = {
    "car price": (
        "recurrent",
        (18,),
        1,
        "linear",
        "error",
        "training mean",
        "own place",
    ),
    "road users": (
        "conv1d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "recurrent steps",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "recurrent steps",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: architecture, wrong choice 4
# says: car price, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: road users, architecture: A recurrent network reads a picture row by row; the neighbours above and below are far apart for it.
# says: battery health, architecture: An answer at every place, where one answer for the whole is wanted.
# says: bus fuel, architecture: An answer at every place, where one answer for the whole is wanted.
cards_tables = {
    "car price": (
        "recurrent steps",
        (18,),
        1,
        "linear",
        "error",
        "training mean",
        "own place",
    ),
    "road users": (
        "recurrent",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "fully convolutional",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "fully convolutional",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: architecture, wrong choice 5
# says: car price, architecture: An answer at every place, where one answer for the whole is wanted.
# says: road users, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: battery health, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: bus fuel, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
cards_tables = {
    "car price": (
        "fully convolutional",
        (18,),
        1,
        "linear",
        "error",
        "training mean",
        "own place",
    ),
    "road users": (
        "recurrent steps",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "encoder-decoder",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "encoder-decoder",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: architecture, wrong choice 6
# says: car price, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: road users, architecture: An answer at every place, where one answer for the whole is wanted.
# says: battery health, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: bus fuel, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
cards_tables = {
    "car price": (
        "encoder-decoder",
        (18,),
        1,
        "linear",
        "error",
        "training mean",
        "own place",
    ),
    "road users": (
        "fully convolutional",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "encoder-decoder",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "encoder-decoder",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: architecture, wrong choice 7
# says: car price, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: road users, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: battery health, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: bus fuel, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
cards_tables = {
    "car price": (
        "encoder-decoder",
        (18,),
        1,
        "linear",
        "error",
        "training mean",
        "own place",
    ),
    "road users": (
        "encoder-decoder",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "encoder-decoder",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "encoder-decoder",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: architecture, fits another card only
# says: battery health, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: bus fuel, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
cards_tables = {
    "car price": ("dense", (18,), 1, "linear", "error", "training mean", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "dense",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "dense",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: input shape, with the batch
# says: car price, input_shape: The batch is not part of the input shape: give one example's.
# says: road users, input_shape: The batch is not part of the input shape: give one example's.
# says: battery health, input_shape: The batch is not part of the input shape: give one example's.
# says: bus fuel, input_shape: The batch is not part of the input shape: give one example's.
cards_tables = {
    "car price": (
        "simple",
        (None, 18),
        1,
        "linear",
        "error",
        "training mean",
        "own place",
    ),
    "road users": (
        "conv2d",
        (None, 120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (None, 120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (None, 48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: input shape, without the channel axis
# says: car price, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: road users, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: battery health, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: bus fuel, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
cards_tables = {
    "car price": ("simple", (), 1, "linear", "error", "training mean", "own place"),
    "road users": (
        "conv2d",
        (120, 160),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120,),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48,),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: input shape, axes the other way round
# says: road users, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: battery health, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: bus fuel, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
cards_tables = {
    "car price": ("simple", (18,), 1, "linear", "error", "training mean", "own place"),
    "road users": (
        "conv2d",
        (3, 160, 120),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (1, 120),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (5, 48),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: input shape, all in one row
# says: road users, input_shape: All in one row: then nothing is left of what is next to what.
# says: battery health, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: bus fuel, input_shape: All in one row: then nothing is left of what is next to what.
cards_tables = {
    "car price": ("simple", (18,), 1, "linear", "error", "training mean", "own place"),
    "road users": (
        "conv2d",
        (57600,),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120,),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (240,),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: input shape, text
# says: car price, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: road users, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: battery health, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: bus fuel, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
cards_tables = {
    "car price": (
        "simple",
        "64 x 64",
        1,
        "linear",
        "error",
        "training mean",
        "own place",
    ),
    "road users": (
        "conv2d",
        "64 x 64",
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        "64 x 64",
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        "64 x 64",
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: input shape, one more at each axis
# says: car price, input_shape: Another shape than an example has.
# says: road users, input_shape: Another shape than an example has.
# says: battery health, input_shape: Another shape than an example has.
# says: bus fuel, input_shape: Another shape than an example has.
cards_tables = {
    "car price": ("simple", (19,), 1, "linear", "error", "training mean", "own place"),
    "road users": (
        "conv2d",
        (121, 161, 4),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (121, 2),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (49, 6),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: units, one too few
# says: car price, units: Too few: one unit for each class or label, or for each number wanted.
# says: road users, units: Too few: one unit for each class or label, or for each number wanted.
# says: battery health, units: Too few: one unit for each class or label, or for each number wanted.
# says: bus fuel, units: Too few: one unit for each class or label, or for each number wanted.
cards_tables = {
    "car price": ("simple", (18,), 0, "linear", "error", "training mean", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        8,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        3,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        5,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: units, one too many
# says: car price, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: road users, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: battery health, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: bus fuel, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
cards_tables = {
    "car price": ("simple", (18,), 2, "linear", "error", "training mean", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        10,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        5,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        7,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: units, as text
# says: car price, units: This is no whole number.
# says: road users, units: This is no whole number.
# says: battery health, units: This is no whole number.
# says: bus fuel, units: This is no whole number.
cards_tables = {
    "car price": (
        "simple",
        (18,),
        "1",
        "linear",
        "error",
        "training mean",
        "own place",
    ),
    "road users": (
        "conv2d",
        (120, 160, 3),
        "9",
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        "4",
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        "6",
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: activation, wrong choice 1
# says: car price, activation: Softmax gives shares of 100 %, where a quantity is wanted.
# says: road users, activation: Softmax makes the units share 100 %. With one unit that is always 1; with several labels at once, one takes from the other.
# says: battery health, activation: Sigmoid judges each unit on its own; exactly one class is right, so let them share 100 %.
# says: bus fuel, activation: Softmax gives shares of 100 %, where a quantity is wanted.
cards_tables = {
    "car price": ("simple", (18,), 1, "softmax", "error", "training mean", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "softmax",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "sigmoid",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        6,
        "softmax",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: activation, wrong choice 2
# says: car price, activation: Sigmoid cannot leave 0 to 1, a quantity can.
# says: road users, activation: Without an activation the output is a score, no probability.
# says: battery health, activation: Without an activation the outputs are scores, no probabilities.
# says: bus fuel, activation: Sigmoid cannot leave 0 to 1, a quantity can.
cards_tables = {
    "car price": ("simple", (18,), 1, "sigmoid", "error", "training mean", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "linear",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "linear",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        6,
        "sigmoid",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: loss, wrong choice 1
# says: car price, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
# says: road users, loss: Categorical cross-entropy expects exactly one class in 100 %; here each unit is a yes or no of its own.
# says: battery health, loss: Binary cross-entropy treats every unit as a yes or no of its own; here exactly one class is right.
# says: bus fuel, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
cards_tables = {
    "car price": (
        "simple",
        (18,),
        1,
        "linear",
        "categorical",
        "training mean",
        "own place",
    ),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "binary",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        6,
        "linear",
        "categorical",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: loss, wrong choice 2
# says: car price, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
# says: road users, loss: A squared error of probabilities hardly punishes a sure and wrong answer; a cross-entropy does.
# says: battery health, loss: A squared error of class numbers would call class 9 three times class 3, and of probabilities it learns slowly.
# says: bus fuel, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
cards_tables = {
    "car price": ("simple", (18,), 1, "linear", "binary", "training mean", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "error",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "error",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        6,
        "linear",
        "binary",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: baseline, wrong choice 1
# says: car price, baseline: A quantity has no most frequent class.
# says: road users, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: battery health, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: bus fuel, baseline: A quantity has no most frequent class.
cards_tables = {
    "car price": ("simple", (18,), 1, "linear", "error", "most frequent", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "training mean",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "training mean",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        6,
        "linear",
        "error",
        "most frequent",
        "anywhere in time",
    ),
}


# %% wrong: baseline, wrong choice 2
# says: car price, baseline: Each example comes on its own: no value of the target is known before it.
# says: road users, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: battery health, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: bus fuel, baseline: In a series the value before is mostly closer than the mean of all.
cards_tables = {
    "car price": ("simple", (18,), 1, "linear", "error", "last value", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "last value",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "last value",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        6,
        "linear",
        "error",
        "training mean",
        "anywhere in time",
    ),
}


# %% wrong: baseline, wrong choice 3
# says: car price, baseline: Nothing here repeats with the hour or the day.
# says: road users, baseline: Nothing here repeats with the hour or the day.
# says: battery health, baseline: Nothing here repeats with the hour or the day.
# says: bus fuel, baseline: There are no words to be looked up one by one.
cards_tables = {
    "car price": ("simple", (18,), 1, "linear", "error", "last season", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "last season",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "last season",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        6,
        "linear",
        "error",
        "look-up",
        "anywhere in time",
    ),
}


# %% wrong: baseline, wrong choice 4
# says: car price, baseline: There are no words to be looked up one by one.
# says: road users, baseline: There are no words to be looked up one by one.
# says: battery health, baseline: There are no words to be looked up one by one.
# says: bus fuel, baseline: A random draw is beaten by a constant answer: too low a bar.
cards_tables = {
    "car price": ("simple", (18,), 1, "linear", "error", "look-up", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "look-up",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "look-up",
        "anywhere in time",
    ),
    "bus fuel": ("conv1d", (48, 5), 6, "linear", "error", "random", "anywhere in time"),
}


# %% wrong: baseline, wrong choice 5
# says: car price, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: road users, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: battery health, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: bus fuel, baseline: A random draw is beaten by a constant answer: too low a bar.
cards_tables = {
    "car price": ("simple", (18,), 1, "linear", "error", "random", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "random",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "random",
        "anywhere in time",
    ),
    "bus fuel": ("conv1d", (48, 5), 6, "linear", "error", "random", "anywhere in time"),
}


# %% wrong: reason, wrong choice 1
# says: car price, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# says: road users, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: battery health, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# says: bus fuel, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
cards_tables = {
    "car price": (
        "simple",
        (18,),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in time",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in the picture",
    ),
}


# %% wrong: reason, wrong choice 2
# says: car price, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: road users, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# says: battery health, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: bus fuel, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
cards_tables = {
    "car price": (
        "simple",
        (18,),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in time",
    ),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "memory",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "every place",
    ),
    "bus fuel": ("conv1d", (48, 5), 6, "linear", "error", "last season", "every place"),
}


# %% wrong: reason, wrong choice 3
# says: car price, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# says: road users, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# says: battery health, reason: This does not fit: the length of the output is known before.
# says: bus fuel, reason: This does not fit: the length of the output is known before.
cards_tables = {
    "car price": ("simple", (18,), 1, "linear", "error", "training mean", "memory"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "own place",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "own length",
    ),
    "bus fuel": ("conv1d", (48, 5), 6, "linear", "error", "last season", "own length"),
}


# %% wrong: reason, wrong choice 4
# says: car price, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: road users, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: battery health, reason: This does not fit: the length of the output is known before.
# says: bus fuel, reason: This does not fit: the length of the output is known before.
cards_tables = {
    "car price": (
        "simple",
        (18,),
        1,
        "linear",
        "error",
        "training mean",
        "every place",
    ),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "own length",
    ),
    "bus fuel": ("conv1d", (48, 5), 6, "linear", "error", "last season", "own length"),
}


# %% wrong: reason, wrong choice 5
# says: car price, reason: This does not fit: the length of the output is known before.
# says: road users, reason: This does not fit: the length of the output is known before.
# says: battery health, reason: This does not fit: the length of the output is known before.
# says: bus fuel, reason: This does not fit: the length of the output is known before.
cards_tables = {
    "car price": ("simple", (18,), 1, "linear", "error", "training mean", "own length"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "own length",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "own length",
    ),
    "bus fuel": ("conv1d", (48, 5), 6, "linear", "error", "last season", "own length"),
}


# %% wrong: reason, fits another card only
# says: battery health, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# says: bus fuel, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
cards_tables = {
    "car price": ("simple", (18,), 1, "linear", "error", "training mean", "own place"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "memory",
    ),
    "bus fuel": ("conv1d", (48, 5), 6, "linear", "error", "last season", "memory"),
}


# %% wrong: nothing filled in
# says: no question is answered yet
cards_tables = dict.fromkeys(
    ["car price", "road users", "battery health", "bus fuel"], ...
)


# %% wrong: a list of cards
# says: should be a dictionary with one card for each case
cards_tables = list(
    {
        "car price": (
            "simple",
            (18,),
            1,
            "linear",
            "error",
            "training mean",
            "own place",
        ),
        "road users": (
            "conv2d",
            (120, 160, 3),
            9,
            "sigmoid",
            "binary",
            "most frequent",
            "anywhere in the picture",
        ),
        "battery health": (
            "conv1d",
            (120, 1),
            4,
            "softmax",
            "categorical",
            "most frequent",
            "anywhere in time",
        ),
        "bus fuel": (
            "conv1d",
            (48, 5),
            6,
            "linear",
            "error",
            "last season",
            "anywhere in time",
        ),
    }.values()
)


# %% wrong: a card is missing
# says: car price, architecture: not answered yet.
cards_tables = {
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: another label
# says: under another label than the cases have
cards_tables = {
    "other car price": (
        "simple",
        (18,),
        1,
        "linear",
        "error",
        "training mean",
        "own place",
    ),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: six entries
# says: car price, reason: not answered yet.
cards_tables = {
    "car price": ("simple", (18,), 1, "linear", "error", "training mean"),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: a word that is not on the menu
# says: this is none of the choices
cards_tables = {
    "car price": (
        "a transformer",
        (18,),
        1,
        "linear",
        "error",
        "training mean",
        "own place",
    ),
    "road users": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "battery health": (
        "conv1d",
        (120, 1),
        4,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus fuel": (
        "conv1d",
        (48, 5),
        6,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: the same card for all
# says: right.
cards_tables = {
    "car price": (
        "conv2d",
        (120, 160, 3),
        9,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "road users": ("simple", (18,), 1, "linear", "error", "training mean", "own place"),
    "battery health": (
        "simple",
        (18,),
        1,
        "linear",
        "error",
        "training mean",
        "own place",
    ),
    "bus fuel": ("simple", (18,), 1, "linear", "error", "training mean", "own place"),
}
