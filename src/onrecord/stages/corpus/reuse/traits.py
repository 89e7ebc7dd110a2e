"""What an article tells apart from its wording: names and figures in order, odd words, quotations.

All of it a function of the one article, made once, so that a pair costs little.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from onrecord.stages.corpus.reuse.carried import Capital, Passing, capitals_of, passings_of, reporting_of
from onrecord.stages.corpus.reuse.drafts import QUOTED, Draft
from onrecord.text.figures import figures
from onrecord.text.shingles import hashed
from onrecord.text.translit import skeleton

NAME = (
    4.0  # least weight (nats) of a capitalised word that counts as a name: "Friday" and "Minister" fall short
)
ODD = 5.5  # least weight of a word in small letters that counts as odd
QUOTE_RUN = 4
SHORTEST = 3  # letters of a name: no list of words weighs "U.S." or "EU"
MAX_DETAILS = 400


class Detail(NamedTuple):
    """A name or a figure, at its first place outside quotations and headings.

    `key` is the same for every spelling and case of a name, in any script, and for a figure in digits or
    in words; `value` is the figure's, None for a name; `word` is the number of the word.
    """

    key: str
    weight: float
    word: int
    sentence: int
    value: float | None


class Quote(NamedTuple):
    """A quotation: its first word, the word after its last, and the hashes of its runs of four words."""

    first: int
    end: int
    runs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Traits:
    """`bag` holds the weight of every term outside quotations, `odd` those in small letters and rare."""

    details: tuple[Detail, ...]
    odd: Mapping[str, int]
    bag: Mapping[str, float]
    total: float
    quotes: tuple[Quote, ...]
    quote_runs: frozenset[int]
    plain_runs: frozenset[int]
    capitals: Mapping[str, tuple[Capital, ...]]
    reporting: frozenset[int]
    passings: tuple[Passing, ...]


def _figure_weight(value: float) -> float:
    """How much a shared figure tells, in nats: little for 2, much for 9,112."""
    if value != int(value):
        return 4.5
    if value <= 12:
        return 0.5 if value <= 3 else 1.2
    digits = str(int(value)).rstrip("0")
    if len(digits) <= 1:
        return 2.5
    return 2.5 if value <= 31 or 1900 <= value <= 2100 else 4.5


def _figure_details(draft: Draft, language: str, home: Sequence[int]) -> list[Detail]:
    rows = []
    for one in figures(draft.words, language):
        if not draft.inside[one.first] and home[one.first] >= 0:
            weight = _figure_weight(one.value)
            rows.append(Detail(f"#{one.value:g}", weight, one.first, home[one.first], one.value))
    return rows


def _is_name(draft: Draft, number: int, first: int, language: str, small: frozenset[str]) -> bool:
    """Capitalised where the place in the sentence does not ask for it, or rare and never in small letters."""
    word = draft.words[number]
    if not word.capital or word.fold in small:
        return False
    return number > first or len(word.fold) > 3


def _home(draft: Draft) -> list[int]:
    """For each word the number of its sentence, -1 in headings and outside any sentence."""
    home = [-1] * len(draft.words)
    for number, sentence in enumerate(draft.sentences):
        if not sentence.heading:
            home[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
    return home


@lru_cache(maxsize=100_000)
def name_key(stem: str) -> str:
    """What all spellings of a name share."""
    return skeleton(stem) or stem


def details_of(
    draft: Draft, terms: Mapping[int, str], weights: Mapping[str, float], language: str
) -> tuple[Detail, ...]:
    """Names and figures outside quotations and headings, each once, in order of first mention."""
    home = _home(draft)
    small = frozenset(word.fold for word in draft.words if not word.capital)
    rows = _figure_details(draft, language, home)
    for number, term in terms.items():
        own = home[number]
        if own < 0 or draft.inside[number] or weights.get(term, 0.0) < NAME:
            continue
        key = name_key(term)
        if len(key) >= SHORTEST and _is_name(draft, number, draft.sentences[own].first, language, small):
            rows.append(Detail(key, round(weights[term], 4), number, own, None))
    kept: dict[str, Detail] = {}
    for row in sorted(rows, key=lambda row: row.word):
        kept.setdefault(row.key, row)
        if len(kept) >= MAX_DETAILS:
            break
    return tuple(kept.values())


def odd_words(
    draft: Draft, terms: Mapping[int, str], weights: Mapping[str, float], language: str
) -> dict[str, int]:
    """Rare words in small letters (in German also nouns) outside quotations, with their first place."""
    found: dict[str, int] = {}
    for number, term in terms.items():
        word = draft.words[number]
        if draft.inside[number] or weights.get(term, 0.0) < ODD or term[:1].isdigit():
            continue
        if not word.capital:
            found.setdefault(term, number)
    return found


def quotes_of(draft: Draft) -> tuple[Quote, ...]:
    """Quotations of two words and more."""
    found, first = [], -1
    for number in range(len(draft.words) + 1):
        quoted = number < len(draft.words) and draft.inside[number] == QUOTED
        if quoted and first < 0:
            first = number
        elif not quoted and first >= 0:
            folded = [word.fold for word in draft.words[first:number]]
            if len(folded) > 1:
                found.append(Quote(first, number, tuple(hashed(folded, QUOTE_RUN))))
            first = -1
    return tuple(found)


def _plain_runs(draft: Draft) -> frozenset[int]:
    """The runs of four words outside quotation marks."""
    runs = hashed([word.fold for word in draft.words], QUOTE_RUN)
    inside = draft.inside
    return frozenset(run for at, run in enumerate(runs) if not any(inside[at : at + QUOTE_RUN]))


def traits_of(draft: Draft, terms: Mapping[int, str], weights: Mapping[str, float], language: str) -> Traits:
    """The traits of one article; `terms` are its terms by the number of their word."""
    bag = {
        term: round(weights.get(term, 0.0), 4)
        for sentence in draft.sentences
        if not sentence.heading
        for term in sentence.plain
    }
    quotes = quotes_of(draft)
    reporting = reporting_of(draft)
    return Traits(
        details_of(draft, terms, weights, language),
        odd_words(draft, terms, weights, language),
        bag,
        round(sum(bag.values()), 4),
        quotes,
        frozenset(run for quote in quotes for run in quote.runs),
        _plain_runs(draft),
        capitals_of(draft),
        reporting,
        passings_of(draft, reporting),
    )
