"""Number of nouns by their form, as far as a form tells: English, German, Russian, Ukrainian.

No analysis of words: endings and lists, enough to tell "sources" from "a source".
"""

import re

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
_PLURAL_WORDS = frozenset(
    "people men women children media spokesmen spokespeople congressmen businessmen police staff".split()
)
_NO_PLURALS = frozenset("series news politics".split())
_GERMAN_PLURALS = re.compile(
    r"(?:quellen|beamte|beamten|experten|leute|personen|kreise|kreisen|berichte|berichten|medien|männer|frauen|"
    r"menschen|zeugen|behörden|diplomaten|analysten|abgeordnete|abgeordneten|ökonomen|soldaten|rebellen|"
    r"[^\W\d]+innen|[^\W\d]+ungen|[^\W\d]+isten|[^\W\d]+enten)$"
)
_CYRILLIC_PLURAL = re.compile(
    r"[^\W\d](?:ики|ники|ты|ры|ны|сты|ели|еи|ия|ов|ев|ёв|ей|ів|їв|ами|ями|ах|ях|ам|ям|цы|ци|ки|ги|сти|оны|лы|"
    r"ді|ті|рі|ні|сі|ці|ари|ані|ане|они)$"
)
_CYRILLIC_MANY = frozenset(
    "люди людей власти властей сми змі источники источников джерела джерел чиновники чиновников военные "
    "военных військові військових эксперты экспертов експерти експертів лица лиц особи осіб влади круги "
    "коллеги жители мешканці посадовці жінки чоловіки женщины мужчины очевидцы очевидці собеседники "
    "співрозмовники аналитики аналітики депутаты депутати дипломаты дипломати".split()
)
_CYRILLIC_ONE = frozenset(
    "судьи статьи премьер-министр рады ради армии армії партии партії полиции поліції компании компанії "
    "комиссии комісії".split()
)


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


def is_plural_form(code: str, low: str) -> bool:
    """Whether a noun stands in the plural, as far as its form tells."""
    if code == "de":
        return _GERMAN_PLURALS.search(low) is not None
    if code in ("ru", "uk"):
        many = low in _CYRILLIC_MANY
        return many or (low not in _CYRILLIC_ONE and _CYRILLIC_PLURAL.search(low) is not None)
    return low in _PLURAL_WORDS or (singular(low) != low and low not in _NO_PLURALS)
