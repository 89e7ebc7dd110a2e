"""Where each word of a paragraph stands: outside quotation marks, inside, or being such a mark.

Double marks of any style: “ ”, straight ", two straight singles, two back-ticks, guillemets both ways,
„ “. Single marks count only where they plainly hold a quotation (not apostrophes) outside double ones.
"""

import re
from bisect import bisect_left

OUTSIDE, INSIDE, OPENS, CLOSES = range(4)
OPENING_SINGLE = re.compile(r"(?<![\w'’])[‘'](?=[^\W\d_])(?!['’])")
CLOSING_SINGLE = re.compile(r"(?<=[^\s'’‘])['’](?![\w'’])")
MARKS = frozenset("\"“”„«»`'‘’")
FEWEST = 3  # characters of a single-quoted passage
MOST_TRIED = 8  # marks that may close it


def quotation(line: str, words: list[tuple[int, str]]) -> list[int]:
    """One number for each word of a line; `words` are (offset, word) in order, marks being words."""
    if not any(word in MARKS for _, word in words):
        return [OUTSIDE] * len(words)
    singles = _singles(line)
    found: list[int] = []
    open_mark = ""
    for offset, word in words:
        inside = INSIDE if open_mark else OUTSIDE
        kind = _kind(line, offset, word, open_mark, singles) if word in MARKS else inside
        if kind == OPENS:
            second = bool(found) and found[-1] == OPENS and _doubled(line, offset)
            open_mark = open_mark if second else word
        elif kind == CLOSES:
            open_mark = ""
        found.append(kind)
    return found


def _kind(line: str, offset: int, word: str, open_mark: str, singles: dict[int, int]) -> int:
    kind = INSIDE if open_mark else OUTSIDE
    if word in "'`" and _doubled(line, offset):
        kind = _double_single(line, offset, word, open_mark)
    elif word == '"':
        kind = CLOSES if open_mark else OPENS
    elif word in "“”":
        kind = CLOSES if word == "”" or open_mark == "„" else OPENS
    elif word in "«»":
        other = "»" if word == "«" else "«"
        closes = open_mark == other or (word == "»" and not _starts(line, offset))
        kind = CLOSES if closes else OPENS
    elif word == "„":
        kind = OPENS
    elif open_mark in ("", "‘", "'"):
        kind = singles.get(offset, kind)
    return kind


def _doubled(line: str, offset: int) -> bool:
    """Whether the mark at `offset` stands beside one like it."""
    mark = line[offset]
    return line[offset + 1 : offset + 2] == mark or (offset > 0 and line[offset - 1] == mark)


def _double_single(line: str, offset: int, word: str, open_mark: str) -> int:
    """Both halves of a doubled mark say the same: the second looks at what the first did."""
    second = offset > 0 and line[offset - 1] == word
    if word == "`":
        return OPENS
    opened = bool(open_mark) != second  # what was open before the first half
    return CLOSES if opened else OPENS


def _starts(line: str, offset: int) -> bool:
    """Whether a mark stands before a word and after a space or nothing."""
    before, after = line[offset - 1 : offset], line[offset + 1 : offset + 2]
    return (not before or before.isspace() or before in "([—–-:") and bool(after) and not after.isspace()


def _singles(line: str) -> dict[int, int]:
    """Offsets of single marks that open or close a quotation."""
    closing = [match.start() for match in CLOSING_SINGLE.finditer(line)] if "'" in line or "’" in line else []
    found: dict[int, int] = {}
    after = 0
    for match in OPENING_SINGLE.finditer(line) if closing else ():
        start = match.start()
        if start < after:
            continue
        end = _end(line, start, closing)
        if end is not None:
            found[start], found[end] = OPENS, CLOSES
            after = end
    return found


def _end(line: str, start: int, closing: list[int]) -> int | None:
    """The closing mark of an opening one. A straight or curly mark after a plural s may be an apostrophe."""
    low = bisect_left(closing, start + FEWEST)
    for place in closing[low : low + MOST_TRIED]:
        sure = line[place - 1] != "s" or line[place + 1 : place + 2] in ("", ",", ".", ";", "?", "!", ")")
        if sure and (line[place] == "’") == (line[start] == "‘"):
            return place
    return None
