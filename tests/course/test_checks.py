"""The checks let right answers through and name what is wrong with the others."""

import pickle
import re
import subprocess
import sys

import nbformat
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from course import checks
from course.checks import CheckFailed

MATRIX = np.array(
    [
        [0.31, -1.27, 2.05, 0.68, -0.44],
        [1.93, 0.57, -0.86, 1.12, 0.25],
        [-0.73, 1.41, 0.99, -1.58, 0.07],
        [0.84, -0.19, 1.66, 0.35, -2.21],
    ]
)
POSITIVE = np.abs(MATRIX)
IMAGES = np.random.default_rng(7).normal(size=(2, 6, 5, 3))
ROWS = np.exp(MATRIX) / np.exp(MATRIX).sum(axis=1, keepdims=True)
COUNTS = np.array([[12, 300, 7], [45, 260, 999]])


class Tensor:
    """What a TensorFlow tensor looks like to NumPy."""

    def __init__(self, values):
        self.values = values

    def __array__(self, dtype=None, copy=None):
        return np.asarray(self.values, dtype=dtype)


class SymbolicTensor:
    def __array__(self, dtype=None, copy=None):
        raise NotImplementedError("a symbolic tensor has no value")


class AlwaysEqual:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0


class EqualArray(np.ndarray):
    def __eq__(self, other):
        return np.ones(self.shape, bool)

    def __sub__(self, other):
        return np.zeros(self.shape)

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.ones(self.shape, bool)


class EqualText(str):
    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other):
        return True


class EqualNumber(int):
    __hash__ = int.__hash__

    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return 0


class EqualTuple(tuple):
    __slots__ = ()
    __hash__ = tuple.__hash__

    def __eq__(self, other):
        return True

    def __iter__(self):
        return iter((3, 3))


def failure(check, *args, **kwargs):
    with pytest.raises(CheckFailed) as caught:
        check(*args, **kwargs)
    return caught.value


def outcome(check, *args):
    try:
        check(*args)
    except CheckFailed as error:
        return error
    return None


# assert_close: right answers ------------------------------------------------------


@pytest.mark.parametrize(
    "got",
    [
        MATRIX,
        MATRIX.astype(np.float32),
        MATRIX.tolist(),
        tuple(map(tuple, MATRIX.tolist())),
        [row for row in MATRIX],
        Tensor(MATRIX.astype(np.float32)),
        [Tensor(row) for row in MATRIX],
        np.asfortranarray(MATRIX),
        MATRIX[::-1][::-1],
        MATRIX + 3e-6,
        np.ma.masked_array(MATRIX),
    ],
    ids=lambda got: type(got).__name__,
)
def test_right_array_passes_in_each_fair_form(got):
    checks.assert_close(got, MATRIX)


@pytest.mark.parametrize("got", [4, 4.0, np.int64(4), np.float32(4), np.array(4)])
def test_right_number_passes_in_each_fair_form(got):
    checks.assert_close(got, 4.0)


def test_whole_numbers_pass_where_their_values_are_right():
    checks.assert_close(np.array([[4, 3], [2, 4]]), [[4.0, 3.0], [2.0, 4.0]])


def test_empty_arrays_of_equal_shape_agree():
    checks.assert_close(np.zeros((0, 3)), np.zeros((0, 3)))


def test_tolerances_are_respected():
    checks.assert_close(1.01, 1.0, rtol=0.02)
    failure(checks.assert_close, 1.01, 1.0, rtol=0.001)


# assert_close: what is no array of numbers ----------------------------------------


@pytest.mark.parametrize(
    ("got", "phrase"),
    [
        (None, "is the `return` missing"),
        (..., "still `...`"),
        (NotImplemented, "not written yet"),
        ("4.0", "is text"),
        ({"a": 1}, "is a dictionary"),
        ({1.0, 2.0}, "is a set"),
        (np.sum, "Call it, with parentheses"),
        (lambda x: x, "Call it, with parentheses"),
        (list, "is a class"),
        (AlwaysEqual(), "object of class `AlwaysEqual`"),
        ((entry for entry in MATRIX), "object of class `generator`"),
        (SymbolicTensor(), "holds no numbers"),
        ([[1, 2], [3]], "rows differ in length"),
        ((MATRIX, MATRIX[0]), "tuple of several values"),
        ((MATRIX,), "comma after the value"),
        ([1.0, None], "contains None"),
        (np.array([AlwaysEqual()] * 20, dtype=object), "array of objects"),
        ([["1", "2"], ["3", "4"]], "text or dates"),
        (MATRIX > 0, "true and false"),
        (MATRIX + 1j, "complex"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_what_is_no_array_of_numbers_is_named(got, phrase):
    assert phrase in failure(checks.assert_close, got, MATRIX).summary


@pytest.mark.parametrize(("bad", "phrase"), [(np.nan, "NaN"), (np.inf, "infinite")])
def test_numbers_that_are_not_finite_are_named(bad, phrase):
    got = MATRIX.copy()
    got[1, 2] = bad
    error = failure(checks.assert_close, got, MATRIX)
    assert phrase in error.summary
    assert "[1, 2]" in error.details


def test_array_that_claims_to_equal_everything_fails():
    got = np.zeros(MATRIX.shape).view(EqualArray)
    assert "zero everywhere" in failure(checks.assert_close, got, MATRIX).summary


# assert_close: right shape, wrong values ------------------------------------------


def swapped_batch(images):
    return images[::-1]


def only_first_filled(array):
    filled = np.zeros_like(array)
    filled[0] = array[0]
    return filled


def with_last_row(array, value):
    changed = array.copy()
    changed[-1] = value
    return changed


def edge_padded(array):
    changed = array.copy()
    changed[:, 0] += 0.37
    changed[:, -1] -= 0.41
    changed[0] *= 1.9
    changed[-1] += 0.53
    return changed


VALUE_SLIPS = {
    "transposed square": (MATRIX[:, :4].T, MATRIX[:, :4], "transposed"),
    "channels before filters": (
        IMAGES[:, :5].transpose(0, 2, 1, 3),
        IMAGES[:, :5],
        "axes swapped: the second axis and the third axis",
    ),
    "upside down": (MATRIX[::-1], MATRIX, "upside down"),
    "mirrored": (MATRIX[:, ::-1], MATRIX, "left for right"),
    "batch reversed": (IMAGES[::-1], IMAGES, "reversed along the first axis"),
    "flipped kernel": (MATRIX[::-1, ::-1], MATRIX, "kernel that looks like this"),
    "rotated": (np.rot90(MATRIX[:, :4]), MATRIX[:, :4], "quarter turn"),
    "sequence backwards": (MATRIX[0][::-1], MATRIX[0], "in reverse order"),
    "window one late": (
        np.r_[0.0, MATRIX.ravel()[:-1]],
        MATRIX.ravel(),
        "one place too late",
    ),
    "window one early": (np.roll(MATRIX, -1, axis=0), MATRIX, "one place too early"),
    "one bias missing": (MATRIX - 0.5, MATRIX, "is a bias missing, or added twice"),
    "biases missing": (
        IMAGES - np.array([0.1, -0.2, 0.7]),
        IMAGES,
        "per entry of the fourth axis: is the bias missing",
    ),
    "bias along rows": (
        MATRIX + np.arange(4.0)[:, None],
        MATRIX,
        "fixed amount per entry of the first axis",
    ),
    "not scaled": (POSITIVE * 255, POSITIVE, "not scaled to between 0 and 1"),
    "scaled twice": (POSITIVE / 255, POSITIVE, "scaled down once too often"),
    "sum for mean": (MATRIX * 9, MATRIX, "a sum where a mean"),
    "mean for sum": (MATRIX / 9, MATRIX, "a mean where a sum"),
    "added twice": (MATRIX * 2, MATRIX, "twice as large"),
    "halved": (MATRIX / 2, MATRIX, "half as large"),
    "some factor": (MATRIX * 1.37, MATRIX, "same factor everywhere"),
    "never filled": (np.zeros_like(MATRIX), MATRIX, "zero everywhere"),
    "constant": (np.full_like(MATRIX, 0.1), MATRIX, "same value everywhere"),
    "constant for constant": (np.ones(4), np.full(4, 3.5), "same amount everywhere"),
    "negated": (-MATRIX, MATRIX, "wrong sign"),
    "ReLU forgotten": (MATRIX, np.maximum(MATRIX, 0), "ReLU should turn"),
    "ReLU not wanted": (np.maximum(MATRIX, 0), MATRIX, "zeros where negative"),
    "absolute value": (np.abs(MATRIX), MATRIX, "lost the sign"),
    "leaky": (np.where(MATRIX > 0, 2 * MATRIX + 1, -0.3), POSITIVE, "none can be"),
    "integer array": (MATRIX.astype(int), MATRIX, "Make it an array of floats"),
    "rounded": (np.round(MATRIX * 3), MATRIX * 3, "lost its fractions"),
    "unsigned overflow": (COUNTS.astype(np.uint8), COUNTS, "wrapped round"),
    "low precision": (MATRIX.astype(np.float16), MATRIX, "too low a precision"),
    "softmax missing": (MATRIX, ROWS, "the softmax is missing"),
    "softmax twice": (
        np.exp(ROWS) / np.exp(ROWS).sum(axis=1, keepdims=True),
        ROWS,
        "softmax twice",
    ),
    "softmax over columns": (
        np.exp(MATRIX) / np.exp(MATRIX).sum(axis=0, keepdims=True),
        ROWS,
        "sums to one over the first axis, not over the last",
    ),
    "softmax over everything": (
        np.exp(MATRIX) / np.exp(MATRIX).sum(),
        ROWS,
        "not over each row",
    ),
    "not normalised": (np.exp(MATRIX), ROWS, "should sum to one"),
    "returned inside the loop": (
        only_first_filled(IMAGES),
        IMAGES,
        "right only for the first entry of the first axis: does a loop end",
    ),
    "first picture for all": (
        np.broadcast_to(IMAGES[:1], IMAGES.shape),
        IMAGES,
        "right only for the first entry of the first axis: does a loop use its index",
    ),
    "last row left out": (
        with_last_row(MATRIX, 0.0),
        MATRIX,
        "wrong only for the last entry of the first axis: a loop ends too early",
    ),
    "wrong padding": (edge_padded(MATRIX), MATRIX, "wrong at the border"),
    "wrong padding of pictures": (
        np.pad(IMAGES[:, 1:-1, 1:-1], ((0, 0), (1, 1), (1, 1), (0, 0))),
        IMAGES,
        "wrong at the border",
    ),
    "flattened in another order": (
        IMAGES.transpose(0, 3, 1, 2).reshape(2, -1),
        IMAGES.reshape(2, -1),
        "right values in the wrong order",
    ),
    "half filled": (
        np.r_[MATRIX.ravel()[:7], np.zeros(13)],
        MATRIX.ravel(),
        "zero in places that should be filled",
    ),
    "last value": (np.r_[MATRIX[0][:-1], 9.0], MATRIX[0], "only in its last value"),
    "here and there": (
        np.where(np.arange(20).reshape(4, 5) % 3 == 1, 0.5, MATRIX),
        MATRIX,
        "right in some places",
    ),
    "only the zeros": (
        np.maximum(MATRIX, 0) ** 3,
        np.maximum(MATRIX, 0),
        "only where zero is expected",
    ),
    "nothing right": (MATRIX**3 + 2, MATRIX, "none of its values is right"),
    "one number too large": (5.0, 4.0, "one too large"),
    "number too small": (0.2, 0.7, "too small"),
}


@pytest.mark.parametrize(
    ("got", "want", "phrase"), VALUE_SLIPS.values(), ids=list(VALUE_SLIPS)
)
def test_slip_in_the_values_is_named(got, want, phrase):
    error = failure(checks.assert_close, got, want)
    assert phrase in error.summary
    assert "got" in error.details
    assert "wanted" in error.details


# assert_close: wrong shape --------------------------------------------------------

SHAPE_SLIPS = {
    "one row too few": (MATRIX[:-1], MATRIX, "one row too few: off by one"),
    "one column too many": (
        np.pad(MATRIX, ((0, 0), (0, 1))),
        MATRIX,
        "one column too many",
    ),
    "row and column": (
        MATRIX[:-1, :-1],
        MATRIX,
        "one row too few and one column too few",
    ),
    "one window too few": (MATRIX[0, :-1], MATRIX[0], "one value too few"),
    "output size of pictures": (
        IMAGES[:, :-1, :-1],
        IMAGES,
        "too few along the second axis and one entry too few along the third axis",
    ),
    "rows for columns": (MATRIX.T, MATRIX, "transposed"),
    "channels first": (
        IMAGES.transpose(0, 3, 1, 2),
        IMAGES,
        "axes swapped: the second axis and the third axis and the fourth axis",
    ),
    "wrong reshape": (
        MATRIX.reshape(5, 4),
        MATRIX,
        "look at the arguments of `reshape`",
    ),
    "height for width": (np.zeros((5, 6)), np.ones((6, 5)), "rows for columns"),
    "batch axis missing": (IMAGES[0], IMAGES[:1], "at the front (the batch axis?)"),
    "channel axis missing": (
        IMAGES[..., 0],
        IMAGES[..., :1],
        "lacks an axis of length one at the end (the channel axis?)",
    ),
    "extra batch axis": (IMAGES[None], IMAGES, "extra axis of length one at the front"),
    "extra middle axis": (MATRIX[:, None], MATRIX, "in the middle"),
    "both axes missing": (MATRIX, MATRIX[None, ..., None], "lacks axes of length one"),
    "channels summed": (IMAGES.sum(axis=-1), IMAGES, "the sum over the fourth axis"),
    "batch averaged": (IMAGES.mean(axis=0), IMAGES, "the mean over the first axis"),
    "sum forgotten": (IMAGES, IMAGES.sum(axis=3), "the sum over the fourth axis is mi"),
    "pooled everything": (IMAGES, IMAGES.max(axis=1), "maximum over the second axis"),
    "all summed": (MATRIX.sum(), MATRIX, "the sum of all values"),
    "a number": (0.25, MATRIX, "single number, where an array is expected"),
    "flattened early": (MATRIX.ravel(), MATRIX, "flattened too early"),
    "flat but wrong": (np.arange(20.0), MATRIX, "one long row of values"),
    "not flattened": (MATRIX, MATRIX.ravel(), "flatten it"),
    "stride ignored": (MATRIX, MATRIX[::2, ::2], "the stride is ignored"),
    "stride three ignored": (IMAGES, IMAGES[:, ::3, ::3], "the stride is ignored"),
    "stride twice": (IMAGES[:, ::2, ::2], IMAGES, "stride is too large"),
    "padding missing": (
        IMAGES[:, 1:-1, 1:-1],
        IMAGES,
        "lacks its border: the padding is missing",
    ),
    "padding not wanted": (np.pad(MATRIX, 1), MATRIX, "padded where no padding"),
    "too few axes": (np.zeros(9), IMAGES, "too few axes"),
    "too many axes": (IMAGES, np.zeros((7, 2)), "too many axes"),
    "too small": (np.ones((4, 2)), MATRIX, "too small along the second axis"),
    "too large": (np.ones((9, 2)), MATRIX, "too large along the first axis"),
    "nothing in it": (np.zeros((0, 5)), MATRIX, "is empty"),
    "nothing wanted": (MATRIX, np.zeros((0, 5)), "should be empty"),
}


@pytest.mark.parametrize(
    ("got", "want", "phrase"), SHAPE_SLIPS.values(), ids=list(SHAPE_SLIPS)
)
def test_slip_in_the_shape_is_named(got, want, phrase):
    error = failure(checks.assert_close, got, want)
    assert phrase in error.summary
    assert f"got {np.shape(got)}" in error.details


def test_axes_are_called_by_their_names_where_the_test_gives_them():
    names = ("batch", "height", "width", "channel")
    error = failure(checks.assert_close, IMAGES[:, :-1], IMAGES, axes=names)
    assert "one entry too few along the height axis" in error.summary
    error = failure(checks.assert_close, IMAGES[..., 0], IMAGES[..., :1], axes=names)
    assert "lacks an axis of length one (channel)" in error.summary


def test_axes_that_do_not_fit_are_the_fault_of_the_test():
    with pytest.raises(ValueError, match="names 1 axes but `want` has 2"):
        checks.assert_close(MATRIX, MATRIX, axes=("batch",))


# assert_close: slips that the test names ------------------------------------------

PICTURE = np.array([[1.0, 2, 0, 1], [0, 1, 3, 1], [2, 0, 1, 2], [1, 1, 0, 4]])
KERNEL = np.array([[1.0, -2.0], [0.5, 3.0]])


def convolve(picture, kernel, bias=0.0, stride=1):
    size = kernel.shape[0]
    places = range(0, picture.shape[0] - size + 1, stride)
    return np.array(
        [
            [
                (picture[i : i + size, j : j + size] * kernel).sum() + bias
                for j in places
            ]
            for i in places
        ]
    )


CONVOLUTION_SLIPS = {
    "the kernel is flipped": convolve(PICTURE, KERNEL[::-1, ::-1], 0.5, 2),
    "the stride is ignored": convolve(PICTURE, KERNEL, 0.5),
    "the bias is left out": convolve(PICTURE, KERNEL, 0.0, 2),
    "the bias is added for each weight": convolve(PICTURE, KERNEL, 2.0, 2),
    "rows and columns of the kernel are swapped": convolve(PICTURE, KERNEL.T, 0.5, 2),
}


@pytest.mark.parametrize("clause", CONVOLUTION_SLIPS)
@pytest.mark.parametrize("as_pairs", [False, True])
def test_named_slip_comes_before_the_general_diagnosis(clause, as_pairs):
    slips = CONVOLUTION_SLIPS
    error = failure(
        checks.assert_close,
        CONVOLUTION_SLIPS[clause].astype(np.float32),
        convolve(PICTURE, KERNEL, 0.5, 2),
        "conv2d(picture, kernel)",
        slips=list(slips.items()) if as_pairs else slips,
    )
    assert error.summary == f"conv2d(picture, kernel) is what comes out when {clause}."


def test_answer_that_fits_no_slip_gets_the_general_diagnosis():
    want = convolve(PICTURE, KERNEL, 0.5, 2)
    error = failure(checks.assert_close, -want, want, slips=CONVOLUTION_SLIPS)
    assert "wrong sign" in error.summary


def test_right_answer_passes_beside_its_slips():
    want = convolve(PICTURE, KERNEL, 0.5, 2)
    checks.assert_close(want.tolist(), want, slips=CONVOLUTION_SLIPS)


def test_slip_that_is_not_finite_can_be_named():
    got = np.array([np.nan, 0.0])
    slips = {"the largest score is not subtracted first": got}
    error = failure(checks.assert_close, got, [0.5, 0.5], slips=slips)
    assert "largest score" in error.summary


@pytest.mark.parametrize("got", [MATRIX, None])
def test_slip_equal_to_the_right_answer_is_the_fault_of_the_test(got):
    with pytest.raises(ValueError, match="cannot tell them apart"):
        checks.assert_close(got, MATRIX, slips={"nothing happens": MATRIX + 1e-7})


@pytest.mark.parametrize("want", [None, "text", [True, False], [np.nan], AlwaysEqual()])
def test_expected_value_without_numbers_is_the_fault_of_the_test(want):
    with pytest.raises(ValueError, match="finite real numbers"):
        checks.assert_close(1.0, want)


def test_slip_without_numbers_is_the_fault_of_the_test():
    with pytest.raises(ValueError, match="the slip 'a word' expects numbers"):
        checks.assert_close(1.0, 1.0, slips={"a word": "word"})


# assert_close: the message --------------------------------------------------------


def test_message_is_a_summary_a_blank_line_and_details():
    error = failure(checks.assert_close, MATRIX.T, MATRIX, "the feature map")
    summary, details = str(error).split("\n\n", 1)
    assert summary == "The feature map is transposed: its rows and columns are swapped."
    assert details == error.details
    assert "shape: got (5, 4), wanted (4, 5)" in details


def test_name_that_is_code_keeps_its_small_letter():
    error = failure(checks.assert_close, None, MATRIX, "conv2d(image, kernel)")
    assert error.summary.startswith("conv2d(image, kernel) is None")


def test_details_show_a_small_array_whole():
    got = MATRIX.copy()
    got[2, 3] = 7.25
    details = failure(checks.assert_close, got, MATRIX).details
    assert "1 of 20 values differ, the first at [2, 3]" in details
    assert details.count("7.25") == 1
    assert details.count("-2.21") == 2
    assert "largest difference: 8.83, at [2, 3]" in details


def test_details_show_a_large_array_round_the_first_wrong_value():
    want = np.arange(4 * 30 * 30 * 3, dtype=float).reshape(4, 30, 30, 3)
    got = want.copy()
    got[2, 17, 25, 1] = -0.125
    details = failure(checks.assert_close, got, want).details
    assert "got[2, 15:21, 23:29, 1]:" in details
    assert "-0.125" in details
    assert len(details) < 1500


def test_details_show_enough_digits_to_see_the_difference():
    error = failure(checks.assert_close, 1000.0004, 1000.0, rtol=0, atol=1e-6)
    assert "1000.0004" in error.details


def test_check_failed_survives_pickling():
    error = pickle.loads(pickle.dumps(CheckFailed("Too large.", "got: 2")))
    assert (error.summary, error.details) == ("Too large.", "got: 2")
    assert isinstance(error, AssertionError)


NUMBERS = st.floats(-1e4, 1e4, allow_nan=False, width=32)
ANY_SHAPE = hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=5)
CHANGES = (
    lambda array: array,
    lambda array: array.T,
    lambda array: np.flip(array),
    lambda array: array * 3 + 11,
    lambda array: array[..., None],
    lambda array: np.maximum(array, 0),
    lambda array: array.astype(np.int64),
    lambda array: array.ravel()[:-1],
    lambda array: np.roll(array, 1),
    lambda array: np.pad(array, 1),
    lambda array: array.astype(np.int64).astype(np.uint8),
    lambda array: np.where(array > 5, np.nan, array),
)


@given(data=st.data())
@settings(max_examples=500, deadline=None)
def test_any_two_arrays_pass_or_fail_without_values_in_the_summary(data):
    want = data.draw(hnp.arrays(np.float64, ANY_SHAPE, elements=NUMBERS))
    if data.draw(st.booleans()):
        got = data.draw(st.sampled_from(CHANGES))(want)
    else:
        got = data.draw(hnp.arrays(np.float64, ANY_SHAPE, elements=NUMBERS))
    error = outcome(checks.assert_close, got, want)
    same = got.shape == want.shape and np.allclose(got, want, 1e-4, 1e-5)
    assert (error is None) == same
    if error is not None:
        assert set(re.findall(r"\d+", error.summary)) <= {"0", "1"}
        assert "\n" not in error.summary
        assert error.details


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(40, 10**6) | st.text("xyz", min_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner),
    max_leaves=8,
)


@given(got=VALUES, want=VALUES)
@settings(max_examples=500, deadline=None)
def test_any_two_values_are_equal_or_fail_without_values_in_the_summary(got, want):
    def as_lists(value):
        if isinstance(value, list | tuple):
            return [as_lists(entry) for entry in value]
        return type(value), value

    error = outcome(checks.assert_equal, got, want)
    assert (error is None) == (as_lists(got) == as_lists(want))
    if error is not None:
        assert not re.findall(r"\d|[xyz]{4}", error.summary)


# assert_equal ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("got", "want"),
    [
        (224, 224),
        (np.int64(224), 224),
        (np.array(224), 224),
        (Tensor(224), 224),
        (2, 2.0),
        (True, True),
        (np.True_, True),
        ("same", "same"),
        (np.str_("same"), "same"),
        ((26, 26, 8), (26, 26, 8)),
        ([26, 26, 8], (26, 26, 8)),
        (np.array([26, 26, 8]), (26, 26, 8)),
        ((None, 10), (None, 10)),
        ({"a": (1, 2)}, {"a": (1, 2)}),
        ({3, 4}, {4, 3}),
        (None, None),
        (np.array([[1, 2]]), np.array([[1, 2]])),
        ([[1, 2]], np.array([[1, 2]])),
        (b"ab", b"ab"),
        (1 + 2j, 1 + 2j),
    ],
)
def test_equal_values_pass_in_each_fair_form(got, want):
    checks.assert_equal(got, want)


@pytest.mark.parametrize(
    ("got", "want", "phrase"),
    [
        (None, 224, "`return` missing"),
        (..., 224, "still `...`"),
        (224.0, 224, "divide with `//`"),
        ("224", 224, "remove the quotes"),
        (True, 1, "is True or False, where a whole number"),
        (1, True, "a whole number, where True or False"),
        (False, True, "the opposite"),
        (225, 224, "one too large"),
        (3, 224, "too small"),
        (-224, 224, "wrong sign"),
        (float("nan"), 2.5, "NaN"),
        (5, "five", "put it in quotes"),
        ("Same ", "same", "capital letters or spaces"),
        ("valid", "same", "another text"),
        ((26, 26), (26, 26, 8), "one entry too few"),
        ((26,), (26, 26, 8), "too few entries"),
        ((1, 26, 26, 8), (26, 26, 8), "one entry too many"),
        ((8, 13, 26), (26, 13, 8), "reverse order"),
        ((13, 8, 26), (26, 13, 8), "right entries in the wrong order"),
        ((26, 26, 9), (26, 26, 8), "in its third entry: that part is one too large"),
        (
            (1, (2, 5)),
            (1, (2, 3)),
            "in its second entry and there in its second entry",
        ),
        ((2, 2.5), (2, 2), "second entry: that part is a number with a decimal point"),
        (26, (26, 26), "a whole number, where a tuple"),
        (7, [7], "a whole number, where a list"),
        ({"a": 1}, {"a": 2}, "under one of its keys"),
        ({"b": 1}, {"a": 1}, "a key that is not expected"),
        ({}, {"a": 1}, "lacks a key"),
        ([1], {"a": 1}, "where a dictionary"),
        ({3}, {3, 4}, "lacks an entry"),
        ({3, 5}, {3}, "does not belong"),
        ([3], {3}, "where a set"),
        (4, None, "where None is expected"),
        (np.array([1, 2]), 1, "an array, where a whole number"),
        ([[1, 2], [3]], np.array([[1, 2]]), "rows of different lengths"),
        (np.array([[1, 3]]), np.array([[1], [3]]), "transposed"),
        (np.array([[1.0, 2.0]]), np.array([[1, 2]]), "where whole numbers"),
        (np.array(["a"]), np.array(["b"]), "other values"),
        (len, 3, "call it, with parentheses"),
        (AlwaysEqual(), 3, "object of class `AlwaysEqual`"),
        (EqualNumber(4), 9, "too small"),
        (EqualText("valid"), "same", "another text"),
        (EqualTuple((1, 2)), (3, 3), "in its first entry"),
        ([AlwaysEqual()], [3], "object of class `AlwaysEqual`"),
    ],
)
def test_what_differs_is_named(got, want, phrase):
    assert phrase in failure(checks.assert_equal, got, want).summary


def test_details_of_an_exact_check_show_both_values():
    error = failure(checks.assert_equal, 216, 224, "the number of weights")
    assert error.summary == "The number of weights is too small."
    assert error.details == "got:    216\nwanted: 224"


def test_named_slip_of_an_exact_value_is_named():
    slips = {"the biases are not counted": 216, "the channels are not counted": 80}
    error = failure(checks.assert_equal, 216, 224, slips=slips)
    assert error.summary.endswith("comes out when the biases are not counted.")


def test_exact_slip_equal_to_the_right_answer_is_the_fault_of_the_test():
    with pytest.raises(ValueError, match="cannot tell them apart"):
        checks.assert_equal(224, 224, slips={"nothing happens": 224})


def test_expected_value_that_is_not_plain_is_the_fault_of_the_test():
    with pytest.raises(ValueError, match="cannot be compared exactly"):
        checks.assert_equal(1, AlwaysEqual())


# assert_shape, assert_dtype, assert_unchanged -------------------------------------


@pytest.mark.parametrize(
    ("got", "shape"),
    [
        (IMAGES, (2, 6, 5, 3)),
        (IMAGES, [None, 6, 5, None]),
        (MATRIX.tolist(), (4, 5)),
        (3.5, ()),
        (MATRIX > 0, (4, 5)),
    ],
)
def test_right_shape_passes(got, shape):
    checks.assert_shape(got, shape)


@pytest.mark.parametrize(
    ("got", "shape", "phrase"),
    [
        (None, (2,), "`return` missing"),
        (MATRIX, (4, 5, 1), "too few axes"),
        (IMAGES, (5, 3), "too many axes"),
        (MATRIX.T, (4, 5), "axes swapped"),
        (MATRIX, (5, 5), "one row too few"),
        (IMAGES, (None, 7, None, 3), "one entry too few along the second axis"),
        (MATRIX, (None, 9), "wrong length along the second axis"),
    ],
)
def test_wrong_shape_is_named(got, shape, phrase):
    assert phrase in failure(checks.assert_shape, got, shape).summary


def test_details_of_a_shape_show_both():
    error = failure(checks.assert_shape, MATRIX, (None, 9))
    assert error.details == "shape: got (4, 5), wanted (any, 9)"


@pytest.mark.parametrize(
    ("got", "dtype"),
    [
        (MATRIX, "float64"),
        (MATRIX, np.floating),
        (MATRIX.astype("float32"), np.float32),
        ([1, 2], np.integer),
        (MATRIX > 0, bool),
    ],
)
def test_right_dtype_passes(got, dtype):
    checks.assert_dtype(got, dtype)


@pytest.mark.parametrize(
    ("got", "dtype", "phrase"),
    [
        (MATRIX, "float32", "floats of another precision"),
        (np.array([1, 2]), np.floating, "holds whole numbers"),
        (MATRIX, np.integer, "holds floats"),
        (MATRIX > 0, "float32", "holds true and false"),
        (np.array([1], np.uint8), np.float64, "whole numbers without a sign"),
    ],
)
def test_wrong_dtype_is_named(got, dtype, phrase):
    error = failure(checks.assert_dtype, got, dtype)
    assert phrase in error.summary
    assert str(np.asarray(got).dtype) in error.details


def test_input_left_alone_passes():
    checks.assert_unchanged(MATRIX.copy(), MATRIX)
    checks.assert_unchanged(np.array([np.nan]), np.array([np.nan]))


@pytest.mark.parametrize(
    ("after", "phrase"),
    [
        (np.maximum(MATRIX, 0), "values in it"),
        (MATRIX.astype(np.float32), "its dtype"),
        (MATRIX[None], "its shape"),
    ],
)
def test_changed_input_is_named(after, phrase):
    error = failure(checks.assert_unchanged, MATRIX, after, "the picture")
    assert error.summary.startswith("The picture was changed by the call")
    assert phrase in error.summary


def test_comparing_an_input_with_itself_is_the_fault_of_the_test():
    with pytest.raises(ValueError, match="same object"):
        checks.assert_unchanged(MATRIX, MATRIX)


# assert_raises --------------------------------------------------------------------


def refuses(value):
    raise ValueError(f"`value` expects 3 channels, received {value}")


def unwritten(value):
    raise NotImplementedError


def test_right_exception_passes():
    checks.assert_raises(ValueError, refuses, 4)
    checks.assert_raises((TypeError, ValueError), refuses, value=4)
    checks.assert_raises(ValueError, refuses, 4, match="channels")


@pytest.mark.parametrize(
    ("function", "options", "phrase"),
    [
        (lambda value: 12345, {}, "accepts input that it should refuse"),
        (refuses, {"match": "stride"}, "the message does not say"),
        (lambda value: [][0], {}, "but raises `IndexError`"),
        (unwritten, {}, "not written yet"),
        (None, {}, "`return` missing"),
        (7, {}, "where a function is expected"),
    ],
)
def test_missing_or_other_exception_is_named(function, options, phrase):
    error = failure(checks.assert_raises, ValueError, function, 98765, **options)
    assert phrase in error.summary
    assert not re.search(r"\d{2}", error.summary)


def test_unwritten_function_is_no_runtime_error():
    error = failure(checks.assert_raises, RuntimeError, unwritten, 1)
    assert error.summary == "unwritten(...) is not written yet."


def test_exception_that_cannot_describe_itself_is_still_reported():
    class Broken(Exception):
        def __str__(self):
            raise RuntimeError

    def call():
        raise Broken

    error = failure(checks.assert_raises, ValueError, call)
    assert "but raises `Broken`" in error.summary


# Answers to questions -------------------------------------------------------------

WANT = {"a": "true", "b": "only if", "c": {"cnn", "both"}, "d": 3}
MESSAGES = {
    "a": {"false": "A filter is used at every place.", "only if": "No condition."},
    "b": {"true": "Think of a picture of another size.", "false": "It can be so."},
    "c": {"rnn": "Where is the order in time?"},
    "d": {2: "Count the colours.", 1: "The picture is in colour."},
}
RIGHT = {"a": "true", "b": "only if", "c": "cnn", "d": 3}


@pytest.mark.parametrize(
    "changes",
    [{}, {"a": " True "}, {"b": "Only  if"}, {"c": "both"}, {"d": np.int64(3)}],
)
def test_right_answers_pass(changes):
    checks.assert_answers(RIGHT | changes, WANT, MESSAGES)


@pytest.mark.parametrize(
    ("question", "choice"),
    [(question, choice) for question in MESSAGES for choice in MESSAGES[question]],
)
def test_wrong_choice_gets_its_own_message_only(question, choice):
    error = failure(checks.assert_answers, RIGHT | {question: choice}, WANT, MESSAGES)
    assert error.summary == (
        f"Your answers: 3 of 4 right.\n- {question}: {MESSAGES[question][choice]}"
    )


@pytest.mark.parametrize("nothing", [None, ..., "", " ", "?"])
def test_question_without_an_answer_is_named(nothing):
    error = failure(checks.assert_answers, RIGHT | {"b": nothing}, WANT, MESSAGES)
    assert "- b: not answered yet." in error.summary


def test_questions_as_released_are_all_open():
    error = failure(checks.assert_answers, dict.fromkeys(WANT, ...), WANT, MESSAGES)
    assert error.summary.startswith("Your answers: no question is answered yet.")


@pytest.mark.parametrize(
    ("answers", "phrase"),
    [
        (RIGHT | {"a": "maybe"}, "a: this is none of the choices. Write one of"),
        (RIGHT | {"a": True}, "a: this is none of the choices"),
        (RIGHT | {"d": "3"}, "d: this is none of the choices"),
        (RIGHT | {"d": True}, "d: this is none of the choices"),
        (RIGHT | {"d": AlwaysEqual()}, "d: this is none"),
        (RIGHT | {"a": EqualText("no")}, "a: this is none of the choices"),
        (RIGHT | {"d": np.arange(3)}, "d: this is none of the choices"),
        (RIGHT | {"e": "true"}, "There is no question under one of the labels"),
        ({"a": "true"}, "b: this question is missing"),
        (None, "is expected, but this is None"),
        (["true"], "is expected, but this is a list"),
    ],
)
def test_answers_of_another_form_are_named(answers, phrase):
    assert phrase in failure(checks.assert_answers, answers, WANT, MESSAGES).summary


def test_a_class_of_the_graders_for_a_learners_is_not_named():
    made = type("x_17_23", (), {"__module__": "autograder.examiner.handles"})
    seen = type("y_17_23", (made, ValueError), {"__module__": "__main__"})

    def call():
        raise seen

    for error in (
        failure(checks.assert_equal, seen(), 3),
        failure(checks.assert_raises, KeyError, call),
    ):
        assert "another" in error.summary
        assert "17" not in error.summary


def test_a_name_that_no_test_holds_is_not_told():
    def call():
        return 3

    call.__name__ = "x_17_23"
    error = failure(checks.assert_raises, ValueError, call)
    assert error.summary.startswith("The function(...) accepts input")


def test_what_learners_wrote_is_told_in_the_details_only():
    # their code may have chosen it by the values of a hidden test
    error = failure(
        checks.assert_answers, RIGHT | {"a": "maybe", "e": "true"}, WANT, MESSAGES
    )
    assert error.details == "a: got 'maybe'\nno question: 'e'"
    assert "maybe" not in error.summary


def test_listed_choices_do_not_tell_the_right_one():
    # the choices are sorted, so that no place among them is special
    error = failure(checks.assert_answers, RIGHT | {"a": "x"}, WANT, MESSAGES)
    assert "Write one of 'false', 'only if', 'true'." in error.summary


@pytest.mark.parametrize(
    ("want", "messages", "match"),
    [
        ({}, {}, "no question"),
        ({"a": "true"}, {}, "a message for each wrong choice"),
        ({"a": "true"}, {"a": {}}, "a message for each wrong choice"),
        ({"a": set()}, {"a": {"x": "y"}}, "at least one right choice"),
        ({"a": "true"}, {"a": {"True": "no"}}, "right choice has a message"),
        ({"a": "true"}, {"a": {"false": " "}}, "a message is empty"),
        ({"a": "true"}, {"a": {"false": "x"}, "b": {"y": "z"}}, "`want` has not"),
    ],
)
def test_questions_that_do_not_fit_are_the_fault_of_the_test(want, messages, match):
    with pytest.raises(ValueError, match=match):
        checks.assert_answers({"a": "true"}, want, messages)
    with pytest.raises(ValueError, match=match):
        checks.score_answers({"a": "true"}, want, messages, 2)


QUESTIONS = {str(number): "true" for number in range(6)}
THREE_CHOICES = {
    number: {"false": f"Look at {number}.", "only if": "No."} for number in QUESTIONS
}


@pytest.mark.parametrize(
    ("right", "score"), [(6, 4.0), (5, 3.0), (4, 2.0), (3, 1.0), (2, 0.0), (0, 0.0)]
)
def test_score_counts_from_what_guessing_would_give(right, score, capsys):
    # with three choices chance is 1/3, so 4 * (right / 6 - 1/3) / (2/3)
    answers = {
        number: "true" if int(number) < right else "false" for number in QUESTIONS
    }
    got = checks.score_answers(answers, QUESTIONS, THREE_CHOICES, 4)
    assert got == pytest.approx(score)
    assert type(got) is float
    printed = capsys.readouterr()
    assert f"{right} of 6 right" in printed.out
    assert printed.out.count("- ") == 6 - right
    assert printed.err == ""


def test_answer_not_given_scores_like_a_wrong_one(capsys):
    answers = dict.fromkeys(QUESTIONS, "true") | {"5": ...}
    assert checks.score_answers(answers, QUESTIONS, THREE_CHOICES, 4) == 3.0
    assert "- 5: not answered yet." in capsys.readouterr().out


def test_guessing_averages_a_tenth_of_the_points():
    rng = np.random.default_rng(3)
    choices = ["true", "false", "only if"]
    scores = [
        checks.score_answers(
            {number: choices[rng.integers(3)] for number in QUESTIONS},
            QUESTIONS,
            THREE_CHOICES,
            1.0,
        )
        for _ in range(1000)
    ]
    # from the binomial distribution of right answers: 0.1097
    assert np.mean(scores) == pytest.approx(0.11, abs=0.03)


def test_no_answer_at_all_scores_by_failing():
    answers = dict.fromkeys(QUESTIONS, ...)
    error = failure(checks.score_answers, answers, QUESTIONS, THREE_CHOICES, 4)
    assert "no question is answered yet" in error.summary


@pytest.mark.parametrize("points", [0, -1, float("nan"), float("inf")])
def test_points_that_are_no_maximum_are_the_fault_of_the_test(points):
    with pytest.raises(ValueError, match="`points` expects a number above 0"):
        checks.score_answers(dict(QUESTIONS), QUESTIONS, THREE_CHOICES, points)


# In a notebook --------------------------------------------------------------------

TEST_CELL = '''
"""The rows stay rows."""
np_rows = [[1.0, 2.0], [3.0, 4.0]]
checks.assert_close(
    [[1.0, 3.0], [2.0, 4.0]],
    np_rows,
    "the picture",
)
'''


def test_notebook_shows_summary_details_and_the_failing_statement():
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_code_cell("from course import checks"),
            nbformat.v4.new_code_cell(TEST_CELL),
        ]
    )
    with pytest.raises(CellExecutionError):
        NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    (output,) = notebook.cells[1].outputs
    assert output.ename == "CheckFailed"
    assert output.evalue.startswith("The picture is transposed")
    shown = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(output.traceback))
    assert shown.startswith("Not right yet. The picture is transposed")
    assert "wanted:\n[[1 2]\n [3 4]]" in shown
    assert "checks.assert_close(\n        [[1.0, 3.0], [2.0, 4.0]]," in shown
    assert "course/checks" not in shown
    assert "Traceback" not in shown


def test_importing_the_checks_does_not_import_tensorflow():
    code = "import sys, course.checks; sys.exit('tensorflow' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
