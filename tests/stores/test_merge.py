"""Merging tellings: any order, any number, the same result."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import Field, Sighting
from onrecord.stores.merge import merged, moment

TIMES = st.sampled_from(
    ["2030-01-01", "2030-01-01T00:30+02:00", "2029-12-31T23:00Z", "soon", "0001-01-01T00+14:00"]
)
FIELDS = st.builds(Field, st.sampled_from(["title", "published"]), st.text(max_size=2), st.sampled_from("ab"))
SEEN = st.builds(
    Sighting,
    st.just("si-1"),
    st.just("pg-1"),
    st.text(max_size=2),
    st.none() | st.text(max_size=2),
    st.none() | st.text(max_size=2),
    st.none() | TIMES | st.text(max_size=3),
    st.lists(FIELDS, max_size=3).map(tuple),
)


@given(told=st.lists(SEEN, min_size=1, max_size=5), seed=st.randoms())
def test_tellings_merge_the_same_in_any_order_and_however_often(told: list[Sighting], seed: object) -> None:
    wanted = reduce(merged, told, told[0])
    again = [*told, *told[:2]]
    seed.shuffle(again)  # type: ignore[attr-defined]
    assert reduce(merged, again, merged(again[0], again[0])) == wanted
    half = len(told) // 2
    if half:
        assert merged(reduce(merged, told[half:]), reduce(merged, told[:half])) == wanted


def test_the_earliest_moment_counts_zones() -> None:
    assert moment("2030-01-01T00:30+02:00") < moment("2029-12-31T23:00Z") < moment("2030-01-01")
    assert moment("2030-01-01") < moment("soon")
