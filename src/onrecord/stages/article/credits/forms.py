"""What all forms of credits share: how names look, the lines of a text, how a credit is made."""

import re
from itertools import islice

from onrecord.data import Article, Credit, Reason, Span, span_of
from onrecord.lang.agencies import known_outlet

UPPER = "A-ZÄÖÜÀ-ÞА-ЯІЇЄҐ"
NAME = rf"[{UPPER}][\w.&’'/-]{{1,30}}(?: (?:(?:of|and|der|de|la) )?[{UPPER}0-9][\w.&’'/-]{{0,30}}){{0,4}}"
MAX_LINE = 400
SHOWN = 80
MENTIONS_READ = 50_000


def body(article: Article) -> list[Span]:
    """Paragraphs of the text, in article offsets, the title left out."""
    spans = []
    offset = 0
    for span in article.spans:
        end = offset + span.end - span.start
        if article.title_span is None or offset != article.title_span.start:
            spans.append(span_of(article.text, offset, end))
        offset = end + 1
    return spans


def credit(article: Article, start: int, end: int, role: str, why: str) -> Credit:
    """A credit by its place in the article; under its usual name when the table has it."""
    span = span_of(article.text, start, end)
    known = known_outlet(span.text)
    agency = f", a news agency ({known.country})" if known and known.agency else ""
    return Credit(known.name if known else span.text, role, span, Reason(f"{why}{agency}", (span,)))


def title_of(article: Article) -> str:
    """The article by its first line, for reasons."""
    return f"“{' '.join(article.text[:SHOWN].partition(chr(10))[0].split())}”"


def known(name: str) -> bool:
    """Whether the table of agencies and outlets has `name`."""
    return known_outlet(name) is not None


def shouted(name: str) -> bool:
    """An acronym of two to eight capitals."""
    return 2 <= len(name) <= 8 and name.isupper() and name.isalpha()


def mentioned(name: str, text: str, times: int) -> bool:
    """Whether `text` (its first characters) names `name` at least so many times."""
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[:MENTIONS_READ])
    return sum(1 for _ in islice(found, times)) == times
