"""Writing a case file. Each public call is one transaction."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from onrecord import __version__
from onrecord.data import (
    NO_RULINGS,
    ArticleFindings,
    CorpusFindings,
    Judgement,
    PageFindings,
    PageInput,
    Problem,
    Rulings,
    Sighting,
)
from onrecord.errors import CaseError, NotFoundError
from onrecord.ids import make_id
from onrecord.stores.merge import PAGE, merged, moment, said, standing
from onrecord.stores.places import lies_within
from onrecord.stores.rulings import rulings_of
from onrecord.stores.sqlite import article_rows as rows
from onrecord.stores.sqlite import page_rows, said_rows
from onrecord.stores.sqlite.aliases import follow, read_groups, superseded
from onrecord.stores.sqlite.codec import Row, get, put, put_rulings, searchable
from onrecord.stores.sqlite.corpus_writer import clear_corpus, write_corpus
from onrecord.stores.sqlite.explain import explained
from onrecord.stores.sqlite.site_lines import SiteLines

CHANGED = "another build changed this case meanwhile; run the same build again"


class SqliteWriter(SiteLines):
    """One program at a time writes a case; any number may read meanwhile."""

    def __init__(self, connection: sqlite3.Connection, path: Path, stages: str, config: str) -> None:
        super().__init__(connection, path)
        self._stages = stages
        self._config = config
        self._analysed = make_id("an", (stages, config))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def known_pages(self) -> dict[str, tuple[str, ...]]:
        """See `Writer.known_pages`."""
        statement = (
            "SELECT page.id, sighting.id FROM page LEFT JOIN sighting ON sighting.page_id = page.id"
            " WHERE page.analysed = ? ORDER BY page.id, sighting.id"
        )
        found: dict[str, tuple[str, ...]] = {}
        for page_id, sighting_id in self._rows(statement, (self._analysed,)):
            found[page_id] = (*found.get(page_id, ()), *([sighting_id] if sighting_id else ()))
        return found

    def add_inputs(self, inputs: Sequence[PageInput]) -> int:
        """See `Writer.add_inputs`."""
        with self._transaction():
            removed = {row[0] for row in self._rows("SELECT page_id FROM removed")}
            return sum(self._add_input(found) for found in inputs if found.page.id not in removed)

    def _add_input(self, found: PageInput) -> bool:
        """Add one page and its sightings; True when the page or one of its sightings was new."""
        page = found.page
        is_new = not self._rows("SELECT 1 FROM page WHERE id = ?", (page.id,))
        if is_new:
            self._insert_page(found)
        changed = is_new
        for sighting in found.sightings:
            changed |= self._add_sighting(sighting)
        if changed:
            self._wait(page.id)
        return changed

    def _insert_page(self, found: PageInput) -> None:
        self._execute(page_rows.PAGE.insert, page_rows.page_row(found.page))

    def _add_sighting(self, sighting: Sighting) -> bool:
        """Tellings of one sighting are merged, whichever came first; True when that says anything new."""
        order = "WHERE page_id = ? AND id = ?"
        found = self._rows(page_rows.SIGHTING.select(order), (sighting.page_id, sighting.id))
        known = page_rows.sighting_of(found[0]) if found else None
        kept = merged(known or sighting, sighting)
        if kept == known:
            return False
        self._execute(page_rows.SIGHTING.insert, page_rows.sighting_row(kept))
        return True

    def pending_pages(self) -> tuple[str, ...]:
        """See `Writer.pending_pages`."""
        statement = "SELECT id FROM page WHERE analysed IS NOT ? ORDER BY id"
        return tuple(row[0] for row in self._rows(statement, (self._analysed,)))

    def removed_pages(self) -> tuple[str, ...]:
        """See `Writer.removed_pages`."""
        return tuple(row[0] for row in self._rows("SELECT page_id FROM removed ORDER BY page_id"))

    def page_input(self, page_id: str) -> PageInput:
        """See `Writer.page_input`."""
        found = self._rows(page_rows.PAGE.select("WHERE id = ?"), (page_id,))
        if not found:
            raise NotFoundError(f"{page_id}: this case holds no such page")
        sightings = self._rows(page_rows.SIGHTING.select("WHERE page_id = ? ORDER BY id"), (page_id,))
        seen = tuple(map(page_rows.sighting_of, sightings))
        judged = standing(self._page_judgements(page_id))
        page = page_rows.page_of(found[0])
        return PageInput(page, seen, judged.ranges, (), said(judged)) if judged else PageInput(page, seen)

    def _page_judgements(self, page_id: str) -> list[Judgement]:
        where = "WHERE page = ? AND subject = ? ORDER BY id"
        return list(
            map(page_rows.judgement_of, self._rows(page_rows.JUDGEMENT.select(where), (put(page_id), PAGE)))
        )

    def sightings(self) -> Iterator[Sighting]:
        """See `Writer.sightings`."""
        return map(page_rows.sighting_of, self._rows(page_rows.SIGHTING.select("ORDER BY page_id, id")))

    def add_pages(self, findings: Sequence[PageFindings]) -> None:
        """See `Writer.add_pages`."""
        with self._transaction():
            for found in findings:
                self._add_page(found)

    def _add_page(self, found: PageFindings) -> None:
        page_id = found.page.id
        if not self._rows("SELECT 1 FROM page WHERE id = ?", (page_id,)):
            self._insert_page(PageInput(found.page, found.sightings))
        for sighting in found.sightings:
            self._add_sighting(sighting)
        self._clear_page(page_id)
        text = found.page.text
        furniture = enumerate(found.furniture)
        self._many(page_rows.FURNITURE.insert, (page_rows.furniture_row(f, n, text) for n, f in furniture))
        for number, problem in enumerate(found.problems):
            self._execute(page_rows.PROBLEM.insert, page_rows.problem_row(problem, "page", number, page_id))
        for article in found.articles:
            self._add_article(article, text)
        self._execute("UPDATE page SET analysed = ? WHERE id = ?", (self._analysed, page_id))

    def _clear_page(self, page_id: str) -> None:
        """Take out what an earlier analysis found on a page."""
        for name in ("attribution", "article"):
            join = "JOIN article ON article.id = attribution.article_id" if name == "attribution" else ""
            inner = f"SELECT {name}.row FROM {name} {join} WHERE article.page_id = ?"  # noqa: S608
            self._execute(f"DELETE FROM {name}_text WHERE rowid IN ({inner})", (page_id,))  # noqa: S608
        self._execute("DELETE FROM article WHERE page_id = ?", (page_id,))
        self._execute("DELETE FROM furniture WHERE page_id = ?", (page_id,))
        self._execute("DELETE FROM problem WHERE scope = 'page' AND owner = ?", (page_id,))

    def _add_article(self, found: ArticleFindings, page_text: str) -> None:
        article = found.article
        cursor = self._execute(rows.ARTICLE.insert, rows.article_row(found, page_text))
        row = cursor.lastrowid
        self._execute("INSERT INTO article_text (rowid, text) VALUES (?, ?)", (row, searchable(article.text)))
        for number, attribution in enumerate(found.attributions):
            self._add_attribution(said_rows.attribution_row(attribution, article, number))
        asides = enumerate(found.asides)
        self._many(said_rows.ASIDE.insert, (said_rows.aside_row(a, article, n) for n, a in asides))
        self._many(rows.CREDIT.insert, (rows.credit_row(c, article, n) for n, c in enumerate(found.credits)))
        dates = enumerate(found.published.candidates)
        self._many(rows.CANDIDATE.insert, (rows.candidate_row(d, article, n, page_text) for n, d in dates))
        metadata = enumerate(found.metadata)
        self._many(rows.METADATUM.insert, (rows.metadatum_row(m, article, n, page_text) for n, m in metadata))
        self._many(rows.TIME.insert, (rows.time_row(t, article, n) for n, t in enumerate(found.times)))
        mentions = enumerate(found.mentions)
        self._many(rows.MENTION.insert, (rows.mention_row(m, article, n) for n, m in mentions))
        conditions = enumerate(found.conditions)
        self._many(rows.CONDITION.insert, (rows.condition_row(c, article, n) for n, c in conditions))
        acts = enumerate(found.position_mentions)
        self._many(rows.POSITION_MENTION.insert, (rows.position_mention_row(a, article, n) for n, a in acts))

    def _add_attribution(self, row: Row) -> None:
        cursor = self._execute(said_rows.ATTRIBUTION.insert, row)
        content = row[said_rows.ATTRIBUTION.columns.index("content")]
        text = searchable(get(content)) if isinstance(content, str | bytes) else ""
        self._execute("INSERT INTO attribution_text (rowid, content) VALUES (?, ?)", (cursor.lastrowid, text))

    def replace_problems(self, problems: Iterable[Problem], places: Iterable[str] = ()) -> None:
        """See `Writer.replace_problems`."""
        with self._transaction():
            read = frozenset(places)
            kept = self._rows("SELECT DISTINCT place FROM problem WHERE scope = 'read'") if read else []
            gone = [place for (place,) in kept if lies_within(get(place), read)]
            self._many("DELETE FROM problem WHERE scope = 'read' AND place = ?", ((place,) for place in gone))
            self._many(
                page_rows.PROBLEM.insert, (page_rows.problem_row(problem, "read", 0) for problem in problems)
            )

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """See `Writer.add_problems`."""
        self.replace_problems(problems)

    def pages_state(self, without: str | None = None) -> str:
        """See `Writer.pages_state`."""
        states = self.page_states()
        return make_id(
            "st", (part for page in sorted(states) if page != without for part in (page, states[page]))
        )

    def page_states(self) -> dict[str, str]:
        """See `Writer.page_states`."""
        columns = ", ".join(column for column in page_rows.SIGHTING.columns if column != "page_id")
        statements = (
            "SELECT id, analysed FROM page ORDER BY id",
            f"SELECT page_id, {columns} FROM sighting ORDER BY page_id, id",  # noqa: S608
            "SELECT page_id, recurring FROM page_lines WHERE recurring != '[]' ORDER BY page_id",
        )
        found: dict[str, list[Any]] = {}
        for number, statement in enumerate(statements):
            for row in self._rows(statement):
                found.setdefault(row[0], []).extend((number, *row[1:]))
        for (page_id,) in self._rows("SELECT DISTINCT page FROM judgement WHERE page IS NOT NULL ORDER BY 1"):
            judged = repr(standing(self._page_judgements(get(page_id))))
            found.setdefault(page_id, []).extend((len(statements), judged))
        return {page_id: make_id("ps", parts) for page_id, parts in found.items()}

    def settings(self) -> str:
        """See `Writer.settings`."""
        return self._said("settings")

    def keep_settings(self, settings: str) -> None:
        """See `Writer.keep_settings`."""
        if settings != self.settings():
            with self._transaction():
                self._say("settings", settings)

    def corpus_fingerprint(self) -> str:
        """See `Writer.corpus_fingerprint`."""
        return self._said("corpus")

    def rulings(self) -> Rulings:
        """See `Writer.rulings`."""
        return rulings_of(map(page_rows.judgement_of, self._rows(page_rows.JUDGEMENT.select())))

    def replace_corpus(
        self,
        findings: CorpusFindings,
        fingerprint: str,
        state: str | None = None,
        rulings: Rulings = NO_RULINGS,
    ) -> None:
        """See `Writer.replace_corpus`."""
        with self._transaction():
            if state is not None and state != self.pages_state():
                raise CaseError(f"{self.path}: {CHANGED}")
            self._replace_corpus(findings, fingerprint, rulings)

    def _replace_corpus(self, findings: CorpusFindings, fingerprint: str, rulings: Rulings) -> None:
        before = read_groups(self._rows)
        with explained(self.path):
            clear_corpus(self._connection)
            write_corpus(self._connection, findings)
        after = read_groups(self._rows)
        moved: dict[str, str] = {}
        for kind, groups in before.items():
            moved |= superseded(groups, after[kind])
        live = {group for groups in after.values() for group in groups}
        known = self._rows("SELECT old, new FROM alias")
        self._execute("DELETE FROM alias")
        self._many("INSERT INTO alias (old, new) VALUES (?, ?)", sorted(follow(known, moved, live).items()))
        self._say("onrecord", __version__)
        self._say("stages", self._stages)
        self._say("config", self._config)
        self._say("corpus", fingerprint)
        self._say("rulings", put_rulings(rulings))

    def _said(self, key: str) -> str:
        found = self._rows("SELECT value FROM case_info WHERE key = ?", (key,))
        return str(found[0][0]) if found else ""

    def _say(self, key: str, value: str) -> None:
        self._execute("INSERT OR REPLACE INTO case_info (key, value) VALUES (?, ?)", (key, value))

    def remove_page(
        self,
        page_id: str,
        findings: CorpusFindings,
        fingerprint: str,
        rulings: Rulings = NO_RULINGS,
    ) -> None:
        """See `Writer.remove_page`."""
        with self._transaction():
            if not self._rows("SELECT 1 FROM page WHERE id = ?", (page_id,)):
                raise NotFoundError(f"{page_id}: this case holds no such page")
            self._forget(page_id)
            self._replace_corpus(findings, fingerprint, rulings)
        for index in ("article_text", "attribution_text"):
            self._execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608
        self._execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._execute("VACUUM")
        self._execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _forget(self, page_id: str) -> None:
        articles = {row[0] for row in self._rows("SELECT id FROM article WHERE page_id = ?", (page_id,))}
        places = self._rows("SELECT place FROM sighting WHERE page_id = ?", (page_id,))
        for (place,) in places:
            self._execute("DELETE FROM problem WHERE place = ?", (place,))
        for judgement in map(page_rows.judgement_of, self._rows(page_rows.JUDGEMENT.select())):
            if judgement.page == page_id or articles & set(judgement.articles):
                self._execute("DELETE FROM judgement WHERE id = ?", (judgement.id,))
        self._execute("DELETE FROM problem WHERE page_id = ?", (page_id,))
        self._clear_page(page_id)
        self._execute("DELETE FROM page WHERE id = ?", (page_id,))
        self._execute("INSERT OR REPLACE INTO removed (page_id) VALUES (?)", (page_id,))

    def add_judgement(self, judgement: Judgement) -> None:
        """See `Writer.add_judgement`."""
        with self._transaction():
            found = self._rows(page_rows.JUDGEMENT.select("WHERE id = ?"), (judgement.id,))
            known = page_rows.judgement_of(found[0]) if found else judgement
            if moment(known.made) > moment(judgement.made):
                return
            before = None if judgement.page is None else standing(self._page_judgements(judgement.page))
            self._execute(page_rows.JUDGEMENT.insert, page_rows.judgement_row(judgement))
            if judgement.page is not None and standing(self._page_judgements(judgement.page)) != before:
                self._wait(judgement.page)

    def finish(self) -> None:
        """See `Writer.finish`."""
        self._execute("PRAGMA wal_checkpoint(TRUNCATE)")
