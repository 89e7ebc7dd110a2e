"""Ends of contents put right: datelines and labels that open them."""

from onrecord.stages.article.attribute.draft import Draft, Layout, Range, trim
from onrecord.text.openings import LABEL, after_opening

_OWN_LINE = frozenset({"speaker line", "title dash", "title colon"})


def trim_edges(layout: Layout, drafts: list[Draft]) -> None:
    """Put right sources and contents of all drafts, in place; without a source no content is left."""
    for draft in drafts:
        if draft.pattern in _OWN_LINE:
            continue
        _without_label(layout, draft)
        if draft.content:
            draft.content[0] = _after_opening(layout, draft.content[0])


def _without_label(layout: Layout, draft: Draft) -> None:
    """ "EXCLUSIVE: ..., officials say": the label is nobody; the speaker stands between comma and cue."""
    if not draft.source or not draft.cue:
        return
    start, end = draft.source[0]
    if start != layout.line_range(start)[0]:
        return
    label = LABEL.match(layout.text, start)
    if label is None or end > label.end():
        return
    comma = layout.text.rfind(", ", label.end(), draft.cue[0][0])
    source = trim(layout.text, comma + 2, draft.cue[0][0]) if comma >= 0 else (0, 0)
    if source[0] < source[1] and len(layout.text[source[0] : source[1]].split()) <= 6:
        draft.source = [source]
    else:
        draft.source, draft.content = [], []


def _after_opening(layout: Layout, part: Range) -> Range:
    return after_opening(layout.text, part) if part[0] == layout.line_range(part[0])[0] else part
