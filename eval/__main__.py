"""`python -m eval [QUESTION ...]`: one table per question, compared with the pinned floors."""

import argparse
import importlib
import sys
from pathlib import Path

from rich.console import Console

from eval.gold import gold_folder
from eval.report import Skipped, Table, below_floor, load_floors, print_table, to_json

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
    """Run the questions named (all by default); exit 1 when a pinned metric is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("questions", nargs="*", metavar="QUESTION", help=", ".join(QUESTIONS))
    parser.add_argument("--gold", type=Path, help="folder laid out as question/set/split.jsonl")
    parser.add_argument("--split", default="dev", choices=["train", "dev", "test"])
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.questions) - set(QUESTIONS))
    if unknown:
        parser.error(f"unknown question: {', '.join(unknown)} (there are: {', '.join(QUESTIONS)})")
    console = Console(width=160)
    tables: list[Table] = []
    skipped: list[Skipped] = []
    for name in options.questions or QUESTIONS:
        module = importlib.import_module(f"eval.questions.{name}")
        for result in module.run(gold_folder(options.gold), options.split):
            if isinstance(result, Table):
                tables.append(result)
                if not options.json:
                    print_table(result, console)
            else:
                skipped.append(result)
    failures = below_floor(tables, load_floors())
    if options.json:
        print(to_json(tables, skipped, failures))
    else:
        for item in skipped:
            console.print(f"skipped: {item.question}: {item.what}")
        for line in failures:
            console.print(f"BELOW FLOOR {line}", style="bold red")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
