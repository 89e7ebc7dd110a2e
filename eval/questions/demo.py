"""The demo's own pages against what a careful reader gets out of them: needs no gold data."""

import time
import tomllib
from pathlib import Path

from eval.demo.checks import demo_checks
from eval.pages import cases_table
from eval.pages.case import build
from eval.report import Skipped, Table
from onrecord.demo import demo_pages

FILE = Path(__file__).parents[1] / "demo" / "expected.toml"


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """One table, hits by section."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))
    started = time.perf_counter()
    with demo_pages() as folder:
        case = build(folder)
    seconds = time.perf_counter() - started
    return [cases_table.of_checks("demo", "own pages", demo_checks(case, rows), seconds, len(case.articles))]
