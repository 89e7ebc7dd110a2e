"""Files to pages."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.config import ReaderConfig
from onrecord.data import Media, PageInput, Problem
from onrecord.errors import InputError
from onrecord.readers import Listing, find_sources, read_page, read_source

CONFIG = ReaderConfig()


def read(folder: Path, config: ReaderConfig = CONFIG) -> list[PageInput | Problem]:
    found = (item for source in find_sources([folder]) for item in read_source(source, config))
    return [item for item in found if not isinstance(item, Listing)]


def page(item: PageInput | Problem) -> PageInput:
    assert isinstance(item, PageInput), item
    return item


def problem(item: PageInput | Problem) -> Problem:
    assert isinstance(item, Problem), item
    return item


def test_finds_files_sorted_with_relative_places(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("Two.")
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / ".hidden").write_text("No.")
    sources = find_sources([tmp_path])
    assert [(source.place, source.size) for source in sources] == [("a.txt", 4), ("b/2.txt", 4)]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    assert len(find_sources([tmp_path, tmp_path / "a.txt", tmp_path])) == 1


def test_a_missing_path_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no-such"):
        find_sources([tmp_path / "no-such"])


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_loop_of_links_ends_and_is_said(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    assert sorted(problem(item).kind for item in read(tmp_path)) == ["linked folder", "not a file"]


def test_flat_text_keeps_its_characters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffДва\r\nслова.\n".encode())
    found = page(read(tmp_path)[0])
    assert (found.page.media, found.page.text) == (Media.TEXT, "Два\r\nслова.\n")
    assert found.sightings[0].place == "a.txt"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-16", "Der Präsident sagte nein."),
        ("cp1251", "Президент заявил в пятницу, что переговоры продолжатся. Он сказал это журналистам."),
        ("cp1252", "Der Präsident sagte am Freitag, die Gespräche in Zürich gingen weiter."),
    ],
)
def test_encodings_are_found(encoding: str, text: str) -> None:
    assert page(read_page(text.encode(encoding), "p", CONFIG)).page.text == text


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"", "empty page"),
        (b" \n\t ", "empty page"),
        (b"ab\x00cd", "not text"),
        (b"%PDF-1.7 abc", "not text"),
        (b"<html><head><title>x</title></head><body><script>1</script></body></html>", "empty page"),
    ],
)
def test_what_cannot_be_read_is_a_counted_problem(raw: bytes, kind: str) -> None:
    found = problem(read_page(raw, "place.txt", CONFIG))
    assert found.kind == kind
    assert "place.txt" in found.message


def test_too_large_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 100)
    assert problem(read(tmp_path, ReaderConfig(max_bytes=50))[0]).kind == "too large"
    assert problem(read(tmp_path, ReaderConfig(max_text=50))[0]).kind == "too large"


HTML = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Dam opened | Arden Herald</title>
<meta property="og:site_name" content="Arden Herald">
<link rel="canonical" href="https://www.arden-herald.example/dam">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Dam opened",
"datePublished": "2031-05-03", "author": [{"name": "Mira Tolland"}]}</script></head>
<body><nav><a href="/">Home</a></nav><h1>Dam opened</h1>
<p>The dam was <b>op&shy;ened</b>
on Friday.</p><p hidden>Not seen.</p><ul><li>One</li><li>Two</li></ul><style>p {}</style></body></html>"""


def test_html_is_rendered_block_by_block_with_its_fields() -> None:
    found = page(read_page(HTML.encode(), "a.html", CONFIG))
    assert found.page.media is Media.HTML
    assert found.page.text == "Home\nDam opened\nThe dam was opened on Friday.\nOne\nTwo"
    fields = {(field.name, field.value) for field in found.page.fields}
    expected = {
        ("published", "2031-05-03"),
        ("byline", "Mira Tolland"),
        ("outlet", "Arden Herald"),
        ("language", "en"),
    }
    assert expected <= fields
    assert found.sightings[0].outlet == "arden-herald.example"


def test_html_of_any_depth_is_read() -> None:
    raw = b"<html><body>" + b"<div>" * 20_000 + b"<p>Deep down.</p>"
    assert isinstance(read_page(raw, "deep", CONFIG), PageInput | Problem)


def rows(*values: object) -> str:
    return "\n".join(value if isinstance(value, str) else json.dumps(value) for value in values)


def test_rows_become_pages_and_bad_rows_problems_with_their_line(tmp_path: Path) -> None:
    good = {"url": "https://www.orm.example/1", "title": "A title", "text": "The text.", "date": "2031-05-03"}
    (tmp_path / "f.jsonl").write_text(rows(good, "{broken", [1], {"text": {"x": 1}}, {"url": "u"}))
    first, *rest = read(tmp_path)
    assert page(first).page.text == "A title\n\nThe text."
    assert page(first).sightings[0].outlet == "orm.example"
    assert [(problem(item).kind, problem(item).place) for item in rest] == [
        ("bad row", "f.jsonl:2"),
        ("bad row", "f.jsonl:3"),
        ("bad row", "f.jsonl:4"),
        ("empty page", "f.jsonl:5"),
    ]


def test_one_content_at_two_addresses_is_one_page_with_two_sightings(tmp_path: Path) -> None:
    same = {"title": "A title", "text": "The text."}
    seen = (
        {**same, "url": "https://a.example/1"},
        {**same, "url": "https://b.example/2", "fetched": "2031-01-01"},
    )
    (tmp_path / "f.jsonl").write_text(rows(*seen))
    one, two = (page(item) for item in read(tmp_path))
    assert one.page == two.page
    assert one.sightings[0].id != two.sightings[0].id


def test_rows_are_known_by_content_whatever_the_name(tmp_path: Path) -> None:
    (tmp_path / "f.txt").write_text(rows({"text": "The text."}))
    assert page(read(tmp_path)[0]).page.media is Media.RECORD


def test_lone_surrogates_of_a_row_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "f.jsonl").write_text('{"text": "a \\ud800 b"}')
    page(read(tmp_path)[0]).page.text.encode("utf-8")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    raw=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=200).map(lambda text: ("<html>" + text).encode("utf-8", "replace")),
    )
)
def test_any_bytes_give_a_page_or_a_problem(raw: bytes) -> None:
    found = read_page(raw, "any", CONFIG)
    assert found == read_page(raw, "any", CONFIG)
    if isinstance(found, PageInput):
        assert found.page.raw == raw
        found.page.text.encode("utf-8")


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "custom-part"])
@pytest.mark.parametrize("closed", [True, False])
def test_text_below_the_depth_that_the_parser_reads_is_kept(tag: str, closed: bool) -> None:
    depth = 5_000
    end = f"</{tag}>" * depth if closed else ""
    raw = f"<html><head><title>Orm</title></head><body>{f'<{tag}>y ' * depth}<p>Last words.</p>{end}"
    found = page(read_page(raw.encode(), "deep.html", CONFIG)).page
    assert found.text.count("y") == depth
    assert "Last words." in found.text
    assert found.fields[0].value == "Orm"


def test_a_link_that_leads_to_itself_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    (tmp_path / "a.txt").write_text("The river rose.")
    found = read(tmp_path)
    assert [item.kind for item in found if isinstance(item, Problem)] == ["not a file"] * 3
    assert sum(isinstance(item, PageInput) for item in found) == 1


def test_a_row_nested_without_end_is_a_bad_row(tmp_path: Path) -> None:
    deep = '{"text": "The river rose.", "x": ' + "[" * 50_000 + "]" * 50_000 + "}"
    (tmp_path / "a.jsonl").write_text(deep + '\n{"text": "The river fell."}\n')
    bad, good = read(tmp_path)
    assert problem(bad).kind == "bad row"
    assert page(good).page.text == "The river fell."
