# %% right: dictionaries with named entries
cards_mixed = {
    "workshop report": {
        "architecture": "conv1d",
        "input_shape": (60,),
        "units": 8,
        "activation": "softmax",
        "loss": "categorical",
        "baseline": "most frequent",
        "reason": "anywhere in time",
    },
    "bus intrusion": {
        "architecture": "conv1d",
        "input_shape": (100, 8),
        "units": 1,
        "activation": "sigmoid",
        "loss": "binary",
        "baseline": "most frequent",
        "reason": "anywhere in time",
    },
    "report translation": {
        "architecture": "encoder-decoder",
        "input_shape": (30,),
        "units": 4000,
        "activation": "softmax",
        "loss": "categorical",
        "baseline": "look-up",
        "reason": "own length",
    },
    "engine vibration": {
        "architecture": "conv1d",
        "input_shape": (4000, 1),
        "units": 5,
        "activation": "softmax",
        "loss": "categorical",
        "baseline": "most frequent",
        "reason": "anywhere in time",
    },
}


# %% right: lists, capital letters and stray spaces
cards_mixed = {
    "workshop report": [
        "CONV1D ",
        [60],
        8,
        "SOFTMAX ",
        "CATEGORICAL ",
        "MOST FREQUENT ",
        "ANYWHERE IN TIME ",
    ],
    "bus intrusion": [
        "CONV1D ",
        [100, 8],
        1,
        "SIGMOID ",
        "BINARY ",
        "MOST FREQUENT ",
        "ANYWHERE IN TIME ",
    ],
    "report translation": [
        "ENCODER-DECODER ",
        [30],
        4000,
        "SOFTMAX ",
        "CATEGORICAL ",
        "LOOK-UP ",
        "OWN LENGTH ",
    ],
    "engine vibration": [
        "CONV1D ",
        [4000, 1],
        5,
        "SOFTMAX ",
        "CATEGORICAL ",
        "MOST FREQUENT ",
        "ANYWHERE IN TIME ",
    ],
}


# %% right: other cards that are as good, 1
cards_mixed = {
    "workshop report": (
        "recurrent",
        (None,),
        8,
        "softmax",
        "categorical",
        "most frequent",
        "memory",
    ),
    "bus intrusion": (
        "conv1d",
        (None, 8),
        2,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "report translation": (
        "encoder-decoder",
        (None,),
        4000,
        "softmax",
        "categorical",
        "look-up",
        "own length",
    ),
    "engine vibration": (
        "conv1d",
        (None, 1),
        5,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
}


# %% right: other cards that are as good, 2
# like: other cards that are as good, 1
# -         "recurrent",
# -         (None,),
# +         "simple",
# +         (60,),
# -         "memory",
# +         "own place",
# -         "conv1d",
# +         "recurrent",
# -         2,
# -         "softmax",
# -         "categorical",
# +         1,
# +         "sigmoid",
# +         "binary",
# -         "anywhere in time",
# +         "memory",


# %% right: other cards that are as good, 3
# like: other cards that are as good, 1
# -         "recurrent",
# -         (None,),
# +         "simple",
# +         (60,),
# -         "memory",
# +         "own place",
# -         "conv1d",
# +         "recurrent",
# -         "anywhere in time",
# +         "memory",


# %% right: filled in by a loop
cards_mixed = {}
for case, card in [
    (
        "workshop report",
        (
            "conv1d",
            (None,),
            8,
            "softmax",
            "categorical",
            "most frequent",
            "anywhere in time",
        ),
    ),
    (
        "bus intrusion",
        (
            "conv1d",
            (None, 8),
            1,
            "sigmoid",
            "binary",
            "most frequent",
            "anywhere in time",
        ),
    ),
    (
        "report translation",
        (
            "encoder-decoder",
            (None,),
            4000,
            "softmax",
            "categorical",
            "look-up",
            "own length",
        ),
    ),
    (
        "engine vibration",
        (
            "conv1d",
            (None, 1),
            5,
            "softmax",
            "categorical",
            "most frequent",
            "anywhere in time",
        ),
    ),
]:
    cards_mixed[case] = card


# %% wrong: architecture, wrong choice 1
# says: workshop report, architecture: A dense layer ties each weight to one time step: what comes earlier or later than usual is lost.
# says: bus intrusion, architecture: A linear model ties each weight to one time step: what comes earlier or later than usual is lost.
# says: report translation, architecture: A linear model gives a fixed set of numbers, not a sequence of words.
# says: engine vibration, architecture: A linear model ties each weight to one time step: what comes earlier or later than usual is lost.
cards_mixed = {
    "workshop report": (
        "dense",
        (60,),
        8,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "bus intrusion": (
        "simple",
        (100, 8),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in time",
    ),
    "report translation": (
        "simple",
        (30,),
        4000,
        "softmax",
        "categorical",
        "look-up",
        "own length",
    ),
    "engine vibration": (
        "simple",
        (4000, 1),
        5,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
}


# %% wrong: architecture, wrong choice 2
# says: workshop report, architecture: Conv2D needs two axes along which a pattern keeps its meaning when it moves. Along the list of sensors it does not.
# says: bus intrusion, architecture: A dense layer ties each weight to one time step: what comes earlier or later than usual is lost.
# says: report translation, architecture: A dense network gives a fixed set of numbers, not a sequence of words.
# says: engine vibration, architecture: A dense layer ties each weight to one time step: what comes earlier or later than usual is lost.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv2d",
# -         "simple",
# +         "dense",
# -         "simple",
# +         "dense",
# -         "simple",
# +         "dense",


# %% wrong: architecture, wrong choice 3
# says: workshop report, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: bus intrusion, architecture: Conv2D needs two axes along which a pattern keeps its meaning when it moves. Along the list of sensors it does not.
# says: report translation, architecture: This gives one answer, where a whole sequence is wanted.
# says: engine vibration, architecture: Conv2D needs two axes along which a pattern keeps its meaning when it moves. Along the list of sensors it does not.
# like: architecture, wrong choice 1
# -         "dense",
# +         "recurrent steps",
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "conv1d",
# -         "simple",
# +         "conv2d",


# %% wrong: architecture, wrong choice 4
# says: workshop report, architecture: An answer at every place, where one answer for the whole is wanted.
# says: bus intrusion, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: report translation, architecture: Neither axis of a picture is here, and a whole sequence is wanted.
# says: engine vibration, architecture: Nothing long ago has to be kept in mind here, and 4,000 steps one after the other are slow and hard to train: the knock itself is short.
# like: architecture, wrong choice 1
# -         "dense",
# +         "fully convolutional",
# -         "simple",
# +         "recurrent steps",
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "recurrent",


# %% wrong: architecture, wrong choice 5
# says: workshop report, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: bus intrusion, architecture: An answer at every place, where one answer for the whole is wanted.
# says: report translation, architecture: This gives one answer, where a whole sequence is wanted.
# says: engine vibration, architecture: An answer at every time step, where one answer for the whole is wanted.
# like: architecture, wrong choice 1
# -         "dense",
# +         "encoder-decoder",
# -         "simple",
# +         "fully convolutional",
# -         "simple",
# +         "recurrent",
# -         "simple",
# +         "recurrent steps",


# %% wrong: architecture, wrong choice 6
# says: workshop report, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: bus intrusion, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: report translation, architecture: This gives one word for each word read: the output has another length and another order.
# says: engine vibration, architecture: An answer at every place, where one answer for the whole is wanted.
# like: architecture, wrong choice 1
# -         "dense",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "recurrent steps",
# -         "simple",
# +         "fully convolutional",


# %% wrong: architecture, wrong choice 7
# says: workshop report, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: bus intrusion, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: report translation, architecture: This gives one word for each word read: the output has another length and another order.
# says: engine vibration, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# like: architecture, wrong choice 1
# -         "dense",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "fully convolutional",
# -         "simple",
# +         "encoder-decoder",


# %% wrong: architecture, fits another card only
# says: workshop report, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: bus intrusion, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# like: architecture, wrong choice 1
# -         "dense",
# +         "simple",
# -         "simple",
# +         "recurrent",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "conv1d",


# %% wrong: input shape, with the batch
# says: workshop report, input_shape: The batch is not part of the input shape: give one example's.
# says: bus intrusion, input_shape: The batch is not part of the input shape: give one example's.
# says: report translation, input_shape: The batch is not part of the input shape: give one example's.
# says: engine vibration, input_shape: The batch is not part of the input shape: give one example's.
# like: architecture, wrong choice 1
# -         "dense",
# -         (60,),
# +         "conv1d",
# +         (None, 60),
# -         "simple",
# -         (100, 8),
# +         "conv1d",
# +         (None, 100, 8),
# -         "simple",
# -         (30,),
# +         "encoder-decoder",
# +         (None, 30),
# -         "simple",
# -         (4000, 1),
# +         "conv1d",
# +         (None, 4000, 1),


# %% wrong: input shape, without the channel axis
# says: workshop report, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: bus intrusion, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: report translation, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: engine vibration, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# like: architecture, wrong choice 1
# -         "dense",
# -         (60,),
# +         "conv1d",
# +         (),
# -         "simple",
# -         (100, 8),
# +         "conv1d",
# +         (100,),
# -         "simple",
# -         (30,),
# +         "encoder-decoder",
# +         (),
# -         "simple",
# -         (4000, 1),
# +         "conv1d",
# +         (4000,),


# %% wrong: input shape, axes the other way round
# says: bus intrusion, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: engine vibration, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "simple",
# -         (100, 8),
# +         "conv1d",
# +         (8, 100),
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# -         (4000, 1),
# +         "conv1d",
# +         (1, 4000),


# %% wrong: input shape, all in one row
# says: bus intrusion, input_shape: All in one row: then nothing is left of what is next to what.
# says: engine vibration, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "simple",
# -         (100, 8),
# +         "conv1d",
# +         (800,),
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# -         (4000, 1),
# +         "conv1d",
# +         (4000,),


# %% wrong: input shape, text
# says: workshop report, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: bus intrusion, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: report translation, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: engine vibration, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# like: architecture, wrong choice 1
# -         "dense",
# -         (60,),
# +         "conv1d",
# +         "64 x 64",
# -         "simple",
# -         (100, 8),
# +         "conv1d",
# +         "64 x 64",
# -         "simple",
# -         (30,),
# +         "encoder-decoder",
# +         "64 x 64",
# -         "simple",
# -         (4000, 1),
# +         "conv1d",
# +         "64 x 64",


# %% wrong: input shape, one more at each axis
# says: workshop report, input_shape: Another shape than an example has.
# says: bus intrusion, input_shape: Another shape than an example has.
# says: report translation, input_shape: Another shape than an example has.
# says: engine vibration, input_shape: Another shape than an example has.
# like: architecture, wrong choice 1
# -         "dense",
# -         (60,),
# +         "conv1d",
# +         (61,),
# -         "simple",
# -         (100, 8),
# +         "conv1d",
# +         (101, 9),
# -         "simple",
# -         (30,),
# +         "encoder-decoder",
# +         (31,),
# -         "simple",
# -         (4000, 1),
# +         "conv1d",
# +         (4001, 2),


# %% wrong: units, one too few
# says: workshop report, units: Too few: one unit for each class or label, or for each number wanted.
# says: bus intrusion, units: Too few: one unit for each class or label, or for each number wanted.
# says: report translation, units: Too few: one unit for each class or label, or for each number wanted.
# says: engine vibration, units: Too few: one unit for each class or label, or for each number wanted.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         8,
# +         7,
# -         "simple",
# +         "conv1d",
# -         1,
# +         0,
# -         "simple",
# +         "encoder-decoder",
# -         4000,
# +         3999,
# -         "simple",
# +         "conv1d",
# -         5,
# +         4,


# %% wrong: units, one too many
# says: workshop report, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: bus intrusion, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: report translation, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: engine vibration, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         8,
# +         9,
# -         "simple",
# +         "conv1d",
# -         1,
# +         2,
# -         "simple",
# +         "encoder-decoder",
# -         4000,
# +         4001,
# -         "simple",
# +         "conv1d",
# -         5,
# +         6,


# %% wrong: units, as text
# says: workshop report, units: This is no whole number.
# says: bus intrusion, units: This is no whole number.
# says: report translation, units: This is no whole number.
# says: engine vibration, units: This is no whole number.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         8,
# +         "8",
# -         "simple",
# +         "conv1d",
# -         1,
# +         "1",
# -         "simple",
# +         "encoder-decoder",
# -         4000,
# +         "4000",
# -         "simple",
# +         "conv1d",
# -         5,
# +         "5",


# %% wrong: activation, wrong choice 1
# says: workshop report, activation: Sigmoid judges each unit on its own; exactly one class is right, so let them share 100 %.
# says: bus intrusion, activation: Without an activation the output is a score, no probability.
# says: report translation, activation: Sigmoid judges each unit on its own; exactly one class is right, so let them share 100 %.
# says: engine vibration, activation: Sigmoid judges each unit on its own; exactly one class is right, so let them share 100 %.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "softmax",
# +         "sigmoid",
# -         "simple",
# +         "conv1d",
# -         "sigmoid",
# +         "linear",
# -         "simple",
# +         "encoder-decoder",
# -         "softmax",
# +         "sigmoid",
# -         "simple",
# +         "conv1d",
# -         "softmax",
# +         "sigmoid",


# %% wrong: activation, wrong choice 2
# says: workshop report, activation: Without an activation the outputs are scores, no probabilities.
# says: bus intrusion, activation: Without an activation the output is a score, no probability.
# says: report translation, activation: Without an activation the outputs are scores, no probabilities.
# says: engine vibration, activation: Without an activation the outputs are scores, no probabilities.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "softmax",
# +         "linear",
# -         "simple",
# +         "conv1d",
# -         "sigmoid",
# +         "linear",
# -         "simple",
# +         "encoder-decoder",
# -         "softmax",
# +         "linear",
# -         "simple",
# +         "conv1d",
# -         "softmax",
# +         "linear",


# %% wrong: activation, fits another card only
# says: bus intrusion, activation: Softmax makes the units share 100 %. With one unit that is always 1; with several labels at once, one takes from the other.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "simple",
# +         "conv1d",
# -         "sigmoid",
# +         "softmax",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "conv1d",


# %% wrong: loss, wrong choice 1
# says: workshop report, loss: Binary cross-entropy treats every unit as a yes or no of its own; here exactly one class is right.
# says: bus intrusion, loss: A squared error of probabilities hardly punishes a sure and wrong answer; a cross-entropy does.
# says: report translation, loss: Binary cross-entropy treats every unit as a yes or no of its own; here exactly one class is right.
# says: engine vibration, loss: Binary cross-entropy treats every unit as a yes or no of its own; here exactly one class is right.
cards_mixed = {
    "workshop report": (
        "conv1d",
        (60,),
        8,
        "softmax",
        "binary",
        "most frequent",
        "anywhere in time",
    ),
    "bus intrusion": (
        "conv1d",
        (100, 8),
        1,
        "sigmoid",
        "error",
        "most frequent",
        "anywhere in time",
    ),
    "report translation": (
        "encoder-decoder",
        (30,),
        4000,
        "softmax",
        "binary",
        "look-up",
        "own length",
    ),
    "engine vibration": (
        "conv1d",
        (4000, 1),
        5,
        "softmax",
        "binary",
        "most frequent",
        "anywhere in time",
    ),
}


# %% wrong: loss, wrong choice 2
# says: workshop report, loss: A squared error of class numbers would call class 9 three times class 3, and of probabilities it learns slowly.
# says: bus intrusion, loss: A squared error of probabilities hardly punishes a sure and wrong answer; a cross-entropy does.
# says: report translation, loss: A squared error of class numbers would call class 9 three times class 3, and of probabilities it learns slowly.
# says: engine vibration, loss: A squared error of class numbers would call class 9 three times class 3, and of probabilities it learns slowly.
# like: loss, wrong choice 1
# -         "binary",
# +         "error",
# -         "binary",
# +         "error",
# -         "binary",
# +         "error",


# %% wrong: loss, fits another card only
# says: bus intrusion, loss: Categorical cross-entropy expects exactly one class in 100 %; here each unit is a yes or no of its own.
# like: loss, wrong choice 1
# -         "binary",
# +         "categorical",
# -         "error",
# +         "categorical",
# -         "binary",
# +         "categorical",
# -         "binary",
# +         "categorical",


# %% wrong: baseline, wrong choice 1
# says: workshop report, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: bus intrusion, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: report translation, baseline: The same text for every input is too low a bar where each word can be looked up.
# says: engine vibration, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "most frequent",
# +         "training mean",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "training mean",
# -         "simple",
# +         "encoder-decoder",
# -         "look-up",
# +         "most frequent",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "training mean",


# %% wrong: baseline, wrong choice 2
# says: workshop report, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: bus intrusion, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: report translation, baseline: Words have no mean.
# says: engine vibration, baseline: Each example comes on its own: no class is known before it that could be repeated.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "most frequent",
# +         "last value",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "last value",
# -         "simple",
# +         "encoder-decoder",
# -         "look-up",
# +         "training mean",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "last value",


# %% wrong: baseline, wrong choice 3
# says: workshop report, baseline: Nothing here repeats with the hour or the day.
# says: bus intrusion, baseline: Nothing here repeats with the hour or the day.
# says: report translation, baseline: There is no text before that could be repeated.
# says: engine vibration, baseline: Nothing here repeats with the hour or the day.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "most frequent",
# +         "last season",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "last season",
# -         "simple",
# +         "encoder-decoder",
# -         "look-up",
# +         "last value",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "last season",


# %% wrong: baseline, wrong choice 4
# says: workshop report, baseline: There are no words to be looked up one by one.
# says: bus intrusion, baseline: There are no words to be looked up one by one.
# says: report translation, baseline: Nothing here repeats with the hour or the day.
# says: engine vibration, baseline: There are no words to be looked up one by one.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "most frequent",
# +         "look-up",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "look-up",
# -         "simple",
# +         "encoder-decoder",
# -         "look-up",
# +         "last season",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "look-up",


# %% wrong: baseline, wrong choice 5
# says: workshop report, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: bus intrusion, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: report translation, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: engine vibration, baseline: A random draw is beaten by a constant answer: too low a bar.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "most frequent",
# +         "random",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "random",
# -         "simple",
# +         "encoder-decoder",
# -         "look-up",
# +         "random",
# -         "simple",
# +         "conv1d",
# -         "most frequent",
# +         "random",


# %% wrong: reason, wrong choice 1
# says: workshop report, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# says: bus intrusion, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# says: report translation, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# says: engine vibration, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "anywhere in time",
# +         "anywhere in the picture",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "anywhere in the picture",
# -         "simple",
# +         "encoder-decoder",
# -         "own length",
# +         "anywhere in the picture",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "anywhere in the picture",


# %% wrong: reason, wrong choice 2
# says: workshop report, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: bus intrusion, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# says: report translation, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: engine vibration, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "anywhere in time",
# +         "every place",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "own place",
# -         "simple",
# +         "encoder-decoder",
# -         "own length",
# +         "anywhere in time",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "memory",


# %% wrong: reason, wrong choice 3
# says: workshop report, reason: This does not fit: the length of the output is known before.
# says: bus intrusion, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: report translation, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# says: engine vibration, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "anywhere in time",
# +         "own length",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "every place",
# -         "simple",
# +         "encoder-decoder",
# -         "own length",
# +         "memory",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "own place",


# %% wrong: reason, wrong choice 4
# says: workshop report, reason: This does not fit: the length of the output is known before.
# says: bus intrusion, reason: This does not fit: the length of the output is known before.
# says: report translation, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# says: engine vibration, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "anywhere in time",
# +         "own length",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "own length",
# -         "simple",
# +         "encoder-decoder",
# -         "own length",
# +         "own place",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "every place",


# %% wrong: reason, wrong choice 5
# says: workshop report, reason: This does not fit: the length of the output is known before.
# says: bus intrusion, reason: This does not fit: the length of the output is known before.
# says: report translation, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: engine vibration, reason: This does not fit: the length of the output is known before.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "anywhere in time",
# +         "own length",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "own length",
# -         "simple",
# +         "encoder-decoder",
# -         "own length",
# +         "every place",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "own length",


# %% wrong: reason, fits another card only
# says: workshop report, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# says: bus intrusion, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# like: architecture, wrong choice 1
# -         "dense",
# +         "conv1d",
# -         "anywhere in time",
# +         "memory",
# -         "simple",
# +         "conv1d",
# -         "anywhere in time",
# +         "memory",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "conv1d",


# %% wrong: nothing filled in
# says: no question is answered yet
cards_mixed = dict.fromkeys(
    ["workshop report", "bus intrusion", "report translation", "engine vibration"], ...
)


# %% wrong: a list of cards
# says: should be a dictionary with one card for each case
cards_mixed = list(
    {
        "workshop report": (
            "conv1d",
            (60,),
            8,
            "softmax",
            "categorical",
            "most frequent",
            "anywhere in time",
        ),
        "bus intrusion": (
            "conv1d",
            (100, 8),
            1,
            "sigmoid",
            "binary",
            "most frequent",
            "anywhere in time",
        ),
        "report translation": (
            "encoder-decoder",
            (30,),
            4000,
            "softmax",
            "categorical",
            "look-up",
            "own length",
        ),
        "engine vibration": (
            "conv1d",
            (4000, 1),
            5,
            "softmax",
            "categorical",
            "most frequent",
            "anywhere in time",
        ),
    }.values()
)


# %% wrong: a card is missing
# says: workshop report, architecture: not answered yet.
cards_mixed = {
    "bus intrusion": (
        "conv1d",
        (100, 8),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in time",
    ),
    "report translation": (
        "encoder-decoder",
        (30,),
        4000,
        "softmax",
        "categorical",
        "look-up",
        "own length",
    ),
    "engine vibration": (
        "conv1d",
        (4000, 1),
        5,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
}


# %% wrong: another label
# says: under another label than the cases have
# like: architecture, wrong choice 1
# -     "workshop report": (
# -         "dense",
# +     "other workshop report": (
# +         "conv1d",
# -         "simple",
# +         "conv1d",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "conv1d",


# %% wrong: six entries
# says: workshop report, reason: not answered yet.
# like: a card is missing
# - cards_mixed = {
# + cards_mixed = {
# +     "workshop report": ("conv1d", (60,), 8, "softmax", "categorical", "most frequent"),


# %% wrong: a word that is not on the menu
# says: this is none of the choices
# like: architecture, wrong choice 1
# -         "dense",
# +         "a transformer",
# -         "simple",
# +         "conv1d",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "conv1d",


# %% wrong: the same card for all
# says: right.
cards_mixed = {
    "workshop report": (
        "conv1d",
        (100, 8),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in time",
    ),
    "bus intrusion": (
        "conv1d",
        (60,),
        8,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "report translation": (
        "conv1d",
        (60,),
        8,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "engine vibration": (
        "conv1d",
        (60,),
        8,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
}
