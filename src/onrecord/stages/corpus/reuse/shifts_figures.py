"""Shifts of figures, weekdays and the spelling of names between two passages that tell the same."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from onrecord.data import Shift, Span
from onrecord.lang.commitment import weekday_of
from onrecord.stages.corpus.reuse.beside import Beside, overlap, telling, words_in
from onrecord.stages.corpus.reuse.figures import Figure
from onrecord.stages.corpus.reuse.readings import Reading
from onrecord.stages.corpus.reuse.sided import clip
from onrecord.text.fold import Word

CLOSE = 0.15
UNIT = 4
SPELLED = (75.0, 99.0)
ENDING = 3
SAME_MATTER = 0.4
LEAST = 10.0
FAR = 3.0
HOURS = frozenset("am pm uhr gmt utc oclock o'clock".split())


def figure_shifts(earlier: Reading, later: Reading, pair: Beside) -> Iterator[Shift]:
    """A figure that stands nowhere in the later article, and there another one of the same thing."""
    if pair.headed:
        return
    gone = [one for one in _figures_in(earlier, pair.earlier) if one.value not in later.values]
    new = [one for one in _figures_in(later, pair.later) if one.value not in earlier.values]
    for own in new:
        rivals = [one for one in gone if _of_one(earlier, one, later, own)]
        if len(rivals) != 1 or len([one for one in new if _of_one(earlier, rivals[0], later, one)]) != 1:
            continue
        left = _whole(earlier, rivals[0])
        right = _whole(later, own)
        how = "rounded" if own.digits < rivals[0].digits else "changed"
        near = clip(pair.later.text, 80)
        yield Shift("number", left, right, f"“{left.text}” became “{right.text}” ({how}) in “{near}”.")


def _figures_in(reading: Reading, span: Span) -> list[Figure]:
    return [one for one in reading.figures if span.start <= one.first.start < span.end]


def _whole(reading: Reading, figure: Figure) -> Span:
    return reading.at(figure.first, figure.last)


def _close(one: Figure, other: Figure) -> bool:
    return abs(one.value - other.value) <= CLOSE * max(one.value, other.value)


def _of_one(earlier: Reading, one: Figure, later: Reading, other: Figure) -> bool:
    """Whether two figures count the same thing: a blurred value, or the same word after both."""
    if any(_is_year(r, f) or _is_time(r, f) for r, f in ((earlier, one), (later, other))):
        return False
    if min(one.value, other.value) >= LEAST and _close(one, other) and other.digits != one.digits:
        return True
    if earlier.language != later.language or max(one.value, other.value) > FAR * min(one.value, other.value):
        return False
    units = earlier.after(one.last), later.after(other.last)
    return len(units[0]) >= UNIT and units[0][: UNIT + 1] == units[1][: UNIT + 1]


def _is_time(reading: Reading, figure: Figure) -> bool:
    """Whether a figure is a time of day ("4:51", "4.10 am")."""
    return ":" in _whole(reading, figure).text or reading.after(figure.last).replace(".", "") in HOURS


def _is_year(reading: Reading, figure: Figure) -> bool:
    shown = _whole(reading, figure).text
    return len(shown) == 4 and shown.isdigit()


def day_shifts(earlier: Reading, later: Reading, pair: Beside) -> Iterator[Shift]:
    """A weekday that stands nowhere in the later article, and there another that the earlier has not."""
    if pair.headed:
        return
    gone = _days(earlier, words_in(earlier, pair.earlier))
    new = _days(later, words_in(later, pair.later))
    theirs, ours = _days(earlier, list(earlier.words)), _days(later, list(later.words))
    if overlap(telling(earlier, pair.earlier.text), telling(later, pair.later.text)) < SAME_MATTER:
        return
    before = [word for day, word in sorted(gone.items()) if day not in ours]
    after = [word for day, word in sorted(new.items()) if day not in theirs]
    if len(before) == 1 and len(after) == 1:
        left, right = earlier.at(before[0]), later.at(after[0])
        near = clip(pair.later.text, 80)
        yield Shift("day", left, right, f"“{left.text}” became “{right.text}” in “{near}”.")


def _days(reading: Reading, found: list[Word]) -> dict[int, Word]:
    days: dict[int, Word] = {}
    for word in found:
        number = weekday_of(word.fold, reading.language)
        if number is not None:
            days.setdefault(number, word)
    return days


def name_shifts(earlier: Reading, later: Reading, pair: Beside) -> Iterator[Shift]:
    """A name that the later article spells otherwise, everywhere ("Kellan", "Kellen")."""
    if pair.headed or earlier.language != later.language or earlier.language == "de":
        return
    gone = [word for word in _name_words(earlier, pair.earlier) if word.fold not in later.folds]
    for word in _name_words(later, pair.later):
        if word.fold in earlier.folds:
            continue
        near = [one for one in gone if _misspelt(one.fold, word.fold)]
        if len(near) == 1:
            left, right = earlier.at(near[0]), later.at(word)
            where = clip(pair.later.text, 80)
            yield Shift("name", left, right, f"“{left.text}” is spelled “{right.text}” in “{where}”.")


def _name_words(reading: Reading, span: Span) -> list[Word]:
    found = [
        word
        for name in reading.names
        if name.sure and span.start <= name.words[0].start < span.end
        for word in name.words
    ]
    return list({word.fold: word for word in reversed(found)}.values())


def _misspelt(one: str, other: str) -> bool:
    """Whether two words are one name in two spellings, and neither is an inflected or derived form."""
    if one.endswith(other) or other.endswith(one):
        return False
    if min(len(one), len(other)) < 5 or not SPELLED[0] <= fuzz.ratio(one, other) <= SPELLED[1]:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
    return shared < min(len(one), len(other)) - ENDING
