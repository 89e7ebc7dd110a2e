"""Signs of a piece that was put in: shared words that the rest of the article neither prepares nor needs."""

import math
from collections.abc import Iterator

from onrecord.stages.corpus.reuse.readings import Meeting, Reading
from onrecord.stages.corpus.reuse.sign import Sign
from onrecord.text.fold import Word
from onrecord.text.stems import stem

LEAST_SHARED = 15
LEAST_OWN = 8
TELLING = 0.03
NEARLY_ALL = 0.85
LONGER = 1.08


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


def foreign(meeting: Meeting) -> Iterator[Sign]:
    """What is its own has less to do with the shared words than what is the other's own."""
    parts = _parts(meeting)
    if parts is None or meeting.across:
        return
    this, other = meeting.this, meeting.other
    mine, theirs = parts
    if min(len(mine.own), len(theirs.own)) < LEAST_OWN:
        return
    shared = set(_terms(this, mine.shared)) | set(_terms(other, theirs.shared))
    own, beside = _terms(this, mine.own), _terms(other, theirs.own)
    mine_akin = _weight(this, [root for root in own if root in shared]) / max(1.0, _weight(this, [*own]))
    akin = [root for root in beside if root in shared]
    theirs_akin = _weight(other, akin) / max(1.0, _weight(other, [*beside]))
    if theirs_akin - mine_akin <= 0.01 or not akin:
        return
    shown = ", ".join(f"“{other.at(beside[root]).text}”" for root in akin[:3])
    near = this.near(mine.own[0], 60)
    text = f"what stands around the shared words here (“{near}”) is further from them than in the other, which goes on about {shown}"
    yield Sign(this.at(mine.own[0]), text, round(theirs_akin - mine_akin, 4))


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


def own_opening(meeting: Meeting) -> Iterator[Sign]:
    """It has words of its own before the shared ones, with which the other opens."""
    parts = _parts(meeting)
    if parts is None:
        return
    mine, theirs = parts
    if theirs.first_shared == theirs.first >= 0 and mine.first_shared > mine.first + LEAST_OWN:
        this = meeting.this
        near, start = this.near(this.words[mine.first], 60), meeting.other.near(theirs.shared[0], 60)
        yield Sign(
            this.at(this.words[mine.first]),
            f"it opens with words of its own, “{near}”, the other with the shared “{start}”",
        )


def cut(meeting: Meeting) -> Iterator[Sign]:
    """Nearly all its words stand in the other, which has more: it was cut from it."""
    parts = _parts(meeting)
    if parts is None:
        return
    mine, theirs = parts
    if len(mine.shared) >= NEARLY_ALL * mine.size and theirs.size >= LONGER * len(mine.shared):
        text = f"nearly all of its {mine.size} words stand in the other, which has {theirs.size}: it was cut"
        last = meeting.this.body[-1]
        yield Sign(meeting.this.side.sentence(last), text)


def _definite_first(reading: Reading) -> dict[str, tuple[Word, bool]]:
    """For each stem of a plain word its first place and whether an article stands before it there."""
    found: dict[str, tuple[Word, bool]] = {}
    for at in range(1, len(reading.words)):
        word = reading.words[at]
        if reading.sentence_of[at] in reading.headings or len(word.fold) < 4:
            continue
        definite = reading.words[at - 1].fold in reading.known.definite
        found.setdefault(stem(word.fold, reading.language), (word, definite))
    return found


def unannounced(meeting: Meeting) -> Iterator[Sign]:
    """It speaks of "the guarantee" at once; the other has brought it in before."""
    this, other = meeting.this, meeting.other
    if meeting.across or not this.known.definite:
        return
    mine, theirs = _definite_first(this), _definite_first(other)
    met = {this.side.profile.draft.sentences[number].start for number in meeting.met}
    for root, (word, definite) in mine.items():
        if not definite or root not in theirs or theirs[root][1] or reading_common(this, root):
            continue
        number = next(
            (
                s
                for s in (this.side.profile.draft.sentences[n] for n in meeting.met)
                if s.start <= word.start < s.end
            ),
            None,
        )
        if number is None or number.start not in met:
            continue
        before = other.near(theirs[root][0], 60)
        yield Sign(
            this.at(word),
            f"it says “the {this.at(word).text}” at once, the other brings it in before: “{before}”"
            if this.language == "en"
            else f"it has “{this.at(word).text}” as known, the other brings it in before: “{before}”",
        )


def reading_common(reading: Reading, root: str) -> bool:
    """Whether a stem is too common to need bringing in."""
    return reading.prior(root) > 0.2
