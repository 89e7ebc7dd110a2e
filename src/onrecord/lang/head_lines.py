"""What stands around the name of an outlet at the head of a page: edition, price, page, letterhead.

English, German, Ukrainian and Russian. Forms of printed and sent pages in general, of no one outlet.
"""
# ruff: noqa: E501 (patterns)

import re

from onrecord.lang.stamps import STAMP_WORDS, is_date_stamp

_EDITION_WORDS = frozenset(
    """
    edition editions issue late early morning evening city final weekend sunday home first second night special
    page pages price no nr num vol volume number item free ref reference id copy copies cent cents p crown crowns pound pounds dollar dollars franc francs kr online euro eur usd
    ausgabe abendausgabe morgenausgabe wochenendausgabe stadtausgabe sonderausgabe spätausgabe seite preis nummer jahrgang heft
    випуск номер ціна стор сторінка том рік выпуск цена стр страница год
    """.split()
)
_ONE_EDITION_WORD = frozenset(
    """
    edition issue page price vol volume item ref reference no nr ausgabe abendausgabe morgenausgabe
    wochenendausgabe stadtausgabe sonderausgabe spätausgabe seite preis heft випуск номер ціна стор выпуск цена стр
    """.split()
)
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_ENDING = re.compile(r"(?:^|\s)(?:edition|[a-zäöü]*ausgabe|issue|випуск|выпуск)$", re.IGNORECASE)
_SINCE = re.compile(
    r"^(?:since|est\.?|established|founded(?: in)?|seit|gegr(?:\.|ündet)|з|із|від|с|основан\w*|заснован\w*)(?: in)?\s(?:1[6-9]|20)\d\d$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"^(?:ref(?:erence)?|az|aktenzeichen|our ref|no|nr|№)[.:]*\s[\w/.-]*\d[\w/.-]*$", re.IGNORECASE
)
_MONTH_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STATE = re.compile(
    r"^(?:the\s)?(?:(?:federal|democratic|people's|islamic|united|socialist)\s){0,3}"
    r"(?:republic|kingdom|state|states|government|commonwealth|federation|principality|emirate|sultanate|union)\sof\s(?:the\s)?\w[\w' -]{1,40}$"
    r"|^(?:die\s)?(?:bundesrepublik|republik|königreich|fürstentum|regierung (?:von|der))\s\w[\w -]{1,40}$"
    r"|^(?:республіка|королівство|уряд|республика|королевство|правительство)\s\w[\w -]{1,40}$",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"\b(?:ministry|department|embassy|consulate|presidency|chancellery|government|council|commission|authority|office|bureau|"
    r"agency|secretariat|administration|institute|university|foundation|association|federation|union|party|municipality|"
    r"company|group|bank|police|court|parliament|ltd|inc|plc|gmbh|ag|ministerium|botschaft|behörde|landesamt|bundesamt|"
    r"kanzlei|verband|verein|stiftung|міністерство|посольство|департамент|управління|офіс|рада|министерство|управление|совет)\b"
    r"|\w+(?:ministerium|amt|verband|behörde|kanzlei)\b",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"\b(?:press|news|media) (?:release|statement|notice)\b|\bfor immediate release\b|\bpress(?:emitteilung|eerklärung|einformation)\b"
    r"|\bпрес-?реліз\b|\bпресс-?релиз\b|\bzur sofortigen veröffentlichung\b",
    re.IGNORECASE,
)
_WEATHER = re.compile(r"^(?:weather|forecast|wetter|погода)\b.{0,60}$", re.IGNORECASE)
_POSTED = re.compile(
    r"^(?:posted|published|written|filed|submitted|added|geschrieben|veröffentlicht|verfasst|опубліковано|опубликовано)\s"
    r"(?:by|on|von|am)\s.{0,120}\d",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^(?i:about|über|про|о|об) (?:(?:the|die|das|den) )?[A-ZÄÖÜА-ЯІЇЄҐ][\w&’' -]{1,60}:?$")
ORNAMENTS = " *~=_#•·|-–—+<>"


def is_imprint(text: str) -> bool:
    """A part of a header that says which copy this is: edition, price, page, number, age of the outlet."""
    line = text.strip(ORNAMENTS)
    if not line or len(line) > 120:
        return False
    if _SINCE.match(line) or _REFERENCE.match(line):
        return True
    tokens = [token.casefold() for token in _TOKEN.findall(line)]
    words = [token for token in tokens if not token.isdigit()]
    known = all(word in _EDITION_WORDS or word in STAMP_WORDS for word in words)
    return known and any(word in _ONE_EDITION_WORD for word in words) and len(tokens) >= 2


def is_edition_line(text: str) -> bool:
    """ "Port Orm city edition": a few words that end in the word for an edition."""
    return len(text) <= 120 and len(text.split()) <= 5 and _ENDING.search(text.strip(ORNAMENTS)) is not None


def is_header_part(text: str) -> bool:
    """A date or an imprint: nothing that a title says."""
    return is_date_stamp(text) or is_imprint(text) or is_edition_line(text)


def holds_date(text: str) -> bool:
    """A line with a year and the name of a month, among other things."""
    if len(text) > 200 or _MONTH_YEAR.search(text) is None:
        return False
    return any(len(word) >= 3 and word.casefold() in STAMP_WORDS for word in _TOKEN.findall(text))


def is_state_line(text: str) -> bool:
    """ "Republic of Orm", over the name of one of its bodies."""
    return len(text) <= 70 and _STATE.match(text.strip()) is not None


def names_issuer(text: str) -> bool:
    """A name with a word such as "ministry" or "association": who sends out releases."""
    return _ISSUER.search(text[:120]) is not None


def is_release(text: str) -> bool:
    """A line that calls the page a press release."""
    return len(text) <= 80 and _RELEASE.search(text) is not None


def is_boilerplate_head(text: str) -> bool:
    """ "About Orm Ferries", over what a sender always says of itself."""
    return len(text) <= 70 and _ABOUT.match(text.strip(ORNAMENTS)) is not None


def is_weather(text: str) -> bool:
    """ "Weather: rain later, 11 degrees", in the corner of a front page."""
    return len(text) <= 80 and _WEATHER.match(text) is not None


def is_posting(text: str) -> bool:
    """ "Posted by harbourman on 3 May 2031": who put a text up, and when."""
    return len(text) <= 160 and _POSTED.match(text) is not None
