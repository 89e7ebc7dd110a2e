"""Drift inside a reuse: who is said to hold a thing, how firmly, a figure, a day, a quotation.

Shown beside each other, never judged: a shift says that the wording moved, not that the meaning did.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from rapidfuzz import fuzz

from onrecord.data import Attribution, MentionKind, Passage, Shift, Span, span_of
from onrecord.lang.commitment import CLAUSE_WORDS, FIRMNESS, PRONOUNS, WEEKDAYS
from onrecord.lang.states import codes_by_demonym, codes_by_name
from onrecord.stages.corpus.reuse.sided import Sided, clip
from onrecord.text.fold import Word, words
from onrecord.text.terms import is_number

_STOP = re.compile(r"[,;:()\"“”„«»—–\n]|\s['‘]|['’](?=\s)")
_ENDS = re.compile(r"[.!?…]")
MAX_SHIFTS = 20
ALTERED = (75.0, 99.0)
CUT_WORDS = 4
_START = attrgetter("start")
ALIKE = 70.0
SHARED_CONTENT = 0.3


_short_words = lru_cache(maxsize=20_000)(words)  # of names and quotations, which come again and again


@dataclass(frozen=True, slots=True)
class Beside:
    """Two aligned sentences."""

    earlier: Span
    later: Span


def _name(side: Sided, source: Span) -> str:
    """The source as it stands, but a person by the name that the article gives elsewhere ("he").

    A state keeps its wording: whether "Moscow" or "the Kremlin" is said to hold a thing is the point.
    """
    for mention in side.findings.mentions:
        overlaps = mention.span.start < source.end and source.start < mention.span.end
        if overlaps and mention.name and mention.kind is MentionKind.PERSON:
            return mention.name
    return source.text


def _holders(side: Sided, sentence: Span) -> list[tuple[Attribution, str]]:
    """Attributions whose content lies in a sentence, outer before inner, with the name of who holds it."""
    found = [
        (one, _name(side, one.source[0]))
        for one in side.findings.attributions
        if one.source and any(sentence.start <= part.start < sentence.end for part in one.content)
    ]
    found.sort(key=lambda item: (-sum(len(part.text) for part in item[0].content), item[0].id))
    return [item for item in found if not {w.fold for w in _short_words(item[1])} <= PRONOUNS]


def _key(name: str) -> frozenset[str]:
    found = _short_words(name)
    return frozenset(word.fold for word in found if word.capital) or frozenset(word.fold for word in found)


def _states(name: str) -> frozenset[str]:
    """Codes of the states that a name or a demonym in it stands for; capitals and seats are left out."""
    raw = [name[word.start : word.end] for word in _short_words(name)]
    tables = codes_by_name(), codes_by_demonym()
    return frozenset(code for word in raw for table in tables for code in table.get(word, ()))


def _akin(one: str, other: str) -> bool:
    """Whether two names share a word or a state, allowing for spelling and inflection."""
    return bool(_states(one) & _states(other)) or any(
        left.startswith(right) or right.startswith(left) or fuzz.ratio(left, right) >= ALIKE
        for left in _key(one)
        for right in _key(other)
    )


def _same_content(one: Attribution, other: Attribution) -> bool:
    """Whether two attributions are of one thing: as deeply nested, sharing their longer words."""
    if (one.parent is None) != (other.parent is None):
        return False
    left, right = (
        {w.fold for part in item.content for w in _short_words(part.text) if len(w.fold) > 3}
        for item in (one, other)
    )
    return len(left & right) >= SHARED_CONTENT * max(1, min(len(left), len(right)))


def _holder_shifts(earlier: Sided, later: Sided, pair: Beside) -> Iterator[Shift]:
    """Attributions of the same thing whose holders share no word."""
    ours, theirs = _holders(later, pair.later), _holders(earlier, pair.earlier)
    for one, name in ours:
        rivals = [(other, before) for other, before in theirs if _same_content(one, other)]
        raw = one.source[0].text
        if not rivals or any(_akin(name, b) or _akin(raw, o.source[0].text) for o, b in rivals):
            continue
        other, before = rivals[0]
        near = clip(pair.later.text, 90)
        reason = f"“{before}” holds it in the earlier article, “{name}” in the later: “{near}”."
        yield Shift("holder", other.source[0], one.source[0], reason)


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


def _firm(found: Sequence[Word]) -> list[tuple[str, tuple[str, ...], Word, Word]]:
    """Places that say how firmly: class, the words, first and last word."""
    places = []
    for at, word in enumerate(found):
        for size in (2, 1):
            phrase = tuple(one.fold for one in found[at : at + size])
            if phrase in FIRMNESS:
                places.append((FIRMNESS[phrase], phrase, word, found[at + len(phrase) - 1]))
                break
    return places


def _places(side: Sided, sentence: Span) -> range:
    found = side.profile.draft.words
    first = bisect_left(found, sentence.start, key=_START)
    return range(first, bisect_left(found, sentence.end, lo=first, key=_START))


def _words_in(side: Sided, sentence: Span) -> list[Word]:
    return [side.profile.draft.words[at] for at in _places(side, sentence)]


def _unquoted_words_in(side: Sided, sentence: Span) -> list[Word]:
    draft = side.profile.draft
    return [draft.words[at] for at in _places(side, sentence) if not draft.inside[at]]


def _firmness_shift(earlier: Sided, later: Sided, pair: Beside) -> Iterator[Shift]:
    """A commitment put in other words: another firmness, or readiness for another thing."""
    before, after = (
        _firm(_unquoted_words_in(earlier, pair.earlier)),
        _firm(_unquoted_words_in(later, pair.later)),
    )
    if not before or not after or {p[1] for p in before} & {p[1] for p in after}:
        return
    one, other = before[0], after[0]
    left = _clause(earlier.text, pair.earlier, one[2].start, one[3].end)
    right = _clause(later.text, pair.later, other[2].start, other[3].end)
    what = f"{one[0]} became {other[0]}" if one[0] != other[0] else f"{one[0]} in other words"
    reason = f"“{clip(left.text, 90)}” became “{clip(right.text, 90)}”: {what}."
    yield Shift("commitment", left, right, reason)


def _figure_shifts(earlier: Sided, later: Sided, pair: Beside) -> Iterator[Shift]:
    """A figure or a weekday of the earlier sentence for which the later has another one."""
    ours, theirs = _words_in(later, pair.later), _words_in(earlier, pair.earlier)
    for kind, belongs in (("number", is_number), ("day", WEEKDAYS.__contains__)):
        here = {w.fold: w for w in ours if belongs(w.fold)}
        there = {w.fold: w for w in theirs if belongs(w.fold)}
        new = [w for fold, w in here.items() if fold not in there]
        gone = [w for fold, w in there.items() if fold not in here]
        if len(new) == 1 and len(gone) == 1:
            left = span_of(earlier.text, gone[0].start, gone[0].end)
            right = span_of(later.text, new[0].start, new[0].end)
            near = clip(pair.later.text, 80)
            yield Shift(kind, left, right, f"“{left.text}” became “{right.text}” in “{near}”.")


def _quotes_in(side: Sided, sentence: Span) -> list[Span]:
    found = [
        (max(low, sentence.start), min(high, sentence.end))
        for low, high in side.profile.draft.quotes
        if low < sentence.end and high > sentence.start
    ]
    return [span_of(side.text, low, high) for low, high in found if high - low > 15]


def _altered(own: str, theirs: str) -> bool:
    likeness = fuzz.ratio(own, theirs)
    return ALTERED[0] <= likeness <= ALTERED[1] and own not in theirs and theirs not in own


def _cut_short(short: Span, long: Span) -> bool:
    """Whether a quotation stops inside a sentence that the other quotes on ("… unless they pay")."""
    own, other = _short_words(short.text), _short_words(long.text)
    if len(own) < CUT_WORDS or len(own) >= len(other) or not _closed(short.text):
        return False
    if [word.fold for word in own] != [word.fold for word in other[: len(own)]]:
        return False
    return not _ENDS.search(long.text[other[len(own) - 1].end : other[len(own)].start])


def _closed(quote: str) -> bool:
    """Whether a quotation ends like a whole sentence, or as one that the reporter goes on from."""
    return quote.rstrip()[-1:] in ".,!?"


def _quote_shifts(earlier: Sided, later: Sided, pair: Beside) -> Iterator[Shift]:
    """A quotation that is nearly but not quite the same."""
    for quote in _quotes_in(later, pair.later):
        own = " ".join(word.fold for word in _short_words(quote.text))
        for other in _quotes_in(earlier, pair.earlier):
            theirs = " ".join(word.fold for word in _short_words(other.text))
            if _altered(own, theirs) or _cut_short(quote, other) or _cut_short(other, quote):
                reason = f"the quotation “{clip(other.text, 80)}” became “{clip(quote.text, 80)}”."
                yield Shift("quotation", other, quote, reason)
                break


def _opening(side: Sided) -> Span | None:
    """The sentence of the text that sums it up best for a reader in a hurry: the first that is no heading."""
    for number, sentence in enumerate(side.profile.draft.sentences):
        if not sentence.heading and sentence.last - sentence.first > 5:
            return side.sentence(number)
    return None


def _heading(side: Sided) -> Span | None:
    for number, sentence in enumerate(side.profile.draft.sentences[:1]):
        if sentence.heading:
            return side.sentence(number)
    return None


def _besides(earlier: Sided, later: Sided, passages: tuple[Passage, ...]) -> list[Beside]:
    """Aligned sentences, and headline beside opening: both sum up the whole."""
    found = [
        Beside(p.earlier, p.later)
        for p in passages
        if p.earlier is not None and p.later is not None and p.earlier.text != p.later.text
    ]
    for left, right in (
        (_heading(earlier), _heading(later)),
        (_heading(earlier), _opening(later)),
        (_opening(earlier), _opening(later)),
    ):
        if left and right:
            found.append(Beside(left, right))
    return list(dict.fromkeys(found))


def find_shifts(earlier: Sided, later: Sided, passages: tuple[Passage, ...]) -> tuple[Shift, ...]:
    """Shifts in the order of the later article, at most MAX_SHIFTS."""
    found: dict[tuple[Span, Span], Shift] = {}
    for pair in _besides(earlier, later, passages):
        for kind in (_holder_shifts, _firmness_shift, _figure_shifts, _quote_shifts):
            for shift in kind(earlier, later, pair):
                found.setdefault((shift.earlier, shift.later), shift)
    ordered = sorted(found.values(), key=lambda s: (s.later.start, s.later.end, s.kind, s.earlier.start))
    return tuple(ordered[:MAX_SHIFTS])
