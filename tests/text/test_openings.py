"""Datelines and labels at the start of a line."""

import pytest

from onrecord.text.openings import after_opening


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("VINT, March 4 (Harrow) - The port closed.", "The port closed."),
        ("VINT — The port closed.", "The port closed."),
        ("(HW24) The port closed.", "The port closed."),
        ("Vint (HNA) - Die Brücke ist zu.", "Die Brücke ist zu."),
        ("EXCLUSIVE: The port closed.", "The port closed."),
        ("The port - an old one - closed.", "The port - an old one - closed."),
        ("We said: no.", "We said: no."),
        ("VINT - ", "VINT - "),
        ("", ""),
    ],
)
def test_after_opening(line: str, left: str) -> None:
    start, end = after_opening(line, (0, len(line)))
    assert line[start:end] == left
