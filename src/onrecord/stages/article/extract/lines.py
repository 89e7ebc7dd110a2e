"""The lines of a page and what can be seen of each by itself."""

import re
from dataclasses import dataclass, field

from onrecord.data import RecurringLine, Span, span_of
from onrecord.text.wrapped import unwrapped

SENTENCE_END = re.compile(r"[.!?…][\"'”’»“)\]]{0,3}$")
INNER_END = re.compile(r"[.!?…][\"'”’»)]{0,2}\s")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SHOWN = 70
LOOKED_AT = 2_000
MIN_PROSE_WORDS = 4
LONG_WORDS = 25
TITLE_WORDS = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line (or hard-wrapped paragraph) of a page, offsets without outer white space.

    `recurring` is what other pages of the site teach of it. `prose` tells a sentence by form: it ends
    like one, or is long and holds the end of one.
    """

    index: int
    start: int
    end: int
    text: str
    gap: int
    words: tuple[str, ...] = field(repr=False)
    recurring: RecurringLine | None = None
    prose: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "prose", _is_prose(self.text, len(self.words)))

    @property
    def span(self) -> Span:
        """The line as a span of the page's text."""
        return Span(self.start, self.end, self.text)

    @property
    def shown(self) -> str:
        """The line, quoted and cut, for reasons."""
        return quote(self.text)


def _is_prose(text: str, words: int) -> bool:
    if words < MIN_PROSE_WORDS:
        return False
    if SENTENCE_END.search(text[-6:]):
        return True
    return words >= 2 * LONG_WORDS or (words >= LONG_WORDS and INNER_END.search(text[:LOOKED_AT]) is not None)


def quote(text: str) -> str:
    """`text` in quotation marks, cut to some seventy characters."""
    shown = " ".join(text[: SHOWN * 2].split())
    return f"“{shown}”" if len(shown) <= SHOWN else f"“{shown[:SHOWN].rstrip()}…”"


def split_lines(text: str) -> list[Line]:
    """Non-blank lines of `text`; lines of a hard-wrapped text are put together to paragraphs."""
    ranges = unwrapped(text, _ranges(text))
    lines = []
    for index, (start, end, gap) in enumerate(ranges):
        span = span_of(text, start, end)
        words = tuple(WORD.findall(span.text[:LOOKED_AT]))
        lines.append(Line(index, start, end, span.text, gap, words))
    return lines


def _ranges(text: str) -> list[tuple[int, int, int]]:
    """(start, end, blank lines before) of each non-blank line."""
    ranges = []
    offset = gap = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = offset + line.index(stripped[0])
            ranges.append((start, start + len(stripped), gap))
            gap = 0
        else:
            gap += 1
        offset += len(line)
    return ranges
