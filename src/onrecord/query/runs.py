"""Cutting a text into runs, so that marks that nest or overlap can be drawn and every span be jumped to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

Range = tuple[int, int]
ASIDE = "aside"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Characters `start` to `end` are the `role` (source, cue, content) of attribution `number`.

    An aside has the role "aside" and a number of its own. `depth` counts the attributions that this one
    sits in.
    """

    start: int
    end: int
    role: str
    number: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that carry the same marks throughout; `anchors` are known ranges that begin here."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    anchors: tuple[Range, ...]


def cut_runs(text: str, within: Range, marks: Sequence[Mark], ranges: Iterable[Range]) -> tuple[Run, ...]:
    """Runs of `text` within a range, covering it without gap or overlap.

    Marks and ranges that reach beyond the range are cut to it; an anchor is given only where its
    range begins. Takes time in proportion to the runs and the marks that each carries.
    """
    start, end = within
    inside = sorted(mark for mark in marks if mark.start < end and start < mark.end and mark.start < mark.end)
    known = sorted({(low, high) for low, high in ranges if start <= low < end and low < high})
    edges = {start, end}
    edges.update(min(max(edge, start), end) for mark in inside for edge in (mark.start, mark.end))
    edges.update(min(max(edge, start), end) for low, high in known for edge in (low, high))
    anchors: dict[int, list[Range]] = {}
    for low, high in known:
        anchors.setdefault(low, []).append((low, high))
    return _runs(text, sorted(edges), inside, anchors)


def _runs(
    text: str, edges: Sequence[int], inside: Sequence[Mark], anchors: dict[int, list[Range]]
) -> tuple[Run, ...]:
    runs: list[Run] = []
    active: list[Mark] = []
    following = 0
    for low, high in pairwise(edges):
        active = [mark for mark in active if mark.end > low]
        while following < len(inside) and inside[following].start <= low:
            active.append(inside[following])
            following += 1
        carried = tuple(sorted(active, key=attrgetter("depth", "number", "role")))
        runs.append(Run(low, high, text[low:high], carried, tuple(anchors.get(low, ()))))
    return tuple(runs)


def paragraphs(text: str, start: int, end: int) -> tuple[Range, ...]:
    """The lines of a stretch of text that hold more than white space, in order."""
    found: list[Range] = []
    place = start
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        if text[place:stop].strip():
            found.append((place, stop))
        place = stop + 1
    return tuple(found)
