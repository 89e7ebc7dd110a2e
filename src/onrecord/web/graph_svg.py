"""Laying out the source graph: columns of boxes that never overlap, curves between them.

Boxes are placed by the layered method of Sugiyama, Tagawa and Toda (1981): columns are given by
the chains, the order within a column by the mean place of what a box is connected to.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.data import HopKind
from onrecord.query.graph import Evidence, GraphEdge, GraphNode, SourceGraph

BOX = 208
LINE = 17
PAD = 8
GAP = 12
COLUMN_GAP = 64
TOP = 30
MARGIN = 2
UNITS = 29.0
LINES = 2
SWEEPS = 4


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A box: its place, the lines of its label, how it is drawn and what it opens."""

    node: GraphNode
    x: float
    y: float
    height: float
    lines: tuple[str, ...]
    note: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """A curve from a box to the one it took from."""

    path: str
    width: float
    near: str
    far: str
    edge: GraphEdge


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole graph in SVG units (one a pixel)."""

    width: float
    height: float
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    headings: tuple[tuple[float, str], ...]


def draw(graph: SourceGraph) -> Drawing | None:
    """Place the graph; None when it is empty."""
    if not graph.nodes:
        return None
    columns = _columns(graph)
    nodes = _place(columns)
    by_key = {drawn.node.key: drawn for drawn in nodes}
    return Drawing(
        width=len(columns) * (BOX + COLUMN_GAP) - COLUMN_GAP + 2 * MARGIN,
        height=max(drawn.y + drawn.height for drawn in nodes) + MARGIN + 6,
        nodes=nodes,
        edges=tuple(_edge(edge, by_key) for edge in graph.edges if {edge.near, edge.far} <= by_key.keys()),
        headings=tuple(
            (MARGIN + place * (BOX + COLUMN_GAP), _heading(column)) for place, column in enumerate(columns)
        ),
    )


def _columns(graph: SourceGraph) -> list[list[GraphNode]]:
    found: dict[int, list[GraphNode]] = {}
    for node in graph.nodes:
        found.setdefault(node.column, []).append(node)
    columns = [found[number] for number in sorted(found)]
    return _uncross(columns, graph.edges)


def _uncross(columns: list[list[GraphNode]], edges: Sequence[GraphEdge]) -> list[list[GraphNode]]:
    near: dict[str, list[str]] = {}
    for edge in edges:
        near.setdefault(edge.far, []).append(edge.near)
        near.setdefault(edge.near, []).append(edge.far)
    for sweep in range(SWEEPS):
        order = range(1, len(columns)) if sweep % 2 == 0 else range(len(columns) - 2, -1, -1)
        for number in order:
            side = columns[number - 1] if sweep % 2 == 0 else columns[number + 1]
            places = {node.key: place for place, node in enumerate(side)}
            columns[number] = _by_mean(columns[number], near, places)
    return columns


def _by_mean(
    column: list[GraphNode], near: Mapping[str, list[str]], places: Mapping[str, int]
) -> list[GraphNode]:
    def mean(item: tuple[int, GraphNode]) -> tuple[float, int]:
        place, node = item
        known = [places[key] for key in near.get(node.key, ()) if key in places]
        return (sum(known) / len(known) if known else float(place)), place

    return [node for _, node in sorted(enumerate(column), key=mean)]


def _place(columns: Sequence[Sequence[GraphNode]]) -> tuple[DrawnNode, ...]:
    lines = {node.key: wrap(node.label) for column in columns for node in column}
    heights = {key: len(found) * LINE + 2 * PAD for key, found in lines.items()}
    for column in columns:
        for node in column:
            heights[node.key] += LINE if _note(node) else 0
    tall = [sum(heights[node.key] + GAP for node in column) - GAP for column in columns]
    nodes = []
    for number, column in enumerate(columns):
        y = TOP + (max(tall) - tall[number]) / 2
        for node in column:
            nodes.append(
                DrawnNode(
                    node=node,
                    x=MARGIN + number * (BOX + COLUMN_GAP),
                    y=round(y, 1),
                    height=heights[node.key],
                    lines=lines[node.key],
                    note=_note(node),
                    evidence=next((one for one in node.evidence if one.span), None),
                )
            )
            y += heights[node.key] + GAP
    return tuple(nodes)


def _note(node: GraphNode) -> str:
    if node.kind == "page":
        return f"and {len(node.articles) - 1} taken from it" if len(node.articles) > 1 else ""
    if node.kind == HopKind.SOURCE and node.status is not None:
        return f"{node.status}{', unnamed' if node.unnamed else ''}"
    return ""


def _edge(edge: GraphEdge, nodes: Mapping[str, DrawnNode]) -> DrawnEdge:
    near, far = nodes[edge.near], nodes[edge.far]
    y1, y2 = near.y + near.height / 2, far.y + far.height / 2
    x1, x2 = near.x + BOX, far.x
    if far.x <= near.x:
        x2 = far.x + BOX
        out = max(x1, x2) + COLUMN_GAP / 2
        path = f"M{x1:g} {y1:g}C{out:g} {y1:g} {out:g} {y2:g} {x2:g} {y2:g}"
    else:
        half = min(COLUMN_GAP, x2 - x1) / 2
        path = f"M{x1:g} {y1:g}C{x1 + half:g} {y1:g} {x2 - half:g} {y2:g} {x2:g} {y2:g}"
    width = min(1.2 + 0.4 * (edge.attributions - 1), 4.0)
    return DrawnEdge(path, round(width, 1), " ".join(near.lines), " ".join(far.lines), edge)


def _heading(column: Sequence[GraphNode]) -> str:
    kinds = {node.kind for node in column}
    if kinds == {"page"}:
        return "Pages"
    if kinds == {str(HopKind.SOURCE)}:
        return "Sources"
    return "Outlets" if str(HopKind.OUTLET) in kinds else "Outlets cited"


def wrap(label: str, units: float = UNITS, lines: int = LINES) -> tuple[str, ...]:
    """A label in a few lines that fit the box; what does not fit is cut with an ellipsis."""
    rows: list[str] = [""]
    for word in label.split()[:60]:
        longer = f"{rows[-1]} {word}".strip()
        if width_of(longer) <= units or not rows[-1]:
            rows[-1] = longer
        else:
            rows.append(word)
    kept = [_cut(row, units) for row in rows[:lines]]
    if len(rows) > lines:
        kept[-1] = _cut(kept[-1] + " …", units)
    return tuple(kept)


def _cut(row: str, units: float) -> str:
    if width_of(row) <= units:
        return row
    row = row.removesuffix("…").rstrip()
    while row and width_of(row + "…") > units:
        row = row[:-1]
    return row.rstrip() + "…"


def width_of(text: str) -> float:
    """About how wide a text is set, in units of an average letter."""
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 2.0
    if character in "iljtfr.,:;'|!() ":
        return 0.65
    if unicodedata.combining(character):
        return 0.0
    return 1.35 if character in "mwMW@—…" else 1.2 if character.isupper() else 1.0
