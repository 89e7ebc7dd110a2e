"""The cue lexicon of a language."""

from onrecord.lang.cue_lexicon import CueLexicon
from onrecord.lang.cue_lexicon_de import GERMAN_CUES
from onrecord.lang.cue_lexicon_en import ENGLISH_CUES
from onrecord.lang.cue_lexicon_ru import RUSSIAN_CUES
from onrecord.lang.cue_lexicon_uk import UKRAINIAN_CUES

_BY_LANGUAGE = {"en": ENGLISH_CUES, "de": GERMAN_CUES, "ru": RUSSIAN_CUES, "uk": UKRAINIAN_CUES}


def cue_lexicon(language: str) -> CueLexicon | None:
    """The lexicon of a language (ISO 639-1), None when there is none."""
    return _BY_LANGUAGE.get(language)
