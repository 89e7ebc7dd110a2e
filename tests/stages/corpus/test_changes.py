"""Changes: two positions of one actor on one issue, in time order."""

from dataclasses import replace

import pytest

from onrecord.data import Act, ChangeKind, Position, RecordStatus
from onrecord.stages.corpus.changes import find_changes


def position(
    name: str,
    act: Act,
    when: str | None,
    condition: str | None = None,
    concepts: tuple[str, ...] = ("ceasefire",),
    actor: str = "ac-vesta",
    gathers: tuple[str, ...] = (),
) -> Position:
    return Position(
        id=f"po-{name}", actor_id=actor, speaker_id=None, speaker=None, act=act, plover="AGREE",
        issue=f"a truce ({name})", concepts=concepts, condition=condition, status=RecordStatus.ON_RECORD,
        when=when, articles=(f"ar-{name}",), mentions=(f"pm-{name}",), reason="test",
        gathers=gathers,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ((Act.OFFER, None), (Act.OFFER, None), ChangeKind.REPEATED),
        ((Act.OFFER, None), (Act.OFFER, "Lorn disarms"), ChangeKind.REFINED),
        ((Act.OFFER, "Lorn disarms"), (Act.READINESS, None), ChangeKind.SOFTENED),
        (
            (Act.OFFER, "the border"),
            (Act.OFFER, "the border and the release of prisoners"),
            ChangeKind.HARDENED,
        ),
        ((Act.OFFER, "the present border"), (Act.OFFER, "the old border"), ChangeKind.REFINED),
        ((Act.OFFER, None), (Act.PRECONDITION, "withdrawal"), ChangeKind.HARDENED),
        ((Act.DEMAND, None), (Act.ACCEPT, None), ChangeKind.SOFTENED),
        ((Act.ACCEPT, None), (Act.REJECT, None), ChangeKind.REVERSED),
    ],
)
def test_kind(before: tuple[Act, str | None], after: tuple[Act, str | None], kind: ChangeKind) -> None:
    first = position("one", before[0], "2024-01-01", before[1])
    second = position("two", after[0], "2024-03-01", after[1])
    (found,) = find_changes([second, first])
    assert (found.kind, found.before, found.after, found.ordered) == (kind, first.id, second.id, True)
    assert "2024-01-01" in found.reason
    assert "a truce (two)" in found.reason


def test_opposite_at_no_known_time_is_contradictory() -> None:
    (found,) = find_changes([position("one", Act.ACCEPT, None), position("two", Act.REJECT, None)])
    assert (found.kind, found.ordered) == (ChangeKind.CONTRADICTORY, False)


def test_undated_ones_are_otherwise_no_change() -> None:
    assert find_changes([position("one", Act.OFFER, None), position("two", Act.OFFER, "2024", "x")]) == ()


def test_other_issues_and_other_actors_are_no_change() -> None:
    first = position("one", Act.OFFER, "2024-01-01")
    issue = position("two", Act.REJECT, "2024-02-01", concepts=("sanctions",))
    actor = position("three", Act.REJECT, "2024-02-01", actor="ac-lorn")
    assert find_changes([first, issue, actor]) == ()


def test_a_stance_takes_no_part() -> None:
    first = position("one", Act.OFFER, "2024-01-01", "x")
    second = position("two", Act.OFFER, "2024-02-01", "y")
    stance = position("three", Act.OFFER, "2024-03-01", "z", gathers=("po-one", "po-two"))
    assert len(find_changes([first, second, stance])) == 1


def test_each_is_set_against_the_next_two_only() -> None:
    line = [position(str(n), Act.OFFER, f"2024-{n:02}-01") for n in range(1, 7)]
    assert len(find_changes(line)) == 5 + 4


def test_a_bare_no_that_becomes_a_yes_on_terms_is_softened() -> None:
    refusal = position("one", Act.REJECT, "2024-01-01", concepts=("withdrawal",))
    offer = position("two", Act.OFFER, "2024-03-01", "the harbour opens", ("withdrawal",))
    assert [c.kind for c in find_changes([refusal, offer])] == [ChangeKind.SOFTENED]
    assert find_changes([replace(refusal, concepts=("territory",)), offer]) == ()


def test_refusing_some_terms_is_no_step_from_or_to_the_thing() -> None:
    refusal = replace(position("one", Act.REJECT, "2024-01-01"), issue="any truce that would leave its ships")
    assert find_changes([refusal, position("two", Act.DEMAND, "2024-03-01", "a withdrawal")]) == ()


def test_a_demand_beside_a_precondition_is_no_change() -> None:
    bare = position("two", Act.DEMAND, "2024-03-01")
    assert find_changes([position("one", Act.PRECONDITION, "2024-01-01", "a withdrawal"), bare]) == ()
