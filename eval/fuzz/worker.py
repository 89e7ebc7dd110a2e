"""One process that reads inputs it is told of, watched from outside: a hang or a crash costs only itself."""

import multiprocessing
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from eval.fuzz.check import check_bytes, check_file
from eval.fuzz.mutate import mutated

START_SECONDS = 120.0
MAX_MEMORY = 8_000_000_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: `fault` is "" when all held."""

    met: Counter[str] = field(default_factory=Counter)
    fault: str = ""
    seconds: float = 0.0
    peak: int = 0


def serve(pipe: Connection) -> None:
    """Answer (number, seed) or (path, name) with an Outcome, until None comes."""
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    check_bytes(b"warm up", "a.txt")
    pipe.send("ready")
    while (task := pipe.recv()) is not None:
        pipe.send(_one(*task))


def _one(what: int | str, how: int | str) -> Outcome:
    met: Counter[str] = Counter()
    fault = ""
    started = time.perf_counter()
    try:
        if isinstance(what, int):
            name, raw = mutated(what, int(how))
            started = time.perf_counter()
            met = check_bytes(raw, name)
        else:
            met = check_file(Path(what), str(how))
    except Exception as error:
        fault = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Outcome(met, fault, time.perf_counter() - started, peak)


class Watched:
    """A worker process that is ended and started anew when an input takes longer than `seconds`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=serve, args=(other,), daemon=True)
        self._process.start()
        other.close()
        if not self._pipe.poll(START_SECONDS):
            raise SystemExit("a fuzz worker could not start")
        self._pipe.recv()

    def ask(self, what: int | str, how: int | str) -> Outcome:
        """The outcome of one input."""
        self._pipe.send((what, how))
        try:
            if self._pipe.poll(self._seconds):
                answer: Outcome = self._pipe.recv()
                return answer
            fault = f"no answer in {self._seconds:g} seconds"
        except (EOFError, OSError):
            fault = "the process died"
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
