"""What an article is about, as weighted terms: the one view of it that stories and threads compare.

An outline is a function of one article and its dates alone: how much a term tells comes from how common
the word is in its language (`lang.background`), never from the pile. It is kept small, since a hundred
thousand of them are held at once: a term is 32 bits of a hash, and where it is written in the text.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.data import ArticleFindings, Dating, PublicationDate
from onrecord.lang.background import background_of
from onrecord.stages.corpus.stories.across import Clue, clues_of
from onrecord.stages.corpus.stories.told import (
    MAX_CHARACTERS,
    NOTHING,
    Days,
    Told,
    carriers_of,
    days_of,
    told_of,
)
from onrecord.text.fold import Word, words
from onrecord.text.joins import hash64
from onrecord.text.terms import is_number, terms_of

LEAD_CHARACTERS = 1_000
LEAD = 4.0
NAME = 1.25
FIGURE = 1.5
MAX_TERMS = 400
WHOLE = 32_767  # a weight of 1
NATS = 1_000.0  # a rarity of 1 nat
TERM = np.dtype(
    [
        ("term", "<u4"),
        ("weight", "<i2"),
        ("rarity", "<u2"),
        ("start", "<u2"),
        ("length", "u1"),
        ("name", "u1"),
    ]
)
CLUE = np.dtype([("term", "<u4"), ("weight", "<i2"), ("rarity", "<u2")])
Table = NDArray[np.void]


@dataclass(frozen=True, slots=True)
class Outline:
    """An article as weighted terms, sorted by hash, and as clues that hold across languages.

    `terms` are rows of TERM, `clues` rows of CLUE, each with weights of length WHOLE; `carriers` are hashes
    of whom the article credits.
    """

    id: str
    language: str
    terms: bytes
    clues: bytes
    days: Days | None = None
    carriers: tuple[int, ...] = ()
    told: Told = NOTHING


@dataclass(slots=True)
class _Count:
    """One term while it is counted: how much, and how often with and without a capital."""

    first: Word
    count: float = 0.0
    capitals: int = 0
    lows: int = 0

    @property
    def is_name(self) -> bool:
        return self.capitals > self.lows and not is_number(self.first.fold)


@lru_cache(maxsize=200_000)
def term_hash(language: str, term: str) -> int:
    """32 bits for a term of a language."""
    return hash64(f"{language} {term}") & 0xFFFFFFFF


def _counted(text: str, language: str) -> dict[str, _Count]:
    """The terms of one text; those of the title and the lead count more."""
    found: dict[str, _Count] = {}
    for term, word in terms_of(words(text), language, background_of(language)):
        one = found.get(term)
        if one is None:
            one = found[term] = _Count(word)
        one.count += LEAD if word.start < LEAD_CHARACTERS else 1.0
        if word.capital:
            one.capitals += 1
        else:
            one.lows += 1
    return found


def _weighed(counted: dict[str, _Count], language: str) -> list[tuple[str, float, float]]:
    """Term, (1 + log of the count) x rarity in the language (names and figures more), and the rarity; the
    heaviest first."""
    prior = background_of(language)
    found = []
    for term, one in counted.items():
        rarity = -math.log(prior(term))
        weight = (1.0 + math.log(one.count)) * rarity
        weight *= FIGURE if is_number(term) else NAME if one.is_name else 1.0
        if weight > 0.0:
            found.append((term, weight, rarity))
    found.sort(key=lambda item: (-item[1], item[0]))
    return found[:MAX_TERMS]


def _table(weighed: list[tuple[str, float, float]], counted: dict[str, _Count], language: str) -> bytes:
    """Rows of TERM, sorted by hash; of two terms with one hash the heavier stays."""
    length = math.sqrt(math.fsum(weight * weight for _, weight, _ in weighed)) or 1.0
    rows: dict[int, tuple[int, int, int, int, int, int]] = {}
    for term, weight, rarity in weighed:
        key, one = term_hash(language, term), counted[term]
        size = min(255, one.first.end - one.first.start)
        shown = (one.first.start, size, int(one.is_name))
        rows.setdefault(key, (key, round(weight / length * WHOLE), max(1, round(rarity * NATS)), *shown))
    return np.array([rows[key] for key in sorted(rows)], dtype=TERM).tobytes()


def _clue_table(clues: list[Clue]) -> bytes:
    """Rows of CLUE, sorted by hash."""
    rows: dict[int, tuple[float, float]] = {}
    for name, weight, rarity in clues:
        rows.setdefault(term_hash("*", name), (weight, rarity))
    length = math.sqrt(math.fsum(weight * weight for weight, _ in rows.values())) or 1.0
    made = [
        (key, round(rows[key][0] / length * WHOLE), max(1, round(rows[key][1] * NATS)))
        for key in sorted(rows)
    ]
    return np.array(made, dtype=CLUE).tobytes()


class Rough(NamedTuple):
    """What an outline needs of an article, and no more: this is sent to workers."""

    id: str
    text: str
    language: str
    days: Days | None
    carriers: tuple[int, ...]
    told: Told


def rough_of(article: ArticleFindings, dating: Dating | None = None) -> Rough:
    """The beginning of an article, with its date as the pile refined it (`dating`) where it did."""
    published: PublicationDate = dating.published if dating else article.published
    days = days_of(published)
    carriers = tuple(sorted(hash64(name) for name in carriers_of(article)))
    text, language = article.article.text[:MAX_CHARACTERS], article.language.code
    return Rough(article.article.id, text, language, days, carriers, told_of(article, days))


def outlined(rough: Rough) -> Outline:
    """The outline of the beginning of an article."""
    text, language = rough.text, rough.language
    counted = _counted(text, language)
    weighed = _weighed(counted, language)
    named = [(text[one.first.start : one.first.end], one.count, one.is_name) for one in counted.values()]
    return Outline(
        id=rough.id,
        language=language,
        terms=_table(weighed, counted, language),
        clues=_clue_table(clues_of(named, language)),
        days=rough.days,
        carriers=rough.carriers,
        told=rough.told,
    )


def outline_of(article: ArticleFindings, dating: Dating | None = None) -> Outline:
    """The outline of one article: a function of it and of its refined date alone."""
    return outlined(rough_of(article, dating))


def terms(outline: Outline) -> Table:
    """The rows of TERM of an outline."""
    return np.frombuffer(outline.terms, dtype=TERM)


def clues(outline: Outline) -> Table:
    """The rows of CLUE of an outline."""
    return np.frombuffer(outline.clues, dtype=CLUE)
