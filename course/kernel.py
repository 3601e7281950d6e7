"""The course's kernel: ipykernel, with TensorFlow's start-up noise held back.

TensorFlow's C++ core writes to file descriptor 2 while it is imported, whatever
`TF_CPP_MIN_LOG_LEVEL` says. A learner would see a red box about CUDA drivers under
the first cell of every notebook. The set-up registers this module as the `python3`
kernel of the environment, see `course.workspace`.
"""

import contextlib
import importlib.abc
import importlib.machinery
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from types import ModuleType

ENVIRONMENT = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    # The course is written for the CPU; a half-installed GPU driver only adds noise.
    "CUDA_VISIBLE_DEVICES": "-1",
}


@contextlib.contextmanager
def native_stderr_held_back() -> Iterator[None]:
    """Keep what is written to file descriptor 2 from being seen, unless it matters.

    Python's own `sys.stderr` is not touched. When the block raises, all that was
    held back is written out, because then it may say why.
    """
    with tempfile.TemporaryFile() as held, contextlib.ExitStack() as stack:
        original = os.dup(2)
        stack.callback(os.close, original)
        os.dup2(held.fileno(), 2)
        try:
            yield
        except BaseException:
            os.dup2(original, 2)
            held.seek(0)
            os.write(2, held.read())
            raise
        os.dup2(original, 2)


class _QuietLoader(importlib.abc.Loader):
    """Run another loader with descriptor 2 held back."""

    def __init__(self, loader: importlib.abc.Loader) -> None:
        self._loader = loader

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        # From here on the module looks as if it had been imported the usual way.
        module.__loader__ = module.__spec__.loader = self._loader
        with native_stderr_held_back():
            self._loader.exec_module(module)


class QuietTensorFlow(importlib.abc.MetaPathFinder):
    """Import hook that holds back descriptor 2 for the import of TensorFlow."""

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        """Wrap the loader that the regular path finder finds for TensorFlow."""
        if name != "tensorflow":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _QuietLoader(spec.loader)
        return spec


def main() -> None:
    """Start ipykernel with the hook and the environment in place."""
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    sys.meta_path.insert(0, QuietTensorFlow())
    # `python -m` put the current folder first on the path; ipykernel does the same
    # for a notebook, so nothing is to be mended here.
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()


if __name__ == "__main__":
    main()
