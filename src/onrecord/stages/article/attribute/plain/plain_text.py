"""Text that nothing parses: its sentences, in pieces between commas, colons and dashes."""

import re
from dataclasses import dataclass

from onrecord.lang.cues_de import PlainCues
from onrecord.stages.article.attribute.draft import Layout, Range, trim
from onrecord.text.openings import after_opening

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*", re.UNICODE)
_CUT = re.compile(r"[,:]\s+|\s+[—–]\s+|[,:]$")
_ABBREVIATED = re.compile(r"(?:\b\w|\b(?:Dr|Prof|bzw|ca|Nr|St|Mio|Mrd|usw|гр|ст|ул|им|млн|тыс|рр|\d+))\.$")
EDGE = " \t\r\n\xa0,;:.—–-"
_MAX_PIECES = 60
_LONGEST = 3000  # characters of a sentence that is read


@dataclass(slots=True)
class PlainText(Layout):
    """An article's layout with the cue table of its language."""

    cues: PlainCues


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, without its dateline, and its pieces outside quotations."""

    start: int
    end: int
    pieces: tuple[Range, ...]


def sentences(view: PlainText) -> list[Sentence]:
    """Sentences in order; those of more than 3,000 characters are left out."""
    ranges = view.sentences or [(0, len(view.text))]
    found = []
    for low, high in ranges:
        start = low
        for end in [*_ends(view, low, high), high]:
            first, last = trim(view.text, start, end, " \t\r\n\xa0")
            if first == 0 or view.text[first - 1] == "\n":
                first, last = after_opening(view.text, (first, last))
            if first < last <= first + _LONGEST:
                found.append(Sentence(first, last, _pieces(view, first, last)))
            start = end
    return found


def _ends(view: PlainText, low: int, high: int) -> list[int]:
    """Ends of sentences: full stops outside quotations, line ends, and quotations that end with a stop."""
    ends = []
    for match in re.finditer(r"\n|(?<![.!?…])[.!?…]++[»”“\"’)]*+(?=\s)", view.text[low:high]):
        start, end = low + match.start(), low + match.end()
        if match.group() == "\n":
            ends.append(end)
            continue
        inside = view.quotation_at(start)
        if inside is not None and inside.end > end:
            continue
        following = view.text[end : end + 3].strip()[:1]
        if _ABBREVIATED.search(view.text[max(low, start - 6) : start + 1]) or not (
            following[:1].isupper() or following in '„«"“—–' or not following
        ):
            continue
        ends.append(end)
    return ends


def _pieces(view: PlainText, start: int, end: int) -> tuple[Range, ...]:
    pieces: list[Range] = []
    last = start
    for match in _CUT.finditer(view.text, start, end):
        if view.quotation_at(match.start()) is None and len(pieces) < _MAX_PIECES:
            pieces.append((last, match.start()))
            last = match.end()
    pieces.append((last, end))
    return tuple(pieces)


def words_of(view: PlainText, start: int, end: int) -> list[re.Match[str]]:
    """Words of a range that stand in no quotation."""
    return [
        match for match in WORD.finditer(view.text, start, end) if view.quotation_at(match.start()) is None
    ]


def lower(match: re.Match[str]) -> str:
    """A word as the cue tables have it."""
    return match.group().lower()


def with_quotation(view: PlainText, part: Range) -> Range:
    """Take in the marks of quotations that the part begins or ends in."""
    start, end = part
    first, last = view.quotation_at(start), view.quotation_at(max(start, end - 1))
    return (first.start if first is not None else start), (last.end if last is not None else end)
