"""Main text of real pages: snippets that must be kept and snippets that must not (trafilatura's set).

F1 as the set defines it: a `with` snippet found in the output is a hit, one not found a miss; a
`without` snippet found is a false alarm. The pages as HTML, with their titles and dates
(`eval/html_pages.py`), and rendered flat (`eval/flat_pages.py`).
"""

import gzip
from pathlib import Path

from eval.flat_pages import flat_tables
from eval.gold import load
from eval.html_pages import html_table, told_tables
from eval.report import Skipped, Table

SET = "trafilatura_eval"


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """The set has one split, `all`, whatever split is asked for (a smaller file of that split wins)."""
    folder = gold / "extraction" / SET
    used, records = split, load(folder / f"{split}.jsonl")
    if records is None:
        used, records = "all", load(folder / "all.jsonl")
    if records is None:
        return [Skipped("extraction", SET, f"{folder} holds neither {split}.jsonl nor all.jsonl")]
    pages = [(record, _html(folder / record["html"])) for record in records]
    return [html_table(SET, used, pages), *told_tables(SET, used, pages), *flat_tables(SET, used, pages)]


def _html(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
