"""Outlines of all articles, those out of the memo that were made before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.data import ArticleFindings, Dating
from onrecord.engine import SILENT, Engine, Watch
from onrecord.memo import NO_MEMO, Memo, key_of, remembered
from onrecord.pile import article_of, pack, pile_of, unpack
from onrecord.stages.corpus.stories.outline import Outline, outline_of

OUTLINE = "outline"  # a kind of what is remembered
SENT = 16  # articles of one piece of work


@dataclass(frozen=True, slots=True)
class Dated:
    """A refined date, or none."""

    dating: Dating | None


def outlines_of(
    articles: Sequence[ArticleFindings],
    datings: Sequence[Dating],
    engine: Engine,
    memo: Memo = NO_MEMO,
    watch: Watch = SILENT,
) -> dict[str, Outline]:
    """The outline of every article, in the order of ids."""
    pile = pile_of(articles)
    dated = {dating.article_id: dating for dating in datings}
    dates = [pack(Dated(dated.get(name))) for name in pile.names]
    keys = [key_of(pile.digest(place), dates[place]) for place in range(len(pile))]

    def compute(missing: list[int]) -> Iterator[bytes]:
        chunks = (
            [(pile.packed(place), dates[place]) for place in missing[start : start + SENT]]
            for start in range(0, len(missing), SENT)
        )
        for made in engine.map(_outlined, chunks):
            yield from made

    watch.phase("comparing: stories, outlines", len(pile))
    found = remembered(memo, OUTLINE, keys, compute, watch.advance)
    return {name: unpack(one, Outline) for name, one in zip(pile.names, found, strict=True)}


def _outlined(chunk: list[tuple[bytes, bytes]]) -> list[bytes]:
    return [pack(outline_of(article_of(article), unpack(date, Dated).dating)) for article, date in chunk]
