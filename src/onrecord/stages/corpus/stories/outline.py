"""What an article is about, as weighted terms: the one view of it that stories and threads compare."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.data import ArticleFindings, MentionKind, PublicationDate
from onrecord.lang.background import background
from onrecord.text.edtf import bounds, exact_day
from onrecord.text.fold import fold, words
from onrecord.text.terms import Weights, is_number, terms_of

MAX_CHARACTERS = 20_000
LEAD_CHARACTERS = 500
LEAD = 3.0
NAME = 1.25
NEWS_DAYS = 6  # days before publication that "on Monday" may mean
PAST_DAYS = 3  # days before publication at which the past begins
LONGEST = 31  # days: "last year" looks back on no one event
MOST_PAST = 50


class Told(NamedTuple):
    """`news`: the days of which the lead tells; `past`: spells before them that the article looks back on."""

    news: tuple[date, ...]
    past: tuple[tuple[date, date], ...]

    def looks_back_on(self, other: "Told") -> bool:
        """Whether the news of the other is the past here, and not news here too."""
        return not set(self.news) & set(other.news) and any(
            low <= day <= high for low, high in self.past for day in other.news
        )


NOTHING = Told((), ())


@dataclass(frozen=True, slots=True)
class Counted:
    """Terms of one article with how often they count, how they are written, and which are names."""

    id: str
    counts: Mapping[str, float]
    written: Mapping[str, str]
    names: frozenset[str]
    days: tuple[date, date] | None
    carriers: frozenset[str] = frozenset()
    told: Told = NOTHING


@dataclass(frozen=True, slots=True)
class Outline:
    """A `Counted` article with every term weighted by the pile; `vector` has length 1."""

    id: str
    vector: Mapping[str, float]
    written: Mapping[str, str]
    names: frozenset[str]
    days: tuple[date, date] | None
    carriers: frozenset[str] = frozenset()
    told: Told = NOTHING


def days_of(published: PublicationDate) -> tuple[date, date] | None:
    """First and last possible day of publication, None unless both are known.

    The value counts where there is one, else the bounds that the text sets.
    """
    low, high = bounds(published.value)
    if low is None or high is None:
        low, high = exact_day(published.earliest), exact_day(published.latest)
    return (low, high) if low and high and low <= high else None


class Rough(NamedTuple):
    """What counting needs of an article, and no more: this is sent to workers."""

    id: str
    text: str
    language: str
    days: tuple[date, date] | None
    carriers: frozenset[str]
    told: Told


def told_of(article: ArticleFindings, published: tuple[date, date] | None) -> Told:
    """The days that an article tells of, as news and as the past. Nothing for an undated one.

    In an article of the 17th, "on Friday" in the lead is news, "two weeks ago" anywhere is the past, and
    "from the 20th" is neither.
    """
    if published is None:
        return NOTHING
    first, last = published[0] - timedelta(days=NEWS_DAYS), published[1]
    news, past = set(), set()
    for time in article.times:
        low, high = bounds(time.value)
        if low is None or high is None or time.span.start >= MAX_CHARACTERS:
            continue
        if low == high and first <= low <= last and time.span.start < LEAD_CHARACTERS:
            news.add(low)
        if high < published[0] - timedelta(days=PAST_DAYS) and (high - low).days <= LONGEST:
            past.add((low, high))
    return Told(tuple(sorted(news)), tuple(sorted(past, reverse=True)[:MOST_PAST]))


def carriers_of(article: ArticleFindings) -> frozenset[str]:
    """Whom an article credits with its report: outlets named in credits or in its lead, not its own."""
    own = fold(article.article.outlet.value) if article.article.outlet else ""
    found = {fold(credit.name) for credit in article.credits}
    found |= {
        fold(mention.name)
        for mention in article.mentions
        if mention.kind is MentionKind.OUTLET and mention.span.start < LEAD_CHARACTERS
    }
    return frozenset(found - {own, ""})


def rough_of(article: ArticleFindings, published: PublicationDate) -> Rough:
    """The beginning of an article, with its language and days."""
    text = article.article.text[:MAX_CHARACTERS]
    days = days_of(published)
    language = article.language.code
    return Rough(article.article.id, text, language, days, carriers_of(article), told_of(article, days))


def count_terms(rough: Rough) -> Counted:
    """Count the terms of one article; those of the title and the lead count more."""
    text = rough.text
    counts: dict[str, float] = {}
    written: dict[str, str] = {}
    capitals: dict[str, int] = {}
    lows: dict[str, int] = {}
    for term, word in terms_of(words(text), rough.language, background):
        counts[term] = counts.get(term, 0.0) + (LEAD if word.start < LEAD_CHARACTERS else 1.0)
        written.setdefault(term, text[word.start : word.end])
        kind = capitals if word.capital else lows
        kind[term] = kind.get(term, 0) + 1
    names = frozenset(t for t, n in capitals.items() if n > lows.get(t, 0) and not is_number(t))
    return Counted(rough.id, counts, written, names, rough.days, rough.carriers, rough.told)


def weigh(counted: Counted, weights: Weights) -> Outline:
    """Weigh counted terms: (1 + log count) x weight in the pile, names more, then length 1."""
    raw = {
        term: (1.0 + math.log(count)) * weights.weight(term) * (NAME if term in counted.names else 1.0)
        for term, count in sorted(counted.counts.items())
    }
    length = math.sqrt(math.fsum(value * value for value in raw.values())) or 1.0
    vector = {term: value / length for term, value in raw.items() if value > 0.0}
    return Outline(
        counted.id, vector, counted.written, counted.names, counted.days, counted.carriers, counted.told
    )


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Cosine of two vectors of length 1; exact sums, so the order of terms is no matter."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return math.fsum(value * large[term] for term, value in small.items() if term in large)
