"""Quotations that say the same in other words inside their marks, and quotations trimmed in a translation.

A quotation that was translated and translated back keeps its matter and loses its wording. Two quotations
of one speaker can also be two sentences that he spoke: shown side by side, never judged.
"""

from collections.abc import Iterator

from rapidfuzz import fuzz

from onrecord.data import Shift, Span, span_of
from onrecord.stages.corpus.reuse.beside import Beside, overlap, short_words, telling, unquoted_in
from onrecord.stages.corpus.reuse.readings import Reading, name_key
from onrecord.stages.corpus.reuse.sided import clip
from onrecord.stages.corpus.reuse.tongue import foreign_tongue
from onrecord.text.fold import Word

LEAST_WORDS = 5
LONGEST = 600
REWORDED = 75.0  # likeness from which on a quotation is altered, not reworded
LEAST_SHARED = 2
SAME_MATTER = 0.5
NEARLY = 0.3  # where one of the two says that it comes from another language
PIECE = 5  # words in a row
SIZES = 2.0
FULL = 12  # words of a quotation that a translation can trim
TRIMMED = 0.5
LESS = 0.75


def reworded_shifts(earlier: Reading, later: Reading, pair: Beside) -> Iterator[Shift]:
    """Each passage quotes one speaker once, the same matter in other words."""
    if earlier.language != later.language or pair.headed:
        return
    before, after = _quotes(earlier, pair.earlier), _quotes(later, pair.later)
    if len(before) != 1 or len(after) != 1 or not _other_words(_folds(before[0]), _folds(after[0])):
        return
    one, other = before[0], after[0]
    who = _speaker(earlier, pair.earlier, one), _speaker(later, pair.later, other)
    if who[0] is None or who[1] is None or name_key(who[0].fold) != name_key(who[1].fold):
        return
    tongue = foreign_tongue(later.side) or foreign_tongue(earlier.side)
    said = telling(earlier, one.text), telling(later, other.text)
    alike = overlap(*said) >= (NEARLY if tongue else SAME_MATTER)
    if len(said[0] & said[1]) < LEAST_SHARED or not alike:
        return
    if _quoted_elsewhere(later, one, other) or _quoted_elsewhere(earlier, other, one):
        return
    text = (
        f"“{clip(one.text, 100)}” became “{clip(other.text, 100)}”, both quoted from "
        f"{later.at(who[1]).text}: reworded inside its marks{_difference(_folds(one), _folds(other))}."
    )
    if tongue is not None:
        text += f" “{tongue}”: a quotation translated there and back looks like this."
    yield Shift("quotation", one, other, text)


def _other_words(before: list[str], after: list[str]) -> bool:
    """Whether two quotations are of one size, of other words, and neither cut out of the other."""
    sizes = sorted((len(before), len(after)))
    if sizes[0] < LEAST_WORDS or sizes[1] > SIZES * sizes[0] or _in_one_piece(before, after):
        return False
    return fuzz.ratio(" ".join(before), " ".join(after)) < REWORDED


def trimmed_abroad(earlier: Reading, later: Reading, pair: Beside) -> Iterator[Shift]:
    """A translation quotes half of what its source quotes at this place, or less, and less altogether."""
    if earlier.language == later.language or pair.headed:
        return
    before, after = _quotes(earlier, pair.earlier), _quotes(later, pair.later)
    if len(before) != 1 or len(after) != 1:
        return
    sizes = len(_folds(before[0])), len(_folds(after[0]))
    quoted = [sum(len(words) for _, _, words in reading.quoted) for reading in (earlier, later)]
    if sizes[0] < FULL or sizes[1] < 2 or sizes[1] > TRIMMED * sizes[0] or quoted[1] > LESS * quoted[0]:
        return
    text = (
        f"“{clip(before[0].text, 120)}” ({sizes[0]} words) is quoted as “{clip(after[0].text, 80)}” "
        f"({sizes[1]} words): trimmed in the translation."
    )
    yield Shift("quotation", before[0], after[0], text)


def _quotes(reading: Reading, passage: Span) -> list[Span]:
    """The whole quotations that begin in a passage."""
    return [
        span_of(reading.text, low, high)
        for low, high, _ in reading.quoted
        if passage.start <= low < passage.end and high - low < LONGEST
    ]


def _folds(quote: Span) -> list[str]:
    return [word.fold for word in short_words(quote.text)]


def _quoted_elsewhere(reading: Reading, quote: Span, counterpart: Span) -> bool:
    """Whether an article quotes three words of a quotation in a row, other than in its counterpart."""
    folds = _folds(quote)
    runs = {tuple(folds[at : at + 3]) for at in range(len(folds) - 2)}
    for low, _, words in reading.quoted:
        if low != counterpart.start and any(words[at : at + 3] in runs for at in range(len(words) - 2)):
            return True
    return False


def _in_one_piece(one: list[str], other: list[str]) -> bool:
    """Whether two quotations share words in a row: then one is cut out of the other, not reworded."""
    runs = {tuple(one[at : at + PIECE]) for at in range(len(one) - PIECE + 1)}
    return any(tuple(other[at : at + PIECE]) in runs for at in range(len(other) - PIECE + 1))


def _speaker(reading: Reading, passage: Span, quote: Span) -> Word | None:
    """The last word of the name nearest to the word of saying, or to the quotation without one."""
    own = unquoted_in(reading, passage)
    said = [word for word in own if reading.known.telling.holds(word.fold) and not word.capital]
    low, high = quote.start, quote.end
    if said:
        cue = min(said, key=lambda word: (_apart(word.start, word.end, low, high), word.start))
        low, high = cue.start, cue.end
    names = [
        name.words
        for name in reading.names
        if name.sure
        and passage.start <= name.words[0].start < passage.end
        and not quote.start <= name.words[0].start < quote.end
    ]  # fmt: skip
    nearest = sorted(names, key=lambda run: (_apart(run[0].start, run[-1].end, low, high), run[0].start))
    return nearest[0][-1] if nearest else None


def _apart(first: int, last: int, low: int, high: int) -> int:
    """Characters between two ranges."""
    return max(first - high, low - last, 0)


def _difference(before: list[str], after: list[str]) -> str:
    """The words that only one of two quotations has."""
    gone = [word for word in before if word not in after][:5]
    new = [word for word in after if word not in before][:5]
    return f", without “{' '.join(gone)}”, with “{' '.join(new)}”" if gone and new else ""
