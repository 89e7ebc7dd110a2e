"""One story: its articles and families, how many origins stand behind it and why, its positions."""

from dataclasses import dataclass

from onrecord.data import Family, Origin, Position, RecordStatus, Reuse, Story
from onrecord.query.graph import SourceGraph, source_graph
from onrecord.query.lists import ArticleLine, article_line, untitled
from onrecord.query.overview import StoryStrip, story_strip
from onrecord.query.positions import Findings, PositionLine, position_lines
from onrecord.query.record import Record
from onrecord.text.edtf import bounds

MAX_POSITIONS = 200


@dataclass(frozen=True, slots=True)
class ReuseLine:
    """One reuse between two articles; `directed` False when it cannot be told who took from whom."""

    id: str
    earlier: str
    later: str
    kind: str
    share: float
    directed: bool
    direction: float
    shifts: int


@dataclass(frozen=True, slots=True)
class FamilyView:
    """Articles connected by reuse, earliest first, each with the share of it that was taken."""

    id: str
    members: tuple[tuple[ArticleLine, float], ...]
    earliest: str | None
    reuses: tuple[ReuseLine, ...]
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

    `positions_left_out` counts positions beyond the limit of one answer.
    """

    strip: StoryStrip
    reason: str
    articles: tuple[ArticleLine, ...]
    families: tuple[FamilyView, ...]
    alone: tuple[ArticleLine, ...]
    origins: tuple[OriginView, ...]
    origins_reason: str
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
    families = [record.index.families[key] for key in story.families if key in record.index.families]
    reuses = _reuses(record, families)
    in_family = {article for family in families for article in family.articles}
    origins, origins_reason = _origins(record, story, lines)
    held = _positions(record, story)
    thread = record.index.threads.get(record.index.thread_of.get(story.id, ""))
    return StoryView(
        strip=story_strip(record, story),
        reason=story.reason,
        articles=_by_date(tuple(lines.values())),
        families=tuple(_family(family, lines, reuses) for family in families),
        alone=_by_date(tuple(line for line in lines.values() if line.id not in in_family)),
        origins=origins,
        origins_reason=origins_reason,
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


def reuse_line(reuse: Reuse) -> ReuseLine:
    """One reuse in a line."""
    return ReuseLine(
        reuse.id,
        reuse.earlier,
        reuse.later,
        reuse.kind,
        reuse.share,
        reuse.directed,
        reuse.direction,
        len(reuse.shifts),
    )


def _family(family: Family, lines: dict[str, ArticleLine], reuses: tuple[Reuse, ...]) -> FamilyView:
    members = frozenset(family.articles)
    shares = dict(zip(family.articles, family.shares, strict=False))
    known = _by_date(tuple(lines[key] for key in family.articles if key in lines))
    ordered = sorted(known, key=lambda line: line.id != family.earliest)
    return FamilyView(
        id=family.id,
        members=tuple((line, shares.get(line.id, 0.0)) for line in ordered),
        earliest=family.earliest,
        reuses=tuple(reuse_line(reuse) for reuse in reuses if {reuse.earlier, reuse.later} <= members),
        reason=family.reason,
    )


def _origins(
    record: Record, story: Story, lines: dict[str, ArticleLine]
) -> tuple[tuple[OriginView, ...], str]:
    sets = record.view.origins(story.id)
    views = [_origin(origin, lines) for found in sets for origin in found.origins]
    ranks = {status: rank for rank, status in enumerate(RecordStatus)}
    views.sort(key=lambda view: (-len(view.articles), ranks[view.status], view.name, view.id))
    return tuple(views), " ".join(found.reason for found in sets)


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
