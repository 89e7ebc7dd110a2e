"""Whom a description or a pronoun means: a party that the same article names.

"The 61-year-old says" after "Ina Holt told us" is Ina Holt. Three rules of how texts introduce people:
somebody whom no words have introduced ("the", "its former") was introduced by name; a lone "he" is the one
person heard before; "an engineer said" in the lead is the person whom the next words name without a role.
Only where one person alone is named, or one alone has the office ("the mayor", after "mayor Ina Holt"), so
that nothing is guessed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.lang.bodies import BODY_NOUNS
from onrecord.lang.documents import DOCUMENTS
from onrecord.lang.unnamed import (
    AGES,
    ANY_OFFICE,
    ASKED_NOT_TO_BE_NAMED,
    BODIES,
    GROUPS,
    INDEFINITE,
    OFFICES,
    ONE_PERSON,
    SINGLE,
    class_of,
    is_definite,
    noun_of,
)
from onrecord.stages.corpus.origins.naming import full_name, last_word, sound_of
from onrecord.stages.corpus.origins.voices import ACTOR, NAMED, NOBODY, TOLD, Told, Voice
from onrecord.text.fold import fold, words

LEAD = 600  # characters after a lead in which the person that it describes is named
MAX_GIVEN = 200  # places where a person is named whose words are read


@dataclass(frozen=True, slots=True)
class _Cast:
    """The persons whom an article lets speak by name.

    `lone` is the only one, `first` the first of several; `second` is the place from which two have spoken;
    `given` the words that stand with the only one's name, `holder` whom alone a word stands with, `unnamed`
    the place from which unnamed people have been introduced.
    """

    lone: Voice | None
    first: Voice | None
    second: float
    given: frozenset[str]
    holder: Mapping[str, Voice]
    unnamed: float


def as_meant(voices: Sequence[Voice], told: Told) -> list[Voice]:
    """One article's voices, those that mean a person whom it names under that person's key."""
    ordered = sorted(voices, key=lambda v: (v.said.start, v.said.id))
    persons = [voice for voice in ordered if _is_person(voice, told)]
    if not persons:
        return ordered
    cast = _cast(ordered, persons)
    made = [_meant(voice, cast, told) for voice in ordered]
    place = next((number for number, voice in enumerate(made) if not voice.said.title), None)
    if place is not None:
        made[place] = _lead(made[place], persons)
    return made


def _cast(ordered: Sequence[Voice], persons: Sequence[Voice]) -> _Cast:
    sounds = [sound_of(last_word(full_name(one.name))) for one in persons]
    others = (one.said.start for one, sound in zip(persons, sounds, strict=True) if sound != sounds[0])
    second = next(others, float("inf"))
    alone = second == float("inf")
    best = min(persons, key=lambda one: (one.key[0] != ACTOR, one.said.start, one.said.id))
    given = [
        word.fold
        for one in persons
        if alone and one.said.source
        for word in words(one.said.source.text[:200])
    ]
    introduced = (one.said.start for one in ordered if _introduces(one))
    return _Cast(
        best if alone else None,
        best if alone else persons[0],
        second,
        frozenset(given),
        _holders(persons, sounds),
        next(introduced, float("inf")),
    )


def _holders(persons: Sequence[Voice], sounds: Sequence[str]) -> dict[str, Voice]:
    """Words that stand with the name of one person alone, by word."""
    found: dict[str, dict[str, Voice]] = {}
    for person, sound in zip(persons[:MAX_GIVEN], sounds, strict=False):
        span = person.said.source
        for word in words(span.text[:200]) if span is not None else ():
            found.setdefault(word.fold, {}).setdefault(sound, person)
    return {word: next(iter(held.values())) for word, held in found.items() if len(held) == 1}


def _introduces(voice: Voice) -> bool:
    """Whether a voice is of unnamed people whom its words do not take to be known."""
    first = fold(voice.name.split()[0]) if voice.name.split() else ""
    return voice.key[0] == TOLD and not voice.said.title and not is_definite(first)


def _meant(voice: Voice, cast: _Cast, told: Told) -> Voice:
    if voice.hop is None or voice.said.source is None or _is_person(voice, told):
        return voice
    read = [word.fold for word in words(voice.name[:200])]
    if voice.key[0] == NOBODY:
        first = cast.first
        heard = first is not None and first.said.start < voice.said.start < cast.second
        return _as(voice, first) if heard and read and read[0] in SINGLE else voice
    if not (_is_description(voice, told) and _is_definite(voice, read, told)):
        return voice
    noun = noun_of(read[1:]) if len(read) > 1 and is_definite(read[0]) else noun_of(read)
    if cast.lone is None:
        holds = (noun in OFFICES or isinstance(class_of(noun), int)) and not voice.said.introduced
        return _as(voice, cast.holder.get(noun)) if holds else voice
    if voice.said.start > cast.unnamed or voice.said.introduced or _differ(noun, read, cast):
        return voice
    return _as(voice, cast.lone)


def _as(voice: Voice, person: Voice | None) -> Voice:
    if person is None:
        return voice
    return replace(voice, key=person.key, name=person.name, hop=person.hop)


def _is_person(voice: Voice, told: Told) -> bool:
    if voice.hop is None or not voice.named or told.states.get(voice.key[1]) == voice.key[1]:
        return False
    return bool(full_name(voice.name))


def _is_description(voice: Voice, told: Told) -> bool:
    """Whether a voice has no name of its own."""
    if voice.key[0] == ACTOR:
        return voice.key[1] in told.groups
    return voice.key[0] in (TOLD, NAMED) and not full_name(voice.name)


def _is_definite(voice: Voice, read: Sequence[str], told: Told) -> bool:
    """ "The man from Kessel", "its former cashier", "глава государства": one person, taken to be known."""
    if not read or {*read[:4]} & (BODY_NOUNS | DOCUMENTS | BODIES | GROUPS):
        return False
    notes = told.notes.get(voice.article)
    if notes is not None and notes.language in ("ru", "uk"):
        capital = any(word.capital for word in words(voice.name[:200])[1:])
        return read[0] in OFFICES and not capital and voice.key[0] != TOLD
    if not is_definite(read[0]) or len(read) < 2:
        return False
    noun = noun_of(list(read[1:]))
    if noun.endswith("s") and not noun.endswith("ss"):
        return False
    known = isinstance(class_of(noun), int) or noun in OFFICES | ONE_PERSON or bool(AGES & set(read))
    return known or (voice.key[0] == TOLD and class_of(noun) is not None)


def _differ(noun: str, read: Sequence[str], cast: _Cast) -> bool:
    """Whether a description names an office or a trade other than the one that the person is given."""
    offices = (OFFICES - ANY_OFFICE) & set(read), OFFICES & cast.given
    if offices[0] and offices[1] and not offices[0] & offices[1]:
        return True
    kind = class_of(noun)
    others = {found for found in map(class_of, cast.given) if isinstance(found, int)}
    return isinstance(kind, int) and bool(others) and kind not in others


def _lead(voice: Voice, persons: Sequence[Voice]) -> Voice:
    """ "An engineer said", opening the text, is whom the next words name without saying what she is."""
    source = voice.said.source
    if voice.key[0] != TOLD or source is None:
        return voice
    read = [word.fold for word in words(voice.name[:300])]
    if not read or not re.fullmatch(INDEFINITE, read[0]) or ASKED_NOT_TO_BE_NAMED.search(source.text[:300]):
        return voice
    later = [(one.said.source.start, one.said.id, one) for one in persons if one.said.source is not None]
    place, _, named = min((item for item in later if item[0] > source.end), default=(0, "", None))
    if named is None or named.said.source is None or place > source.end + LEAD:
        return voice
    return _as(voice, named) if named.said.source.text.strip() == full_name(named.name) else voice
