"""`python -m eval.bench`: a pile of pages end to end, beside spaCy's full small English pipeline.

Prints pages and words per second of both with the same number of processes, the ratio, peak
memory, the time of a rerun, and seconds per stage. Never a test: machines differ, ratios less so.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.bench.memory import PeakMemory
from eval.bench.pages import make_pages
from eval.bench.peer import parse_all
from eval.bench.stages import time_stages
from onrecord.config import Config, RunnerConfig
from onrecord.runners.local import build
from onrecord.stores.sqlite import open_view


def main() -> None:
    """Make the pages, run both, print the figures."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)), help="processes of each")
    parser.add_argument("--sample", type=int, default=150, help="pages for the times per stage")
    options = parser.parse_args()
    console = Console()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "pages"
        folder.mkdir()
        make_pages(folder, options.pages)
        case = Path(name) / "bench.onrecord"
        config = Config(runner=RunnerConfig(workers=options.workers))
        with PeakMemory() as memory:
            first = _seconds(lambda: build([folder], case, config))
        again = _seconds(lambda: build([folder], case, config))
        with open_view(case) as view:
            texts = [found.article.text for found in view.all_findings()]
            pages = len(view.page_ids())
        peer = _seconds(lambda: parse_all(texts, options.workers))
        _print_totals(
            console, texts, pages, options.workers, {"onrecord": first, "spaCy": peer, "rerun": again}
        )
        console.print(f"peak memory of all processes: {memory.peak / 1e6:.0f} MB")
        _print_stages(console, folder, options.sample)


def _seconds(run: object) -> float:
    started = time.perf_counter()
    if callable(run):
        run()
    return time.perf_counter() - started


def _print_totals(
    console: Console, texts: list[str], pages: int, workers: int, seconds: dict[str, float]
) -> None:
    words = sum(len(text.split()) for text in texts)
    table = Table(title=f"{pages} pages, {len(texts)} articles, {words} words, {workers} processes each")
    for column in ("", "seconds", "articles/s", "words/s"):
        table.add_column(column, justify="right" if column else "left")
    names = {
        "onrecord": "onrecord, pages to case file",
        "spaCy": "spaCy full small English, texts only, models loaded",
        "rerun": "onrecord, the same pages again",
    }
    for key, value in seconds.items():
        table.add_row(names[key], f"{value:.1f}", f"{len(texts) / value:.1f}", f"{words / value:.0f}")
    console.print(table)
    console.print(f"speed of onrecord / spaCy: {seconds['spaCy'] / seconds['onrecord']:.2f} (asked: 0.5)")
    console.print(f"rerun / first run: {seconds['rerun'] / seconds['onrecord']:.3f} (asked: below 0.1)")


def _print_stages(console: Console, folder: Path, pages: int) -> None:
    seconds, found = time_stages(folder, pages)
    total = sum(seconds.values())
    table = Table(title=f"seconds per stage, one process, {len(found)} articles")
    for column in ("stage", "ms per article", "share"):
        table.add_column(column, justify="left" if column == "stage" else "right")
    for name, value in seconds.items():
        table.add_row(name, f"{1000 * value / max(1, len(found)):.2f}", f"{value / total:.1%}")
    console.print(table)


if __name__ == "__main__":
    main()
