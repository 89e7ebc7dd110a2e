"""Words that a line break has cut in two: put together again only where the text itself shows how."""

import re
from collections import Counter

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LAST_PART = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\Z")
FIRST_PART = re.compile(r"[^\W\d_]+")
LEAST_LETTERS = 2
LEAST_SHOWN = 2


class Hyphens:
    """What the whole lines of a text show of its words, and so of how it breaks them.

    `pairs` are the cut words of the text: what stands before the hyphen, what the next line begins with.
    """

    def __init__(self, words: Counter[str], pairs: list[tuple[str, str]]) -> None:
        self._words = words
        shown = [self._shown(before, after) for before, after in pairs]
        self._divides = shown.count("") >= LEAST_SHOWN and shown.count("") > shown.count("-")

    def between(self, line: str, following: str) -> str:
        """What to put between a line (without its last hyphen) and the next: "" or "-".

        "" when the text holds the whole word elsewhere, "-" when it holds it with the hyphen; else ""
        only in a text that is shown to divide words at line ends, between two parts in small letters.
        """
        before, after = LAST_PART.search(line[-80:]), FIRST_PART.match(following)
        if before is None or after is None or min(len(before.group()), len(after.group())) < LEAST_LETTERS:
            return "-"
        shown = self._shown(before.group(), after.group())
        if shown is not None:
            return shown
        small = before.group()[-LEAST_LETTERS:].islower() and after.group().islower()
        return "" if self._divides and small and "-" not in before.group() else "-"

    def _shown(self, before: str, after: str) -> str | None:
        """How the pair stands elsewhere in the text; None when it does not, or in both ways as often."""
        joined = self._words[f"{before}{after}".lower()]
        hyphenated = self._words[f"{before}-{after}".lower()]
        if joined == hyphenated:
            return None
        return "" if joined > hyphenated else "-"


def count_words(lines: list[str]) -> Counter[str]:
    """The words within lines, folded (lines without the last word when a hyphen cuts it)."""
    return Counter(word.lower() for line in lines for word in WORD.findall(line))
