"""What the pile adds to dates: an undated copy takes its family's date, siblings bound each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from onrecord.data import (
    ArticleFindings,
    DateCandidate,
    Dating,
    Family,
    PublicationDate,
    Reason,
    Reuse,
    TimeExpression,
)
from onrecord.lang.time_words import ENGLISH, time_words
from onrecord.memo import NO_MEMO, Memo, key_of, remembered
from onrecord.pile import Pile, bonds_of, pack, pile_of, unpack
from onrecord.text import edtf
from onrecord.text.joins import groups
from onrecord.text.timex import Anchor, find_timexes

FAMILY = "family"
DATING, PAGE = "dating", "page"  # kinds of what is remembered


@dataclass(frozen=True, slots=True)
class _Near:
    """The articles of one neighbourhood (families, and the pages that their members stand on)."""

    articles: dict[str, ArticleFindings]
    families: dict[str, Family]
    scores: dict[tuple[str, str], float]
    pages: dict[str, tuple[str, ...]]


class _Around(NamedTuple):
    """What a neighbourhood is made of: articles, families, and how strongly any two are bound."""

    members: tuple[str, ...]
    families: tuple[Family, ...]
    scores: tuple[tuple[str, str, float], ...]


def refine_dates(
    articles: Sequence[ArticleFindings],
    families: Sequence[Family],
    reuses: Sequence[Reuse],
    memo: Memo = NO_MEMO,
) -> tuple[Dating, ...]:
    """A Dating for every article whose dates the pile changes, sorted by article id.

    Only articles of one family, or of one page, can date each other: what they connect is looked at as one.
    """
    pile = pile_of(articles)
    around = _neighbourhoods(pile, families, reuses, pages_of(pile, memo))
    keys = [key_of(pack(one), *(pile.digest(pile.places[name]) for name in one.members)) for one in around]

    def compute(missing: list[int]) -> Iterator[bytes]:
        return (pack(_dated(around[number], pile)) for number in missing)

    made = remembered(memo, DATING, keys, compute)
    found = [dating for one in made for dating in unpack(one, Datings).found]
    return tuple(sorted(found, key=lambda dating: dating.article_id))


@dataclass(frozen=True, slots=True)
class Datings:
    """What was found in one neighbourhood."""

    found: tuple[Dating, ...]


def pages_of(pile: Pile, memo: Memo = NO_MEMO) -> list[str]:
    """The page of every article, by number."""
    keys = [pile.digest(place) for place in range(len(pile))]

    def compute(missing: list[int]) -> Iterator[bytes]:
        return (pile[place].article.page_id.encode("utf-8", "surrogatepass") for place in missing)

    return [one.decode("utf-8", "surrogatepass") for one in remembered(memo, PAGE, keys, compute)]


def _neighbourhoods(
    pile: Pile, families: Sequence[Family], reuses: Sequence[Reuse], pages: Sequence[str]
) -> list[_Around]:
    """Connected by a family or a page; an article alone is left out, for nothing else can date it."""
    known = pile.places
    held = [[known[name] for name in family.articles if name in known] for family in families]
    shown: dict[str, list[int]] = {}
    for place, page in enumerate(pages):
        shown.setdefault(page, []).append(place)
    links = [(row[0], other) for row in (*held, *shown.values()) for other in row[1:]]
    left, right = (np.array([link[side] for link in links], dtype=np.int64) for side in (0, 1))
    label = groups(len(pile), left, right).tolist()
    members: dict[int, list[str]] = {}
    for place in sorted({place for link in links for place in link}):
        members.setdefault(label[place], []).append(pile.names[place])
    within: dict[int, list[Family]] = {}
    for family, row in sorted(zip(families, held, strict=True), key=lambda item: item[0].id):
        if row:
            within.setdefault(label[row[0]], []).append(family)
    scores: dict[int, list[tuple[str, str, float]]] = {}
    for bond in bonds_of(reuses):
        one, other = known.get(bond.earlier), known.get(bond.later)
        if one is not None and other is not None and label[one] == label[other]:
            scores.setdefault(label[one], []).append((bond.earlier, bond.later, bond.score))
    return [
        _Around(tuple(members[root]), tuple(within.get(root, ())), tuple(sorted(scores.get(root, ()))))
        for root in sorted(members)
    ]


def _dated(around: _Around, articles: Pile) -> Datings:
    pile = _near(around, articles)
    datings = []
    for article_id in sorted(pile.articles):
        found = pile.articles[article_id]
        published, times = _from_family(found, pile)
        published = _bounded_by_page(found, published, pile)
        published = _supported_by_family(found, published, pile)
        if published != found.published or times != found.times:
            datings.append(Dating(article_id, published, times))
    return Datings(tuple(datings))


def _near(around: _Around, pile: Pile) -> _Near:
    by_id = {name: pile.named(name) for name in around.members}
    of_family = {
        article_id: family
        for family in sorted(around.families, key=lambda family: family.id, reverse=True)
        for article_id in family.articles
    }
    scores: dict[tuple[str, str], float] = {}
    for one, other, score in around.scores:
        for pair in ((one, other), (other, one)):
            scores[pair] = max(scores.get(pair, 0.0), score)
    pages: dict[str, list[str]] = {}
    for article_id in sorted(by_id):
        pages.setdefault(by_id[article_id].article.page_id, []).append(article_id)
    return _Near(by_id, of_family, scores, {page: tuple(ids) for page, ids in pages.items()})


def _title(found: ArticleFindings) -> str:
    title = found.article.title or found.article.text.strip().partition("\n")[0]
    return title if len(title) <= 80 else title[:79] + "…"


def _relatives(article_id: str, pile: _Near) -> Iterable[ArticleFindings]:
    family = pile.families.get(article_id)
    for other in family.articles if family else ():
        if other != article_id and other in pile.articles:
            yield pile.articles[other]


def _from_family(found: ArticleFindings, pile: _Near) -> tuple[PublicationDate, tuple[TimeExpression, ...]]:
    """An undated article takes the month of the relative it shares most with, and its day to count from."""
    own = found.published
    if own.value is not None:
        return own, found.times
    dated = [r for r in _relatives(found.article.id, pile) if _usable(r.published.value, own)]
    if not dated:
        return own, found.times
    best = min(dated, key=lambda r: _preference(found.article.id, r, pile))
    value = best.published.value or ""
    month = f"{value[:7]}~" if edtf.exact_day(value) else f"{value.rstrip('~')}~"
    text = f"the same report as “{_title(best)}”, which is dated {value}; nothing else dates this one"
    candidate = DateCandidate(month, FAMILY, True, text)
    published = replace(own, value=month, reason=Reason(text), candidates=(*own.candidates, candidate))
    return published, _recounted(found, value, _title(best))


def _usable(value: str | None, own: PublicationDate) -> bool:
    """Whether a relative's date does not contradict what bounds the article itself."""
    first, last = edtf.bounds(value)
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return False
    low, high = edtf.earliest_day(own.earliest), edtf.latest_day(own.latest)
    return not (low and last < low) and not (high and first > high)


def _preference(article_id: str, relative: ArticleFindings, pile: _Near) -> tuple[float, str, str]:
    score = pile.scores.get((article_id, relative.article.id), 0.0)
    return -score, relative.published.value or "", relative.article.id


def _recounted(found: ArticleFindings, value: str, title: str) -> tuple[TimeExpression, ...]:
    """The article's relative times once more, counted from the relative's date."""
    first, last = edtf.bounds(value)
    if first is None or last is None:
        return found.times
    words = time_words(found.language.code) or ENGLISH
    anchor = Anchor(first, "D" if first == last else "M", f"{value}, the date of the same report “{title}”")
    read = {(t.start, t.end): t for t in find_timexes(found.article.text, words, anchor)}
    times = []
    for time in found.times:
        timex = read.get((time.span.start, time.span.end))
        if timex is None or not timex.relative:
            times.append(time)
            continue
        times.append(
            replace(
                time,
                value=timex.edtf,
                timex=timex.timex,
                relative=True,
                guess=timex.guess,
                reason=Reason(timex.reason, (time.span,)),
                alternatives=timex.alternatives,
            )
        )
    return tuple(times)


def _bounded_by_page(found: ArticleFindings, published: PublicationDate, pile: _Near) -> PublicationDate:
    """Articles that one page shows with an age ("an hour ago") were published about the same time."""
    if published.value is not None or found.article.age is None:
        return published
    best: ArticleFindings | None = None
    for other_id in pile.pages[found.article.page_id]:
        other = pile.articles[other_id]
        low = other.published.earliest or ""
        if other.article.age is not None and low > (best.published.earliest or "" if best else ""):
            best = other
    if (
        best is None
        or best.article.id == found.article.id
        or (best.published.earliest or "") <= (published.earliest or "")
    ):
        return published
    low, age = best.published.earliest or "", best.article.age
    spoken = best.published.reason.spans
    words = f" speaks of “{spoken[0].text}”" if spoken else f" is not older than {low}"
    text = (
        f"{published.reason.text}; the same page shows it with “{_title(best)}” "
        f"(“{age.value if age else ''}”), which{words}: not before {low}"
    )
    return replace(published, earliest=low, reason=replace(published.reason, text=text))


def _supported_by_family(found: ArticleFindings, published: PublicationDate, pile: _Near) -> PublicationDate:
    """Between two dates of one page, a relative's page may tell which is right: said in the reason."""
    day = edtf.earliest_day(published.value)
    rejected = [
        c for c in found.published.candidates if not c.accepted and edtf.exact_day(c.value) is not None
    ]
    if day is None or not rejected:
        return published
    for relative in _relatives(found.article.id, pile):
        if relative.article.page_id == found.article.page_id:
            continue
        text = _support(found, relative, rejected, pile)
        if text:
            reason = replace(published.reason, text=f"{published.reason.text}; {text}")
            return replace(published, reason=reason)
    return published


def _support(
    found: ArticleFindings, relative: ArticleFindings, rejected: list[DateCandidate], pile: _Near
) -> str:
    """What the page of a relative says against a rejected date and for the chosen one, "" when nothing."""
    chosen = edtf.earliest_day(found.published.value)
    own = edtf.earliest_day(relative.published.value)
    if chosen and own and abs((own - chosen).days) <= 31:
        return f"“{_title(relative)}”, the same report on another page, is dated {relative.published.value}"
    for other_id in pile.pages[relative.article.page_id]:
        other = pile.articles[other_id]
        low = edtf.earliest_day(other.published.earliest)
        if low is None or chosen is None or low > chosen:
            continue
        against = [c for c in rejected if (edtf.latest_day(c.value) or low) < low]
        if not against:
            continue
        spans = other.published.reason.spans
        words = f"“{spans[0].text}”" if spans else low.isoformat()
        age = f" (“{other.article.age.value}”)" if other.article.age else ""
        return (
            f"another page carries the same report (“{_title(relative)}”), and “{_title(other)}”{age} on "
            f"that page speaks of {words}: later than the rejected {against[0].value}"
        )
    return ""
