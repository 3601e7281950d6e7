"""Where a published data set is found: COURSE_DATA, the cache, its publisher.

A further data set needs one more `Remote` in `_remotes.py`, and a function that parses
what `fetch` returns.
"""

import contextlib
import gzip
import hashlib
import http.client
import io
import os
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from course.datasets._remotes import Remote, RemoteFile

CONNECT_SECONDS = 10.0
STALL_SECONDS = 10.0  # without any new data
DOWNLOAD_SECONDS = 300.0  # for one file
_CHUNK_BYTES = 1 << 18


class CorruptFile(ValueError):
    """A file in COURSE_DATA is not the published one."""


class DownloadFailed(OSError):
    """A publisher did not deliver the file."""


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
    if file.packed:
        try:
            with gzip.GzipFile(fileobj=io.BytesIO(content)) as unpacked:
                content = unpacked.read(file.size + 1)
        except (OSError, EOFError, zlib.error):
            return False
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
        file = remote.files[name]
        raise CorruptFile(
            f"{path} is not the published file of {remote.title}: received "
            f"{len(content):,} bytes with SHA-256 {_short_digest(content)}, expected "
            f"{'a gzip file that holds ' if file.packed else ''}{file.size:,} bytes "
            f"with SHA-256 {file.sha256[:12]}... Replace the file, or delete it to "
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
    folder_urls = [file.folder_url] if file.folder_url else list(remote.folder_urls)
    urls = [f"{folder_url}/{name}" for folder_url in folder_urls]
    if file.published:
        urls = [file.published.url]
    if not urls:
        notes.append(
            f"{remote.title} cannot be downloaded by the course. Set COURSE_DATA to a "
            f"folder with {remote.folder}/{name}."
        )
        return None
    print(
        f"Downloading {name} of {remote.title} ({file.size / 1e6:.1f} MB), once for "
        "this computer ..."
    )
    reasons = []
    for url in urls:
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
    most_bytes = file.published.most_bytes if file.published else file.size
    start = time.monotonic()
    parts: list[bytes] = []
    length = 0
    with _connection(url) as response:
        try:
            while part := response.read1(_CHUNK_BYTES):
                parts.append(part)
                length += len(part)
                if length > most_bytes or time.monotonic() - start > DOWNLOAD_SECONDS:
                    break
        except TimeoutError:
            raise DownloadFailed(
                f"{host} sent nothing for {STALL_SECONDS:g} seconds"
            ) from None
        except (http.client.HTTPException, OSError) as error:
            raise DownloadFailed(f"{host} broke off ({_words(error)})") from None
    content = b"".join(parts)
    if file.published:
        content = file.published.restore(content)
    elif length < file.size:
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
