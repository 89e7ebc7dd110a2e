"""The block elements of an HTML page as arrays: which line stands in which, and sums over each block."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.lang.html_names import KINDS, kinds_of
from onrecord.text.html_lines import HtmlLines
from onrecord.text.linecounts import Ints

TAGS = (
    "article", "main", "aside", "header", "footer", "nav", "form", "section", "table", "ul", "ol", "li",
    "figure", "blockquote",
)  # fmt: skip
FLAGS = (*KINDS, *(f"<{tag}>" for tag in TAGS))
UP = 10


@dataclass(frozen=True, slots=True)
class Tree:
    """Blocks in the order of the page, and one more: the page itself, its own parent, at the end.

    `up[k]` is, for each line, the block `k` steps above the one it stands in. `first` and `last` (half
    open) are the lines of each block; `flags` has a bit for each of FLAGS; `look` numbers the blocks of
    each line by tag, names and parent's tag: lines of one look are formatted alike.
    """

    up: NDArray[np.int64]
    first: Ints
    last: Ints
    flags: Ints
    depth: Ints
    look: Ints
    tags: tuple[str, ...]

    def sums(self, values: Ints) -> Ints:
        """The sum of the lines' values in each block."""
        total = np.concatenate(([0], np.cumsum(values)))
        return total[self.last] - total[self.first]


def tree_of(page: HtmlLines) -> Tree:
    """The arrays of a page. Linear in its blocks and lines."""
    blocks, lines = page.blocks, page.lines
    outer = len(blocks)
    parent = np.array([*(block.parent for block in blocks), outer], np.int64)
    parent[parent < 0] = outer
    own = np.array([line.block for line in lines], np.int64)
    own[own < 0] = outer
    up = np.empty((UP + 1, len(lines)), np.int64)
    up[0] = own
    for step in range(UP):
        up[step + 1] = parent[up[step]]
    depth = [0] * (outer + 1)
    for place, block in enumerate(blocks):
        depth[place] = depth[block.parent] + 1 if block.parent >= 0 else 1
    bits = {tag: 1 << (len(KINDS) + number) for number, tag in enumerate(TAGS)}
    flags = [kinds_of(block.names) | bits.get(block.tag, 0) for block in blocks]
    looks: dict[tuple[str, str, str], int] = {}
    look = []
    for block in blocks:
        above = blocks[block.parent].tag if block.parent >= 0 else ""
        look.append(looks.setdefault((block.tag, block.names, above), len(looks)))
    look.append(len(looks))
    return Tree(
        up=up,
        first=np.array([*(block.first for block in blocks), 0], np.int64),
        last=np.array([*(block.last for block in blocks), len(lines)], np.int64),
        flags=np.array([*flags, 0], np.int64),
        depth=np.array(depth, np.int64),
        look=np.array(look, np.int64)[own],
        tags=tuple(blocks[place].tag if place < outer else "body" for place in own.tolist()),
    )
