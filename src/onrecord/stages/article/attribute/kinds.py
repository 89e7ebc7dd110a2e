"""Direct, indirect or mixed: by the quotation marks round an attribution's own words.

Marks round words that belong to a deeper attribution, round a name, a title or a word at arm's length do not
count, nor do the marks that the whole sentence of the cue stands in. A quotation that is never closed is
direct, and so is a reply after a dash.
"""

from bisect import bisect_right

from onrecord.data import AttributionKind
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.text.plainwords import words_in
from onrecord.text.quotes import find_quotations

_OPENING, _CLOSING = "\"“„«‘‚'`「『‹›»", "\"”“»«’‘'」』›‹"
_DASHES = "—–―"
_CONJUNCTIONS = frozenset("that whether dass daß ob что чтобы що щоб чи".split())


def kind_of(layout: Layout, draft: Draft, inner: list[Draft], asides: list[Range]) -> AttributionKind:
    """The kind of one draft. `inner` are the drafts that stand in it, `asides` the ranges set aside."""
    marks = _marks(layout, draft)
    if any(_is_reply(layout.text, part) for part in draft.content):
        return AttributionKind.DIRECT
    deeper = _Stretches(_deeper(inner))
    set_aside = set(asides)
    own_marks = [
        mark for mark in marks if mark not in set_aside and not deeper.covers(mark[0] + 1, mark[1] - 1)
    ]
    held = _Stretches(own_marks)
    quoted = total = 0
    for start, end in draft.content:
        words = words_in(layout.text, start, end)
        if words and words[0].low in _CONJUNCTIONS:
            words = words[1:]
        for word in words:
            inside = held.covers(word.start, word.start + 1)
            total += inside or not deeper.covers(word.start, word.start + 1)
            quoted += inside
    if quoted == 0:
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if quoted == total else AttributionKind.MIXED


class _Stretches:
    """Ranges by their start, with the farthest end so far: whether one of them covers a stretch."""

    def __init__(self, ranges: list[Range]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(ranges):
            self.starts.append(start)
            self.ends.append(max(end, self.ends[-1] if self.ends else 0))

    def covers(self, start: int, end: int) -> bool:
        place = bisect_right(self.starts, start) - 1
        return place >= 0 and self.ends[place] >= end


def _deeper(inner: list[Draft]) -> list[Range]:
    """Parts of the attributions inside; the marks round what two sources share are the inner one's."""
    parts: list[Range] = []
    for other in inner:
        parts.extend([*other.content, *other.source])
        parts.extend([other.addressee] if other.addressee is not None else [])
    return parts


def _marks(layout: Layout, draft: Draft) -> list[Range]:
    """Quotations of the content: the outermost ones; where the cue stands in one too that opened before the
    content, those nested in it."""
    own = [part[0] for part in [*draft.cue, *draft.source]]
    found: list[Range] = []
    for start, end in draft.content:
        for quotation in layout.quotations_in(start, end):
            opened = any(low <= quotation.start < high for low, high in draft.content)
            if opened or not any(quotation.start < at < quotation.end for at in own):
                found.append((quotation.start, quotation.end))
                continue
            found.extend(_nested(layout.text, start, end))
    return sorted(set(found))


def _nested(text: str, start: int, end: int) -> list[Range]:
    """Quotations within a part; marks right beside it belong to it."""
    start -= start > 0 and text[start - 1] in _OPENING
    end += end < len(text) and text[end] in _CLOSING
    return [
        (start + item.start, start + item.end) for item in find_quotations(text[start:end]) if not item.depth
    ]


def _is_reply(text: str, part: Range) -> bool:
    """ "— I will not go": a line that opens with a dash."""
    start = part[0]
    if text[start : start + 1] in _DASHES:
        return True
    line = text.rfind("\n", 0, start) + 1
    return text[line:start].strip(" \t\xa0") in tuple(_DASHES)
