"""Figures say what they should: data, words, colours, alternative text."""

import base64
import io
import re
import subprocess
import sys

import numpy as np
import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle
from matplotlib.text import Text
from PIL import Image

from course import plots
from course.plots._style import by, contrast_ratio, ink_on, number

EIGHT = np.array(
    [[0, 0, 1, 1, 0, 0], [0, 1, 0, 0, 1, 0]] * 2 + [[0, 0, 1, 1, 0, 0]], dtype=float
)
PICTURE = np.array(
    [
        [1, 1, 1, 0, 0],
        [0, 1, 1, 1, 0],
        [0, 0, 1, 1, 1],
        [0, 0, 1, 1, 0],
        [0, 1, 1, 0, 0],
    ],
    dtype=float,
)
CROSS = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]], dtype=float)
EDGE = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]], dtype=float)
FASHION = [
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Boot",
]


@pytest.fixture
def random() -> np.random.Generator:
    return np.random.default_rng(7)


@pytest.fixture
def stages(random) -> dict[str, np.ndarray]:
    maps = random.normal(size=(10, 10, 3))
    scores = np.exp(random.normal(size=10))
    return {
        "picture": random.random((12, 12)),
        "convolution": maps,
        "ReLU": np.maximum(maps, 0),
        "flatten": np.maximum(maps, 0).reshape(-1),
        "dense": scores / scores.sum(),
    }


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


def cell_texts(axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


def image_data(axes) -> np.ndarray:
    return np.asarray(axes.images[0].get_array())


def titled(figure: Figure, title: str):
    """Find the axes with this title."""
    (axes,) = [
        axes
        for axes in figure.axes
        if title in (axes.get_title(), axes.get_title(loc="left"))
    ]
    return axes


def png(figure: Figure) -> Image.Image:
    encoded = plots.image_bundle(figure, alt="x")["image/png"]
    return Image.open(io.BytesIO(base64.b64decode(encoded)))


def shown(figure: Figure, alt: str) -> dict[str, str]:
    """What `show` puts out in a notebook."""
    shell = InteractiveShell.instance()
    before = shell.display_pub
    shell.display_pub = CapturingDisplayPublisher()
    try:
        plots.show(figure, alt=alt)
        (output,) = shell.display_pub.outputs
    finally:
        shell.display_pub = before
        InteractiveShell.clear_instance()
    return output["data"]


class TestShow:
    def test_show_puts_out_an_image_element_with_escaped_alt_text(self):
        html = shown(plots.plot_relu(), 'a "quoted" <b> & more')["text/html"]

        assert 'alt="a &quot;quoted&quot; &lt;b&gt; &amp; more"' in html
        assert html.count("<") == 1
        assert 'src="data:image/png;base64,' in html
        assert "max-width:100%" in html
        assert "background:#fff" in html

    def test_show_offers_a_plain_image_and_words_to_other_front_ends(self):
        output = shown(plots.plot_relu(), "a <b> & more")

        assert output["text/plain"] == "a <b> & more"
        assert output["image/png"] in output["text/html"]

    def test_alt_text_over_several_lines_becomes_one(self):
        html = plots.image_bundle(plots.plot_relu(), alt="one\n     two")["text/html"]

        assert 'alt="one two"' in html

    @pytest.mark.parametrize("alt", ["", "   \n", None, 3])
    def test_show_rejects_an_empty_alt_text(self, alt):
        with pytest.raises(ValueError, match="`alt` must say in words"):
            plots.show(plots.plot_relu(), alt=alt)

    def test_show_rejects_what_is_not_a_figure(self):
        with pytest.raises(ValueError, match="received list"):
            plots.show([1, 2], alt="numbers")

    def test_picture_has_two_device_pixels_for_each_css_pixel(self):
        figure = plots.plot_pixels(EIGHT, "The digit 8")
        html = plots.image_bundle(figure, alt="x")["text/html"]

        css_width = int(re.search(r'width="(\d+)"', html)[1])
        assert png(figure).width == pytest.approx(2 * css_width, abs=2)

    def test_ground_is_white_and_opaque_for_dark_themes(self):
        picture = png(plots.plot_relu())

        assert picture.convert("RGBA").getpixel((1, 1)) == (255, 255, 255, 255)

    def test_a_figure_of_pyplot_is_closed_by_show(self):
        import matplotlib.pyplot as plt

        figure, _ = plt.subplots()
        shown(figure, "empty axes")

        assert plt.get_fignums() == []

    def test_figures_are_unknown_to_pyplot_and_can_be_shown_twice(self):
        import matplotlib.pyplot as plt

        figure = plots.plot_relu()

        assert plt.get_fignums() == []
        assert shown(figure, "relu") == shown(figure, "relu")

    def test_importing_plots_loads_neither_tensorflow_nor_pyplot(self):
        loaded = subprocess.run(
            [sys.executable, "-c", "import course.plots, sys; print(*sys.modules)"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()

        assert "course.plots" in loaded
        assert "tensorflow" not in loaded
        assert "matplotlib.pyplot" not in loaded


class TestStyle:
    def test_sizes_are_joined_by_the_multiplication_sign(self):
        assert by(3, 4) == "3\N{MULTIPLICATION SIGN}4"

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (1, "1"),
            (-2.0, "\N{MINUS SIGN}2"),
            (0.25, "0.25"),
            (-0.5, "\N{MINUS SIGN}0.5"),
            (-0.001, "0"),
        ],
    )
    def test_number_is_brief_with_a_true_minus(self, value, text):
        assert number(value) == text

    def test_contrast_ratio_agrees_with_the_guidelines(self):
        assert contrast_ratio("white", "black") == pytest.approx(21)
        assert contrast_ratio("#777777", "white") == pytest.approx(4.48, abs=0.01)

    def test_ink_reaches_contrast_aa_on_every_colour(self):
        steps = np.linspace(0, 1, 9)
        worst = min(
            contrast_ratio(ink_on(colour), colour)
            for colour in np.stack(np.meshgrid(steps, steps, steps), -1).reshape(-1, 3)
        )

        assert worst >= 4.5

    @pytest.mark.parametrize(
        "figure",
        [
            plots.plot_pixels(np.arange(256).reshape(16, 16), "grey"),
            plots.plot_pixels(np.linspace(-1, 1, 100).reshape(10, 10), "signed"),
            plots.plot_convolution_step(PICTURE, EDGE, 1, 2, padding=1),
            plots.plot_kernels(np.linspace(-2, 2, 36).reshape(3, 3, 4)),
            plots.plot_relu(),
        ],
        ids=["grey", "signed", "convolution", "kernels", "relu"],
    )
    def test_numbers_in_cells_reach_contrast_aa(self, figure):
        measured = 0
        for axes in figure.axes:
            if not axes.images:
                continue
            image = axes.images[0]
            for text in axes.texts:
                column, row = text.get_position()
                value = image.get_array()[round(row), round(column)]
                cell = image.cmap(image.norm(value))[:3]
                assert contrast_ratio(to_rgb(text.get_color()), cell) >= 4.5
                measured += 1
        assert measured >= 18

    @pytest.mark.parametrize("maker", [plots.plot_pooling, plots.plot_flatten])
    def test_numbers_on_category_colours_reach_contrast_aa(self, maker):
        values = np.arange(24).reshape(4, 6)
        figure = maker(values if maker is plots.plot_pooling else values[..., None])
        for axes in figure.axes:
            colours = image_data(axes)
            for text in axes.texts:
                column, row = (round(place) for place in text.get_position())
                assert contrast_ratio(text.get_color(), colours[row, column]) >= 4.5

    def test_no_figure_is_wider_than_a_notebook(self, random, stages):
        figures = [
            plots.plot_pixels(random.random((20, 20)), "x"),
            plots.plot_images(random.random((12, 9, 9)), columns=12),
            plots.plot_convolution_step(random.random((12, 12)), CROSS, 0, 0),
            plots.plot_feature_maps(random.normal(size=(9, 9, 16))),
            plots.plot_kernels(random.normal(size=(5, 5, 3, 16))),
            plots.plot_pipeline(stages),
        ]
        assert max(figure.get_figwidth() for figure in figures) <= 9

    def test_text_stays_inside_the_figure(self, random, stages):
        figures = {
            "pixels": plots.plot_pixels(
                EIGHT, "A title much wider than this picture is"
            ),
            "step": plots.plot_convolution_step(PICTURE, EDGE, 1, 1, 2, 1),
            "kernels": plots.plot_kernels(random.normal(size=(3, 3, 3, 4))),
            "maps": plots.plot_feature_maps(random.normal(size=(9, 9, 4)), title="x"),
            "relu": plots.plot_relu(),
            "pooling": plots.plot_pooling(np.arange(9).reshape(3, 3), 2, 1),
            "flatten": plots.plot_flatten(np.arange(18).reshape(3, 3, 2)),
            "pipeline": plots.plot_pipeline(stages, FASHION),
            "probabilities": plots.plot_probabilities(stages["dense"], FASHION, 3),
        }
        for name, figure in figures.items():
            figure.draw_without_rendering()
            for text in figure.findobj(Text):
                if text.get_text() and text.get_visible():
                    box = text.get_window_extent()
                    inside = figure.bbox.padded(1)
                    assert inside.containsx(box.x0), (name, text)
                    assert inside.containsx(box.x1), (name, text)
                    assert inside.containsy(box.y0), (name, text)
                    assert inside.containsy(box.y1), (name, text)


class TestPictures:
    def test_plot_pixels_writes_every_number_of_the_array(self):
        figure = plots.plot_pixels(EIGHT, "The digit 8")
        (axes,) = figure.axes

        assert cell_texts(axes) == [number(value) for value in EIGHT.ravel()]
        np.testing.assert_array_equal(image_data(axes), EIGHT)
        assert axes.get_title(loc="left") == "The digit 8"
        assert axes.get_xlabel() == "column (pixels)"
        assert axes.get_ylabel() == "row (pixels)"

    def test_plot_pixels_draws_signed_numbers_about_zero(self):
        (axes,) = plots.plot_pixels([[-1, 4]], "signed").axes
        norm = axes.images[0].norm

        assert norm(0) == 0.5
        assert (norm.vmin, norm.vmax) == (-4, 4)

    @pytest.mark.parametrize(
        ("brightest", "scale"), [(1.0, 1), (0.3, 1), (7.0, 7), (40.0, 255)]
    )
    def test_plot_pixels_keeps_the_grey_scale_of_the_picture(self, brightest, scale):
        (axes,) = plots.plot_pixels([[0, brightest]], "grey").axes

        assert (axes.images[0].norm.vmin, axes.images[0].norm.vmax) == (0, scale)

    def test_plot_pixels_leaves_numbers_out_when_asked(self):
        (axes,) = plots.plot_pixels(np.zeros((28, 28)), "x", annotate=False).axes

        assert cell_texts(axes) == []

    def test_plot_pixels_rejects_a_picture_too_large_for_numbers(self):
        with pytest.raises(ValueError, match=r"\(28, 28\) has no room"):
            plots.plot_pixels(np.zeros((28, 28)), "x")

    @pytest.mark.parametrize(
        ("image", "message"),
        [
            (np.zeros((2, 2, 1)), r"needs 2 axes.*\(2, 2, 1\)"),
            ([], "at least one number"),
            ([[1, 2], [3]], "all rows of one length"),
            ([["a", "b"]], "must be an array of numbers"),
            ([[np.nan, 1]], "NaN or infinity"),
        ],
    )
    def test_plot_pixels_says_what_is_wrong_with_the_array(self, image, message):
        with pytest.raises(ValueError, match=message):
            plots.plot_pixels(image, "x")

    def test_plot_images_draws_each_with_its_title(self, random):
        pictures = random.random((7, 8, 8))
        names = [f"picture {i}" for i in range(7)]
        figure = plots.plot_images(pictures, names, columns=3)

        assert [axes.get_title() for axes in figure.axes] == names
        for axes, picture in zip(figure.axes, pictures, strict=True):
            np.testing.assert_array_equal(image_data(axes), picture)

    def test_plot_images_takes_grey_and_colour_of_any_size(self, random):
        colour = random.integers(0, 256, (6, 9, 3))
        grey = random.random((5, 5, 1))
        first, second = plots.plot_images([colour, grey]).axes

        np.testing.assert_allclose(image_data(first), colour / 255)
        np.testing.assert_array_equal(image_data(second), grey[..., 0])

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (([],), "`images` is empty"),
            (([np.zeros((4, 4, 8))],), "has 8 channels"),
            (([np.zeros((4, 4))], ["a", "b"]), "one name for each of the 1 panels"),
            (([np.zeros((4, 4))], None, 0), "`columns` must be at least 1"),
        ],
    )
    def test_plot_images_says_what_is_wrong(self, arguments, message):
        with pytest.raises(ValueError, match=message):
            plots.plot_images(*arguments)

    def test_plot_kernels_draws_one_panel_for_each_channel_and_filter(self, random):
        kernels = random.normal(size=(3, 2, 2, 4))
        panels = [axes for axes in plots.plot_kernels(kernels).axes if axes.images]
        drawn = np.stack([image_data(axes) for axes in panels])

        np.testing.assert_array_equal(
            drawn, kernels.transpose(3, 2, 0, 1).reshape(8, 3, 2)
        )
        assert len({axes.images[0].norm for axes in panels}) == 1
        assert panels[0].images[0].norm(0) == 0.5

    def test_plot_kernels_rejects_too_many_filters(self):
        with pytest.raises(ValueError, match=r"\(3, 3, 1, 64\).*64 filters"):
            plots.plot_kernels(np.zeros((3, 3, 1, 64)))

    def test_plot_feature_maps_shares_one_scale_about_zero(self, random):
        maps = random.normal(size=(6, 7, 5))
        figure = plots.plot_feature_maps(maps, title="Maps")
        panels = [figure.axes[i] for i in range(5)]

        for i, axes in enumerate(panels):
            np.testing.assert_array_equal(image_data(axes), maps[:, :, i])
            assert axes.images[0].norm.vmax == np.abs(maps).max()
            assert axes.images[0].norm(0) == 0.5
        assert "value of the map, 0 is white" in texts(figure)
        assert "Maps" in texts(figure)

    def test_plot_feature_maps_draws_magnitude_from_zero(self):
        figure = plots.plot_feature_maps([[2.0, 3.0]], signed=False)
        shown_image = figure.axes[0].images[0]

        assert shown_image.cmap.name == "viridis"
        assert (shown_image.norm.vmin, shown_image.norm.vmax) == (0, 3)

    def test_plot_feature_maps_rejects_negatives_on_an_unsigned_scale(self):
        with pytest.raises(ValueError, match="holds numbers below zero"):
            plots.plot_feature_maps([[-2.0, 3.0]], signed=False)


class TestConvolutionStep:
    def test_panels_hold_picture_kernel_products_and_known_sums(self):
        figure = plots.plot_convolution_step(PICTURE, EDGE, 1, 2)

        products = PICTURE[1:4, 2:5] * EDGE
        np.testing.assert_array_equal(image_data(titled(figure, "picture")), PICTURE)
        np.testing.assert_array_equal(image_data(titled(figure, "kernel")), EDGE)
        np.testing.assert_array_equal(image_data(titled(figure, "products")), products)
        known = np.ma.filled(titled(figure, "feature map").images[0].get_array(), 99)
        np.testing.assert_array_equal(known, [[-3, 0, 3], [-4, -3, 2], [99, 99, 99]])

    def test_the_slide_example_begins_with_4_3_4(self):
        figure = plots.plot_convolution_step(PICTURE, CROSS, 2, 2)

        assert cell_texts(titled(figure, "feature map")) == list("434243234")

    def test_window_is_framed_where_stride_and_padding_put_it(self):
        figure = plots.plot_convolution_step(PICTURE, EDGE, 1, 2, stride=2, padding=1)
        axes = titled(figure, "picture")
        frames = [patch for patch in axes.patches if isinstance(patch, Rectangle)]

        assert frames[0].get_bbox().bounds == (3.5, 1.5, 3, 3)
        assert frames[1].get_bbox().bounds == (0.5, 0.5, 5, 5)
        assert axes.get_xticklabels()[0].get_text() == "-1"

    def test_sum_is_written_out_with_negatives_in_brackets(self):
        figure = plots.plot_convolution_step([[2, 3]], [[4, -5]], 0, 0)

        assert "2·4 + 3·(\N{MINUS SIGN}5) = \N{MINUS SIGN}7" in texts(figure)

    def test_a_long_sum_is_shortened(self):
        figure = plots.plot_convolution_step(np.ones((5, 5)), np.full((5, 5), 2), 0, 0)

        assert "Sum of the 25 products = 50" in texts(figure)

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ((PICTURE, np.ones((6, 6)), 0, 0), r"\(6, 6\) does not fit"),
            ((PICTURE, CROSS, 3, 0), r"off the feature map, whose shape is \(3, 3\)"),
            ((PICTURE, CROSS, 0, 0, 0), "`stride` must be at least 1: received 0"),
            ((PICTURE, CROSS, 0, 0, 1, -1), "`padding` must be at least 0"),
            ((PICTURE, CROSS, 0.5, 0), "`row` must be a whole number"),
            ((np.ones((28, 28)), CROSS, 0, 0), "at most 12 cells"),
        ],
    )
    def test_bad_arguments_are_named(self, arguments, message):
        with pytest.raises(ValueError, match=message):
            plots.plot_convolution_step(*arguments)


class TestOtherSteps:
    def test_plot_relu_shows_map_before_and_after(self):
        before = np.array([[-1.5, 2], [0, -3]])
        figure = plots.plot_relu(before)

        np.testing.assert_array_equal(image_data(titled(figure, "feature map")), before)
        np.testing.assert_array_equal(
            image_data(titled(figure, "rectified feature map")), [[0, 2], [0, 0]]
        )
        curve = titled(figure, "the function")
        line = next(line for line in curve.lines if line.get_label() == "ReLU")
        np.testing.assert_array_equal(line.get_ydata(), np.maximum(line.get_xdata(), 0))
        assert [text.get_text() for text in curve.get_legend().get_texts()] == [
            "input as is",
            "ReLU",
            "values of the map",
        ]

    def test_plot_relu_tells_its_series_apart_without_colour(self):
        curve = titled(plots.plot_relu(), "the function")
        looks = {
            (line.get_linestyle(), line.get_marker())
            for line in curve.lines
            if not line.get_label().startswith("_")
        }

        assert len(looks) == 3

    def test_plot_pooling_writes_the_largest_of_each_window(self):
        values = np.array([[1, 3, 2, 1], [4, 6, 5, 0], [7, 2, 9, 8], [1, 0, 3, 4]])
        figure = plots.plot_pooling(values)
        written = [t for t in cell_texts(titled(figure, "pooled map")) if t.isdigit()]
        letters = [t for t in cell_texts(titled(figure, "pooled map")) if t.isalpha()]

        assert written == ["6", "5", "7", "9"]
        assert letters == ["A", "B", "C", "D"]
        assert any(text.startswith("Max pooling, window 2") for text in texts(figure))

    def test_plot_pooling_rings_the_largest_cell_of_overlapping_windows(self):
        values = np.array([[1, 2, 3], [4, 9, 5], [6, 7, 8]])
        figure = plots.plot_pooling(values, window=2, stride=1)
        axes = titled(figure, "feature map")
        rings = [patch.center for patch in axes.patches if isinstance(patch, Circle)]
        frames = [patch for patch in axes.patches if isinstance(patch, Rectangle)]

        assert rings == [(1, 1)] * 4
        assert len({frame.get_linestyle() for frame in frames}) == 4

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ((np.ones((3, 3)), 4), r"window` of 4 does not fit"),
            ((np.ones((3, 3)), 0), "`window` must be at least 1"),
            ((np.ones((10, 10)), 2, 1), "gives 81 windows"),
        ],
    )
    def test_plot_pooling_names_bad_arguments(self, arguments, message):
        with pytest.raises(ValueError, match=message):
            plots.plot_pooling(*arguments)

    def test_plot_flatten_numbers_cells_in_row_major_channels_last_order(self, random):
        maps = random.permutation(24).reshape(3, 4, 2)
        figure = plots.plot_flatten(maps)
        for channel in range(2):
            axes = titled(figure, f"channel {channel}")
            arrows = [t for t in cell_texts(axes) if t.startswith("→")]
            places = [int(arrow[1:]) for arrow in arrows]
            np.testing.assert_array_equal(
                maps.reshape(-1)[places], maps[:, :, channel].reshape(-1)
            )

    def test_plot_flatten_writes_the_vector_over_several_lines(self, random):
        maps = random.permutation(36).reshape(3, 4, 3)
        figure = plots.plot_flatten(maps)
        lines = [axes for axes in figure.axes if not axes.get_title()]
        written = [int(t) for axes in lines for t in cell_texts(axes) if t.isdigit()]

        assert written == maps.reshape(-1).tolist()
        assert len(lines) == 3

    def test_plot_flatten_rejects_more_than_the_eye_can_follow(self):
        with pytest.raises(ValueError, match=r"\(13, 13, 8\) has 1352 numbers"):
            plots.plot_flatten(np.zeros((13, 13, 8)))


class TestNetwork:
    def test_diagram_names_every_step_with_its_shape_and_size(self):
        figure = plots.plot_network_diagram(
            {"picture": (28, 28, 1), "convolution": (26, 26, 8), "dense": (10,)}
        )

        written = texts(figure)
        assert {"picture", "1  convolution", "2  dense"} <= set(written)
        assert {by(28, 28, 1), by(26, 26, 8), "10"} <= set(written)
        assert "5\N{THIN SPACE}408 numbers" in written
        assert len(figure.axes[0].findobj(FancyArrowPatch)) == 2

    @pytest.mark.parametrize(
        ("shapes", "message"),
        [
            ({"picture": (28, 28, 1)}, "at least two entries"),
            ({"picture": (28, 28), "dense": (10,)}, r"'picture' must be .*\(28, 28\)"),
        ],
    )
    def test_diagram_says_what_is_wrong_with_a_shape(self, shapes, message):
        with pytest.raises(ValueError, match=message):
            plots.plot_network_diagram(shapes)

    def test_pipeline_draws_every_stage_on_a_fitting_scale(self, stages):
        figure = plots.plot_pipeline(stages, FASHION)
        panels = [axes for axes in figure.axes if axes.images]

        assert len(panels) == 1 + 3 + 3 + 1
        assert [axes.images[0].cmap.name for axes in panels] == (
            ["gray"] + ["RdBu_r"] * 3 + ["viridis"] * 4
        )
        np.testing.assert_array_equal(
            image_data(panels[3]), stages["convolution"][..., 2]
        )
        assert f"convolution\n{by(10, 10, 3)}" in texts(figure)
        assert set(FASHION) <= set(texts(figure))

    def test_pipeline_says_how_many_maps_it_leaves_out(self, stages, random):
        stages["convolution"] = random.normal(size=(10, 10, 9))

        assert "first 4 of 9" in texts(plots.plot_pipeline(stages))

    def test_pipeline_wants_probabilities_at_the_end(self, stages):
        del stages["flatten"], stages["dense"]
        with pytest.raises(ValueError, match="end with a vector"):
            plots.plot_pipeline(stages)

    def test_probabilities_mark_guess_and_truth_in_words(self):
        figure = plots.plot_probabilities([0.7, 0.2, 0.1], ["car", "bus", "van"], "van")
        (axes,) = figure.axes

        assert cell_texts(axes) == ["0.7  guess", "0.2", "0.1  truth"]
        assert [bar.get_width() for bar in axes.patches] == [0.7, 0.2, 0.1]
        assert [bool(bar.get_hatch()) for bar in axes.patches] == [False, False, True]

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (([2.0, -1.0], ["a", "b"]), "Apply softmax"),
            (([0.5, 0.4], ["a", "b"]), "received sum 0.9"),
            (([0.5, 0.5], ["a", "b"], 2), "class from 0 to 1: received 2"),
            (([0.5, 0.5], ["a", "b"], "c"), "received 'c'"),
            (([0.5, 0.5], ["a"]), "each of the 2 panels"),
        ],
    )
    def test_probabilities_say_what_is_wrong(self, arguments, message):
        with pytest.raises(ValueError, match=message):
            plots.plot_probabilities(*arguments)

    def test_parameter_counts_are_bars_on_a_log_axis_told_apart_by_hatch(self):
        counts = {"dense": [50_240, 9_633_856], "convolution": [640, 640]}
        figure = plots.plot_parameter_counts([28, 224], counts)
        (axes,) = figure.axes

        assert axes.get_yscale() == "log"
        assert [bar.get_height() for bar in axes.patches] == [
            50_240,
            9_633_856,
            640,
            640,
        ]
        assert cell_texts(axes) == ["50.2 k", "9.63 M", "640", "640"]
        assert len({bar.get_hatch() for bar in axes.patches}) == 2
        assert [text.get_text() for text in axes.get_legend().get_texts()] == list(
            counts
        )
        assert [tick.get_text() for tick in axes.get_xticklabels()] == [
            by(28, 28),
            by(224, 224),
        ]

    def test_parameter_counts_need_a_number_for_every_side(self):
        with pytest.raises(ValueError, match="each of the 2 sides: received"):
            plots.plot_parameter_counts([28, 64], {"dense": [5]})
