"""Whom a description or a pronoun means: a party that the same article names.

"The 61-year-old says" after "Ina Holt told us" is Ina Holt. Three rules of how texts introduce people:
somebody whom no words have introduced ("the", "its former") was introduced by name; a lone "he" is the one
person heard before; "an engineer said" in the lead is the person whom the next words name without a role.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.lang.bodies import BODY_NOUNS
from onrecord.lang.documents import DOCUMENTS
from onrecord.lang.unnamed import (
    ANY_OFFICE,
    ASKED_NOT_TO_BE_NAMED,
    INDEFINITE,
    OFFICES,
    SINGLE,
    class_of,
    is_definite,
    noun_of,
)
from onrecord.stages.corpus.origins.naming import full_name, last_word, sound_of
from onrecord.stages.corpus.origins.voices import ACTOR, NAMED, NOBODY, TOLD, Told, Voice
from onrecord.text.fold import fold, words

READ = 100_000  # characters of an article in which an introduction is looked for
LEAD = 600  # characters after a lead in which the person that it describes is named


def as_meant(voices: Sequence[Voice], told: Told) -> list[Voice]:
    """One article's voices, those that mean a person whom it names under that person's key."""
    ordered = sorted(voices, key=lambda v: (v.said.start, v.said.id))
    persons = [voice for voice in ordered if _is_person(voice, told)]
    made = [_meant(voice, ordered, persons, told) for voice in ordered]
    return [_lead(voice, made, persons) for voice in made] if persons else made


def _meant(voice: Voice, ordered: Sequence[Voice], persons: Sequence[Voice], told: Told) -> Voice:
    if voice.hop is None or voice.said.source is None or not persons or voice in persons:
        return voice
    read = [word.fold for word in words(voice.name[:200])]
    if voice.key[0] == NOBODY:
        before = [one for one in persons if one.said.start < voice.said.start]
        return _as(voice, before) if read and read[0] in SINGLE else voice
    if not (_is_description(voice, told) and _is_definite(voice, read, told)):
        return voice
    noun = noun_of(read[1:]) if len(read) > 1 and is_definite(read[0]) else noun_of(read)
    if _is_introduced(voice, noun, ordered, told):
        return voice
    return _as(voice, [one for one in persons if not _differ(noun, read, one, persons)], persons)


def _as(voice: Voice, found: Sequence[Voice], among: Sequence[Voice] | None = None) -> Voice:
    """The voice under the key of the one person found; as it is where there are several."""
    sounds = {sound_of(last_word(full_name(one.name))) for one in (among or found)}
    if len(sounds) != 1 or not found:
        return voice
    home = min(
        found, key=lambda one: (one.key[0] != ACTOR, not full_name(one.name), one.said.start, one.said.id)
    )
    return replace(voice, key=home.key, name=home.name, hop=home.hop)


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
    if not read or {*read[:4]} & (BODY_NOUNS | DOCUMENTS):
        return False
    notes = told.notes.get(voice.article)
    if notes is not None and notes.language in ("ru", "uk"):
        capital = any(word.capital for word in words(voice.name[:200])[1:])
        return read[0] in OFFICES and not capital and voice.key[0] != TOLD
    if not is_definite(read[0]) or len(read) < 2:
        return False
    noun = noun_of(list(read[1:]))
    plural = noun.endswith("s") and not noun.endswith("ss")
    return not plural and (class_of(noun) is not None or noun in _ONE)


_ONE = frozenset("man woman person insider member source".split())


def _is_introduced(voice: Voice, noun: str, ordered: Sequence[Voice], told: Told) -> bool:
    """Whether the article speaks of "a doctor" before "the doctor", or of other unnamed people before."""
    source = voice.said.source
    start = source.start if source is not None else voice.said.start
    for other in ordered:
        if other.said.start >= voice.said.start:
            break
        first = fold(other.name.split()[0]) if other.name.split() else ""
        if other.key[0] == TOLD and not other.said.title and not is_definite(first):
            return True
    text = told.text(voice.article)[: min(start, READ)]
    found = re.search(rf"\b(?:{INDEFINITE})\s+(?:[\w’'-]+\s+){{0,4}}{re.escape(noun)}\b", text, re.IGNORECASE)
    return found is not None


def _differ(noun: str, read: Sequence[str], person: Voice, persons: Sequence[Voice]) -> bool:
    """Whether a description names an office or a trade other than the one that the person is given."""
    given = {
        word.fold
        for one in persons
        if one.key == person.key and one.said.source is not None
        for word in words(one.said.source.text[:200])
    }
    offices = (OFFICES - ANY_OFFICE) & set(read), OFFICES & given
    if offices[0] and offices[1] and not offices[0] & offices[1]:
        return True
    kind = class_of(noun)
    others = {found for found in map(class_of, given) if isinstance(found, int)}
    return isinstance(kind, int) and bool(others) and kind not in others


def _lead(voice: Voice, ordered: Sequence[Voice], persons: Sequence[Voice]) -> Voice:
    """ "An engineer said", opening the text, is whom the next words name without saying what she is."""
    body = next((one for one in ordered if not one.said.title), None)
    source = voice.said.source
    if voice is not body or voice.key[0] != TOLD or source is None:
        return voice
    read = [word.fold for word in words(voice.name[:300])]
    if not read or not re.fullmatch(INDEFINITE, read[0]) or ASKED_NOT_TO_BE_NAMED.search(source.text[:300]):
        return voice
    later = [one for one in persons if one.said.source is not None and one.said.source.start > source.end]
    named = min(later, key=lambda one: one.said.source.start if one.said.source else 0, default=None)
    if named is None or named.said.source is None or named.said.source.start > source.end + LEAD:
        return voice
    bare = named.said.source.text.strip() == full_name(named.name)
    return _as(voice, [named]) if bare else voice
