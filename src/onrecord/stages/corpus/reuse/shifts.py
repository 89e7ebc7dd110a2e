"""Drift inside a reuse: who is said to hold a thing, how firmly, a figure, a day, a name, a quotation.

Shown beside each other, never judged: a shift says that the wording moved, not that the meaning did.
A wrong shift is worse than none, so each asks that both sides speak of the same thing.
"""

from collections.abc import Callable, Iterator

from onrecord.data import Passage, Shift, Span
from onrecord.stages.corpus.reuse.beside import Beside
from onrecord.stages.corpus.reuse.readings import Reading, reading_of
from onrecord.stages.corpus.reuse.shifts_figures import day_shifts, figure_shifts, name_shifts
from onrecord.stages.corpus.reuse.shifts_firmness import firmness_shifts
from onrecord.stages.corpus.reuse.shifts_holders import added_shifts, dropped_shifts, holder_shifts
from onrecord.stages.corpus.reuse.shifts_quotes import indirect_shifts, quote_shifts
from onrecord.stages.corpus.reuse.shifts_reworded import reworded_shifts, trimmed_abroad
from onrecord.stages.corpus.reuse.sided import Sided

MAX_SHIFTS = 20
MAX_BESIDE = 400
LONGEST = 2_000
SIMILAR = 0.2
OPENING_WORDS = 5
FINDERS: tuple[Callable[[Reading, Reading, Beside], Iterator[Shift]], ...] = (
    holder_shifts,
    firmness_shifts,
    figure_shifts,
    day_shifts,
    name_shifts,
    quote_shifts,
    reworded_shifts,
    trimmed_abroad,
    indirect_shifts,
    dropped_shifts,
    added_shifts,
)


def _opening(side: Sided) -> Span | None:
    """The sentence of the text that sums it up best for a reader in a hurry: the first that is no heading."""
    for number, sentence in enumerate(side.profile.draft.sentences):
        if not sentence.heading and sentence.last - sentence.first > OPENING_WORDS:
            return side.sentence(number)
    return None


def _heading(side: Sided) -> Span | None:
    for number, sentence in enumerate(side.profile.draft.sentences[:1]):
        if sentence.heading:
            return side.sentence(number)
    return None


def _besides(earlier: Sided, later: Sided, passages: tuple[Passage, ...]) -> list[Beside]:
    """Aligned passages, and headline beside opening: both sum up the whole."""
    found = [
        Beside(p.earlier, p.later)
        for p in passages
        if p.earlier is not None
        and p.later is not None
        and p.earlier.text != p.later.text
        and p.similarity >= SIMILAR
        and max(len(p.earlier.text), len(p.later.text)) <= LONGEST
    ][:MAX_BESIDE]
    for left, right in (
        (_heading(earlier), _heading(later)),
        (_heading(earlier), _opening(later)),
        (_opening(earlier), _opening(later)),
    ):
        if left and right and max(len(left.text), len(right.text)) <= LONGEST:
            found.append(Beside(left, right, headed=True))
    return list({(one.earlier, one.later): one for one in reversed(found)}.values())[::-1]


def find_shifts(earlier: Sided, later: Sided, passages: tuple[Passage, ...]) -> tuple[Shift, ...]:
    """Shifts in the order of the later article, at most MAX_SHIFTS."""
    one, other = reading_of(earlier), reading_of(later)
    found: dict[tuple[Span, Span], Shift] = {}
    for pair in _besides(earlier, later, passages):
        for kind in FINDERS:
            for shift in kind(one, other, pair):
                found.setdefault((shift.earlier, shift.later), shift)
    ordered = sorted(found.values(), key=lambda s: (s.later.start, s.later.end, s.kind, s.earlier.start))
    return tuple(ordered[:MAX_SHIFTS])
