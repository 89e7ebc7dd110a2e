"""WARC and WET: pages of records, however compressed, up to where an archive breaks."""

import gzip
import io
import zlib

import brotli
import pytest

from onrecord.config import ReaderConfig
from onrecord.data import Field
from tests.readers.archives import (
    HTML,
    answer,
    gzipped_each,
    kinds,
    page,
    places,
    read_bytes,
    record,
    response,
    warc,
    with_dictionary,
    zstd_packed,
)

RECORDS = warc(5)
PLAIN = b"".join(RECORDS)
FORMS = {
    "plain": PLAIN,
    "gzip per record": gzipped_each(RECORDS),
    "gzip of the whole": gzip.compress(PLAIN),
    "zstd per record": b"".join(map(zstd_packed, RECORDS)),
    "zstd of the whole": zstd_packed(PLAIN),
    "zstd with a dictionary": with_dictionary(RECORDS),
    "zstd with a packed dictionary": with_dictionary(RECORDS, packed=True),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_response_is_a_page_whatever_the_compression(form: str) -> None:
    pages, problems = read_bytes(FORMS[form], "crawl.warc.gz")
    assert problems == []
    assert places(pages) == [f"crawl.warc.gz:{number}" for number in range(2, 7)]
    assert [found.page.text for found in pages] == [f"The port is shut for day {n}." for n in range(5)]
    seen = pages[3].sightings[0]
    assert (seen.url, seen.outlet, seen.fetched) == (
        "https://orm.example/3",
        "orm.example",
        "2031-05-03T10:00:00Z",
    )


@pytest.mark.parametrize("form", FORMS)
def test_what_stands_before_a_break_is_kept_and_the_break_is_said(form: str) -> None:
    raw = FORMS[form]
    pages, problems = read_bytes(raw[:-20], "x.warc.gz")
    texts = [found.page.text for found in pages]
    whole = [f"The port is shut for day {n}." for n in range(4)]
    # The last page may be a part; compressed as a whole, small archives hold all in one block.
    if "whole" in form:
        assert texts[:-1] == whole[: max(0, len(texts) - 1)]
    else:
        assert texts[:4] == whole
    assert "broken end" in kinds(problems)


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("gzip per record", b"\x1f\x8b\x08"),
        ("zstd per record", b"\x28\xb5\x2f\xfd"),
        ("zstd with a dictionary", b"\x28\xb5\x2f\xfd"),
    ],
)
def test_a_damaged_member_costs_its_record_only(form: str, start: bytes) -> None:
    raw = bytearray(FORMS[form])
    at = 0
    for _ in range(4):  # the record about the archive, and pages 0, 1 and 2
        at = raw.index(start, at) + len(start)
    raw[at : at + 25] = b"\xff" * 25
    pages, problems = read_bytes(bytes(raw), "x.warc.gz")
    assert [found.page.text for found in pages] == [f"The port is shut for day {n}." for n in (0, 1, 3, 4)]
    assert "damaged" in kinds(problems)


def test_bytes_that_are_no_record_are_passed_over_and_said() -> None:
    raw = RECORDS[1] + b"something else\r\nin between\r\n" + RECORDS[2] + b"and after"
    pages, problems = read_bytes(raw, "x.warc")
    assert places(pages) == ["x.warc:1", "x.warc:2"]
    assert [(found.kind, found.message) for found in problems] == [
        ("broken record", "x.warc: 28 bytes after record 1 are no record"),
        ("broken record", "x.warc: 9 bytes after record 2 are no record"),
    ]


@pytest.mark.parametrize("length", ["12", "no number", "-1", "9" * 30])
def test_a_wrong_length_costs_that_record_only(length: str) -> None:
    size = str(len(answer(page(0))))
    wrong = RECORDS[1].replace(f"Content-Length: {size}".encode(), f"Content-Length: {length}".encode())
    pages, problems = read_bytes(wrong + RECORDS[2], "x.warc")
    assert "The port is shut for day 1." in [found.page.text for found in pages]
    assert "broken record" in kinds(problems)


def test_records_that_are_no_pages_are_counted_by_kind() -> None:
    raw = b"".join(
        [
            *(response(n, answer(b"\x89PNG", "image/png")) for n in range(3)),
            response(4, answer(b"gone", status="404 Not Found")),
            response(5, answer(b"", status="301 Moved", Location="https://orm.example/9")),
            record("revisit", b"", Target_URI="https://orm.example/6"),
            record("request", b"GET / HTTP/1.1\r\n\r\n", Target_URI="https://orm.example/6"),
            record("metadata", b"a: b\r\n", Target_URI="https://orm.example/6"),
            response(7, answer(b"User-agent: *", "text/plain")).replace(b"/7", b"/robots.txt"),
            record(
                "resource", b"shot", Target_URI="urn:thumbnail:https://orm.example", Content_Type="text/plain"
            ),
            response(8, answer(HTML)),
        ]
    )
    pages, problems = read_bytes(raw, "x.warc")
    assert places(pages) == ["x.warc:11"]
    assert [(found.kind, found.message) for found in problems] == [
        ("not a page", "x.warc: 3 image/png records"),
        ("not a page", "x.warc: 1 answers with status 301"),
        ("not a page", "x.warc: 1 answers with status 404"),
        ("not a page", "x.warc: 1 resource records that are not of the web"),
        ("not a page", "x.warc: 1 revisit records"),
        ("not a page", "x.warc: 1 robots.txt files"),
    ]


def test_wet_gives_flat_text_with_address_and_time() -> None:
    text = "Президент сказал нет.\nПереговоры продолжатся.\n"
    raw = record(
        "conversion",
        text.encode(),
        Target_URI="https://orm.example/a",
        Date="2031-05-03T10:00:00Z",
        Content_Type="text/plain",
    )
    pages, problems = read_bytes(gzip.compress(raw), "x.warc.wet.gz")
    assert problems == []
    assert (pages[0].page.text, pages[0].sightings[0].url) == (text, "https://orm.example/a")


def chunked(body: bytes) -> bytes:
    half = len(body) // 2
    return (
        b"".join(b"%x;note=1\r\n%b\r\n" % (len(part), part) for part in (body[:half], body[half:]))
        + b"0\r\nTrailer: x\r\n\r\n"
    )


def raw_deflated(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked(HTML), {"Transfer_Encoding": "chunked"}),
        (gzip.compress(HTML), {"Content_Encoding": "gzip"}),
        (chunked(gzip.compress(HTML)), {"Transfer_Encoding": "chunked", "Content_Encoding": "x-gzip"}),
        (zlib.compress(HTML), {"Content_Encoding": "deflate"}),
        (raw_deflated(HTML), {"Content_Encoding": "deflate"}),
        (brotli.compress(HTML), {"Content_Encoding": "br"}),
        (zstd_packed(HTML), {"Content_Encoding": "zstd"}),
        (gzip.compress(brotli.compress(HTML)), {"Content_Encoding": "br, gzip"}),
        # Archives that took a coding off and kept the header of it.
        (HTML, {"Content_Encoding": "gzip"}),
        (HTML, {"Content_Encoding": "br"}),
        (HTML, {"Content_Encoding": "deflate"}),
        (HTML, {"Transfer_Encoding": "chunked"}),
    ],
)
def test_codings_of_an_answer_are_taken_off(body: bytes, headers: dict[str, str]) -> None:
    pages, problems = read_bytes(response(1, answer(body, **headers)), "x.warc")
    assert problems == []
    assert pages[0].page.raw == HTML


def test_a_coding_that_breaks_off_keeps_what_came_before() -> None:
    body = b"<html><body>" + b"".join(b"<p>Line %d of it.</p>" % n for n in range(3_000))
    packed = gzip.compress(body)
    pages, problems = read_bytes(response(1, answer(packed[:5_000], Content_Encoding="gzip")), "x.warc")
    assert pages[0].page.text.startswith("Line 0 of it.")
    assert [found.message for found in problems] == [
        "x.warc:1: compressed member 1 is cut off; what stands before is kept"
    ]


def test_an_answer_declares_encoding_and_time_of_change() -> None:
    text = "<html><head><meta charset='utf-8'></head><body><p>Президент сказал нет.</p></body></html>"
    block = answer(
        text.encode("cp1251"),
        "text/html; charset=windows-1251",
        Date="Sat, 03 May 2031 10:00:00 GMT",
        Last_Modified="Fri, 02 May 2031 08:00:00 GMT",
    )
    pages, _ = read_bytes(response(1, block), "x.warc")
    assert (pages[0].page.text, pages[0].page.encoding) == ("Президент сказал нет.", "cp1251")
    expected = Field("modified", "2031-05-02T08:00:00+00:00", "http last-modified")
    assert pages[0].sightings[0].fields == (expected,)


def test_modified_at_the_moment_of_the_answer_says_nothing() -> None:
    now = "Sat, 03 May 2031 10:00:00 GMT"
    pages, _ = read_bytes(response(1, answer(HTML, Date=now, Last_Modified=now)), "x.warc")
    assert pages[0].sightings[0].fields == ()


def test_one_content_at_two_addresses_is_one_page() -> None:
    pages, _ = read_bytes(response(1, answer(HTML)) + response(2, answer(HTML)), "x.warc")
    assert pages[0].page == pages[1].page
    assert pages[0].sightings[0].id != pages[1].sightings[0].id


def test_a_page_too_large_is_a_problem_and_the_next_is_read() -> None:
    raw = response(1, answer(HTML + b" " * 5_000)) + response(2, answer(HTML))
    pages, problems = read_bytes(raw, "x.warc", ReaderConfig(max_bytes=1_000))
    assert (places(pages), kinds(problems)) == (["x.warc:2"], ["too large"])


def test_kinds_of_records_are_content_and_bounded() -> None:
    raw = b"".join(response(n, answer(b"x", f"kind{n}/{'y' * 70}")) for n in range(300))
    _, problems = read_bytes(raw, "x.warc")
    assert len(problems) == 101
    assert problems[0].message == "x.warc: 200 records of other kinds"


def test_agrees_with_warcio_on_an_archive_that_warcio_wrote() -> None:
    statusline = pytest.importorskip("warcio.statusandheaders")
    writers = pytest.importorskip("warcio.warcwriter")
    readers = pytest.importorskip("warcio.archiveiterator")
    out = io.BytesIO()
    writer = writers.WARCWriter(out, gzip=True)
    for number in range(20):
        http = statusline.StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        body = io.BytesIO(page(number) * (number + 1))
        writer.write_record(
            writer.create_warc_record(f"https://orm.example/{number}", "response", body, http_headers=http)
        )
    raw = out.getvalue()
    theirs = [
        (found.rec_headers.get_header("WARC-Target-URI"), found.content_stream().read())
        for found in readers.ArchiveIterator(io.BytesIO(raw))
    ]
    pages, problems = read_bytes(raw, "x.warc.gz")
    assert problems == []
    assert [(found.sightings[0].url, found.page.raw) for found in pages] == theirs
