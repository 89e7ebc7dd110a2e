"""What is told of attributions beside an article: order, nesting, circumstances, asides, what was decided."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.data import Factuality, Setting, Verdict
from onrecord.judgements import judge
from onrecord.query import Record, Wanted, article_view, attribution_list
from onrecord.stores.sqlite import SqliteView, open_view, open_writer
from tests.web.sample import nested_draft, write_nested_case

DRAFT = nested_draft()
SAID = DRAFT.attributions


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_nested_case(tmp_path / "nested.onrecord")


@pytest.fixture
def view(path: Path) -> Iterator[SqliteView]:
    with open_view(path) as opened:
        yield opened


def test_what_holds_another_comes_before_it_and_knows_it(view: SqliteView) -> None:
    notes = {note.number: note for note in article_view(Record(view), DRAFT.id).notes}
    for note in notes.values():
        if note.parent:
            assert note.parent < note.number and note.within
            assert note.number in notes[note.parent].inner
            assert note.depth == notes[note.parent].depth + 1
    assert [note.depth for note in notes.values()] == [0, 0, 1, 2, 0, 0, 0, 0, 0]
    assert [len(note.hops) for note in notes.values()][1:4] == [2, 3, 4]


def test_what_is_told_through_another_from_elsewhere_is_not_within_it(path: Path, view: SqliteView) -> None:
    page = DRAFT.done()
    moved = replace(SAID[4], parent=SAID[1].id)
    article = replace(page.articles[0], attributions=(*SAID[:4], moved, *SAID[5:]))
    with open_writer(path) as writer:
        writer.add_pages([replace(page, articles=(article,))])
    note = next(one for one in article_view(Record(view), DRAFT.id).notes if one.line.id == moved.id)
    assert note.parent and not note.within and note.depth == 1


def test_circumstances_are_those_of_the_attribution(view: SqliteView) -> None:
    article = article_view(Record(view), DRAFT.id)
    notes = {note.line.id: note for note in article.notes}
    for one in SAID:
        note = notes[one.id]
        assert (note.place, note.time, note.medium, note.addressee) == (
            one.place,
            one.time,
            one.medium,
            one.addressee,
        )
        assert (note.described, note.anonymity, note.line.speaker) == (
            one.described,
            one.anonymity,
            one.speaker,
        )
        assert (note.line.factuality, note.line.setting) == (one.factuality, one.setting)
    known = set(article.ranges)
    for one in SAID:
        around = (one.place, one.time, one.medium, one.addressee, one.anonymity)
        assert {(span.start, span.end) for span in around if span} <= known


def test_asides_are_numbered_in_the_order_of_the_text_and_stand_in_its_blocks(view: SqliteView) -> None:
    article = article_view(Record(view), DRAFT.id)
    assert [(one.number, one.span.text) for one in article.asides] == [
        (1, "“truce”"),
        (2, "declined to comment"),
    ]
    assert [number for block in article.blocks for number in block.asides] == [1, 2]
    marked = [run.text for block in article.blocks for run in block.runs
              if any(mark.role == "aside" for mark in run.marks)]  # fmt: skip
    assert "".join(marked) == "“truce”declined to comment"
    assert [number for block in article.blocks for number in block.notes] == list(range(1, 10))


def test_lists_tell_what_was_decided(path: Path, view: SqliteView) -> None:
    judge(path, [SAID[1].id], Verdict.RIGHT, "M", "2031-01-01")
    judge(path, [SAID[2].id], Verdict.WRONG, "M", "2031-01-01")
    judge(path, [SAID[2].id], Verdict.WITHDRAWN, "M", "2031-01-02")
    rows = attribution_list(Record(view), Wanted()).rows.rows
    decided = {row.id: row.judged for row in rows if row.judged}
    assert set(decided) == {SAID[1].id, SAID[2].id}
    assert decided[SAID[1].id].latest is not None and decided[SAID[2].id].latest is None
    assert {row.factuality for row in rows} > {Factuality.FACT, Factuality.NEGATED}
    assert {row.setting for row in rows} == {Setting.BODY, Setting.TITLE}
