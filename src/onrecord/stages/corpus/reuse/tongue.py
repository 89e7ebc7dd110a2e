"""Whether an article says that what it quotes was said or published in another language."""

from functools import lru_cache

from onrecord.lang.crediting import among, crediting_words
from onrecord.lang.tongues import SPOKEN_IN, tongue_words, translated_words
from onrecord.stages.corpus.reuse.sided import Sided, clip
from onrecord.text.fold import Word

KEPT = 256  # articles whose answer is kept
AROUND = 40  # characters on either side that are shown
MEDIUM = 2  # words from "German" to "newspaper"
_STOPS = frozenset(',.;:)!?…"”»“—–')
_LANGUAGE = ("язык", "мовою")  # "на немецком языке", "німецькою мовою"


@lru_cache(maxsize=KEPT)
def foreign_tongue(side: Sided) -> str | None:
    """The words by which somebody speaks another language, or a medium of one is the source.

    "told the German newspaper", "said in Russian", "translated from"; None where it says nothing of the kind.
    """
    draft = side.profile.draft
    media = crediting_words(draft.language).media
    translated = translated_words(draft.language)
    tongues = tongue_words(draft.language)
    for number, sentence in enumerate(draft.sentences):
        if sentence.heading:
            continue
        found = side.plain_words(number)
        for at, word in enumerate(found):
            if among(word.fold, translated):
                return _around(side, number, word)
            if not among(word.fold, tongues):
                continue
            medium = any(among(one.fold, media) for one in found[at + 1 : at + 1 + MEDIUM])
            if medium or _spoken(side, found, at):
                return _around(side, number, word)
    return None


def _around(side: Sided, number: int, word: Word) -> str:
    """A word with some words before and after it in its sentence."""
    whole = side.sentence(number)
    start = whole.start
    if word.start - AROUND > start:
        start = side.text.find(" ", word.start - AROUND, word.start) + 1 or word.start
    return clip(side.text[start : whole.end], AROUND + (word.end - word.start) + AROUND)


def _spoken(side: Sided, found: tuple[Word, ...], at: int) -> bool:
    """Whether the name of a language stands alone after "in", as in "said in German." """
    word = found[at]
    after = side.text[word.end : word.end + 1]
    named = at + 1 < len(found) and found[at + 1].fold.startswith(_LANGUAGE)
    alone = not after or after in _STOPS or after == "\n"
    before = found[at - 1].fold if at else ""
    language = side.profile.draft.language
    if language == "uk" and word.fold.endswith("ою"):
        return named or alone
    if language == "ru" and named:
        return before in SPOKEN_IN["ru"]
    return alone and before in SPOKEN_IN.get(language, ())
