"""What the attribution rules pass to each other: a draft in plain offsets, and the article's layout."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from onrecord.lang.parties import is_party_phrase
from onrecord.text.quotes import Quotation, find_quotations

Range = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """An attribution in the making; `pattern` tells how it was found (finish.py words the reason by it).

    `carrier` is the attribution whose content it stands in, `antecedent` what a source like "who" stands
    for, `takes_quote` whether a quotation that follows may go on with it.
    """

    source: list[Range]
    cue: list[Range]
    content: list[Range]
    cue_class: str
    pattern: str
    confidence: float
    carrier: "Draft | None" = None
    negated: bool = False
    addressee: Range | None = None
    occasion: list[Range] = field(default_factory=list)
    antecedent: Range | None = None
    takes_quote: bool = False
    carried_on: bool = False  # stands behind its carrier's content and not in it
    kind: str = ""  # given by a model; else read off the quotation marks
    factuality: str = "fact"
    setting: str = "body"
    place: Range | None = None
    time: Range | None = None
    medium: Range | None = None


@dataclass(slots=True)
class Layout:
    """An article's text with its outermost quotations, lines and sentences."""

    text: str
    quotations: tuple[Quotation, ...]
    starts: list[int]
    lines: list[int]
    sentences: list[Range]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The outermost quotation that holds `offset`."""
        place = bisect_right(self.starts, offset) - 1
        if place >= 0 and self.quotations[place].end > offset:
            return self.quotations[place]
        return None

    def quotations_in(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The outermost quotations that share a character with a range."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = bisect_left(self.starts, end)
        return tuple(item for item in self.quotations[first:last] if item.end > start)

    def sentence_before(self, offset: int) -> Range | None:
        """The sentence before the one that holds `offset`."""
        place = bisect_right(self.sentences, (offset, len(self.text) + 1)) - 2
        return self.sentences[place] if place >= 0 else None

    def sentence_at(self, offset: int) -> Range | None:
        """The sentence that holds `offset`."""
        place = bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1
        return self.sentences[place] if place >= 0 else None

    def line_range(self, offset: int) -> Range:
        """Start and end of the line that holds `offset`."""
        number = self.line_of(offset)
        end = self.lines[number + 1] - 1 if number + 1 < len(self.lines) else len(self.text)
        return self.lines[number], end

    def line_of(self, offset: int) -> int:
        """The number of the line that holds `offset`."""
        return bisect_right(self.lines, offset) - 1

    def same_line(self, one: int, two: int) -> bool:
        """Whether no line break stands between two offsets."""
        return self.line_of(one) == self.line_of(two)


def make_layout(text: str, sentences: list[Range]) -> Layout:
    """Pair the quotation marks of a text and cut its sentences at line ends."""
    outer = tuple(quotation for quotation in find_quotations(text) if quotation.depth == 0)
    lines = [0] + [place + 1 for place, character in enumerate(text) if character == "\n"]
    cut = sorted(part for start, end in sentences for part in _lines_of(text, start, end))
    return Layout(text, outer, [quotation.start for quotation in outer], lines, _joined(text, cut))


def _joined(text: str, sentences: list[Range]) -> list[Range]:
    """Put together what a splitter cut at a colon: "its position has not changed: it must align"."""
    result: list[Range] = []
    for start, end in sentences:
        if result and text[result[-1][1] - 1] == ":" and "\n" not in text[result[-1][1] : start]:
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return result


def _lines_of(text: str, start: int, end: int) -> list[Range]:
    parts = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        part = trim(text, start, stop, " \t\r\xa0")
        if part[0] < part[1]:
            parts.append(part)
        start = stop + 1
    return parts


def trim(text: str, start: int, end: int, strip: str = " \t\n\r\xa0,;") -> Range:
    """Shrink a range past spaces and the commas around it."""
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return start, end


def is_party(text: str, part: Range) -> bool:
    """Whether a range is the name of somebody or a noun for those who can be cited."""
    return is_party_phrase(text[part[0] : part[1]])


def without(outer: Range, hole: Range) -> list[Range]:
    """What is left of a range when another is cut out of it."""
    if hole[1] <= outer[0] or hole[0] >= outer[1]:
        return [outer]
    parts = [(outer[0], hole[0]), (hole[1], outer[1])]
    return [part for part in parts if part[0] < part[1]]


def merge(ranges: list[Range], text: str) -> list[Range]:
    """Sort ranges and join those that touch or have only spaces between them."""
    result: list[Range] = []
    for start, end in sorted(ranges):
        if result and (start <= result[-1][1] or not text[result[-1][1] : start].strip(" ")):
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
