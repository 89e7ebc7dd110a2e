"""To whom, where, when and by what means something was said: read from the words around a cue.

The words of the sentence that belong to no source, cue or content are read from left to right as phrases:
a phrase counts only when it stands beside the attribution's own words, after a comma or after another that
counts. Besides: what the tagger took into the cue ("said Thursday") and phrases of speaking at the end of a
source or content (", speaking at a rally in Kelm").
"""

from onrecord.lang.circumstances import SayingWords, saying_words
from onrecord.lang.time_words import time_words
from onrecord.stages.article.attribute.draft import Draft, Layout, merge
from onrecord.stages.article.attribute.gaps import gaps_of
from onrecord.stages.article.attribute.said_phrases import Found, Region, read_region, speaking_tail

_NEAR = 5  # drafts on each side, in order of their cues, whose parts are looked at


def complete_circumstances(layout: Layout, drafts: list[Draft], language: str) -> None:
    """Set addressee, place, time, medium and occasion of every draft; carriers must be set before."""
    table, times = saying_words(language), time_words(language)
    if table is None or times is None:
        return
    cued = [draft for draft in drafts if draft.cue and draft.content]
    order = sorted(cued, key=lambda draft: (min(draft.cue), min(draft.content)))
    for number, draft in enumerate(order):
        near = [other for other in order[max(0, number - _NEAR) : number + _NEAR + 1] if other is not draft]
        found = Found()
        for region in [*gaps_of(layout, draft, near, table), *_within(layout, draft, table)]:
            read_region(layout, region, table, times, found)
        _fill(layout, draft, found)


def _within(layout: Layout, draft: Draft, table: SayingWords) -> list[Region]:
    """Ends of the draft's own parts that tell of the speaking."""
    regions = []
    for start, end in [*draft.source[-1:], *draft.content[-1:]]:
        tail = speaking_tail(layout, start, end, table)
        if tail is not None:
            regions.append(Region(*tail))
    return regions


def _fill(layout: Layout, draft: Draft, found: Found) -> None:
    draft.addressee = draft.addressee or found.addressee
    draft.place = draft.place or found.place
    draft.time = draft.time or found.time
    draft.medium = draft.medium or found.medium
    draft.occasion = merge([*draft.occasion, *found.occasion], layout.text)
