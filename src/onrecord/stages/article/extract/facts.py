"""The outlet of an article: the line above it, the page's own fields, the address, or its own words."""
# ruff: noqa: E501 (patterns)

import re

from onrecord.data import Fact, Page, Sighting, Span
from onrecord.lang.agencies import may_be_outlet, outlet_of_domain
from onrecord.stages.article.extract.lines import Line, quote
from onrecord.stages.article.extract.segment import Draft, Segments

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
    page: Page, sightings: tuple[Sighting, ...], draft: Draft, segments: Segments, number: int
) -> Fact | None:
    """Who publishes the article, by the best evidence there is; None when nothing says so."""
    above = [line for line in draft.above if segments.marks[line.index].kind == "outlet line"]
    if above:
        line = above[0]
        name = line.text.strip(" -–—•|\t")
        title = draft.title.shown if draft.title else "the article"
        return Fact(name, line.span, f"the line {line.shown} stands above {title}")
    if number > 1:
        return None
    return _from_page(page, sightings, draft) or _from_text(draft)


def byline_of(page: Page, draft: Draft, segments: Segments, number: int) -> Fact | None:
    """Who wrote the article: a byline on the page, else what the page's fields say of its first article."""
    if draft.byline is not None:
        line, name = draft.byline
        return Fact(name, line.span, segments.marks[line.index].reason)
    written = next((field for field in page.fields if field.name == "byline"), None)
    if number > 1 or written is None:
        return None
    return Fact(written.value, None, f"{written.origin} of {_named(draft)} says “{written.value}”")


def age_of(draft: Draft, segments: Segments) -> Fact | None:
    """How old the page says the article is, counted from an unknown moment."""
    line = next((line for line in draft.above if segments.marks[line.index].kind == "age"), None)
    return Fact(line.text, line.span, f"{line.shown} stands above {_named(draft)}") if line else None


def _named(draft: Draft) -> str:
    """The title of a draft or the beginning of its text, quoted."""
    return (draft.title or draft.lines[0]).shown


def _from_page(page: Page, sightings: tuple[Sighting, ...], draft: Draft) -> Fact | None:
    for field in page.fields:
        if field.name == "outlet":
            return Fact(field.value, None, f"{field.origin} of {_named(draft)} says “{field.value}”")
    for sighting in sightings:
        if sighting.outlet:
            known = outlet_of_domain(sighting.outlet)
            name = known.name if known else sighting.outlet
            where = sighting.url or sighting.place
            return Fact(
                name, None, f"{_named(draft)} was seen at {where}, whose outlet is “{sighting.outlet}”"
            )
    return None


def _from_text(draft: Draft) -> Fact | None:
    """A name in brackets before the first words, or the last reporter of a chain of citations."""
    aside = {line.index for line in draft.headings} | ({draft.title.index} if draft.title else set())
    body = [line for line in draft.lines if line.index not in aside]
    if not body:
        return None
    opening = OPENING.match(body[0].text[:200])
    if opening is not None and may_be_outlet(opening.group(1)):
        span = _sub(body[0], opening.start(1), opening.end(1))
        return Fact(
            opening.group(1),
            span,
            f"{_named(draft)} opens with {quote(body[0].text)}, and nothing else on the page names an outlet",
        )
    for line in body[:LOOKED_AT]:
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
    span = _sub(line, start + found.start(1), start + found.start(1) + len(name))
    return Fact(
        name,
        span,
        f"{quote(sentence.strip())} ends with “{found.group(0).strip(' ,')}” after citing others",
    )


def _sub(line: Line, start: int, end: int) -> Span:
    return Span(line.start + start, line.start + end, line.text[start:end])
