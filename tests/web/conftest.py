"""The hand-built case, written once, and a client that reads its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.stores.sqlite import open_view
from onrecord.web.app import create_app
from tests.web.sample import write_case


@pytest.fixture(scope="session")
def case_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_case(tmp_path_factory.mktemp("web") / "sample.onrecord")


@pytest.fixture(scope="session")
def client(case_path: Path) -> Iterator[TestClient]:
    with open_view(case_path) as view:
        yield TestClient(create_app(view, "sample"), base_url="http://127.0.0.1:8010", follow_redirects=False)
