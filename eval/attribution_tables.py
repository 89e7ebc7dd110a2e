"""Tables of written passages: chains first, then what is told of matched attributions."""

from collections import Counter
from collections.abc import Sequence

from eval.attribution_passages import PassageScore, chain_row, detail_row, score_passages
from eval.attribution_systems import PREVIOUS, System
from eval.attribution_written import WrittenPassage
from eval.report import Table

DETAILED = ("onrecord", PREVIOUS)
CHAINS = (
    "hops: passages with chains whose chains are all found, in order, and no other; 2+: "
    "those where words were passed on; same words: word for word; no false alarm: share of passages "
    "without attribution where nothing is found. naive: quotation marks and the nearest name; previous "
    "stage: rules over the parse. In the group `headline` the first line is the title."
)
DETAILS = (
    "share right of matched attributions (overlapping triple); phrases: F1, any shared character; "
    "unsaid: not `fact`. Systems that tell nothing of these are left out."
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
    return _tables(f"{dataset}-groups", split, scores, groups)


def counted(counts: Counter[str]) -> str:
    """Counts in words, the most frequent first."""
    return ", ".join(
        f"{what} {number}" for what, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _tables(
    dataset: str, split: str, scores: Sequence[tuple[str, PassageScore]], groups: Sequence[str] = ()
) -> list[Table]:
    chains = tuple(chain_row(name, score) for name, score in scores)
    lines = tuple(
        f"{name}: chains wrong in {score.wrong.total()} passages: {counted(score.wrong)}"
        for name, score in scores
        if score.wrong and name in (*DETAILED, *groups)
    )
    details = tuple(detail_row(name, score) for name, score in scores if score.facets["cue_class"].gold)
    return [
        Table("attribution", dataset, split, chains, CHAINS, lines),
        Table("attribution", f"{dataset}-details", split, details, DETAILS),
    ]
