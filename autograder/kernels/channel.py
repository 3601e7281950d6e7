"""Messages between the grader, the zygote's forks and the keeper of a kernel.

One message is one JSON object in one packet of a Unix `SOCK_SEQPACKET` socket, with
the descriptors that belong to it. Only trusted processes hold such a socket: a
learner's process closes it before any of its code runs.
"""

from __future__ import annotations

import array
import json
import os
import socket
from collections.abc import Sequence
from typing import Any

#: A packet must fit the socket's buffer; requests are a few kilobytes.
LARGEST = 128 * 1024
_MOST_DESCRIPTORS = 16


def pair() -> tuple[socket.socket, socket.socket]:
    """Give two connected ends."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def send(
    channel: socket.socket, message: dict[str, Any], descriptors: Sequence[int] = ()
) -> None:
    """Send one message.

    Raises:
        ValueError: If the message is larger than `LARGEST` bytes.
        OSError: If the other end is gone.
    """
    data = json.dumps(message).encode()
    if len(data) > LARGEST:
        raise ValueError(
            f"A message of {len(data)} bytes does not fit one packet of {LARGEST}."
        )
    ancillary = []
    if descriptors:
        rights = array.array("i", descriptors)
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)]
    channel.sendmsg([data], ancillary, socket.MSG_NOSIGNAL)


def receive(channel: socket.socket) -> tuple[dict[str, Any] | None, list[int]]:
    """Receive one message and its descriptors; `None` when the other end is gone.

    Raises:
        BlockingIOError: If the socket does not wait and nothing is there.
    """
    size = array.array("i").itemsize
    room = socket.CMSG_SPACE(_MOST_DESCRIPTORS * size)
    try:
        try:
            packet = channel.recvmsg(LARGEST, room, socket.MSG_CMSG_CLOEXEC)
        except ConnectionResetError:
            # The other end went without having read all; Linux says so first, and
            # only then gives what that end had sent before.
            packet = channel.recvmsg(LARGEST, room, socket.MSG_CMSG_CLOEXEC)
    except ConnectionError:
        return None, []
    data, ancillary, _, _ = packet
    descriptors = array.array("i")
    for level, kind, content in ancillary:
        if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
            descriptors.frombytes(content[: len(content) - len(content) % size])
    if not data:
        for descriptor in descriptors:
            os.close(descriptor)
        return None, []
    return json.loads(data), list(descriptors)
