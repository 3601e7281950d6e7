"""Where a published data set is found: COURSE_DATA, the cache, its publisher.

A further data set needs one more `Remote` in `REMOTES`, and a function that parses
what `fetch` returns.
"""

import contextlib
import hashlib
import http.client
import os
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

CONNECT_SECONDS = 10.0
STALL_SECONDS = 10.0  # without any new data
DOWNLOAD_SECONDS = 300.0  # for one file
_CHUNK_BYTES = 1 << 18


class CorruptFile(ValueError):
    """A file in COURSE_DATA is not the published one."""


class DownloadFailed(OSError):
    """A publisher did not deliver the file."""


@dataclass(frozen=True)
class RemoteFile:
    """A published file.

    Attributes:
        size: Length in bytes.
        sha256: Checksum in hexadecimal.
        folder_url: Where it is published, when that is not where the set is.
    """

    size: int
    sha256: str
    folder_url: str | None = None


@dataclass(frozen=True)
class Remote:
    """A published data set.

    Attributes:
        title: Its name, for learners.
        terms: Who published it, and the licence.
        folder: Its folder in COURSE_DATA and in the cache.
        folder_urls: Where its files are published, in the order to try.
        files: Its files by name.
    """

    title: str
    terms: str
    folder: str
    folder_urls: Sequence[str]
    files: dict[str, RemoteFile]


@dataclass
class Fetched:
    """What `fetch` found.

    Attributes:
        contents: The bytes of each file; empty where the set is not to be had.
        place: Where they came from, in words.
        notes: What went wrong on the way, in sentences.
    """

    contents: dict[str, bytes] = field(default_factory=dict)
    place: str = ""
    notes: list[str] = field(default_factory=list)


REMOTES = {
    "fashion-mnist": Remote(
        title="Fashion-MNIST",
        terms="Zalando Research, MIT",
        folder="fashion-mnist",
        folder_urls=(
            # plain http, as its README has it; the checksum is what is trusted
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com",
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion",
        ),
        files={
            "train-images-idx3-ubyte.gz": RemoteFile(
                26_421_880,
                "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            ),
            "train-labels-idx1-ubyte.gz": RemoteFile(
                29_515,
                "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
            ),
            "t10k-images-idx3-ubyte.gz": RemoteFile(
                4_422_102,
                "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            ),
            "t10k-labels-idx1-ubyte.gz": RemoteFile(
                5_148,
                "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
            ),
        },
    ),
}

# One try for each set and process: a blocked network costs its time-out only once.
_failed_downloads: dict[str, str] = {}


def cache_folder() -> Path:
    """Return the folder in which downloads are kept; it may not exist yet."""
    return Path(platformdirs.user_cache_dir("ait-u3-e5"))


def fetch(remote: Remote, names: Sequence[str], allow_download: bool = True) -> Fetched:
    """Return the contents of files of a published set, checked by SHA-256.

    Args:
        remote: The data set.
        names: Which of its files; all of them are found, or none.
        allow_download: Whether the publisher may be asked. The environment variable
            COURSE_OFFLINE, set to anything, forbids it as well.

    Raises:
        CorruptFile: If a file in COURSE_DATA is not the published one.
    """
    found = Fetched()
    places = set()
    for name in names:
        content = _from_course_data(remote, name, found.notes)
        place = "COURSE_DATA"
        if content is None:
            content = _from_cache(remote, name, found.notes)
            place = "the cache"
        if content is None and allow_download and not os.environ.get("COURSE_OFFLINE"):
            content = _from_publisher(remote, name, found.notes)
            place = "its publisher"
        if content is None:
            return Fetched(notes=found.notes)
        found.contents[name] = content
        places.add(place)
    found.place = " and ".join(sorted(places))
    return found


def is_genuine(content: bytes, file: RemoteFile) -> bool:
    """Return whether content is that of the published file."""
    return (
        len(content) == file.size and hashlib.sha256(content).hexdigest() == file.sha256
    )


def _from_course_data(remote: Remote, name: str, notes: list[str]) -> bytes | None:
    setting = os.environ.get("COURSE_DATA")
    if not setting:
        return None
    folder = Path(setting).expanduser()
    if not os.path.isdir(folder):  # unlike Path.is_dir, false where it may not look
        note = f"COURSE_DATA names no folder: {setting!r}."
        if note not in notes:
            notes.append(note)
        return None
    path = folder / remote.folder / name
    content = _read(path, notes)
    if content is not None and not is_genuine(content, remote.files[name]):
        raise CorruptFile(
            f"{path} is not the published file of {remote.title}: received "
            f"{len(content):,} bytes with SHA-256 {_short_digest(content)}, expected "
            f"{remote.files[name].size:,} bytes with SHA-256 "
            f"{remote.files[name].sha256[:12]}... Replace the file, or delete it to "
            "have it downloaded."
        )
    return content


def _from_cache(remote: Remote, name: str, notes: list[str]) -> bytes | None:
    path = cache_folder() / remote.folder / name
    content = _read(path, notes)
    if content is None or is_genuine(content, remote.files[name]):
        return content
    aside = path.with_name(path.name + ".corrupt")
    with contextlib.suppress(OSError):  # another process may have been faster
        os.replace(path, aside)
    notes.append(
        f"The cached file {path} was damaged (SHA-256 {_short_digest(content)}); it "
        f"was set aside as {aside.name}."
    )
    return None


def _from_publisher(remote: Remote, name: str, notes: list[str]) -> bytes | None:
    if remote.title in _failed_downloads:
        notes.append(_failed_downloads[remote.title])
        return None
    file = remote.files[name]
    urls = [file.folder_url] if file.folder_url else list(remote.folder_urls)
    print(
        f"Downloading {name} of {remote.title} ({file.size / 1e6:.1f} MB), once for "
        "this computer ..."
    )
    reasons = []
    for folder_url in urls:
        url = f"{folder_url}/{name}"
        try:
            content = download(url, file)
        except DownloadFailed as error:
            reasons.append(str(error))
            continue
        try:
            store(content, cache_folder() / remote.folder / name)
        except OSError as error:
            notes.append(f"The download could not be kept in the cache: {error}.")
        return content
    _failed_downloads[remote.title] = (
        f"The download of {remote.title} failed: {'; '.join(reasons)}. It is tried "
        "again after a restart of the kernel. Without a network, set COURSE_DATA to a "
        f"folder with {remote.folder}/{name} and its companions."
    )
    notes.append(_failed_downloads[remote.title])
    return None


def download(url: str, file: RemoteFile) -> bytes:
    """Return a file from its publisher, never waiting without end.

    Raises:
        DownloadFailed: If it cannot be had, or is not the published file.
    """
    host = urllib.parse.urlsplit(url).netloc
    start = time.monotonic()
    parts: list[bytes] = []
    length = 0
    with _connection(url) as response:
        try:
            while part := response.read1(_CHUNK_BYTES):
                parts.append(part)
                length += len(part)
                if length > file.size or time.monotonic() - start > DOWNLOAD_SECONDS:
                    break
        except TimeoutError:
            raise DownloadFailed(
                f"{host} sent nothing for {STALL_SECONDS:g} seconds"
            ) from None
        except (http.client.HTTPException, OSError) as error:
            raise DownloadFailed(f"{host} broke off ({_words(error)})") from None
    content = b"".join(parts)
    if length < file.size:
        seconds = time.monotonic() - start
        raise DownloadFailed(
            f"{host} sent {length:,} of {file.size:,} bytes in {seconds:.0f} seconds"
        )
    if not is_genuine(content, file):
        raise DownloadFailed(f"{host} sent another file than expected (wrong SHA-256)")
    return content


def store(content: bytes, path: Path) -> None:
    """Write a file whole or not at all, also where two processes do so at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


@contextlib.contextmanager
def _connection(url: str) -> Iterator[http.client.HTTPResponse]:
    """Open a URL in a thread: looking up a host name knows no time-out of its own."""
    host = urllib.parse.urlsplit(url).netloc
    result: list[http.client.HTTPResponse | Exception] = []
    abandoned = threading.Event()

    def connect() -> None:
        try:
            result.append(urllib.request.urlopen(url, timeout=STALL_SECONDS))
        except Exception as error:
            if isinstance(error, urllib.error.HTTPError):
                error.close()
            result.append(error)
        if abandoned.is_set() and not isinstance(result[0], Exception):
            result[0].close()

    thread = threading.Thread(target=connect, daemon=True)
    try:
        thread.start()
    except RuntimeError as error:  # a sandbox may allow no further thread
        raise DownloadFailed(f"{host}: {error}") from None
    thread.join(CONNECT_SECONDS)
    if not result:
        abandoned.set()
        raise DownloadFailed(
            f"{host} did not answer within {CONNECT_SECONDS:g} seconds"
        )
    if isinstance(result[0], Exception):
        raise DownloadFailed(f"{host} cannot be had ({_words(result[0])})") from None
    with result[0] as response:
        yield response


def _read(path: Path, notes: list[str]) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        notes.append(f"{path} cannot be read: {_words(error)}.")
        return None


def _words(error: Exception) -> str:
    reason = getattr(error, "reason", None)
    text = str(reason if isinstance(reason, Exception) else error)
    return text or type(error).__name__


def _short_digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12] + "..."
