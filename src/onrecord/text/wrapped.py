"""Text broken at a column put back into paragraphs: mails, wire services, terminals, old crawls.

At a column every line but the last of a paragraph is *forced*: the first word of the next line would not
have fitted on it. That is the sign of such a text, and tells where its paragraphs end, also where no blank
line does.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

Range = tuple[int, int, int]
"""Start and end of a line without its outer white space, and the number of blank lines above it."""

NARROWEST = 45
WIDEST = 120
OUTLIERS = 50  # one line in so many may be longer: an address that could not be broken
MIN_FORCED = 6
FORCED_SHARE = 0.5  # of the lines longer than half the column that another one follows at once
ENDS = frozenset(".!?…\"'”’»“)]:")
BLANK_SHARE = 0.5
STEM = re.compile(r"\b[^\W\d_]{5}")


def unwrapped(text: str, lines: Sequence[Range]) -> list[Range]:
    """`lines` of `text` with those of one paragraph put together; as they are when no column is seen."""
    width = _column(text, lines)
    if not width:
        return list(lines)
    parted = _blank_lines_part(text, lines, width)
    joined: list[Range] = []
    last = (0, 0, 0)
    for line in lines:
        first = bool(joined) and joined[-1][0] == last[0] and not parted
        if first and _heads(text, last, line):
            joined.append(line)
        elif joined and _goes_on(text, last, line, width, parted):
            joined[-1] = (joined[-1][0], line[1], joined[-1][2])
        else:
            joined.append(line)
        last = line
    return joined


def _column(text: str, lines: Sequence[Range]) -> int:
    """The width at which the text is broken, 0 when it is not."""
    if len(lines) <= MIN_FORCED:
        return 0
    lengths = sorted(end - start for start, end, _ in lines)
    width = lengths[-1 - len(lengths) // OUTLIERS]
    if not NARROWEST <= width <= WIDEST:
        return 0
    long = [
        (one, other) for one, other in pairwise(lines) if other[2] == 0 and 2 * (one[1] - one[0]) >= width
    ]
    forced = sum(_is_forced(text, one, other, width) for one, other in long)
    return width if forced >= MIN_FORCED and forced >= FORCED_SHARE * len(long) else 0


def _is_forced(text: str, line: Range, following: Range, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    length = line[1] - line[0]
    if 2 * length < width:
        return False
    start = following[0]
    space = text.find(" ", start, min(following[1], start + width))
    word = (space if space >= 0 else following[1]) - start
    return length + 1 + word > width


def _blank_lines_part(text: str, lines: Sequence[Range], width: int) -> bool:
    """Whether blank lines stand between most paragraphs: under such a line another one begins."""
    ends = [
        following
        for line, following in pairwise(lines)
        if text[line[1] - 1] in ENDS and (following[2] > 0 or not _is_forced(text, line, following, width))
    ]
    return sum(following[2] > 0 for following in ends) >= BLANK_SHARE * len(ends)


def _heads(text: str, line: Range, following: Range) -> bool:
    """Whether a line that happens to fill the column is a headline: the next names the same, and begins."""
    if text[line[1] - 1] in ENDS or not text[following[0] : following[0] + 2].strip('"“„«')[:1].isupper():
        return False
    own, below = (set(STEM.findall(text[start:end].casefold())) for start, end, _ in (line, following))
    return len(own & below) >= 2


def _goes_on(text: str, line: Range, following: Range, width: int, parted: bool) -> bool:
    """Whether the next line goes on with the paragraph.

    Where no blank lines part paragraphs, a line that ends a sentence ends one, if a capital follows: to
    part one paragraph in two does less harm than to join two.
    """
    if following[2] > 0 or not _is_forced(text, line, following, width):
        return False
    return parted or text[line[1] - 1] not in ENDS or text[following[0]].islower()
