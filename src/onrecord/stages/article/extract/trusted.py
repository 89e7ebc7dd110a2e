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
FULL_LINES = 3
SHORT = 300
READ = 0.5
MOST = 0.5
HARDLY = 0.1


@dataclass(frozen=True, slots=True)
class Body:
    """The sentences below a headline: how many, their characters, and those read as text."""

    lines: int
    size: int
    read: int

    @property
    def is_article(self) -> bool:
        """Read as text for the most part and no mere teaser; or several sentences and enough of them."""
        if self.read >= READ * self.size:
            return self.size >= SHORT
        return self.size >= FULL and self.lines >= FULL_LINES

    @property
    def is_unread(self) -> bool:
        """Hardly anything of it is read as text."""
        return self.read < HARDLY * self.size


def trusted(found: Starts, lines: Sequence[Line], marks: Mapping[int, Mark], readings: Readings) -> Starts:
    """The starts of a page on which most of them head articles; none of any other page.

    Unless the headlines leave no doubt, what stands below one and is hardly read as text is a teaser.
    """
    if found.sure:
        return found
    bounds = pairwise([*(start.head for start in found.starts), len(lines)])
    bodies = [_body(lines[first:last], marks, found, readings) for first, last in bounds]
    if sum(body.is_article for body in bodies) <= MOST * len(bodies):
        return Starts((), {})
    return _without_unread(found, bodies, lines)


def _without_unread(found: Starts, bodies: Sequence[Body], lines: Sequence[Line]) -> Starts:
    bounds = pairwise([*(start.head for start in found.starts), len(lines)])
    kept = []
    teasers = dict(found.teasers)
    for start, body, (first, last) in zip(found.starts, bodies, bounds, strict=True):
        if body.is_unread:
            teasers = dict.fromkeys((line.index for line in lines[first:last]), start.title) | teasers
        else:
            kept.append(start)
    return replace(found, starts=tuple(kept), teasers=teasers) if kept else Starts((), {})


def _body(lines: Sequence[Line], marks: Mapping[int, Mark], found: Starts, readings: Readings) -> Body:
    own = [
        line for line in lines if line.prose and line.index not in marks and line.index not in found.teasers
    ]
    read = sum(len(line.text) for line in own if readings.is_text(line.index))
    return Body(len(own), sum(len(line.text) for line in own), read)
