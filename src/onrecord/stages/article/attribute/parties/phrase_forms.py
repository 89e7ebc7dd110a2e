"""Words of a source phrase by their form: capitals, possessives, plurals."""

import re
from dataclasses import dataclass

from onrecord.lang.noun_forms import singular
from onrecord.lang.party_words import Table, look_up

LONGEST = 300  # characters of a phrase that are read
_WORD = re.compile(r"(?:[A-ZА-ЯЁІЇЄҐ]\.){1,4}(?![^\W_])|[^\W_]+(?:[-'’.&ʼ`][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase: as it stands, in lower case, and whether it owns what follows."""

    text: str
    low: str
    start: int
    end: int
    owner: bool

    @property
    def singular(self) -> str:
        """The singular of an English noun; other words as they are."""
        return singular(self.low)


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words of a range; "Kellan's" is the owner "Kellan"."""
    found = []
    for match in _WORD.finditer(text, start, end):
        whole, first, last = match.group(), match.start(), match.end()
        owner = whole[-1] == "s" and (text[last : last + 2] in ("’ ", "' "))
        if whole[-2:] in ("'s", "’s"):
            whole, owner = whole[:-2], True
        found.append(Word(whole, whole.lower(), first, first + len(whole), owner))
    return found


def is_capital(word: Word) -> bool:
    """Whether a word begins with a capital, or with a particle and a capital ("al-Omair")."""
    text = word.text
    return text[:1].isupper() or (text[2:3] == "-" and text[3:4].isupper())


def head_sort(heads: Table, word: Word, suffixes: bool = False) -> str:
    """The sort of a head noun by the tables: as it stands ("minutes"), else by its singular."""
    return look_up(heads, word.low, suffixes) or look_up(heads, word.singular, suffixes)
