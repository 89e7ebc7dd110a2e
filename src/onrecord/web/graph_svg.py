"""Laying out the source graph: columns of boxes that never overlap, curves between them.

Boxes are placed by the layered method of Sugiyama, Tagawa and Toda (1981): columns are given by
the chains, the order within a column by the mean place of what a box is connected to.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.data import HopKind
from onrecord.query.graph import Evidence, GraphEdge, GraphNode, SourceGraph

BOX = 196
NARROW_BOX = 184
COLUMN_GAP = 60
NARROW_GAP = 44
WIDE_COLUMNS = 4
LINE = 17
PAD = 8
GAP = 12
LANE = 3
LANE_GAP = 5
TOP = 30
LOWEST = 120
MARGIN = 2
LETTER = 7.1
LINES = 2
SWEEPS = 6


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A box: its place, the lines of its label, how it is drawn and what it opens."""

    node: GraphNode
    x: float
    y: float
    width: float
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


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place in a column: a box, or (`node` None) a lane that lines to later columns pass through."""

    key: str
    node: GraphNode | None
    height: float
    gap: float
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Measures:
    """How wide boxes are and how far columns stand apart: narrower when there are many columns."""

    box: int
    gap: int

    def x(self, column: int) -> float:
        """The left edge of a column."""
        return MARGIN + column * (self.box + self.gap)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a slot came to stand."""

    x: float
    y: float
    height: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return round(self.y + self.height / 2, 1)


def draw(graph: SourceGraph) -> Drawing | None:
    """Place the graph; None when it is empty."""
    if not graph.nodes:
        return None
    numbers = {number: place for place, number in enumerate(sorted({node.column for node in graph.nodes}))}
    column_of = {node.key: numbers[node.column] for node in graph.nodes}
    wide = len(numbers) <= WIDE_COLUMNS
    measures = _Measures(BOX, COLUMN_GAP) if wide else _Measures(NARROW_BOX, NARROW_GAP)
    edges = [edge for edge in graph.edges if {edge.near, edge.far} <= column_of.keys()]
    routes = {(edge.near, edge.far): _route(edge, column_of) for edge in edges}
    columns = _uncross(_columns(graph.nodes, column_of, routes, measures), routes)
    spots = _place(columns, measures)
    nodes = tuple(
        _drawn(slot, slot.node, spots[slot.key], measures)
        for column in columns
        for slot in column
        if slot.node
    )
    return Drawing(
        width=measures.x(len(columns)) - measures.gap + MARGIN,
        height=max(spot.y + spot.height for spot in spots.values()) + MARGIN + 6,
        nodes=nodes,
        edges=tuple(_edge(edge, routes[edge.near, edge.far], spots, measures, nodes) for edge in edges),
        headings=tuple((measures.x(place), _heading(column)) for place, column in enumerate(columns)),
    )


def _route(edge: GraphEdge, column_of: Mapping[str, int]) -> tuple[str, ...]:
    """The slots that a line runs through: its ends, and a lane in every column between them."""
    between = range(column_of[edge.near] + 1, column_of[edge.far])
    return (edge.near, *(f"lane {column} {edge.near}" for column in between), edge.far)


def _columns(
    nodes: Sequence[GraphNode],
    column_of: Mapping[str, int],
    routes: Mapping[tuple[str, str], tuple[str, ...]],
    measures: _Measures,
) -> list[list[_Slot]]:
    columns: list[list[_Slot]] = [[] for _ in range(max(column_of.values()) + 1)]
    for node in nodes:
        lines = wrap(node.label, (measures.box - 18) / LETTER)
        height = (len(lines) + bool(_note(node))) * LINE + 2 * PAD
        columns[column_of[node.key]].append(_Slot(node.key, node, height, GAP, lines))
    lanes = {key for route in routes.values() for key in route[1:-1]}
    for key in sorted(lanes):
        columns[int(key.split(" ", 2)[1])].append(_Slot(key, None, LANE, LANE_GAP))
    return columns


def _uncross(
    columns: list[list[_Slot]], routes: Mapping[tuple[str, str], tuple[str, ...]]
) -> list[list[_Slot]]:
    """Order each column by the mean place of what its slots are connected to, there and back again."""
    near: dict[str, set[str]] = {}
    for route in routes.values():
        for one, other in pairwise(route):
            near.setdefault(one, set()).add(other)
            near.setdefault(other, set()).add(one)
    for sweep in range(SWEEPS):
        order = range(1, len(columns)) if sweep % 2 == 0 else range(len(columns) - 2, -1, -1)
        for number in order:
            side = columns[number - 1] if sweep % 2 == 0 else columns[number + 1]
            places = {slot.key: place / max(len(side), 1) for place, slot in enumerate(side)}
            columns[number] = _by_mean(columns[number], near, places)
    return columns


def _by_mean(column: list[_Slot], near: Mapping[str, set[str]], places: Mapping[str, float]) -> list[_Slot]:
    def mean(item: tuple[int, _Slot]) -> tuple[float, int]:
        place, slot = item
        known = sorted(places[key] for key in near.get(slot.key, ()) if key in places)
        return (sum(known) / len(known) if known else place / len(column)), place

    return [slot for _, slot in sorted(enumerate(column), key=mean)]


def _place(columns: Sequence[Sequence[_Slot]], measures: _Measures) -> dict[str, _Spot]:
    """Stack each column, centred on the tallest but never far down (a phone shows one column at a time)."""
    tall = [sum(slot.height + slot.gap for slot in column) for column in columns]
    spots = {}
    for number, column in enumerate(columns):
        y = TOP + min((max(tall) - tall[number]) / 2, LOWEST)
        for slot in column:
            spots[slot.key] = _Spot(measures.x(number), round(y, 1), slot.height)
            y += slot.height + slot.gap
    return spots


def _drawn(slot: _Slot, node: GraphNode, spot: _Spot, measures: _Measures) -> DrawnNode:
    return DrawnNode(
        node=node,
        x=spot.x,
        y=spot.y,
        width=measures.box,
        height=spot.height,
        lines=slot.lines,
        note=_note(node),
        evidence=next((one for one in node.evidence if one.span), None),
    )


def _note(node: GraphNode) -> str:
    if node.kind == "page":
        return f"and {len(node.articles) - 1} taken from it" if len(node.articles) > 1 else ""
    if node.kind == HopKind.SOURCE and node.status is not None:
        return f"{node.status}{', unnamed' if node.unnamed else ''}"
    return ""


def _edge(
    edge: GraphEdge,
    route: tuple[str, ...],
    spots: Mapping[str, _Spot],
    measures: _Measures,
    nodes: Sequence[DrawnNode],
) -> DrawnEdge:
    labels = {drawn.node.key: " ".join(drawn.lines) for drawn in nodes}
    width = min(1.2 + 0.3 * (edge.attributions - 1), 3.6)
    near, far = spots[edge.near], spots[edge.far]
    path = _loop(near, far, measures) if far.x <= near.x else _curve([spots[key] for key in route], measures)
    return DrawnEdge(path, round(width, 1), labels[edge.near], labels[edge.far], edge)


def _loop(near: _Spot, far: _Spot, measures: _Measures) -> str:
    """A line between boxes of one column, or back to an earlier one, drawn around their right sides."""
    x1, x2 = near.x + measures.box, far.x + measures.box
    out = max(x1, x2) + measures.gap / 2
    return f"M{x1:g} {near.middle:g}C{out:g} {near.middle:g} {out:g} {far.middle:g} {x2:g} {far.middle:g}"


def _curve(spots: Sequence[_Spot], measures: _Measures) -> str:
    """A line from box to box, straight across the lanes between."""
    half = measures.gap / 2
    path = f"M{spots[0].x + measures.box:g} {spots[0].middle:g}"
    for one, other in pairwise(spots):
        x1, x2 = one.x + measures.box, other.x
        path += f"C{x1 + half:g} {one.middle:g} {x2 - half:g} {other.middle:g} {x2:g} {other.middle:g}"
        if other is not spots[-1]:
            path += f"H{other.x + measures.box:g}"
    return path


def _heading(column: Sequence[_Slot]) -> str:
    kinds = {slot.node.kind for slot in column if slot.node}
    if kinds == {"page"}:
        return "Pages"
    if kinds == {str(HopKind.SOURCE)}:
        return "Sources"
    return "Outlets" if str(HopKind.OUTLET) in kinds else "Outlets cited"


def wrap(label: str, units: float, lines: int = LINES) -> tuple[str, ...]:
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
