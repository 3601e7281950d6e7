"""Data comes from the first source that has it, and is never taken unchecked."""

import contextlib
import gzip
import hashlib
import http.server
import multiprocessing
import os
import struct
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

from course import datasets
from course.datasets import _fashion, _garments, _idx, _sources
from course.datasets._remotes import REMOTES, Remote, RemoteFile

FILES = {
    "train-images-idx3-ubyte.gz": (3, (30, 28, 28)),
    "train-labels-idx1-ubyte.gz": (1, (30,)),
    "t10k-images-idx3-ubyte.gz": (3, (20, 28, 28)),
    "t10k-labels-idx1-ubyte.gz": (1, (20,)),
}


def idx_bytes(array, kind=0x08):
    header = bytes([0, 0, kind, array.ndim])
    header += struct.pack(f">{array.ndim}I", *array.shape)
    return gzip.compress(header + array.astype(np.uint8).tobytes(), mtime=0)


def tiny_set():
    """A data set of the form of Fashion-MNIST, with a few random pictures."""
    rng = np.random.default_rng(4)
    return {
        name: idx_bytes(rng.integers(0, 256 if dimensions == 3 else 10, shape))
        for name, (dimensions, shape) in FILES.items()
    }


CONTENTS = tiny_set()


class Publisher(http.server.ThreadingHTTPServer):
    """A server on this machine, which misbehaves as it is told."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.behaviour = "good"
        self.requests = []
        self.release = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request, client_address):
        """Keep quiet about clients that went away."""


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.path.rsplit("/", 1)[-1]
        server = self.server
        server.requests.append(name)
        behaviour = server.behaviour
        if behaviour == "hangs before the answer":
            server.release.wait(20)
            return
        if behaviour == "404" or name not in CONTENTS:
            self.send_error(404)
            return
        content = CONTENTS[name]
        if behaviour == "other bytes":
            content = content[:-1] + bytes([content[-1] ^ 1])
        if behaviour == "longer":
            content = content + b"more" * 1000
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if behaviour == "cut short":
            self.wfile.write(content[: len(content) // 2])
            return
        if behaviour == "hangs half-way":
            self.wfile.write(content[: len(content) // 2])
            self.wfile.flush()
            server.release.wait(20)
            return
        if behaviour == "drips":
            with contextlib.suppress(OSError):
                for byte in content:
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    if server.release.wait(0.05):
                        return
            return
        self.wfile.write(content)

    def log_message(self, *args):
        """Write nothing to stderr."""


@pytest.fixture
def publisher():
    with Publisher() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.release.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def machine(tmp_path, monkeypatch, publisher):
    """A machine with no data, whose publisher of Fashion-MNIST is on this machine."""
    remote = Remote(
        title="Fashion-MNIST",
        terms="Zalando Research, MIT",
        folder="fashion-mnist",
        folder_urls=(publisher.url,),
        files={
            name: RemoteFile(len(content), hashlib.sha256(content).hexdigest())
            for name, content in CONTENTS.items()
        },
    )
    monkeypatch.setitem(REMOTES, "fashion-mnist", remote)
    monkeypatch.setattr(_sources, "_failed_downloads", {})
    monkeypatch.setattr(_sources, "CONNECT_SECONDS", 1.0)
    monkeypatch.setattr(_sources, "STALL_SECONDS", 0.5)
    monkeypatch.setattr(_sources, "cache_folder", lambda: tmp_path / "cache")
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name in ("COURSE_DATA", "COURSE_OFFLINE"):
            monkeypatch.delenv(name)
    return tmp_path


def put(folder, changes=None):
    """Put the four files into a folder."""
    folder = folder / "fashion-mnist"
    folder.mkdir(parents=True)
    for name, content in (CONTENTS | (changes or {})).items():
        (folder / name).write_bytes(content)
    return folder


def pictures(name):
    return np.frombuffer(gzip.decompress(CONTENTS[name]), np.uint8, offset=16)


# The order of the sources ---------------------------------------------------------


def test_folder_in_course_data_comes_first(machine, monkeypatch, publisher):
    put(machine / "data")
    put(machine / "cache")
    monkeypatch.setenv("COURSE_DATA", str(machine / "data"))
    fashion = datasets.load_fashion_mnist()
    assert fashion.source == "Fashion-MNIST (Zalando Research, MIT) from COURSE_DATA"
    assert not fashion.is_stand_in
    assert fashion.notes == ()
    assert publisher.requests == []
    assert fashion.train_images.shape == (30, 28, 28)
    assert fashion.train_images.dtype == np.uint8
    assert fashion.test_labels.shape == (20,)
    expected = pictures("train-images-idx3-ubyte.gz")
    np.testing.assert_array_equal(fashion.train_images.ravel(), expected)
    fashion.train_images[0] = 0  # the arrays are the caller's own


def test_cache_comes_second(machine, monkeypatch, publisher):
    put(machine / "cache")
    monkeypatch.setenv("COURSE_DATA", str(machine))
    fashion = datasets.load_fashion_mnist()
    assert fashion.source.endswith("from the cache")
    assert publisher.requests == []


def test_publisher_comes_third_and_is_asked_once(machine, publisher, capsys):
    fashion = datasets.load_fashion_mnist()
    assert fashion.source.endswith("from its publisher")
    assert sorted(publisher.requests) == sorted(FILES)
    printed = capsys.readouterr()
    assert "Downloading train-images-idx3-ubyte.gz of Fashion-MNIST" in printed.out
    assert printed.err == ""
    again = datasets.load_fashion_mnist()
    assert again.source.endswith("from the cache")
    assert len(publisher.requests) == 4
    np.testing.assert_array_equal(again.test_images, fashion.test_images)
    kept = {path.name for path in (machine / "cache" / "fashion-mnist").iterdir()}
    assert kept == set(FILES)


def test_second_address_is_tried_when_the_first_fails(machine, publisher, monkeypatch):
    remote = REMOTES["fashion-mnist"]
    two = Remote(
        remote.title,
        remote.terms,
        remote.folder,
        (publisher.url + "/none", publisher.url),
        remote.files,
    )
    monkeypatch.setitem(REMOTES, "fashion-mnist", two)
    original = Handler.do_GET

    def first_address_is_gone(self):
        if self.path.startswith("/none/"):
            self.send_error(404)
        else:
            original(self)

    monkeypatch.setattr(Handler, "do_GET", first_address_is_gone)
    assert not datasets.load_fashion_mnist().is_stand_in


def test_sources_are_mixed_file_by_file_and_both_are_named(machine, publisher):
    folder = put(machine / "cache")
    (folder / "t10k-labels-idx1-ubyte.gz").unlink()
    fashion = datasets.load_fashion_mnist()
    assert fashion.source.endswith("from its publisher and the cache")
    assert publisher.requests == ["t10k-labels-idx1-ubyte.gz"]


@pytest.mark.parametrize("way", ["argument", "variable"])
def test_download_can_be_forbidden(machine, publisher, monkeypatch, way):
    if way == "variable":
        monkeypatch.setenv("COURSE_OFFLINE", "1")
    fashion = datasets.load_fashion_mnist(allow_download=way != "argument")
    assert fashion.is_stand_in
    assert publisher.requests == []


def test_only_the_files_of_one_split_are_fetched(machine, publisher):
    fashion = datasets.load_fashion_mnist(split="test", limit=7)
    assert sorted(publisher.requests) == [n for n in sorted(FILES) if "t10k" in n]
    assert fashion.test_images.shape == (7, 28, 28)
    assert fashion.test_labels.shape == (7,)
    assert fashion.train_images.shape == (0, 28, 28)
    assert fashion.train_labels.shape == (0,)


@pytest.mark.parametrize(
    ("arguments", "match"),
    [({"split": "validation"}, "`split` expects"), ({"limit": 0}, "`limit` expects")],
)
def test_arguments_that_make_no_sense_are_refused(arguments, match):
    with pytest.raises(ValueError, match=match):
        datasets.load_fashion_mnist(**arguments)


# What goes wrong ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        ("404", "404"),
        ("other bytes", "wrong SHA-256"),
        ("longer", "wrong SHA-256"),
        ("cut short", "bytes"),
        ("hangs before the answer", "timed out"),
        ("hangs half-way", "sent nothing for 0.5 seconds"),
    ],
)
def test_failed_download_falls_back_to_drawings_and_says_why(
    machine, publisher, behaviour, reason
):
    publisher.behaviour = behaviour
    start = time.monotonic()
    fashion = datasets.load_fashion_mnist(limit=10)
    assert time.monotonic() - start < 6
    assert fashion.is_stand_in
    assert fashion.source == "built-in stand-in: drawings, not Fashion-MNIST"
    (note,) = fashion.notes
    assert "The download of Fashion-MNIST failed: 127.0.0.1" in note
    assert reason in note
    assert "set COURSE_DATA" in note
    cache = machine / "cache"
    assert not cache.exists() or not list(cache.rglob("*.gz*"))


def test_dripping_server_is_given_up(machine, publisher, monkeypatch):
    monkeypatch.setattr(_sources, "DOWNLOAD_SECONDS", 0.4)
    publisher.behaviour = "drips"
    start = time.monotonic()
    fashion = datasets.load_fashion_mnist(limit=10)
    assert time.monotonic() - start < 6
    assert "bytes in" in fashion.notes[0]


def test_name_that_never_resolves_is_given_up(machine, monkeypatch):
    def hang(*args, **kwargs):
        time.sleep(3)
        raise OSError("too late")

    monkeypatch.setattr(_sources.urllib.request, "urlopen", hang)
    start = time.monotonic()
    fashion = datasets.load_fashion_mnist(limit=10)
    assert time.monotonic() - start < 2.5
    assert "did not answer within 1 seconds" in fashion.notes[0]


def test_unreachable_publisher_is_asked_once_in_a_process(machine, publisher):
    publisher.behaviour = "404"
    first = datasets.load_fashion_mnist(limit=5)
    asked = len(publisher.requests)
    second = datasets.load_fashion_mnist(limit=5)
    assert asked == 1
    assert len(publisher.requests) == asked
    assert second.notes == first.notes


def test_system_without_threads_falls_back_to_drawings(machine, monkeypatch):
    def refuse(self):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    fashion = datasets.load_fashion_mnist(limit=5)
    assert fashion.is_stand_in
    assert "can't start new thread" in fashion.notes[0]


@pytest.mark.parametrize("content", [b"", b"not gzip", idx_bytes(np.zeros((30,)))])
def test_wrong_file_in_course_data_is_an_error_that_names_it(
    machine, monkeypatch, publisher, content
):
    folder = put(machine / "data", {"train-labels-idx1-ubyte.gz": content})
    monkeypatch.setenv("COURSE_DATA", str(machine / "data"))
    with pytest.raises(datasets.CorruptFile, match="SHA-256") as caught:
        datasets.load_fashion_mnist()
    assert str(folder / "train-labels-idx1-ubyte.gz") in str(caught.value)
    assert hashlib.sha256(content).hexdigest()[:12] in str(caught.value)
    assert publisher.requests == []


def test_course_data_that_names_no_folder_is_noted(machine, monkeypatch):
    monkeypatch.setenv("COURSE_DATA", str(machine / "dtaa"))
    fashion = datasets.load_fashion_mnist()
    assert fashion.source.endswith("from its publisher")
    (note,) = fashion.notes
    assert "COURSE_DATA names no folder" in note
    assert "dtaa" in note


def test_damaged_cached_file_is_set_aside_and_fetched_anew(machine, publisher):
    name = "t10k-images-idx3-ubyte.gz"
    folder = put(machine / "cache", {name: CONTENTS[name][:-9]})
    fashion = datasets.load_fashion_mnist()
    assert publisher.requests == [name]
    assert (folder / f"{name}.corrupt").read_bytes() == CONTENTS[name][:-9]
    assert (folder / name).read_bytes() == CONTENTS[name]
    (note,) = fashion.notes
    assert str(folder / name) in note
    assert "was damaged" in note


def test_damaged_cached_file_is_not_used_without_a_network(machine, publisher):
    publisher.behaviour = "404"
    put(machine / "cache", {"t10k-images-idx3-ubyte.gz": b"damaged"})
    fashion = datasets.load_fashion_mnist()
    assert fashion.is_stand_in
    assert [("damaged" in note, "failed" in note) for note in fashion.notes] == [
        (True, False),
        (False, True),
    ]


def test_cache_that_cannot_be_written_still_gives_the_data(machine, publisher):
    (machine / "cache").write_text("a file where the folder should be")
    fashion = datasets.load_fashion_mnist(split="test")
    assert not fashion.is_stand_in
    assert any("could not be kept in the cache" in note for note in fashion.notes)


def test_interrupted_write_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupted(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(_sources.os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _sources.store(b"content", tmp_path / "folder" / "file.gz")
    assert list((tmp_path / "folder").iterdir()) == []


def _store_many_times(path, letter):
    for _ in range(60):
        _sources.store(letter * 500_000, path)


def test_two_processes_that_store_at_once_do_not_mix(tmp_path):
    path = tmp_path / "file.gz"
    _sources.store(b"a" * 500_000, path)
    context = multiprocessing.get_context("spawn")
    writers = [
        context.Process(target=_store_many_times, args=(path, letter))
        for letter in (b"a", b"b")
    ]
    for writer in writers:
        writer.start()
    seen = set()
    while any(writer.is_alive() for writer in writers):
        content = path.read_bytes()
        assert len(content) == 500_000
        assert len(set(content)) == 1
        seen.add(content[:1])
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    assert seen <= {b"a", b"b"}
    assert [one.name for one in tmp_path.iterdir()] == ["file.gz"]


def test_describe_prints_source_sizes_and_notes(machine, publisher, capsys):
    publisher.behaviour = "404"
    datasets.load_fashion_mnist().describe()
    printed = capsys.readouterr()
    assert "Source: built-in stand-in: drawings, not Fashion-MNIST." in printed.out
    assert "Training pictures: 2,000; test pictures: 500; classes: 10." in printed.out
    assert "Note: The download of Fashion-MNIST failed" in printed.out
    assert printed.err == ""


def test_representation_is_short_and_names_the_source(machine):
    fashion = datasets.load_fashion_mnist(allow_download=False, limit=3)
    assert repr(fashion) == (
        "FashionMnist(3 train, 3 test, source='built-in stand-in: drawings, not "
        "Fashion-MNIST')"
    )


# The published set ----------------------------------------------------------------


@pytest.mark.skipif(
    not os.environ.get("COURSE_DATA"),
    reason="COURSE_DATA names no folder with the published files",
)
def test_published_files_are_taken_and_have_the_published_sizes():
    fashion = datasets.load_fashion_mnist(allow_download=False)
    assert fashion.source.endswith("from COURSE_DATA")
    assert fashion.train_images.shape == (60_000, 28, 28)
    assert fashion.test_images.shape == (10_000, 28, 28)
    np.testing.assert_array_equal(np.bincount(fashion.train_labels), [6000] * 10)
    np.testing.assert_array_equal(np.bincount(fashion.test_labels), [1000] * 10)
    # the first training picture is the well-known ankle boot
    assert fashion.class_names[fashion.train_labels[0]] == "Ankle boot"
    assert fashion.train_images.max() == 255
    # the mean and spread by which this set is commonly normalised
    assert fashion.train_images.mean() / 255 == pytest.approx(0.2860, abs=1e-4)
    assert fashion.train_images.std() / 255 == pytest.approx(0.3530, abs=1e-4)


# The file format ------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(2, 3, 4), (0, 28, 28), (1, 1, 1)])
def test_idx_file_is_read_in_order(shape):
    array = np.arange(np.prod(shape), dtype=np.uint8).reshape(shape)
    read = _idx.parse_idx(idx_bytes(array), 3, "file")
    assert read.shape == shape
    np.testing.assert_array_equal(read, array)


def test_idx_file_written_by_hand_is_read():
    data = bytes([0, 0, 8, 1, 0, 0, 0, 3, 7, 255, 0])
    read = _idx.parse_idx(gzip.compress(data, mtime=0), 1, "file")
    np.testing.assert_array_equal(read, [7, 255, 0])


PICTURES = np.zeros((2, 3, 3))


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (b"", "at least 16 bytes, received 0"),
        (b"plain bytes", "expects a whole gzip file, received 11 bytes"),
        (idx_bytes(PICTURES)[:-12], "expects a whole gzip file"),
        (idx_bytes(PICTURES)[:20] + b"??" * 9, "expects a whole gzip file"),
        (gzip.compress(b"\0\0", mtime=0), "at least 16 bytes, received 2"),
        (idx_bytes(np.zeros(40)), "00 00 08 03 .* received 00 00 08 01"),
        (idx_bytes(PICTURES, kind=0x0D), "received 00 00 0d 03"),
        (
            gzip.compress(gzip.decompress(idx_bytes(PICTURES)) + b"x", mtime=0),
            r"expects 18 values for the shape \(2, 3, 3\), received 19",
        ),
        (
            gzip.compress(gzip.decompress(idx_bytes(PICTURES))[:-1], mtime=0),
            "received 17",
        ),
    ],
)
def test_idx_file_of_another_form_is_refused(content, match):
    with pytest.raises(ValueError, match=match):
        _idx.parse_idx(content, 3, "train-images.gz")


# The drawings ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def drawings():
    start = time.process_time()
    train, test = _garments.draw_garments(2000, 0), _garments.draw_garments(500, 1)
    return train, test, time.process_time() - start


def test_drawings_have_the_form_of_fashion_mnist(drawings):
    (images, labels), (test_images, test_labels), seconds = drawings
    assert seconds < 4  # half a second on a laptop's core
    assert images.shape == (2000, 28, 28)
    assert images.dtype == labels.dtype == np.uint8
    assert test_images.shape == (500, 28, 28)
    np.testing.assert_array_equal(np.bincount(labels), [200] * 10)
    np.testing.assert_array_equal(np.bincount(test_labels), [50] * 10)
    assert images.max() > 230
    assert (images[:, 0, 0] == 0).mean() > 0.9  # on a black ground
    assert (np.diff(labels.astype(int)) != 0).mean() > 0.8  # shuffled


def test_no_drawing_is_blank_or_twice_there(drawings):
    (images, _), (test_images, _), _ = drawings
    flat = np.concatenate([images, test_images]).reshape(2500, -1)
    assert (flat > 60).sum(axis=1).min() > 25
    assert len(np.unique(flat, axis=0)) == 2500


def test_drawings_can_be_told_apart_but_not_too_easily(drawings):
    (images, labels), (test_images, test_labels), _ = drawings
    means = np.array([images[labels == label].mean(axis=0) for label in range(10)])
    gaps = ((test_images[:, None] - means) ** 2).sum(axis=(2, 3))
    accuracy = (gaps.argmin(axis=1) == test_labels).mean()
    assert 0.6 < accuracy < 0.95


def test_drawings_are_the_same_for_the_same_seed():
    first, again = _garments.draw_garments(40, 3), _garments.draw_garments(40, 3)
    other = _garments.draw_garments(40, 4)
    np.testing.assert_array_equal(first[0], again[0])
    np.testing.assert_array_equal(first[1], again[1])
    assert (first[0] != other[0]).any()


def test_stand_in_has_a_training_and_a_test_set_that_differ(machine):
    fashion = datasets.load_fashion_mnist(allow_download=False)
    assert len(fashion.train_images) == 2000
    assert len(fashion.test_images) == 500
    assert (fashion.train_images[:500] != fashion.test_images).any(axis=(1, 2)).all()


def test_class_names_are_those_of_the_publisher():
    assert len(datasets.FASHION_CLASSES) == len(_garments._GARMENTS) == 10
    drawn = [garment.__name__.strip("_") for garment in _garments._GARMENTS]
    named = [
        name.lower().replace("-", "_").replace(" ", "_").removesuffix("/top")
        for name in _fashion.FASHION_CLASSES
    ]
    assert drawn == named


# Pictures that need no network ----------------------------------------------------


def test_digit_eight_is_that_of_the_unit():
    eight = datasets.digit_eight()
    assert eight.dtype.kind == "i"
    assert ["".join(map(str, row)) for row in eight.tolist()] == [
        "001100",
        "010010",
        "001100",
        "010010",
        "001100",
    ]


@pytest.mark.parametrize(
    ("arguments", "shape"),
    [
        ({}, (600, 512)),
        ({"grey": False}, (600, 512, 3)),
        ({"size": 128}, (128, 128)),
        ({"size": 160, "grey": False}, (160, 160, 3)),
        ({"size": (40, 90)}, (40, 90)),
        ({"size": (90, 40)}, (90, 40)),
        ({"size": np.int64(700)}, (700, 700)),
    ],
)
def test_photograph_has_the_size_and_channels_asked_for(arguments, shape):
    pixels = datasets.load_photograph(**arguments)
    assert pixels.shape == shape
    assert pixels.dtype == np.float64
    assert 0 <= pixels.min() < 0.1
    assert 0.9 < pixels.max() <= 1


def test_grey_photograph_is_the_weighted_mean_of_its_channels():
    colour = datasets.load_photograph(grey=False)
    grey = datasets.load_photograph()
    expected = 0.299 * colour[..., 0] + 0.587 * colour[..., 1] + 0.114 * colour[..., 2]
    np.testing.assert_allclose(grey, expected, atol=1e-12)


def test_photograph_is_cut_and_not_stretched():
    # a square is the whole width, so its columns are those of the whole picture
    whole = datasets.load_photograph()
    square = datasets.load_photograph(size=512)
    np.testing.assert_allclose(square, whole[17 : 17 + 512], atol=1e-12)
    small = datasets.load_photograph(size=(1, 512))
    assert small.shape == (1, 512)


@pytest.mark.parametrize("size", [0, (0, 5), -3])
def test_photograph_without_pixels_is_refused(size):
    with pytest.raises(ValueError, match="`size` expects pixels"):
        datasets.load_photograph(size=size)


def test_photograph_has_a_credit():
    assert "public domain" in datasets.PHOTOGRAPH_CREDIT
    assert "Matplotlib" in datasets.PHOTOGRAPH_CREDIT


def test_small_images_are_one_of_each_class_and_always_the_same():
    images = datasets.small_images()
    assert images.shape == (10, 28, 28)
    assert images.dtype == np.uint8
    np.testing.assert_array_equal(images, datasets.small_images())
    assert (images.reshape(10, -1).max(axis=1) > 60).all()


@pytest.mark.parametrize("size", [(96, 128), (24, 24), (64, 200), (150, 40)])
def test_road_scene_has_the_size_asked_for_and_grey_values(size):
    scene = datasets.road_scene(*size)
    assert scene.shape == size
    assert scene.min() >= 0
    assert scene.max() <= 1
    assert scene.std() > 0.1


def test_road_scene_holds_what_the_filters_look_for():
    scene = datasets.road_scene()
    down = np.median(np.abs(np.diff(scene, axis=0)), axis=1)
    assert down.argmax() in (39, 40)  # the horizon, at 0.42 of 96 rows
    lower = np.abs(np.diff(scene[60:], axis=1))
    assert lower.max() > 0.3  # lane markings against the road
    assert scene[:30].mean() > scene[50:].mean() + 0.1  # sky above road


def test_road_scene_depends_on_its_seed_only():
    np.testing.assert_array_equal(datasets.road_scene(), datasets.road_scene(seed=0))
    assert (datasets.road_scene(seed=1) != datasets.road_scene()).mean() > 0.5


def test_road_scene_too_small_to_see_is_refused():
    with pytest.raises(ValueError, match="at least 24 pixels, received 10 and 128"):
        datasets.road_scene(height=10)


def test_importing_the_data_sets_imports_neither_tensorflow_nor_matplotlib():
    code = (
        "import sys, course.datasets; "
        "sys.exit('tensorflow' in sys.modules or 'matplotlib' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
