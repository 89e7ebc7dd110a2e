"""A second case by another writer who had not seen the rules: measured, never tuned on.

No rule may be fitted to it (eval/heldout2/README.md). Needs no gold data.
"""

from pathlib import Path

from eval.demo.checks import own_pages_table
from eval.report import Skipped, Table

FOLDER = Path(__file__).parents[1] / "heldout2"


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """One table, hits by section."""
    if not (FOLDER / "expected.toml").is_file():
        return [Skipped("heldout2", "", f"no {FOLDER / 'expected.toml'}")]
    return [own_pages_table("heldout2", FOLDER / "pages", FOLDER / "expected.toml")]
