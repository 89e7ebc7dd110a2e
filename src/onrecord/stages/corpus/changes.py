"""How an actor's positions on one issue moved."""

from collections.abc import Sequence
from datetime import date

from onrecord.data import Act, Change, ChangeKind, Position
from onrecord.ids import make_id
from onrecord.lang.concepts import concepts_of_text, themes_of
from onrecord.text.edtf import bounds

# How far an act gives way: the higher, the softer. Acts that are not here do not lie on this line.
_SOFTNESS: dict[Act, int] = {
    Act.CONCEDE: 5,
    Act.ACCEPT: 4,
    Act.OFFER: 3,
    Act.READINESS: 3,
    Act.CALL_FOR: 2,
    Act.PRECONDITION: 1,
    Act.DEMAND: 1,
    Act.REJECT: 0,
    Act.THREATEN: 0,
}
_YES = frozenset({Act.ACCEPT, Act.CONCEDE, Act.OFFER, Act.READINESS})
_NO = frozenset({Act.REJECT})
_MOST_OF_ONE_ACTOR = 60
_SAME_WORDS = 0.6
_STOP = frozenset("the a an of to in on and or that which it its is are be by for with if only as at from".split())


def find_changes(positions: Sequence[Position]) -> tuple[Change, ...]:
    """Changes between positions of one actor on one issue, sorted by id.

    Each position is set against the next on its issue in time; undated ones against those that
    differ from them in kind, with `ordered` False. Positions that share a mention are one
    utterance, gathered more than once, and no change.
    """
    by_actor: dict[str, list[Position]] = {}
    for position in sorted(positions, key=_place):
        if position.act in _SOFTNESS:
            by_actor.setdefault(position.actor_id, []).append(position)
    found: dict[str, Change] = {}
    for actor in sorted(by_actor):
        for change in _of_actor(by_actor[actor]):
            found.setdefault(change.id, change)
    return tuple(found[key] for key in sorted(found))


def _place(position: Position) -> tuple[date, date, str]:
    first, last = bounds(position.when)
    return (first or last or date.max, last or date.max, position.id)


def _of_actor(positions: list[Position]) -> list[Change]:
    """The nearest later position on the same issue for each; at most a bounded number of pairs."""
    changes = []
    for i, before in enumerate(positions):
        ordered_done = 0
        for after in positions[i + 1 : i + 1 + _MOST_OF_ONE_ACTOR]:
            if set(before.mentions) & set(after.mentions):
                continue
            shared = _issue_themes(before) & _issue_themes(after)
            if not shared:
                continue
            ordered = _before(before, after)
            if ordered and ordered_done >= 2:
                continue
            change = _compared(before, after, shared, ordered)
            if change is not None:
                changes.append(change)
                ordered_done += ordered
    return changes


def _issue_themes(position: Position) -> frozenset[str]:
    return themes_of(position.concepts)


def _before(before: Position, after: Position) -> bool:
    """Does `before` begin and end no later, and one of both earlier?"""
    first, second = bounds(before.when), bounds(after.when)
    if first[0] is None and first[1] is None or second[0] is None and second[1] is None:
        return False
    start = (first[0] or date.min, second[0] or date.min)
    end = (first[1] or date.max, second[1] or date.max)
    return start[0] <= start[1] and end[0] <= end[1] and (start[0] < start[1] or end[0] < end[1])


def _compared(before: Position, after: Position, shared: frozenset[str], ordered: bool) -> Change | None:
    kind = _kind(before, after, ordered)
    if kind is None or (not ordered and kind is ChangeKind.REPEATED):
        return None
    issue = ", ".join(sorted(shared))
    reason = _reason(before, after, kind, issue, ordered)
    identifier = make_id("ch", [before.id, after.id, kind.value])
    return Change(identifier, before.actor_id, issue, kind, before.id, after.id, ordered, reason)


def _kind(before: Position, after: Position, ordered: bool) -> ChangeKind | None:
    opposite = (before.act in _YES and after.act in _NO) or (before.act in _NO and after.act in _YES)
    if opposite:
        if before.act in _YES and before.condition and not after.condition and not _same_issue(before, after):
            return None
        if not _same_issue(before, after):
            return None
        return ChangeKind.REVERSED if ordered else ChangeKind.CONTRADICTORY
    step = _SOFTNESS[after.act] - _SOFTNESS[before.act]
    if step == 0:
        return _same_act(before, after)
    if not ordered:
        return None
    return ChangeKind.SOFTENED if step > 0 else ChangeKind.HARDENED


def _same_issue(before: Position, after: Position) -> bool:
    return _issue_themes(before) == _issue_themes(after)


def _same_act(before: Position, after: Position) -> ChangeKind | None:
    """Same act: what became of the terms."""
    if before.condition is None and after.condition is None:
        return ChangeKind.REPEATED
    if before.condition is None:
        return ChangeKind.REFINED
    if after.condition is None:
        return ChangeKind.SOFTENED
    one, other = _words(before.condition), _words(after.condition)
    shared = len(one & other) / max(1, min(len(one), len(other)))
    if shared >= _SAME_WORDS and len(one) == len(other):
        return ChangeKind.REPEATED
    old, new = concepts_of_text(before.condition), concepts_of_text(after.condition)
    if old < new and shared < _SAME_WORDS:
        return ChangeKind.HARDENED
    if new < old and shared < _SAME_WORDS:
        return ChangeKind.SOFTENED
    return ChangeKind.REFINED


def _words(text: str) -> frozenset[str]:
    return frozenset(w.strip(".,;:!?\"'“”‘’()") for w in text.lower().split()) - _STOP


def _reason(before: Position, after: Position, kind: ChangeKind, issue: str, ordered: bool) -> str:
    sides = []
    for position in (before, after):
        terms = f" if “{_short(position.condition)}”" if position.condition else ""
        sides.append(f"{position.act.value} “{_short(position.issue)}”{terms} ({position.when or 'undated'}, "
                     f"{position.status.value})")
    link = "then" if ordered else "in no known order with"
    return f"{kind.value} on {issue}: {sides[0]}, {link} {sides[1]}"


def _short(text: str, limit: int = 90) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
