"""Whom others heard say it: "I heard the king say 'Enough!'" holds what the king said."""

import re

from onrecord.stages.article.attribute.draft import Draft, Layout, is_party, trim

_SAY = re.compile(
    r"\b(?:heard|hear|hears) (?P<who>[^,.;:\"“”‘\n]{2,60}?) "
    r"(?P<say>say|tell (?:him|her|them|me|us)|shout|promise|ask|order|saying|telling (?:him|her|them|"
    r"me|us)|shouting)\b:?"
)
_LONG = 1000


def heard_drafts(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts of those whom others heard say something, each inside the draft that tells of it."""
    return [made for draft in drafts if (made := _heard_say(layout, draft)) is not None]


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
