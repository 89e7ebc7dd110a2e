"""Figures of a text as values, whatever their spelling: "18,400", "18 400", "nineteen", "3,4 Millionen".

The values are those of `text.figures`, with the short scales of headlines ("3bn", "2 m") beside them.
"""

from dataclasses import dataclass

from onrecord.lang.rewriting import RewritingWords
from onrecord.text.figures import figures
from onrecord.text.fold import Word

MAX_FIGURES = 400
MOST = 1e15


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its value, how many of its digits are not trailing zeros, its words, "about" before it."""

    value: float
    digits: int
    first: Word
    last: Word
    approximate: bool


def significant(value: float) -> int:
    """How many digits a value has from the first to the last that is not zero."""
    shown = f"{value:.6f}".rstrip("0").replace(".", "").strip("0")
    return len(shown)


def find_figures(found: tuple[Word, ...], language: str, known: RewritingWords) -> tuple[Figure, ...]:
    """All figures of a text in order, at most MAX_FIGURES; `found` are its words."""
    scales = dict(known.scales)
    rows = []
    for read in figures(found, language)[:MAX_FIGURES]:
        first, end, value = read
        while end < len(found) and found[end].fold in scales and value < MOST:
            value, end = value * scales[found[end].fold], end + 1
        near = first > 0 and known.approximate.holds(found[first - 1].fold)
        rows.append(Figure(round(value, 6), significant(value), found[first], found[end - 1], near))
    return tuple(rows)
