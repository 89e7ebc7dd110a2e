"""Telling titles, bylines and sign-offs from other short lines."""
# ruff: noqa: E501 (patterns)

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.lang.agencies import known_outlet
from onrecord.lang.furniture import INTERFACE_WORDS
from onrecord.lang.mastheads import has_outlet_word
from onrecord.stages.article.extract.lines import TITLE_WORDS, Line

STEM = 5
MIN_BARE = 8
CLOCK = re.compile(
    r"^(?:[01]?\d|2[0-3])(?::[0-5]\d(?:\s?(?:h|uhr|[ap]\.?m\.?)(?!\w))?|\.[0-5]\d\s?(?:h|uhr|[ap]\.?m\.?)(?!\w))[:|–—-]?\s{1,4}(?=\W?[^\W\d_])",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"^(?:title|subject|headline|re|titel|betreff|überschrift|schlagzeile|тема|заголовок|назва|название)\s?:\s{1,4}(?=\S)",
    re.IGNORECASE,
)
MOST_BELOW = 200
SITE = re.compile(r"\s?(?:[|•·–—»/-]|::)\s")  # between a title and the name of its site
REMEMBERED = 4_096  # lines of a page or two: the same line is looked at again and again
MIN_STEM = 4
PARTICLES = frozenset("von van de der den del di da la le al el bin ibn dos du zu af ter".split())
BY = re.compile(
    r"^(?:by|von|autor(?:in)?:|author:|written by|text:|автор(?:ка|и|ы)?:|текст:)\s{1,3}(?=[^\W\d_])",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(
    r"^[\W_]{0,4}(?:(?:additional )?reporting by|writing by|edit(?:ing|ed) by|compiled by|source:|quellen?:|джерело:|источник:)",
    re.IGNORECASE,
)
MATERIAL = re.compile(
    r"^[\W_]{0,4}(?:with(?: reporting| inputs?| files| material)?(?: by| from)?|via|mit material (?:von|der)|"
    r"за матеріалами|за інформацією|по материалам|по информации):?\s(.{2,100})$",
    re.IGNORECASE,
)
OWN_CREDIT = re.compile(r"^(?:from|by|von|aus|від|от)\s(?P<name>\S.{1,40})$", re.IGNORECASE)
WRITERS = re.compile(
    r"^[\W_]{0,4}(?:(?:additional )?reporting by|writing by|written by|edit(?:ing|ed) by|compiled by)\s",
    re.IGNORECASE,
)
CREDIT_PART = re.compile(
    r"(?:(?:additional )?reporting|writing|written|edit(?:ing|ed)|compiled)(?: and (?:writing|editing))? by\s",
    re.IGNORECASE,
)
CREDITS_APART = re.compile(
    r"[;.]\s|,\s(?=(?:additional |reporting|writing|written|edit(?:ing|ed)|compiled))", re.IGNORECASE
)
DATELINE = re.compile(
    r"^[A-ZÄÖÜА-ЯЁІЇЄҐ][A-ZÄÖÜА-ЯЁІЇЄҐ .'’-]{2,30}(?:,\s[^\n(/—–]{1,30})?\s?"
    r"(?:(?:\([^()\n]{2,30}\)\s?)?[—–-]{1,2}|(?:\([^()\n]{2,30}\)|/[^/\n]{2,30}/)[.,:]?)\s"
)
DATED_END = re.compile(
    r"(?:\s(?:on|am|at))?[\s,|•·–-]{1,4}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}[. ]|\d{4}-|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d|(?:mon|diens|donners|frei|sams|sonn)tag\b|mittwoch\b).{0,60}$",
    re.IGNORECASE,
)
AFTER_NAME = re.compile(r"\s[|•·]\s|,\s")
FROM_WHERE = re.compile(r"\s(?:in|at|for|from|aus|für|із|из|з|у|в)\s")
JOINED = re.compile(r"\s(?:and|und|та|і|и|&)\s")
WRAPPED = re.compile(r"^[(\[–—-]{1,3}\s?([^()\[\]]{2,60}?)\s?[)\]]?$")


def stems(words: Sequence[str]) -> frozenset[str]:
    """First letters of the longer words: enough to see that two lines speak of one thing."""
    return _stems(tuple(words))


@lru_cache(maxsize=REMEMBERED)
def _stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word[:STEM].casefold() for word in words if len(word) >= MIN_STEM)


def shared_stems(line: Line, following: Sequence[Line]) -> int:
    """How many word stems of `line` the first lines of the text under it repeat."""
    below: set[str] = set()
    for other in following[:2]:
        below |= stems(other.words[:150])
    return len(stems(line.words) & below)


def title_score(line: Line, following: Sequence[Line], page_title: str) -> float:
    """How much `line` looks like the title of the text that follows; 1 or more will do."""
    count = len(line.words)
    if count == 0 or count > TITLE_WORDS:
        return 0.0
    score = 1.0 if count >= 4 else 0.3 if count >= 2 else 0.0
    score += min(4, shared_stems(line, following)) * 0.5
    folded = fold(line.text)
    if page_title and len(folded) >= 8 and (folded in page_title or page_title in folded):
        score += 4.0
    return score


def plain_title(text: str) -> str:
    """A title without the name of its field or the time before it: "Subject: Talks go on", "20:14 Talks go on"."""
    found = FIELD.match(text) or CLOCK.match(text)
    return text[found.end() :] if found is not None else text


def bare_title(title: Line, below: Sequence[Line]) -> Line:
    """The line below that is `title` without the site's name: "Talks go on | The Orm Post" above "Talks go on".

    `title` itself when there is none.
    """
    whole = fold(title.text)
    for line in below[:MOST_BELOW]:
        own = fold(line.text)
        if (
            MIN_BARE <= len(own) < len(whole)
            and whole.startswith(own)
            and SITE.match(title.text[len(line.text) :])
        ):
            return line
    return title


def fold(text: str) -> str:
    """Letters and digits of the first 300 characters, in lower case."""
    return _folded(text[:300])


@lru_cache(maxsize=REMEMBERED)
def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def byline_name(line: Line, seen_lower: frozenset[str]) -> str | None:
    """The name in a line that is a byline ("By Jane Roe", "Jane Roe"), else None.

    `seen_lower` are the words that the page writes in lower case: they are no names.
    """
    if is_own_credit(line):
        return None
    by = BY.match(line.text)
    rest = line.text[by.end() :][:200] if by else line.text
    if by is not None:
        rest = DATED_END.sub("", rest, count=1)
    name = AFTER_NAME.split(rest[:120], maxsplit=1)[0].strip()
    if by is not None:
        name = FROM_WHERE.split(name, maxsplit=1)[0].strip()
    if not name or any(mark.isdigit() for mark in name) or name[-1] in ":?!":
        return None
    if known_outlet(name) is not None or (by is None and has_outlet_word(name)):
        return None
    people = JOINED.split(name) if by is not None else [name]
    return name if all(_is_person(person, by is not None, seen_lower) for person in people) else None


def _is_person(name: str, introduced: bool, seen_lower: frozenset[str]) -> bool:
    """Two to five words with capitals, none of them an interface word or written small elsewhere."""
    words = name.split()
    if not 2 <= len(words) <= 5:
        return False
    for word in words:
        bare = word.strip(".,'’\"-")
        if bare.casefold() in PARTICLES:
            continue
        if not bare[:1].isupper() or bare.casefold() in INTERFACE_WORDS:
            return False
        if not introduced and bare.casefold() in seen_lower:
            return False
    return True


def is_own_credit(line: Line) -> bool:
    """ "From AFP" under a title: a known outlet or an acronym, alone after the word."""
    found = OWN_CREDIT.match(line.text) if len(line.text) <= 60 else None
    if found is None:
        return False
    name = found["name"].strip(" .")
    return known_outlet(name) is not None or (2 <= len(name) <= 8 and name.isalpha() and name.isupper())


def opens_with_dateline(line: Line) -> bool:
    """ "ORM, 2 May (AFP) - ...": a place in capitals, and a dash before the first words."""
    return DATELINE.match(line.text[:120]) is not None


def writers_of(line: Line) -> str | None:
    """The people of a closing credit that names nobody else: "(Reporting by A; Editing by B)" gives "A"."""
    if len(line.text) > 300 or not WRITERS.match(line.text):
        return None
    first: str | None = None
    for part in CREDITS_APART.split(line.text.strip(" ()[]*–—-.")):
        credit = CREDIT_PART.match(part)
        if credit is None:
            return None
        names = FROM_WHERE.split(part[credit.end() :], maxsplit=1)[0]
        people = [person.strip() for listed in names.split(",") for person in JOINED.split(listed)]
        if not all(
            _is_person(person, True, frozenset()) and known_outlet(person) is None for person in people
        ):
            return None
        first = first or names
    return first


def is_sign_off(line: Line, named_above: frozenset[str] = frozenset()) -> bool:
    """A closing credit: "(Reporting by ...)", "With AFP", "--Reuters", "(dpa)".

    `named_above` are words that the text writes with a capital: "With Norwire" needs one of them.
    """
    if len(line.text) > 300:
        return False
    if SIGN_OFF.match(line.text):
        return True
    named = WRAPPED.match(line.text) or MATERIAL.match(line.text)
    if named is None:
        return False
    parts = re.split(r"[/,]|\s(?:and|und|та|і|и)\s", named.group(1))
    if any(known_outlet(part) is not None for part in parts):
        return True
    unknown = MATERIAL.match(line.text) is not None and 2 <= len(line.words) <= 4
    return unknown and all(word in named_above for part in parts for word in part.strip(" .)").split())
