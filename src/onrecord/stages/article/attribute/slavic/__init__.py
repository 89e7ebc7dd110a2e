"""Russian and Ukrainian attributions by cue tables, endings and punctuation: no parse, no model.

`units` cuts a text into sentences with their quotations, `hits` finds the cues, `phrase` the parties
around them; `verbs`, `beside` and `relays` make drafts of them, `lines` those of titles; `memory` links
what goes on over several sentences. docs/stages/attribute-languages.md tells what is found.
"""

from onrecord.lang.cues_ru import RUSSIAN
from onrecord.lang.cues_slavic import SlavicCues
from onrecord.lang.cues_uk import UKRAINIAN
from onrecord.lang.time_words import time_words
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, make_layout
from onrecord.stages.article.attribute.slavic.hits import HitFinder
from onrecord.stages.article.attribute.slavic.memory import Memory
from onrecord.stages.article.attribute.slavic.phrase import Phrases
from onrecord.stages.article.attribute.slavic.reading import read_unit
from onrecord.stages.article.attribute.slavic.units import Times, Unit, cut_units
from onrecord.text.timex import find_timexes

TABLES: dict[str, SlavicCues] = {"ru": RUSSIAN, "uk": UKRAINIAN}
_DEEPEST = 2  # quotations within quotations that are read for what is told in them
_SHORTEST = 25  # characters of a quotation that is
_QUOTES = "«»„“”‟\"'‹›‘’‚"


def slavic_drafts(layout: Layout, code: str) -> list[Draft]:
    """Drafts of a Russian ("ru") or Ukrainian ("uk") text, in text order; none for other languages."""
    cues = TABLES.get(code)
    return _read(layout, cues, 0) if cues is not None else []


def _read(layout: Layout, cues: SlavicCues, depth: int) -> list[Draft]:
    times = _times(layout.text, cues.code)
    phrases = Phrases(cues, times)
    finder = HitFinder(cues)
    memory = Memory(cues)
    units = cut_units(layout, cues, times)
    found: list[Draft] = []
    for place, unit in enumerate(units):
        first = place == 0 or units[place - 1].line != unit.line
        alone = first and (place + 1 == len(units) or units[place + 1].line != unit.line)
        found.extend(read_unit(unit, finder.find(unit), phrases, memory, alone and not depth))
        if depth < _DEEPEST:
            found.extend(_within(unit, cues, depth))
    return found


def _within(unit: Unit, cues: SlavicCues, depth: int) -> list[Draft]:
    """What is told in the quotations of a unit."""
    found: list[Draft] = []
    for token in unit.tokens:
        if not token.speech or token.end - token.start < _SHORTEST:
            continue
        words = unit.text[token.start : token.end]
        low = token.start + (words[0] in _QUOTES)
        inner = make_layout(unit.text[low : token.end - (words[-1] in _QUOTES)], [])
        drafts = _read(inner, cues, depth + 1)
        for draft in drafts:
            _shift(draft, low)
        found.extend(drafts)
    return found


def _shift(draft: Draft, by: int) -> None:
    draft.source, draft.cue, draft.content, draft.occasion = (
        [_moved(part, by) for part in parts]
        for parts in (draft.source, draft.cue, draft.content, draft.occasion)
    )
    draft.addressee, draft.place, draft.time, draft.medium = (
        _moved(part, by) if part is not None else None
        for part in (draft.addressee, draft.place, draft.time, draft.medium)
    )


def _moved(part: Range, by: int) -> Range:
    return part[0] + by, part[1] + by


def _times(text: str, code: str) -> Times:
    words = time_words(code)
    found = find_timexes(text, words, None) if words is not None else ()
    ranges = [(item.start, item.end) for item in found]
    return Times([start for start, _ in ranges], ranges)
