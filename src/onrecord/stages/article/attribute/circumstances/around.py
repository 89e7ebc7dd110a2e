"""To whom, where, when and by what means something was said: read from the words around a cue."""

from onrecord.lang.circumstances import SayingWords, saying_words
from onrecord.lang.cue_lexicons import cue_lexicon
from onrecord.lang.time_words import time_words
from onrecord.stages.article.attribute.circumstances.gaps import gaps_of, is_passing
from onrecord.stages.article.attribute.circumstances.said_phrases import Found, read_region
from onrecord.stages.article.attribute.circumstances.told import take_told
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, merge
from onrecord.text.plainwords import words_in

_WHEN = 12  # and between an answer and who asked
_GAP = 3  # characters between what was asked and who answers
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
        if draft.addressee is None and number:
            draft.addressee = _asker_before(layout, draft, order[number - 1], table)
        if draft.addressee is None and number + 1 < len(order):
            draft.addressee = _asker_behind(layout, draft, order[number + 1], table)
        draft.place = draft.place or found.place or found.near
        draft.time = draft.time or found.time
        draft.medium = draft.medium or found.medium
        draft.occasion = merge([*draft.occasion, *found.occasion], layout.text)


def _asker_before(layout: Layout, draft: Draft, asked: Draft, table: SayingWords) -> Range | None:
    """Who asked, where that is an attribution of its own: "Questioned by a judge about it, she said"."""
    end = max(part[1] for part in [*asked.source, *asked.cue, *asked.content])
    start = min([*draft.source, *draft.cue, *draft.content])[0]
    gap = layout.text[end:start] if end <= start <= end + _GAP else "-"
    if gap.strip(" \xa0,") or not _is_asked(layout, asked, table):
        return None
    if asked.source:
        return asked.source[0] if asked.source[0] > asked.cue[0] else None
    behind = words_in(layout.text, max(asked.cue)[1], min(asked.content)[0])
    return (behind[1].start, behind[-1].end) if len(behind) > 1 and behind[0].low in table.by_whom else None


def _asker_behind(layout: Layout, draft: Draft, asked: Draft, table: SayingWords) -> Range | None:
    """ "she replied when | a judge asked about it"."""
    if not asked.source or not _is_asked(layout, asked, table):
        return None
    end = max(part[1] for part in [*draft.source, *draft.cue, *draft.content])
    start = min(asked.source)[0]
    gap = words_in(layout.text, end, start) if end <= start <= end + _WHEN else []
    return asked.source[0] if len(gap) == 1 and gap[0].low in table.when else None


def _is_asked(layout: Layout, asked: Draft, table: SayingWords) -> bool:
    return any(word.low in table.asking for part in asked.cue for word in words_in(layout.text, *part))
