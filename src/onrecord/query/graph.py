"""The source graph of a story: pages, their outlets, the outlets they cite, the sources behind them.

Read from the chains. Nodes stand in columns: pages first, sources last, an outlet as far from the
page as its longest chain puts it. Copies are folded into one page node.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.data import Chain, Family, Hop, HopKind, RecordStatus, Reuse, ReuseKind, Span
from onrecord.query.record import Index, Record, fold_name
from onrecord.stores.base import ArticleHead

PAGES = 40
SOURCES = 14
FOLDED = frozenset({ReuseKind.COPY, ReuseKind.EXCERPT})


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters that something in the graph rests on, and why."""

    article_id: str
    span: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A page (with the copies folded into it), an outlet, a cited outlet or a source.

    `unnamed` marks sources that no one names. `articles` are the pages that lead here.
    """

    key: str
    kind: str
    label: str
    column: int
    status: RecordStatus | None
    unnamed: bool
    actor_id: str | None
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """`near` took from `far`; `attributions` counts the chains that run through here."""

    near: str
    far: str
    attributions: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class SourceGraph:
    """Nodes by column and label, edges by their ends. `left_out` counts pages beyond the limit.

    Sources beyond the most frequent ones stand together in one node a record status.
    """

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    columns: int
    left_out: int


class _Building:
    """What is gathered of one node while chains are read."""

    def __init__(self, kind: str, label: str, status: RecordStatus | None, actor_id: str | None) -> None:
        self.kind, self.label, self.status, self.actor_id = kind, label, status, actor_id
        self.column = 0
        self.unnamed = False
        self.articles: set[str] = set()
        self.evidence: dict[tuple[str, int, int], Evidence] = {}


class _Graph:
    def __init__(self) -> None:
        self.nodes: dict[str, _Building] = {}
        self.edges: dict[tuple[str, str], dict[tuple[str, int, int], Evidence]] = {}
        self.counts: dict[tuple[str, str], int] = {}

    def edge(self, near: str, far: str, evidence: Evidence) -> None:
        self.edges.setdefault((near, far), {}).setdefault(_place(evidence), evidence)
        self.counts[near, far] = self.counts.get((near, far), 0) + 1


def source_graph(
    record: Record,
    heads: Sequence[ArticleHead],
    families: Iterable[Family],
    reuses: Iterable[Reuse],
) -> SourceGraph:
    """The graph of these articles."""
    shown = heads[:PAGES]
    folds = _folds([head.id for head in shown], families, reuses)
    graph = _Graph()
    for head in shown:
        _add_page(graph, head, folds)
        for chain in record.view.chains(head.id):
            _add_chain(graph, folds[head.id], chain, record.index)
    _fold_sources(graph)
    _place_sources(graph)
    return SourceGraph(
        nodes=_nodes(graph),
        edges=_edges(graph),
        columns=max((node.column for node in graph.nodes.values()), default=0) + 1,
        left_out=len(heads) - len(shown),
    )


def _folds(
    article_ids: Sequence[str], families: Iterable[Family], reuses: Iterable[Reuse]
) -> Mapping[str, str]:
    """Which article's node each is drawn in: copies and excerpts fold into what they were taken from."""
    known = frozenset(article_ids)
    taken_from: dict[str, str] = {}
    for reuse in reuses:
        if reuse.kind in FOLDED and reuse.earlier in known and reuse.later in known:
            taken_from.setdefault(reuse.later, reuse.earlier)
    earliest = {article: family.earliest for family in families for article in family.articles}
    return {key: _follow(key, taken_from, earliest.get(key)) for key in article_ids}


def _follow(article_id: str, taken_from: Mapping[str, str], stop: str | None) -> str:
    seen = {article_id}
    while article_id != stop and article_id in taken_from and taken_from[article_id] not in seen:
        article_id = taken_from[article_id]
        seen.add(article_id)
    return article_id


def _add_page(graph: _Graph, head: ArticleHead, folds: Mapping[str, str]) -> None:
    key = folds[head.id]
    node = graph.nodes.setdefault(key, _Building("page", head.title or head.id, None, None))
    if key == head.id:
        node.label = head.title or head.id
    node.articles.add(head.id)


def _add_chain(graph: _Graph, page: str, chain: Chain, index: Index) -> None:
    near = page
    for depth, hop in enumerate(chain.hops, start=1):
        key = _key(hop, index.named)
        evidence = Evidence(chain.article_id, hop.cue or hop.span, hop.reason)
        node = graph.nodes.setdefault(key, _Building(hop.kind, hop.name, hop.status, hop.actor_id))
        _extend(node, hop, depth, Evidence(chain.article_id, hop.span or hop.cue, hop.reason))
        node.unnamed = node.kind == HopKind.SOURCE and (
            node.status is not RecordStatus.ON_RECORD
            if hop.actor_id is None
            else hop.actor_id in index.unnamed
        )
        if key != near:
            graph.edge(near, key, evidence)
        near = key


def _extend(node: _Building, hop: Hop, depth: int, evidence: Evidence) -> None:
    node.column = max(node.column, depth)
    node.articles.add(evidence.article_id)
    node.evidence.setdefault(_place(evidence), evidence)
    if node.kind == HopKind.OUTLET and hop.kind is HopKind.CITED_OUTLET:
        node.kind = hop.kind


def _key(hop: Hop, named: Mapping[str, tuple[str, ...]]) -> str:
    """One party is one node: told by its actor, else by a name that only one actor has, else by its name."""
    name = fold_name(hop.name)
    known = named.get(name, ())
    who = hop.actor_id or (known[0] if len(known) == 1 else name)
    return f"source {who}" if hop.kind is HopKind.SOURCE else f"outlet {who}"


def _place(evidence: Evidence) -> tuple[str, int, int]:
    span = evidence.span
    return evidence.article_id, span.start if span else -1, span.end if span else -1


def _fold_sources(graph: _Graph) -> None:
    """Keep the sources that most chains run to; the others are drawn as one box a record status."""
    weights: dict[str, int] = {}
    for (_, far), count in graph.counts.items():
        weights[far] = weights.get(far, 0) + count
    sources = [key for key, node in graph.nodes.items() if node.kind == HopKind.SOURCE]
    sources.sort(key=lambda key: (-len(graph.nodes[key].articles), -weights.get(key, 0), key))
    statuses = {key: graph.nodes[key].status for key in sources[SOURCES:]}
    for status in RecordStatus:
        rest = [key for key, found in statuses.items() if found is status]
        if len(rest) > 1:
            _fold(graph, rest, f"source * {status}", f"{len(rest)} more sources", status)


def _fold(graph: _Graph, keys: Sequence[str], into: str, label: str, status: RecordStatus) -> None:
    """Draw several source nodes as one."""
    folded = frozenset(keys)
    made = _Building(HopKind.SOURCE, label, status, None)
    for key in keys:
        node = graph.nodes.pop(key)
        made.articles |= node.articles
        made.evidence.update(node.evidence)
        made.column = max(made.column, node.column)
    made.unnamed = status is RecordStatus.BACKGROUND
    graph.nodes[into] = made
    for near, far in sorted(graph.edges):
        if near in folded or far in folded:
            found, count = graph.edges.pop((near, far)), graph.counts.pop((near, far))
            near, far = into if near in folded else near, into if far in folded else far  # noqa: PLW2901
            if near != far:
                graph.edges.setdefault((near, far), {}).update(found)
                graph.counts[near, far] = graph.counts.get((near, far), 0) + count


def _place_sources(graph: _Graph) -> None:
    """Sources stand together in the last column."""
    outlets = max((node.column for node in graph.nodes.values() if node.kind != HopKind.SOURCE), default=0)
    for node in graph.nodes.values():
        if node.kind == HopKind.SOURCE:
            node.column = outlets + 1


def _nodes(graph: _Graph) -> tuple[GraphNode, ...]:
    nodes = [
        GraphNode(
            key=key,
            kind=node.kind,
            label=node.label,
            column=node.column,
            status=node.status,
            unnamed=node.unnamed,
            actor_id=node.actor_id,
            articles=tuple(sorted(node.articles)),
            evidence=tuple(node.evidence[place] for place in sorted(node.evidence)),
        )
        for key, node in graph.nodes.items()
    ]
    return tuple(sorted(nodes, key=lambda node: (node.column, node.label, node.key)))


def _edges(graph: _Graph) -> tuple[GraphEdge, ...]:
    return tuple(
        GraphEdge(near, far, graph.counts[near, far], tuple(found[place] for place in sorted(found)))
        for (near, far), found in sorted(graph.edges.items())
    )
