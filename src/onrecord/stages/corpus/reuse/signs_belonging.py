"""Signs of a piece that was put in: shared words that the rest of the article neither prepares nor needs."""

import math
from collections.abc import Iterator

from onrecord.stages.corpus.reuse.readings import Meeting, Reading
from onrecord.stages.corpus.reuse.sided import clip
from onrecord.stages.corpus.reuse.sign import Sign
from onrecord.text.fold import Word
from onrecord.text.stems import stem
from onrecord.text.terms import is_number

LEAST_SHARED = 15
LEAST_OWN = 8
TELLING = 0.03
NEARLY_ALL = 0.85
LONGER = 1.08
LEAST_STUCK = 4
MOST_STUCK = 80
STRANGE = 0.12
KNOWN = 0.2


def _terms(reading: Reading, found: list[Word]) -> dict[str, Word]:
    """The words that tell something, by stem, at their first place."""
    terms: dict[str, Word] = {}
    for word in found:
        root = stem(word.fold, reading.language)
        if len(root) > 2 and not reading.known.calendar.holds(word.fold) and reading.prior(root) < TELLING:
            terms.setdefault(root, word)
    return terms


def _weight(reading: Reading, roots: list[str]) -> float:
    return sum(-math.log(reading.prior(root)) for root in roots)


class _Parts:
    """What an article shares word for word and what is its own, headings left out."""

    def __init__(self, reading: Reading, shared: tuple[bool, ...]) -> None:
        places = [at for at in range(len(reading.words)) if reading.sentence_of[at] not in reading.headings]
        self.shared = [reading.words[at] for at in places if shared[at]]
        self.own = [reading.words[at] for at in places if not shared[at]]
        self.first_shared = next((at for at in places if shared[at]), -1)
        self.first = places[0] if places else -1
        self.size = len(places)


def _parts(meeting: Meeting) -> tuple[_Parts, _Parts] | None:
    mine, theirs = _Parts(meeting.this, meeting.own), _Parts(meeting.other, meeting.theirs)
    if min(len(mine.shared), len(theirs.shared)) < LEAST_SHARED:
        return None
    return mine, theirs


def _akin(reading: Reading, own: list[Word], shared: set[str]) -> float:
    """The share of what own words tell that the shared words tell too."""
    terms = _terms(reading, own)
    return _weight(reading, [root for root in terms if root in shared]) / max(1.0, _weight(reading, [*terms]))


def _aside(reading: Reading, shared: tuple[bool, ...]) -> list[Word]:
    """The words of the first sentence that shares nothing and is more than a stamp."""
    sentences = reading.side.profile.draft.sentences
    for number in reading.body:
        one = sentences[number]
        found = [word for word in reading.words[one.first : one.last] if not is_number(word.fold)]
        if len(found) >= LEAST_STUCK and not any(shared[one.first : one.last]):
            return found
    return []


def stuck_on(meeting: Meeting) -> Iterator[Sign]:
    """A few words of its own have nothing to do with the shared ones: a notice, a link, a call to readers."""
    parts = _parts(meeting)
    if parts is None or meeting.across:
        return
    this, other = meeting.this, meeting.other
    mine, theirs = parts
    if not LEAST_STUCK <= len(mine.own) <= MOST_STUCK or len(mine.shared) < NEARLY_ALL * mine.size:
        return
    shared = set(_terms(this, mine.shared))
    aside = _aside(this, meeting.own)
    if not aside or _akin(this, mine.own, shared) > STRANGE:
        return
    if len(theirs.own) >= LEAST_STUCK and _akin(other, theirs.own, shared) <= STRANGE:
        return
    own = this.near(aside[0], 80)
    yield Sign(this.at(aside[0]), f"around the shared words it has, to other readers, “{own}”")


def unprepared(meeting: Meeting) -> Iterator[Sign]:
    """Words of the shared part that the other's own text has too, and this one's has not."""
    parts = _parts(meeting)
    if parts is None or meeting.across:
        return
    this, other = meeting.this, meeting.other
    mine, theirs = parts
    if len(theirs.own) < LEAST_OWN:
        return
    shared = _terms(this, mine.shared)
    own, beside = _terms(this, mine.own), _terms(other, theirs.own)
    total = max(1.0, _weight(this, [*shared]))
    held = _weight(this, [root for root in shared if root in own])
    only = [root for root in shared if root in beside and root not in own]
    gap = (_weight(this, [root for root in shared if root in beside]) - held) / total
    if gap <= 0.01 or not only:
        return
    shown = ", ".join(f"“{this.at(shared[root]).text}”" for root in only[:3])
    near = this.near(shared[only[0]], 60)
    yield Sign(
        this.at(shared[only[0]]),
        f"the shared words speak of {shown}, which only the other speaks of elsewhere: “{near}”",
        round(gap, 4),
    )


def headline_apart(meeting: Meeting) -> Iterator[Sign]:
    """Its headline has less of the words of its text than the other's has."""
    this, other = meeting.this, meeting.other
    mine, theirs = _headline(this), _headline(other)
    if not mine or not theirs or {*mine} == {*theirs}:
        return
    own, beside = _in_body(this, mine), _in_body(other, theirs)
    if beside - own >= 0.1:
        shown = clip(this.side.sentence(min(this.headings)).text, 60)
        full = clip(other.side.sentence(min(other.headings)).text, 60)
        span = this.side.sentence(min(this.headings))
        text = f"its headline “{shown}” takes less from the text than “{full}” does"
        yield Sign(span, text, round(beside - own, 4))


def _headline(reading: Reading) -> dict[str, Word]:
    """The telling words of the first heading."""
    first = sorted(reading.headings)[:1]
    return _terms(reading, list(reading.side.words(first[0]))) if first else {}


def _in_body(reading: Reading, terms: dict[str, Word]) -> float:
    body = {stem(word.fold, reading.language) for n in reading.body for word in reading.side.words(n)}
    return _weight(reading, [root for root in terms if root in body]) / max(1.0, _weight(reading, [*terms]))


def cut(meeting: Meeting) -> Iterator[Sign]:
    """Nearly all its words stand in the other, which goes on about the same: it was cut from it."""
    parts = _parts(meeting)
    if parts is None:
        return
    mine, theirs = parts
    if len(mine.shared) < NEARLY_ALL * mine.size or theirs.size < LONGER * len(mine.shared):
        return
    other = meeting.other
    if len(theirs.own) <= len(mine.own) + LEAST_OWN:
        return
    if not meeting.across and _akin(other, theirs.own, set(_terms(other, theirs.shared))) <= STRANGE:
        return
    near = other.near(theirs.own[0], 60)
    text = f"nearly all of its {mine.size} words stand in the other, which has “{near}” besides: it was cut"
    yield Sign(meeting.this.side.sentence(meeting.this.body[-1]), text)


def unannounced(meeting: Meeting) -> Iterator[Sign]:
    """In words that both have it speaks of "the guarantee" at once; the other has brought it in before."""
    this, other = meeting.this, meeting.other
    if meeting.across or not this.known.definite:
        return
    mine, theirs = this.first_uses, other.first_uses
    shared = {word.start for word, flag in zip(this.words, meeting.own, strict=True) if flag}
    for root, (word, definite) in mine.items():
        if not definite or word.start not in shared or root not in theirs or theirs[root][1]:
            continue
        if this.prior(root) > KNOWN:
            continue
        own, before = this.near(word, 60), other.near(theirs[root][0], 60)
        text = f"“{this.at(word).text}” stands as known in “{own}”, the other brings it in before: “{before}”"
        yield Sign(this.at(word), text)
