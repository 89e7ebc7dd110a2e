"""The words of earlier and later tellings, by language."""

from onrecord.lang.rewriting import RewritingWords
from onrecord.lang.rewriting_de import GERMAN
from onrecord.lang.rewriting_en import ENGLISH
from onrecord.lang.rewriting_ru import RUSSIAN
from onrecord.lang.rewriting_uk import UKRAINIAN

_BY_LANGUAGE = {"en": ENGLISH, "de": GERMAN, "ru": RUSSIAN, "uk": UKRAINIAN}


def words_of(language: str) -> RewritingWords:
    """The words of a language; those of English where a language has none of its own."""
    return _BY_LANGUAGE.get(language, ENGLISH)
