"""What is chosen and fitted on dev: how much the pointers weigh, and how sure an attribution is.

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
from eval.metrics import Tally, Tokens, Triple, exact_spans, match_triples, overlapping
from onrecord.models.tagger.ends import Balance
from onrecord.models.tagger.links import Linked
from onrecord.models.tagger.paths import Marked
from onrecord.models.tagger.read import FACTS, PART, Seen, Tagger, facts

WEIGHTS = (0.0, 0.25, 0.5, 1.0, 1.5)
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
        Triple(
            *(
                tokens.cover([(one, other) for one, other in item[part]])
                for part in ("source", "cue", "content")
            )
        )
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


def choose_balance(tagger: Tagger, seen: Sequence[tuple[Record, Seen]]) -> tuple[Balance, dict[str, float]]:
    """The pair of weights with the best exact content; ties go to the smaller. And the content F1 of each."""
    tables: dict[str, float] = {}
    best, best_score = Balance(0.0, 0.0), -1.0
    gold = [gold_triples(record) for record, _ in seen]
    for end in WEIGHTS:
        for start in WEIGHTS:
            balance = Balance(end, start)
            tally = Tally()
            for wanted, (_, view) in zip(gold, seen, strict=True):
                given = [triple_of(item) for item in tagger.linked(view, balance)]
                tally.add(*exact_spans((t.content for t in wanted), (t.content for t in given)))
            tables[f"{end} {start}"] = round(tally.f1, 4)
            if tally.f1 > best_score:
                best, best_score = balance, tally.f1
    return best, tables


def judge(tagger: Tagger, seen: Sequence[tuple[Record, Seen]], balance: Balance) -> Judged:
    """Facts and rightness of all attributions given."""
    rows, right, fold, total = [], [], [], 0
    for number, (record, view) in enumerate(seen):
        gold = gold_triples(record)
        given = tagger.linked(view, balance)
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
    blank = {"names": list(FACTS), "weights": [0.0] * len(FACTS), "ends": [0.0, 0.0]}
    (folder / "calibration.json").write_text(json.dumps(blank), encoding="utf-8")
    tagger = Tagger(folder)
    seen = look(tagger, records)
    balance, table = choose_balance(tagger, seen)
    judged = judge(tagger, seen, balance)
    weights = fit(judged.rows, judged.right)
    told = {
        "names": list(FACTS),
        "weights": [round(float(weight), 6) for weight in weights],
        "ends": [balance.end, balance.start],
    }
    (folder / "calibration.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    chosen = f"pointer weights {balance}, exact content by weights {table}"
    return [chosen, *reliability(two_fold(judged), judged)]
