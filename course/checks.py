"""Checks for test cells: they say in words what is wrong with an answer.

A failed check raises `CheckFailed`. Its message opens with a summary, one paragraph
that names the likely slip and holds no value and no shape from the test; after a
blank line come the details, with what was got and what was wanted. A hidden test can
therefore show the summary alone.

Everything is converted to plain NumPy arrays or plain Python values before it is
compared, so an object that claims to equal everything earns nothing. Tensors are
accepted wherever an array is; this module does not import TensorFlow.
"""

import itertools
import linecache
import math
import numbers
import re
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

__all__ = [
    "CheckFailed",
    "assert_answers",
    "assert_close",
    "assert_dtype",
    "assert_equal",
    "assert_raises",
    "assert_shape",
    "assert_unchanged",
    "score_answers",
]

Slips = Mapping[str, Any] | Iterable[tuple[str, Any]]

_WHOLE_ARRAY_SIZE = 64  # larger arrays are shown around the first wrong value
_MOST_SOURCE_LINES = 8


class CheckFailed(AssertionError):
    """An answer is not right yet.

    Attributes:
        summary: One paragraph in words, without values from the test.
        details: What was got and what was wanted; may be empty.
    """

    def __init__(self, summary: str, details: str = "") -> None:
        super().__init__(summary, details)
        self.summary = summary
        self.details = details

    def __str__(self) -> str:
        return f"{self.summary}\n\n{self.details}" if self.details else self.summary

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of a traceback through our frames."""
        lines = [f"\x1b[1;31mNot right yet.\x1b[0m {self.summary}"]
        if self.details:
            lines += ["", self.details]
        source = self._failing_line()
        if source:
            lines += ["", "\x1b[1mThe line of the test that failed:\x1b[0m", source]
        return lines

    def _failing_line(self) -> str:
        frames = traceback.extract_tb(self.__traceback__)
        callers = [frame for frame in frames if frame.filename != __file__]
        if not callers or callers[-1].lineno is None:
            return ""
        caller = callers[-1]
        last = min(caller.end_lineno or caller.lineno, caller.lineno + 7)
        return "".join(
            f"    {linecache.getline(caller.filename, number).rstrip()}\n"
            for number in range(caller.lineno, last + 1)
        ).rstrip()


# Checks of arrays -----------------------------------------------------------------


def assert_close(
    got: Any,
    want: Any,
    name: str = "the result",
    rtol: float = 1e-4,
    atol: float = 1e-5,
    slips: Slips | None = None,
    *,
    axes: Sequence[str] | None = None,
) -> None:
    """Check that numbers agree with the expected ones, up to rounding.

    Shapes must be equal; there is no broadcasting. Integers pass where their values are
    right, true and false do not. Where no slip fits, the summary names what the
    difference looks like: swapped axes, reversed order, a missing bias, a factor, ...

    Args:
        got: The learner's numbers: array, tensor, list or number.
        want: The expected numbers, finite, of any shape.
        name: What `got` is, for the message: "the result", "conv2d(image, kernel)".
        rtol: Tolerance relative to the size of each expected number.
        atol: Tolerance in the unit of `want`, added to the relative one.
        slips: What known mistakes would give, as a mapping or as pairs, description
            first. The description is a clause that completes "is what comes out when
            ...", for example "the kernel is flipped".
        axes: A word for each axis of `want`, such as ("batch", "height"), for the
            message.

    Raises:
        CheckFailed: If `got` is not `want`.
        ValueError: If the test itself is at fault: `want` is not finite numbers, `axes`
            does not fit it, or a slip gives the same numbers as `want`, so that the
            test cannot tell them apart.

    Example:
        >>> assert_close([1.0, 2.0], np.array([1.0, 2.0]))
    """
    wanted = _wanted_numbers(want)
    if axes is not None and len(axes) != wanted.ndim:
        raise ValueError(
            f"`axes` names {len(axes)} axes but `want` has {wanted.ndim}: received "
            f"axes={tuple(axes)}, want.shape={wanted.shape}. Give one word per axis."
        )
    named_slips = [
        (description, _slip_numbers(description, value, wanted, rtol, atol))
        for description, value in _pairs(slips)
    ]
    received = _numbers(got, name, wanted)
    comparison = _Comparison(
        received.astype(np.float64), wanted, rtol, atol, axes, received.dtype
    )
    if comparison.agrees(comparison.got, wanted):
        return
    subject = _subject(name)
    for description, value in named_slips:
        if comparison.agrees(comparison.got, value):
            raise CheckFailed(
                f"{subject} is what comes out when {description}.", _compare(comparison)
            )
    raise CheckFailed(f"{subject} {_diagnose(comparison)}", _compare(comparison))


def assert_shape(
    got: Any, shape: Sequence[int | None], name: str = "the result"
) -> None:
    """Check the shape of an array.

    Args:
        got: The learner's array, tensor, list or number.
        shape: The expected length of each axis; `None` stands for any length.
        name: What `got` is, for the message.

    Raises:
        CheckFailed: If the shape is another one.
    """
    wanted = tuple(shape)
    received = _array(got, name).shape
    details = f"shape: got {received}, wanted {_any_length(wanted)}"
    subject = _subject(name)
    if len(received) != len(wanted):
        amount = "few" if len(received) < len(wanted) else "many"
        raise CheckFailed(f"{subject} has too {amount} axes.", details)
    wrong = [
        axis
        for axis, (length, expected) in enumerate(zip(received, wanted, strict=True))
        if expected is not None and length != expected
    ]
    if not wrong:
        return
    if None not in wanted and sorted(received) == sorted(wanted):
        raise CheckFailed(
            f"{subject} has its axes swapped: the right lengths in the wrong order.",
            details,
        )
    if all(abs(received[axis] - wanted[axis]) == 1 for axis in wrong):
        raise CheckFailed(
            f"{subject} {_off_by_one_words(received, wanted, None)}", details
        )
    raise CheckFailed(
        f"{subject} has the wrong length along {_axes_words(wrong, len(wanted))}.",
        details,
    )


def assert_dtype(got: Any, dtype: Any, name: str = "the result") -> None:
    """Check the dtype of an array.

    Args:
        got: The learner's array, tensor, list or number.
        dtype: A dtype such as "float32", or a kind such as `np.floating`.
        name: What `got` is, for the message.

    Raises:
        CheckFailed: If the dtype is another one.
    """
    received = _array(got, name).dtype
    if np.issubdtype(received, dtype):
        return
    wanted = dtype.__name__ if isinstance(dtype, type) else str(np.dtype(dtype))
    hint = "convert it with `.astype(...)`"
    if received.kind == "f" and np.issubdtype(np.float64, dtype):
        hint = "it has been made less precise on the way"
    elif received == np.float64:
        hint = "float64 is what NumPy makes of Python's numbers; " + hint
    elif received.kind in "iu":
        hint = "it holds whole numbers; " + hint
    raise CheckFailed(
        f"{_subject(name)} has the wrong dtype: {hint}.",
        f"dtype: got {received}, wanted {wanted}",
    )


def assert_unchanged(before: Any, after: Any, name: str = "the input") -> None:
    """Check that a function has left its input as it was.

    Args:
        before: A copy of the input, made before the call.
        after: The input after the call.
        name: What the input is, for the message.

    Raises:
        CheckFailed: If shape, dtype or any value has changed.
        ValueError: If both are the same object: a copy is needed to compare with.
    """
    if before is after and isinstance(before, np.ndarray | list):
        raise ValueError(
            "`before` and `after` are the same object, so no change could show. "
            "Make `before` a copy, for example `images.copy()`, ahead of the call."
        )
    old, new = _array(before, name), _array(after, name)
    what = ""
    if old.shape != new.shape:
        what = "its shape"
    elif old.dtype != new.dtype:
        what = "its dtype"
    elif not _identical(old, new):
        what = "values in it"
    if what:
        raise CheckFailed(
            f"{_subject(name)} was changed by the call ({what}). Work on a copy: "
            "`.copy()`, or an operation that makes a new array in place of `+=` or "
            "`x[...] = ...`.",
            f"before:\n{_show(old)}\nafter:\n{_show(new)}",
        )


# Checks of exact values -----------------------------------------------------------


def assert_equal(
    got: Any, want: Any, name: str = "the result", slips: Slips | None = None
) -> None:
    """Check that a value is exactly the expected one.

    For whole numbers, text, true and false, and tuples, lists, dictionaries and arrays
    of them. Strict where it teaches something: 5.0 and "5" and True are not 5 and 1.
    Lenient where it does not: NumPy's integers are integers, and a list passes for a
    tuple.

    Args:
        got: The learner's value.
        want: The expected value.
        name: What `got` is, for the message.
        slips: As in `assert_close`.

    Raises:
        CheckFailed: If `got` is not `want`.
        ValueError: If a slip equals `want`.
    """
    wanted = _plain_wanted(want)
    pairs = [
        (description, _plain_wanted(value)) for description, value in _pairs(slips)
    ]
    for description, value in pairs:
        if _first_difference(value, wanted) is None:
            raise ValueError(_indistinct_slip(description))
    subject = _subject(name)
    _refuse_placeholder(got, subject, may_be_none=want is None)
    received = _plain(got, subject)
    difference = _first_difference(received, wanted)
    if difference is None:
        return
    details = f"got:    {_short(received)}\nwanted: {_short(wanted)}"
    for description, value in pairs:
        if _first_difference(received, value) is None:
            raise CheckFailed(
                f"{subject} is what comes out when {description}.", details
            )
    place, problem = difference
    where = f"{subject} is not right {place}: that part" if place else subject
    raise CheckFailed(f"{where} {problem}.", details)


def assert_raises(
    exception: type[Exception] | tuple[type[Exception], ...],
    function: Callable[..., Any],
    *args: Any,
    match: str | None = None,
    name: str | None = None,
    **kwargs: Any,
) -> None:
    """Check that a call with bad input raises the right exception.

    Args:
        exception: The expected class, or several.
        function: What to call.
        *args: Its arguments.
        match: A regular expression that the exception's message must contain.
        name: What the call is, for the message; made from the function by default.
        **kwargs: Its keyword arguments.

    Raises:
        CheckFailed: If nothing or something else is raised, or the message does not
            match.
    """
    classes = exception if isinstance(exception, tuple) else (exception,)
    wanted = " or ".join(f"`{one.__name__}`" for one in classes)
    if name is None:
        name = f"`{getattr(function, '__name__', 'the function')}(...)`"
    subject = _subject(name)
    if not callable(function):
        _refuse_placeholder(function, subject)
        raise CheckFailed(
            f"{subject} is {_kind(function)}, where a function is expected.", ""
        )
    try:
        returned = function(*args, **kwargs)
    except classes as error:
        if match is None or re.search(match, str(error)):
            return
        raise CheckFailed(
            f"{subject} raises {wanted} as it should, but its message does not say "
            "what is wrong. Name what arrived and what was expected.",
            f"message: {str(error)!r}\nwanted a match of: {match!r}",
        ) from None
    except Exception as error:
        raise CheckFailed(
            f"{subject} should raise {wanted} for this input, but raises "
            f"`{_type_name(error)}`. Test the input at the start of the function and "
            "raise the exception yourself.",
            f"{_type_name(error)}: {error}",
        ) from error
    raise CheckFailed(
        f"{subject} accepts an input that it should refuse: it should raise {wanted}.",
        f"it returned: {_short(returned)}",
    )


# Checks of conceptual exercises ---------------------------------------------------


def assert_answers(
    got: Any,
    want: Mapping[str, Any],
    messages: Mapping[str, Mapping[Any, str]],
    name: str = "your answers",
) -> None:
    """Check answers to questions, with a message for each misconception.

    The choices of a question are the expected one and those that have a message. An
    answer of None, `...` or "" is not given yet. Case and outer spaces of text do not
    count. No message tells the right choice.

    Args:
        got: The learner's answers, `{question: choice}`.
        want: The expected choice for each question, or a set where several are right.
        messages: For each question, what to say to each wrong choice.
        name: What `got` is, for the message.

    Raises:
        CheckFailed: If an answer is wrong, missing or no choice. The summary names each
            such question.
        ValueError: If `want` and `messages` do not fit each other.
    """
    marked = _mark(got, want, messages, name)
    if marked.notes:
        raise CheckFailed("\n".join([marked.headline(name), *marked.bullets()]))


def score_answers(
    got: Any,
    want: Mapping[str, Any],
    messages: Mapping[str, Mapping[Any, str]],
    points: float,
    name: str = "your answers",
) -> float:
    """Mark answers to questions with partial credit, so that guessing does not pay.

    The last line of a test cell, which nbgrader reads as its score. With `right` the
    share of right answers and `chance` the share that blind guessing gets on average
    (the mean of 1 / number of choices, or more where several are right), the score is

        points * max(0, (right - chance) / (1 - chance))

    rounded to two decimals: guessing at random averages close to nothing, all right is
    all points. An answer not given counts as a wrong one. What is wrong is printed, as
    in `assert_answers`.

    Args:
        got: The learner's answers, `{question: choice}`.
        want: The expected choice for each question, or a set where several are right.
        messages: For each question, what to say to each wrong choice.
        points: The score for all right; above 0.
        name: What `got` is, for the message.

    Returns:
        The score, between 0 and `points`.

    Raises:
        CheckFailed: If no question is answered, or `got` is not a dictionary.
        ValueError: If `want` and `messages` do not fit each other, or `points` is not a
            number above 0.
    """
    if not (math.isfinite(points) and points > 0):
        raise ValueError(f"`points` expects a number above 0, received {points!r}.")
    marked = _mark(got, want, messages, name)
    if marked.answered == 0:
        raise CheckFailed("\n".join([marked.headline(name), *marked.bullets()]))
    right = marked.right / marked.asked
    earned = max(0.0, (right - marked.chance) / (1 - marked.chance))
    print("\n".join([marked.headline(name), *marked.bullets()]))
    return min(float(points), round(float(points) * earned, 2))


@dataclass
class _Marked:
    """What marking a set of answers found."""

    asked: int
    chance: float
    right: int = 0
    answered: int = 0
    notes: list[str] = field(default_factory=list)

    def headline(self, name: str) -> str:
        if self.answered == 0:
            return f"{_subject(name)}: no question is answered yet."
        return f"{_subject(name)}: {self.right} of {self.asked} right."

    def bullets(self) -> list[str]:
        return [f"- {note}" for note in self.notes]


def _mark(
    got: Any,
    want: Mapping[str, Any],
    messages: Mapping[str, Mapping[Any, str]],
    name: str,
) -> _Marked:
    questions = _questions(want, messages)
    chance = sum(
        len(right) / (len(right) + len(wrong)) for right, wrong in questions.values()
    )
    marked = _Marked(asked=len(questions), chance=chance / len(questions))
    subject = _subject(name)
    _refuse_placeholder(got, subject)
    if not isinstance(got, Mapping):
        raise CheckFailed(
            f"{subject} should be a dictionary with one entry for each question, but "
            f"is {_kind(got)}. Restore the cell and fill in the values only."
        )
    for question, (right, wrong) in questions.items():
        if question not in got:
            marked.notes.append(f"{question}: this question is missing; add it again.")
            continue
        answer = got[question]
        if answer is None or answer is Ellipsis or answer in ("", "?"):
            marked.notes.append(f"{question}: not answered yet.")
            continue
        marked.answered += 1
        key = _choice_key(answer)
        if key in right:
            marked.right += 1
        elif key in wrong:
            marked.notes.append(f"{question}: {wrong[key]}")
        else:
            choices = sorted(_choice_words(one) for one in (*right, *wrong))
            marked.notes.append(
                f"{question}: {_choice_words(key)} is none of the choices. "
                f"Write one of {', '.join(choices)}."
            )
    unknown = [str(key) for key in got if key not in questions]
    if unknown:
        marked.notes.append(
            f"unknown question {', '.join(map(repr, unknown))}: was a label changed?"
        )
    return marked


def _questions(
    want: Mapping[str, Any], messages: Mapping[str, Mapping[Any, str]]
) -> dict[str, tuple[set[Any], dict[Any, str]]]:
    if not want:
        raise ValueError("`want` holds no question.")
    extra = set(messages) - set(want)
    if extra:
        raise ValueError(
            f"`messages` has questions that `want` has not: {sorted(extra)}."
        )
    questions = {}
    for question, choice in want.items():
        several = isinstance(choice, set | frozenset)
        right = {_choice_key(one) for one in (choice if several else [choice])}
        wrong = {
            _choice_key(one): " ".join(text.split())
            for one, text in messages.get(question, {}).items()
        }
        if not right or not wrong:
            raise ValueError(
                f"question {question!r} needs at least one right choice in `want` and "
                "a message for each wrong choice in `messages`."
            )
        if right & set(wrong):
            raise ValueError(
                f"question {question!r}: `messages` has a message for the right choice."
            )
        if not all(wrong.values()):
            raise ValueError(f"question {question!r}: a message is empty.")
        questions[question] = (right, wrong)
    return questions


def _choice_key(choice: Any) -> tuple[str, Any]:
    if isinstance(choice, str):
        return "text", " ".join(str.split(choice)).casefold()
    if isinstance(choice, bool | np.bool_):
        return "bool", bool(choice)
    if isinstance(choice, numbers.Number):
        return "number", choice
    return "other", _kind(choice)


def _choice_words(key: tuple[str, Any]) -> str:
    sort, value = key
    return value if sort == "other" else repr(value)


# From anything to plain arrays and values -----------------------------------------


def _numbers(got: Any, name: str, wanted: np.ndarray) -> np.ndarray:
    """Return `got` as an array of finite real numbers."""
    subject = _subject(name)
    array = _array(got, name)
    if isinstance(got, tuple) and len(got) == 1 and array.shape == (1, *wanted.shape):
        raise CheckFailed(
            f"{subject} is a tuple with one entry: is there a comma after the value "
            "that is returned?",
            f"shape: got {array.shape}, wanted {wanted.shape}",
        )
    if array.dtype.kind == "b":
        raise CheckFailed(
            f"{subject} holds true and false, not numbers. A comparison such as "
            "`x > 0` only says where; use it to choose between numbers.",
            f"dtype: got {array.dtype}, wanted numbers",
        )
    if array.dtype.kind == "c":
        raise CheckFailed(
            f"{subject} holds complex numbers, where real ones are expected.",
            f"dtype: got {array.dtype}",
        )
    if not np.isfinite(array).all():
        index = _first(~np.isfinite(array))
        details = f"the first one is at {index}\ngot:\n{_show(array)}"
        if np.isnan(array).any():
            raise CheckFailed(
                f"{subject} contains NaN (not a number). The usual causes are zero "
                "divided by zero, the logarithm of a negative number and an "
                "exponential that overflows.",
                details,
            )
        raise CheckFailed(
            f"{subject} contains infinite values. The usual causes are a division by "
            "zero, the logarithm of zero and an exponential that overflows.",
            details,
        )
    return array


def _array(got: Any, name: str) -> np.ndarray:
    """Return a plain copy of `got` as an array of numbers or truth values."""
    subject = _subject(name)
    _refuse_placeholder(got, subject)
    if isinstance(got, str | bytes):
        raise CheckFailed(
            f"{subject} is text, where numbers are expected. Remove the quotes, or "
            "return the value in place of printing it."
        )
    if isinstance(got, Mapping | set | frozenset):
        raise CheckFailed(
            f"{subject} is {_kind(got)}, where an array of numbers is expected."
        )
    readable = isinstance(got, np.ndarray | np.generic | numbers.Number | list | tuple)
    if not readable and not any(
        hasattr(got, hook)
        for hook in ("__array__", "__array_interface__", "__buffer__")
    ):
        hint = ". Call it, with parentheses" if callable(got) else ""
        raise CheckFailed(
            f"{subject} is {_kind(got)}, where an array of numbers is expected{hint}."
        )
    try:
        array = np.array(got)
    except Exception as error:
        ragged = "inhomogeneous" in str(error)
        raise CheckFailed(
            f"{subject} cannot be read as an array of numbers: "
            + (
                "its rows differ in length."
                if ragged
                else f"it is {_kind(got)} that holds no numbers yet."
            ),
            f"{_type_name(error)}: {error}",
        ) from None
    if array.dtype.kind == "V" and array.dtype.name.startswith(("bfloat", "float")):
        array = array.astype(np.float32)
    if array.dtype.kind == "O":
        inside = array.ravel().tolist()
        if any(entry is None for entry in inside):
            raise CheckFailed(
                f"{subject} contains None: does a function inside it lack its `return`?"
            )
        raise CheckFailed(
            f"{subject} is an array of objects, where numbers are expected. Make each "
            "entry a plain number, and each row equally long."
        )
    if array.dtype.kind not in "biufc":
        raise CheckFailed(
            f"{subject} holds text or dates, where numbers are expected.",
            f"dtype: got {array.dtype}",
        )
    return array


def _refuse_placeholder(got: Any, subject: str, may_be_none: bool = False) -> None:
    if got is None and not may_be_none:
        raise CheckFailed(f"{subject} is None: is the `return` missing?")
    if got is Ellipsis:
        raise CheckFailed(f"{subject} is still `...`: put your answer in its place.")
    if got is NotImplemented:
        raise CheckFailed(
            f"{subject} is NotImplemented: the solution is not written yet."
        )


def _plain(value: Any, subject: str) -> Any:
    """Return `value` as plain Python values, or refuse it."""
    if value is None or value is Ellipsis:
        return value
    if isinstance(value, bool | np.bool_):
        return bool(value)
    # the methods of the built-in classes, so that a subclass cannot answer for itself
    if isinstance(value, np.ndarray | np.generic):
        return _plain_array(np.array(value), subject)
    if isinstance(value, int):
        return int.__add__(value, 0)
    if isinstance(value, float):
        return float.__add__(value, 0.0)
    if isinstance(value, complex):
        return complex.__add__(value, 0)
    if isinstance(value, str):
        return str.__str__("").join(str.__iter__(value))
    if isinstance(value, bytes):
        return bytes.__add__(value, b"")
    if isinstance(value, tuple):
        return tuple(_plain(entry, subject) for entry in tuple.__iter__(value))
    if isinstance(value, list):
        return [_plain(entry, subject) for entry in list.__iter__(value)]
    if isinstance(value, set | frozenset):
        return {_plain(entry, subject) for entry in value}
    if isinstance(value, dict):
        return {
            _plain(key, subject): _plain(entry, subject)
            for key, entry in dict.items(value)
        }
    if hasattr(value, "__array__"):
        return _plain_array(_array(value, subject), subject)
    if type(value).__name__ == "TensorShape":
        return tuple(_plain(entry, subject) for entry in value)
    hint = ": call it, with parentheses" if callable(value) else ""
    raise CheckFailed(f"{subject} is {_kind(value)}, not a plain value{hint}.")


def _plain_array(array: np.ndarray, subject: str) -> Any:
    if array.dtype.kind not in "biufcUS":
        raise CheckFailed(f"{subject} is an array of objects, not of plain values.")
    return array.item() if array.ndim == 0 else array


def _plain_wanted(want: Any) -> Any:
    try:
        return _plain(want, "it")
    except CheckFailed as error:
        raise ValueError(f"this value cannot be compared exactly: {error}") from None


def _wanted_numbers(want: Any) -> np.ndarray:
    try:
        array = np.array(want)
        usable = array.dtype.kind in "iuf" and bool(np.isfinite(array).all())
    except (TypeError, ValueError):
        usable = False
    if not usable:
        raise ValueError(
            "`want` expects finite real numbers: received "
            f"{_kind(want)}, {_short(want)}. For text, whole numbers and true or false "
            "use `assert_equal`."
        )
    return array.astype(np.float64)


def _slip_numbers(
    description: str, value: Any, wanted: np.ndarray, rtol: float, atol: float
) -> np.ndarray:
    try:
        array = np.array(value).astype(np.float64)
    except (TypeError, ValueError):
        raise ValueError(
            f"the slip {description!r} expects numbers, received {_kind(value)}."
        ) from None
    if array.shape == wanted.shape and np.allclose(array, wanted, rtol, atol):
        raise ValueError(_indistinct_slip(description))
    return array


def _indistinct_slip(description: str) -> str:
    return (
        f"the slip {description!r} gives the same value as the right answer, so this "
        "test cannot tell them apart. Choose other input, or leave the slip out."
    )


def _pairs(slips: Slips | None) -> list[tuple[str, Any]]:
    if slips is None:
        return []
    return list(slips.items() if isinstance(slips, Mapping) else slips)


# Diagnosis of arrays --------------------------------------------------------------


@dataclass
class _Comparison:
    """Two arrays of finite numbers that differ, and how to compare them."""

    got: np.ndarray
    want: np.ndarray
    rtol: float
    atol: float
    axes: Sequence[str] | None
    dtype: np.dtype

    def agrees(self, first: np.ndarray, second: np.ndarray) -> bool:
        if first.shape != second.shape:
            return False
        with np.errstate(all="ignore"):
            return bool(np.allclose(first, second, self.rtol, self.atol))

    def wrong(self) -> np.ndarray:
        return ~np.isclose(self.got, self.want, self.rtol, self.atol)

    def along(self, *axes: int) -> str:
        return _axes_words(axes, self.want.ndim, self.axes)


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def _axes_words(
    axes: Iterable[int], rank: int, names: Sequence[str] | None = None
) -> str:
    def word(axis: int) -> str:
        if names is not None and axis < len(names):
            return f"the {names[axis]} axis"
        if rank == 1:
            return "its only axis"
        ordinal = _ORDINALS[axis] if axis < len(_ORDINALS) else "a later"
        return f"the {ordinal} axis"

    return " and ".join(word(axis) for axis in axes)


def _off_by_one_words(
    got: Sequence[int], want: Sequence[int | None], names: Sequence[str] | None
) -> str:
    parts = []
    units = {1: ("value",), 2: ("row", "column")}.get(len(want))
    for axis, (length, expected) in enumerate(zip(got, want, strict=True)):
        if expected is None or length == expected:
            continue
        amount = "few" if length < expected else "many"
        if names is None and units:
            parts.append(f"one {units[axis]} too {amount}")
        else:
            parts.append(
                f"one entry too {amount} along {_axes_words([axis], len(want), names)}"
            )
    return f"has {' and '.join(parts)}: off by one in the output size."


def _diagnose(c: _Comparison) -> str:
    questions = _VALUE_DIAGNOSES if c.got.shape == c.want.shape else _SHAPE_DIAGNOSES
    with np.errstate(all="ignore"):
        for question in questions:
            found = question(c)
            if found:
                return found
    raise AssertionError("the last diagnosis always answers")


def _single_number(c: _Comparison) -> str:
    if c.got.ndim or not c.want.ndim:
        return ""
    for what, value in (("sum", c.want.sum()), ("mean", c.want.mean())):
        if c.agrees(c.got, np.asarray(value)):
            return (
                f"is a single number, the {what} of all values, where an array is "
                f"expected: the {what} runs over too many axes."
            )
    return "is a single number, where an array is expected."


def _axis_of_length_one(c: _Comparison) -> str:
    for larger, smaller, missing in ((c.want, c.got, True), (c.got, c.want, False)):
        if larger.ndim != smaller.ndim + 1:
            continue
        ones = [k for k, length in enumerate(larger.shape) if length == 1]
        fitting = [k for k in ones if np.squeeze(larger, k).shape == smaller.shape]
        if not fitting:
            continue
        axis = fitting[-1] if fitting[-1] == larger.ndim - 1 else fitting[0]
        guess = ""
        if c.axes is not None and missing:
            guess = f" ({c.axes[axis]})"
        elif larger.ndim >= 3 and axis == larger.ndim - 1:
            guess = " (the channel axis?)"
        elif larger.ndim >= 2 and axis == 0:
            guess = " (the batch axis?)"
        place = "at the end" if axis == larger.ndim - 1 else "at the front"
        if 0 < axis < larger.ndim - 1:
            place = "in the middle"
        if missing:
            return f"lacks an axis of length one {place}{guess}."
        return f"has an extra axis of length one {place}{guess}."
    return ""


def _axis_summed(c: _Comparison) -> str:
    """Detect an axis summed, averaged or maximised away, or left in."""
    ways = (("sum", np.sum), ("mean", np.mean), ("maximum", np.max))
    for axis, (word, way) in itertools.product(range(c.want.ndim), ways):
        if c.agrees(c.got, way(c.want, axis=axis)):
            return f"is the {word} over {c.along(axis)}, which should have been kept."
    for axis, (word, way) in itertools.product(range(c.got.ndim), ways):
        if c.got.size and c.agrees(way(c.got, axis=axis), c.want):
            over = _axes_words([axis], c.got.ndim)
            return f"has an axis too many: the {word} over {over} is missing."
    return ""


def _flattened(c: _Comparison) -> str:
    if c.got.size != c.want.size:
        return ""
    same = c.agrees(c.got.ravel(), c.want.ravel())
    if c.got.ndim == 1 and c.want.ndim > 1:
        return (
            "is one long row of values, where an array with more axes is expected"
            + (": it is flattened too early, or a reshape is missing." if same else ".")
        )
    if c.want.ndim == 1 and c.got.ndim > 1:
        return "still has several axes, where one long row is expected: flatten it."
    return ""


def _permuted_shape(c: _Comparison) -> str:
    if sorted(c.got.shape) != sorted(c.want.shape):
        return ""
    for order in itertools.permutations(range(c.want.ndim)):
        if c.agrees(c.got, c.want.transpose(order)):
            return _swapped_words(c, order)
    if c.agrees(c.got.ravel(), c.want.ravel()):
        return (
            "has the right values in the right order, but its axes have each other's "
            "lengths: look at the arguments of `reshape`."
        )
    return (
        "has axes of the right lengths in the wrong order: rows for columns, or "
        "height for width."
    )


def _swapped_words(c: _Comparison, order: Sequence[int]) -> str:
    if c.want.ndim == 2:
        return "is transposed: its rows and columns are swapped."
    moved = [axis for axis, source in enumerate(order) if axis != source]
    return f"has the right values with its axes swapped: {c.along(*moved)}."


def _stride_ignored(c: _Comparison) -> str:
    if c.got.ndim != c.want.ndim:
        return ""
    longer = [k for k in range(c.want.ndim) if c.got.shape[k] > c.want.shape[k]]
    shorter = [k for k in range(c.want.ndim) if c.got.shape[k] < c.want.shape[k]]
    if c.want.size and longer and not shorter:
        for step in (2, 3, 4):
            every = [
                slice(None, None, step if k in longer else 1)
                for k in range(c.want.ndim)
            ]
            if c.agrees(c.got[tuple(every)], c.want):
                return "has a value at every place: the stride is ignored."
    if c.got.size and shorter and not longer:
        for step in (2, 3, 4):
            every = [
                slice(None, None, step if k in shorter else 1)
                for k in range(c.want.ndim)
            ]
            if c.agrees(c.want[tuple(every)], c.got):
                return "leaves places out: the stride is too large, or applied twice."
    return ""


def _off_by_one(c: _Comparison) -> str:
    if c.got.ndim != c.want.ndim:
        return ""
    gaps = [abs(g - w) for g, w in zip(c.got.shape, c.want.shape, strict=True)]
    if max(gaps) > 1:
        return ""
    return _off_by_one_words(c.got.shape, c.want.shape, c.axes)


def _padding_shape(c: _Comparison) -> str:
    if c.got.ndim != c.want.ndim:
        return ""
    gaps = [g - w for g, w in zip(c.got.shape, c.want.shape, strict=True)]
    if any(gap % 2 for gap in gaps):
        return ""
    middle = tuple(
        slice(abs(gap) // 2, length - abs(gap) // 2)
        for gap, length in zip(
            gaps, np.maximum(c.got.shape, c.want.shape).tolist(), strict=True
        )
    )
    if max(gaps) <= 0 and c.got.size and c.agrees(c.got, c.want[middle]):
        return "is right in the middle but lacks its border: the padding is missing."
    if min(gaps) >= 0 and c.want.size and c.agrees(c.got[middle], c.want):
        return (
            "is right in the middle but has a border too many: it was padded where no "
            "padding is expected."
        )
    return ""


def _other_shape(c: _Comparison) -> str:
    if c.got.ndim != c.want.ndim:
        amount = "few" if c.got.ndim < c.want.ndim else "many"
        return f"has too {amount} axes."
    pairs = list(zip(c.got.shape, c.want.shape, strict=True))
    small = [k for k, (g, w) in enumerate(pairs) if g < w]
    large = [k for k, (g, w) in enumerate(pairs) if g > w]
    parts = [f"too small along {c.along(*small)}"] if small else []
    if large:
        parts.append(f"too large along {c.along(*large)}")
    return f"has the wrong shape: {' and '.join(parts)}."


_SHAPE_DIAGNOSES = (
    _single_number,
    _axis_of_length_one,
    _axis_summed,
    _flattened,
    _permuted_shape,
    _stride_ignored,
    _off_by_one,
    _padding_shape,
    _other_shape,
)


def _varied(array: np.ndarray) -> bool:
    return array.size > 1 and bool((array != array.flat[0]).any())


def _integers(c: _Comparison) -> str:
    if c.dtype.kind == "u" or c.dtype == np.int8:
        size = 2.0 ** (8 * c.dtype.itemsize)
        if (
            c.agrees(np.mod(c.got, size), np.mod(np.trunc(c.want), size))
            and ((c.want < -0.5) | (c.want >= size)).any()
        ):
            return (
                f"has wrapped round: {c.dtype.name} has no room for these numbers. "
                "Convert to float before you calculate."
            )
    for way in (np.trunc, np.floor, np.round):
        if c.agrees(c.got, way(c.want)):
            kind = (
                " It is an array of whole numbers; make it one of floats."
                if c.dtype.kind in "iu"
                else ""
            )
            return f"has lost its fractions: its numbers are whole.{kind}"
    return ""


def _constant(c: _Comparison) -> str:
    if not c.got.size or not (c.got == c.got.flat[0]).all():
        return ""
    if c.want.size == 1:
        return ""
    if c.got.flat[0] == 0:
        return "is zero everywhere: is it ever filled in?"
    if _varied(c.want):
        return "has the same value everywhere: does it depend on the input?"
    return ""


def _negated(c: _Comparison) -> str:
    return "has the wrong sign everywhere." if c.agrees(c.got, -c.want) else ""


def _permuted(c: _Comparison) -> str:
    if c.want.ndim > 4:
        return ""
    for order in itertools.permutations(range(c.want.ndim)):
        turned = c.want.transpose(order)
        if c.agrees(c.got, turned):
            return _swapped_words(c, order)
    return ""


def _reversed(c: _Comparison) -> str:
    axes = [k for k, length in enumerate(c.want.shape) if length > 1]
    for count in range(1, len(axes) + 1):
        for some in itertools.combinations(axes, count):
            if not c.agrees(c.got, np.flip(c.want, some)):
                continue
            if c.want.ndim == 1:
                return "is in reverse order."
            if count == 1:
                sort = ("upside down", "left for right") if c.want.ndim == 2 else None
                words = f" ({sort[some[0]]})" if sort else ""
                return f"is reversed along {c.along(*some)}{words}."
            return (
                f"is reversed along {c.along(*some)}, which turns it by half a turn: "
                "a kernel that looks like this has been flipped."
            )
    if c.want.ndim == 2:
        for turns in (1, 3):
            if c.agrees(c.got, np.rot90(c.want, turns)):
                return "is turned by a quarter turn: transposed and reversed."
    return ""


def _shifted(c: _Comparison) -> str:
    for axis, length in enumerate(c.want.shape):
        if length < 3:
            continue
        inner = np.moveaxis(c.got, axis, 0), np.moveaxis(c.want, axis, 0)
        for got, want, way in (
            (inner[0][1:], inner[1][:-1], "late"),
            (inner[0][:-1], inner[1][1:], "early"),
        ):
            if _varied(want) and c.agrees(got, want):
                return (
                    f"comes one place too {way} along {c.along(axis)}: off by one in "
                    "an index."
                )
    return ""


def _offset(c: _Comparison) -> str:
    gap = c.got - c.want
    if c.want.size >= 3 and c.agrees(c.got - gap.flat[0], c.want):
        return (
            "is off by the same amount everywhere: is a bias missing, or added twice?"
        )
    if c.want.ndim < 2:
        return ""
    for axis in (c.want.ndim - 1, *range(c.want.ndim - 1)):
        if c.want.shape[axis] < 2 or c.want.size < 2 * c.want.shape[axis]:
            continue
        first = [0] * c.want.ndim
        first[axis] = slice(None)
        each = np.expand_dims(
            gap[tuple(first)], [k for k in range(c.want.ndim) if k != axis]
        )
        if c.agrees(c.got - each, c.want):
            last = axis == c.want.ndim - 1
            bias = ": is the bias missing, or added twice?" if last else "."
            return f"is off by one fixed amount per entry of {c.along(axis)}{bias}"
    return ""


def _probabilities(c: _Comparison) -> str:
    """Detect what can go wrong where rows should be probabilities."""
    if not c.want.ndim or c.want.shape[-1] < 2 or (c.want < 0).any():
        return ""
    if not np.allclose(c.want.sum(axis=-1), 1.0, rtol=1e-3):
        return ""
    if c.agrees(_softmax(c.got), c.want):
        return "are scores, not probabilities: the softmax is missing."
    if c.agrees(c.got, _softmax(c.want)):
        return "has been through softmax twice."
    if np.allclose(c.got.sum(axis=-1), 1.0, rtol=1e-3):
        return ""
    for axis in range(c.want.ndim - 1):
        if np.allclose(c.got.sum(axis=axis), 1.0, rtol=1e-3):
            return f"sums to one over {c.along(axis)}, not over the last: wrong axis."
    if c.want.ndim > 1 and np.isclose(c.got.sum(), 1.0, rtol=1e-3):
        return "sums to one over everything, not over each row: an axis is missing."
    return "should sum to one over the last axis, and does not."


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def _factor(c: _Comparison) -> str:
    largest = np.unravel_index(np.argmax(np.abs(c.want)), c.want.shape)
    if c.want.size < 3 or not _varied(c.want) or c.want[largest] == 0:
        return ""
    factor = c.got[largest] / c.want[largest]
    if factor == 0 or not c.agrees(c.got, factor * c.want):
        return ""
    base = "is off by the same factor everywhere"
    for scale in (255.0, 256.0):
        if np.isclose(factor, scale, rtol=1e-3):
            return f"{base}: the pixel values are not scaled to between 0 and 1."
        if np.isclose(factor, 1 / scale, rtol=1e-3):
            return f"{base}: the pixel values are scaled down once too often."
    if np.isclose(factor, 2.0, rtol=1e-3):
        return f"{base}: it is twice as large as it should be."
    if np.isclose(factor, 0.5, rtol=1e-3):
        return f"{base}: it is half as large as it should be."
    if np.isclose(factor, np.round(factor), rtol=1e-3):
        return f"{base}: is it a sum where a mean is expected?"
    if np.isclose(1 / factor, np.round(1 / factor), rtol=1e-3):
        return f"{base}: is it a mean where a sum is expected?"
    return f"{base}."


def _cut_at_zero(c: _Comparison) -> str:
    if (c.want < 0).any():
        if c.agrees(c.got, np.maximum(c.want, 0)):
            return (
                "has zeros where negative values are expected: ReLU, or a cut at zero, "
                "is applied where it should not be."
            )
        if c.agrees(c.got, np.abs(c.want)):
            return "has lost the sign of its negative values."
    elif (c.got < -c.atol).any():
        if c.agrees(np.maximum(c.got, 0), c.want):
            return "keeps its negative values: ReLU should turn each of them into zero."
        return "has negative values, where none can be."
    return ""


def _nearly(c: _Comparison) -> str:
    scale = np.abs(c.want).max()
    if scale > 0 and np.abs(c.got - c.want).max() < 5e-3 * scale:
        return (
            "is close, but further off than rounding explains: look for a rounded "
            "constant, a small extra term or too low a precision."
        )
    return ""


def _right_in_part(c: _Comparison) -> str:
    wrong = c.wrong()
    if wrong.all() or c.want.size < 2:
        return ""
    unfilled = (c.got[wrong] == 0).all() and (c.want[wrong] != 0).all()
    for axis, length in enumerate(c.want.shape):
        others = tuple(k for k in range(c.want.ndim) if k != axis)
        bad = wrong.any(axis=others)
        if length < 2 or bad.all() or c.want.ndim == 1:
            continue
        along = c.along(axis)
        if not bad[0] and bad[1:].all():
            end = (
                ": does the loop end after its first turn?"
                if unfilled
                else ": does the loop use its index?"
            )
            return f"is right only for the first entry of {along}{end}"
        if length > 2 and bad[-1] and not bad[:-1].any():
            return (
                f"is wrong only for the last entry of {along}: a loop ends too early."
            )
        if length > 2 and bad[0] and not bad[1:].any():
            return f"is wrong only for the first entry of {along}."
    if _wrong_at_border(wrong):
        return "is right in the middle and wrong at the border: look at the padding."
    if unfilled:
        return "is zero in places that should be filled: a loop ends too early."
    if c.want.ndim == 1 and wrong.size > 2 and wrong[-1] and not wrong[:-1].any():
        return "is wrong only in its last value."
    return "is right in some places and wrong in others."


def _wrong_at_border(wrong: np.ndarray) -> bool:
    spatial = {1: [], 2: [(0, 1)], 3: [(0, 1), (1, 2)], 4: [(1, 2)]}
    for axes in spatial.get(wrong.ndim, []):
        if min(wrong.shape[k] for k in axes) < 3:
            continue
        for depth in range(1, (min(wrong.shape[k] for k in axes) + 1) // 2):
            inner = tuple(
                slice(depth, -depth) if k in axes else slice(None)
                for k in range(wrong.ndim)
            )
            if not wrong[inner].any():
                return True
    return False


def _reordered(c: _Comparison) -> str:
    if not _varied(c.want):
        return ""
    if c.agrees(np.sort(c.got, axis=None), np.sort(c.want, axis=None)):
        return (
            "has all the right values in the wrong order: look at the order of axes "
            "in a loop, a reshape or a flattening."
        )
    return ""


def _other_values(c: _Comparison) -> str:
    if c.want.size == 1:
        gap = c.got.item() - c.want.item()
        if float(c.want.item()).is_integer() and abs(gap) == 1:
            return f"is one too {'large' if gap > 0 else 'small'}."
        return f"is too {'large' if gap > 0 else 'small'}."
    return "has the right shape, but none of its values is right."


_VALUE_DIAGNOSES = (
    _integers,
    _constant,
    _negated,
    _permuted,
    _reversed,
    _shifted,
    _probabilities,
    _factor,
    _offset,
    _cut_at_zero,
    _nearly,
    _reordered,
    _right_in_part,
    _other_values,
)


# Diagnosis of exact values --------------------------------------------------------


def _first_difference(got: Any, want: Any) -> tuple[str, str] | None:
    """Return place and problem of the first difference, None where there is none."""
    if isinstance(want, np.ndarray) or (
        isinstance(got, np.ndarray) and not isinstance(want, list | tuple)
    ):
        return _array_difference(got, want)
    if isinstance(want, tuple | list):
        return _sequence_difference(got, want)
    if isinstance(want, dict):
        return _dictionary_difference(got, want)
    if isinstance(want, set):
        return _set_difference(got, want)
    if got is None or got is Ellipsis:
        words = "not filled in yet" if got is Ellipsis else "None"
        return None if got is want else ("", f"is {words}")
    problem = _kind_problem(got, want)
    if problem:
        return "", problem
    if got == want:
        return None
    return "", _scalar_problem(got, want)


def _kind_problem(got: Any, want: Any) -> str:
    if type(got) is type(want):
        return ""
    expected = _KIND_WORDS.get(type(want), _kind(want))
    if want is None:
        return f"is {_kind(got)}, where None is expected"
    hints = {
        (float, int): "; for a whole number divide with `//`, or do not divide",
        (str, int): "; remove the quotes",
        (str, float): "; remove the quotes",
        (str, bool): "; remove the quotes",
        (int, str): "; put it in quotes",
    }
    if type(want) is float and type(got) is int:
        return ""
    hint = hints.get((type(got), type(want)), "")
    return f"is {_kind(got)}, where {expected} is expected{hint}"


def _scalar_problem(got: Any, want: Any) -> str:
    if isinstance(want, str):
        if got.strip().casefold() == want.strip().casefold():
            return "differs only in capital letters or spaces"
        return "is another text than the expected one"
    if isinstance(want, bool):
        return "is the opposite of what is expected"
    if isinstance(want, int | float):
        if got == -want:
            return "has the wrong sign"
        size = "large" if got > want else "small"
        by = "one too" if abs(got - want) == 1 else "too"
        return f"is {by} {size}" if got == got else "is NaN (not a number)"
    return "is not the expected value"


def _sequence_difference(got: Any, want: Sequence[Any]) -> tuple[str, str] | None:
    if isinstance(got, np.ndarray) and got.ndim == 1:
        got = got.tolist()
    if not isinstance(got, tuple | list):
        expected = "a tuple" if isinstance(want, tuple) else "a list"
        return "", f"is {_kind(got)}, where {expected} is expected"
    if len(got) != len(want):
        gap = len(got) - len(want)
        amount = ("one entry " if abs(gap) == 1 else "") + (
            "too many" if gap > 0 else "too few"
        )
        return "", f"has {amount}" + ("" if abs(gap) == 1 else " entries")
    found = [
        (index, difference)
        for index, pair in enumerate(zip(got, want, strict=True))
        if (difference := _first_difference(*pair)) is not None
    ]
    if not found:
        return None
    received, expected = [[repr(entry) for entry in one] for one in (got, want)]
    if received[::-1] == expected:
        return "", "is in reverse order"
    if sorted(received) == sorted(expected):
        return "", "has the right entries in the wrong order"
    index, (place, problem) = found[0]
    ordinal = _ORDINALS[index] if index < len(_ORDINALS) else "a later"
    here = f"in its {ordinal} entry" if ordinal != "a later" else "in a later entry"
    return f"{here}, {place}" if place else here, problem


def _dictionary_difference(got: Any, want: dict[Any, Any]) -> tuple[str, str] | None:
    if not isinstance(got, dict):
        return "", f"is {_kind(got)}, where a dictionary is expected"
    if set(got) - set(want):
        return "", "has a key that is not expected"
    if set(want) - set(got):
        return "", "lacks a key"
    for key, value in want.items():
        difference = _first_difference(got[key], value)
        if difference is not None:
            place, problem = difference
            here = "under one of its keys"
            return f"{here}, {place}" if place else here, problem
    return None


def _set_difference(got: Any, want: set[Any]) -> tuple[str, str] | None:
    if not isinstance(got, set):
        return "", f"is {_kind(got)}, where a set is expected"
    if got == want:
        return None
    parts = ["lacks an entry"] if want - got else []
    if got - want:
        parts.append("has an entry that does not belong there")
    return "", " and ".join(parts)


def _array_difference(got: Any, want: Any) -> tuple[str, str] | None:
    if not isinstance(want, np.ndarray):
        return "", f"is an array, where {_kind(want)} is expected"
    if not isinstance(got, np.ndarray):
        try:
            got = np.array(got)
        except ValueError:
            return "", "has rows of different lengths, where an array is expected"
        if got.dtype.kind not in "biufcUS":
            return "", "is no array of plain values"
    kinds = {"b": "true and false", "i": "whole numbers", "u": "whole numbers"}
    kinds |= {"f": "numbers with fractions", "U": "text", "S": "bytes"}
    received, expected = (kinds.get(a.dtype.kind, "numbers") for a in (got, want))
    if received != expected and got.size:
        return "", f"holds {received}, where {expected} are expected"
    if got.shape == want.shape and np.array_equal(got, want):
        return None
    if want.dtype.kind not in "iuf" or not np.isfinite(got.astype(np.float64)).all():
        words = "shape" if got.shape != want.shape else "values"
        return "", f"has other {words} than expected"
    exact = _Comparison(
        got.astype(np.float64), want.astype(np.float64), 0.0, 0.0, None, got.dtype
    )
    return "", _diagnose(exact).removesuffix(".")


# Words and pictures of values -----------------------------------------------------


_KIND_WORDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    complex: "a complex number",
    str: "text",
    bytes: "bytes",
    tuple: "a tuple",
    list: "a list",
    dict: "a dictionary",
    set: "a set",
    frozenset: "a set",
    type(None): "None",
    type(Ellipsis): "`...`",
}


def _kind(value: Any) -> str:
    if type(value) is float:
        return "a number with a decimal point"
    if type(value) is bool:
        return "True or False"
    if type(value) in _KIND_WORDS:
        return _KIND_WORDS[type(value)]
    if isinstance(value, np.ndarray):
        return "an array"
    if isinstance(value, type):
        return "a class"
    if callable(value) and not hasattr(value, "__array__"):
        return "a function" if hasattr(value, "__name__") else "an object"
    return f"an object of class `{_type_name(value)}`"


def _type_name(value: Any) -> str:
    return re.sub(r"\W", "", str(type(value).__name__))[:40]


def _subject(name: str) -> str:
    first, _, _ = name.partition(" ")
    if first in ("the", "your", "a", "an", "each", "its", "this", "that"):
        return name[:1].upper() + name[1:]
    return name


def _any_length(shape: Sequence[int | None]) -> str:
    words = ["any" if length is None else str(length) for length in shape]
    return f"({', '.join(words)}{',' if len(words) == 1 else ''})"


def _first(mask: np.ndarray) -> list[int]:
    return [int(k) for k in np.argwhere(mask)[0]]


def _identical(first: np.ndarray, second: np.ndarray) -> bool:
    floats = first.dtype.kind in "fc"
    return bool(np.array_equal(first, second, equal_nan=floats))


def _short(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return ("\n" if value.ndim > 1 else "") + _show(value)
    try:
        text = repr(value)
    except Exception:
        return _kind(value)
    return text if len(text) <= 300 else text[:300] + " ..."


def _show(array: np.ndarray, digits: int = 6) -> str:
    """Return an array as aligned text; a large one by its edges."""
    options: dict[str, Any] = {
        "threshold": _WHOLE_ARRAY_SIZE,
        "edgeitems": 2,
        "max_line_width": 100,
    }
    if array.dtype.kind == "f" and array.size:
        values = array.ravel() if array.size < 10_000 else array.ravel()[:10_000]
        width = max(len(f"{value + 0.0:.{digits}g}") for value in values.tolist())
        options["formatter"] = {
            "float_kind": lambda value: f"{value + 0.0:>{width}.{digits}g}"
        }
    return np.array2string(array, **options)


def _compare(c: _Comparison) -> str:
    """Return got and wanted, side by side, where they differ first."""
    if c.got.shape != c.want.shape:
        return (
            f"shape: got {c.got.shape}, wanted {c.want.shape}\n"
            f"got:\n{_show(c.got)}\nwanted:\n{_show(c.want)}"
        )
    wrong = c.wrong()
    gap = np.abs(c.got - c.want)
    worst = [int(k) for k in np.unravel_index(np.argmax(gap), gap.shape)]
    digits = _digits(c, wrong)
    if c.want.size == 1:
        return (
            f"got:    {c.got.item():.{digits}g}\nwanted: {c.want.item():.{digits}g}"
            f"\nshape:  {c.want.shape}"
        )
    place = _neighbourhood(c.want.shape, _first(wrong))
    label = "" if place is None else f"[{', '.join(map(_slice_text, place))}]"
    part = (...,) if place is None else place
    return (
        f"shape: {c.want.shape}; {int(wrong.sum())} of {wrong.size} values differ, the "
        f"first at {_first(wrong)}\n"
        f"got{label}:\n{_show(c.got[part], digits)}\n"
        f"wanted{label}:\n{_show(c.want[part], digits)}\n"
        f"largest difference: {gap.max():.6g}, at {worst}"
    )


def _digits(c: _Comparison, wrong: np.ndarray) -> int:
    """Return enough significant digits to see the first difference."""
    index = tuple(_first(wrong))
    for digits in range(5, 16):
        if f"{c.got[index]:.{digits}g}" != f"{c.want[index]:.{digits}g}":
            return digits
    return 17


def _neighbourhood(
    shape: tuple[int, ...], index: Sequence[int]
) -> tuple[int | slice, ...] | None:
    """Return slices round `index` along the two longest axes, None for all of it."""
    if math.prod(shape) <= _WHOLE_ARRAY_SIZE:
        return None
    longest = sorted(range(len(shape)), key=lambda axis: -shape[axis])[:2]
    place: list[int | slice] = list(index)
    for axis in longest:
        start = max(0, min(index[axis] - 2, shape[axis] - 6))
        place[axis] = slice(start, min(shape[axis], start + 6))
    return tuple(place)


def _slice_text(part: int | slice) -> str:
    return f"{part.start}:{part.stop}" if isinstance(part, slice) else str(part)
