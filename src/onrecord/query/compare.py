"""Two articles side by side: what was copied, reworded, added and dropped, and what changed on the way."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from onrecord.data import Passage, PassageKind, Reason, Reuse, Span
from onrecord.query.lists import ArticleLine, article_line
from onrecord.query.record import Record
from onrecord.text.fold import words

MAX_WORDS = 1500


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one side; `changed` when the other side has others in their place."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One aligned passage. A side is None where the other has something that it lacks."""

    kind: PassageKind
    earlier: Span | None
    later: Span | None
    earlier_pieces: tuple[Piece, ...]
    later_pieces: tuple[Piece, ...]
    similarity: float
    note: str
    shifts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """One change on the way from the earlier to the later article, numbered from 1."""

    number: int
    kind: str
    earlier: Span
    later: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles. Without reuse between them, `reuse_id` is None and `rows` hold each text as it is."""

    earlier: ArticleLine
    later: ArticleLine
    reuse_id: str | None
    kind: str | None
    share: float
    score: float
    directed: bool
    direction: float
    evidence_for: tuple[Reason, ...]
    evidence_against: tuple[Reason, ...]
    direction_reasons: tuple[Reason, ...]
    rows: tuple[ComparedRow, ...]
    shifts: tuple[ShiftLine, ...]
    counts: tuple[tuple[str, int], ...]


def comparison(record: Record, one: str, other: str) -> Comparison:
    """Compare two articles in either order; NotFoundError when one is not in the case."""
    first, second = record.article_id(one), record.article_id(other)
    reuse = next(
        (found for found in record.view.reuses(first) if {found.earlier, found.later} == {first, second}),
        None,
    )
    lines = {head.id: article_line(head) for head in record.view.heads((first, second))}
    if reuse is None:
        return _unrelated(record, lines[first], lines[second])
    shifts = tuple(
        ShiftLine(number, shift.kind, shift.earlier, shift.later, shift.reason)
        for number, shift in enumerate(
            sorted(reuse.shifts, key=lambda shift: (shift.later, shift.kind)), start=1
        )
    )
    return Comparison(
        earlier=lines[reuse.earlier],
        later=lines[reuse.later],
        reuse_id=reuse.id,
        kind=reuse.kind,
        share=reuse.share,
        score=reuse.score,
        directed=reuse.directed,
        direction=reuse.direction,
        evidence_for=reuse.evidence_for,
        evidence_against=reuse.evidence_against,
        direction_reasons=reuse.direction_reasons,
        rows=tuple(_row(passage, shifts) for passage in _ordered(reuse) if _has_words(passage)),
        shifts=shifts,
        counts=_counts(reuse),
    )


def _unrelated(record: Record, earlier: ArticleLine, later: ArticleLine) -> Comparison:
    texts = [record.view.findings(line.id).article.text[:20_000] for line in (earlier, later)]
    row = ComparedRow(
        kind=PassageKind.ADDED,
        earlier=Span(0, len(texts[0]), texts[0]),
        later=Span(0, len(texts[1]), texts[1]),
        earlier_pieces=(Piece(texts[0], False),),
        later_pieces=(Piece(texts[1], False),),
        similarity=0.0,
        note="",
        shifts=(),
    )
    return Comparison(earlier, later, None, None, 0.0, 0.0, False, 0.5, (), (), (), (row,), (), ())


def _counts(reuse: Reuse) -> tuple[tuple[str, int], ...]:
    return tuple(
        (kind, sum(passage.kind is kind for passage in reuse.passages if _has_words(passage)))
        for kind in PassageKind
    )


def _ordered(reuse: Reuse) -> list[Passage]:
    """In the order of the later text; what was dropped stands after the passage that it followed."""
    kept = sorted((one for one in reuse.passages if one.later), key=_later_start)
    dropped = sorted((one for one in reuse.passages if not one.later), key=_earlier_start)
    by_earlier = sorted((one for one in kept if one.earlier), key=_earlier_start)
    after: dict[int, list[Passage]] = {}
    place = -1
    for one in dropped:
        while place + 1 < len(by_earlier) and _earlier_start(by_earlier[place + 1]) <= _earlier_start(one):
            place += 1
        after.setdefault(id(by_earlier[place]) if place >= 0 else 0, []).append(one)
    rows = list(after.get(0, ()))
    for one in kept:
        rows += [one, *after.get(id(one), ())]
    return rows


def _has_words(passage: Passage) -> bool:
    """Whether there is anything to read; a stray mark between two sentences is not."""
    return any(any(map(str.isalnum, span.text)) for span in (passage.earlier, passage.later) if span)


def _later_start(passage: Passage) -> tuple[int, int]:
    return (passage.later.start, passage.later.end) if passage.later else (0, 0)


def _earlier_start(passage: Passage) -> tuple[int, int]:
    return (passage.earlier.start, passage.earlier.end) if passage.earlier else (0, 0)


def _row(passage: Passage, shifts: tuple[ShiftLine, ...]) -> ComparedRow:
    left, right = passage.earlier, passage.later
    earlier, later = _whole(left), _whole(right)
    if left and right and passage.kind is PassageKind.REWORDED:
        earlier, later = changed_words(left.text, right.text)
    return ComparedRow(
        kind=passage.kind,
        earlier=left,
        later=right,
        earlier_pieces=earlier,
        later_pieces=later,
        similarity=passage.similarity,
        note=passage.note,
        shifts=tuple(
            shift.number
            for shift in shifts
            if _meets(right, shift.later) or (not right and _meets(left, shift.earlier))
        ),
    )


def _whole(span: Span | None) -> tuple[Piece, ...]:
    return (Piece(span.text, False),) if span else ()


def _meets(passage: Span | None, part: Span) -> bool:
    return passage is not None and passage.start < part.end and part.start < passage.end


def changed_words(earlier: str, later: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces, the words that differ marked; left whole when they are very long."""
    left, right = words(earlier), words(later)
    if not left or not right or max(len(left), len(right)) > MAX_WORDS:
        return (Piece(earlier, False),), (Piece(later, False),)
    kept_left = [False] * len(left)
    kept_right = [False] * len(right)
    for step in Levenshtein.opcodes([word.fold for word in left], [word.fold for word in right]):
        if step.tag == "equal":
            for place in range(step.src_end - step.src_start):
                kept_left[step.src_start + place] = kept_right[step.dest_start + place] = True
    return (
        _pieces(earlier, [(word.start, word.end) for word in left], kept_left),
        _pieces(later, [(word.start, word.end) for word in right], kept_right),
    )


def _pieces(text: str, places: list[tuple[int, int]], kept: list[bool]) -> tuple[Piece, ...]:
    """Cut a text where kept and changed words meet; what lies between words goes with the kept ones."""
    pieces: list[Piece] = []
    done = number = 0
    while number < len(places):
        if kept[number]:
            number += 1
            continue
        first = number
        while number < len(places) and not kept[number]:
            number += 1
        start, end = places[first][0], places[number - 1][1]
        pieces += [Piece(text[done:start], False), Piece(text[start:end], True)]
        done = end
    pieces.append(Piece(text[done:], False))
    return tuple(piece for piece in pieces if piece.text)
