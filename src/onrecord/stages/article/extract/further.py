"""Further articles of an HTML page: below the main text, or run together with it."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.stages.article.extract.drafts import Draft, Segments
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.segment import Segmenter
from onrecord.stages.article.extract.titles import shared_stems

MIN_FURTHER = 600
MIN_SHARED = 2
MIN_LINE = 120
MIN_TITLE = 4


def segment_some(lines: Sequence[Line], marks: dict[int, Mark], title: str) -> Segments:
    """Segments of some lines of a page, as if they were a page of their own."""
    own = [replace(line, index=place) for place, line in enumerate(lines)]
    own_marks = {place: marks[line.index] for place, line in enumerate(lines) if line.index in marks}
    found = Segmenter(own, own_marks, title).run()
    drafts = [_back(draft, lines) for draft in found.drafts]
    return Segments(drafts, {lines[place].index: mark for place, mark in found.marks.items()})


def _back(draft: Draft, lines: Sequence[Line]) -> Draft:
    """The draft with the lines of the page in place of their copies."""
    byline = (lines[draft.byline[0].index], draft.byline[1]) if draft.byline else None
    return Draft(
        title=lines[draft.title.index] if draft.title else None,
        lines=[lines[line.index] for line in draft.lines],
        headings=[lines[line.index] for line in draft.headings],
        byline=byline,
        above=[lines[line.index] for line in draft.above],
        printed=draft.printed,
    )


def full_articles(segments: Segments) -> list[Draft]:
    """Drafts that are articles in full: a title that the text repeats words of, and enough text.

    Teasers, comments and cookie notices are shorter, or have short lines between, or no such title.
    """
    found = []
    for draft in segments.drafts:
        prose = [line for line in draft.lines if line.prose and line is not draft.title]
        size = sum(len(line.text) for line in prose)
        if draft.title is None or size < MIN_FURTHER or size < MIN_LINE * len(prose):
            continue
        named = shared_stems(draft.title, prose) >= MIN_SHARED and len(prose) * 2 >= len(draft.lines) - 1
        if named and len(draft.title.words) >= MIN_TITLE:
            found.append(draft)
    return found
