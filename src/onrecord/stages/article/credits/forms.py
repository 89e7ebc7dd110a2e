"""What all forms of credits share: the lines of a text, how a credit is made, what lines are of pictures."""

import re
from functools import lru_cache
from itertools import islice

from onrecord.data import Article, Credit, Reason, Span, span_of
from onrecord.lang.credits import PICTURE
from onrecord.stages.article.credits.names import known_form

MAX_LINE = 400
SHOWN = 80
MENTIONS_READ = 50_000
_PICTURE = re.compile(PICTURE, re.IGNORECASE)


def body(article: Article) -> list[Span]:
    """Paragraphs of the text, in article offsets, the title and blank ones left out."""
    spans = []
    offset = 0
    for span in article.spans:
        end = offset + span.end - span.start
        titled = article.title_span is not None and offset == article.title_span.start
        if not titled and not span.text.isspace():
            spans.append(span_of(article.text, offset, end))
        offset = end + 1
    return spans


def credit(article: Article, start: int, end: int, role: str, why: str) -> Credit:
    """A credit by its place in the article; under its usual name when the table has it."""
    span = span_of(article.text, start, end)
    known = known_form(span.text)
    agency = f", a news agency ({known.country})" if known and known.agency else ""
    return Credit(known.name if known else span.text, role, span, Reason(f"{why}{agency}", (span,)))


def title_of(article: Article) -> str:
    """The article by its first line, for reasons."""
    return f"“{' '.join(article.text[:SHOWN].partition(chr(10))[0].split())}”"


def mentioned(name: str, text: str, times: int) -> bool:
    """Whether `text` (its first characters) names `name` at least so many times."""
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[:MENTIONS_READ])
    return sum(1 for _ in islice(found, times)) == times


def of_picture(text: str) -> bool:
    """Whether a line speaks of a picture, film or drawing: its credit is none of the text's."""
    return _shows(text[:MAX_LINE])


@lru_cache(maxsize=1024)
def _shows(line: str) -> bool:
    """Kept, since each line beside a text asks of the text again."""
    return _PICTURE.search(line) is not None
