"""What is said of a story: its title, its time, and why its articles belong together."""

from collections.abc import Sequence

import numpy as np

from onrecord.data import ArticleFindings
from onrecord.stages.corpus.stories.outline import Outline, Table, terms
from onrecord.stages.corpus.stories.stack import HASH
from onrecord.stages.corpus.stories.told import edtf_of
from onrecord.text.joins import Rows

SHOWN = 6
SHORT = 90
WIDE = 200  # articles of a story that may give its title


def headline(article: ArticleFindings) -> str:
    """The title of an article, or the beginning of its first line."""
    own = article.article.title
    if own and own.strip():
        return own.strip()
    first = next((line.strip() for line in article.article.text.split("\n") if line.strip()), "")
    return first if len(first) <= SHORT else first[:SHORT].rsplit(" ", 1)[0] + " …"


def _totals(tables: Sequence[Table]) -> tuple[HASH, Rows, Rows]:
    """All terms of some outlines (sorted), the sum of the weights of each, and how many hold it."""
    every = np.concatenate([*(table["term"] for table in tables), np.zeros(0, np.uint32)])
    weights = np.concatenate([*(table["weight"] for table in tables), np.zeros(0, np.int16)])
    found, where, holders = np.unique(every, return_inverse=True, return_counts=True)
    totals = np.bincount(where, weights=weights, minlength=len(found)).astype(np.int64)
    return found, totals, holders


def story_title(members: Sequence[ArticleFindings], outlines: Sequence[Outline]) -> str:
    """The headline of the article closest to all of them together; the smaller id where two are as close."""
    tables = [terms(outline) for outline in outlines]
    found, totals, _ = _totals(tables)

    def closeness(place: int) -> int:
        own = tables[place]
        return int((totals[np.searchsorted(found, own["term"])] * own["weight"].astype(np.int64)).sum())

    best = max(range(min(len(members), WIDE)), key=lambda place: (closeness(place), -place))
    return headline(members[best])


def story_when(outlines: Sequence[Outline]) -> str | None:
    """The days of publication that are known, first to last, as EDTF; None when none is."""
    days = [outline.days for outline in outlines if outline.days]
    return edtf_of(min(day[0] for day in days), max(day[1] for day in days)) if days else None


def quoted_list(values: Sequence[str]) -> str:
    """Words in quotation marks, joined by commas."""
    return ", ".join(f"“{value}”" for value in values)


def shared_terms(
    members: Sequence[ArticleFindings], outlines: Sequence[Outline], count: int = SHOWN
) -> list[str]:
    """The terms that weigh most over the articles (if in two of them or more), as the first writes them."""
    tables = [terms(outline) for outline in outlines]
    found, totals, holders = _totals(tables)
    common = np.flatnonzero(holders >= min(2, len(outlines)))
    ranked = common[np.lexsort((found[common], -totals[common] * holders[common]))]
    return [_written(found[place], members, tables) for place in ranked[:count].tolist()]


def _written(term: int, members: Sequence[ArticleFindings], tables: Sequence[Table]) -> str:
    """A term as the first article that holds it writes it."""
    for member, table in zip(members, tables, strict=True):
        place = int(np.searchsorted(table["term"], term))
        if place < len(table) and table["term"][place] == term:
            start, length = int(table["start"][place]), int(table["length"][place])
            return member.article.text[start : start + length]
    return ""


def _across(outlines: Sequence[Outline]) -> str:
    """In which languages a story is told, when there are several."""
    counts: dict[str, int] = {}
    for outline in outlines:
        counts[outline.language] = counts.get(outline.language, 0) + 1
    if len(counts) < 2:
        return ""
    told = ", ".join(f"{counts[code]} in {code or 'an unknown language'}" for code in sorted(counts))
    return f" They are told in {len(counts)} languages ({told}) and meet by names, figures and places."


def story_reason(members: Sequence[ArticleFindings], outlines: Sequence[Outline]) -> str:
    """Why these articles are one story, in their own rare words."""
    shown = quoted_list(shared_terms(members, outlines))
    if len(outlines) == 1:
        return (
            f"No other article shares enough of what sets this one apart: {shown}."
            if shown
            else "Empty text."
        )
    start = f"{len(outlines)} articles share"
    rare = f"{start} the rare words {shown}." if shown else f"{start} no rare word."
    return rare + _across(outlines)
