"""Finding the phrases of a table in a text: at word starts, longest first, in one pass."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Value = TypeVar("Value")

_WORD_START = re.compile(r"(?<![\w’'.-])[^\W_]|(?<=[-–—/])[^\W\d_]")
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

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """(start, end, value) of every phrase in `text`, in order, without overlaps."""
        done = 0
        for match in _WORD_START.finditer(text):
            start = match.start()
            if start < done:
                continue
            first = _FIRST_WORD.match(text, start)
            if first is None:
                continue
            for phrase, value in self._ordered.get(first.group(), ()):
                end = start + len(phrase)
                if text.startswith(phrase, start) and not _goes_on(text, end):
                    yield start, end, value
                    done = end
                    break


def _goes_on(text: str, end: int) -> bool:
    """Whether the word at the end of a match continues ("Rome" in "Romero")."""
    if end >= len(text):
        return False
    if text[end - 1] == ".":
        return text[end].isalnum()
    return text[end].isalnum() or text[end] == "_"
