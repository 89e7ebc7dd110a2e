"""`python -m eval.bench.reading`: memory and rate over many pages streamed from one WARC.

Makes a WARC of 100,000 pages by itself, reads it as a build does and cuts every page into articles.
Resident memory must not grow with the pages. Speed beside another extractor: `eval.bench.extraction`.
Never a test.
"""

import argparse
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.bench.archive import write_archive
from eval.bench.memory import resident
from onrecord.config import Config
from onrecord.data import PageInput, Problem
from onrecord.pipeline.article import analyse_page
from onrecord.readers import find_sources, read_source

STEPS = 10


def main() -> None:
    """Make the archive, stream it, print a row for each tenth."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.reading", description=__doc__)
    parser.add_argument("--pages", type=int, default=100_000)
    options = parser.parse_args()
    console = Console()
    with tempfile.TemporaryDirectory() as name:
        archive = Path(name) / "crawl.warc.gz"
        write_archive(archive, options.pages)
        title = f"{options.pages:,} pages streamed from one WARC of {archive.stat().st_size / 1e6:.0f} MB"
        table = Table(title=title)
        for column in ("pages", "articles", "resident MB", "pages/s"):
            table.add_column(column, justify="right")
        problems: Counter[str] = Counter()
        for row in _stream(archive, max(1, options.pages // STEPS), problems):
            table.add_row(*row)
        console.print(table)
        for kind, count in sorted(problems.items()):
            console.print(f"{count:,} {kind}")


def _stream(archive: Path, step: int, problems: Counter[str]) -> Iterator[tuple[str, ...]]:
    seen = articles = 0
    started = time.perf_counter()
    for source in find_sources([archive]):
        for found in read_source(source, Config().reader):
            if isinstance(found, Problem):
                problems[found.kind] += 1
            if not isinstance(found, PageInput):
                continue
            articles += len(analyse_page(found, Config(), ()).articles)
            seen += 1
            if seen % step == 0:
                rate = seen / (time.perf_counter() - started)
                memory = resident(os.getpid()) / 1e6
                yield f"{seen:,}", f"{articles:,}", f"{memory:.0f}", f"{rate:.0f}"


if __name__ == "__main__":
    main()
