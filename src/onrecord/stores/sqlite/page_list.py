"""The list of pages, as SQL with parameters only: which fit, then what is shown of one sheet of them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from onrecord.data import Media
from onrecord.stores.base import PageFilter, PageHead, PageRows
from onrecord.stores.merge import PAGE, standing
from onrecord.stores.sqlite import page_rows as rows_of
from onrecord.stores.sqlite.codec import get, put, safe

Rows = Callable[[str, Sequence[Any]], list[Any]]


def page_rows(rows: Rows, wanted: PageFilter, offset: int, limit: int) -> PageRows:
    """See `View.page_rows`."""
    tests: list[str] = []
    values: list[Any] = []
    if wanted.problem is not None:
        tests.append("p.id IN (SELECT page_id FROM problem WHERE kind = ?)")
        values.append(put(wanted.problem))
    if wanted.outlet is not None:
        tests.append(
            "(p.id IN (SELECT page_id FROM sighting WHERE fold(outlet) = ?)"
            " OR p.id IN (SELECT page_id FROM article WHERE fold(outlet) = ?))"
        )
        values += [safe(wanted.outlet.casefold())] * 2
    where = f"WHERE {' AND '.join(tests)}" if tests else ""
    total = rows(f"SELECT count(*) FROM page AS p {where}", values)[0][0]  # noqa: S608
    place = "(SELECT min(CAST(place AS TEXT)) FROM sighting WHERE page_id = p.id)"
    found = rows(
        f"SELECT p.id FROM page AS p {where} ORDER BY {place}, p.id LIMIT ? OFFSET ?",  # noqa: S608
        (*values, max(limit, 0), max(offset, 0)),
    )
    return PageRows(total, _heads(rows, [row[0] for row in found]))


def page_problems(rows: Rows) -> tuple[tuple[str, int], ...]:
    """See `View.page_problems`."""
    statement = "SELECT kind, count(DISTINCT page_id) FROM problem WHERE page_id IN (SELECT id FROM page)"
    found = rows(f"{statement} GROUP BY kind", ())
    return tuple(sorted(((get(kind), count) for kind, count in found), key=lambda one: (-one[1], one[0])))


def _heads(rows: Rows, ids: Sequence[str]) -> tuple[PageHead, ...]:
    marks = ", ".join("?" * len(ids))

    def grouped(statement: str) -> dict[str, list[Any]]:
        found: defaultdict[str, list[Any]] = defaultdict(list)
        for key, *rest in rows(statement.format(marks=marks), ids):
            found[key].append(rest)
        return found

    pages = grouped("SELECT id, media, length(text) FROM page WHERE id IN ({marks})")
    articles = grouped(
        "SELECT page_id, outlet FROM article WHERE page_id IN ({marks}) ORDER BY page_id, number"
    )
    problems = grouped(
        "SELECT DISTINCT page_id, kind FROM problem WHERE page_id IN ({marks}) ORDER BY page_id, kind"
    )
    where = "WHERE page_id IN ({marks}) ORDER BY page_id, CAST(place AS TEXT), id"
    seen = grouped(rows_of.SIGHTING.select(where).replace("SELECT ", "SELECT page_id, ", 1))
    judged = _judged(rows, marks, ids)
    found = []
    for key in ids:
        media, characters = pages[key][0]
        sightings = tuple(map(rows_of.sighting_of, seen.get(key, ())))
        outlets = [get(name) for (name,) in articles.get(key, ()) if name is not None]
        outlets += [one.outlet for one in sightings if one.outlet]
        found.append(
            PageHead(
                key,
                Media(media),
                int(characters),
                sightings,
                outlets[0] if outlets else None,
                len(articles.get(key, ())),
                tuple(get(kind) for (kind,) in problems.get(key, ())),
                key in judged,
            )
        )
    return tuple(found)


def _judged(rows: Rows, marks: str, ids: Sequence[str]) -> frozenset[str]:
    """The pages whose articles stand where somebody judged."""
    where = f"WHERE subject = ? AND page IN ({marks}) ORDER BY id"
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for judgement in map(rows_of.judgement_of, rows(rows_of.JUDGEMENT.select(where), (PAGE, *ids))):
        found[judgement.page or ""].append(judgement)
    return frozenset(key for key, judgements in found.items() if standing(judgements) is not None)
