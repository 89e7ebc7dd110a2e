"""Quotations without a cue: "The coach was blunt. “We were slow.”" is of whom the sentence before tells."""

import re
from bisect import bisect_left

from onrecord.lang.cue_forms import cue_verb_forms
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, is_party, trim
from onrecord.text.quotes import Quotation

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_VERBS = frozenset(
    "is are was were has have had will would can could may might must should does do did went came stood sat "
    "took gave made left got kept put knew thought felt saw spoke rose fell held".split()
)
_WORDS_OF = re.compile(
    r"(?:the |his |her |their |its )?(?:verdict|answer|reply|comment|message|reaction|response|"
    r"advice|explanation|"
    r"words|conclusion|summary|motto|slogan) (?:of|from) (?P<of>.+)|"
    r"(?P<own>.+)['’]s (?:\w+ )?(?:verdict|answer|reply|comment|message|reaction|response|advice|"
    r"explanation|words|"
    r"conclusion|summary|motto|slogan)",
    re.IGNORECASE,
)
_NOBODY = frozenset("it there this that these those what".split())
_FEWEST = 3  # words of a quotation
_LONGEST = 9  # words of who speaks
_ENDS = (".", "!", "?", "…")
_MARKS = "\"“”„‟«»‹›‘’'「」『』`"


def beside_drafts(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts of such quotations, in text order."""
    held = sorted(part for draft in drafts for part in draft.content)
    cues = sorted(part for draft in drafts for part in draft.cue)
    found: list[Draft] = []
    for quotation in layout.quotations:
        part = (quotation.start, quotation.end)
        if not _touches(held, part) and not _touches(cues, part) and _is_sentence(layout, quotation):
            source = _told_of(layout, quotation, cues)
            if source is not None:
                found.append(Draft([source], [], [part], "say", "beside", 0.5, takes_quote=True))
    return found


def _touches(parts: list[Range], part: Range) -> bool:
    place = bisect_left(parts, part)
    return any(start < part[1] and part[0] < end for start, end in parts[max(0, place - 2) : place + 2])


def _is_sentence(layout: Layout, quotation: Quotation) -> bool:
    """Whether the words are a sentence of their own: not a title or a word at arm's length."""
    words = layout.text[quotation.start : quotation.end]
    return len(_WORD.findall(words)) >= _FEWEST and words.rstrip(_MARKS).endswith(_ENDS)


def _told_of(layout: Layout, quotation: Quotation, cues: list[Range]) -> Range | None:
    """Who the sentence before tells of: its subject, when nobody speaks in it."""
    text = layout.text
    start, end = trim(text, max(0, quotation.start - 300), quotation.start, " \t\r\n\xa0")
    if start >= end or (not layout.same_line(end - 1, quotation.start) and text[end - 1] != ":"):
        return None
    if text[end - 1] not in ".:":
        return None
    before = layout.sentence_at(end - 1)
    if before is None or _touches(cues, before) or layout.quotations_in(before[0], end):
        return None
    return _subject(text, (before[0], end))


def _subject(text: str, sentence: Range) -> Range | None:
    words = list(_WORD.finditer(text, sentence[0], min(sentence[1], sentence[0] + 160)))
    place = next((n for n, word in enumerate(words) if n and _is_verb(word.group())), None)
    if place is None or place > _LONGEST:
        return None
    source = trim(text, words[0].start(), words[place].start())
    named = text[source[0] : source[1]]
    if named.lower() in _NOBODY or not named[:1].isupper() or set(named) & set(",;:()"):
        return None
    whose = _WORDS_OF.fullmatch(named)
    if whose is not None:
        name = "of" if whose["of"] else "own"
        source = (source[0] + whose.start(name), source[0] + whose.end(name))
    return source if is_party(text, source) else None


def _is_verb(word: str) -> bool:
    return word in _VERBS or word in cue_verb_forms() or (word.endswith("ed") and word.islower())
