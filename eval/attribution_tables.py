"""Tables of written passages: chains first, then what is told of matched attributions."""

from collections.abc import Sequence

from eval.attribution_passages import PassageScore, chain_row, detail_row, score_passages
from eval.attribution_systems import System
from eval.attribution_written import WrittenPassage
from eval.report import Table

CHAINS = (
    "hops all right: passages with chains whose chains are all found, in order, and no other; of 2 and more: "
    "those where words were passed on; same words: word for word; no false alarm: share of passages "
    "without attribution where nothing is found. In the group `headline` the first line is the title."
)
DETAILS = (
    "share right of matched attributions (overlapping triple); phrases: F1, any shared character; "
    "unsaid: not `fact`."
)


def passage_tables(
    dataset: str,
    split: str,
    passages: Sequence[WrittenPassage],
    systems: Sequence[tuple[str, System]],
    code: str,
) -> list[Table]:
    """Both tables of a set."""
    scores = [(name, score_passages(passages, system, code)) for name, system in systems]
    return _tables(dataset, split, scores)


def group_tables(
    dataset: str, split: str, passages: Sequence[WrittenPassage], system: System, code: str
) -> list[Table]:
    """The same of one system, a row for each group of passages."""
    groups = sorted({passage.group for passage in passages})
    scores = [
        (group, score_passages([one for one in passages if one.group == group], system, code))
        for group in groups
    ]
    return _tables(f"{dataset}-groups", split, scores)


def _tables(dataset: str, split: str, scores: Sequence[tuple[str, PassageScore]]) -> list[Table]:
    chains = tuple(chain_row(name, score) for name, score in scores)
    details = tuple(
        detail_row(name, score)
        for name, score in scores
        if score.facets["status"].gold or score.overlapping.matched
    )
    return [
        Table("attribution", dataset, split, chains, CHAINS),
        Table("attribution", f"{dataset}-details", split, details, DETAILS),
    ]
