"""All features of the lines of an HTML page in one table: what the trained model is asked with."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.stages.article.extract.blocks.own import Columns, own_features
from onrecord.stages.article.extract.blocks.place import place_features
from onrecord.stages.article.extract.blocks.tree import Tree, tree_of
from onrecord.text.html_lines import HtmlLines


@dataclass(frozen=True, slots=True)
class BlockFeatures:
    """`rows[i]` are the features of line `i`, in the order of `names`."""

    names: tuple[str, ...]
    rows: NDArray[np.float32]
    tree: Tree
    columns: Columns


def block_features(page: HtmlLines, titles: Sequence[str]) -> BlockFeatures:
    """The features of all lines of a page that has lines. Linear in the page."""
    tree = tree_of(page)
    columns = own_features(page.lines, titles)
    columns |= place_features(tree, columns)
    return BlockFeatures(tuple(columns), table(columns), tree, columns)


def table(columns: Columns) -> NDArray[np.float32]:
    """Columns side by side."""
    return np.stack(list(columns.values()), axis=1).astype(np.float32)
