"""ZIP, TAR and single compressed files: all members, in order, and nothing of what hostile ones want."""

import bz2
import gzip
import io
import lzma
import os
import stat
import struct
import tarfile
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from onrecord.config import ReaderConfig
from tests.readers.archives import (
    HTML,
    PAGES,
    WORDS,
    gzipped_each,
    kinds,
    places,
    read_bytes,
    read_path,
    tarred,
    warc,
    zipped,
    zstd_packed,
)

TEXTS = [content.decode() for _, content in PAGES]
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": partial(bz2.compress, compresslevel=1),
    "xz": partial(lzma.compress, preset=0),
    "zst": zstd_packed,
}


@pytest.mark.parametrize("ending", PACKERS)
def test_a_compressed_page_keeps_the_place_of_its_file(ending: str) -> None:
    pages, problems = read_bytes(PACKERS[ending](WORDS), f"a.txt.{ending}")
    assert (places(pages), problems) == ([f"a.txt.{ending}"], [])
    assert pages[0].page.raw == WORDS


@pytest.mark.parametrize("ending", PACKERS)
def test_a_compressed_file_of_many_members_is_read_to_its_end(ending: str) -> None:
    pages, problems = read_bytes(b"".join(PACKERS[ending](WORDS) for _ in range(40)), "a")
    assert (pages[0].page.raw, problems) == (WORDS * 40, [])


@pytest.mark.parametrize("ending", PACKERS)
def test_a_cut_compressed_file_keeps_what_came_before(ending: str) -> None:
    text = b"".join(b"Line %d: %s\n" % (n, os.urandom(20).hex().encode()) for n in range(10_000))
    packed = PACKERS[ending](text)
    pages, problems = read_bytes(packed[: len(packed) * 2 // 3], "a")
    assert kinds(problems) == ["broken end"]
    assert text.startswith(pages[0].page.raw)
    assert len(pages[0].page.raw) > len(text) // 4


@pytest.mark.parametrize("ending", ["", *PACKERS])
@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT])
def test_members_of_a_tar_come_in_order(ending: str, form: int) -> None:
    raw = tarred(PAGES, form=form)
    pages, problems = read_bytes(PACKERS[ending](raw) if ending else raw, "a.tar")
    assert problems == []
    assert places(pages) == [f"a.tar/{name}" for name, _ in PAGES]
    assert [found.page.text for found in pages] == TEXTS


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_long_names_of_a_tar(form: int) -> None:
    name = f"{'deep/' * 40}Bericht über Ostrel.txt"
    pages, problems = read_bytes(tarred([(name, WORDS)], form=form), "a.tar")
    assert (places(pages), problems) == ([f"a.tar/{name}"], [])


def test_a_large_member_of_a_tar_is_streamed() -> None:
    records = warc(3)
    filler = [
        b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 2000000\r\n\r\n" + bytes(2_000_000) + b"\r\n\r\n"
    ]
    raw = tarred([("crawl.warc", b"".join([*records, *filler, records[1]])), ("b.txt", WORDS)], "w:gz")
    pages, problems = read_bytes(raw, "a.tgz")
    assert problems == []
    assert places(pages) == [f"a.tgz/crawl.warc:{n}" for n in (2, 3, 4, 6)] + ["a.tgz/b.txt"]


def test_links_and_devices_of_a_tar_are_counted() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (
            ("soft", tarfile.SYMTYPE),
            ("hard", tarfile.LNKTYPE),
            ("tty", tarfile.CHRTYPE),
            ("folder", tarfile.DIRTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("a.txt")
        info.size = len(WORDS)
        archive.addfile(info, io.BytesIO(WORDS))
    pages, problems = read_bytes(out.getvalue(), "a.tar")
    assert places(pages) == ["a.tar/a.txt"]
    assert [(found.kind, found.place) for found in problems] == [
        ("link", "a.tar/soft"),
        ("link", "a.tar/hard"),
        ("not a file", "a.tar/tty"),
    ]


@pytest.mark.parametrize("cut", [100, 600, 1_500, 1_600, 2_200])
def test_a_cut_tar_keeps_what_came_before(cut: int) -> None:
    raw = tarred(PAGES)[:cut]
    pages, problems = read_bytes(raw, "a.tar")
    assert "broken end" in kinds(problems) or cut == 100
    sound = sum(1 for found, text in zip(pages, TEXTS, strict=False) if found.page.text == text)
    assert sound >= (cut - 512) // 1_024


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_members_of_a_zip_come_in_order(method: int) -> None:
    pages, problems = read_bytes(zipped(PAGES, method), "a.zip")
    assert problems == []
    assert places(pages) == [f"a.zip/{name}" for name, _ in PAGES]
    assert [found.page.text for found in pages] == TEXTS


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_without_its_table_is_read_from_the_beginning(method: int) -> None:
    raw = zipped(PAGES, method)
    cut = raw[: raw.index(b"PK\x01\x02") - 10]
    pages, problems = read_bytes(cut, "a.zip")
    assert [found.page.text for found in pages][:2] == TEXTS[:2]
    assert TEXTS[2].startswith(pages[2].page.text) or len(pages) == 2
    assert kinds(problems)[0] == "broken end"


def test_a_zip_made_as_a_stream_and_cut_is_read_from_the_beginning() -> None:
    class Forward(io.BytesIO):
        def seekable(self) -> bool:
            return False

    out = Forward()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PAGES:
            archive.writestr(name, content)
    raw = out.getvalue()
    pages, _ = read_bytes(raw[: raw.index(b"PK\x01\x02")], "a.zip")
    assert [found.page.text for found in pages] == TEXTS


def test_an_encrypted_member_is_counted() -> None:
    raw = bytearray(zipped(PAGES))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + offset] |= 1
    pages, problems = read_bytes(bytes(raw), "a.zip")
    assert places(pages) == ["a.zip/day/1.txt", "a.zip/day/2.txt"]
    assert [(found.kind, found.place) for found in problems] == [("encrypted", "a.zip/day/0.txt")]


def test_a_damaged_member_costs_itself_only() -> None:
    raw = bytearray(zipped([("a.txt", WORDS), ("b.txt", WORDS + b"More.")], zipfile.ZIP_STORED))
    raw[raw.index(WORDS) + 5] ^= 0xFF
    pages, problems = read_bytes(bytes(raw), "a.zip")
    assert (places(pages), kinds(problems)) == (["a.zip/b.txt"], ["damaged"])


def test_links_in_a_zip_are_counted() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    pages, problems = read_bytes(out.getvalue(), "a.zip")
    assert (pages, kinds(problems)) == ([], ["link"])


NAMES = [
    "../../../evil.txt",
    "/etc/evil.txt",
    "..\\..\\evil.txt",
    "C:\\evil.txt",
    "a\x00b.txt",
    "\udcff.txt",
    ".",
]


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_names_of_members_lead_nowhere(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    if kind == "tar":
        raw = tarred([(name.replace("\x00", ""), WORDS) for name in NAMES], form=tarfile.GNU_FORMAT)
    else:
        raw = zipped([(name.replace("\udcff", "y"), WORDS) for name in NAMES])
    (folder / "a.bin").write_bytes(raw)
    pages, problems = read_path(folder)
    assert problems == []
    assert len(pages) == len(NAMES)
    for place in places(pages):
        assert place.startswith("a.bin/")
        assert ".." not in place.split("/")
        place.encode("utf-8")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.bin", "deep", "in"]


def test_containers_in_each_other() -> None:
    inner = zipped([("crawl.warc.gz", gzipped_each(warc(2))), ("n/a.html", HTML)])
    raw = tarred([("one.zip", inner), ("two.txt.gz", gzip.compress(WORDS))], "w:gz")
    pages, problems = read_bytes(zipped([("all.tar.gz", raw), ("last.txt", b"The end.")]), "x.zip")
    assert problems == []
    assert places(pages) == [
        "x.zip/all.tar.gz/one.zip/crawl.warc.gz:2",
        "x.zip/all.tar.gz/one.zip/crawl.warc.gz:3",
        "x.zip/all.tar.gz/one.zip/n/a.html",
        "x.zip/all.tar.gz/two.txt.gz",
        "x.zip/last.txt",
    ]


def test_of_a_wacz_the_records_are_read_and_not_its_lists() -> None:
    lists = [("pages/pages.jsonl", b'{"url": "https://orm.example/0", "title": "Port shut"}\n')]
    lists += [("indexes/index.cdx", WORDS), ("datapackage.json", b'{"wacz_version": "1.1.1"}')]
    pages, problems = read_bytes(zipped([("archive/a.warc.gz", gzipped_each(warc(1))), *lists], 0), "a.wacz")
    assert (places(pages), problems) == (["a.wacz/archive/a.warc.gz:2"], [])


def test_what_belongs_to_a_saved_page_is_no_page() -> None:
    raw = zipped([("p.html", HTML), ("p_files/a.css", b"p { x: y }"), ("p_files/a.js", b"var x = 1;")])
    pages, problems = read_bytes(raw, "a.zip")
    assert (places(pages), kinds(problems)) == (["a.zip/p.html"], ["not a page", "not a page"])


def test_a_table_that_claims_too_much_is_not_loaded() -> None:
    raw = bytearray(zipped(PAGES))
    raw[-10:-6] = struct.pack("<I", 4_000_000_000)
    pages, problems = read_bytes(bytes(raw), "a.zip")
    assert (pages, kinds(problems)) == ([], ["too large"])


def test_a_page_too_large_in_an_archive_is_a_problem() -> None:
    pages, problems = read_bytes(zipped(PAGES), "a.zip", ReaderConfig(max_bytes=100))
    assert (places(pages), kinds(problems)) == (["a.zip/day/0.txt"], ["too large", "too large"])
