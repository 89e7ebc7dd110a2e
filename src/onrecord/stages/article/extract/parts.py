"""A page of several articles: cut at its headlines into parts, each cut as a page of one article."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.stages.article.extract.drafts import Draft, Segments
from onrecord.stages.article.extract.learned import Scorer
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.readings import Readings, read_lines
from onrecord.stages.article.extract.segment import Segmenter
from onrecord.stages.article.extract.starts import Start, Starts
from onrecord.stages.article.extract.titles import shared_stems

NEAR = 5
MIN_FIRST = 90
MIN_SHARED = 2
FULL_FIRST = 450
FULL_UNTITLED = 600


def segment_parts(
    text: str,
    lines: Sequence[Line],
    marks: Mapping[int, Mark],
    found: Starts,
    page_title: str,
    scorer: Scorer | None = None,
    whole: Readings | None = None,
) -> Segments:
    """Drafts and furniture of all parts together. What teases other reports is furniture.

    `scorer` reads each part as a page of its own: it was trained on pages of one article. What the
    readings of the `whole` page take for text is text too.
    """
    heads = {start.title.index for start in found.starts} | ({found.lead.index} if found.lead else set())
    marks = {index: mark for index, mark in marks.items() if index not in heads}
    marks |= _teasers(lines, marks, found)
    segments = Segments([], {})
    bounds = [0, *(start.head for start in found.starts), len(lines)]
    for number, (first, last) in enumerate(pairwise(bounds)):
        start = found.starts[number - 1] if number else None
        headline = start.title if start else found.lead
        title = headline.text if headline is not None else page_title
        part = _part(text, lines[first:last], marks, title, scorer, whole)
        if start is None:
            _drop_preface(part, found)
        else:
            _say_why(part, start)
        for draft in part.drafts if segments.drafts else ():
            draft.printed = True
        segments.drafts += part.drafts
        segments.marks |= part.marks
    segments.sure = found.sure
    return segments


def _say_why(part: Segments, start: Start) -> None:
    """Say in the reason of the first line around a headline why an article begins there."""
    near = (index for index in range(start.head, start.title.index + NEAR) if index in part.marks)
    index = next(near, None)
    if index is not None:
        mark = part.marks[index]
        part.marks[index] = Mark(mark.kind, f"{mark.reason}; {start.why}" if mark.reason else start.why)


def _teasers(lines: Sequence[Line], marks: Mapping[int, Mark], found: Starts) -> dict[int, Mark]:
    dropped = {}
    for index, cause in sorted(found.teasers.items()):
        if index not in marks:
            after = f"{lines[index].shown} stands after {cause.shown}"
            what = f"{after}, is short and takes up no name of the text above"
            dropped[index] = Mark("teaser", what)
    return dropped


def _part(
    text: str,
    lines: Sequence[Line],
    marks: Mapping[int, Mark],
    title: str,
    scorer: Scorer | None,
    whole: Readings | None,
) -> Segments:
    """One part, cut as if it were a page of its own that holds one article."""
    if not lines:
        return Segments([], {})
    first = lines[0].index
    own = [replace(line, index=line.index - first) for line in lines]
    own_marks = {line.index - first: marks[line.index] for line in lines if line.index in marks}
    readings = _read(text, own, own_marks, scorer) if scorer is not None else None
    if readings is not None and whole is not None:
        readings = readings.joined(whole, first)
    found = Segmenter(own, own_marks, title, readings, single=True).run()
    return Segments(
        [_back(draft, lines) for draft in found.drafts],
        {index + first: mark for index, mark in found.marks.items()},
    )


def _read(text: str, lines: Sequence[Line], marks: Mapping[int, Mark], scorer: Scorer) -> Readings:
    """The lines of a part as the model sees them, in that part of the page's text alone."""
    base, end = lines[0].start, lines[-1].end
    shifted = [replace(line, start=line.start - base, end=line.end - base) for line in lines]
    return read_lines(text[base:end], shifted, marks, scorer)


def _back(draft: Draft, lines: Sequence[Line]) -> Draft:
    """The draft with the lines of the page in place of their copies."""
    return Draft(
        title=lines[draft.title.index] if draft.title else None,
        lines=[lines[line.index] for line in draft.lines],
        headings=[lines[line.index] for line in draft.headings],
        byline=(lines[draft.byline[0].index], draft.byline[1]) if draft.byline else None,
        above=[lines[line.index] for line in draft.above],
        printed=draft.printed,
    )


def _drop_preface(part: Segments, found: Starts) -> None:
    """What stands above the first headline under no title of its own (a cookie notice) is no article.

    Nor is a short text under a title that stands otherwise than all the others: it introduces them.
    """
    for draft in list(part.drafts):
        if _is_full(draft, found.alike) or (found.surely and draft.title is found.lead):
            continue
        part.drafts.remove(draft)
        for line in [*draft.lines, *(draft.byline[:1] if draft.byline else ())]:
            above = f"{line.shown} stands above {found.starts[0].title.shown}"
            part.marks[line.index] = Mark("preface", f"{above}, with which the first article begins")


def _is_full(draft: Draft, alike: bool) -> bool:
    """A title, and text that takes up its words, or is long."""
    text = [line for line in draft.lines if line is not draft.title and line.prose]
    size = sum(len(line.text) for line in text)
    if draft.title is None or size < MIN_FIRST:
        return size >= FULL_UNTITLED  # the page's main text, under a title that was not found
    return size >= FULL_FIRST or shared_stems(draft.title, text) >= MIN_SHARED + (not alike)
