"""A learner's network as it is before any training."""

from typing import Any

from course.checks._failure import CheckFailed

#: Numbers in one list of a configuration: sizes and axes are few, and whole.
_MOST_NUMBERS = 8
_MOST_FRACTIONS = 2


def fresh_copy(model: Any) -> Any:
    """Return a network like this one, compiled alike, with newly drawn weights.

    A test that trains a learner's network trains this copy, so that what counts is what
    the network learns in the test.

    Args:
        model: A built Keras model of Keras's own layers.

    Raises:
        CheckFailed: If weights are written into its layers' settings.
    """
    import keras

    if _holds_weights(model.get_config()):
        raise CheckFailed(
            "Weights are written into the settings of a layer. Leave the first weights "
            "to Keras's initialisers: the test trains the network from the start."
        )
    copy = keras.models.clone_model(model)
    if model.compiled:
        copy.compile_from_config(model.get_compile_config())
    return copy


def _holds_weights(config: Any) -> bool:
    if isinstance(config, dict):
        # A layer with many inputs is built with as many shapes.
        return any(
            _holds_weights(value)
            for key, value in config.items()
            if key != "build_config"
        )
    if isinstance(config, list | tuple):
        numbers = _numbers(config)
        fractions = [number for number in numbers if number != int(number)]
        return (
            len(numbers) > _MOST_NUMBERS
            or len(fractions) > _MOST_FRACTIONS
            or any(_holds_weights(value) for value in config)
        )
    return hasattr(config, "tolist") and _holds_weights(config.tolist())


def _numbers(values: Any) -> list[float]:
    """The numbers in a list and the lists in it."""
    if isinstance(values, list | tuple):
        return [number for value in values for number in _numbers(value)]
    return [values] if type(values) in (int, float) else []
