"""Articles in the making, and the marks of the lines that are in none of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.readings import UNLIKE, Readings
from onrecord.stages.article.extract.titles import is_sign_off, writers_of

BREAKING = frozenset(
    {"author", "comments", "notice", "related", "tags", "navigation", "age", "outlet line", "contact"}
)


@dataclass(slots=True)
class Draft:
    """An article in the making: lines in page order, the title among them."""

    title: Line | None
    lines: list[Line] = field(default_factory=list)
    headings: list[Line] = field(default_factory=list)
    byline: tuple[Line, str] | None = None
    above: list[Line] = field(default_factory=list)
    printed: bool = False  # a further article of one printed page: under the page's masthead and date


@dataclass(slots=True)
class Segments:
    """Drafts, and the mark of every line that is in none of them (by line index)."""

    drafts: list[Draft]
    marks: dict[int, Mark]
    sure: bool = False  # most drafts are framed as articles of their own, whatever a model reads


class Cutting:
    """What is known of the lines of a page while it is cut: marks, what is read as text, its words."""

    def __init__(self, lines: Sequence[Line], marks: dict[int, Mark], readings: Readings | None) -> None:
        self.marks = dict(marks)
        self.readings = readings
        self.refused: list[Line] = []
        self.lower = _lower_words(lines)
        self.capitals = _capitals(lines)

    def kind(self, line: Line) -> str:
        """The kind of furniture that a line is, "" for none."""
        found = self.marks.get(line.index)
        return found.kind if found else ""

    def breaks(self, line: Line) -> bool:
        """Furniture after which the article may be over, or its closing credit."""
        return self.kind(line) in BREAKING or (line.index not in self.marks and is_sign_off(line))

    def refuse(self, line: Line) -> None:
        """Mark a line as furniture by its reading; the reasons of all are found at once, at the end."""
        self.marks[line.index] = Mark(UNLIKE, "")
        self.refused.append(line)

    def read_as_text(self, line: Line) -> bool:
        """Whether a short line is text by its reading."""
        return self.readings is not None and self.readings.is_text(line.index)

    def shorts(self, pending: Sequence[Line]) -> list[Line]:
        """The lines that are no furniture so far."""
        return [other for other in pending if other.index not in self.marks]

    def keep(self, draft: Draft, line: Line) -> None:
        """A short line into the text."""
        draft.lines.append(line)
        draft.headings.append(line)

    def credit(self, draft: Draft, line: Line) -> None:
        """A closing credit: of people a byline, of outlets a line of the text."""
        names = writers_of(line)
        if names is None:
            self.keep(draft, line)
            return
        if draft.byline is None:
            draft.byline = (line, names)
        self.marks[line.index] = Mark("byline", f"{line.shown} names who wrote and edited, below the text")


def _capitals(lines: Sequence[Line]) -> frozenset[str]:
    """Words with a capital inside the sentences of a page."""
    return frozenset(word for line in lines if line.prose for word in line.words[1:] if word[:1].isupper())


def _lower_words(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.words if word.islower())
