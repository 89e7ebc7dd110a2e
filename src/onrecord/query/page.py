"""One page: what became of every character of it, and what was said of it and where.

The page's text is cut into stretches: lines of articles, pieces of furniture, and what no stage has
accounted for, which a finished page has none of. White space is nothing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.data import (
    ArticleFindings,
    DateCandidate,
    Fact,
    Field,
    Furniture,
    Judgement,
    Media,
    Metadatum,
    Page,
    Problem,
    Reason,
    Sighting,
    Span,
    page_spans,
)
from onrecord.query.lists import SHEET, ArticleLine, Sheet, article_line, sheet_range
from onrecord.query.record import Record
from onrecord.query.runs import Mark, Run, cut_runs
from onrecord.stores.base import ArticleHead, PageFilter, PageHead
from onrecord.stores.find import find_page
from onrecord.stores.merge import PAGE, standing

SHEET_CHARACTERS = 60_000
SHEET_STRETCHES = 800
SHOWN_AT_ONCE = 10_000
NOT_TAKEN = " not taken"
LANGUAGE = "language"  # said of whole blocks, not of words that name it
ARTICLE, FURNITURE, METADATA, MISSING = "article", "furniture", "metadata", "not accounted for"


@dataclass(frozen=True, slots=True)
class PageSum:
    """How many characters, white space aside, became what; the parts add up to `visible`."""

    visible: int
    white: int
    articles: int
    metadata: int
    furniture: int
    missing: int


@dataclass(frozen=True, slots=True)
class PageArticle:
    """One article of the page: where it stands (first and last character), and its metadata.

    `dates` are all candidates for the date, `metadata` those for the rest, taken or not.
    """

    line: ArticleLine
    number: int
    start: int
    end: int
    characters: int
    outlet: Fact | None
    byline: Fact | None
    age: Fact | None
    dates: tuple[DateCandidate, ...]
    metadata: tuple[Metadatum, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring characters of the page with one fate. Offsets are in the page's text.

    `what` is article, metadata, furniture, or not accounted for; `number` is that of the article (0 for
    the rest), `kind` and `reason` are those of the furniture. `runs` carry marks whose `role` says what
    the words are (title, byline, date ...) for article `number`.
    """

    what: str
    start: int
    end: int
    number: int
    kind: str
    reason: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The characters themselves."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything on one page. `stretches` are those of sheet `number`, or all, in the order of the page.

    `sheet_starts` are the offsets at which its sheets begin.
    """

    id: str
    media: Media
    encoding: str
    size: int
    characters: int
    sum: PageSum
    kinds: tuple[tuple[str, int, int], ...]
    sightings: tuple[Sighting, ...]
    fields: tuple[Field, ...]
    articles: tuple[PageArticle, ...]
    problems: tuple[Problem, ...]
    judged: Judgement | None
    judgements: tuple[Judgement, ...]
    waiting: bool
    stretches: tuple[Stretch, ...]
    number: int
    sheet_starts: tuple[int, ...]

    @property
    def sheets(self) -> int:
        """How many sheets the page's text makes."""
        return len(self.sheet_starts)


@dataclass(frozen=True, slots=True, order=True)
class _Piece:
    """A stretch before its text is cut out; `place` is that of its furniture, or the article's number."""

    start: int
    end: int
    what: str
    place: int


def page_view(record: Record, given: str, sheet: int | None = 1) -> PageView:
    """The page of this id (or unique beginning of one), place or address; `sheet` None is all of it.

    Raises NotFoundError when there is none.
    """
    view = record.view
    page_id = find_page(view, given)
    page = view.page(page_id)
    furniture = view.furniture(page_id)
    heads = {head.id: head for head in view.heads_of_page(page_id)}
    found = [one for one in view.findings_of_page(page_id) if one.article.id in heads]
    articles = tuple(_article(record, heads[one.article.id], one) for one in found)
    marks = _marks(found, articles)
    pieces = _pieces(page, furniture, found, _meta_places(furniture, marks))
    starts = _sheet_starts(pieces) if sheet is not None else [0]
    number, chosen = _sheet(pieces, starts, sheet or 1)
    judgements = tuple(one for one in view.judgements() if one.subject == PAGE and one.page == page_id)
    return PageView(
        id=page_id,
        media=page.media,
        encoding=page.encoding,
        size=len(page.raw),
        characters=len(page.text),
        sum=_sum(page.text, pieces),
        kinds=_kinds(page.text, furniture),
        sightings=view.sightings(page_id),
        fields=page.fields,
        articles=articles,
        problems=view.problems(page_id),
        judged=standing(judgements),
        judgements=judgements,
        waiting=view.is_waiting(page_id),
        stretches=tuple(_stretches(page.text, chosen, furniture, marks)),
        number=number,
        sheet_starts=tuple(pieces[place].start if place else 0 for place in starts),
    )


def _article(record: Record, head: ArticleHead, found: ArticleFindings) -> PageArticle:
    article = found.article
    dating = record.view.dating(article.id)
    published = dating.published if dating else found.published
    return PageArticle(
        line=article_line(head),
        number=article.number,
        start=article.spans[0].start if article.spans else 0,
        end=article.spans[-1].end if article.spans else 0,
        characters=sum(_visible(span.text) for span in article.spans),
        outlet=article.outlet,
        byline=article.byline,
        age=article.age,
        dates=published.candidates,
        metadata=found.metadata,
    )


def _marks(found: Sequence[ArticleFindings], articles: Sequence[PageArticle]) -> tuple[Mark, ...]:
    """What the words of the page are for its articles, sorted."""
    marks: set[Mark] = set()
    for one, line in zip(found, articles, strict=True):
        number = one.article.number
        if one.article.title_span is not None:
            title = one.article.title_span
            places = page_spans(one.article, title.start, title.end)
            marks |= {Mark(start, end, "title", number) for start, end in places}
        facts = (("outlet", line.outlet), ("byline", line.byline), ("age", line.age))
        marks |= {_mark(fact.span, role, number) for role, fact in facts if fact and fact.span}
        marks |= {
            _mark(date.span, "date" if date.accepted else f"date{NOT_TAKEN}", number)
            for date in line.dates
            if date.span
        }
        marks |= {
            _mark(meta.span, meta.name if meta.accepted else f"{meta.name}{NOT_TAKEN}", number)
            for meta in line.metadata
            if meta.span and meta.name != LANGUAGE
        }
    return tuple(sorted(mark for mark in marks if mark.start < mark.end))


def _mark(span: Span, role: str, number: int) -> Mark:
    return Mark(span.start, span.end, role, number)


def _meta_places(furniture: Sequence[Furniture], marks: Sequence[Mark]) -> frozenset[int]:
    """Places of the furniture that says something of an article: its byline, outlet, age, date ..."""
    taken = sorted((mark.start, mark.end) for mark in marks if not mark.role.endswith(NOT_TAKEN))
    starts = [start for start, _ in taken]
    found = set()
    for place, item in enumerate(furniture):
        following = bisect_left(starts, item.span.start)
        if following < len(taken) and taken[following][1] <= item.span.end:
            found.add(place)
    return frozenset(found)


def _pieces(
    page: Page, furniture: Sequence[Furniture], found: Sequence[ArticleFindings], meta: frozenset[int]
) -> list[_Piece]:
    """All of the page's text but white space, in order and in pieces of bounded length."""
    known = [
        _Piece(item.span.start, item.span.end, METADATA if place in meta else FURNITURE, place)
        for place, item in enumerate(furniture)
    ]
    known += [
        _Piece(span.start, span.end, ARTICLE, one.article.number)
        for one in found
        for span in one.article.spans
    ]
    pieces: list[_Piece] = []
    last = 0
    for piece in sorted(known):
        pieces += _bounded(_Piece(last, piece.start, MISSING, 0), page.text)
        pieces += _bounded(_Piece(max(piece.start, last), piece.end, piece.what, piece.place), page.text)
        last = max(last, piece.end)
    pieces += _bounded(_Piece(last, len(page.text), MISSING, 0), page.text)
    return pieces


def _bounded(piece: _Piece, text: str) -> Iterator[_Piece]:
    """A piece in parts of SHOWN_AT_ONCE characters, cut at a space where there is one; none when blank."""
    start = piece.start
    while start < piece.end:
        end = min(piece.end, start + SHOWN_AT_ONCE)
        if end < piece.end:
            space = text.rfind(" ", start + SHOWN_AT_ONCE // 2, end)
            end = space + 1 if space > 0 else end
        if text[start:end].strip():
            yield _Piece(start, end, piece.what, piece.place)
        start = end


def _visible(text: str) -> int:
    """Characters that are no white space."""
    return sum(map(len, text.split()))


def _sum(text: str, pieces: Iterable[_Piece]) -> PageSum:
    counts = {ARTICLE: 0, METADATA: 0, FURNITURE: 0, MISSING: 0}
    for piece in pieces:
        counts[piece.what] += _visible(text[piece.start : piece.end])
    visible = _visible(text)
    return PageSum(
        visible,
        len(text) - visible,
        counts[ARTICLE],
        counts[METADATA],
        counts[FURNITURE],
        counts[MISSING],
    )


def _kinds(text: str, furniture: Iterable[Furniture]) -> tuple[tuple[str, int, int], ...]:
    """(kind, pieces, characters) of what lies outside the articles, the most characters first."""
    counts: dict[str, tuple[int, int]] = {}
    for item in furniture:
        pieces, characters = counts.get(item.kind, (0, 0))
        counts[item.kind] = (pieces + 1, characters + _visible(text[item.span.start : item.span.end]))
    rows = [(kind, pieces, characters) for kind, (pieces, characters) in counts.items()]
    return tuple(sorted(rows, key=lambda row: (-row[2], row[0])))


def _sheet_starts(pieces: Sequence[_Piece]) -> list[int]:
    """The places of the pieces at which sheets of bounded size begin."""
    starts = [0]
    size = 0
    for place, piece in enumerate(pieces):
        size += piece.end - piece.start
        if place > starts[-1] and (size > SHEET_CHARACTERS or place - starts[-1] >= SHEET_STRETCHES):
            starts.append(place)
            size = piece.end - piece.start
    return starts


def _sheet(pieces: Sequence[_Piece], starts: Sequence[int], wanted: int) -> tuple[int, Sequence[_Piece]]:
    number, _, _ = sheet_range(len(starts), wanted, 1)
    ends = [*starts[1:], len(pieces)]
    return number, pieces[starts[number - 1] : ends[number - 1]]


def _stretches(
    text: str, pieces: Iterable[_Piece], furniture: Sequence[Furniture], marks: Sequence[Mark]
) -> Iterator[Stretch]:
    waiting: list[Mark] = []
    following = 0
    for piece in pieces:
        while following < len(marks) and marks[following].start < piece.end:
            waiting.append(marks[following])
            following += 1
        waiting = [mark for mark in waiting if mark.end > piece.start]
        runs = cut_runs(text, (piece.start, piece.end), waiting, ())
        outside = piece.what in (FURNITURE, METADATA)
        kind, reason = _why(furniture[piece.place]) if outside else ("", "")
        number = piece.place if piece.what == ARTICLE else 0
        yield Stretch(piece.what, piece.start, piece.end, number, kind, reason, runs)


def _why(item: Furniture) -> tuple[str, str]:
    reason: Reason = item.reason
    return item.kind, reason.text


@dataclass(frozen=True, slots=True)
class PageList:
    """Pages, filtered: counts of the problems met on pages, and one sheet."""

    counts: tuple[tuple[str, int], ...]
    problem: str
    outlet: str
    rows: Sheet[PageHead]


def page_list(record: Record, problem: str = "", outlet: str = "", sheet: int = 1) -> PageList:
    """Pages on which a problem of this kind was met, seen at this outlet; "" for any. By place."""
    wanted = PageFilter(problem or None, outlet.strip() or None)
    total = record.view.page_rows(wanted, 0, 0).total
    number, sheets, offset = sheet_range(total, sheet)
    rows = record.view.page_rows(wanted, offset, SHEET).rows
    return PageList(record.view.page_problems(), problem, outlet, Sheet(rows, total, number, sheets))
