"""How an actor's positions on one issue moved."""

from collections.abc import Sequence

from onrecord.data import Change, Position


def find_changes(positions: Sequence[Position]) -> tuple[Change, ...]:
    """Changes between positions of one actor on one issue, sorted by id."""
    return ()
