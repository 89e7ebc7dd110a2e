"""Train the line classifier of HTML pages: `python -m eval.training.html_lines [--gold FOLDER]`.

Writes the weights that ship (trained on all pages), and one set of weights for each fold (trained on the
pages of the other folds) with which `python -m eval extraction` scores: no page is scored by weights that
have seen its site. Fixed seeds and one thread: running twice gives the same files.

Labels: lines that hold a snippet of the set (weight 1 each), and a sample of the other lines, labelled by
the vote of several extractors (weight SILVER each at most). Some pages come a second time without the
names of their elements, or with most of their furniture taken out: not all pages are built like these.
"""

import argparse
import gzip
import hashlib
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from threadpoolctl import threadpool_limits

from eval.gold import Record, gold_folder, load
from eval.training.export import to_trees, write_trees
from eval.training.folds import FOLDS, fold_of
from eval.training.silver import outputs, votes
from onrecord.readers.decode import decode
from onrecord.readers.metadata import read_metadata
from onrecord.stages.article.extract.blocks.features import block_features
from onrecord.stages.article.extract.lines import Line
from onrecord.text.html_lines import HtmlLines, html_lines, parse_html

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "src" / "onrecord" / "models" / "weights" / "html-lines.npz"
FOLD_WEIGHTS = ROOT / "eval" / "data" / "html_lines"
SEED = 20_311
SILVER = 0.06
SAMPLED = 0.3
AGAIN = 0.5
KEPT_FURNITURE = 0.15
MOST_CHARACTERS = 10_000_000


@dataclass(frozen=True)
class Rows:
    """Lines of one page that have a label."""

    fold: int
    rows: NDArray[np.float32]
    labels: NDArray[np.bool_]
    weights: NDArray[np.float64]


def page_rows(record: Record, raw: bytes, cache: Path | None) -> Iterator[tuple[tuple[str, ...], Rows]]:
    """Features, labels and weights of the lines of a page; for some pages of a changed copy too."""
    found = decode(raw.replace(b"\x00", b" "), declares=True)
    root = parse_html(found.text) if found is not None else None
    page = html_lines(root, MOST_CHARACTERS) if root is not None else HtmlLines()
    if root is None or not page.lines:
        return
    titles = [field.value for field in read_metadata(root) if field.name == "title"]
    lines = [Line(index, 0, 0, line.text, 0, ()) for index, line in enumerate(page.lines)]
    vote = votes(lines, outputs(raw, cache))
    labels, weights = label(page, vote, record)
    dice = random.Random(record["id"])  # noqa: S311 (not for secrets)
    unsure = weights == 0
    sampled = np.array([dice.random() < SAMPLED for _ in lines])
    weights = np.where(unsure & sampled, SILVER * np.abs(vote - 0.5) * 2, weights)
    fold = fold_of(record["url"])
    yield _rows(fold, page, titles, (labels, weights))
    how = dice.random()
    if how < 1 / 3:
        yield _rows(fold, nameless(page), titles, (labels, weights * AGAIN))
    elif how < 2 / 3:
        kept = labels | np.array([dice.random() < KEPT_FURNITURE for _ in lines])
        if kept.any():
            yield _rows(fold, thinned(page, kept), titles, (labels[kept], weights[kept] * AGAIN))


def _rows(
    fold: int, page: HtmlLines, titles: Sequence[str], known: tuple[NDArray[np.bool_], NDArray[np.float64]]
) -> tuple[tuple[str, ...], Rows]:
    features = block_features(page, titles)
    labels, weights = known
    used = weights > 0
    return features.names, Rows(fold, features.rows[used], labels[used], weights[used])


def label(
    page: HtmlLines, vote: NDArray[np.float64], record: Record
) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Label (main text or not) and weight of each line; weight 0 where no snippet of the set speaks.

    A wanted snippet that stands in several lines speaks for the one with most votes, an unwanted one
    against all of them. Lines with snippets of both kinds are left out.
    """
    texts = [line.text for line in page.lines]
    labels = vote > 0.5
    weights = np.zeros(len(texts))
    bad: set[int] = set()
    for snippet in record["without"]:
        hits = [index for index, text in enumerate(texts) if snippet in text]
        bad.update(hits)
        weights[hits] += 1 / max(1, len(hits)) ** 0.5
    labels[list(bad)] = False
    for snippet in record["with"]:
        hits = [index for index, text in enumerate(texts) if snippet in text]
        best = max(hits, key=lambda index: (vote[index], -index), default=None)
        if best is not None and best in bad:
            weights[best] = 0
        elif best is not None:
            labels[best] = True
            weights[best] += 1
    return labels, weights


def nameless(page: HtmlLines) -> HtmlLines:
    """The page as if its elements had no class, id or role."""
    blocks = [replace(block, names="") for block in page.blocks]
    return HtmlLines([replace(line, inner="") for line in page.lines], blocks)


def thinned(page: HtmlLines, kept: NDArray[np.bool_]) -> HtmlLines:
    """The page with some of its lines only."""
    place = np.concatenate(([0], np.cumsum(kept)))
    blocks = [
        replace(block, first=int(place[block.first]), last=int(place[block.last])) for block in page.blocks
    ]
    return HtmlLines([line for line, stays in zip(page.lines, kept, strict=True) if stays], blocks)


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
        max_iter=150,
        max_leaf_nodes=16,
        max_depth=7,
        learning_rate=0.08,
        min_samples_leaf=40,
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
    parser.add_argument("--cache", type=Path, default=None, help="folder for what the extractors said")
    options = parser.parse_args()
    started = time.perf_counter()
    names, pages = gather(gold_folder(options.gold), options.cache)
    lines = sum(len(page.labels) for page in pages)
    seconds = time.perf_counter() - started
    print(f"{len(pages)} pages, {lines} lines, {len(names)} features: {seconds:.0f} s", flush=True)
    _write(fit(pages), names, WEIGHTS)
    for fold in range(FOLDS):
        _write(fit([page for page in pages if page.fold != fold]), names, FOLD_WEIGHTS / f"fold-{fold}.npz")
    print(f"{time.perf_counter() - started:.0f} s")


def _write(model: HistGradientBoostingClassifier, names: tuple[str, ...], path: Path) -> None:
    write_trees(to_trees(model, names), path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes, sha256 {digest}", flush=True)


if __name__ == "__main__":
    main()
