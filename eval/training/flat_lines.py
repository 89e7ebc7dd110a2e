"""Train the line classifier of flat pages: `python -m eval.training.flat_lines [--gold FOLDER]`.

Writes the weights that ship (trained on all pages), and one set of weights for each fold (trained on the
pages of the other folds) with which `python -m eval extraction` scores: no page is scored by weights that
have seen its site. Fixed seeds and one thread: running twice gives the same files.
"""

import argparse
import gzip
import hashlib
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from threadpoolctl import threadpool_limits

from eval.gold import Record, gold_folder, load
from eval.training.export import to_trees, write_trees
from eval.training.folds import FOLDS, fold_of
from eval.training.renders import RENDERERS, render
from eval.training.silver import label, outputs, votes
from onrecord.models.language import identify_language
from onrecord.stages.article.extract.features import line_features
from onrecord.stages.article.extract.flat import mark_lines
from onrecord.stages.article.extract.lines import split_lines

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "src" / "onrecord" / "models" / "weights" / "flat-lines.npz"
FOLD_WEIGHTS = ROOT / "eval" / "data" / "flat_lines"
MOST_LINES = 400
SEED = 20_311


@dataclass(frozen=True)
class Rows:
    """Lines of one rendering of one page."""

    fold: int
    rows: NDArray[np.float32]
    labels: NDArray[np.int64]
    weights: NDArray[np.float64]


def page_rows(record: Record, raw: bytes, cache: Path | None) -> Iterator[tuple[tuple[str, ...], Rows]]:
    """Features, labels and weights of the lines of a page, for each rendering; at most MOST_LINES of it."""
    kept = outputs(raw, cache)
    for how in RENDERERS:
        text = render(raw, how)
        lines = split_lines(text)
        if not lines:
            continue
        marks, _ = mark_lines(lines, identify_language)
        features = line_features(text, lines, marks)
        labels, weights = label(lines, votes(lines, kept), record["with"], record["without"])
        chosen = _some(len(lines), f"{record['id']} {how}")
        yield (
            features.names,
            Rows(fold_of(record["url"]), features.rows[chosen], labels[chosen], weights[chosen]),
        )


def _some(size: int, seed: str) -> list[int]:
    """Up to MOST_LINES line numbers, the same for the same page."""
    if size <= MOST_LINES:
        return list(range(size))
    return sorted(random.Random(seed).sample(range(size), MOST_LINES))  # noqa: S311 (not for secrets)


def gather(gold: Path, cache: Path | None) -> tuple[tuple[str, ...], list[Rows]]:
    """Rows of all pages of the set, in its order."""
    folder = gold / "extraction" / "trafilatura_eval"
    records = load(folder / "all.jsonl")
    if records is None:
        raise SystemExit(f"{folder} holds no all.jsonl")
    names: tuple[str, ...] = ()
    found = []
    for record in records:
        raw = (folder / record["html"]).read_bytes()
        raw = gzip.decompress(raw) if record["html"].endswith(".gz") else raw
        for names, rows in page_rows(record, raw, cache):  # noqa: B007 (the names are the same for all)
            found.append(rows)
    return names, found


def fit(pages: Sequence[Rows]) -> HistGradientBoostingClassifier:
    """One model on some pages."""
    model = HistGradientBoostingClassifier(
        max_iter=160,
        max_leaf_nodes=24,
        max_depth=8,
        learning_rate=0.1,
        min_samples_leaf=60,
        l2_regularization=2.0,
        max_features=0.3,
        early_stopping=False,
        random_state=SEED,
    )
    with threadpool_limits(1):
        return model.fit(
            np.concatenate([page.rows for page in pages]),
            np.concatenate([page.labels for page in pages]),
            sample_weight=np.concatenate([page.weights for page in pages]),
        )


def main() -> None:
    """Train, write, and say what was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=None)
    parser.add_argument("--cache", type=Path, default=None, help="folder for what the extractors give")
    given = parser.parse_args()
    started = time.perf_counter()
    names, pages = gather(gold_folder(given.gold), given.cache)
    lines = sum(len(page.labels) for page in pages)
    seconds = time.perf_counter() - started
    print(f"{len(pages)} renderings, {lines} lines, {len(names)} features: {seconds:.0f} s", flush=True)
    for fold in range(FOLDS):
        _write(fit([page for page in pages if page.fold != fold]), names, FOLD_WEIGHTS / f"fold-{fold}.npz")
    _write(fit(pages), names, WEIGHTS)
    print(f"{time.perf_counter() - started:.0f} s")


def _write(model: HistGradientBoostingClassifier, names: tuple[str, ...], path: Path) -> None:
    write_trees(to_trees(model, names), path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes, sha256 {digest}", flush=True)


if __name__ == "__main__":
    main()
