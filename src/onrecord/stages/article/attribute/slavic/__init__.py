"""Russian and Ukrainian attributions by cue tables, endings and punctuation: no parse, no model.

`units` cuts a text into sentences with their quotations, `hits` finds the cues, `phrase` the parties
around them; `verbs` and `beside` make drafts of them, `lines` those of titles; `memory` links what goes
on over several sentences ("Об этом сообщает X", a second quotation, "он"). docs/stages/attribute-languages.md.
"""

from onrecord.lang.cues_ru import RUSSIAN
from onrecord.lang.cues_slavic import SlavicCues
from onrecord.lang.cues_uk import UKRAINIAN
from onrecord.lang.time_words import time_words
from onrecord.stages.article.attribute.draft import Draft, Layout
from onrecord.stages.article.attribute.slavic.hits import HitFinder
from onrecord.stages.article.attribute.slavic.memory import Memory
from onrecord.stages.article.attribute.slavic.phrase import Phrases, Times
from onrecord.stages.article.attribute.slavic.reading import read_unit
from onrecord.stages.article.attribute.slavic.units import cut_units
from onrecord.text.timex import find_timexes

TABLES: dict[str, SlavicCues] = {"ru": RUSSIAN, "uk": UKRAINIAN}


def slavic_drafts(layout: Layout, code: str) -> list[Draft]:
    """Drafts of a Russian ("ru") or Ukrainian ("uk") text, in text order; none for other languages."""
    cues = TABLES.get(code)
    if cues is None:
        return []
    phrases = Phrases(cues, _times(layout.text, code))
    finder = HitFinder(cues)
    memory = Memory(cues)
    units = cut_units(layout, cues)
    found: list[Draft] = []
    for place, unit in enumerate(units):
        alone = (place == 0 or units[place - 1].line != unit.line) and (
            place + 1 == len(units) or units[place + 1].line != unit.line
        )
        found.extend(read_unit(unit, finder.find(unit), phrases, memory, alone))
    return found


def _times(text: str, code: str) -> Times:
    words = time_words(code)
    found = find_timexes(text, words, None) if words is not None else ()
    ranges = [(item.start, item.end) for item in found]
    return Times([start for start, _ in ranges], ranges)
