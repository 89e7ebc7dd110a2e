"""Where phrases of a list stand in a row of words, looked up by their first word: one step a word."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

Phrase = tuple[str, ...]


@lru_cache(maxsize=256)
def by_first(phrases: tuple[Phrase, ...]) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of a list under their first words, in the order of the list."""
    table: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        if phrase:
            table.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(found) for first, found in table.items()}


def find_phrases(words: Sequence[str], phrases: tuple[Phrase, ...]) -> Iterator[tuple[int, int]]:
    """First and last place (end exclusive) of every phrase, in the order of the words."""
    table = by_first(phrases)
    for at, word in enumerate(words):
        for phrase in table.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                yield at, at + len(phrase)
