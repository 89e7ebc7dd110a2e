"""What "them" in an issue or a term stands for: the words before it, so that a reader need not search."""

from spacy.tokens import Token

from onrecord.data import Span
from onrecord.lang.concepts import find_concepts
from onrecord.stages.article.acts.frame import Range
from onrecord.stages.article.acts.grammar import lemmas, reach
from onrecord.stages.article.acts.parties import Party
from onrecord.stages.article.acts.scene import Scene

_PLURALS = frozenset({"them", "these", "those"})
_LOOK_BACK = 60
_PLACES = ("dobj", "nsubj", "nsubjpass", "pobj", "attr")


def referent(scene: Scene, place: Range, party: Party, of_issue: bool) -> tuple[Span, Span] | None:
    """The first "them", "these" or "those" in `place` and what it stands for; None when nothing is found.

    With `of_issue` a thing at issue is looked for before a party: terms are aims, not reporters.
    """
    for i in range(place[0], place[1]):
        token = scene.doc[i]
        if token.lower_ not in _PLURALS or token.pos_ == "DET":
            continue
        if of_issue:
            found = _before(scene, token) or _of_chain(scene, token, party)
        else:
            found = _of_chain(scene, token, party) or _before(scene, token)
        if found is not None:
            return scene.span(i, i + 1), found
    return None


def _of_chain(scene: Scene, token: Token, party: Party) -> Span | None:
    """By coreference: the nearest name or description before it that is not the party that acts."""
    mention = scene.mention_at.get(token.i)
    if mention is None or mention.chain == party.chain:
        return None
    named = [m for m in scene.chains[mention.chain] if not m.pronoun and m.span.end <= token.idx]
    return named[-1].span if named else None


def _before(scene: Scene, token: Token) -> Span | None:
    """The nearest plural before it that names an issue: "set out its aims. Reaching them ..."."""
    for i in range(token.i - 1, max(-1, token.i - _LOOK_BACK), -1):
        noun = scene.doc[i]
        if noun.tag_ in ("NNS", "NNPS") and noun.dep_ in _PLACES:
            low, high = reach(noun)
            if high <= token.i and find_concepts(lemmas(scene.doc, low, high)):
                return scene.span(low, high)
    return None
