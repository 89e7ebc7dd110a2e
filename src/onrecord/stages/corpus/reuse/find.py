"""Reuse between articles of the pile: sketches, candidates, and how each pair stands to each other.

A sketch is a function of one article, a relation of two; both are remembered. The sweep for candidates is a
function of all sketches, and goes on from the last one (`onrecord.sweeps`).
"""

import heapq
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

import numpy as np

from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings, Independent, Reuse
from onrecord.engine import SILENT, Engine, Watch
from onrecord.memo import (
    NO_MEMO,
    Memo,
    Numbers,
    joined,
    key_bytes,
    pair_keys,
    recalled,
    remembered,
)
from onrecord.pile import (
    Bond,
    Packed,
    Pile,
    Reuses,
    article_of,
    bond_of,
    pack,
    pile_of,
    squeezed,
    unpack,
)
from onrecord.stages.corpus.reuse.candidates import candidate_pairs
from onrecord.stages.corpus.reuse.profile import profile_of
from onrecord.stages.corpus.reuse.relate import relate
from onrecord.stages.corpus.reuse.screen import worth_aligning
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.stages.corpus.reuse.sketch import Sketch, get_sketch, put_sketch, sketch_of
from onrecord.text.joins import Rows, unpacked

Head = TypeVar("Head")
SKETCH, RELATED, NOTHING = "sketch", "related", "nothing"  # kinds of what is remembered
ARTICLES_SENT = 16  # articles of one piece of work
PAIRS_SENT = 64, 512  # pairs of one piece of work: at least, at most
SHARES = 32  # pieces of work that many pairs are cut into, where that makes pieces of such a size
PIECE = 20_000  # pairs after which "nothing" is kept
SIDES_KEPT = 600
SAID = 300  # characters of what is said of a pair that failed
REUSE, INDEPENDENT, FAILED = b"r", b"i", b"f"


class Relations(NamedTuple):
    """What was found between articles, each sorted by id; `checked` pairs were held against each other.

    `failures` say of which pairs the comparison itself failed: they are left out, and nothing else is.
    """

    reuses: Sequence[Reuse]
    independents: Sequence[Independent]
    checked: int = 0
    failures: tuple[str, ...] = ()


class Couples(NamedTuple):
    """Pairs of articles, by number; `left` < `right`."""

    left: Rows
    right: Rows


class Batch(NamedTuple):
    """Pairs to be related, with all articles that they need: (digest, squeezed article) by number."""

    articles: dict[int, tuple[bytes, bytes]]
    pairs: list[tuple[int, int]]


def find_reuse(
    articles: Sequence[ArticleFindings],
    engine: Engine,
    config: ReuseConfig,
    memo: Memo = NO_MEMO,
    watch: Watch = SILENT,
) -> Relations:
    """Reuse between any two of `articles`, and what shares words and is none; the same in any order."""
    pile = pile_of(articles)
    sketches = sketches_of(pile, engine, config, memo, watch)
    watch.phase("comparing: reuse, candidates", None)
    pairs = candidate_pairs(sketches, config, memo, pile.digests)
    pairs = worth_aligning(sketches, pairs, config, memo, pile.digests)
    del sketches  # as much as all else
    values = _relations(pile, Couples(*unpacked(pairs)), engine, config, memo, watch)
    reuses = sorted(_read(values, REUSE, Bond), key=lambda part: part[0].id)
    independents = sorted(_read(values, INDEPENDENT, str))
    return Relations(
        Reuses([body for _, body in reuses], [bond for bond, _ in reuses]),
        Packed([body for _, body in independents], Independent),
        len(pairs),
        tuple(sorted(value[1:].decode("utf-8", "replace") for value in values if value[:1] == FAILED)),
    )


def sketches_of(
    pile: Pile, engine: Engine, config: ReuseConfig, memo: Memo = NO_MEMO, watch: Watch = SILENT
) -> list[Sketch]:
    """The sketch of every article, by number."""

    def compute(missing: list[int]) -> Iterator[bytes]:
        chunks = (
            [pile.packed(place) for place in missing[start : start + ARTICLES_SENT]]
            for start in range(0, len(missing), ARTICLES_SENT)
        )
        for made in engine.map(partial(_sketched, config=config), chunks):
            yield from made

    watch.phase("comparing: reuse, keys of articles", len(pile))
    keys = [pile.digest(place) for place in range(len(pile))]
    return [get_sketch(value) for value in remembered(memo, SKETCH, keys, compute, watch.advance)]


def _sketched(packed: list[bytes], config: ReuseConfig) -> list[bytes]:
    return [put_sketch(sketch_of(article_of(one), config)) for one in packed]


def _relations(
    pile: Pile, pairs: Couples, engine: Engine, config: ReuseConfig, memo: Memo, watch: Watch
) -> list[bytes]:
    """What is to be said of pairs, packed; nothing is left out.

    What was said is remembered by pair. Pairs of which nothing is to be said are remembered as numbers: a
    table of a hundred thousand is read at once.
    """
    first, second = pair_keys(pile.digests, pairs.left, pairs.right)
    before = memo.numbers(NOTHING)
    nothing, _ = recalled(before, first, second)
    asked = np.flatnonzero(~nothing)
    keys = dict(zip(asked.tolist(), key_bytes(first[asked], second[asked]), strict=True))
    known = memo.read(RELATED, list(keys.values()))
    values = [value for value in known if value is not None]
    todo = asked[np.fromiter((value is None for value in known), np.bool_, len(known))]
    del known
    watch.phase("comparing: reuse, pairs", len(first))
    watch.advance(len(first) - len(todo))
    for piece in _pieces(pairs, todo):
        made = list(_related(pile, pairs, piece, engine, config, watch))
        found = [(keys[place], value) for place, value in zip(piece.tolist(), made, strict=True) if value]
        memo.write(RELATED, found)
        values += [value for _, value in found]
        empty = piece[np.fromiter((not value for value in made), np.bool_, len(made))]
        memo.add_numbers(NOTHING, joined([Numbers(first[empty], second[empty], np.zeros(len(empty)))]))
        nothing[empty] = True
    if len(todo) or int(nothing.sum()) != len(before.first):
        left = np.flatnonzero(nothing)
        memo.replace_numbers(NOTHING, joined([Numbers(first[left], second[left], np.zeros(len(left)))]))
    return values


def _pieces(pairs: Couples, todo: Rows) -> Iterator[Rows]:
    """Numbers of pairs in an order in which those that share articles follow each other, piece by piece."""
    left, right = pairs.left[todo].tolist(), pairs.right[todo].tolist()
    place = near_order(left, right)
    order = sorted(range(len(left)), key=lambda n: (max(place[left[n]], place[right[n]]), n))
    for start in range(0, len(order), PIECE):
        yield todo[order[start : start + PIECE]]


def near_order(left: Sequence[int], right: Sequence[int]) -> dict[int, int]:
    """Places for all articles in pairs, such that those with many pairs among them stand close together.

    Next comes whoever has most pairs with those already placed, ties to the smaller number.
    """
    beside: dict[int, list[int]] = {}
    for one, other in zip(left, right, strict=True):
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    placed: dict[int, int] = {}
    held = dict.fromkeys(beside, 0)
    for start in sorted(beside):
        heap = [(0, start)]
        while heap:
            _, name = heapq.heappop(heap)
            if name in placed:
                continue
            placed[name] = len(placed)
            for other in beside[name]:
                if other not in placed:
                    held[other] += 1
                    heapq.heappush(heap, (-held[other], other))
    return placed


def _related(
    pile: Pile, pairs: Couples, places: Rows, engine: Engine, config: ReuseConfig, watch: Watch
) -> Iterator[bytes]:
    # Neighbours share articles, which each worker has to read: pieces are as long as there is work for all.
    size = min(PAIRS_SENT[1], max(PAIRS_SENT[0], len(places) // SHARES))
    chunks = (places[start : start + size].tolist() for start in range(0, len(places), size))
    batches = (_batch(pile, [(int(pairs.left[n]), int(pairs.right[n])) for n in chunk]) for chunk in chunks)
    for made in engine.map(partial(relate_batch, config=config), batches):
        watch.advance(len(made))
        yield from made


def _batch(pile: Pile, pairs: list[tuple[int, int]]) -> Batch:
    needed = sorted({number for pair in pairs for number in pair})
    return Batch({number: (pile.digest(number), pile.packed(number)) for number in needed}, pairs)


def relate_batch(batch: Batch, config: ReuseConfig) -> list[bytes]:
    """The relation of each pair, packed; b"" where nothing is to be said."""
    found = []
    for left, right in batch.pairs:
        sides = _side(*batch.articles[left]), _side(*batch.articles[right])
        try:
            found.append(_put(relate(sides[0], sides[1], config)))
        except Exception as error:  # one odd pair costs itself only
            message = f"comparing {sides[0].id} with {sides[1].id}: {type(error).__name__}: {error}"
            found.append(FAILED + message[:SAID].encode("utf-8", "replace"))
    return found


_sides: OrderedDict[bytes, Sided] = OrderedDict()


def _side(digest: bytes, packed: bytes) -> Sided:
    """An article with its profile, from memory where it was made a short while ago."""
    found = _sides.pop(digest, None)
    if found is None:
        article = article_of(packed)
        found = Sided(article, profile_of(article))
    _sides[digest] = found
    if len(_sides) > SIDES_KEPT:
        _sides.popitem(last=False)
    return found


def _put(found: Reuse | Independent | None) -> bytes:
    """A kind, the length of a head, the head (what is needed without unpacking), the body."""
    if found is None:
        return b""
    kind, head = (REUSE, pack(bond_of(found))) if isinstance(found, Reuse) else (INDEPENDENT, pack(found.id))
    return kind + len(head).to_bytes(4, "big") + head + squeezed(pack(found))


def _read(values: Iterable[bytes], kind: bytes, head: type[Head]) -> Iterator[tuple[Head, bytes]]:
    for value in values:
        if value[:1] == kind:
            end = 5 + int.from_bytes(value[1:5], "big")
            yield unpack(value[5:end], head), value[end:]
