"""Voices under several names that are one party: a surname, quoted words, a document, a state's speaker."""

from collections import defaultdict
from dataclasses import replace

from onrecord.lang.documents import is_document
from onrecord.lang.unnamed import OFFICES
from onrecord.stages.corpus.origins import proofs
from onrecord.stages.corpus.origins.merging import Merging
from onrecord.stages.corpus.origins.voices import ACTOR, NAMED, NOBODY, Key, Told, Voice
from onrecord.text.fold import fold


def meet(voices: list[Voice], told: Told, merging: Merging) -> list[Voice]:
    """The voices under the keys of the parties that they are; who stays nobody is left out."""
    met = _met_names(voices)
    met = _met_documents(met, told, merging)
    met = _met_words(met, told, merging)
    met = _met_states(met, told, merging)
    return [voice for voice in met if voice.key[0] != NOBODY]


def _met_names(voices: list[Voice]) -> list[Voice]:
    """A name without an actor is the one party of the scope whose name ends in the same word."""
    actors: defaultdict[str, set[Key]] = defaultdict(set)
    fuller: defaultdict[str, set[Key]] = defaultdict(set)
    for voice in voices:
        words = voice.name.split()
        if voice.key[0] == ACTOR and words:
            actors[words[-1].casefold()].add(voice.key)
        elif voice.key[0] == NAMED and len(words) > 1 and words[-1][:1].isupper():
            fuller[words[-1].casefold()].add(voice.key)
    kept = []
    for voice in voices:
        words = voice.name.split()
        last = words[-1] if words else ""
        known = actors.get(last.casefold()) or fuller.get(last.casefold()) or set()
        met = voice.key[0] == NAMED and len(known) == 1 and last[:1].isupper()
        kept.append(replace(voice, key=next(iter(known))) if met else voice)
    return kept


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
    words = voice.said.source.text[:200].split() if voice.said.source is not None else []
    if not OFFICES & {fold(word.strip(",.")) for word in words}:
        return []
    return [word.strip(",.").casefold() for word in words if word[:1].isupper()]
