"""Points for and against one headline, with the words that say why."""

from dataclasses import dataclass
from functools import cached_property

ENOUGH = 3.5
ENOUGH_AGAIN = 3.0  # where other headlines of the page stand between the same kinds of lines
ENOUGH_FORM = 1.5  # of what stands around it; words alone make no headline
FULL_WORDS = 3.5  # its text takes it up, what stood above did not, and speaks of none of the same


@dataclass(frozen=True, slots=True)
class Point:
    """Points for (or against) a headline, with their words.

    `own`: they are of an article's own frame (its date, outlet, writer, dateline, its end); `set`: of
    what a system sets around each piece (numbers, times, lines that come again). `look` names how the
    line is formatted.
    """

    value: float
    words: str = ""
    own: bool = False
    set: bool = False
    look: str = ""
    weak: bool = False  # an end above, an element around: of articles mostly, but of other parts too


@dataclass(frozen=True)
class Points:
    """Points of one headline: what stands around it (`form`), what it says (`words`).

    `alike` headlines of the page stand between the same kinds of lines; `several` tells that other
    articles begin on it for certain; `least` signs of an article's own frame are asked for; `full`: the
    text below is long enough to be an article.
    """

    form: tuple[Point, ...]
    words: tuple[Point, ...]
    alike: int
    several: bool
    least: int
    full: bool

    @cached_property
    def total(self) -> float:
        """The sum of all."""
        return sum(point.value for point in (*self.form, *self.words))

    @property
    def enough(self) -> bool:
        """Whether they make a headline."""
        if self.total < (ENOUGH_AGAIN if self.alike > 1 else ENOUGH):
            return False
        own = sum(point.own for point in self.form)
        if own + any(point.set for point in self.form) < self.least:
            return False
        form = sum(point.value for point in self.form if point.words)
        told = sum(point.value for point in self.words) >= FULL_WORDS
        least = 0.0 if told and self.full else ENOUGH_FORM - 0.5 * told - 0.5 * (told and self.several)
        return form >= least

    @property
    def framed(self) -> bool:
        """Whether a date, outlet, writer or end of its own stands around it, or what frames others too."""
        return any(point.own and not point.weak for point in self.form)

    @property
    def why(self) -> str:
        """What speaks for it."""
        found = [point.words for point in (*self.form, *self.words) if point.value > 0 and point.words]
        return "; ".join(found)
