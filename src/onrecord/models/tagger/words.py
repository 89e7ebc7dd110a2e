"""A text as the tagger reads it: words, their pieces, their marks (case, quotation, place), paragraphs.

A word is a run of letters and digits or one other visible character. A paragraph is a line: no span
of the tagger crosses a line break. Training (eval/training) uses this very file.
"""

import re
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.models.tagger.quotes import quotation

WORD = re.compile(r"\w+|[^\w\s]")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
CLS, SEP, UNKNOWN = 101, 102, 100
NO_LETTER, LOWER, TITLE, UPPER, OTHER = range(5)
ELSEWHERE, FIRST_PARAGRAPH, PARAGRAPH_START = range(3)
MOST_PIECES = 8  # of one word; more tell nothing
MOST_KNOWN, LONGEST_KNOWN = 50_000, 32  # words kept by a lexicon, and the letters of the longest

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Words of one text: `starts` and `ends` are character offsets, `paragraphs` (first, past last) words."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]
    case: tuple[int, ...]
    quote: tuple[int, ...]
    place: tuple[int, ...]
    paragraphs: tuple[tuple[int, int], ...]


class Lexicon:
    """Pieces and case of words, each looked up once: a word's pieces do not depend on its neighbours."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}

    def look_up(self, words: list[str]) -> list[tuple[tuple[int, ...], int]]:
        """Pieces and case of each word."""
        known = self._known
        fresh = sorted({word for word in words if word not in known})
        found = dict(zip(fresh, zip(self._pieces(fresh), map(_case, fresh), strict=True), strict=True))
        told = [known.get(word) or found[word] for word in words]
        if len(known) + len(found) > MOST_KNOWN:
            known.clear()
        known.update((word, item) for word, item in found.items() if len(word) <= LONGEST_KNOWN)
        return told

    def _pieces(self, words: list[str]) -> list[tuple[int, ...]]:
        if not words:
            return []
        pieces: list[list[int]] = [[] for _ in words]
        encoded = self._tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        for number, owner in zip(encoded.ids, encoded.word_ids, strict=True):
            if owner is not None and len(pieces[owner]) < MOST_PIECES:
                pieces[owner].append(number)
        return [tuple(own) or (UNKNOWN,) for own in pieces]


def split_words(text: str, lexicon: Lexicon, whole: bool = True) -> Words:
    """Words of any text; lone surrogates, which no UTF-8 can hold, are read as U+FFFD.

    `whole` says that the text begins where its article does: its first line is marked (mostly a title),
    unless it is the only one.
    """
    words: list[str] = []
    starts: list[int] = []
    quote: list[int] = []
    paragraphs: list[tuple[int, int]] = []
    begin = 0
    for line in LONE_SURROGATE.sub("\ufffd", text).split("\n"):
        found = [(match.start(), match.group()) for match in WORD.finditer(line)]
        if found:
            paragraphs.append((len(words), len(words) + len(found)))
            starts += [begin + start for start, _ in found]
            words += [word for _, word in found]
            quote += quotation(line, found)
        begin += len(line) + 1
    known = lexicon.look_up(words)
    return Words(
        tuple(starts),
        tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        tuple(pieces for pieces, _ in known),
        tuple(case for _, case in known),
        tuple(quote),
        _places(len(words), paragraphs, whole and len(paragraphs) > 1),
        tuple(paragraphs),
    )


def _case(word: str) -> int:
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if not any(char.isalpha() for char in word):
        return NO_LETTER
    return TITLE if word[0].isupper() and word[1:].islower() else OTHER


def _places(count: int, paragraphs: list[tuple[int, int]], whole: bool = True) -> tuple[int, ...]:
    places = [ELSEWHERE] * count
    for number, (first, last) in enumerate(paragraphs):
        if whole and number == 0:
            places[first:last] = [FIRST_PARAGRAPH] * (last - first)
        places[first] = PARAGRAPH_START
    return tuple(places)


def windows(words: Words, limit: int, room: int | None = None) -> list[tuple[int, int]]:
    """Whole paragraphs packed to at most `limit` pieces with the marks around them; a longer one is cut.

    Each is (first word, one past the last); together they cover the text, in order. The first one is
    filled to `room` only (training shifts the windows with it).
    """
    sizes = [len(own) for own in words.pieces]
    found: list[tuple[int, int]] = []
    begin, used = 0, 2
    for first, last in words.paragraphs:
        size = sum(sizes[first:last]) + 1
        if used + size > (room if room and not found else limit) and begin < first:
            found.append((begin, first))
            begin, used = first, 2
        for number in range(first, last) if used + size > limit else ():
            if used + sizes[number] > limit:
                found.append((begin, number))
                begin, used = number, 2
            used += sizes[number]
        used = used + 1 if used + size > limit else used + size
    return [*found, (begin, len(sizes))] if begin < len(sizes) else found


def feed(words: Words, first: int, last: int, lead: int = CLS) -> tuple[Numbers, Numbers]:
    """What the network reads of one window, and the place of each word's first piece in it.

    The first is (4, pieces): piece numbers, case, quotation, place. `lead` stands before all, SEP between
    paragraphs and at the end.
    """
    pieces = words.pieces[first:last]
    marks = np.array([words.case[first:last], words.quote[first:last], words.place[first:last]], np.int64)
    sizes = np.array([len(own) for own in pieces], np.int64)
    breaks = marks[2] == PARAGRAPH_START
    breaks[0] = False
    before = np.cumsum(sizes) - sizes
    heads = 1 + before + np.cumsum(breaks)
    places = np.repeat(heads - before, sizes) + np.arange(int(sizes.sum()))
    fed = np.zeros((4, int(heads[-1] + sizes[-1]) + 1), np.int64)
    fed[0], fed[0, 0] = SEP, lead
    fed[0, places] = list(chain.from_iterable(pieces))
    fed[1:, places] = np.repeat(marks, sizes, axis=1)
    return fed, heads
