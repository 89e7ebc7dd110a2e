"""`onrecord add`, and standard input."""

import io
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.stores.sqlite import open_view
from tests.readers.archives import PAGES, WORDS, zipped


def test_add_wants_a_case_that_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(WORDS)
    case = tmp_path / "x.onrecord"
    assert run(["add", str(case), str(tmp_path / "a.txt")]) == 2
    assert "there is no such case" in capsys.readouterr().err
    assert not case.exists()


def test_add_reads_more_into_a_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(zipped(PAGES))

    (tmp_path / "a.txt").write_bytes(WORDS * 5)
    case = tmp_path / "x.onrecord"
    assert run(["build", str(tmp_path / "a.txt"), "--case", str(case), "--quiet"]) == 0
    monkeypatch.setattr("sys.stdin", Stdin)
    assert run(["add", str(case), "-", "--quiet"]) == 0
    with open_view(case) as view:
        assert {seen.place for seen in view.sightings()} == {
            "a.txt",
            *(f"stdin/{name}" for name, _ in PAGES),
        }
