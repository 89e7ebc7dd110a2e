"""When an article was published, of which days it tells as news and as the past, and whom it credits."""

from datetime import date, timedelta
from typing import NamedTuple

from onrecord.data import ArticleFindings, MentionKind, PublicationDate
from onrecord.text.edtf import bounds, exact_day
from onrecord.text.fold import fold

LEAD_CHARACTERS = 500
MAX_CHARACTERS = 20_000
NEWS_DAYS = 6  # days before publication that "on Monday" may mean
PAST_DAYS = 3  # days before publication at which the past begins
LONGEST = 31  # days: "last year" looks back on no one event
MOST_PAST = 50

Days = tuple[int, int]  # first and last, as proleptic ordinals


class Told(NamedTuple):
    """`news`: the days of which the lead tells; `past`: spells before them that the article looks back on."""

    news: tuple[int, ...]
    past: tuple[Days, ...]

    def looks_back_on(self, other: "Told") -> bool:
        """Whether the news of the other is the past here, and not news here too."""
        return not set(self.news) & set(other.news) and any(
            low <= day <= high for low, high in self.past for day in other.news
        )


NOTHING = Told((), ())


def days_of(published: PublicationDate) -> Days | None:
    """First and last possible day of publication, None unless both are known.

    The value counts where there is one, else the bounds that the text sets.
    """
    low, high = bounds(published.value)
    if low is None or high is None:
        low, high = exact_day(published.earliest), exact_day(published.latest)
    return (low.toordinal(), high.toordinal()) if low and high and low <= high else None


def told_of(article: ArticleFindings, published: Days | None) -> Told:
    """The days that an article tells of, as news and as the past. Nothing for an undated one.

    In an article of the 17th, "on Friday" in the lead is news, "two weeks ago" anywhere is the past, and
    "from the 20th" is neither.
    """
    if published is None:
        return NOTHING
    news, past = set(), set()
    for time in article.times:
        low, high = bounds(time.value)
        if low is None or high is None or time.span.start >= MAX_CHARACTERS:
            continue
        first, last = low.toordinal(), high.toordinal()
        in_news = published[0] - NEWS_DAYS <= first <= published[1]
        if first == last and in_news and time.span.start < LEAD_CHARACTERS:
            news.add(first)
        if last < published[0] - PAST_DAYS and last - first <= LONGEST:
            past.add((first, last))
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


def edtf_of(low: int, high: int) -> str:
    """Two days as EDTF: one day, or an interval."""
    first, last = date.fromordinal(low), date.fromordinal(low) + timedelta(days=high - low)
    return first.isoformat() if low == high else f"{first.isoformat()}/{last.isoformat()}"
