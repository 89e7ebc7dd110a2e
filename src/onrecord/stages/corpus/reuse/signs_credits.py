"""Signs in credits: who names whom, whose mark a text bears, who reports in its own name."""

import re
from collections.abc import Iterator

from onrecord.data import Span, span_of
from onrecord.lang.agencies import OUTLET_WORDS
from onrecord.lang.outlet_kinds import GATHERING
from onrecord.stages.corpus.reuse.drafts import MAX_CHARACTERS
from onrecord.stages.corpus.reuse.outlets import forms_of, is_agency, namings, own_namings
from onrecord.stages.corpus.reuse.readings import Meeting, Reading, name_key
from onrecord.stages.corpus.reuse.sided import clip, sentence_around
from onrecord.stages.corpus.reuse.sign import Sign
from onrecord.text.fold import fold

_DATELINE = re.compile(
    r"(?P<place>[^\n()—–]{2,60}?)\s{0,2}(?P<mark>\([^()\n]{2,30}\))?[,.:]?\s{0,2}[—–-]{1,2}\s{0,2}"
    r"(?P<house>[^\W\d_]{2,12}\.)?"
)
_SHOUTED = re.compile(r"[^\W\d_a-zа-яёіїєґà-ÿ]{3,}")
_SIGNED = re.compile(
    r"\((?:reporting|writing|editing|additional reporting|by)\b[^()\n]{3,160}\)"
    r"|^\s{0,3}by\s[A-Z][^\n]{3,60}$",
    re.IGNORECASE | re.MULTILINE,
)
OPENING = 140


def _opening(reading: Reading) -> Span | None:
    """The first sentence that is no heading."""
    return reading.side.sentence(reading.body[0]) if reading.body else None


def dateline_of(reading: Reading) -> Span | None:
    """The place and the agency that open the body ("MARCHAM (CNA) -"), None without."""
    for number in reading.body[:3]:
        start = reading.side.sentence(number).start
        found = _DATELINE.match(reading.text, start, min(len(reading.text), start + OPENING))
        if found and (_SHOUTED.search(found["place"]) or found["mark"]):
            return span_of(reading.text, start, found.end())
    return None


def names_other(meeting: Meeting) -> Iterator[Sign]:
    """It names the other's outlet ("the Harn Courier reports"), or bears its mark."""
    this, other = meeting.this, meeting.other
    mine, theirs = forms_of(this.side), forms_of(other.side)
    for span in namings(this, theirs, mine):
        name = theirs.name if theirs else ""
        near = clip(sentence_around(this.side, span), 90)
        yield Sign(span, f"it names “{span.text}”, and the other is from {name}: “{near}”")


def vague_credit(meeting: Meeting) -> Iterator[Sign]:
    """It speaks of media or papers that report ("local media said")."""
    this = meeting.this
    for span in this.phrases(this.words, this.known.vague_credit):
        near = clip(sentence_around(this.side, span), 90)
        yield Sign(span, f"it leans on another medium with “{span.text}”: “{near}”")


def taken(meeting: Meeting) -> Iterator[Sign]:
    """It says itself that it was published elsewhere first."""
    this = meeting.this
    for span in list(this.phrases(this.words, this.known.taken))[:1]:
        yield Sign(span, f"it says of itself “{clip(sentence_around(this.side, span), 70)}”")


def others_own_work(meeting: Meeting) -> Iterator[Sign]:
    """Only the other shows its own reporting ("told this newspaper", "told the Observer")."""
    this, other = meeting.this, meeting.other
    shown = [span for span in _own_work(other) if _within(other, span, meeting.met_other)]
    if shown and not _own_work(this) and (first := _opening(this)):
        near = clip(sentence_around(other.side, shown[0]), 90)
        yield Sign(first, f"only the other shows its own reporting with “{shown[0].text}”: “{near}”")


def _own_work(reading: Reading) -> list[Span]:
    """Where a text tells of its own reporting, in order."""
    found = list(reading.phrases(reading.words, reading.known.own_work))
    return sorted([*found, *own_namings(reading, forms_of(reading.side))])


def _within(reading: Reading, span: Span, sentences: tuple[int, ...]) -> bool:
    found = (reading.side.profile.draft.sentences[number] for number in sentences)
    return any(one.start <= span.start < one.end for one in found)


def others_dateline(meeting: Meeting) -> Iterator[Sign]:
    """Only the other opens with a dateline, as agencies do."""
    line = dateline_of(meeting.other)
    first = _opening(meeting.this)
    if line and first and dateline_of(meeting.this) is None:
        own, theirs = clip(first.text, 50), clip(line.text, 50)
        yield Sign(first, f"the other opens with the dateline “{theirs}”, this one with “{own}”")


def others_signature(meeting: Meeting) -> Iterator[Sign]:
    """Only the other names its reporter or editors."""
    found = _SIGNED.search(meeting.other.text[:MAX_CHARACTERS])
    first = _opening(meeting.this)
    if found and first and not _SIGNED.search(meeting.this.text[:MAX_CHARACTERS]):
        near = clip(first.text, 50)
        yield Sign(first, f"only the other is signed, “{clip(found.group(), 60)}”; this one opens “{near}”")


def others_agency(meeting: Meeting) -> Iterator[Sign]:
    """The other is an agency's, by its name; this one is not."""
    mine, theirs = forms_of(meeting.this.side), forms_of(meeting.other.side)
    first = _opening(meeting.this)
    if theirs and _house_mark(meeting.other) is not None:
        return  # an agency opens with a place; a site that gathers opens with its own name
    if theirs and first and is_agency(theirs.name) and not (mine and is_agency(mine.name)):
        name = f"{mine.name} is none" if mine else "this one names no outlet"
        yield Sign(first, f"{theirs.name} is an agency, {name}: “{clip(first.text, 50)}”")


def late_outlet(meeting: Meeting) -> Iterator[Sign]:
    """Its outlet calls itself a digest, a blog or a review; the other's does not."""
    mine, theirs = forms_of(meeting.this.side), forms_of(meeting.other.side)
    first = _opening(meeting.this)
    if mine and first and set(mine.full) & GATHERING and not (theirs and set(theirs.full) & GATHERING):
        text = f"{mine.name} is by its name a place that gathers what others report: “{clip(first.text, 50)}”"
        yield Sign(first, text)


def _at_home(reading: Reading, story: Reading) -> str:
    """A word of an outlet's name that stands in a story as a name ("Tamrisk"), "" without."""
    forms = forms_of(reading.side)
    if forms is None or len(forms.full) < 2:
        return ""
    for word, key in zip(forms.full, forms.keys, strict=True):
        if len(word) < 4 or word in OUTLET_WORDS or reading.prior(word) > 0.002 or len(key) < 3:
            continue
        for one in story.words:
            if one.capital and (
                (name_key(one.fold)[:4] == key[:4] and one.fold[:3] == word[:3]) or name_key(one.fold) == key
            ):
                return story.text[one.start : one.end]
    return ""


def not_from_there(meeting: Meeting) -> Iterator[Sign]:
    """The other's outlet bears the name of a place of the story, this one's does not."""
    this, other = meeting.this, meeting.other
    theirs, first = forms_of(other.side), _opening(this)
    if theirs is None or first is None:
        return
    place = _at_home(other, other)
    if place and not _at_home(this, other) and not _at_home(this, this):
        mine = forms_of(this.side)
        name = mine.name if mine else "this one"
        yield Sign(first, f"{theirs.name} is at home where it happened (“{place}”), {name} is not")


def uncredited(meeting: Meeting) -> Iterator[Sign]:
    """It has the other's words without the agency's credit that opens the other."""
    this, other = meeting.this, meeting.other
    words = max(1, len(meeting.own))
    if max(sum(meeting.own) / words, sum(meeting.theirs) / max(1, len(meeting.theirs))) < 0.5:
        return
    if this.side.findings.credits or not this.body:
        return
    mine = forms_of(this.side)
    for credit in other.side.findings.credits:
        name = tuple(fold(word) for word in credit.name.split())
        known = mine is not None and set(name) <= set(mine.full)
        if credit.role == "dateline" and not known and not set(name) <= this.folds:
            near = clip(other.text[credit.span.start :], 60)
            text = f"it has the words without the credit “{credit.span.text}” that opens the other: “{near}”"
            yield Sign(this.side.sentence(this.body[0]), text)
            return


def house_mark(meeting: Meeting) -> Iterator[Sign]:
    """Its text opens with a house mark in brackets ("(GAM)") instead of a place."""
    span = _house_mark(meeting.this)
    if span is not None and fold(span.text[1:-1]) not in meeting.other.folds:
        near = clip(meeting.this.text[span.start : span.start + 200].split("\n")[0], 90)
        yield Sign(span, f"it opens with the house mark “{span.text}”: “{near}”")


def _house_mark(reading: Reading) -> Span | None:
    """Capitals in brackets that open the body, with no place before them."""
    if not reading.body:
        return None
    start = reading.side.sentence(reading.body[0]).start
    end = reading.text.find(")", start, start + 26)
    mark = reading.text[start + 1 : end] if reading.text[start : start + 1] == "(" and end > 0 else ""
    return span_of(reading.text, start, end + 1) if mark and mark.upper() == mark else None
