"""A reader's program in a process of its own, with limits on time and memory: what it writes, line by line.

For formats whose libraries are native code: a file that crashes them or holds them up costs itself only.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Generator
from pathlib import Path
from typing import IO, BinaryIO

LINE_BYTES = 256_000_000


class ChildError(Exception):
    """The program crashed, or took longer than it may; the message says which."""


def run_child(
    program: Path, arguments: list[str], given: BinaryIO, seconds: float, each_line: bool = False
) -> Generator[bytes, None, None]:
    """Lines that `program` (a Python file) writes, with `given` as its standard input, from its beginning.

    It may take `seconds` in all; with `each_line` so many for each line. Raises ChildError, after the
    lines that came before.
    """
    with _file(given) as stream:
        process = subprocess.Popen(  # noqa: S603 - our own file in our own interpreter
            [sys.executable, "-P", str(program), *arguments],
            stdin=stream,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )
    watch = Watch(process, seconds)
    try:
        if process.stdout is None:
            raise ChildError("it could not be started")
        while line := process.stdout.readline(LINE_BYTES):
            if each_line:
                watch.stop()
            yield line
            if each_line:
                watch = Watch(process, seconds)
        if process.wait() != 0:
            raise ChildError(watch.late or _how(process.returncode))
    finally:
        watch.stop()
        process.kill()
        process.wait()
        with contextlib.suppress(OSError):
            if process.stdout is not None:
                process.stdout.close()


class Watch:
    """Kills a process after so many seconds, unless stopped; `late` then says so."""

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self.late = ""
        self._process, self._seconds = process, seconds
        self._timer = threading.Timer(seconds, self._kill)
        self._timer.daemon = True
        self._timer.start()

    def _kill(self) -> None:
        self.late = f"it took more than {self._seconds:g} seconds"
        self._process.kill()

    def stop(self) -> None:
        """Let the process go on."""
        self._timer.cancel()


@contextlib.contextmanager
def _file(given: BinaryIO) -> "Generator[IO[bytes], None, None]":
    """`given` as a file of the system at its beginning: itself, or a copy without a name."""
    try:
        given.fileno()
        direct = given.seekable()
    except OSError:
        direct = False
    if direct:
        given.seek(0)
        os.lseek(given.fileno(), 0, os.SEEK_SET)
        yield given
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(given, copy, 1_000_000)
        copy.seek(0)
        yield copy


def _environment() -> dict[str, str]:
    """This process's environment and module path; "-P" keeps the program's own folder out of the latter."""
    paths = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
    return os.environ | {"OMP_NUM_THREADS": "1", "PYTHONPATH": paths}


def _how(code: int) -> str:
    return f"the library crashed (signal {-code})" if code < 0 else f"the library gave up (exit code {code})"
