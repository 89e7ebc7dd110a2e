"""What a page says about the date of an article: fields, addresses, stamps, link lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime

from onrecord.data import Article, Language, Page, Sighting, Span, span_of
from onrecord.lang.time_words import BY_LANGUAGE, PUBLISHED_LABELS, UPDATED_LABELS, time_words
from onrecord.text import edtf
from onrecord.text.timex import Timex, find_timexes, impossible_dates

FIELD, LABELLED, ADDRESS, TIME_TAG, STAMP, MONTH_ADDRESS, AGE, UPDATED, SPOKEN, LINK = (
    "field",
    "labelled stamp",
    "address",
    "time tag",
    "stamp",
    "month in the address",
    "age",
    "update",
    "weekday in the text",
    "link line",
)
RANK = {
    name: -i
    for i, name in enumerate(
        (FIELD, LABELLED, ADDRESS, TIME_TAG, STAMP, AGE, SPOKEN, LINK, MONTH_ADDRESS, UPDATED)
    )
}

_LINE_LIMIT = 300
_EDGE_LINES = 4
_STAMP_WORDS = 6  # words beside the dates of a stamp above the article
_HEAD = 500  # characters of the article that may stand above its stamp
_FOOT = 120  # characters between its end and a stamp below it
_EDGE_WORDS = 3  # the same within the article, where a short sentence may name a date
_DIGIT = re.compile(r"[0-9]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LINE = re.compile(r"[^\n]+")
_URL_DATE = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<sep>[-/_]?)(?P<month>[01][0-9])(?:(?P=sep)(?P<day>[0-3][0-9]))?(?![0-9])"
)
_ISO = re.compile(r"\s*(?P<day>[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)(?![0-9])")
_COMPACT = re.compile(r"\s*(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?![0-9])")


@dataclass(frozen=True, slots=True)
class Clue:
    """One possible date: its EDTF value (None when impossible), what kind it is, and what it says."""

    value: str | None
    kind: str
    origin: str
    said: str
    span: Span | None = None
    fault: str = ""


def field_clues(page: Page, sightings: tuple[Sighting, ...] = ()) -> list[Clue]:
    """Dates that fields state: the page's own, then what feeds, sitemaps and servers say of it."""
    clues = []
    told = (field for sighting in sightings for field in sighting.fields)
    for field in (*page.fields, *told):
        if field.name not in ("published", "modified"):
            continue
        kind = FIELD if field.name == "published" else UPDATED
        if field.name == "published" and field.origin == "time datetime":
            kind = TIME_TAG  # any <time> of the page: also those of other articles and of comments
        value = read_day(field.value)
        fault = "" if value else f"“{field.value[:60]}” in {field.origin} is no day of the calendar"
        clues.append(Clue(value, kind, field.origin, field.value[:60], fault=fault))
    return clues


def read_day(raw: str) -> str | None:
    """The EDTF day or month that a field states: ISO 8601, RFC 2822, or words of one of our languages."""
    if len(raw) > _LINE_LIMIT:
        return None
    match = _ISO.match(raw)
    if match:
        return match["day"] if edtf.earliest_day(match["day"]) else None
    compact = _COMPACT.match(raw)
    if compact:
        day = edtf.safe_date(int(compact["year"]), int(compact["month"]), int(compact["day"]))
        return day.isoformat() if day else None
    try:
        return parsedate_to_datetime(raw).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    for words in BY_LANGUAGE.values():
        for timex in find_timexes(raw, words, None):
            found = edtf.exact_day(timex.edtf)
            if found:
                return found.isoformat()
    return None


def address_clues(sightings: tuple[Sighting, ...]) -> list[Clue]:
    """Dates in the paths of the addresses where the page was seen."""
    clues = []
    for sighting in sightings:
        path = re.sub(r"^[a-z]+://[^/]*", "", (sighting.url or "")[:2000])
        match = _URL_DATE.search(path)
        if not match:
            continue
        value = f"{match['year']}-{match['month']}" + (f"-{match['day']}" if match["day"] else "")
        if edtf.earliest_day(value) is None or (not match["day"] and match["sep"] != "/"):
            continue
        kind = ADDRESS if match["day"] else MONTH_ADDRESS
        clues.append(Clue(value, kind, "address", match.group().strip("/")))
    return clues


def fetched_day(sightings: tuple[Sighting, ...]) -> date | None:
    """The first day on which the page is known to have been there."""
    days = [edtf.exact_day(read_day(sighting.fetched)) for sighting in sightings if sighting.fetched]
    return min((day for day in days if day), default=None)


def line_clues(page: Page, article: Article, siblings: tuple[Article, ...], language: Language) -> list[Clue]:
    """Stamps above the article or on its edge, and link lines in the furniture around it."""
    clues: list[Clue] = []
    low, high = _neighbourhood(article, siblings, len(page.text))
    head, end_of = _head_end(article), _end(article)
    head_lines = _page_head(article, siblings)
    if head_lines is not None:
        for line in _lines(page.text, *head_lines):
            clues += _clues_of_line(page.text, line, language, _STAMP_WORDS)
    for start, end in _gaps(siblings, low, high):
        for line in _lines(page.text, start, end):
            most = _STAMP_WORDS if line[0] < head else (_EDGE_WORDS if 0 <= line[0] - end_of <= _FOOT else 0)
            clues += _clues_of_line(page.text, line, language, most)
    title = (article.title or "").strip()
    for line in _edge_lines(page.text, article):
        if page.text[line[0] : line[1]].strip() == title:
            continue
        found = _clues_of_line(page.text, line, language, _EDGE_WORDS)
        clues += [clue for clue in found if clue.kind != LINK]
    return clues


def _page_head(article: Article, siblings: tuple[Article, ...]) -> tuple[int, int] | None:
    """What stands above the first article, for a further one under the very same masthead."""
    first = min(siblings, key=_start, default=article)
    own, its = article.outlet, first.outlet
    if first.id == article.id or own is None or its is None or own.span is None or own.span != its.span:
        return None
    return 0, _start(first)


def _head_end(article: Article) -> int:
    """Where on the page the first part of the article ends: a stamp may stand between title and body."""
    seen = 0
    for span in article.spans:
        if seen + span.end - span.start > _HEAD:
            return max(span.start, min(span.end, span.start + _HEAD - seen))
        seen += span.end - span.start
    return article.spans[-1].start if article.spans else 0


def _start(article: Article) -> int:
    return article.spans[0].start if article.spans else 0


def _end(article: Article) -> int:
    return article.spans[-1].end if article.spans else 0


def _neighbourhood(article: Article, siblings: tuple[Article, ...], length: int) -> tuple[int, int]:
    """From the end of the article before to the end of this one, of the page for its last article."""
    before = [_end(other) for other in siblings if _end(other) <= _start(article) and other.id != article.id]
    last = all(_start(other) < _end(article) for other in siblings if other.id != article.id)
    return max(before, default=0), length if last else _end(article)


def _gaps(siblings: tuple[Article, ...], low: int, high: int) -> Iterator[tuple[int, int]]:
    """The parts of a page that no article covers."""
    covered = sorted((span.start, span.end) for article in siblings for span in article.spans)
    at = low
    for start, end in covered:
        if end <= low or start >= high:
            continue
        if start > at:
            yield at, min(start, high)
        at = max(at, end)
    if at < high:
        yield at, high


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text, start, end):
        if match.end() - match.start() <= _LINE_LIMIT and _DIGIT.search(text, match.start(), match.end()):
            yield match.start(), match.end()


def _edge_lines(text: str, article: Article) -> list[tuple[int, int]]:
    """The first and last few lines of the article itself."""
    lines: list[tuple[int, int]] = []
    for span in article.spans[:_EDGE_LINES] + article.spans[_EDGE_LINES:][-_EDGE_LINES:]:
        found = [match.span() for match in _LINE.finditer(text, span.start, span.end)]
        lines += found[:_EDGE_LINES] + found[_EDGE_LINES:][-2:]
    kept = lines[:_EDGE_LINES] + lines[_EDGE_LINES:][-2:]
    return [(a, b) for a, b in kept if b - a <= _LINE_LIMIT and _DIGIT.search(text, a, b)]


def _clues_of_line(text: str, line: tuple[int, int], language: Language, most: int) -> list[Clue]:
    start, end = line
    raw = text[start:end]
    dated = _dates_of_line(raw, language)
    if not dated:
        return _impossible(text, start, raw, language) if most else []
    rest = _outside(raw, dated)
    words = [word.lower() for word in _WORD.findall(rest)]
    labels = set(words)
    is_link = len(words) > _STAMP_WORDS and len(raw) - dated[-1].end <= 3
    labelled = bool(labels & (PUBLISHED_LABELS | UPDATED_LABELS))
    is_stamp = len(words) <= (_STAMP_WORDS if labelled else most) and (labelled or most > 0)
    clues = []
    for position, timex in enumerate(dated):
        span = span_of(text, start + timex.start, start + timex.end)
        since = dated[position - 1].end if position else 0
        kind, label = _label(raw[since : timex.start])
        if is_stamp:
            pass
        elif is_link or (len(words) >= 3 and len(raw) - dated[-1].end <= 3):
            kind = LINK
        else:
            continue
        clues.append(_clue(timex, kind, span, label))
    return clues


def _dates_of_line(raw: str, language: Language) -> list[Timex]:
    """Full dates of a line, in the first language that finds any; the article's own goes first."""
    own = time_words(language.code)
    for words in ([own] if own else []) + [w for w in BY_LANGUAGE.values() if w is not own]:
        found = [t for t in find_timexes(raw, words, None) if t.kind in ("DATE", "TIME") and _is_full(t)]
        if found:
            return found
    return []


def _is_full(timex: Timex) -> bool:
    return edtf.exact_day(_day_part(timex.edtf)) is not None


def _day_part(value: str | None) -> str | None:
    return value.removesuffix("/..") if value else None


def _outside(raw: str, dated: list[Timex]) -> str:
    parts, at = [], 0
    for timex in dated:
        parts.append(raw[at : timex.start])
        at = timex.end
    return " ".join([*parts, raw[at:]])


def _label(before: str) -> tuple[str, str]:
    """The kind of stamp that the last words before a date make it, and the word that does."""
    for word in reversed(_WORD.findall(before.lower())[-3:]):
        if word in UPDATED_LABELS:
            return UPDATED, word
        if word in PUBLISHED_LABELS:
            return LABELLED, word
    return STAMP, ""


def _impossible(text: str, start: int, raw: str, language: Language) -> list[Clue]:
    """Dates of a short line that no calendar has: kept, rejected."""
    words = time_words(language.code)
    if words is None or len(_WORD.findall(raw)) > _STAMP_WORDS:
        return []
    clues = []
    for first, last in impossible_dates(raw, words):
        span = span_of(text, start + first, start + last)
        clues.append(Clue(None, STAMP, STAMP, span.text, span, f"“{span.text}” is no day of the calendar"))
    return clues


def _clue(timex: Timex, kind: str, span: Span, label: str) -> Clue:
    day = edtf.exact_day(_day_part(timex.edtf))
    fault = ""
    if day and timex.weekday is not None and timex.weekday != day.weekday():
        fault = f"“{span.text}” names a {day_name(timex.weekday)}, but {day} was a {day_name(day.weekday())}"
    origin = f"stamp labelled “{label}”" if label and kind == LABELLED else kind
    value = day.isoformat() + ("?" if timex.guess else "") if day else None
    said = f"{span.text} (or {timex.alternatives[0]})" if timex.alternatives else span.text
    return Clue(value, kind, origin, said, span, fault)


def day_name(weekday: int) -> str:
    """The English name of a weekday (0 Monday)."""
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
