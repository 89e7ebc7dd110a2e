"""Stems of folded words, so that "resume" and "resumed" meet. Snowball stemmers, cached."""

from functools import cache, lru_cache
from typing import Protocol

import snowballstemmer

_ALGORITHMS = {"en": "english", "de": "german", "ru": "russian", "fr": "french", "es": "spanish"}


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


@cache
def _stemmer(language: str) -> _Stemmer | None:
    name = _ALGORITHMS.get(language)
    if name is None:
        return None
    made: _Stemmer = snowballstemmer.stemmer(name)
    return made


@lru_cache(maxsize=200_000)
def stem(word: str, language: str = "en") -> str:
    """The stem of a folded word; the word itself for a language without a stemmer here."""
    if word.isdigit() or len(word) > 40:
        return word
    stemmer = _stemmer(language)
    return word if stemmer is None else stemmer.stemWord(word)
