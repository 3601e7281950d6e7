"""The three sets of the bake-off: shapes, seeds, and that each has its structure."""

import numpy as np
import pytest

from course import datasets


@pytest.mark.parametrize("name", "ABC")
def test_sets_look_alike_from_outside(name):
    one = datasets.load_bake_off(name)

    assert one.inputs.shape == (900, 32, 8)
    assert one.inputs.dtype == np.float32
    assert set(one.labels.tolist()) == {0, 1, 2}
    assert np.bincount(one.labels).min() > 250
    assert repr(one) == "900 examples of 32 by 8 numbers, 3 classes"


@pytest.mark.parametrize("name", "ABC")
def test_same_seed_same_examples_another_seed_others(name):
    first, again = (datasets.load_bake_off(name, 30) for _ in range(2))
    other = datasets.load_bake_off(name, 30, seed=7)

    np.testing.assert_array_equal(first.inputs, again.inputs)
    np.testing.assert_array_equal(first.labels, again.labels)
    assert not np.array_equal(first.inputs, other.inputs)


def test_mark_of_set_a_is_at_another_place_each_time():
    one = datasets.load_bake_off("A", 600)
    own = one.inputs[one.labels == 2]
    brightest = {int(np.argmax(np.abs(example))) for example in own}

    assert len(brightest) > 60
    assert np.abs(own.mean(axis=0)).max() < 0.4


def test_last_event_of_set_b_is_the_label():
    one = datasets.load_bake_off("B", 200)
    happens = one.inputs[:, :, :3] > 0.7
    for example, label in zip(happens, one.labels, strict=True):
        last_row = np.flatnonzero(example.any(axis=1))[-1]
        assert example[last_row, label]
    kinds = [set(np.flatnonzero(example.any(axis=0))) for example in happens]
    assert sum(len(one) > 1 for one in kinds) > 150


def test_set_c_shows_in_the_mean_at_fixed_places():
    one = datasets.load_bake_off("C", 900)
    for label in range(3):
        mean = one.inputs[one.labels == label].mean(axis=0)
        assert 30 <= (np.abs(mean) > 0.35).sum() <= 50


def test_unknown_name_is_refused():
    with pytest.raises(ValueError, match=r"one of \['A', 'B', 'C'\]: received 'D'"):
        datasets.load_bake_off("D")
