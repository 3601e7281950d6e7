"""Training is shown, stopped, timed and repeated as promised."""

import io
import subprocess
import sys
from contextlib import redirect_stderr

import numpy as np
import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

from course import training
from course.training import Progress, format_seconds

CURVES = {"loss": [0.9, 0.5, 0.4], "val_loss": [0.8, 0.6, 0.7]}


@pytest.fixture
def displays(monkeypatch):
    """Collect what is displayed, first displays and updates alike."""
    shell = InteractiveShell.instance()
    publisher = CapturingDisplayPublisher()
    monkeypatch.setattr(shell, "display_pub", publisher)
    yield publisher.outputs
    InteractiveShell.clear_instance()


@pytest.fixture
def examples():
    rng = np.random.default_rng(3)
    x = rng.normal(size=(64, 4)).astype("float32")
    return x, (x @ [1, -2, 0.5, 3] > 0).astype("int32")


def small_model(rate: float = 0.05):
    import keras

    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(8, activation="relu"),
            keras.layers.BatchNormalization(),
            keras.layers.Dense(2),
        ]
    )
    model.compile(
        keras.optimizers.Adam(rate),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


def test_importing_does_not_import_tensorflow():
    code = (
        "import course.training, sys; print({'tensorflow', 'keras'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.stdout.strip() == "set()", ran.stderr


def test_fit_gives_curves_time_and_parameters(examples):
    x, y = examples
    summary = training.fit(
        small_model(), x, y, epochs=3, batch_size=16, validation_data=(x, y), seed=1
    )
    assert set(summary.curves) == {"loss", "accuracy", "val_loss", "val_accuracy"}
    assert all(len(curve) == 3 for curve in summary.curves.values())
    assert summary.history["loss"] == list(summary.curves["loss"])
    assert summary.parameters == (4 * 8 + 8) + 4 * 8 + (8 * 2 + 2)
    assert summary.trainable_parameters == summary.parameters - 2 * 8
    assert summary.epochs == summary.best_epoch == 3
    assert not summary.stopped_early
    assert 0 < summary.seconds < 60


def test_same_seed_gives_the_same_training(examples):
    x, y = examples

    def run(seed):
        training.set_seeds(seed)
        model = small_model()
        return training.fit(model, x, y, epochs=3, batch_size=8, seed=seed).curves

    first, again, other = run(5), run(5), run(6)
    np.testing.assert_allclose(first["loss"], again["loss"], rtol=1e-4)
    assert not np.allclose(first["loss"], other["loss"], rtol=1e-3)


def test_early_stopping_goes_back_to_the_best_weights(examples):
    x, y = examples
    model = small_model(rate=0.3)
    opposite = 1 - y  # what is learned makes these worse
    summary = training.fit(
        model, x, y, epochs=30, validation_data=(x, opposite), patience=2, seed=1
    )
    curve = summary.curves["val_loss"]
    assert summary.stopped_early
    assert summary.epochs == summary.best_epoch + 2
    assert summary.best_epoch == int(np.argmin(curve)) + 1
    loss = model.evaluate(x, opposite, verbose=0)[0]
    assert loss == pytest.approx(min(curve), rel=1e-3)
    assert summary.kept["val_loss"] == min(curve)
    assert "whose weights are kept" in str(summary)


def test_early_stopping_watches_the_right_direction():
    assert training.early_stopping(2).mode == "min"
    assert training.early_stopping(2, "val_accuracy").mode == "max"
    assert training.early_stopping(2, "val_mae").restore_best_weights


def test_early_stopping_needs_a_validation_set(examples):
    with pytest.raises(ValueError, match="there is no validation set"):
        training.fit(small_model(), *examples, epochs=2, patience=1)


def test_early_stopping_needs_patience():
    with pytest.raises(ValueError, match="at least 1 epoch: received 0"):
        training.early_stopping(0)


def test_uncompiled_model_is_refused(examples):
    import keras

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    with pytest.raises(ValueError, match="not compiled"):
        training.fit(model, *examples, epochs=1)


@pytest.mark.parametrize("seed", [-1, 2**32, 1.5, "8", True])
def test_odd_seeds_are_refused(seed):
    with pytest.raises(ValueError, match="whole number from 0"):
        training.set_seeds(seed)


def test_terminal_gets_few_lines_and_nothing_on_stderr(examples, capsys, monkeypatch):
    monkeypatch.setattr(training, "surroundings", lambda: "text")
    errors = io.StringIO()
    with redirect_stderr(errors):
        training.fit(small_model(), *examples, epochs=25, batch_size=64)
    printed = capsys.readouterr()
    lines = printed.out.splitlines()
    assert len(lines) <= training.MOST_LINES + 1
    assert lines[0].startswith("epoch 1 of 25: ")
    assert lines[-1].startswith("epoch 25 of 25: ")
    assert "loss" in lines[-1]
    assert "accuracy" in lines[-1]
    assert printed.err + errors.getvalue() == ""


def test_page_gets_one_figure_at_the_end(displays, capsys):
    progress = Progress("Shirts", epochs=3, where="page")
    for loss, other in zip(*CURVES.values(), strict=True):
        progress.end_epoch({"loss": loss, "val_loss": other})
        assert not displays
    progress.end()
    (shown,) = displays
    assert (
        'alt="Line plot against the epoch, 1 to 3. Loss: training from 0.9 to 0.4'
        in (shown["data"]["text/html"])
    )
    assert "(lowest in epoch 2)" in shown["data"]["text/html"]
    assert shown["data"]["text/plain"].startswith("Shirts: 3 of 3 epochs in ")
    assert capsys.readouterr() == ("", "")


def test_live_display_is_one_that_is_updated(displays):
    now = iter(np.arange(0, 1000, 0.7))
    progress = Progress(
        "Shirts", epochs=2, where="live", clock=lambda: float(next(now))
    )
    for epoch in range(2):
        progress.begin_epoch(epoch)
        for batch in range(4):
            progress.end_batch(batch + 1, 4)
        progress.end_epoch({"loss": 1.0 / (epoch + 1)})
    progress.end()
    names = {shown["transient"]["display_id"] for shown in displays}
    assert len(names) == 1
    assert [shown.get("update", False) for shown in displays] == [
        False,
        *[True] * (len(displays) - 1),
    ]
    htmls = [shown["data"]["text/html"] for shown in displays]
    assert 'max="2" value="0.00"' in htmls[0]
    assert "<img" not in htmls[0]
    assert any("value=" in one and "<img" in one for one in htmls[1:-1])
    assert "<progress" not in htmls[-1]
    assert "2 of 2 epochs" in htmls[-1]


def test_live_display_does_not_redraw_more_than_once_a_second(displays):
    now = iter(np.arange(0, 1000, 0.001))
    progress = Progress("Fast", epochs=50, where="live", clock=lambda: float(next(now)))
    for epoch in range(50):
        progress.begin_epoch(epoch)
        progress.end_batch(1, 1)
        progress.end_epoch({"loss": 1.0})
    progress.end()
    assert len(displays) <= 3
    assert "50 of 50 epochs" in displays[-1]["data"]["text/plain"]


def test_drawing_does_not_count_as_training(displays, monkeypatch):
    time = [0.0]
    from course import plots

    def slow(*_args, **_named):
        time[0] += 100
        return {"text/html": "<img>", "text/plain": ""}

    monkeypatch.setattr(plots, "image_bundle", slow)
    progress = Progress("Slow", epochs=2, where="live", clock=lambda: time[0])
    for _ in range(2):
        time[0] += 4
        progress.end_epoch({"loss": 1.0})
    progress.end()
    assert progress.seconds == pytest.approx(8)


def test_title_cannot_break_the_page(displays):
    Progress("<b>", epochs=1, where="live")
    assert "<b>" not in displays[0]["data"]["text/html"]


def test_text_is_what_surrounds_a_plain_interpreter():
    assert training.surroundings() == "text"


@pytest.mark.parametrize(
    ("metadata", "found"), [({"cellId": "a"}, "live"), ({}, "page")]
)
def test_jupyterlab_is_told_from_nbconvert(metadata, found, monkeypatch):
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)

    class Kernel:
        def get_parent(self):
            return {"metadata": metadata}

    class Shell:
        kernel = Kernel()

    import IPython

    monkeypatch.setattr(IPython, "get_ipython", lambda: Shell())
    assert training.surroundings() == found
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert training.surroundings() == "text"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.04, "0.0 s"), (9.94, "9.9 s"), (59.4, "59 s"), (61, "1 min 1 s")],
)
def test_seconds_are_written_as_a_person_would(seconds, words):
    assert format_seconds(seconds) == words
    assert format_seconds(7260) == "2 h 1 min"
