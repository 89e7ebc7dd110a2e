"""The outlet of an article: the line above it, the page's own fields, the address, or its own words."""
# ruff: noqa: E501 (patterns)

import re
from collections.abc import Sequence

from onrecord.data import Fact, Page, Sighting
from onrecord.lang.agencies import may_be_outlet, outlet_of_domain
from onrecord.stages.article.extract.drafts import Draft, Segments
from onrecord.stages.article.extract.lines import Line, quote
from onrecord.stages.article.extract.own_name import (
    body_of,
    crumb_fact,
    masthead_fact,
    named,
    notice_fact,
    own_name_fact,
    site_name_fact,
    sub_span,
    title_suffix_fact,
    under_title_fact,
)

NAME = r"([A-ZА-ЯІЇЄҐÄÖÜ][\w.&’'-]{1,30}(?: [A-ZА-ЯІЇЄҐÄÖÜ][\w.&’'-]{1,30}){0,3})"
OPENING = re.compile(rf"^(?:[^\n(]{{0,60}}\s)?\({NAME}\)\s?[-–—]{{0,2}}\s?")
SELF_REPORT = re.compile(
    rf",\s(?:as\s)?{NAME}\s(?:reports|writes|informs|says|has learned|notes|передає|повідомляє|пише|передает|сообщает|пишет)\.?$"
)
SELF_REPORT_AFTER = re.compile(
    rf"[,—–-]\s(?:reports|writes|передає|повідомляє|пише|передает|сообщает|пишет|berichtet|meldet)\s{NAME}\.?$"
)
CITING = re.compile(
    r"\b(?:report(?:s|ed)?|citing|cites|according|reference|wrote|writes|з посиланням|повідомляє|пише|со ссылкой|сообщает|"
    r"unter berufung|berichtet)\b",
    re.IGNORECASE,
)
LOOKED_AT = 4
SENTENCE = re.compile(r"[^.!?]{1,600}[.!?]+")


def outlet_of(
    page: Page,
    sightings: tuple[Sighting, ...],
    draft: Draft,
    segments: Segments,
    number: int,
    lines: Sequence[Line],
) -> Fact | None:
    """Who publishes the article, by the best evidence there is; None when nothing says so."""
    above = [line for line in draft.above if segments.marks[line.index].kind == "outlet line"]
    if above:
        line = above[0]
        name = line.text.strip(" -–—•|\t")
        title = draft.title.shown if draft.title else "the article"
        return Fact(name, line.span, f"the line {line.shown} stands above {title}")
    if number > 1:
        return _same_masthead(page, draft, segments) if draft.printed else None
    opening = _opening(draft)
    return (
        _from_fields(page, draft)
        or masthead_fact(page, draft, segments, opening)
        or title_suffix_fact(page, draft)
        or _from_sightings(sightings, draft)
        or site_name_fact(lines, draft)
        or under_title_fact(lines, segments, draft)
        or crumb_fact(draft, segments)
        or own_name_fact(draft)
        or notice_fact(lines, segments, draft)
        or opening
        or _last_reporter(draft)
    )


def _same_masthead(page: Page, draft: Draft, segments: Segments) -> Fact | None:
    """The masthead of the page's first article, over a further one of the same printed page."""
    fact = masthead_fact(page, segments.drafts[0], segments, None)
    if fact is None:
        return None
    why = f"{named(draft)} stands further down on the page of “{fact.value}”, under a headline of its own"
    return Fact(fact.value, fact.span, why)


def byline_of(page: Page, draft: Draft, segments: Segments, number: int) -> Fact | None:
    """Who wrote the article: a byline on the page, else what the page's fields say of its first article."""
    if draft.byline is not None:
        line, name = draft.byline
        return Fact(name, line.span, segments.marks[line.index].reason)
    written = next((field for field in page.fields if field.name == "byline"), None)
    if number > 1 or written is None:
        return None
    return Fact(written.value, None, f"{written.origin} of {named(draft)} says “{written.value}”")


def age_of(draft: Draft, segments: Segments) -> Fact | None:
    """How old the page says the article is, counted from an unknown moment."""
    line = next((line for line in draft.above if segments.marks[line.index].kind == "age"), None)
    return Fact(line.text, line.span, f"{line.shown} stands above {named(draft)}") if line else None


def _from_fields(page: Page, draft: Draft) -> Fact | None:
    for field in page.fields:
        if field.name == "outlet":
            return Fact(field.value, None, f"{field.origin} of {named(draft)} says “{field.value}”")
    return None


def _from_sightings(sightings: tuple[Sighting, ...], draft: Draft) -> Fact | None:
    for sighting in sightings:
        if sighting.outlet:
            known = outlet_of_domain(sighting.outlet)
            name = known.name if known else sighting.outlet
            where = sighting.url or sighting.place
            why = f"{named(draft)} was seen at {where}, whose outlet is “{sighting.outlet}”"
            return Fact(name, None, why)
    return None


def _opening(draft: Draft) -> Fact | None:
    """A name in brackets before the first words."""
    body = body_of(draft)
    opening = OPENING.match(body[0].text[:200]) if body else None
    if opening is None or not may_be_outlet(opening.group(1)):
        return None
    span = sub_span(body[0], opening.start(1), opening.end(1))
    why = f"{named(draft)} opens with {quote(body[0].text)}, and nothing else on the page names an outlet"
    return Fact(opening.group(1), span, why)


def _last_reporter(draft: Draft) -> Fact | None:
    """The last reporter of a chain of citations in the first lines."""
    for line in body_of(draft)[:LOOKED_AT]:
        for sentence in SENTENCE.finditer(line.text[:4_000]):
            found = _self_report(line, sentence.start(), sentence.group(0))
            if found is not None:
                return found
    return None


def _self_report(line: Line, start: int, sentence: str) -> Fact | None:
    found = SELF_REPORT.search(sentence) or SELF_REPORT_AFTER.search(sentence)
    if found is None or not CITING.search(sentence[: found.start()]):
        return None
    name = found.group(1).rstrip(".")
    span = sub_span(line, start + found.start(1), start + found.start(1) + len(name))
    return Fact(
        name,
        span,
        f"{quote(sentence.strip())} ends with “{found.group(0).strip(' ,')}” after citing others",
    )
