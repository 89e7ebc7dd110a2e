"""Full-text search and the filtered list of attributions, as SQL with parameters only."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from onrecord.stores.base import AttributionFilter, AttributionRows, SearchHit
from onrecord.stores.sqlite.codec import safe

Rows = Callable[[str, Sequence[Any]], list[Any]]
# Ranking costs about 4 microseconds a match: beyond this many the newest rows come unranked.
RANKED = 20_000
MAX_WORDS = 32
_WORD = re.compile(r"[^\W_]{1,64}")
_PHRASE = re.compile(r'"([^"]{1,400})"')


def fts_query(text: str) -> str:
    """An FTS5 query that finds all words of any text; what stands in quotation marks, as a phrase.

    Words are cut out as letters and digits and quoted, so that no part of the text is syntax. "" when
    there is no word.
    """
    text = safe(text[:4_000])
    phrases = [" ".join(_WORD.findall(phrase)) for phrase in _PHRASE.findall(text)]
    words = _WORD.findall(_PHRASE.sub(" ", text))
    parts = [part for part in phrases + words if part][:MAX_WORDS]
    return " AND ".join(f'"{part}"' for part in parts)


def search(rows: Rows, text: str, limit: int) -> tuple[SearchHit, ...]:
    """Matches in attribution contents, then in articles; best first within each."""
    query = fts_query(text)
    if not query or limit <= 0:
        return ()
    inner = _hits(rows, "attribution", "t.article_id, t.id", query, limit)
    outer = _hits(rows, "article", "t.id, NULL", query, limit - len(inner)) if len(inner) < limit else []
    return tuple(SearchHit(article, attribution, snippet) for article, attribution, snippet in inner + outer)


def _hits(rows: Rows, name: str, columns: str, query: str, limit: int) -> list[Any]:
    index = f"{name}_text"
    bounded = f"SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT ?)"  # noqa: S608
    matches = rows(bounded, (query, RANKED + 1))[0][0]
    order = f"bm25({index}), t.id" if matches <= RANKED else f"{index}.rowid DESC"
    statement = (
        f"SELECT {columns}, snippet({index}, 0, char(2), char(3), '…', 24) "  # noqa: S608
        f"FROM {index} JOIN {name} AS t ON t.row = {index}.rowid "
        f"WHERE {index} MATCH ? ORDER BY {order} LIMIT ?"
    )
    return rows(statement, (query, limit))


_OVERLAP = """EXISTS (
  SELECT 1 FROM actor_link AS l, json_each(a.source_spans) AS s
  WHERE l.actor_id = ? AND l.article_id = a.article_id
  AND l.start < json_extract(s.value, '$[1]') AND l."end" > json_extract(s.value, '$[0]'))"""


def attribution_rows(rows: Rows, wanted: AttributionFilter, offset: int, limit: int) -> AttributionRows:
    """See `View.attribution_rows`."""
    tests, values = _tests(wanted)
    if tests is None:
        return AttributionRows(0, ())
    where = f"WHERE {' AND '.join(tests)}" if tests else ""
    source = f"FROM attribution AS a JOIN article_head AS h ON h.id = a.article_id {where}"
    if not tests:
        total = rows("SELECT count(*) FROM attribution", ())[0][0]
    else:
        total = rows(f"SELECT count(*) {source}", values)[0][0]
    found = rows(
        f"SELECT a.article_id, a.id {source} "
        "ORDER BY h.earliest IS NULL, h.earliest DESC, a.article_id, a.content_start, a.id LIMIT ? OFFSET ?",
        (*values, max(limit, 0), max(offset, 0)),
    )
    return AttributionRows(total, tuple((article, attribution) for article, attribution in found))


def _tests(wanted: AttributionFilter) -> tuple[list[str] | None, list[Any]]:
    """SQL tests and their values; no tests at all (None) when a text without a word is asked for."""
    tests: list[str] = []
    values: list[Any] = []

    def add(test: str, value: Any) -> None:
        tests.append(test)
        values.append(safe(value))

    if wanted.actor_id is not None:
        add(_OVERLAP, wanted.actor_id)
    if wanted.outlet is not None:
        add("fold(h.outlet) = ?", wanted.outlet.casefold())
    if wanted.since is not None:
        add("h.earliest >= ?", wanted.since)
    if wanted.status is not None:
        add("a.status = ?", wanted.status.value)
    if wanted.kind is not None:
        add("a.kind = ?", wanted.kind.value)
    if wanted.text.strip():
        query = fts_query(wanted.text)
        if not query:
            return None, []
        add("a.row IN (SELECT rowid FROM attribution_text WHERE attribution_text MATCH ?)", query)
    return tests, values
