"""Writing what the pages of a site teach about each other: hashes of their lines, and which recur."""

from collections.abc import Iterable, Iterator, Mapping

from onrecord.stores.base import Recurrence
from onrecord.stores.sqlite import page_rows
from onrecord.stores.sqlite.codec import get, put
from onrecord.stores.sqlite.statements import Statements


class SiteLines(Statements):
    """The part of the writer that keeps lines of sites."""

    def pages_without_lines(self, form: int) -> Iterator[tuple[str, str]]:
        """See `Writer.pages_without_lines`."""
        statement = (
            "SELECT id FROM page WHERE NOT EXISTS"
            " (SELECT 1 FROM page_lines WHERE page_id = page.id AND form = ?) ORDER BY id"
        )
        for (page_id,) in self._rows(statement, (form,)):
            for (text,) in self._rows("SELECT text FROM page WHERE id = ?", (page_id,)):
                yield page_id, get(text)

    def keep_lines(self, form: int, lines: Iterable[tuple[str, bytes]]) -> None:
        """See `Writer.keep_lines`."""
        with self._transaction():
            self._many(
                "INSERT INTO page_lines (page_id, form, hashes, recurring) VALUES (?, ?, ?, '[]')"
                " ON CONFLICT (page_id) DO UPDATE SET form = excluded.form, hashes = excluded.hashes",
                ((page_id, form, hashes) for page_id, hashes in lines),
            )

    def page_lines(self, page_ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """See `Writer.page_lines`."""
        for page_id in page_ids:
            for (hashes,) in self._rows("SELECT hashes FROM page_lines WHERE page_id = ?", (page_id,)):
                yield page_id, bytes(hashes)

    def recurring(self, page_id: str) -> tuple[Recurrence, ...]:
        """See `Writer.recurring`."""
        for (value,) in self._rows("SELECT recurring FROM page_lines WHERE page_id = ?", (page_id,)):
            return page_rows.recurring_of(value)
        return ()

    def keep_recurring(self, found: Iterable[tuple[str, tuple[Recurrence, ...]]]) -> int:
        """See `Writer.keep_recurring`."""
        changed = 0
        with self._transaction():
            for page_id, recurring in found:
                row = (page_rows.put_recurring(recurring), page_id)
                cursor = self._execute(
                    "UPDATE page_lines SET recurring = ?1 WHERE page_id = ?2 AND recurring != ?1", row
                )
                if cursor.rowcount:
                    self._wait(page_id)
                    changed += 1
        return changed

    def site_states(self) -> dict[str, str]:
        """See `Writer.site_states`."""
        return {get(name): state for name, state in self._rows("SELECT name, state FROM site")}

    def keep_site_states(self, states: Mapping[str, str]) -> None:
        """See `Writer.keep_site_states`."""
        with self._transaction():
            self._execute("DELETE FROM site")
            rows = ((put(name), states[name]) for name in sorted(states))
            self._many("INSERT INTO site (name, state) VALUES (?, ?)", rows)

    def _wait(self, page_id: str) -> None:
        self._execute("UPDATE page SET analysed = NULL WHERE id = ?", (put(page_id),))
