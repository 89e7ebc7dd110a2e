"""To whom, where, when and by what means something was said: read from the words around a cue."""

from onrecord.lang.circumstances import saying_words
from onrecord.lang.cue_lexicons import cue_lexicon
from onrecord.lang.time_words import time_words
from onrecord.stages.article.attribute.draft import Draft, Layout, merge
from onrecord.stages.article.attribute.gaps import gaps_of, is_passing
from onrecord.stages.article.attribute.said_phrases import Found, read_region
from onrecord.stages.article.attribute.told import take_told

_NEAR = 5  # drafts on each side, in order of their cues, whose parts are looked at


def complete_circumstances(layout: Layout, drafts: list[Draft], language: str) -> None:
    """Set addressee, place, time, medium and occasion of every draft; carriers must be set before.

    What a draft has already stays. Who was told and was read as content is taken out of it. Nothing is set
    for a language without tables.
    """
    table, lexicon, times = saying_words(language), cue_lexicon(language), time_words(language)
    if table is None or lexicon is None or times is None:
        return
    cued = [draft for draft in drafts if draft.cue and draft.content]
    order = sorted(cued, key=lambda draft: (min(draft.cue), min(draft.content)))
    passing = [is_passing(layout, draft) for draft in order]
    for number, draft in enumerate(order):
        low, high = max(0, number - _NEAR), number + _NEAR + 1
        near = [
            other
            for other, passed in zip(order[low:high], passing[low:high], strict=True)
            if other is not draft and not passed
        ]
        take_told(layout, draft, table)
        found = Found()
        for region in gaps_of(layout, draft, near, table, lexicon):
            read_region(layout, region, table, times, found)
        draft.addressee = draft.addressee or found.addressee
        draft.place = draft.place or found.place or found.near
        draft.time = draft.time or found.time
        draft.medium = draft.medium or found.medium
        draft.occasion = merge([*draft.occasion, *found.occasion], layout.text)
