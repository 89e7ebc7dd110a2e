"""One worker process: loads the models once, then analyses page after page until its input ends.

Started as `python -m onrecord.runners.worker`, so that it never runs the program that started it,
on any system. When the runner dies, even by kill -9, the input ends and so does the worker.
"""

import contextlib
import os
import signal
import sys
from typing import IO

from onrecord.runners.frames import receive, send

READY = "ready"


def main() -> None:
    """Serve pages on standard input and output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source = sys.stdin.buffer
    # Libraries may print: what they print must not come between two messages.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with contextlib.suppress(EOFError, OSError):
        _serve(source, answers)


def _serve(source: IO[bytes], answers: IO[bytes]) -> None:
    config = receive(source)
    from onrecord.models.english import load_english  # noqa: PLC0415 - takes seconds
    from onrecord.pipeline.article import analyse_page  # noqa: PLC0415

    load_english()
    send(answers, READY)
    while True:
        send(answers, analyse_page(receive(source), config))


if __name__ == "__main__":
    main()
