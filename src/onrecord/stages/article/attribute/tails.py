"""Sentences that end with who says them, where the tagger saw nothing: "P, two aides have told the Post."."""

import re
from bisect import bisect_left

from onrecord.lang.cue_forms import reporting_forms
from onrecord.lang.parties import has_finite_verb
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, is_party, trim

_TAIL = re.compile(
    r",[\"”’»]?\s+(?P<who>[^,;:\"“”«»\n]{2,120}?)\s+(?:(?:has|have|had|also|later|earlier)\s+)*(?P<cue>[a-z]+)"
    r"(?P<rest>(?:\s+[^\s,;:.\"“”]+){0,12}?(?:, (?:which|who|citing)\b[^\n]{0,120})?)[.!]?[\"”’»]?\s*$"
)
_ASIDE = re.compile(
    r"(?:when|while|as|after|before|although|though|if|because|since|in|at|on|by|for|with|despite)\b",
    re.IGNORECASE,
)
_NEAR = 260  # characters of a sentence's end that are looked at
_FEWEST = 3  # words of what is said
_NO_OBJECT = frozenset("in on at to with during after before from late early last this earlier".split())
_THINKING = frozenset(
    "believe believes expect expects think thinks fear fears hope hopes estimate estimates".split()
)
_TOLD = frozenset("told tells tell informed assured warned reminded promised".split())


def tail_drafts(layout: Layout, drafts: list[Draft], taken: list[Range]) -> list[Draft]:
    """Drafts of such sentences, in text order; `taken` are cues of drafts that are still to be made."""
    cues = sorted([*taken, *(part for draft in drafts for part in draft.cue)])
    found = []
    for sentence in layout.sentences:
        draft = _tail(layout, sentence, cues)
        if draft is not None:
            found.append(draft)
    return found


def _tail(layout: Layout, sentence: Range, cues: list[Range]) -> Draft | None:
    text = layout.text
    comma = text.find(",", sentence[0], sentence[1])
    while comma >= 0 and sentence[1] - comma > _NEAR:
        comma = text.find(",", comma + 1, sentence[1])
    match = _TAIL.match(text, comma, sentence[1]) if comma >= 0 else None
    steps = 0
    while match is None and comma >= 0 and steps < 12:
        comma = text.find(",", comma + 1, sentence[1])
        match = _TAIL.match(text, comma, sentence[1]) if comma >= 0 else None
        steps += 1
    if (
        match is None
        or match["cue"] not in reporting_forms() | _THINKING
        or layout.quotation_at(match.start("cue"))
    ):
        return None
    rest = match["rest"].split()
    if (
        rest
        and match["cue"] not in _TOLD
        and rest[0].strip(",") not in _NO_OBJECT | {"which", "who", "citing"}
    ):
        return None
    place = bisect_left(cues, match.span("cue"))
    if any(
        part[0] < match.end("cue") and match.start("who") < part[1]
        for part in cues[max(0, place - 2) : place + 2]
    ):
        return None
    content = trim(text, sentence[0], match.start() + 1)
    if (
        has_finite_verb(match["who"])
        or not is_party(text, match.span("who"))
        or len(text[content[0] : content[1]].split()) < _FEWEST
    ):
        return None
    if _ASIDE.match(text, *content) and "," not in text[content[0] : content[1]]:
        return None
    return Draft([match.span("who")], [match.span("cue")], [content], "say", "tail", 0.7)
