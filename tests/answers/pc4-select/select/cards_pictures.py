# %% right: dictionaries with named entries
cards_pictures = {
    "traffic sign": {
        "architecture": "conv2d",
        "input_shape": (64, 64, 3),
        "units": 43,
        "activation": "softmax",
        "loss": "categorical",
        "baseline": "most frequent",
        "reason": "anywhere in the picture",
    },
    "paint defect": {
        "architecture": "conv2d",
        "input_shape": (128, 256, 1),
        "units": 1,
        "activation": "sigmoid",
        "loss": "binary",
        "baseline": "most frequent",
        "reason": "anywhere in the picture",
    },
    "drivable area": {
        "architecture": "fully convolutional",
        "input_shape": (96, 160, 3),
        "units": 1,
        "activation": "sigmoid",
        "loss": "binary",
        "baseline": "most frequent",
        "reason": "every place",
    },
    "steering angle": {
        "architecture": "conv2d",
        "input_shape": (66, 200, 3),
        "units": 1,
        "activation": "linear",
        "loss": "error",
        "baseline": "training mean",
        "reason": "anywhere in the picture",
    },
}


# %% right: lists, capital letters and stray spaces
cards_pictures = {
    "traffic sign": [
        "CONV2D ",
        [64, 64, 3],
        43,
        "SOFTMAX ",
        "CATEGORICAL ",
        "MOST FREQUENT ",
        "ANYWHERE IN THE PICTURE ",
    ],
    "paint defect": [
        "CONV2D ",
        [128, 256, 1],
        1,
        "SIGMOID ",
        "BINARY ",
        "MOST FREQUENT ",
        "ANYWHERE IN THE PICTURE ",
    ],
    "drivable area": [
        "FULLY CONVOLUTIONAL ",
        [96, 160, 3],
        1,
        "SIGMOID ",
        "BINARY ",
        "MOST FREQUENT ",
        "EVERY PLACE ",
    ],
    "steering angle": [
        "CONV2D ",
        [66, 200, 3],
        1,
        "LINEAR ",
        "ERROR ",
        "TRAINING MEAN ",
        "ANYWHERE IN THE PICTURE ",
    ],
}


# %% right: other cards that are as good, 1
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        2,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (None, None, 3),
        2,
        "softmax",
        "categorical",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "last value",
        "anywhere in the picture",
    ),
}


# %% right: filled in by a loop
cards_pictures = {}
for case, card in [
    (
        "traffic sign",
        (
            "conv2d",
            (64, 64, 3),
            43,
            "softmax",
            "categorical",
            "most frequent",
            "anywhere in the picture",
        ),
    ),
    (
        "paint defect",
        (
            "conv2d",
            (128, 256, 1),
            1,
            "sigmoid",
            "binary",
            "most frequent",
            "anywhere in the picture",
        ),
    ),
    (
        "drivable area",
        (
            "fully convolutional",
            (None, None, 3),
            1,
            "sigmoid",
            "binary",
            "most frequent",
            "every place",
        ),
    ),
    (
        "steering angle",
        (
            "conv2d",
            (66, 200, 3),
            1,
            "linear",
            "error",
            "last value",
            "anywhere in the picture",
        ),
    ),
]:
    cards_pictures[case] = card


# %% wrong: architecture, wrong choice 1
# says: traffic sign, architecture: A linear model on pixels ties each weight to one pixel: a thing that moves is lost.
# says: paint defect, architecture: A linear model on pixels ties each weight to one pixel: a thing that moves is lost.
# says: drivable area, architecture: A linear model knows nothing of neighbours, and an answer is wanted at every place.
# says: steering angle, architecture: A linear model on pixels ties each weight to one pixel: a thing that moves is lost.
cards_pictures = {
    "traffic sign": (
        "simple",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "simple",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "simple",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "simple",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: architecture, wrong choice 2
# says: traffic sign, architecture: A dense layer ties each weight to one pixel: what it has learned at one place it does not know at another.
# says: paint defect, architecture: A dense layer ties each weight to one pixel: what it has learned at one place it does not know at another.
# says: drivable area, architecture: A dense layer would need weights of its own for every place.
# says: steering angle, architecture: A dense layer ties each weight to one pixel: what it has learned at one place it does not know at another.
# like: architecture, wrong choice 1
# -         "simple",
# +         "dense",
# -         "simple",
# +         "dense",
# -         "simple",
# +         "dense",
# -         "simple",
# +         "dense",


# %% wrong: architecture, wrong choice 3
# says: traffic sign, architecture: Conv1D slides along one axis; in a picture things move along two.
# says: paint defect, architecture: Conv1D slides along one axis; in a picture things move along two.
# says: drivable area, architecture: This gives one answer for the whole, where one at every place is wanted.
# says: steering angle, architecture: Conv1D slides along one axis; in a picture things move along two.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv1d",
# -         "simple",
# +         "conv1d",
# -         "simple",
# +         "conv1d",
# -         "simple",
# +         "conv1d",


# %% wrong: architecture, wrong choice 4
# says: traffic sign, architecture: A recurrent network reads a picture row by row; the neighbours above and below are far apart for it.
# says: paint defect, architecture: A recurrent network reads a picture row by row; the neighbours above and below are far apart for it.
# says: drivable area, architecture: This gives one answer for the whole, where one at every place is wanted.
# says: steering angle, architecture: A recurrent network reads a picture row by row; the neighbours above and below are far apart for it.
# like: architecture, wrong choice 1
# -         "simple",
# +         "recurrent",
# -         "simple",
# +         "recurrent",
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "recurrent",


# %% wrong: architecture, wrong choice 5
# says: traffic sign, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: paint defect, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: drivable area, architecture: This gives one answer for the whole, where one at every place is wanted.
# says: steering angle, architecture: An answer at every time step, where one answer for the whole is wanted.
# like: architecture, wrong choice 1
# -         "simple",
# +         "recurrent steps",
# -         "simple",
# +         "recurrent steps",
# -         "simple",
# +         "recurrent",
# -         "simple",
# +         "recurrent steps",


# %% wrong: architecture, wrong choice 6
# says: traffic sign, architecture: An answer at every place, where one answer for the whole is wanted.
# says: paint defect, architecture: An answer at every place, where one answer for the whole is wanted.
# says: drivable area, architecture: It walks along one axis of time; a picture has two of space.
# says: steering angle, architecture: An answer at every place, where one answer for the whole is wanted.
# like: architecture, wrong choice 1
# -         "simple",
# +         "fully convolutional",
# -         "simple",
# +         "fully convolutional",
# -         "simple",
# +         "recurrent steps",
# -         "simple",
# +         "fully convolutional",


# %% wrong: architecture, wrong choice 7
# says: traffic sign, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: paint defect, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: drivable area, architecture: Input and output have the same places: nothing needs to be written anew, one by one.
# says: steering angle, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# like: architecture, wrong choice 1
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",
# -         "simple",
# +         "encoder-decoder",


# %% wrong: input shape, with the batch
# says: traffic sign, input_shape: The batch is not part of the input shape: give one example's.
# says: paint defect, input_shape: The batch is not part of the input shape: give one example's.
# says: drivable area, input_shape: The batch is not part of the input shape: give one example's.
# says: steering angle, input_shape: The batch is not part of the input shape: give one example's.
# like: architecture, wrong choice 1
# -         "simple",
# -         (64, 64, 3),
# +         "conv2d",
# +         (None, 64, 64, 3),
# -         "simple",
# -         (128, 256, 1),
# +         "conv2d",
# +         (None, 128, 256, 1),
# -         "simple",
# -         (96, 160, 3),
# +         "fully convolutional",
# +         (None, 96, 160, 3),
# -         "simple",
# -         (66, 200, 3),
# +         "conv2d",
# +         (None, 66, 200, 3),


# %% wrong: input shape, without the channel axis
# says: traffic sign, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: paint defect, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: drivable area, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: steering angle, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# like: architecture, wrong choice 1
# -         "simple",
# -         (64, 64, 3),
# +         "conv2d",
# +         (64, 64),
# -         "simple",
# -         (128, 256, 1),
# +         "conv2d",
# +         (128, 256),
# -         "simple",
# -         (96, 160, 3),
# +         "fully convolutional",
# +         (96, 160),
# -         "simple",
# -         (66, 200, 3),
# +         "conv2d",
# +         (66, 200),


# %% wrong: input shape, axes the other way round
# says: traffic sign, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: paint defect, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: drivable area, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: steering angle, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# like: architecture, wrong choice 1
# -         "simple",
# -         (64, 64, 3),
# +         "conv2d",
# +         (3, 64, 64),
# -         "simple",
# -         (128, 256, 1),
# +         "conv2d",
# +         (1, 256, 128),
# -         "simple",
# -         (96, 160, 3),
# +         "fully convolutional",
# +         (3, 160, 96),
# -         "simple",
# -         (66, 200, 3),
# +         "conv2d",
# +         (3, 200, 66),


# %% wrong: input shape, all in one row
# says: traffic sign, input_shape: All in one row: then nothing is left of what is next to what.
# says: paint defect, input_shape: All in one row: then nothing is left of what is next to what.
# says: drivable area, input_shape: All in one row: then nothing is left of what is next to what.
# says: steering angle, input_shape: All in one row: then nothing is left of what is next to what.
# like: architecture, wrong choice 1
# -         "simple",
# -         (64, 64, 3),
# +         "conv2d",
# +         (12288,),
# -         "simple",
# -         (128, 256, 1),
# +         "conv2d",
# +         (32768,),
# -         "simple",
# -         (96, 160, 3),
# +         "fully convolutional",
# +         (46080,),
# -         "simple",
# -         (66, 200, 3),
# +         "conv2d",
# +         (39600,),


# %% wrong: input shape, text
# says: traffic sign, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: paint defect, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: drivable area, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: steering angle, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# like: architecture, wrong choice 1
# -         "simple",
# -         (64, 64, 3),
# +         "conv2d",
# +         "64 x 64",
# -         "simple",
# -         (128, 256, 1),
# +         "conv2d",
# +         "64 x 64",
# -         "simple",
# -         (96, 160, 3),
# +         "fully convolutional",
# +         "64 x 64",
# -         "simple",
# -         (66, 200, 3),
# +         "conv2d",
# +         "64 x 64",


# %% wrong: input shape, one more at each axis
# says: traffic sign, input_shape: Another shape than an example has.
# says: paint defect, input_shape: Another shape than an example has.
# says: drivable area, input_shape: Another shape than an example has.
# says: steering angle, input_shape: Another shape than an example has.
# like: architecture, wrong choice 1
# -         "simple",
# -         (64, 64, 3),
# +         "conv2d",
# +         (65, 65, 4),
# -         "simple",
# -         (128, 256, 1),
# +         "conv2d",
# +         (129, 257, 2),
# -         "simple",
# -         (96, 160, 3),
# +         "fully convolutional",
# +         (97, 161, 4),
# -         "simple",
# -         (66, 200, 3),
# +         "conv2d",
# +         (67, 201, 4),


# %% wrong: units, one too few
# says: traffic sign, units: Too few: one unit for each class or label, or for each number wanted.
# says: paint defect, units: Too few: one unit for each class or label, or for each number wanted.
# says: drivable area, units: Too few: one unit for each class or label, or for each number wanted.
# says: steering angle, units: Too few: one unit for each class or label, or for each number wanted.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         43,
# +         42,
# -         "simple",
# +         "conv2d",
# -         1,
# +         0,
# -         "simple",
# +         "fully convolutional",
# -         1,
# +         0,
# -         "simple",
# +         "conv2d",
# -         1,
# +         0,


# %% wrong: units, one too many
# says: traffic sign, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: paint defect, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: drivable area, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: steering angle, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         43,
# +         44,
# -         "simple",
# +         "conv2d",
# -         1,
# +         2,
# -         "simple",
# +         "fully convolutional",
# -         1,
# +         2,
# -         "simple",
# +         "conv2d",
# -         1,
# +         2,


# %% wrong: units, as text
# says: traffic sign, units: This is no whole number.
# says: paint defect, units: This is no whole number.
# says: drivable area, units: This is no whole number.
# says: steering angle, units: This is no whole number.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         43,
# +         "43",
# -         "simple",
# +         "conv2d",
# -         1,
# +         "1",
# -         "simple",
# +         "fully convolutional",
# -         1,
# +         "1",
# -         "simple",
# +         "conv2d",
# -         1,
# +         "1",


# %% wrong: activation, wrong choice 1
# says: traffic sign, activation: Sigmoid judges each unit on its own; exactly one class is right, so let them share 100 %.
# says: paint defect, activation: Without an activation the output is a score, no probability.
# says: drivable area, activation: Without an activation the output is a score, no probability.
# says: steering angle, activation: Softmax gives shares of 100 %, where a quantity is wanted.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         "softmax",
# +         "sigmoid",
# -         "simple",
# +         "conv2d",
# -         "sigmoid",
# +         "linear",
# -         "simple",
# +         "fully convolutional",
# -         "sigmoid",
# +         "linear",
# -         "simple",
# +         "conv2d",
# -         "linear",
# +         "softmax",


# %% wrong: activation, wrong choice 2
# says: traffic sign, activation: Without an activation the outputs are scores, no probabilities.
# says: paint defect, activation: Without an activation the output is a score, no probability.
# says: drivable area, activation: Without an activation the output is a score, no probability.
# says: steering angle, activation: Sigmoid cannot leave 0 to 1, a quantity can.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         "softmax",
# +         "linear",
# -         "simple",
# +         "conv2d",
# -         "sigmoid",
# +         "linear",
# -         "simple",
# +         "fully convolutional",
# -         "sigmoid",
# +         "linear",
# -         "simple",
# +         "conv2d",
# -         "linear",
# +         "sigmoid",


# %% wrong: activation, fits another card only
# says: paint defect, activation: Softmax makes the units share 100 %. With one unit that is always 1; with several labels at once, one takes from the other.
# says: drivable area, activation: Softmax makes the units share 100 %. With one unit that is always 1; with several labels at once, one takes from the other.
# like: other cards that are as good, 1
# -         2,
# +         1,
# -         "categorical",
# +         "binary",
# -         (None, None, 3),
# -         2,
# +         (96, 160, 3),
# +         1,
# -         "categorical",
# +         "binary",
# -         "last value",
# +         "training mean",


# %% wrong: loss, wrong choice 1
# says: traffic sign, loss: Binary cross-entropy treats every unit as a yes or no of its own; here exactly one class is right.
# says: paint defect, loss: A squared error of probabilities hardly punishes a sure and wrong answer; a cross-entropy does.
# says: drivable area, loss: A squared error of probabilities hardly punishes a sure and wrong answer; a cross-entropy does.
# says: steering angle, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         "categorical",
# +         "binary",
# -         "simple",
# +         "conv2d",
# -         "binary",
# +         "error",
# -         "simple",
# +         "fully convolutional",
# -         "binary",
# +         "error",
# -         "simple",
# +         "conv2d",
# -         "error",
# +         "categorical",


# %% wrong: loss, wrong choice 2
# says: traffic sign, loss: A squared error of class numbers would call class 9 three times class 3, and of probabilities it learns slowly.
# says: paint defect, loss: A squared error of probabilities hardly punishes a sure and wrong answer; a cross-entropy does.
# says: drivable area, loss: A squared error of probabilities hardly punishes a sure and wrong answer; a cross-entropy does.
# says: steering angle, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         "categorical",
# +         "error",
# -         "simple",
# +         "conv2d",
# -         "binary",
# +         "error",
# -         "simple",
# +         "fully convolutional",
# -         "binary",
# +         "error",
# -         "simple",
# +         "conv2d",
# -         "error",
# +         "binary",


# %% wrong: loss, fits another card only
# says: paint defect, loss: Categorical cross-entropy expects exactly one class in 100 %; here each unit is a yes or no of its own.
# says: drivable area, loss: Categorical cross-entropy expects exactly one class in 100 %; here each unit is a yes or no of its own.
# like: other cards that are as good, 1
# -         2,
# -         "softmax",
# +         1,
# +         "sigmoid",
# -         (None, None, 3),
# -         2,
# -         "softmax",
# +         (96, 160, 3),
# +         1,
# +         "sigmoid",
# -         "last value",
# +         "training mean",


# %% wrong: baseline, wrong choice 1
# says: traffic sign, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: paint defect, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: drivable area, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: steering angle, baseline: A quantity has no most frequent class.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "training mean",
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "training mean",
# -         "simple",
# +         "fully convolutional",
# -         "most frequent",
# +         "training mean",
# -         "simple",
# +         "conv2d",
# -         "training mean",
# +         "most frequent",


# %% wrong: baseline, wrong choice 2
# says: traffic sign, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: paint defect, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: drivable area, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: steering angle, baseline: Nothing here repeats with the hour or the day.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "last value",
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "last value",
# -         "simple",
# +         "fully convolutional",
# -         "most frequent",
# +         "last value",
# -         "simple",
# +         "conv2d",
# -         "training mean",
# +         "last season",


# %% wrong: baseline, wrong choice 3
# says: traffic sign, baseline: Nothing here repeats with the hour or the day.
# says: paint defect, baseline: Nothing here repeats with the hour or the day.
# says: drivable area, baseline: Nothing here repeats with the hour or the day.
# says: steering angle, baseline: There are no words to be looked up one by one.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "last season",
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "last season",
# -         "simple",
# +         "fully convolutional",
# -         "most frequent",
# +         "last season",
# -         "simple",
# +         "conv2d",
# -         "training mean",
# +         "look-up",


# %% wrong: baseline, wrong choice 4
# says: traffic sign, baseline: There are no words to be looked up one by one.
# says: paint defect, baseline: There are no words to be looked up one by one.
# says: drivable area, baseline: There are no words to be looked up one by one.
# says: steering angle, baseline: A random draw is beaten by a constant answer: too low a bar.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "look-up",
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "look-up",
# -         "simple",
# +         "fully convolutional",
# -         "most frequent",
# +         "look-up",
# -         "simple",
# +         "conv2d",
# -         "training mean",
# +         "random",


# %% wrong: baseline, wrong choice 5
# says: traffic sign, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: paint defect, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: drivable area, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: steering angle, baseline: A random draw is beaten by a constant answer: too low a bar.
# like: architecture, wrong choice 1
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "random",
# -         "simple",
# +         "conv2d",
# -         "most frequent",
# +         "random",
# -         "simple",
# +         "fully convolutional",
# -         "most frequent",
# +         "random",
# -         "simple",
# +         "conv2d",
# -         "training mean",
# +         "random",


# %% wrong: reason, wrong choice 1
# says: traffic sign, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: paint defect, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: drivable area, reason: This does not fit: no pattern of two directions is looked for at any place here, or your architecture does not look for it.
# says: steering angle, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in time",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in time",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in time",
    ),
}


# %% wrong: reason, wrong choice 2
# says: traffic sign, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# says: paint defect, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# says: drivable area, reason: This does not fit: sliding along time is not what is needed here, or not what your architecture does.
# says: steering angle, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# like: reason, wrong choice 1
# -         "anywhere in time",
# +         "memory",
# -         "anywhere in time",
# +         "memory",
# -         "anywhere in the picture",
# +         "anywhere in time",
# -         "anywhere in time",
# +         "memory",


# %% wrong: reason, wrong choice 3
# says: traffic sign, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# says: paint defect, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# says: drivable area, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# says: steering angle, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# like: reason, wrong choice 1
# -         "anywhere in time",
# +         "own place",
# -         "anywhere in time",
# +         "own place",
# -         "anywhere in the picture",
# +         "memory",
# -         "anywhere in time",
# +         "own place",


# %% wrong: reason, wrong choice 4
# says: traffic sign, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: paint defect, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: drivable area, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# says: steering angle, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# like: reason, wrong choice 1
# -         "anywhere in time",
# +         "every place",
# -         "anywhere in time",
# +         "every place",
# -         "anywhere in the picture",
# +         "own place",
# -         "anywhere in time",
# +         "every place",


# %% wrong: reason, wrong choice 5
# says: traffic sign, reason: This does not fit: the length of the output is known before.
# says: paint defect, reason: This does not fit: the length of the output is known before.
# says: drivable area, reason: This does not fit: the length of the output is known before.
# says: steering angle, reason: This does not fit: the length of the output is known before.
# like: reason, wrong choice 1
# -         "anywhere in time",
# +         "own length",
# -         "anywhere in time",
# +         "own length",
# -         "anywhere in the picture",
# +         "own length",
# -         "anywhere in time",
# +         "own length",


# %% wrong: nothing filled in
# says: no question is answered yet
cards_pictures = dict.fromkeys(
    ["traffic sign", "paint defect", "drivable area", "steering angle"], ...
)


# %% wrong: a list of cards
# says: should be a dictionary with one card for each case
cards_pictures = list(
    {
        "traffic sign": (
            "conv2d",
            (64, 64, 3),
            43,
            "softmax",
            "categorical",
            "most frequent",
            "anywhere in the picture",
        ),
        "paint defect": (
            "conv2d",
            (128, 256, 1),
            1,
            "sigmoid",
            "binary",
            "most frequent",
            "anywhere in the picture",
        ),
        "drivable area": (
            "fully convolutional",
            (96, 160, 3),
            1,
            "sigmoid",
            "binary",
            "most frequent",
            "every place",
        ),
        "steering angle": (
            "conv2d",
            (66, 200, 3),
            1,
            "linear",
            "error",
            "training mean",
            "anywhere in the picture",
        ),
    }.values()
)


# %% wrong: a card is missing
# says: traffic sign, architecture: not answered yet.
cards_pictures = {
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: another label
# says: under another label than the cases have
# like: architecture, wrong choice 1
# -     "traffic sign": (
# -         "simple",
# +     "other traffic sign": (
# +         "conv2d",
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "fully convolutional",
# -         "simple",
# +         "conv2d",


# %% wrong: six entries
# says: traffic sign, reason: not answered yet.
# like: reason, wrong choice 1
# -         "most frequent",
# -         "anywhere in time",
# +         "most frequent",
# -         "anywhere in time",
# +         "anywhere in the picture",
# -         "anywhere in the picture",
# +         "every place",
# -         "anywhere in time",
# +         "anywhere in the picture",


# %% wrong: a word that is not on the menu
# says: this is none of the choices
# like: architecture, wrong choice 1
# -         "simple",
# +         "a transformer",
# -         "simple",
# +         "conv2d",
# -         "simple",
# +         "fully convolutional",
# -         "simple",
# +         "conv2d",


# %% wrong: the same card for all
# says: right.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "steering angle": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
}
