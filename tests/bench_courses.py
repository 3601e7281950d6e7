"""Small courses made by code, of which the grading benchmark makes classes.

Each of the three has one notebook with lesson cells, four answers and tests, hidden
ones among them, as an nbgrader course has them. Nothing is downloaded.
"""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ASSIGNMENT = "homework"
NOTEBOOK = "homework"

CONFIG = """c = get_config()
c.CourseDirectory.course_id = "benchmark"
c.Execute.timeout = 300
"""


@dataclass(frozen=True)
class Exercise:
    """An answer and its tests.

    Attributes:
        name: Grade id of the answer.
        stub: What of the answer is given.
        solution: The rest of it.
        visible: A test cell.
        hidden: What of another is hidden.
    """

    name: str
    stub: str
    solution: str
    visible: str
    hidden: str


@dataclass(frozen=True)
class SampleCourse:
    """One of the courses.

    Attributes:
        name: A short name.
        title: What the class is like, in words.
        lessons: Lesson cells before the exercises.
        exercises: The exercises.
    """

    name: str
    title: str
    lessons: tuple[str, ...]
    exercises: tuple[Exercise, ...]

    def write(self, root: Path) -> None:
        """Write `source/` and the configuration."""
        _write(root / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb", self.notebook())
        (root / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")

    def notebook(self) -> dict[str, Any]:
        """Return the instructor's notebook."""
        cells = [_markdown(f"# {self.title}", "title")]
        cells += [_code(text, f"lesson-{n}") for n, text in enumerate(self.lessons)]
        for one in self.exercises:
            cells.append(_markdown(f"## {one.name}", f"ask-{one.name}"))
            answer = f"{one.stub}\n{_marked(one.solution, 'SOLUTION')}"
            cells.append(_code(answer, one.name, solution=True))
            claim = f'"""The answer {one.name} holds."""\n'
            cells.append(_test(claim + one.visible, f"{one.name}-visible", 1))
            hidden = claim + _marked(one.hidden, "HIDDEN TESTS")
            cells.append(_test(hidden, f"{one.name}-hidden", 2))
        return {
            "cells": cells,
            "metadata": {
                "kernelspec": {
                    "display_name": "Python 3 (ipykernel)",
                    "language": "python",
                    "name": "python3",
                },
                "language_info": {"name": "python"},
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        }

    def hand_in(self, root: Path, students: int) -> list[str]:
        """Write right submissions, made of the release; return the students' ids."""
        place = root / "release" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
        release = json.loads(place.read_text(encoding="utf-8"))
        names = [f"student{number:03}" for number in range(students)]
        for number, name in enumerate(names):
            content = copy.deepcopy(release)
            for one in self.exercises:
                cell = next(c for c in content["cells"] if _grade_id(c) == one.name)
                # No two are equal, letter by letter.
                cell["source"] = f"# Answer {number}\n{one.stub}\n{one.solution}"
            folder = root / "submitted" / name / ASSIGNMENT
            _write(folder / f"{NOTEBOOK}.ipynb", content)
        return names

    def cells(self) -> list[str]:
        """Return the code cells of a right submission, with all tests."""
        return [
            cell["source"]
            for cell in self.notebook()["cells"]
            if cell["cell_type"] == "code"
        ]

    def modules(self) -> list[str]:
        """Return what the setup imports and is slow to import."""
        found = ["numpy"]
        return [*found, "tensorflow", "keras"] if "keras" in self.lessons[0] else found


def _marked(text: str, what: str) -> str:
    indent = text[: len(text) - len(text.lstrip())]
    return f"{indent}### BEGIN {what}\n{text}\n{indent}### END {what}"


def _markdown(text: str, cell_id: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": text}


def _code(text: str, cell_id: str, **settings: Any) -> dict[str, Any]:
    metadata: dict[str, Any] = {}
    if settings:
        metadata["nbgrader"] = {
            "grade": False,
            "solution": False,
            "locked": False,
            "task": False,
            "schema_version": 3,
            "grade_id": cell_id,
            **settings,
        }
    return {
        "cell_type": "code",
        "id": cell_id,
        "metadata": metadata,
        "source": text,
        "execution_count": None,
        "outputs": [],
    }


def _test(text: str, name: str, points: int) -> dict[str, Any]:
    return _code(text, name, grade=True, locked=True, points=points)


def _grade_id(cell: dict[str, Any]) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def _write(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")


SCALE = Exercise(
    "scale",
    "def scale(pictures):",
    '    return (pictures / 255).astype("float32")',
    'got = scale(np.array([[0, 51], [102, 255]], dtype="uint8"))\n'
    "np.testing.assert_allclose(got, [[0, 0.2], [0.4, 1]], atol=1e-6)",
    'pictures = np.arange(60, dtype="uint8").reshape(3, 4, 5)\n'
    "got = scale(pictures)\n"
    'assert got.shape == (3, 4, 5) and got.dtype == "float32"\n'
    "np.testing.assert_allclose(got, pictures / 255, atol=1e-6)",
)

SLIDE = Exercise(
    "slide",
    "def slide(picture, kernel):",
    "    rows = picture.shape[0] - kernel.shape[0] + 1\n"
    "    columns = picture.shape[1] - kernel.shape[1] + 1\n"
    "    result = np.zeros((rows, columns))\n"
    "    for row in range(rows):\n"
    "        for column in range(columns):\n"
    "            window = picture[row : row + kernel.shape[0],\n"
    "                             column : column + kernel.shape[1]]\n"
    "            result[row, column] = np.sum(window * kernel)\n"
    "    return result",
    "picture, kernel = [[1, 2, 0], [0, 3, 1], [2, 0, 1]], [[1, 0], [2, -1]]\n"
    "got = slide(np.array(picture), np.array(kernel))\n"
    "np.testing.assert_allclose(got, [[-2, 7], [4, 2]])",
    "rng = np.random.default_rng(1)\n"
    "for height, width in [(5, 7), (8, 4), (12, 9)]:\n"
    "    picture, kernel = rng.normal(size=(height, width)), rng.normal(size=(3, 2))\n"
    "    wanted = [\n"
    "        [np.sum(picture[r : r + 3, c : c + 2] * kernel)\n"
    "         for c in range(width - 1)]\n"
    "        for r in range(height - 2)\n"
    "    ]\n"
    "    np.testing.assert_allclose(slide(picture, kernel), wanted)",
)

SOFTMAX = Exercise(
    "softmax",
    "def softmax(scores):",
    "    powers = np.exp(scores - np.max(scores, axis=-1, keepdims=True))\n"
    "    return powers / powers.sum(axis=-1, keepdims=True)",
    "np.testing.assert_allclose(softmax(np.array([1.0, 1.0])), [0.5, 0.5])",
    "scores = np.random.default_rng(2).normal(size=(20, 10)) * 300\n"
    "got = softmax(scores)\n"
    "assert np.all(np.isfinite(got))\n"
    "np.testing.assert_allclose(got.sum(axis=-1), np.ones(20))",
)

CONFUSION = Exercise(
    "confusion",
    "def confusion(truth, guesses, classes):",
    "    table = np.zeros((classes, classes), dtype=int)\n"
    "    for true, guess in zip(truth, guesses):\n"
    "        table[true, guess] += 1\n"
    "    return table",
    "assert confusion([0, 1, 1], [0, 1, 0], 2).tolist() == [[1, 0], [1, 1]]",
    "rng = np.random.default_rng(3)\n"
    "truth, guesses = rng.integers(0, 6, 500), rng.integers(0, 6, 500)\n"
    "table = confusion(truth, guesses, 6)\n"
    "assert table.sum() == 500\n"
    "for true in range(6):\n"
    "    for guess in range(6):\n"
    "        wanted = int(np.sum((truth == true) & (guesses == guess)))\n"
    '        assert table[true, guess] == wanted, f"wrong at {true}, {guess}"',
)

NETWORK = Exercise(
    "network",
    "def build_network(filters, classes):",
    "    network = keras.Sequential([\n"
    "        keras.Input((12, 12, 1)),\n"
    '        keras.layers.Conv2D(filters, 3, activation="relu"),\n'
    "        keras.layers.MaxPooling2D(2),\n"
    "        keras.layers.Flatten(),\n"
    '        keras.layers.Dense(classes, activation="softmax"),\n'
    "    ])\n"
    "    network.compile(keras.optimizers.Adam(0.01),\n"
    '                    loss="sparse_categorical_crossentropy",\n'
    '                    metrics=["accuracy"])\n'
    "    return network",
    "network = build_network(4, 3)\n"
    "assert network.output_shape == (None, 3)\n"
    "assert network.count_params() == 343",
    "rng = np.random.default_rng(4)\n"
    "labels = rng.integers(0, 2, 600)\n"
    "pictures = rng.normal(0, 0.3, (600, 12, 12, 1))\n"
    "for picture, label in zip(pictures, labels):\n"
    "    place = rng.integers(2, 10)\n"
    "    if label:\n"
    "        picture[place] += 1\n"
    "    else:\n"
    "        picture[:, place] += 1\n"
    "keras.utils.set_random_seed(5)\n"
    "network = build_network(8, 2)\n"
    "network.fit(pictures[:500], labels[:500], epochs=3, verbose=0)\n"
    "guesses = np.argmax(network(pictures[500:]), axis=1)\n"
    "accuracy = np.mean(guesses == labels[500:])\n"
    'assert accuracy > 0.9, f"only {accuracy:.0%} are right"',
)

FEATURES = Exercise(
    "features",
    "def features(pictures, kernels, bias):",
    '    maps = tf.nn.conv2d(pictures, kernels, strides=1, padding="VALID") + bias\n'
    '    return tf.nn.max_pool2d(tf.nn.relu(maps), 2, 2, "VALID")',
    'picture = np.ones((1, 4, 4, 1), "float32")\n'
    'kernels = np.ones((3, 3, 1, 2), "float32")\n'
    'got = features(picture, kernels, np.array([0, -10], "float32"))\n'
    "np.testing.assert_allclose(got, [[[[9, 0]]]])",
    "rng = np.random.default_rng(6)\n"
    'pictures = rng.normal(size=(3, 10, 8, 2)).astype("float32")\n'
    'kernels = rng.normal(size=(3, 3, 2, 5)).astype("float32")\n'
    'bias = rng.normal(size=5).astype("float32")\n'
    "got = np.array(features(pictures, kernels, bias))\n"
    "assert got.shape == (3, 4, 3, 5)\n"
    "windows = np.lib.stride_tricks.sliding_window_view(pictures, (3, 3), (1, 2))\n"
    'maps = np.einsum("nrckxy,xykf->nrcf", windows, kernels) + bias\n'
    "maps = np.maximum(maps, 0).reshape(3, 4, 2, 3, 2, 5).max(axis=(2, 4))\n"
    "np.testing.assert_allclose(got, maps, atol=1e-4)",
)

SLOPE = Exercise(
    "slope",
    "def slope(weights, inputs, targets):",
    "    weights = tf.Variable(weights)\n"
    "    with tf.GradientTape() as tape:\n"
    "        outputs = tf.linalg.matvec(inputs, weights)\n"
    "        error = tf.reduce_mean((outputs - targets) ** 2)\n"
    "    return tape.gradient(error, weights)",
    'got = slope(np.zeros(1, "float32"), np.ones((1, 1), "float32"),\n'
    '            np.ones(1, "float32"))\n'
    "np.testing.assert_allclose(got, [-2])",
    "rng = np.random.default_rng(7)\n"
    'inputs = rng.normal(size=(50, 4)).astype("float32")\n'
    'targets = rng.normal(size=50).astype("float32")\n'
    'weights = rng.normal(size=4).astype("float32")\n'
    "wanted = 2 / 50 * inputs.T @ (inputs @ weights - targets)\n"
    "np.testing.assert_allclose(slope(weights, inputs, targets), wanted, rtol=1e-4)",
)

WITH_NUMPY = "import numpy as np"
WITH_TENSORFLOW = "import keras\nimport numpy as np\nimport tensorflow as tf"
EXAMPLE = "example = np.arange(12).reshape(3, 4)\nprint(example)"

COURSES = (
    SampleCourse(
        "training",
        "Tests that train a small network",
        (WITH_TENSORFLOW, EXAMPLE),
        (SCALE, SLIDE, SOFTMAX, NETWORK),
    ),
    SampleCourse(
        "tensorflow",
        "TensorFlow, without training",
        (WITH_TENSORFLOW, EXAMPLE),
        (SCALE, SLIDE, FEATURES, SLOPE),
    ),
    SampleCourse(
        "numpy",
        "Without TensorFlow",
        (WITH_NUMPY, EXAMPLE),
        (SCALE, SLIDE, SOFTMAX, CONFUSION),
    ),
)
