"""What the stage needs of a trained tagger: a function from a text to its readings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

Range = tuple[int, int]


class Reading(Protocol):
    """One attribution as a tagger gives it, in offsets of the text that it was given."""

    @property
    def source(self) -> tuple[Range, ...]:
        """Who; empty when nobody is named."""

    @property
    def cue(self) -> tuple[Range, ...]:
        """The words that attribute."""

    @property
    def content(self) -> tuple[Range, ...]:
        """What."""

    @property
    def confidence(self) -> float:
        """How likely it is that this is an attribution and rightly linked, 0 to 1."""


class NestedReading(Reading, Protocol):
    """A reading of a tagger that sees kinds and nesting."""

    @property
    def kind(self) -> str:
        """Direct, indirect, reported (told without its words) or free indirect (without a cue)."""

    @property
    def within(self) -> int | None:
        """The number of the reading whose content this one stands in."""

    @property
    def addressee(self) -> tuple[Range, ...]:
        """Whom it was told."""


Reader = Callable[[str], Sequence[Reading]]


class ArticleReader(Protocol):
    """Reads an article, or (not `whole`) lines cut out of one, of which the first is no title."""

    def __call__(self, text: str, whole: bool = True) -> Sequence[Reading]:
        """What is read in the text."""


NestedReader = Callable[[str], Sequence[NestedReading]]


@dataclass(frozen=True, slots=True)
class Readers:
    """The trained taggers at hand, handed in by the pipeline; None where there is none."""

    english: ArticleReader | None = None
    german: NestedReader | None = None
