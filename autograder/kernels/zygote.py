"""The zygote: a process that has imported everything and forks a kernel on request.

It holds no secret and no learner's state. Whoever connects to its socket gets a fork
of it; the fork, not the zygote, reads the request (`autograder.kernels.keeper`). So
nothing that concerns one kernel is ever in the memory from which the next one is
forked.

Run as a process of its own by `autograder.kernels.client.Zygote`, with an emptied
environment: `python -I -c "…; main()" LISTENER FOLDER MODULE…`. It ends, and removes
its folder, when its standard input, held open by its owner, is closed.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import shutil
import signal
import socket
import sys
from collections.abc import Iterable
from typing import NoReturn

# What the forks need is imported here: inside a sandbox there is no file to import
# this package from.
from autograder.kernels import (  # noqa: F401
    frames,
    graphs,
    hugepages,
    ipython,
    keeper,
    probe,
)


def main() -> NoReturn:
    """Import the modules named on the command line, then fork for whoever connects."""
    gc.disable()  # looks in vain for garbage, for a fifth of the time of the imports
    listener = socket.socket(fileno=int(sys.argv[1]))
    folder = sys.argv[2]
    frames.call(preload, sys.argv[3:])
    with contextlib.suppress(Exception):  # some other module may have that name
        graphs.prepare()
    # The command line is part of every fork's memory, and so is the path.
    sys.argv[:] = ["kernel"]
    serve(listener, folder, lifeline=sys.stdin.fileno())


def preload(modules: Iterable[str]) -> None:
    """Import modules; one that is not installed or broken is left to the notebook."""
    for name in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)


def serve(listener: socket.socket, folder: str, lifeline: int) -> NoReturn:
    """Fork a keeper for each connection until `lifeline` is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # keepers need no waiting for
    # Objects made so far are never looked at by the collector again, so that forks
    # go on sharing the memory they stand in. Garbage is one in a hundred of them; to
    # look for it would hold up the first fork by half a second.
    gc.freeze()
    gc.enable()
    poller = select.poll()
    poller.register(listener, select.POLLIN)
    poller.register(lifeline, select.POLLIN)
    forked = False
    while True:
        ready = {descriptor for descriptor, _ in poller.poll()}
        if lifeline in ready and not os.read(lifeline, 1):
            shutil.rmtree(folder, ignore_errors=True)
            os._exit(0)
        if listener.fileno() not in ready:
            continue
        connection, _ = listener.accept()
        try:
            child = os.fork()
        except OSError:
            child = -1  # the client sees its connection closed
        if child == 0:
            keeper.main(connection)
        connection.close()
        if not forked:  # the first tries the sandbox out; there is half a second
            hugepages.use()
            forked = True
