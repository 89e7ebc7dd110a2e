"""Readiness: "is ready to", "open to", "signals openness to", and their denials."""

from spacy.tokens import Token

from onrecord.lang.acts import (
    EASING_VERBS,
    MEASURES,
    MERELY_GLAD,
    PERCEIVING_VERBS,
    READY_ADJECTIVES,
    READY_NOUNS,
    SHOWING_VERBS,
    UNREADY_ADJECTIVES,
    UNREADY_NOUNS,
    VERBS,
    WISHING_VERBS,
)
from onrecord.lang.concepts import find_concepts
from onrecord.stages.article.acts.frame import Frame, Range
from onrecord.stages.article.acts.grammar import (
    WIDEST,
    child,
    denied,
    is_hostile,
    lemmas,
    speculated,
    subject_of,
    window,
)

_LINKS = frozenset({"to", "for"})
_LOOK_AHEAD = 3


def readiness(token: Token) -> Frame | None:
    """The frame of a readiness adjective or noun, if `token` is one with a complement."""
    lemma = token.lemma_.lower()
    word = token.lower_
    if token.i > 0 and token.nbor(-1).lower_ == "as":  # "as opposed to"
        return None
    if word in READY_ADJECTIVES or word in UNREADY_ADJECTIVES:
        return _adjective(token, word in UNREADY_ADJECTIVES)
    if lemma in READY_NOUNS or lemma in UNREADY_NOUNS:
        return _noun(token, lemma in UNREADY_NOUNS)
    return None


def _complement(token: Token) -> Range | None:
    """What follows "ready to/for": at most a few words later, to the end of the phrase."""
    doc = token.doc
    last = window(token)[1]
    for i in range(token.i + 1, min(token.i + _LOOK_AHEAD, last)):
        link = doc[i]
        if link.lower_ in _LINKS:
            head = link.head if link.dep_ == "aux" else link
            end = min(max(head.right_edge.i, i) + 1, last, i + WIDEST)
            return (i, end) if end > i + 1 else None
        if link.pos_ not in ("ADV", "PRON"):
            return None
    return None


def _adjective(token: Token, unready: bool) -> Frame | None:
    issue = _complement(token)
    if issue is not None and _idle(token, issue):
        return None
    holder = _adjective_holder(token)
    if issue is None or holder is None or speculated(token):
        return None
    act = _act_of(token, issue, unready != denied(token))
    return Frame(act, (token.i, token.i + 1), issue, holder, "readiness", 0.8) if act else None


def _adjective_holder(token: Token) -> Token | None:
    """The noun just before ("Kellan ready to talk"), else the subject of the copula."""
    before = token.doc[token.i - 1] if token.i > 0 and not token.is_sent_start else None
    if before is not None and before.pos_ in ("PROPN", "NOUN"):
        return before
    if token.dep_ in _PREDICATES:
        return child(token, "nsubjpass") or subject_of(token)
    return None


_PREDICATES = frozenset("acomp ccomp xcomp conj oprd advcl ROOT relcl attr parataxis".split())


def _idle(token: Token, issue: Range) -> bool:
    """ "glad to see it", and "wants them to be ready": neither is the holder's readiness."""
    doc, verb = token.doc, token.head
    first = doc[min(issue[0] + 1, issue[1] - 1)].lemma_.lower()
    if token.lower_ in MERELY_GLAD and first in PERCEIVING_VERBS:
        return True
    wished = verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_.lower() in WISHING_VERBS
    return wished and child(verb, "aux") is not None and verb.tag_ == "VB"


def _noun(token: Token, unready: bool) -> Frame | None:
    issue = _complement(token)
    if issue is None:
        return None
    verb = token.head
    shown = token.dep_ == "dobj" and verb.lemma_.lower() in SHOWING_VERBS
    holder = child(token, "poss") or (subject_of(verb) if shown else None) or _headline_holder(token)
    if holder is None or (denied(verb) and not shown):
        return None
    act = _act_of(token, issue, unready != (shown and denied(verb)))
    return Frame(act, (token.i, token.i + 1), issue, holder, "shown readiness", 0.7) if act else None


def _headline_holder(token: Token) -> Token | None:
    """A headline often parses as one long noun: "Kellan Signals Openness to ..."."""
    doc, start = token.doc, window(token)[0]
    i = token.i - 1
    if i > start and _is_showing(doc[i]) and doc[i - 1].pos_ == "PROPN":
        return doc[i - 1]
    return None


def _is_showing(token: Token) -> bool:
    word = token.lower_
    return word in SHOWING_VERBS or word.removesuffix("s") in SHOWING_VERBS or token.lemma_ in SHOWING_VERBS


def _act_of(token: Token, issue: Range, refused: bool) -> str | None:
    words = lemmas(token.doc, issue[0] + 1, min(issue[1], issue[0] + 5))
    peaceful = find_concepts(words) & {"deal", "talks", "peace", "ceasefire"}
    eases = bool(words) and words[0] in EASING_VERBS and not MEASURES.isdisjoint(words)
    if not peaceful and not eases and any(is_hostile(word) for word in words[:2]):
        return None if refused else "threaten"
    if refused:
        return "reject"
    named = VERBS.get(words[0]) if words else None
    if named in ("accept", "concede", "reject"):
        return named
    concepts = find_concepts(lemmas(token.doc, *issue))
    return "readiness" if concepts <= {"talks", "peace"} else "offer"
