"""One story: its articles and families, how many origins stand behind it and why, its positions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from onrecord.data import (
    Family,
    IndependenceKind,
    Independent,
    Origin,
    OriginSet,
    Position,
    Proof,
    RecordStatus,
    Reuse,
    Span,
    Story,
)
from onrecord.query.family import FamilyNode, family_tree
from onrecord.query.graph import SourceGraph, source_graph
from onrecord.query.lists import ArticleLine, article_line, article_lines, untitled
from onrecord.query.overview import StoryStrip, story_strip
from onrecord.query.positions import Findings, PositionLine, position_lines
from onrecord.query.record import Record
from onrecord.query.ruled import RulingLine, Rulings
from onrecord.text.edtf import bounds

MAX_POSITIONS = 200
MAX_INDEPENDENTS = 40
MAX_NODES = 200
MAX_PROOFS = 200


@dataclass(frozen=True, slots=True)
class FamilyView:
    """Articles connected by reuse, as a tree; `nodes_left_out` counts members beyond the limit, `articles`
    are the ids of all."""

    id: str
    size: int
    nodes: tuple[FamilyNode, ...]
    nodes_left_out: int
    earliest: str | None
    articles: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class IndependentLine:
    """Two articles of the story that share words or the event and are no reuse; `reason` says why."""

    id: str
    left: ArticleLine
    right: ArticleLine
    kind: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class ProofLine:
    """Why what two articles tell was counted as one origin, or why that stays open."""

    kind: str
    article: ArticleLine
    other: ArticleLine | None
    span: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class OriginView:
    """One independent origin: who told, on what terms, and in which articles it ends up."""

    id: str
    name: str
    status: RecordStatus
    actor_id: str | None
    articles: tuple[ArticleLine, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another story of the same thread."""

    id: str
    title: str
    when: str | None


@dataclass(frozen=True, slots=True)
class StoryView:
    """Everything on one story. `alone` are the articles that are in none of its families.

    `independents` are pairs of its articles, `rulings` those that touch one of them; `rulings_taken_back`
    counts those withdrawn since the groups were made. Each `..._left_out` counts what is beyond the limit of
    one answer.
    """

    strip: StoryStrip
    reason: str
    articles: tuple[ArticleLine, ...]
    families: tuple[FamilyView, ...]
    alone: tuple[ArticleLine, ...]
    independents: tuple[IndependentLine, ...]
    independents_left_out: int
    origins: tuple[OriginView, ...]
    origins_reason: str
    proofs: tuple[ProofLine, ...]
    rulings: tuple[RulingLine, ...]
    rulings_taken_back: int
    graph: SourceGraph
    positions: tuple[PositionLine, ...]
    positions_left_out: int
    thread_id: str | None
    thread_title: str | None
    neighbours: tuple[Neighbour, ...]


def story_view(record: Record, story_id: str) -> StoryView:
    """The story of this id (or alias, or unique beginning); NotFoundError when there is none."""
    story = record.story(story_id)
    heads = record.view.heads(story.articles)
    lines = {head.id: article_line(head) for head in heads}
    families = _families(record, story)
    reuses = _reuses(record, families)
    outside = [key for family in families for key in family.articles if key not in lines]
    known = lines | {line.id: line for line in article_lines(record, outside)}
    in_family = {article for family in families for article in family.articles}
    sets = record.view.origins(story.id)
    rulings = Rulings(record)
    independents = _independents(record, story, lines)
    held = _positions(record, story)
    thread = record.index.threads.get(record.index.thread_of.get(story.id, ""))
    return StoryView(
        strip=story_strip(record, story),
        reason=story.reason,
        articles=_by_date(tuple(lines.values())),
        families=tuple(_family(family, known, reuses) for family in families),
        alone=_by_date(tuple(line for line in lines.values() if line.id not in in_family)),
        independents=tuple(independents[:MAX_INDEPENDENTS]),
        independents_left_out=max(0, len(independents) - MAX_INDEPENDENTS),
        origins=_origins(sets, lines),
        origins_reason=" ".join(found.reason for found in sets),
        proofs=proof_lines(record, (proof for found in sets for proof in found.proofs)),
        rulings=rulings.touching(story.articles),
        rulings_taken_back=len(rulings.taken_back(story.articles)),
        graph=source_graph(record, heads, families, reuses),
        positions=position_lines(record, held[:MAX_POSITIONS], Findings(record.view)),
        positions_left_out=max(0, len(held) - MAX_POSITIONS),
        thread_id=thread.id if thread else None,
        thread_title=thread.title if thread else None,
        neighbours=_neighbours(record, story, thread.stories if thread else ()),
    )


def _positions(record: Record, story: Story) -> list[Position]:
    """Positions that its articles hold, those that most articles hold first."""
    keys = {key for article in story.articles for key in record.index.held_in.get(article, ())}
    found = [record.index.positions[key] for key in keys]
    return sorted(found, key=lambda position: (-len(position.articles), position.id))


def _by_date(lines: tuple[ArticleLine, ...]) -> tuple[ArticleLine, ...]:
    def key(line: ArticleLine) -> tuple[bool, str, str]:
        first, last = bounds(line.published)
        day = first or last
        return day is None, day.isoformat() if day else "", line.id

    return tuple(sorted(lines, key=key))


def _reuses(record: Record, families: list[Family]) -> tuple[Reuse, ...]:
    found = {
        reuse.id: reuse
        for family in families
        for article in family.articles
        for reuse in record.view.reuses(article)
    }
    return tuple(found[key] for key in sorted(found))


def _families(record: Record, story: Story) -> list[Family]:
    """Those that the story names, largest first."""
    found = [record.index.families[key] for key in story.families if key in record.index.families]
    return sorted(found, key=lambda family: (-len(family.articles), family.id))


def _family(family: Family, lines: dict[str, ArticleLine], reuses: tuple[Reuse, ...]) -> FamilyView:
    members = frozenset(family.articles)
    inside = tuple(reuse for reuse in reuses if {reuse.earlier, reuse.later} <= members)
    nodes = family_tree(family, lines, inside)
    return FamilyView(
        id=family.id,
        size=len(nodes),
        nodes=nodes[:MAX_NODES],
        nodes_left_out=max(0, len(nodes) - MAX_NODES),
        earliest=family.earliest,
        articles=family.articles,
        reason=family.reason,
    )


def _independents(record: Record, story: Story, lines: dict[str, ArticleLine]) -> list[IndependentLine]:
    """Pairs of its articles: those that share words of a common origin first, then those that share most."""
    held = record.view.independents_among([article for article in story.articles if article in lines])
    return [independent_line(pair, lines) for pair in sorted(held, key=shared_most)]


def shared_most(pair: Independent) -> tuple[bool, int, float, str]:
    """A key that sorts pairs by what a reader wants to see first."""
    shared = sum(len(passage.later.text) for passage in pair.passages if passage.later)
    return pair.kind is not IndependenceKind.COMMON_ORIGIN, -shared, pair.score, pair.id


def independent_line(pair: Independent, lines: Mapping[str, ArticleLine]) -> IndependentLine:
    """One pair in a line."""
    reason = pair.reasons[0].text if pair.reasons else ""
    return IndependentLine(pair.id, lines[pair.left], lines[pair.right], pair.kind, pair.score, reason)


def proof_lines(record: Record, proofs: Iterable[Proof]) -> tuple[ProofLine, ...]:
    """Proofs with the articles that they speak of; those of articles that are gone are left out."""
    chosen = list(islice(proofs, MAX_PROOFS))
    keys = tuple(dict.fromkeys(key for one in chosen for key in (one.article_id, one.other_id) if key))
    lines = {line.id: line for line in article_lines(record, keys)}
    return tuple(
        ProofLine(one.kind, lines[one.article_id], lines.get(one.other_id or ""), one.span, one.reason)
        for one in chosen
        if one.article_id in lines
    )


def _origins(sets: Iterable[OriginSet], lines: dict[str, ArticleLine]) -> tuple[OriginView, ...]:
    views = [_origin(origin, lines) for found in sets for origin in found.origins]
    ranks = {status: rank for rank, status in enumerate(RecordStatus)}
    views.sort(key=lambda view: (-len(view.articles), ranks[view.status], view.name, view.id))
    return tuple(views)


def _origin(origin: Origin, lines: dict[str, ArticleLine]) -> OriginView:
    return OriginView(
        origin.id,
        origin.name,
        origin.status,
        origin.actor_id,
        tuple(lines[key] for key in origin.articles if key in lines),
        origin.reason,
    )


def _neighbours(record: Record, story: Story, siblings: tuple[str, ...]) -> tuple[Neighbour, ...]:
    others = [
        record.index.stories[key] for key in siblings if key != story.id and key in record.index.stories
    ]
    return tuple(Neighbour(other.id, other.title or untitled(other.id), other.when) for other in others)
