"""Voices under several names that are one party: a surname, quoted words, a document, a state's speaker."""

from collections import defaultdict
from dataclasses import replace

from onrecord.lang.documents import is_document
from onrecord.lang.unnamed import BODIES, OFFICES, tied_to
from onrecord.stages.corpus.origins import proofs
from onrecord.stages.corpus.origins.merging import Merging
from onrecord.stages.corpus.origins.naming import full_name, last_word, name_sounds, sound_of
from onrecord.stages.corpus.origins.voices import ACTOR, NAMED, NOBODY, Key, Told, Voice
from onrecord.text.fold import fold, words

MAX_OFFICERS = 50  # sayings of officers of one article that its bodies are held against


def meet(voices: list[Voice], told: Told, merging: Merging) -> list[Voice]:
    """The voices under the keys of the parties that they are; who stays nobody is left out."""
    met = _met_names(voices, told)
    met = _met_documents(met, told, merging)
    met = _met_words(met, told, merging)
    met = _met_states(met, told, merging)
    met = _met_officers(met, told, merging)
    return [voice for voice in met if voice.key[0] != NOBODY]


def _met_names(voices: list[Voice], told: Told) -> list[Voice]:
    """One name, one party: a full name in any spelling, and a surname alone where one party bears it."""
    full: defaultdict[tuple[str, str], list[Voice]] = defaultdict(list)
    for voice in voices:
        sounds = name_sounds(voice.name) if voice.named else None
        if sounds is not None:
            full[sounds].append(voice)
    homes = {sounds: min(found, key=lambda v: _fullness(v, told)) for sounds, found in full.items()}
    bearers: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for sounds in homes:
        bearers[sounds[1]].add(sounds)
    lone: defaultdict[str, set[Key]] = defaultdict(set)
    for voice in voices:
        if voice.key[0] == ACTOR and not name_sounds(voice.name):
            lone[sound_of(last_word(voice.name))].add(voice.key)
    kept = []
    for voice in voices:
        last = last_word(voice.name)
        sounds = name_sounds(voice.name)
        if voice.named and sounds is not None:
            kept.append(_under(voice, homes[sounds]))
            continue
        known = bearers.get(sound_of(last), set()) if last[:1].isupper() else set()
        keys = lone.get(sound_of(last), set())
        if len(known) == 1 and (voice.key[0] == NAMED or _is_lone_person(voice, told)):
            kept.append(_under(voice, homes[next(iter(known))]))
        elif voice.key[0] == NAMED and last[:1].isupper() and not known and len(keys) == 1:
            kept.append(replace(voice, key=next(iter(keys))))
        else:
            kept.append(voice)
    return kept


def _fullness(voice: Voice, told: Told) -> tuple[bool, bool, int, str, int]:
    """The voice that shows a name best: a person that the pile knows, by the name alone."""
    known = voice.key[0] == ACTOR and voice.key[1] not in told.groups
    return not known, voice.key[1] not in told.persons, len(voice.name), voice.article, voice.said.start


def _under(voice: Voice, home: Voice) -> Voice:
    name = voice.name if full_name(voice.name) == voice.name else full_name(home.name)
    return replace(voice, key=home.key, name=name)


def _is_lone_person(voice: Voice, told: Told) -> bool:
    return voice.key[0] == ACTOR and voice.key[1] in told.persons and len(voice.name.split()) == 1


def _met_documents(voices: list[Voice], told: Told, merging: Merging) -> list[Voice]:
    """ "The report says": the paper of the party that its article named before."""
    kept: list[Voice] = []
    named: dict[str, Voice] = {}
    for voice in voices:
        party = named.get(voice.article)
        if voice.key[0] == NAMED and is_document(voice.name):
            if party is None:
                kept.append(voice)
                continue
            merging.proofs.append(proofs.of_document(voice, party, told))
            kept.append(replace(voice, key=party.key, name=party.name))
            continue
        if voice.named:
            named[voice.article] = voice
        kept.append(voice)
    return kept


def _met_words(voices: list[Voice], told: Told, merging: Merging) -> list[Voice]:
    """Who says in quotation marks what a named party says elsewhere is that party, whatever it is called."""
    named: dict[int, Voice] = {}
    for voice in voices:
        if voice.named:
            for run, _start, _end in voice.said.runs:
                named.setdefault(run, voice)
    kept = []
    for voice in voices:
        found = next(
            (
                (named[run], start, end)
                for run, start, end in voice.said.runs
                if run in named and named[run].article != voice.article
            ),
            None,
        )
        if found is None or voice.named:
            kept.append(voice)
            continue
        merging.proofs.append(proofs.of_utterance(voice, found[0], found[1], found[2], told))
        kept.append(replace(voice, key=found[0].key, name=found[0].name, hop=found[0].hop))
    return kept


def _met_states(voices: list[Voice], told: Told, merging: Merging) -> list[Voice]:
    """A state or a body speaks through those who speak for it in the same article."""
    by_state: dict[tuple[str, str], Voice] = {}
    by_office: dict[tuple[str, str], Voice] = {}
    for voice in voices:
        state = told.states.get(voice.key[1]) if voice.key[0] == ACTOR else None
        if state is not None and state != voice.key[1]:
            by_state.setdefault((voice.article, state), voice)
        for word in _spoken_for(voice):
            by_office.setdefault((voice.article, word), voice)
    kept = []
    for voice in voices:
        speaker = by_state.get((voice.article, voice.key[1])) if voice.key[0] == ACTOR else None
        if speaker is None and voice.named:
            speaker = by_office.get((voice.article, voice.name.casefold()))
        if speaker is None or speaker.key == voice.key or voice.said.runs:
            kept.append(voice)
            continue
        merging.proofs.append(proofs.of_state(voice, speaker, told))
        kept.append(replace(voice, key=speaker.key, name=speaker.name, hop=speaker.hop))
    return kept


def _spoken_for(voice: Voice) -> list[str]:
    """The capitalised words by which an office holder is called one: "the interior minister of Velka"."""
    read = voice.said.source.text[:200].split() if voice.said.source is not None else []
    if not OFFICES & {fold(word.strip(",.")) for word in read}:
        return []
    return [word.strip(",.").casefold() for word in read if word[:1].isupper()]


def _met_officers(voices: list[Voice], told: Told, merging: Merging) -> list[Voice]:
    """A company or another body speaks through those who head it or speak for it in the same article.

    The nearest officer counts, unless her own words tie her to another body ("the fire chief").
    """
    officers: defaultdict[str, list[tuple[Voice, frozenset[str]]]] = defaultdict(list)
    for voice in voices:
        tied = tied_to(voice.said.source.text) if voice.said.source is not None and voice.named else None
        if tied is not None and full_name(voice.name) and len(officers[voice.article]) < MAX_OFFICERS:
            officers[voice.article].append((voice, tied))
    kept = []
    for voice in voices:
        body = _body_words(voice, told)
        fitting = [one for one, tied in officers[voice.article] if body and (not tied or tied & body)]
        speaker = min(
            (one for one in fitting if one.key != voice.key),
            key=lambda one: (abs(one.said.start - voice.said.start), one.said.start),
            default=None,
        )
        if speaker is None or any(one.key == voice.key for one in fitting):
            kept.append(voice)
            continue
        merging.proofs.append(proofs.of_state(voice, speaker, told))
        kept.append(replace(voice, key=speaker.key, name=speaker.name, hop=speaker.hop))
    return kept


def _body_words(voice: Voice, told: Told) -> frozenset[str]:
    """The words of a body that is no state; none for anybody else."""
    if (
        not voice.named
        or voice.key[1] in told.states
        or voice.key[1] in told.persons
        or full_name(voice.name)
    ):
        return frozenset()
    read = [word.fold for word in words(voice.name[:200])]
    if voice.key[0] == ACTOR and voice.key[1] in told.bodies:
        return frozenset(read)
    return frozenset(read) if BODIES & set(read[:4]) else frozenset()
