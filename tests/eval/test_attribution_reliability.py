"""Confidence against truth: error, Brier score and the rows of the table."""

import pytest

from eval.attribution_reliability import Judged, brier, expected_error, judge, reliability_table
from eval.attribution_systems import Found


def test_confidence_that_means_what_it_says() -> None:
    judged = [Judged(0.75, number % 4 != 0) for number in range(8)]
    assert expected_error(judged) == 0
    assert brier(judged) == pytest.approx(0.75 * 0.25)


def test_confidence_that_does_not() -> None:
    judged = [Judged(1.0, False), Judged(0.0, True)]
    assert expected_error(judged) == brier(judged) == 1


def test_nothing_found_is_no_error() -> None:
    assert expected_error([]) == brier([]) == 0
    (row,) = reliability_table([], 0, "made", "dev", 0.5).rows
    assert row.metrics["precision"] == row.metrics["recall"] == 0


def test_rows_are_bins_below_the_total() -> None:
    judged = [Judged(0.95, True), Judged(0.94, True), Judged(1.0, True), Judged(0.12, False)]
    total, low, high = reliability_table(judged, 6, "made", "dev", 0.5).rows
    assert (total.system, total.metrics["precision"], total.metrics["recall"]) == ("onrecord", 1.0, 0.5)
    assert (low.system, low.metrics["share right"]) == ("confidence 0.1 to 0.2", 0.0)
    assert high.metrics["mean confidence"] == pytest.approx(0.963, abs=0.001)
    assert high.counts == {"attributions": 3}


def test_right_is_an_overlapping_triple_that_stands_in_no_other() -> None:
    text = "Ann said it was late. Bob said it was early."
    record = {
        "id": "1",
        "text": text,
        "attributions": [{"source": [(0, 3)], "cue": [(4, 8)], "content": [(9, 20)]}],
    }
    found = [
        Found([(0, 3)], [(4, 8)], [(9, 15)], confidence=0.9),
        Found([(22, 25)], [(26, 30)], [(31, 43)], confidence=0.4),
        Found([(0, 3)], [(9, 11)], [(12, 15)], confidence=0.8, parent=0),
    ]
    assert judge([record], lambda *_: found, "en") == ([Judged(0.9, True), Judged(0.4, False)], 1)
