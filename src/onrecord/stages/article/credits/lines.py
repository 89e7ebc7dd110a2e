"""Short lines that are nothing but a credit: "Source: ...", "With ...", "By ..., ...", "Xinhua | Updated: ..."."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.data import Article, Credit, Span
from onrecord.lang.credits import (
    BYLINE,
    FROM,
    MATERIAL,
    NO_BYLINE,
    REPORTING,
    SOURCE,
    UPDATED,
    WEAK_MATERIAL,
    WEAK_SOURCE,
)
from onrecord.stages.article.credits.forms import (
    MAX_LINE,
    SHOWN,
    body,
    credit,
    mentioned,
    of_picture,
    title_of,
)
from onrecord.stages.article.credits.names import (
    EDGES,
    Look,
    is_clean,
    is_date,
    is_distinct,
    is_person,
    is_place_name,
    known_form,
    look_of,
    name_in,
    parts_of,
    trimmed,
)

SEGMENT = re.compile(r"\s?[|;•·]\s?|(?<=[^.\s]{4}[.)])\s{1,2}|\s{2,}")
FIELD = re.compile(r"\s?[|•·,/–—]\s?|\s-\s|\s(?=(?:in|from)\s)|[()\[\]]")
KEY_END = re.compile(r"\s?:\s?|\s|$")
MAX_SEGMENTS = 12
MAX_FIELDS = 6
SHORT = 120
HEAD, TAIL, EDGE = 3, 5, 2
FROM_LENGTH = 60
CODE = re.compile(r"[a-zäöü]{2,4}|[A-ZÄÖÜ]{2,3}")
LABEL = re.compile(r"[\w ]{3,24}:")


@cache
def _keys() -> tuple[tuple[str, str], ...]:
    """Beginnings with their role, the longest first."""
    table: dict[str, str] = {}
    groups = (
        (REPORTING, "byline"),
        (MATERIAL, "agency"),
        (SOURCE, "syndication"),
        (WEAK_MATERIAL, "weak"),
        (BYLINE, "byline"),
    )
    for words, role in groups:
        for word in words:
            table.setdefault(word, role)
    return tuple(sorted(table.items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for phrase, role in _keys():
        table.setdefault(phrase.split()[0], []).append((phrase, role))
    return {word: tuple(rows) for word, rows in table.items()}


def line_credits(article: Article) -> Iterator[Credit]:
    """Credits of short lines at both ends of the text, and of its headings."""
    headings = {(span.start, span.end) for span in article.headings}
    paragraphs = body(article)
    behind_byline = False
    for place, paragraph in enumerate(paragraphs):
        outer = place < HEAD or place >= len(paragraphs) - TAIL
        if len(paragraph.text) > MAX_LINE or not (outer or (paragraph.start, paragraph.end) in headings):
            behind_byline = False
            continue
        edge = place < EDGE or place >= len(paragraphs) - EDGE
        found = list(_of_segments(article, paragraph))
        if not found and not of_picture(paragraph.text):
            found = list(_of_fields(article, paragraph, edge, behind_byline))
        yield from found
        behind_byline = place < HEAD and _key_of(paragraph.text) is not None


def _of_segments(article: Article, paragraph: Span) -> Iterator[Credit]:
    """ "Edited by: A | Source: Norwire": each part of the line that begins with a word of the tables."""
    line = paragraph.text
    place = 0
    for number, found in enumerate([*list(SEGMENT.finditer(line))[:MAX_SEGMENTS], None]):
        stop = found.start() if found is not None else len(line)
        begins = number == 0 or LABEL.match(line[place:stop].lstrip(EDGES)) or line[place : place + 1] in "(["
        if begins and not of_picture(line[place:stop]):
            yield from _of_segment(article, paragraph, place, stop)
        place = found.end() if found is not None else len(line)


def _key_of(segment: str) -> tuple[str, str, int] | None:
    """The beginning of a credit, its role, and where what follows begins."""
    skipped = len(segment) - len(segment.lstrip(" ([*–—-_"))
    folded = segment[skipped : skipped + MAX_LINE].casefold()
    first = re.split(r"[\s:]", folded, maxsplit=1)[0]
    for phrase, role in _by_first_word().get(first, ()):
        if folded.startswith(phrase):
            end = KEY_END.match(folded, len(phrase))
            if end is not None:
                return phrase, role, skipped + end.end()
    return None


def _of_segment(article: Article, paragraph: Span, start: int, stop: int) -> Iterator[Credit]:
    line = paragraph.text
    key = _key_of(line[start:stop])
    if key is None:
        return
    phrase, role, length = key
    base = start + length
    colon = ":" in line[base - 2 : base]
    rest = [(low, high) for low, high in parts_of(line, base, stop) if not is_date(line[low:high])]
    loose = role == "weak" or (role == "byline" and not colon) or phrase in WEAK_SOURCE
    if not rest or (loose and not all(is_clean(line[low:high]) for low, high in rest)):
        return
    if role == "weak" and not colon and line[:stop].rstrip().endswith("."):
        rest = rest[:1] if len(rest) == 1 else rest
    last = paragraph.end >= len(article.text.rstrip())
    names: set[str] = set()
    for low, high in rest[:MAX_FIELDS]:
        low, high, look = name_in(line, low, high)
        name = line[low:high]
        if not _counts(name, look, phrase, role, colon, last and mentioned(name, article.text, 2)):
            continue
        known = known_form(name)
        usual = known.name if known else name
        if usual in names:
            continue
        names.add(usual)
        why = f"the line “{line[start:stop].strip()[:SHOWN]}” of {title_of(article)} credits it"
        shown_role = "agency" if role == "weak" else role
        yield credit(article, paragraph.start + low, paragraph.start + high, shown_role, why)


def _counts(name: str, look: Look, phrase: str, role: str, colon: bool, repeated: bool) -> bool:
    """Whether a name in a credit line is an outlet's, by its look and how much the line's words say."""
    if look is Look.NO:
        return False
    if look >= Look.LIKELY:
        return not (phrase in NO_BYLINE and not colon)
    if role == "byline":
        return False
    if look is Look.ACRONYM:
        return True
    if role == "weak" or phrase in WEAK_SOURCE:
        return repeated or (phrase in WEAK_SOURCE and is_distinct(name) and colon)
    return is_distinct(name) or role == "syndication" or repeated


def _of_fields(article: Article, paragraph: Span, edge: bool, behind_byline: bool) -> Iterator[Credit]:
    """A name alone, or beside places, days, people and house codes only."""
    line = paragraph.text
    if len(line) > SHORT:
        return
    title = title_of(article)
    source = _from_name(line)
    if source is not None:
        why = f"the line “{line}” of {title} says where the text is from"
        yield credit(article, paragraph.start + source[0], paragraph.start + source[1], "agency", why)
        return
    fields = list(_fields(line))
    if not edge or not fields or len(fields) > MAX_FIELDS:
        return
    named = [field for field in fields if known_form(line[slice(*field)]) is not None]
    updated = any(line[low:].casefold().startswith(UPDATED) for low, _ in fields[1:])
    if not named and updated and look_of(line[slice(*fields[0])]) >= Look.ANY:
        named = fields[:1]
    if not named and behind_byline and len(fields) == 1 and look_of(line[slice(*fields[0])]) is Look.LIKELY:
        named = fields
    if not named or any(not _beside(line[low:high]) for low, high in fields if (low, high) not in named):
        return
    if "/" in line and any(is_person(line[low:high]) or _full_name(line[low:high]) for low, high in fields):
        return  # "A. Tolland/AFP" is how pictures are credited
    what = "is only a name" if len(fields) == 1 else "names it beside places, days and people only"
    for low, high in named:
        why = f"the line “{line}” of {title} {what}"
        yield credit(article, paragraph.start + low, paragraph.start + high, "agency", why)


def _fields(line: str) -> Iterator[tuple[int, int]]:
    whole = trimmed(line, 0, len(line))
    if known_form(line[slice(*whole)]) is not None:
        yield whole
        return
    place = 0
    for found in [*FIELD.finditer(line), None]:
        low, high = trimmed(line, place, found.start() if found is not None else len(line))
        if low < high:
            yield low, high
        place = found.end() if found is not None else len(line)


def _beside(field: str) -> bool:
    """What may stand beside a name in such a line: a date, a place or person, a house code."""
    words = field.split()
    folded = field.casefold()
    if is_date(field) or is_place_name(field) or folded.startswith(UPDATED) or CODE.fullmatch(field):
        return True
    if folded in ("red", "online", "agenturen", "agencies"):
        return True
    return len(words) <= 4 and all(word[:1].isupper() for word in words)


def _full_name(field: str) -> bool:
    """Two or three capitalised words that are no outlet: a person behind or before a stroke."""
    words = field.split()
    return 2 <= len(words) <= 3 and known_form(field) is None and all(word[:1].isupper() for word in words)


def _from_name(line: str) -> tuple[int, int] | None:
    """ "From Norwire", "Von NWR": a name of the table or capitals and nothing else."""
    if len(line) > FROM_LENGTH:
        return None
    folded = line.casefold()
    word = next((word for word in FROM if folded.startswith(f"{word} ")), None)
    if word is None:
        return None
    low, high = trimmed(line, len(word), len(line))
    look = look_of(line[low:high])
    return (low, high) if look in (Look.KNOWN, Look.ACRONYM) else None
