"""What two articles of one language have in common, measured both ways: the raw material of the features.

`near` is the article whose telling is better covered by the other: in a rewrite that condenses, the
shorter one. Which of the two came first is no part of this.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.stages.corpus.reuse.carried import named_at
from onrecord.stages.corpus.reuse.compare import Comparison, Side
from onrecord.stages.corpus.reuse.drafts import PLAIN, QUOTED
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.stages.corpus.reuse.traits import NAME, Detail, Quote
from onrecord.text.figures import rounds_to

BLOCK = 12  # words in a row, outside quotation marks, that nobody writes twice


@dataclass(frozen=True, slots=True)
class Part:
    """One article's part of what is shared.

    `cover`: share of the weight of its terms, outside quotations, that the other has too; `names`,
    `figures`: the same of its names and its figures; `own`: weight of the names and figures that the
    other lacks; `blurred`: figures that the other has rounded; `blocks`: words in shared runs of BLOCK words
    and more; `quoted`: share of its quoted words that the other quotes too; `own_quoted`: quoted words that
    the other does not have at all; `turned`: quoted words that the other has outside quotation marks.
    """

    side: Sided
    counted: Side
    cover: float
    names: float
    figures: float
    own: float
    told: float
    blurred: int
    blocks: tuple[tuple[int, int], ...]
    quoted: float
    own_quoted: int
    turned: int
    names_other: int
    passings: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two articles beside each other; `shared` are the details of both, in the order of `near`; `anchored`
    is what share of the telling words of near's blocks either article has outside them too."""

    left: Sided
    near: Part
    far: Part
    found: Comparison
    shared: tuple[Detail, ...]
    order: float
    odd: tuple[str, ...]
    odd_weight: float
    quotes: int
    quote_words: int
    block_words: int
    anchored: float


def longest_rising(row: Sequence[int]) -> int:
    """Length of the longest rising part of a row."""
    tails: list[int] = []
    for value in row:
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            if tails[middle] < value:
                low = middle + 1
            else:
                high = middle
        tails[low : low + 1] = [value]
    return len(tails)


def _cover(bag: Mapping[str, float], total: float, other: Mapping[str, float]) -> float:
    return round(sum(weight for term, weight in bag.items() if term in other) / total, 4) if total else 0.0


def _blocks(flags: Sequence[bool], inside: Sequence[int]) -> list[tuple[int, int]]:
    """The shared runs of BLOCK plain words and more, as first word and the word after the last."""
    found, first = [], -1
    for at in range(len(flags) + 1):
        on = at < len(flags) and flags[at] and inside[at] == PLAIN
        if on and first < 0:
            first = at
        elif not on and first >= 0:
            if at - first >= BLOCK:
                found.append((first, at))
            first = -1
    return found


def _anchor(
    this: Sided, other: Sided, blocks: Sequence[tuple[int, int]], theirs: Sequence[tuple[int, int]]
) -> float:
    """Share of the telling words of the blocks that either article has outside them too; 1 without blocks.

    A paragraph that was taken from a report speaks of what the report speaks of; a line that two pages
    place among their paragraphs speaks of something else.
    """
    inside = _terms_in(this, blocks)
    if not inside:
        return 1.0
    outside = _terms_out(this, blocks) | _terms_out(other, theirs)
    weights = this.profile.weights
    total = sum(weights.get(term, 0.0) for term in sorted(inside))
    return round(sum(weights.get(term, 0.0) for term in sorted(inside & outside)) / total, 4)


def _terms_in(side: Sided, blocks: Sequence[tuple[int, int]]) -> set[str]:
    """The terms in blocks that weigh as much as a name."""
    weights = side.profile.weights
    return {
        term
        for at, term in side.profile.draft.terms
        if weights.get(term, 0.0) >= NAME and any(first <= at < end for first, end in blocks)
    }


def _terms_out(side: Sided, blocks: Sequence[tuple[int, int]]) -> set[str]:
    """The terms outside blocks."""
    return {
        term for at, term in side.profile.draft.terms if not any(first <= at < end for first, end in blocks)
    }


def _held(
    details: Sequence[Detail], other: Mapping[str, Detail], values: Sequence[float]
) -> tuple[float, float, float, float, float, int]:
    """Weights: names held, in all; figures held, in all; what the other lacks. Count of rounded figures."""
    names = all_names = numbers = all_numbers = own = 0.0
    blurred = 0
    for detail in details:
        held = detail.key in other
        if detail.value is None:
            all_names += detail.weight
            names += detail.weight if held else 0.0
        else:
            if not held and any(
                rounds_to(detail.value, value) or rounds_to(value, detail.value) for value in values
            ):
                blurred += 1
                held = True
            all_numbers += detail.weight
            numbers += detail.weight if held else 0.0
        own += 0.0 if held else detail.weight
    return names, all_names, numbers, all_numbers, own, blurred


def _quoted(
    quotes: Sequence[Quote], held: frozenset[int], plain: frozenset[int]
) -> tuple[int, int, int, int]:
    """Quoted words in all, those that the other quotes too, those that it has unquoted, those it lacks."""
    words = shared = turned = own = 0
    for quote in quotes:
        size = quote.end - quote.first
        words += size
        if not quote.runs:
            continue
        hits = sum(run in held for run in quote.runs)
        bare = sum(run in plain for run in quote.runs) if not hits else 0
        part = size / len(quote.runs)
        shared += round(hits * part)
        turned += round(bare * part)
        own += size if not hits and not bare else 0
    return words, shared, turned, own


def _part(
    this: Sided,
    other: Sided,
    own: Side,
    flags: Sequence[bool],
    keys: Mapping[str, Detail],
    values: Sequence[float],
) -> Part:
    mine, theirs = this.profile.traits, other.profile.traits
    names, all_names, numbers, all_numbers, lacking, blurred = _held(mine.details, keys, values)
    words, shared, turned, alone = _quoted(mine.quotes, theirs.quote_runs, theirs.plain_runs)
    return Part(
        side=this,
        counted=own,
        cover=_cover(mine.bag, mine.total, theirs.bag),
        names=round(names / all_names, 4) if all_names else 0.0,
        figures=round(numbers / all_numbers, 4) if all_numbers else 0.0,
        own=round(lacking, 4),
        told=round(own.told, 4),
        blurred=blurred,
        blocks=tuple(_blocks(flags, this.profile.draft.inside)),
        quoted=round(shared / words, 4) if words else 0.0,
        own_quoted=alone,
        turned=turned,
        names_other=len(named_in(this, other)),
        passings=len(mine.passings),
    )


def outlet_of(side: Sided) -> str:
    """The name of an article's outlet, "" when unknown."""
    outlet = side.findings.article.outlet
    return outlet.value if outlet else ""


def named_in(this: Sided, other: Sided) -> tuple[int, ...]:
    """Words at which one article gives the other's outlet as its source."""
    name, traits = outlet_of(other), this.profile.traits
    if not name or name == outlet_of(this):
        return ()
    return named_at(name, this.profile.draft, traits.capitals, traits.reporting)


def overlap_of(left: Sided, right: Sided, found: Comparison) -> Overlap:
    """Everything that two articles of one language share."""
    one, other = left.profile.traits, right.profile.traits
    keys = {detail.key: detail for detail in one.details}, {detail.key: detail for detail in other.details}
    values = [d.value for d in one.details if d.value], [d.value for d in other.details if d.value]
    parts = (
        _part(left, right, found.left, found.covered[0], keys[1], values[1]),
        _part(right, left, found.right, found.covered[1], keys[0], values[0]),
    )
    near, far = parts if parts[0].cover >= parts[1].cover else parts[::-1]
    mine, theirs = (keys[0], keys[1]) if near is parts[0] else (keys[1], keys[0])
    shared = tuple(detail for detail in mine.values() if detail.key in theirs)
    row = [theirs[detail.key].word for detail in shared]
    odd = tuple(sorted(set(one.odd) & set(other.odd)))
    weights = left.profile.weights
    blocks = near.blocks
    return Overlap(
        left=left,
        near=near,
        far=far,
        found=found,
        shared=shared,
        order=round(longest_rising(row) / len(row), 4) if row else 0.0,
        odd=odd,
        odd_weight=round(sum(weights.get(term, 0.0) for term in odd), 4),
        block_words=sum(end - first for first, end in blocks),
        anchored=_anchor(near.side, far.side, blocks, far.blocks) if blocks else 1.0,
        quotes=sum(any(run in other.quote_runs for run in quote.runs) for quote in one.quotes),
        quote_words=sum(
            1
            for flags, inside in ((found.covered[0], left.profile.draft.inside),)
            for on, state in zip(flags, inside, strict=True)
            if on and state == QUOTED
        ),
    )
