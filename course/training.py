"""Train a Keras model and watch it: seeds, live curves, early stopping, a summary.

`fit` is Keras's own `model.fit` with four things around it: one seed, a display of
progress and learning curves that follows the training in JupyterLab, early stopping
that keeps the best weights, and a summary of time and parameters. In a notebook that
is run without a screen (nbconvert) the figure appears once, at the end; in a terminal,
and while answers are marked, a few lines of text take its place.

Importing this module does not import TensorFlow.
"""

from __future__ import annotations

import html
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import keras
    from matplotlib.figure import Figure

Surroundings = Literal["live", "page", "text"]

REDRAW_SECONDS = 1.0  # drawing takes a fifth of a second, and it is not training
MOST_LINES = 10


def set_seeds(seed: int) -> None:
    """Seed Python, NumPy and TensorFlow, so that a run can be repeated.

    Call it before the model is built: its first weights are random, too. On one
    computer and one version of TensorFlow the same seed gives the same curves up to
    rounding. Elsewhere sums may be taken in another order, and small differences grow
    while a network trains.

    Raises:
        ValueError: If `seed` is not a whole number from 0 to 2**32 - 1.
    """
    import keras

    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < 2**32:
        raise ValueError(
            f"`seed` must be a whole number from 0 to 2**32 - 1: received {seed!r}. "
            "Any will do, such as 8; write it down and keep it."
        )
    keras.utils.set_random_seed(seed)


@dataclass(frozen=True)
class TrainingSummary:
    """What a training measured, and what it cost.

    Attributes:
        curves: A number for each epoch, by name: `loss`, the metrics, and both again
            with `val_` before their names where there was a validation set.
        seconds: Wall-clock time of the training, without the time for drawing.
        parameters: Numbers that the model holds, those that are learned and others.
        trainable_parameters: Numbers that are learned.
        epochs_planned: The epochs that were asked for.
        best_epoch: The epoch, from 1, whose weights the model has now, where early
            stopping chose them; else the last one.
        title: What the training is called.
    """

    curves: Mapping[str, tuple[float, ...]]
    seconds: float
    parameters: int
    trainable_parameters: int
    epochs_planned: int
    best_epoch: int
    title: str = "Training"

    @property
    def history(self) -> dict[str, list[float]]:
        """Give the curves in the form of Keras's `History.history`."""
        return {name: list(curve) for name, curve in self.curves.items()}

    @property
    def epochs(self) -> int:
        """Count the epochs that were run."""
        return max((len(curve) for curve in self.curves.values()), default=0)

    @property
    def stopped_early(self) -> bool:
        """Say whether there were fewer epochs than planned."""
        return self.epochs < self.epochs_planned

    @property
    def kept(self) -> dict[str, float]:
        """Give what was measured in the epoch whose weights the model has."""
        return {
            name: curve[self.best_epoch - 1]
            for name, curve in self.curves.items()
            if len(curve) >= self.best_epoch > 0
        }

    def figure(self) -> Figure:
        """Draw the learning curves."""
        from course.plots import plot_learning_curves

        return plot_learning_curves(self.curves, self.title, self.epochs_planned)

    def describe(self) -> None:
        """Print time, parameters and the last numbers."""
        print(self)

    def __str__(self) -> str:
        early = " (stopped early)" if self.stopped_early else ""
        which = (
            "last epoch"
            if self.best_epoch == self.epochs
            else f"epoch {self.best_epoch}, whose weights are kept"
        )
        return (
            f"{self.title}: {self.epochs} of {self.epochs_planned} epochs{early} in "
            f"{format_seconds(self.seconds)}, {self.parameters:,} parameters; "
            f"{which}: {_format_numbers(self.kept)}"
        )


def fit(
    model: keras.Model,
    x: Any,
    y: Any = None,
    *,
    epochs: int,
    batch_size: int | None = 32,
    validation_data: Any = None,
    seed: int | None = None,
    patience: int | None = None,
    monitor: str = "val_loss",
    title: str = "Training",
    callbacks: Sequence[keras.callbacks.Callback] = (),
    **options: Any,
) -> TrainingSummary:
    """Train a compiled model and show how it goes.

    Args:
        model: A compiled Keras model; it is changed.
        x: Inputs, as `model.fit` takes them.
        y: Targets; None where `x` brings them along, as a `tf.data.Dataset` does.
        epochs: How often to go through the training set; the most, with `patience`.
        batch_size: Examples in each step; None where `x` comes in batches.
        validation_data: Inputs and targets to measure on after each epoch; the model
            does not learn from them.
        seed: Calls `set_seeds` first. It fixes the order of the examples; for the
            same first weights call `set_seeds` before you build the model.
        patience: Stop after so many epochs without a better `monitor`, and go back to
            the best weights; None trains to the end and keeps the last ones.
        monitor: What early stopping watches.
        title: What to call the training above its curves.
        callbacks: More Keras callbacks.
        options: More arguments for `model.fit`, such as `class_weight`.

    Returns:
        The curves, the time and the number of parameters.

    Raises:
        ValueError: If the model is not compiled, or early stopping has nothing to
            watch.
    """
    if not getattr(model, "compiled", False):
        raise ValueError(
            "The model is not compiled, so it has no loss to make smaller. Call "
            "`model.compile(optimizer=..., loss=...)` before you train."
        )
    if epochs < 1:
        raise ValueError(f"`epochs` must be at least 1: received {epochs}.")
    used = [*callbacks]
    stopping = None
    if patience is not None:
        validated = validation_data is not None or options.get("validation_split")
        if monitor.startswith("val_") and not validated:
            raise ValueError(
                f"Early stopping watches {monitor!r}, but there is no validation set. "
                "Pass `validation_data=(x, y)`, taken out of the training set and not "
                "out of the test set."
            )
        stopping = early_stopping(patience, monitor)
        used.append(stopping)
    progress = live_progress(title)
    used.append(progress)
    if seed is not None:
        set_seeds(seed)
    if batch_size is not None:
        options["batch_size"] = batch_size
    model.fit(
        x,
        y,
        epochs=epochs,
        validation_data=validation_data,
        verbose=0,
        callbacks=used,
        **options,
    )
    curves = progress.curves
    ran = max((len(curve) for curve in curves.values()), default=0)
    return TrainingSummary(
        curves=curves,
        seconds=progress.seconds,
        parameters=model.count_params(),
        trainable_parameters=count_numbers(model.trainable_variables),
        epochs_planned=epochs,
        best_epoch=ran if stopping is None else stopping.best_epoch + 1,
        title=title,
    )


def count_numbers(variables: Sequence[Any]) -> int:
    """Count the numbers in a list of variables or arrays.

    Example:
        >>> import numpy as np
        >>> count_numbers([np.zeros((3, 3, 1, 32)), np.zeros(32)])
        320
    """
    total = 0
    for variable in variables:
        size = 1
        for length in variable.shape:
            size *= int(length)
        total += size
    return total


def early_stopping(
    patience: int, monitor: str = "val_loss"
) -> keras.callbacks.EarlyStopping:
    """Make Keras's own early stopping, which goes back to the best weights.

    Args:
        patience: Epochs to wait for something better; at least 1.
        monitor: What to watch: smaller is better, unless the name ends in `accuracy`,
            `auc`, `precision` or `recall`.

    Raises:
        ValueError: If `patience` is less than 1.
    """
    import keras

    if patience < 1:
        raise ValueError(
            f"`patience` must be at least 1 epoch: received {patience}. With 0 the "
            "first epoch that is a little worse would end the training."
        )
    larger = monitor.endswith(("accuracy", "auc", "precision", "recall"))
    return keras.callbacks.EarlyStopping(
        monitor=monitor,
        patience=patience,
        mode="max" if larger else "min",
        restore_best_weights=True,
    )


def surroundings() -> Surroundings:
    """Find out what can be shown here.

    Returns:
        "live" where a screen follows along (JupyterLab says which cell it runs),
        "page" in another notebook kernel, whose outputs are put together later, and
        "text" in a terminal and while answers are marked.
    """
    from IPython import get_ipython

    shell = get_ipython()
    kernel = getattr(shell, "kernel", None)
    if kernel is None or "NBGRADER_EXECUTION" in os.environ:
        return "text"
    try:
        request = kernel.get_parent()
    except (AttributeError, LookupError):
        return "page"
    return "live" if "cellId" in (request or {}).get("metadata", {}) else "page"


def live_progress(
    title: str = "Training", where: Surroundings | None = None
) -> keras.callbacks.Callback:
    """Make a Keras callback that shows progress and learning curves.

    `fit` uses it; take it by itself for a `model.fit` of your own:
    `model.fit(x, y, epochs=5, verbose=0, callbacks=[training.live_progress()])`.
    Afterwards its `curves` and `seconds` say what came out.

    Args:
        title: What to call the training.
        where: What can be shown; found out by default, see `surroundings`.
    """
    import keras

    class LiveProgress(keras.callbacks.Callback):
        """Hands what Keras says on to a `Progress`."""

        def on_train_begin(self, logs: Any = None) -> None:  # noqa: ARG002
            self.progress = Progress(
                title=title,
                epochs=int(self.params.get("epochs") or 1),
                where=where or surroundings(),
            )

        def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:  # noqa: ARG002
            self.progress.begin_epoch(epoch)

        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:  # noqa: ARG002
            self.progress.end_batch(batch + 1, self.params.get("steps"))

        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:  # noqa: ARG002
            self.progress.end_epoch(logs or {})

        def on_train_end(self, logs: Any = None) -> None:  # noqa: ARG002
            self.progress.end()

        @property
        def curves(self) -> dict[str, tuple[float, ...]]:
            """A number for each epoch, by name."""
            return {name: tuple(curve) for name, curve in self.progress.curves.items()}

        @property
        def seconds(self) -> float:
            """Time of the training, without the time for drawing."""
            return self.progress.seconds

    return LiveProgress()


@dataclass
class Progress:
    """Shows how far a training is, and its curves; knows nothing of Keras.

    A training loop of your own calls `end_epoch` with the numbers of each epoch, and
    `end` when it is over; `end_batch` in between makes the bar move.

    Attributes:
        title: What the training is called.
        epochs: How many epochs there are to be.
        where: What can be shown, see `surroundings`.
        clock: Gives the time in seconds.
        curves: What was measured so far, by name.
        seconds: Time so far, without the time for drawing.
    """

    title: str
    epochs: int
    where: Surroundings = field(default_factory=surroundings)
    clock: Callable[[], float] = time.perf_counter
    curves: dict[str, list[float]] = field(default_factory=dict)
    seconds: float = 0.0

    def __post_init__(self) -> None:
        self._started = self._shown_at = self._drawn_at = self.clock()
        self._drawing = 0.0
        self._epoch = 0
        self._share = 0.0
        self._handle: Any = None
        self._picture: dict[str, str] | None = None
        self._drawn_epochs = 0
        self._lines = 0
        if self.where == "live":
            self._show()

    def begin_epoch(self, epoch: int) -> None:
        """Note that epoch number `epoch`, counted from 0, starts."""
        self._epoch, self._share = epoch, 0.0

    def end_batch(self, done: int, steps: int | None) -> None:
        """Note that `done` of `steps` batches of this epoch are through."""
        if self.where != "live" or not steps:
            return
        self._share = min(done / steps, 1.0)
        if self.clock() - self._shown_at >= REDRAW_SECONDS:
            self._show()

    def end_epoch(self, numbers: Mapping[str, float]) -> None:
        """Take in what was measured after an epoch."""
        for name, value in numbers.items():
            if name != "learning_rate":
                self.curves.setdefault(name, []).append(float(value))
        self._epoch, self._share = self._epoch + 1, 0.0
        self._count_time()
        if self.where == "text":
            self._print_epoch()
        elif self.where == "live" and (
            self._picture is None or self.clock() - self._drawn_at >= REDRAW_SECONDS
        ):
            self._draw()
            self._show()

    def end(self) -> None:
        """Show the curves for good."""
        self._count_time()
        if self.where == "text" or not self.curves:
            return
        if self._drawn_epochs != self._ran:
            self._draw()
        self._show(over=True)

    @property
    def _ran(self) -> int:
        return max((len(curve) for curve in self.curves.values()), default=0)

    def _count_time(self) -> None:
        self.seconds = self.clock() - self._started - self._drawing

    def _draw(self) -> None:
        from course.plots import describe_curves, image_bundle, plot_learning_curves

        begun = self.clock()
        figure = plot_learning_curves(self.curves, self.title, self.epochs)
        self._picture = image_bundle(figure, alt=describe_curves(self.curves))
        self._drawn_epochs = self._ran
        self._drawn_at = self.clock()
        self._drawing += self._drawn_at - begun

    def _show(self, over: bool = False) -> None:
        from IPython.display import display

        words = self._words(over)
        picture = self._picture or {}
        bundle = {
            **picture,
            "text/html": self._html(words, over) + picture.get("text/html", ""),
            "text/plain": " ".join([words, picture.get("text/plain", "")]).strip(),
        }
        if self._handle is None:
            self._handle = display(bundle, raw=True, display_id=True)
        else:
            self._handle.update(bundle, raw=True)
        self._shown_at = self.clock()

    def _words(self, over: bool) -> str:
        if over:
            early = ", stopped early" if self._ran < self.epochs else ""
            return (
                f"{self.title}: {self._ran} of {self.epochs} epochs in "
                f"{format_seconds(self.seconds)}{early}."
            )
        done = self._epoch + self._share
        elapsed = self.clock() - self._started
        left = ""
        if done > 0 and elapsed > 2:
            rest = elapsed / done * (self.epochs - done)
            left = f", about {format_seconds(max(rest, 1))} left"
        running = min(self._epoch + 1, self.epochs)
        return f"{self.title}: epoch {running} of {self.epochs}{left}."

    def _html(self, words: str, over: bool) -> str:
        line = f"<div>{html.escape(words)}</div>"
        if over:
            return line
        done = self._epoch + self._share
        return (
            f'{line}<progress aria-label="{html.escape(self.title)}" '
            f'max="{self.epochs}" value="{done:.2f}" style="width:100%"></progress>'
        )

    def _print_epoch(self) -> None:
        ran = self._ran
        every = -(-self.epochs // MOST_LINES)
        if ran == 1 or ran % every == 0 or ran == self.epochs:
            last = {name: curve[-1] for name, curve in self.curves.items()}
            print(f"epoch {ran} of {self.epochs}: {_format_numbers(last)}")


def _format_numbers(values: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.4g}" for name, value in values.items())


def format_seconds(seconds: float) -> str:
    """Write a time as a person would say it.

    Example:
        >>> format_seconds(3.21), format_seconds(48.4), format_seconds(125)
        ('3.2 s', '48 s', '2 min 5 s')
    """
    if seconds < 10:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
