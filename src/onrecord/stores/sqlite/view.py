"""Reading a case file: the View over SQLite. Corpus findings are read in `corpus_view`."""

import sqlite3
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

from onrecord.data import NO_RULINGS, ArticleFindings, Furniture, Judgement, Page, Problem, Rulings, Sighting
from onrecord.errors import NotFoundError
from onrecord.stores.base import (
    ArticleHead,
    AttributionFilter,
    AttributionRows,
    CaseMeta,
    PageFilter,
    PageRows,
    SearchHit,
)
from onrecord.stores.sqlite import article_rows as rows
from onrecord.stores.sqlite import page_rows, said_rows
from onrecord.stores.sqlite.codec import get, get_or_none, get_rulings, safe
from onrecord.stores.sqlite.corpus_view import CorpusReader
from onrecord.stores.sqlite.explain import explained
from onrecord.stores.sqlite.page_list import page_problems
from onrecord.stores.sqlite.page_list import page_rows as list_pages
from onrecord.stores.sqlite.schema import schema_of
from onrecord.stores.sqlite.search import attribution_rows, search
from onrecord.stores.sqlite.table import Table

Out = TypeVar("Out")
BATCH = 200
_ID_TABLES = (
    "page", "article", "attribution", "reuse", "independent", "family", "story", "thread", "actor", "chain",
    "origin_set", "position", "change", "position_mention", "judgement",
)  # fmt: skip


class SqliteView(CorpusReader):
    """A case opened read-only. May be shared between threads; close it, or use it in `with`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """All rows of a statement; one thread at a time."""
        with self._lock, explained(self.path):
            return self._connection.execute(statement, parameters).fetchall()

    def meta(self) -> CaseMeta:
        """See `View.meta`."""
        found = dict(self.rows("SELECT key, value FROM case_info"))
        with self._lock:
            schema = schema_of(self._connection)
        return CaseMeta(
            schema,
            found.get("onrecord", ""),
            found.get("stages", ""),
            found.get("config", ""),
            found.get("corpus", ""),
        )

    def resolve(self, identifier: str) -> str:
        """See `View.resolve`."""
        for (new,) in self.rows("SELECT new FROM alias WHERE old = ?", (safe(identifier),)):
            return str(new)
        if any(self._holds(name, identifier) for name in _ID_TABLES):
            return identifier
        raise NotFoundError(f"{identifier}: this case holds nothing under this id")

    def _holds(self, name: str, identifier: str) -> bool:
        return bool(self.rows(f"SELECT 1 FROM {name} WHERE id = ? LIMIT 1", (safe(identifier),)))  # noqa: S608

    def page_ids(self) -> tuple[str, ...]:
        """See `View.page_ids`."""
        return tuple(row[0] for row in self.rows("SELECT id FROM page ORDER BY id"))

    def page(self, page_id: str) -> Page:
        """See `View.page`."""
        found = self.rows(page_rows.PAGE.select("WHERE id = ?"), (safe(page_id),))
        if not found:
            raise NotFoundError(f"{page_id}: this case holds no such page")
        return page_rows.page_of(found[0])

    def sightings(self, page_id: str | None = None) -> tuple[Sighting, ...]:
        """See `View.sightings`."""
        where, parameters = _where("page_id", page_id)
        found = self.rows(page_rows.SIGHTING.select(f"{where} ORDER BY id, page_id"), parameters)
        return tuple(map(page_rows.sighting_of, found))

    def furniture(self, page_id: str) -> tuple[Furniture, ...]:
        """See `View.furniture`."""
        text = self.page(page_id).text
        found = self.rows(page_rows.FURNITURE.select("WHERE page_id = ? ORDER BY number"), (page_id,))
        return tuple(page_rows.furniture_of(row, text) for row in found)

    def problems(self, page_id: str | None = None) -> tuple[Problem, ...]:
        """See `View.problems`."""
        where, parameters = _where("page_id", page_id)
        order = f"{where} ORDER BY CAST(place AS TEXT), scope, page_id, article_id, number, key"
        return tuple(map(page_rows.problem_of, self.rows(page_rows.PROBLEM.select(order), parameters)))

    def is_waiting(self, page_id: str) -> bool:
        """See `View.is_waiting`."""
        return bool(self.rows("SELECT 1 FROM page WHERE id = ? AND analysed IS NULL", (safe(page_id),)))

    def page_rows(self, wanted: PageFilter, offset: int, limit: int) -> PageRows:
        """See `View.page_rows`."""
        return list_pages(self.rows, wanted, offset, limit)

    def page_problems(self) -> tuple[tuple[str, int], ...]:
        """See `View.page_problems`."""
        return page_problems(self.rows)

    def respected(self) -> Rulings:
        """See `View.respected`."""
        found = self.rows("SELECT value FROM case_info WHERE key = 'rulings'")
        return get_rulings(found[0][0]) if found else NO_RULINGS

    def judgements(self, article_id: str | None = None) -> tuple[Judgement, ...]:
        """See `View.judgements`."""
        # An id as we make them stands in the JSON as it is; of others (they can be anything) all are read.
        plain = article_id is not None and article_id.isascii() and article_id.replace("-", "").isalnum()
        where, given = ("WHERE instr(articles, ?)", (article_id,)) if plain else ("", ())
        rows = self.rows(page_rows.JUDGEMENT.select(f"{where} ORDER BY id"), given)
        found = tuple(map(page_rows.judgement_of, rows))
        return found if article_id is None else tuple(one for one in found if article_id in one.articles)

    def article_ids(self) -> tuple[str, ...]:
        """See `View.article_ids`: by page, then by place on the page."""
        return tuple(row[0] for row in self.rows("SELECT id FROM article ORDER BY page_id, number, id"))

    def findings(self, article_id: str) -> ArticleFindings:
        """See `View.findings`."""
        for found in self._findings((article_id,)):
            return found
        raise NotFoundError(f"{article_id}: this case holds no such article")

    def findings_of_page(self, page_id: str) -> tuple[ArticleFindings, ...]:
        """See `View.findings_of_page`."""
        statement = "SELECT id FROM article WHERE page_id = ? ORDER BY number, id"
        ids = [row[0] for row in self.rows(statement, (safe(page_id),))]
        parts = (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
        return tuple(found for part in parts for found in self._findings(part))

    def all_findings(self) -> Iterator[ArticleFindings]:
        """See `View.all_findings`; a few hundred articles are in memory at a time."""
        ids = self.article_ids()
        for start in range(0, len(ids), BATCH):
            yield from self._findings(ids[start : start + BATCH])

    def _findings(self, ids: Sequence[str]) -> list[ArticleFindings]:
        """Findings of up to BATCH articles, in the order of `ids`."""
        articles = {row[0]: row for row in self._of("id", rows.ARTICLE, ids)}
        pages = self._texts("page", sorted({row[1] for row in articles.values()}))
        texts = {identifier: get(row[4]) for identifier, row in articles.items()}
        page_texts = {identifier: pages[row[1]] for identifier, row in articles.items()}

        def children(
            table: Table, make: Callable[[Any, str], Out], texts: dict[str, str]
        ) -> "_Children[Out]":
            column = table.columns.index("article_id")
            found: defaultdict[str, list[Out]] = defaultdict(list)
            for row in self._of("article_id", table, ids, "ORDER BY article_id, number"):
                found[row[column]].append(make(row, texts[row[column]]))
            return {identifier: tuple(values) for identifier, values in found.items()}

        credits = children(rows.CREDIT, rows.credit_of, texts)
        candidates = children(rows.CANDIDATE, rows.candidate_of, page_texts)
        metadata = children(rows.METADATUM, rows.metadatum_of, page_texts)
        times = children(rows.TIME, rows.time_of, texts)
        mentions = children(rows.MENTION, rows.mention_of, texts)
        attributions = children(said_rows.ATTRIBUTION, said_rows.attribution_of, texts)
        asides = children(said_rows.ASIDE, said_rows.aside_of, texts)
        conditions = children(rows.CONDITION, rows.condition_of, texts)
        positions = children(rows.POSITION_MENTION, rows.position_mention_of, texts)
        return [
            ArticleFindings(
                article=rows.article_of(articles[key], page_texts[key]),
                language=rows.language_of(articles[key], texts[key]),
                credits=credits.get(key, ()),
                published=rows.published_of(articles[key], texts[key], candidates.get(key, ())),
                times=times.get(key, ()),
                sentences=rows.sentences_of(articles[key], texts[key]),
                mentions=mentions.get(key, ()),
                attributions=attributions.get(key, ()),
                conditions=conditions.get(key, ()),
                position_mentions=positions.get(key, ()),
                metadata=metadata.get(key, ()),
                asides=asides.get(key, ()),
            )
            for key in ids
            if key in articles
        ]

    def _of(self, column: str, table: Table, ids: Sequence[str], order: str = "") -> list[Any]:
        marks = ", ".join("?" * len(ids))
        return self.rows(table.select(f"WHERE {column} IN ({marks}) {order}"), [safe(i) for i in ids])

    def _texts(self, name: str, ids: Iterable[str]) -> dict[str, str]:
        """Texts of pages or articles."""
        wanted, found = list(ids), {}
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            marks = ", ".join("?" * len(part))
            for key, text in self.rows(f"SELECT id, text FROM {name} WHERE id IN ({marks})", part):  # noqa: S608
                found[key] = get(text)
        return found

    def heads(self, article_ids: Sequence[str] | None = None) -> tuple[ArticleHead, ...]:
        """See `View.heads`."""
        if article_ids is None:
            return tuple(map(_head, self.rows(f"SELECT {_HEAD} FROM article_head ORDER BY id")))  # noqa: S608
        found: list[ArticleHead] = []
        wanted = sorted({safe(identifier) for identifier in article_ids})
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            marks = ", ".join("?" * len(part))
            statement = f"SELECT {_HEAD} FROM article_head WHERE id IN ({marks}) ORDER BY id"  # noqa: S608
            found += map(_head, self.rows(statement, part))
        return tuple(found)

    def heads_of_page(self, page_id: str) -> tuple[ArticleHead, ...]:
        """See `View.heads_of_page`."""
        where = "WHERE page_id = ? ORDER BY number, id"
        return tuple(map(_head, self.rows(f"SELECT {_HEAD} FROM article_head {where}", (safe(page_id),))))  # noqa: S608

    def attribution_rows(self, wanted: AttributionFilter, offset: int, limit: int) -> AttributionRows:
        """See `View.attribution_rows`."""
        return attribution_rows(self.rows, wanted, offset, limit)

    def article_of_attribution(self, attribution_id: str) -> str:
        """See `View.article_of_attribution`."""
        statement = "SELECT article_id FROM attribution WHERE id = ? ORDER BY article_id LIMIT 1"
        for (article_id,) in self.rows(statement, (safe(attribution_id),)):
            return str(article_id)
        raise NotFoundError(f"{attribution_id}: this case holds no such attribution")

    def search(self, query: str, limit: int = 50) -> tuple[SearchHit, ...]:
        """See `View.search`."""
        return search(self.rows, query, limit)


_HEAD = "id, page_id, number, title, outlet, published, earliest, language, attributions"
_Children = dict[str, tuple[Out, ...]]


def _head(row: Any) -> ArticleHead:
    identifier, page_id, number, title, outlet, published, earliest, language, attributions = row
    return ArticleHead(
        identifier,
        page_id,
        number,
        get_or_none(title),
        get_or_none(outlet),
        get_or_none(published),
        get_or_none(earliest),
        get(language),
        attributions,
    )


def _where(column: str, value: str | None) -> tuple[str, tuple[str, ...]]:
    return ("", ()) if value is None else (f"WHERE {column} = ?", (safe(value),))
