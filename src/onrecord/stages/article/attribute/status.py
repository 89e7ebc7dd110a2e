"""On what terms a source speaks: on record, background, hearsay, unstated, with the words that show it."""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.data import Mention, MentionKind, RecordStatus
from onrecord.lang.cues import (
    BARE_BODIES,
    DOCUMENTS,
    OFFICE_HEADS,
    OUTLET_WORDS,
    PUBLIC_CUES,
    SAYING_HEADS,
    UNNAMED_HEADS,
    UTTERED,
)
from onrecord.lang.seats import seat_names
from onrecord.lang.states import codes_by_capital, codes_by_name
from onrecord.stages.article.attribute.draft import Context, Draft, Range
from onrecord.stages.article.attribute.parties import Mentions, Party, fits, read_party
from onrecord.stages.article.attribute.tree import lemma

_STATES = frozenset({"GPE", "NORP", "LOC"})
_ATTITUDES = frozenset({"believe", "deny", "demand"})
_RELAYED = frozenset({"say", "report", "claim"})  # "is said to", "is alleged to"
_SAID = frozenset({"say", "claim", "warn", "deny", "promise", "accuse"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several", "two", "three", "four", "five"})


@dataclass(frozen=True, slots=True)
class Status:
    """A record status, why, and the range of the words that show it (None when there are none)."""

    status: RecordStatus
    why: str
    shown: Range | None


Earlier = tuple[Party, Status]
_LOOK = 40  # sources looked back at for a pronoun


def find_statuses(context: Context, drafts: list[Draft], mentions: tuple[Mention, ...]) -> list[Status]:
    """A status for each draft, in the order given; pronouns look back to the sources before them."""
    known = Mentions(mentions)
    parties = [read_party(context, draft, known) for draft in drafts]
    result: dict[int, Status] = {}
    before: list[Earlier] = []
    for number in sorted(range(len(drafts)), key=lambda number: _place(drafts[number])):
        draft, party = drafts[number], parties[number]
        earlier = _taken_up(party, before) if party is not None and party.pronoun else None
        result[number] = find_status(context, draft, party, earlier)
        if party is not None and not party.pronoun:
            cue = context.text[draft.cue[0][0] : draft.cue[-1][1]]
            before.append((party, party_status(context, draft, party, cue)))
    _voiced(context, drafts, parties, result)
    return [result[number] for number in range(len(drafts))]


def _voiced(
    context: Context, drafts: list[Draft], parties: list[Party | None], result: dict[int, Status]
) -> None:
    """A named party's own thought is on record where the same paragraph lets the party say so."""
    said: dict[tuple[int, int], Party] = {}
    for draft, party in zip(drafts, parties, strict=True):
        if party is not None and party.chain is not None and draft.cue_class in _SAID:
            said.setdefault((party.chain, context.line_of(party.shown[0])), party)
    for number, (draft, party) in enumerate(zip(drafts, parties, strict=True)):
        if party is None or party.chain is None or party.name is None or draft.carrier is not None:
            continue
        thought = draft.cue_class == "believe" and result[number].status is RecordStatus.HEARSAY
        voice = said.get((party.chain, context.line_of(party.shown[0]))) if thought else None
        if voice is not None:
            why = f"“{party.words}” is named, and “{voice.words}” speaks beside it in the same paragraph"
            result[number] = Status(RecordStatus.ON_RECORD, why, party.shown)


def _taken_up(pronoun: Party, before: list[Earlier]) -> Earlier | None:
    """The nearest earlier source of the same coreference chain, else the nearest that fits."""
    near = before[-_LOOK:][::-1]
    for party, status in near:
        if pronoun.chain is not None and party.chain == pronoun.chain:
            return party, status
    return next((known for known in near if fits(pronoun, known[0])), None)


def _place(draft: Draft) -> tuple[Range, Range]:
    return (draft.source or draft.cue)[0], draft.cue[0]


def find_status(context: Context, draft: Draft, party: Party | None, earlier: Earlier | None) -> Status:
    """Status of a draft's source.

    `party` is what the source phrase is, None without a source; `earlier` is the party that a
    pronoun takes up, with its status.
    """
    cue = context.text[draft.cue[0][0] : draft.cue[-1][1]] if draft.cue else ""
    if party is None:
        shown = draft.cue[0] if draft.cue else None
        if draft.pattern == "adverb" or (draft.pattern == "opinion" and draft.cue_class in _RELAYED):
            return Status(RecordStatus.HEARSAY, f"“{cue}” relays it and names nobody who says so", shown)
        return Status(RecordStatus.UNSTATED, f"“{cue}” names nobody who says so", shown)
    if _is_relayed(draft, earlier):
        by = _carrier(context, draft)
        why = f"what “{party.words}” {cue} is relayed by “{by}”, and how it is known is not said"
        return Status(RecordStatus.HEARSAY, why, party.shown)
    if party.pronoun:
        return _pronoun(context, draft, party, earlier, cue)
    return party_status(context, draft, party, cue)


def _carrier(context: Context, draft: Draft) -> str:
    carrier = draft.carrier
    if carrier is None or not carrier.source:
        return "an unnamed party"
    return context.text[carrier.source[0][0] : carrier.source[0][1]]


def _is_relayed(draft: Draft, earlier: Earlier | None) -> bool:
    """A thought told by somebody else: nobody says how it is known."""
    carrier = draft.carrier
    if draft.cue_class != "believe" or draft.pattern == "citing" or carrier is None or not carrier.source:
        return False
    own = earlier[0].shown if earlier is not None else draft.source[0]
    return own != (carrier.antecedent or carrier.source[0]) and draft.source[0] != carrier.source[0]


def _pronoun(context: Context, draft: Draft, party: Party, earlier: Earlier | None, cue: str) -> Status:
    """A pronoun speaks as the party it takes up would have spoken with this cue."""
    if party.words.lower() in ("i", "we", "me", "us"):
        return Status(
            RecordStatus.ON_RECORD, f"“{party.words}” is the writer or speaker of the text", party.shown
        )
    if earlier is None:
        return Status(
            RecordStatus.UNSTATED, f"“{party.words}” takes up no source named before it", party.shown
        )
    known, before = earlier
    carrier = draft.carrier
    own = carrier is not None and carrier.source and known.shown == (carrier.antecedent or carrier.source[0])
    status = before if own else party_status(context, draft, known, cue)
    return Status(status.status, f"“{party.words}” takes up “{known.words}”: {status.why}", status.shown)


def party_status(context: Context, draft: Draft, party: Party, cue: str) -> Status:
    """Status by what the phrase itself is and how it is said to have spoken."""
    spoken = _is_spoken(context, draft)
    heard = _heard(context, draft, party, cue)
    if heard is not None:
        return heard
    if party.name is None:
        described = _described(party, cue, spoken)
        if described is not None:
            return described
    words, shown = party.words, party.shown
    if is_state(party) and not spoken and draft.addressee is None:
        why = f"“{words}”: who spoke for this state, and when, is not said"
        return Status(RecordStatus.UNSTATED, why, shown)
    attitude = draft.pattern in ("object", "infinitive") and draft.cue_class in _ATTITUDES
    attitude = attitude and not _is_uttered(context, draft)
    if attitude and not spoken:
        return Status(RecordStatus.UNSTATED, f"“{words}” {cue}: an attitude, no saying of it is told", shown)
    if draft.cue_class == "believe" and not spoken and draft.pattern == "clause":
        return _thought(party, cue)
    return _named(party)


def _heard(context: Context, draft: Draft, party: Party, cue: str) -> Status | None:
    """ "a cook heard that": what others said, whoever they are; a court hears in public."""
    bodily = party.kind in (MentionKind.BODY, MentionKind.OUTLET, MentionKind.STATE)
    if draft.head < 0 or bodily or lemma(context.doc[draft.head]) != "hear":
        return None
    if lemma(party.head) in BARE_BODIES or party.head.ent_type_ in ("ORG", "GPE", "FAC"):
        return None
    if lemma(party.head) in ("court", "jury", "inquest", "inquiry", "tribunal", "hearing", "parliament"):
        return None
    why = f"“{party.words}” {cue} it, and from whom is not said"
    return Status(RecordStatus.HEARSAY, why, party.shown)


def _described(party: Party, cue: str, spoken: bool) -> Status | None:
    """Status of a source without a name, None when its words alone do not tell."""
    words, shown, word = party.words, party.shown, lemma(party.head)
    if word in BARE_BODIES:
        if spoken:
            return Status(RecordStatus.ON_RECORD, f"“{words}”: words or occasion of “{cue}” are given", shown)
        why = f"“{words}” {cue}: nobody of them and no occasion is named"
        return Status(RecordStatus.UNSTATED, why, shown)
    if word in SAYING_HEADS and party.head.tag_ == "NNS" and not _has_maker(party.head):
        return Status(RecordStatus.HEARSAY, f"“{words}” are relayed without anybody who makes them", shown)
    if word not in UNNAMED_HEADS:
        return None
    if any(part in PUBLIC_CUES for part in cue.lower().split()):
        why = f"“{words}” {cue}: what was public before is said again"
        return Status(RecordStatus.ON_RECORD, why, shown)
    return Status(RecordStatus.BACKGROUND, f"“{words}” describes who speaks and gives no name", shown)


def _has_maker(noun: Token) -> bool:
    """ "claims by captured soldiers" """
    return any(item.dep_ == "prep" and item.lower_ in ("by", "from", "of") for item in noun.children)


def _thought(party: Party, cue: str) -> Status:
    named = _named(party)
    if named.status is not RecordStatus.ON_RECORD:
        return named
    why = f"“{party.words}” {cue}: a thought, and how it is known is not said"
    return Status(RecordStatus.HEARSAY, why, party.shown)


def _named(party: Party) -> Status:
    words, shown, word = party.words, party.shown, lemma(party.head)
    if party.name is not None:
        return Status(RecordStatus.ON_RECORD, f"“{party.name}” is named", shown)
    if word in OUTLET_WORDS or word in DOCUMENTS:
        return Status(RecordStatus.ON_RECORD, f"“{words}” is a publication that can be looked up", shown)
    if party.span[0].lower_ in _INDEFINITE:
        return Status(
            RecordStatus.BACKGROUND, f"“{words}” is described by “{party.span[0].text}” and not named", shown
        )
    if word in OFFICE_HEADS and party.head.tag_ == "NN":
        return Status(RecordStatus.ON_RECORD, f"“{words}” is the holder of one office", shown)
    if party.head.tag_ in ("NNS", "NNPS"):
        return Status(RecordStatus.BACKGROUND, f"“{words}” describes a group and names nobody", shown)
    return Status(RecordStatus.ON_RECORD, f"“{words}” is a definite body or person", shown)


def _is_uttered(context: Context, draft: Draft) -> bool:
    """ "thanked", "praised": done by saying so."""
    return draft.head >= 0 and lemma(context.doc[draft.head]) in UTTERED


def is_state(party: Party) -> bool:
    """Whether a source is a state, by its mention, its name, its capital or the tagger's label."""
    if party.name is not None and party.name in seat_names():
        return False  # a palace or ministry by its address: a public body that speaks
    if party.kind is not None:
        place = party.kind is MentionKind.PLACE and party.head.ent_type_ in _STATES
        return party.kind is MentionKind.STATE or place  # a place that speaks is a capital
    if party.name is None:
        return False
    if party.name in codes_by_name() or party.name in codes_by_capital():
        return True
    return party.head.ent_type_ in _STATES and party.head.pos_ == "PROPN"


def _is_spoken(context: Context, draft: Draft) -> bool:
    """Whether the text gives words in quotation marks or an occasion of speaking."""
    if draft.pattern == "view":
        return False
    return bool(draft.occasion) or any(
        context.quotations_in(start, end) for start, end in draft.content if start < end
    )
