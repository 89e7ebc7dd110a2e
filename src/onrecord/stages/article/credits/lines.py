"""Short lines that are nothing but a credit: "Source: ...", "With ...", "Xinhua | Updated: ..."."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from onrecord.data import Article, Credit, Span
from onrecord.lang.agencies import is_place_name
from onrecord.lang.credits import (
    AGENCY_WORDS,
    BYLINE,
    COLON_ONLY,
    COUNTED,
    FROM,
    MATERIAL,
    NO_BYLINE,
    PERSONAL,
    REPORTING,
    REPORTS,
    SOURCE,
    UPDATED,
    WEAK_MATERIAL,
    WEAK_SOURCE,
)
from onrecord.lang.mastheads import is_section
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
    known_form,
    look_of,
    name_in,
    parts_of,
    trimmed,
)

SEGMENT = re.compile(r"\s?[|;•·]\s?|(?<=[^.\s]{4}[.)])\s{1,2}|\s{2,}")
FIELD = re.compile(r"\svia\s|(?<=\w{3})\.\s|\s?[|•·,/–—]\s?|\s-\s|\s(?=(?:in|from)\s)|[()\[\]]")
KEY_END = re.compile(r"\s?:\s?|\s|$")
QUOTES = tuple('«»„“”"')
MAX_SEGMENTS = 12
MAX_FIELDS = 6
SHORT = 120
HEAD, TAIL, EDGE = 3, 5, 2
FROM_LENGTH = 60
CODE = re.compile(r"[a-zäöü]{2,4}|[A-ZÄÖÜ]{2,3}")
APART = re.compile(r"[,|•·]|\s[-–—]\s")
HOUSE_CODES = ("red", "online", "agenturen", "agencies", "staff")
AGENCY = re.compile(AGENCY_WORDS, re.IGNORECASE)
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
        behind_byline = place < HEAD and key_of(paragraph.text) is not None


def _of_segments(article: Article, paragraph: Span) -> Iterator[Credit]:
    """ "Edited by: A | Source: Norwire": each part of the line that begins with a word of the tables."""
    for start, stop in _segments(paragraph.text):
        key = key_of(paragraph.text[start:stop])
        # "Text and pictures: ..." is of the text too, "h/t Orm Video" of an outlet.
        free = key is not None and (of_picture(key[0]) or key[0].startswith(("h/t", "hat tip")))
        if free or not of_picture(paragraph.text[start:stop]):
            yield from _of_segment(article, paragraph, start, stop)


def _segments(line: str) -> list[tuple[int, int]]:
    """Parts of a line that begin with a word of the tables, with the bare parts that follow behind a mark."""
    found: list[tuple[int, int]] = []
    place = 0
    marked = False
    for number, mark in enumerate([*islice(SEGMENT.finditer(line), MAX_SEGMENTS), None]):
        stop = mark.start() if mark is not None else len(line)
        part = line[place:stop]
        begins = number == 0 or LABEL.match(part.lstrip(EDGES)) or part[:1] in "([" or marked
        key = key_of(part)
        if key is not None and (begins or _ends_text(part, key)):
            found.append((place, stop))
        elif found and marked and found[-1][1] > place - 4 and LABEL.match(part) is None:
            found[-1] = (found[-1][0], stop)
        marked = mark is not None and bool(mark[0].strip())
        place = mark.end() if mark is not None else len(line)
    return found


def _ends_text(part: str, key: tuple[str, str, int]) -> bool:
    """ "... he said. With material from Norwire.": a sentence of nothing but several such words and names."""
    phrase, role, length = key
    names = parts_of(part, length, len(part))
    return " " in phrase and role in ("agency", "syndication") and all(is_clean(part[a:b]) for a, b in names)


def key_of(segment: str) -> tuple[str, str, int] | None:
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
    key = key_of(line[start:stop])
    if key is None:
        return
    phrase, role, length = key
    base = start + length
    colon = ":" in line[base - 2 : base]
    rest = [(low, high) for low, high in parts_of(line, base, stop) if not is_date(line[low:high])]
    bare = not colon and (role == "byline" or " " not in phrase)
    loose = role == "weak" or bare or phrase in WEAK_SOURCE
    counted = any(word.strip(EDGES) in COUNTED for word in line[base:stop].casefold().split())
    if counted or (phrase in COLON_ONLY and not colon):
        return
    if not rest or (loose and not all(is_clean(line[low:high]) for low, high in rest)):
        return
    last = paragraph.end >= len(article.text.rstrip())
    names: set[str] = set()
    for part in rest[:MAX_FIELDS]:
        low, high, look = name_in(line, *part, people=role == "byline")
        name = line[low:high]
        sure = (last and mentioned(name, article.text, 2)) or _is_quoted(line, low, high)
        if not _counts(name, look, phrase, role, colon, sure):
            continue
        known = known_form(name)
        usual = known.name if known else name
        if usual in names:
            continue
        names.add(usual)
        why = f"the line “{line[start:stop].strip()[:SHOWN]}” of {title_of(article)} credits it"
        shown_role = "agency" if role == "weak" else role
        yield credit(article, paragraph.start + low, paragraph.start + high, shown_role, why)


def _is_quoted(line: str, start: int, end: int) -> bool:
    return (
        line[max(0, start - 1) : start] in QUOTES and line[end : end + 1] in QUOTES and 0 < start < len(line)
    )


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
    return (
        is_distinct(name)
        or "матер" in phrase
        or "material" in phrase
        or (role == "syndication" and phrase not in PERSONAL)
        or repeated
    )


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
    others = [line[slice(*field)] for field in fields if field not in named]
    if any(is_section(other) and not is_place_name(other) for other in others):
        return
    updated = any(line[low:].casefold().startswith(UPDATED) for low, _ in fields[1:])
    if not named and updated and look_of(line[slice(*fields[0])]) >= Look.ANY:
        named = fields[:1]
    if not named and behind_byline and len(fields) == 1 and look_of(line[slice(*fields[0])]) is Look.LIKELY:
        named = fields
    codes = [field for field in fields if line[slice(*field)].casefold() in HOUSE_CODES]
    if not named and codes:
        named = [field for field in fields if look_of(line[slice(*field)]) >= Look.ACRONYM]
    if not named and len(fields) == 2 and _full_name(line[slice(*fields[0])]) and APART.search(line):
        named = [field for field in fields[1:] if AGENCY.search(line[slice(*field)])]
    if named and "/" in line:
        named = [f for f in fields if f in named or look_of(line[slice(*f)]) is Look.LIKELY]
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
    if folded in HOUSE_CODES:
        return True
    return len(words) <= 4 and all(word[:1].isupper() for word in words)


def _full_name(field: str) -> bool:
    """Two or three capitalised words that are no outlet: a person behind or before a stroke."""
    words = field.split()
    return 2 <= len(words) <= 3 and look_of(field) <= Look.ANY and all(word[:1].isupper() for word in words)


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
    of_outlets = look is Look.LIKELY and line.rstrip(". ").casefold().endswith(REPORTS)
    return (low, high) if look in (Look.KNOWN, Look.ACRONYM) or of_outlets else None
