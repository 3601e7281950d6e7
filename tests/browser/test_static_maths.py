"""The arithmetic in `course/static/convolution.js` agrees with NumPy."""

import numpy as np
import pytest

from course.widgets._interactive import STATIC

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def javascript(browser):
    """Call a function of the module by name with plain arguments."""
    page = browser.new_page()
    source = (STATIC / "convolution.js").read_text(encoding="utf-8")
    page.evaluate(
        """async (source) => {
            const blob = new Blob([source], { type: "text/javascript" });
            window.maths = await import(URL.createObjectURL(blob));
        }""",
        source,
    )

    def call(name: str, *arguments):
        return page.evaluate(
            """([name, given]) => JSON.parse(JSON.stringify(
                window.maths[name](...given),
                (_, value) => ArrayBuffer.isView(value) ? Array.from(value) : value,
            ))""",
            [name, list(arguments)],
        )

    yield call
    page.close()


def tensor(array: np.ndarray) -> dict:
    return {"shape": list(array.shape), "data": array.ravel().tolist()}


def array(sent: dict) -> np.ndarray:
    return np.array(sent["data"]).reshape(sent["shape"])


def correlate(image, kernel, stride, padding):
    padded = np.pad(image, padding)
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("rcij,ij->rc", windows[::stride, ::stride], kernel)


def conv2d(image, kernels, bias):
    windows = np.lib.stride_tricks.sliding_window_view(
        image, kernels.shape[:2], axis=(0, 1)
    )
    return np.einsum("rcnij,ijnf->rcf", windows, kernels) + bias


def max_pool(maps, size):
    rows, columns = maps.shape[0] // size, maps.shape[1] // size
    blocks = maps[: rows * size, : columns * size]
    return blocks.reshape(rows, size, columns, size, -1).max(axis=(1, 3))


@pytest.mark.parametrize("stride", [1, 2, 3])
@pytest.mark.parametrize("padding", [0, 1, 2])
@pytest.mark.parametrize("shape", [(3, 3), (2, 3), (1, 1), (4, 2)])
def test_correlate_agrees_with_numpy(javascript, stride, padding, shape):
    random = np.random.default_rng(stride + 10 * padding)
    image, kernel = random.normal(size=(5, 7)), random.normal(size=shape)

    got = javascript("correlate", image.tolist(), kernel.tolist(), stride, padding)
    np.testing.assert_allclose(got, correlate(image, kernel, stride, padding))


def test_turned_kernel_makes_a_convolution_in_the_strict_sense(javascript):
    random = np.random.default_rng(5)
    image, kernel = random.normal(size=(6, 6)), random.normal(size=(3, 2))

    turned = javascript("turnKernel", kernel.tolist())
    got = javascript("correlate", image.tolist(), turned, 1, 0)
    strict = [
        [
            sum(
                kernel[i, j] * image[row + 2 - i, column + 1 - j]
                for i in range(3)
                for j in range(2)
            )
            for column in range(5)
        ]
        for row in range(4)
    ]
    np.testing.assert_allclose(got, strict)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("stride", [1, 2])
def test_conv2d_agrees_with_numpy(javascript, channels, stride):
    random = np.random.default_rng(channels)
    image = random.normal(size=(7, 6, channels))
    kernels = random.normal(size=(3, 2, channels, 4))
    bias = random.normal(size=4)

    got = array(
        javascript("conv2d", tensor(image), tensor(kernels), bias.tolist(), stride)
    )
    wanted = conv2d(image, kernels, bias)[::stride, ::stride]
    np.testing.assert_allclose(got, wanted)


def test_relu_agrees_with_numpy(javascript):
    maps = np.array([[[-1.5], [0.0], [2.5]]])

    got = array(javascript("relu", tensor(maps)))
    np.testing.assert_array_equal(got, np.maximum(maps, 0))


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pooling_agrees_with_numpy_and_drops_the_rest(javascript, size):
    maps = np.random.default_rng(size).normal(size=(7, 8, 3))

    got = array(javascript("maxPool2d", tensor(maps), size))
    np.testing.assert_array_equal(got, max_pool(maps, size))


def test_dense_agrees_with_numpy(javascript):
    random = np.random.default_rng(9)
    vector, weights, bias = (random.normal(size=s) for s in (6, (6, 3), 3))

    got = javascript("dense", vector.tolist(), tensor(weights), bias.tolist())
    np.testing.assert_allclose(got, vector @ weights + bias)


def test_softmax_does_not_overflow(javascript):
    got = javascript("softmax", [1000, 1000, 0])

    np.testing.assert_allclose(got, [0.5, 0.5, 0])


class TestTrace:
    """Frames hold those numbers, and only those, that change with each other."""

    KERNEL, POOL, FILTERS = (3, 2), 2, 2
    IMAGE = np.random.default_rng(11).random((8, 9, 1))
    WEIGHTS = np.random.default_rng(12).normal(size=(3, 2, 1, 2))

    @classmethod
    def run(cls, image):
        maps = conv2d(image, cls.WEIGHTS, 0)
        return {
            "picture": image,
            "convolution": maps,
            "pooling": max_pool(maps, cls.POOL),
        }

    @classmethod
    def shapes(cls):
        stages = cls.run(cls.IMAGE)
        stages["relu"] = stages["convolution"]
        return {name: list(values.shape) for name, values in stages.items()}

    @staticmethod
    def mask(frame, shape):
        marked = np.zeros(shape, dtype=bool)
        rows = slice(frame["top"], frame["top"] + frame["height"])
        columns = slice(frame["left"], frame["left"] + frame["width"])
        maps = slice(None) if frame["map"] is None else frame["map"]
        marked[rows, columns, maps] = True
        return marked

    @pytest.mark.parametrize(
        ("stage", "row", "column", "channel"),
        [
            ("convolution", 0, 0, 0),
            ("convolution", 5, 7, 1),
            ("convolution", 2, 3, 1),
            ("pooling", 0, 0, 1),
            ("pooling", 2, 3, 0),
            ("pooling", 1, 2, 1),
        ],
    )
    def test_receptive_field_is_what_the_number_can_depend_on(
        self, javascript, stage, row, column, channel
    ):
        place = {"stage": stage, "row": row, "column": column, "map": channel}
        found = javascript("trace", place, self.shapes(), self.KERNEL, self.POOL)
        framed = self.mask(found["picture"], self.IMAGE.shape)
        before = self.run(self.IMAGE)[stage][row, column, channel]
        changes = np.zeros(self.IMAGE.shape, dtype=bool)
        for pixel in np.ndindex(self.IMAGE.shape):
            for nudge in (-50.0, 50.0):  # enough to win or lose any maximum
                image = self.IMAGE.copy()
                image[pixel] += nudge
                after = self.run(image)[stage][row, column, channel]
                changes[pixel] |= abs(after - before) > 1e-9

        np.testing.assert_array_equal(framed, changes)

    @pytest.mark.parametrize("pixel", [(0, 0), (3, 4), (7, 8), (7, 0), (4, 8)])
    def test_pixel_is_followed_to_every_cell_that_sees_it(self, javascript, pixel):
        place = {"stage": "picture", "row": pixel[0], "column": pixel[1], "map": 0}
        found = javascript("trace", place, self.shapes(), self.KERNEL, self.POOL)
        image = self.IMAGE.copy()
        image[pixel] += 50
        before, after = self.run(self.IMAGE), self.run(image)

        changed = before["convolution"] != after["convolution"]
        np.testing.assert_array_equal(
            self.mask(found["convolution"], changed.shape), changed
        )

    def test_vector_index_is_that_of_numpys_reshape(self, javascript):
        shapes = self.shapes()
        places = np.arange(np.prod(shapes["pooling"])).reshape(shapes["pooling"])
        for row, column, channel in np.ndindex(*shapes["pooling"]):
            index = int(places[row, column, channel])
            cell = {"top": row, "left": column, "height": 1, "width": 1, "map": channel}
            forth = javascript(
                "trace",
                {"stage": "pooling", "row": row, "column": column, "map": channel},
                *(shapes, self.KERNEL, self.POOL),
            )
            back = javascript(
                "trace",
                {"stage": "vector", "index": index},
                *(shapes, self.KERNEL, self.POOL),
            )
            assert forth["vector"] == {"index": index}
            assert back["pooling"] == cell

    def test_cell_that_pooling_drops_goes_nowhere(self, javascript):
        shapes = {"picture": [5, 5, 1], "pooling": [1, 1, 1]}
        shapes["convolution"] = shapes["relu"] = [3, 3, 1]
        place = {"stage": "relu", "row": 2, "column": 0, "map": 0}
        found = javascript("trace", place, shapes, [3, 3], 2)

        assert "pooling" not in found
        assert "vector" not in found
