"""Lines of a PDF to paragraphs, across columns and pages, with words put together that line ends cut."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from onrecord.readers.pdf_lines import Line
from onrecord.text.hyphens import FIRST_PART, LAST_PART, Hyphens, count_words

BULLET = re.compile(
    r"(?:[\u2022\u2023\u25e6\u25aa\u25cf\u25a0\u2013\u2014*\u00b7-]|\(?\d{1,3}[.)]|[a-z]\))\s"
)
ENDS = re.compile(r"[.!?:;\u2026\u3002][\"'\u201d\u2019\u00bb\u201c)\]]{0,3}\Z")
CELLS = "\t"
"""What stands between the cells of a row."""
MORE_LEADING = 1.22
"""Lines farther apart than this many usual distances are two paragraphs."""
SAME_SIZE = 0.12
INDENT = 0.8
"""A first line's indent, in font sizes."""
ROOM = 1.0
"""A line that leaves room for the next line's first word, and this much more, was ended on purpose."""
STEP = 3.0
"""Lines whose left edges fall into one step of so many points begin alike."""
ALIKE = 3
"""Lines that begin alike from which they may have a right edge of their own (an indented quotation) ..."""
RAGGED = 6.0
"""... if two thirds of them come within so many font sizes of it."""
USUAL = 1.2
"""Distance of lines in font sizes where the document shows none."""


def paragraphs(pages: list[list[Line]]) -> list[str]:
    """The paragraphs of a document; a header or footer that falls into one stands after it."""
    lines = [line for page in pages for line in page]
    usual = _usual_leading(lines)
    hyphens = _hyphens(lines)
    edges = _edges([line for line in lines if not line.running], usual)
    found: list[str] = []
    waiting: list[str] = []
    current: list[Line] = []

    def close() -> None:
        if current:
            found.append(_text_of(current, hyphens))
        found.extend(waiting)
        current.clear()
        waiting.clear()

    for line in lines:
        if line.running:
            waiting.append(line.text + ("-" if line.cut else ""))
            continue
        if not current or not _continues(current[-1], line, usual, edges):
            close()
        current.append(line)
    close()
    return found


def _usual_leading(lines: list[Line]) -> float:
    """The distance of lines in font sizes that is met most often in the document."""
    met: Counter[float] = Counter()
    for last, line in pairwise(lines):
        if last.page == line.page and _same_size(last, line) and last.bottom > line.bottom:
            ratio = round((last.bottom - line.bottom) / line.size, 1)
            if 0.9 <= ratio <= 3.5:
                met[ratio] += 1
    return max(met, key=lambda ratio: (met[ratio], -ratio)) if met else USUAL


def _same_size(first: Line, second: Line) -> bool:
    return abs(first.size - second.size) <= SAME_SIZE * max(first.size, second.size)


def _below(last: Line, line: Line) -> bool:
    """`line` stands under `last` in one column."""
    overlap = min(last.right, line.right) - max(last.left, line.left)
    return last.page == line.page and last.bottom > line.bottom and overlap > 0


class Edge(NamedTuple):
    """Of a line: the left edge of its column, the right edge of the lines that begin as it does, and
    whether lines that begin so are the first of paragraphs, as the others of the column show."""

    left: float
    right: float
    is_first: bool


def _edges(lines: list[Line], usual: float) -> dict[int, Edge]:
    """Where each line stands in its column, by the line's identity."""
    found: dict[int, Edge] = {}
    column: list[Line] = []
    for line in lines:
        if column:
            last = column[-1]
            near = last.bottom - line.bottom <= 3 * usual * line.size
            if not (_below(last, line) and _same_size(last, line) and near):
                found.update(_column_edges(column))
                column = []
        column.append(line)
    found.update(_column_edges(column))
    return found


def _column_edges(column: list[Line]) -> Iterator[tuple[int, Edge]]:
    if not column:
        return
    left, right = min(line.left for line in column), max(line.right for line in column)
    alike: dict[int, list[float]] = defaultdict(list)
    outdented: Counter[int] = Counter()
    for line, following in zip(column, [*column[1:], None], strict=True):
        alike[_step(line)].append(line.right)
        if following is not None and line.left - following.left > INDENT * line.size:
            outdented[_step(line)] += 1
    for rights in alike.values():
        rights.sort()
    for line in column:
        rights = alike[_step(line)]
        block = len(rights) >= ALIKE and rights[len(rights) // 3] > rights[-1] - RAGGED * line.size
        is_first = 2 * outdented[_step(line)] > len(rights) and line.left > left + INDENT * line.size
        yield id(line), Edge(left, rights[-1] if block else right, is_first)


def _step(line: Line) -> int:
    return round(line.left / STEP)


def _continues(last: Line, line: Line, usual: float, edges: dict[int, Edge]) -> bool:
    """Whether `line` goes on with the paragraph that `last` belongs to."""
    is_row = CELLS in last.text or CELLS in line.text
    if is_row or not _same_size(last, line) or BULLET.match(line.text):
        return False
    if not _below(last, line):
        # The next column, the next page: only a sentence that is not at its end goes on there.
        moved = last.page != line.page or line.bottom > last.bottom
        return moved and (last.cut or (line.text[:1].islower() and not ENDS.search(last.text[-8:])))
    if last.bottom - line.bottom > MORE_LEADING * usual * line.size:
        return False
    return last.cut or not _begins(last, line, edges[id(line)])


def _begins(last: Line, line: Line, edge: Edge) -> bool:
    """Whether a line at the usual distance begins a paragraph: by its indent, or by the room left above."""
    hangs = BULLET.match(last.text) is not None
    if edge.is_first:
        return not hangs
    if line.left > last.left + INDENT * line.size and abs(last.left - edge.left) < 0.5 * line.size:
        return not hangs
    room = max(edge.right, last.right) - ROOM * line.size - (last.right + 0.3 * line.size)
    return line.first < room


def _hyphens(lines: list[Line]) -> Hyphens:
    words = count_words([LAST_PART.sub("", line.text) if line.cut else line.text for line in lines])
    pairs: list[tuple[str, str]] = []
    for last, line in pairwise(lines):
        before, after = LAST_PART.search(last.text[-80:]), FIRST_PART.match(line.text)
        if last.cut and before is not None and after is not None:
            pairs.append((before.group(), after.group()))
    return Hyphens(words, pairs)


def _text_of(lines: list[Line], hyphens: Hyphens) -> str:
    parts: list[str] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        parts.append(line.text)
        if following is None:
            parts.append("-" if line.cut else "")
        else:
            parts.append(hyphens.between(line.text, following.text) if line.cut else " ")
    return "".join(parts)
