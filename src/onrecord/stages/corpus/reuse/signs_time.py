"""Signs in dates and notices: a later publication date, a page's own word that it was changed."""

from collections.abc import Iterator

from onrecord.stages.corpus.reuse.corrections import correction_in
from onrecord.stages.corpus.reuse.credit import days, outlet_words
from onrecord.stages.corpus.reuse.readings import Meeting, Reading
from onrecord.stages.corpus.reuse.sided import clip
from onrecord.stages.corpus.reuse.sign import Sign
from onrecord.stages.corpus.reuse.signs_deixis import doubted, unmoved

VERSIONS = 0.5


def _label(reading: Reading) -> str:
    """The headline, or how the text begins."""
    return clip(reading.side.findings.article.title or reading.text[:80], 60)


def dated(meeting: Meeting) -> Iterator[Sign]:
    """Its publication date is later, and the two do not overlap; weak, because stamps are often wrong.

    Nothing where the words of one of the two give the lie to its date.
    """
    mine, theirs = meeting.this.side.findings.published, meeting.other.side.findings.published
    (start, _), (_, end) = days(mine), days(theirs)
    if start and end and end < start and meeting.this.body and not doubted(meeting):
        text = f"“{_label(meeting.this)}” is dated {mine.value or start}, the other {theirs.value or end}"
        kept = unmoved(meeting)
        text += f", and it keeps the other's “{kept}”" if kept else ""
        yield Sign(meeting.this.side.sentence(meeting.this.body[0]), text)


def corrected(meeting: Meeting) -> Iterator[Sign]:
    """One of two versions of a text says that it was changed: it is later, whatever else speaks against it.

    Only between versions: half the words of one in runs, and no two outlets that are known to differ. A
    rewrite elsewhere may well be younger than the text that its source has corrected since.
    """
    this, other = meeting.this.side, meeting.other.side
    outlets = outlet_words(this), outlet_words(other)
    shares = sum(meeting.own) / max(1, len(meeting.own)), sum(meeting.theirs) / max(1, len(meeting.theirs))
    if max(shares) < VERSIONS or (all(outlets) and outlets[0] != outlets[1]):
        return
    found = correction_in(this)
    if found is not None and correction_in(other) is None:
        yield Sign(found, f"it says of itself that it was changed: “{clip(found.text)}”")
