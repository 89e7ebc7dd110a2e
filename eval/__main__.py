"""`python -m eval [QUESTION ...]`: one table per question, compared with the pinned floors."""

import argparse
import importlib
import sys
from pathlib import Path

from rich.console import Console

from eval.gold import gold_folder
from eval.report import (
    SPLITS,
    Skipped,
    Table,
    below_floor,
    load_floors,
    print_table,
    to_json,
    without_table,
)

QUESTIONS = (
    "demo",
    "heldout",
    "heldout2",
    "pages",
    "composed",
    "attribution",
    "status",
    "credits",
    "dates",
    "actors",
    "stories",
    "candidates",
    "reuse",
    "origins",
    "extraction",
    "reasons",
)


def main(arguments: list[str] | None = None) -> int:
    """Run the questions named (all by default).

    Exit 1 when a pinned metric is below its floor, or a floor has no table though its data is there.
    """
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("questions", nargs="*", metavar="QUESTION", help=", ".join(QUESTIONS))
    parser.add_argument("--gold", type=Path, help="folder laid out as question/set/split.jsonl")
    parser.add_argument("--split", default="dev", choices=SPLITS)
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.questions) - set(QUESTIONS))
    if unknown:
        parser.error(f"unknown question: {', '.join(unknown)} (there are: {', '.join(QUESTIONS)})")
    console = Console(width=160)
    tables: list[Table] = []
    skipped: list[Skipped] = []
    asked = options.questions or QUESTIONS
    for name in asked:
        module = importlib.import_module(f"eval.questions.{name}")
        for result in module.run(gold_folder(options.gold), options.split):
            if isinstance(result, Table):
                tables.append(result)
                if not options.json:
                    print_table(result, console)
            else:
                skipped.append(result)
    floors = load_floors()
    failures = below_floor(tables, floors)
    unmet = without_table(floors, tables, skipped, asked, options.split)
    if options.json:
        print(to_json(tables, skipped, failures, unmet))
    else:
        for item in skipped:
            console.print(f"skipped: {item.question}: {item.what}")
        for line in unmet.excused:
            console.print(f"floor not measured: {line}")
        for line in unmet.errors:
            console.print(f"FLOOR WITHOUT A TABLE {line}", style="bold red")
        for line in failures:
            console.print(f"BELOW FLOOR {line}", style="bold red")
    return 1 if failures or unmet.errors else 0


if __name__ == "__main__":
    sys.exit(main())
