"""Features of each line of an HTML page by itself: its words and marks, links, type, and the title.

Whole numbers only (shares in thousandths), so that they are the same on every machine. Each name is
its own documentation; `said.py` puts them into sentences.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from onrecord.lang.html_names import KINDS, kinds_of
from onrecord.text.html_lines import HtmlLine
from onrecord.text.linecounts import COLON, ENDING, Ints, LineCounts, count_lines

Columns = dict[str, Ints]
MOST_TITLE = 400
MIN_TITLE = 8
MOST_REPEATS = 20
MOST_TITLES = 6
PROSE_WORDS = 8


def share(part: Ints, whole: Ints) -> Ints:
    """Thousandths, rounded down; 0 of nothing."""
    return part * 1000 // np.maximum(whole, 1)


def own_features(lines: Sequence[HtmlLine], titles: Sequence[str]) -> Columns:
    """What can be seen of each line by itself, and against the titles that the page gives itself."""
    counted = _count([line.text for line in lines])
    counts = counted.counts
    length = counts["length"]
    letters = counts["upper"] + counts["lower"] + counts["caseless"]
    words = np.maximum(counts["words"], 1)
    linked = np.minimum(_numbers([line.linked for line in lines]), length)
    found = {
        "length": length,
        "words": counts["words"],
        "letters a word": letters * 10 // words,
        "letters": share(letters, length),
        "link text": share(linked, length),
        "links": _numbers([line.links for line in lines]),
        "bold or italic": share(np.minimum(_numbers([line.strong for line in lines]), length), length),
        "ends a sentence": (counts["ends"] == ENDING).astype(np.int64),
        "ends in a colon": (counts["ends"] == COLON).astype(np.int64),
        "sentence ends inside": counts["inner ends"],
        "commas": counts["commas"],
        "digits": share(counts["digits"], length),
        "capital letters": share(counts["upper"], letters),
        "capital words": share(counts["capitals"], words),
        "small short words": share(counts["small short"], words),
        "long words": share(counts["long"], words),
        "dates": counts["dates"],
        "years": counts["years"],
        "addresses": counts["addresses"],
        "bars": counts["bars"],
        "quotation marks": counts["quotes"],
        "brackets": counts["brackets"],
        "begins with": counts["begins"],
        "times on the page": _repeats(lines),
    }
    found |= _inner(lines)
    found |= _titled(lines, titles, counted)
    return found


def linked_characters(columns: Columns) -> Ints:
    """Characters of each line that are link text, to the thousandth."""
    return columns["link text"] * columns["length"] // 1000


def prose_characters(columns: Columns) -> Ints:
    """Characters outside links, of lines that end like a sentence or have eight words."""
    free = columns["length"] - linked_characters(columns)
    return free * ((columns["words"] >= PROSE_WORDS) | (columns["ends a sentence"] > 0))


def _count(texts: Sequence[str]) -> LineCounts:
    lengths = _numbers([len(text) for text in texts])
    ends = np.cumsum(lengths + 1) - 1
    return count_lines("\n".join(texts), list(ends - lengths), list(ends))


def _numbers(values: Sequence[int]) -> Ints:
    return np.array(values, np.int64)


def _repeats(lines: Sequence[HtmlLine]) -> Ints:
    times = Counter(line.text for line in lines)
    return _numbers([min(times[line.text], MOST_REPEATS) for line in lines])


def _inner(lines: Sequence[HtmlLine]) -> Columns:
    """What the inline elements of a line call themselves."""
    bits = _numbers([kinds_of(line.inner) if line.inner else 0 for line in lines])
    return {f"inline {kind}": (bits >> number) & 1 for number, kind in enumerate(KINDS)}


def _titled(lines: Sequence[HtmlLine], titles: Sequence[str], counted: LineCounts) -> Columns:
    """Lines that are a title of the page (2), are part of one or hold one (1); words shared with titles."""
    folded = list(dict.fromkeys(title.casefold() for title in titles if len(title) >= MIN_TITLE))
    folded = folded[:MOST_TITLES]
    match = _numbers([_title_match(line.text, folded) for line in lines])
    shared = np.zeros(len(lines), np.int64)
    if folded:
        known = np.unique(_count(folded).stems)
        pairs = np.isin(counted.stems, known)
        shared = np.bincount(counted.stem_lines[pairs], minlength=len(lines))
    return {"is the title": match, "words of the title": shared}


def _title_match(line: str, titles: Sequence[str]) -> int:
    if not MIN_TITLE <= len(line) <= MOST_TITLE:
        return 0
    own = line.casefold()
    if own in titles:
        return 2
    near = any((own in title or title in own) and 3 * len(own) >= len(title) for title in titles)
    return int(near)
