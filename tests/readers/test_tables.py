"""Rows of CSV, TSV, Parquet and JSON to pages."""

import datetime
import io
import json
import time

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.config import ReaderConfig
from onrecord.errors import InputError
from onrecord.readers.columns import parse_map
from onrecord.readers.csvs import looks_like_csv, read_csv
from onrecord.readers.parquet import read_parquet
from onrecord.readers.rows import looks_like_json, looks_like_rows, read_json, read_jsonl
from tests.readers.giving import give

ROW = {
    "title": "Dam opened",
    "text": 'The dam was opened; "at last",\nsaid Mira Tolland.',
    "date": "2031-05-02",
    "url": "https://courier.example/dam",
}
CSV = (
    "title,text,date,url\r\n"
    'Dam opened,"The dam was opened; ""at last"",\nsaid Mira Tolland.",2031-05-02,https://courier.example/dam\r\n'
)


def parquet(table: pa.Table) -> bytes:
    stream = io.BytesIO()
    pq.write_table(table, stream, row_group_size=2)
    return stream.getvalue()


def mapped(given: str) -> ReaderConfig:
    return ReaderConfig(columns=parse_map(given))


def test_one_row_is_one_page_in_every_format() -> None:
    found = [
        give(read_csv, CSV.encode(), "a.csv"),
        give(
            read_csv,
            CSV.replace(",", "\t").replace('"",\t', '"",').replace('"\t\n', '",\n').encode(),
            "a.tsv",
        ),
        give(read_jsonl, json.dumps(ROW).encode(), "a.jsonl"),
        give(read_json, json.dumps([ROW], indent=1).encode(), "a.json"),
        give(read_parquet, parquet(pa.table({name: [value] for name, value in ROW.items()})), "a.parquet"),
    ]
    texts = [one.texts for one in found]
    assert texts[0] == ['Dam opened\n\nThe dam was opened; "at last",\nsaid Mira Tolland.']
    assert texts[2:] == [texts[0]] * 3
    ids = {one.pages[0].page.id for one in (found[0], *found[2:])}
    assert len(ids) == 1
    assert all(one.pages[0].sightings[0].outlet == "courier.example" for one in found)
    assert not any(one.problems for one in found)


def test_places_count_rows_as_a_spreadsheet_does() -> None:
    found = give(read_csv, CSV.encode() + b"Second,Text,,\r\n", "a.csv")
    assert [page.sightings[0].place for page in found.pages] == ["a.csv:2", "a.csv:3"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_delimiters_are_found(mark: str) -> None:
    raw = mark.join(("Headline", "Body", "Link")) + "\n"
    raw += mark.join(("Dam", f'"One{mark} two"', "https://a.example/1")) + "\n"
    found = give(read_csv, raw.encode())
    assert found.texts == [f"Dam\n\nOne{mark} two"]
    assert found.fields() == {"column Headline": "Dam"}


def test_usual_names_are_guessed_and_said() -> None:
    raw = b"Article Text,pubDate,Source,Authors\nThe dam opened.,2031-05-02,Orlin Courier,Ines Varga\n"
    found = give(read_csv, raw, "a.csv")
    assert found.pages[0].sightings[0].outlet == "Orlin Courier"
    assert found.fields() == {"column pubDate": "2031-05-02", "column Authors": "Ines Varga"}
    assert found.kinds == ["columns guessed"]
    assert "text from “Article Text”" in found.problems[0].message


def test_a_mapping_is_obeyed() -> None:
    raw = b"text,lead,where\nno,The dam opened.,https://a.example/1\n"
    found = give(read_csv, raw, config=mapped("text=lead,url=where"))
    assert found.texts == ["The dam opened."]
    assert found.pages[0].sightings[0].url == "https://a.example/1"
    assert found.problems == []


def test_a_mapped_column_that_is_not_there_is_counted_with_those_that_are() -> None:
    found = give(read_csv, b"lead,where\nThe dam opened.,x\n", "a.csv", mapped("text=body"))
    assert found.kinds == ["missing column", "no text column"]
    assert "“body”" in found.problems[0].message
    assert "“lead”, “where”" in found.problems[0].message


def test_a_path_into_json() -> None:
    row = {"article": {"content": {"plain": "The dam opened."}}, "meta": {"link": "https://a.example/1"}}
    found = give(
        read_jsonl, json.dumps(row).encode(), config=mapped("text=article.content.plain,url=meta.link")
    )
    assert found.texts == ["The dam opened."]
    assert found.pages[0].sightings[0].url == "https://a.example/1"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("body=x", "there is no body; it can be text, title"),
        ("text", "name=column"),
        ("text=a,text=b", "twice"),
    ],
)
def test_a_wrong_mapping_is_an_input_error(wrong: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        parse_map(wrong)


def test_html_in_a_cell_is_rendered_and_kept() -> None:
    row = {"title": "A &amp; B", "text": "<p>One <b>dam</b>.</p><p>Two &lt; three.</p><script>x()</script>"}
    found = give(read_jsonl, json.dumps(row).encode())
    assert found.texts == ["A & B\n\nOne dam.\nTwo < three."]
    assert b"<script>" in found.pages[0].page.raw


@pytest.mark.parametrize("text", ["2 < 3 and 4 > 3", "an <i> alone", "AT&T said no."])
def test_flat_text_with_signs_stays(text: str) -> None:
    assert give(read_jsonl, json.dumps({"text": text}).encode()).texts == [text]


def test_seconds_since_1970_become_dates() -> None:
    row = {"text": "The dam.", "date": 1935482400, "fetched": "1935482400123"}
    page = give(read_jsonl, json.dumps(row).encode()).pages[0]
    assert page.page.fields[0].value == page.sightings[0].fetched == "2031-05-02T10:00:00+00:00"


def test_ragged_rows_formulas_and_nuls() -> None:
    raw = b"title,text\nA,B,C\nshort\n=HYPERLINK(1),+cmd\nx\x00y,z\n\n,,,\n"
    found = give(read_csv, raw, "a.csv")
    assert found.texts == ["short", "=HYPERLINK(1)\n\n+cmd", "x\ufffdy\n\nz"]
    assert [(problem.kind, problem.place) for problem in found.problems] == [("bad row", "a.csv:2")]


def test_a_cell_that_never_ends_is_one_bad_row() -> None:
    raw = b'title,text\nA,B\nC,"D\n' + b"E,F\n" * 1000
    found = give(read_csv, raw)
    assert found.texts == ["A\n\nB"]
    assert found.kinds == ["bad row"]


def test_a_quotation_mark_inside_a_cell_is_no_such_row() -> None:
    assert give(read_csv, b'title,text\nA,a 5" pipe\nC,D\nE,6" of rain').texts == [
        'A\n\na 5" pipe', "C\n\nD", 'E\n\n6" of rain',
    ]  # fmt: skip


def test_huge_cells_and_many_columns() -> None:
    found = give(read_csv, b"title,text\nA," + b"x" * 5_000_000 + b"\nB,C\n")
    assert found.texts == ["B\n\nC"]
    assert found.kinds == ["too large"]
    wide = ",".join(f"c{number}" for number in range(100_000)) + ",text\n" + "," * 100_000 + "The dam.\n"
    assert give(read_csv, wide.encode()).texts == ["The dam."]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_encodings_even_when_only_the_end_shows_them(encoding: str) -> None:
    text = (
        "title,text\n"
        + "plain,words\n" * 40_000
        + "Плотина,Плотину открыли в пятницу в присутствии министра.\n"
    )
    found = give(read_csv, text.encode(encoding))
    assert found.texts[-1] == "Плотина\n\nПлотину открыли в пятницу в присутствии министра."


def test_a_byte_order_mark_in_the_middle_is_none() -> None:
    assert give(read_csv, b"\x00\x00\xff\xfet,1\n").kinds == ["no text column"]


@pytest.mark.parametrize("raw", [b"title,text\n", b"title\r\r\r\r", b"title,text\n,\n,\n"])
def test_a_table_without_rows_is_counted(raw: bytes) -> None:
    assert give(read_csv, raw).kinds == ["empty page"]


def test_excel_says_its_delimiter() -> None:
    assert give(read_csv, b"sep=;\r\ntitle;text\r\nA;B\r\n").texts == ["A\n\nB"]


def test_escaped_quotes() -> None:
    assert give(read_csv, b'title,text\nA,"say \\"no\\", now"\n').texts == ['A\n\nsay "no", now']


@pytest.mark.parametrize(
    ("head", "is_table"),
    [
        (b"title,text,url\nA,B,C\n", True),
        (b"Dear reader, the text of the article, and the title\nfollow, below\n", False),
        (b"name,colour\nA,B\n", False),
        (b"The text\nof a page, with title\n", False),
    ],
)
def test_tables_are_known_by_their_header(head: bytes, is_table: bool) -> None:
    assert looks_like_csv(head, "given.txt") is is_table


def test_parquet_has_times_lists_and_bytes() -> None:
    table = pa.table(
        {
            "body": [b"The dam opened.", b"The ferry was late."],
            "published": [datetime.datetime(2031, 5, 2, 9), None],
            "authors": [["Ines Varga", "Jan Riehl"], []],
            "vector": [[0.1] * 100, [0.2] * 100],
        }
    )
    found = give(read_parquet, parquet(table), "a.parquet")
    assert found.texts == ["The dam opened.", "The ferry was late."]
    assert found.fields() == {
        "column published": "2031-05-02T09:00:00",
        "column authors": "Ines Varga, Jan Riehl",
    }
    assert found.pages[1].sightings[0].place == "a.parquet:2"


@pytest.mark.parametrize("keep", [4, 100, 500])
def test_a_broken_parquet_is_counted(keep: int) -> None:
    raw = parquet(pa.table({"text": ["The dam opened."] * 100}))
    assert give(read_parquet, raw[:keep]).kinds == ["broken table"]
    middle = raw[:20] + b"\xff" * 30 + raw[50:]
    assert give(read_parquet, middle).kinds in (["broken table"], [])


def test_json_in_other_shapes() -> None:
    wrapped = {"status": "ok", "total": 1, "articles": [{"title": "A", "content": "The dam opened."}]}
    assert give(read_json, json.dumps(wrapped).encode()).texts == ["A\n\nThe dam opened."]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"content_html": "<p>The dam</p><p>A</p>"}],
    }
    assert give(read_json, json.dumps(feed).encode()).texts == ["The dam\nA"]
    assert give(read_json, b'{"headline": "A",\n "body": "The dam opened."}').texts == [
        "A\n\nThe dam opened."
    ]
    assert give(read_json, b'{"name": "tool", "version": 1}').kinds == ["empty page"]
    assert give(read_json, b"[]").kinds == ["empty page"]


def test_a_long_json_list_is_read_item_by_item() -> None:
    items = [{"text": f"Report {number}. " + "word " * 200} for number in range(2_000)]
    items[1000] = {"text": "x" * 1_000_000}
    start = time.monotonic()
    found = give(read_json, json.dumps(items).encode())
    assert len(found.pages) == 2_000
    assert time.monotonic() - start < 10


def test_a_list_that_breaks_off_keeps_what_came_before() -> None:
    found = give(read_json, b'[{"text": "A"}, 7, {"text": "B"}, {"text": ')
    assert found.texts == ["A", "B"]
    assert found.kinds == ["bad row", "bad row"]
    assert give(read_json, b'[{"a":' * 100_000).kinds == ["bad row"]


@pytest.mark.parametrize(
    ("head", "rows", "json_"),
    [
        (b'{"text": "A"}\n{"text": "B"}', True, False),
        (b'[\n {"text": "A"}]', False, True),
        (b"[Music] The band played.", False, False),
        (b'{"headline": "A", "link": "x"}\n', True, False),
    ],
)
def test_json_is_known_by_its_beginning(head: bytes, rows: bool, json_: bool) -> None:
    assert looks_like_rows(head, "given") is rows
    assert (not rows and looks_like_json(head, "given")) is json_


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=300), st.integers(0, len(CSV)))
def test_mutated_bytes_never_raise(put: bytes, at: int) -> None:
    raw = CSV.encode()
    give(read_csv, raw[:at] + put + raw[at:])
    give(read_json, b"[" + put + b"]")
    give(read_jsonl, put)
    looks_like_csv(put, "x")
