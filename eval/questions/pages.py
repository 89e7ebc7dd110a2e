"""The five real pages against what a careful reader gets out of them, and a re-skinned copy of them."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from eval.pages import case as cases
from eval.pages import cases_table, checks, expected, judged
from eval.pages.reskin import reskin
from eval.report import Skipped, Table

Skin = Callable[[str, str], str]


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """Two tables: the pages as they are, and re-skinned. The pages lie beside the gold folder."""
    folder = gold.parent / "pages"
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("0*.txt"))}
    if not texts:
        return [Skipped("pages", "", f"no pages in {folder}")]
    rows = expected.load()
    return [
        _table("as they are", texts, rows, judge=True),
        _table(
            "re-skinned",
            {name: reskin(text, name) for name, text in texts.items()},
            expected.skinned(rows, reskin),
            judge=False,
        ),
    ]


def _table(name: str, texts: dict[str, str], rows: expected.Rows, judge: bool) -> Table:
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for file, text in texts.items():
            (Path(folder) / file).write_text(text, encoding="utf-8")
        case = cases.build(Path(folder))
    seconds = time.perf_counter() - started
    table = cases_table.of_checks("pages", name, checks.all_checks(case, rows), seconds, len(case.articles))
    beyond = judged.positions_beyond(case, rows)
    counts = {"positions beyond": len(beyond)}
    lines = [f"beyond: {judged.describe(case, position)}" for position in beyond]
    if judge:
        verdicts = judged.verdicts(case, beyond)
        counts |= {v: sum(1 for _, given in verdicts if given == v) for v in judged.VERDICTS}
        lines = [f"beyond: {given}: {judged.describe(case, position)}" for position, given in verdicts]
    row = replace(table.rows[0], counts=table.rows[0].counts | counts)
    return replace(table, rows=(row,), lines=(*table.lines, *lines))
