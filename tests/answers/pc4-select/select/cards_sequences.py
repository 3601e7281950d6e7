# %% right: dictionaries with named entries
cards_sequences = {
    "remaining life": {
        "architecture": "conv1d",
        "input_shape": (30, 14),
        "units": 1,
        "activation": "linear",
        "loss": "error",
        "baseline": "training mean",
        "reason": "anywhere in time",
    },
    "current gear": {
        "architecture": "recurrent steps",
        "input_shape": (200, 4),
        "units": 6,
        "activation": "softmax",
        "loss": "categorical",
        "baseline": "most frequent",
        "reason": "every place",
    },
    "voice command": {
        "architecture": "conv2d",
        "input_shape": (98, 40, 1),
        "units": 12,
        "activation": "softmax",
        "loss": "categorical",
        "baseline": "most frequent",
        "reason": "anywhere in the picture",
    },
    "traffic volume": {
        "architecture": "conv1d",
        "input_shape": (168, 1),
        "units": 1,
        "activation": "linear",
        "loss": "error",
        "baseline": "last season",
        "reason": "anywhere in time",
    },
}


# %% right: lists, capital letters and stray spaces
cards_sequences = {
    "remaining life": [
        "CONV1D ",
        [30, 14],
        1,
        "LINEAR ",
        "ERROR ",
        "TRAINING MEAN ",
        "ANYWHERE IN TIME ",
    ],
    "current gear": [
        "RECURRENT STEPS ",
        [200, 4],
        6,
        "SOFTMAX ",
        "CATEGORICAL ",
        "MOST FREQUENT ",
        "EVERY PLACE ",
    ],
    "voice command": [
        "CONV2D ",
        [98, 40, 1],
        12,
        "SOFTMAX ",
        "CATEGORICAL ",
        "MOST FREQUENT ",
        "ANYWHERE IN THE PICTURE ",
    ],
    "traffic volume": [
        "CONV1D ",
        [168, 1],
        1,
        "LINEAR ",
        "ERROR ",
        "LAST SEASON ",
        "ANYWHERE IN TIME ",
    ],
}


# %% right: other cards that are as good, 1
cards_sequences = {
    "remaining life": (
        "recurrent",
        (None, 14),
        1,
        "linear",
        "error",
        "training mean",
        "memory",
    ),
    "current gear": (
        "fully convolutional",
        (None, 4),
        6,
        "softmax",
        "categorical",
        "most frequent",
        "every place",
    ),
    "voice command": (
        "conv1d",
        (None, 40),
        12,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "traffic volume": (
        "recurrent",
        (None, 1),
        1,
        "linear",
        "error",
        "last season",
        "memory",
    ),
}


# %% right: other cards that are as good, 2
# like: other cards that are as good, 1
# -         "conv1d",
# +         "recurrent",
# -         "anywhere in time",
# +         "memory",
# -         "recurrent",
# -         (None, 1),
# +         "dense",
# +         (168, 1),
# -         "memory",
# +         "own place",


# %% right: filled in by a loop
cards_sequences = {}
for case, card in [
    (
        "remaining life",
        (
            "conv1d",
            (None, 14),
            1,
            "linear",
            "error",
            "training mean",
            "anywhere in time",
        ),
    ),
    (
        "current gear",
        (
            "recurrent steps",
            (None, 4),
            6,
            "softmax",
            "categorical",
            "most frequent",
            "memory",
        ),
    ),
    (
        "voice command",
        (
            "conv2d",
            (98, 40, 1),
            12,
            "softmax",
            "categorical",
            "most frequent",
            "anywhere in the picture",
        ),
    ),
    (
        "traffic volume",
        ("conv1d", (None, 1), 1, "linear", "error", "last season", "anywhere in time"),
    ),
]:
    cards_sequences[case] = card


# %% wrong: architecture, wrong choice 1
# says: remaining life, architecture: A linear model ties each weight to one time step: what comes earlier or later than usual is lost.
# says: current gear, architecture: A linear model knows nothing of neighbours, and an answer is wanted at every place.
# says: voice command, architecture: A linear model ties each weight to one time step: what comes earlier or later than usual is lost.
# says: traffic volume, architecture: A linear model ties each weight to one time step: what comes earlier or later than usual is lost.
cards_sequences = {
    "remaining life": (
        "simple",
        (30, 14),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in time",
    ),
    "current gear": (
        "simple",
        (200, 4),
        6,
        "softmax",
        "categorical",
        "most frequent",
        "every place",
    ),
    "voice command": (
        "simple",
        (98, 40, 1),
        12,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "traffic volume": (
        "simple",
        (168, 1),
        1,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: architecture, wrong choice 2
# says: remaining life, architecture: A dense layer ties each weight to one time step: what comes earlier or later than usual is lost.
# says: current gear, architecture: A dense layer would need weights of its own for every place.
# says: voice command, architecture: A dense layer ties each weight to one time step: what comes earlier or later than usual is lost.
# says: traffic volume, architecture: Conv2D needs two axes along which a pattern keeps its meaning when it moves. Along the list of sensors it does not.
# like: architecture, wrong choice 1
# -         "simple",
# +         "dense",
# -         "simple",
# +         "dense",
# -         "simple",
# +         "dense",
# -         "simple",
# +         "conv2d",


# %% wrong: architecture, wrong choice 3
# says: remaining life, architecture: Conv2D needs two axes along which a pattern keeps its meaning when it moves. Along the list of sensors it does not.
# says: current gear, architecture: This gives one answer for the whole, where one at every place is wanted.
# says: voice command, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: traffic volume, architecture: An answer at every time step, where one answer for the whole is wanted.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "conv1d",
# -         "simple",
# +         "recurrent steps",
# -         "simple",
# +         "recurrent steps",


# %% wrong: architecture, wrong choice 4
# says: remaining life, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: current gear, architecture: Conv2D looks for patterns along two axes; four signals side by side are no second axis, and one answer at the end is not what is wanted.
# says: voice command, architecture: An answer at every place, where one answer for the whole is wanted.
# says: traffic volume, architecture: An answer at every place, where one answer for the whole is wanted.
# like: architecture, wrong choice 1
# -         "simple",
# +         "recurrent steps",
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "fully convolutional",
# -         "simple",
# +         "fully convolutional",


# %% wrong: architecture, wrong choice 5
# says: remaining life, architecture: An answer at every place, where one answer for the whole is wanted.
# says: current gear, architecture: This gives one answer for the whole, where one at every place is wanted.
# says: voice command, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: traffic volume, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# like: architecture, wrong choice 1
# -         "simple",
# +         "fully convolutional",
# -         "simple",
# +         "recurrent",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",


# %% wrong: architecture, wrong choice 6
# says: remaining life, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: current gear, architecture: Input and output have the same places: nothing needs to be written anew, one by one.
# says: voice command, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: traffic volume, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# like: architecture, wrong choice 1
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",


# %% wrong: architecture, fits another card only
# says: remaining life, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: voice command, architecture: This may do, but then the other entries of the card must fit it.
# says: traffic volume, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# like: architecture, wrong choice 1
# -         "simple",
# +         "recurrent",
# -         "simple",
# +         "fully convolutional",
# -         "simple",
# +         "conv1d",
# -         "simple",
# +         "dense",


# %% wrong: input shape, with the batch
# says: remaining life, input_shape: The batch is not part of the input shape: give one example's.
# says: current gear, input_shape: The batch is not part of the input shape: give one example's.
# says: voice command, input_shape: The batch is not part of the input shape: give one example's.
# says: traffic volume, input_shape: The batch is not part of the input shape: give one example's.
# like: architecture, wrong choice 1
# -         "simple",
# -         (30, 14),
# +         "conv1d",
# +         (None, 30, 14),
# -         "simple",
# -         (200, 4),
# +         "recurrent steps",
# +         (None, 200, 4),
# -         "simple",
# -         (98, 40, 1),
# +         "conv2d",
# +         (None, 98, 40, 1),
# -         "simple",
# -         (168, 1),
# +         "conv1d",
# +         (None, 168, 1),


# %% wrong: input shape, without the channel axis
# says: remaining life, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: current gear, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: voice command, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: traffic volume, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# like: architecture, wrong choice 1
# -         "simple",
# -         (30, 14),
# +         "conv1d",
# +         (30,),
# -         "simple",
# -         (200, 4),
# +         "recurrent steps",
# +         (200,),
# -         "simple",
# -         (98, 40, 1),
# +         "conv2d",
# +         (98, 40),
# -         "simple",
# -         (168, 1),
# +         "conv1d",
# +         (168,),


# %% wrong: input shape, axes the other way round
# says: remaining life, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: current gear, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: voice command, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: traffic volume, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# like: architecture, wrong choice 1
# -         "simple",
# -         (30, 14),
# +         "conv1d",
# +         (14, 30),
# -         "simple",
# -         (200, 4),
# +         "recurrent steps",
# +         (4, 200),
# -         "simple",
# -         (98, 40, 1),
# +         "conv2d",
# +         (1, 40, 98),
# -         "simple",
# -         (168, 1),
# +         "conv1d",
# +         (1, 168),


# %% wrong: input shape, all in one row
# says: remaining life, input_shape: All in one row: then nothing is left of what is next to what.
# says: current gear, input_shape: All in one row: then nothing is left of what is next to what.
# says: voice command, input_shape: All in one row: then nothing is left of what is next to what.
# says: traffic volume, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# like: architecture, wrong choice 1
# -         "simple",
# -         (30, 14),
# +         "conv1d",
# +         (420,),
# -         "simple",
# -         (200, 4),
# +         "recurrent steps",
# +         (800,),
# -         "simple",
# -         (98, 40, 1),
# +         "conv2d",
# +         (3920,),
# -         "simple",
# -         (168, 1),
# +         "conv1d",
# +         (168,),


# %% wrong: input shape, text
# says: remaining life, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: current gear, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: voice command, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: traffic volume, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# like: architecture, wrong choice 1
# -         "simple",
# -         (30, 14),
# +         "conv1d",
# +         "64 x 64",
# -         "simple",
# -         (200, 4),
# +         "recurrent steps",
# +         "64 x 64",
# -         "simple",
# -         (98, 40, 1),
# +         "conv2d",
# +         "64 x 64",
# -         "simple",
# -         (168, 1),
# +         "conv1d",
# +         "64 x 64",


# %% wrong: input shape, one more at each axis
# says: remaining life, input_shape: Another shape than an example has.
# says: current gear, input_shape: Another shape than an example has.
# says: voice command, input_shape: Another shape than an example has.
# says: traffic volume, input_shape: Another shape than an example has.
# like: architecture, wrong choice 1
# -         "simple",
# -         (30, 14),
# +         "conv1d",
# +         (31, 15),
# -         "simple",
# -         (200, 4),
# +         "recurrent steps",
# +         (201, 5),
# -         "simple",
# -         (98, 40, 1),
# +         "conv2d",
# +         (99, 41, 2),
# -         "simple",
# -         (168, 1),
# +         "conv1d",
# +         (169, 2),


# %% wrong: units, one too few
# says: remaining life, units: Too few: one unit for each class or label, or for each number wanted.
# says: current gear, units: Too few: one unit for each class or label, or for each number wanted.
# says: voice command, units: Too few: one unit for each class or label, or for each number wanted.
# says: traffic volume, units: Too few: one unit for each class or label, or for each number wanted.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         1,
# +         0,
# -         "simple",
# +         "recurrent steps",
# -         6,
# +         5,
# -         "simple",
# +         "conv2d",
# -         12,
# +         11,
# -         "simple",
# +         "conv1d",
# -         1,
# +         0,


# %% wrong: units, one too many
# says: remaining life, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: current gear, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: voice command, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: traffic volume, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         1,
# +         2,
# -         "simple",
# +         "recurrent steps",
# -         6,
# +         7,
# -         "simple",
# +         "conv2d",
# -         12,
# +         13,
# -         "simple",
# +         "conv1d",
# -         1,
# +         2,


# %% wrong: units, as text
# says: remaining life, units: This is no whole number.
# says: current gear, units: This is no whole number.
# says: voice command, units: This is no whole number.
# says: traffic volume, units: This is no whole number.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         1,
# +         "1",
# -         "simple",
# +         "recurrent steps",
# -         6,
# +         "6",
# -         "simple",
# +         "conv2d",
# -         12,
# +         "12",
# -         "simple",
# +         "conv1d",
# -         1,
# +         "1",


# %% wrong: activation, wrong choice 1
# says: remaining life, activation: Softmax gives shares of 100 %, where a quantity is wanted.
# says: current gear, activation: Sigmoid judges each unit on its own; exactly one class is right, so let them share 100 %.
# says: voice command, activation: Sigmoid judges each unit on its own; exactly one class is right, so let them share 100 %.
# says: traffic volume, activation: Softmax gives shares of 100 %, where a quantity is wanted.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         "linear",
# +         "softmax",
# -         "simple",
# +         "recurrent steps",
# -         "softmax",
# +         "sigmoid",
# -         "simple",
# +         "conv2d",
# -         "softmax",
# +         "sigmoid",
# -         "simple",
# +         "conv1d",
# -         "linear",
# +         "softmax",


# %% wrong: activation, wrong choice 2
# says: remaining life, activation: Sigmoid cannot leave 0 to 1, a quantity can.
# says: current gear, activation: Without an activation the outputs are scores, no probabilities.
# says: voice command, activation: Without an activation the outputs are scores, no probabilities.
# says: traffic volume, activation: Sigmoid cannot leave 0 to 1, a quantity can.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         "linear",
# +         "sigmoid",
# -         "simple",
# +         "recurrent steps",
# -         "softmax",
# +         "linear",
# -         "simple",
# +         "conv2d",
# -         "softmax",
# +         "linear",
# -         "simple",
# +         "conv1d",
# -         "linear",
# +         "sigmoid",


# %% wrong: loss, wrong choice 1
# says: remaining life, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
# says: current gear, loss: Binary cross-entropy treats every unit as a yes or no of its own; here exactly one class is right.
# says: voice command, loss: Binary cross-entropy treats every unit as a yes or no of its own; here exactly one class is right.
# says: traffic volume, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         "error",
# +         "categorical",
# -         "simple",
# +         "recurrent steps",
# -         "categorical",
# +         "binary",
# -         "simple",
# +         "conv2d",
# -         "categorical",
# +         "binary",
# -         "simple",
# +         "conv1d",
# -         "error",
# +         "categorical",


# %% wrong: loss, wrong choice 2
# says: remaining life, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
# says: current gear, loss: A squared error of class numbers would call class 9 three times class 3, and of probabilities it learns slowly.
# says: voice command, loss: A squared error of class numbers would call class 9 three times class 3, and of probabilities it learns slowly.
# says: traffic volume, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         "error",
# +         "binary",
# -         "simple",
# +         "recurrent steps",
# -         "categorical",
# +         "error",
# -         "simple",
# +         "conv2d",
# -         "categorical",
# +         "error",
# -         "simple",
# +         "conv1d",
# -         "error",
# +         "binary",


# %% wrong: baseline, wrong choice 1
# says: remaining life, baseline: A quantity has no most frequent class.
# says: current gear, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: voice command, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: traffic volume, baseline: A quantity has no most frequent class.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         "training mean",
# +         "most frequent",
# -         "simple",
# +         "recurrent steps",
# -         "most frequent",
# +         "training mean",
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "training mean",
# -         "simple",
# +         "conv1d",
# -         "last season",
# +         "most frequent",


# %% wrong: baseline, wrong choice 2
# says: remaining life, baseline: Each example comes on its own: no value of the target is known before it.
# says: current gear, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: voice command, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: traffic volume, baseline: In a series that repeats itself, the same hour of the last day or week is closer than the mean of all.
cards_sequences = {
    "remaining life": (
        "conv1d",
        (30, 14),
        1,
        "linear",
        "error",
        "last value",
        "anywhere in time",
    ),
    "current gear": (
        "recurrent steps",
        (200, 4),
        6,
        "softmax",
        "categorical",
        "last value",
        "every place",
    ),
    "voice command": (
        "conv2d",
        (98, 40, 1),
        12,
        "softmax",
        "categorical",
        "last value",
        "anywhere in the picture",
    ),
    "traffic volume": (
        "conv1d",
        (168, 1),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in time",
    ),
}


# %% wrong: baseline, wrong choice 3
# says: remaining life, baseline: Nothing here repeats with the hour or the day.
# says: current gear, baseline: Nothing here repeats with the hour or the day.
# says: voice command, baseline: Nothing here repeats with the hour or the day.
# says: traffic volume, baseline: The hour before is a bar, but the same hour of the last day or week is harder to beat.
# like: baseline, wrong choice 2
# -         "last value",
# +         "last season",
# -         "last value",
# +         "last season",
# -         "last value",
# +         "last season",
# -         "training mean",
# +         "last value",


# %% wrong: baseline, wrong choice 4
# says: remaining life, baseline: There are no words to be looked up one by one.
# says: current gear, baseline: There are no words to be looked up one by one.
# says: voice command, baseline: There are no words to be looked up one by one.
# says: traffic volume, baseline: There are no words to be looked up one by one.
# like: baseline, wrong choice 2
# -         "last value",
# +         "look-up",
# -         "last value",
# +         "look-up",
# -         "last value",
# +         "look-up",
# -         "training mean",
# +         "look-up",


# %% wrong: baseline, wrong choice 5
# says: remaining life, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: current gear, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: voice command, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: traffic volume, baseline: A random draw is beaten by a constant answer: too low a bar.
# like: baseline, wrong choice 2
# -         "last value",
# +         "random",
# -         "last value",
# +         "random",
# -         "last value",
# +         "random",
# -         "training mean",
# +         "random",


# %% wrong: reason, wrong choice 1
# says: remaining life, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# says: current gear, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# says: voice command, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# says: traffic volume, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "anywhere in the picture",
# -         "simple",
# +         "recurrent steps",
# -         "every place",
# +         "anywhere in the picture",
# -         "simple",
# +         "conv2d",
# -         "anywhere in the picture",
# +         "own place",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "anywhere in the picture",


# %% wrong: reason, wrong choice 2
# says: remaining life, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# says: current gear, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: voice command, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: traffic volume, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "own place",
# -         "simple",
# +         "recurrent steps",
# -         "every place",
# +         "anywhere in time",
# -         "simple",
# +         "conv2d",
# -         "anywhere in the picture",
# +         "every place",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "every place",


# %% wrong: reason, wrong choice 3
# says: remaining life, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: current gear, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# says: voice command, reason: This does not fit: the length of the output is known before.
# says: traffic volume, reason: This does not fit: the length of the output is known before.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "every place",
# -         "simple",
# +         "recurrent steps",
# -         "every place",
# +         "own place",
# -         "simple",
# +         "conv2d",
# -         "anywhere in the picture",
# +         "own length",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "own length",


# %% wrong: reason, wrong choice 4
# says: remaining life, reason: This does not fit: the length of the output is known before.
# says: current gear, reason: This does not fit: the length of the output is known before.
# says: voice command, reason: This does not fit: the length of the output is known before.
# says: traffic volume, reason: This does not fit: the length of the output is known before.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "own length",
# -         "simple",
# +         "recurrent steps",
# -         "every place",
# +         "own length",
# -         "simple",
# +         "conv2d",
# -         "anywhere in the picture",
# +         "own length",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "own length",


# %% wrong: reason, fits another card only
# says: remaining life, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# says: voice command, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: traffic volume, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "memory",
# -         "simple",
# +         "recurrent steps",
# -         "simple",
# +         "conv2d",
# -         "anywhere in the picture",
# +         "anywhere in time",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "memory",


# %% wrong: nothing filled in
# says: no question is answered yet
cards_sequences = dict.fromkeys(
    ["remaining life", "current gear", "voice command", "traffic volume"], ...
)


# %% wrong: a list of cards
# says: should be a dictionary with one card for each case
cards_sequences = list(
    {
        "remaining life": (
            "conv1d",
            (30, 14),
            1,
            "linear",
            "error",
            "training mean",
            "anywhere in time",
        ),
        "current gear": (
            "recurrent steps",
            (200, 4),
            6,
            "softmax",
            "categorical",
            "most frequent",
            "every place",
        ),
        "voice command": (
            "conv2d",
            (98, 40, 1),
            12,
            "softmax",
            "categorical",
            "most frequent",
            "anywhere in the picture",
        ),
        "traffic volume": (
            "conv1d",
            (168, 1),
            1,
            "linear",
            "error",
            "last season",
            "anywhere in time",
        ),
    }.values()
)


# %% wrong: a card is missing
# says: remaining life, architecture: not answered yet.
cards_sequences = {
    "current gear": (
        "recurrent steps",
        (200, 4),
        6,
        "softmax",
        "categorical",
        "most frequent",
        "every place",
    ),
    "voice command": (
        "conv2d",
        (98, 40, 1),
        12,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "traffic volume": (
        "conv1d",
        (168, 1),
        1,
        "linear",
        "error",
        "last season",
        "anywhere in time",
    ),
}


# %% wrong: another label
# says: under another label than the cases have
# like: architecture, wrong choice 1
# -     "remaining life": (
# -         "simple",
# +     "other remaining life": (
# +         "conv1d",
# -         "simple",
# +         "recurrent steps",
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "conv1d",


# %% wrong: six entries
# says: remaining life, reason: not answered yet.
# like: a card is missing
# - cards_sequences = {
# + cards_sequences = {
# +     "remaining life": ("conv1d", (30, 14), 1, "linear", "error", "training mean"),


# %% wrong: a word that is not on the menu
# says: this is none of the choices
# like: architecture, wrong choice 1
# -         "simple",
# +         "a transformer",
# -         "simple",
# +         "recurrent steps",
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "conv1d",


# %% wrong: the same card for all
# says: right.
cards_sequences = {
    "remaining life": (
        "recurrent steps",
        (200, 4),
        6,
        "softmax",
        "categorical",
        "most frequent",
        "every place",
    ),
    "current gear": (
        "conv1d",
        (30, 14),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in time",
    ),
    "voice command": (
        "conv1d",
        (30, 14),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in time",
    ),
    "traffic volume": (
        "conv1d",
        (30, 14),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in time",
    ),
}
