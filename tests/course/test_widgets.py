"""Interactive figures: arguments, traits, static stand-ins and exported pages."""

import base64
import io
import re

import nbformat
import numpy as np
import pytest
import traitlets
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from PIL import Image

from course import widgets
from course.widgets._interactive import STATIC, load_script, load_style, packed

PICTURE = np.arange(30).reshape(5, 6) % 7
EDGE = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
SCRIPTS = ["convolution_stepper", "filter_lab", "pipeline_explorer"]


@pytest.fixture
def network() -> dict[str, np.ndarray]:
    """Three pictures of 9 by 8 and a network for them: 7x6x2, pooled 3x3x2."""
    random = np.random.default_rng(3)
    return {
        "images": random.random((3, 9, 8)),
        "conv_kernels": random.normal(size=(3, 3, 1, 2)),
        "conv_bias": random.normal(size=2),
        "dense_weights": random.normal(size=(18, 4)),
        "dense_bias": random.normal(size=4),
        "class_names": ["car", "bus", "van", "bike"],
    }


def outputs(figure) -> list[dict]:
    """What the figure puts out when it is the last expression of a cell."""
    shell = InteractiveShell.instance()
    before = shell.display_pub
    shell.display_pub = CapturingDisplayPublisher()
    try:
        figure._ipython_display_()
        return [output["data"] for output in shell.display_pub.outputs]
    finally:
        shell.display_pub = before
        InteractiveShell.clear_instance()


class TestScripts:
    @pytest.mark.parametrize("name", SCRIPTS)
    def test_script_is_one_module_with_a_default_export(self, name):
        script = load_script(name)

        assert not re.search(r"^import ", script, re.MULTILINE)
        assert re.findall(r"^export .*", script, re.MULTILINE) == [
            "export default { render };"
        ]

    @pytest.mark.parametrize("name", SCRIPTS)
    def test_script_defines_everything_it_imports(self, name):
        script = (STATIC / f"{name}.js").read_text(encoding="utf-8")
        joined = load_script(name)
        imports = re.findall(r"^import \{([^}]*)\}", script, re.MULTILINE)
        imported = [word for names in imports for word in re.findall(r"\w+", names)]

        assert len(imported) > 8
        for word in imported:
            assert re.search(rf"^function {word}\(", joined, re.MULTILINE), word

    @pytest.mark.parametrize("text", [*map(load_script, SCRIPTS), load_style()])
    def test_nothing_is_fetched_from_elsewhere(self, text):
        assert not re.search(r"https?:|//cdn|@import|url\(|fetch\(|XMLHttp", text)

    def test_style_respects_reduced_motion_and_the_theme(self):
        style = load_style()

        assert "prefers-reduced-motion: reduce" in style
        assert "var(--jp-ui-font-color1" in style
        assert ":focus-visible" in style

    def test_arrays_travel_as_shape_and_little_endian_floats(self):
        array = np.arange(6).reshape(2, 3).T

        sent = packed(array)
        assert sent["shape"] == [3, 2]
        np.testing.assert_array_equal(
            np.frombuffer(sent["data"], "<f4").reshape(sent["shape"]), array
        )


class TestStaticStandIn:
    @pytest.fixture(params=SCRIPTS)
    def figure(self, request, network):
        return {
            "convolution_stepper": lambda: widgets.convolution_stepper(PICTURE, EDGE),
            "filter_lab": lambda: widgets.filter_lab(
                np.random.default_rng(0).random((20, 30))
            ),
            "pipeline_explorer": lambda: widgets.pipeline_explorer(**network),
        }[request.param]()

    def test_still_picture_comes_first_and_the_live_figure_second(self, figure):
        still, live = outputs(figure)

        assert "application/vnd.jupyter.widget-view+json" not in still
        view = live["application/vnd.jupyter.widget-view+json"]
        assert view["model_id"] == figure.model_id
        assert "run this cell in JupyterLab" in live["text/plain"]
        picture = Image.open(io.BytesIO(base64.b64decode(still["image/png"])))
        assert picture.width > 700

    def test_still_picture_has_alt_text_and_the_id_that_the_script_hides(self, figure):
        still, _ = outputs(figure)
        html = still["text/html"]

        assert f'<div id="{figure.fallback_id}"><img alt="' in html
        assert len(re.search(r'alt="([^"]+)"', html)[1]) > 100
        assert "as a still picture" in html
        assert f"#{figure.fallback_id}:not([hidden])" in html

    def test_two_figures_have_stand_ins_of_their_own(self, figure):
        other = widgets.convolution_stepper(PICTURE, EDGE)

        assert figure.fallback_id != other.fallback_id


class TestConvolutionStepper:
    def test_traits_hold_the_arguments(self):
        stepper = widgets.convolution_stepper(PICTURE, EDGE, stride=2, padding=1)

        assert stepper.image == PICTURE.tolist()
        assert stepper.kernel == EDGE
        assert (stepper.stride, stepper.padding, stepper.position) == (2, 1, 0)
        assert stepper.map_shape() == (3, 3)

    def test_alt_text_names_the_sum_under_the_window(self):
        stepper = widgets.convolution_stepper(PICTURE, EDGE)
        stepper.position = 6  # row 1, column 2
        _, alt = stepper.static_figure()

        wanted = (PICTURE[1:4, 2:5] * np.array(EDGE)).sum()
        assert f"The products sum to {wanted}" in alt
        assert "at row 1, column 2" in alt

    def test_alt_text_follows_the_flipped_kernel(self):
        stepper = widgets.convolution_stepper(PICTURE, EDGE)
        stepper.flip = True
        _, alt = stepper.static_figure()

        wanted = (PICTURE[:3, :3] * np.array(EDGE)[::-1, ::-1]).sum()
        assert f"sum to {wanted}" in alt

    def test_position_starts_again_when_a_stride_leaves_fewer_windows(self):
        stepper = widgets.convolution_stepper(PICTURE, EDGE)
        stepper.position = 11
        stepper.stride = 2

        assert stepper.position == 0

    @pytest.mark.parametrize(
        ("trait", "value", "message"),
        [
            ("position", 12, "12 windows from 0 to 11: received 12"),
            ("kernel", [[1, 2], [3, 4]], r"keep its shape \(3, 3\)"),
            ("kernel", [[1, 2], [3]], "all rows of one length"),
        ],
    )
    def test_traits_reject_what_does_not_fit(self, trait, value, message):
        stepper = widgets.convolution_stepper(PICTURE, EDGE)
        with pytest.raises(ValueError, match=message):
            setattr(stepper, trait, value)

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ((np.ones((9, 9)), EDGE), r"`image` has shape \(9, 9\): at most 8"),
            ((np.ones((8, 8)), np.ones((6, 6))), "`kernel` has shape"),
            ((np.ones((2, 2)), EDGE), "does not fit into `image`"),
            ((np.ones(4), EDGE), "`image` needs 2 axes"),
            ((PICTURE, EDGE, 4), "`stride` must be one of 1, 2, 3: received 4"),
            ((PICTURE, EDGE, 1, 3), "`padding` must be one of 0, 1, 2: received 3"),
            ((PICTURE, EDGE, 0), "`stride` must be at least 1"),
            ((PICTURE, EDGE, 1.5), "`stride` must be a whole number"),
        ],
    )
    def test_bad_arguments_are_named(self, arguments, message):
        with pytest.raises(ValueError, match=message):
            widgets.convolution_stepper(*arguments)

    def test_every_allowed_choice_has_a_still_picture(self):
        picture, kernel = np.ones((8, 8)), np.ones((2, 2))
        for stride in (1, 2, 3):
            for padding in (0, 1, 2):
                stepper = widgets.convolution_stepper(picture, kernel, stride, padding)
                figure, alt = stepper.static_figure()
                assert figure.axes
                assert alt


class TestFilterLab:
    @pytest.mark.parametrize("scale", [1, 255])
    def test_pixels_are_kept_in_0_to_1(self, scale):
        picture = np.linspace(0, 1, 60).reshape(6, 10)
        lab = widgets.filter_lab(picture * scale)

        np.testing.assert_allclose(lab.image, picture)

    def test_feature_map_is_what_the_filter_makes_by_hand(self):
        lab = widgets.filter_lab([[0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1]])

        np.testing.assert_allclose(lab.feature_map(), [[4, 4]])
        lab.kernel = [[1, 0, -1]] * 3
        np.testing.assert_allclose(lab.feature_map(), [[-3, -3]])
        lab.relu = True
        np.testing.assert_allclose(lab.feature_map(), [[0, 0]])

    def test_filters_are_what_their_names_say(self):
        kernels = {name: np.array(rows) for name, rows in widgets.FILTERS.items()}

        assert len(kernels) >= 7
        assert kernels["blur"].sum() == pytest.approx(1)
        assert kernels["sharpen"].sum() == 1
        assert kernels["Laplacian"].sum() == 0
        np.testing.assert_array_equal(
            kernels["vertical edges (Sobel)"], kernels["horizontal edges (Sobel)"].T
        )

    def test_alt_text_gives_filter_and_range(self):
        lab = widgets.filter_lab([[0, 0, 1, 1]] * 3)
        lab.relu = True
        _, alt = lab.static_figure()

        assert "vertical edges (Sobel) with stride 1 after ReLU" in alt
        assert "values run from 4.00 to 4.00" in alt

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ((np.zeros((300, 300)),), "3 to 256 pixels a side"),
            ((np.zeros((2, 5)),), "3 to 256 pixels a side"),
            ((np.zeros((9, 9, 3)),), "`image` needs 2 axes"),
            ((np.full((9, 9), -1),), "received -1 to -1"),
            ((np.zeros((9, 9)), "Canny"), "received 'Canny'"),
        ],
    )
    def test_bad_arguments_are_named(self, arguments, message):
        with pytest.raises(ValueError, match=message):
            widgets.filter_lab(*arguments)

    def test_kernel_must_stay_3_by_3(self):
        lab = widgets.filter_lab(np.zeros((9, 9)))
        with pytest.raises(ValueError, match="3 by 3"):
            lab.kernel = [[1]]

    def test_unknown_colours_are_rejected(self):
        lab = widgets.filter_lab(np.zeros((9, 9)))
        with pytest.raises(traitlets.TraitError, match="colours"):
            lab.colours = "rainbow"


class TestPipelineExplorer:
    def test_stages_are_the_five_steps_computed_one_number_at_a_time(self, network):
        explorer = widgets.pipeline_explorer(**network)
        explorer.picture = 2
        picture, maps, rectified, pooled, vector, probabilities = (
            explorer.stages().values()
        )

        np.testing.assert_array_equal(picture, network["images"][2])
        by_hand = network["conv_bias"][1] + sum(
            picture[4 + i, 3 + j] * network["conv_kernels"][i, j, 0, 1]
            for i in range(3)
            for j in range(3)
        )
        assert maps.shape == (7, 6, 2)
        assert maps[4, 3, 1] == pytest.approx(by_hand)
        np.testing.assert_array_equal(rectified, np.maximum(maps, 0))
        assert pooled.shape == (3, 3, 2)
        assert pooled[2, 1, 0] == rectified[4:6, 2:4, 0].max()
        assert vector[(2 * 3 + 1) * 2 + 1] == pooled[2, 1, 1]
        scores = vector @ network["dense_weights"] + network["dense_bias"]
        np.testing.assert_allclose(
            probabilities, np.exp(scores) / np.exp(scores).sum(), rtol=1e-12
        )

    def test_alt_text_names_shapes_guess_and_truth(self, network):
        explorer = widgets.pipeline_explorer(**network, labels=[3, 0, 1])
        _, alt = explorer.static_figure()
        probabilities = explorer.stages()["5 Dense, softmax"]

        assert "1 Convolution: 7 by 6 by 2; 2 ReLU: 7 by 6 by 2; 3 Pooling: 3 by" in alt
        assert f"give {network['class_names'][probabilities.argmax()]} the" in alt
        assert "The right class is bike." in alt

    def test_colour_pictures_are_taken(self):
        random = np.random.default_rng(1)
        explorer = widgets.pipeline_explorer(
            random.random((1, 6, 6, 3)),
            random.normal(size=(3, 3, 3, 1)),
            [0.5],
            random.normal(size=(4, 2)),
            [0, 0],
            ["a", "b"],
        )
        figure, _ = explorer.static_figure()

        assert explorer.stages()["1 Convolution"].shape == (4, 4, 1)
        assert figure.axes[0].images[0].get_array().shape == (6, 6, 3)

    @pytest.mark.parametrize(
        ("name", "value", "message"),
        [
            ("images", np.ones((13, 9, 8)), r"1 to 12 pictures.*\(13, 9, 8, 1\)"),
            ("images", np.full((1, 9, 8), 9), "pixels in 0 to 1: received up to 9"),
            ("images", np.ones((1, 9, 8, 3)), "expects 1 channels but `images` has 3"),
            ("images", np.ones((9, 8)), "`images` needs 3 or 4 axes"),
            ("conv_kernels", np.ones((3, 3, 1, 9)), "9 filters: at most 8"),
            ("conv_kernels", np.ones((9, 9, 1, 2)), "Nothing is left"),
            ("conv_bias", np.ones(3), "each of the 2 filters: received 3"),
            ("dense_weights", np.ones((17, 4)), "each of the 18 numbers"),
            ("dense_bias", np.ones(5), "each of the 4 classes"),
            ("class_names", ["car"], "each of the 4 panels: received 1"),
            ("labels", [0, 1], "one class from 0 to 3 for each of the 3 pictures"),
            ("labels", [0, 1, 4], r"received \[0, 1, 4\]"),
            ("pool_size", 0, "`pool_size` must be at least 1"),
        ],
    )
    def test_bad_arguments_are_named(self, network, name, value, message):
        with pytest.raises(ValueError, match=message):
            widgets.pipeline_explorer(**(network | {name: value}))

    @pytest.mark.parametrize(
        "place",
        [
            {"stage": "softmax", "index": 0},
            {"stage": "pooling", "row": 3, "column": 0, "map": 0},
            {"stage": "vector", "index": 18},
            {"stage": "relu", "index": 2},
        ],
    )
    def test_selected_must_name_a_number_that_is_there(self, network, place):
        explorer = widgets.pipeline_explorer(**network)
        with pytest.raises(ValueError, match="must name a number of a step"):
            explorer.selected = place

    def test_picture_must_be_one_of_those_given(self, network):
        explorer = widgets.pipeline_explorer(**network)
        with pytest.raises(ValueError, match="from 0 to 2: received 3"):
            explorer.picture = 3


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> str:
    """HTML that nbconvert makes of an executed notebook with a stepper."""
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_code_cell(
                "from course import widgets\n"
                "widgets.convolution_stepper([[1, 2, 3], [4, 5, 6]], [[1, -1]])"
            )
        ]
    )
    folder = tmp_path_factory.mktemp("export")
    NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=60,
        resources={"metadata": {"path": str(folder)}},
    ).execute()
    html, _ = HTMLExporter().from_notebook_node(notebook)
    return html


class TestExportedPage:
    def test_page_shows_the_still_picture(self, exported):
        assert exported.count('<img alt="Grids of numbers from left to right') == 1

    def test_page_has_no_text_in_place_of_the_live_figure(self, exported):
        view = exported.split("jupyter-widgets jp-OutputArea-output", 1)[1]
        view = view.split("</div>", 1)[0].split(">", 1)[1]
        words = re.sub(r"<script.*?</script>", "", view, flags=re.DOTALL).strip()

        assert words == ""
        assert "A Jupyter Widget" not in exported
        assert "ConvolutionStepper" not in re.sub(
            r"<script.*?</script>", "", exported, flags=re.DOTALL
        )
