"""Mentions that say the same become one position: same actor, close acts, same issue, terms that agree."""

from collections.abc import Iterable, Sequence

from onrecord.data import Act, Position, RecordStatus, Reuse
from onrecord.ids import make_id
from onrecord.lang.concepts import themes_of
from onrecord.stages.corpus.positions.bind import Bound
from onrecord.stages.corpus.positions.plover import PLOVER
from onrecord.text.edtf import bounds

# Acts that one stance may be worded as; the first named is the family's key.
_FAMILIES = {
    Act.READINESS: Act.OFFER,
    Act.OFFER: Act.OFFER,
    Act.DEMAND: Act.DEMAND,
    Act.PRECONDITION: Act.DEMAND,
}
_STATUS_ORDER = (RecordStatus.ON_RECORD, RecordStatus.BACKGROUND, RecordStatus.HEARSAY, RecordStatus.UNSTATED)
_SAME_TERMS = 0.4
_STOP = frozenset("the a an of to in on and or that which it its is are be by for with if only as at from".split())


def family_of(act: Act) -> Act:
    """The act under which close acts meet."""
    return _FAMILIES.get(act, act)


def gather(bound: Sequence[Bound], reuses: Sequence[Reuse]) -> list[Position]:
    """Positions of all bound mentions, in order of id."""
    related = _related(reuses)
    groups: dict[tuple[str, Act], list[list[Bound]]] = {}
    ordered = sorted(bound, key=lambda b: (b.title, b.mention.condition is None, b.mention.article_id,
                                           b.mention.act_span, b.mention.id))
    for item in ordered:
        key = (item.actor_id, family_of(item.mention.act))
        kept = groups.setdefault(key, [])
        home = next((group for group in kept if _same(item, group, related)), None)
        if home is None:
            kept.append([item])
        else:
            home.append(item)
    return sorted((position_of(g) for kept in groups.values() for g in kept), key=lambda p: p.id)


def _related(reuses: Sequence[Reuse]) -> frozenset[tuple[str, str]]:
    pairs = {(r.earlier, r.later) for r in reuses}
    return frozenset(pairs | {(b, a) for a, b in pairs})


def _same(item: Bound, group: list[Bound], related: frozenset[tuple[str, str]]) -> bool:
    """Does a mention say what a group says? Members of a group were added under the same test."""
    first = group[0]
    near = any(_near(item, member, related) for member in group)
    if not _issues_meet(item, first, near):
        return False
    if item.title and any(m.mention.article_id == item.mention.article_id for m in group):
        return True
    if not _terms_agree(item, group, near):
        return False
    return near or not _apart_in_time(item, group)


def _near(one: Bound, other: Bound, related: frozenset[tuple[str, str]]) -> bool:
    here, there = one.mention.article_id, other.mention.article_id
    return here == there or (here, there) in related


def _issues_meet(one: Bound, other: Bound, near: bool) -> bool:
    if one.themes == other.themes:
        return True
    return near and bool(one.themes) and (one.themes <= other.themes or other.themes <= one.themes)


def _terms_agree(item: Bound, group: list[Bound], near: bool) -> bool:
    """Conditions that share their words or, within one report and its copies, their concepts."""
    own = item.mention.condition
    others = [m for m in group if m.mention.condition is not None]
    if own is None:
        return not others or (near and _adjacent(item, others))
    if not others:
        return False
    words = _words(own.span.text)
    for member in others:
        condition = member.mention.condition
        if condition is None:
            continue
        shared = _overlap(words, _words(condition.span.text))
        if shared >= _SAME_TERMS:
            return not _differing_times(item, member)
        reworded = item.mention.article_id != member.mention.article_id and near
        if reworded and (item.condition_concepts & member.condition_concepts or item.themes == member.themes):
            return True
        if near and _overlap(_words(item.mention.issue.text), _words(member.mention.issue.text)) > _SAME_TERMS \
                and item.condition_concepts == member.condition_concepts:
            return not _differing_times(item, member)
    return False


def _adjacent(item: Bound, others: Iterable[Bound]) -> bool:
    """A bare repetition in the same breath: same speaker, same article, same themes."""
    return any(
        item.themes <= o.themes | {"talks"} and item.themes & o.themes and (
            item.mention.article_id != o.mention.article_id or _same_breath(item, o))
        for o in others
    )


def _same_breath(one: Bound, other: Bound) -> bool:
    return abs(one.mention.act_span.start - other.mention.act_span.start) < 400 and one.speaker == other.speaker


def _differing_times(one: Bound, other: Bound) -> bool:
    if not (one.explicit and other.explicit):
        return False
    return _disjoint(one.when, other.when)


def _apart_in_time(item: Bound, group: list[Bound]) -> bool:
    """Independent reports of different days tell of different occasions only when both date them."""
    return any(_differing_times(item, member) for member in group)


def _disjoint(one: str | None, other: str | None) -> bool:
    first, second = bounds(one), bounds(other)
    if None in first or None in second:
        return False
    return bool(first[1] and second[0] and first[1] < second[0] or second[1] and first[0] and second[1] < first[0])


def _words(text: str) -> frozenset[str]:
    return frozenset(w.strip(".,;:!?\"'“”‘’()") for w in text.lower().split()) - _STOP


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def position_of(group: Sequence[Bound]) -> Position:
    """One position from the mentions that say the same; the fullest wording stands for all."""
    lead = min(group, key=_rank)
    told = min(group, key=lambda b: (_STATUS_ORDER.index(b.status), b.speaker is None, _rank(b)))
    dated = min(group, key=lambda b: (b.when is None, not b.explicit, b.title, _rank(b)))
    concepts = tuple(sorted(set(lead.mention.concepts)))
    condition = next((b.mention.condition.span.text for b in sorted(group, key=_rank)
                      if b.mention.condition is not None), None)
    articles = tuple(sorted({b.mention.article_id for b in group}))
    mentions = tuple(sorted({b.mention.id for b in group}))
    act = lead.mention.act
    when = None if any(b.repeated and b.mention.time is None for b in group) and not dated.explicit else dated.when
    return Position(
        id=make_id("po", [lead.actor_id, act.value, *concepts, condition, "|", *mentions]),
        actor_id=lead.actor_id,
        speaker_id=told.speaker_id,
        speaker=told.speaker,
        act=act,
        plover=PLOVER[act],
        issue=" ".join(lead.mention.issue.text.split()),
        concepts=concepts,
        condition=" ".join(condition.split()) if condition else None,
        status=told.status,
        when=when,
        articles=articles,
        mentions=mentions,
        reason=_reason(group, lead, told, dated, when),
    )


def _rank(item: Bound) -> tuple[bool, bool, float, str, int, str]:
    mention = item.mention
    return (item.title, mention.condition is None, -mention.confidence, mention.article_id,
            mention.act_span.start, mention.id)


def _reason(group: Sequence[Bound], lead: Bound, told: Bound, dated: Bound, when: str | None) -> str:
    parts = [lead.mention.reason.text]
    if len(group) > 1:
        others = sorted({" ".join(b.mention.issue.text.split()) for b in group} - {lead.mention.issue.text})
        count = len({b.mention.article_id for b in group})
        again = f"said {len(group)} times in {count} article{'s' if count > 1 else ''}"
        parts.append(again + (f", also as “{others[0][:80]}”" if others else ""))
    if told.speaker is not None:
        parts.append(f"status {told.status.value} from “{told.speaker[:80]}”")
    else:
        parts.append(f"status {told.status.value}: nobody is named as saying so")
    if when is None:
        parts.append("undated" + (": said repeatedly" if any(b.repeated for b in group) else ""))
    elif dated.explicit and dated.mention.time is not None:
        parts.append(f"dated {when} by “{dated.mention.time.text}”")
    else:
        parts.append(f"dated {when} by the publication")
    return "; ".join(parts)


def themes_with_terms(group: Iterable[Bound]) -> frozenset[str]:
    """Themes of the issue and of the condition together."""
    found: frozenset[str] = frozenset()
    for item in group:
        found |= item.themes | themes_of(item.condition_concepts)
    return found
