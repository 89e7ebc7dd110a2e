"""One article cut up: words, sentences, and what is not the reporter's own telling."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.data import ArticleFindings
from onrecord.lang.background import background_of
from onrecord.stages.corpus.reuse.apart import apart_ranges
from onrecord.text.fold import Word, words
from onrecord.text.quotes import find_quotations
from onrecord.text.shingles import hashed
from onrecord.text.terms import terms_of

MAX_SENTENCES = 600
MAX_CHARACTERS = 100_000
RUN = 5
PLAIN, QUOTED, APART = 0, 1, 2
_BREAK = re.compile(r"[.!?…]+[\"'”’»)]*\s+(?=[\"'“‘«(]*[A-ZÀ-ÞА-ЯҐІЇЄ0-9])|\n+")


class Rough(NamedTuple):
    """What cutting up needs of an article, and no more: this is sent to workers."""

    id: str
    text: str
    language: str
    sentences: tuple[tuple[int, int], ...]
    headings: frozenset[tuple[int, int]]
    title_end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: offsets in the article, numbers of its words, its terms in and out of quotation marks."""

    start: int
    end: int
    first: int
    last: int
    plain: tuple[str, ...]
    quoted: tuple[str, ...]
    heading: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """An article cut up, before its terms have their weights.

    `inside` tells of each word what it stands in: PLAIN (0), QUOTED (1, in quotation marks or in a
    statement given word for word), APART (2, in a caption, an embedded post, a line of the page);
    `runs` are its hashed runs of RUN words; `terms` its terms by the number of their word.
    """

    id: str
    words: tuple[Word, ...]
    inside: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[tuple[int, int], ...]
    runs: tuple[int, ...]
    terms: tuple[tuple[int, str], ...]
    language: str


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Plain splitting at stops and line ends, for articles that come without sentences."""
    found, start = [], 0
    for match in _BREAK.finditer(text):
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(text)))
    return [(low, high) for low, high in found if text[low:high].strip()]


def quote_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges inside closed outermost quotation marks."""
    found = find_quotations(text)
    return tuple((q.start + len(q.mark), q.end - 1) for q in found if q.depth == 0 and q.closed)


def _mark(states: list[int], found: list[Word], ranges: tuple[tuple[int, int], ...], state: int) -> None:
    """Set the state of all words that begin in one of the ranges, which are in order."""
    at = 0
    for number, word in enumerate(found):
        while at < len(ranges) and ranges[at][1] <= word.start:
            at += 1
        if at < len(ranges) and ranges[at][0] <= word.start:
            states[number] = state


def rough_of(article: ArticleFindings) -> Rough:
    """The text of an article with its sentences and headings as offsets."""
    own = article.article
    text = own.text[:MAX_CHARACTERS]
    return Rough(
        own.id,
        text,
        article.language.code,
        tuple((span.start, span.end) for span in article.sentences if span.end <= len(text)),
        frozenset((span.start, span.end) for span in own.headings),
        own.title_span.end if own.title_span else 0,
    )


def draft_of(rough: Rough) -> Draft:
    """Cut one article up."""
    text = rough.text
    found = words(text)
    quotes = quote_ranges(text)
    statements, apart = apart_ranges(text, rough.title_end)
    states = [PLAIN] * len(found)
    _mark(states, found, statements, QUOTED)
    _mark(states, found, quotes, QUOTED)
    _mark(states, found, apart, APART)
    places = {word.start: number for number, word in enumerate(found)}
    terms = {
        places[word.start]: term
        for term, word in terms_of(found, rough.language, background_of(rough.language))
    }
    sentences, at = [], 0
    for low, high in (rough.sentences or split_sentences(text))[:MAX_SENTENCES]:
        while at < len(found) and found[at].start < low:
            at += 1
        first = at
        while at < len(found) and found[at].start < high:
            at += 1
        parts: tuple[list[str], list[str]] = ([], [])
        for number in range(first, at):
            if (term := terms.get(number)) is not None and states[number] != APART:
                parts[states[number]].append(term)
        end = low + len(text[low:high].rstrip())
        heading = end <= rough.title_end or (low, high) in rough.headings
        sentences.append(Sentence(low, high, first, at, tuple(parts[0]), tuple(parts[1]), heading))
    runs = tuple(hashed([word.fold for word in found], RUN))
    return Draft(
        rough.id,
        tuple(found),
        tuple(states),
        tuple(sentences),
        quotes,
        runs,
        tuple(terms.items()),
        rough.language,
    )
