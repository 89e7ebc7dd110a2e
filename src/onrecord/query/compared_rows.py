"""Aligned passages as rows of two columns: many to many, in the order of the later text.

In what was reworded the words that the other side lacks are marked.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from onrecord.data import Passage, PassageKind, Span, span_of
from onrecord.text.fold import words

MAX_WORDS = 1_500
MAX_ROWS = 600
MAX_SIDE = 4_000
STRETCH = 256
MOVED, MERGED, SPLIT = "moved", "merged", "split"
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one side; `changed` when the other side has others in their place."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class RowSide:
    """A passage on one side: its span (a very long text is cut in `pieces`, which `cut` tells)."""

    span: Span
    pieces: tuple[Piece, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One aligned passage. A side is empty where the other has something that it lacks.

    Several passages on a side were brought together from, or spread over, several places. `ways` tells in
    words what else became of it: moved, merged, split. `shifts` are numbers of `ShiftLine`.
    """

    kind: PassageKind
    earlier: tuple[RowSide, ...]
    later: tuple[RowSide, ...]
    similarity: float
    note: str
    ways: tuple[str, ...]
    shifts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one comparison: `left_out` are those beyond MAX_ROWS, `counts` all of them by what became of
    the passage (copied ... dropped, moved, merged, split)."""

    rows: tuple[ComparedRow, ...] = ()
    left_out: int = 0
    counts: tuple[tuple[str, int], ...] = ()


def rows_of(
    passages: Sequence[Passage],
    sentences: tuple[Sequence[Span], Sequence[Span]],
    shifts: Sequence[tuple[int, Span, Span]] = (),
    one_language: bool = True,
) -> Rows:
    """All rows; `sentences` of the earlier and later article tell what was merged and split.

    Words that differ are marked only in articles of `one_language`.
    """
    groups = _ordered(_grouped([passage for passage in passages if _has_words(passage)]))
    starts = [span.start for span in sentences[0]], [span.start for span in sentences[1]]
    beside = [_beside(group, sentences, starts) for group in groups]
    ways = [_ways(group, *found) for group, found in zip(groups, beside, strict=True)]
    known = _Shifts(shifts)
    rows = [
        _row(group, way, known, one_language) for group, way in zip(groups[:MAX_ROWS], ways, strict=False)
    ]
    kinds = [_kind(group) for group in groups]
    named = [way.partition(":")[0] for found in ways for way in found]
    counts = [(str(kind), kinds.count(kind)) for kind in PassageKind]
    counts += [(way, named.count(way)) for way in (MOVED, MERGED, SPLIT)]
    return Rows(tuple(rows), max(0, len(groups) - MAX_ROWS), tuple(counts))


def _kind(group: Sequence[Passage]) -> PassageKind:
    return group[0].kind if len({one.kind for one in group}) == 1 else PassageKind.REWORDED


def _has_words(passage: Passage) -> bool:
    """Whether there is anything to read; a stray mark between two sentences is not."""
    return any(any(map(str.isalnum, span.text)) for span in (passage.earlier, passage.later) if span)


def _grouped(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Passages that share a side (the very same span) stand in one row."""
    home: dict[tuple[str, int, int], int] = {}
    groups: list[list[Passage]] = []
    for one in sorted(passages, key=lambda passage: (_later(passage), _earlier(passage))):
        keys = [("later", *_later(one))] if one.later else []
        keys += [("earlier", *_earlier(one))] if one.earlier else []
        number = next((home[key] for key in keys if key in home), len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append(one)
        for key in keys:
            home.setdefault(key, number)
    return groups


def _ordered(groups: list[list[Passage]]) -> list[list[Passage]]:
    """In the order of the later text; what was dropped stands after the passage that it followed."""
    kept = sorted((one for one in groups if one[0].later), key=lambda group: _later(group[0]))
    dropped = sorted((one for one in groups if not one[0].later), key=lambda group: _earlier(group[0]))
    by_earlier = sorted((one for one in kept if _starts(one)), key=_starts)
    after: dict[int, list[list[Passage]]] = {}
    place = -1
    for one in dropped:
        while place + 1 < len(by_earlier) and _starts(by_earlier[place + 1]) <= _starts(one):
            place += 1
        after.setdefault(id(by_earlier[place]) if place >= 0 else 0, []).append(one)
    rows = list(after.get(0, ()))
    for one in kept:
        rows += [one, *after.get(id(one), ())]
    return rows


def _starts(group: Sequence[Passage]) -> list[Range]:
    return sorted(_earlier(one) for one in group if one.earlier)


def _later(passage: Passage) -> Range:
    return (passage.later.start, passage.later.end) if passage.later else (-1, -1)


def _earlier(passage: Passage) -> Range:
    return (passage.earlier.start, passage.earlier.end) if passage.earlier else (-1, -1)


def _row(
    group: Sequence[Passage],
    ways: tuple[str, ...],
    shifts: "_Shifts",
    one_language: bool,
) -> ComparedRow:
    left = _distinct(one.earlier for one in group)
    right = _distinct(one.later for one in group)
    earlier, later = _sides(left, right, one_language and _kind(group) is PassageKind.REWORDED)
    notes = dict.fromkeys(one.note for one in group if one.note)
    return ComparedRow(
        kind=_kind(group),
        earlier=earlier,
        later=later,
        similarity=max(one.similarity for one in group),
        note="; ".join(notes),
        ways=ways,
        shifts=shifts.within(left, right),
    )


def _distinct(spans: Iterable[Span | None]) -> list[Span]:
    """Spans in the order of the text, those that lie within another left out."""
    found: list[Span] = []
    for span in sorted((one for one in spans if one), key=lambda one: (one.start, -one.end)):
        if not found or span.end > found[-1].end:
            found.append(span)
    return found


def _sides(
    left: Sequence[Span], right: Sequence[Span], reworded: bool
) -> tuple[tuple[RowSide, ...], tuple[RowSide, ...]]:
    """Both sides in pieces; words that differ are sought only where something was reworded."""
    if not (left and right and reworded):
        return tuple(map(_whole, left)), tuple(map(_whole, right))
    marked = changed_ranges([span.text for span in left], [span.text for span in right])
    if marked is None:
        return tuple(map(_whole, left)), tuple(map(_whole, right))
    return tuple(map(_marked, left, marked[0])), tuple(map(_marked, right, marked[1]))


def _whole(span: Span) -> RowSide:
    return RowSide(span, (Piece(span.text[:MAX_SIDE], False),), len(span.text) > MAX_SIDE)


def _marked(span: Span, changed: Sequence[Range]) -> RowSide:
    return RowSide(span, pieces_of(span.text[:MAX_SIDE], changed), len(span.text) > MAX_SIDE)


def _beside(
    group: Sequence[Passage],
    sentences: tuple[Sequence[Span], Sequence[Span]],
    starts: tuple[Sequence[int], Sequence[int]],
) -> tuple[int, int]:
    """How many sentences each side of a row holds."""
    left = _distinct(one.earlier for one in group)
    right = _distinct(one.later for one in group)
    return _held(left, sentences[0], starts[0]), _held(right, sentences[1], starts[1])


def _ways(group: Sequence[Passage], before: int, after: int) -> tuple[str, ...]:
    ways = [MOVED] if any(one.moved for one in group) else []
    if before > after > 0:
        ways.append(f"{MERGED}: {before} sentences into {after}")
    elif after > before > 0:
        ways.append(f"{SPLIT}: {before} {'sentence' if before == 1 else 'sentences'} into {after}")
    return tuple(ways)


def _held(spans: Sequence[Span], sentences: Sequence[Span], starts: Sequence[int]) -> int:
    """How many sentences spans (that do not overlap) hold more than half of."""
    held = set()
    for span in spans:
        place = max(bisect_right(starts, span.start) - 1, 0)
        while place < len(sentences) and starts[place] < span.end:
            one = sentences[place]
            if 2 * (min(span.end, one.end) - max(span.start, one.start)) > one.end - one.start:
                held.add(place)
            place += 1
    return len(held)


class _Shifts:
    """Shifts by the stretches of text that they touch, so that no row looks at all of them."""

    def __init__(self, shifts: Sequence[tuple[int, Span, Span]]) -> None:
        self._earlier: dict[int, list[tuple[int, Span]]] = {}
        self._later: dict[int, list[tuple[int, Span]]] = {}
        for number, before, after in shifts:
            for stretches, span in ((self._earlier, before), (self._later, after)):
                for stretch in _stretches(span):
                    stretches.setdefault(stretch, []).append((number, span))

    def within(self, left: Sequence[Span], right: Sequence[Span]) -> tuple[int, ...]:
        """The numbers of those that touch the later side of a row, or the earlier where it has no other."""
        stretches, spans = (self._later, right) if right else (self._earlier, left)
        return tuple(
            sorted(
                {
                    number
                    for span in spans
                    for stretch in _stretches(span)
                    for number, part in stretches.get(stretch, ())
                    if span.start < part.end and part.start < span.end
                }
            )
        )


def _stretches(span: Span) -> range:
    return range(span.start // STRETCH, max(span.end - 1, span.start) // STRETCH + 1)


def changed_ranges(
    earlier: Sequence[str], later: Sequence[str]
) -> tuple[list[list[Range]], list[list[Range]]] | None:
    """Of the texts of both sides the ranges that the other side lacks; None when they are very long."""
    left = [(number, word) for number, text in enumerate(earlier) for word in words(text)]
    right = [(number, word) for number, text in enumerate(later) for word in words(text)]
    if not left or not right or max(len(left), len(right)) > MAX_WORDS:
        return None
    kept: tuple[set[int], set[int]] = (set(), set())
    for step in Levenshtein.opcodes([word.fold for _, word in left], [word.fold for _, word in right]):
        if step.tag == "equal":
            kept[0].update(range(step.src_start, step.src_end))
            kept[1].update(range(step.dest_start, step.dest_end))
    marked = []
    for found, known, count in ((left, kept[0], len(earlier)), (right, kept[1], len(later))):
        rows: list[list[Range]] = [[] for _ in range(count)]
        run = -2
        for place, (number, word) in enumerate(found):
            if place in known:
                continue
            if run == place - 1 and found[run][0] == number:
                rows[number][-1] = (rows[number][-1][0], word.end)
            else:
                rows[number].append((word.start, word.end))
            run = place
        marked.append(rows)
    return marked[0], marked[1]


def pieces_of(text: str, changed: Iterable[Range]) -> tuple[Piece, ...]:
    """A text cut where kept and changed words meet; what lies between words goes with the kept ones."""
    pieces: list[Piece] = []
    done = 0
    for low, high in sorted(changed):
        start, end = max(low, done), min(high, len(text))
        if start < end:
            pieces += [Piece(text[done:start], False), Piece(text[start:end], True)]
            done = end
    pieces.append(Piece(text[done:], False))
    return tuple(piece for piece in pieces if piece.text)


def whole_text(text: str, shared: Iterable[Span], limit: int) -> RowSide:
    """A text as it is, cut at `limit`, with what both articles hold marked."""
    shown = text[:limit]
    pieces = pieces_of(shown, [(span.start, span.end) for span in shared])
    return RowSide(span_of(text, 0, len(shown)), pieces, len(text) > limit)
