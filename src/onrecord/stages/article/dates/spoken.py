"""What an article's own words say about when it was written: the latest time it looks back on."""

from dataclasses import dataclass
from datetime import date

from onrecord.data import Article, Language, Span, page_spans, span_of
from onrecord.lang.time_words import ENGLISH, time_words
from onrecord.stages.article.dates.evidence import SPOKEN, Clue, day_name
from onrecord.text import edtf
from onrecord.text.timex import Timex, find_timexes
from onrecord.text.timex.words import TimeWords

_YEARS_TRIED = 30


@dataclass(frozen=True, slots=True)
class Spoken:
    """Time expressions read without a publication date, and the latest of them looked back on.

    `proof` is the latest that names a month or day: a bare year may still be a plan or a model's name.
    """

    times: tuple[Timex, ...]
    latest: date | None
    latest_span: Span | None
    proof: date | None = None


def read_spoken(article: Article, language: Language, limit: date | None) -> Spoken:
    """Read the text with no anchor. Times after `limit` (the fetch) cannot be looked back on."""
    words = time_words(language.code) or ENGLISH
    times = find_timexes(article.text, words, None)
    latest: date | None = None
    latest_span: Span | None = None
    proof: date | None = None
    for timex in times:
        start = edtf.earliest_day(timex.edtf)
        if start is None or timex.relative or timex.kind not in ("DATE", "TIME"):
            continue
        if (limit is not None and start > limit) or not _looks_back(article.text, timex, words):
            continue
        if timex.month is not None and (proof is None or start > proof):
            proof = start
        if latest is None or start > latest:
            latest, latest_span = start, span_of(article.text, timex.start, timex.end)
    return Spoken(times, latest, latest_span, proof)


def _looks_back(text: str, timex: Timex, words: TimeWords) -> bool:
    """Whether the sentence speaks of this time as gone by: not "by 2030", "will", "the 2030 plan"."""
    before = text[max(0, timex.start - 40) : timex.start]
    near = before.rpartition(". ")[2].rpartition("\n")[2].lower().split()[-3:]
    if timex.tense > 0 or any(word in words.until or word in words.future for word in near):
        return False
    if timex.month is not None:
        return timex.tense < 0
    after = text[timex.end : timex.end + 1]
    placed = bool(near) and (near[-1] in words.before or near[-1] in words.since)
    return timex.tense < 0 and (placed or not words.before) and after not in ("-", "/", "’", "'")


def weekday_clues(page_text: str, article: Article, spoken: Spoken) -> list[Clue]:
    """ "Saturday, December 23": the first year after what the text looks back on in which that is so."""
    clues: list[Clue] = []
    for timex in spoken.times:
        if timex.weekday is None or timex.month is None or timex.day is None or timex.year is not None:
            continue
        words = article.text[timex.start : timex.end]
        span = _on_page(page_text, article, timex)
        if spoken.latest is None:
            fault = f"“{words}” has no year, and the text names no year that it looks back on"
            clues.append(Clue(None, SPOKEN, SPOKEN, words, span, fault))
            continue
        found = _first_year(spoken.latest, timex.month, timex.day, timex.weekday)
        if found is None:
            continue
        back = spoken.latest_span.text if spoken.latest_span else str(spoken.latest.year)
        said = (
            f"“{words}”: {found.isoformat()} is the first {day_name(timex.weekday)} on that day of the year "
            f"after “{back}”, the latest time that the text looks back on"
        )
        clues.append(Clue(f"{found.isoformat()}~", SPOKEN, SPOKEN, said, span))
    return clues


def _first_year(after: date, month: int, day: int, weekday: int) -> date | None:
    for year in range(after.year, after.year + _YEARS_TRIED):
        found = edtf.safe_date(year, month, day)
        if found and found >= after and found.weekday() == weekday:
            return found
    return None


def _on_page(page_text: str, article: Article, timex: Timex) -> Span | None:
    ranges = page_spans(article, timex.start, timex.end)
    return span_of(page_text, ranges[0][0], ranges[-1][1]) if ranges else None


def supports(article: Article, spoken: Spoken, day: date) -> list[Span]:
    """Days without a year in the text that lie in the two weeks before `day`: they fit it."""
    found = []
    for timex in spoken.times:
        if timex.month is None or timex.day is None or timex.year is not None:
            continue
        said = edtf.safe_date(day.year, timex.month, timex.day)
        fits = said is not None and 0 <= (day - said).days <= 14
        if fits and (timex.weekday is None or (said and said.weekday() == timex.weekday)):
            found.append(span_of(article.text, timex.start, timex.end))
    return found
