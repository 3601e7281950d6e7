"""Alarm explorer and scenario explorer: arguments, traits, numbers, stand-ins."""

import re

import keras
import numpy as np
import pytest
import traitlets

from course import widgets
from course.widgets._interactive import STATIC, load_script

SCRIPTS = ["alarm_explorer", "scenario_explorer"]
SCORES = np.array([0.05, 0.2, 0.3, 0.45, 0.5, 0.55, 0.7, 0.95])
LABELS = np.array([0, 0, 1, 0, 1, 0, 1, 1])


@pytest.mark.parametrize("name", SCRIPTS)
class TestScripts:
    def test_script_is_one_module_with_a_default_export(self, name):
        script = load_script(name)

        assert not re.search(r"^import ", script, re.MULTILINE)
        assert re.findall(r"^export .*", script, re.MULTILINE) == [
            "export default { render };"
        ]

    def test_script_defines_everything_it_imports_once(self, name):
        script = (STATIC / f"{name}.js").read_text(encoding="utf-8")
        joined = load_script(name)
        imports = re.findall(r"^import \{([^}]*)\}", script, re.MULTILINE)
        imported = [word for names in imports for word in re.findall(r"\w+", names)]
        defined = re.findall(r"^(?:function|const|let) (\w+)", joined, re.MULTILINE)

        assert set(imported) <= set(defined)
        assert len(defined) == len(set(defined))

    def test_nothing_is_fetched_from_elsewhere(self, name):
        text = load_script(name)
        assert not re.search(r"https?:|//cdn|@import|url\(|fetch\(|XMLHttp", text)


class TestAlarmExplorer:
    @pytest.fixture
    def explorer(self):
        return widgets.alarm_explorer(SCORES, LABELS, names=("ham", "spam"))

    def test_counts_are_those_of_the_scores_above_the_threshold(self, explorer):
        assert explorer.counts() == {
            "caught": 2,
            "missed": 2,
            "false_alarms": 1,
            "quiet": 3,
        }
        explorer.threshold = 0.25
        assert explorer.counts() == {
            "caught": 4,
            "missed": 0,
            "false_alarms": 2,
            "quiet": 2,
        }

    def test_report_at_the_rarity_of_the_cases_counts_them(self, explorer):
        assert explorer.report() == pytest.approx(
            {
                "base_rate": 1 / 2,
                "recall": 2 / 4,
                "precision": 2 / 3,
                "accuracy": 5 / 8,
                "never": 1 / 2,
            }
        )

    def test_rarer_cases_leave_recall_and_lower_precision(self, explorer):
        explorer.rarity = 1_000
        report = explorer.report()
        assert report["recall"] == 0.5
        # Of 1,000 cases one is real and caught half the time; 999 / 4 false alarms.
        assert report["precision"] == pytest.approx(0.5 / (0.5 + 999 / 4))
        assert report["never"] == pytest.approx(0.999)

    def test_without_alarms_precision_is_0(self, explorer):
        explorer.threshold = 1.0
        assert explorer.report()["precision"] == 0
        assert explorer.report()["recall"] == 0

    @pytest.mark.parametrize("threshold", [-0.1, 1.5])
    def test_threshold_outside_is_refused(self, explorer, threshold):
        with pytest.raises(ValueError, match="from 0 to 1"):
            explorer.threshold = threshold

    def test_unknown_rarity_is_refused(self, explorer):
        with pytest.raises(ValueError, match="must be one of"):
            explorer.rarity = 7

    @pytest.mark.parametrize(
        ("scores", "labels", "words"),
        [
            ([0.1, 0.2], [1], "for each of the 2 scores"),
            ([0.1, 0.2], [1, 1], "both must occur"),
            ([0.1, 0.2], [0, 2], "must hold a 0 or a 1"),
            ([0.1, 1.2], [0, 1], "between 0 and 1"),
        ],
    )
    def test_unfit_arguments_are_refused(self, scores, labels, words):
        with pytest.raises(ValueError, match=words):
            widgets.alarm_explorer(scores, labels)

    def test_one_name_is_refused(self):
        with pytest.raises(ValueError, match="two names"):
            widgets.alarm_explorer(SCORES, LABELS, names=("spam",))

    def test_still_picture_says_the_numbers(self, explorer):
        figure, alt = explorer.static_figure()
        assert len(figure.axes) == 2
        assert "catches 2 and misses 2, with 1 false alarms" in alt
        assert "recall 50.0%, precision 66.7%" in alt


EVERY_QUESTION = [
    (name, question)
    for name, scene in widgets.SCENARIOS.items()
    for question in scene["questions"]
]


class TestScenarioExplorer:
    def test_questions_of_all_scenarios_differ(self):
        questions = [question for _, question in EVERY_QUESTION]
        assert len(questions) == len(set(questions)) >= 10

    def test_every_type_occurs(self):
        kinds = {
            scene["questions"][question][0]
            for scene in widgets.SCENARIOS.values()
            for question in scene["questions"]
        }
        assert len(kinds) == 5

    @pytest.mark.parametrize(("scenario", "question"), EVERY_QUESTION)
    def test_keras_agrees_with_the_shapes(self, scenario, question):
        explorer = widgets.scenario_explorer(scenario)
        explorer.question = question
        explorer.seconds = 2
        found = explorer.answer()
        layers = [keras.Input(found["input"])]
        for text in found["layers"]:
            if "Flatten" in text:
                flat = keras.layers.Flatten()
                layers.append(
                    keras.layers.TimeDistributed(flat) if "each" in text else flat
                )
            else:
                layers.append(eval(f"keras.layers.{text}", {"keras": keras}))
        network = keras.Sequential(layers)

        assert list(network.output_shape[1:]) == found["output"]
        recurrent = [one for one in layers if isinstance(one, keras.layers.GRU)]
        assert found["return_sequences"] == bool(
            recurrent and recurrent[-1].return_sequences
        )

    def test_length_of_the_recording_changes_the_steps(self):
        explorer = widgets.scenario_explorer("wheel speeds")
        explorer.question = "how slippery is it, at each moment?"
        explorer.seconds = 3
        assert explorer.answer()["input"] == [150, 4]
        assert explorer.answer()["output"] == [150, 1]

    def test_question_of_another_scenario_gives_way(self):
        explorer = widgets.scenario_explorer("parking camera")
        explorer.question = "was somebody tailgating?"
        assert explorer.answer()["type"] == "one to one"

    @pytest.mark.parametrize(
        ("trait", "value"), [("scenario", "moon"), ("question", "why?")]
    )
    def test_unknown_names_are_refused(self, trait, value):
        explorer = widgets.scenario_explorer()
        with pytest.raises(ValueError, match="must be one of"):
            setattr(explorer, trait, value)

    def test_recording_of_an_hour_is_refused(self):
        explorer = widgets.scenario_explorer()
        with pytest.raises(traitlets.TraitError):
            explorer.seconds = 3600

    def test_unknown_scenario_is_refused(self):
        with pytest.raises(ValueError, match="must be one of"):
            widgets.scenario_explorer("moon")

    def test_still_picture_says_type_and_shapes(self):
        _, alt = widgets.scenario_explorer("cabin microphone").static_figure()
        assert "framed: many to one" in alt
        assert "Input shape (400, 40), output shape (3,)" in alt
