"""The words of a sentence that stand beside an attribution's parts and belong to no attribution."""

from onrecord.lang.circumstances import SayingWords
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.stages.article.attribute.said_phrases import Region
from onrecord.text.openings import after_opening
from onrecord.text.plainwords import words_in

_LONGEST = 400  # characters of a gap that are read
_TURNS = (
    *(f", {word} " for word in ("and", "but", "while", "а", "но", "и", "та", "але", "і", "und", "aber")),
    *("; ", " – ", " — "),
)
_ENDS = ".!?"
_CLOSING = "\"”’'»“`"


def gaps_of(layout: Layout, draft: Draft, near: list[Draft], table: SayingWords) -> list[Region]:
    """Regions to read for one draft, in text order. `near` are drafts whose cues are close."""
    own = sorted([*draft.source, *draft.cue, *draft.content])
    regions: list[Region] = []
    for sentence in _sentences(layout, draft):
        low, high = _bounds(draft, sentence)
        mine = [part for part in own if part[0] < high and low < part[1]]
        if not mine:
            continue
        others = [part for part in _others(draft, near) if part[0] < high and low < part[1]]
        regions.extend(_between(layout, draft, (low, high), mine, others, table))
    return [*regions, *_cue_tails(layout, draft)]


def _sentences(layout: Layout, draft: Draft) -> list[Range]:
    """The sentence of the cue."""
    found = layout.sentence_at(min(draft.cue)[0])
    if found is None or not found[0] <= min(draft.cue)[0] < found[1]:
        return []
    if found[0] == 0 or layout.text[found[0] - 1] == "\n":
        opened = after_opening(layout.text, found)  # "LORNE, March 3 (Norwire) - " is no time of speaking
        found = opened if opened[0] <= min(draft.cue)[0] else found
    return [found]


def _bounds(draft: Draft, sentence: Range) -> Range:
    """The sentence, or what of it lies in the carrier's content."""
    low, high = sentence
    if draft.carrier is not None:
        at = min(draft.cue)[0]
        for start, end in draft.carrier.content:
            if start <= at < end:
                low, high = max(low, start), min(high, end)
    return low, high


def _others(draft: Draft, near: list[Draft]) -> list[Range]:
    """Parts of drafts beside this one: not of those inside it, nor what it stands in."""
    at = min(draft.cue)[0]
    parts: list[Range] = []
    for other in near:
        if other is draft.carrier:
            parts.extend([*other.source, *other.cue])
            continue
        if any(start <= min(other.cue)[0] < end for start, end in draft.content):
            continue
        parts.extend([*other.source, *other.cue])
        parts.extend(part for part in other.content if not part[0] <= at < part[1])
    return parts


def _between(
    layout: Layout, draft: Draft, bounds: Range, mine: list[Range], others: list[Range], table: SayingWords
) -> list[Region]:
    regions = []
    low, high = bounds
    at, left_mine = low, False
    for start, end, is_mine in sorted(
        [(start, end, True) for start, end in mine] + [(start, end, False) for start, end in others]
    ):
        if start > at and (left_mine or is_mine):
            regions.append(_region(layout, draft, (at, start), left_mine, is_mine, at == low))
        if end > at:
            at, left_mine = end, is_mine
    if left_mine and at < high:
        regions.append(_region(layout, draft, (at, high), True, False, False))
    return [region for region in regions if region.start < region.end]


def _region(layout: Layout, draft: Draft, gap: Range, left: bool, right: bool, opens: bool) -> Region:
    """A gap as a region, cut where another clause begins."""
    start, end = gap
    text = layout.text
    if not right and left:
        end = min(end, start + _LONGEST)
        turns = [place for turn in _TURNS if (place := text.find(turn, start, end)) >= 0]
        end = min([end, *turns])
        end = _sentence_end(text, start, end)
    elif right and not left:
        start = max(start, end - _LONGEST)
        if not opens:
            turns = [place + len(turn) for turn in _TURNS if (place := text.rfind(turn, start, end)) >= 0]
            start = max([start, *turns])
        start = _after_end(text, start, end)
    else:
        end = min(end, start + _LONGEST)
    after_cue = left and any(part[1] == gap[0] for part in draft.cue)
    inverted = any(part[1] == gap[0] for part in draft.source) and min(draft.cue) < min(draft.source)
    if left and not _parted(text, draft, gap[0]):
        return Region(start, start)
    before_content = right and any(part[0] == gap[1] for part in draft.content)
    before_cue = right and any(part[0] == gap[1] for part in draft.cue)
    return Region(start, end, draft, after_cue or (left and inverted), before_content, before_cue)


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


def _after_end(text: str, start: int, end: int) -> int:
    for place in range(end - 1, start - 1, -1):
        if text[place] in _CLOSING and place > start and text[place - 1] in ".!?,":
            return place + 1
    return start


def _cue_tails(layout: Layout, draft: Draft) -> list[Region]:
    """ "said Thursday", "said in a statement": what follows the verb within the cue."""
    regions = []
    for start, end in draft.cue:
        words = words_in(layout.text, start, min(end, start + _LONGEST))
        if len(words) > 1:
            regions.append(Region(words[0].end, end, draft, False, False, False, loose=True))
    return regions
