"""B-cubed, pairwise and average precision against values worked out by hand."""

import pytest

from eval.cluster_metrics import average_precision, b_cubed, pairwise

GOLD = {"a": "1", "b": "1", "c": "2", "d": "2"}


def test_b_cubed_of_one_big_cluster() -> None:
    assert b_cubed(GOLD, dict.fromkeys(GOLD, "x")) == pytest.approx((0.5, 1.0, 2 / 3))


def test_b_cubed_of_singletons() -> None:
    assert b_cubed(GOLD, {name: name for name in GOLD}) == pytest.approx((1.0, 0.5, 2 / 3))


def test_pairwise_counts_pairs() -> None:
    found = {"a": "x", "b": "x", "c": "x", "d": "y"}
    assert pairwise(GOLD, found) == pytest.approx((1 / 3, 1 / 2, 0.4))


def test_average_precision_with_ties() -> None:
    assert average_precision([(0.9, True), (0.5, False), (0.1, True)]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([(0.5, True), (0.5, False)]) == pytest.approx(0.5)
