"""Habits of spelling in one article: house forms, marks of quotation, words that stand in two spellings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from onrecord.lang.background import UNLISTED, background_of
from onrecord.lang.house_forms import house_form
from onrecord.stages.corpus.reuse.drafts import APART
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.text.fold import Word
from onrecord.text.stems import stem

MAX_WORDS = 4_000
SHORTEST = 6  # letters of a word of which two spellings are looked for
ENDING = 3  # letters at the end that may differ by inflection
BUCKET = 6
COMMON = 0.003  # how common the right form of a misspelt word must be at least
MARKS = "quotation marks"
APOSTROPHE = "apostrophes"
_OPENING = re.compile(r"[\"“„«]")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])(?:'|’)(?=[^\W\d_])")
_MARK_FORM = {'"': "straight", "“": "curved", "„": "low", "«": "angled"}


@dataclass(frozen=True, slots=True)
class Habit:
    """One use of a form where newsrooms differ: `word` is the number of the word that shows it."""

    choice: str
    form: str
    word: int


def habits_of(side: Sided) -> tuple[Habit, ...]:
    """House forms, marks of quotation, apostrophes, by word; headings and captions have forms of their own.

    But in German, which gives every noun a capital, a word with one is somebody's name and spelt as he does.
    """
    draft, text = side.profile.draft, side.text
    headed = [range(one.first, one.last) for one in draft.sentences if one.heading]
    left_out = {number for row in headed for number in row}
    found: list[Habit] = []
    for number, word in enumerate(draft.words[:MAX_WORDS]):
        if number in left_out or draft.inside[number] == APART:
            continue
        raw = text[word.start : word.end]
        shown = house_form(raw.lower(), draft.language)
        if shown is not None and (draft.language == "de" or word.capital == shown.place):
            found.append(Habit(shown.choice, shown.form, number))
        before = text[word.start - 1 : word.start]
        if before in _MARK_FORM:
            found.append(Habit(MARKS, _MARK_FORM[before], number))
        mark = _APOSTROPHE.search(raw)
        if mark:
            found.append(Habit(APOSTROPHE, "straight" if mark.group() == "'" else "curved", number))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Twice:
    """Two spellings of one word in one article: `odd` is in no list; `name`: both are capitalised."""

    odd: str
    other: str
    name: bool


def spelt_twice(side: Sided) -> tuple[Twice, ...]:
    """Words of an article that look like two spellings of one: never two forms of one word.

    For lower-case words `other` is common and `odd` in no list; names are given either way round. A
    different ending, another stem of a compound or a common word beside a common word are none.
    """
    language = side.profile.draft.language
    prior = background_of(language)
    capital: dict[str, bool] = {}
    for word in side.profile.draft.words[:MAX_WORDS]:
        if len(word.fold) >= SHORTEST and word.fold.isalpha():
            capital[word.fold] = capital.get(word.fold, True) and word.capital
    listed = {fold: prior(stem(fold, language)) for fold in capital}
    found = []
    for one, other in _near(sorted(capital)):
        for odd, right in ((one, other), (other, one)):
            if capital[odd] != capital[right] or stem(odd, language) == stem(right, language):
                continue
            name = capital[odd]
            if name and language == "de":
                continue  # every noun has a capital
            if listed[odd] <= UNLISTED and (listed[right] <= UNLISTED if name else listed[right] >= COMMON):
                found.append(Twice(odd, right, name))
    return tuple(found)


def _near(words: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words, one slip of a letter apart, and not at the end of the word."""
    buckets: dict[str, list[str]] = {}
    for word in words:
        for at in range(len(word) - ENDING):
            buckets.setdefault(word[:at] + word[at + 1 :], []).append(word)
        buckets.setdefault(word, []).append(word)
    seen: set[tuple[str, str]] = set()
    for key in sorted(buckets):
        row = list(dict.fromkeys(buckets[key]))[:BUCKET]
        seen.update((one, other) for one in row for other in row if one < other)
    for one, other in sorted(seen):
        if one[-ENDING:] == other[-ENDING:] and OSA.distance(one, other, score_cutoff=1) <= 1:
            yield one, other


def first_use(words: tuple[Word, ...], fold: str) -> Word | None:
    """The first place of a folded word."""
    return next((word for word in words if word.fold == fold), None)
