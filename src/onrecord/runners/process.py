"""One worker process of the runner: how it is started, ended, and asked for its last words."""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from typing import IO

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def environment() -> dict[str, str]:
    """This process's environment and module path, with one thread for each numeric library."""
    paths = os.pathsep.join(path or os.getcwd() for path in sys.path)  # noqa: PTH109 - a string is wanted
    return os.environ | dict.fromkeys(_ONE_THREAD, "1") | {"PYTHONPATH": paths}


class WorkerProcess:
    """A Python program with pipes to its standard input and output; used by one thread, ended by any."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `end`
        self._process = subprocess.Popen(  # noqa: S603 - our own module in our own interpreter
            # -P: a folder of pages that holds a json.py must not run it because the user stands in it.
            [sys.executable, "-P", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=environment(),
            # Ctrl-C reaches the runner only, which then ends its workers: on POSIX, on Windows.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )

    @property
    def running(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def streams(self) -> tuple[IO[bytes], IO[bytes]]:
        """Its standard input and output. Raises EOFError when there are none."""
        into, out = self._process.stdin, self._process.stdout
        if into is None or out is None:
            raise EOFError
        return into, out

    def wait(self) -> int:
        """Its exit code, once it has ended."""
        return self._process.wait()

    def kill(self) -> None:
        """End it, and leave its streams to the thread that reads them."""
        self._process.kill()

    def last_words(self) -> str:
        """The last line that it wrote to standard error, "" when there is none or it was closed."""
        try:
            self._errors.seek(0)
            lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        except ValueError:  # another thread has ended this worker
            return ""
        return lines[-1] if lines else ""

    def end(self) -> None:
        """End it at once and close what it had open."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except (OSError, ValueError):  # what was written to a dead process; another thread was first
                    continue
        with contextlib.suppress(ValueError):  # another thread, which reads its last words, was first
            self._errors.close()
