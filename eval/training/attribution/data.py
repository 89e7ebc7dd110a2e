"""Gold articles as words, tags and links, and the windows that make up a training batch.

Words, windows and what the encoder is fed come from the package (onrecord.models.tagger): training and
running share one definition.
"""

import random
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from eval.gold import Record
from onrecord.models.tagger.words import Lexicon, Words, split_words, windows

ROLES = ("source", "cue", "content")
TAGS = 1 + 4 * len(ROLES)  # outside; then begin, inside, end, single of each role
BEGIN, INSIDE, END, SINGLE = range(4)
# How often an article is read with marks of another style: the four below, in this order.
STYLES = (("straight or curly", 0.25), ("single", 0.08), ("guillemets", 0.04), ("low", 0.03))

Tags = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of words with one role; `last` is inclusive."""

    role: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Held:
    """A cue with its source (or None) and contents, as numbers in `Gold.fragments`."""

    cue: int
    source: int | None
    contents: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Gold:
    """Tags of words, fragments, and what belongs to each cue."""

    tags: Tags
    fragments: tuple[Fragment, ...]
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """One gold article: its own text, and the same words with other quotation marks."""

    record: Record
    variants: tuple[tuple[Words, Gold], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Words first..last-1 of a variant of an article."""

    article: int
    variant: int
    first: int
    last: int


def load_lexicon(text: str) -> Lexicon:
    """The pieces of words by a tokenizer.json, without truncation or padding."""
    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Lexicon(tokenizer)


def articles(records: Sequence[Record], lexicon: Lexicon) -> list[Article]:
    """Gold articles with their variants; marks of another style keep every offset."""
    found = []
    for record in records:
        texts = [record["text"], *restyled(record["text"])]
        words = [split_words(text, lexicon) for text in texts]
        found.append(Article(record, tuple((item, gold_of(record, item, record["text"])) for item in words)))
    return found


def restyled(text: str) -> list[str]:
    """The text with its double marks in each of STYLES, character for character."""
    curly = text if any(mark in text for mark in "“”") else _curled(text)
    plain = str.maketrans("“”’‘", "\"\"''")
    first = text.translate(plain) if curly == text else curly
    pairs = ("‘’", "«»", "„“")
    return [first, *(curly.translate(str.maketrans("“”", pair)) for pair in pairs)]


def _curled(text: str) -> str:
    found = []
    inside = False
    for char in text:
        mark = char
        if char == "\n":
            inside = False
        elif char == '"':
            inside = not inside
            mark = "“" if inside else "”"
        elif char == "'":
            mark = "’"
        found.append(mark)
    return "".join(found)


def gold_of(record: Record, words: Words, text: str) -> Gold:
    """Tags and links of a gold record. Where two roles claim a word, the first keeps it."""
    builder = _Builder(words, text)
    held = []
    for item in record["attributions"]:
        source, cue, content = (builder.part(role, item[name]) for role, name in enumerate(ROLES))
        if cue:
            held.append(Held(cue[0], source[0] if source else None, tuple(content)))
    return Gold(builder.tags, tuple(builder.fragments), tuple(held))


class _Builder:
    """Collects the fragments of one article; equal ones are one."""

    def __init__(self, words: Words, text: str) -> None:
        self.words, self.text = words, text
        self.tags: Tags = np.zeros(len(words.starts), np.int64)
        self.fragments: list[Fragment] = []
        self.numbers: dict[Fragment, int] = {}

    def part(self, role: int, ranges: Sequence[Sequence[int]]) -> list[int]:
        """Fragment numbers of one part; pieces with no word between them are one fragment."""
        merged: list[tuple[int, int]] = []
        for start, end in sorted((low, high) for low, high in ranges):
            between = self.text[merged[-1][1] : start] if merged else "|"
            if not between.strip() and "\n" not in between:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return [number for start, end in merged for number in self._pieces(role, start, end)]

    def _pieces(self, role: int, start: int, end: int) -> list[int]:
        """A fragment for each paragraph that a range touches."""
        words = self.words
        first = bisect_right(words.ends, start)
        last = first
        while last < len(words.starts) and words.starts[last] < end:
            last += 1
        found = []
        for low, high in words.paragraphs:
            one, other = max(first, low), min(last, high)
            number = self._add(Fragment(role, one, other - 1)) if one < other else None
            if number is not None:
                found.append(number)
        return found

    def _add(self, item: Fragment) -> int | None:
        if item in self.numbers:
            return self.numbers[item]
        if self.tags[item.first : item.last + 1].any():
            return None
        base = 1 + 4 * item.role
        self.tags[item.first : item.last + 1] = base + INSIDE
        self.tags[item.first], self.tags[item.last] = base + BEGIN, base + END
        if item.first == item.last:
            self.tags[item.first] = base + SINGLE
        self.numbers[item] = len(self.fragments)
        self.fragments.append(item)
        return self.numbers[item]


def mended(tags: Tags) -> Tags:
    """Tags of a window, where a span that the window cuts begins or ends at the cut."""
    found = tags.copy()
    if found[0] and (found[0] - 1) % 4 == INSIDE:
        found[0] -= 1
    elif found[0] and (found[0] - 1) % 4 == END:
        found[0] += 1
    if found[-1] and (found[-1] - 1) % 4 == BEGIN:
        found[-1] += 3
    elif found[-1] and (found[-1] - 1) % 4 == INSIDE:
        found[-1] += 1
    return found


def batches(items: Sequence[Article], seed: int, limit: int, size: int) -> list[list[Window]]:
    """The batches of an epoch, the same for the same seed: windows of about `size` pieces together."""
    chance = random.Random(seed)  # noqa: S311 - training, not secrets
    cut: list[tuple[Window, int]] = []
    for number, article in enumerate(items):
        variant = _style(chance.random())
        words = article.variants[variant][0]
        for first, last in windows(words, limit, chance.randint(limit // 4, limit)):
            cut.append((Window(number, variant, first, last), sum(map(len, words.pieces[first:last]))))
    chance.shuffle(cut)
    found, now, used = [], [], 0
    for window, pieces in cut:
        now.append(window)
        used += pieces
        if used >= size:
            found.append(now)
            now, used = [], 0
    return found


def _style(drawn: float) -> int:
    for number, (_, share) in enumerate(STYLES):
        if drawn < share:
            return number + 1
        drawn -= share
    return 0
