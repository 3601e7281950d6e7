"""Guessing at predictions and repairs of `tensors` does not pay; the key is true."""

import random

import numpy as np
import pytest

from course import checks
from tests.answers.bank import ROOT, all_answers
from tests.answers.notebook import read_cells, run_test

NOTEBOOK = ROOT / "source" / "pc5-implement" / "tensors.ipynb"
LETTERS = "abcd"
EXERCISES = {"traces": 7, "repairs": 8}

every_exercise = pytest.mark.parametrize("exercise", EXERCISES)


def earned(exercise, answers) -> float:
    names = {"checks": checks, exercise: answers}
    cells = [
        cell
        for cell in read_cells(NOTEBOOK)
        if cell.is_test and cell.exercise == exercise
    ]
    return sum(run_test(cell, names).earned for cell in cells)


def right_answers(exercise) -> dict[int, str]:
    answer = next(
        one
        for one in all_answers()
        if (one.notebook, one.exercise) == ("tensors", exercise) and one.is_right
    )
    names: dict[str, dict[int, str]] = {}
    exec(answer.source, names)
    return names[exercise]


@every_exercise
def test_random_choices_earn_less_than_a_third_on_average(exercise):
    chance = random.Random(5)
    questions = range(1, EXERCISES[exercise] + 1)
    points = [
        earned(exercise, {question: chance.choice(LETTERS) for question in questions})
        for _ in range(500)
    ]
    everything = earned(exercise, right_answers(exercise))
    assert everything == 4
    assert sum(points) / len(points) < everything / 3


@every_exercise
@pytest.mark.parametrize("letter", LETTERS)
def test_same_letter_everywhere_earns_little(exercise, letter):
    answers = dict.fromkeys(range(1, EXERCISES[exercise] + 1), letter)
    assert earned(exercise, answers) <= 0.5


def test_predictions_are_what_tensorflow_does():
    import tensorflow as tf

    def traces(calls, **settings):
        @tf.function(**settings)
        def double(value):
            return value * 2

        for call in calls:
            double(call)
        return double.experimental_get_tracing_count()

    one_axis = [tf.TensorSpec([None], tf.float32)]
    counts = {
        1: traces([tf.constant(1.0), tf.constant(2.0), tf.constant(3.0)]),
        2: traces([1.0, 2.0, 3.0]),
        3: traces([1, 1, 1, 2]),
        4: traces([tf.zeros(2), tf.zeros(3), tf.zeros(2)]),
        5: traces([tf.constant(1.0), tf.constant(1), tf.constant(2.0)]),
        6: traces([tf.zeros(2), tf.zeros(3), tf.zeros(4)], input_signature=one_axis),
        7: traces([np.ones(3), np.zeros(3), np.arange(3.0)]),
    }
    words = {0: "never", 1: "once", 2: "2 times", 3: "3 times", 4: "4 times"}
    assert {number: words[count] for number, count in counts.items()} == {
        number: options()[number][LETTERS.index(letter)]
        for number, letter in right_answers("traces").items()
    }


def options() -> dict[int, list[str]]:
    """The four choices of each row of the table in the notebook."""
    import nbformat

    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    text = next(cell.source for cell in cells if cell.id == "exercise-traces")
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if "|" in line]
    return {int(row[0]): row[-4:] for row in rows if row[0].isdigit()}


def test_lines_that_are_said_to_run_do_and_those_said_to_be_gone_are():
    import tensorflow as tf

    pooled = tf.nn.max_pool(
        tf.zeros((1, 4, 4, 1)), ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding="SAME"
    )
    assert pooled.shape == (1, 2, 2, 1)
    for name in ("placeholder", "get_variable", "contrib", "Session"):
        assert not hasattr(tf, name)
    assert not hasattr(tf.train, "AdamOptimizer")
    assert not hasattr(tf.nn, "lstm")
    with pytest.raises(ModuleNotFoundError):
        __import__("tensorflow.examples.tutorials.mnist")
