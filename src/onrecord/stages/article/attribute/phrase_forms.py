"""Words of a source phrase by their form: capitals, possessives, plurals."""

import re
from dataclasses import dataclass

from onrecord.lang.party_words import look_up

LONGEST = 300  # characters of a phrase that are read
_WORD = re.compile(r"(?:[A-ZА-ЯЁІЇЄҐ]\.){1,4}(?![^\W_])|[^\W_]+(?:[-'’.&ʼ`][^\W_]+)*")
_IRREGULAR = {
    "people": "people",
    "men": "man",
    "women": "woman",
    "spokesmen": "spokesman",
    "spokespeople": "spokesperson",
    "children": "child",
    "media": "medium",
    "congressmen": "congressman",
    "data": "data",
    "series": "series",
    "news": "news",
    "politics": "politics",
    "businessmen": "businessman",
    "authorities": "authority",
    "wives": "wife",
}
_PLURAL_WORDS = frozenset("people men women children media spokesmen spokespeople congressmen businessmen police staff".split())
_GERMAN_PLURALS = re.compile(
    r"(?:quellen|beamte|beamten|experten|expertinnen|beobachter|leute|personen|kreise|kreisen|berichte|berichten|medien|"
    r"männer|frauen|menschen|zeugen|behörden|diplomaten|analysten|kritiker|anwohner|bewohner|mitarbeiter|abgeordnete|abgeordneten|"
    r"minister|sprecher|vertreter|händler|ökonomen|soldaten|rebellen|[^\W\d]+innen|[^\W\d]+ungen|[^\W\d]+isten|[^\W\d]+enten)$"
)
_SINGULAR_TOO = re.compile(r"(?:beobachter|kritiker|anwohner|bewohner|mitarbeiter|minister|sprecher|vertreter|händler)$")
_CYRILLIC_PLURAL = re.compile(
    r"(?:[^\W\d](?:ики|ники|ты|ры|ны|сты|ели|еи|ия|ов|ев|ёв|ей|ів|їв|ами|ями|ах|ях|ам|ям|цы|ци|ки|ги|сти|оны|лы|ді|ті|рі|ні|сі|ці|ари|ані|ане|они))$"
)
_CYRILLIC_MANY = frozenset(
    "люди людей власти властей сми змі источники источников джерела джерел чиновники чиновников чиновники чиновників военные военных військові "
    "військових эксперты экспертов експерти експертів лица лиц особи осіб влади круги коллеги жители мешканці посадовці жінки чоловіки женщины "
    "мужчины очевидцы очевидці собеседники співрозмовники аналитики аналітики депутаты депутати дипломаты дипломати".split()
)
_CYRILLIC_ONE = frozenset("судьи статьи премьер-министр рады ради армии армії партии партії полиции поліції компании компанії комиссии комісії".split())


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
        whole, start, last = match.group(), match.start(), match.end()
        owner = whole[-1] == "s" and (text[last : last + 2] in ("’ ", "' "))
        if whole[-2:] in ("'s", "’s"):
            whole, owner = whole[:-2], True
        found.append(Word(whole, whole.lower(), start, start + len(whole), owner))
    return found


def is_capital(word: Word) -> bool:
    """Whether a word begins with a capital, or with a particle and a capital ("al-Omair")."""
    text = word.text
    return text[:1].isupper() or (text[2:3] == "-" and text[3:4].isupper())


def singular(low: str) -> str:
    """The singular of an English noun, by its ending; other words as they are."""
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if not low.isascii() or len(low) < 4 or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes")):
        return low[:-2]
    return low[:-1]


def head_sort(heads: dict[str, str], word: Word, suffixes: bool = False) -> str:
    """The sort of a head noun by the tables: as it stands ("minutes"), else by its singular."""
    return look_up(heads, word.low, suffixes) or look_up(heads, word.singular, suffixes)


def is_plural_form(code: str, low: str) -> bool:
    """Whether a noun stands in the plural, as far as its form tells."""
    if code == "en":
        return low in _PLURAL_WORDS or (singular(low) != low and low not in ("series", "news", "politics"))
    if code == "de":
        return _GERMAN_PLURALS.search(low) is not None and _SINGULAR_TOO.search(low) is None
    if low in _CYRILLIC_MANY:
        return True
    return low not in _CYRILLIC_ONE and _CYRILLIC_PLURAL.search(low) is not None
