"""From whom somebody heard it: "The radio said its correspondent had heard from a nurse that ..."."""

import re

from onrecord.stages.article.attribute.cited import is_party
from onrecord.stages.article.attribute.draft import Draft, Layout, trim

_HEARD = re.compile(
    r"\b(?:heard|hears?|learn(?:s|ed|t)?|found out|knows|been (?:told|informed)|understands)\b", re.IGNORECASE
)
_FROM = re.compile(r"(?:\s+[^\s,.;:]+){0,4}?\s+(?P<cue>from)\s+(?=\S)")
_SUBJECT = re.compile(
    r"(?:^|[,;:\"“]\s*|\bthat\s+)(?P<who>[^,;:\"“”\n]{2,120}?)\s+(?:(?:has|have|had|also|first|then|now)\s+)*$"
)
_FAR = 200


def heard_drafts(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts of those from whom others heard, each inside the draft of who heard it."""
    found = []
    for draft in drafts:
        made = _heard(layout, draft) if draft.cue and draft.content else None
        if made is not None:
            found.append(made)
    return found


def _heard(layout: Layout, draft: Draft) -> Draft | None:
    text = layout.text
    low, high = draft.cue[0][0], draft.cue[-1][1]
    start = draft.content[0][0]
    if not high <= start <= high + _FAR or _HEARD.search(text, low, high) is None:
        return None
    source = _FROM.match(text, min(high, start), start) or _FROM.search(text, low, high)
    if source is None:
        return None
    party = trim(text, source.end(), start if source.end() < start else high)
    if not is_party(text, party) or "\n" in text[party[0] : party[1]]:
        return None
    if not draft.source or draft.source[0][0] >= high:
        sentence = layout.sentence_at(low)
        who = _SUBJECT.search(text, max(sentence[0], low - _FAR), low) if sentence is not None else None
        if who is None or not is_party(text, who.span("who")):
            return None
        draft.source = [who.span("who")]
    draft.cue = [(low, min(high, source.start("cue"))), source.span("cue")]
    draft.cue = [trim(text, *part) for part in draft.cue]
    made = Draft([party], [], list(draft.content), draft.cue_class, "heard", draft.confidence, carrier=draft)
    return made
