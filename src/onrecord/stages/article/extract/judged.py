"""A page whose articles an analyst has judged: exactly the ranges given, all else is furniture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.data import Page, Problem, RecurringLine
from onrecord.stages.article.extract.drafts import Draft, Segments
from onrecord.stages.article.extract.flat import mark_outlets
from onrecord.stages.article.extract.lines import LOOKED_AT as WORDS_READ
from onrecord.stages.article.extract.lines import TITLE_WORDS, WORD, Line
from onrecord.stages.article.extract.marks import Around, Mark, mark, script_of
from onrecord.stages.article.extract.masthead import mark_masthead
from onrecord.stages.article.extract.recurring import mark_recurring
from onrecord.stages.article.extract.segment import HEADING_WORDS
from onrecord.stages.article.extract.titles import byline_name, fold

KIND = "judged"
BYLINE_REACH = 3
SHOWN_CUTS = 5

Cuts = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Beyond:
    """What is known of a page beyond itself: what its site teaches, and what an analyst judged.

    `judged` is who judged `cuts` and when ("Ada Brunn judged on 2031-03-04").
    """

    recurring: tuple[RecurringLine, ...] = ()
    cuts: Cuts | None = None
    judged: str = ""


NOTHING = Beyond()


def misfit(page: Page, cuts: Cuts) -> Problem | None:
    """What keeps judged ranges from being the articles of a page; None when they fit."""
    last = 0
    for start, end in cuts:
        if not last <= start < end <= len(page.text) or not page.text[start:end].strip():
            message = f"{page.id}: a judged article at {start:,} to {end:,} does not fit its text"
            return Problem("judgement does not fit", message, page.id, page.id)
        last = end
    return None


def segment_judged(
    lines: Sequence[Line], titles: Sequence[str], beyond: Beyond
) -> tuple[Segments, list[Line]]:
    """Drafts of exactly the judged ranges, and the lines of the page cut at their ends."""
    cuts = beyond.cuts or ()
    pieces = list(_pieces(lines, cuts))
    inside = _inside(pieces, cuts)
    around = Around(lambda _: ("und", 0.0), "und", script_of(" ".join(line.text for line in pieces[:50])))
    outside = [piece for piece in pieces if inside[piece.index] is None]
    marks = {piece.index: found for piece in outside if (found := mark(piece, around)) is not None}
    mark_outlets(pieces, marks)
    mark_masthead(pieces, marks)
    mark_recurring(outside, marks)
    segments = Segments([Draft(None) for _ in cuts], {})
    said = _said(beyond, cuts)
    for piece in outside:
        known = marks.get(piece.index)
        why = f"{piece.shown} lies outside: {said}"
        what = Mark(known.kind, f"{known.reason}; {why}") if known else Mark(KIND, why)
        segments.marks[piece.index] = what
    _fill(segments, pieces, inside)
    for draft in segments.drafts:
        _head(draft, segments, titles)
    return segments, pieces


def _fill(segments: Segments, pieces: Sequence[Line], inside: Sequence[int | None]) -> None:
    """Each piece to its draft; what stands between two articles stands above the second."""
    above: list[Line] = []
    for piece in pieces:
        number = inside[piece.index]
        if number is None:
            above.append(piece)
            continue
        draft = segments.drafts[number]
        if not draft.lines:
            draft.above, above = above, []
        draft.lines.append(piece)


def _head(draft: Draft, segments: Segments, titles: Sequence[str]) -> None:
    """Title: the first line, when it is no sentence or is the page's title. Then byline and headings."""
    first = draft.lines[0]
    own = {fold(title) for title in titles}
    if len(first.words) <= TITLE_WORDS and (not first.prose or fold(first.text) in own):
        draft.title = first
    small = frozenset(word for line in draft.lines for word in line.words if word.islower())
    start = 1 if draft.title else 0
    for line in draft.lines[start : start + BYLINE_REACH]:
        name = byline_name(line, small)
        if name is not None and not line.prose:
            draft.byline = (line, name)
            segments.marks[line.index] = Mark(
                "byline", f"{line.shown} names a writer, near the top of the text"
            )
            break
    for line in draft.lines[start:]:
        if not line.prose and len(line.words) <= HEADING_WORDS and not line.text.endswith((":", ",", ";")):
            draft.headings.append(line)


def _pieces(lines: Sequence[Line], cuts: Cuts) -> Iterator[Line]:
    """Lines, cut where an article begins or ends inside one; blank pieces are left out."""
    ends = [offset for cut in cuts for offset in cut]
    index = place = 0
    for line in lines:
        start, gap = line.start, line.gap
        while start < line.end:
            while place < len(ends) and ends[place] <= start:
                place += 1
            end = min(line.end, ends[place]) if place < len(ends) else line.end
            part = line.text[start - line.start : end - line.start]
            stripped = part.strip()
            if stripped:
                begin = start + len(part) - len(part.lstrip())
                words = tuple(WORD.findall(stripped[:WORDS_READ]))
                whole = line.recurring if stripped == line.text else None
                yield Line(index, begin, begin + len(stripped), stripped, gap, words, whole)
                index, gap = index + 1, 0
            start = end


def _inside(pieces: Sequence[Line], cuts: Cuts) -> list[int | None]:
    """The number of the cut that each piece lies in."""
    found: list[int | None] = []
    number = 0
    for piece in pieces:
        while number < len(cuts) and cuts[number][1] <= piece.start:
            number += 1
        held = number < len(cuts) and cuts[number][0] <= piece.start
        found.append(number if held else None)
    return found


def _said(beyond: Beyond, cuts: Cuts) -> str:
    if not cuts:
        return f"{beyond.judged} that this page holds no article"
    places = [f"{start:,} to {end:,}" for start, end in cuts[:SHOWN_CUTS]]
    more = f" and {len(cuts) - SHOWN_CUTS} more places" if len(cuts) > SHOWN_CUTS else ""
    return f"{beyond.judged} that the articles of this page stand at {', '.join(places)}{more}"
