"""Fit the confidence of an exported German tagger on dev, and tell how reliable it is (two folds).

    python -m eval.training.attribution_german.calibrate FOLDER GOLD

Right means that the linked triple overlaps its gold one. Writes FOLDER/calibration.json (11 numbers,
fitted on all of dev: too few to learn dev by heart).
"""

import argparse
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.metrics import Tokens, Triple, match_triples, overlapping
from eval.training.attribution_german.dev import PARTS, DevScore, cover
from eval.training.attribution_german.labels import read_records
from onrecord.models.tagger.german import GermanTagger, facts

FACTS = 11

Floats = NDArray[np.float64]


def fitted(facts_: Floats, right: Floats, steps: int = 60) -> Floats:
    """Logistic regression by Newton's method with a little ridge."""
    weights = np.zeros(facts_.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-facts_ @ weights))
        curve = (facts_.T * (chance * (1 - chance))) @ facts_ + np.eye(len(weights))
        weights -= np.linalg.solve(curve, facts_.T @ (chance - right) + weights)
    return weights


def main() -> None:
    """Read the command line, fit, tell."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("gold", type=Path, help="the folder of german_wikinews")
    given = ask.parse_args()
    kept = given.folder / "calibration.json"
    if not kept.exists():
        kept.write_text(json.dumps({"weights": [0.0] * FACTS}), encoding="utf-8")
    tagger = GermanTagger(given.folder)
    rows, right, fold = [], [], []
    score = DevScore()
    for number, record in enumerate(read_records(given.gold / "dev.jsonl")):
        found = tagger.linked(tagger.words(record["text"]))
        score.add(record, found)
        tokens = Tokens(record["text"])
        gold = [
            Triple(*(tokens.cover([(s, e) for s, e in item[part]]) for part in PARTS))
            for item in record["attributions"]
        ]
        told = [
            Triple(cover([f.source] if f.source else []), cover(f.cues), cover(f.contents)) for f in found
        ]
        good = {other for _, other in match_triples(gold, told, overlapping)}
        rows += [facts(item) for item in found]
        right += [float(place in good) for place in range(len(found))]
        fold += [number % 2] * len(found)
    x, y, half = np.array(rows), np.array(right), np.array(fold)
    chance = np.zeros(len(y))
    for one in (0, 1):
        chance[half == one] = 1 / (1 + np.exp(-x[half == one] @ fitted(x[half != one], y[half != one])))
    kept.write_text(json.dumps({"weights": fitted(x, y).tolist()}) + "\n", encoding="utf-8")
    print(score.line())
    _tell(chance, y, score.over.gold)


def _tell(chance: Floats, right: Floats, gold: int) -> None:
    print(f"said {chance.mean():.3f} right {right.mean():.3f} Brier {np.mean((chance - right) ** 2):.4f}")
    error = 0.0
    for low in np.arange(0, 10):
        inside = np.minimum((chance * 10).astype(int), 9) == low
        if inside.any():
            said, was = chance[inside].mean(), right[inside].mean()
            error += inside.mean() * abs(said - was)
            print(f"  {low / 10:.1f}-{(low + 1) / 10:.1f}: {inside.sum():4d} said {said:.3f} right {was:.3f}")
    print(f"  expected calibration error {error:.4f}")
    order = np.argsort(-chance, kind="stable")
    precision = np.cumsum(right[order]) / np.arange(1, len(right) + 1)
    for wanted in (0.85, 0.9):
        enough = np.where(precision >= wanted)[0]
        if len(enough):
            last = enough[-1]
            recall = right[order[: last + 1]].sum() / gold
            print(f"  precision {wanted}: from confidence {chance[order[last]]:.3f}, recall {recall:.3f}")


if __name__ == "__main__":
    main()
