"""Credits before the first words: in the title, in a dateline, in brackets.

Inside brackets and after dashes at the opening any capitalised name will do, when the form is that
of a dateline; elsewhere the name must be in the table of agencies, or in capitals.
"""

import re
from collections.abc import Iterator

from onrecord.data import Article, Credit
from onrecord.lang.agencies import may_be_outlet
from onrecord.stages.article.credits.forms import (
    MAX_LINE,
    NAME,
    SHOWN,
    UPPER,
    body,
    credit,
    known,
    mentioned,
    shouted,
)

PLACE = rf"[{UPPER}][^\n(—–:;.!?]{{1,60}}"
# Before brackets a place may hold points: "HARN, Ore., Nov. 19 (NORWIRE)".
DOTTED_PLACE = rf"[{UPPER}][^\n(—–:;!?]{{1,60}}"
BRACKETED = re.compile(
    rf"(?:(?P<place>{DOTTED_PLACE}?)[\s,]{{1,3}})?[(\[](?P<name>(?:dpa|epd|{NAME})(?:/[\w.-]{{2,30}}){{0,3}})[)\]]"
)
DASHED = re.compile(
    rf"(?P<place>{PLACE}),?\s(?:[^\n(—–:;.!?]{{0,30}}\s)?(?P<name>{NAME})\s?(?:--|—|–|-)\s(?=[\"“'„«{UPPER}])"
)
AFTER_PLACE = re.compile(rf"(?P<place>{PLACE})[.,]\s(?P<name>{NAME})\.\s(?=[\"“'„«{UPPER}])")
TITLE_SUFFIX = re.compile(rf"\s(?:[-–—|]|::)\s(?P<name>{NAME})$")
TITLE_PREFIX = re.compile(rf"^(?P<name>{NAME}):\s")
TITLE_BRACKETS = re.compile(rf"\s[(\[](?P<name>{NAME})[)\]]$")
DAY = re.compile(r"\d{1,2}|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
OPENING = 200


def title_credits(article: Article) -> Iterator[Credit]:
    """An outlet at an end of the title."""
    if article.title_span is None:
        return
    title = article.title_span.text[:MAX_LINE]
    base = article.title_span.start
    for pattern, form in ((TITLE_SUFFIX, "ends"), (TITLE_BRACKETS, "ends"), (TITLE_PREFIX, "begins")):
        found = pattern.search(title)
        if found is None or not (
            known(found.group("name")) or (form == "ends" and shouted(found.group("name")))
        ):
            continue
        start, end = found.span("name")
        why = f"the title “{title}” {form} with “{found.group(0).strip()}”"
        yield credit(article, base + start, base + end, "title", why)


def opening_credits(article: Article) -> Iterator[Credit]:
    """A dateline or a name in brackets before the first words of the text."""
    headings = {(span.start, span.end) for span in article.headings}
    text = [span for span in body(article) if (span.start, span.end) not in headings]
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
            if found is not None and (known(found["name"]) or _wired(found)):
                yield from _names(article, paragraph.start, found, "dateline")
                return


def _wired(found: re.Match[str]) -> bool:
    """An acronym that no table has, after a place and a comma: "HARN, May 3, NWR -", not "PORT ORM -"."""
    before = found.string[: found.start("name")]
    place = found["place"]
    dated = place.isupper() or DAY.search(before) is not None
    return shouted(found["name"]) and "," in before and len(place.split()) <= 5 and dated


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
    if known(name) or shouted(name):
        return after[:1] in tuple("-–—:,") or place.isupper() or after == ""
    dashed = after[:1] in tuple("-–—")
    return dashed and may_be_outlet(name) and (DAY.search(place) is not None or mentioned(name, text, 2))


def _names(article: Article, base: int, found: re.Match[str], role: str) -> Iterator[Credit]:
    """One credit a name: "(AFP/dpa)" are two."""
    start = found.start("name")
    shown = " ".join(article.text[base : base + SHOWN].split())
    why = f"“{found.group(0).strip()}” opens the text “{shown}…”"
    for part in found["name"].split("/"):
        if part.strip():
            yield credit(article, base + start, base + start + len(part), role, why)
        start += len(part) + 1
