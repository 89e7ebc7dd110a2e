"""One article, two side by side, lists of attributions."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError, NotFoundError
from onrecord.query import Record, Wanted, article_view, attribution_list, comparison, spoken
from onrecord.query.compared_rows import changed_ranges, pieces_of
from tests.web.sample import drafts


def test_notes_are_numbered_in_the_order_of_the_text(record: Record) -> None:
    view = article_view(record, drafts()[0].id)
    assert [note.number for note in view.notes] == [1, 2, 3, 4, 5]
    inner = next(note for note in view.notes if note.parent)
    outer = view.notes[inner.parent - 1] if inner.parent else inner
    assert inner.depth == 1 and outer.depth == 0
    assert spoken(inner.line.contents) == "“the plan is dead”"
    assert all(note.hops[0].name == "Meridian Wire" for note in view.notes)


def test_blocks_stand_in_the_order_of_the_page(record: Record) -> None:
    view = article_view(record, drafts()[0].id)
    kinds = [block.kind for block in view.blocks]
    assert kinds == ["furniture", "title", "paragraph", "paragraph", "paragraph", "paragraph", "furniture"]
    text = "\n".join("".join(run.text for run in block.runs) for block in view.blocks if block.runs)
    assert text == view.text and view.shown == len(view.text)
    assert sorted(number for block in view.blocks for number in block.notes) == [1, 2, 3, 4, 5]


def test_every_span_that_is_named_can_be_jumped_to(record: Record) -> None:
    for draft in drafts():
        view = article_view(record, draft.id)
        ranges = set(view.ranges)
        for note in view.notes:
            for span in (*note.line.sources, *note.line.cues, *note.line.contents):
                assert (span.start, span.end) in ranges
        anchors = {anchor for block in view.blocks for run in block.runs for anchor in run.anchors}
        assert ranges <= anchors


def test_an_unknown_article_is_said(record: Record) -> None:
    with pytest.raises(NotFoundError, match="no article"):
        article_view(record, "ar-nothing")


def test_a_comparison_aligns_in_the_order_of_the_later_text(record: Record) -> None:
    made = drafts()
    view = comparison(record, made[1].id, made[0].id)
    assert (view.earlier.id, view.later.id) == (made[0].id, made[1].id)
    later = [row.later[0].span.start for row in view.rows if row.later]
    assert later == sorted(later)
    kinds = [str(row.kind) for row in view.rows]
    assert kinds == ["reworded", "reworded", "copied", "dropped", "reworded"]
    assert view.rows[1].shifts == (1,) and dict(view.counts)["dropped"] == 1


def test_without_reuse_both_texts_are_shown(record: Record) -> None:
    made = drafts()
    view = comparison(record, made[0].id, made[3].id)
    assert view.relation is None and view.rows == () and view.texts is not None
    assert ["".join(piece.text for piece in side.pieces) for side in view.texts] == [
        made[0].body,
        made[3].body,
    ]


@given(st.lists(st.text(max_size=60), max_size=3), st.lists(st.text(max_size=60), max_size=3))
def test_pieces_join_to_the_text(earlier: list[str], later: list[str]) -> None:
    marked = changed_ranges(earlier, later)
    if marked is None:
        return
    for texts, ranges in zip((earlier, later), marked, strict=True):
        assert len(texts) == len(ranges)
        for text, changed in zip(texts, ranges, strict=True):
            assert "".join(piece.text for piece in pieces_of(text, changed)) == text


def test_changed_words_are_marked() -> None:
    texts = ["Kellan said he was ready to wait."], ["Kellan stressed he was willing to wait."]
    marked = changed_ranges(*texts)
    assert marked is not None
    changed = [
        [piece.text for piece in pieces_of(text[0], ranges[0]) if piece.changed]
        for text, ranges in zip(texts, marked, strict=True)
    ]
    assert changed == [["said", "ready"], ["stressed", "willing"]]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 11),
        ({"actor": "Ada Brenn"}, 1),
        ({"outlet": "meridian wire"}, 5),
        ({"status": "background"}, 2),
        ({"status": "On-Record"}, 8),
        ({"kind": "direct"}, 3),
        ({"since": "2025-08-03"}, 3),
        ({"text": "prepared to wait"}, 2),
        ({"text": "prepared to wait", "outlet": "Pelinth Courier"}, 1),
        ({"text": "xylophone"}, 0),
    ],
)
def test_attributions_are_filtered(record: Record, wanted: dict[str, Any], count: int) -> None:
    found = attribution_list(record, Wanted(**wanted))
    assert found.rows.total == count == len(found.rows.rows)


def test_sheets_of_attributions_hold_each_once(record: Record) -> None:
    sheets = [attribution_list(record, Wanted(), number, 4).rows for number in (1, 2, 3)]
    ids = [line.id for sheet in sheets for line in sheet.rows]
    assert len(ids) == len(set(ids)) == 11 and sheets[0].sheets == 3


def test_a_search_also_finds_texts(record: Record) -> None:
    found = attribution_list(record, Wanted(text="presidential office"))
    assert [one.line.id for one in found.articles] == [drafts()[2].id]
    assert "\x02" in found.articles[0].snippet


@pytest.mark.parametrize("wanted", [{"status": "odd"}, {"since": "soon"}, {"kind": "odd"}])
def test_filters_that_mean_nothing_are_refused(record: Record, wanted: dict[str, str]) -> None:
    with pytest.raises(InputError):
        attribution_list(record, Wanted(**wanted))
    with pytest.raises(NotFoundError):
        attribution_list(record, Wanted(actor="nobody at all"))
