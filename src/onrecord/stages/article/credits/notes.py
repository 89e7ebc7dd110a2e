"""Notes on the making of a text: "Norwire writer A contributed", "published by Norwire", "© Norwire"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from onrecord.data import Article, Credit, Span
from onrecord.lang.credits import (
    AGENCY_WORDS,
    CONTRIBUTED,
    COPYRIGHT,
    HOUSES,
    LEADING,
    NOTES,
    PEOPLE,
    THIS_TEXT,
)
from onrecord.stages.article.credits.forms import MAX_LINE, body, credit, of_picture, title_of
from onrecord.stages.article.credits.names import (
    NAME,
    Look,
    is_date,
    is_distinct,
    known_form,
    look_at,
    name_in,
    parts_of,
    trimmed,
)

HEAD, TAIL = 2, 6
HOUSE = rf"(?:{HOUSES})(?:-[A-Za-z]{{2,10}})?(?!\w)"
LEAD = "|".join(
    (rf"(?i:{re.escape(word)})" if word not in ("the", "der", "die", "das") else word)
    for word in sorted(LEADING)
)
# A name where a note has its place: in quotation marks, a domain, or capitalised words, behind small words.
SLOT = (
    rf"(?P<lead>(?:(?:{LEAD})\s){{0,5}})"
    rf"(?:[«„“\"‚'](?P<quoted>[^«»„“”\"\n]{{2,60}})[»“”\"‘']|(?P<name>{HOUSE}|{NAME}|[\w-]{{2,40}}(?:\.[\w-]{{2,20}}){{1,3}}))"
)
STAFF = re.compile(rf"(?P<name>{NAME})(?:['’]s?)?\s(?:{PEOPLE})\b")
MADE = re.compile("|".join(CONTRIBUTED), re.IGNORECASE)
RIGHTS = re.compile(COPYRIGHT, re.IGNORECASE)
AGENCY = re.compile(AGENCY_WORDS, re.IGNORECASE)
RESERVED = re.compile(r"\.?\s(?:all rights|alle rechte|все права|усі права|всі права)\b", re.IGNORECASE)
WHERE = re.compile(rf"(?P<name>{NAME}),\swhere\s(?:this|the)\s")
FIRST = re.compile(
    rf"(?P<name>{NAME})\s(?:has\s)?(?:first|originally)\s(?:published|posted|ran|printed)\sth(?:is|e)\s"
    r"(?:article|story|report|text|piece|interview)\b"
)
WHERE_END = re.compile(
    r"\bwhere\s(?:this|the)\s[\w-]{2,20}\s(?:was\s|is\s)?(?:first|originally)\b", re.IGNORECASE
)
SENTENCE = re.compile(r"(?<=[^.\s]{3}[.!?])\s")
PASSED_ON = re.compile(r"\bdistributed (?:by|through)\b|\bsyndicat", re.IGNORECASE)
MADE_NAME = re.compile(rf"(?<!\w)(?:{HOUSE}|{NAME})")


@cache
def _notes() -> tuple[re.Pattern[str], ...]:
    """Notes with their slot; words match in any case, names only as they are."""
    found = []
    for pattern in NOTES:
        if "{name}" in pattern:
            head, _, tail = pattern.partition("{name}")
            found.append(re.compile(f"(?i:{head}){SLOT}(?i:{tail})"))
    return tuple(found)


@cache
def _this_text() -> re.Pattern[str]:
    return re.compile(THIS_TEXT.replace("{name}", f"(?P<name>{NAME})"))


def note_credits(article: Article) -> Iterator[Credit]:
    """Credits in the first and last short paragraphs."""
    paragraphs = body(article)
    for place, paragraph in enumerate(paragraphs):
        tail = place >= len(paragraphs) - TAIL
        if (place < HEAD or tail) and len(paragraph.text) <= MAX_LINE:
            yield from _of_line(article, paragraph, tail)


def _of_line(article: Article, paragraph: Span, tail: bool) -> Iterator[Credit]:
    line = paragraph.text
    title = title_of(article)
    if MADE.search(line):
        yield from _contributors(article, paragraph)
    if of_picture(line) and RIGHTS.search(line):
        return
    own = _this_text().search(line)
    if own is not None and known_form(own["name"]) is not None:
        yield _named(article, paragraph, *own.span("name"), "syndication", f"as whose text {title} is")
    where = (WHERE.search(line) if WHERE_END.search(line) else None) or FIRST.search(line)
    if where is not None:
        low, high, look = name_in(line, *where.span("name"))
        if look is not Look.NO:
            yield _named(article, paragraph, low, high, "syndication", f"which published {title} first")
    for place in _slots(line):
        yield _named(article, paragraph, *place, "syndication", f"from which {title} comes")
    rights = RIGHTS.search(line) if tail else None
    # "The dam on Friday. © Norwire" is a picture's: the sign opens the line, or rights are reserved.
    if rights is not None and (not line[: rights.start()].strip(" ([*•-–—|") or RESERVED.search(line)):
        yield from _owners(article, paragraph, rights.end())


@lru_cache(maxsize=1024)
def _slots(line: str) -> tuple[tuple[int, int], ...]:
    """Where the names of a line's notes stand. Kept, since each line beside a text asks of the text again."""
    found = (_slot(pattern, line) for pattern in _notes())
    return tuple(place for place in found if place is not None)


def _slot(pattern: re.Pattern[str], line: str) -> tuple[int, int] | None:
    """Where the name of a note stands; of several the last: the title of the text may hold the others."""
    best = None
    for found in pattern.finditer(line):
        if found["quoted"] is not None:
            low, high = trimmed(line, *found.span("quoted"))
            if look_at(line, low, high) is not Look.NO:
                best = (low, high)
            continue
        low = found.start("name")
        name = found["name"].partition(". ")[0].rstrip(".,/-")
        low, high, look = name_in(line, *trimmed(line, low, low + len(name)))
        if look > Look.ANY or (look is Look.ANY and _settled(line[low:high], line[found.start() : low])):
            best = (low, high)
    return best


def _settled(name: str, before: str) -> bool:
    """A name of any look is an outlet's unless a person can be meant: "published by A B"."""
    words = before.casefold().split()
    if words[-1:] == ["of"] and words[-2:-1] not in (["permission"], ["courtesy"]):
        return True  # "in the April issue of"
    by = (
        len(words) > 1
        and words[-1] in ("by", "from", "of", "von", "mit", "durch")
        and words[-2] != "published"
    )
    return is_distinct(name) or not by


def _contributors(article: Article, paragraph: Span) -> Iterator[Credit]:
    """ "Norwire writer A contributed", "A of Norwire and NWR contributed to this report"."""
    line = paragraph.text
    title = title_of(article)
    staffed = False
    for found in STAFF.finditer(line):
        begin = max(
            (end.end() for end in SENTENCE.finditer(line, *found.span("name"))), default=found.start()
        )
        low, high, look = name_in(line, *trimmed(line, begin, found.end("name")), people=True)
        if look > Look.ANY:
            staffed = True
            what = f"whose people worked on {title}"
            yield _named(article, paragraph, low, high, "byline", what)
    made = MADE.search(line)
    if staffed or made is None:
        return
    begin = max((found.end() for found in SENTENCE.finditer(line, 0, made.start())), default=0)
    seen: set[tuple[int, int]] = set()
    for start, end in parts_of(line, begin, made.end()):
        for found in MADE_NAME.finditer(line, start, end):
            low, high, look = name_in(line, *trimmed(line, *_possessor(line, *found.span())), people=True)
            if look > Look.ANY and (low, high) not in seen:
                seen.add((low, high))
                yield _named(article, paragraph, low, high, "agency", f"which had a part in {title}")


def _possessor(line: str, start: int, end: int) -> tuple[int, int]:
    """ "The Orm Post's Oona Prell": what stands before the 's."""
    for mark in ("’s ", "'s "):
        place = line.find(mark, start, end)
        if place > start:
            return start, place
    return start, end


def _owners(article: Article, paragraph: Span, base: int) -> Iterator[Credit]:
    """Who holds the rights: a name of the table, or one with a word of agencies; not a page's own name."""
    line = paragraph.text
    reserved = RESERVED.search(line, base)
    stop = reserved.start() if reserved is not None else len(line)
    sentence = SENTENCE.search(line, base, stop)
    stop = sentence.start() if sentence is not None else stop
    parts = [part for part in parts_of(line, base, stop) if not is_date(line[slice(*part)])][:3]
    found = [(low, high, look_at(line, low, high)) for low, high in parts]
    if any(look < Look.ACRONYM and len(line[low:high].split()) > 1 for low, high, look in found[1:]):
        return  # "© Norwire / A Tolland" credits a picture
    for low, high, look in found:
        name = line[low:high]
        passed_on = look is Look.LIKELY and PASSED_ON.search(line) is not None
        if look is Look.KNOWN or passed_on or (look >= Look.ACRONYM and AGENCY.search(name)):
            what = f"to which the rights in {title_of(article)} belong"
            yield _named(article, paragraph, low, high, "syndication", what)


def _named(article: Article, paragraph: Span, start: int, end: int, role: str, what: str) -> Credit:
    why = f"the line “{paragraph.text[:120]}” names {paragraph.text[start:end]}, {what}"
    return credit(article, paragraph.start + start, paragraph.start + end, role, why)
