"""Measure the course's networks on real data and write `docs/models.md`.

    COURSE_DATA=FOLDER python tools/bench_models.py [PART ...]

The parts are `convolution`, `pictures`, `series` and `texts`; all of them by default.
What was measured is kept in `docs/models.json`, so that a part can be measured again
by itself; the page is written anew from it each time. The part `page` measures nothing
and only writes the page.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras
import numpy as np
import tensorflow as tf

from course import datasets, training
from course.reference import convolution, models

ROOT = Path(__file__).parent.parent
RESULTS = ROOT / "docs" / "models.json"
PAGE = ROOT / "docs" / "models.md"
SEED = 8

Measured = dict[str, Any]


class Clock:
    """Wall-clock and processor seconds of a `with` block."""

    def __enter__(self) -> Clock:
        self._wall, self._cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall = time.perf_counter() - self._wall
        self.cpu = time.process_time() - self._cpu


def need_real(data: Any) -> None:
    if data.is_stand_in:
        sys.exit(
            f"These are measurements on real data, but there is only the {data.source}."
            " Name the folder of the data in COURSE_DATA."
        )


# Convolution: loops, NumPy, TensorFlow


def measure_convolution() -> Measured:
    rng = np.random.default_rng(SEED)
    images = rng.normal(size=(16, 28, 28, 32)).astype("float32")
    kernels = (rng.normal(size=(3, 3, 32, 64)) / 17).astype("float32")
    bias = rng.normal(size=64).astype("float32")

    def tensorflow() -> np.ndarray:
        maps = tf.nn.conv2d(images, kernels, strides=1, padding="SAME")
        return tf.nn.bias_add(maps, bias).numpy()

    def fast() -> np.ndarray:
        return convolution.conv2d(images, kernels, bias, padding="same")

    with Clock() as loops:
        slow_maps = convolution.conv2d_loops(images, kernels, bias, padding="same")
    fast_seconds, fast_maps = best_of(15, fast)
    tensorflow_seconds, tensorflow_maps = best_of(15, tensorflow)
    return {
        "images": images.shape,
        "kernels": kernels.shape,
        "loops_seconds": loops.wall,
        "fast_seconds": fast_seconds,
        "tensorflow_seconds": tensorflow_seconds,
        "largest": float(np.abs(tensorflow_maps).max()),
        "loops_distance": float(np.abs(slow_maps - tensorflow_maps).max()),
        "fast_distance": float(np.abs(fast_maps - tensorflow_maps).max()),
    }


def best_of(runs: int, work: Callable[[], np.ndarray]) -> tuple[float, np.ndarray]:
    times = []
    for _ in range(runs):
        with Clock() as clock:
            result = work()
        times.append(clock.wall)
    return min(times), result


# Pictures


class ChangedPictures(keras.utils.PyDataset):
    """Batches of pictures that are shifted and mirrored anew in each epoch."""

    def __init__(self, x: np.ndarray, y: np.ndarray, batch_size: int, seed: int):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size
        self.random = np.random.default_rng(seed)
        self.on_epoch_end()

    def __len__(self) -> int:
        return len(self.x) // self.batch_size

    def on_epoch_end(self) -> None:
        self.order = self.random.permutation(len(self.x))

    def __getitem__(self, i: int) -> tuple[np.ndarray, np.ndarray]:
        some = self.order[i * self.batch_size : (i + 1) * self.batch_size]
        return models.shifted_and_mirrored(self.x[some], self.random), self.y[some]


def measure_pictures() -> Measured:
    fashion = datasets.load_fashion_mnist()
    need_real(fashion)
    x = (fashion.train_images / 255).astype("float32")[..., np.newaxis]
    x_test = (fashion.test_images / 255).astype("float32")[..., np.newaxis]
    y, y_test = fashion.train_labels.astype(int), fashion.test_labels.astype(int)
    batch, compact_epochs = 128, 18

    def plain(build: Callable[[], keras.Model], epochs: int) -> Measured:
        return train_pictures(
            build, lambda: keras.optimizers.Adam(1e-3), (x, y), (x_test, y_test), epochs
        )

    measured = {
        "source": fashion.source,
        "linear": plain(models.linear_classifier, 10),
        "dense": plain(models.dense_classifier, 10),
        "unit": plain(models.unit_network, 10),
    }
    steps = compact_epochs * (len(x) // batch)
    measured["compact"] = train_pictures(
        models.compact_network,
        lambda: keras.optimizers.AdamW(
            models.one_cycle(6e-3, steps), weight_decay=0.02
        ),
        (ChangedPictures(x, y, batch, SEED), None),
        (x_test, y_test),
        compact_epochs,
    )
    return measured


def train_pictures(
    build: Callable[[], keras.Model],
    optimizer: Callable[[], keras.Optimizer],
    train: tuple[Any, Any],
    test: tuple[np.ndarray, np.ndarray],
    epochs: int,
) -> Measured:
    training.set_seeds(SEED)
    model = build()
    model.compile(
        optimizer(),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
        jit_compile=False,
    )
    print(model.name, flush=True)
    x, y = train
    with Clock() as clock:
        summary = training.fit(
            model,
            x,
            y,
            epochs=epochs,
            batch_size=128 if y is not None else None,
            title=model.name,
        )
    loss, accuracy = model.evaluate(*test, batch_size=500, verbose=0)
    print(f"  test accuracy {accuracy:.4f}, {clock.cpu:.0f} s of processor", flush=True)
    return {
        "parameters": model.count_params(),
        "epochs": epochs,
        "accuracy": accuracy,
        "loss": loss,
        "wall": clock.wall,
        "cpu": clock.cpu,
        "curves": summary.history,
    }


# A series: motor traffic, an hour ahead


def measure_series(window: int = 24) -> Measured:
    traffic = datasets.load_traffic_volume()
    need_real(traffic)
    inputs, targets, naive, week_ago, years = traffic_windows(traffic, window)
    train, validation, test = years <= 2016, years == 2017, years == 2018
    mean, spread = targets[train].mean(), targets[train].std()
    inputs[..., 0] = (inputs[..., 0] - mean) / spread
    scaled = (targets - mean) / spread

    def errors(forecast: np.ndarray) -> Measured:
        wrong = forecast - targets[test]
        return {
            "mae": float(np.abs(wrong).mean()),
            "rmse": float(np.sqrt((wrong**2).mean())),
        }

    measured: Measured = {
        "source": traffic.source,
        "window": window,
        "train": int(train.sum()),
        "validation": int(validation.sum()),
        "test": int(test.sum()),
        "naive": errors(naive[test]),
        "week_ago": errors(week_ago[test]),
    }
    flat = np.column_stack([inputs.reshape(len(inputs), -1), np.ones(len(inputs))])
    weights, *_ = np.linalg.lstsq(flat[train], scaled[train], rcond=None)
    measured["linear"] = errors(flat[test] @ weights * spread + mean)
    measured["linear"]["parameters"] = len(weights)
    for cell in ("simple", "lstm", "gru"):
        training.set_seeds(SEED)
        model = models.forecaster(cell, window, features=inputs.shape[2], units=32)
        model.compile(keras.optimizers.Adam(2e-3), "mae", jit_compile=False)
        print(model.name, flush=True)
        with Clock() as clock:
            summary = training.fit(
                model,
                inputs[train],
                scaled[train],
                epochs=25,
                batch_size=128,
                validation_data=(inputs[validation], scaled[validation]),
                patience=4,
                title=model.name,
            )
        forecast = model.predict(inputs[test], batch_size=512, verbose=0)[:, 0]
        measured[cell] = {
            **errors(forecast * spread + mean),
            "parameters": model.count_params(),
            "epochs": summary.epochs,
            "wall": clock.wall,
            "cpu": clock.cpu,
        }
        print("  ", measured[cell], flush=True)
    return measured


def traffic_windows(
    traffic: datasets.HourlySeries, window: int
) -> tuple[np.ndarray, ...]:
    """Cut out windows without a gap; each step has the count and the calendar."""
    hours = traffic.hours.astype("datetime64[h]")
    of_day = hours.astype(int) % 24
    of_week = (
        hours.astype(int) // 24 + 4
    ) % 7 * 24 + of_day  # 1970 began on a Thursday
    # The calendar of the hour to come is known, so each step carries that of the next.
    coming = np.roll(of_week, -1)
    calendar = np.column_stack(
        [
            np.sin(2 * np.pi * coming / 24),
            np.cos(2 * np.pi * coming / 24),
            np.sin(2 * np.pi * coming / 168),
            np.cos(2 * np.pi * coming / 168),
        ]
    )
    steps = np.column_stack([traffic.values, calendar])
    place = np.arange(168, len(hours))  # the hour to be forecast
    before = place[:, None] + np.arange(-window, 0)  # (places, window)
    whole = (
        np.isfinite(traffic.values[before]).all(axis=1)
        & np.isfinite(traffic.values[place])
        & np.isfinite(traffic.values[place - 168])
    )
    place, before = place[whole], before[whole]
    years = hours[place].astype("datetime64[Y]").astype(int) + 1970
    return (
        steps[before],
        traffic.values[place],
        traffic.values[place - 1],
        traffic.values[place - 168],
        years,
    )


# Texts


def measure_texts(splits: int = 3) -> Measured:
    measured = {}
    for name, texts in (
        ("sms", datasets.load_sms_spam()),
        ("sentiment", datasets.load_sentiment()),
    ):
        need_real(texts)
        runs = [measure_text_split(texts, seed) for seed in range(splits)]
        measured[name] = {
            "source": texts.source,
            "texts": len(texts.texts),
            "share_of_larger_class": float(
                np.bincount(texts.labels).max() / len(texts.labels)
            ),
            "splits": splits,
            **{
                network: {
                    key: [run[network][key] for run in runs] for key in runs[0][network]
                }
                for network in runs[0]
            },
        }
        print(name, json.dumps(measured[name], indent=1), flush=True)
    return measured


def measure_text_split(texts: datasets.LabelledTexts, seed: int) -> Measured:
    """Train on 70 %, stop by 10 %, test on 20 %."""
    order = np.random.default_rng(seed).permutation(len(texts.texts))
    test, validation, train = np.split(
        order, [len(order) // 5, len(order) // 5 + len(order) // 10]
    )
    words = [re.findall(r"[a-z']+|[0-9]+|[!?£$]", text.lower()) for text in texts.texts]
    counts = Counter(word for i in train for word in words[i])
    known = [word for word, count in counts.most_common(4998) if count >= 2]
    number = {word: place + 2 for place, word in enumerate(known)}  # 1 is unknown
    numbers = [[number.get(word, 1) for word in one][:100] or [1] for one in words]
    longest = max(map(len, numbers))
    padded = np.array([one + [0] * (longest - len(one)) for one in numbers])
    bag = np.zeros((len(padded), len(known) + 2), "float32")
    np.put_along_axis(bag, padded, 1, axis=1)
    bag[:, 0] = 0
    labels = texts.labels.astype(int)

    def train_and_test(
        model: keras.Model, x: np.ndarray, rate: float, epochs: int
    ) -> Measured:
        model.compile(
            keras.optimizers.Adam(rate),
            keras.losses.SparseCategoricalCrossentropy(from_logits=True),
            metrics=["accuracy"],
            jit_compile=False,
        )
        with Clock() as clock:
            training.fit(
                model,
                x[train],
                labels[train],
                epochs=epochs,
                batch_size=64,
                validation_data=(x[validation], labels[validation]),
                patience=3,
                title=model.name,
            )
        said = model.predict(x[test], batch_size=256, verbose=0).argmax(axis=1)
        true = labels[test]
        hits = int(((said == 1) & (true == 1)).sum())
        return {
            "accuracy": float((said == true).mean()),
            "f1": 2 * hits / max(int((said == 1).sum() + (true == 1).sum()), 1),
            "parameters": model.count_params(),
            "cpu": clock.cpu,
        }

    measured = {}
    training.set_seeds(SEED + seed)
    logistic = keras.Sequential(
        [keras.Input((bag.shape[1],)), keras.layers.Dense(2, name="out")],
        name="bag_of_words",
    )
    measured["bag"] = train_and_test(logistic, bag, 1e-2, 60)
    for cell in ("lstm", "gru"):
        training.set_seeds(SEED + seed)
        network = models.text_classifier(cell, len(known) + 2, dropout=0.3)
        measured[cell] = train_and_test(network, padded, 2e-3, 15)
    return measured


# The page

#: Submitted benchmarks, from the table in the README of zalandoresearch/fashion-mnist,
#: which says that its authors have not tested them.
PUBLISHED = [
    ("2 Conv Layers with max pooling (Keras)", "", 0.876),
    ("MLP 256-128-64", "", 0.900),
    ("3 Conv Layers+pooling+BN", "", 0.903),
    ("2 Conv Layers with max pooling (Tensorflow) >300 epochs", "", 0.916),
    ("2 Conv Layers 113K parameters", "113K", 0.922),
    ("2 Conv Layers net <100K parameters", "<100K", 0.925),
    ("3 Conv+pooling and 2 FC+dropout", "", 0.926),
    ("2 Conv Layers with 3 FC 1.8M parameters", "1.8M", 0.932),
    ("VGG16 26M parameters", "26M", 0.935),
    ("DenseNet-BC 768K params", "768K", 0.954),
    ("WRN40-4 8.9M params", "8.9M", 0.967),
    ("Human Performance (no fashion expertise)", "", 0.835),
]


def write_page(results: Measured) -> str:
    parts = [
        "# What the networks of the course reach",
        "This page is written by `make bench-models COURSE_DATA=FOLDER` "
        "(`tools/bench_models.py`); every number of ours in it was measured by that "
        "command. Times are of training alone, on the processor, without a graphics "
        "card. *Processor time* adds up the seconds of all cores; the computer had "
        "other work to do as well, which shows more in the wall-clock time.",
    ]
    for name, write in (
        ("pictures", write_pictures),
        ("series", write_series),
        ("texts", write_texts),
        ("convolution", write_convolution),
    ):
        if name in results:
            parts.append(write(results[name]))
            parts.append(f"Measured with {results[name]['with']}.")
    return "\n\n".join(parts) + "\n"


def write_pictures(got: Measured) -> str:
    names = {
        "linear": "linear classifier",
        "dense": "dense network, 128 hidden units",
        "unit": "the unit's network",
        "compact": "compact CNN",
    }
    rows = [
        [
            names[key],
            f"{got[key]['parameters']:,}",
            str(got[key]["epochs"]),
            f"{got[key]['accuracy']:.4f}",
            f"{got[key]['cpu']:,.0f} s",
            f"{got[key]['wall']:,.0f} s",
            f"{got[key]['cpu'] / got['unit']['cpu']:.2f}",
        ]
        for key in names
    ]
    head = [
        "Network",
        "Parameters",
        "Epochs",
        "Test accuracy",
        "Processor time",
        "Wall-clock time",
        "Processor time / the unit's",
    ]
    published = [[one, size, f"{score:.3f}"] for one, size, score in PUBLISHED]
    return "\n\n".join(
        [
            "## Fashion-MNIST",
            "Trained on all 60,000 training pictures, tested once, after the last "
            "epoch, on the 10,000 test pictures; one run with one seed. Linear, dense "
            "and the unit's network: Adam, learning rate 0.001, batches of 128, as in "
            "the unit. Compact CNN: the same batches, AdamW with a learning rate that "
            "rises to 0.006 and falls to 0, pictures shifted by up to 2 pixels and "
            "mirrored at random.",
            table(head, rows),
            "From the 10,000 test pictures alone, an accuracy of 0.93 has a standard "
            f"error of {np.sqrt(0.93 * 0.07 / 10_000):.4f}. What another seed changes "
            "comes on top, and was not measured.",
            "Beside them, some of the results that others submitted to the authors of "
            "Fashion-MNIST (Xiao, Rasul and Vollgraf, "
            "[arXiv:1708.07747](https://arxiv.org/abs/1708.07747)), as the "
            "[table in their repository]"
            "(https://github.com/zalandoresearch/fashion-mnist#benchmark) gives them. "
            "The authors say that they have not tested them.",
            table(
                ["Classifier", "Parameters, where given", "Test accuracy"], published
            ),
        ]
    )


def write_series(got: Measured) -> str:
    rows = []
    for key, name in (
        ("naive", "naive: as in the hour before"),
        ("week_ago", "naive: as at this hour a week before"),
        ("linear", "linear regression on the window"),
        ("simple", "SimpleRNN, 32 units"),
        ("lstm", "LSTM, 32 units"),
        ("gru", "GRU, 32 units"),
    ):
        one = got[key]
        rows.append(
            [
                name,
                f"{one['parameters']:,}" if "parameters" in one else "0",
                f"{one['mae']:.0f}",
                f"{one['rmse']:.0f}",
                f"{1 - one['mae'] / got['naive']['mae']:+.0%}",
                f"{one['cpu']:,.0f} s" if "cpu" in one else "",
            ]
        )
    best_naive = min(got["naive"]["mae"], got["week_ago"]["mae"])
    best_cell = min(("simple", "lstm", "gru"), key=lambda cell: got[cell]["mae"])
    best = got[best_cell]["mae"]
    against_linear = 1 - best / got["linear"]["mae"]
    return "\n\n".join(
        [
            "## Motor traffic, an hour ahead",
            f"{got['source']}. From {got['window']} hours, each with its count and the "
            "calendar of the hour after it, forecast the count of the next hour, in "
            "vehicles. Split by time: up to 2016 to train "
            f"({got['train']:,} windows), 2017 to stop early "
            f"({got['validation']:,}), 2018 to test ({got['test']:,}). Windows with a "
            "gap are left out; mean and spread for scaling come from the training "
            "years.",
            table(
                [
                    "Forecast",
                    "Parameters",
                    "Mean absolute error",
                    "Root mean squared error",
                    "Better than the hour before",
                    "Processor time",
                ],
                rows,
            ),
            f"The best of the networks ({best_cell}) has a mean absolute error "
            f"{1 - best / best_naive:.0%} below that of the better naive forecast and "
            f"{abs(against_linear):.0%} {'below' if against_linear > 0 else 'above'} "
            "that of linear regression.",
        ]
    )


def write_texts(got: Measured) -> str:
    rows = []
    for data, title in (("sms", "SMS spam"), ("sentiment", "sentiment, three domains")):
        one = got[data]
        rows.append(
            [
                f"{title}, {one['texts']:,} texts",
                "always the larger class",
                f"{one['share_of_larger_class']:.3f}",
                "",
                "0",
                "",
            ]
        )
        for key, name in (
            ("bag", "bag of words, logistic"),
            ("lstm", "embedding and LSTM, 32 units"),
            ("gru", "embedding and GRU, 32 units"),
        ):
            rows.append(
                [
                    "",
                    name,
                    mean_and_range(one[key]["accuracy"]),
                    mean_and_range(one[key]["f1"]),
                    f"{np.mean(one[key]['parameters']):,.0f}",
                    f"{np.mean(one[key]['cpu']):,.0f} s",
                ]
            )
    return "\n\n".join(
        [
            "## Texts",
            f"{got['sms']['source']}; {got['sentiment']['source']}. Duplicates are "
            "removed, 70 % of the texts to train, 10 % to stop early, 20 % to test; "
            f"mean (least to most) of {got['sms']['splits']} random splits. F1 is that "
            "of spam and of positive texts. Words come from the training texts, at "
            "most 5,000 that occur at least twice. Nothing was tuned.",
            table(
                [
                    "Texts",
                    "Classifier",
                    "Test accuracy",
                    "F1",
                    "Parameters",
                    "Processor time",
                ],
                rows,
            ),
            text_finding(got),
        ]
    )


def text_finding(got: Measured) -> str:
    """Say where a recurrent network beat the bag of words, and where it did not."""
    sentences = []
    for data, title in (("sms", "SMS spam"), ("sentiment", "sentiment")):
        bag = np.mean(got[data]["bag"]["accuracy"])
        cell = max(("lstm", "gru"), key=lambda one: np.mean(got[data][one]["accuracy"]))
        margin = 100 * (np.mean(got[data][cell]["accuracy"]) - bag)
        sentences.append(
            f"On {title} the better recurrent network ({cell.upper()}) is "
            f"{abs(margin):.1f} points {'above' if margin > 0 else 'below'} the bag of "
            "words."
        )
    return " ".join(sentences)


def write_convolution(got: Measured) -> str:
    loops, fast = got["loops_seconds"], got["fast_seconds"]
    rows = [
        [
            "`conv2d_loops`",
            f"{1000 * loops:,.1f} ms",
            "1",
            f"{got['loops_distance']:.1e}",
        ],
        [
            "`conv2d`",
            f"{1000 * fast:,.1f} ms",
            f"{loops / fast:,.0f}",
            f"{got['fast_distance']:.1e}",
        ],
        [
            "`tf.nn.conv2d`",
            f"{1000 * got['tensorflow_seconds']:,.1f} ms",
            f"{loops / got['tensorflow_seconds']:,.0f}",
            "0",
        ],
    ]
    return "\n\n".join(
        [
            "## Convolution in NumPy",
            f"A batch of shape {tuple(got['images'])}, kernels of shape "
            f"{tuple(got['kernels'])}, float32, padding `same`: the loops of "
            "`course.reference.convolution`, its fast form, and TensorFlow. Wall-clock "
            "time; of the fast forms the best of 15 runs. The last column is the "
            "largest difference from TensorFlow's numbers, which go up to "
            f"{got['largest']:.1f}.",
            table(["Function", "Time", "Times as fast as the loops", "Distance"], rows),
        ]
    )


def mean_and_range(values: list[float]) -> str:
    return f"{np.mean(values):.3f} ({min(values):.3f} to {max(values):.3f})"


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


PARTS = {
    "convolution": measure_convolution,
    "pictures": measure_pictures,
    "series": measure_series,
    "texts": measure_texts,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "parts", nargs="*", metavar="PART", choices=[[], *PARTS, "page"]
    )
    chosen = parser.parse_args().parts or list(PARTS)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
    for name in chosen:
        if name == "page":
            PAGE.write_text(write_page(json.loads(RESULTS.read_text())), "utf-8")
            continue
        measured = PARTS[name]()
        measured["with"] = (
            f"TensorFlow {tf.__version__}, Keras {keras.__version__}, NumPy "
            f"{np.__version__}, Python {platform.python_version()} on "
            f"{cores or os.cpu_count()} cores ({platform.machine()})"
        )
        results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
        results[name] = measured
        RESULTS.write_text(json.dumps(results, indent=1) + "\n")
        PAGE.write_text(write_page(json.loads(RESULTS.read_text())), encoding="utf-8")
        print(f"{name}: written to {PAGE.relative_to(ROOT)}", flush=True)


if __name__ == "__main__":
    main()
