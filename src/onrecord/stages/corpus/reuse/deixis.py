"""Words by which a reporter names a day, as the signs of direction read them: "yesterday", "on Friday".

Made from the time expressions that the article stage found; what stands in quotation marks is left out,
since a quotation speaks from its own day.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.data import Span, TimeExpression, TimeKind, span_of
from onrecord.lang.past_forms import is_past_form
from onrecord.lang.time_words import ENGLISH, time_words
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.text.edtf import exact_day
from onrecord.text.timex.words import TimeWords, Token, tokenise

MAX_DAYS = 60
LONGEST = 60  # characters of an expression that is read
OVERNIGHT = "-1TNI"  # also the opposite of "for long": "the overnight leader"
REACH = 6  # words on either side in which a verb tells whether it was or will be
_AHEAD = frozenset(("to", "zu"))  # "to stop firing on Saturday"
_SHIFT = re.compile(r"(?P<count>-?[0-2])?(?:T(?P<part>[A-Z]{2}))?")
_NARRATED = ("vortag", "zuvor", "davor")  # counted from a day told of, not from the day of writing
_BESIDE = re.compile(r"[ \u00a0]?[,(][ \u00a0]?")  # "today, Tuesday", "today (Tuesday)"


@dataclass(frozen=True, slots=True)
class DayWord:
    """A day named by the reporter, in sentence `sentence`.

    `shift`: days from the day of writing ("yesterday" is -1); `weekday` (0 is Monday), named bare or beside
    a shift; `day`: what it means if its article's date is right; `written_day`: that of a date written out
    ("14 March"); `part`: of the day ("NI" for night); `past`: the words around it tell what was.
    """

    span: Span
    sentence: int
    shift: int | None
    weekday: int | None
    day: date | None
    written_day: date | None
    part: str
    past: bool = False


def day_words(side: Sided, sentence_at: tuple[tuple[int, int], ...]) -> tuple[DayWord, ...]:
    """The days that an article names outside quotation marks and captions, in order, at most MAX_DAYS.

    `sentence_at` holds start and end of each of its sentences.
    """
    words = time_words(side.findings.language.code) or ENGLISH
    inside = _outside(side)
    found: list[DayWord] = []
    number = 0
    for time in sorted(side.findings.times, key=lambda one: (one.span.start, one.span.end)):
        if time.kind not in (TimeKind.DATE, TimeKind.TIME) or len(time.span.text) > LONGEST:
            continue
        while number < len(sentence_at) and sentence_at[number][1] <= time.span.start:
            number += 1
        if number == len(sentence_at) or len(found) >= MAX_DAYS:
            break
        if sentence_at[number][0] > time.span.start or time.span.start not in inside:
            continue
        read = _read(time, tokenise(time.span.text, words), number)
        if read is None:
            continue
        read = replace(read, past=_tells_past(side, time.span, number, words))
        if found and _in_apposition(side.text, found[-1], read):
            found[-1] = _joined(side.text, found[-1], read)
        else:
            found.append(read)
    return tuple(found)


def _outside(side: Sided) -> frozenset[int]:
    """Where the words start that are the reporter's own."""
    draft = side.profile.draft
    return frozenset(word.start for word, state in zip(draft.words, draft.inside, strict=True) if not state)


def _tells_past(side: Sided, span: Span, number: int, words: TimeWords) -> bool:
    """Whether near an expression, in its sentence, stands a verb of the past and none that looks ahead."""
    own = side.plain_words(number)
    at = next((place for place, word in enumerate(own) if word.start >= span.start), len(own))
    near = [side.text[word.start : word.end].lower() for word in own[max(0, at - REACH) : at + REACH]]
    if any(word in words.future or word in _AHEAD for word in near):
        return False
    ends = words.past_endings
    return any(
        word in words.past
        or is_past_form(word, words.code)
        or (bool(ends) and len(word) > 4 and word.endswith(ends))
        for word in near
    )


def _read(time: TimeExpression, tokens: list[Token], number: int) -> DayWord | None:
    """One expression as a day; None for any that names no day or counts from a day told of."""
    tags = {token.tag for token in tokens}
    values = {token.tag: token.value for token in tokens}
    part = str(values.get("P", ""))
    weekday, day = values.get("W"), exact_day(time.value)
    if tags & {"I", "M"} and tags & {"I", "D", "O"}:
        return DayWord(time.span, number, None, day.weekday(), day, day, part) if day else None
    if isinstance(weekday, int):
        bare = not tags & set("lpvxzthRUV")
        return DayWord(time.span, number, None, weekday, day, None, part) if bare else None
    shift, named = _shift(tokens, part)
    if shift is None:
        return None
    return DayWord(time.span, number, shift, None, day, None, named)


def _shift(tokens: list[Token], part: str) -> tuple[int | None, str]:
    """Days from the day of writing, and the part of the day: "last night" is -1, "this morning" 0."""
    for token in tokens:
        if token.tag == "R" and not token.low.endswith(_NARRATED) and token.value != OVERNIGHT:
            found = _SHIFT.fullmatch(str(token.value))
            return (int(found["count"] or 0), found["part"] or part) if found else (None, "")
    tags = {token.tag for token in tokens}
    if part and not tags & set("xzvphW#UV"):
        return (-1, part) if "l" in tags else (0, part) if "t" in tags else (None, "")
    return None, ""


def _in_apposition(text: str, one: DayWord, other: DayWord) -> bool:
    between = text[one.span.end : other.span.start]
    named = one.weekday is not None or other.shift is not None
    return one.shift is not None and not named and _BESIDE.fullmatch(between) is not None


def _joined(text: str, one: DayWord, other: DayWord) -> DayWord:
    """ "today, Tuesday": a shift that says itself which day it means."""
    end = other.span.end + (text[other.span.end : other.span.end + 1] == ")")
    whole = span_of(text, one.span.start, end)
    return replace(one, span=whole, weekday=other.weekday, written_day=other.written_day)


Beside = tuple[DayWord, DayWord]


def days_beside(
    pairs: Iterable[tuple[Sequence[int], Sequence[int]]],
    mine: Mapping[int, Sequence[DayWord]],
    theirs: Mapping[int, Sequence[DayWord]],
) -> list[Beside]:
    """Days named at the same place of two aligned passages; `pairs` are the numbers of their sentences.

    Those of one word meet first; where each passage has one day left, it was put in other words.
    """
    found: list[Beside] = []
    for own, others in pairs:
        one = [day for number in own for day in mine.get(number, ())]
        other = [day for number in others for day in theirs.get(number, ())]
        same = [(day, kept) for day in one for kept in other if _word(day) == _word(kept)]
        words = [_word(day) for day, _ in same]
        found += [pair for pair in same if words.count(_word(pair[0])) == 1]
        one = [day for day in one if _word(day) not in words]
        other = [day for day in other if _word(day) not in words]
        if len(one) == len(other) == 1:
            found.append((one[0], other[0]))
    return found


def _word(day: DayWord) -> tuple[int | None, int | None, date | None]:
    return (day.shift, None, None) if day.shift is not None else (None, day.weekday, day.written_day)
