"""Signs in words that name a day: moved on by a later writer, left standing, or giving the lie to a date.

Deixis tells when words were written: "today" under one date and "yesterday" under another. A page's date
may lie, so a date that its own words contradict counts for nothing (`doubted`), and what rests on dates
alone is kept apart from what the words say by themselves.
"""

from collections.abc import Iterator
from datetime import date

from onrecord.stages.corpus.reuse.deixis import Beside, DayWord
from onrecord.stages.corpus.reuse.readings import Meeting, Reading
from onrecord.stages.corpus.reuse.sign import Sign
from onrecord.text.edtf import add_days, exact_day

FRESH = 2  # days for which a bare weekday is the ordinary way to name a day
OLD = 5  # days after which it is not
NEAR = 3  # days between words and date that can be told from a week less as many
MONTH = 31
WEEK = 7


def day_of(reading: Reading) -> date | None:
    """The day that an article is dated, None where that is not sure to the day."""
    value = reading.side.findings.published.value
    return None if value is None or any(mark in value for mark in "~?%") else exact_day(value)


def moved_on(meeting: Meeting) -> Iterator[Sign]:
    """It has "yesterday" where the other has "today": by its own words it was written a day later."""
    for mine, theirs in meeting.days_beside:
        if mine.shift is None or theirs.shift is None or mine.shift >= theirs.shift:
            continue
        if mine.part and theirs.part and mine.part != theirs.part:
            continue  # "this morning" and "last night" are two times
        text = (
            f"it has “{mine.span.text}” where the other has “{theirs.span.text}”, so it was written later: "
            f"“{_near(meeting.this, mine)}”"
        )
        yield Sign(mine.span, text)


def half_moved(meeting: Meeting) -> Iterator[Sign]:
    """It turned the other's "today" into a weekday and left another "today" or "tomorrow" standing."""
    pairs = meeting.days_beside
    turned = [
        (mine, theirs) for mine, theirs in pairs
        if mine.shift is None and theirs.shift is not None and theirs.weekday is None
    ]  # fmt: skip
    if not turned or any(mine.shift is not None and theirs.shift is None for mine, theirs in pairs):
        return
    for mine, theirs in pairs:
        if mine.shift is not None and mine.shift == theirs.shift:
            one, other = turned[0]
            text = (
                f"it has “{one.span.text}” for the other's “{other.span.text}” but leaves "
                f"“{mine.span.text}” standing: “{_near(meeting.this, mine)}”"
            )
            yield Sign(mine.span, text)
            return


def stale(meeting: Meeting) -> Iterator[Sign]:
    """It keeps the other's "today" or "on Friday" although its date is another day; the other's fits."""
    this, other = meeting.this, meeting.other
    own, theirs = day_of(this), day_of(other)
    if own is None:
        return
    for mine, kept in meeting.days_beside:
        why = ""
        if mine.shift is not None and mine.shift == kept.shift:
            gap, beside_gap = _gap(own, mine, (mine, kept)), _gap(theirs, kept, (mine, kept))
            if gap is not None and gap > 0 and beside_gap in (None, 0):
                why = f"(the other “{kept.span.text}”)"
        elif _bare(mine) and _bare(kept) and mine.weekday == kept.weekday and mine.past and kept.past:
            if (
                theirs is not None
                and _is_fresh(kept, theirs)
                and (own - theirs).days + _age(theirs, kept) >= OLD
            ):
                why = f"of the other, which is dated {theirs.isoformat()}"
            elif (written := _written_beside(this, mine, own)) and _holds(theirs, written):
                why = f"beside “{written.span.text}”, its {mine.span.text}"
        if why:
            near = _near(this, mine)
            yield Sign(
                mine.span, f"it keeps “{mine.span.text}” {why}, but is dated {own.isoformat()}: “{near}”"
            )


def _is_fresh(word: DayWord, day: date) -> bool:
    """Whether a bare weekday means a day shortly before a date."""
    return word.day is not None and 0 <= (day - word.day).days <= FRESH


def _written_beside(reading: Reading, word: DayWord, own: date) -> DayWord | None:
    """A date written out in a text that says which day its bare weekday was, where that is long past."""
    age = _age(own, word)
    if age < OLD:
        return None
    for days_told in reading.days_told.values():
        for one in days_told:
            day = one.written_day
            if day is not None and day.weekday() == word.weekday and (own - day).days in (age, age + WEEK):
                return one
    return None


def _holds(theirs: date | None, written: DayWord) -> bool:
    """Whether the other article has no date, or one shortly after the day written out."""
    return theirs is None or (
        written.written_day is not None and 0 <= (theirs - written.written_day).days <= FRESH
    )


def belied(meeting: Meeting) -> Iterator[Sign]:
    """It is dated before the day of which it tells: its date is wrong and cannot make it the earlier."""
    this, other = meeting.this, meeting.other
    own, theirs = day_of(this), day_of(other)
    if own is None:
        return
    for mine, kept in meeting.days_beside:
        told = _told_before(own, theirs, mine, kept)
        if told is not None:
            text = (
                f"it is dated {own.isoformat()} and tells with “{mine.span.text}” of {told.isoformat()}, "
                f"where the other has “{kept.span.text}”: “{_near(this, mine)}”"
            )
            yield Sign(mine.span, text)


def _told_before(own: date, theirs: date | None, mine: DayWord, kept: DayWord) -> date | None:
    """The day of which it tells where that lies after its date, None where it does not."""
    if mine.shift is not None and mine.shift <= 0:
        gap = _gap(own, mine, (mine, kept))
        if gap is not None and gap < 0 and (mine.past or mine.shift < 0):
            day = add_days(own, mine.shift - gap)
            return day if day is not None and day >= own else None
        return None
    if not _bare(mine) or not mine.past or theirs is None or mine.day is None or mine.day > own:
        return None
    if kept.shift is not None and kept.shift <= 0:
        told = add_days(theirs, kept.shift)
        fits = told is not None and told.weekday() == mine.weekday
        return told if told is not None and fits and 0 < (told - own).days <= NEAR else None
    if _bare(kept) and kept.weekday == mine.weekday and kept.day is not None:
        fresh = _age(theirs, kept) <= FRESH and kept.day <= theirs
        return kept.day if fresh and 0 < (kept.day - own).days <= NEAR else None
    return None


def doubted(meeting: Meeting) -> str:
    """Words of either article by which a date cannot be right, "" where none speak against the dates."""
    this, other = meeting.this, meeting.other
    own, theirs = day_of(this), day_of(other)
    if own is None or theirs is None:
        return ""
    for mine, kept in meeting.days_beside:
        for day, one, two in ((own, mine, kept), (theirs, kept, mine)):
            if _told_before(day, theirs if day is own else own, one, two) is not None:
                return one.span.text
            turned = one.shift is not None and one.shift != two.shift
            gap = _gap(day, one, (one, two)) if turned else 0
            if gap:
                return one.span.text
        if _apart(mine, kept) not in (None, (own - theirs).days):
            return mine.span.text
    return ""


def _apart(mine: DayWord, kept: DayWord) -> int | None:
    """How many days the first was written after the second, by two words for one day; None where alike."""
    if mine.shift is None or kept.shift is None or mine.shift == kept.shift or mine.part != kept.part:
        return None
    return kept.shift - mine.shift


def unmoved(meeting: Meeting) -> str:
    """The first "today" or "yesterday" that both have at the same place, "" without.

    Under two dates one of them is stale; which, the dates alone tell.
    """
    kept = (
        mine.span.text
        for mine, theirs in meeting.days_beside
        if mine.shift is not None and mine.shift == theirs.shift
    )
    return next(kept, "")


def _gap(day: date | None, word: DayWord, anchors: Beside) -> int | None:
    """By how many days a date lies after the day on which words with a shift were written.

    None where nothing says which day the shift means; a weekday says it up to NEAR days either way.
    """
    if day is None or word.shift is None:
        return None
    for one in anchors:
        if one.written_day is not None:
            gap = (day - one.written_day).days + word.shift
            return _settled(gap, word) if abs(gap) <= MONTH else None
    named = {one.weekday for one in anchors if one.weekday is not None}
    if len(named) != 1:
        return None
    gap = (day.weekday() - (named.pop() - word.shift)) % WEEK
    return _settled(gap if gap <= NEAR else gap - WEEK, word)


def _settled(gap: int, word: DayWord) -> int:
    """ "Last night" can be called by the day before and by the day itself."""
    return 0 if word.part == "NI" and abs(gap) == 1 else gap


def _bare(word: DayWord) -> bool:
    return word.shift is None and word.weekday is not None and word.written_day is None


def _age(day: date, word: DayWord) -> int:
    """Days from the latest such weekday to a date."""
    return (day.weekday() - (word.weekday or 0)) % WEEK


def _near(reading: Reading, word: DayWord) -> str:
    start = max(0, word.span.start - 40)
    return f"… {' '.join(reading.text[start : word.span.end + 40].split())}"
