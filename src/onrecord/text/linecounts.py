"""What stands in each line of a text, counted in whole numbers for all lines at once (numpy, linear).

No language is asked: letters by case, digits, marks of punctuation by use, words by length and case.
Letters of scripts without case (Chinese, Arabic ...) are counted apart.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

(OTHER, UPPER, LOWER, CASELESS, DIGIT, SPACE, ENDING, COMMA, COLON, CLOSING, QUOTE, BAR, OPENING) = range(13)
KINDS = 13
ENDINGS = ".!?…。！？｡؟۔।"
COMMAS = ",;、，،؛；"
COLONS = ":："
CLOSINGS = ")]}»”’）」』】›"
QUOTES = "\"'“„«‘‚「『"
OPENINGS = "([{（【"
BARS = "|•·→►▶<>/\\*+#_=~←©®@✓▼▲❯"
BASIC_PLANE = 1 << 16
SHORT_WORD = 4
LONG_WORD = 7
STEPS_BACK = 3
STEM = 5
MIN_STEM = 4
HASHES = 1 << 16
YEAR_DIGITS = 4
LATIN_END, CYRILLIC_START, CYRILLIC_END = 0x250, 0x400, 0x530


@cache
def _kinds() -> NDArray[np.uint8]:
    """The kind of each character of the basic plane; what lies beyond is taken for `OTHER`."""
    table = np.zeros(BASIC_PLANE, np.uint8)
    for code in range(BASIC_PLANE):
        category = unicodedata.category(chr(code))
        if category[0] == "L" or category in ("Mn", "Mc"):
            table[code] = (
                UPPER if category in ("Lu", "Lt") else LOWER if category in ("Ll", "Mn") else CASELESS
            )
        elif category == "Nd":
            table[code] = DIGIT
        elif category[0] in "ZC":
            table[code] = SPACE
    for marks, kind in ((BARS, BAR), (ENDINGS, ENDING), (COMMAS, COMMA), (COLONS, COLON)):
        for mark in marks:
            table[ord(mark)] = kind
    for marks, kind in ((CLOSINGS, CLOSING), (QUOTES, QUOTE), (OPENINGS, OPENING)):
        for mark in marks:
            table[ord(mark)] = kind
    return table


@cache
def _folded() -> Ints:
    """The lower-case letter of each character of the basic plane."""
    lower = (chr(code).lower() for code in range(BASIC_PLANE))
    return np.array([ord(letter[0]) for letter in lower], np.int64)


@dataclass(frozen=True, slots=True)
class LineCounts:
    """Counts by name, one number a line; and the word stems of the text with the line each stands in.

    A stem is a hash (16 bits) of the first five letters of a longer word, or of two letters without case.
    """

    counts: dict[str, Ints]
    stems: Ints
    stem_lines: Ints


def count_lines(text: str, starts: Sequence[int], ends: Sequence[int]) -> LineCounts:
    """Counts for the lines of `text`, from `starts` to `ends` (code points, half open, in order)."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _kinds().take(np.minimum(codes, BASIC_PLANE - 1))
    kinds[codes >= BASIC_PLANE] = OTHER
    first, last = np.array(starts, np.int64), np.array(ends, np.int64)
    # Which line each character belongs to; what stands between lines belongs to one more.
    lines = len(first)
    steps = np.zeros(len(codes) + 1, np.int64)
    steps[first] += 1
    inside = np.zeros(len(codes) + 1, np.int64)
    np.add.at(inside, first, 1)
    np.add.at(inside, last, -1)
    line = np.where(np.cumsum(inside)[:-1] > 0, np.cumsum(steps)[:-1] - 1, lines)
    table = np.bincount(line * KINDS + kinds, minlength=(lines + 1) * KINDS).reshape(-1, KINDS)[:lines]
    counts = {
        "length": last - first,
        "upper": table[:, UPPER],
        "lower": table[:, LOWER],
        "caseless": table[:, CASELESS],
        "digits": table[:, DIGIT],
        "endings": table[:, ENDING],
        "commas": table[:, COMMA],
        "colons": table[:, COLON],
        "quotes": table[:, QUOTE] + table[:, CLOSING],
        "brackets": table[:, OPENING],
        "bars": table[:, BAR],
        "others": table[:, OTHER],
    }
    counts |= _words(kinds, line, lines)
    counts |= _edges(kinds, first, last)
    counts |= _spacing(kinds, codes, line, first, lines)
    counts |= _numbers(kinds, codes, line, lines)
    counts |= _scripts(kinds, codes, line, lines)
    stems, stem_lines = _stems(kinds, codes, line)
    within = stem_lines < lines
    return LineCounts(counts, stems[within], stem_lines[within])


def _stems(kinds: NDArray[np.uint8], codes: NDArray[np.uint32], line: Ints) -> tuple[Ints, Ints]:
    """Hashes of word stems, and the line that each stands in."""
    letters = _folded().take(np.minimum(codes, BASIC_PLANE - 1))
    cased = (kinds == UPPER) | (kinds == LOWER)
    edge = np.diff(np.concatenate(([0], cased.view(np.int8), [0])))
    begins, stops = np.flatnonzero(edge == 1), np.flatnonzero(edge == -1)
    begins = begins[stops - begins >= MIN_STEM]
    padded = np.concatenate((letters * cased, np.zeros(STEM, np.int64)))
    hashed = np.zeros(len(begins), np.int64)
    for step in range(STEM):
        hashed = (hashed * 257 + padded[begins + step]) % 1_000_003
    caseless = kinds == CASELESS
    pairs = np.flatnonzero(caseless[:-1] & caseless[1:])
    paired = (letters[pairs] * 257 + letters[pairs + 1]) % 1_000_003
    return np.concatenate((hashed, paired)) % HASHES, np.concatenate((line[begins], line[pairs]))


def _per_line(line: Ints, chosen: NDArray[np.bool_], lines: int) -> Ints:
    return np.bincount(line[chosen], minlength=lines + 1)[:lines]


def _words(kinds: NDArray[np.uint8], line: Ints, lines: int) -> dict[str, Ints]:
    """Runs of cased letters by length and first letter; one word for two letters without case."""
    cased = (kinds == UPPER) | (kinds == LOWER)
    edge = np.diff(np.concatenate(([0], cased.view(np.int8), [0])))
    begins, stops = np.flatnonzero(edge == 1), np.flatnonzero(edge == -1)
    size, of = stops - begins, line[begins]
    small = kinds[begins] == LOWER
    capital = ~small
    opens = np.ones(len(of), np.bool_)
    opens[1:] = of[1:] != of[:-1]
    caseless = np.bincount(line[kinds == CASELESS], minlength=lines + 1)[:lines]
    return {
        "words": _per_line(of, np.ones(len(of), np.bool_), lines) + caseless // 2,
        "capitals": _per_line(of, capital & ~opens, lines),
        "small short": _per_line(of, small & (size <= SHORT_WORD), lines),
        "small long": _per_line(of, small & (size >= LONG_WORD), lines),
        "long": _per_line(of, size >= LONG_WORD, lines),
    }


def _edges(kinds: NDArray[np.uint8], first: Ints, last: Ints) -> dict[str, Ints]:
    """The kind of the first character, and of the last one before closing marks."""
    end = last - 1
    for _ in range(STEPS_BACK):
        back = (kinds[end] == CLOSING) | (kinds[end] == QUOTE)
        end = np.maximum(np.where(back, end - 1, end), first)
    return {"begins": kinds[first].astype(np.int64), "ends": kinds[end].astype(np.int64)}


def _numbers(kinds: NDArray[np.uint8], codes: NDArray[np.uint32], line: Ints, lines: int) -> dict[str, Ints]:
    """Digits joined by points, slashes, dashes or colons (dates, times); years; addresses."""
    digit = kinds == DIGIT
    joint = (codes == 46) | (codes == 47) | (codes == 45) | (codes == 58)
    joined = digit[:-2] & joint[1:-1] & digit[2:]
    edge = np.diff(np.concatenate(([0], digit.view(np.int8), [0])))
    begins, stops = np.flatnonzero(edge == 1), np.flatnonzero(edge == -1)
    begins = begins[stops - begins == YEAR_DIGITS]
    century = (codes[begins] - 48) * 10 + codes[begins + 1] - 48 if len(begins) else begins
    years = begins[(century == 19) | (century == 20)]
    solid = kinds != SPACE
    at = solid[:-2] & (codes[1:-1] == 64) & solid[2:]
    scheme = (codes[:-2] == 58) & (codes[1:-1] == 47) & (codes[2:] == 47)
    return {
        "dates": _per_line(line[1:-1], joined, lines),
        "years": np.bincount(line[years], minlength=lines + 1)[:lines],
        "addresses": _per_line(line[1:-1], at | scheme, lines),
    }


def _scripts(kinds: NDArray[np.uint8], codes: NDArray[np.uint32], line: Ints, lines: int) -> dict[str, Ints]:
    """Letters of Latin script and of Cyrillic."""
    cased = (kinds == UPPER) | (kinds == LOWER)
    return {
        "latin": _per_line(line, cased & (codes < LATIN_END), lines),
        "cyrillic": _per_line(line, cased & (codes >= CYRILLIC_START) & (codes < CYRILLIC_END), lines),
    }


def _spacing(
    kinds: NDArray[np.uint8], codes: NDArray[np.uint32], line: Ints, first: Ints, lines: int
) -> dict[str, Ints]:
    """Sentence ends inside a line, wide gaps inside it, and the white space before it on its row."""
    after = np.append(kinds[1:], SPACE)
    before = np.concatenate(([SPACE], kinds[:-1]))
    ended = (
        ((kinds == ENDING) | (kinds == COLON)) & (after == SPACE) & ((before == LOWER) | (before == CASELESS))
    )
    space = kinds == SPACE
    wide = space & (after == SPACE) & (before != SPACE)
    rows = np.concatenate(([-1], np.flatnonzero(codes == 10)))
    row = rows[np.searchsorted(rows, first, side="left") - 1]
    return {
        "inner ends": _per_line(line, ended, lines),
        "wide gaps": _per_line(line, wide, lines),
        "indent": np.where(first > 0, first - row - 1, 0),
    }
