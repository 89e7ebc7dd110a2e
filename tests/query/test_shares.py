"""Shares in words."""

import pytest

from onrecord.query.shares import percent


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "0%"),
        (0.001, "under 1%"),
        (0.005, "under 1%"),
        (0.006, "1%"),
        (0.37, "37%"),
        (0.99, "99%"),
        (0.995, "over 99%"),
        (1.0, "100%"),
    ],
)
def test_what_is_not_quite_all_or_nothing_is_not_rounded_to_it(share: float, said: str) -> None:
    assert percent(share) == said
