"""Sources that a tagger takes for another's, put right by the words around them. None adds an attribution."""

import re

from onrecord.lang.cues import HEARSAY_ADVERBS
from onrecord.lang.parties import has_finite_verb
from onrecord.stages.article.attribute.draft import Draft, Layout, is_party, trim
from onrecord.text.openings import after_opening

MEDIUM = re.compile(
    r"(?:an? |the |their |his |her )?(?:\w+ )?(?:telephone|phone|text|letter|e-?mail|mail|post|"
    r"message|radio|video|fax|hand|"
    r"loudspeaker|loudspeakers|satellite)",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"(?:(?:an?|the|its|his|her|their) )?(?:[a-z-]+ ){0,2}(?:documents?|records?|letters?|"
    r"e-?mails?|memos?|minutes|"
    r"papers|transcripts?|messages?|filings?|files?|invoices?|images?|footage|recordings?|photographs?) "
    r"(?:reviewed|seen|obtained|examined|viewed|published|released|shared|provided|verified) by (?:the )?$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby $")
_JOINED = re.compile(r", (?:and|but|while|so) $")
_MARKS = '"“„«'


def amend_source(layout: Layout, draft: Draft) -> None:
    """Put the source of a draft right, in place."""
    _own_subject(layout, draft)
    _document(layout.text, draft)
    _medium(layout.text, draft)
    _hearsay(layout.text, draft)
    _dateline(layout, draft)
    _own_quotation(layout, draft)


def _medium(text: str, draft: Draft) -> None:
    """ "were told by telephone": what carries words does not speak."""
    if len(draft.source) == 1 and MEDIUM.fullmatch(text, *draft.source[0]) is not None:
        low = draft.source[0][0]
        if _BY.search(text[max(0, low - 3) : low]) is not None:
            draft.source = []


def _hearsay(text: str, draft: Draft) -> None:
    """ "Officials <reportedly> {plan it}": the subject is what is told of, and says nothing."""
    if len(draft.cue) == 1 and text[slice(*draft.cue[0])].lower() in HEARSAY_ADVERBS:
        draft.source = []


def _dateline(layout: Layout, draft: Draft) -> None:
    """ "LORNE, March 3 (Norwire) - Border guards <said>": the dateline is not of the source."""
    if draft.source and draft.source[0][0] == layout.line_range(draft.source[0][0])[0]:
        source = after_opening(layout.text, draft.source[0])
        draft.source[0] = source if source[0] < source[1] else draft.source[0]


def _own_quotation(layout: Layout, draft: Draft) -> None:
    """ "The film opens on Friday, and “Nobody asked us,” the farmer <said>": the words in marks are his."""
    text = layout.text
    if len(draft.content) != 1 or not draft.cue or draft.content[0][1] > draft.cue[0][0]:
        return
    start, end = draft.content[0]
    quotation = layout.quotation_at(end - 1)
    if quotation is None or not start < quotation.start < end <= quotation.end:
        return
    first = quotation.start + len(quotation.mark)
    if text[first : first + 1].isupper() and _JOINED.search(
        text[max(start, quotation.start - 8) : quotation.start]
    ):
        draft.content[0] = (quotation.start, end)


def _own_subject(layout: Layout, draft: Draft) -> None:
    """ "[Delta] has a memo. The memo, dated May 3, <warns> {that ...}": the verb's own subject says it."""
    if len(draft.source) != 1 or not draft.cue or not draft.content:
        return
    low = draft.cue[0][0]
    sentence = layout.sentence_at(low)
    if sentence is None or draft.source[0][1] > sentence[0] or layout.quotation_at(low) is not None:
        return
    source = trim(layout.text, sentence[0], low)
    words = layout.text[source[0] : source[1]]
    if (
        source[1] - source[0] > 120
        or draft.content[0][0] < low
        or not is_party(layout.text, source)
        or has_finite_verb(words)
        or set(words) & set(':;"“”')
    ):
        return
    draft.source = [source]


def _document(text: str, draft: Draft) -> None:
    """ "documents reviewed by [the daily] <show>": what is written says it, not who has it."""
    if len(draft.source) != 1 or not draft.cue or draft.cue[0][0] < draft.source[0][1]:
        return
    start, end = draft.source[0]
    if not text[max(0, start - 8) : start].endswith(("by ", "by the ")):
        return
    written = _WRITTEN.search(text, max(0, start - 100), start)
    if written is not None:
        draft.source[0] = (written.start(), end)
