"""Persons that an article names: after a title, by the recogniser, in full and by what shortens them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from onrecord.lang.bodies import BODY_NOUNS
from onrecord.lang.gazetteer import entries
from onrecord.lang.titles import FEMALE_HONORIFICS, HONORIFICS, MALE_HONORIFICS, ROLES
from onrecord.stages.article.mentions.surroundings import Surroundings
from onrecord.stages.article.mentions.tokens import TokenIndex
from onrecord.text.translit import skeleton

_PERSON_RUN = re.compile(
    r"(?:[^\W\d_a-z]\.\s?|[^\W\d_a-z][\w’'-]*)"
    r"(?:[ \u00a0](?:(?:de|del|della|di|da|dos|van|von|der|den|bin|ibn|al|el|ben|la|le|zu)[ \u00a0]){0,2}"
    r"(?:[^\W\d_a-z]\.|[^\W\d_a-z][\w’'-]+|al-\w+|el-\w+)){0,4}"
)
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
POSSESSIVE = re.compile(r"['’ʼ]s?$")
CALENDAR = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Christmas Easter Ramadan Today Yesterday Tomorrow I The
    A An Mr Mrs Ms Dr""".split()
)


@dataclass(slots=True)
class Persons:
    """Full names of the article, and which of them a single name may shorten."""

    full: dict[str, int] = field(default_factory=dict)
    short: dict[str, list[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, start: int) -> None:
        """Keep a full name; its last word and its first may stand for it."""
        self.full.setdefault(name, start)


def clean_name(text: str) -> str:
    """A person's name without titles, possessive or stray marks."""
    words = POSSESSIVE.sub("", " ".join(text.split())).strip(" ,.;:\"“”'’()").split()
    while words and (words[0] in HONORIFICS or words[0].casefold() in ROLES or words[0].casefold() == "the"):
        words = words[1:]
    while words and words[-1] in CALENDAR:
        words = words[:-1]
    return " ".join(words)


def _is_person_name(name: str) -> bool:
    words = name.split()
    if (
        not 1 <= len(words) <= 5
        or name in entries()
        or not LATIN.search(name)
        or any(c.isdigit() for c in name)
    ):
        return False
    if any(word in CALENDAR or word.casefold() in BODY_NOUNS for word in words):
        return False
    first = entries().get(words[0])
    if first is not None and first.sort in ("demonym", "seat", "body"):
        return False
    return words[0][:1].isupper() and words[-1][:1].isupper() and len(words[-1]) > 1


def _proper_run(tokens: TokenIndex, first: Token) -> tuple[int, int]:
    """The capitalised run that starts at a token and goes on while the tagger sees proper nouns."""
    match = _PERSON_RUN.match(tokens.text, first.idx)
    if match is None:
        return first.idx, first.idx
    end = first.idx
    for place in range(first.i, min(len(tokens.items), first.i + 12)):
        token = tokens.items[place]
        if token.idx >= match.end():
            break
        if token.pos_ not in ("PROPN", "PUNCT", "ADP", "X", "PART", "NOUN", "ADJ"):
            break
        if token.text in CALENDAR or token.tag_ == "POS":
            break
        end = token.idx + len(token.text)
    return first.idx, min(end, match.end())


def _titled(tokens: TokenIndex) -> Iterator[tuple[int, int, str]]:
    """Names that follow a role or an honorific: (start, end, gender)."""
    for token in tokens.items[:-1]:
        word = token.text
        if word not in HONORIFICS and word.casefold() not in ROLES:
            continue
        follower = tokens.items[token.i + 1]
        if follower.text[:1].isupper() and follower.pos_ == "PROPN":
            start, end = _proper_run(tokens, follower)
            gender = "f" if word in FEMALE_HONORIFICS else "m" if word in MALE_HONORIFICS else ""
            yield start, end, gender


def find_persons(tokens: TokenIndex, in_heading: list[bool], around: Surroundings) -> Persons:
    """Persons named in running text; headings, where every word has a capital, add none of their own."""
    persons = Persons()
    singles: dict[str, int] = {}
    titled: set[str] = set()
    for name in sorted(around.persons):
        if _is_person_name(name):
            persons.full.setdefault(name, tokens.text.find(name))
    for start, end, gender in _titled(tokens):
        name = clean_name(tokens.text[start:end])
        if _is_person_name(name):
            (persons.full if " " in name else singles).setdefault(name, start)
            titled.add(name)
            if gender:
                persons.genders.setdefault(name, gender)
    for entity in tokens.ents:
        if entity.label_ != "PERSON" or in_heading[entity.start]:
            continue
        name = clean_name(tokens.text[entity.start_char : entity.end_char])
        if "\n" not in entity.text and _is_person_name(name):
            (persons.full if " " in name else singles).setdefault(name, entity.start_char)
    for name in sorted(singles.keys() - titled):
        if name in around.places or name in around.agencies or name in around.cited:
            del singles[name]
    _shorten(persons, singles, tokens)
    return persons


def _shorten(persons: Persons, singles: dict[str, int], tokens: TokenIndex) -> None:
    """Let single names stand for the full names they shorten, spelling variants included."""
    by_sound: dict[str, list[str]] = {}
    for full in sorted(persons.full, key=lambda name: (persons.full[name], name)):
        words = full.split()
        for word in (words[-1], words[0]):
            persons.short.setdefault(word, []).append(full)
        by_sound.setdefault(skeleton(words[-1]), []).append(full)
    for entity in tokens.ents:
        name = clean_name(entity.text)
        if name and " " not in name and name not in entries() and name not in persons.short:
            sound = skeleton(name)
            if len(sound) >= 5 and sound in by_sound:
                persons.short[name] = by_sound[sound]
                singles.pop(name, None)
    for name, start in singles.items():
        if name not in persons.short:
            persons.short[name] = [name]
            persons.full.setdefault(name, start)
