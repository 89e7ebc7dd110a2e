"""Which further articles of a flat page to believe in, by what the line classifier makes of the whole page.

Real pages are full of headlines with a sentence or two below them that tease other reports. A further
article counts when its text is read as text among all the lines of the page, or is an article in full.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.readings import Readings
from onrecord.stages.article.extract.starts import Starts

FULL = 600
LONG = 120
READ = 0.5


@dataclass(frozen=True, slots=True)
class Body:
    """The sentences below a headline: how many, their characters, and those read as text."""

    lines: int
    size: int
    read: int

    @property
    def is_read(self) -> bool:
        """Read as text for the most part."""
        return self.read >= READ * self.size > 0

    @property
    def is_full(self) -> bool:
        """Long paragraphs, and enough of them."""
        return self.size >= FULL and self.size >= LONG * self.lines


def trusted(
    found: Starts, lines: Sequence[Line], marks: Mapping[int, Mark], readings: Readings
) -> tuple[Starts, frozenset[int]]:
    """The starts of parts that are articles, and the first lines of those that are read by themselves.

    What stands under the other headlines is left to the readings of the page.
    """
    bounds = [*(start.head for start in found.starts), len(lines)]
    kept, alone = [], set()
    for start, (first, last) in zip(found.starts, pairwise(bounds), strict=True):
        body = _body(lines[first:last], marks, found, readings)
        if body.is_read or body.is_full:
            kept.append(start)
        if body.is_full and not body.is_read:
            alone.add(start.head)
    return (replace(found, starts=tuple(kept)) if kept else Starts((), {})), frozenset(alone)


def _body(lines: Sequence[Line], marks: Mapping[int, Mark], found: Starts, readings: Readings) -> Body:
    own = [
        line for line in lines if line.prose and line.index not in marks and line.index not in found.teasers
    ]
    read = sum(len(line.text) for line in own if readings.is_text(line.index))
    return Body(len(own), sum(len(line.text) for line in own), read)
