"""What judgements on pairs come to: the latest counts, contradictions fall by time, in whatever order."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import NO_RULINGS, Judgement, Verdict
from onrecord.stores.rulings import resolved, rulings_of


def judged(subject: str, articles: str, verdict: Verdict, day: int) -> Judgement:
    """A judgement on two articles, named by two letters."""
    ids = tuple(f"ar-{letter}" for letter in articles)
    key = f"ju-{day}-{subject}-{articles}-{verdict}"
    return Judgement(key, subject, ids, ((0, 9),) * len(ids), verdict, "me", f"2030-01-{day:02d}")


def test_each_verdict_becomes_its_ruling() -> None:
    found = rulings_of(
        [
            judged("story", "ab", Verdict.SAME, 1),
            judged("story", "ca", Verdict.NOT_SAME, 2),
            judged("reuse", "ba", Verdict.WRONG, 3),
            judged("reuse", "ac", Verdict.RIGHT, 4),
            judged("independent", "ad", Verdict.RIGHT, 5),
            judged("independent", "ae", Verdict.WRONG, 6),
            judged("direction", "ba", Verdict.BEFORE, 7),
        ]
    )
    assert found.same == {("ar-a", "ar-b")}
    assert found.apart == {("ar-a", "ar-c")}
    assert found.not_reuse == {("ar-a", "ar-b"), ("ar-a", "ar-d")}
    assert found.one_text == {("ar-a", "ar-c"), ("ar-a", "ar-e")}
    assert found.first == ((("ar-a", "ar-b"), "ar-b"),)
    texts = found.of_texts()
    assert texts.same == found.one_text
    assert texts.apart == {("ar-a", "ar-b"), ("ar-a", "ar-d")}


def test_the_latest_counts_whatever_the_order_of_its_articles_and_withdrawn_ones_vanish() -> None:
    same, apart = judged("story", "ab", Verdict.SAME, 1), judged("story", "ba", Verdict.NOT_SAME, 2)
    assert rulings_of([apart, same]).apart == {("ar-a", "ar-b")}
    assert rulings_of([same, apart, judged("story", "ab", Verdict.WITHDRAWN, 3)]) == NO_RULINGS
    before, after = judged("direction", "ab", Verdict.BEFORE, 1), judged("direction", "ba", Verdict.BEFORE, 2)
    assert rulings_of([after, before]).first == ((("ar-a", "ar-b"), "ar-b"),)
    wrong, right = judged("reuse", "ab", Verdict.WRONG, 1), judged("independent", "ab", Verdict.WRONG, 2)
    assert rulings_of([right, wrong]).one_text == {("ar-a", "ar-b")}
    assert rulings_of([right, wrong]).not_reuse == frozenset()


def test_what_later_rulings_contradict_is_set_aside() -> None:
    apart = judged("story", "ac", Verdict.NOT_SAME, 1)
    same = [judged("story", "ab", Verdict.SAME, 2), judged("story", "bc", Verdict.SAME, 3)]
    found = resolved([apart, *same])
    assert [one.judgement for one in found.set_aside] == [apart]
    assert found.rulings.same == {("ar-a", "ar-b"), ("ar-b", "ar-c")} and not found.rulings.apart
    later = judged("story", "ac", Verdict.NOT_SAME, 4)
    found = resolved([later, *same])
    assert [one.judgement for one in found.set_aside] == [same[0]]
    circle = [
        judged("direction", pair, Verdict.BEFORE, day) for day, pair in enumerate(("ab", "bc", "ca"), 1)
    ]
    assert [one.judgement for one in resolved(circle).set_aside] == [circle[0]]


def test_what_is_not_about_two_articles_is_left_out() -> None:
    one = judged("story", "ab", Verdict.SAME, 1)
    others = [
        replace(one, articles=("ar-a",)),
        replace(one, articles=("ar-a", "ar-a")),
        replace(one, articles=("ar-a", "ar-b", "ar-c")),
        replace(one, verdict=Verdict.RIGHT),
        replace(one, subject="attribution"),
        replace(one, subject="direction"),
        replace(one, subject="page", articles=()),
    ]
    assert rulings_of(others) == NO_RULINGS


JUDGEMENTS = st.builds(
    judged,
    st.sampled_from(["story", "reuse", "independent", "direction"]),
    st.text("abcde", min_size=2, max_size=2),
    st.sampled_from(list(Verdict)),
    st.integers(1, 9),
)


@given(
    st.lists(JUDGEMENTS, max_size=25).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found)))
)
def test_the_order_of_judgements_is_no_matter_and_nothing_contradicts(
    both: tuple[list[Judgement], list[Judgement]],
) -> None:
    found = resolved(both[0])
    assert found == resolved(both[1])
    rulings = found.rulings
    for joined, parted in ((rulings.same, rulings.apart), (rulings.one_text, rulings.not_reuse)):
        groups = {key: {key} for pair in joined for key in pair}
        for left, right in sorted(joined):
            union = groups[left] | groups[right]
            groups |= dict.fromkeys(union, union)
        assert not any(right in groups.get(left, ()) for left, right in parted)
    after: dict[str, set[str]] = {}
    for pair, first in rulings.first:
        after.setdefault(first, set()).update(set(pair) - {first})
    while after:
        ends = [key for key, later in after.items() if not later & after.keys()]
        assert ends, "a circle"
        for key in ends:
            del after[key]
