"""Gold of german_wikinews as the tagger learns it: three rows of word labels, fragments and choices.

Rows: voices (source, cue, addressee), outer contents by kind (direct, indirect, reported, free), and
contents within another one's (direct, indirect). A reported sentence holds its own source, a nested
quotation lies inside a content, so one row of labels could not hold them.
"""

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.models.tagger.german_links import (
    CUE_OF_ADDRESSEE,
    CUE_OF_CONTENT,
    HEAD_OF_CUE,
    SOURCE_OF_CONTENT,
    SOURCE_OF_CUE,
)
from onrecord.models.tagger.german_spans import ADDRESSEE, CUE, REPORTED, ROWS, SOURCE
from onrecord.models.tagger.paths import Marked
from onrecord.models.tagger.words import Words

VOICES, OUTER, INNER = range(3)
KINDS = {"Direct": 0, "Indirect": 1, "Reported": 2, "IndirectFreeIndirect": 3, "FreeIndirect": 3}

Numbers = NDArray[np.int64]
Record = dict[str, Any]
Ranges = list[tuple[int, int]]


@dataclass
class Gold:
    """`spans` by (row, role); `choices` by question: (chooser, option or None)."""

    labels: list[Numbers]
    spans: dict[tuple[int, int], list[Marked]] = field(default_factory=dict)
    choices: dict[int, list[tuple[Marked, Marked | None]]] = field(default_factory=dict)

    def of(self, row: int, role: int | None = None) -> list[Marked]:
        """Spans of a row, or of one role in it, in order."""
        found = [s for (r, k), own in self.spans.items() if r == row and role in (None, k) for s in own]
        return sorted(found, key=lambda s: (s.first, s.last, s.role))


def read_records(path: Path) -> list[Record]:
    """Records of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def gold_of(record: Record, words: Words) -> Gold:
    """Labels and choices. Where two fragments of one row claim a word, the first keeps it."""
    gold = Gold([np.zeros(len(words.starts), np.int64) for _ in ROWS])
    place = _placer(record["text"], words, gold)
    items = sorted(record["attributions"], key=lambda a: (-_size(a["content"]), _start(a), str(a["id"])))
    sources: dict[Marked, Marked | None] = {}
    seen: list[Record] = []
    for item in items:
        role = KINDS[item["type"]]
        inner = any(_holds(other["content"], item["content"]) for other in seen)
        seen.append(item)
        row = INNER if inner else OUTER
        found = [place(VOICES, SOURCE, item["source"]), place(VOICES, CUE, item["cue"])]
        contents = place(row, int(role != 0) if inner else role, item["content"])
        addressees = place(VOICES, ADDRESSEE, item["addressee"])
        source = found[0][0] if found[0] else None
        cue = found[1][0] if found[1] else None
        for content in contents:
            if inner or role < REPORTED:
                _choose(gold, CUE_OF_CONTENT, content, cue)
            _choose(gold, SOURCE_OF_CONTENT, content, source)  # asked where no cue is found
        if cue is None:
            continue
        if cue not in sources or sources[cue] is None:
            sources[cue] = source
        for other in found[1]:
            _choose(gold, HEAD_OF_CUE, other, None if other == cue else cue)
        for addressee in addressees:
            _choose(gold, CUE_OF_ADDRESSEE, addressee, cue)
    for cue, source in sorted(sources.items(), key=lambda pair: pair[0].first):
        _choose(gold, SOURCE_OF_CUE, cue, source)
    return gold


def _choose(gold: Gold, question: int, chooser: Marked, option: Marked | None) -> None:
    made = gold.choices.setdefault(question, [])
    if all(one != chooser for one, _ in made):
        made.append((chooser, option))


def _placer(text: str, words: Words, gold: Gold) -> Callable[[int, int, Any], list[Marked]]:
    known: set[tuple[int, Marked]] = set()

    def put(row: int, role: int, first: int, last: int) -> Marked | None:
        span = Marked(role, first, last - 1, 1.0)
        if (row, span) in known:
            return span
        labels = gold.labels[row]
        if labels[first:last].any():
            return None
        known.add((row, span))
        gold.spans.setdefault((row, role), []).append(span)
        base = 1 + 4 * role
        if last - first == 1:
            labels[first] = base + 3
        else:
            labels[first], labels[first + 1 : last - 1], labels[last - 1] = base, base + 1, base + 2
        return span

    def place(row: int, role: int, ranges: Iterable[tuple[int, int]]) -> list[Marked]:
        found = []
        for start, end in joined(text, ranges):
            first = bisect_right(words.ends, start)
            last = first
            while last < len(words.starts) and words.starts[last] < end:
                last += 1
            for low, high in words.paragraphs:  # a fragment of the tagger never crosses a line break
                one, other = max(first, low), min(last, high)
                span = put(row, role, one, other) if one < other else None
                if span is not None:
                    found.append(span)
        return found

    return place


def joined(text: str, ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Pieces of one part with nothing but spaces between them are one."""
    merged: Ranges = []
    for start, end in sorted((a, b) for a, b in ranges):
        between = text[merged[-1][1] : start] if merged else "x"
        if not between.strip() and "\n" not in between:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _size(ranges: Ranges) -> int:
    return sum(end - start for start, end in ranges)


def _start(item: Record) -> int:
    return min((start for start, _ in item["content"]), default=0)


def _holds(outer: Ranges, inner: Ranges) -> bool:
    inside = all(any(a <= start and end <= b for a, b in outer) for start, end in inner)
    return bool(inner) and inside and _size(inner) < _size(outer)
