"""Signs in the wording: distance, variation, padding, colour, time seen from further off."""

from collections.abc import Iterator

from onrecord.data import Span
from onrecord.stages.corpus.reuse.readings import Meeting, Reading
from onrecord.stages.corpus.reuse.sided import clip
from onrecord.stages.corpus.reuse.sign import Sign

MOST = 4


def hedged(meeting: Meeting) -> Iterator[Sign]:
    """It hedges ("reportedly", "is said to") what the other states flatly."""
    this, other = meeting.this, meeting.other
    for own, theirs in meeting.pairs:
        words, beside = this.plain(own), other.plain(theirs)
        if any(other.known.hedges.holds(w.fold) for w in beside):
            continue
        if any(other.phrases(beside, other.known.hedging)):
            continue
        spans = [this.at(w) for w in words if this.known.hedges.holds(w.fold)]
        for span in [*spans, *this.phrases(words, this.known.hedging)][:1]:
            near = clip(other.side.sentence(theirs[0]).text, 70)
            yield Sign(span, f"it hedges with “{span.text}” where the other has “{near}”")


def elegant(meeting: Meeting) -> Iterator[Sign]:
    """It varies the verb ("affirmed", "remarked") where the other plainly says "said"."""
    this, other = meeting.this, meeting.other
    for own, theirs in meeting.pairs:
        words, beside = this.plain(own), other.plain(theirs)
        plain = [w for w in beside if other.known.said.holds(w.fold)]
        fine = [w for w in words if this.known.elegant.holds(w.fold) and not w.capital]
        if plain and fine and not any(this.known.said.holds(w.fold) for w in words):
            said = other.at(plain[0]).text
            near = clip(other.side.sentence(theirs[0]).text, 70)
            text = f"“{this.at(fine[0]).text}” stands where the other plainly has “{said}”: “{near}”"
            yield Sign(this.at(fine[0]), text)


def inflated(meeting: Meeting) -> Iterator[Sign]:
    """It pads with words of a rewriter's stock that the other does without."""
    this, other = meeting.this, meeting.other
    for own, theirs in meeting.pairs:
        if any(other.known.inflated.holds(w.fold) for w in other.plain(theirs)):
            continue
        for word in [w for w in this.plain(own) if this.known.inflated.holds(w.fold)][:1]:
            near = clip(other.side.sentence(theirs[0]).text, 70)
            yield Sign(this.at(word), f"it has “{word.fold}” where the other does without: “{near}”")


def loud(meeting: Meeting) -> Iterator[Sign]:
    """It colours: words of the boulevard, or words in capitals, that the other does without."""
    this, other = meeting.this, meeting.other
    seen: set[str] = set()
    for word in this.words:
        if len(seen) >= MOST or word.fold in seen or word.fold in other.folds:
            continue
        if this.known.loud.holds(word.fold) and not any(other.known.loud.holds(f) for f in (word.fold[:5],)):
            seen.add(word.fold)
            near = this.near(word, 70)
            yield Sign(this.at(word), f"it colours with “{this.at(word).text}”: “{near}”")


def headline(reading: Reading) -> Span | None:
    """The first heading."""
    for number in sorted(reading.headings)[:1]:
        return reading.side.sentence(number)
    return None


def loud_headline(meeting: Meeting) -> Iterator[Sign]:
    """Its headline shouts, asks or calls itself a summary; the other's does not."""
    mine, theirs = headline(meeting.this), headline(meeting.other)
    if mine is None or theirs is None or mine.text == theirs.text:
        return
    own, other = _loudness(meeting.this, mine), _loudness(meeting.other, theirs)
    if own > other:
        yield Sign(mine, f"its headline “{clip(mine.text, 70)}” is louder than “{clip(theirs.text, 70)}”")


def _loudness(reading: Reading, title: Span) -> int:
    words = [word for word in reading.words if title.start <= word.start < title.end]
    marks = sum(title.text.count(mark) for mark in "!?…")
    colour = sum(reading.known.loud.holds(word.fold) for word in words)
    shouts = sum(reading.at(w).text.isupper() and w.end - w.start > 3 for w in words)
    digest = any(reading.phrases(words, reading.known.digest))
    return marks + colour + (shouts if shouts < len(words) else 0) + digest


def passed(meeting: Meeting) -> Iterator[Sign]:
    """It sees the time from further off ("last week") than the other ("this morning", "on Thursday")."""
    this, other = meeting.this, meeting.other
    if any(other.phrases(other.words, other.known.passed)):
        return
    fresh = list(other.phrases(other.words, other.known.fresh))
    days = [other.at(word) for word in other.words if other.known.calendar.holds(word.fold)]
    if not (fresh or days):
        return
    beside = (fresh or days)[0]
    for span in list(this.phrases(this.words, this.known.passed))[:2]:
        near = clip(this.text[max(0, span.start - 40) : span.end + 30], 80)
        yield Sign(span, f"it tells of “{span.text}”, the other of “{beside.text}”: “… {near}”")


def fresher(meeting: Meeting) -> Iterator[Sign]:
    """Only the other speaks of the day itself ("this morning", "last night")."""
    this, other = meeting.this, meeting.other
    if any(this.phrases(this.words, this.known.fresh)) or not this.body:
        return
    for span in list(other.phrases(other.words, other.known.fresh))[:1]:
        near = clip(other.text[max(0, span.start - 40) : span.end + 30], 80)
        text = f"only the other speaks of “{span.text}”: “… {near}”"
        yield Sign(this.side.sentence(this.body[0]), text)
