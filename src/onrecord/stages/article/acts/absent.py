"""Denials by absence: "there is no such offer", "no trade was on the table", "had received no proposal"."""

from spacy.tokens import Token

from onrecord.lang.acts import DENIABLE_NOUNS
from onrecord.stages.article.acts.frame import Frame
from onrecord.stages.article.acts.grammar import child, children, modals, reach, window

_NEAR = 3
_LAST = 8


def absent(token: Token) -> Frame | None:
    """The frame of a denial that something was offered, planned or agreed, if `token` is its cue."""
    if token.lower_ == "there" and token.dep_ == "expl":
        return _there_is_no(token)
    if token.lemma_.lower() == "receive":
        thing = child(token, "dobj")
        return _denial(token, thing) if thing is not None and _no(thing) else None
    if token.lower_ == "no" and token.head.dep_ in ("nsubj", "nsubjpass"):
        return _not_on_the_table(token)
    return None


def _there_is_no(token: Token) -> Frame | None:
    verb = token.head
    thing = child(verb, "attr", "nsubj")
    if thing is None or verb.lemma_ != "be" or verb.tag_ == "VBN" or modals(verb) - {"will"}:
        return None
    if not _no(thing):
        return None
    if thing.lower_ == "question":
        link = child(thing, "prep", "acl")
        issue = reach(link) if link is not None else None
        return (
            Frame("reject", (verb.i, thing.i + 1), issue, None, "no question of", 0.65, needs_voice=True)
            if issue
            else None
        )
    return _denial(token, thing)


def _denial(cue: Token, thing: Token) -> Frame | None:
    if thing.lemma_.lower() not in DENIABLE_NOUNS:
        return None
    place = (cue.i, cue.i + 1)
    return Frame("deny", place, reach(thing), None, "said not to exist", 0.6, needs_voice=True)


def _not_on_the_table(token: Token) -> Frame | None:
    """ "no trade was on the table"."""
    thing, verb = token.head, token.head.head
    following = [t.lower_ for t in token.doc[verb.i : min(verb.i + _LAST, window(token)[1])]]
    if verb.lemma_ != "be" or following[1:4] not in (["on", "the", "table"], ["under", "way", "."]):
        return None
    return Frame("deny", (verb.i, verb.i + 4), reach(thing), None, "not on the table", 0.65, needs_voice=True)


def _no(thing: Token) -> bool:
    return any(c.lower_ in ("no", "never") for c in children(thing)[:_NEAR])
