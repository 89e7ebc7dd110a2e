"""Lists of attributions, filtered by actor, outlet, date, status, kind and words; and of problems."""

from dataclasses import dataclass
from datetime import date

from onrecord.data import AttributionKind, Problem, RecordStatus
from onrecord.errors import InputError
from onrecord.query.lists import (
    SHEET,
    ArticleLine,
    AttributionLine,
    Sheet,
    article_lines,
    attribution_line,
    attributions_by_id,
    cut_sheet,
    sheet_range,
)
from onrecord.query.positions import Findings
from onrecord.query.record import Record
from onrecord.stores.base import AttributionFilter, SearchHit
from onrecord.stores.judged import judged

MAX_TEXT = 400


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked for, as given: an actor's id or name, an outlet, an ISO day, and so on."""

    actor: str = ""
    outlet: str = ""
    since: str = ""
    status: str = ""
    kind: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article whose text holds the words; `snippet` marks them with U+0002 and U+0003."""

    line: ArticleLine
    snippet: str


@dataclass(frozen=True, slots=True)
class AttributionList:
    """One sheet of attributions, the filter it was made with, and articles that hold the words."""

    wanted: Wanted
    actor_name: str | None
    rows: Sheet[AttributionLine]
    articles: tuple[FoundArticle, ...]


def attribution_list(record: Record, wanted: Wanted, sheet: int = 1, size: int = SHEET) -> AttributionList:
    """The attributions that are wanted. InputError for a filter that means nothing here."""
    chosen = _filter(record, wanted)
    rows = record.view.attribution_rows(chosen, 0, 0)
    number, sheets, offset = sheet_range(rows.total, sheet, size)
    rows = record.view.attribution_rows(chosen, offset, size)
    return AttributionList(
        wanted=wanted,
        actor_name=record.actor_name(chosen.actor_id),
        rows=Sheet(_lines(record, rows.rows), rows.total, number, sheets),
        articles=_articles(record, chosen.text) if chosen.text and number == 1 else (),
    )


def _filter(record: Record, wanted: Wanted) -> AttributionFilter:
    return AttributionFilter(
        actor_id=record.actor(wanted.actor).id if wanted.actor.strip() else None,
        outlet=wanted.outlet.strip() or None,
        since=_day(wanted.since.strip()),
        status=_status(wanted.status.strip()),
        kind=_kind(wanted.kind.strip()),
        text=wanted.text.strip()[:MAX_TEXT],
    )


def _day(given: str) -> str | None:
    if not given:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise InputError(f"{given!r} is no day; write it as in 2025-08-03") from error


def _status(given: str) -> RecordStatus | None:
    if not given:
        return None
    known = {status.value: status for status in RecordStatus}
    found = known.get(given.casefold().replace("-", " ").replace("_", " "))
    if found is None:
        raise InputError(f"{given!r} is no record status; it is one of: {', '.join(known)}")
    return found


def _kind(given: str) -> AttributionKind | None:
    if not given:
        return None
    known = {kind.value: kind for kind in AttributionKind}
    if given.casefold() not in known:
        raise InputError(f"{given!r} is no kind of attribution; it is one of: {', '.join(known)}")
    return known[given.casefold()]


def _lines(record: Record, rows: tuple[tuple[str, str], ...]) -> tuple[AttributionLine, ...]:
    findings = Findings(record.view)
    article_ids = tuple(dict.fromkeys(article for article, _ in rows))
    lines = {line.id: line for line in article_lines(record, article_ids)}
    links = {key: record.view.links(article_id=key) for key in article_ids}
    known = {key: attributions_by_id(findings.of(key)) for key in article_ids}
    decided = {
        key: judged(findings.of(key), record.view.judgements(key))[0] for key in article_ids if key in lines
    }
    return tuple(
        attribution_line(
            record, lines[article], known[article][key], links[article], decided[article].get(key)
        )
        for article, key in rows
        if article in lines and key in known[article]
    )


def _articles(record: Record, text: str) -> tuple[FoundArticle, ...]:
    hits: dict[str, SearchHit] = {}
    for hit in record.view.search(text, SHEET):
        if hit.attribution_id is None:
            hits.setdefault(hit.article_id, hit)
    lines = {line.id: line for line in article_lines(record, tuple(hits))}
    return tuple(FoundArticle(lines[key], hit.snippet) for key, hit in hits.items() if key in lines)


@dataclass(frozen=True, slots=True)
class ProblemList:
    """What could not be read, dated or resolved: counts by kind, and one sheet of one kind or of all."""

    counts: tuple[tuple[str, int], ...]
    kind: str
    rows: Sheet[Problem]


def problem_list(record: Record, kind: str = "", sheet: int = 1) -> ProblemList:
    """Problems of a kind ("" for all), by kind and place."""
    problems = record.view.problems()
    counts: dict[str, int] = {}
    for problem in problems:
        counts[problem.kind] = counts.get(problem.kind, 0) + 1
    chosen = sorted(
        (problem for problem in problems if not kind or problem.kind == kind),
        key=lambda problem: (problem.kind, problem.place, problem.message),
    )
    ordered = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return ProblemList(ordered, kind, cut_sheet(chosen, sheet))
