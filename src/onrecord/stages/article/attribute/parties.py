"""What a source phrase is: its head, its name if it has one, its kind, and whom a pronoun takes up."""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Span, Token

from onrecord.data import Mention, MentionKind
from onrecord.stages.article.attribute.draft import Context, Draft, Range

_PERSONAL = frozenset({"he", "she", "him", "her", "his"})
_PLURAL = frozenset({"they", "them", "their", "both", "all"})
_THING = frozenset({"it", "its"})


@dataclass(frozen=True, slots=True)
class Party:
    """A source phrase. `name` is its proper name, None when it is only described."""

    span: Span
    shown: Range
    words: str
    head: Token
    name: str | None
    kind: MentionKind | None
    pronoun: bool
    chain: int | None


class Mentions:
    """Mentions of the article by place."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self._mentions = sorted(mentions, key=lambda mention: (mention.head.start, mention.head.end))
        self._starts = [mention.head.start for mention in self._mentions]
        self._states = {item.head.text for item in mentions if item.kind is MentionKind.STATE}
        people = [item.head.text.split() for item in mentions if item.kind is MentionKind.PERSON]
        self._surnames = {words[-1] for words in people if len(words) > 1}

    def kind(self, mention: Mention | None, name: str | None) -> MentionKind | None:
        """Kind of a mention; what the article elsewhere calls a state or a person by full name is that."""
        if name in self._states:
            return MentionKind.STATE
        if mention is None:
            return None
        place = mention.kind is MentionKind.PLACE
        return MentionKind.PERSON if place and name in self._surnames else mention.kind

    def at(self, token: Token) -> Mention | None:
        """The mention whose head holds a token."""
        place = bisect_right(self._starts, token.idx) - 1
        for mention in self._mentions[max(0, place - 2) : place + 1][::-1]:
            if mention.head.start <= token.idx < mention.head.end:
                return mention
        return None


def read_party(context: Context, draft: Draft, mentions: Mentions) -> Party | None:
    """The party of a draft's source, None without one. "who" is read as what it refers to."""
    if not draft.source:
        return None
    shown = draft.antecedent or draft.source[0]
    span = context.doc.char_span(*shown, alignment_mode="expand")
    if span is None or not len(span):
        return None
    head = span.root
    mention = mentions.at(head)
    pronoun = len(span) == 1 and head.pos_ == "PRON" and head.lower_ not in ("some", "many", "most", "others")
    name = None if pronoun else _name(span, head)
    kind = mentions.kind(mention, name)
    chain = mention.chain if mention is not None else None
    return Party(span, shown, context.text[shown[0] : shown[1]], head, name, kind, pronoun, chain)


def _name(span: Span, head: Token) -> str | None:
    """The proper name that the source carries: its head's, or that of an apposition."""
    token = head if _is_name(head) else None
    if token is None:
        for item in head.children:
            if item.dep_ == "appos" and item.i < span.end and _is_name(item):
                token = item
                break
    if token is None:
        return None
    first = token.i
    doc = token.doc
    while (
        first > span.start and doc[first - 1].pos_ == "PROPN" and doc[first - 1].dep_ in ("compound", "nmod")
    ):
        first -= 1
    return doc[first : token.i + 1].text


def _is_name(token: Token) -> bool:
    if token.pos_ == "PRON":
        return False
    return token.pos_ == "PROPN" or (token.ent_type_ in ("PERSON", "ORG", "GPE") and token.text[:1].isupper())


def fits(pronoun: Party, party: Party) -> bool:
    """Whether a pronoun can take up a party, by number and by person or thing."""
    word = pronoun.words.lower()
    plural = party.head.tag_ in ("NNS", "NNPS") or any(item.dep_ == "conj" for item in party.head.children)
    thing = party.kind in (MentionKind.STATE, MentionKind.BODY, MentionKind.OUTLET, MentionKind.PLACE) or (
        party.kind is None and party.head.ent_type_ in ("GPE", "ORG", "NORP", "LOC")
    )
    if word in _PERSONAL:
        return not plural and not thing
    if word in _PLURAL:
        return plural
    if word in _THING:
        return not plural and party.kind is not MentionKind.PERSON and party.head.ent_type_ != "PERSON"
    return True
