"""A table of checks: hits by section, and a line for each check."""

from eval.pages.checks import Check
from eval.report import Row, Table


def of_checks(question: str, name: str, found: list[Check], seconds: float, articles: int) -> Table:
    """One row, a metric and a count for each section, in the order of the checks."""
    metrics: dict[str, float] = {}
    counts: dict[str, int] = {}
    for section in dict.fromkeys(check.section for check in found):
        hits = [check.hit for check in found if check.section == section]
        metrics[section] = sum(hits) / len(hits)
        counts[f"{section} n"] = len(hits)
    lines = [f"{'hit ' if c.hit else 'MISS'} {c.section}: {c.what}   [{c.found}]" for c in found]
    row = Row("onrecord", metrics, counts, seconds, articles)
    return Table(question, name.replace(" ", "-"), "all", (row,), lines=tuple(lines))
