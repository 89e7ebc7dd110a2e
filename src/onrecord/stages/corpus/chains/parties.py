"""Who the source of an attribution is: an outlet that carries the word on, or a source of its own."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.data import (
    ArticleFindings,
    Attribution,
    CueClass,
    Mention,
    MentionKind,
    RecordStatus,
    Span,
)
from onrecord.lang.agencies import fold_name, known_outlet
from onrecord.lang.carriers import CITING_CUES, GENERIC_CARRIERS, POINTERS_TO_CARRIER, outlet_key
from onrecord.stages.corpus.chains.mentioned import Mentioned, overlap

_POSSESSIVE = re.compile(r"['’]s?(?=\s)")
_ONE_OF = re.compile(r"\b(?:one|two|three|some|several|another|others?|many|most) of ")
# A name behind one of these tells which clerk it is, or what else is true of her.
_TELLS_WHICH = re.compile(
    r"\b(?:at|in|of|from|to|with|for|near|under|behind|who|which|whose|an|am|beim|im|des|der|von|aus)"
    r"(?:\s[^\n,]{0,60})?\s$"
)
_OF = frozenset({"of", "from", "in", "close", "familiar", "who", "von", "aus"})
# An outlet introduced by what it is: "news agency Harrow", "der Nachrichtenagentur Harrow".
CALLED_OUTLET = re.compile(
    r"(?:(?:the|a|der|die|dem|den|das) )?(?:[a-z]{3,12} )?"
    r"(?:agency|newspaper|paper|website|portal|broadcaster|magazine|daily|weekly|channel|"
    r"(?:Nachrichten|Presse)?[Aa]gentur|(?:Tages|Wochen)?[Zz]eitung|(?:Nachrichten)?[Pp]ortal|"
    r"Sender|Magazin) "
    r"[„“\"»]?([^\W\d_a-z][\w&.’'-]*(?: [^\W\d_a-z][\w&.’'-]*){0,3})$"
)
_NO_OUTLETS = (MentionKind.UNNAMED, MentionKind.STATE)


@dataclass(frozen=True, slots=True)
class Party:
    """A source of the article: its name, where it stands, and whether it is a carrier (an outlet).

    `pointer` marks a carrier named only by a noun ("the agency"), which means one named before.
    `teller_to` is the outlet whose source it is called ("Meridian's sources").
    """

    name: str
    span: Span | None
    cue: Span | None
    carrier: bool
    pointer: bool
    actor_id: str | None
    status: RecordStatus
    reason: str
    teller_to: "Party | None" = None


class Outlets:
    """The keys of outlets of the pile. `asked` keeps what was asked for, with the answer."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self.asked: dict[str, bool] = {}

    def __contains__(self, key: str) -> bool:
        answer = key in self._known
        self.asked[key] = answer
        return answer


class Parties:
    """Resolves the sources of one article's attributions.

    `actor_at` gives the actor of each link by its place. `outlets` are the keys (`outlet_key`) of outlets
    that publish or are credited anywhere in the pile; `own` is the key of the page's own.
    """

    def __init__(
        self,
        found: ArticleFindings,
        actor_at: Mapping[tuple[int, int], str],
        outlets: Outlets,
        own: str = "",
    ) -> None:
        self.found = found
        self.mentioned = Mentioned(found, actor_at)
        self._by_id = {item.id: item for item in found.attributions}
        self._citing = {item.parent for item in found.attributions if _cites(item)}
        self._pile = outlets
        self._outlets = {outlet_key(credit.name) for credit in found.credits} | ({own} if own else set())
        self._outlets |= self._carriers_by_form()
        self._parties: dict[str, Party] = {}
        self._own = own
        self._outlet_places: list[tuple[int, int]] | None = None

    def _is_outlet(self, name: str) -> bool:
        """Whether a name is that of an outlet of this article or of the pile."""
        key = outlet_key(name)
        return key in self._outlets or key in self._pile

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
        if attribution.id not in self._parties:
            self._parties[attribution.id] = self._resolve(attribution)
        return self._parties[attribution.id]

    def addressee(self, attribution: Attribution) -> Party | None:
        """The outlet that the source told it to ("told Reuters"), None when it told no outlet."""
        span = attribution.addressee
        if span is None:
            return None
        mention = self.mentioned.at(span)
        pointer = _is_pointer(span, mention)
        cue = attribution.cue[0] if attribution.cue else None
        if not (pointer or self._is_named_outlet(span, mention)):
            called = CALLED_OUTLET.match(span.text)
            if called is None:
                return None
            name = Span(span.start + called.start(1), span.start + called.end(1), called[1])
            return self._outlet(name, cue, False, f"“{short(span)}” is told it")
        return self._outlet(span, cue, pointer, f"“{short(span)}” is told it")

    def _resolve(self, attribution: Attribution) -> Party:
        cue = attribution.cue[0] if attribution.cue else None
        if not attribution.source:
            reason = f"“{short(cue)}” names no source" if cue else "no source is named"
            return Party("source not named", None, cue, False, False, None, attribution.status, reason)
        span = attribution.source[0]
        mention = self.mentioned.meant(span)
        if mention is not None and self._is_aside(span, mention, attribution.status):
            mention = None
        pointer = _is_pointer(span, mention)
        carrier = pointer or self._is_carrier(attribution, span, mention)
        name = self._name(span, mention)
        reason = f"“{short(cue)}” gives it to “{short(span)}”" if cue else f"said of “{short(span)}”"
        if name != span.text:
            reason += f", that is {name}"
        return Party(
            name,
            span,
            cue,
            carrier,
            pointer,
            self.mentioned.actor(mention),
            attribution.status,
            reason,
            None if carrier else self._owner(span),
        )

    def _is_aside(self, span: Span, mention: Mention, status: RecordStatus) -> bool:
        """ "A cook at Dunmore Castle", "aides of Ina Holt": the name is not that of who speaks."""
        if mention.pronoun or mention.span.start <= span.start or mention.span.start >= span.end:
            return False
        if mention.kind in (MentionKind.UNNAMED, MentionKind.OUTLET):
            return False
        before = span.text[: mention.span.start - span.start]
        unnamed = status in (RecordStatus.BACKGROUND, RecordStatus.HEARSAY)
        return unnamed and _TELLS_WHICH.search(before) is not None

    def _owner(self, span: Span) -> Party | None:
        """The outlet that a source is said to be of: "Meridian's sources in Dastrov"."""
        match = _POSSESSIVE.search(span.text)
        if match is None:
            return None
        low = max((opening.end() for opening in _ONE_OF.finditer(span.text, 0, match.start())), default=0)
        owner = Span(span.start + low, span.start + match.start(), span.text[low : match.start()])
        mention = self.mentioned.at(owner)
        if _is_pointer(owner, mention):
            return self._pointed(span, owner)
        if not self._is_named_outlet(owner, mention):
            return None
        return self._outlet(owner, None, False, f"“{short(span)}” are its own")

    def _pointed(self, span: Span, owner: Span) -> Party | None:
        """The outlet that "the agency's sources" are of: the last one named before that is not the page's."""
        if self._outlet_places is None:
            self._outlet_places = self._find_outlets()
        place = bisect_left(self._outlet_places, (owner.start, owner.start))
        if not place:
            return None
        start, end = self._outlet_places[place - 1]
        named = Span(start, end, self.found.article.text[start:end])
        reason = f"“{short(span)}” are those of {named.text}, the outlet named last before"
        return self._outlet(named, None, False, reason)

    def _find_outlets(self) -> list[tuple[int, int]]:
        """Where other outlets than the page's own stand by name, in text order."""
        return sorted(
            (m.head.start, m.head.end)
            for m in self.found.mentions
            if not m.pronoun
            and m.head.text[:1].isupper()
            and outlet_key(m.head.text) != self._own
            and (
                m.kind is MentionKind.OUTLET
                or known_outlet(m.head.text) is not None
                or self._is_outlet(m.head.text)
            )
        )

    def _outlet(self, span: Span, cue: Span | None, pointer: bool, reason: str) -> Party:
        mention = self.mentioned.at(span)
        name = self._name(span, mention)
        actor = self.mentioned.actor(mention)
        return Party(name, span, cue, True, pointer, actor, RecordStatus.UNSTATED, reason)

    def _name(self, span: Span, mention: Mention | None) -> str:
        if mention is None or self._is_other(span, mention):
            return span.text
        if mention.kind is MentionKind.UNNAMED:
            far = mention.span.end <= span.start or span.end <= mention.span.start
            return self.mentioned.names.get(mention.chain, span.text) if mention.pronoun or far else span.text
        return mention.name or span.text

    def _is_other(self, span: Span, mention: Mention) -> bool:
        """An outlet's name that a mention of something else merely touches."""
        return mention.kind is not MentionKind.OUTLET and self._is_outlet(span.text)

    def _is_named_outlet(self, span: Span, mention: Mention | None) -> bool:
        if mention is not None and mention.kind is MentionKind.OUTLET:
            return overlap(mention.span, span) * 2 > span.end - span.start
        return known_outlet(span.text) is not None or self._is_outlet(span.text)

    def _is_carrier(self, attribution: Attribution, span: Span, mention: Mention | None) -> bool:
        if self._is_named_outlet(span, mention) or _head_word(span, mention) in GENERIC_CARRIERS:
            return True
        return attribution.id in self._citing and self._may_be_outlet(span, mention)

    def _carriers_by_form(self) -> set[str]:
        """Names that the article shows to be outlets: they report citing others, or are so cited."""
        keys = set()
        for item in self.found.attributions:
            span = item.source[0] if item.source else None
            cited = _cites(item) and item.parent in self._by_id
            if (
                span
                and (cited or item.id in self._citing)
                and self._may_be_outlet(span, self.mentioned.at(span))
            ):
                keys.add(outlet_key(span.text))
        return keys

    def _may_be_outlet(self, span: Span, mention: Mention | None) -> bool:
        """A name, and neither a person's full name nor a state nor a described group."""
        if mention is not None and mention.kind in _NO_OUTLETS:
            return False
        person = mention is not None and mention.kind is MentionKind.PERSON
        if mention is not None and person and (len(mention.name.split()) > 1 or mention.descriptions):
            return False
        words = [word for word in span.text.split() if word.lower() not in {"the", "die", "der", "das"}]
        return bool(words) and words[0][:1].isupper()


def _cites(item: Attribution) -> bool:
    """Whether an attribution is one that another party cites ("citing X", "with reference to X")."""
    if not item.parent or not item.source or not item.cue:
        return False
    cue = item.cue[0].text.lower()
    return item.cue_class is CueClass.REPORT or any(word in CITING_CUES for word in cue.split())


def _head_word(span: Span, mention: Mention | None) -> str:
    if mention is not None and overlap(mention.span, span) * 2 > span.end - span.start:
        return fold_name(mention.head.text.split()[-1]) if mention.head.text.split() else ""
    words = span.text.split()
    for number, word in enumerate(words):
        if number and word.lower() in _OF:
            return fold_name(words[number - 1])
    return fold_name(words[-1]) if words else ""


def _is_pointer(span: Span, mention: Mention | None) -> bool:
    """Whether an outlet is meant by a noun alone: "the news agency", but not "the Meridian agency"."""
    words = span.text.split()
    if not 0 < len(words) <= 3 or words[0].lower() not in {"the", "this", "die", "das", "der"}:
        return False
    named = any(word[:1].isupper() for word in words[1:-1])
    pointed = _head_word(span, None) in POINTERS_TO_CARRIER
    return pointed and not named and not (mention and mention.pronoun)


def short(span: Span | None, limit: int = 60) -> str:
    """A span's words for a reason, cut at `limit` characters."""
    text = " ".join(span.text.split()) if span else ""
    return text if len(text) <= limit else text[: limit - 1] + "…"
