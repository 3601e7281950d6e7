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
# like: other cards that are as good, 1
# -         "recurrent",
# -         (None, 1),
# +         "dense",
# +         (120, 1),
# -         "memory",
# +         "own place",
# -     "bus fuel": ("recurrent", (None, 5), 6, "linear", "error", "last value", "memory"),
# +     "bus fuel": ("dense", (240,), 6, "linear", "error", "last value", "own place"),


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
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("conv2d", (18,), 1, "linear", "error", "training mean", "own place"),
# -         "simple",
# +         "dense",
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "conv2d",


# %% wrong: architecture, wrong choice 3
# says: car price, architecture: The columns of a table come in no order that a memory could use.
# says: road users, architecture: Conv1D slides along one axis; in a picture things move along two.
# says: battery health, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: bus fuel, architecture: An answer at every time step, where one answer for the whole is wanted.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": (
# +         "recurrent",
# +         (18,),
# +         1,
# +         "linear",
# +         "error",
# +         "training mean",
# +         "own place",
# +     ),
# -         "simple",
# +         "conv1d",
# -         "simple",
# +         "recurrent steps",
# -         "simple",
# +         "recurrent steps",


# %% wrong: architecture, wrong choice 4
# says: car price, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: road users, architecture: A recurrent network reads a picture row by row; the neighbours above and below are far apart for it.
# says: battery health, architecture: An answer at every place, where one answer for the whole is wanted.
# says: bus fuel, architecture: An answer at every place, where one answer for the whole is wanted.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": (
# +         "recurrent steps",
# +         (18,),
# +         1,
# +         "linear",
# +         "error",
# +         "training mean",
# +         "own place",
# +     ),
# -         "simple",
# +         "recurrent",
# -         "simple",
# +         "fully convolutional",
# -         "simple",
# +         "fully convolutional",


# %% wrong: architecture, wrong choice 5
# says: car price, architecture: An answer at every place, where one answer for the whole is wanted.
# says: road users, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: battery health, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: bus fuel, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": (
# +         "fully convolutional",
# +         (18,),
# +         1,
# +         "linear",
# +         "error",
# +         "training mean",
# +         "own place",
# +     ),
# -         "simple",
# +         "recurrent steps",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",


# %% wrong: architecture, wrong choice 6
# says: car price, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: road users, architecture: An answer at every place, where one answer for the whole is wanted.
# says: battery health, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: bus fuel, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": (
# +         "encoder-decoder",
# +         (18,),
# +         1,
# +         "linear",
# +         "error",
# +         "training mean",
# +         "own place",
# +     ),
# -         "simple",
# +         "fully convolutional",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",


# %% wrong: architecture, wrong choice 7
# says: car price, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: road users, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: battery health, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: bus fuel, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": (
# +         "encoder-decoder",
# +         (18,),
# +         1,
# +         "linear",
# +         "error",
# +         "training mean",
# +         "own place",
# +     ),
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",


# %% wrong: architecture, fits another card only
# says: battery health, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: bus fuel, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("dense", (18,), 1, "linear", "error", "training mean", "own place"),
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "dense",
# -         "simple",
# +         "dense",


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
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (), 1, "linear", "error", "training mean", "own place"),
# -         "simple",
# -         (120, 160, 3),
# +         "conv2d",
# +         (120, 160),
# -         "simple",
# -         (120, 1),
# +         "conv1d",
# +         (120,),
# -         "simple",
# -         (48, 5),
# +         "conv1d",
# +         (48,),


# %% wrong: input shape, axes the other way round
# says: road users, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: battery health, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: bus fuel, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 1, "linear", "error", "training mean", "own place"),
# -         "simple",
# -         (120, 160, 3),
# +         "conv2d",
# +         (3, 160, 120),
# -         "simple",
# -         (120, 1),
# +         "conv1d",
# +         (1, 120),
# -         "simple",
# -         (48, 5),
# +         "conv1d",
# +         (5, 48),


# %% wrong: input shape, all in one row
# says: road users, input_shape: All in one row: then nothing is left of what is next to what.
# says: battery health, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: bus fuel, input_shape: All in one row: then nothing is left of what is next to what.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 1, "linear", "error", "training mean", "own place"),
# -         "simple",
# -         (120, 160, 3),
# +         "conv2d",
# +         (57600,),
# -         "simple",
# -         (120, 1),
# +         "conv1d",
# +         (120,),
# -         "simple",
# -         (48, 5),
# +         "conv1d",
# +         (240,),


# %% wrong: input shape, text
# says: car price, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: road users, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: battery health, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: bus fuel, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# like: input shape, with the batch
# -         (None, 18),
# +         "64 x 64",
# -         (None, 120, 160, 3),
# +         "64 x 64",
# -         (None, 120, 1),
# +         "64 x 64",
# -         (None, 48, 5),
# +         "64 x 64",


# %% wrong: input shape, one more at each axis
# says: car price, input_shape: Another shape than an example has.
# says: road users, input_shape: Another shape than an example has.
# says: battery health, input_shape: Another shape than an example has.
# says: bus fuel, input_shape: Another shape than an example has.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (19,), 1, "linear", "error", "training mean", "own place"),
# -         "simple",
# -         (120, 160, 3),
# +         "conv2d",
# +         (121, 161, 4),
# -         "simple",
# -         (120, 1),
# +         "conv1d",
# +         (121, 2),
# -         "simple",
# -         (48, 5),
# +         "conv1d",
# +         (49, 6),


# %% wrong: units, one too few
# says: car price, units: Too few: one unit for each class or label, or for each number wanted.
# says: road users, units: Too few: one unit for each class or label, or for each number wanted.
# says: battery health, units: Too few: one unit for each class or label, or for each number wanted.
# says: bus fuel, units: Too few: one unit for each class or label, or for each number wanted.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 0, "linear", "error", "training mean", "own place"),
# -         "simple",
# +         "conv2d",
# -         9,
# +         8,
# -         "simple",
# +         "conv1d",
# -         4,
# +         3,
# -         "simple",
# +         "conv1d",
# -         6,
# +         5,


# %% wrong: units, one too many
# says: car price, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: road users, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: battery health, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: bus fuel, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 2, "linear", "error", "training mean", "own place"),
# -         "simple",
# +         "conv2d",
# -         9,
# +         10,
# -         "simple",
# +         "conv1d",
# -         4,
# +         5,
# -         "simple",
# +         "conv1d",
# -         6,
# +         7,


# %% wrong: units, as text
# says: car price, units: This is no whole number.
# says: road users, units: This is no whole number.
# says: battery health, units: This is no whole number.
# says: bus fuel, units: This is no whole number.
# like: input shape, with the batch
# -         (None, 18),
# -         1,
# +         (18,),
# +         "1",
# -         (None, 120, 160, 3),
# -         9,
# +         (120, 160, 3),
# +         "9",
# -         (None, 120, 1),
# -         4,
# +         (120, 1),
# +         "4",
# -         (None, 48, 5),
# -         6,
# +         (48, 5),
# +         "6",


# %% wrong: activation, wrong choice 1
# says: car price, activation: Softmax gives shares of 100 %, where a quantity is wanted.
# says: road users, activation: Softmax makes the units share 100 %. With one unit that is always 1; with several labels at once, one takes from the other.
# says: battery health, activation: Sigmoid judges each unit on its own; exactly one class is right, so let them share 100 %.
# says: bus fuel, activation: Softmax gives shares of 100 %, where a quantity is wanted.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 1, "softmax", "error", "training mean", "own place"),
# -         "simple",
# +         "conv2d",
# -         "sigmoid",
# +         "softmax",
# -         "simple",
# +         "conv1d",
# -         "softmax",
# +         "sigmoid",
# -         "simple",
# +         "conv1d",
# -         "linear",
# +         "softmax",


# %% wrong: activation, wrong choice 2
# says: car price, activation: Sigmoid cannot leave 0 to 1, a quantity can.
# says: road users, activation: Without an activation the output is a score, no probability.
# says: battery health, activation: Without an activation the outputs are scores, no probabilities.
# says: bus fuel, activation: Sigmoid cannot leave 0 to 1, a quantity can.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 1, "sigmoid", "error", "training mean", "own place"),
# -         "simple",
# +         "conv2d",
# -         "sigmoid",
# +         "linear",
# -         "simple",
# +         "conv1d",
# -         "softmax",
# +         "linear",
# -         "simple",
# +         "conv1d",
# -         "linear",
# +         "sigmoid",


# %% wrong: loss, wrong choice 1
# says: car price, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
# says: road users, loss: Categorical cross-entropy expects exactly one class in 100 %; here each unit is a yes or no of its own.
# says: battery health, loss: Binary cross-entropy treats every unit as a yes or no of its own; here exactly one class is right.
# says: bus fuel, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
# like: input shape, with the batch
# -         (None, 18),
# +         (18,),
# -         "error",
# +         "categorical",
# -         (None, 120, 160, 3),
# +         (120, 160, 3),
# -         "binary",
# +         "categorical",
# -         (None, 120, 1),
# +         (120, 1),
# -         "categorical",
# +         "binary",
# -         (None, 48, 5),
# +         (48, 5),
# -         "error",
# +         "categorical",


# %% wrong: loss, wrong choice 2
# says: car price, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
# says: road users, loss: A squared error of probabilities hardly punishes a sure and wrong answer; a cross-entropy does.
# says: battery health, loss: A squared error of class numbers would call class 9 three times class 3, and of probabilities it learns slowly.
# says: bus fuel, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 1, "linear", "binary", "training mean", "own place"),
# -         "simple",
# +         "conv2d",
# -         "binary",
# +         "error",
# -         "simple",
# +         "conv1d",
# -         "categorical",
# +         "error",
# -         "simple",
# +         "conv1d",
# -         "error",
# +         "binary",


# %% wrong: baseline, wrong choice 1
# says: car price, baseline: A quantity has no most frequent class.
# says: road users, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: battery health, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: bus fuel, baseline: A quantity has no most frequent class.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 1, "linear", "error", "most frequent", "own place"),
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "training mean",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "training mean",
# -         "simple",
# +         "conv1d",
# -         "last season",
# +         "most frequent",


# %% wrong: baseline, wrong choice 2
# says: car price, baseline: Each example comes on its own: no value of the target is known before it.
# says: road users, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: battery health, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: bus fuel, baseline: In a series the value before is mostly closer than the mean of all.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 1, "linear", "error", "last value", "own place"),
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "last value",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "last value",
# -         "simple",
# +         "conv1d",
# -         "last season",
# +         "training mean",


# %% wrong: baseline, wrong choice 3
# says: car price, baseline: Nothing here repeats with the hour or the day.
# says: road users, baseline: Nothing here repeats with the hour or the day.
# says: battery health, baseline: Nothing here repeats with the hour or the day.
# says: bus fuel, baseline: There are no words to be looked up one by one.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 1, "linear", "error", "last season", "own place"),
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "last season",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "last season",
# -         "simple",
# +         "conv1d",
# -         "last season",
# +         "look-up",


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
# like: baseline, wrong choice 4
# -     "car price": ("simple", (18,), 1, "linear", "error", "look-up", "own place"),
# +     "car price": ("simple", (18,), 1, "linear", "error", "random", "own place"),
# -         "look-up",
# +         "random",
# -         "look-up",
# +         "random",


# %% wrong: reason, wrong choice 1
# says: car price, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# says: road users, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: battery health, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# says: bus fuel, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# like: input shape, with the batch
# -         (None, 18),
# +         (18,),
# -         "own place",
# +         "anywhere in the picture",
# -         (None, 120, 160, 3),
# +         (120, 160, 3),
# -         "anywhere in the picture",
# +         "anywhere in time",
# -         (None, 120, 1),
# +         (120, 1),
# -         "anywhere in time",
# +         "anywhere in the picture",
# -         (None, 48, 5),
# +         (48, 5),
# -         "anywhere in time",
# +         "anywhere in the picture",


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
# like: other cards that are as good, 1
# -     "car price": ("dense", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 1, "linear", "error", "training mean", "memory"),
# -         "anywhere in the picture",
# +         "own place",
# -         "recurrent",
# -         (None, 1),
# +         "conv1d",
# +         (120, 1),
# -         "memory",
# +         "own length",
# -     "bus fuel": ("recurrent", (None, 5), 6, "linear", "error", "last value", "memory"),
# +     "bus fuel": ("conv1d", (48, 5), 6, "linear", "error", "last season", "own length"),


# %% wrong: reason, wrong choice 4
# says: car price, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: road users, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: battery health, reason: This does not fit: the length of the output is known before.
# says: bus fuel, reason: This does not fit: the length of the output is known before.
# like: reason, wrong choice 2
# -         "anywhere in time",
# +         "every place",
# -         "memory",
# +         "every place",
# -         "every place",
# +         "own length",
# -     "bus fuel": ("conv1d", (48, 5), 6, "linear", "error", "last season", "every place"),
# +     "bus fuel": ("conv1d", (48, 5), 6, "linear", "error", "last season", "own length"),


# %% wrong: reason, wrong choice 5
# says: car price, reason: This does not fit: the length of the output is known before.
# says: road users, reason: This does not fit: the length of the output is known before.
# says: battery health, reason: This does not fit: the length of the output is known before.
# says: bus fuel, reason: This does not fit: the length of the output is known before.
# like: other cards that are as good, 1
# -     "car price": ("dense", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 1, "linear", "error", "training mean", "own length"),
# -         "anywhere in the picture",
# +         "own length",
# -         "recurrent",
# -         (None, 1),
# +         "conv1d",
# +         (120, 1),
# -         "memory",
# +         "own length",
# -     "bus fuel": ("recurrent", (None, 5), 6, "linear", "error", "last value", "memory"),
# +     "bus fuel": ("conv1d", (48, 5), 6, "linear", "error", "last season", "own length"),


# %% wrong: reason, fits another card only
# says: battery health, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# says: bus fuel, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# like: other cards that are as good, 1
# -     "car price": ("dense", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 1, "linear", "error", "training mean", "own place"),
# -         "recurrent",
# -         (None, 1),
# +         "conv1d",
# +         (120, 1),
# -     "bus fuel": ("recurrent", (None, 5), 6, "linear", "error", "last value", "memory"),
# +     "bus fuel": ("conv1d", (48, 5), 6, "linear", "error", "last season", "memory"),


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
# like: architecture, wrong choice 1
# - cards_tables = {
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# + cards_tables = {
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "conv1d",
# -         "simple",
# +         "conv1d",


# %% wrong: another label
# says: under another label than the cases have
# like: input shape, with the batch
# -     "car price": (
# +     "other car price": (
# -         (None, 18),
# +         (18,),
# -         (None, 120, 160, 3),
# +         (120, 160, 3),
# -         (None, 120, 1),
# +         (120, 1),
# -         (None, 48, 5),
# +         (48, 5),


# %% wrong: six entries
# says: car price, reason: not answered yet.
# like: architecture, wrong choice 1
# -     "car price": ("conv1d", (18,), 1, "linear", "error", "training mean", "own place"),
# +     "car price": ("simple", (18,), 1, "linear", "error", "training mean"),
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "conv1d",
# -         "simple",
# +         "conv1d",


# %% wrong: a word that is not on the menu
# says: this is none of the choices
# like: input shape, with the batch
# -         "simple",
# -         (None, 18),
# +         "a transformer",
# +         (18,),
# -         (None, 120, 160, 3),
# +         (120, 160, 3),
# -         (None, 120, 1),
# +         (120, 1),
# -         (None, 48, 5),
# +         (48, 5),


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
