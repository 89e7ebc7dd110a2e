"""When a host may be asked again, and whose turn it is."""

import heapq
import threading
import time
from collections import deque
from collections.abc import Iterable
from datetime import UTC, datetime

from onrecord.fetch.outcome import RefusedError, StoppedError
from onrecord.fetch.urls import Target

_BUSY_SECONDS = 0.05
_LONG_AGO = float("-inf")


class Clock:
    """Time, and sleep that ends when the run is stopped. Tests put another in its place."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    def monotonic(self) -> float:
        """Seconds that only grow."""
        return time.monotonic()

    def now(self) -> datetime:
        """The time of day, UTC."""
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        """Wait; raises StoppedError as soon as the run is stopped."""
        if self._stop.wait(seconds):
            raise StoppedError

    def stop(self) -> None:
        """Wake all sleepers; none sleeps from now on."""
        self._stop.set()

    def stopped(self) -> bool:
        """Whether the run was stopped."""
        return self._stop.is_set()


class Pace:
    """One request at a time to a host, and a pause after each.

    The pause counts from the end of one request to the start of the next. Redirects and robots.txt
    are requests like any other.
    """

    def __init__(self, clock: Clock, interval: float, give_up: int) -> None:
        self._clock, self._interval, self._give_up = clock, interval, give_up
        self._lock = threading.Lock()
        self._intervals: dict[str, float] = {}
        self._ended: dict[str, float] = {}
        self._held: dict[str, float] = {}
        self._busy: set[str] = set()
        self._failed: dict[str, int] = {}

    def slow_down(self, host: str, interval: float) -> None:
        """Pause at least so long after each request to a host."""
        with self._lock:
            self._intervals[host] = max(interval, self._intervals.get(host, self._interval))

    def hold(self, host: str, seconds: float) -> None:
        """Do not ask a host for so many seconds."""
        with self._lock:
            self._held[host] = max(self._clock.monotonic() + seconds, self._held.get(host, _LONG_AGO))

    def ready(self, host: str) -> float:
        """The moment from which a host may be asked again."""
        with self._lock:
            return self._ready(host)

    def _ready(self, host: str) -> float:
        paused = self._ended.get(host, _LONG_AGO) + self._intervals.get(host, self._interval)
        return max(paused, self._held.get(host, _LONG_AGO))

    def begin(self, host: str) -> None:
        """Wait until a host may be asked. Raises RefusedError for one that failed often, StoppedError."""
        while True:
            with self._lock:
                failed = self._failed.get(host, 0)
                if failed >= self._give_up:
                    raise RefusedError(
                        "host left alone", f"{host} failed {failed} times in a row in this run"
                    )
                delay = self._ready(host) - self._clock.monotonic()
                if delay <= 0 and host not in self._busy:
                    self._busy.add(host)
                    return
            self._clock.sleep(max(delay, _BUSY_SECONDS))

    def end(self, host: str, failed: bool) -> None:
        """A request to a host is over; `failed` when it brought no answer, or one that asks for a rest."""
        with self._lock:
            self._busy.discard(host)
            self._failed[host] = self._failed.get(host, 0) + 1 if failed else 0
            self._ended[host] = self._clock.monotonic()


class Turns:
    """Hands out URLs, those of different hosts in turn, and of no host two at a time."""

    def __init__(self, seeds: Iterable[Target], pace: Pace) -> None:
        self._pace = pace
        self._waiting: dict[str, deque[Target]] = {}
        for seed in seeds:
            self._waiting.setdefault(seed.host, deque()).append(seed)
        self._heap = [(_LONG_AGO, number, host) for number, host in enumerate(self._waiting)]
        self._count = len(self._heap)
        self.hosts = self._count
        self._closed = False
        self._changed = threading.Condition()

    def take(self) -> Target | None:
        """The URL whose host may be asked soonest; None when all are handed out."""
        with self._changed:
            while not self._heap and self._waiting and not self._closed:
                self._changed.wait()
            if not self._heap or self._closed:
                return None
            host = heapq.heappop(self._heap)[2]
            return self._waiting[host].popleft()

    def give_back(self, host: str) -> None:
        """The URL taken of this host is done: its next one may be handed out."""
        with self._changed:
            if self._waiting[host]:
                self._count += 1
                heapq.heappush(self._heap, (self._pace.ready(host), self._count, host))
            else:
                del self._waiting[host]
            self._changed.notify_all()

    def close(self) -> None:
        """Hand out no more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
