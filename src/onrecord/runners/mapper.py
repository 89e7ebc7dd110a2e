"""One worker of the process engine: applies functions to chunks of items until its input ends.

Started as `python -m onrecord.runners.mapper`, so that it never runs the program that started it. When
the runner dies, even by kill -9, the input ends and so does the worker.
"""

import contextlib
import os
import pickle
import signal
import sys

from onrecord.errors import OnrecordError
from onrecord.runners.engine import Raised, Task
from onrecord.runners.frames import receive, send


def main() -> None:
    """Serve chunks on standard input and output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source = sys.stdin.buffer
    # Libraries may print: what they print must not come between two messages.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with contextlib.suppress(EOFError, OSError):
        while True:
            send(answers, answer(receive(source)))


def answer(task: Task) -> list[object] | Raised:
    """The results of a chunk, or what its function raised."""
    try:
        return [task.function(item) for item in task.items]
    except Exception as error:
        return Raised(_sendable(error))


def _sendable(error: Exception) -> Exception:
    """The error itself where it survives the way back, else one that says the same."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:
        return OnrecordError(f"{type(error).__name__}: {error}")
    return error


if __name__ == "__main__":
    main()
