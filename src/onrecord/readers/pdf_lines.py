"""Words of a PDF page, with their boxes, to lines in reading order.

PDFs hold no lines: words stand where the producer put them, mostly in reading order. That order is kept,
except where it runs across columns row by row, and for headers and footers that recur on pages.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import islice

SAME_LINE = 0.5
"""Two words on one line: their baselines differ by less than this, in font sizes."""
WIDE_GAP = 2.0
"""A gap between words wider than this, in font sizes, separates columns or cells."""
NO_GAP = 0.15
"""Pieces nearer than this, in font sizes, are one word."""
LEAST_GUTTER = 0.5
"""Width of the gutter between columns, in font sizes."""
LEAST_ROWS = 4
"""Rows cut by one gutter from which the two sides are columns, and not a table."""
LEAST_CELL = 14
"""Letters that the pieces of a column have in the middle (of a table: fewer)."""
LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st"}
)
DIGITS = re.compile(r"\d+")
EDGE = 3
"""Lines at the top and at the bottom of a page that may be its header and footer."""
SAME_HEIGHT = 6.0
"""Points by which a header may move from page to page."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box in points, the origin at the lower left; `bottom` is its baseline.

    `after`: "" nothing, " " a space, "-" a hyphen that ends the line.
    """

    text: str
    left: float
    bottom: float
    right: float
    size: float
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of one that a wide gap ends. `first` is the width of its first word.

    `cut`: it ends in a hyphen, which `text` does not hold. `running`: a header or footer of the pages.
    """

    page: int
    text: str
    left: float
    bottom: float
    right: float
    size: float
    first: float
    cut: bool = False
    running: bool = False


def page_lines(page: int, words: list[Word]) -> list[Line]:
    """Lines of one page in reading order; cells of one row in one line."""
    return _rows_joined(_untangled(_pieces(page, words)))


def _pieces(page: int, words: list[Word]) -> list[Line]:
    """Runs of words on one baseline without a wide gap."""
    pieces: list[Line] = []
    run: list[Word] = []
    for word in words:
        if run and not _goes_on(run[-1], word):
            pieces.append(_piece(page, run))
            run = []
        run.append(word)
    if run:
        pieces.append(_piece(page, run))
    return [piece for piece in pieces if piece.text]


def _goes_on(last: Word, word: Word) -> bool:
    size = max(last.size, word.size, 1.0)
    level = abs(word.bottom - last.bottom) < SAME_LINE * size
    return level and -0.5 * size < word.left - last.right < WIDE_GAP * size


def _piece(page: int, run: list[Word]) -> Line:
    parts: list[str] = []
    for word, following in zip(run, [*run[1:], None], strict=True):
        parts.append(word.text)
        if following is not None and (word.after == " " or following.left - word.right > NO_GAP * word.size):
            parts.append("- " if word.after == "-" else " ")
        elif following is not None and word.after == "-":
            parts.append("-")
    letters: dict[float, int] = defaultdict(int)
    for word in run:
        letters[word.size] += len(word.text)
    size = max(letters, key=lambda size: (letters[size], size))
    base = next(word for word in run if word.size == size)
    left, right = min(word.left for word in run), max(word.right for word in run)
    text = " ".join("".join(parts).translate(LIGATURES).split())
    cut = run[-1].after == "-" or (len(text) > 1 and text[-1] in "-\u2010" and text[-2].isalnum())
    text = text[:-1] if cut and text[-1] in "-\u2010" else text
    return Line(page, text, left, base.bottom, right, max(size, 1.0), run[0].right - run[0].left, cut)


def _untangled(pieces: list[Line]) -> list[Line]:
    """Columns that the file gives row by row, one after the other."""
    found: list[Line] = []
    at = 0
    while at < len(pieces):
        end, gutter = _rows_with_gutter(pieces, at)
        found += pieces[at:end] if gutter is None else _column_by_column(pieces[at:end], gutter)
        at = end
    return found


def _column_by_column(pieces: list[Line], gutter: float) -> list[Line]:
    """The first column, the second, and so on, of rows that a gutter cuts."""
    found: list[Line] = []
    cut: float | None = gutter
    while cut is not None:
        found += [piece for piece in pieces if piece.right <= cut]
        pieces = [piece for piece in pieces if piece.right > cut]
        end, cut = _rows_with_gutter(pieces, 0) if pieces else (0, None)
        cut = cut if end == len(pieces) else None
    return found + pieces


def _rows_with_gutter(pieces: list[Line], start: int) -> tuple[int, float | None]:
    """The end of the rows from `start` that one gutter cuts, and where; None when they are no columns."""
    low, high = float("-inf"), float("inf")
    at, rows = start, 0
    sizes: tuple[list[int], list[int]] = ([], [])
    while at < len(pieces):
        first = pieces[at]
        if rows and first.bottom > pieces[at - 1].bottom:
            break
        if at + 1 < len(pieces) and _one_row(first, pieces[at + 1]):
            second = pieces[at + 1]
            if min(high, second.left) - max(low, first.right) < LEAST_GUTTER * first.size:
                break
            low, high = max(low, first.right), min(high, second.left)
            rows += 1
            sizes[0].append(len(first.text))
            sizes[1].append(len(second.text))
            at += 2
            while at < len(pieces) and _one_row(second, pieces[at]):
                at += 1
        elif rows and (first.right <= high or first.left >= low):
            low, high = (max(low, first.right), high) if first.right <= high else (low, min(high, first.left))
            at += 1
        else:
            break
    wide = all(sorted(side)[len(side) // 2] >= LEAST_CELL for side in sizes if side)
    return max(at, start + 1), low if rows >= LEAST_ROWS and wide else None


def _one_row(first: Line, second: Line) -> bool:
    level = abs(first.bottom - second.bottom) < SAME_LINE * min(first.size, second.size)
    return level and second.left >= first.right


def _rows_joined(pieces: list[Line]) -> list[Line]:
    """Pieces that still follow one another on one row (a table's cells, a header's sides): one line."""
    lines: list[Line] = []
    for piece in pieces:
        if lines and _one_row(lines[-1], piece):
            last = lines[-1]
            text = f"{last.text}{'-' if last.cut else ''}\t{piece.text}"
            lines[-1] = replace(last, text=text, right=piece.right, cut=piece.cut)
        else:
            lines.append(piece)
    return lines


def mark_running(pages: list[list[Line]]) -> list[list[Line]]:
    """Headers and footers marked, headers first on their page and footers last.

    A line is one when it stands within the first or last lines of its page, and at that height other
    pages have the same line but for numbers: two pages of two or three, three of more.
    """
    least = 2 if len(pages) <= 3 else 3
    edges = [_edge_lines(page) for page in pages]
    heights: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, edge in enumerate(edges):
        for line in edge:
            heights[_shape(line)].append((line.bottom, number))
    for met in heights.values():
        met.sort()
    return [
        _placed([replace(line, running=line in edge and _recurs(line, heights, least)) for line in page])
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edge_lines(page: list[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.bottom)
    return ordered[:EDGE] + ordered[max(EDGE, len(ordered) - EDGE) :]


def _shape(line: Line) -> str:
    return DIGITS.sub("0", line.text.casefold())


def _recurs(line: Line, heights: dict[str, list[tuple[float, int]]], least: int) -> bool:
    met = heights[_shape(line)]
    pages = set()
    for height, page in islice(met, bisect_left(met, (line.bottom - SAME_HEIGHT, 0)), None):
        if height > line.bottom + SAME_HEIGHT:
            break
        pages.add(page)
        if len(pages) >= least:
            return True
    return False


def _placed(page: list[Line]) -> list[Line]:
    running = sorted((line for line in page if line.running), key=lambda line: (-line.bottom, line.left))
    body = [line for line in page if not line.running]
    if not body:
        return running
    middle = (max(line.bottom for line in page) + min(line.bottom for line in page)) / 2
    above = [line for line in running if line.bottom >= middle]
    return above + body + [line for line in running if line.bottom < middle]
