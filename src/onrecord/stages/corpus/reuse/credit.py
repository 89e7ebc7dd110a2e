"""An article's outlet and its possible days, as reuse reads them."""

from datetime import date

from onrecord.data import PublicationDate
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.text.edtf import bounds, exact_day
from onrecord.text.fold import fold


def outlet_words(side: Sided) -> tuple[str, ...]:
    """The folded words of an article's outlet."""
    outlet = side.findings.article.outlet
    return tuple(fold(word) for word in outlet.value.split()) if outlet else ()


def days(published: PublicationDate) -> tuple[date | None, date | None]:
    """First and last possible day: by the value where there is one, else by the bounds of the text."""
    if published.value:
        return bounds(published.value)
    return exact_day(published.earliest), exact_day(published.latest)
