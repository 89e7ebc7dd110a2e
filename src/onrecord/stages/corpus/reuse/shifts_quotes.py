"""Quotation drift: trimmed, altered, turned into indirect speech, put into quotation marks."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from onrecord.data import Shift, Span, span_of
from onrecord.stages.corpus.reuse.beside import Beside, overlap, short_words, telling, unquoted_in
from onrecord.stages.corpus.reuse.readings import Reading
from onrecord.stages.corpus.reuse.sided import clip
from onrecord.text.stems import stem

ALTERED = (75.0, 99.0)
CUT_WORDS = 4
INDIRECT_WORDS = 6
SAME_MATTER = 0.5
SHORTEST = 15
LONGEST = 600
MOST = 12
LEAST_TOLD = 3
_ENDS = re.compile(r"[.!?…]")


def _quotes_in(reading: Reading, span: Span) -> list[Span]:
    found = (
        (max(low, span.start), min(high, span.end))
        for low, high in reading.side.profile.draft.quotes
        if low < span.end and high > span.start
    )
    return [span_of(reading.text, low, high) for low, high in found if SHORTEST < high - low < LONGEST][:MOST]


def _folds(text: str) -> list[str]:
    return [word.fold for word in short_words(text)]


def _altered(reading: Reading, own: str, theirs: str) -> bool:
    """Nearly the same words, neither holding the other, and not only other endings."""
    one, other = _folds(own), _folds(theirs)
    if " ".join(one) in " ".join(other) or " ".join(other) in " ".join(one):
        return False
    if not ALTERED[0] <= fuzz.ratio(" ".join(one), " ".join(other)) <= ALTERED[1]:
        return False
    return sorted(_roots(reading, one)) != sorted(_roots(reading, other))


def _roots(reading: Reading, found: list[str]) -> list[str]:
    return [stem(word, reading.language)[:6] for word in found]


def _cut_short(short: Span, long: Span) -> bool:
    """Whether a quotation stops inside a sentence that the other quotes on ("… unless they pay")."""
    own, other = short_words(short.text), short_words(long.text)
    if len(own) < CUT_WORDS or len(own) >= len(other) or short.text.rstrip()[-1:] not in ".,!?":
        return False
    if [word.fold for word in own] != [word.fold for word in other[: len(own)]]:
        return False
    return not _ENDS.search(long.text[other[len(own) - 1].end : other[len(own)].start])


def _left_out(short: Span, long: Span) -> str:
    """The words by which the longer quotation goes on, "" without."""
    other = short_words(long.text)
    size = len(short_words(short.text))
    return long.text[other[size].start :].strip() if size < len(other) else ""


def quote_shifts(earlier: Reading, later: Reading, pair: Beside) -> Iterator[Shift]:
    """A quotation that is nearly but not quite the same, or that stops inside a sentence."""
    if earlier.language != later.language:
        return
    for quote in _quotes_in(later, pair.later):
        for other in _quotes_in(earlier, pair.earlier):
            reason = f"the quotation “{clip(other.text, 80)}” became “{clip(quote.text, 80)}”"
            if _cut_short(quote, other):
                left_out = clip(_left_out(quote, other), 60)
                if _goes_on(later, left_out):
                    continue
                yield Shift("quotation", other, quote, f"{reason}: it stops before “{left_out}”.")
            elif _cut_short(other, quote):
                more = clip(_left_out(other, quote), 60)
                if _goes_on(earlier, more) or any(later.known.telling.holds(fold) for fold in _folds(more)):
                    continue  # "…, — he says" is the reporter's
                yield Shift("quotation", other, quote, f"{reason}: it goes on with “{more}”.")
            elif _altered(later, quote.text, other.text):
                yield Shift("quotation", other, quote, f"{reason}{_difference(other.text, quote.text)}.")
            else:
                continue
            break


def _goes_on(reading: Reading, rest: str) -> bool:
    """Whether the rest of a quotation stands in the article after all, in another place."""
    return tuple(_folds(rest)[:3]) in reading.quoted_runs


def _difference(before: str, after: str) -> str:
    """The words that only one of two quotations has."""
    one, other = _folds(before), _folds(after)
    gone = [word for word in one if word not in other][:4]
    new = [word for word in other if word not in one][:4]
    parts = ([f"without “{' '.join(gone)}”"] if gone else []) + ([f"with “{' '.join(new)}”"] if new else [])
    return f": {', '.join(parts)}" if parts else ": its words in another order"


def indirect_shifts(earlier: Reading, later: Reading, pair: Beside) -> Iterator[Shift]:
    """What one quotes the other tells in its own words: the same matter, without quotation marks."""
    if pair.headed or earlier.language != later.language:
        return
    if earlier.in_heading(pair.earlier.start) or later.in_heading(pair.later.start):
        return
    before, after = _quotes_in(earlier, pair.earlier), _quotes_in(later, pair.later)
    if before and not after:
        quote = _told(earlier, before, later, pair.later)
        if quote and not _quoted_anywhere(later, quote):
            near = clip(pair.later.text, 80)
            text = f"“{clip(quote.text, 80)}” is quoted in the earlier article, told here: “{near}”."
            yield Shift("quotation", quote, pair.later, text)
    if after and not before:
        quote = _told(later, after, earlier, pair.earlier)
        if quote and not _quoted_anywhere(earlier, quote):
            near = clip(pair.earlier.text, 80)
            text = f"“{clip(quote.text, 80)}” is quoted here, the earlier article tells it: “{near}”."
            yield Shift("quotation", pair.earlier, quote, text)


def _told(quoting: Reading, quotes: list[Span], telling_it: Reading, passage: Span) -> Span | None:
    """The first longer quotation whose telling words the other's passage has."""
    words = " ".join(telling_it.text[w.start : w.end] for w in unquoted_in(telling_it, passage))
    own = telling(telling_it, words)
    for quote in quotes:
        if len(short_words(quote.text)) < INDIRECT_WORDS:
            continue
        matter = telling(quoting, quote.text)
        if len(matter & own) >= LEAST_TOLD and overlap(matter, own) >= SAME_MATTER:
            return quote
    return None


def _quoted_anywhere(reading: Reading, quote: Span) -> bool:
    """Whether an article quotes some three words of a quotation in a row."""
    folds = _folds(quote.text)
    return any(tuple(folds[at : at + 3]) in reading.quoted_runs for at in range(len(folds) - 2))
