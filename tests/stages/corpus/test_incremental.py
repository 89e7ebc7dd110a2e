"""A build that remembers equals one that does not: whatever was there before, in whatever order it came."""

from collections.abc import Sequence
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from eval.bench.corpus_pile import Maker, sighting_of
from onrecord.config import Config
from onrecord.data import ArticleFindings, CorpusFindings, Rulings
from onrecord.engine import LocalEngine
from onrecord.memo import NO_MEMO, Memo, MemoryMemo
from onrecord.pile import pack
from onrecord.pipeline.beside import Beside
from onrecord.pipeline.corpus import STAGES, analyse_corpus

COUNT = 22
NAMES = ("reuse", "families", "dating", "stories", "threads")
CHOSEN = tuple(stage for stage in STAGES if stage.name in NAMES)


@cache
def _pile() -> tuple[ArticleFindings, ...]:
    return tuple(Maker(seed=5).articles(COUNT))


def _found(
    articles: Sequence[ArticleFindings], memo: Memo = NO_MEMO, rulings: Rulings | None = None
) -> CorpusFindings:
    seen = [sighting_of(item) for item in articles]
    beside = Beside(rulings or Rulings(), memo)
    return analyse_corpus(articles, seen, LocalEngine(), Config(), CHOSEN, beside)


def _bytes(found: CorpusFindings) -> bytes:
    parts = (found.reuses, found.independents, found.families, found.datings, found.stories, found.threads)
    return b"".join(pack(one) for part in parts for one in part)


@cache
def _whole() -> bytes:
    found = _found(_pile())
    assert found.problems == ()
    assert found.reuses and found.families and len(found.stories) < COUNT
    return _bytes(found)


@given(st.permutations(range(COUNT)), st.lists(st.integers(1, COUNT - 1), min_size=1, max_size=2))
@settings(max_examples=5, deadline=None)
def test_in_parts_and_in_any_order(order: list[int], cuts: list[int]) -> None:
    arrived = [_pile()[place] for place in order]
    memo = MemoryMemo()
    for cut in sorted(cuts):
        _found(arrived[:cut], memo)
    assert _bytes(_found(arrived, memo)) == _whole()
    assert _bytes(_found(arrived, memo)) == _whole()


def test_what_was_taken_out_leaves_nothing() -> None:
    memo = MemoryMemo()
    _found(_pile(), memo)
    fewer = _pile()[: COUNT - 5]
    assert _bytes(_found(fewer, memo)) == _bytes(_found(fewer))


def test_a_ruling_counts_from_the_next_build_on_and_is_taken_back() -> None:
    memo = MemoryMemo()
    family = _found(_pile(), memo).families[0]
    one, other = family.articles[:2]
    apart = Rulings(apart=frozenset({(one, other)}), not_reuse=frozenset({(one, other)}))
    ruled = _found(_pile(), memo, apart)
    assert not any({one, other} <= set(group.articles) for group in ruled.families)
    assert _bytes(ruled) == _bytes(_found(_pile(), NO_MEMO, apart))
    assert _bytes(_found(_pile(), memo)) == _whole()
