"""The SQLite store: the common behaviour, and what is its own: files, schemas, locks, what is left over."""

import sqlite3
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from onrecord.data import CorpusFindings, Judgement, Verdict
from onrecord.errors import CaseError
from onrecord.stores.base import View, Writer
from onrecord.stores.sqlite import files, open_view, open_writer, upgrade
from onrecord.stores.sqlite import schema as schema_module
from tests.stores.behaviour import StoreBehaviour
from tests.stores.sample import make_page


class TestSqlite(StoreBehaviour):
    """The common behaviour."""

    def writer(self, folder: Path, stages: str = "s1", config: str = "c1") -> Writer:
        return open_writer(folder / "x.onrecord", stages, config)

    def view(self, folder: Path) -> View:
        return open_view(folder / "x.onrecord")


def test_a_page_taken_out_leaves_no_byte_in_the_file(tmp_path: Path) -> None:
    words = [f"zq{n}xw{n * 7919}vb" for n in range(400)]
    gone = make_page(f"Xanthippe Quorvale said “{' '.join(words)} \ud800 end”.", "Outlet Zweng")
    rest = [
        make_page(f"Person {n} said “{' '.join(f'w{m}' for m in range(n, n + 200))}”.") for n in range(20)
    ]
    path = tmp_path / "x.onrecord"
    with open_writer(path) as writer:
        writer.add_pages([*rest[:10], gone, *rest[10:]])
        writer.replace_corpus(CorpusFindings(), "1")
        packed = zlib.compress(gone.page.raw)
        assert packed[2:40] in _bytes(tmp_path)
        assert b"Quorvale" in _bytes(tmp_path)
        writer.remove_page(gone.page.id, CorpusFindings(), "2")
        left = _bytes(tmp_path)  # with the writer still open: side files too
    for data in (left, _bytes(tmp_path)):
        for word in ("Quorvale", "quorvale", "Zweng", gone.sightings[0].place, *words):
            assert word.encode() not in data
        assert not any(packed[n : n + 16] in data for n in range(0, len(packed) - 16, 16))
        assert not any(word.encode() in data for word in words)
    with open_view(path) as view:
        assert len(view.page_ids()) == 20


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def test_what_is_not_a_case_is_said_with_what_to_do(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a database, but long enough to look at")
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    empty = tmp_path / "empty"
    empty.touch()
    for path, words in (
        (tmp_path / "missing", "onrecord build"),
        (tmp_path, "folder"),
        (text, "not a case"),
        (other, "not a case"),
        (empty, "empty"),
    ):
        with pytest.raises(CaseError, match=words):
            open_view(path)
    for path in (text, other, tmp_path):
        before = path.read_bytes() if path.is_file() else b""
        with pytest.raises(CaseError):
            open_writer(path)
        assert path.is_dir() or path.read_bytes() == before


def test_opening_a_case_again_leaves_the_locks_of_this_process(tmp_path: Path) -> None:
    path = tmp_path / "case"
    open_writer(path).close()
    with open_view(path) as view:
        assert list(view.judgements()) == []
        open_view(path).close()
        open_writer(path).close()
        code = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA user_version')"
        # Whoever closes a case last takes its log away. It is not this program.
        subprocess.run([sys.executable, "-c", f"{code}; c.close()", str(path)], check=True)
        assert Path(f"{path}-wal").exists()


def test_a_case_in_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="make it first"):
        open_writer(tmp_path / "no" / "x.onrecord")


def test_a_case_in_a_folder_that_cannot_be_written_to_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    path = folder / "x.onrecord"
    page = make_page("One said “two”.")
    with open_writer(path) as writer:
        writer.add_pages([page])
        writer.finish()
    folder.chmod(0o555)
    try:
        with open_view(path) as view:
            assert list(view.all_findings()) == list(page.articles)
    finally:
        folder.chmod(0o755)


def test_a_damaged_case_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "x.onrecord"
    with open_writer(path) as writer:
        writer.add_pages([make_page(f"P{n} said “{'so ' * 200}”.") for n in range(30)])
        writer.finish()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(CaseError, match="damaged"), open_view(path) as view:
        list(view.all_findings())


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.onrecord"
    open_writer(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    for opening in (open_view, open_writer, upgrade):
        with pytest.raises(CaseError, match="newer onrecord"):
            opening(path)


def test_an_older_schema_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.onrecord"
    page = make_page("One said “two”.")
    with open_writer(path) as writer:
        writer.add_pages([page])

    def add_column(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE page ADD COLUMN licence TEXT NOT NULL DEFAULT 'unknown'")

    monkeypatch.setattr(schema_module, "MIGRATIONS", (*schema_module.MIGRATIONS, add_column))
    newer = len(schema_module.MIGRATIONS)
    for module in (schema_module, files):
        monkeypatch.setattr(module, "SCHEMA", newer)
    with pytest.raises(CaseError, match="onrecord upgrade"):
        open_view(path)
    assert upgrade(path) == newer - 1
    assert upgrade(path) == newer
    with open_view(path) as view:
        assert view.meta().schema == newer
        assert list(view.all_findings()) == list(page.articles)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT licence FROM page").fetchall() == [("unknown",)]
    connection.close()


def test_a_failed_migration_leaves_the_old_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.onrecord"
    open_writer(path).close()

    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (x)")
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(schema_module, "MIGRATIONS", (*schema_module.MIGRATIONS, broken))
    monkeypatch.setattr(schema_module, "SCHEMA", len(schema_module.MIGRATIONS))
    with pytest.raises(CaseError):
        upgrade(path)
    monkeypatch.undo()
    open_view(path).close()
    with sqlite3.connect(path) as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchall()
    connection.close()


def test_a_case_that_another_program_writes_to_is_said_to_be_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "BUSY_SECONDS", 0.1)
    path = tmp_path / "x.onrecord"
    with open_writer(path) as one, open_writer(path) as other:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseError, match="another program is writing"):
            other.add_pages([make_page("One said “two”.")])
        connection.execute("ROLLBACK")
        connection.close()
        one.add_pages([make_page("One said “two”.")])
        other.add_pages([make_page("Two said “three”.")])
    with open_view(path) as view:
        assert len(view.page_ids()) == 2


def test_a_view_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "x.onrecord"
    open_writer(path).close()
    with open_view(path) as view, pytest.raises(CaseError):
        view.rows("DELETE FROM page")


def test_any_sqlite_browser_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "x.onrecord"
    page = make_page("Ivo Kellan said “two words”.")
    with open_writer(path) as writer:
        writer.add_pages([page])
        writer.finish()
    connection = sqlite3.connect(path)
    row = connection.execute("SELECT source, cue, content, status, content_spans FROM attribution").fetchone()
    assert row == ("Ivo Kellan", "said", "two words", "on record", "[[17,26]]")
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_case_of_schema_1_is_upgraded_and_keeps_everything(tmp_path: Path) -> None:
    found = make_page("Ivo Kellan said “two words”.")
    judged = Judgement("ju-1", "attribution", (found.articles[0].article.id,), ((0, 4),), Verdict.WRONG,
                       "me", "2030")  # fmt: skip
    path, newer = tmp_path / "old.onrecord", tmp_path / "newer.onrecord"
    with open_writer(newer) as writer:
        writer.add_pages([found])
        writer.add_judgement(judged)
        writer.finish()
    _schema_1(path, newer)
    with pytest.raises(CaseError, match="onrecord upgrade"):
        open_view(path)
    assert upgrade(path) == 1
    with open_view(path) as view:
        assert view.meta().schema == schema_module.SCHEMA
        assert list(view.all_findings()) == list(found.articles)
        assert view.sightings() == found.sightings
        assert view.judgements() == (judged,)
        assert view.problems() == found.problems
        assert view.page(found.page.id) == found.page
        assert view.search("words") != ()
    with open_writer(path, "s1", "c1") as writer:
        assert [page_id for page_id, _ in writer.pages_without_lines(1)] == [found.page.id]


def _schema_1(path: Path, newer: Path) -> None:
    """A file made by the script of schema 1, with the rows of a newer one that it has columns for."""
    connection = sqlite3.connect(path, isolation_level=None)
    schema_module.MIGRATIONS[0](connection)
    connection.execute(f"PRAGMA application_id = {schema_module.APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("ATTACH ? AS newer", (str(newer),))
    names = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table'"
        " AND name NOT LIKE '%\\_text\\_%' ESCAPE '\\'"
    )
    for (name,) in names.fetchall():
        columns = [row[1] for row in connection.execute(f"PRAGMA main.table_info({name})")]
        if name.endswith("_text"):
            columns.insert(0, "rowid")
        listed = ", ".join(f'"{column}"' for column in columns)
        connection.execute(f"INSERT INTO main.{name} ({listed}) SELECT {listed} FROM newer.{name}")  # noqa: S608
    connection.close()
