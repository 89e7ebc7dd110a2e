"""Short rows of articles and attributions that several answers list, and how long lists are paged."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.data import (
    ActorLink,
    Article,
    ArticleFindings,
    Attribution,
    AttributionKind,
    Factuality,
    RecordStatus,
    Setting,
    Span,
    Speaker,
)
from onrecord.query.record import Record
from onrecord.stores.base import ArticleHead
from onrecord.stores.judged import Judged

Row = TypeVar("Row")
SHEET = 50


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Row]):
    """One sheet of a long list: `number` counts from 1, `sheets` is at least 1."""

    rows: tuple[Row, ...]
    total: int
    number: int
    sheets: int


def sheet_range(total: int, number: int, size: int = SHEET) -> tuple[int, int, int]:
    """(number, sheets, offset) of a sheet, the number moved into range."""
    sheets = max(1, -(-total // size))
    number = min(max(1, number), sheets)
    return number, sheets, (number - 1) * size


def cut_sheet(rows: Sequence[Row], number: int, size: int = SHEET) -> Sheet[Row]:
    """The sheet of a list that is at hand as a whole."""
    number, sheets, offset = sheet_range(len(rows), number, size)
    return Sheet(tuple(rows[offset : offset + size]), len(rows), number, sheets)


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article in a list."""

    id: str
    title: str
    outlet: str | None
    published: str | None
    language: str
    attributions: int


def article_line(head: ArticleHead) -> ArticleLine:
    """The line of one article; an article without a title is named by its id."""
    return ArticleLine(
        head.id,
        head.title or untitled(head.id),
        head.outlet,
        head.published,
        head.language,
        head.attributions,
    )


def article_lines(record: Record, article_ids: Sequence[str]) -> tuple[ArticleLine, ...]:
    """Lines in the order of the given ids; ids that the case does not hold are left out."""
    heads = {head.id: head for head in record.view.heads(article_ids)}
    return tuple(article_line(heads[key]) for key in article_ids if key in heads)


def untitled(identifier: str) -> str:
    """How something without a title is named."""
    return f"untitled ({identifier})"


def title_of(article: Article) -> str:
    """The title of an article, or how one without a title is named."""
    return article.title or untitled(article.id)


@dataclass(frozen=True, slots=True)
class AttributionLine:
    """One attribution in a list: who said what, on what terms, and where it stands.

    `sources`, `cues` and `contents` are spans of the article's text. `actors` are (id, name) of
    those whose mentions lie in the source, `speaker` whom a pronoun or description there refers to.
    `judged` is what people decided of it, None when nobody did.
    """

    id: str
    article: ArticleLine
    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    actors: tuple[tuple[str, str], ...]
    kind: AttributionKind
    cue_class: str
    status: RecordStatus
    reason: str
    status_reason: str
    confidence: float
    negated: bool
    nested: bool
    factuality: Factuality
    setting: Setting
    speaker: Speaker | None
    judged: Judged | None = None


def attribution_line(
    record: Record,
    line: ArticleLine,
    found: Attribution,
    links: Sequence[ActorLink],
    judged: Judged | None = None,
) -> AttributionLine:
    """The line of one attribution of the article that `line` names; `links` are that article's."""
    return AttributionLine(
        id=found.id,
        article=line,
        sources=found.source,
        cues=found.cue,
        contents=found.content,
        actors=actors_at(record, found.source, links),
        kind=found.kind,
        cue_class=found.cue_class,
        status=found.status,
        reason=found.reason.text,
        status_reason=found.status_reason.text,
        confidence=found.confidence,
        negated=found.negated,
        nested=found.parent is not None,
        factuality=found.factuality,
        setting=found.setting,
        speaker=found.speaker,
        judged=judged,
    )


def actors_at(
    record: Record, spans: Sequence[Span], links: Sequence[ActorLink]
) -> tuple[tuple[str, str], ...]:
    """(id, name) of the actors whose mentions lie in the spans, in the order of the text.

    A mention inside a longer one ("two officials in <Sund>") is not who speaks.
    """
    inside = [
        link
        for link in links
        if any(span.start <= link.span.start and link.span.end <= span.end for span in spans)
    ]
    inside.sort(key=lambda link: (link.span.start, -link.span.end, link.actor_id))
    named: dict[str, str] = {}
    end = -1
    for link in inside:
        name = record.actor_name(link.actor_id)
        if link.span.end > end and name is not None:
            named.setdefault(link.actor_id, name)
        end = max(end, link.span.end)
    return tuple(named.items())


def spoken(spans: Sequence[Span], limit: int = 0) -> str:
    """The words of discontinuous spans, an ellipsis between them, cut after `limit` characters."""
    words = " … ".join(" ".join(span.text.split()) for span in spans)
    return words if not limit or len(words) <= limit else words[: limit - 1].rstrip() + "…"


def attributions_by_id(findings: ArticleFindings) -> dict[str, Attribution]:
    """The attributions of one article by id."""
    return {found.id: found for found in findings.attributions}
