"""Take a scenario apart: its axes, the question asked of it, type and shapes."""

from types import MappingProxyType
from typing import Any

import traitlets
from matplotlib.figure import Figure

from course.plots import plot_step_types
from course.widgets._interactive import InteractiveFigure, load_script

UNITS = 32
"""Units of each recurrent layer in the code that the figure shows."""

# A question: what is asked, the type, how many numbers each answer has, what they are,
# and, where the answers are a series of their own, how many steps it has.
SCENARIOS = MappingProxyType(
    {
        "wheel speeds": {
            "arrives": "speeds of the four wheels, 50 times a second",
            "rate": 50,
            "step": "moments",
            "each": [4],
            "meaning": "four speeds",
            "shuffle": "Shuffle the moments, and braking looks like driving off.",
            "questions": {
                "is a tyre losing pressure?": ["many to one", 1, "probability", 0],
                "how slippery is it, at each moment?": ["aligned", 1, "grip", 0],
                "how will the speeds go on for a second?": [
                    "encoder-decoder",
                    4,
                    "speeds",
                    50,
                ],
            },
        },
        "parking camera": {
            "arrives": "one colour picture of a car park, seen from above",
            "rate": 0,
            "step": "",
            "each": [96, 128, 3],
            "meaning": "rows, columns and colours",
            "shuffle": "Shuffle rows or columns, and no car is left to be seen.",
            "questions": {
                "how many spaces are free?": ["one to one", 1, "number", 0],
                "what should the driver be told, word by word?": [
                    "one to many",
                    3000,
                    "scores, one for each word that the car can say",
                    12,
                ],
            },
        },
        "cabin microphone": {
            "arrives": "spectra of the sound in the cabin, 100 a second",
            "rate": 100,
            "step": "spectra",
            "each": [40],
            "meaning": "loudness of 40 pitches",
            "shuffle": "Shuffle the spectra, and words turn into noise.",
            "questions": {
                "is it speech, music or a siren?": [
                    "many to one",
                    3,
                    "probabilities",
                    0,
                ],
                "does somebody speak, at each spectrum?": [
                    "aligned",
                    1,
                    "probability",
                    0,
                ],
                "what was said, letter by letter?": [
                    "encoder-decoder",
                    30,
                    "scores, one for each letter",
                    60,
                ],
            },
        },
        "workshop record": {
            "arrives": "one row about a car: mileage, age, engine, past repairs",
            "rate": 0,
            "step": "",
            "each": [9],
            "meaning": "nine columns",
            "shuffle": "Swap two columns, in all rows alike: nothing is lost.",
            "questions": {
                "how many hours will the service take?": ["one to one", 1, "hours", 0],
                "which jobs, one after the other?": [
                    "one to many",
                    80,
                    "scores, one for each job",
                    10,
                ],
            },
        },
        "rear-view film": {
            "arrives": "pictures behind the car, 10 a second",
            "rate": 10,
            "step": "pictures",
            "each": [72, 128, 3],
            "meaning": "rows, columns and colours",
            "shuffle": "Shuffle the pictures, and gaining looks like falling back.",
            "questions": {
                "was somebody tailgating?": ["many to one", 1, "probability", 0],
                "how far away is the car behind, at each picture?": [
                    "aligned",
                    1,
                    "metres",
                    0,
                ],
            },
        },
    }
)


def scenario_explorer(scenario: str = "wheel speeds") -> "ScenarioExplorer":
    """Take a scenario apart into axes, question, type, shapes and layers.

    The same data give another type with another question; a control changes how long
    the recording is, and the shapes follow.

    Args:
        scenario: The scenario to start with, one of `SCENARIOS`.

    Raises:
        ValueError: If there is no such scenario.
    """
    if scenario not in SCENARIOS:
        raise ValueError(
            f"`scenario` must be one of {list(SCENARIOS)}: received {scenario!r}."
        )
    return ScenarioExplorer(
        scenario=scenario, question=next(iter(SCENARIOS[scenario]["questions"]))
    )


class ScenarioExplorer(InteractiveFigure):
    """The scenario, the question asked of it, and the length of the recording."""

    scenarios = traitlets.Dict(dict(SCENARIOS)).tag(sync=True)
    scenario = traitlets.Unicode().tag(sync=True)
    question = traitlets.Unicode().tag(sync=True)
    seconds = traitlets.Int(4, min=1, max=20).tag(sync=True)
    units = traitlets.Int(UNITS).tag(sync=True)

    _esm = load_script("scenario_explorer")
    _title = "Scenario explorer"

    @traitlets.validate("scenario")
    def _check_scenario(self, proposal: Any) -> str:
        if proposal["value"] not in SCENARIOS:
            raise ValueError(
                f"`scenario` must be one of {list(SCENARIOS)}: received "
                f"{proposal['value']!r}."
            )
        return proposal["value"]

    @traitlets.validate("question")
    def _check_question(self, proposal: Any) -> str:
        questions = [q for s in SCENARIOS.values() for q in s["questions"]]
        if proposal["value"] not in questions:
            raise ValueError(
                f"`question` must be one of {questions}: received "
                f"{proposal['value']!r}."
            )
        return proposal["value"]

    def answer(self) -> dict[str, Any]:
        """Work out type, shapes and layers, without the batch axis.

        A question that belongs to another scenario gives way to the first one of this.
        """
        scene = SCENARIOS[self.scenario]
        questions = scene["questions"]
        kind, size, _, steps_out = questions.get(
            self.question, next(iter(questions.values()))
        )
        steps_in = scene["rate"] * self.seconds
        inputs = [steps_in, *scene["each"]] if steps_in else list(scene["each"])
        steps = steps_in if kind == "aligned" else steps_out
        return {
            "type": kind,
            "input": inputs,
            "output": [steps, size] if steps else [size],
            "return_sequences": kind in ("one to many", "aligned", "encoder-decoder"),
            "layers": self._layers(kind, size, steps_out, scene["each"]),
        }

    def _layers(
        self, kind: str, size: int, steps_out: int, each: list[int]
    ) -> list[str]:
        lines = []
        if len(each) == 3:
            cnn = "convolutions, pooling, Flatten()"
            in_film = kind in ("many to one", "aligned", "encoder-decoder")
            lines.append(f"at each picture: {cnn}" if in_film else cnn)
        every = f"GRU({self.units}, return_sequences=True)"
        last = f"GRU({self.units})"
        repeat = f"RepeatVector({steps_out})"
        lines += {
            "one to one": [f'Dense({self.units}, activation="relu")'],
            "one to many": [repeat, every],
            "many to one": [last],
            "aligned": [every],
            "encoder-decoder": [last, repeat, every],
        }[kind]
        return [*lines, f"Dense({size})"]

    def static_figure(self) -> tuple[Figure, str]:
        """Draw the five types, with that of the scenario standing out."""
        found = self.answer()
        scene = SCENARIOS[self.scenario]
        alt = (
            "The five types of network by steps in and steps out, with one of them "
            f"framed: {found['type']}, for {scene['arrives']}, and the question "
            f"{self.question} Input shape {tuple(found['input'])}, output shape "
            f"{tuple(found['output'])}; layers: {', '.join(found['layers'])}."
        )
        return plot_step_types(found["type"]), alt
