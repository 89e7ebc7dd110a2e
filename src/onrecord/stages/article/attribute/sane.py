"""Order in the drafts of all means: no span of an attribution in another of its own, nothing twice."""

from onrecord.stages.article.attribute.draft import Draft, Layout, Range, merge, trim, without

# Of two drafts with one cue the one found by the means named first is kept.
_ORDER = {
    "title dash": 0,
    "title colon": 1,
    "title tail": 1,
    "citing": 2,
    "quoting": 2,
    "this": 2,
    "tagger": 3,
    "inner": 4,
}


def put_in_order(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Well-formed drafts, in text order; the carrier of each is one of them or None."""
    for draft in drafts:
        _disjoint(layout, draft)
    whole = [draft for draft in drafts if draft.content and (draft.cue or draft.source)]
    first: dict[int, Draft] = {}
    twins: dict[int, Draft] = {}
    kept: list[Draft] = []
    for draft in sorted(whole, key=_rank):
        other = first.setdefault(draft.cue[0][0], draft) if draft.cue else draft
        same = _ORDER.get(other.pattern, 3) == _ORDER.get(draft.pattern, 3) and other.source != draft.source
        if other is draft or same:
            kept.append(draft)
        else:
            twins[id(draft)] = other
    for draft in kept:
        if draft.carrier is not None:
            draft.carrier = twins.get(id(draft.carrier), draft.carrier)
    left = sorted(kept, key=lambda draft: (draft.content[0], draft.cue, draft.source))
    keep_carriers(left)
    for draft in left:
        _clip(layout, draft)
    return left


def _clip(layout: Layout, draft: Draft) -> None:
    """What is told inside a content does not reach beyond it."""
    carrier = draft.carrier
    if carrier is None or draft.carried_on or draft.pattern in ("citing", "heard", "voiced"):
        return
    low, high = min(carrier.content)[0], max(end for _, end in carrier.content)
    parts = [trim(layout.text, max(start, low), min(end, high)) for start, end in draft.content]
    draft.content = [part for part in parts if part[0] < part[1]] or draft.content


def keep_carriers(drafts: list[Draft]) -> None:
    """Of a carrier that is gone its own carrier takes the place."""
    there = {id(draft) for draft in drafts}
    for draft in drafts:
        carrier, steps = draft.carrier, 0
        while carrier is not None and not _carries(carrier, draft, there) and steps < 16:
            carrier, steps = carrier.carrier, steps + 1
        draft.carrier = carrier if carrier is not None and id(carrier) in there else None


def _carries(carrier: Draft, draft: Draft, there: set[int]) -> bool:
    """A draft stands in its carrier's content, shares it ("citing"), or goes on with it."""
    if id(carrier) not in there:
        return False
    if draft.carried_on or draft.pattern in ("citing", "heard") or not draft.cue:
        return True
    place = draft.cue[0][0]
    return any(start <= place < end for start, end in carrier.content)


def _rank(draft: Draft) -> tuple[int, tuple[Range, ...], tuple[Range, ...]]:
    return _ORDER.get(draft.pattern, 3), tuple(draft.cue), tuple(draft.content)


def _disjoint(layout: Layout, draft: Draft) -> None:
    """Cue without source, content without both; all sorted."""
    draft.source = merge(draft.source, layout.text)
    cue = [part for whole in draft.cue for part in _outside(whole, draft.source)]
    draft.cue = merge(
        [part for part in (trim(layout.text, *part, " \t\n\r\xa0") for part in cue) if part[0] < part[1]],
        layout.text,
    )
    content = [part for whole in draft.content for part in _outside(whole, [*draft.source, *draft.cue])]
    trimmed = (trim(layout.text, *part, " \t\n\r\xa0") for part in content)
    parts = [
        part for part in trimmed if any(character.isalnum() for character in layout.text[part[0] : part[1]])
    ]
    draft.content = merge(parts, layout.text)


def _outside(whole: Range, holes: list[Range]) -> list[Range]:
    left = [whole]
    for hole in holes:
        left = [piece for part in left for piece in without(part, hole)]
    return left
