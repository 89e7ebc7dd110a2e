"""States that no table knows, inferred from how the article speaks: demonyms, capitals, offices.

"Corvan President Ana Tiel" and "Corva" together make a state; "the Corvan capital, Brell" and "Brell,
the capital of Corva" make its capital. Nothing is inferred from a capital letter alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from onrecord.lang.gazetteer import entries
from onrecord.lang.states import DEMONYM_SUFFIXES, demonym_stems, derives, name_stem
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
    why: dict[str, str] = field(default_factory=dict)

    def all_names(self) -> set[str]:
        """Every word that stands for an inferred state, its people or its capital."""
        return {*self.names, *self.demonyms, *self.capitals}

    def occurrences(self, text: str, make: Callable[..., Made]) -> Iterator[Made]:
        """Where those words stand."""
        entries_ = [(word, ("demonym", key)) for word, key in self.demonyms.items()]
        entries_ += [(word, ("state", key)) for word, key in self.names.items()]
        entries_ += [(word, ("capital", key)) for word, key in self.capitals.items()]
        table: PhraseTable[tuple[str, str]] = PhraseTable(sorted(entries_))
        for start, end, (sort, key) in table.find(text):
            why = self.why.get(text[start:end], "")
            yield make(start, end, sort, key, (key,), sort == "demonym", why)


def _unknown(word: str, persons: set[str]) -> bool:
    return word not in entries() and word not in _NO_STATE and word not in persons


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
    capitals = list(_capital_pairs(text))
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
    _add_capitals(found, capitals, persons)
    return found


def _capital_pairs(text: str) -> Iterator[tuple[str, str, str]]:
    """(state word, capital, words quoted)."""
    for pattern, first in ((_CAPITAL_AFTER, 1), (_OF_CAPITAL, 1), (_CAPITAL_BEFORE, 2), (_CAPITAL_OF, 2)):
        for match in pattern.finditer(text):
            yield match.group(first), match.group(3 - first), match.group()


def _add_capitals(found: Invented, pairs: list[tuple[str, str, str]], persons: set[str]) -> None:
    for owner, capital, quote in pairs:
        entry = entries().get(owner)
        key = found.names.get(owner) or found.demonyms.get(owner)
        if key is None and entry is not None and entry.sort in ("state", "demonym") and len(entry.codes) == 1:
            key = entry.codes[0]
        if key and capital not in entries() and capital not in _NO_STATE and capital != owner:
            found.capitals.setdefault(capital, key)
            found.why.setdefault(capital, f"“{quote}” names {capital} as the capital")
