"""A table by name and columns, and the statements that every table needs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Names come from this package only, never from input."""

    name: str
    columns: tuple[str, ...]

    @property
    def names(self) -> str:
        """The columns, quoted, for a SELECT."""
        return ", ".join(f'{self.name}."{column}"' for column in self.columns)

    @property
    def insert(self) -> str:
        """Insert one row, all columns."""
        names = ", ".join(f'"{column}"' for column in self.columns)
        marks = ", ".join("?" * len(self.columns))
        return f"INSERT OR REPLACE INTO {self.name} ({names}) VALUES ({marks})"  # noqa: S608

    def select(self, rest: str = "") -> str:
        """Select all columns; `rest` is WHERE and ORDER BY."""
        return f"SELECT {self.names} FROM {self.name} {rest}"  # noqa: S608


def table(name: str, columns: str) -> Table:
    """A table from its column names in one string."""
    return Table(name, tuple(columns.split()))
