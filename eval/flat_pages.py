"""The pages of the extraction set as flat text: rendered by html-text, by inscriptis, as plain lines.

The line classifier is scored out of fold: each page by the weights that were trained without its site
(`eval/data/flat_lines`, written by `python -m eval.training.flat_lines`).
"""

import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

from eval.gold import Record
from eval.report import Row, Table
from eval.training.flat_lines import FOLD_WEIGHTS
from eval.training.folds import fold_of
from eval.training.renders import RENDERERS, render
from onrecord.config import ExtractConfig, ReaderConfig
from onrecord.data import PageInput
from onrecord.models.language import identify_language
from onrecord.models.trees import Trees, read_trees
from onrecord.readers import read_page
from onrecord.stages.article.extract import RULES_ONLY, LineModels, extract

NAMES = {"html-text": "html-text", "inscriptis": "inscriptis", "plain": "flat"}
Reader = Callable[[Record, str], str]


def flat_tables(dataset: str, split: str, pages: Sequence[tuple[Record, bytes]]) -> list[Table]:
    """A table for each rendering: onrecord (out of fold), its rules alone, and all text taken."""
    return [
        Table(
            "extraction",
            f"{dataset}_{NAMES[how]}",
            split,
            _rows([(record, render(raw, how)) for record, raw in pages]),
            f"the same pages rendered flat ({how}); onrecord: weights trained without the page's site",
        )
        for how in RENDERERS
    ]


def _rows(pages: Sequence[tuple[Record, str]]) -> tuple[Row, ...]:
    systems: dict[str, Reader] = {
        "onrecord": _onrecord,
        "onrecord, rules alone": _rules,
        "take all text": _all,
    }
    return tuple(_row(name, run, pages) for name, run in systems.items())


def _row(name: str, run: Reader, pages: Iterable[tuple[Record, str]]) -> Row:
    kept = lost = wrong = dropped = count = 0
    started = time.process_time()
    for record, text in pages:
        output = run(record, text)
        count += 1
        held = sum(snippet in output for snippet in record["with"])
        kept, lost = kept + held, lost + len(record["with"]) - held
        held = sum(snippet in output for snippet in record["without"])
        wrong, dropped = wrong + held, dropped + len(record["without"]) - held
    seconds = time.process_time() - started
    metrics = {
        "precision": kept / max(kept + wrong, 1),
        "recall": kept / max(kept + lost, 1),
        "f1": 2 * kept / max(2 * kept + wrong + lost, 1),
    }
    return Row(name, metrics, {"tp": kept, "fn": lost, "fp": wrong, "tn": dropped}, seconds, count)


def _onrecord(record: Record, text: str) -> str:
    return _articles(text, LineModels(flat=_fold_weights(fold_of(record["url"]))))


def _rules(record: Record, text: str) -> str:
    return _articles(text, RULES_ONLY)


def _all(record: Record, text: str) -> str:
    return text


@cache
def _fold_weights(fold: int) -> Trees:
    """Weights trained without the sites of a fold."""
    return read_trees(Path(FOLD_WEIGHTS) / f"fold-{fold}.npz")


def _articles(text: str, models: LineModels) -> str:
    """All articles that are cut out of a flat text."""
    found = read_page(text.encode("utf-8", "replace"), "page.txt", ReaderConfig())
    if not isinstance(found, PageInput):
        return ""
    cut = extract(found.page, found.sightings, identify_language, ExtractConfig(), models)
    return "\n".join(article.text for article in cut.articles)
