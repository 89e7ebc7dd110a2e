"""From whom somebody heard it: "The radio said its correspondent had heard from a nurse that ..."."""

import re

from onrecord.stages.article.attribute.draft import Draft, Layout, is_party, trim

_HEARD = re.compile(
    r"\b(?:heard|hears?|learn(?:s|ed|t)?|found out|knows|been (?:told|informed)|understands)\b", re.IGNORECASE
)
_FROM = re.compile(r"(?:\s+[^\s,.;:]+){0,4}?\s+(?P<cue>from)\s+(?=\S)")
_SUBJECT = re.compile(
    r"(?:^|[,;:\"“]\s*|\bthat\s+)(?P<who>[^,;:\"“”\n]{2,120}?)\s+(?:(?:has|have|had|also|first|then|now)\s+)*$"
)
_SAY = re.compile(
    r"\b(?:heard|hear|hears) (?P<who>[^,.;:\"“”‘\n]{2,60}?) "
    r"(?P<say>say|tell (?:him|her|them|me|us)|shout|promise|ask|order|saying|telling (?:him|her|them|me|us)|shouting)\b:?"
)
_LONG = 1000
_FAR = 200


def heard_drafts(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts of those from whom others heard, each inside the draft of who heard it."""
    found = []
    for draft in drafts:
        for made in (_heard(layout, draft) if draft.cue else None, _heard_say(layout, draft)):
            if made is not None:
                found.append(made)
    return found


def _heard_say(layout: Layout, draft: Draft) -> Draft | None:
    """ "I heard the king say 'Enough!'": what is heard is told by whom it is heard from."""
    for start, end in draft.content:
        match = _SAY.search(layout.text, start, min(end, start + _LONG))
        if match is not None and is_party(layout.text, match.span("who")):
            content = trim(layout.text, match.end(), end, " \t\n\r\xa0,.")
            if content[1] - content[0] > 1:
                source, cue = [match.span("who")], [match.span("say")]
                return Draft(source, cue, [content], "say", "heard say", 0.6, carrier=draft)
    return None


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
