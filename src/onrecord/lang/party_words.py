"""The words by which a source phrase is read: articles, numbers, pronouns, heads, terms of speaking.

One table a language: `party_words_en`, `_de`, `_ru`, `_uk`. A word that ends in "*" is a beginning
that any ending of up to four letters may follow.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import import_module

ENDING = 4
# Some word of these is in every wish not to be named: looked for first, since it is quickly done.
HIDING = re.compile(
    r"anonym|аноним|анонім|named|names?\b|identif|condition|record|background|privat|quoted|unidentified|"
    r"Namen|namentlich|genannt|zitiert|ungenannt|unerkannt|неназ|назв|назыв|назив|имен|имя|імен|ім\W?я|фамил|прізвищ",
    re.IGNORECASE,
)
_KEPT = 20_000  # words whose groups are kept, per process
LANGUAGES = ("en", "de", "ru", "uk")


class Table(dict[str, str]):
    """A table from word to group, told apart from others as an object: what is looked up is kept."""

    __hash__ = object.__hash__  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class PartyWords:
    """One language's words, all lower case. `pronouns` tells what each agrees with.

    Agreement: "m", "f", "n" (a thing), "p" (several), "e" (anybody: "sie"), "1" and "2" (speaker and
    the one spoken to), "r" (relative). `heads` gives the sort of a head noun: unnamed, office, body,
    outlet, document, bare, saying, people, thing. `breaks` end a noun phrase, `links` may stand inside
    a name, `partitives` stand between a number and what is counted. `suffixes`: heads are compounds.
    `near` opens the words that tell how close a source is, `hides` matches the wish not to be named,
    `relays` a cue without a source that passes on what unnamed people say.
    """

    definite: frozenset[str]
    indefinite: frozenset[str]
    numbers: frozenset[str]
    one: frozenset[str]
    about: frozenset[str]
    plural_signs: frozenset[str]
    pronouns: dict[str, str]
    reflexives: frozenset[str]
    breaks: frozenset[str]
    links: frozenset[str]
    joins: frozenset[str]
    partitives: frozenset[str]
    heads: Table
    genders: Table
    honorifics: dict[str, str]
    near: re.Pattern[str]
    hides: re.Pattern[str]
    relays: re.Pattern[str]
    heard: re.Pattern[str]
    public: re.Pattern[str]
    uttered: re.Pattern[str]
    views: re.Pattern[str]
    own: re.Pattern[str]
    they_say: re.Pattern[str]
    things: re.Pattern[str]
    state_media: re.Pattern[str]
    asks: re.Pattern[str]
    tellings: re.Pattern[str]
    reporting: re.Pattern[str]
    at: frozenset[str]
    makers: frozenset[str]
    named_as: re.Pattern[str]
    age: re.Pattern[str]
    nouns_capital: bool = False
    suffixes: bool = False
    head_first: bool = False
    not_names: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    adherents: frozenset[str] = frozenset()
    plural_cue: re.Pattern[str] = field(default_factory=lambda: re.compile(r"(?!)"))


def table(groups: dict[str, str]) -> Table:
    """Words of each group as one table from word to group; of two groups the first keeps a word."""
    found = Table()
    for name, words in groups.items():
        for word in words.split():
            found.setdefault(word.replace("_", " "), name)
    return found


def words(block: str) -> frozenset[str]:
    """The words of a block; "_" stands for a space."""
    return frozenset(word.replace("_", " ") for word in block.split())


def either(parts: Iterable[str]) -> re.Pattern[str]:
    """A pattern of whole words that matches any of the parts (regular expressions)."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


@cache
def party_words(code: str) -> PartyWords:
    """The table of a language; English for one that has none."""
    name = code if code in LANGUAGES else "en"
    found = import_module(f"onrecord.lang.party_words_{name}").WORDS
    if not isinstance(found, PartyWords):
        raise TypeError(f"party_words_{name} holds no table")
    return found


@lru_cache(maxsize=_KEPT)
def holds(pattern: re.Pattern[str], words: str) -> bool:
    """Whether a pattern is found in some words (a cue: few and often the same, so that it is kept)."""
    return pattern.search(words) is not None


@lru_cache(maxsize=_KEPT)
def look_up(found: Table, word: str, suffixes: bool = False) -> str:
    """The group of a word: whole, by its beginning, or (in compounds) by its last part; "" for none."""
    group = _by_beginning(found, word)
    if not group and "-" in word:
        group = _by_beginning(found, word.rsplit("-", 1)[1])
    if group or not suffixes:
        return group
    for start in range(2, min(len(word) - 3, 30)):
        group = _by_beginning(found, word[start:])
        if group:
            return group
    return ""


def _by_beginning(found: Table, word: str) -> str:
    if word in found:
        return found[word]
    for cut in range(min(ENDING, len(word) - 1) + 1):
        group = found.get(word[: len(word) - cut] + "*")
        if group is not None:
            return group
    return ""
