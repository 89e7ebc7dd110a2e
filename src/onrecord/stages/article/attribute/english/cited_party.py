"""Where a cited party ends: "citing two officials, the daily reports", "quoting a clerk there that P"."""

import re

from onrecord.lang.cue_forms import PLAIN_SAYING, cue_verb_forms, reporting_forms
from onrecord.stages.article.attribute.draft import Layout, Range, trim

_FAR = 400  # characters of a cited party
_COMMA = re.compile(r",\s+")
_STOP = re.compile(r"[;()\n]|\s[—–-]\s|[“”\"«»„]|:\s")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_ENDS_WITH_CUE = re.compile(
    r"[^,;:\"“”\n]{2,80}?\s(?:reports?|reported|writes?|wrote|says?|said|notes?|noted)[.!]?\s*"
)
_GOES_ON = frozenset(
    "adding saying noting claiming warning stressing and but while as after before when although though if "
    "because so with in on at without".split()
)
AUXILIARIES = frozenset(
    "has have had is are was were also now then later first will would can did does".split()
)
_FINITE = frozenset("is are was were will would can could may might has have had".split())
_CITES = frozenset("cite cites cited quote quotes quoted refers referred".split())
_SUBORDINATE = frozenset("who which that whom whose".split())


def party_end(
    layout: Layout, start: int, sentence: Range, opens: bool, bare: bool = False
) -> tuple[int, int]:
    """Where a cited party ends, and where the text goes on that the tagger reads."""
    text = layout.text
    limit = trim(text, start, min(sentence[1], start + _FAR), " \t\r\n\xa0.!?…")[1]
    stop = _STOP.search(text, start, limit)
    limit = stop.start() if stop is not None else limit
    first: re.Match[str] | None = None
    for comma in _COMMA.finditer(text, start, limit):
        after = next_words(text, comma.end(), sentence[1], 8)
        if after[:1] and after[0] in ("which", "who") and set(after[1:5]) & _CITES:
            return comma.start(), comma.start()
        if not after or after[0] in _SUBORDINATE - {"that"} or after[:3] == ["as", "well", "as"]:
            continue
        first = comma if first is None else first
        if after[0] in ("that", "whether") or _is_cue(after):
            return comma.start(), comma.end() if opens else comma.start() + 1
        ends = _ENDS_WITH_CUE.fullmatch(text, comma.end(), sentence[1]) is not None
        if ends or (after[0] in _GOES_ON and not opens):
            return comma.start(), comma.start()
        if opens and _opens_clause(text, comma.end(), sentence[1]):
            return comma.start(), comma.end()
    if opens and first is not None:
        return first.start(), first.end()
    end = _that(text, start, limit)
    if end is None and bare:
        end = _verb(text, start, limit)
    end = limit if end is None else end
    return end, end


def next_words(text: str, start: int, end: int, count: int) -> list[str]:
    """The first words of a range in lower case, at most `count`."""
    found = []
    for match in _WORD.finditer(text, start, end):
        found.append(match.group().lower())
        if len(found) == count:
            break
    return found


def _is_cue(words: list[str]) -> bool:
    """ "writes that", "has said", "will run": a verb, its auxiliaries before it."""
    if words[0] in _FINITE:
        return True
    for word in words[:3]:
        if word in reporting_forms():
            return True
        if word not in AUXILIARIES:
            return False
    return False


def _opens_clause(text: str, start: int, end: int) -> bool:
    """Whether a clause begins here: its verb stands before the next comma, and no "who" before it."""
    comma = text.find(",", start, end)
    words = next_words(text, start, comma if comma >= 0 else end, 12)
    for place, word in enumerate(words):
        if word in _SUBORDINATE:
            return False
        if place and (word in cue_verb_forms() or word in AUXILIARIES):
            return True
    return False


def _that(text: str, start: int, limit: int) -> int | None:
    """ "citing aides that the talks failed": where "that" opens a clause and is no relative."""
    place = text.find(" that ", start, limit)
    if place < 0:
        return None
    after = next_words(text, place + 6, limit, 1)
    if not after or after[0] in AUXILIARIES or after[0] in reporting_forms():
        return None
    return place


def _verb(text: str, start: int, limit: int) -> int | None:
    """ "A report citing two pilots says P": where the verb of who cites follows the party."""
    for place, word in enumerate(_WORD.finditer(text, start, limit)):
        if place and word.group() in PLAIN_SAYING:
            return trim(text, start, word.start())[1]
    return None
