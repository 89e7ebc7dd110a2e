"""What became of every character of a page."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.data import Media, Page, PageInput, Sighting
from onrecord.errors import NotFoundError
from onrecord.ids import make_id
from onrecord.pipeline.article import analyse_page
from onrecord.query import PageView, Record, page_list, page_view
from onrecord.stores.sqlite import open_view, open_writer

TEXT = """The Harbour Line
Front page  Letters
Ferries stay in port at Quillmouth
By Oren Vask
Published: 12 March 2031, 14:05
The ferries stayed in port on Monday, the harbour office said.
"We sail when the wind drops," Lise Tarrow told reporters.
Leave a reply
© 2031 The Harbour Line. All rights reserved."""


def viewed(text: str, folder: Path, sheet: int | None = None, stages: bool = True) -> PageView:
    page = Page(make_id("pg", [text]), Media.TEXT, text, text.encode("utf-8", "surrogatepass"), "utf-8")
    seen = Sighting("si-1", page.id, "a.txt", "https://harbour.example/a", "harbour.example", "2031-03-13")
    found = PageInput(page, (seen,))
    with open_writer(folder / "x.onrecord") as writer:
        writer.add_inputs([found])
        if stages:
            writer.add_pages([analyse_page(found, Config(), ())])
    with open_view(folder / "x.onrecord") as view:
        return page_view(Record(view), "a.txt", sheet)


def check(view: PageView, text: str) -> None:
    """Stretches are in order, apart, and with white space they are the whole text; so are the sums."""
    last = 0
    for one in view.stretches:
        assert last <= one.start < one.end and not text[last : one.start].strip()
        assert one.text == text[one.start : one.end]
        assert "".join(run.text for run in one.runs) == one.text
        assert bool(one.reason) == (one.what in ("furniture", "metadata"))
        last = one.end
    assert not text[last:].strip()
    found = view.sum
    assert found.visible == found.articles + found.metadata + found.furniture + found.missing
    assert found.visible + found.white == len(text) == view.characters
    by_kind = sum(count for _, _, count in view.kinds)
    assert by_kind == found.metadata + found.furniture


def test_every_character_is_article_metadata_or_furniture(tmp_path: Path) -> None:
    view = viewed(TEXT, tmp_path)
    check(view, TEXT)
    assert view.sum.missing == 0 and view.sum.articles and view.sum.metadata and view.sum.furniture
    (article,) = view.articles
    assert article.line.title == "Ferries stay in port at Quillmouth"
    assert TEXT[article.start : article.end].startswith("Ferries stay")
    assert article.characters == view.sum.articles
    what = {one.text: (one.what, one.kind) for one in view.stretches}
    assert what["By Oren Vask"] == ("metadata", "byline")
    assert what["Leave a reply"] == ("furniture", "comments")
    roles = {mark.role: run.text for one in view.stretches for run in one.runs for mark in run.marks}
    assert roles["byline"] == "By Oren Vask"
    assert roles["title"] == "Ferries stay in port at Quillmouth"
    assert (view.sightings[0].url, view.waiting, view.judged) == ("https://harbour.example/a", False, None)


def test_a_page_that_waits_is_not_accounted_for_and_says_so(tmp_path: Path) -> None:
    view = viewed(TEXT, tmp_path, stages=False)
    check(view, TEXT)
    assert view.waiting and view.sum.missing == view.sum.visible
    assert {one.what for one in view.stretches} == {"not accounted for"}


def test_a_long_page_comes_in_sheets_that_hold_it_all(tmp_path: Path) -> None:
    text = "\n".join(f"Line {n} of the table" for n in range(3_000)) + "\n" + "long " * 30_000 + "end."
    whole = viewed(text, tmp_path)
    check(whole, text)
    with open_view(tmp_path / "x.onrecord") as view:
        record = Record(view)
        first = page_view(record, whole.id, 1)
        parts = [page_view(record, whole.id, number) for number in range(1, first.sheets + 1)]
        assert page_view(record, whole.id, 99).number == first.sheets
    assert first.sheets > 5
    assert tuple(one for part in parts for one in part.stretches) == whole.stretches
    assert [part.stretches[0].start for part in parts] == [*first.sheet_starts]
    assert all(sum(len(one.text) for one in part.stretches) <= 70_000 for part in parts)
    assert {part.sum for part in parts} == {whole.sum}


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab. \n\t\x00\u2028\u202e\ud800Ж1©", max_size=80))
def test_any_text_is_accounted_for(text: str) -> None:
    with TemporaryDirectory() as name:
        view = viewed(text, Path(name))
    check(view, text)
    assert view.sum.missing == 0


def test_pages_are_listed_by_problem_and_outlet(record: Record) -> None:
    every = page_list(record)
    assert every.rows.total == len(record.view.page_ids())
    for kind, count in every.counts:
        found = page_list(record, kind)
        assert found.rows.total == count
        assert all(kind in row.problems for row in found.rows.rows)
    outlet = next(row.outlet for row in every.rows.rows if row.outlet)
    assert page_list(record, outlet=outlet.upper()).rows.total >= 1
    assert page_list(record, outlet="nobody").rows.rows == ()
    assert page_list(record, sheet=99).rows.number == every.rows.sheets


def test_a_page_that_is_not_there_is_said(record: Record) -> None:
    for name in ("pg-none", "", "\ud800", "nowhere.txt"):
        with pytest.raises(NotFoundError):
            page_view(record, name)
