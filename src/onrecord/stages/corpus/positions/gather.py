"""Mentions that say the same become one position: same actor, close acts, same issue, terms that agree."""

from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.data import Act, Position, PositionMention, RecordStatus, Span
from onrecord.ids import make_id
from onrecord.lang.concepts import themes_of
from onrecord.stages.corpus.positions.bind import Bound
from onrecord.stages.corpus.positions.plover import PLOVER
from onrecord.stages.corpus.positions.same import Copies, contradicts, says_same
from onrecord.text.edtf import bounds

# Acts that one stance may be worded as; the first named is the family's key.
_FAMILIES = {
    Act.READINESS: Act.OFFER,
    Act.OFFER: Act.OFFER,
    Act.DEMAND: Act.DEMAND,
    Act.PRECONDITION: Act.DEMAND,
}
_STATUS_ORDER = (RecordStatus.ON_RECORD, RecordStatus.BACKGROUND, RecordStatus.HEARSAY, RecordStatus.UNSTATED)


def family_of(act: Act) -> Act:
    """The act under which close acts meet."""
    return _FAMILIES.get(act, act)


def gather(bound: Sequence[Bound], copies: Copies) -> list[Position]:
    """Positions of all bound mentions, in order of id. Titles come last: they only point to the text."""
    shelves: dict[tuple[str, Act], _Shelf] = {}
    for item in sorted(bound, key=_order):
        shelf = shelves.setdefault((item.actor_id, family_of(item.mention.act)), _Shelf())
        shelf.put(item, copies)
    return sorted(
        (position_of(g) for shelf in shelves.values() for g in shelf.groups if g), key=lambda p: p.id
    )


def _order(item: Bound) -> tuple[bool, str, int, str]:
    return (item.title, item.mention.article_id, item.mention.act_span.start, item.mention.id)


class _Shelf:
    """Groups of one actor's acts of one kind, found by article and by month, never by scanning all."""

    def __init__(self) -> None:
        self.groups: list[list[Bound]] = []
        self.by_article: dict[str, set[int]] = {}
        self.by_month: dict[str, set[int]] = {}

    def put(self, item: Bound, copies: Copies) -> None:
        """Add a mention to the groups that say the same, joined through it, or to a new one."""
        fitting = [n for n in sorted(self._candidates(item, copies)) if _fits(item, self.groups[n], copies)]
        if not fitting:
            fitting = [len(self.groups)]
            self.groups.append([])
        home = fitting[0]
        self._add(home, item)
        for other in fitting[1:] if not item.title else ():
            if not any(contradicts(a, b, copies) for a in self.groups[home] for b in self.groups[other]):
                for member in self.groups[other]:
                    self._add(home, member)
                self.groups[other] = []

    def _add(self, number: int, item: Bound) -> None:
        self.groups[number].append(item)
        self.by_article.setdefault(item.mention.article_id, set()).add(number)
        if item.when is not None:
            self.by_month.setdefault(item.when[:7], set()).add(number)

    def _candidates(self, item: Bound, copies: Copies) -> set[int]:
        article = item.mention.article_id
        found = set(self.by_article.get(article, ()))
        for linked in copies.linked.get(article, ()):
            found |= self.by_article.get(linked, set())
        if item.when is not None:
            found |= self.by_month.get(item.when[:7], set())
        return found


def _fits(item: Bound, group: Sequence[Bound], copies: Copies) -> bool:
    if any(contradicts(item, member, copies) for member in group):
        return False
    return any(says_same(item, member, copies) for member in group)


def position_of(group: Sequence[Bound], gathers: tuple[str, ...] = ()) -> Position:
    """One position from the mentions that say the same; the fullest wording stands for all.

    `gathers` are the ids of the positions that a stance sums up, none for a plain position.
    """
    lead = min(group, key=_rank)
    told = min(group, key=lambda b: (b.title, _STATUS_ORDER.index(b.status), b.speaker is None, _rank(b)))
    dated = min(group, key=lambda b: (b.when is None, not b.explicit, b.title, _first_day(b), _rank(b)))
    dated = min((b for b in group if _within(b.when, dated.when)), key=_narrowest, default=dated)
    concepts = tuple(sorted(set(lead.mention.concepts)))
    termed = next((b.mention for b in sorted(group, key=_rank) if b.mention.condition is not None), None)
    condition = pointed(termed, termed.condition.span) if termed and termed.condition else None
    articles = tuple(sorted({b.mention.article_id for b in group}))
    mentions = tuple(sorted({b.mention.id for b in group}))
    act = lead.mention.act
    when = (
        None
        if any(b.repeated and b.mention.time is None for b in group) and not dated.explicit
        else dated.when
    )
    return Position(
        id=make_id("po", [lead.actor_id, act.value, *concepts, condition, *gathers, *mentions]),
        actor_id=lead.actor_id,
        speaker_id=told.speaker_id,
        speaker=told.speaker,
        act=act,
        plover=PLOVER[act],
        issue=pointed(lead.mention, lead.mention.issue),
        concepts=concepts,
        condition=condition,
        status=told.status,
        when=when,
        articles=articles,
        mentions=mentions,
        reason=_gathered(group, len(gathers)) + _reason(group, lead, told, dated, when),
        gathers=gathers,
    )


def _first_day(item: Bound) -> date:
    """A copy is printed after its original: of days of printing the first counts."""
    start, end = bounds(item.when)
    return start or end or date.max


def _within(when: str | None, other: str | None) -> bool:
    """Does a time lie within another that has two ends?"""
    (start, end), (begin, close) = bounds(when), bounds(other)
    return bool(start and end and begin and close and begin <= start and end <= close)


def _narrowest(item: Bound) -> tuple[int, bool, bool, tuple[bool, bool, float, str, int, str]]:
    start, end = bounds(item.when)
    width = (end - start).days if start and end else 0
    return width, not item.explicit, item.title, _rank(item)


def pointed(mention: PositionMention, span: Span) -> str:
    """The words of a span on one line; after a "them" in it, in brackets, what that stands for."""
    text, pointer, words = span.text, mention.pointer, mention.refers_to
    if pointer is not None and words is not None and span.start <= pointer.start and pointer.end <= span.end:
        at = pointer.end - span.start
        text = f"{text[:at]} [{words.text}]{text[at:]}"
    return " ".join(text.split())


def _rank(item: Bound) -> tuple[bool, bool, float, str, int, str]:
    mention = item.mention
    return (
        item.title,
        mention.condition is None,
        -mention.confidence,
        mention.article_id,
        mention.act_span.start,
        mention.id,
    )


def _gathered(group: Sequence[Bound], stance: int) -> str:
    """What a stance gathers: its terms in their several wordings."""
    if not stance:
        return ""
    terms = sorted(
        {" ".join(b.mention.condition.span.text.split())[:60] for b in group if b.mention.condition}
    )
    told = f", on the terms {', '.join(f'“{term}”' for term in terms)}" if terms else ""
    return f"gathers {stance} positions on {', '.join(sorted(themes_with_terms(group)))}{told}; "


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
