"""The case, a story, its source graph, an actor."""

from pathlib import Path

import pytest

from onrecord.data import ReuseKind
from onrecord.errors import NotFoundError
from onrecord.query import AmbiguousError, Record, actor_lines, actor_view, overview, problem_list, story_view
from onrecord.stores.sqlite import open_view
from tests.web.sample import corpus, drafts, write_case


def test_the_case_counts_what_it_holds(record: Record) -> None:
    view = overview(record)
    assert (view.counts.pages, view.counts.articles, view.counts.stories) == (5, 5, 4)
    assert (view.counts.attributions, view.counts.positions, view.counts.changes) == (11, 4, 1)
    assert view.problems == (("empty page", 1), ("not text", 1))
    assert not view.unfinished


def test_a_story_is_a_strip_of_pages_origins_and_what_is_on_record(record: Record) -> None:
    thread = overview(record).threads.rows[0]
    assert thread.title == "Talks between Vesta and Norland"
    strip = thread.stories[0]
    assert (strip.pages, strip.low, strip.high, strip.on_record) == (2, 2, 2, 1)
    assert strip.outlets == ("Meridian Wire", "Pelinth Courier")
    assert (strip.first, strip.last) == (strip.first, strip.first)
    retold, undated = thread.stories[1:]
    assert (retold.low, retold.high, retold.on_record) == (1, 2, 0)
    assert undated.first is None and undated.high == 0


def test_sheets_beyond_the_last_are_the_last(record: Record) -> None:
    assert overview(record, 99).threads.number == 1


def test_a_story_by_id_and_by_the_beginning_of_its_id(record: Record) -> None:
    story = next(one for one in corpus(drafts()).stories if len(one.articles) == 2)
    view = story_view(record, story.id)
    assert view == story_view(record, story.id[:10]) == story_view(record, story.id[3:12])
    assert [origin.status for origin in view.origins] == ["on record", "background"]
    assert [line.outlet for line in view.articles] == ["Meridian Wire", "Pelinth Courier"]
    assert view.families[0].earliest == view.articles[0].id
    assert {position.act for position in view.positions} == {"readiness", "offer"}
    assert len(view.neighbours) == 2


def test_an_unknown_or_ambiguous_id_is_said(record: Record) -> None:
    with pytest.raises(NotFoundError, match="no story 'zz'"):
        story_view(record, "zz")
    with pytest.raises(AmbiguousError) as caught:
        story_view(record, "st-")
    assert len(caught.value.choices) == 4
    with pytest.raises(NotFoundError):
        story_view(record, "")


def test_the_source_graph_runs_from_pages_to_sources(record: Record) -> None:
    story = next(one for one in corpus(drafts()).stories if "freeze" in one.title)
    graph = story_view(record, story.id).graph
    columns = {node.label: node.column for node in graph.nodes}
    assert columns["Vesta ready to freeze the war, foreign websites write"] == 0
    assert columns["InfoTok"] < columns["Harbour Post"] < columns["Meridian Wire"]
    source = next(node for node in graph.nodes if node.label == "two sources close to the talks")
    assert source.unnamed and source.column == graph.columns - 1
    near = {edge.near for edge in graph.edges if edge.far == source.key}
    assert near == {next(node.key for node in graph.nodes if node.label == "Meridian Wire")}
    for edge in graph.edges:
        assert all(found.reason for found in edge.evidence)


def test_copies_are_folded_into_one_page(tmp_path: Path) -> None:
    story = next(one for one in corpus(drafts()).stories if len(one.articles) == 2)
    with open_view(write_case(tmp_path / "copies.onrecord", ReuseKind.COPY)) as view:
        pages = [node for node in story_view(Record(view), story.id).graph.nodes if node.kind == "page"]
    assert len(pages) == 1 and set(pages[0].articles) == set(story.articles)
    assert pages[0].key == drafts()[0].id


def test_an_actor_by_any_name(record: Record) -> None:
    view = actor_view(record, "  ivo   KELLAN ")
    assert view == actor_view(record, "kellan") == actor_view(record, view.id)
    assert view.names == ("Kellan", "Ivo Kellan") and view.mentions == 2
    assert [line.act for issue in view.issues for line in issue.positions] == ["readiness"]


def test_a_change_shows_both_positions(record: Record) -> None:
    change = actor_view(record, "Vesta").changes[0]
    assert change.before and change.before.condition == "only if the river line became the border"
    assert change.after and change.after.condition is None


def test_a_part_of_a_name_finds_an_actor_or_lists_several(record: Record) -> None:
    assert actor_view(record, "brenn").name == "Ada Brenn"
    with pytest.raises(AmbiguousError) as caught:
        actor_view(record, "an")
    assert {name for _, name in caught.value.choices} == {
        "Ivo Kellan",
        "Norland",
        "two officials (Meridian Wire)",
    }
    with pytest.raises(NotFoundError):
        actor_view(record, "nobody at all")


def test_actors_are_listed_by_what_they_hold(record: Record) -> None:
    sheet = actor_lines(record)
    assert sheet.total == 5 and sheet.rows[0].name == "Vesta"
    assert [line.name for line in actor_lines(record, "SUND").rows] == ["Norland"]
    assert actor_lines(record, "nobody").total == 0


def test_problems_are_counted_by_kind(record: Record) -> None:
    assert [problem.kind for problem in problem_list(record, "not text").rows.rows] == ["not text"]
    assert problem_list(record).rows.total == 2
