"""Sources that carry on an outlet's report: "One of the paper's sources said ..." stands inside that report."""

import re
from bisect import bisect_right

from onrecord.stages.article.attribute.draft import Draft, Layout

_CARRIED = re.compile(
    r"(?:(?:one|two|three|four|five|both|some|several|all|none|another|others?|a (?:second|third|fourth)|"
    r"the (?:second|third|other|same|latter)|most|many) )?(?:of )?(?:the |its |their |these |those |his |her )?"
    r"(?:[\w’'-]+[’']s? )?(?:[a-z-]+ ){0,2}(?:sources?|interlocutors?|informants?)\b",
    re.IGNORECASE,
)
_IS_SOURCE = re.compile(r"\b(?:sources?|officials?|aides?|interlocutors?|people|witnesses)\b", re.IGNORECASE)
_QUOTED = re.compile(r"\b(?:is|are|was|were) (?:also )?quoted\b|\bas saying\b")
_REPORTING = re.compile(
    r"\b(?:report(?:s|ed)?|writes?|wrote|written|published|according to|learned|learnt)\b"
)
_BEFORE = 2  # sentences looked back at
_PLAIN = re.compile(
    r"(?:two|three|four|five|several|some|many|\d+|a|an) (?:[a-z-]+ ){0,2}sources?\b", re.IGNORECASE
)


def carry_on(layout: Layout, drafts: list[Draft]) -> None:
    """Give such drafts the report before them as their carrier, in place."""
    outer = sorted(
        (draft for draft in drafts if draft.carrier is None and draft.cue), key=lambda item: item.cue[0]
    )
    starts = [draft.cue[0][0] for draft in outer]
    sentence_starts = [start for start, _ in layout.sentences]
    cites = {id(draft.carrier) for draft in drafts if draft.carrier is not None and draft.pattern == "citing"}
    for place, draft in enumerate(outer):
        if draft.carrier is not None or not draft.source:
            continue
        words = _CARRIED.match(layout.text, *draft.source[0])
        passive = _QUOTED.search(layout.text, *draft.cue[0]) is not None
        if not passive and (words is None or _PLAIN.match(layout.text, *draft.source[0])):
            continue
        number = bisect_right(sentence_starts, draft.cue[0][0]) - 1
        low = sentence_starts[max(0, number - _BEFORE)] if number >= 0 else 0
        first = bisect_right(starts, low - 1)
        for other in reversed(outer[first:place]):
            if number >= 0 and other.cue[0][0] >= sentence_starts[number]:
                continue
            if (
                other.carrier is None
                and other.source
                and (id(other) in cites or _reports(layout.text, other))
            ):
                draft.carrier = other
                draft.carried_on = True
                break


def _reports(text: str, draft: Draft) -> bool:
    """Whether the cue is one by which outlets report."""
    cue = " ".join(text[start:end] for start, end in draft.cue).lower()
    return _REPORTING.search(cue) is not None
