"""PDFs to paragraphs."""

import random
import time
from io import BytesIO
from pathlib import Path

import pytest

from onrecord.config import ReaderConfig
from onrecord.data import Media
from onrecord.readers.child import ChildError, run_child
from onrecord.readers.pdf import iso_date, read_pdf
from tests.readers.giving import give
from tests.readers.make_pdf import column, make_pdf

FIRST = [
    "The dam above Orlin was opened on Friday after",
    "nine years of work, the water board of the region",
    "said in a statement.",
]
SECOND = [
    "It will hold for a hundred years, the minister,",
    "Mira Tolland, told reporters at the gate.",
]


def test_lines_become_paragraphs() -> None:
    raw = make_pdf([[(72, 730, 16, "Dam opened"), *column([*FIRST, "", *SECOND])]])
    found = give(read_pdf, raw, "release.pdf")
    assert found.texts == ["\n".join(("Dam opened", " ".join(FIRST), " ".join(SECOND)))]
    assert found.pages[0].page.media is Media.PDF
    assert found.pages[0].page.raw == raw
    assert found.pages[0].sightings[0].place == "release.pdf"


def test_a_short_line_or_an_indent_ends_a_paragraph() -> None:
    by_room = column([*FIRST, *SECOND])
    assert give(read_pdf, make_pdf([by_room])).texts == [" ".join(FIRST) + "\n" + " ".join(SECOND)]
    full = ["A line that goes right up to the edge of the page"] * 3
    indented = [
        *column(full),
        *((x + 15 * (n == 0), y, s, w) for n, (x, y, s, w) in enumerate(column(full, top=664))),
    ]
    assert give(read_pdf, make_pdf([indented])).texts == ["\n".join((" ".join(full), " ".join(full)))]


def test_what_the_document_says_of_itself() -> None:
    info = {"Title": "Dam opened", "Author": "Ines Varga", "CreationDate": "D:20310502100000+02'00'"}
    found = give(read_pdf, make_pdf([column(FIRST)], info))
    assert found.fields() == {
        "pdf Title": "Dam opened",
        "pdf Author": "Ines Varga",
        "pdf CreationDate": "2031-05-02T10:00:00+02:00",
    }


@pytest.mark.parametrize("title", ["Microsoft Word - final draft 3", "release.docx", "Untitled-1"])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    assert give(read_pdf, make_pdf([column(FIRST)], {"Title": title})).fields() == {}


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("D:20310502", "2031-05-02"),
        ("D:203105", "2031-05"),
        ("20310502101112Z", "2031-05-02T10:11:12Z"),
        ("D:20310502101112-05'30", "2031-05-02T10:11:12-05:30"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates(given: str, iso: str) -> None:
    assert iso_date(given) == iso


def test_columns_given_row_by_row_are_read_one_after_the_other() -> None:
    left = [
        "The dam above Orlin",
        "was opened on Friday",
        "after nine years of",
        "work, the board said",
        "on its own page.",
    ]
    right = [
        "The minister said it",
        "would hold for long,",
        "whatever the weather",
        "of the coming years",
        "will bring to it.",
    ]
    rows = [
        cell
        for n in range(5)
        for cell in ((72, 700 - 12 * n, 10, left[n]), (330, 700 - 12 * n, 10, right[n]))
    ]
    assert give(read_pdf, make_pdf([rows])).texts == [" ".join(left) + "\n" + " ".join(right)]


def test_the_rows_of_a_table_stay_rows() -> None:
    cells = [("Year", "Metres"), ("2029", "11.2"), ("2030", "12.9"), ("2031", "14.0"), ("2032", "15.5")]
    rows = [(x, 700 - 12 * n, 10, cells[n][i]) for n in range(5) for i, x in enumerate((72, 330))]
    assert give(read_pdf, make_pdf([rows])).texts == ["\n".join("\t".join(row) for row in cells)]


def test_headers_and_footers_do_not_cut_a_paragraph() -> None:
    body = [FIRST[:2], [FIRST[2], "", *SECOND], SECOND]
    pages = [
        [(72, 760, 8, "ORLIN WATER BOARD"), *column(lines, top=700), (290, 30, 8, f"Page {number} of 3")]
        for number, lines in enumerate(body, 1)
    ]
    assert give(read_pdf, make_pdf(pages)).texts[0].split("\n") == [
        "ORLIN WATER BOARD", " ".join(FIRST), "Page 1 of 3",
        "ORLIN WATER BOARD", " ".join(SECOND), "Page 2 of 3",
        "ORLIN WATER BOARD", " ".join(SECOND), "Page 3 of 3",
    ]  # fmt: skip


def test_words_cut_at_line_ends() -> None:
    lines = [
        "The reconstruction of the harbour will be exam-",
        "ined. The long-term plan of the ministry is to exam-",
        "ine every reconstruction, and a well-known engi-",
        "neer says that the harbour and its reconstruc-",
        "tion follow the plan of the ministry for long-",
        "term growth. To examine is to be examined, they say.",
    ]
    text = give(read_pdf, make_pdf([column(lines)])).texts[0]
    assert "will be examined. The long-term plan" in text
    assert "to examine every" in text
    assert "its reconstruction follow" in text
    assert "for long-term growth" in text
    assert "engineer says" in text, "two other words show that this text divides words"


def test_a_hyphen_stays_where_nothing_shows_that_it_may_go() -> None:
    lines = [
        "The plan of the ministry of the harbour is a long-",
        "term plan, as the minister said to reporters.",
    ]
    assert "a long-term plan" in give(read_pdf, make_pdf([column(lines)])).texts[0]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7 and nothing else", "broken document"),
        (make_pdf([[]]), "no text in document"),
        (make_pdf([column(FIRST)])[:400], "broken document"),
    ],
)
def test_what_cannot_be_read_is_counted(raw: bytes, kind: str) -> None:
    found = give(read_pdf, raw, "a.pdf")
    assert found.pages == []
    assert found.kinds == [kind]
    assert found.problems[0].message.startswith("a.pdf: ")


def test_an_encrypted_document_is_counted() -> None:
    locked = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <" + "61" * 32 + "> /U <" + "62" * 32 + "> /P -4 >>"
        " /ID [<00><00>]"
    )
    assert give(read_pdf, make_pdf([column(FIRST)], trailer=locked)).kinds == ["encrypted document"]


def test_limits() -> None:
    many = make_pdf([column(FIRST)] * 30)
    assert give(read_pdf, many, config=ReaderConfig(document_pages=20)).kinds == ["too large"]
    assert give(read_pdf, many, config=ReaderConfig(max_text=500)).kinds == ["too large"]
    assert give(read_pdf, many, config=ReaderConfig(document_seconds=0.001)).kinds == ["broken document"]
    assert give(read_pdf, many, config=ReaderConfig(max_bytes=100)).kinds == ["too large"]


def test_a_crash_of_the_library_costs_one_file(tmp_path: Path) -> None:
    program = tmp_path / "crash.py"
    program.write_text("import os, signal\nprint('line', flush=True)\nos.kill(os.getpid(), signal.SIGSEGV)\n")
    lines = run_child(program, [], BytesIO(b""), 20)
    assert next(lines) == b"line\n"
    with pytest.raises(ChildError, match="signal 11"):
        next(lines)


def test_a_hang_of_the_library_ends_in_time(tmp_path: Path) -> None:
    program = tmp_path / "hang.py"
    program.write_text("import time\ntime.sleep(60)\n")
    start = time.monotonic()
    with pytest.raises(ChildError, match=r"more than 0\.5 seconds"):
        list(run_child(program, [], BytesIO(b""), 0.5))
    assert time.monotonic() - start < 10


def test_mutated_bytes_never_raise() -> None:
    choose = random.Random(7)  # noqa: S311 - not for secrets
    raw = make_pdf([column([*FIRST, "", *SECOND])] * 2, {"Title": "Dam"})
    for _ in range(15):
        changed = bytearray(raw)
        for _ in range(choose.randint(1, 12)):
            changed[choose.randrange(len(raw))] = choose.randrange(256)
        found = give(read_pdf, bytes(changed[: choose.randint(200, len(raw))]))
        assert len(found.pages) + len(found.problems) == 1


def test_thousands_of_pieces_on_one_page_are_laid_out_quickly() -> None:
    choose = random.Random(7)  # noqa: S311 - not for secrets
    pieces = [(choose.uniform(0, 600), choose.uniform(0, 790), 6.0, "word") for _ in range(10_000)]
    rows = [(x, 700 - n % 60 * 10, 6.0, "word and word") for n in range(5_000) for x in (50, 300)]
    start = time.monotonic()
    give(read_pdf, make_pdf([pieces, rows]))
    assert time.monotonic() - start < 20
