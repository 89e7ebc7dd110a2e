"""The bundled case: pages that we wrote, about states that do not exist (docs/demo.md)."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def demo_pages() -> Iterator[Path]:
    """The folder of the demo's pages, as a path that can be read while the block lasts."""
    with as_file(files("onrecord.demo") / "pages") as folder:
        yield folder
