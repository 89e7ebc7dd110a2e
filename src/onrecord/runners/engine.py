"""An engine over worker processes: what takes long is spread over them, what does not stays here.

The first part of every `map` runs in this process, under a clock. Only when that shows that the items
are heavy, and more of them wait, are workers started; what remains is sent to them in chunks and comes
back in the order of the items. So the answer is that of `LocalEngine`, wherever each item ran.
"""

import queue
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TypeVar

from onrecord.errors import EngineError
from onrecord.runners.frames import receive, send
from onrecord.runners.process import WorkerProcess

Item = TypeVar("Item")
Value = TypeVar("Value")
Out = TypeVar("Out")

MAPPER = ("-m", "onrecord.runners.mapper")
PATIENCE = 20.0  # seconds of work here before workers are worth their start (two workers: docs/benchmarks.md)
AGAIN = 0.5  # the same once workers are there
HEAVY = 0.0005  # seconds an item; lighter ones cost more to send than to do
CHUNK = 32
AHEAD = 3  # chunks under way for each worker


@dataclass(frozen=True, slots=True)
class Task:
    """A chunk of items for a function that can be imported by name (or a partial of one)."""

    function: Callable[[object], object]
    items: list[object]


@dataclass(frozen=True, slots=True)
class Raised:
    """What a function raised in a worker."""

    error: BaseException


class _Mapper:
    """One worker process; used by one thread at a time, ended by any."""

    def __init__(self) -> None:
        self._process = WorkerProcess(MAPPER)

    @property
    def running(self) -> bool:
        """Whether its process has not ended."""
        return self._process.running

    def run(self, task: Task) -> list[object]:
        """The results of a chunk. Raises what the function raised, EngineError when the process is gone."""
        try:
            into, out = self._process.streams()
            send(into, task)
            answer = receive(out)
        except (OSError, EOFError):
            raise EngineError(self._obituary(task)) from None
        if isinstance(answer, Raised):
            raise answer.error
        results: list[object] = answer
        return results

    def _obituary(self, task: Task) -> str:
        code = self._process.wait()
        words = self._process.last_words()
        return (
            f"a worker process ended (exit code {code}) while it ran {name_of(task.function)} "
            f"over {len(task.items)} items{f': {words}' if words else ''}"
        )

    def end(self) -> None:
        """End the process at once."""
        self._process.end()


def name_of(function: Callable[..., object]) -> str:
    """The name of a function, also under a partial."""
    while isinstance(function, partial):
        function = function.func
    return getattr(function, "__qualname__", repr(function))


class ProcessEngine:
    """See `onrecord.engine.Engine`; over at most `workers` processes. Use it in `with`.

    `patience` is how many seconds a `map` runs here before it may go to the workers; `heavy`, how many
    seconds an item must take on average for that.
    """

    def __init__(self, workers: int, patience: float = PATIENCE, heavy: float = HEAVY) -> None:
        self._workers = max(0, workers)
        self._patience = patience
        self._heavy = heavy
        self._alive: list[_Mapper] = []
        self._idle: queue.SimpleQueue[_Mapper] = queue.SimpleQueue()
        self._threads: ThreadPoolExecutor | None = None
        self._guard = threading.Lock()
        self._ended = False

    def __enter__(self) -> "ProcessEngine":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all workers; what they were doing is lost."""
        with self._guard:
            self._ended = True
            alive, self._alive = self._alive, []
        for mapper in alive:
            mapper.end()
        if self._threads is not None:
            self._threads.shutdown(wait=True, cancel_futures=True)
            self._threads = None

    @property
    def started(self) -> int:
        """How many workers have been started."""
        return len(self._alive)

    def map(self, function: Callable[[Item], Out], items: Iterable[Item]) -> Iterator[Out]:
        """See `Engine.map`. Raises EngineError when a worker dies."""
        row = iter(items)
        if self._workers < 2:
            yield from map(function, row)
            return
        spent, done = 0.0, 0
        patience = min(self._patience, AGAIN) if self._alive else self._patience
        while spent < patience or spent < self._heavy * done:
            start = time.perf_counter()
            for item in islice(row, 1):
                result = function(item)
                break
            else:
                return
            spent += time.perf_counter() - start
            done += 1
            yield result
        yield from self._spread(function, row)

    def _spread(self, function: Callable[[Item], Out], row: Iterator[Item]) -> Iterator[Out]:
        """Chunks to the workers, results in order; few chunks are under way at any time."""
        waiting: deque[Future[list[Out]]] = deque()
        try:
            while chunk := list(islice(row, CHUNK)):
                waiting.append(self._pool().submit(self._run, function, chunk))
                if len(waiting) >= AHEAD * self._workers:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    def _pool(self) -> ThreadPoolExecutor:
        if self._ended:
            raise EngineError("the engine has been closed")
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self._workers)
        return self._threads

    def _run(self, function: Callable[[Item], Out], chunk: list[Item]) -> list[Out]:
        mapper = self._mapper()
        try:
            return mapper.run(Task(function, chunk))  # type: ignore[arg-type, return-value]
        finally:
            if mapper.running:
                self._idle.put(mapper)

    def _mapper(self) -> _Mapper:
        """An idle worker, or a new one: there are never more than threads."""
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            with self._guard:
                if self._ended:
                    raise EngineError("the engine has been closed") from None
                mapper = _Mapper()
                self._alive.append(mapper)
            return mapper

    def group(
        self,
        pairs: Iterable[tuple[str, Value]],
        reduce: Callable[[str, list[Value]], Iterable[Out]],
    ) -> Iterator[Out]:
        """See `Engine.group`: gathered here; heavy reductions go the way of `map`."""
        groups: defaultdict[str, list[Value]] = defaultdict(list)
        for key, value in pairs:
            groups[key].append(value)
        rows = ((key, groups.pop(key)) for key in sorted(groups))
        if self._workers < 2:
            for key, values in rows:
                yield from reduce(key, values)
            return
        for found in self.map(partial(_reduced, reduce=reduce), rows):
            yield from found


def _reduced(row: tuple[str, list[Value]], reduce: Callable[[str, list[Value]], Iterable[Out]]) -> list[Out]:
    return list(reduce(*row))
