"""What a run tells of itself while it goes on."""

from typing import Protocol


class Progress(Protocol):
    """Told by a runner; the CLI draws it."""

    def phase(self, name: str, total: int | None) -> None:
        """A new part of the run begins: reading, analysing, comparing; `total` steps if known."""
        ...

    def advance(self, steps: int = 1) -> None:
        """So many steps are done."""
        ...


class Silent:
    """Tells nobody."""

    def phase(self, name: str, total: int | None) -> None:
        """See `Progress.phase`."""

    def advance(self, steps: int = 1) -> None:
        """See `Progress.advance`."""
