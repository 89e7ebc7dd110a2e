"""Notes on the making of a text: "Norwire writer A contributed", "published by Norwire", "© Norwire"."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.data import Article, Credit, Span
from onrecord.lang.agencies import known_outlet, may_be_outlet
from onrecord.lang.credits import CONTRIBUTED, COPYRIGHT, PEOPLE, PUBLISHED_BY, THIS_TEXT
from onrecord.stages.article.credits.forms import MAX_LINE, NAME, body, credit, known, title_of

HEAD, TAIL = 2, 5
NAMED = re.compile(rf"(?:(?<=\s)|^)(?:[Tt]he\s)?(?P<name>{NAME})")
STAFF = re.compile(rf"(?P<name>{NAME})(?:['’]s?)?\s(?:{PEOPLE})\b")
MADE = re.compile("|".join(CONTRIBUTED), re.IGNORECASE)
PUBLISHED = tuple(re.compile(pattern, re.IGNORECASE) for pattern in PUBLISHED_BY)
RIGHTS = re.compile(COPYRIGHT, re.IGNORECASE)
NEXT_NAME = re.compile(NAME)
MAX_WORDS = 6


@cache
def _this_text() -> re.Pattern[str]:
    return re.compile(THIS_TEXT.replace("{name}", f"(?P<name>{NAME})"))


def note_credits(article: Article) -> Iterator[Credit]:
    """Credits in the first and last short paragraphs."""
    paragraphs = body(article)
    for place, paragraph in enumerate(paragraphs):
        outer = place < HEAD or place >= len(paragraphs) - TAIL
        if outer and len(paragraph.text) <= MAX_LINE:
            yield from _of_line(article, paragraph)


def _of_line(article: Article, paragraph: Span) -> Iterator[Credit]:
    line = paragraph.text
    if MADE.search(line):
        for found in STAFF.finditer(line):
            start = _known_tail(found["name"])
            if start is not None:
                what = f"whose people worked on {title_of(article)}"
                yield _named(
                    article, paragraph, found.start("name") + start, found.end("name"), "byline", what
                )
        if not STAFF.search(line):
            yield from _contributor(article, paragraph)
    own = _this_text().search(line)
    if own is not None and known(own["name"]):
        what = f"as whose text {title_of(article)} is"
        yield _named(article, paragraph, own.start("name"), own.end("name"), "syndication", what)
    for pattern in PUBLISHED:
        published = pattern.search(line)
        name = _name_at(line, published.end()) if published is not None else None
        if name is not None and _outlet(line[name[0] : name[1]]):
            what = f"which published {title_of(article)} first"
            yield _named(article, paragraph, *name, "syndication", what)
            break
    rights = RIGHTS.search(line)
    owner = _name_at(line, rights.end()) if rights is not None else None
    if owner is not None and known(line[owner[0] : owner[1]]):
        what = f"to which the rights in {title_of(article)} belong"
        yield _named(article, paragraph, *owner, "syndication", what)


def _name_at(line: str, place: int) -> tuple[int, int] | None:
    """Where a name that begins at `place` stands: up to the end of its sentence."""
    found = NEXT_NAME.match(line, place)
    if found is None:
        return None
    name = found.group().partition(". ")[0].rstrip(".")
    return place, place + len(name)


def _contributor(article: Article, paragraph: Span) -> Iterator[Credit]:
    """ "Norwire contributed to this report": an outlet of the table before the verb."""
    made = MADE.search(paragraph.text)
    head = paragraph.text[: made.start()] if made is not None else ""
    for found in NAMED.finditer(head):
        name = found["name"]
        if known(name) and known_outlet(name) is not None:
            what = f"which had a part in {title_of(article)}"
            yield _named(article, paragraph, found.start("name"), found.end("name"), "agency", what)


def _known_tail(name: str) -> int | None:
    """Where in "Later Associated Press" a name of the table begins."""
    words = name.split(" ")
    for first in range(len(words)):
        if known(" ".join(words[first:])):
            return len(" ".join(words[:first])) + (1 if first else 0)
    return None


def _outlet(name: str) -> bool:
    return len(name.split()) <= MAX_WORDS and may_be_outlet(name)


def _named(article: Article, paragraph: Span, start: int, end: int, role: str, what: str) -> Credit:
    why = f"the line “{paragraph.text[:120]}” names {paragraph.text[start:end]}, {what},"
    return credit(article, paragraph.start + start, paragraph.start + end, role, why.rstrip(","))
