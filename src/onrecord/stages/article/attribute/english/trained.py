"""The tagger's readings as drafts."""

from collections.abc import Sequence

from onrecord.lang.cue_forms import PLAIN_SAYING, STANDS
from onrecord.lang.cues import HEARSAY_ADVERBS, NOUNS
from onrecord.lang.parties import has_finite_verb
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, is_party, merge, trim
from onrecord.stages.article.attribute.english.amend import amend
from onrecord.stages.article.attribute.english.spliced import Splice, Spliced, splice
from onrecord.stages.article.attribute.readers import Reader, Reading

# On PolNeAR dev at least 85 of 100 attributions of this confidence are right (overlapping triple).
LEAST = 0.5
READ = 100_000  # characters of an article that are read, as many as are parsed; no news article is longer
LEAST_SUPPORTED = 0.2
LEAST_SAID = 0.35
_MARKS = tuple('"“„«')
_RARE = frozenset("‘'‚‹›「『")
_SHORT = 12  # characters of a quotation in single marks that is no name or title


def tagger_drafts(layout: Layout, reader: Reader, splices: list[Splice], least: float = LEAST) -> list[Draft]:
    """Drafts of all that the tagger reads in a text without its splices, in order of their cues."""
    text = layout.text[: _read_length(layout.text)]
    near = [item for item in [*splices, *_plain_marks(layout)] if item.end <= len(text)]
    spliced = splice(text, near)
    return read_drafts(layout, reader(spliced.text), spliced, least, "tagger")


def _read_length(text: str) -> int:
    """How much of a text is read: all, or up to a space near the limit."""
    if len(text) <= READ:
        return len(text)
    space = text.rfind(" ", READ - 1000, READ)
    return space if space > 0 else READ


def _plain_marks(layout: Layout) -> list[Splice]:
    """Outer quotation marks of rarer styles as those that the tagger knows best."""
    found = []
    for quotation in layout.quotations:
        if quotation.mark not in _RARE or not quotation.closed or quotation.end - quotation.start < _SHORT:
            continue
        found.append(Splice(quotation.start, quotation.start + len(quotation.mark), "“"))
        found.append(Splice(quotation.end - 1, quotation.end, "”"))
    return found


def read_drafts(
    layout: Layout, readings: Sequence[Reading], spliced: Spliced, least: float, pattern: str
) -> list[Draft]:
    """Readings of a spliced text as drafts in the offsets of the article."""
    text = layout.text
    found: list[Draft] = []
    for reading in readings:
        if reading.confidence < least and not _is_supported(spliced.text, reading):
            continue
        source, cue, content = (
            _back(text, spliced, part) for part in (reading.source, reading.cue, reading.content)
        )
        if cue and content and text[cue[0][0] : cue[-1][1]].lower() not in STANDS:
            draft = Draft(source, cue, content, "say", pattern, round(reading.confidence, 3))
            draft.takes_quote = True
            found.append(draft)
    return amend(layout, found)


def _is_supported(text: str, reading: Reading) -> bool:
    """ "reportedly", "the bank's denial that ...": plain by their words."""
    if reading.confidence < LEAST_SUPPORTED or len(reading.cue) != 1:
        return False
    if text[slice(*reading.cue[0])].lower() in HEARSAY_ADVERBS:
        return True
    if len(reading.source) != 1:
        return False
    if reading.confidence >= LEAST_SAID and _is_said(text, reading):
        return True
    cue = text[slice(*reading.cue[0])].removeprefix("'s ").removeprefix("’s ").lower()
    content = text[reading.content[0][0] : reading.content[0][0] + 5]
    return content == "that " and (cue in NOUNS or cue.removesuffix("s") in NOUNS)


def _is_said(text: str, reading: Reading) -> bool:
    """ "the minister <said> {that ...}", "{“...”} [he] <said>": a plain verb of saying, words marked."""
    words = text[slice(*reading.cue[0])].split()
    who = reading.source[0]
    if not words or words[-1] not in PLAIN_SAYING:
        return False
    if (
        text[slice(*who)].rsplit(maxsplit=1)[-1] in PLAIN_SAYING
        or not is_party(text, who)
        or has_finite_verb(text[slice(*who)])
    ):
        return False
    low = reading.content[0][0]
    return text[low : low + 5] == "that " or text[low : low + 1] in _MARKS


def _back(text: str, spliced: Spliced, parts: Sequence[Range]) -> list[Range]:
    ranges = [trim(text, *found, " \t\n\r\xa0") for part in parts for found in spliced.back(part)]
    return merge([part for part in ranges if part[0] < part[1]], text)
