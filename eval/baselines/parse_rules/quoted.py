"""Quotations: which attribution each belongs to, by overlap, by the cue beside it, or by continuing."""

import re
from bisect import bisect_left

from eval.baselines.parse_rules.draft import Context, Draft, Range, merge
from onrecord.text.quotes import Quotation

_NEAR = 6  # quotations looked at per content part, cues looked at on each side of a quotation
_FAR = 160  # characters between a quotation and its cue
_MIN_WORDS = 4
_STOP = re.compile(r"[.!?…](?=[\s\"”’'»]|$)|\n")


def attach_quotations(context: Context, drafts: list[Draft]) -> None:
    """Give every quotation that is an utterance to a draft; drafts are changed in place."""
    taken = _overlapping(context, drafts)
    speakers = sorted(
        (draft for draft in drafts if draft.takes_quote and draft.cue and _outside(context, draft)),
        key=lambda draft: draft.cue[0],
    )
    starts = [draft.cue[0][0] for draft in speakers]
    last: Draft | None = None
    last_end = -1
    for quotation in context.quotations:
        owner = taken.get(quotation.start)
        if owner is None:
            owner = _beside(context, quotation, speakers, starts)
            if owner is None and last is not None and _continues(context, last_end, quotation):
                owner = last
            if owner is not None:
                owner.content.append((quotation.start, quotation.end))
        if owner is not None and (owner.takes_quote or _is_utterance(context, quotation)):
            last, last_end = owner, max(quotation.end, owner.cue[0][1] if owner.cue else 0)
    for draft in drafts:
        draft.content = merge(draft.content, context.text)


def _outside(context: Context, draft: Draft) -> bool:
    return context.quotation_at(draft.cue[0][0]) is None


def _is_utterance(context: Context, quotation: Quotation) -> bool:
    """Long enough to be speech, not a scare quote or a title."""
    return len(context.text[quotation.start : quotation.end].split()) >= _MIN_WORDS


def _overlapping(context: Context, drafts: list[Draft]) -> dict[int, Draft]:
    """Stretch contents over the quotations they begin or end in; which draft took which quotation."""
    taken: dict[int, Draft] = {}
    for draft in drafts:
        if not draft.cue or not _outside(context, draft):
            continue
        parts: list[Range] = []
        for start, end in draft.content:
            low, high = start, end
            place = max(0, bisect_left(context.starts, start) - 1)
            for quotation in context.quotations[place : place + _NEAR]:
                if quotation.start < end and start < quotation.end:
                    low, high = min(low, quotation.start), max(high, quotation.end)
                    taken.setdefault(quotation.start, draft)
            parts.append((low, high))
        draft.content = parts
    return taken


def _beside(context: Context, quotation: Quotation, speakers: list[Draft], starts: list[int]) -> Draft | None:
    """The cue that introduces a quotation or follows it in the same sentence."""
    after = bisect_left(starts, quotation.end)
    for draft in speakers[after : after + 2]:
        gap = context.text[quotation.end : draft.cue[0][0]]
        if (
            len(gap) <= _FAR
            and not _STOP.search(gap)
            and not draft.content
            and _introduced(context, quotation, gap)
        ):
            return draft
    before = bisect_left(starts, quotation.start) - 1
    if before >= 0:
        draft = speakers[before]
        gap = context.text[draft.cue[-1][1] : quotation.start]
        if len(gap) <= _FAR and (gap.strip() == ":" or not _STOP.search(gap)) and _leads_in(gap, draft):
            return draft
    return None


def _introduced(context: Context, quotation: Quotation, gap: str) -> bool:
    """The quotation before a cue ends with a comma or a full stop of its own, or one follows it."""
    inner = context.text[quotation.start : quotation.end].rstrip("\"”’'»“")
    return inner.endswith((",", ".", "!", "?", "…", "—", "–", "-")) or gap.lstrip()[:1] in (
        ",",
        "—",
        "–",
        "-",
    )


def _leads_in(gap: str, draft: Draft) -> bool:
    stripped = gap.rstrip()
    return not stripped or stripped.endswith((",", ":", "that", "—", "–")) or not draft.content


def _continues(context: Context, last_end: int, quotation: Quotation) -> bool:
    """Speech goes on: nothing but spaces or the end of a sentence since the last quotation."""
    between = context.text[last_end : quotation.start]
    if len(between) > 400:
        return False
    before = context.text[max(0, quotation.start - 3) : quotation.start].strip()
    after = context.text[quotation.end : quotation.end + 2].strip()
    own_line = quotation.start == 0 or context.text[quotation.start - 1] == "\n"
    ends_line = quotation.end >= len(context.text) or context.text[quotation.end] == "\n"
    if own_line and ends_line:
        return between.count("\n") <= 3 and _is_utterance(context, quotation)
    alone = (not before or before[-1] in '.!?…”"') and (
        not after or after[0] in "\"“'‘" or after[0].isupper()
    )
    return alone and context.same_line(last_end, quotation.start)
