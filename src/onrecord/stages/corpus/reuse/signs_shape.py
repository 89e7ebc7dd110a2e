"""Signs in the shape of a text: shorter, contained in the other; and of a text in another language."""

import math
from collections.abc import Iterator

from onrecord.lang.name_endings import HOME_ENDINGS
from onrecord.stages.corpus.reuse.readings import Meeting, Reading, name_key
from onrecord.stages.corpus.reuse.sided import clip
from onrecord.stages.corpus.reuse.sign import Sign
from onrecord.text.stems import stem
from onrecord.text.translit import latin

TELLING = 0.05


def _size(reading: Reading) -> int:
    draft = reading.side.profile.draft
    return sum(draft.sentences[n].last - draft.sentences[n].first for n in reading.body)


def shorter(meeting: Meeting) -> Iterator[Sign]:
    """It is shorter; one for each time that the other is twice as long."""
    this, other = meeting.this, meeting.other
    own, theirs = _size(this), _size(other)
    if own < theirs and this.body and own:
        lead = clip(this.side.sentence(this.body[0]).text, 60)
        text = f"it has {own} words, the other {theirs}: “{lead}”"
        yield Sign(this.side.sentence(this.body[0]), text, round(math.log2(theirs / own), 4))


def _told(reading: Reading) -> dict[str, float]:
    """The telling stems of an article with their weights."""
    roots = {stem(word.fold, reading.language) for word in reading.words}
    return {
        root: -math.log(reading.prior(root))
        for root in sorted(roots)
        if len(root) > 2 and reading.prior(root) < TELLING
    }


def contained(meeting: Meeting) -> Iterator[Sign]:
    """More of what it tells stands in the other than the other way round."""
    this, other = meeting.this, meeting.other
    if not this.body:
        return
    if meeting.across:
        mine = dict.fromkeys(sorted({key for name in this.names for key in name.keys}), 1.0)
        theirs = dict.fromkeys(sorted({key for name in other.names for key in name.keys}), 1.0)
        if "de" in (this.language, other.language):
            return
        shared = (sum(k in other.keys for k in mine), sum(k in this.keys for k in theirs))
        own, beside = shared[0] / max(1, len(mine)), shared[1] / max(1, len(theirs))
    else:
        mine, theirs = _told(this), _told(other)
        own = sum(mine[r] for r in mine if r in theirs) / max(1.0, sum(mine.values()))
        beside = sum(theirs[r] for r in theirs if r in mine) / max(1.0, sum(theirs.values()))
    if own > beside:
        lead = clip(this.side.sentence(this.body[-1]).text, 60)
        text = f"{own:.0%} of what it tells stands in the other, {beside:.0%} the other way round: “{lead}”"
        yield Sign(this.side.sentence(this.body[-1]), text, round(own - beside, 4))


def _abroad(reading: Reading, raw: str) -> bool:
    """Whether a name ends as names do in the language of the text it stands in."""
    return latin(raw).endswith(HOME_ENDINGS.get(reading.language, ()))


def names_abroad(meeting: Meeting) -> Iterator[Sign]:
    """Names that both have are more at home in the other's language: commoner there, or of its endings."""
    this, other = meeting.this, meeting.other
    if not meeting.across or not this.body:
        return
    mine = {name_key(w.fold): w for name in reversed(this.names) for w in name.words}
    theirs = {name_key(w.fold): w for name in reversed(other.names) for w in name.words}
    total, best, count = 0.0, ("", "", 0.0), 0
    for key in sorted(set(mine) & set(theirs)):
        if len(key) < 3:
            continue
        own, beside = this.at(mine[key]).text, other.at(theirs[key]).text
        value = math.log(other.commonness(theirs[key]) / this.commonness(mine[key]))
        value = max(-2.0, min(2.0, value)) + 2.0 * (_abroad(other, beside) - _abroad(this, own))
        total, count = total + value, count + 1
        if value > best[2]:
            best = (own, beside, value)
    if count and total > 0 and best[0]:
        text = f"names are more at home in the other's language, as “{best[1]}” is, here “{best[0]}”"
        yield Sign(this.side.sentence(this.body[0]), text, round(total / math.sqrt(count), 4))
