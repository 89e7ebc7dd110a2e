"""Ends of contents put right: datelines and labels that open them, phrases that the parser broke off."""

import re

from eval.baselines.parse_rules.draft import Context, Draft, Range, trim
from onrecord.text.openings import LABEL, after_opening

# A phrase that ends with one of these goes on.
_OPEN = frozenset("at in on of to with from for by over between against the a an and or".split())
_STOP = re.compile(r"[,.;:!?\n\"“”«»()]| [-–—] ")
_FAR = 60
_OWN_LINE = frozenset({"speaker line", "title dash", "title colon"})


def trim_edges(context: Context, drafts: list[Draft]) -> None:
    """Put right sources and contents of all drafts, in place; without a source no content is left."""
    for draft in drafts:
        if draft.pattern in _OWN_LINE:
            continue
        _without_label(context, draft)
        if draft.content:
            draft.content[0] = _after_opening(context, draft.content[0])
            draft.content[-1] = _to_the_end(context, draft, draft.content[-1])


def _without_label(context: Context, draft: Draft) -> None:
    """ "EXCLUSIVE: ..., officials say": the label is nobody; the speaker stands between comma and cue."""
    if not draft.source or not draft.cue:
        return
    start, end = draft.source[0]
    if start != context.line_range(start)[0]:
        return
    label = LABEL.match(context.text, start)
    if label is None or end > label.end():
        return
    comma = context.text.rfind(", ", label.end(), draft.cue[0][0])
    source = trim(context.text, comma + 2, draft.cue[0][0]) if comma >= 0 else (0, 0)
    if source[0] < source[1] and len(context.text[source[0] : source[1]].split()) <= 6:
        draft.source = [source]
    else:
        draft.source, draft.content = [], []


def _after_opening(context: Context, part: Range) -> Range:
    return after_opening(context.text, part) if part[0] == context.line_range(part[0])[0] else part


def _to_the_end(context: Context, draft: Draft, part: Range) -> Range:
    """ "to stop at": the parser left "the river" on another branch."""
    text = context.text
    last = text[max(part[0], part[1] - 8) : part[1]].rsplit(None, 1)
    if not last or last[-1].lower() not in _OPEN:
        return part
    limit = min(context.line_range(part[0])[1], part[1] + _FAR)
    for start, _ in [*draft.cue, *draft.source]:
        limit = start if part[1] <= start < limit else limit
    stop = _STOP.search(text, part[1], limit)
    end = stop.start() if stop is not None else limit
    if stop is None and limit == part[1] + _FAR:
        return part
    return part[0], max(part[1], trim(text, part[1], end)[1])
