"""`python -m eval.bench.extraction`: pages a second on one core, beside trafilatura alone on the same pages.

HTML: reading and extraction of each page of the extraction set, then trafilatura on its bytes, page by
page in turn, so that a busy machine slows both alike. Flat: the same pages rendered by html-text first.
Times are processor time of this process. Never a test: machines differ, ratios less so.
"""

import argparse
import gzip
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura
from rich.console import Console
from rich.table import Table

from eval.gold import gold_folder, load
from eval.training.renders import render
from onrecord.config import ExtractConfig, ReaderConfig
from onrecord.data import PageInput
from onrecord.models.language import identify_language
from onrecord.models.trees import packaged_trees
from onrecord.readers import read_page
from onrecord.stages.article.extract import LineModels, extract


def main() -> None:
    """Read the pages, run all in turn, print the rates."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.extraction", description=__doc__)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--every", type=int, default=3, help="take every n-th page of the set")
    options = parser.parse_args()
    folder = gold_folder(options.gold) / "extraction" / "trafilatura_eval"
    records = load(folder / "all.jsonl")
    if records is None:
        raise SystemExit(f"{folder} holds no all.jsonl")
    pages = [gzip.decompress((folder / record["html"]).read_bytes()) for record in records[:: options.every]]
    flat = [render(raw, "html-text").encode("utf-8", "replace") for raw in pages]
    models = LineModels(flat=packaged_trees("flat-lines"), html=packaged_trees("html-lines"))
    runs: dict[str, tuple[Callable[[bytes], object], Sequence[bytes]]] = {
        "trafilatura, standard": (lambda raw: trafilatura.extract(raw, include_comments=False), pages),
        "onrecord, HTML": (lambda raw: _ours(raw, models), pages),
        "onrecord, flat text": (lambda raw: _ours(raw, models), flat),
    }
    _print(_times(runs), len(pages))


def _ours(raw: bytes, models: LineModels) -> object:
    found = read_page(raw, "page", ReaderConfig())
    if not isinstance(found, PageInput):
        return found
    return extract(found.page, found.sightings, identify_language, ExtractConfig(), models)


def _times(runs: dict[str, tuple[Callable[[bytes], object], Sequence[bytes]]]) -> dict[str, float]:
    """Seconds of each run over its pages; the first page is run once before, to load what is loaded once."""
    seconds = dict.fromkeys(runs, 0.0)
    for run, raws in runs.values():
        run(raws[0])
    for number in range(len(next(iter(runs.values()))[1])):
        for name, (run, raws) in runs.items():
            started = time.process_time()
            run(raws[number])
            seconds[name] += time.process_time() - started
    return seconds


def _print(seconds: dict[str, float], pages: int) -> None:
    base = seconds["trafilatura, standard"]
    table = Table(title=f"{pages} pages, one core")
    for column in ("", "pages/s", "ms a page", "speed beside trafilatura"):
        table.add_column(column, justify="right" if column else "left")
    for name, value in seconds.items():
        table.add_row(name, f"{pages / value:.1f}", f"{1000 * value / pages:.1f}", f"{base / value:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()
