"""Who the source of an attribution is: an outlet that carries the word on, or a source of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.data import (
    ActorLink,
    ArticleFindings,
    Attribution,
    CueClass,
    Mention,
    MentionKind,
    RecordStatus,
    Span,
)
from onrecord.lang.agencies import fold_name, known_outlet
from onrecord.lang.carriers import (
    GENERIC_CARRIERS,
    GROUP_PRONOUNS,
    POINTERS_TO_CARRIER,
    RELATIVES,
    outlet_key,
)


@dataclass(frozen=True, slots=True)
class Party:
    """A source of the article: its name, where it stands, and whether it is a carrier (an outlet).

    `pointer` marks a carrier named only by a noun ("the agency"), which means one named before.
    """

    name: str
    span: Span | None
    cue: Span | None
    carrier: bool
    pointer: bool
    actor_id: str | None
    status: RecordStatus
    reason: str


class Parties:
    """Resolves the sources of one article's attributions."""

    def __init__(self, found: ArticleFindings, links: Iterable[ActorLink], own: frozenset[str]) -> None:
        self.found = found
        self._actor_at = {(link.span.start, link.span.end): link.actor_id for link in links}
        self._named = own | {outlet_key(credit.name) for credit in found.credits}
        self._by_id = {item.id: item for item in found.attributions}
        self._names = _chain_names(found.mentions)
        self._group_sources = _group_sources(found)
        self._children: dict[str, list[Attribution]] = {}
        for item in found.attributions:
            if item.parent in self._by_id:
                self._children.setdefault(str(item.parent), []).append(item)

    def path(self, attribution: Attribution) -> tuple[Attribution, ...]:
        """The attribution and those it sits in, outermost first (a cycle is cut)."""
        path = [attribution]
        seen = {attribution.id}
        while (parent := self._by_id.get(path[-1].parent or "")) and parent.id not in seen:
            seen.add(parent.id)
            path.append(parent)
        return tuple(reversed(path))

    def of(self, attribution: Attribution) -> Party:
        """The party that an attribution names as its source."""
        cue = attribution.cue[0] if attribution.cue else None
        if not attribution.source:
            reason = f"“{_short(cue)}” names no source" if cue else "no source is named"
            return Party("source not named", None, cue, False, False, None, attribution.status, reason)
        span = attribution.source[0]
        mention = self._meant(span)
        pointer = _is_pointer(span, mention)
        carrier = pointer or self._is_carrier(attribution, span, mention)
        name = self._name(span, mention)
        reason = f"“{_short(cue)}” gives it to “{_short(span)}”" if cue else f"said of “{_short(span)}”"
        if name != span.text:
            reason += f", that is {name}"
        return Party(name, span, cue, carrier, pointer, self.actor(mention), attribution.status, reason)

    def addressee(self, attribution: Attribution) -> Party | None:
        """The outlet that the source told it to ("told Reuters"), None when it told no outlet."""
        span = attribution.addressee
        if span is None:
            return None
        mention = self._mention(span)
        pointer = _is_pointer(span, mention)
        if not (pointer or self._is_named_outlet(span, mention)):
            return None
        reason = f"“{_short(span)}” is told it"
        cue = attribution.cue[0] if attribution.cue else None
        name = self._name(span, mention)
        return Party(name, span, cue, True, pointer, self.actor(mention), RecordStatus.UNSTATED, reason)

    def actor(self, mention: Mention | None) -> str | None:
        """The actor that a mention was linked to."""
        return self._actor_at.get((mention.span.start, mention.span.end)) if mention else None

    def first_actor(self, span: Span) -> str | None:
        """The person or state that a passage first speaks of."""
        able = (MentionKind.PERSON, MentionKind.STATE, MentionKind.BODY)
        inside = [m for m in self.found.mentions if span.start <= m.span.start and m.span.end <= span.end]
        first = min((m for m in inside if m.kind in able), key=lambda m: m.span.start, default=None)
        longest = [
            m for m in inside if first and m.kind is MentionKind.PERSON and m.span.start <= first.span.end
        ]
        return self.actor(max(longest, key=lambda m: m.span.end, default=first))

    def _meant(self, span: Span) -> Mention | None:
        """The mention of a source; for a pronoun that nothing resolved, the party named before it.

        "who" means the name it follows; "them", "they" the last unnamed group that spoke.
        """
        mention = self._mention(span)
        word = span.text.lower()
        if word in RELATIVES:
            before = [m for m in self.found.mentions if span.start - 3 <= m.span.end <= span.start]
            return max(before, key=lambda m: m.span.end - m.span.start, default=mention)
        if word in GROUP_PRONOUNS and (mention is None or mention.chain not in self._names):
            earlier = [s for s in self._group_sources if s.end <= span.start]
            return self._mention(earlier[-1]) if earlier else mention
        return mention

    def _mention(self, span: Span) -> Mention | None:
        inside = [m for m in self.found.mentions if m.span.start < span.end and m.span.end > span.start]
        return max(inside, key=lambda m: (_overlap(m.span, span), m.span.start), default=None)

    def _name(self, span: Span, mention: Mention | None) -> str:
        if mention is None:
            return span.text
        if mention.kind is MentionKind.UNNAMED:
            far = mention.span.end <= span.start or span.end <= mention.span.start
            return self._names.get(mention.chain, span.text) if mention.pronoun or far else span.text
        return mention.name or span.text

    def _is_named_outlet(self, span: Span, mention: Mention | None) -> bool:
        if mention is not None and mention.kind is MentionKind.OUTLET:
            return _overlap(mention.span, span) * 2 > span.end - span.start
        return known_outlet(span.text) is not None or outlet_key(span.text) in self._named

    def _is_carrier(self, attribution: Attribution, span: Span, mention: Mention | None) -> bool:
        if self._is_named_outlet(span, mention) or _head_word(span, mention) in GENERIC_CARRIERS:
            return True
        if mention is not None and mention.kind in (
            MentionKind.PERSON,
            MentionKind.UNNAMED,
            MentionKind.STATE,
        ):
            return False
        # A name that nobody knows, set beside a report that cites further: "Infotok reports, citing X".
        reports = attribution.cue_class is CueClass.REPORT and span.text[:1].isupper()
        cited = self._children.get(attribution.id, [])
        return reports and any(self._cites(child) for child in cited)

    def _cites(self, child: Attribution) -> bool:
        return bool(child.source) and child.cue_class is CueClass.REPORT


def _group_sources(found: ArticleFindings) -> list[Span]:
    """Sources that are unnamed groups, in text order."""
    spans = [span for item in found.attributions for span in item.source[:1]]
    groups = {(m.span.start, m.span.end) for m in found.mentions if m.kind is MentionKind.UNNAMED}
    covered = [s for s in spans if any(s.start <= low and high <= s.end for low, high in groups)]
    return sorted(s for s in covered if s.text.lower() not in GROUP_PRONOUNS)


def _chain_names(mentions: Iterable[Mention]) -> Mapping[int, str]:
    names: dict[int, str] = {}
    for mention in mentions:
        if not mention.pronoun:
            names.setdefault(mention.chain, mention.span.text)
    return names


def _head_word(span: Span, mention: Mention | None) -> str:
    if mention is not None and _overlap(mention.span, span) * 2 > span.end - span.start:
        return fold_name(mention.head.text.split()[-1]) if mention.head.text.split() else ""
    words = span.text.split()
    for number, word in enumerate(words):
        if number and word.lower() in {"of", "from", "in", "close", "familiar", "who", "von", "aus"}:
            return fold_name(words[number - 1])
    return fold_name(words[-1]) if words else ""


def _is_pointer(span: Span, mention: Mention | None) -> bool:
    words = span.text.lower().split()
    short = 0 < len(words) <= 3 and words[0] in {"the", "this", "die", "das", "der"}
    return short and _head_word(span, None) in POINTERS_TO_CARRIER and not (mention and mention.pronoun)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _short(span: Span | None, limit: int = 60) -> str:
    text = " ".join(span.text.split()) if span else ""
    return text if len(text) <= limit else text[: limit - 1] + "…"
