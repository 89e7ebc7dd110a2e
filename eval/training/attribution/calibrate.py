"""What is fitted on dev: how sure an attribution is.

Right means that the linked triple overlaps a gold one (eval/metrics.py, one to one). The confidence is a
logistic regression of a few numbers; its figures are of two folds by article, the weights of all of dev.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.gold import Record
from eval.metrics import Tally, Tokens, Triple, equal, exact_spans, match_triples, overlapping
from eval.training.attribution.data import ROLES
from onrecord.models.tagger.links import Linked
from onrecord.models.tagger.paths import Marked
from onrecord.models.tagger.read import FACTS, PART, Seen, Tagger, facts

LEASTS = (0.0, 0.2, 0.3, 0.35, 0.4, 0.5)
LEAST = 0.2  # confidence from which attributions are given; the stage has thresholds of its own
PRECISIONS = (0.85, 0.9, 0.95)
ROUNDS, RIDGE = 60, 1.0

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Facts of each attribution, whether it is right, its fold; and how many are in gold."""

    rows: Doubles
    right: Doubles
    fold: NDArray[np.int64]
    gold: int


def gold_triples(record: Record) -> list[Triple]:
    """Gold attributions as sets of word numbers."""
    tokens = Tokens(record["text"])
    return [
        Triple(*(tokens.cover([(one, other) for one, other in item[part]]) for part in ROLES))
        for item in record["attributions"]
    ]


def triple_of(item: Linked) -> Triple:
    """An attribution as sets of word numbers: a text of one part has the words of the metric."""
    source = (item.source,) if item.source else ()
    return Triple(_words(source), _words((item.cue,)), _words(item.contents))


def _words(spans: Sequence[Marked]) -> frozenset[int]:
    return frozenset(number for span in spans for number in range(span.first, span.last + 1))


def look(tagger: Tagger, records: Sequence[Record]) -> list[tuple[Record, Seen]]:
    """The network's view of each article; articles beyond one part are left out."""
    seen = ((record, tagger.see(record["text"])) for record in records if len(record["text"]) <= PART)
    return [(record, view) for record, view in seen if view is not None]


def scores(seen: Sequence[tuple[Record, Seen]], given: Sequence[Sequence[Linked]]) -> dict[str, Tally]:
    """Exact source, cue and content; triples exact and overlapping; of each article's attributions."""
    tallies = {name: Tally() for name in (*ROLES, "triple exact", "triple overlapping")}
    for (record, _), items in zip(seen, given, strict=True):
        gold, told = gold_triples(record), [triple_of(item) for item in items]
        for number, role in enumerate(ROLES):
            parts = ([triple.parts[number] for triple in some] for some in (gold, told))
            tallies[role].add(*exact_spans(*parts))
        for name, accept in (("triple exact", equal), ("triple overlapping", overlapping)):
            tallies[name].add(len(match_triples(gold, told, accept)), len(gold), len(told))
    return tallies


def figures(
    seen: Sequence[tuple[Record, Seen]], given: Sequence[Sequence[Linked]], told: Doubles
) -> list[str]:
    """A line for each of LEASTS: the scores of the attributions at least so sure."""
    lines = []
    for least in LEASTS:
        order = iter(told.tolist())
        kept = [[item for item in items if next(order) >= least] for items in given]
        found = scores(seen, kept)
        shown = " ".join(f"{name} {100 * tally.f1:.1f}" for name, tally in found.items())
        triple = found["triple overlapping"]
        lines.append(f"from {least}: {shown} (P {triple.precision:.3f} R {triple.recall:.3f})")
    return lines


def judge(seen: Sequence[tuple[Record, Seen]], found: Sequence[Sequence[Linked]]) -> Judged:
    """Facts and rightness of all attributions given."""
    rows, right, fold, total = [], [], [], 0
    for number, ((record, _), given) in enumerate(zip(seen, found, strict=True)):
        gold = gold_triples(record)
        good = {other for _, other in match_triples(gold, [triple_of(item) for item in given], overlapping)}
        total += len(gold)
        for place, item in enumerate(given):
            rows.append(facts(item))
            right.append(float(place in good))
            fold.append(number % 2)
    return Judged(np.array(rows), np.array(right), np.array(fold), total)


def fit(rows: Doubles, right: Doubles) -> Doubles:
    """Weights of a logistic regression: Newton's steps with a little ridge."""
    weights = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        told = 1 / (1 + np.exp(-rows @ weights))
        bend = (rows.T * (told * (1 - told))) @ rows + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, rows.T @ (told - right) + RIDGE * weights)
    return weights


def two_fold(judged: Judged) -> Doubles:
    """The confidence of each attribution by weights fitted on the other half of the articles."""
    found = np.zeros(len(judged.right))
    for fold in (0, 1):
        mine = judged.fold == fold
        found[mine] = 1 / (1 + np.exp(-judged.rows[mine] @ fit(judged.rows[~mine], judged.right[~mine])))
    return found


def reliability(told: Doubles, judged: Judged) -> list[str]:
    """Lines of a table: said and right in ten bins, expected calibration error, precision at thresholds."""
    right = judged.right
    lines = [
        f"mean said {told.mean():.3f}, right {right.mean():.3f}, Brier {np.mean((told - right) ** 2):.4f}"
    ]
    error = 0.0
    bins = np.minimum((told * 10).astype(np.int64), 9)
    for number in range(10):
        mine = bins == number
        if mine.any():
            said, true = float(told[mine].mean()), float(right[mine].mean())
            error += float(mine.mean()) * abs(said - true)
            lines.append(
                f"{number / 10:.1f}-{(number + 1) / 10:.1f}: {mine.sum():5d} said {said:.3f} right {true:.3f}"
            )
    lines.append(f"expected calibration error {error:.4f}")
    order = np.argsort(-told, kind="stable")
    precision = np.cumsum(right[order]) / np.arange(1, len(right) + 1)
    for wanted in PRECISIONS:
        enough = np.flatnonzero(precision >= wanted)
        if len(enough):
            kept = int(enough[-1]) + 1
            recall = right[order[:kept]].sum() / judged.gold
            told_at = f"from {told[order[kept - 1]]:.3f}, keeps {kept} of {len(right)}, recall {recall:.3f}"
            lines.append(f"precision {wanted}: {told_at}")
    return lines


def calibrate(folder: Path, records: Sequence[Record]) -> list[str]:
    """Fit on dev, write calibration.json into the folder of weights; the figures as lines."""
    place = folder / "calibration.json"
    told: dict[str, object] = {"names": list(FACTS), "weights": [0.0] * len(FACTS), "least": 0.0}
    place.write_text(json.dumps(told), encoding="utf-8")
    tagger = Tagger(folder)
    seen = look(tagger, records)
    given = [tagger.linked(view) for _, view in seen]
    judged = judge(seen, given)
    confidence = two_fold(judged)
    told["weights"] = [round(float(weight), 6) for weight in fit(judged.rows, judged.right)]
    told["least"] = LEAST
    place.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    kept = confidence >= LEAST
    shown = Judged(judged.rows[kept], judged.right[kept], judged.fold[kept], judged.gold)
    return [*figures(seen, given, confidence), f"given from {LEAST}", *reliability(confidence[kept], shown)]
