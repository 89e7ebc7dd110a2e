"""Words that tell to whom, where, when and by what means something was said, by language."""

from onrecord.lang.circumstances_de import GERMAN_CIRCUMSTANCES
from onrecord.lang.circumstances_en import ENGLISH_CIRCUMSTANCES
from onrecord.lang.circumstances_ru import RUSSIAN_CIRCUMSTANCES
from onrecord.lang.circumstances_uk import UKRAINIAN_CIRCUMSTANCES
from onrecord.lang.saying_words import SayingWords

__all__ = ["SayingWords", "saying_words"]

_BY_LANGUAGE = {
    "en": ENGLISH_CIRCUMSTANCES,
    "de": GERMAN_CIRCUMSTANCES,
    "ru": RUSSIAN_CIRCUMSTANCES,
    "uk": UKRAINIAN_CIRCUMSTANCES,
}


def saying_words(language: str) -> SayingWords | None:
    """The words of a language (ISO 639-1), None when there are none."""
    return _BY_LANGUAGE.get(language)
