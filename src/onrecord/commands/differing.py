"""Differences between two states of a case, as lines or JSON."""

import json
from collections import Counter
from collections.abc import Sequence

import click

from onrecord.commands.plain import plain
from onrecord.query.differences import KINDS, Difference


def print_differences(found: Sequence[Difference]) -> None:
    """A count for each kind, then a line for each difference: - gone, + new, ~ changed."""
    counts = Counter(difference.kind for difference in found)
    for kind in KINDS:
        if not counts[kind]:
            continue
        click.echo(f"{kind}: {_counted([item for item in found if item.kind == kind])}")
        for item in found:
            if item.kind == kind:
                click.echo(f"  {plain(_line(item))}")


def _counted(found: Sequence[Difference]) -> str:
    signs = Counter(_sign(item) for item in found)
    names = (("-", "gone"), ("+", "new"), ("~", "changed"))
    return ", ".join(f"{signs[sign]} {name}" for sign, name in names if signs[sign])


def _sign(item: Difference) -> str:
    if item.before is None:
        return "+"
    return "-" if item.after is None else "~"


def _line(item: Difference) -> str:
    sign = _sign(item)
    if sign == "~" and item.before != item.after:
        return f"~ {item.id} {item.before} -> {item.after}"
    detail = " (details)" if sign == "~" else ""
    return f"{sign} {item.id} {item.before or item.after or ''}{detail}"


def print_json(found: Sequence[Difference]) -> None:
    """One JSON object a line."""
    for item in found:
        row = {"kind": item.kind, "id": item.id, "before": item.before, "after": item.after}
        click.echo(json.dumps(row))
