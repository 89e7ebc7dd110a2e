"""Features of where a line of an HTML page stands: elements above it, lines beside it, the page."""

import numpy as np

from onrecord.stages.article.extract.blocks.own import Columns, linked_characters, prose_characters, share
from onrecord.stages.article.extract.blocks.tree import FLAGS, UP, Tree
from onrecord.text.linecounts import Ints

OWN_TAGS = (
    "p", "li", "h1", "h2", "h3", "h4", "td", "div", "figcaption", "blockquote", "dt", "dd", "pre", "button",
    "label", "section", "article", "body", "ul", "header", "footer", "address", "th",
)  # fmt: skip
LEVELS = (1, 2, 3, 4, 6, 8)
STEPS = (-2, -1, 1, 2)
REACHES = (3, 8)
FAR = 500
HEADS = ("h1", "h2")


def place_features(tree: Tree, own: Columns) -> Columns:
    """All features that need the tree or the lines beside a line."""
    return {
        **_above(tree),
        **_tags(tree),
        **_levels(tree, own),
        **_page(own),
        **_look(tree, own),
        **_from_title(tree, own),
        **_beside(tree, own),
    }


def _above(tree: Tree) -> Columns:
    """How many steps above the line the nearest element of each kind is; UP + 1 when none is near."""
    lines = tree.up.shape[1]
    numbers = np.arange(len(FLAGS))[:, None]
    near = np.full((len(FLAGS), lines), UP + 1, np.int64)
    for step in range(UP, -1, -1):
        has = (tree.flags[tree.up[step]][None, :] >> numbers) & 1
        near[has > 0] = step
    return {f"steps up to {flag}": near[number] for number, flag in enumerate(FLAGS)}


def _tags(tree: Tree) -> Columns:
    codes = {tag: number for number, tag in enumerate(OWN_TAGS)}
    own = np.array([codes.get(tag, -1) for tag in tree.tags], np.int64)
    found = {f"in <{tag}>": (own == number).astype(np.int64) for tag, number in codes.items()}
    found["depth"] = tree.depth[tree.up[0]]
    return found


def _levels(tree: Tree, own: Columns) -> Columns:
    """What the elements above a line hold as a whole."""
    length, linked, prose = own["length"], linked_characters(own), prose_characters(own)
    sizes, links, proses = tree.sums(length), tree.sums(linked), tree.sums(prose)
    count = tree.last - tree.first
    all_prose = np.full(len(sizes), prose.sum())
    linked_share, prose_share = share(links, sizes), share(proses, all_prose)
    average = sizes // np.maximum(count, 1)
    index = np.arange(len(length))
    found: Columns = {}
    for level in LEVELS:
        at = tree.up[level]
        where = f"in the element {level} up"
        found[f"characters {where}"] = sizes[at]
        found[f"link text {where}"] = linked_share[at]
        found[f"share of all text {where}"] = prose_share[at]
        found[f"lines {where}"] = count[at]
        found[f"place {where}"] = share(index - tree.first[at], count[at])
        found[f"characters a line {where}"] = average[at]
    return found


def _page(own: Columns) -> Columns:
    length, prose = own["length"], prose_characters(own)
    size = len(length)
    index = np.arange(size)
    whole, all_prose = np.full(size, length.sum()), np.full(size, prose.sum())
    return {
        "place on the page": share(index, np.full(size, size)),
        "share of characters above": share(np.cumsum(length) - length, whole),
        "share of text above": share(np.cumsum(prose) - prose, all_prose),
        "lines of the page": np.full(size, size),
        "characters of the page": whole,
        "text of the page": all_prose,
    }


def _look(tree: Tree, own: Columns) -> Columns:
    """All lines of the page that are formatted like this one."""
    look = tree.look
    kinds = int(look.max(initial=0)) + 1

    def total(values: Ints) -> Ints:
        sums = np.zeros(kinds, np.int64)
        np.add.at(sums, look, values)
        return sums

    length, prose = own["length"], prose_characters(own)
    count, size = np.bincount(look, minlength=kinds), total(length)
    all_prose = np.full(kinds, prose.sum())
    return {
        "lines formatted alike": count[look],
        "characters a line formatted alike": (size // np.maximum(count, 1))[look],
        "link text of lines formatted alike": share(total(linked_characters(own)), size)[look],
        "share of all text formatted alike": share(total(prose), all_prose)[look],
    }


def _from_title(tree: Tree, own: Columns) -> Columns:
    """How many lines below the page's title (its heading, else any line of it, else the first <h1>)."""
    size = len(tree.tags)
    titled = np.flatnonzero(own["is the title"])
    heading = next((place for place in titled.tolist() if tree.tags[place] in HEADS), None)
    if heading is None and len(titled):
        heading = int(titled[0])
    if heading is None:
        heading = next((place for place, tag in enumerate(tree.tags) if tag == "h1"), None)
    index = np.arange(size)
    below = np.clip(index - heading, -FAR, FAR) if heading is not None else np.full(size, FAR + 1)
    return {"lines below the title": below}


def _beside(tree: Tree, own: Columns) -> Columns:
    """The lines above and below, and what is linked or text in their reach."""
    found: Columns = {}
    columns = {name: own[name] for name in ("length", "link text", "ends a sentence")}
    for step in STEPS:
        where = f"{abs(step)} {'above' if step < 0 else 'below'}"
        for name, values in columns.items():
            found[f"{name} {where}"] = shifted(values, step, -1)
        found[f"formatted like the line {where}"] = _same(tree.look, step)
        found[f"in one element with the line {where}"] = _same(tree.up[1], step)
    linked, prose = linked_characters(own), prose_characters(own)
    for reach in REACHES:
        sums, count = around(prose, reach)
        found[f"text in {reach} lines around"] = sums // count
        found[f"link text in {reach} lines around"] = share(
            around(linked, reach)[0], around(own["length"], reach)[0]
        )
    return found


def shifted(values: Ints, step: int, empty: int) -> Ints:
    """Values `step` lines on; `empty` beyond the page."""
    moved = np.full(len(values), empty, np.int64)
    if abs(step) < len(values):
        if step < 0:
            moved[-step:] = values[:step]
        else:
            moved[:-step] = values[step:]
    return moved


def around(values: Ints, reach: int) -> tuple[Ints, Ints]:
    """The sum of the values up to `reach` lines above and below, and how many lines that is."""
    index = np.arange(len(values))
    low, high = np.maximum(index - reach, 0), np.minimum(index + reach + 1, len(values))
    sums = np.concatenate(([0], np.cumsum(values)))
    return sums[high] - sums[low], high - low


def _same(values: Ints, step: int) -> Ints:
    same: Ints = (shifted(values, step, -1) == values).astype(np.int64)
    return same
