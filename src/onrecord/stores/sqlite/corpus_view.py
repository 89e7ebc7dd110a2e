"""Reading what the whole pile shows: the corpus half of the View over SQLite."""

from abc import abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from onrecord.data import (
    Actor,
    ActorLink,
    Chain,
    Change,
    Dating,
    Family,
    Independent,
    OriginSet,
    Position,
    Proof,
    RecordStatus,
    Reuse,
    Story,
    Thread,
)
from onrecord.stores.base import OriginCounts
from onrecord.stores.sqlite import corpus_rows as rows
from onrecord.stores.sqlite import group_rows as groups
from onrecord.stores.sqlite.codec import safe
from onrecord.stores.sqlite.table import Table

Out = TypeVar("Out")
BATCH = 200


class CorpusReader:
    """The questions of `View` about corpus findings, over two ways to ask SQLite."""

    @abstractmethod
    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """All rows of a statement."""

    @abstractmethod
    def _texts(self, name: str, ids: Iterable[str]) -> dict[str, str]:
        """Texts of pages or articles."""

    def _gather(
        self,
        table: Table,
        make: Callable[[Any], Out],
        owner: str,
        narrow: str = "",
        values: Sequence[Any] = (),
    ) -> dict[str, list[Out]]:
        """Child rows by their owner, in order; `narrow` is a WHERE clause."""
        found: defaultdict[str, list[Out]] = defaultdict(list)
        for row in self.rows(table.select(f"{narrow} ORDER BY {owner}, number"), values):
            found[row[0]].append(make(row))
        return found

    def reuses(self, article_id: str | None = None) -> tuple[Reuse, ...]:
        """See `View.reuses`."""
        if article_id is None:
            return self._reuses("", ())
        return self._reuses("WHERE earlier = ? OR later = ?", (safe(article_id), safe(article_id)))

    def relation(self, identifier: str) -> Reuse | Independent | None:
        """See `View.relation`."""
        narrow, values = "WHERE id = ?", (safe(identifier),)
        reuses = self._reuses(narrow, values)
        return reuses[0] if reuses else next(iter(self._independents(narrow, values)), None)

    def between(self, one: str, other: str) -> Reuse | Independent | None:
        """See `View.between`."""
        values = (safe(one), safe(other), safe(other), safe(one))
        found = self._reuses("WHERE (earlier = ? AND later = ?) OR (earlier = ? AND later = ?)", values)
        if found:
            return min(found, key=lambda reuse: (-reuse.score, reuse.id))
        both = 'WHERE ("left" = ? AND "right" = ?) OR ("left" = ? AND "right" = ?)'
        return next(iter(self._independents(both, values)), None)

    def _reuses(self, narrow: str, values: Sequence[str]) -> tuple[Reuse, ...]:
        heads = self.rows(groups.REUSE.select(f"{narrow} ORDER BY id"), values)
        inner = f"WHERE reuse_id IN (SELECT id FROM reuse {narrow})" if narrow else ""  # noqa: S608
        passages = self._gather(groups.PASSAGE, lambda row: row, "reuse_id", inner, values)
        shifts = self._gather(groups.SHIFT, lambda row: row, "reuse_id", inner, values)
        texts = self._texts("article", sorted({key for row in heads for key in row[1:3]}))
        found = []
        for row in heads:
            earlier, later = texts[row[1]], texts[row[2]]
            aligned = tuple(groups.passage_of(cells, earlier, later) for cells in passages.get(row[0], ()))
            shifted = tuple(groups.shift_of(cells, earlier, later) for cells in shifts.get(row[0], ()))
            found.append(groups.reuse_of(row, later, aligned, shifted))
        return tuple(found)

    def independents(self, article_id: str | None = None) -> tuple[Independent, ...]:
        """See `View.independents`."""
        if article_id is None:
            return self._independents("", ())
        return self._independents('WHERE "left" = ? OR "right" = ?', (safe(article_id), safe(article_id)))

    def independents_among(self, articles: Sequence[str]) -> tuple[Independent, ...]:
        """See `View.independents_among`."""
        wanted, found = sorted({safe(name) for name in articles}), list[Independent]()
        there = set(wanted)
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            found += self._independents(f'WHERE "left" IN ({", ".join("?" * len(part))})', part, there)
        return tuple(sorted(found, key=lambda one: one.id))

    def _independents(
        self, narrow: str, values: Sequence[str], among: set[str] | None = None
    ) -> tuple[Independent, ...]:
        heads = self.rows(groups.INDEPENDENT.select(f"{narrow} ORDER BY id"), values)
        heads = [row for row in heads if among is None or row[2] in among]
        inner = f"WHERE independent_id IN (SELECT id FROM independent {narrow})" if narrow else ""  # noqa: S608
        shared = self._gather(groups.SHARED, lambda row: row, "independent_id", inner, values)
        texts = self._texts("article", sorted({key for row in heads for key in row[1:3]}))
        found = []
        for row in heads:
            left, right = texts[row[1]], texts[row[2]]
            passages = tuple(groups.passage_of(cells, left, right) for cells in shared.get(row[0], ()))
            found.append(groups.independent_of(row, right, passages))
        return tuple(found)

    def families(self) -> tuple[Family, ...]:
        """See `View.families`."""
        members = self._gather(groups.FAMILY_ARTICLE, lambda row: (row[2], row[3]), "family_id")
        heads = self.rows(groups.FAMILY.select("ORDER BY id"))
        return tuple(groups.family_of(row, members.get(row[0], [])) for row in heads)

    def stories(self) -> tuple[Story, ...]:
        """See `View.stories`."""
        members = self._gather(groups.STORY_ARTICLE, lambda row: row[2], "story_id")
        heads = self.rows(groups.STORY.select("ORDER BY id"))
        return tuple(groups.story_of(row, tuple(members.get(row[0], ()))) for row in heads)

    def threads(self) -> tuple[Thread, ...]:
        """See `View.threads`."""
        members = self._gather(groups.THREAD_STORY, lambda row: row[2], "thread_id")
        heads = self.rows(groups.THREAD.select("ORDER BY id"))
        return tuple(groups.thread_of(row, tuple(members.get(row[0], ()))) for row in heads)

    def datings(self) -> tuple[Dating, ...]:
        """See `View.datings`."""
        return self._datings("", ())

    def dating(self, article_id: str) -> Dating | None:
        """See `View.dating`."""
        return next(iter(self._datings("WHERE article_id = ?", (safe(article_id),))), None)

    def _datings(self, narrow: str, values: Sequence[str]) -> tuple[Dating, ...]:
        heads = self.rows(rows.DATING.select(f"{narrow} ORDER BY article_id"), values)
        texts = self._texts("article", [row[0] for row in heads])
        inner = f"SELECT article_id FROM dating {narrow}"  # noqa: S608
        page_of = dict(self.rows(f"SELECT id, page_id FROM article WHERE id IN ({inner})", values))  # noqa: S608
        pages = self._texts("page", sorted(set(page_of.values())))
        return tuple(rows.dating_of(row, texts[row[0]], pages[page_of[row[0]]]) for row in heads)

    def actors(self) -> tuple[Actor, ...]:
        """See `View.actors`."""
        return tuple(map(rows.actor_of, self.rows(rows.ACTOR.select("ORDER BY id"))))

    def links(self, actor_id: str | None = None, article_id: str | None = None) -> tuple[ActorLink, ...]:
        """See `View.links`: by article, then in the text's order."""
        tests, values = [], []
        for column, value in (("actor_id", actor_id), ("article_id", article_id)):
            if value is not None:
                tests.append(f"{column} = ?")
                values.append(safe(value))
        where = f"WHERE {' AND '.join(tests)}" if tests else ""
        order = 'ORDER BY article_id, start, "end", actor_id, number'
        return tuple(map(rows.link_of, self.rows(rows.LINK.select(f"{where} {order}"), values)))

    def chains(self, article_id: str | None = None) -> tuple[Chain, ...]:
        """See `View.chains`."""
        narrow, values = ("", ()) if article_id is None else ("WHERE article_id = ?", (safe(article_id),))
        heads = self.rows(rows.CHAIN.select(f"{narrow} ORDER BY id"), values)
        inner = f"WHERE chain_id IN (SELECT id FROM chain {narrow})" if narrow else ""  # noqa: S608
        hops = self._gather(rows.HOP, lambda row: row, "chain_id", inner, values)
        texts = self._texts("article", sorted({row[1] for row in heads}))
        return tuple(
            rows.chain_of(row, tuple(rows.hop_of(cells, texts[row[1]]) for cells in hops.get(row[0], ())))
            for row in heads
        )

    def origins(self, scope: str | None = None) -> tuple[OriginSet, ...]:
        """See `View.origins`."""
        return self._origins("", ()) if scope is None else self._origins("WHERE scope = ?", (safe(scope),))

    def _origins(self, narrow: str, values: Sequence[str]) -> tuple[OriginSet, ...]:
        heads = self.rows(rows.ORIGIN_SET.select(f"{narrow} ORDER BY id"), values)
        inner = f"WHERE set_id IN (SELECT id FROM origin_set {narrow})" if narrow else ""  # noqa: S608
        members = self._gather(rows.ORIGIN, rows.origin_of, "set_id", inner, values)
        proofs = self._proofs(inner, values)
        return tuple(
            rows.origin_set_of(row, tuple(members.get(row[0], ())), tuple(proofs.get(row[0], ())))
            for row in heads
        )

    def origins_of(self, scopes: Sequence[str]) -> tuple[OriginSet, ...]:
        """See `View.origins_of`."""
        wanted, found = sorted({safe(scope) for scope in scopes}), list[OriginSet]()
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            found += self._origins(f"WHERE scope IN ({', '.join('?' * len(part))})", part)
        return tuple(sorted(found, key=lambda one: one.id))

    def origin_counts(self) -> tuple[OriginCounts, ...]:
        """See `View.origin_counts`."""
        statement = """
            SELECT s.scope, s.low, s.high, count(o.id), s.pages FROM origin_set AS s
            LEFT JOIN origin AS o ON o.set_id = s.id AND o.status = ?
            WHERE s.scope NOT LIKE 'at-%' GROUP BY s.id ORDER BY s.scope, s.id
        """
        return tuple(OriginCounts(*row) for row in self.rows(statement, (RecordStatus.ON_RECORD,)))

    def _proofs(self, narrow: str, values: Sequence[str]) -> dict[str, list[Proof]]:
        """Of origin sets what was counted as one and why; only texts that a span lies in are read."""
        found = self._gather(rows.PROOF, lambda row: row, "set_id", narrow, values)
        wanted = {row[3] for group in found.values() for row in group if row[5] is not None}
        texts = self._texts("article", sorted(wanted))
        return {
            key: [rows.proof_of(row, texts.get(row[3], "")) for row in group] for key, group in found.items()
        }

    def positions(self, actor_id: str | None = None) -> tuple[Position, ...]:
        """See `View.positions`."""
        narrow, values = ("", ()) if actor_id is None else ("WHERE actor_id = ?", (safe(actor_id),))
        found = self.rows(rows.POSITION.select(f"{narrow} ORDER BY id"), values)
        return tuple(map(rows.position_of, found))

    def changes(self, actor_id: str | None = None) -> tuple[Change, ...]:
        """See `View.changes`."""
        narrow, values = ("", ()) if actor_id is None else ("WHERE actor_id = ?", (safe(actor_id),))
        found = self.rows(rows.CHANGE.select(f"{narrow} ORDER BY id"), values)
        return tuple(map(rows.change_of, found))
