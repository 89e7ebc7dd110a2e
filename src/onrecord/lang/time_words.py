"""Time words by language, and the words that say what a date on a page is the date of."""

from collections.abc import Mapping

from onrecord.lang.time_words_de import GERMAN
from onrecord.lang.time_words_en import ENGLISH
from onrecord.lang.time_words_ru import RUSSIAN
from onrecord.lang.time_words_uk import UKRAINIAN
from onrecord.text.timex.words import TimeWords

__all__ = [
    "BY_LANGUAGE",
    "ENGLISH",
    "GERMAN",
    "PUBLISHED_LABELS",
    "RUSSIAN",
    "UKRAINIAN",
    "UPDATED_LABELS",
    "time_words",
]

BY_LANGUAGE: Mapping[str, TimeWords] = {words.code: words for words in (ENGLISH, GERMAN, UKRAINIAN, RUSSIAN)}


def time_words(code: str) -> TimeWords | None:
    """The table of a language (ISO 639-1), None when there is none."""
    return BY_LANGUAGE.get(code)


PUBLISHED_LABELS = frozenset(
    "date dated published posted publication filed created issued veröffentlicht datum erschienen дата "
    "опубліковано створено опубликовано размещено".split()
)
UPDATED_LABELS = frozenset(
    "updated modified revised aktualisiert geändert stand оновлено змінено обновлено изменено".split()
)
"""Words that say what the date beside them is the date of."""
