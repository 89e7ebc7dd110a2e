"""Outlets and agencies that an article names as where it comes from: datelines, bylines, titles.

Each form is looked for only where it stands in news: at the opening of the text, in short lines
around it, at the end of the title. Inside brackets and after dashes at the opening any capitalised
name will do; elsewhere the name must be in the table of agencies, or in capitals.
"""

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.data import Article, Credit, Language, Reason, Span, span_of
from onrecord.lang.agencies import known_outlet, may_be_outlet
from onrecord.lang.credits import BYLINE, MATERIAL, REPORTING, SOURCE, UPDATED

UPPER = "A-ZÄÖÜÀ-ÞА-ЯІЇЄҐ"
NAME = rf"[{UPPER}][\w.&’'/-]{{1,30}}(?: (?:(?:of|and|der|de|la) )?[{UPPER}0-9][\w.&’'/-]{{0,30}}){{0,4}}"
PLACE = rf"[{UPPER}][^\n(—–:;.!?]{{1,60}}"
BRACKETED = re.compile(
    rf"(?:(?P<place>{PLACE}?)[\s,]{{1,3}})?[(\[](?P<name>(?:dpa|epd|{NAME})(?:/[\w.-]{{2,30}}){{0,3}})[)\]]"
)
DASHED = re.compile(
    rf"(?P<place>{PLACE}),?\s(?:[^\n(—–:;.!?]{{0,30}}\s)?(?P<name>{NAME})\s?(?:--|—|–|-)\s(?=[\"“'„«{UPPER}])"
)
AFTER_PLACE = re.compile(rf"(?P<place>{PLACE})[.,]\s(?P<name>{NAME})\.\s(?=[\"“'„«{UPPER}])")
ENDING = re.compile(rf"(?:--|—|–|-)\s?(?P<name>dpa|epd|{NAME})\.?$")
ENDING_BRACKETS = re.compile(rf"[(\[](?P<name>(?:dpa|epd|{NAME})(?:/[\w.-]{{2,30}}){{0,3}})[)\]]\.?$")
TITLE_SUFFIX = re.compile(rf"\s(?:[-–—|]|::)\s(?P<name>{NAME})$")
TITLE_PREFIX = re.compile(rf"^(?P<name>{NAME}):\s")
TITLE_BRACKETS = re.compile(rf"\s[(\[](?P<name>{NAME})[)\]]$")
BARRED = re.compile(rf"^(?P<name>{NAME})\s?[|•·]\s?(?P<rest>[^\n]{{2,80}})$")
LISTED = re.compile(r"[,;/:()\[\]]|\s(?:and|und|та|і|и)\s")
DAY = re.compile(r"\d{1,2}|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
FROM_LINE = re.compile(rf"^(?:[Ff]rom|FROM|[Vv]on|[Aa]us)\s(?P<name>{NAME})\.?$")
CLOSING_NAME = re.compile(rf"^\s{{0,3}}(?P<name>{NAME})[.)\]]?$")
MENTIONS_READ = 50_000
MAX_LINE = 400
OPENING = 200
SHOWN = 80


def find_credits(article: Article, language: Language) -> tuple[Credit, ...]:
    """Credits of `article`, in text order, one a span."""
    found: dict[tuple[int, int], Credit] = {}
    for credit in (*_title(article), *_opening(article), *_lines(article), *_endings(article)):
        found.setdefault((credit.span.start, credit.span.end), credit)
    return tuple(found[key] for key in sorted(found))


def _body(article: Article) -> list[Span]:
    """Paragraphs of the text, in article offsets, the title left out."""
    spans = []
    offset = 0
    for span in article.spans:
        end = offset + span.end - span.start
        if article.title_span is None or offset != article.title_span.start:
            spans.append(span_of(article.text, offset, end))
        offset = end + 1
    return spans


def _credit(article: Article, start: int, end: int, role: str, why: str) -> Credit:
    span = span_of(article.text, start, end)
    known = known_outlet(span.text)
    agency = f", a news agency ({known.country})" if known and known.agency else ""
    return Credit(known.name if known else span.text, role, span, Reason(f"{why}{agency}", (span,)))


def _title_of(article: Article) -> str:
    """The article by its first line, for reasons."""
    return f"“{' '.join(article.text[:SHOWN].partition(chr(10))[0].split())}”"


def _known(name: str) -> bool:
    return known_outlet(name) is not None


def _shouted(name: str) -> bool:
    """An acronym of two to eight capitals."""
    return 2 <= len(name) <= 8 and name.isupper() and name.isalpha()


def _title(article: Article) -> Iterator[Credit]:
    if article.title_span is None:
        return
    title = article.title_span.text[:MAX_LINE]
    base = article.title_span.start
    for pattern, form in ((TITLE_SUFFIX, "ends"), (TITLE_BRACKETS, "ends"), (TITLE_PREFIX, "begins")):
        found = pattern.search(title)
        if found is None or not (
            _known(found.group("name")) or (form == "ends" and _shouted(found.group("name")))
        ):
            continue
        start, end = found.span("name")
        why = f"the title “{title}” {form} with “{found.group(0).strip()}”"
        yield _credit(article, base + start, base + end, "title", why)


def _opening(article: Article) -> Iterator[Credit]:
    """A dateline or a name in brackets before the first words of the text."""
    headings = {(span.start, span.end) for span in article.headings}
    text = [span for span in _body(article) if (span.start, span.end) not in headings]
    for paragraph in text[:2]:
        head = paragraph.text[:OPENING]
        bracketed = BRACKETED.match(head)
        if bracketed is not None and _opens(bracketed, head, article.text):
            yield from _names(
                article, paragraph.start, bracketed, "dateline" if bracketed["place"] else "agency"
            )
            return
        for pattern in (DASHED, AFTER_PLACE):
            found = pattern.match(head)
            if found is not None and (_known(found["name"]) or _shouted(found["name"])):
                yield from _names(article, paragraph.start, found, "dateline")
                return


def _opens(found: re.Match[str], head: str, text: str) -> bool:
    """Nothing but a name in brackets, or a place of a few words before it.

    After a place, a name that no table has counts in a dateline by form: with a day, or before a dash
    and named again further down.
    """
    place, name = found["place"], found["name"].split("/")[0]
    if place is None:
        return may_be_outlet(name)
    after = head[found.end() : found.end() + 4].strip()
    if len(place.split()) > 6:
        return False
    if _known(name) or _shouted(name):
        return after[:1] in tuple("-–—:,") or place.isupper() or after == ""
    dashed = after[:1] in tuple("-–—")
    return dashed and may_be_outlet(name) and (DAY.search(place) is not None or _mentioned(name, text, 2))


def _mentioned(name: str, text: str, times: int) -> bool:
    """Whether `text` (its first characters) names `name` at least so many times."""
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[:MENTIONS_READ])
    return sum(1 for _ in islice(found, times)) == times


def _names(article: Article, base: int, found: re.Match[str], role: str) -> Iterator[Credit]:
    """One credit a name: "(AFP/dpa)" are two."""
    start = found.start("name")
    shown = " ".join(article.text[base : base + SHOWN].split())
    why = f"“{found.group(0).strip()}” opens the text “{shown}…”"
    for part in found["name"].split("/"):
        if part.strip():
            yield _credit(article, base + start, base + start + len(part), role, why)
        start += len(part) + 1


def _lines(article: Article) -> Iterator[Credit]:
    """Short lines that are nothing but a credit."""
    headings = {(span.start, span.end) for span in article.headings}
    body = _body(article)
    for place, paragraph in enumerate(body):
        outer = place < 2 or place >= len(body) - 4
        if len(paragraph.text) > MAX_LINE or not (outer or (paragraph.start, paragraph.end) in headings):
            continue
        yield from _credit_line(article, paragraph)


def _credit_line(article: Article, paragraph: Span) -> Iterator[Credit]:
    line = paragraph.text
    barred = BARRED.match(line)
    if barred is not None and (_known(barred["name"]) or barred["rest"].casefold().startswith(UPDATED)):
        yield _credit(
            article,
            paragraph.start,
            paragraph.start + barred.end("name"),
            "agency",
            f"the line “{line}” of {_title_of(article)}",
        )
        return
    stripped = line.lstrip(" ([*–—-")
    skipped = len(line) - len(stripped)
    folded = stripped.casefold()
    for words, role in (
        (REPORTING, "byline"),
        (MATERIAL, "agency"),
        (SOURCE, "syndication"),
        (BYLINE, "byline"),
    ):
        opening = next((word for word in words if _begins(folded, word)), None)
        if opening is not None:
            base = paragraph.start + skipped + len(opening)
            rest = stripped[len(opening) :]
            listed = list(_listed(article, base, rest, role, stripped[:80]))
            yield from listed or _closing(article, paragraph, base, rest, role)
            return
    source = FROM_LINE.match(line) if len(line) <= 60 else None
    if source is not None and (_known(source["name"]) or _shouted(source["name"])):
        start, end = source.span("name")
        why = f"the line “{line}” of {_title_of(article)} says where the text is from"
        yield _credit(article, paragraph.start + start, paragraph.start + end, "agency", why)
        return
    if _known(line.strip(" -–—()[].")) and len(line) <= 60:
        start = paragraph.start + len(line) - len(line.lstrip(" -–—()[]."))
        name = line.strip(" -–—()[].")
        yield _credit(
            article,
            start,
            start + len(name),
            "agency",
            f"the line “{line}” of {_title_of(article)} is only a name",
        )


def _closing(article: Article, paragraph: Span, base: int, rest: str, role: str) -> Iterator[Credit]:
    """ "With Norwire" as the last line: a name that no table has, but that the text names too."""
    found = CLOSING_NAME.match(rest)
    last = paragraph.end >= len(article.text.rstrip())
    if found is None or role == "byline" or not last or not _mentioned(found["name"], article.text, 2):
        return
    start, end = base + found.start("name"), base + found.end("name")
    line = f"the last line “{paragraph.text[:SHOWN]}” of {_title_of(article)}"
    why = f"{line} credits it, and the text names it too"
    yield _credit(article, start, end, role, why)


def _begins(folded: str, word: str) -> bool:
    rest = folded[len(word) : len(word) + 1]
    return folded.startswith(word) and (rest in (":", " ") or not rest)


def _listed(article: Article, base: int, text: str, role: str, shown: str) -> Iterator[Credit]:
    """Known names (or acronyms, for agencies) in a list after an opening."""
    start = 0
    ends = [*((found.start(), found.end()) for found in LISTED.finditer(text)), (len(text), len(text))]
    for end, following in ends:
        name = text[start:end].strip(" .–—-")
        if name and (_known(name) or (role != "byline" and _shouted(name))):
            place = base + text.index(name, start)
            yield _credit(
                article,
                place,
                place + len(name),
                role,
                f"the line “{shown}” of {_title_of(article)} credits it",
            )
        start = following


def _endings(article: Article) -> Iterator[Credit]:
    """A known name after a dash or in brackets at the end of the text."""
    for paragraph in _body(article)[-2:]:
        tail_start = max(0, len(paragraph.text) - 80)
        tail = paragraph.text[tail_start:].rstrip()
        for pattern in (ENDING, ENDING_BRACKETS):
            found = pattern.search(tail)
            if found is None:
                continue
            start = found.start("name")
            why = f"“{found.group(0).strip()}” ends {_title_of(article)}"
            for part in found["name"].split("/"):
                if _known(part):
                    base = paragraph.start + tail_start + start
                    yield _credit(article, base, base + len(part), "agency", why)
                start += len(part) + 1
