"""Weigh what may date an article: one candidate is chosen, each other kept with what is against it."""

import re
from dataclasses import replace
from datetime import date

from onrecord.data import Article, DateCandidate, Language, Page, PublicationDate, Reason, Sighting, Span
from onrecord.lang.time_words import BY_LANGUAGE
from onrecord.stages.article.dates.evidence import (
    ADDRESS,
    AGE,
    LABELLED,
    LINK,
    RANK,
    SPOKEN,
    STAMP,
    TIME_TAG,
    UPDATED,
    Clue,
    address_clues,
    fetched_day,
    field_clues,
    line_clues,
)
from onrecord.stages.article.dates.spoken import Spoken, read_spoken, supports, weekday_clues
from onrecord.text import edtf
from onrecord.text.timex import Anchor, find_timexes

_SAME = 1  # days between two candidates that time zones can explain
_LINK_REACH = 31
_FIRST_YEAR, _LAST_YEAR = (
    1600,
    2199,
)  # from the first newspapers on; "0001-01-01" and "9999-12-31" are fillers
_MINUTES = re.compile(r"(minute|second|hour|Minute|Stunde|хвилин|годин|минут|час)")
_MAX_CANDIDATES = 50


def find_publication(
    page: Page,
    sightings: tuple[Sighting, ...],
    article: Article,
    siblings: tuple[Article, ...],
    language: Language,
) -> PublicationDate:
    """The publication date of `article` from all candidates, each kept with its reason.

    `siblings` are all articles of the page, `article` among them. Fields and addresses speak of the
    page's first article only. Nothing is ever taken from this machine's clock.
    """
    fetched = fetched_day(sightings)
    spoken = read_spoken(article, language, fetched)
    clues = _collect(page, sightings, article, siblings, language, spoken)
    start = article.spans[0].start if article.spans else 0
    chosen, candidates = _judge(clues, spoken, fetched, start, f"for “{_name_of(article)}”")
    earliest = spoken.latest
    if chosen is None:
        reason = _unknown_reason(article, candidates, spoken)
        return _result(None, earliest, fetched, reason, candidates)
    day = edtf.exact_day(chosen.value)
    fits = supports(article, spoken, day) if day else []
    fits = [span for span in fits if f"“{span.text}”" not in chosen.reason]
    text = chosen.reason
    if fits:
        text += "; " + ", ".join(f"“{span.text}”" for span in fits[:3]) + " in the text lies just before it"
    first, last = edtf.bounds(chosen.value)
    approximate = chosen.value is not None and edtf.is_approximate(chosen.value)
    low = earliest if approximate or first is None else first
    high = fetched if approximate or last is None else last
    return _result(chosen.value, low, high, Reason(text, tuple(fits)), candidates)


def _result(
    value: str | None,
    earliest: date | None,
    latest: date | None,
    reason: Reason,
    candidates: tuple[DateCandidate, ...],
) -> PublicationDate:
    return PublicationDate(
        value,
        earliest.isoformat() if earliest else None,
        latest.isoformat() if latest else None,
        reason,
        candidates,
    )


def _collect(
    page: Page,
    sightings: tuple[Sighting, ...],
    article: Article,
    siblings: tuple[Article, ...],
    language: Language,
    spoken: Spoken,
) -> list[Clue]:
    clues: list[Clue] = []
    if article.number == min((other.number for other in siblings), default=article.number):
        clues += field_clues(page, sightings) + address_clues(sightings)
    clues += line_clues(page, article, siblings, language)
    clues += _age_clues(article, sightings)
    clues += weekday_clues(page.text, article, spoken)
    unique: dict[tuple[object, ...], Clue] = {}
    for clue in clues:
        unique.setdefault((clue.value, clue.kind, clue.origin, clue.span), clue)
    return list(unique.values())[:_MAX_CANDIDATES]


def _age_clues(article: Article, sightings: tuple[Sighting, ...]) -> list[Clue]:
    """ "16 minutes ago" counts from the fetch, and says nothing while that is unknown."""
    age = article.age
    if age is None:
        return []
    fetched = fetched_day(sightings)
    if fetched is None:
        fault = f"“{age.value}” counts from the time the page was fetched, which is unknown"
        return [Clue(None, AGE, AGE, age.value, age.span, fault)]
    for words in BY_LANGUAGE.values():
        for timex in find_timexes(age.value[:100], words, Anchor(fetched, "D")):
            day = edtf.exact_day(timex.edtf)
            if day or _MINUTES.search(age.value):
                value = f"{(day or fetched).isoformat()}~"
                said = f"“{age.value}” before the page was fetched on {fetched.isoformat()}"
                return [Clue(value, AGE, AGE, said, age.span)]
    return []


def _judge(
    clues: list[Clue], spoken: Spoken, fetched: date | None, start: int, whose: str
) -> tuple[DateCandidate | None, tuple[DateCandidate, ...]]:
    checked = [replace(clue, fault=clue.fault or _fault(clue, clues, spoken, fetched)) for clue in clues]
    open_clues = [clue for clue in checked if not clue.fault and clue.value]
    chosen = _choose([clue for clue in open_clues if clue.kind != UPDATED], start)
    candidates = []
    winner: DateCandidate | None = None
    for clue in checked:
        found = _winner(clue, open_clues) if clue is chosen else _other(clue, chosen)
        found = replace(found, reason=f"{found.reason} ({whose})")
        winner = found if clue is chosen else winner
        candidates.append(found)
    return winner, tuple(candidates)


def _fault(clue: Clue, clues: list[Clue], spoken: Spoken, fetched: date | None) -> str:
    """What makes a candidate impossible, "" when nothing does.

    What the text speaks of (or a comment under it) does not outweigh two kinds of evidence that agree.
    """
    first, last = edtf.bounds(clue.value)
    if first is None or last is None:
        return f"“{clue.said}” is no day of the calendar"
    if not _FIRST_YEAR <= first.year <= _LAST_YEAR:
        return f"{clue.value} is what a program writes when it knows no date"
    if fetched and (first - fetched).days > _SAME:
        return f"{clue.value} lies after the page was fetched on {fetched.isoformat()}"
    agreeing = {other.kind for other in clues if other.value == clue.value} - {clue.kind, LINK, UPDATED}
    if spoken.proof and last < spoken.proof and not agreeing and clue.kind not in (LINK, UPDATED, SPOKEN):
        back = spoken.proof.isoformat()
        if spoken.latest_span and spoken.latest == spoken.proof:
            back = spoken.latest_span.text
        return f"{clue.value} lies before “{back}”, which the text already speaks of"
    return ""


def _choose(clues: list[Clue], start: int) -> Clue | None:
    """Best kind first; of equal ones the day that most say, then the one nearest to the article's start."""
    if not clues:
        return None
    best = max(RANK[clue.kind] for clue in clues)
    if best == RANK[LINK]:
        return max(clues, key=lambda clue: (clue.value or "", _place(clue)))
    near = [clue for clue in clues if RANK[clue.kind] == best]
    if best in (RANK[STAMP], RANK[LABELLED]):
        return min(near, key=lambda clue: (abs(_place(clue) - start), clue.value or ""))
    if best == RANK[TIME_TAG]:
        backed = [clue for clue in near if _same_day(clue, clues, other_kind=True)]
        return (backed or near)[0]
    return min(near, key=lambda clue: (-_same_day(clue, clues), -_agreeing(clue, clues), clue.value or ""))


def _place(clue: Clue) -> int:
    return clue.span.start if clue.span else -1


def _same_day(clue: Clue, clues: list[Clue], other_kind: bool = False) -> int:
    others = (other for other in clues if other is not clue and other.value == clue.value)
    return sum(1 for other in others if not other_kind or other.kind != clue.kind)


def _agreeing(clue: Clue, clues: list[Clue]) -> int:
    return sum(1 for other in clues if other is not clue and _agree(clue.value, other.value))


def _agree(one: str | None, other: str | None) -> bool:
    first, last = edtf.bounds(one)
    other_first, other_last = edtf.bounds(other)
    if not first or not last or not other_first or not other_last:
        return False
    return (first - other_last).days <= _SAME and (other_first - last).days <= _SAME


def _winner(clue: Clue, clues: list[Clue]) -> DateCandidate:
    value = clue.value or ""
    agreeing = [c for c in clues if c is not clue and c.kind != LINK and _agree(c.value, value)]
    rivals = [c for c in clues if c.kind == clue.kind and not _agree(c.value, value)]
    if clue.kind == LINK:
        near = sorted(
            {(c.value or "").rstrip("~") for c in clues if c.kind == LINK and _near(c.value, value)}
        )
        value = f"{value.rstrip('~')}~"
        what = " and ".join([", ".join(near[:-1]), near[-1]] if len(near) > 1 else near)
        text = f"link lines on the page carry {what} (“{_short(clue.said)}”): the article is about as old"
    elif clue.kind in (SPOKEN, AGE):
        text = clue.said
    else:
        text = f"the {clue.origin} says “{_short(clue.said)}”"
    if agreeing:
        text += "; " + ", ".join(sorted({f"the {c.origin} “{_short(c.said)}” agrees" for c in agreeing}))
    if rivals and clue.kind == STAMP:
        value = f"{value.rstrip('~')}~"
        text += f"; {', '.join(sorted({c.value or '' for c in rivals}))} stands on the page with equal right"
    return DateCandidate(value, clue.origin, True, text, clue.span)


def _near(one: str | None, other: str | None) -> bool:
    first, last = edtf.latest_day(one), edtf.latest_day(other)
    return first is not None and last is not None and abs((last - first).days) <= _LINK_REACH


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _other(clue: Clue, chosen: Clue | None) -> DateCandidate:
    value = clue.value or clue.said
    if clue.fault:
        return DateCandidate(value, clue.origin, False, clue.fault, clue.span)
    if chosen is None:
        reason = f"“{_short(clue.said)}” says when the page was changed, not when it was published"
        return DateCandidate(value, clue.origin, False, reason, clue.span)
    if clue.kind == LINK:
        near = _near(clue.value, chosen.value)
        reason = f"a link line of {clue.value} beside an article of {chosen.value}"
        return DateCandidate(value, clue.origin, near, reason, clue.span)
    if _agree(clue.value, chosen.value):
        reason = f"“{_short(clue.said)}” agrees with {chosen.value} ({chosen.origin})"
        return DateCandidate(value, clue.origin, True, reason, clue.span)
    return DateCandidate(value, clue.origin, False, _conflict(clue, chosen), clue.span)


def _conflict(clue: Clue, chosen: Clue) -> str:
    said = f"“{_short(clue.said)}” conflicts with {chosen.value} ({chosen.origin} “{_short(chosen.said)}”)"
    if clue.kind == UPDATED:
        return f"“{_short(clue.said)}” is when the page was changed, not published ({chosen.value})"
    if chosen.kind == LABELLED and clue.kind == STAMP:
        return f"{said}, and no word beside it says what it is the date of"
    if clue.kind == ADDRESS:
        return f"{said}, which speaks of the article itself rather than of its address"
    return f"{said}, which is the stronger evidence"


def _name_of(article: Article) -> str:
    """The title or the beginning of the text."""
    return _short(article.title or article.text.strip().partition("\n")[0])


def _unknown_reason(article: Article, candidates: tuple[DateCandidate, ...], spoken: Spoken) -> Reason:
    title = _name_of(article)
    spans: tuple[Span, ...] = ()
    if candidates:
        text = f"nothing dates it: {candidates[0].reason}"
        if len(candidates) > 1:
            text += f" ({len(candidates) - 1} more rejected)"
    else:
        text = f"no field, address, stamp or link line on the page dates “{title}”"
        vague = [article.text[t.start : t.end] for t in spoken.times if t.edtf is None][:3]
        if vague:
            text += "; the time words of its text (" + ", ".join(f"“{v}”" for v in vague) + ") name no day"
    if spoken.latest_span and spoken.latest:
        spans = (spoken.latest_span,)
        text += (
            f"; it speaks of “{spoken.latest_span.text}”, so it is not older than {spoken.latest.isoformat()}"
        )
    return Reason(text, spans)
