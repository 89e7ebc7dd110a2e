"""The stretches of text that can tell of an attribution's circumstances.

They are the words of a sentence beside an attribution's own parts that belong to no attribution; what the
tagger took into the cue behind its verb ("said Thursday"); and what a part ends with that opens, after a
comma, with a word of speaking (", speaking at a rally in Kelm").
"""

from onrecord.lang.cue_lexicon import CueLexicon
from onrecord.lang.saying_words import SayingWords
from onrecord.stages.article.attribute.circumstances.cue_frame import head_of
from onrecord.stages.article.attribute.circumstances.said_row import AFTER, BEFORE, BETWEEN, WITHIN, Region
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.text.openings import after_opening
from onrecord.text.plainwords import words_in

_LONGEST = 400  # characters of a gap that are read
_TAIL = 200  # characters of a part in which its last words of speaking are looked for
_TURNS = (
    *(f", {word} " for word in ("and", "but", "while", "а", "но", "и", "та", "але", "і", "und", "aber")),
    *("; ", " – ", " — "),
)
_ENDS = ".!?"
_CLOSING = "\"”’'»“`"


def gaps_of(
    layout: Layout, draft: Draft, near: list[Draft], table: SayingWords, lexicon: CueLexicon
) -> list[Region]:
    """Regions to read for one draft. `near` are drafts whose cues are close, none of them `is_passing`."""
    own = sorted([*draft.source, *draft.cue, *draft.content])
    regions = _cue_tails(layout, draft, table, lexicon)
    sentence = _sentence(layout, draft) if not is_passing(layout, draft) else None
    if sentence is not None and not _is_prefix(layout, draft):
        low, high = _bounds(layout, draft, sentence)
        mine = [part for part in own if part[0] < high and low < part[1]]
        others = [part for part in _others(draft, near) if part[0] < high and low < part[1]]
        regions.extend(_between(layout, draft, (low, high), mine, others))
    for start, end in [*draft.source[-1:], *draft.content[-1:]]:
        tail = _speaking_tail(layout, start, end, table)
        regions.extend([Region(*tail, draft, WITHIN)] if tail is not None else [])
    return regions


def _sentence(layout: Layout, draft: Draft) -> Range | None:
    """The sentence of the cue, without its dateline ("LORNE, March 3 (Norwire) - ")."""
    at = min(draft.cue)[0]
    found = layout.sentence_at(at)
    if found is None or not found[0] <= at < found[1]:
        return None
    if found[0] == 0 or layout.text[found[0] - 1] == "\n":
        opened = after_opening(layout.text, found)
        found = opened if opened[0] <= at else found
    return found


def _bounds(layout: Layout, draft: Draft, sentence: Range) -> Range:
    """The sentence, or what of it lies in the carrier's content."""
    low, high = sentence
    if draft.carrier is not None and not is_passing(layout, draft.carrier):
        at = min(draft.cue)[0]
        for start, end in draft.carrier.content:
            if start <= at < end:
                low, high = max(low, start), min(high, end)
    return low, high


def _others(draft: Draft, near: list[Draft]) -> list[Range]:
    """Parts of drafts beside this one: not of those inside it, nor the content it stands in."""
    at = min(draft.cue)[0]
    parts: list[Range] = []
    for other in near:
        if other is not draft.carrier and any(
            start <= min(other.cue)[0] < end for start, end in draft.content
        ):
            continue
        parts.extend([*other.source, *other.cue])
        if other is not draft.carrier:
            parts.extend(part for part in other.content if not part[0] <= at < part[1])
    return parts


def _is_prefix(layout: Layout, draft: Draft) -> bool:
    """ "according to sources in the capital": what stands round it is the source's or the content's."""
    cue = words_in(layout.text, *min(draft.cue))
    return len(cue) > 1 and cue[0].low == "according"


def is_passing(layout: Layout, draft: Draft) -> bool:
    """ "In a statement | quoted by the agency |, the rebels vowed": the statement is the rebels'."""
    cue = [word.low for start, end in draft.cue for word in words_in(layout.text, start, end)]
    return len(cue) == 2 and cue[1] == "by" and bool(draft.source) and min(draft.cue) < min(draft.source)


def _between(
    layout: Layout, draft: Draft, bounds: Range, mine: list[Range], others: list[Range]
) -> list[Region]:
    regions = []
    at, left = bounds[0], False
    parts = [(start, end, True) for start, end in mine] + [(start, end, False) for start, end in others]
    for start, end, is_mine in sorted(parts):
        if start > at and (left or is_mine):
            regions.append(_region(layout, draft, (at, start), left, is_mine, at == bounds[0]))
        if end > at:
            at, left = end, is_mine
    if left and at < bounds[1]:
        regions.append(_region(layout, draft, (at, bounds[1]), True, False, False))
    return [region for region in regions if region.start < region.end]


def _region(layout: Layout, draft: Draft, gap: Range, left: bool, right: bool, opens: bool) -> Region:
    """A gap as a region, cut where another clause begins."""
    start, end = gap
    text = layout.text
    side = BETWEEN if left and right else AFTER if left else BEFORE
    if side == BEFORE:
        start = max(start, end - _LONGEST)
        opens = opens and start == gap[0]
        if not opens:  # what follows another attribution without a comma is that one's
            comma = text.find(",", start, end)
            start = comma if comma >= 0 else end
    else:
        end = min(end, start + _LONGEST)
    if side == AFTER:
        turns = [place for turn in _TURNS if (place := text.find(turn, start, end)) >= 0]
        end = _sentence_end(text, start, min([end, *turns]))
    inverted = any(part[1] == start for part in draft.source) and min(draft.cue) < min(draft.source)
    return Region(
        start,
        end,
        draft,
        side,
        after_cue=left and (inverted or any(part[1] == start for part in draft.cue)),
        before_content=right and any(part[0] == end for part in draft.content),
        before_cue=right and any(part[0] == end for part in draft.cue),
        opens=opens,
        joined=left and not _parted(text, draft, start),
    )


def _parted(text: str, draft: Draft, at: int) -> bool:
    """Whether what follows a content is set off from it; what is not is more likely a part of it."""
    if not any(part[1] == at for part in draft.content):
        return True
    return text[at - 1] in _CLOSING or text[at - 1] in ",—–-" or text[at : at + 1] in (",", "—", "–")


def _sentence_end(text: str, start: int, end: int) -> int:
    """Before a full stop that closes something: "said Horn. The ..."."""
    for place in range(start, end):
        following = text[place + 1 : place + 2]
        if text[place] in _ENDS and (not following or following.isspace() or following in _CLOSING):
            before = words_in(text, max(start, place - 4), place)
            if not before or len(before[-1].low) > 1 or place + 1 >= end:
                return place
    return end


def _cue_tails(layout: Layout, draft: Draft, table: SayingWords, lexicon: CueLexicon) -> list[Region]:
    """ "said Thursday", "said in a statement": what follows the verb within the cue."""
    regions = []
    for start, end in draft.cue:
        words = words_in(layout.text, start, min(end, start + _LONGEST))
        head = head_of(words, lexicon)
        if head + 1 < len(words):
            telling = words[head].low.startswith(table.telling + table.calling)
            regions.append(Region(words[head].end, words[-1].end, draft, WITHIN, after_cue=telling))
    return regions


def _speaking_tail(layout: Layout, start: int, end: int, table: SayingWords) -> Range | None:
    """What a part ends with when that opens, after a comma outside quotations, with a word of speaking."""
    text = layout.text
    opening = table.speaking | table.responding
    low = max(start, end - _TAIL)
    comma = text.rfind(",", low, end)
    while comma >= 0:
        first = next(iter(words_in(text, comma, min(end, comma + 30))), None)
        if first is not None and first.low in opening:
            return (comma + 1, end) if layout.quotation_at(comma + 1) is None else None
        comma = text.rfind(",", low, comma)
    return None
