"""Builders for the tables of time words (lang/time_words_*)."""

from collections.abc import Iterable

Entry = tuple[str, int | str]
Phrase = tuple[tuple[str, ...], str, int | str]


def words_of(*groups: tuple[str, int | str, str]) -> dict[str, Entry]:
    """(tag, value, "form form form") groups as one table; a form given twice keeps its first reading."""
    table: dict[str, Entry] = {}
    for tag, value, forms in groups:
        for form in forms.split():
            table.setdefault(form, (tag, value))
    return table


def numbered(tag: str, lines: Iterable[str], first: int = 1) -> list[tuple[str, int | str, str]]:
    """Groups of forms that count up from `first` ("january jan", "february feb" ...)."""
    return [(tag, number, forms) for number, forms in enumerate(lines, start=first)]


def phrases_of(*entries: tuple[str, str, int | str]) -> dict[str, tuple[Phrase, ...]]:
    """("at the moment", tag, value) entries by their first word, longest first."""
    table: dict[str, list[Phrase]] = {}
    for text, tag, value in entries:
        first, *rest = text.split()
        table.setdefault(first, []).append((tuple(rest), tag, value))
    return {first: tuple(sorted(found, key=lambda p: (-len(p[0]), p[0]))) for first, found in table.items()}


PAST, NOW, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"
"""TIMEX3 values of words that point to no time that can be dated."""
