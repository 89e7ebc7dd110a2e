"""The demo's own pages against what a careful reader gets out of them: needs no gold data."""

from pathlib import Path

from eval.demo.checks import own_pages_table
from eval.report import Skipped, Table
from onrecord.demo import demo_pages

FILE = Path(__file__).parents[1] / "demo" / "expected.toml"


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """One table, hits by section."""
    with demo_pages() as folder:
        return [own_pages_table("demo", folder, FILE)]
