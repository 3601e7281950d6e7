"""The networks of the course, ready to train, with their shapes and parameters.

For pictures of Fashion-MNIST, `(28, 28, 1)`:

| Network | Parameters | What it is for |
| --- | --- | --- |
| `linear_classifier` | 7,850 | the least that learns; a baseline |
| `dense_classifier` | 101,770 | one hidden layer; the baseline that a CNN must beat |
| `unit_network` | 356,234 | the unit's own CNN; `unit_forward` is its low-level form |
| `compact_network` | 97,474 | a better CNN with less than a third of the parameters |

For sequences: `forecaster` (many to one, numbers), `text_classifier` (many to one,
words) and `tagger` (many to many). All of them give scores (logits) or plain numbers,
so a loss needs `from_logits=True`. Each table in a docstring is checked by a test.

TensorFlow is imported when a function is called.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

if TYPE_CHECKING:
    import keras
    import tensorflow as tf

Cell = Literal["simple", "lstm", "gru"]

#: The unit's dictionaries: a 28 x 28 picture is 14, 7 and 4 pixels wide after pooling.
UNIT_WEIGHTS = {
    "wc1": (3, 3, 1, 32),
    "wc2": (3, 3, 32, 64),
    "wc3": (3, 3, 64, 128),
    "wd1": (4 * 4 * 128, 128),
    "out": (128, 10),
}
UNIT_BIASES = {"bc1": 32, "bc2": 64, "bc3": 128, "bd1": 128, "out": 10}
_BIAS_OF = {"wc1": "bc1", "wc2": "bc2", "wc3": "bc3", "wd1": "bd1", "out": "out"}


# The unit's network with TensorFlow's operations


def unit_variables(
    initializer: str = "glorot_uniform", seed: int = 0
) -> tuple[dict[str, tf.Variable], dict[str, tf.Variable]]:
    """Make the weights and biases of the unit's network.

    Args:
        initializer: `"glorot_uniform"` as in the unit, where it is called Xavier, or
            `"he_normal"`, which suits ReLU. Biases start at 0.
        seed: Equal seeds give equal weights.

    Returns:
        Weights `wc1`, `wc2`, `wc3`, `wd1`, `out` and biases `bc1`, `bc2`, `bc3`,
        `bd1`, `out`; 356,234 numbers in all.

    Source:
        Glorot and Bengio, Understanding the difficulty of training deep feedforward
        neural networks, 2010. He, Zhang, Ren and Sun, arXiv:1502.01852.
    """
    import keras
    import tensorflow as tf

    weights = {}
    for place, (name, shape) in enumerate(UNIT_WEIGHTS.items()):
        draw = keras.initializers.get(
            {
                "class_name": keras.initializers.get(initializer).__class__.__name__,
                "config": {"seed": seed + place},
            }
        )
        weights[name] = tf.Variable(draw(shape), name=name)
    biases = {
        name: tf.Variable(tf.zeros(size), name=f"{name}_bias")
        for name, size in UNIT_BIASES.items()
    }
    return weights, biases


def conv2d(x: tf.Tensor, W: tf.Tensor, b: tf.Tensor, strides: int = 1) -> tf.Tensor:
    """Convolve, add the bias and rectify; the unit's function, with its arguments.

    Args:
        x: Pictures or maps, `(batch, height, width, channels)`.
        W: Kernels, `(kernel_height, kernel_width, channels, filters)`.
        b: Biases, `(filters,)`.
        strides: Step between windows, in pixels.

    Returns:
        Maps, `(batch, ceil(height / strides), ceil(width / strides), filters)`.
    """
    import tensorflow as tf

    x = tf.nn.conv2d(x, W, strides=strides, padding="SAME")
    return tf.nn.relu(tf.nn.bias_add(x, b))


def maxpool2d(x: tf.Tensor, k: int = 2) -> tf.Tensor:
    """Keep the largest number of each `k` by `k` window; the unit's function.

    Returns:
        Maps, `(batch, ceil(height / k), ceil(width / k), channels)`: with `"SAME"` a
        window that hangs over the edge counts, so 7 pixels become 4.
    """
    import tensorflow as tf

    return tf.nn.max_pool2d(x, ksize=k, strides=k, padding="SAME")


def unit_forward(
    x: tf.Tensor, weights: Mapping[str, tf.Tensor], biases: Mapping[str, tf.Tensor]
) -> tf.Tensor:
    """Compute the scores of the unit's network.

    Args:
        x: Pictures, `(batch, 28, 28, 1)`, pixels in [0, 1].
        weights: As `unit_variables` gives them.
        biases: Likewise.

    Returns:
        Scores before softmax, `(batch, 10)`.
    """
    import tensorflow as tf

    x = maxpool2d(conv2d(x, weights["wc1"], biases["bc1"]))  # (batch, 14, 14, 32)
    x = maxpool2d(conv2d(x, weights["wc2"], biases["bc2"]))  # (batch, 7, 7, 64)
    x = maxpool2d(conv2d(x, weights["wc3"], biases["bc3"]))  # (batch, 4, 4, 128)
    x = tf.reshape(x, (-1, weights["wd1"].shape[0]))  # (batch, 2048)
    x = tf.nn.relu(x @ weights["wd1"] + biases["bd1"])  # (batch, 128)
    return x @ weights["out"] + biases["out"]  # (batch, 10)


def unit_training_step(
    x: tf.Tensor,
    labels: tf.Tensor,
    weights: Mapping[str, tf.Variable],
    biases: Mapping[str, tf.Variable],
    optimizer: keras.Optimizer,
) -> tf.Tensor:
    """Change the variables once, so that the loss on this batch falls.

    Args:
        x: Pictures, `(batch, 28, 28, 1)`, pixels in [0, 1].
        labels: Whole numbers from 0 to 9, `(batch,)`.
        weights: As `unit_variables` gives them; they are changed.
        biases: Likewise.
        optimizer: Built for the list `[*weights.values(), *biases.values()]`.

    Returns:
        The mean cross-entropy of the batch before the change.
    """
    import tensorflow as tf

    variables = [*weights.values(), *biases.values()]
    with tf.GradientTape() as tape:
        scores = unit_forward(x, weights, biases)
        loss = tf.reduce_mean(
            tf.nn.sparse_softmax_cross_entropy_with_logits(labels, scores)
        )
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables, strict=True))
    return loss


# Pictures, in Keras


def unit_network(initializer: str = "glorot_uniform") -> keras.Sequential:
    """Build the unit's network of Keras's layers.

    | Layer | Output | Parameters |
    | --- | --- | --- |
    | wc1 | 28, 28, 32 | 320 |
    | pool1 | 14, 14, 32 | 0 |
    | wc2 | 14, 14, 64 | 18,496 |
    | pool2 | 7, 7, 64 | 0 |
    | wc3 | 7, 7, 128 | 73,856 |
    | pool3 | 4, 4, 128 | 0 |
    | flatten | 2048 | 0 |
    | wd1 | 128 | 262,272 |
    | out | 10 | 1,290 |
    | all | | 356,234 |

    Args:
        initializer: `"glorot_uniform"` as in the unit or, better for ReLU,
            `"he_normal"`.
    """
    import keras
    from keras import layers

    def convolution(name: str, filters: int) -> keras.Layer:
        return layers.Conv2D(
            filters,
            3,
            padding="same",
            activation="relu",
            kernel_initializer=initializer,
            name=name,
        )

    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            convolution("wc1", 32),
            layers.MaxPooling2D(2, padding="same", name="pool1"),
            convolution("wc2", 64),
            layers.MaxPooling2D(2, padding="same", name="pool2"),
            convolution("wc3", 128),
            layers.MaxPooling2D(2, padding="same", name="pool3"),
            layers.Flatten(name="flatten"),
            layers.Dense(
                128, activation="relu", kernel_initializer=initializer, name="wd1"
            ),
            layers.Dense(10, kernel_initializer=initializer, name="out"),
        ],
        name="unit_network",
    )


def unit_from_keras(
    model: keras.Model,
) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Read weights and biases for `unit_forward` out of a `unit_network`."""
    weights, biases = {}, {}
    for name, bias in _BIAS_OF.items():
        weights[name], biases[bias] = model.get_layer(name).get_weights()
    return weights, biases


def unit_to_keras(
    model: keras.Model,
    weights: Mapping[str, ArrayLike],
    biases: Mapping[str, ArrayLike],
) -> None:
    """Copy weights and biases of the low-level form into a `unit_network`."""
    for name, bias in _BIAS_OF.items():
        model.get_layer(name).set_weights(
            [np.asarray(weights[name]), np.asarray(biases[bias])]
        )


def compact_network() -> keras.Sequential:
    """Build a CNN of fewer than 100,000 parameters that beats the unit's.

    Where the unit's network puts three quarters of its parameters into one fully
    connected layer, this one averages each map and spends them on convolutions. Batch
    normalisation takes the place of the biases and lets it learn at a high rate. The
    maximum is taken before the normalisation, which so has a quarter of the pixels to
    work on.

    | Layer | Output | Parameters |
    | --- | --- | --- |
    | conv1 | 28, 28, 24 | 216 |
    | pool1 | 14, 14, 24 | 0 |
    | norm1 | 14, 14, 24 | 96 |
    | relu1 | 14, 14, 24 | 0 |
    | conv2 | 14, 14, 48 | 10,368 |
    | norm2 | 14, 14, 48 | 192 |
    | relu2 | 14, 14, 48 | 0 |
    | conv3 | 14, 14, 48 | 20,736 |
    | pool3 | 7, 7, 48 | 0 |
    | norm3 | 7, 7, 48 | 192 |
    | relu3 | 7, 7, 48 | 0 |
    | conv4 | 7, 7, 64 | 27,648 |
    | norm4 | 7, 7, 64 | 256 |
    | relu4 | 7, 7, 64 | 0 |
    | conv5 | 7, 7, 64 | 36,864 |
    | norm5 | 7, 7, 64 | 256 |
    | relu5 | 7, 7, 64 | 0 |
    | average | 64 | 0 |
    | out | 10 | 650 |
    | all | | 97,474 |

    Train it with `one_cycle` and on pictures that `shifted_and_mirrored` changes anew
    in each epoch.

    Source:
        Lin, Chen and Yan, arXiv:1312.4400 (global average pooling). Ioffe and Szegedy,
        arXiv:1502.03167 (batch normalisation).
    """
    import keras
    from keras import layers

    model = keras.Sequential([keras.Input((28, 28, 1))], name="compact_network")
    for place, (filters, pool) in enumerate(
        [(24, True), (48, False), (48, True), (64, False), (64, False)], start=1
    ):
        model.add(
            layers.Conv2D(
                filters,
                3,
                padding="same",
                use_bias=False,
                kernel_initializer="he_normal",
                name=f"conv{place}",
            )
        )
        if pool:
            model.add(layers.MaxPooling2D(2, name=f"pool{place}"))
        model.add(layers.BatchNormalization(momentum=0.95, name=f"norm{place}"))
        model.add(layers.ReLU(name=f"relu{place}"))
    model.add(layers.GlobalAveragePooling2D(name="average"))
    model.add(layers.Dense(10, name="out"))
    return model


def dense_classifier() -> keras.Sequential:
    """Build a network of one hidden layer: what can be had without convolution.

    | Layer | Output | Parameters |
    | --- | --- | --- |
    | flatten | 784 | 0 |
    | hidden | 128 | 100,480 |
    | out | 10 | 1,290 |
    | all | | 101,770 |
    """
    import keras
    from keras import layers

    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Flatten(name="flatten"),
            layers.Dense(
                128, activation="relu", kernel_initializer="he_normal", name="hidden"
            ),
            layers.Dense(10, name="out"),
        ],
        name="dense_classifier",
    )


def linear_classifier() -> keras.Sequential:
    """Build a network without a hidden layer: multinomial logistic regression.

    | Layer | Output | Parameters |
    | --- | --- | --- |
    | flatten | 784 | 0 |
    | out | 10 | 7,850 |
    | all | | 7,850 |
    """
    import keras
    from keras import layers

    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Flatten(name="flatten"),
            layers.Dense(10, name="out"),
        ],
        name="linear_classifier",
    )


def one_cycle(
    peak: float, steps: int, warm_up: float = 0.25
) -> keras.optimizers.schedules.LearningRateSchedule:
    """Let the learning rate rise to `peak` and fall to 0 along half a cosine.

    Args:
        peak: The highest learning rate.
        steps: Batches in the whole training: `epochs * len(x) // batch_size`.
        warm_up: The share of the steps in which it rises, from a tenth of `peak`.

    Source:
        Smith and Topin, arXiv:1708.07120.
    """
    import keras

    rising = max(1, round(warm_up * steps))
    return keras.optimizers.schedules.CosineDecay(
        initial_learning_rate=peak / 10,
        warmup_target=peak,
        warmup_steps=rising,
        decay_steps=max(1, steps - rising),
    )


def shifted_and_mirrored(
    images: np.ndarray, random: np.random.Generator, shift: int = 2
) -> np.ndarray:
    """Change pictures a little, in ways that leave their class as it is.

    Each picture is mirrored or not, and moved by up to `shift` pixels along both axes;
    0 comes in at the side.

    Args:
        images: Floats, `(batch, height, width, channels)`; they stay as they are.
        random: Where chance comes from.
        shift: The most pixels to move by, at least 0.

    Returns:
        New pictures, of the same shape and dtype.
    """
    batch, height, width, _ = images.shape
    mirrored = random.random(batch) < 0.5
    images = np.where(mirrored[:, None, None, None], images[:, :, ::-1], images)
    edge = ((0, 0), (shift, shift), (shift, shift), (0, 0))
    padded = np.pad(images, edge)
    down, right = random.integers(0, 2 * shift + 1, (2, batch, 1))
    rows = down + np.arange(height)  # (batch, height)
    columns = right + np.arange(width)  # (batch, width)
    some = np.arange(batch)[:, None, None]
    return padded[some, rows[:, :, None], columns[:, None, :]]


# Sequences


def recurrent_layer(cell: Cell, units: int, **options: object) -> keras.Layer:
    """Choose one of Keras's recurrent layers by the name of its cell.

    Raises:
        ValueError: If `cell` is none of "simple", "lstm" and "gru".
    """
    from keras import layers

    kinds = {"simple": layers.SimpleRNN, "lstm": layers.LSTM, "gru": layers.GRU}
    if cell not in kinds:
        raise ValueError(
            f'`cell` must be "simple", "lstm" or "gru": received {cell!r}. '
            "These are the recurrent cells of Keras."
        )
    return kinds[cell](units, **options)


def forecaster(
    cell: Cell = "lstm",
    window: int = 24,
    features: int = 1,
    units: int = 32,
    horizon: int = 1,
) -> keras.Sequential:
    """Build a network that reads a window of a series and says how it goes on.

    Many to one: only the last state is used, so `return_sequences` stays false.

    | Layer | Output | Parameters |
    | --- | --- | --- |
    | recurrent | 32 | 4,352 |
    | out | 1 | 33 |
    | all | | 4,385 |

    With `cell="simple"` the recurrent layer has 1,088 parameters, with `cell="gru"`
    3,360: Keras's GRU has two biases for each gate.

    Args:
        cell: "simple", "lstm" or "gru".
        window: Steps that the network reads.
        features: Numbers for each step.
        units: Length of the state.
        horizon: Steps to forecast at once.
    """
    import keras
    from keras import layers

    return keras.Sequential(
        [
            keras.Input((window, features)),
            recurrent_layer(cell, units, name="recurrent"),
            layers.Dense(horizon, name="out"),
        ],
        name=f"forecaster_{cell}",
    )


def text_classifier(
    cell: Cell = "gru",
    vocabulary: int = 5000,
    embedding: int = 32,
    units: int = 32,
    classes: int = 2,
    dropout: float = 0.0,
) -> keras.Sequential:
    """Build a network that reads word numbers and scores classes.

    Many to one. Word number 0 is padding: the embedding's mask makes the recurrent
    layer skip it, so a text gives the same scores with padding and without. Any tool
    that numbers words from 1 will do, `keras.layers.TextVectorization` or another.

    | Layer | Output | Parameters |
    | --- | --- | --- |
    | embedding | None, 32 | 160,000 |
    | dropout | None, 32 | 0 |
    | recurrent | 32 | 6,336 |
    | out | 2 | 66 |
    | all | | 166,402 |

    Args:
        cell: "simple", "lstm" or "gru".
        vocabulary: Words that have a number, with the padding.
        embedding: Numbers that stand for a word.
        units: Length of the state.
        classes: Classes to score.
        dropout: Share of the embedding's numbers left out while training.
    """
    import keras
    from keras import layers

    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            layers.Embedding(vocabulary, embedding, mask_zero=True, name="embedding"),
            layers.Dropout(dropout, name="dropout"),
            recurrent_layer(cell, units, name="recurrent"),
            layers.Dense(classes, name="out"),
        ],
        name=f"text_classifier_{cell}",
    )


def tagger(
    cell: Cell = "lstm", features: int = 3, units: int = 16, tags: int = 4
) -> keras.Sequential:
    """Build a network that gives an answer for each step: many to many.

    `return_sequences=True` hands on the state of every step, and one fully connected
    layer reads each of them. It takes series of any length.

    | Layer | Output | Parameters |
    | --- | --- | --- |
    | recurrent | None, 16 | 1,280 |
    | out | None, 4 | 68 |
    | all | | 1,348 |

    Args:
        cell: "simple", "lstm" or "gru".
        features: Numbers for each step.
        units: Length of the state.
        tags: Classes to score at each step.
    """
    import keras
    from keras import layers

    return keras.Sequential(
        [
            keras.Input((None, features)),
            recurrent_layer(cell, units, return_sequences=True, name="recurrent"),
            layers.Dense(tags, name="out"),
        ],
        name=f"tagger_{cell}",
    )
