"""Limits of what a source may cost, readers that fail, and problems that are counted."""

import gzip
import io
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.config import ReaderConfig
from onrecord.errors import InputError
from onrecord.readers import find_sources, read_source
from onrecord.readers.entry import Entry
from onrecord.readers.kinds import Kind
from onrecord.readers.read import READERS, Read, walk
from tests.readers.archives import (
    PAGES,
    WORDS,
    kinds,
    places,
    read_bytes,
    read_path,
    tarred,
    warc,
    zipped,
    zstd_packed,
)


def test_a_bomb_ends_its_source_with_one_problem() -> None:
    bomb = gzip.compress(bytes(60_000_000))
    raw = zipped([("a.txt", WORDS), *((f"{n}.gz", bomb) for n in range(50)), ("b.txt", WORDS)])
    start = time.process_time()
    pages, problems = read_bytes(raw, "a.zip", ReaderConfig(max_bytes=100_000_000, free_expanded=100_000_000))
    assert places(pages) == ["a.zip/a.txt"]
    assert kinds(problems)[-1] == "expands too far"
    assert "the rest of a.zip is not read" in problems[-1].message
    assert time.process_time() - start < 10


def test_a_gzip_in_itself_without_end_stops_at_the_depth() -> None:
    raw = WORDS
    for _ in range(30):
        raw = gzip.compress(raw)
    pages, problems = read_bytes(raw, "a.gz", ReaderConfig(max_depth=8))
    assert (pages, kinds(problems)) == ([], ["nested too deeply"])
    assert kinds(read_bytes(raw, "a.gz", ReaderConfig(max_depth=30))[1]) == []


def test_empty_members_without_end_stop() -> None:
    start = time.process_time()
    _, problems = read_bytes(zstd_packed(b"") * 1_000_000, "a.zst")
    assert kinds(problems) == ["empty page", "broken end"]
    assert "is the 10,000th in which there is nothing" in problems[1].message
    assert time.process_time() - start < 5


def test_members_are_counted() -> None:
    raw = tarred([(f"{n}.txt", b"Report %d." % n) for n in range(20)])
    pages, problems = read_bytes(raw, "a.tar", ReaderConfig(max_members=5))
    assert len(pages) == 5
    assert problems[0].message == ("a.tar: it holds more than 5 members; the rest of a.tar is not read")


def test_a_copy_to_wind_back_is_bounded() -> None:
    raw = gzip.compress(zipped([("a.txt", WORDS * 100)], 0))
    _, problems = read_bytes(raw, "a.zip.gz", ReaderConfig(max_copy=1_000))
    assert kinds(problems) == ["expands too far"]


def test_problems_of_a_kind_are_counted_beyond_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped([(f"{n}.txt", b"") for n in range(50)]))
    _, problems = read_path(tmp_path, ReaderConfig(max_problems=10))
    assert kinds(problems) == ["empty page"] * 11
    assert problems[-1].message == "a.zip: and 40 more"


def test_a_reader_that_fails_costs_its_member_only(monkeypatch: pytest.MonkeyPatch) -> None:
    real = READERS[Kind.PAGE]

    def fails(entry: Entry, config: ReaderConfig) -> Iterator[Entry | Read]:
        if entry.place.endswith("1.txt"):
            raise RuntimeError("no\nidea")
        yield from real(entry, config)

    monkeypatch.setitem(READERS, Kind.PAGE, fails)
    pages, problems = read_bytes(zipped(PAGES), "a.zip")
    assert places(pages) == ["a.zip/day/0.txt", "a.zip/day/2.txt"]
    assert [found.message for found in problems] == ["a.zip/day/1.txt: RuntimeError: no idea"]


def test_readers_are_lazy_and_let_go_of_their_files() -> None:
    opened: list[io.BytesIO] = []
    raw = b"".join(warc(50))

    def open_it() -> io.BytesIO:
        opened.append(io.BytesIO(raw))
        return opened[-1]

    found = walk(Entry("a.warc", open_it, len(raw)), ReaderConfig())
    next(found)
    assert 0 < opened[-1].tell() <= 70_000
    found.close()
    assert all(stream.closed for stream in opened)


def test_a_meter_is_told_of_all_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tarred(PAGES))
    source = find_sources([tmp_path])[0]
    steps: list[int] = []
    list(read_source(source, ReaderConfig(), steps.append))
    assert sum(steps) >= source.size - 10_240


def test_standard_input_is_a_source_of_any_kind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Stdin:
        buffer = io.BytesIO(zipped(PAGES))

    monkeypatch.setattr("sys.stdin", Stdin)
    pages, problems = read_path(Path("-"))
    assert (places(pages), problems) == ([f"stdin/{name}" for name, _ in PAGES], [])


def test_standard_input_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b"x" * 1_000)

    monkeypatch.setattr("sys.stdin", Stdin)
    with pytest.raises(InputError, match="standard input"):
        find_sources([Path("-")], ReaderConfig(max_copy=999))


def test_folders_of_all_sorts(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "a.txt").write_bytes(WORDS)
    (tmp_path / "in" / "b.zip").write_bytes(zipped(PAGES))
    (tmp_path / "in" / "c.warc").write_bytes(b"".join(warc(1)))
    pages, problems = read_path(tmp_path)
    assert problems == []
    assert places(pages) == ["a.txt", *(f"in/b.zip/{name}" for name, _ in PAGES), "in/c.warc:2"]
