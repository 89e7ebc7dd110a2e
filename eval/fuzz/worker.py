"""One process that reads inputs it is told of, watched from outside: a hang or a crash costs only itself."""

import multiprocessing
import resource
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from eval.fuzz.check import check_bytes, check_file
from eval.fuzz.mutate import mutated

START_SECONDS = 120.0
# On a busy machine an input waits for the processor: on the clock it is given this many times longer.
PATIENCE = 6
MAX_MEMORY = 8_000_000_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: `fault` is "" when all held. `seconds` are of processor time."""

    met: Counter[str] = field(default_factory=Counter)
    fault: str = ""
    seconds: float = 0.0
    peak: int = 0


def serve(pipe: Connection, seconds: float) -> None:
    """Answer (number, seed) or (path, name) with an Outcome, until None comes.

    More than `seconds` of processor time on one input end the process, even inside a library's C code.
    """
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    check_bytes(b"warm up", "a.txt")
    pipe.send("ready")
    while (task := pipe.recv()) is not None:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        outcome = _one(*task)
        signal.setitimer(signal.ITIMER_PROF, 0)
        pipe.send(outcome)


def _one(what: int | str, how: int | str) -> Outcome:
    met: Counter[str] = Counter()
    fault = ""
    started = time.process_time()
    try:
        if isinstance(what, int):
            name, raw = mutated(what, int(how))
            started = time.process_time()
            met = check_bytes(raw, name)
        else:
            met = check_file(Path(what), str(how))
    except Exception as error:
        fault = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Outcome(met, fault, time.process_time() - started, peak)


class Watched:
    """A worker process that is started anew when an input takes more than `seconds` of processor time.

    Six times that on the clock end it too: a hang that waits uses no processor.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=serve, args=(other, self._seconds), daemon=True)
        self._process.start()
        other.close()
        if not self._pipe.poll(START_SECONDS):
            raise SystemExit("a fuzz worker could not start")
        self._pipe.recv()

    def ask(self, what: int | str, how: int | str) -> Outcome:
        """The outcome of one input."""
        self._pipe.send((what, how))
        try:
            if self._pipe.poll(self._seconds * PATIENCE):
                answer: Outcome = self._pipe.recv()
                return answer
            fault = f"no answer in {self._seconds * PATIENCE:g} seconds on the clock"
        except (EOFError, OSError):
            self._process.join(1)
            slow = self._process.exitcode == -signal.SIGPROF
            fault = f"more than {self._seconds:g} s of processor time" if slow else "the process died"
        self.end()
        self._start()
        return Outcome(fault=fault, seconds=self._seconds)

    def renew(self) -> None:
        """A new process, so that its peak memory is that of what follows."""
        self.end()
        self._start()

    def end(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
