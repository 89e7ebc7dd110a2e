"""A stance and what it sums up: members stand under their stance, and nowhere else."""

from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

from onrecord.query import Record, actor_view, unfolded
from onrecord.stores.sqlite import open_view, open_writer
from onrecord.web.app import create_app
from tests.web.sample import corpus, drafts, problems


def write_stance(path: Path) -> tuple[str, list[str]]:
    """The sample case with a stance over one actor's positions; the actor's id and the members' ids."""
    made = drafts()
    found = corpus(made)
    actors = [p.actor_id for p in found.positions]
    held = next(actor for actor in actors if actors.count(actor) > 1)
    members = [p for p in found.positions if p.actor_id == held]
    stance = replace(
        members[0],
        id="po-stance",
        articles=tuple(sorted({a for p in members for a in p.articles})),
        gathers=tuple(p.id for p in members),
    )
    with open_writer(path) as writer:
        writer.add_pages([draft.done() for draft in made])
        writer.add_problems(problems())
        writer.replace_corpus(replace(found, positions=(*found.positions, stance)), "stance")
    return held, [p.id for p in members]


def test_members_stand_under_their_stance(tmp_path: Path) -> None:
    path = tmp_path / "case.onrecord"
    held, members = write_stance(path)
    with open_view(path) as view:
        shown = actor_view(Record(view), held)
    lines = [line for issue in shown.issues for line in issue.positions]
    assert [line.id for line in lines] == ["po-stance"]
    assert {line.id for line in lines[0].members} == set(members)
    assert len(unfolded(lines)) == 1 + len(members)
    assert all(change.before and change.after for change in shown.changes)


def test_a_page_shows_each_member_once_under_its_stance(tmp_path: Path) -> None:
    path = tmp_path / "case.onrecord"
    held, members = write_stance(path)
    with open_view(path) as view:
        page = TestClient(create_app(view, "sample"), base_url="http://127.0.0.1:8010").get(f"/actor/{held}")
    assert page.status_code == 200
    text = page.text
    assert all(text.count(f'id="{key}"') == 1 for key in ["po-stance", *members])
    assert all(text.index('id="po-stance"') < text.index(f'id="{key}"') for key in members)
    assert text.count(' member" id=') == len(members)
