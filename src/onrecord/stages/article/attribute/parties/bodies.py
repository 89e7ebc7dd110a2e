"""Which outlet or body "the paper" and "the company" take up: one that spoke, or was told, shortly before."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.lang.agencies import OUTLET_WORDS
from onrecord.lang.party_words import holds
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.stages.article.attribute.parties.parties import Party
from onrecord.stages.article.attribute.parties.phrase import read_phrase
from onrecord.stages.article.attribute.parties.phrase_data import View

_NAMED = re.compile(r"(?:the )?(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")
_BACK = 4  # sentences looked back at
_NEAR = 10  # sources looked back at
_WORDS = 3  # words of "the Varnian state agency"
# Bodies that "the ..." takes up by name; of ministries and courts there are many.
_BODIES = frozenset(
    "company firm group bank club airline manufacturer maker operator retailer carmaker union team charity "
    "business conglomerate chain organisation organization foundation university startup lender "
    "insurer".split()
)
# Never a name that "the paper" can take up.
_OTHERS = frozenset(
    {"person", "office", "people", "unnamed", "state", "seat", "document", "pronoun", "group"}
)


def body_meant(
    view: View, layout: Layout, before: Sequence[tuple[Draft, Party]], party: Party
) -> tuple[str, Range] | None:
    """The name taken up and where it stands; `before`: sources that stand before it, in their order."""
    phrase = party.phrase
    described = view.text[phrase.described[0] : phrase.described[1]]
    if (
        phrase.plural
        or phrase.owner
        or phrase.sort not in ("outlet", "body")
        or len(described.split()) > _WORDS
    ):
        return None
    outlet = phrase.sort == "outlet"
    if described != described.lower() or not (outlet or phrase.head_word in _BODIES):
        return None
    sentences = layout.sentences
    own = bisect_right(sentences, (party.shown[0], len(view.text) + 1))
    named: list[tuple[str, Range]] = []
    for draft, other in reversed(before[-_NEAR:]):
        place = bisect_right(sentences, (other.shown[0], len(view.text) + 1))
        if own - place > _BACK or other.shown[0] >= party.shown[0]:
            continue
        found = _told(view, draft) if outlet else None
        if found is not None and found[1][1] <= party.shown[0]:
            return found
        if not other.name or other.phrase.name is None or other.sort in _OTHERS:
            continue
        if (other.known is not None and other.known.person) or (other.sort == "outlet") > outlet:
            continue
        if outlet and (other.sort == "outlet" or _reports(view, draft)):
            return other.name, other.phrase.name
        named.append((other.name, other.phrase.name))
    return named[0] if len({name for name, _ in named}) == 1 else None


def _reports(view: View, draft: Draft) -> bool:
    cue = view.text[draft.cue[0][0] : draft.cue[-1][1]][:80] if draft.cue else ""
    return holds(view.words.reporting, cue)


def _told(view: View, draft: Draft) -> tuple[str, Range] | None:
    """ "Aides told the Observer that ...": what has a name, was told, and is no person as far as known."""
    if draft.addressee is None:
        return None
    bare = _NAMED.match(view.text, *draft.addressee)
    if bare is not None and bare["name"].split()[-1].lower() in OUTLET_WORDS:
        return bare["name"], bare.span("name")
    phrase = read_phrase(view, draft.addressee)
    if phrase is None or phrase.name is None or phrase.sort in _OTHERS or phrase.titles:
        return None
    return view.text[phrase.name[0] : phrase.name[1]], phrase.name
