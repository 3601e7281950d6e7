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
cards_pictures = {
    "traffic sign": (
        "dense",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "dense",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "dense",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "dense",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: architecture, wrong choice 3
# says: traffic sign, architecture: Conv1D slides along one axis; in a picture things move along two.
# says: paint defect, architecture: Conv1D slides along one axis; in a picture things move along two.
# says: drivable area, architecture: This gives one answer for the whole, where one at every place is wanted.
# says: steering angle, architecture: Conv1D slides along one axis; in a picture things move along two.
cards_pictures = {
    "traffic sign": (
        "conv1d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv1d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "conv1d",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv1d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: architecture, wrong choice 4
# says: traffic sign, architecture: A recurrent network reads a picture row by row; the neighbours above and below are far apart for it.
# says: paint defect, architecture: A recurrent network reads a picture row by row; the neighbours above and below are far apart for it.
# says: drivable area, architecture: This gives one answer for the whole, where one at every place is wanted.
# says: steering angle, architecture: A recurrent network reads a picture row by row; the neighbours above and below are far apart for it.
cards_pictures = {
    "traffic sign": (
        "recurrent",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "recurrent",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "conv2d",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "recurrent",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: architecture, wrong choice 5
# says: traffic sign, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: paint defect, architecture: An answer at every time step, where one answer for the whole is wanted.
# says: drivable area, architecture: This gives one answer for the whole, where one at every place is wanted.
# says: steering angle, architecture: An answer at every time step, where one answer for the whole is wanted.
cards_pictures = {
    "traffic sign": (
        "recurrent steps",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "recurrent steps",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "recurrent",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "recurrent steps",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: architecture, wrong choice 6
# says: traffic sign, architecture: An answer at every place, where one answer for the whole is wanted.
# says: paint defect, architecture: An answer at every place, where one answer for the whole is wanted.
# says: drivable area, architecture: It walks along one axis of time; a picture has two of space.
# says: steering angle, architecture: An answer at every place, where one answer for the whole is wanted.
cards_pictures = {
    "traffic sign": (
        "fully convolutional",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "fully convolutional",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "recurrent steps",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "fully convolutional",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: architecture, wrong choice 7
# says: traffic sign, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: paint defect, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
# says: drivable area, architecture: Input and output have the same places: nothing needs to be written anew, one by one.
# says: steering angle, architecture: An encoder with a decoder writes a sequence; nothing of that kind is wanted here.
cards_pictures = {
    "traffic sign": (
        "encoder-decoder",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "encoder-decoder",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "encoder-decoder",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "encoder-decoder",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: input shape, with the batch
# says: traffic sign, input_shape: The batch is not part of the input shape: give one example's.
# says: paint defect, input_shape: The batch is not part of the input shape: give one example's.
# says: drivable area, input_shape: The batch is not part of the input shape: give one example's.
# says: steering angle, input_shape: The batch is not part of the input shape: give one example's.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (None, 64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (None, 128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (None, 96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (None, 66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: input shape, without the channel axis
# says: traffic sign, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: paint defect, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: drivable area, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
# says: steering angle, input_shape: The channel axis is missing: the last axis says how many numbers there are at each place.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: input shape, axes the other way round
# says: traffic sign, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: paint defect, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: drivable area, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
# says: steering angle, input_shape: The right lengths in the wrong order: time or height and width first, channels last.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (3, 64, 64),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (1, 256, 128),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (3, 160, 96),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (3, 200, 66),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: input shape, all in one row
# says: traffic sign, input_shape: All in one row: then nothing is left of what is next to what.
# says: paint defect, input_shape: All in one row: then nothing is left of what is next to what.
# says: drivable area, input_shape: All in one row: then nothing is left of what is next to what.
# says: steering angle, input_shape: All in one row: then nothing is left of what is next to what.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (12288,),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (32768,),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (46080,),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (39600,),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: input shape, text
# says: traffic sign, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: paint defect, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: drivable area, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
# says: steering angle, input_shape: This is no shape: write a tuple such as `(64, 64, 3)`.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        "64 x 64",
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        "64 x 64",
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        "64 x 64",
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        "64 x 64",
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: input shape, one more at each axis
# says: traffic sign, input_shape: Another shape than an example has.
# says: paint defect, input_shape: Another shape than an example has.
# says: drivable area, input_shape: Another shape than an example has.
# says: steering angle, input_shape: Another shape than an example has.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (65, 65, 4),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (129, 257, 2),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (97, 161, 4),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (67, 201, 4),
        1,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: units, one too few
# says: traffic sign, units: Too few: one unit for each class or label, or for each number wanted.
# says: paint defect, units: Too few: one unit for each class or label, or for each number wanted.
# says: drivable area, units: Too few: one unit for each class or label, or for each number wanted.
# says: steering angle, units: Too few: one unit for each class or label, or for each number wanted.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        42,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        0,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        0,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        0,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: units, one too many
# says: traffic sign, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: paint defect, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: drivable area, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
# says: steering angle, units: Too many: a unit for each class or label, one for a yes or no, one for each number wanted.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        44,
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        2,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        2,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        2,
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: units, as text
# says: traffic sign, units: This is no whole number.
# says: paint defect, units: This is no whole number.
# says: drivable area, units: This is no whole number.
# says: steering angle, units: This is no whole number.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        "43",
        "softmax",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        "1",
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        "1",
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        "1",
        "linear",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: activation, wrong choice 1
# says: traffic sign, activation: Sigmoid judges each unit on its own; exactly one class is right, so let them share 100 %.
# says: paint defect, activation: Without an activation the output is a score, no probability.
# says: drivable area, activation: Without an activation the output is a score, no probability.
# says: steering angle, activation: Softmax gives shares of 100 %, where a quantity is wanted.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "sigmoid",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "linear",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "linear",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "softmax",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: activation, wrong choice 2
# says: traffic sign, activation: Without an activation the outputs are scores, no probabilities.
# says: paint defect, activation: Without an activation the output is a score, no probability.
# says: drivable area, activation: Without an activation the output is a score, no probability.
# says: steering angle, activation: Sigmoid cannot leave 0 to 1, a quantity can.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "linear",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "linear",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "linear",
        "binary",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "sigmoid",
        "error",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: activation, fits another card only
# says: paint defect, activation: Softmax makes the units share 100 %. With one unit that is always 1; with several labels at once, one takes from the other.
# says: drivable area, activation: Softmax makes the units share 100 %. With one unit that is always 1; with several labels at once, one takes from the other.
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
        1,
        "softmax",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "softmax",
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


# %% wrong: loss, wrong choice 1
# says: traffic sign, loss: Binary cross-entropy treats every unit as a yes or no of its own; here exactly one class is right.
# says: paint defect, loss: A squared error of probabilities hardly punishes a sure and wrong answer; a cross-entropy does.
# says: drivable area, loss: A squared error of probabilities hardly punishes a sure and wrong answer; a cross-entropy does.
# says: steering angle, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "binary",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "error",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "error",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "categorical",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: loss, wrong choice 2
# says: traffic sign, loss: A squared error of class numbers would call class 9 three times class 3, and of probabilities it learns slowly.
# says: paint defect, loss: A squared error of probabilities hardly punishes a sure and wrong answer; a cross-entropy does.
# says: drivable area, loss: A squared error of probabilities hardly punishes a sure and wrong answer; a cross-entropy does.
# says: steering angle, loss: A cross-entropy compares probabilities; for a quantity measure how far off it is.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "error",
        "most frequent",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "error",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "error",
        "most frequent",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "binary",
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: loss, fits another card only
# says: paint defect, loss: Categorical cross-entropy expects exactly one class in 100 %; here each unit is a yes or no of its own.
# says: drivable area, loss: Categorical cross-entropy expects exactly one class in 100 %; here each unit is a yes or no of its own.
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
        1,
        "sigmoid",
        "categorical",
        "most frequent",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
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
        "training mean",
        "anywhere in the picture",
    ),
}


# %% wrong: baseline, wrong choice 1
# says: traffic sign, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: paint defect, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: drivable area, baseline: Classes have no mean: class 2 is not the mean of classes 1 and 3.
# says: steering angle, baseline: A quantity has no most frequent class.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "training mean",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "training mean",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "training mean",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "most frequent",
        "anywhere in the picture",
    ),
}


# %% wrong: baseline, wrong choice 2
# says: traffic sign, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: paint defect, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: drivable area, baseline: Each example comes on its own: no class is known before it that could be repeated.
# says: steering angle, baseline: Nothing here repeats with the hour or the day.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "last value",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "last value",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "last value",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "last season",
        "anywhere in the picture",
    ),
}


# %% wrong: baseline, wrong choice 3
# says: traffic sign, baseline: Nothing here repeats with the hour or the day.
# says: paint defect, baseline: Nothing here repeats with the hour or the day.
# says: drivable area, baseline: Nothing here repeats with the hour or the day.
# says: steering angle, baseline: There are no words to be looked up one by one.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "last season",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "last season",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "last season",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "look-up",
        "anywhere in the picture",
    ),
}


# %% wrong: baseline, wrong choice 4
# says: traffic sign, baseline: There are no words to be looked up one by one.
# says: paint defect, baseline: There are no words to be looked up one by one.
# says: drivable area, baseline: There are no words to be looked up one by one.
# says: steering angle, baseline: A random draw is beaten by a constant answer: too low a bar.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "look-up",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "look-up",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "look-up",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "random",
        "anywhere in the picture",
    ),
}


# %% wrong: baseline, wrong choice 5
# says: traffic sign, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: paint defect, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: drivable area, baseline: A random draw is beaten by a constant answer: too low a bar.
# says: steering angle, baseline: A random draw is beaten by a constant answer: too low a bar.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "random",
        "anywhere in the picture",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "random",
        "anywhere in the picture",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "random",
        "every place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "random",
        "anywhere in the picture",
    ),
}


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
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "memory",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "memory",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "anywhere in time",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "memory",
    ),
}


# %% wrong: reason, wrong choice 3
# says: traffic sign, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# says: paint defect, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# says: drivable area, reason: This does not fit: there is no long row of events to keep in mind, or your architecture keeps none.
# says: steering angle, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "own place",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "own place",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "memory",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "own place",
    ),
}


# %% wrong: reason, wrong choice 4
# says: traffic sign, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: paint defect, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
# says: drivable area, reason: This does not fit: here the same thing may come at different places, or your architecture does not tie weights to places.
# says: steering angle, reason: This does not fit: one answer for the whole is wanted, or your architecture gives no more.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "every place",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "every place",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "own place",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "every place",
    ),
}


# %% wrong: reason, wrong choice 5
# says: traffic sign, reason: This does not fit: the length of the output is known before.
# says: paint defect, reason: This does not fit: the length of the output is known before.
# says: drivable area, reason: This does not fit: the length of the output is known before.
# says: steering angle, reason: This does not fit: the length of the output is known before.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
        "own length",
    ),
    "paint defect": (
        "conv2d",
        (128, 256, 1),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "own length",
    ),
    "drivable area": (
        "fully convolutional",
        (96, 160, 3),
        1,
        "sigmoid",
        "binary",
        "most frequent",
        "own length",
    ),
    "steering angle": (
        "conv2d",
        (66, 200, 3),
        1,
        "linear",
        "error",
        "training mean",
        "own length",
    ),
}


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
cards_pictures = {
    "other traffic sign": (
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
}


# %% wrong: six entries
# says: traffic sign, reason: not answered yet.
cards_pictures = {
    "traffic sign": (
        "conv2d",
        (64, 64, 3),
        43,
        "softmax",
        "categorical",
        "most frequent",
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
}


# %% wrong: a word that is not on the menu
# says: this is none of the choices
cards_pictures = {
    "traffic sign": (
        "a transformer",
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
}


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
