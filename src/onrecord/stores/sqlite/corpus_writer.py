"""Writing what the whole pile shows, all at once, inside the caller's transaction."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import zip_longest

from onrecord.data import ActorLink, CorpusFindings, Proof
from onrecord.stores.sqlite import corpus_rows as rows
from onrecord.stores.sqlite import group_rows as groups
from onrecord.stores.sqlite.codec import Row, get, put
from onrecord.stores.sqlite.page_rows import PROBLEM, problem_row
from onrecord.stores.sqlite.table import Table

TEXTS_KEPT = 4096


def clear_corpus(connection: sqlite3.Connection) -> None:
    """Take out all corpus findings."""
    for table in reversed(rows.TABLES):
        connection.execute(f"DELETE FROM {table.name}")  # noqa: S608
    connection.execute("DELETE FROM problem WHERE scope = 'corpus'")


def write_corpus(connection: sqlite3.Connection, findings: CorpusFindings) -> None:
    """Write all corpus findings into empty tables."""
    _CorpusWriter(connection).write(findings)


class _CorpusWriter:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._text = lru_cache(TEXTS_KEPT)(self._read_text)
        self._page_text = lru_cache(TEXTS_KEPT)(self._read_page_text)

    def _read_text(self, article_id: str) -> str:
        return self._one("SELECT text FROM article WHERE id = ?", article_id)

    def _read_page_text(self, article_id: str) -> str:
        return self._one(
            "SELECT page.text FROM page JOIN article ON article.page_id = page.id WHERE article.id = ?",
            article_id,
        )

    def _one(self, statement: str, key: str) -> str:
        found = self._connection.execute(statement, (key,)).fetchone()
        return get(found[0]) if found else ""

    def _put(self, table: Table, values: Iterable[Row]) -> None:
        self._connection.executemany(table.insert, values)

    def write(self, findings: CorpusFindings) -> None:
        self._write_reuses(findings)
        self._write_independents(findings)
        self._write_groups(findings)
        self._write_chains(findings)
        self._write_origins(findings)
        self._put(
            rows.DATING,
            (
                rows.dating_row(d, self._text(d.article_id), self._page_text(d.article_id))
                for d in findings.datings
            ),
        )
        self._put(rows.ACTOR, map(rows.actor_row, findings.actors))
        self._put(rows.LINK, _link_rows(findings.links))
        self._put(rows.POSITION, map(rows.position_row, findings.positions))
        self._put(rows.CHANGE, map(rows.change_row, findings.changes))
        self._put(PROBLEM, (problem_row(p, "corpus", n) for n, p in enumerate(findings.problems)))

    def _write_reuses(self, findings: CorpusFindings) -> None:
        for reuse in findings.reuses:
            earlier, later = self._text(reuse.earlier), self._text(reuse.later)
            self._put(groups.REUSE, [groups.reuse_row(reuse, later)])
            both = (earlier, later)
            aligned = enumerate(reuse.passages)
            self._put(groups.PASSAGE, (groups.passage_row(p, reuse.id, n, *both) for n, p in aligned))
            shifted = enumerate(reuse.shifts)
            self._put(groups.SHIFT, (groups.shift_row(s, reuse.id, n, *both) for n, s in shifted))

    def _write_independents(self, findings: CorpusFindings) -> None:
        for found in findings.independents:
            left, right = self._text(found.left), self._text(found.right)
            self._put(groups.INDEPENDENT, [groups.independent_row(found, right)])
            shared = enumerate(found.passages)
            self._put(groups.SHARED, (groups.passage_row(p, found.id, n, left, right) for n, p in shared))

    def _write_groups(self, findings: CorpusFindings) -> None:
        for family in findings.families:
            self._put(groups.FAMILY, [(family.id, family.earliest, put(family.reason))])
            members = enumerate(zip_longest(family.articles, family.shares))
            self._put(groups.FAMILY_ARTICLE, ((family.id, n, article, s) for n, (article, s) in members))
        for story in findings.stories:
            self._put(groups.STORY, [groups.story_row(story)])
            self._put(groups.STORY_ARTICLE, ((story.id, n, key) for n, key in enumerate(story.articles)))
        for thread in findings.threads:
            self._put(groups.THREAD, [(thread.id, put(thread.title), put(thread.reason))])
            self._put(groups.THREAD_STORY, ((thread.id, n, key) for n, key in enumerate(thread.stories)))

    def _write_chains(self, findings: CorpusFindings) -> None:
        for chain in findings.chains:
            self._put(rows.CHAIN, [rows.chain_row(chain)])
            text = self._text(chain.article_id)
            self._put(rows.HOP, (rows.hop_row(h, chain.id, n, text) for n, h in enumerate(chain.hops)))

    def _write_origins(self, findings: CorpusFindings) -> None:
        for found in findings.origins:
            self._put(rows.ORIGIN_SET, [rows.origin_set_row(found)])
            self._put(rows.ORIGIN, (rows.origin_row(o, found.id, n) for n, o in enumerate(found.origins)))
            self._put(rows.PROOF, (self._proof(p, found.id, n) for n, p in enumerate(found.proofs)))

    def _proof(self, proof: Proof, set_id: str, number: int) -> Row:
        text = self._text(proof.article_id) if proof.span is not None else ""
        return rows.proof_row(proof, set_id, number, text)


def _link_rows(links: Iterable[ActorLink]) -> Iterable[Row]:
    numbers: defaultdict[str, int] = defaultdict(int)
    for link in links:
        yield rows.link_row(link, numbers[link.article_id])
        numbers[link.article_id] += 1
