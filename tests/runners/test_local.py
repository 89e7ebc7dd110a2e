"""The local runner: the same record however it runs, is added to, or is killed and run again."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import onrecord
from onrecord.cli import run as cli
from onrecord.config import Config, ExtractConfig, RunnerConfig
from onrecord.errors import CaseError, InputError
from onrecord.runners.local import build, kept_config, workers_for
from onrecord.stores.sqlite import open_view
from tests.runners.piles import make_pile


def dump(case: Path) -> bytes:
    """The whole case as exported, and what could not be read."""
    out = case.with_suffix(".jsonl")
    assert cli(["export", str(case), str(out), "--format", "jsonl"]) == 0
    with open_view(case) as view:
        problems = repr(view.problems()).encode()
        rest = repr((view.sightings(), [view.furniture(key) for key in view.page_ids()])).encode()
    return out.read_bytes() + problems + rest


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_pile(tmp_path_factory.mktemp("pile") / "pages", 12)


@pytest.fixture(scope="module")
def built(pile: Path) -> Path:
    """A case of the pile; tests that write to it take a copy."""
    case = pile.parent / "whole.onrecord"
    run = build([pile], case, Config(runner=RunnerConfig(batch=5)), workers=1)
    assert (run.read, run.refused, run.analysed, run.compared) == (14, 0, 14, True)
    return case


@pytest.fixture(scope="module")
def whole(built: Path) -> bytes:
    """The record of the pile."""
    return dump(built)


def test_any_number_of_workers_gives_the_same(pile: Path, whole: bytes, tmp_path: Path) -> None:
    case = tmp_path / "x.onrecord"
    build([pile], case, workers=3)
    assert dump(case) == whole


def test_pages_added_bit_by_bit_give_the_same(pile: Path, whole: bytes, tmp_path: Path) -> None:
    case = tmp_path / "x.onrecord"
    names = sorted(pile.iterdir())
    random.Random(3).shuffle(names)  # noqa: S311
    for start in range(0, len(names), 5):
        build(names[start : start + 5], case)
    assert dump(case) == whole


def test_the_same_pages_again_change_nothing(pile: Path, built: Path, whole: bytes, tmp_path: Path) -> None:
    case = Path(shutil.copy(built, tmp_path))
    again = build([pile], case, workers=1)
    assert (again.read, again.analysed, again.compared) == (0, 0, False)
    assert dump(case) == whole


def test_one_page_seen_twice_is_one_page_with_two_sightings(tmp_path: Path) -> None:
    text = "Port shut\n\nThe port is shut, Oren Vask said on Monday.\n"
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "b.txt").write_text(text)
    case = tmp_path / "x.onrecord"
    build([folder], case)
    (folder / "a.txt").write_text(text)
    later = build([folder], case)
    assert (later.read, later.analysed) == (1, 1)
    with open_view(case) as view:
        assert len(view.page_ids()) == 1
        assert sorted(seen.place for seen in view.sightings()) == ["a.txt", "b.txt"]
    build([folder], tmp_path / "once.onrecord")
    assert dump(case) == dump(tmp_path / "once.onrecord")


def test_what_cannot_be_read_is_kept_as_a_problem(built: Path) -> None:
    with open_view(built) as view:
        kinds = {problem.kind: problem.place for problem in view.problems()}
    assert kinds["empty page"] == "empty.txt"
    assert kinds["not a page"] == "photo.jpg"


def test_a_problem_goes_when_its_file_is_mended(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    page = folder / "a.txt"
    page.write_text("")
    case = tmp_path / "x.onrecord"
    build([folder], case)
    page.write_text("Port shut\n\nThe port is shut, Oren Vask said on Monday.\n")
    build([folder], case)
    with open_view(case) as view:
        assert not [problem for problem in view.problems() if problem.kind == "empty page"]


def test_settings_are_kept_and_go_on(tmp_path: Path) -> None:
    folder = make_pile(tmp_path / "pages", 2)
    case = tmp_path / "x.onrecord"
    config = Config(extract=ExtractConfig(max_articles=7), runner=RunnerConfig(workers=1))
    build([folder], case, config)
    assert kept_config(case).extract.max_articles == 7
    assert kept_config(case).runner == RunnerConfig()
    assert build([folder], case).analysed == 0
    assert build([folder], case, Config()).analysed == 4


def test_a_wrong_path_makes_no_case(tmp_path: Path) -> None:
    case = tmp_path / "x.onrecord"
    with pytest.raises(InputError):
        build([tmp_path / "nowhere"], case)
    assert not case.exists()
    with pytest.raises(CaseError):
        build([tmp_path], tmp_path)


def test_a_rerun_loads_no_model(tmp_path: Path) -> None:
    """On a copy of the package: were a rule edited between the two builds, the second would rightly work."""
    shutil.copytree(Path(onrecord.__file__).parent, tmp_path / "src" / "onrecord")
    pile, case = make_pile(tmp_path / "pages", 3), tmp_path / "x.onrecord"
    code = (
        "import sys, pathlib; from onrecord.runners.local import build;"
        f"run = build([pathlib.Path({str(pile)!r})], pathlib.Path({str(case)!r}));"
        "print(run.analysed, run.compared, *[m for m in ('spacy', 'thinc', 'pandas') if m in sys.modules])"
    )

    def run() -> list[str]:
        own = os.environ | {"PYTHONPATH": str(tmp_path / "src")}
        return subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=own
        ).stdout.split()

    assert run()[:3] == ["5", "True", "spacy"]
    assert run() == ["0", "False"]


def test_few_pages_need_no_worker_and_pages_bound_workers() -> None:
    assert workers_for(3, Config()) == 0
    assert workers_for(3, Config(runner=RunnerConfig(workers=8))) == 3
    assert workers_for(100, Config(runner=RunnerConfig(workers=8))) == 8
    assert workers_for(100, Config()) >= 1


def _start(pile: Path, case: Path) -> "subprocess.Popen[bytes]":
    """A build in a program of its own, that writes after every page."""
    code = (
        "import pathlib; from onrecord.config import Config, RunnerConfig;"
        "from onrecord.runners.local import build;"
        f"build([pathlib.Path({str(pile)!r})], pathlib.Path({str(case)!r}),"
        "Config(runner=RunnerConfig(batch=1, workers=1)))"
    )
    return subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)


@pytest.mark.skipif(os.name == "nt", reason="kill -9 as POSIX knows it")
def test_killed_at_any_moment_and_run_again_gives_the_same(pile: Path, whole: bytes, tmp_path: Path) -> None:
    case = tmp_path / "x.onrecord"
    chance = random.Random(11)  # noqa: S311
    started = time.monotonic()
    process = _start(pile, tmp_path / "timed.onrecord")
    assert process.wait(timeout=120) == 0
    length = time.monotonic() - started
    killed = 0
    for _ in range(5):
        process = _start(pile, case)
        try:
            process.wait(timeout=chance.uniform(0.2, length))
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
        process.wait()
        if case.exists() and case.stat().st_size:
            with open_view(case) as view:  # what is there is always a whole case
                assert view.rows("PRAGMA integrity_check")[0][0] == "ok"
    build([pile], case, workers=1)
    assert killed
    assert dump(case) == whole == dump(tmp_path / "timed.onrecord")


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="SIGINT as POSIX knows it")
def test_ctrl_c_stops_and_says_how_to_go_on(pile: Path, whole: bytes, tmp_path: Path) -> None:
    case = tmp_path / "x.onrecord"
    command = [sys.executable, "-m", "onrecord", "build", str(pile), "--case", str(case), "--workers", "1"]
    # A shell starts its background jobs with SIGINT ignored; the build is to have it as a user's has.
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=_heed_interrupts)  # noqa: PLW1509
    stream = process.stderr
    assert stream is not None
    while "analysing" not in stream.readline():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    said = stream.read()
    assert process.wait(timeout=30) == 130
    assert "run the same command again" in said
    assert "Traceback" not in said
    build([pile], case, workers=1)
    assert dump(case) == whole


def test_the_dump_tells_cases_apart(pile: Path, whole: bytes, tmp_path: Path) -> None:
    case = tmp_path / "x.onrecord"
    build(sorted(pile.glob("*.txt"))[1:5], case)
    assert dump(case) != whole
    assert json.loads(whole.split(b"\n", 1)[0])
