"""The kill test itself: it does kill, and it fails when an export differs."""

import os
import random
from pathlib import Path

import pytest

from eval.kill import Bench, Killed, frozen, kill_once, state_of, summary
from tests.runners.piles import make_pile


@pytest.mark.skipif(os.name == "nt", reason="kill -9 as POSIX knows it")
def test_a_build_is_killed_and_a_wrong_export_is_told_from_a_right_one(tmp_path: Path) -> None:
    bench = Bench(frozen(tmp_path / "package"), make_pile(tmp_path / "pages", 2), workers=0)
    right = bench.finish(tmp_path / "undisturbed.onrecord")
    one = kill_once(bench, tmp_path / "1" / "x.onrecord", random.Random(1), 0.5, right)  # noqa: S311
    other = kill_once(bench, tmp_path / "2" / "x.onrecord", random.Random(2), 0.5, right + b" ")  # noqa: S311
    assert one.same
    assert one.intact
    assert one.at <= 0.5
    assert not other.same


def test_every_fault_counts() -> None:
    good, changed, broken = (
        Killed(1.0, "no case yet", intact, same)
        for intact, same in ((True, True), (True, False), (False, True))
    )
    assert summary([good]) == 0
    assert summary([good, changed, broken]) == 2


def test_a_case_that_is_not_there_is_whole(tmp_path: Path) -> None:
    assert state_of(tmp_path / "x.onrecord") == ("no case yet", True)
