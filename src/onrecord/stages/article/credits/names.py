"""What can be the name of an outlet where credits stand, and how sure its look is."""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from onrecord.lang.agencies import is_place_name, known_outlet, may_be_outlet, outlet_of_domain
from onrecord.lang.agency_table import KnownOutlet
from onrecord.lang.bodies import body_names
from onrecord.lang.credits import (
    COMPOUND,
    EDITORIAL,
    GENERIC,
    JOBS,
    LEADING,
    NO_OUTLET_WORDS,
    NO_OUTLETS,
    PARTICLES,
    SMALL_WORDS,
    TRAILING,
)
from onrecord.lang.given_names import given_name_gender
from onrecord.lang.stamps import STAMP_WORDS
from onrecord.lang.states import codes_by_demonym

UPPER = "A-ZÄÖÜÀ-ÞА-ЯЁІЇЄҐ"
NAME = (
    rf"[{UPPER}][\w.&’'/-]{{1,30}}"
    rf"(?: (?:(?:of|and|der|de|la) )?[{UPPER}0-9][\w.&’'/-]{{0,30}}){{0,4}}(?:\s{SMALL_WORDS}(?!\w))?"
)
MAX_WORDS = 6
MAX_NAME = 60
SPLIT = re.compile(r"[,;|•·/()\[\]©]|\s(?:and|und|та|і|и|sowie|&|—|–|-|--)\s|\s-(?=\s|$)|:\s")
WEAK_SPLIT = re.compile(
    r"\s(?:in|im|aus|of|for|at|from|with|für|von|der|via|to|on|am|under|unter|as|под|для|в|у|з)\s"
)
EDGES = " \t\r\n\"'“”„«»‘’()[]{}.,:;*_–—-/|©"
WORD = re.compile(r"\S+")
DOMAIN = re.compile(r"(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}")
HOUSE = re.compile(r"dpa(?:-[A-Za-z]{2,20})?")
_COMPOUND = re.compile(rf"[\w-]{{3,}}{COMPOUND}", re.IGNORECASE)
_CAMEL = re.compile(r"[a-zа-яіїє][A-ZА-ЯІЇЄ]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CASE_ENDING = re.compile(r"(?:ом|ем|ой|ою|ові|ах|а|у|ю|я|е|и|ы|і|й)$")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


OPENING, CLOSING = '«„“"', '»“”"'


class Look(IntEnum):
    """How sure a name looks like an outlet's: no; any name; capitals; words of outlets; in the table."""

    NO = 0
    ANY = 1
    ACRONYM = 2
    LIKELY = 3
    KNOWN = 4


@lru_cache(maxsize=4_096)
def known_form(name: str) -> KnownOutlet | None:  # noqa: PLR0911 (one return a form)
    """The outlet of the table that `name` names, also by its domain or in another case («Интерфакса»)."""
    if len(name) > MAX_NAME:
        return None
    found = known_outlet(name)
    if found is not None and (name in found.names or not (name.islower() or len(name) <= 3)):
        return found
    if not name or found is not None:
        return found if name.isupper() or DOMAIN.fullmatch(name) else None  # "(map)" is no agency
    if HOUSE.fullmatch(name):
        return known_outlet("dpa")
    if DOMAIN.fullmatch(name):
        return outlet_of_domain(name)
    if name[-2:] in ("'s", "’s") or name[-1] in "'’":
        return known_outlet(name.rstrip("s").rstrip("'’"))
    if _CYRILLIC.search(name) and len(name) >= 6:
        stem = _CASE_ENDING.sub("", name)
        return next((one for end in ("", "а", "я", "о", "ь") if (one := known_outlet(stem + end))), None)
    return None


@lru_cache(maxsize=4_096)
def look_of(name: str) -> Look:  # noqa: PLR0911 (one return a reason)
    """How much `name`, without quotation marks around it, looks like the name of an outlet."""
    if known_form(name) is not None:
        return Look.KNOWN
    words = name.split()
    if not words or len(words) > MAX_WORDS or len(name) > MAX_NAME or not _named(words):
        return Look.NO
    folded = [word.casefold().strip(EDGES) for word in words]
    joined = " ".join(folded)
    if (
        joined in NO_OUTLETS
        or joined in LEADING
        or joined in EDITORIAL
        or joined in GENERIC
        or all(w in EDITORIAL for w in folded)
    ):
        return Look.NO
    if is_date(name) or joined in _body_names() or name in codes_by_demonym() or is_place_name(name):
        return Look.NO
    if any(word in NO_OUTLET_WORDS for word in folded) or folded[-1] in JOBS:
        return Look.NO
    if DOMAIN.fullmatch(name) or _COMPOUND.fullmatch(folded[-1]) or (len(words) > 1 and may_be_outlet(name)):
        return Look.LIKELY
    if is_person(name):
        return Look.NO
    return Look.ACRONYM if shouted(name) else Look.ANY


def look_at(text: str, start: int, end: int) -> Look:
    """The look of a name in its place: in quotation marks small words are no fault («Северный край»)."""
    name = text[start:end]
    look = look_of(name)
    quoted = 0 < start < end < len(text) and text[start - 1] in OPENING and text[end] in CLOSING
    if look is not Look.NO or not quoted:
        return look
    words = name.casefold().split()
    named = name[:1].isupper() and len(words) <= MAX_WORDS and not any(w in NO_OUTLET_WORDS for w in words)
    return Look.ANY if named and not is_date(name) and not is_place_name(name) else Look.NO


def _named(words: list[str]) -> bool:
    """Capitalised words with small ones only between them; or a domain."""
    first = words[0]
    if DOMAIN.fullmatch(" ".join(words)):
        return True
    small = re.compile(SMALL_WORDS, re.IGNORECASE)
    return (first[:1].isupper() or (first[:1].isdigit() and len(words) > 1)) and all(
        word[:1].isupper() or word[:1].isdigit() or word.casefold() in PARTICLES or small.fullmatch(word)
        for word in words[1:]
    )


@lru_cache(maxsize=1)
def _body_names() -> frozenset[str]:
    return frozenset(name.casefold() for name in body_names())


def shouted(name: str) -> bool:
    """An acronym of two to eight capitals."""
    return 2 <= len(name) <= 8 and name.isupper() and name.isalpha()


def is_person(name: str) -> bool:
    """Two to four capitalised words of which the first is a given name."""
    words = name.split()
    return (
        2 <= len(words) <= 4
        and given_name_gender(f"{words[0].capitalize()} {words[1]}") != ""
        and all(word[:1].isupper() for word in words)
    )


def is_date(text: str) -> bool:
    """Nothing but days, months, years and times."""
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    return bool(tokens) and len(tokens) <= 12 and all(t.isdigit() or t in STAMP_WORDS for t in tokens)


def is_distinct(name: str) -> bool:
    """A single word, one like "RealClear", three words or more, or with its article: rarely a person."""
    words = name.split()
    return (
        len(words) != 2
        or words[0].casefold() in ("the", "der", "die", "das")
        or shouted(words[0])
        or _CAMEL.search(name) is not None
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` without quotation marks, "the", "Nachrichtenagentur", "staff" at the edges."""
    while True:
        while start < end and text[start] in EDGES:
            start += 1
        while start < end and text[end - 1] in EDGES:
            end -= 1
        words = [found.span() for found in WORD.finditer(text, start, end)][: MAX_WORDS * 3]
        if len(words) < 2 or known_form(text[start:end]) is not None:
            return start, end
        first, last = text[slice(*words[0])], text[words[-1][0] : end]
        if first.casefold().strip(EDGES) in LEADING and not (
            first[:1].isupper() and first.casefold() in _ARTICLES
        ):
            start = words[1][0]
        elif last.casefold().strip(EDGES) in TRAILING | JOBS or _YEAR.fullmatch(last):
            end = words[-2][1]
        else:
            return start, end


_ARTICLES = ("the", "der", "die", "das")


def parts_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the parts of a list stand that may be names: all if the table has it, else split and trimmed."""
    low, high = trimmed(text, start, end)
    if low < high and known_form(text[low:high]) is not None:
        yield low, high
        return
    place = start
    for found in [*SPLIT.finditer(text, start, end), None]:
        stop = found.start() if found is not None else end
        low, high = trimmed(text, place, stop)
        if low < high:
            yield low, high
        place = found.end() if found is not None else end


def name_in(text: str, start: int, end: int, people: bool = False) -> tuple[int, int, Look]:
    """The best name within one part: all of it, what stands before or behind "in", "of", or a known edge.

    Among `people` a name of the table at an edge, or what stands behind "of", comes first.
    """
    whole = look_at(text, start, end)
    edge = _known_edge(text, start, end) if people and whole is not Look.KNOWN else None
    if edge is not None:
        return edge
    words = text[start:end].casefold().split()
    if whole is Look.NO and any(word.strip(EDGES) in NO_OUTLET_WORDS for word in words):
        return start, end, whole
    if whole is Look.KNOWN or (whole is Look.LIKELY and not people):
        return start, end, whole
    pieces = []
    place = start
    for found in [*WEAK_SPLIT.finditer(text, start, end), None]:
        stop = found.start() if found is not None else end
        low, high = trimmed(text, place, stop)
        if low < high:
            pieces.append((low, high, look_at(text, low, high)))
        place = found.end() if found is not None else end
    best = max(pieces, key=lambda piece: (piece[2], -piece[0]), default=(start, end, Look.NO))
    if best[2] >= Look.ACRONYM or (best[2] is Look.ANY and whole is Look.NO):
        return best
    return _known_edge(text, start, end) or (start, end, whole)


def _known_edge(text: str, start: int, end: int) -> tuple[int, int, Look] | None:
    """ "AP Sports Writer", "A Tolland Associated Press": a name of the table at an edge of the part."""
    words = [found.span() for found in WORD.finditer(text, start, end)]
    if not 2 <= len(words) <= MAX_WORDS or not all(
        text[low].isupper() or HOUSE.fullmatch(text[low:high]) for low, high in words
    ):
        return None
    for last in range(len(words) - 1, 0, -1):
        rest = text[words[last][0] : end + 20].casefold().split()[: len(words) - last + 1]
        low, high = words[0][0], words[last - 1][1]
        if known_form(text[low:high]) is not None and any(word.strip(EDGES) in JOBS for word in rest):
            return low, high, Look.KNOWN
    if HOUSE.fullmatch(text[slice(*words[0])]):
        return *words[0], Look.KNOWN
    for first in range(1, len(words)):
        low, high = words[first][0], words[-1][1]
        found = known_form(text[low:high])
        if found is not None and (found.agency or first > 1):
            return low, high, Look.KNOWN
    return None


def is_clean(text: str) -> bool:
    """A part that a list of credits may hold: a name, a date, a house code ("lno"), nobody ("agencies")."""
    words = text.split()
    folded = text.casefold().strip(EDGES)
    if not words or folded in GENERIC or is_date(text) or known_form(text.strip(EDGES)) is not None:
        return True
    if len(words) == 1 and len(text) <= 5 and text.islower() and text.isalpha():
        return True
    return len(words) <= 8 and all(
        word[:1].isupper()
        or word[:1].isdigit()
        or word.casefold().strip(EDGES) in _SMALL
        or HOUSE.fullmatch(word) is not None
        for word in words
    )


_SMALL = PARTICLES | GENERIC | LEADING | JOBS | TRAILING | frozenset("for für to with via".split())
