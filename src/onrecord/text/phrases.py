"""Finding the phrases of a table in a text: at word starts, longest first, in one pass."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Value = TypeVar("Value")

_WORD = re.compile(r"(?<![\w’'.-])[^\W_]+|(?<=[-–—/])(?=[^\W\d_])[^\W_]+")
# Up to so many first words, looking for each is faster than looking at every word of the text.
_FEW = 24
_FIRST_WORD = re.compile(r"[^\W_]+")


class PhraseTable(Generic[Value]):
    """Phrases by their first word. Matching keeps case: a table of names finds names only."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        """Of two entries with one phrase the first stays."""
        self._by_first: dict[str, dict[str, Value]] = {}
        for phrase, value in entries:
            first = _FIRST_WORD.match(phrase)
            if first:
                self._by_first.setdefault(first.group(), {}).setdefault(phrase, value)
        self._ordered = {
            first: sorted(phrases.items(), key=lambda item: (-len(item[0]), item[0]))
            for first, phrases in self._by_first.items()
        }

    def _few(self, text: str) -> list[tuple[int, str]]:
        """Places of the table's own first words, where they are whole words, in order."""
        found = []
        for first in self._ordered:
            start = text.find(first)
            while start >= 0:
                match = _WORD.match(text, start)
                if match is not None and match.group() == first:
                    found.append((start, first))
                start = text.find(first, start + len(first))
        return sorted(found)

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """(start, end, value) of every phrase in `text`, in order, without overlaps."""
        done = 0
        for start, first in self._few(text) if len(self._ordered) <= _FEW else _all_words(text):
            if start < done:
                continue
            for phrase, value in self._ordered.get(first, ()):
                end = start + len(phrase)
                if text.startswith(phrase, start) and not _goes_on(text, end):
                    yield start, end, value
                    done = end
                    break


def _all_words(text: str) -> Iterator[tuple[int, str]]:
    for match in _WORD.finditer(text):
        yield match.start(), match.group()


def _goes_on(text: str, end: int) -> bool:
    """Whether the word at the end of a match continues ("Rome" in "Romero")."""
    if end >= len(text):
        return False
    if text[end - 1] == ".":
        return text[end].isalnum()
    return text[end].isalnum() or text[end] == "_"
