"""One actor: what it is called, what it is bound to on each issue over time, what changed; all actors."""

from dataclasses import dataclass
from datetime import date

from onrecord.data import Actor, Change
from onrecord.query.lists import Sheet, cut_sheet
from onrecord.query.positions import Findings, PositionLine, position_lines, unfolded
from onrecord.query.record import Record, fold_name
from onrecord.stores.base import AttributionFilter

MAX_POSITIONS = 400


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """How two positions stand to each other; `ordered` False when time does not order them."""

    id: str
    issue: str
    kind: str
    before: PositionLine | None
    after: PositionLine | None
    before_id: str
    after_id: str
    ordered: bool
    reason: str


@dataclass(frozen=True, slots=True)
class IssueView:
    """An actor's positions on one issue in time order, undated ones last; `issue` is "" for single ones."""

    issue: str
    positions: tuple[PositionLine, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """Everything on one actor. `left_out` counts positions beyond the limit of one answer."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    descriptions: tuple[str, ...]
    reason: str
    mentions: int
    attributions: int
    issues: tuple[IssueView, ...]
    changes: tuple[ChangeLine, ...]
    first: date | None
    last: date | None
    left_out: int


def actor_view(record: Record, given: str) -> ActorView:
    """The actor of this id, alias, unique beginning or name; AmbiguousError when a name fits several."""
    actor = record.actor(given)
    held = record.index.held_by.get(actor.id, ())
    shown = held[:MAX_POSITIONS]
    lines = position_lines(record, (record.index.positions[key] for key in shown), Findings(record.view))
    by_id = {line.id: line for line in unfolded(lines)}
    days = [day for line in unfolded(lines) for day in (line.first, line.last) if day]
    return ActorView(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        names=actor.names,
        descriptions=actor.descriptions,
        reason=actor.reason,
        mentions=len(record.view.links(actor_id=actor.id)),
        attributions=record.view.attribution_rows(AttributionFilter(actor_id=actor.id), 0, 1).total,
        issues=_issues(lines),
        changes=tuple(_change(change, by_id) for change in record.view.changes(actor.id)),
        first=min(days, default=None),
        last=max(days, default=None),
        left_out=len(held) - len(shown),
    )


def _issues(lines: tuple[PositionLine, ...]) -> tuple[IssueView, ...]:
    """Positions whose issues meet, those with most first; what stands alone comes last, together."""
    found: dict[str, list[PositionLine]] = {}
    for line in lines:
        found.setdefault(line.themes, []).append(line)
    shared = [(themes, held) for themes, held in found.items() if len(held) > 1 and themes]
    shared.sort(key=lambda item: (-len(item[1]), item[0]))
    named = frozenset(themes for themes, _ in shared)
    alone = tuple(line for line in lines if line.themes not in named)
    return (
        *(IssueView(themes, tuple(held)) for themes, held in shared),
        *((IssueView("", alone),) if alone else ()),
    )


def _change(change: Change, by_id: dict[str, PositionLine]) -> ChangeLine:
    return ChangeLine(
        id=change.id,
        issue=change.issue,
        kind=change.kind,
        before=by_id.get(change.before),
        after=by_id.get(change.after),
        before_id=change.before,
        after_id=change.after,
        ordered=change.ordered,
        reason=change.reason,
    )


@dataclass(frozen=True, slots=True)
class ActorLine:
    """One actor in a list."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    positions: int


def actor_lines(record: Record, name: str = "", sheet: int = 1, size: int = 100) -> Sheet[ActorLine]:
    """Actors one of whose names holds `name` (all for ""), those with most positions first."""
    wanted = fold_name(name)
    found = [actor for actor in record.index.actors.values() if _fits(actor, wanted)]
    held = record.index.held_by
    found.sort(key=lambda actor: (-len(held.get(actor.id, ())), fold_name(actor.name), actor.id))
    cut = cut_sheet(found, sheet, size)
    lines = tuple(
        ActorLine(actor.id, actor.name, actor.kind, actor.names, len(held.get(actor.id, ())))
        for actor in cut.rows
    )
    return Sheet(lines, cut.total, cut.number, cut.sheets)


def _fits(actor: Actor, wanted: str) -> bool:
    return not wanted or any(wanted in fold_name(name) for name in (actor.name, *actor.names))
