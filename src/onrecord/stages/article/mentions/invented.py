"""States that no table knows, inferred from how the article speaks: demonyms, capitals, offices.

"Corvan President Ana Tiel" and "Corva" together make a state; "the Corvan capital, Brell" and "Brell,
the capital of Corva" make its capital. Nothing is inferred from a capital letter alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from onrecord.lang.bodies import BODY_NOUNS
from onrecord.lang.gazetteer import entries
from onrecord.lang.states import DEMONYM_SUFFIXES, demonym_stems, derives, name_stem
from onrecord.lang.titles import ROLES
from onrecord.text.phrases import PhraseTable

Made = TypeVar("Made")

_CAPITALISED = r"[^\W\d_a-z][^\W\d_]{2,30}"
_OFFICE = (
    r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Kk]ing|[Qq]ueen|"
    r"[Ff]oreign [Mm]inist(?:er|ry)|"
    r"[Dd]efen[cs]e [Mm]inist(?:er|ry)|[Gg]overnment|[Aa]uthorities|[Aa]mbassador|[Ee]nvoy|leader(?:ship)?|"
    r"[Pp]arliament|[Aa]rmy|troops|forces|officials?|military|[Ss]tate|counterpart|capital|diplomats?|border|side)"
)
_DEMONYM_OFFICE = re.compile(rf"\b({_CAPITALISED}) {_OFFICE}\b")
_STATE_OFFICE = re.compile(
    rf"\b({_CAPITALISED})['’]s? (?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]arliament|[Cc]apital|"
    r"[Ff]oreign [Mm]inist(?:er|ry)|[Dd]efen[cs]e [Mm]inist(?:er|ry)|[Ss]upreme [Cc]ourt|"
    r"[Cc]entral [Bb]ank|[Aa]rmy|border|territory|independence)\b"
)
_OFFICE_OF = re.compile(
    rf"\b(?:[Pp]resident|[Pp]rime [Mm]inister|[Gg]overnment|[Rr]epublic|[Kk]ingdom|[Cc]apital|[Aa]mbassador)"
    rf" (?:of|to) (?:the )?({_CAPITALISED})\b"
)
_CAPITAL_AFTER = re.compile(rf"\b({_CAPITALISED})(?:['’]s?)? capital(?: city)?,? (?:of )?({_CAPITALISED})\b")
_CAPITAL_BEFORE = re.compile(rf"\b({_CAPITALISED}), (?:the )?({_CAPITALISED})(?:['’]s?)? capital\b")
_CAPITAL_OF = re.compile(rf"\b({_CAPITALISED}), (?:which is )?the capital (?:city )?of ({_CAPITALISED})\b")
_OF_CAPITAL = re.compile(rf"\bcapital (?:city )?of ({_CAPITALISED}), ({_CAPITALISED})\b")
_WORD = re.compile(rf"\b{_CAPITALISED}\b")
_SEAT = re.compile(
    r"\b([^\W\d_a-z][\w’'-]{1,30}(?: [^\W\d_a-z][\w’'-]{1,30}){0,2}),"
    rf" (?:which is )?(?:the )?(?:official )?(?:seat|residence|office) of (?:the )?({_CAPITALISED})"
    r"(?:['’]s?)?"
    r" (?:[Pp]resident|[Pp]residency|[Gg]overnment|[Pp]rime [Mm]inister|[Ll]eader|[Mm]onarchy)\b"
)

# Capitalised adjectives that belong to no state.
_NO_STATE = frozenset(
    """European African Asian American Arabian Arctic Antarctic Atlantic Pacific Balkan Baltic
    Caribbean Slavic Scandinavian Nordic Latin Western Eastern Northern Southern Central Middle
    Christian Muslim Islamic Jewish Catholic Orthodox Protestant Buddhist Anglican Lutheran
    Presbyterian Republican Democratic Conservative Liberal Labour Communist Socialist Fascist Nazi
    Marxist Green Olympic Catalan Basque Scottish Welsh Kurdish Tibetan Chechen Sicilian Bavarian
    Californian Texan Victorian Soviet Ottoman Roman Byzantine Euro-Atlantic The This That These
    Those Their Former Acting Vice Deputy Interim Public Atomic Civilian Academic Economic Another
    Other Under After Former Senior Junior Minister Director Over Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday Historic Strategic Specific Chief Founder Domestic Foreign British Top
    New Both Officer Premier Commander Leader Player Member Prisoner Former Either Neither However
    Whether Never Military Security Federal National State Local Regional Provincial City Foreign
    Presidential Union""".split()
)


@dataclass(slots=True)
class Invented:
    """States inferred in one article: key (its name, else its demonym) and all its words."""

    names: dict[str, str] = field(default_factory=dict)
    demonyms: dict[str, str] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)

    def all_names(self) -> set[str]:
        """Every word that stands for an inferred state, its people or its capital."""
        return {*self.names, *self.demonyms, *self.capitals, *self.seats}

    def occurrences(self, text: str, make: Callable[..., Made]) -> Iterator[Made]:
        """Where those words stand."""
        entries_ = [(word, ("demonym", key)) for word, key in self.demonyms.items()]
        entries_ += [(word, ("state", key)) for word, key in self.names.items()]
        entries_ += [(word, ("capital", key)) for word, key in self.capitals.items()]
        entries_ += [(words, ("seat", key)) for words, key in self.seats.items()]
        table: PhraseTable[tuple[str, str]] = PhraseTable(sorted(entries_))
        for start, end, (sort, key) in table.find(text):
            why = self.why.get(text[start:end], "")
            yield make(start, end, sort, key, (key,), sort == "demonym", why)


def _unknown(word: str, persons: set[str]) -> bool:
    if word in entries() or word in _NO_STATE or word in persons:
        return False
    low = word.casefold()
    return low not in ROLES and low not in BODY_NOUNS


def _adjectives(text: str, persons: set[str]) -> dict[str, str]:
    """Unknown demonyms: capitalised, of the form of one, before an office: word -> the words quoted."""
    found: dict[str, str] = {}
    for match in _DEMONYM_OFFICE.finditer(text):
        word = match.group(1)
        if word.endswith(DEMONYM_SUFFIXES) and demonym_stems(word) and _unknown(word, persons):
            found.setdefault(word, match.group())
    return found


def _state_names(text: str, persons: set[str], adjectives: dict[str, str]) -> dict[str, str]:
    """Unknown state names: word -> the words that make it one."""
    found: dict[str, str] = {}
    for pattern in (_STATE_OFFICE, _OFFICE_OF):
        for match in pattern.finditer(text):
            word = match.group(1)
            if _unknown(word, persons) and word not in adjectives:
                found.setdefault(word, match.group())
    stems: dict[str, str] = {stem: word for word in sorted(adjectives) for stem in demonym_stems(word)}
    for match in _WORD.finditer(text):
        word = match.group()
        adjective = stems.get(name_stem(word))
        if not adjective or word in found or word in adjectives or not _unknown(word, set()):
            continue
        if derives(adjective, word):
            found[word] = adjectives[adjective]
    return found


def find_invented(text: str, persons: set[str], surnames: set[str]) -> Invented:
    """Infer states, their demonyms and their capitals from the text alone.

    `persons` are all words that may be a person's name, `surnames` those of full names: a recogniser
    that takes a lone "Corvan" for a person does not outweigh "the Corvan foreign minister".
    """
    adjectives = _adjectives(text, surnames)
    persons = persons - set(adjectives)
    names = _state_names(text, persons, adjectives)
    found = Invented()
    capitals = list(_capital_pairs(text, surnames))
    for owner, _, quote in capitals:
        if _unknown(owner, persons) and not owner.endswith(DEMONYM_SUFFIXES):
            names.setdefault(owner, quote)
    for word, quote in sorted(names.items()):
        found.names[word] = word
        found.why[word] = f"“{quote}” uses “{word}” as a state"
    for word, quote in sorted(adjectives.items()):
        base = next((name for name in sorted(names) if derives(word, name)), None)
        found.demonyms[word] = base or word
        found.why[word] = f"“{quote}” uses “{word}” as the adjective of a state"
        if base:
            found.why[word] += f", here {base}"
    _add_demonyms(found, text)
    _add_capitals(found, capitals)
    _add_seats(found, text)
    return found


def _add_demonyms(found: Invented, text: str) -> None:
    """ "Corvan patrol boats": an adjective that is regular for a state named beside it."""
    stems = {name_stem(name): name for name in sorted(found.names)}
    for match in _WORD.finditer(text):
        word = match.group()
        if not word.endswith(DEMONYM_SUFFIXES) or word in found.demonyms or word in found.names:
            continue
        for stem in demonym_stems(word):
            name = stems.get(stem)
            if name is not None and derives(word, name) and _unknown(word, set()):
                found.demonyms[word] = found.names[name]
                found.why[word] = f"“{word}” is the regular adjective of {name} ({found.why[name]})"
                break


def _add_seats(found: Invented, text: str) -> None:
    """ "the Slate House, the seat of the Corvan presidency": a house that stands for the state."""
    for match in _SEAT.finditer(text):
        key = _owner_key(found, match.group(2))
        if key is not None and match.group(1) not in entries():
            found.seats.setdefault(match.group(1), key)
            found.why.setdefault(match.group(1), f"“{match.group()}” names {match.group(1)} as the seat")


def _capital_pairs(text: str, surnames: set[str]) -> Iterator[tuple[str, str, str]]:
    """(state word, capital, words quoted). "Brell, the Corvan capital, Tiel said" names Brell alone."""
    taken = {match.start(2) for match in _CAPITAL_BEFORE.finditer(text)}
    for match in _CAPITAL_AFTER.finditer(text):
        if match.start(1) not in taken and match.group(2) not in surnames:
            yield match.group(1), match.group(2), match.group()
    for pattern, first in ((_OF_CAPITAL, 1), (_CAPITAL_BEFORE, 2), (_CAPITAL_OF, 2)):
        for match in pattern.finditer(text):
            yield match.group(first), match.group(3 - first), match.group()


def _owner_key(found: Invented, owner: str) -> str | None:
    """The state that a name or a demonym stands for: one of this text, else one of the table."""
    key = found.names.get(owner) or found.demonyms.get(owner)
    entry = entries().get(owner)
    if key is None and entry is not None and entry.sort in ("state", "demonym") and len(entry.codes) == 1:
        key = entry.codes[0]
    return key


def _add_capitals(found: Invented, pairs: list[tuple[str, str, str]]) -> None:
    for owner, capital, quote in pairs:
        key = _owner_key(found, owner)
        if key and capital not in entries() and capital not in _NO_STATE and capital != owner:
            found.capitals.setdefault(capital, key)
            found.why.setdefault(capital, f"“{quote}” names {capital} as the capital")
