"""A reader's program in a process of its own, with limits on time and memory: what it writes, line by line.

For formats whose libraries are native code: a file that crashes them or holds them up costs itself only.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

LINE_BYTES = 64_000_000


class ChildError(Exception):
    """The program crashed, or took longer than it may; the message says which."""


def run_child(program: Path, arguments: list[str], raw: bytes, seconds: float) -> Iterator[bytes]:
    """Lines that `program` (a Python file) writes when given `raw` on its standard input.

    Raises ChildError, after the lines that came before.
    """
    with tempfile.TemporaryFile() as given:
        given.write(raw)
        given.seek(0)
        process = subprocess.Popen(  # noqa: S603 - our own file in our own interpreter
            [sys.executable, "-P", str(program), *arguments],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )
    until = time.monotonic() + seconds
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    try:
        if process.stdout is None:
            raise ChildError("it could not be started")
        while line := process.stdout.readline(LINE_BYTES):
            yield line
        if process.wait() != 0:
            late = time.monotonic() >= until
            raise ChildError(f"it took more than {seconds:g} seconds" if late else _how(process.returncode))
    finally:
        timer.cancel()
        process.kill()
        process.wait()
        with contextlib.suppress(OSError):
            if process.stdout is not None:
                process.stdout.close()


def _environment() -> dict[str, str]:
    """This process's environment and module path; "-P" keeps the program's own folder out of the latter."""
    paths = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
    return os.environ | {"OMP_NUM_THREADS": "1", "PYTHONPATH": paths}


def _how(code: int) -> str:
    return f"the library crashed (signal {-code})" if code < 0 else f"the library gave up (exit code {code})"
