"""The examiner's end of the line to the student's process.

Requests go to the agent through the kernel's stdin channel, which every Jupyter client
connects to, whatever the transport, so it needs no network and no file of its own.
The process at the other end is the student's and may send anything at any time:

- A reply counts only if it carries the random token of the request that waits. One
  that was sent before the request, or twice, or for an earlier one, is dropped.
- A part of a message has a size above which ZeroMQ drops the connection; few messages
  are queued; what is dropped and what is asked for is counted.
- Every wait has a deadline, and ends as well when the grader says that the kernel died.
"""

from __future__ import annotations

import secrets
import time
from typing import Any, Protocol

import zmq
from jupyter_client.connect import ConnectionFileMixin

from autograder.examiner.bounds import Bounds
from autograder.examiner.errors import (
    StudentBroke,
    StudentGone,
    StudentTooSlow,
    StudentUnavailable,
)
from autograder.examiner.injected import wire

_MOST_STRAY_MESSAGES = 1000
_QUEUED_MESSAGES = 8


class Watch(Protocol):
    """What can end a wait for the student: the line to the grader's process."""

    def fileno(self) -> int:
        """Return the descriptor that becomes readable."""

    def poll(self) -> bool:
        """Say whether something is there to read."""


class _Client(ConnectionFileMixin):
    """Connects as a Jupyter client does, within bounds."""

    def stdin(self, identity: bytes) -> zmq.Socket:
        socket = self.context.socket(zmq.DEALER)
        bound_socket(socket, wire.MOST_ARRAYS + wire.MOST_PAYLOAD, _QUEUED_MESSAGES)
        socket.identity = identity
        key = getattr(self, "curve_publickey", None)
        if key is not None:
            socket.curve_secretkey = self.curve_secretkey
            socket.curve_publickey = socket.curve_serverkey = key
        socket.connect(self._make_url("stdin"))
        return socket


def bound_socket(socket: zmq.Socket, message_bytes: int, queued: int) -> None:
    """Limit what a peer can make this process hold; before the socket connects."""
    socket.linger = 0
    socket.setsockopt(zmq.MAXMSGSIZE, message_bytes)
    socket.setsockopt(zmq.RCVHWM, queued)


class Channel:
    """Sends requests to the agent and waits for each one's answer.

    After one failure every request of the same cell fails, and `failure` tells which
    it was, so that a test which catches everything cannot hide it.

    Args:
        connection: The kernel's connection information.
        watch: The line to the grader's process.
        bounds: Limits of the examination.
    """

    def __init__(
        self, connection: dict[str, Any], watch: Watch, bounds: Bounds
    ) -> None:
        self.identity = secrets.token_bytes(16)
        self._client = _Client()
        self._client.load_connection_info(connection)
        self._context = zmq.Context()
        self._client.context = self._context
        self._socket = self._client.stdin(self.identity)
        self._watch = watch
        self._bounds = bounds
        self._poller = zmq.Poller()
        self._poller.register(self._socket, zmq.POLLIN)
        self._poller.register(watch.fileno(), zmq.POLLIN)
        self.deadline = time.monotonic() + bounds.cell_seconds
        self._requests = 0
        self._strays = 0
        self.failure: StudentUnavailable | None = None

    def begin_cell(self, seconds: float) -> None:
        """Start to count anew, with this much time."""
        self.deadline = time.monotonic() + seconds
        self._requests = self._strays = 0
        self.failure = None

    def request(self, payload: bytes, parts: list[Any]) -> tuple[bytes, list[Any]]:
        """Send a request and return the payload and parts of its answer.

        Raises:
            StudentTooSlow: If no answer comes before the cell's deadline.
            StudentGone: If the grader says so.
            StudentBroke: If too much else comes, or too much is asked for.
        """
        if self.failure is not None:
            raise self.failure
        self._requests += 1
        if self._requests > self._bounds.calls:
            raise self.fail(f"more than {self._bounds.calls} requests in one cell")
        token = secrets.token_bytes(16)
        self._send([token, payload, *parts])
        while True:
            frames = self._receive()
            if len(frames) > wire.MOST_PARTS + 2:
                raise self.fail(f"a message of {len(frames)} parts")
            if len(frames) >= 2 and frames[0] == token:
                return frames[1], frames[2:]
            self._strays += 1
            if self._strays > _MOST_STRAY_MESSAGES:
                raise self.fail("messages that answer nothing")

    def post(self, payload: bytes) -> None:
        """Send a request whose answer nobody waits for."""
        try:
            self._socket.send_multipart(
                [secrets.token_bytes(16), payload], flags=zmq.NOBLOCK
            )
        except zmq.Again:
            self.fail("requests are not taken")

    def _send(self, frames: list[Any]) -> None:
        while True:
            try:
                self._socket.send_multipart(frames, flags=zmq.NOBLOCK, copy=True)
            except zmq.Again:
                self._wait(zmq.POLLOUT)
            else:
                return

    def _receive(self) -> list[bytes]:
        self._wait(zmq.POLLIN)
        return self._socket.recv_multipart()

    def _wait(self, event: int) -> None:
        self._poller.modify(self._socket, event)
        while True:
            left = self.deadline - time.monotonic()
            if left <= 0:
                self.failure = StudentTooSlow("The call did not return in time.")
                raise self.failure
            ready = dict(self._poller.poll(left * 1000))
            if self._watch.fileno() in ready and self._watch.poll():
                self.failure = StudentGone("The notebook's process has ended.")
                raise self.failure
            if self._socket in ready:
                return

    def fail(self, what: str) -> StudentBroke:
        """Note that an answer breaks the rules; the cell asks no more."""
        failure = StudentBroke(f"The notebook's process sent what it must not: {what}.")
        self.failure = failure
        return failure

    def close(self) -> None:
        """Close the socket; objects of this process can be asked no more."""
        self.failure = StudentGone("The process that this object was in has ended.")
        self._socket.close(0)
        self._context.term()
