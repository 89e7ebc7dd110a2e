"""Which further articles of a flat page to believe in, by what the line classifier makes of the whole page.

Real pages are full of headlines with a sentence or two below them that tease other reports. A further
article counts when its text is read as text among all the lines of the page, or is an article in full.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


def trusted(found: Starts, lines: Sequence[Line], marks: Mapping[int, Mark], readings: Readings) -> Starts:
    """All starts of a page on which most of them head articles; none of any other page."""
    bounds = [*(start.head for start in found.starts), len(lines)]
    articles = sum(
        _body(lines[first:last], marks, found, readings).is_article for first, last in pairwise(bounds)
    )
    return found if found.sure or articles > MOST * len(found.starts) else Starts((), {})


def _body(lines: Sequence[Line], marks: Mapping[int, Mark], found: Starts, readings: Readings) -> Body:
    own = [
        line for line in lines if line.prose and line.index not in marks and line.index not in found.teasers
    ]
    read = sum(len(line.text) for line in own if readings.is_text(line.index))
    return Body(len(own), sum(len(line.text) for line in own), read)
