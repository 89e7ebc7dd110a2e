"""Sentence links and the chain that keeps their order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.align import Link, best_of_either, chain, similarity, unit, weak_links

WEIGHTS = dict.fromkeys("abcdefghij", 5.0)


def test_units_with_nothing_in_common_are_not_linked() -> None:
    left, right = [unit("ab", WEIGHTS)], [unit("cd", WEIGHTS), unit("ab", WEIGHTS)]
    assert [(link.left, link.right) for link in weak_links(left, right, WEIGHTS, 0.1, 1.0)] == [(0, 1)]


def test_a_part_resembles_its_whole_more_than_dice_says() -> None:
    assert similarity(10.0, 10.0, 30.0) == 0.75
    assert similarity(0.0, 10.0, 10.0) == 0.0


def test_the_chain_leaves_out_what_was_moved() -> None:
    row = [Link(0, 0, 1.0, 5.0), Link(1, 3, 1.0, 5.0), Link(2, 1, 1.0, 5.0), Link(3, 2, 1.0, 5.0)]
    assert [(link.left, link.right) for link in chain(row, 4)] == [(0, 0), (2, 1), (3, 2)]


def test_a_split_sentence_stays_in_the_chain() -> None:
    row = [Link(0, 0, 1.0, 5.0), Link(0, 1, 1.0, 5.0), Link(1, 2, 1.0, 5.0)]
    assert len(chain(row, 3)) == 3


def test_only_the_best_links_of_either_side_stay() -> None:
    row = [Link(0, 0, 0.9, 5.0), Link(0, 1, 0.3, 2.0), Link(1, 0, 0.2, 2.0)]
    assert best_of_either(row) == [row[0], row[1], row[2]]
    assert best_of_either([*row, Link(1, 1, 0.8, 5.0)]) == [row[0], Link(1, 1, 0.8, 5.0)]


links = st.builds(
    Link,
    st.integers(0, 8),
    st.integers(0, 8),
    st.floats(0.1, 1.0).map(lambda value: round(value, 3)),
    st.floats(1.0, 9.0).map(lambda value: round(value, 3)),
)


@given(st.lists(links, max_size=20, unique_by=lambda link: (link.left, link.right)), st.randoms())
def test_a_chain_keeps_order_on_both_sides_however_links_arrive(row: list[Link], random: object) -> None:
    found = chain(row, 9)
    assert all(a.left <= b.left and a.right <= b.right for a, b in pairwise(found))
    assert chain(row[::-1], 9) == found


def test_many_units_are_linked_in_little_time() -> None:
    units = [unit("ab", WEIGHTS)] * 3000
    assert weak_links(units, units, WEIGHTS, 0.1, 1.0) == []
