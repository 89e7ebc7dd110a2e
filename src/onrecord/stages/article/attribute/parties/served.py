"""Whose words "they" or "he" are by the words around: who made the statement, whom the spokeswoman serves."""

import re

from onrecord.lang.name_places import SERVING
from onrecord.stages.article.attribute.draft import Range
from onrecord.stages.article.attribute.parties.known import Names
from onrecord.stages.article.attribute.parties.parties import Party
from onrecord.stages.article.attribute.parties.phrase import read_phrase
from onrecord.stages.article.attribute.parties.phrase_data import Phrase, View, words_of
from onrecord.stages.article.attribute.parties.phrase_forms import words_in

# "Minister Roan's office", "the senator's lawyer": they speak for whom the phrase begins with.
_OWNED = re.compile(
    r"(?P<who>[^,.;:]{2,80}?)['’]s? (?:\w+ )?(?:office|spokes\w+|lawyers?|attorneys?|team|aides?|"
    r"staff|campaign|"
    r"secretary|representatives?|press service)$"
)
_IN_WHICH = re.compile(
    r"\b(?:by|from|of) (?P<who>(?:the |an? |its |his |her |their )?[^,.;:\"“”\n]{2,70}?) in which $"
)
_LEFT = 110  # characters before "they" in which such words stand


def in_which(view: View, names: Names, party: Party, agrees: str) -> Party | None:
    """ "a statement by the generals in which they ...": whose words they are stands right before."""
    start = party.shown[0]
    low = max(0, start - _LEFT)
    match = _IN_WHICH.search(view.text[low:start])
    if match is None:
        return None
    phrase = read_phrase(view, (low + match.start("who"), low + match.end("who")))
    if phrase is None or phrase.pronoun or (phrase.gender not in ("", agrees) and agrees in ("m", "f")):
        return None
    return _party_of(view, names, phrase)


def served_by(view: View, names: Names, outer: Party, agrees: str) -> Party | None:
    """ "A spokeswoman for the governor said he ...": whom the carrier's source `outer` speaks for, when only
    he fits."""
    owner = _OWNED.match(view.text, *outer.shown)
    if agrees not in ("m", "f") or (outer.phrase.gender in ("", agrees) and owner is None):
        return None
    where = owner.span("who") if owner is not None else _behind_serving(view, outer)
    phrase = read_phrase(view, where) if where is not None else None
    if phrase is None or phrase.sort not in ("person", "office", "name"):
        return None
    return _party_of(view, names, phrase) if phrase.gender in ("", agrees) else None


def _behind_serving(view: View, outer: Party) -> Range | None:
    """What stands behind "for", "of" ... right after the core of a phrase."""
    high = min(outer.shown[1], outer.shown[0] + 200)
    words = words_in(view.text, outer.phrase.described[1], high)
    return (words[1].start, high) if len(words) > 1 and words[0].low in SERVING else None


def _party_of(view: View, names: Names, phrase: Phrase) -> Party:
    known = names.within(phrase.name) if phrase.name is not None else None
    name = view.text[phrase.name[0] : phrase.name[1]] if phrase.name is not None else ""
    return Party(phrase, words_of(view, phrase.shown), phrase.sort, name, known, None)
