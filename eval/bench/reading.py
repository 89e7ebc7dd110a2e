"""`python -m eval.bench.reading`: reading and cutting pages, beside trafilatura alone on the same pages.

Two questions. Speed: processor time on one core for HTML and for the same pages rendered flat, page by
page in turns with trafilatura, so that a busy machine slows all alike. Memory: 100,000 pages streamed
from one WARC that this makes; resident memory must not grow with them. Never a test.
"""

import argparse
import gc
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import html_text
import trafilatura
from rich.console import Console
from rich.table import Table

from eval.bench.archive import write_archive
from eval.bench.memory import resident
from eval.bench.pages import furnished_html, made_texts
from eval.gold import load
from eval.questions.extraction import html_of
from onrecord.config import Config
from onrecord.data import PageInput
from onrecord.pipeline.article import analyse_page
from onrecord.readers import find_sources, read_page, read_source

STEPS = 10


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.reading", description=__doc__)
    parser.add_argument("--speed-pages", type=int, default=200, help="pages timed in turns")
    parser.add_argument("--pages", type=int, default=100_000, help="pages streamed from one WARC; 0: none")
    parser.add_argument(
        "--gold",
        type=Path,
        default=Path(os.environ.get("ONRECORD_GOLD", "../shared/gold")),
        help="real pages to time, where there are",
    )
    options = parser.parse_args()
    console = Console()
    real = list(_real(options.gold, options.speed_pages))
    if real:
        _print_speed(console, "real pages (trafilatura's set)", real)
    _print_speed(console, "pages made for this", list(_made(options.speed_pages)))
    if options.pages:
        _print_memory(console, options.pages)


def _real(gold: Path, count: int) -> Iterator[bytes]:
    """Pages of the extraction set, spread over it."""
    folder = gold / "extraction" / "trafilatura_eval"
    records = load(folder / "all.jsonl") or []
    for record in records[:: max(1, len(records) // max(1, count))][:count]:
        yield html_of(folder / record["html"])


def _made(count: int) -> Iterator[bytes]:
    dice = random.Random(11)  # noqa: S311 - the same pages every time
    for text in made_texts(count):
        yield furnished_html(text, dice).encode("utf-8")


def _cut(raw: bytes, place: str) -> int:
    """Read a page and cut it, as a build does; characters in its articles."""
    found = read_page(raw, place, Config().reader)
    if not isinstance(found, PageInput):
        return 0
    return sum(len(item.article.text) for item in analyse_page(found, Config(), ()).articles)


def _print_speed(console: Console, title: str, pages: list[bytes]) -> None:
    flat = [_flat(raw) for raw in pages]
    runs: dict[str, Callable[[int], object]] = {
        "trafilatura": lambda i: trafilatura.extract(pages[i], include_comments=False),
        "onrecord, HTML": lambda i: _cut(pages[i], "page.html"),
        "onrecord, flat text": lambda i: _cut(flat[i], "page.txt"),
    }
    for run in runs.values():  # tables and models are loaded before the clock starts
        run(0)
    seconds = dict.fromkeys(runs, 0.0)
    gc.collect()
    for place in range(len(pages)):
        for name, run in runs.items():
            started = time.process_time()
            run(place)
            seconds[name] += time.process_time() - started
    size = sum(len(raw) for raw in pages) / len(pages)
    table = Table(title=f"{len(pages)} {title}, {size / 1000:.0f} kB each, one core")
    for column in ("", "ms a page", "pages/s", "of trafilatura's speed", "asked"):
        table.add_column(column, justify="right" if column else "left")
    asked = {"onrecord, HTML": "0.8", "onrecord, flat text": "3"}
    for name, taken in seconds.items():
        ratio = seconds["trafilatura"] / taken
        figures = (f"{1000 * taken / len(pages):.1f}", f"{len(pages) / taken:.0f}", f"{ratio:.2f}")
        table.add_row(name, *figures, asked.get(name, ""))
    console.print(table)


def _flat(raw: bytes) -> bytes:
    try:
        return html_text.extract_text(raw.decode("utf-8", "replace")).encode("utf-8") or b"empty"
    except (ValueError, TypeError):
        return b"empty"


def _print_memory(console: Console, pages: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        archive = Path(name) / "crawl.warc.gz"
        write_archive(archive, pages)
        size = archive.stat().st_size
        step = max(1, pages // STEPS)
        table = Table(title=f"{pages:,} pages streamed from one WARC of {size / 1e6:.0f} MB")
        for column in ("pages", "articles", "resident MB", "pages/s"):
            table.add_column(column, justify="right")
        seen = articles = 0
        started = time.perf_counter()
        for source in find_sources([archive]):
            for found in read_source(source, Config().reader):
                if not isinstance(found, PageInput):
                    raise SystemExit(f"not a page: {found.message}")
                articles += len(analyse_page(found, Config(), ()).articles)
                seen += 1
                if seen % step == 0:
                    rate = seen / (time.perf_counter() - started)
                    row = (f"{seen:,}", f"{articles:,}", f"{resident(os.getpid()) / 1e6:.0f}", f"{rate:.0f}")
                    table.add_row(*row)
        console.print(table)
        if seen != pages:
            console.print(f"[red]{pages - seen:,} pages are missing[/]")


if __name__ == "__main__":
    main()
