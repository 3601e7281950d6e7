"""What holds for the whole package: examples, imports, names."""

import doctest
import importlib
import inspect
import subprocess
import sys

import pytest

import course.reference

MODULES = ["convolution", "pooling", "dense", "recurrent", "lstm", "gru"]


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples_run(tf, name):
    module = importlib.import_module(f"course.reference.{name}")
    result = doctest.testmod(module)
    assert result.attempted >= 3
    assert result.failed == 0


def test_import_does_not_import_tensorflow():
    program = (
        "import sys, course.reference as reference\n"
        "reference.forward_steps\n"
        "reference.conv2d([[[[1.0]]]], [[[[2.0]]]])\n"
        "sys.exit(any(m in sys.modules for m in ('tensorflow', 'keras')))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert done.returncode == 0


def test_public_names_exist_and_are_documented():
    for name in course.reference.__all__:
        value = getattr(course.reference, name)
        if inspect.isfunction(value):
            assert "Args:" in value.__doc__, name
            assert "Returns:" in value.__doc__, name


def test_every_layer_has_both_forms():
    names = set(course.reference.__all__)
    numpy_forms = {
        "average_pool2d",
        "conv2d",
        "cross_entropy",
        "dense",
        "flatten",
        "forward",
        "global_average_pool2d",
        "gru",
        "gru_step",
        "lstm",
        "lstm_step",
        "max_pool2d",
        "one_hot",
        "relu",
        "simple_rnn",
        "simple_rnn_step",
        "softmax",
    }
    assert numpy_forms <= names
    assert {f"{name}_tensorflow" for name in numpy_forms} <= names
    for name in numpy_forms:
        form = inspect.signature(getattr(course.reference, name))
        twin = inspect.signature(getattr(course.reference, f"{name}_tensorflow"))
        assert list(form.parameters) == list(twin.parameters), name
