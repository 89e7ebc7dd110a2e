"""On what terms a source speaks: on record, background, hearsay, unstated, with the words that show it."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from onrecord.data import RecordStatus
from onrecord.lang.cues import BARE_BODIES, DOCUMENTS, OUTLET_WORDS, PUBLIC_CUES, UNNAMED_HEADS
from onrecord.stages.article.attribute.draft import Context, Draft, Range
from onrecord.stages.article.attribute.tree import lemma

_STATES = frozenset({"GPE", "NORP", "LOC"})


@dataclass(frozen=True, slots=True)
class Status:
    """A record status, why, and the range of the words that show it (None when there are none)."""

    status: RecordStatus
    why: str
    shown: Range | None


def find_status(context: Context, draft: Draft, earlier: Status | None) -> Status:
    """Status of a draft's source. `earlier` is that of the last full source before it, for pronouns."""
    cue = context.text[draft.cue[0][0] : draft.cue[0][1]] if draft.cue else ""
    if not draft.source:
        if draft.pattern == "adverb":
            return Status(RecordStatus.HEARSAY, f"“{cue}” relays it and names nobody who says so", draft.cue[0])
        return Status(RecordStatus.UNSTATED, f"“{cue}” names nobody who says so", draft.cue[0])
    shown = draft.antecedent or draft.source[0]
    words = context.text[shown[0] : shown[1]]
    span = context.doc.char_span(*shown, alignment_mode="expand")
    if span is None or not len(span):
        return Status(RecordStatus.UNSTATED, f"“{words}” cannot be read as a party", shown)
    head = span.root
    if head.pos_ == "PRON" and len(span) == 1:
        return _pronoun(words, shown, earlier)
    if _relayed(draft):
        carrier = draft.carrier
        by = _words(context, carrier.source) if carrier is not None else ""
        return Status(
            RecordStatus.HEARSAY,
            f"what “{words}” thinks is relayed by “{by}”, who does not say how it is known",
            shown,
        )
    return _full(context, draft, span, head, cue)


def _words(context: Context, ranges: list[Range]) -> str:
    return context.text[ranges[0][0] : ranges[0][1]] if ranges else "an unnamed party"


def _relayed(draft: Draft) -> bool:
    return draft.cue_class == "believe" and draft.carrier is not None and draft.pattern != "citing"


def _pronoun(words: str, shown: Range, earlier: Status | None) -> Status:
    if words.lower() in ("i", "we"):
        return Status(RecordStatus.ON_RECORD, f"“{words}” is the speaker of the text itself", shown)
    if earlier is None:
        return Status(RecordStatus.UNSTATED, f"“{words}” refers to no source named before", shown)
    return Status(earlier.status, f"“{words}” takes up a source before it: {earlier.why}", earlier.shown)


def _full(context: Context, draft: Draft, span: Span, head: Token, cue: str) -> Status:
    words, shown = span.text, (span.start_char, span.end_char)
    name = _name_in(span, head)
    word = lemma(head)
    spoken = bool(draft.occasion) or any(
        context.quotation_at(start) is not None or context.quotation_at(end - 1) is not None
        for start, end in draft.content
        if start < end
    )
    if name is None and word in BARE_BODIES:
        if spoken:
            return Status(RecordStatus.ON_RECORD, f"“{words}” speak with their words or occasion given", shown)
        return Status(RecordStatus.UNSTATED, f"“{words}” {cue}, but nobody of them and no occasion is named", shown)
    if name is None and word in UNNAMED_HEADS:
        if any(part in PUBLIC_CUES for part in cue.lower().split()):
            return Status(RecordStatus.ON_RECORD, f"“{words}” {cue}: a public line repeated in public", shown)
        return Status(RecordStatus.BACKGROUND, f"“{words}” describes who speaks and gives no name", shown)
    if name is not None and name.ent_type_ in _STATES and not spoken:
        return Status(RecordStatus.UNSTATED, f"“{words}” is a state or place: who spoke for it, and when, is not said", shown)
    if draft.cue_class in ("believe", "deny", "demand") and draft.pattern in ("object", "infinitive") and not spoken:
        return Status(RecordStatus.UNSTATED, f"“{words}” {cue} it, but no saying of it is told", shown)
    if name is not None:
        return Status(RecordStatus.ON_RECORD, f"“{words}” is named", shown)
    if word in OUTLET_WORDS or word in DOCUMENTS:
        return Status(RecordStatus.ON_RECORD, f"“{words}” is a publication that can be looked up", shown)
    if head.tag_ in ("NNS", "NNPS"):
        return Status(RecordStatus.BACKGROUND, f"“{words}” describes a group and names nobody", shown)
    if span[0].lower_ in ("a", "an", "another", "one", "some"):
        return Status(RecordStatus.BACKGROUND, f"“{words}” is described and not named", shown)
    return Status(RecordStatus.ON_RECORD, f"“{words}” is a known office or body", shown)


def _name_in(span: Span, head: Token) -> Token | None:
    """The proper noun that names the source: its head, or an apposition to it."""
    if head.pos_ == "PROPN" or (head.ent_type_ in ("PERSON", "ORG", "GPE") and head.pos_ != "PRON"):
        return head
    for token in span:
        if token.dep_ == "appos" and token.head.i == head.i and token.pos_ == "PROPN":
            return token
    return None
