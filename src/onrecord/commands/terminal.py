"""Progress of a run on a terminal: a bar with pages per second and the time left; else plain lines."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.text import Text

from onrecord.runners.progress import Progress

UNITS = {"reading": "kB", "analysing": "pages", "fetching": "URLs"}
LINE_SECONDS = 10.0


class _Speed(ProgressColumn):
    """Steps per second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        unit = UNITS.get(task.description, "steps")
        return Text("" if not speed else f"{speed:.1f} {unit}/s")


class _Bars:
    """Bars on a terminal; phases of unknown length share one, whose name tells which is on."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._task: TaskID | None = None
        self._open_ended: TaskID | None = None

    def phase(self, name: str, total: int | None) -> None:
        """See `Progress.phase`."""
        if total is not None:
            self._task = self._bars.add_task(name, total=total)
        elif self._open_ended is None:
            self._open_ended = self._task = self._bars.add_task(name, total=None)
        else:
            self._bars.update(self._open_ended, description=name)

    def advance(self, steps: int = 1) -> None:
        """See `Progress.advance`."""
        if self._task is not None:
            self._bars.advance(self._task, steps)

    def end(self) -> None:
        """Everything is done: no bar may look as if it went on."""
        if self._open_ended is not None:
            self._bars.update(self._open_ended, description="comparing", total=1, completed=1)


class _Lines:
    """Plain lines for a log: one at the start of a phase, then one every few seconds."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._name, self._total, self._done, self._start, self._said = "", 0, 0, 0.0, 0.0

    def phase(self, name: str, total: int | None) -> None:
        """See `Progress.phase`."""
        self._name, self._total, self._done = name, total or 0, 0
        self._start = self._said = time.monotonic()
        count = f" {total} {UNITS.get(name, 'steps')}" if total else ""
        self._print(f"{name}{count}")

    def advance(self, steps: int = 1) -> None:
        """See `Progress.advance`."""
        self._done += steps
        now = time.monotonic()
        if now - self._said < LINE_SECONDS:
            return
        self._said = now
        speed = self._done / (now - self._start)
        left = f", {(self._total - self._done) / speed:.0f} s left" if self._total and speed else ""
        unit = UNITS.get(self._name, "steps")
        self._print(f"{self._name} {self._done} of {self._total} {unit}, {speed:.1f} {unit}/s{left}")

    def _print(self, line: str) -> None:
        self._console.print(line, highlight=False, markup=False)


@contextmanager
def shown_progress(console: Console) -> Iterator[Progress]:
    """A Progress that the console shows."""
    if not console.is_terminal:
        yield _Lines(console)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Speed(),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=console) as bars:
        shown = _Bars(bars)
        yield shown
        shown.end()
