"""The time expressions of an article's text, resolved against its publication date."""

from onrecord.data import Article, Language, PublicationDate, Reason, TimeExpression, TimeKind, span_of
from onrecord.lang.time_words import ENGLISH, time_words
from onrecord.text import edtf
from onrecord.text.timex import Anchor, Timex, find_timexes

_KINDS = {
    "DATE": TimeKind.DATE,
    "TIME": TimeKind.TIME,
    "DURATION": TimeKind.DURATION,
    "SET": TimeKind.SET,
}


def find_times(
    article: Article, language: Language, published: PublicationDate
) -> tuple[TimeExpression, ...]:
    """Time expressions of the text, in order, resolved against `published` where they need it."""
    words = time_words(language.code) or ENGLISH
    anchor = anchor_of(published.value)
    return tuple(_expression(article.text, timex) for timex in find_timexes(article.text, words, anchor))


def anchor_of(value: str | None) -> Anchor | None:
    """What relative expressions count from: a publication date as precise as it is known."""
    first, last = edtf.bounds(value)
    if value is None or first is None or last is None:
        return None
    name = f"the publication date {value}"
    if first == last:
        return Anchor(first, "D", name)
    if (first.year, first.month) == (last.year, last.month):
        return Anchor(first, "M", name)
    return Anchor(first, "Y", name) if first.year == last.year else None


def _expression(text: str, timex: Timex) -> TimeExpression:
    span = span_of(text, timex.start, timex.end)
    return TimeExpression(
        span=span,
        kind=_KINDS[timex.kind],
        value=timex.edtf,
        timex=timex.timex,
        relative=timex.relative,
        guess=timex.guess,
        reason=Reason(timex.reason, (span,)),
        alternatives=timex.alternatives,
    )
