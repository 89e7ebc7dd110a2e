"""Quotations that the tagger left to nobody: those that go on with what the last speaker said."""

from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.text.quotes import Quotation

_MIN_WORDS = 4
_FAR = 400  # characters between a quotation and the last one of its speaker


def continue_quotations(layout: Layout, drafts: list[Draft]) -> None:
    """Give quotations that go on to the draft they go on with; join those over paragraphs. In place."""
    owners = _owners(layout, drafts)
    last: Draft | None = None
    last_end = -1
    for quotation in layout.quotations:
        owner = owners.get(quotation.start)
        if owner is None and last is not None and _continues(layout, last_end, quotation):
            owner = last
            owner.content.append((quotation.start, quotation.end))
        if owner is not None and (owner.takes_quote or _is_utterance(layout, quotation)):
            last = owner
            last_end = max(quotation.end, owner.cue[-1][1] if owner.cue else 0)
            last_end = quotation.end if last_end > quotation.end + _FAR else last_end
    _join_continued(layout, drafts)


def _owners(layout: Layout, drafts: list[Draft]) -> dict[int, Draft]:
    """Which draft holds words of which outermost quotation (by its start); the first one counts."""
    found: dict[int, Draft] = {}
    for draft in sorted(drafts, key=lambda draft: (draft.cue or draft.source)[:1]):
        if draft.carrier is not None or (draft.cue and layout.quotation_at(draft.cue[0][0]) is not None):
            for part in draft.cue[:1]:
                inside = layout.quotation_at(part[0])
                if inside is not None:
                    found.setdefault(inside.start, draft)
            continue
        for start, end in draft.content:
            for quotation in layout.quotations_in(start, end):
                found.setdefault(quotation.start, draft)
    return found


def _is_utterance(layout: Layout, quotation: Quotation) -> bool:
    """Long enough to be speech, not a scare quote or a title."""
    return len(layout.text[quotation.start : quotation.end].split()) >= _MIN_WORDS


def _continues(layout: Layout, last_end: int, quotation: Quotation) -> bool:
    """Speech goes on: nothing but spaces or the end of a sentence since the last quotation."""
    if not 0 <= quotation.start - last_end <= _FAR:
        return False
    between = layout.text[last_end : quotation.start]
    before = layout.text[max(0, quotation.start - 3) : quotation.start].strip()
    after = layout.text[quotation.end : quotation.end + 2].strip()
    own_line = quotation.start == 0 or layout.text[quotation.start - 1] == "\n"
    ends_line = quotation.end >= len(layout.text) or layout.text[quotation.end] == "\n"
    if own_line and ends_line:
        return between.count("\n") <= 3 and _is_utterance(layout, quotation)
    alone = (not before or before[-1] in '.!?…”"') and (
        not after or after[0] in "\"“'‘" or after[0].isupper()
    )
    return alone and layout.same_line(last_end, quotation.start)


def _join_continued(layout: Layout, drafts: list[Draft]) -> None:
    """One span for a quotation over several paragraphs: each opens with a mark, the last one closes."""
    going_on = {quotation.end: quotation for quotation in layout.quotations if quotation.continued}
    for draft in drafts:
        joined: list[Range] = []
        for start, end in sorted(draft.content):
            if joined and joined[-1][1] in going_on and not layout.text[joined[-1][1] : start].strip():
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        draft.content = joined
