"""The drawn source graph: boxes and labels never overlap, whatever the graph."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import RecordStatus
from onrecord.query.graph import Evidence, GraphEdge, GraphNode, SourceGraph
from onrecord.web.graph_svg import LETTER, draw, width_of, wrap

KINDS = ("page", "outlet", "cited outlet", "source")


@st.composite
def graphs(make: st.DrawFn) -> SourceGraph:
    sizes = make(st.lists(st.integers(1, 6), min_size=1, max_size=6))
    nodes = []
    for column, size in enumerate(sizes):
        for number in range(size):
            label = make(st.text(max_size=60))
            status = make(st.sampled_from([None, *RecordStatus]))
            key = f"{column}-{number}"
            nodes.append(
                GraphNode(key, KINDS[min(column, 3)], label, column, status, False, None, (key,), ())
            )
    keys = [node.key for node in nodes]
    pairs = make(st.sets(st.tuples(st.sampled_from(keys), st.sampled_from(keys)), max_size=25))
    edges = [
        GraphEdge(one, two, 1, (Evidence("ar", None, "why"),)) for one, two in sorted(pairs) if one != two
    ]
    return SourceGraph(tuple(nodes), tuple(edges), len(sizes), 0)


@given(graphs())
def test_boxes_do_not_overlap_and_stay_inside(graph: SourceGraph) -> None:
    drawing = draw(graph)
    assert drawing is not None
    assert len(drawing.nodes) == len(graph.nodes) and len(drawing.edges) == len(graph.edges)
    for number, one in enumerate(drawing.nodes):
        assert one.x >= 0 and one.x + one.width <= drawing.width
        assert one.y >= 0 and one.y + one.height <= drawing.height
        for other in drawing.nodes[number + 1 :]:
            apart_x = one.x + one.width <= other.x or other.x + other.width <= one.x
            apart_y = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert apart_x or apart_y


@given(graphs())
def test_drawing_twice_gives_the_same(graph: SourceGraph) -> None:
    assert draw(graph) == draw(graph)


@given(st.text(max_size=200), st.floats(5, 40))
def test_labels_fit_their_lines(label: str, units: float) -> None:
    rows = wrap(label, units)
    assert 1 <= len(rows) <= 2
    assert all(width_of(row) <= units or len(row) == 1 for row in rows)


def test_a_long_label_ends_in_an_ellipsis() -> None:
    rows = wrap("three sources familiar with the discussions in the president's inner circle", 25)
    assert rows[-1].endswith("…") and LETTER > 0


def test_an_empty_graph_is_not_drawn() -> None:
    assert draw(SourceGraph((), (), 1, 0)) is None
