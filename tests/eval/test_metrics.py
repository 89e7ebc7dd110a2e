"""Span and triple metrics on small cases whose counts can be done by hand."""

from eval.metrics import Tally, Tokens, Triple, equal, exact_spans, match_triples, overlapping


def triple(source: set[int], cue: set[int], content: set[int]) -> Triple:
    return Triple(frozenset(source), frozenset(cue), frozenset(content))


def test_tokens_cover_pieces() -> None:
    tokens = Tokens("He said: “no, never”.")
    assert tokens.cover([(0, 2), (3, 7)]) == {0, 1}
    assert tokens.cover([(10, 12), (14, 19)]) == tokens.cover([(10, 12)]) | tokens.cover([(14, 19)])


def test_exact_spans_count_each_as_often_as_it_stands() -> None:
    one, two = frozenset({1}), frozenset({2})
    assert exact_spans([one, one, two, frozenset()], [one, two, two]) == (2, 3, 3)


def test_a_part_missing_on_one_side_only_is_a_miss() -> None:
    assert overlapping(triple({1}, {2}, {3, 4}), triple({1}, {2}, {4}))
    assert not overlapping(triple(set(), {2}, {3}), triple({1}, {2}, {3}))
    assert not overlapping(triple({1}, {2}, {3}), triple(set(), {2}, {3}))
    assert overlapping(triple(set(), {2}, {3}), triple(set(), {2}, {3}))


def test_best_overlap_first_and_one_to_one() -> None:
    gold = [triple({1}, {2}, {3, 4, 5}), triple({1}, {2}, {3})]
    predicted = [triple({1}, {2}, {3, 4, 5})]
    assert match_triples(gold, predicted, overlapping) == [(0, 0)]
    assert match_triples(gold, predicted, equal) == [(0, 0)]


def test_tally() -> None:
    tally = Tally()
    tally.add(1, 2, 4)
    assert (tally.precision, tally.recall) == (0.25, 0.5)
    assert abs(tally.f1 - 1 / 3) < 1e-9
    assert Tally().f1 == 0.0
