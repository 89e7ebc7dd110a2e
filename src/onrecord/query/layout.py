"""The reading order of an article's page: paragraphs of the article, furniture and other articles between."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.data import ArticleFindings, Furniture, PublicationDate, Span
from onrecord.query.lists import untitled
from onrecord.query.runs import ASIDE, Mark, Range, Run, cut_runs, paragraphs
from onrecord.stores.base import View

MAX_SHOWN = 200_000
MAX_FURNITURE = 4_000


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece of furniture: its page offsets, its text in runs (cut when very long), and why."""

    start: int
    end: int
    kind: str
    reason: str
    runs: tuple[Run, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or title of the article (`runs`), or what lies between: furniture, an article.

    `kind` is title, heading, paragraph, furniture or article. `notes` are the numbers of the
    attributions that begin here, `asides` those of what is set aside.
    """

    kind: str
    start: int
    end: int
    runs: tuple[Run, ...] = ()
    notes: tuple[int, ...] = ()
    asides: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    other_id: str | None = None
    other_title: str = ""


@dataclass(frozen=True, slots=True, order=True)
class _Piece:
    """A stretch of the page: of this article (`offset` in its text), of another, or furniture."""

    start: int
    end: int
    rank: int
    place: int


def lay_out(
    view: View,
    found: ArticleFindings,
    marks: Sequence[Mark],
    ranges: Sequence[Range],
    published: PublicationDate,
) -> tuple[tuple[Block, ...], int]:
    """Blocks in the order of the page, and how many characters of the article they show."""
    article = found.article
    furniture = view.furniture(article.page_id)
    others = [
        (head.id, head.title or untitled(head.id), view.findings(head.id).article.spans)
        for head in view.heads_of_page(article.page_id)
        if head.id != article.id
    ]
    pieces = [_Piece(part.span.start, part.span.end, 2, place) for place, part in enumerate(furniture)]
    pieces += [
        _Piece(span.start, span.end, 1, place) for place, other in enumerate(others) for span in other[2][:1]
    ]
    offset = 0
    for span in article.spans:
        pieces.append(_Piece(span.start, span.end, 0, offset))
        offset += span.end - span.start + 1
    page_ranges = _page_ranges(found, published)
    blocks: list[Block] = []
    shown = 0
    for piece in sorted(pieces):
        if piece.rank == 0:
            stop = min(piece.place + piece.end - piece.start, MAX_SHOWN)
            blocks += _paragraphs(found, piece.place, stop, marks, ranges)
            shown = max(shown, stop)
        elif piece.rank == 1:
            blocks.append(
                Block(
                    "article",
                    piece.start,
                    piece.end,
                    other_id=others[piece.place][0],
                    other_title=others[piece.place][1],
                )
            )
        else:
            _add_furniture(blocks, furniture[piece.place], page_ranges)
    return tuple(blocks), shown


def within_article(spans: Sequence[Span], span: Span) -> Range | None:
    """Where a span of the page's text stands in the article made of `spans`; None when it does not."""
    offset = 0
    for part in spans:
        if part.start <= span.start and span.end <= part.end:
            return offset + span.start - part.start, offset + span.end - part.start
        offset += part.end - part.start + 1
    return None


def _page_ranges(found: ArticleFindings, published: PublicationDate) -> tuple[Range, ...]:
    """Ranges of the page's text that some cell of the article rests on."""
    article = found.article
    spans = [candidate.span for candidate in published.candidates]
    spans += [fact.span for fact in (article.outlet, article.byline, article.age) if fact]
    return tuple(sorted({(span.start, span.end) for span in spans if span and span.start < span.end}))


def _add_furniture(blocks: list[Block], part: Furniture, ranges: Sequence[Range]) -> None:
    """Furniture that directly follows furniture joins its block."""
    text = part.span.text[:MAX_FURNITURE]
    start = part.span.start
    near = [(low - start, high - start) for low, high in ranges if start <= low and high <= part.span.end]
    left_out = LeftOut(
        start=start,
        end=part.span.end,
        kind=part.kind,
        reason=part.reason.text,
        runs=cut_runs(text, (0, len(text)), (), near),
        cut=len(text) < len(part.span.text),
    )
    if blocks and blocks[-1].kind == "furniture":
        last = blocks.pop()
        blocks.append(Block("furniture", last.start, left_out.end, left_out=(*last.left_out, left_out)))
    else:
        blocks.append(Block("furniture", start, left_out.end, left_out=(left_out,)))


def _paragraphs(
    found: ArticleFindings, start: int, end: int, marks: Sequence[Mark], ranges: Sequence[Range]
) -> list[Block]:
    article = found.article
    title = article.title_span
    headings = {heading.start for heading in article.headings}
    lines = paragraphs(article.text, start, end)
    marks_of = _by_line(lines, [(mark.start, mark.end) for mark in marks])
    ranges_of = _by_line(lines, ranges)
    beginnings = _beginnings([mark for mark in marks if mark.role != ASIDE])
    notes_of = _by_line(lines, [(first, first + 1) for _, first in beginnings])
    aside = _beginnings([mark for mark in marks if mark.role == ASIDE])
    asides_of = _by_line(lines, [(first, first + 1) for _, first in aside])
    blocks = []
    for place, (low, high) in enumerate(lines):
        kind = "heading" if low in headings else "paragraph"
        if title is not None and title.start <= low < title.end:
            kind = "title"
        runs = cut_runs(
            article.text,
            (low, high),
            [marks[one] for one in marks_of.get(place, ())],
            [ranges[one] for one in ranges_of.get(place, ())],
        )
        notes = tuple(sorted(beginnings[one][0] for one in notes_of.get(place, ())))
        asides = tuple(sorted(aside[one][0] for one in asides_of.get(place, ())))
        blocks.append(Block(kind, low, high, runs, notes, asides))
    return blocks


def _by_line(lines: Sequence[Range], ranges: Sequence[Range]) -> dict[int, list[int]]:
    """For each line (by its place in the list) the places of the ranges that overlap it."""
    starts = [low for low, _ in lines]
    found: dict[int, list[int]] = {}
    for number, (low, high) in enumerate(ranges):
        place = max(bisect_right(starts, low) - 1, 0)
        while place < len(lines) and lines[place][0] < high:
            if low < lines[place][1]:
                found.setdefault(place, []).append(number)
            place += 1
    return found


def _beginnings(marks: Sequence[Mark]) -> list[tuple[int, int]]:
    first: dict[int, int] = {}
    for mark in marks:
        first[mark.number] = min(mark.start, first.get(mark.number, mark.start))
    return sorted(first.items())
