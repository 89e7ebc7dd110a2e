"""What a question answers with: tables of rows, printed for people or as JSON, held against floors."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table as RichTable

FLOORS = Path(__file__).parent / "floors.json"
WIDE = 14
SPLITS = ("train", "dev", "test")


@dataclass(frozen=True)
class Row:
    """One system's result. `metrics` are fractions (0 to 1) unless their name says a unit."""

    system: str
    metrics: dict[str, float]
    counts: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    articles: int = 0


@dataclass(frozen=True)
class Table:
    """One question on one set and split. Floors are pinned for the row named `onrecord`.

    `lines` are single checks ("hit  ...", "MISS ..."), printed below the rows.
    """

    question: str
    dataset: str
    split: str
    rows: tuple[Row, ...]
    note: str = ""
    lines: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name under which floors are kept: question/dataset/split."""
        return f"{self.question}/{self.dataset}/{self.split}"


@dataclass(frozen=True)
class Skipped:
    """A set or split that is not there: named and skipped, never an error.

    `tables`: how the names (dataset/split) of the tables begin that are left out for it.
    """

    question: str
    tables: str
    what: str

    def leaves_out(self, key: str) -> bool:
        """Whether the table of this key (question/dataset/split) is one of those."""
        return key.startswith(f"{self.question}/{self.tables}")


def load_floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Floors by table key, then metric."""
    floors: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def below_floor(tables: Iterable[Table], floors: dict[str, dict[str, float]]) -> list[str]:
    """A line for each pinned metric that is missing or lower than its floor."""
    failures = []
    for table in tables:
        own = [row.metrics for row in table.rows if row.system == "onrecord"] or [{}]
        for metric, floor in floors.get(table.key, {}).items():
            for value in (metrics.get(metric) for metrics in own):
                if value is None or value < floor:
                    failures.append(f"{table.key} {metric}: {value} is below the floor of {floor}")
    return failures


class Unmet(NamedTuple):
    """Floors that no table was held against: an error, unless their data or their split was not there."""

    errors: list[str]
    excused: list[str]


def without_table(
    floors: dict[str, dict[str, float]],
    tables: Iterable[Table],
    skipped: Sequence[Skipped],
    asked: Collection[str],
    split: str,
) -> Unmet:
    """Floors of the questions that were asked of which no table was made.

    One whose set is not there, or that is pinned for another of `SPLITS`, is named; any other is an error:
    a table that was renamed or dropped must not take its floor along unseen.
    """
    made = {table.key for table in tables}
    unmet = Unmet([], [])
    for key in sorted(floors.keys() - made):
        question, _, name = key.partition("/")
        if question not in asked:
            continue
        pinned = name.rpartition("/")[2]
        missing = next((item.what for item in skipped if item.leaves_out(key)), None)
        if missing is not None:
            unmet.excused.append(f"{key}: {missing}")
        elif pinned in SPLITS and pinned != split:
            unmet.excused.append(f"{key}: pinned for the split {pinned}")
        else:
            unmet.errors.append(f"{key}: no table was made that its floors could be held against")
    return unmet


def print_table(table: Table, console: Console) -> None:
    """Print one table for people; a single wide row is turned on its side."""
    columns, cells = _cells(table)
    shown = RichTable(title=table.key, title_justify="left", caption=table.note or None)
    if len(cells) == 1 and len(columns) > WIDE:
        columns, cells = (
            [columns[0], cells[0][0]],
            [list(pair) for pair in zip(columns, cells[0], strict=True)][1:],
        )
    for number, column in enumerate(columns):
        shown.add_column(
            column,
            justify="right" if number else "left",
            overflow="fold",
            no_wrap=not number and len(columns) > WIDE,
        )
    for row in cells:
        shown.add_row(*row)
    console.print(shown)
    for line in table.lines:
        console.print(line, markup=False, highlight=False, style="red" if line.startswith("MISS") else None)


def _cells(table: Table) -> tuple[list[str], list[list[str]]]:
    metrics = list(dict.fromkeys(name for row in table.rows for name in row.metrics))
    counts = list(dict.fromkeys(name for row in table.rows for name in row.counts))
    rows = [
        [
            row.system,
            *(f"{row.metrics[m]:.3f}" if m in row.metrics else "" for m in metrics),
            *(str(row.counts[c]) if c in row.counts else "" for c in counts),
            f"{row.seconds:.1f}",
            f"{row.articles / row.seconds:.1f}" if row.seconds and row.articles else "",
        ]
        for row in table.rows
    ]
    return ["system", *metrics, *counts, "seconds", "articles/s"], rows


def to_json(
    tables: Iterable[Table], skipped: Iterable[Skipped], failures: Iterable[str], unmet: Unmet
) -> str:
    """The same as JSON for programs."""
    return json.dumps(
        {
            "tables": [asdict(table) for table in tables],
            "skipped": [asdict(item) for item in skipped],
            "below_floor": list(failures),
            "floors_without_table": unmet.errors,
            "floors_not_measured": unmet.excused,
        },
        ensure_ascii=False,
        indent=2,
    )
