"""How an actor's positions on one issue moved."""

import re
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
_SOME = re.compile(r"\b(?:any|all|every|such)\b.{1,80}\b(?:that|which)\b", re.IGNORECASE)
_NEXT = 2
_LOOK_AHEAD = 60
_SAME_WORDS = 0.6
_SAME_THING = 0.4
_SHARED = 3
_NARROW = frozenset({"ending the war", "talks", "territory", "strike action"})
_STOP = frozenset(
    "the a an of to in on and or that which it its is are be by for with if only as at from".split()
)


def find_changes(positions: Sequence[Position]) -> tuple[Change, ...]:
    """Changes between positions of one actor on one issue, sorted by id.

    Each position is set against the next two on its issue in time. Positions that time does not
    order are no change, but for opposite ones, which contradict each other. A stance (a position
    that gathers others) takes no part: its members do.
    """
    by_issue: dict[tuple[str, frozenset[str]], list[Position]] = {}
    for position in sorted(positions, key=_place):
        if position.act in _SOFTNESS and not position.gathers:
            by_issue.setdefault((position.actor_id, themes_of(position.concepts)), []).append(position)
    found: dict[str, Change] = {}
    for (actor, themes), line in sorted(by_issue.items(), key=lambda pair: (pair[0][0], sorted(pair[0][1]))):
        for change in _of_issue(actor, ", ".join(sorted(themes)), line):
            found.setdefault(change.id, change)
    return tuple(found[key] for key in sorted(found))


def _place(position: Position) -> tuple[date, date, str]:
    first, last = bounds(position.when)
    return (first or last or date.max, last or date.max, position.id)


def _of_issue(actor: str, issue: str, line: list[Position]) -> list[Change]:
    changes = []
    for i, before in enumerate(line):
        following = 0
        for after in line[i + 1 : i + 1 + _LOOK_AHEAD]:
            ordered = _before(before, after)
            if _only_sums_up(before, after) or _two_things(before, after):
                continue
            if ordered and following >= _NEXT and not _same_thing(before, after):
                continue
            kind = _kind(before, after, ordered)
            if kind is not None:
                reason = _reason(before, after, kind, issue, ordered)
                identifier = make_id("ch", [before.id, after.id, kind.value])
                changes.append(Change(identifier, actor, issue, kind, before.id, after.id, ordered, reason))
                following += ordered
    return changes


def _same_thing(before: Position, after: Position) -> bool:
    """Are both about one thing, by the words: "open the lower gate", "open the lower spillway"?"""
    one, other = _words(before.issue), _words(after.issue)
    return len(one & other) >= _SHARED and len(one & other) >= _SAME_THING * min(len(one), len(other))


def _two_things(before: Position, after: Position) -> bool:
    """On a broad theme ("water", "trade") positions with no word in common are about two things."""
    themes = themes_of(before.concepts)
    if themes <= _NARROW:
        return themes == {"talks"} and Act.CALL_FOR in (before.act, after.act)
    return not _words(before.issue) & _words(after.issue)


def _only_sums_up(before: Position, after: Position) -> bool:
    """One article often says the same bare and on terms: that is no change."""
    shared = set(before.articles) & set(after.articles)
    return (
        bool(shared)
        and _SOFTNESS[before.act] == _SOFTNESS[after.act]
        and not (before.condition and after.condition)
    )


def _before(before: Position, after: Position) -> bool:
    """Does `before` begin earlier, and end no later unless it has no known end?"""
    (start, end), (begin, close) = bounds(before.when), bounds(after.when)
    if start is None or begin is None:
        return False
    return start < begin and (end is None or close is None or end < close)


def _kind(before: Position, after: Position, ordered: bool) -> ChangeKind | None:
    if (before.act in _YES and after.act in _NO) or (before.act in _NO and after.act in _YES):
        if before.condition or after.condition:
            return _on_terms(before, after, ordered)
        return ChangeKind.REVERSED if ordered else ChangeKind.CONTRADICTORY
    if not ordered or _of_terms(before) or _of_terms(after):
        return None
    step = _SOFTNESS[after.act] - _SOFTNESS[before.act]
    if step == 0:
        return _same_act(before, after)
    return ChangeKind.SOFTENED if step > 0 else ChangeKind.HARDENED


def _of_terms(position: Position) -> bool:
    """ "rejects any settlement that would ...": these terms are refused, not a settlement."""
    return position.act in _NO and _SOME.search(position.issue) is not None


def _on_terms(before: Position, after: Position, ordered: bool) -> ChangeKind | None:
    """A bare no that became a yes on terms gave way, where both name the very thing, not the theme only."""
    gave_way = before.act in _NO and not before.condition and after.act in _YES
    if ordered and gave_way and set(before.concepts) & set(after.concepts):
        return ChangeKind.SOFTENED
    return None


def _same_act(before: Position, after: Position) -> ChangeKind | None:
    """Same act: what became of the terms."""
    if before.condition is None or after.condition is None:
        if {before.act, after.act} == {Act.DEMAND, Act.PRECONDITION}:
            return None
        if before.condition == after.condition:
            return ChangeKind.REPEATED
        return ChangeKind.REFINED if before.condition is None else ChangeKind.SOFTENED
    one, other = _words(before.condition), _words(after.condition)
    if len(one & other) >= _SAME_WORDS * max(1, len(one | other)):
        return ChangeKind.REPEATED
    old, new = concepts_of_text(before.condition), concepts_of_text(after.condition)
    if old and new and (old < new or new < old):
        return ChangeKind.HARDENED if old < new else ChangeKind.SOFTENED
    return ChangeKind.REFINED


def _words(text: str) -> frozenset[str]:
    return frozenset(w.strip(".,;:!?\"'“”‘’()") for w in text.lower().split()) - _STOP


def _reason(before: Position, after: Position, kind: ChangeKind, issue: str, ordered: bool) -> str:
    sides = []
    for position in (before, after):
        terms = f" if “{_short(position.condition)}”" if position.condition else ""
        sides.append(
            f"{position.act.value} “{_short(position.issue)}”{terms} ({position.when or 'undated'}, "
            f"{position.status.value})"
        )
    link = "then" if ordered else "in no known order with"
    return f"{kind.value} on {issue}: {sides[0]}, {link} {sides[1]}"


def _short(text: str, limit: int = 90) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
