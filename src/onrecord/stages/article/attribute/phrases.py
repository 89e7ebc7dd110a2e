"""Phrases that attribute without a verb, where the tagger saw none: "According to X", "in the words of X"."""

import re
from bisect import bisect_left

from onrecord.lang.parties import has_finite_verb
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, is_party, trim, without

_PHRASE = re.compile(
    r"(?:(?P<cue>\b(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion|eyes|account|telling|judgment|estimation) of|"
    r"[Ff]rom the (?:standpoint|viewpoint|perspective) of))|(?P<per>(?:^|(?<=[.!?] )|(?<=\n))Per))\s+(?=\S)"
)
_END = re.compile(r",\s|[;:\"“”()\n]|[.!?]?\s*$")
_EDGE = " \t\n\r\xa0,;:."
_FAR = 200  # characters of a source


def phrase_drafts(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts of such phrases that no draft has as its cue, in text order."""
    cues = sorted(part for draft in drafts for part in draft.cue)
    found = []
    for match in _PHRASE.finditer(layout.text):
        name = "cue" if match["cue"] else "per"
        low, high = match.span(name)
        place = bisect_left(cues, (low, high))
        if any(start < high and low < end for start, end in cues[max(0, place - 1) : place + 1]):
            continue
        draft = _draft(layout, (low, high), match.end(), drafts)
        if draft is not None:
            found.append(draft)
    return found


def _draft(layout: Layout, cue: Range, start: int, drafts: list[Draft]) -> Draft | None:
    text = layout.text
    sentence = layout.sentence_at(cue[0])
    if sentence is None or cue[1] >= sentence[1] or layout.quotation_at(cue[0]) is not None:
        return None
    limit = min(sentence[1], start + _FAR)
    end = _END.search(text, start, limit)
    source = trim(text, start, end.start() if end is not None else limit, _EDGE)
    if not is_party(text, source) or has_finite_verb(text[source[0] : source[1]]):
        return None
    holder = _holder(drafts, cue[0])
    whole = holder.content if holder is not None else [sentence]
    rest = [piece for part in whole for piece in without(part, (cue[0], source[1]))]
    parts = [trim(text, *part, _EDGE if holder is None else " \t\n\r\xa0,") for part in rest]
    content = [part for part in parts if part[1] - part[0] > 1]
    if not content:
        return None
    if holder is None:
        return Draft([source], [cue], content, "say", "phrase", 0.6)
    return Draft([source], [cue], content, "say", "citing", 0.6, holder)


def _holder(drafts: list[Draft], place: int) -> Draft | None:
    """The draft with the smallest content that holds a place."""
    holding = [
        (end - start, number)
        for number, draft in enumerate(drafts)
        for start, end in draft.content
        if start <= place < end
    ]
    return drafts[min(holding)[1]] if holding else None
