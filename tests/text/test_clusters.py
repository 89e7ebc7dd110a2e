"""Components and buckets: the same groups and pairs in any order."""

from onrecord.text.buckets import pairs_within
from onrecord.text.clusters import components


def test_components_are_sorted_and_hold_everybody() -> None:
    assert components("dcba", [("d", "a")]) == [("a", "d"), ("b",), ("c",)]


def test_a_large_bucket_gives_few_pairs_and_the_same_ones() -> None:
    members = [(f"{number % 7}", f"m{number:05d}") for number in range(5000)]
    found = list(pairs_within(members, 60))
    assert len(found) <= 5000 * 30
    assert sorted(pairs_within(members[::-1], 60)) == sorted(found)
    assert len(list(pairs_within(members[:60], 60))) == 60 * 59 // 2
