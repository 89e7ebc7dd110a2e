"""What is said of a story: its title, its time, and why its articles belong together."""

from collections.abc import Sequence

from onrecord.data import ArticleFindings
from onrecord.stages.corpus.stories.outline import Outline, cosine

SHOWN = 6
SHORT = 90


def _headline(article: ArticleFindings) -> str:
    own = article.article.title
    if own and own.strip():
        return own.strip()
    first = next((line.strip() for line in article.article.text.split("\n") if line.strip()), "")
    return first if len(first) <= SHORT else first[:SHORT].rsplit(" ", 1)[0] + " …"


def story_title(members: Sequence[ArticleFindings], outlines: Sequence[Outline]) -> str:
    """The headline of the article closest to all others; the smaller id where two are as close."""

    def closeness(place: int) -> float:
        return sum(round(cosine(outlines[place].vector, other.vector), 6) for other in outlines)

    places = range(min(len(members), 200))
    best = max(places, key=lambda place: (round(closeness(place), 5), -place))
    return _headline(members[best])


def story_when(outlines: Sequence[Outline]) -> str | None:
    """The days of publication that are known, first to last, as EDTF; None when none is."""
    days = [outline.days for outline in outlines if outline.days]
    if not days:
        return None
    low, high = min(day[0] for day in days), max(day[1] for day in days)
    return low.isoformat() if low == high else f"{low.isoformat()}/{high.isoformat()}"


def quoted_list(values: Sequence[str]) -> str:
    """Words in quotation marks, joined by commas."""
    return ", ".join(f"“{value}”" for value in values)


def shared_terms(outlines: Sequence[Outline], count: int = SHOWN) -> list[str]:
    """The terms (as written) that weigh most over the articles, those in at least two of them."""
    weights: dict[str, float] = {}
    holders: dict[str, int] = {}
    for outline in outlines:
        for term, value in outline.vector.items():
            weights[term] = weights.get(term, 0.0) + value
            holders[term] = holders.get(term, 0) + 1
    least = 2 if len(outlines) > 1 else 1
    common = [term for term in weights if holders[term] >= least]
    common.sort(key=lambda term: (-round(weights[term] * holders[term], 6), term))
    return [next(o.written[term] for o in outlines if term in o.written) for term in common[:count]]


def story_reason(outlines: Sequence[Outline]) -> str:
    """Why these articles are one story, in their own rare words."""
    terms = quoted_list(shared_terms(outlines))
    if len(outlines) == 1:
        return (
            f"No other article shares enough of what sets this one apart: {terms}."
            if terms
            else "Empty text."
        )
    return f"{len(outlines)} articles share the rare words {terms}."
