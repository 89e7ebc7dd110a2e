"""The five real pages against what a careful reader gets out of them, and a re-skinned copy of them."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from eval.pages import case as cases
from eval.pages import checks, expected, judged
from eval.pages.reskin import reskin
from eval.report import Row, Skipped, Table

Skin = Callable[[str, str], str]


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """Two tables: the pages as they are, and re-skinned. The pages lie beside the gold folder."""
    folder = gold.parent / "pages"
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("0*.txt"))}
    if not texts:
        return [Skipped("pages", f"no pages in {folder}")]
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
    found = checks.all_checks(case, rows)
    sections = list(dict.fromkeys(check.section for check in found))
    metrics = {}
    counts = {}
    for section in sections:
        hits = [check.hit for check in found if check.section == section]
        metrics[section] = sum(hits) / len(hits)
        counts[f"{section} n"] = len(hits)
    lines = [f"{'hit ' if c.hit else 'MISS'} {c.section}: {c.what}   [{c.found}]" for c in found]
    beyond = judged.positions_beyond(case, rows)
    counts["positions beyond"] = len(beyond)
    if judge:
        verdicts = judged.verdicts(case, beyond)
        for verdict in judged.VERDICTS:
            counts[verdict] = sum(1 for _, given in verdicts if given == verdict)
        lines += [f"beyond: {given}: {judged.describe(case, position)}" for position, given in verdicts]
    else:
        lines += [f"beyond: {judged.describe(case, position)}" for position in beyond]
    row = Row("onrecord", metrics, counts, seconds, len(case.articles))
    return Table("pages", name.replace(" ", "-"), "all", (row,), lines=tuple(lines))
