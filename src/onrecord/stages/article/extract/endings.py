"""What follows the last sentence of an article, and pages that hold no sentence at all."""

from collections.abc import Sequence

from onrecord.stages.article.extract.drafts import BREAKING, Cutting, Draft
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.titles import byline_name, is_sign_off

MIN_TITLE_WORDS = 3


def after_text(cut: Cutting, draft: Draft, pending: Sequence[Line], closed: bool) -> None:
    """Short lines after the last sentence of an article: sign-off, byline, else furniture."""
    last = draft.lines[-1]
    near = True
    for other in pending:
        if other.index in cut.marks:
            near = near and cut.kind(other) not in BREAKING
            continue
        name = byline_name(other, cut.lower) if near and not closed else None
        if near and not closed and is_sign_off(other, cut.capitals):
            cut.credit(draft, other)
        elif cut.read_as_text(other):
            cut.keep(draft, other)
        elif name is not None and draft.byline is None:
            draft.byline = (other, name)
            cut.marks[other.index] = Mark("byline", f"{other.shown} is a name alone after {last.shown}")
        else:
            what = f"{other.shown} is no sentence and stands after the last one, {last.shown}"
            cut.marks[other.index] = Mark("label", what)


def without_prose(cut: Cutting, pending: Sequence[Line]) -> list[Draft]:
    """A page with no sentence: its longest run of words is a title-only article, or nothing is."""
    shorts = cut.shorts(pending)
    read = [other for other in shorts if cut.read_as_text(other)]
    if read:
        return [_read_without_prose(cut, shorts, read)]
    best = max(shorts, key=lambda line: (len(line.words), -line.index), default=None)
    found = []
    for other in shorts:
        if other is best and len(other.words) >= 4:
            found.append(Draft(other, [other]))
        else:
            what = f"{other.shown} is no sentence, on a page that holds none"
            cut.marks[other.index] = Mark("label", what)
    return found


def _read_without_prose(cut: Cutting, shorts: Sequence[Line], read: Sequence[Line]) -> Draft:
    """Lists, tables and texts without points: the lines that are read as text, under the line above."""
    title = next((other for other in reversed(shorts) if other.index < read[0].index), None)
    if title is not None and (len(title.words) < MIN_TITLE_WORDS or read[0].index - title.index > 2):
        title = None
    for other in shorts:
        if other is not title and not cut.read_as_text(other) and cut.readings is not None:
            cut.refuse(other)
    return Draft(title, [title, *read] if title else list(read))
