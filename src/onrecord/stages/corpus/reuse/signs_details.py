"""Signs in details: figures blurred or lost, names cut short or lost, sources that vanish."""

from collections.abc import Iterator
from itertools import pairwise

from onrecord.data import Span, span_of
from onrecord.stages.corpus.reuse.figures import Figure
from onrecord.stages.corpus.reuse.readings import Meeting, Name, Reading, name_key
from onrecord.stages.corpus.reuse.sided import clip
from onrecord.stages.corpus.reuse.sign import Sign
from onrecord.text.fold import Word

CLOSE = 0.15
SMALLEST = 3.0
MOST = 8
FAMILY = 2


def _shown(reading: Reading, figure: Figure) -> str:
    return reading.text[figure.first.start : figure.last.end]


def blurred_figures(meeting: Meeting) -> Iterator[Sign]:
    """It has a rounder figure close to one of the other ("some 70" for 74), of the same thing."""
    this, other = meeting.this, meeting.other
    gone = [one for one in other.figures if one.value not in this.values and not _is_year(other, one)]
    used: set[float] = set()
    for own in this.figures:
        if own.value in other.values or own.value in used or own.value < SMALLEST or _is_year(this, own):
            continue
        for theirs in gone:
            near = abs(own.value - theirs.value) <= CLOSE * max(own.value, theirs.value)
            if near and own.digits < theirs.digits and _of_one(meeting, own, theirs):
                used.add(own.value)
                where = this.near(own.first, 70)
                text = f"it has “{_shown(this, own)}” for the other's “{_shown(other, theirs)}”: “{where}”"
                yield Sign(this.at(own.first, own.last), text)
                break


def _is_year(reading: Reading, figure: Figure) -> bool:
    shown = _shown(reading, figure)
    return len(shown) == 4 and shown.isdigit() and 1500 <= figure.value < 2200


def _of_one(meeting: Meeting, own: Figure, theirs: Figure) -> bool:
    """Whether two figures count one thing: their sentences are aligned, or the word after them is one."""
    this, other = meeting.this, meeting.other
    mine, beside = this.sentence_at(own.first.start), other.sentence_at(theirs.first.start)
    if any(mine in numbers and beside in others for numbers, others in meeting.pairs):
        return True
    units = [reading.after(figure.last) for reading, figure in ((this, own), (other, theirs))]
    return meeting.across or (bool(units[0]) and units[0][:5] == units[1][:5])


def approximates(meeting: Meeting) -> Iterator[Sign]:
    """It puts "about" or "over" before a figure that the other gives bare."""
    this, other = meeting.this, meeting.other
    bare = {one.value for one in other.figures} - {one.value for one in other.figures if one.approximate}
    plain = {one.value for one in this.figures if not one.approximate}
    for own in this.figures:
        if own.approximate and own.value in bare and own.value not in plain:
            where = this.near(own.first, 70)
            yield Sign(
                this.at(own.first, own.last),
                f"it is vague about “{_shown(this, own)}”, which the other gives bare: “{where}”",
            )


def vague_counts(meeting: Meeting) -> Iterator[Sign]:
    """It counts without a figure ("dozens") where the other has figures that it lacks."""
    this, other = meeting.this, meeting.other
    gone = [one for one in other.figures if one.value not in this.values]
    if not gone:
        return
    seen: set[str] = set()
    theirs = {word.fold for word in other.words if other.known.dozens.holds(word.fold)}
    for word in this.plain(meeting.met):
        if not this.known.dozens.holds(word.fold) or word.fold in theirs or word.fold in seen:
            continue
        if meeting.across and theirs:
            continue
        seen.add(word.fold)
        figures = ", ".join(f"“{_shown(other, one)}”" for one in gone[:3])
        near = this.near(word, 70)
        yield Sign(this.at(word), f"it counts “{this.at(word).text}” without the other's {figures}: “{near}”")


def _figures_in(reading: Reading, sentences: tuple[int, ...]) -> list[Figure]:
    spans = [reading.side.profile.draft.sentences[number] for number in sentences]
    ranges = sorted((one.start, one.end) for one in spans)
    found, at = [], 0
    for figure in reading.figures:
        while at < len(ranges) and ranges[at][1] <= figure.first.start:
            at += 1
        if at < len(ranges) and ranges[at][0] <= figure.first.start:
            found.append(figure)
    return found


def lost_figures(meeting: Meeting) -> Iterator[Sign]:
    """In what both tell, the other has figures that this one has nowhere."""
    this, other = meeting.this, meeting.other
    seen: set[float] = set()
    for figure in _figures_in(other, meeting.met_other):
        if figure.value in this.values or figure.value in seen or len(seen) >= MOST:
            continue
        seen.add(figure.value)
        span = _beside(meeting, figure.first.start)
        near = other.near(figure.first, 70)
        yield Sign(span, f"it lacks “{_shown(other, figure)}” of the other: “{near}”")


def _beside(meeting: Meeting, place: int) -> Span:
    """The sentence of this article that is aligned with the other's at an offset; else its first."""
    this, other = meeting.this, meeting.other
    for own, theirs in meeting.pairs:
        for number in theirs:
            one = other.side.profile.draft.sentences[number]
            if one.start <= place < one.end:
                return this.side.sentence(own[0])
    return this.side.sentence(this.body[0]) if this.body else span_of(this.text, 0, 0)


def _names_in(reading: Reading, sentences: tuple[int, ...]) -> list[Name]:
    ranges = [reading.side.profile.draft.sentences[number] for number in sentences]
    found, at = [], 0
    for name in reading.names:
        while at < len(ranges) and ranges[at].end <= name.words[0].start:
            at += 1
        if at < len(ranges) and ranges[at].start <= name.words[0].start:
            found.append(name)
    return found


def lost_names(meeting: Meeting) -> Iterator[Sign]:
    """In what both tell, the other has names that this one has nowhere."""
    this, other = meeting.this, meeting.other
    if meeting.across and "de" in (this.language, other.language):
        return  # German writes every noun with a capital
    known = this.keys | {name_key(fold) for fold in this.folds}
    seen: set[str] = set()
    for name in _names_in(other, meeting.met_other):
        missing = [key for key in name.keys if key not in known and key not in seen]
        if not name.sure or len(missing) < len(name.keys) or len(seen) >= MOST:
            continue
        seen.update(missing)
        shown = other.at(name.words[0], name.words[-1]).text
        near = other.near(name.words[0], 70)
        yield Sign(_beside(meeting, name.words[0].start), f"it lacks “{shown}” of the other: “{near}”")


def _longest(reading: Reading) -> dict[str, Name]:
    """The longest name in which each key stands (the last word of it or the one before)."""
    longest: dict[str, Name] = {}
    for name in reading.names:
        for key in name.keys[-FAMILY:]:
            if key not in longest or len(name.keys) > len(longest[key].keys):
                longest[key] = name
    return longest


def shortened_names(meeting: Meeting) -> Iterator[Sign]:
    """It has a bare surname that it never introduces; the other has the full name."""
    this, other = meeting.this, meeting.other
    mine, theirs = _longest(this), _longest(other)
    for key, full in sorted(theirs.items(), key=lambda item: item[1].words[0].start):
        own = mine.get(key)
        if (
            own is None
            or len(own.keys) > 1
            or len(full.keys) < FAMILY
            or full.keys[-1] != key
            or len(key) < 2
        ):
            continue
        if not meeting.across and own.words[0].fold[:3] != full.words[-1].fold[:3]:
            continue
        if full.keys[-2] in this.keys:
            continue  # the first name stands somewhere
        shown = other.at(full.words[0], full.words[-1]).text
        near = this.near(own.words[0], 70)
        bare = this.at(own.words[0])
        yield Sign(bare, f"it never says who “{bare.text}” is, the other has “{shown}”: “{near}”")


def nameless(meeting: Meeting) -> Iterator[Sign]:
    """It has "a farmer" or "one witness" where the other gives the name."""
    this, other = meeting.this, meeting.other
    for own, theirs in meeting.pairs:
        people = [
            (before, word)
            for number in own
            for before, word in _adjacent(this, number)
            if before.fold in this.known.one and this.known.people.holds(word.fold)
        ]
        if not people:
            continue
        gone = [
            name
            for name in _names_in(other, theirs)
            if len(name.keys) >= FAMILY and name.sure and not set(name.keys) & this.keys
        ]
        if gone:
            before, word = people[0]
            shown = other.at(gone[0].words[0], gone[0].words[-1]).text
            span = this.at(before, word)
            yield Sign(span, f"it has “{span.text}” for “{shown}”: “{this.near(word, 70)}”")


def _adjacent(reading: Reading, number: int) -> Iterator[tuple[Word, Word]]:
    found = reading.side.words(number)
    yield from pairwise(found)
    for first, _, last in zip(found, found[1:], found[2:], strict=False):
        yield first, last


def unattributed(meeting: Meeting) -> Iterator[Sign]:
    """It states what the other lays to somebody ("the ministry said", "according to")."""
    this, other = meeting.this, meeting.other
    for own, theirs in meeting.pairs:
        if _telling(this, own) or not (cue := _telling(other, theirs)):
            continue
        span = this.side.sentence(own[0])
        near = clip(span.text, 70)
        yield Sign(span, f"it states as its own “{near}”, where the other has “{cue}”")


def _telling(reading: Reading, sentences: tuple[int, ...]) -> str:
    """The first word that lays something to somebody, in its surroundings; "" without."""
    found = reading.plain(sentences)
    for word in found:
        if reading.known.telling.holds(word.fold) and not word.capital:
            return reading.near(word, 60) if len(found) < 4 else _around(reading, word)
    for span in reading.phrases(found, reading.known.according):
        return span.text
    return ""


def _around(reading: Reading, word: Word) -> str:
    start = max(0, reading.text.rfind(" ", 0, max(0, word.start - 25)) + 1)
    return " ".join(reading.text[start : word.end].split())
