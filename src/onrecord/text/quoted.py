"""Which parts of a text stand in quotation marks, whatever the marks are."""

import re
from bisect import bisect_right

# Opening mark -> closing marks it pairs with. Straight marks open and close alike.
_PAIRS = {
    "“": "”“\"",
    "„": "“”\"",
    "«": "»",
    "»": "«",
    "‘": "’'",
    "‚": "‘’",
    '"': "\"”",
    "'": "'’",
}
_MARK = re.compile("[“”„«»‘’‚\"']")
MAX_QUOTE = 3000
MAX_MARKS = 40


def _inside_word(text: str, place: int) -> bool:
    """Whether a mark stands between two letters: an apostrophe ("don't")."""
    return 0 < place < len(text) - 1 and text[place - 1].isalnum() and text[place + 1].isalnum()


def _can_open(text: str, place: int) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([{-–—/:\"“‘'")


def _can_close(text: str, place: int) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return not before.isspace() and not after.isalnum()


def _last_place(text: str, start: int) -> int:
    """The last offset at which a quotation opened at `start` may close."""
    blank = text.find("\n\n", start, start + MAX_QUOTE)
    return blank if blank >= 0 else start + MAX_QUOTE


def quoted(text: str) -> list[tuple[int, int]]:
    """Ranges between quotation marks (marks left out), outermost only, in order.

    A quotation ends at the next mark that can close it, at the latest after MAX_QUOTE characters or
    an empty line; what has no such mark (among the next MAX_MARKS marks) is no quotation.
    """
    places = [m.start() for m in _MARK.finditer(text) if not _inside_word(text, m.start())]
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(places):
        start = places[index]
        closing = _PAIRS.get(text[start])
        index += 1
        if closing is None or not _can_open(text, start):
            continue
        stop = _last_place(text, start)
        for later in range(index, min(index + MAX_MARKS, len(places))):
            place = places[later]
            if place > stop:
                break
            if text[place] in closing and _can_close(text, place):
                if place > start + 1:
                    found.append((start + 1, place))
                index = later + 1
                break
    return found


def is_inside(ranges: list[tuple[int, int]], place: int) -> bool:
    """Whether offset `place` lies in one of the sorted, disjoint `ranges`."""
    index = bisect_right(ranges, (place, float("inf"))) - 1
    return index >= 0 and ranges[index][0] <= place < ranges[index][1]
