"""Attributions of citing phrases: the cited party inside that of the citing one, the quoting one outside."""

from bisect import bisect_left

from onrecord.stages.article.attribute.draft import Draft, Layout, Range, trim, without
from onrecord.stages.article.attribute.english.insertion import Insertion

EDGE = " \t\n\r\xa0,;:."
_DEEPEST = 8


def hop_drafts(layout: Layout, insertions: list[Insertion], drafts: list[Draft]) -> list[Draft]:
    """Attributions of the insertions, given those that were read without them."""
    cued = sorted((draft for draft in drafts if draft.cue), key=lambda draft: draft.cue[0])
    starts = [draft.cue[0][0] for draft in cued]
    found: list[Draft] = []
    for item in insertions:
        sentence = layout.sentence_at(item.cue[0][0])
        if sentence is None:
            continue
        near = cued[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])]
        near += [draft for draft in found[-_DEEPEST:] if sentence[0] <= draft.cue[0][0] < sentence[1]]
        made = _outer(layout, item, insertions, near, sentence) if item.outer else _inner(layout, item, near)
        if made is not None:
            found.append(made)
    return found


def _inner(layout: Layout, item: Insertion, near: list[Draft]) -> Draft | None:
    carrier = _citing(layout, item, near)
    if carrier is None or not carrier.content:
        return None
    content = [part for whole in carrier.content for part in without(whole, item.hole)]
    content = [part for part in (trim(layout.text, *part) for part in content) if part[0] < part[1]]
    if not content:
        return None
    made = Draft([item.source], list(item.cue), content, carrier.cue_class, "citing", carrier.confidence)
    made.carrier = carrier
    return made


def _citing(layout: Layout, item: Insertion, near: list[Draft]) -> Draft | None:
    """Who cites: the source that the phrase follows, else the cue right before it, else the nearest."""
    start, end = item.hole
    if layout.text[slice(*item.cue[0])].lower() == "according to":  # "says that, according to X, P"
        around = [draft for draft in near if _spans(draft, item.hole)]
        if around:
            return max(around, key=depth_of)
    for draft in near:
        if any(start - 2 <= part[1] <= start + 1 for part in draft.source):
            return draft
    before = [draft for draft in near if draft.cue[-1][1] <= start]
    touching = [draft for draft in before if not layout.text[draft.cue[-1][1] : start].strip(EDGE)]
    if touching:
        return max(touching, key=lambda draft: draft.cue[-1][1])
    after = [draft for draft in near if draft.cue[0][0] >= end]
    if before and not layout.text[start - 5 : start].endswith("that"):
        return min(before, key=lambda draft: (depth_of(draft), -draft.cue[-1][1]))
    return min(after, key=lambda draft: draft.cue[0][0], default=None)


def depth_of(draft: Draft) -> int:
    """How many attributions carry a draft."""
    count = 0
    while draft.carrier is not None and count < _DEEPEST:
        draft, count = draft.carrier, count + 1
    return count


def _outer(
    layout: Layout, item: Insertion, all_items: list[Insertion], near: list[Draft], sentence: Range
) -> Draft | None:
    """The clause around the phrase is its content; what the clause reports stands inside."""
    around = [draft for draft in near if _spans(draft, item.hole)]
    if around:  # "X says that, as Y has written, P"
        inside = max(around, key=depth_of)
        return Draft([item.source], list(item.cue), list(inside.content), "report", "citing", 0.8, inside)
    parts = [sentence]
    first = bisect_left(all_items, sentence[0], key=lambda other: other.hole[0])
    for other in all_items[first:]:
        if other.hole[0] >= sentence[1]:
            break
        parts = [piece for part in parts for piece in without(part, other.hole)]
    content = [part for part in (trim(layout.text, *part, EDGE) for part in parts) if part[1] - part[0] > 1]
    if not content:
        return None
    return Draft([item.source], list(item.cue), content, "report", "quoting", 0.8)


def _spans(draft: Draft, hole: Range) -> bool:
    """Whether a content goes on behind a hole in it."""
    return min(draft.content)[0] < hole[0] and max(draft.content)[1] > hole[1] and draft.cue[-1][1] <= hole[0]


def share_content(drafts: list[Draft]) -> None:
    """What a content tells on is of the last hop that shares it: "X reports, citing Y, that Z said P"."""
    last: dict[int, Draft] = {}
    for draft in drafts:
        if draft.carrier is not None and draft.pattern in ("citing", "heard"):
            last.setdefault(id(draft.carrier), draft)
    for draft in drafts:
        steps = 0
        while draft.carrier is not None and id(draft.carrier) in last and steps < _DEEPEST:
            hop = last[id(draft.carrier)]
            if (
                hop is draft
                or draft.pattern in ("citing", "heard")
                or not draft.cue
                or not _holds(hop, draft)
            ):
                break
            draft.carrier = hop
            steps += 1


def _holds(hop: Draft, draft: Draft) -> bool:
    return any(start <= draft.cue[0][0] < end for start, end in hop.content)
