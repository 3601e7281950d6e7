"""The file format of MNIST and of the sets made in its likeness."""

import gzip
import math
import zlib

import numpy as np

_UNSIGNED_BYTES = 0x08


def parse_idx(content: bytes, dimensions: int, name: str) -> np.ndarray:
    """Return the array in a gzipped IDX file of unsigned bytes.

    The file starts with two zero bytes, the type of its values, the number of
    dimensions, and the length of each as four bytes, the most significant first.

    Args:
        content: The file.
        dimensions: How many dimensions it should have: 3 for pictures, 1 for labels.
        name: What to call the file in an error.

    Returns:
        An array of uint8.

    Raises:
        ValueError: If the file is anything else.

    Source:
        Y. LeCun, C. Cortes, C. Burges, the MNIST database, "File formats".
    """
    try:
        data = gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError(
            f"{name} expects a whole gzip file, received {len(content):,} bytes that "
            f"cannot be unpacked: {error}. Fetch the file again."
        ) from None
    header = 4 + 4 * dimensions
    if len(data) < header:
        raise ValueError(
            f"{name} expects at least {header} bytes, received {len(data)}. Fetch the "
            "file again."
        )
    expected = bytes([0, 0, _UNSIGNED_BYTES, dimensions])
    if data[:4] != expected:
        raise ValueError(
            f"{name} expects to start with the bytes {expected.hex(' ')} (unsigned "
            f"bytes in {dimensions} dimensions), received {data[:4].hex(' ')}. Is it "
            "another file under this name?"
        )
    shape = tuple(np.frombuffer(data, ">u4", dimensions, offset=4).tolist())
    length = math.prod(shape)
    if len(data) - header != length:
        raise ValueError(
            f"{name} expects {length:,} values for the shape {shape}, received "
            f"{len(data) - header:,}. Fetch the file again."
        )
    return np.frombuffer(data, np.uint8, offset=header).reshape(shape).copy()
