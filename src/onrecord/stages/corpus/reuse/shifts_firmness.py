"""Shifts of firmness: a readiness, duty or prediction that was put in other words."""

import re
from collections.abc import Iterator, Sequence

from onrecord.data import Shift, Span, span_of
from onrecord.lang.commitment import CLAUSE_WORDS, FIRMNESS
from onrecord.stages.corpus.reuse.beside import Beside, overlap, telling, unquoted_in
from onrecord.stages.corpus.reuse.readings import Reading
from onrecord.stages.corpus.reuse.sided import clip
from onrecord.text.fold import Word, words

_STOP = re.compile(r"[,;:()\"“”„«»—–\n]|\s['‘]|['’](?=\s)")
SHARED = 0.4
LEAST = 2
LEAST_ALONE = 1
WISH = "wish"
ALIKE = 0.45
OFFERED = "readiness"
MAX_CHARACTERS = 1_000

Place = tuple[str, tuple[str, ...], Word, Word]


def _firm(found: Sequence[Word], language: str) -> list[Place]:
    """Places that say how firmly: class, the words, first and last word."""
    table = FIRMNESS.get(language, {})
    places: list[Place] = []
    for at, word in enumerate(found):
        for size in (2, 1):
            phrase = tuple(one.fold for one in found[at : at + size])
            if phrase in table and not _denied(found, at) and not (word.fold == "may" and word.capital):
                places.append((table[phrase], phrase, word, found[at + len(phrase) - 1]))
                break
    return places


def firmness_shifts(earlier: Reading, later: Reading, pair: Beside) -> Iterator[Shift]:
    """A commitment put in other words: another firmness, or readiness for another thing.

    The clauses must share words, else each may speak of its own matter; a headline and an opening share
    what they sum up, and are held beside each other for readiness alone.
    """
    longest = max(len(pair.earlier.text), len(pair.later.text))
    if earlier.language != later.language or longest > MAX_CHARACTERS:
        return
    before = _firm(unquoted_in(earlier, pair.earlier), earlier.language)
    after = _firm(unquoted_in(later, pair.later), later.language)
    if not before or not after or {p[1] for p in before} & {p[1] for p in after}:
        return
    one, other = before[0], after[0]
    offered = one[0] == other[0] == OFFERED
    if (one[0] == other[0] and not offered) or (pair.headed and not offered):
        return
    if _ends_sentence(earlier, one) or _ends_sentence(later, other):
        return  # "Krail said he would": what he would is not said
    left = _clause(earlier.text, pair.earlier, one[2].start, one[3].end)
    right = _clause(later.text, pair.later, other[2].start, other[3].end)
    alone = len(before) == len(after) == 1 and WISH not in (one[0], other[0])
    if not offered and not _of_one(earlier, later, pair, (left, right), alone):
        return
    what = f"{one[0]} became {other[0]}" if one[0] != other[0] else f"{one[0]} in other words"
    yield Shift(
        "commitment", left, right, f"“{clip(left.text, 90)}” became “{clip(right.text, 90)}”: {what}."
    )


def _of_one(earlier: Reading, later: Reading, pair: Beside, clauses: tuple[Span, Span], only: bool) -> bool:
    """Whether two clauses speak of one thing: they share words, or are the only ones of like passages."""
    own, other = _matter(earlier, clauses[0]), _matter(later, clauses[1])
    if len(own & other) >= LEAST and overlap(own, other) >= SHARED:
        return True
    if not only or min(len(own), len(other)) < LEAST_ALONE:
        return False
    return overlap(telling(earlier, pair.earlier.text), telling(later, pair.later.text)) >= ALIKE


def _matter(reading: Reading, clause: Span) -> frozenset[str]:
    """What a clause tells, verbs of saying left out."""
    kept = [word for word in words(clause.text) if not reading.known.telling.holds(word.fold)]
    return telling(reading, " ".join(clause.text[word.start : word.end] for word in kept))


def _ends_sentence(reading: Reading, place: Place) -> bool:
    """Whether no word follows in the clause."""
    after = place[3].end
    return reading.text[after : after + 1] in ".,;:!?" or not reading.after(place[3])


def _denied(found: Sequence[Word], at: int) -> bool:
    """Whether "not" follows: "may not enter" forbids, "would not say" is silence."""
    return at + 1 < len(found) and found[at + 1].fold == "not"


def _clause(text: str, sentence: Span, first: int, last: int) -> Span:
    """The clause around offsets `first` to `last` (of the article), up to punctuation or a clause word."""
    start, end = sentence.start, sentence.end
    for match in _STOP.finditer(text, sentence.start, sentence.end):
        if match.end() <= first:
            start = max(start, match.end())
        elif match.start() >= last:
            end = min(end, match.start())
    return _trim(text, start, end, first, last)


def _trim(text: str, start: int, end: int, first: int, last: int) -> Span:
    """Cut at clause words on either side of the words that matter."""
    low, high = start, end
    for word in words(text[start:end]):
        if word.fold in CLAUSE_WORDS:
            if start + word.end <= first:
                low = start + word.end
            elif start + word.start >= last:
                high = start + word.start
                break
    raw = text[low:high]
    low += len(raw) - len(raw.lstrip())
    return span_of(text, low, max(low, low + len(raw.strip())))
