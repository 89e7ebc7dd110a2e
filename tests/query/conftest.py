"""The hand-built case as a record."""

from collections.abc import Iterator

import pytest

from onrecord.query import Record
from onrecord.stores.sqlite import open_view
from tests.web.sample import write_case


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    path = write_case(tmp_path_factory.mktemp("query") / "sample.onrecord")
    with open_view(path) as view:
        yield Record(view)
