"""Rows of what was fetched and decided: pages, sightings, furniture, problems, judgements."""

import zlib
from collections.abc import Iterable, Sequence

from onrecord.data import Field, Furniture, Judgement, Media, Page, Problem, Sighting, Verdict
from onrecord.ids import make_id
from onrecord.stores.base import Recurrence
from onrecord.stores.sqlite.codec import (
    Cells,
    Row,
    Value,
    dump,
    get,
    get_or_none,
    get_reason,
    get_span,
    load,
    put,
    put_or_none,
    put_reason,
    put_span,
    strings,
)
from onrecord.stores.sqlite.table import table

PAGE = table("page", "id media encoding text raw fields")
SIGHTING = table("sighting", "page_id id place url outlet fetched fields")
FURNITURE = table("furniture", "page_id number span kind reason reason_spans")
PROBLEM = table("problem", "scope number kind message place page_id article_id owner key")
JUDGEMENT = table("judgement", "id subject articles ranges verdict by made note page sources cues")


def page_row(page: Page) -> Row:
    """See the table `page`."""
    raw = zlib.compress(page.raw)
    return (page.id, page.media, put(page.encoding), put(page.text), raw, _put_fields(page.fields))


def _put_fields(fields: Iterable[Field]) -> Value:
    return dump([[field.name, field.value, field.origin] for field in fields])


def _get_fields(value: str | bytes) -> tuple[Field, ...]:
    return tuple(Field(name, text, origin) for name, text, origin in load(value))


def page_of(cells: Cells) -> Page:
    """The page of a row."""
    identifier, media, encoding, text, raw, fields = cells
    return Page(
        identifier,
        Media(media),
        get(text),
        zlib.decompress(raw),
        get(encoding),
        _get_fields(fields),
    )


def sighting_row(sighting: Sighting) -> Row:
    """See the table `sighting`."""
    return (
        sighting.page_id,
        sighting.id,
        put(sighting.place),
        put_or_none(sighting.url),
        put_or_none(sighting.outlet),
        put_or_none(sighting.fetched),
        _put_fields(sighting.fields),
    )


def sighting_of(cells: Cells) -> Sighting:
    """The sighting of a row."""
    page_id, identifier, place, url, outlet, fetched, fields = cells
    return Sighting(
        identifier,
        page_id,
        get(place),
        get_or_none(url),
        get_or_none(outlet),
        get_or_none(fetched),
        _get_fields(fields),
    )


def furniture_row(furniture: Furniture, number: int, page_text: str) -> Row:
    """See the table `furniture`."""
    return (
        furniture.page_id,
        number,
        put_span(furniture.span, page_text),
        put(furniture.kind),
        *put_reason(furniture.reason, page_text),
    )


def furniture_of(cells: Cells, page_text: str) -> Furniture:
    """The furniture of a row."""
    page_id, _, span, kind, reason, spans = cells
    return Furniture(page_id, get_span(span, page_text), get(kind), get_reason(reason, spans, page_text))


def problem_row(problem: Problem, scope: str, number: int, owner: str = "") -> Row:
    """See the table `problem`; the number keeps the order within a page."""
    key = make_id("pr", (problem.kind, problem.message, problem.place, problem.page_id, problem.article_id))
    return (
        scope,
        number,
        put(problem.kind),
        put(problem.message),
        put(problem.place),
        problem.page_id,
        problem.article_id,
        owner,
        key,
    )


def problem_of(cells: Cells) -> Problem:
    """The problem of a row."""
    _, _, kind, message, place, page_id, article_id, _, _ = cells
    return Problem(get(kind), get(message), get(place), page_id, article_id)


def judgement_row(judgement: Judgement) -> Row:
    """See the table `judgement`."""
    return (
        judgement.id,
        put(judgement.subject),
        dump(judgement.articles),
        dump(judgement.ranges),
        judgement.verdict,
        put(judgement.by),
        put(judgement.made),
        put(judgement.note),
        put_or_none(judgement.page),
        dump(judgement.sources),
        dump(judgement.cues),
    )


def judgement_of(cells: Cells) -> Judgement:
    """The judgement of a row."""
    identifier, subject, articles, ranges, verdict, by, made, note, page, sources, cues = cells
    return Judgement(
        identifier,
        get(subject),
        strings(articles),
        _get_ranges(ranges),
        Verdict(verdict),
        get(by),
        get(made),
        get(note),
        get_or_none(page),
        _get_ranges(sources),
        _get_ranges(cues),
    )


def _get_ranges(value: str | bytes) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in load(value))


def put_recurring(found: Sequence[Recurrence]) -> Value:
    """The column `page_lines.recurring`."""
    return dump([[one.site, one.of, [[line.hex(), pages] for line, pages in one.lines]] for one in found])


def recurring_of(value: str | bytes) -> tuple[Recurrence, ...]:
    """What `put_recurring` wrote."""
    return tuple(
        Recurrence(site, of, tuple((bytes.fromhex(line), pages) for line, pages in lines))
        for site, of, lines in load(value)
    )
