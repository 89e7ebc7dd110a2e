"""Worker processes, each with a thread that watches it: a page that hangs or kills costs itself only."""

import queue
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.config import Config
from onrecord.data import PageFindings, PageInput, Problem
from onrecord.errors import OnrecordError
from onrecord.runners.frames import receive, send
from onrecord.runners.process import WorkerProcess

WORKER = ("-m", "onrecord.runners.worker")
START_SECONDS = 300.0
AHEAD = 3  # pages waiting for a worker, so that none idles
TIMED_OUT = "timed out"
DIED = "worker died"


class RunnerError(OnrecordError):
    """No worker process could be started."""


class _Lost(Exception):  # noqa: N818 - not an error of the program
    """A worker is gone; `timed_out` tells whether it was ended for being late."""

    def __init__(self, timed_out: bool, code: int | None) -> None:
        super().__init__()
        self.timed_out = timed_out
        self.code = code


class _Worker:
    """One process. All calls come from the one thread that owns it, `end` from any."""

    def __init__(self) -> None:
        self._process = WorkerProcess(WORKER)

    @property
    def running(self) -> bool:
        """Whether its process has not ended."""
        return self._process.running

    def load(self, config: Config) -> None:
        """Wait until its models are loaded. Raises RunnerError with its last words."""
        try:
            self._ask(config, START_SECONDS)
        except _Lost:
            words = self._process.last_words() or "it ended without a word"
            raise RunnerError(f"a worker process could not start: {words}") from None

    def _ask(self, message: object, seconds: float) -> object:
        late = threading.Event()

        def give_up() -> None:
            late.set()
            self._process.kill()

        timer = threading.Timer(seconds, give_up)
        timer.daemon = True
        timer.start()
        try:
            into, out = self._process.streams()
            send(into, message)
            answer: object = receive(out)
        except (OSError, EOFError):
            raise _Lost(late.is_set(), self._process.wait()) from None
        finally:
            timer.cancel()
        if late.is_set():
            raise _Lost(True, None)
        return answer

    def analyse(self, found: PageInput, seconds: float) -> PageFindings:
        """What the worker found on a page. Raises _Lost."""
        answer = self._ask(found, seconds)
        if not isinstance(answer, PageFindings):
            raise _Lost(False, None)
        return answer

    def end(self) -> None:
        """End the process at once."""
        self._process.end()


@dataclass(frozen=True, slots=True)
class _Failure:
    error: OnrecordError


class Pool:
    """`workers` processes over which pages are spread; use it in `with`."""

    def __init__(self, workers: int, config: Config) -> None:
        self._config = config
        self._tasks: queue.SimpleQueue[PageInput | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[PageFindings | _Failure] = queue.SimpleQueue()
        self._alive: set[_Worker] = set()
        self._guard = threading.Lock()
        self._ended = False
        self._threads = [threading.Thread(target=self._supervise, daemon=True) for _ in range(workers)]

    def __enter__(self) -> "Pool":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._guard:
            self._ended = True
            alive = list(self._alive)
        for worker in alive:
            worker.end()
        for _thread in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join(timeout=5)

    def analyse(self, inputs: Iterable[PageInput]) -> Iterator[PageFindings]:
        """What was found on each page, in the order in which they are done."""
        waiting = 0
        for found in inputs:
            self._tasks.put(found)
            waiting += 1
            if waiting >= AHEAD * len(self._threads):
                yield self._next()
                waiting -= 1
        for _ in range(waiting):
            yield self._next()

    def _next(self) -> PageFindings:
        while True:
            try:
                result = self._results.get(timeout=0.5)  # so that Ctrl-C is seen on Windows too
            except queue.Empty:
                continue
            if isinstance(result, _Failure):
                raise result.error
            return result

    def _supervise(self) -> None:
        worker: _Worker | None = None
        while (found := self._tasks.get()) is not None:
            try:
                worker, findings = self._one(worker, found)
            except OnrecordError as error:
                self._results.put(_Failure(error))
                return
            self._results.put(findings)

    def _one(self, worker: _Worker | None, found: PageInput) -> tuple[_Worker | None, PageFindings]:
        """Analyse one page, in a new worker if need be; a page that kills one is tried once more."""
        lost = _Lost(False, None)
        for _ in range(2):
            if worker is None:
                worker = self._start()
            try:
                return worker, worker.analyse(found, self._config.runner.page_seconds)
            except _Lost as error:
                lost = error
                self._end(worker)
                worker = None
                if lost.timed_out or self._ended:
                    break
        return None, _given_up(found, lost, self._config)

    def _start(self) -> _Worker:
        with self._guard:
            if self._ended:
                raise RunnerError("the run has ended")
            worker = _Worker()
            self._alive.add(worker)
        try:
            worker.load(self._config)
        except RunnerError:
            self._end(worker)
            raise
        return worker

    def _end(self, worker: _Worker) -> None:
        with self._guard:
            self._alive.discard(worker)
        worker.end()


def _given_up(found: PageInput, lost: _Lost, config: Config) -> PageFindings:
    place = min((sighting.place for sighting in found.sightings), default=found.page.id)
    if lost.timed_out:
        kind, what = TIMED_OUT, f"not done within {config.runner.page_seconds:g} seconds"
    else:
        kind, what = DIED, f"twice ended the process that read it (exit code {lost.code})"
    problem = Problem(kind, f"{place}: {what}", place, found.page.id)
    return PageFindings(found.page, found.sightings, (), (), (problem,))
