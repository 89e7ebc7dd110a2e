"""Where an article gives other media as its source: by the other article's outlet, or by "the paper".

Made from the words alone, so that it works where no article stage ran and in four languages.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.lang.crediting import COMMON_NAME_WORDS, among, crediting_words
from onrecord.stages.corpus.reuse.drafts import APART, Draft
from onrecord.text.fold import words
from onrecord.text.translit import skeleton

NEAR = 14  # words between a name and the word of reporting that makes it a credit
LEAST_NAME = 3
MAX_CREDITS = 20


class Capital(NamedTuple):
    """A capitalised word: its number and its sentence's number."""

    word: int
    sentence: int


class Passing(NamedTuple):
    """Words that pass on what other media published: `word` is the noun ("paper")."""

    word: int
    sentence: int


def capitals_of(draft: Draft) -> dict[str, tuple[Capital, ...]]:
    """Capitalised words outside headings by the skeleton of their form, each with its first places."""
    found: dict[str, list[Capital]] = {}
    for number, sentence in enumerate(draft.sentences):
        if sentence.heading:
            continue
        for at in range(sentence.first, sentence.last):
            word = draft.words[at]
            if word.capital and draft.inside[at] != APART:
                places = found.setdefault(skeleton(word.fold), [])
                if len(places) < 4:
                    places.append(Capital(at, number))
    return {key: tuple(places) for key, places in found.items()}


def reporting_of(draft: Draft) -> frozenset[int]:
    """Numbers of the words of reporting ("reports", "laut", "сообщает")."""
    listed = crediting_words(draft.language).report
    return frozenset(
        at for at, word in enumerate(draft.words) if draft.inside[at] != APART and among(word.fold, listed)
    )


def passings_of(draft: Draft, reporting: frozenset[int]) -> tuple[Passing, ...]:
    """Places where media without a name, or pointed back to, are given as the source."""
    own = crediting_words(draft.language)
    found = []
    for number, sentence in enumerate(draft.sentences):
        if sentence.heading:
            continue
        for at in range(sentence.first, sentence.last):
            word = draft.words[at]
            if draft.inside[at] or not among(word.fold, own.media):
                continue
            if at > sentence.first and among(draft.words[at - 1].fold, own.own):
                continue
            near = range(max(sentence.first, at - 6), min(sentence.last, at + 7))
            if any(place in reporting and place != at for place in near):
                found.append(Passing(at, number))
                break
        if len(found) >= MAX_CREDITS:
            break
    return tuple(found)


def name_forms(outlet: str) -> tuple[tuple[str, ...], str]:
    """The telling words of an outlet's name, as skeletons, and its initials ("" for fewer than three)."""
    parts = words(outlet.replace(".", " ") if " " not in outlet else outlet)
    telling = tuple(skeleton(one.fold) for one in parts if one.fold not in COMMON_NAME_WORDS)
    initials = "".join(one.fold[0] for one in parts if one.capital)
    return tuple(one for one in telling if len(one) >= LEAST_NAME), initials if len(initials) >= 3 else ""


def _meets(name: str, capitals: Mapping[str, Sequence[Capital]]) -> Sequence[Capital]:
    """Places of a word of a name, in its own form or in an inflected one."""
    found = capitals.get(name)
    if found or len(name) < 5:
        return found or ()
    for form in (name[:-1], name[:-2] if len(name) > 6 else name[:-1]):
        for key, places in capitals.items():
            if key.startswith(form) and len(key) <= len(name) + 3:
                return places
    return ()


def named_at(
    outlet: str, draft: Draft, capitals: Mapping[str, Sequence[Capital]], reporting: frozenset[int]
) -> tuple[int, ...]:
    """Words at which an article names an outlet as the source of what it says; () where it does not.

    All telling words of the name must stand in the article, or its initials; one of them near a word of
    reporting in the same sentence. A name with one telling word only ("Union Press") must stand beside the
    rest of it or beside a noun for media.
    """
    telling, initials = name_forms(outlet)
    places: list[Capital] = list(capitals.get(skeleton(initials), ())) if initials else []
    each = [_meets(one, capitals) for one in telling]
    if len(each) == 1:
        parts = frozenset(word.fold for word in words(outlet))
        places += [place for place in each[0] if _sure(draft, place.word, parts)]
    elif each and all(each):
        places += [place for found in each for place in found]
    found = []
    for place in sorted(set(places)):
        sentence = draft.sentences[place.sentence]
        low, high = max(sentence.first, place.word - NEAR), min(sentence.last, place.word + NEAR)
        if any(at in reporting for at in range(low, high)):
            found.append(place.word)
    return tuple(found)


def _sure(draft: Draft, number: int, parts: frozenset[str]) -> bool:
    """Whether another word of the name, or a noun for media, stands within two words."""
    media = crediting_words(draft.language).media
    near = [draft.words[at].fold for at in range(max(0, number - 2), min(len(draft.words), number + 3))]
    own = draft.words[number].fold
    return len(parts) == 1 or any(word != own and (word in parts or among(word, media)) for word in near)
