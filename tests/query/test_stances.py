"""A stance and what it sums up: members stand under their stance, and nowhere else."""

from dataclasses import replace
from pathlib import Path

from onrecord.query import Record, actor_view, unfolded
from onrecord.stores.sqlite import open_view, open_writer
from tests.web.sample import corpus, drafts, problems


def test_members_stand_under_their_stance(tmp_path: Path) -> None:
    made = drafts()
    found = corpus(made)
    held = next(
        p.actor_id for p in found.positions if sum(q.actor_id == p.actor_id for q in found.positions) > 1
    )
    members = [p for p in found.positions if p.actor_id == held]
    stance = replace(
        members[0],
        id="po-stance",
        articles=tuple(sorted({a for p in members for a in p.articles})),
        gathers=tuple(p.id for p in members),
    )
    path = tmp_path / "case.onrecord"
    with open_writer(path) as writer:
        writer.add_pages([draft.done() for draft in made])
        writer.add_problems(problems())
        writer.replace_corpus(replace(found, positions=(*found.positions, stance)), "stance")
    with open_view(path) as view:
        shown = actor_view(Record(view), held)
    lines = [line for issue in shown.issues for line in issue.positions]
    assert [line.id for line in lines] == ["po-stance"]
    assert {line.id for line in lines[0].members} == {p.id for p in members}
    assert len(unfolded(lines)) == 1 + len(members)
    assert all(change.before and change.after for change in shown.changes)
