"""Worker processes: one that hangs or dies costs its page only, and none outlives the run."""

import os
import textwrap
import time
from pathlib import Path

import pytest

from onrecord.config import Config, RunnerConfig
from onrecord.data import Media, Page, PageInput, Sighting
from onrecord.runners import pool as pool_module
from onrecord.runners.pool import DIED, TIMED_OUT, Pool, RunnerError
from onrecord.runners.process import WorkerProcess, environment

# A worker with the real protocol whose analysis does what the page's text says.
FAKE = """
import os, sys, time
from onrecord.data import PageFindings
from onrecord.pipeline import article
import onrecord.models.english as english
english.load_english = lambda: None
def analyse(found, config):
    word = found.page.text
    if word == "die":
        os.abort()
    if word == "exit":
        sys.exit(3)
    if word == "hang":
        time.sleep(600)
    if word == "talk":
        print("a library that prints", flush=True)
        os.write(1, b"x" * 1000)
    if word == "raise":
        raise SystemError("as C code may")
    return PageFindings(found.page, found.sightings, (), (), ())
article.analyse_page = analyse
from onrecord.runners.worker import main
main()
"""


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "fake_worker.py"
    script.write_text(textwrap.dedent(FAKE))
    monkeypatch.setattr(pool_module, "WORKER", (str(script),))


def inputs(*words: str) -> list[PageInput]:
    found = []
    for n, word in enumerate(words):
        page = Page(f"pg-{n}", Media.TEXT, word, word.encode(), "utf-8")
        found.append(PageInput(page, (Sighting(f"si-{n}", page.id, f"{word}-{n}.txt"),)))
    return found


@pytest.mark.usefixtures("fake")
def test_a_page_that_hangs_or_kills_costs_itself_only() -> None:
    words = ("ok", "die", "ok", "hang", "talk", "exit", "ok", "raise", "ok")
    config = Config(runner=RunnerConfig(page_seconds=1.0))
    with Pool(2, config) as pool:
        found = {result.page.id: result for result in pool.analyse(inputs(*words))}
    assert sorted(found) == [f"pg-{n}" for n in range(len(words))]
    problems = {words[n]: found[f"pg-{n}"].problems for n in range(len(words))}
    for word in ("ok", "talk"):
        assert problems[word] == ()
    for word, kind in (("die", DIED), ("exit", DIED), ("raise", DIED), ("hang", TIMED_OUT)):
        (problem,) = problems[word]
        assert problem.kind == kind
        assert problem.place.startswith(word)
        assert problem.place in problem.message


@pytest.mark.usefixtures("fake")
def test_no_worker_outlives_the_run() -> None:
    config = Config(runner=RunnerConfig(page_seconds=100.0))
    started = time.monotonic()
    with Pool(2, config) as pool:
        results = pool.analyse(inputs("ok", "hang", "hang", "hang"))
        next(results)
        alive = list(pool._alive)
    assert alive
    assert not any(worker.running for worker in alive)
    assert time.monotonic() - started < 30


def test_a_worker_that_cannot_start_is_said_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "broken.py"
    script.write_text("raise ImportError('no module named weights')")
    monkeypatch.setattr(pool_module, "WORKER", (str(script),))
    with pytest.raises(RunnerError, match="weights"), Pool(1, Config()) as pool:
        list(pool.analyse(inputs("ok")))


def test_workers_run_one_thread_each() -> None:
    given = environment()
    assert given["OMP_NUM_THREADS"] == given["OPENBLAS_NUM_THREADS"] == "1"
    assert os.environ.items() <= {**given, **os.environ}.items()


def test_workers_run_nothing_of_the_folder_they_are_started_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(7)")
    monkeypatch.chdir(tmp_path)
    process = WorkerProcess(("-m", "json.tool", "--help"))
    code = process.wait()
    process.end()
    assert code == 0
