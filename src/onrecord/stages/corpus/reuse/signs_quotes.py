"""Signs in quotations: cut short, turned into indirect speech, stripped of their marks."""

from collections.abc import Iterator

from onrecord.data import span_of
from onrecord.stages.corpus.reuse.readings import Meeting
from onrecord.stages.corpus.reuse.sided import clip
from onrecord.stages.corpus.reuse.sign import Sign

LESS = 3
MIN_QUOTE = 4


def trimmed(meeting: Meeting) -> Iterator[Sign]:
    """It quotes a part of what the other quotes in full, and the rest nowhere."""
    this, other = meeting.this, meeting.other
    quoted = [f" {' '.join(words)} " for _, _, words in this.quoted]
    for start, end, words in other.quoted:
        whole = f" {' '.join(words)} "
        parts = [(len(part.split()), number) for number, part in enumerate(quoted) if part in whole]
        held = sum(size for size, _ in parts)
        if not parts or max(parts)[0] < 2 or len(words) - held < LESS:
            continue
        low, high, _ = this.quoted[max(parts, key=lambda part: (part[0], -part[1]))[1]]
        shown, full = clip(this.text[low:high], 60), clip(other.text[start:end], 90)
        yield Sign(span_of(this.text, low, high), f"it quotes only “{shown}” of “{full}”")


def unquoted(meeting: Meeting) -> Iterator[Sign]:
    """It tells in its own words what the other quotes: its counterpart has no quotation marks."""
    this, other = meeting.this, meeting.other
    for own, theirs in meeting.pairs:
        first, last = this.side.sentence(own[0]), this.side.sentence(own[-1])
        if any(low < last.end and high > first.start for low, high in this.side.profile.draft.quotes):
            continue
        start, end = other.side.sentence(theirs[0]).start, other.side.sentence(theirs[-1]).end
        for low, high, words in other.quoted:
            inside = start <= low and high <= end + 1 and len(words) >= MIN_QUOTE
            if inside and words[:3] not in this.quoted_runs:
                shown = clip(other.text[low:high], 60)
                yield Sign(first, f"it tells in its own words what the other quotes: “{shown}”")
                break


def unscared(meeting: Meeting) -> Iterator[Sign]:
    """It drops the quotation marks around a single word of the other."""
    this, other = meeting.this, meeting.other
    single = {
        words[0]: (low, high) for low, high, words in other.quoted if len(words) == 1 and len(words[0]) > 3
    }
    inside = {fold for _, _, words in this.quoted for fold in words}
    for folded, (low, high) in sorted(single.items()):
        span = this.side.first(folded)
        if span and folded not in inside:
            text = f"it has “{span.text}” bare, the other “{other.text[low:high]}” in quotation marks"
            yield Sign(span, text)


def quotes_less(meeting: Meeting) -> Iterator[Sign]:
    """A smaller share of it is quoted; one for a quarter of the other's share and more."""
    this, other = meeting.this, meeting.other
    own = sum(len(words) for _, _, words in this.quoted) / max(1, len(this.words))
    theirs = sum(len(words) for _, _, words in other.quoted) / max(1, len(other.words))
    if theirs < own + 0.02 or not other.quoted or not this.body:
        return
    low, high, _ = max(other.quoted, key=lambda quote: (len(quote[2]), -quote[0]))
    text = (
        f"{own:.0%} of it stands in quotation marks, {theirs:.0%} of the other: "
        f"“{clip(other.text[low:high], 60)}”"
    )
    yield Sign(this.side.sentence(this.body[0]), text, round(theirs - own, 4))
