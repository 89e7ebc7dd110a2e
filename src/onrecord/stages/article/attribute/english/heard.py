"""Whom others heard say it: "I heard the king say 'Enough!'" holds what the king said."""

import re

from onrecord.lang.cue_forms import reporting_forms
from onrecord.stages.article.attribute.draft import Draft, Layout, is_party, trim

_SAY = re.compile(
    r"\b(?:heard|hear|hears) (?P<who>[^,.;:\"“”‘\n]{2,60}?) "
    r"(?P<say>say|tell (?:him|her|them|me|us)|shout|promise|ask|order|saying|telling (?:him|her|them|"
    r"me|us)|shouting)\b:?"
)
# "it learned of the deal from two bankers"
_OF = re.compile(
    r"\b(?P<cue>(?:heard|learned|learnt|found out|was told|were told|been told) (?=of |about "
    r"))(?P<what>(?:of|about) "
    r"[^,.;:\"“”\n]{2,60}?) (?P<from>from|by) (?P<who>[^,.;:\"“”\n]{2,120}?)(?=[,.;]|$)"
)
# "is said by friends to have called it a farce": what the subject is said to have told.
_TOLD = frozenset("called described".split())
_SAID_TO = re.compile(r"(?P<cue>to have (?P<verb>[a-z]+))\s+(?=\S)")
_IS_SAID = re.compile(
    r"(?P<who>[^,.;:\"“”\n]{2,80}?),? (?:is|are|was|were|has been|have been) (?:also )?(?:said|"
    r"reported|alleged|understood|"
    r"believed|thought|claimed|rumou?red)\b"
)
_LONG = 1000


def heard_drafts(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts of those whom others heard say something, each inside the draft that tells of it."""
    found = [made for draft in drafts if (made := _heard_say(layout, draft)) is not None]
    cues = {draft.cue[0][0] for draft in drafts if draft.cue}
    for draft in drafts:
        made = _heard_of(layout, draft) or _said_to(layout, draft)
        if made is not None and made.cue[0][0] not in cues:
            found.append(made)
    return found


def _heard_of(layout: Layout, draft: Draft) -> Draft | None:
    """ "it learned of the deal from two bankers": from whom somebody has it."""
    for start, end in draft.content:
        match = _OF.search(layout.text, start, min(end, start + _LONG))
        if match is not None and is_party(layout.text, match.span("who")):
            cue = [trim(layout.text, *match.span("cue")), match.span("from")]
            return Draft(
                [match.span("who")], cue, [match.span("what")], "report", "inner", 0.6, carrier=draft
            )
    return None


def _said_to(layout: Layout, draft: Draft) -> Draft | None:
    """ "Roan is said by friends to have called it a farce": Roan said it, as friends tell."""
    text = layout.text
    if not draft.content:
        return None
    start, end = draft.content[0]
    match = _SAID_TO.match(text, start, end)
    sentence = layout.sentence_at(start)
    if (
        match is None
        or match["verb"] not in reporting_forms() | _TOLD
        or sentence is None
        or not draft.source
    ):
        return None
    said = _IS_SAID.match(text, sentence[0], start)
    if said is None or not is_party(text, said.span("who")):
        return None
    content = trim(text, match.end(), end, " \t\n\r\xa0,.")
    return Draft([said.span("who")], [match.span("cue")], [content], "say", "inner", 0.6, carrier=draft)


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
