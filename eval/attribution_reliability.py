"""Whether confidences mean what they say: attributions by confidence, and how many of each bin are right."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.attribution_score import triple_of
from eval.attribution_systems import System, language_of, made_article, outermost
from eval.gold import Record
from eval.metrics import Tokens, match_triples, overlapping
from eval.report import Row, Table

BINS = 10


@dataclass(frozen=True)
class Judged:
    """The confidence of an attribution and whether its linked triple overlaps one of gold."""

    confidence: float
    right: bool


def judge(records: Sequence[Record], system: System, code: str) -> tuple[list[Judged], int]:
    """Every attribution that stands in no other, and how many gold has."""
    judged: list[Judged] = []
    gold_total = 0
    language = language_of(code)
    for record in records:
        article = made_article(record["id"], record["text"], record.get("title") or "")
        found = outermost(system(article, language))
        tokens = Tokens(record["text"])
        gold = [
            triple_of(tokens, item["source"], item["cue"], item["content"]) for item in record["attributions"]
        ]
        predicted = [triple_of(tokens, item.source, item.cue, item.content) for item in found]
        right = {other for _, other in match_triples(gold, predicted, overlapping)}
        judged += [Judged(item.confidence, number in right) for number, item in enumerate(found)]
        gold_total += len(gold)
    return judged, gold_total


def expected_error(judged: Sequence[Judged]) -> float:
    """Expected calibration error: the mean gap of confidence and share right over ten bins of equal width."""
    total = len(judged) or 1
    return (
        sum(
            abs(sum(one.confidence for one in group) - sum(one.right for one in group))
            for group in bins(judged)
        )
        / total
    )


def brier(judged: Sequence[Judged]) -> float:
    """Mean squared distance of confidence and truth (0 is best)."""
    return sum((one.confidence - one.right) ** 2 for one in judged) / (len(judged) or 1)


def bins(judged: Sequence[Judged]) -> list[list[Judged]]:
    """Ten groups by confidence: 0 to .1, .1 to .2 ..."""
    groups: list[list[Judged]] = [[] for _ in range(BINS)]
    for one in judged:
        groups[min(BINS - 1, max(0, int(one.confidence * BINS)))].append(one)
    return groups


def reliability_table(judged: Sequence[Judged], gold: int, dataset: str, split: str, default: float) -> Table:
    """A row for all that is kept at the default threshold, then one for each bin of confidence."""
    kept = [one for one in judged if one.confidence >= default]
    right = sum(one.right for one in kept)
    total = {
        "precision": right / len(kept) if kept else 0.0,
        "recall": right / gold if gold else 0.0,
        "ECE": expected_error(judged),
        "Brier": brier(judged),
    }
    rows = [Row("onrecord", total, {"attributions": len(kept)})]
    for number, group in enumerate(bins(judged)):
        if group:
            metrics = {
                "mean confidence": sum(one.confidence for one in group) / len(group),
                "share right": sum(one.right for one in group) / len(group),
            }
            name = f"confidence {number / BINS:.1f} to {(number + 1) / BINS:.1f}"
            rows.append(Row(name, metrics, {"attributions": len(group)}))
    note = (
        "right: the linked triple overlaps one of gold. precision and recall at the default threshold "
        f"({default:g}); ECE and Brier (lower is better) over all that the stage gives."
    )
    return Table("attribution", dataset, split, tuple(rows), note)
