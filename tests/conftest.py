"""Fixtures that many tests share: the demo case, built once a session."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.demo import demo_pages
from onrecord.runners.local import build
from onrecord.stores.sqlite import SqliteView, open_view


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case file of the demo, to be read only."""
    path = tmp_path_factory.mktemp("demo") / "demo.onrecord"
    with demo_pages() as pages:
        build([pages], path)
    return path


@pytest.fixture(scope="session")
def demo_view(demo_file: Path) -> Iterator[SqliteView]:
    """The demo case, open to read."""
    with open_view(demo_file) as view:
        yield view
