"""Figures of a text as values, whatever their spelling: "18,400", "18 400", "nineteen", "3,4 Millionen"."""

import re
from dataclasses import dataclass

from onrecord.lang.rewriting import RewritingWords
from onrecord.text.fold import Word

MAX_FIGURES = 400
_PARTS = re.compile(r"[.,:]")
_PLAIN = re.compile(r"[0-9]{1,30}(?:[.,:][0-9]{1,30}){0,9}")
_DIGITS = re.compile(r"[0-9]{1,30}")  # of these alone: other scripts have digits that are no decimal ones
_TENS = 20.0
_HUNDRED = 100.0
_ONE = frozenset("one один одна одного одной одну однієї".split())
_GROUP = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its value, how many of its digits are not trailing zeros, its words, "about" before it."""

    value: float
    digits: int
    first: Word
    last: Word
    approximate: bool


def value_of(folded: str) -> float:
    """The value of a figure in digits: a mark before exactly three digits groups, another one is decimal."""
    parts = _PARTS.split(folded)
    if len(parts) == 1:
        return float(parts[0][:30])
    grouped = all(len(part) == _GROUP for part in parts[1:]) and len(parts[0]) <= _GROUP
    if grouped and parts[0] != "0":
        return float("".join(parts)[:30])
    return float(f"{parts[0][:20]}.{''.join(parts[1:])[:9]}")


def significant(value: float) -> int:
    """How many digits a value has from the first to the last that is not zero."""
    shown = f"{value:.6f}".rstrip("0").replace(".", "").strip("0")
    return len(shown)


def _joins(text: str, one: Word, other: Word) -> bool:
    """Whether two numerals are one with a space between thousands ("18 400")."""
    gap = text[one.end : other.start]
    return (
        _DIGITS.fullmatch(other.fold) is not None
        and len(other.fold) == _GROUP
        and _DIGITS.fullmatch(one.fold) is not None
        and len(one.fold) <= _GROUP
        and len(gap) == 1
        and gap.isspace()
        and gap != "\n"
    )


def find_figures(text: str, found: tuple[Word, ...], known: RewritingWords) -> tuple[Figure, ...]:
    """All figures of a text in order, at most MAX_FIGURES; `found` are the words of `text`."""
    numbers, scales = dict(known.numbers), dict(known.scales)
    figures: list[Figure] = []
    at = 0
    while at < len(found) and len(figures) < MAX_FIGURES:
        first = at
        word = found[at]
        if _PLAIN.fullmatch(word.fold):
            value = value_of(word.fold)
            while at + 1 < len(found) and _joins(text, found[at], found[at + 1]) and value < 1e9:
                at += 1
                value = value * 1000 + float(found[at].fold)
        elif word.fold in numbers:
            value = float(numbers[word.fold])
            after = found[at + 1].fold if at + 1 < len(found) else ""
            small = 1 if after in _ONE else numbers.get(after, 0)
            if _TENS <= value < _HUNDRED and 0 < small < 10:
                at, value = at + 1, value + small
        else:
            at += 1
            continue
        while at + 1 < len(found) and found[at + 1].fold in scales and value < 1e15:
            at += 1
            value *= scales[found[at].fold]
        near = any(known.approximate.holds(one.fold) for one in found[max(0, first - 1) : first])
        figures.append(Figure(round(value, 6), significant(value), word, found[at], near))
        at += 1
    return tuple(figures)
