"""`python -m eval.kill`: a build killed with kill -9 at random moments and started again, each time.

Every time: a new case, a build in a program of its own, killed once somewhere between its start and its
end, then started again. Its JSON Lines export is compared, byte by byte, with that of the undisturbed
build. One line a kill, then a summary; exit code 1 on any difference or broken file.
All programs read one copy of the package, so that an edit under way cannot make a difference.
"""

import argparse
import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import onrecord

BUILD = (
    "import sys, pathlib; from onrecord.config import Config, RunnerConfig;"
    "from onrecord.runners.local import build;"
    "build([pathlib.Path(sys.argv[1])], pathlib.Path(sys.argv[2]),"
    "Config(runner=RunnerConfig(batch=1, workers=int(sys.argv[3]), remember=1)))"
)
DEMO = Path(onrecord.__file__).parent / "demo" / "pages"
COUNTED = ("page", "article", "story")
LIMIT = 600.0  # seconds for one build


@dataclass(frozen=True)
class Bench:
    """What every build shares: a copy of the package, the pages, how many workers."""

    package: Path
    pages: Path
    workers: int

    def start(self, case: Path) -> "subprocess.Popen[bytes]":
        """A build in a program of its own; every page is a transaction, so that there is much to cut."""
        return subprocess.Popen(self._command(case), env=self._environment(), stderr=subprocess.DEVNULL)

    def _command(self, case: Path) -> list[str]:
        return [sys.executable, "-c", BUILD, str(self.pages), str(case), str(self.workers)]

    def _environment(self) -> dict[str, str]:
        return os.environ | {"PYTHONPATH": str(self.package)}

    def finish(self, case: Path) -> bytes:
        """Build to the end and export. Raises CalledProcessError when either fails."""
        subprocess.run(self._command(case), env=self._environment(), check=True, timeout=LIMIT)
        out = case.with_suffix(".jsonl")
        export = [sys.executable, "-m", "onrecord", "export", str(case), str(out), "--format", "jsonl"]
        subprocess.run(export, env=self._environment(), check=True, capture_output=True, timeout=LIMIT)
        return out.read_bytes()


@dataclass(frozen=True)
class Killed:
    """One kill: after how many seconds, what the case held then, the outcome."""

    at: float
    held: str
    intact: bool
    same: bool


def frozen(folder: Path) -> Path:
    """A copy of the package as it is now, in a folder for the module path."""
    shutil.copytree(Path(onrecord.__file__).parent, folder / "onrecord")
    return folder


def state_of(case: Path) -> tuple[str, bool]:
    """How far a killed build had come, and whether the file is whole (PRAGMA integrity_check).

    Looked up in a copy, so that the next build meets what the kill left, journals and all.
    """
    if not case.exists() or not case.stat().st_size:
        return "no case yet", True
    with tempfile.TemporaryDirectory() as name:
        copy = Path(shutil.copytree(case.parent, Path(name) / "copy")) / case.name
        with contextlib.closing(sqlite3.connect(copy)) as file:
            whole = file.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            tables = {row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not set(COUNTED) <= tables:
                return "no tables yet", whole
            counts = [
                f"{file.execute(f'SELECT count(*) FROM {table}').fetchone()[0]} of {table}"  # noqa: S608
                for table in COUNTED
            ]
    return ", ".join(counts), whole


def kill(bench: Bench, case: Path, chance: random.Random, length: float) -> float:
    """Kill a build within `length` seconds, again and sooner where it had ended; when it was killed."""
    at = chance.uniform(0.0, length)
    while True:
        shutil.rmtree(case.parent, ignore_errors=True)
        case.parent.mkdir()
        process = bench.start(case)
        try:
            process.wait(timeout=at)
        except subprocess.TimeoutExpired:
            process.kill()
            if process.wait() == -signal.SIGKILL:
                return at
        at = chance.uniform(0.0, at)


def kill_once(bench: Bench, case: Path, chance: random.Random, length: float, wanted: bytes) -> Killed:
    """Kill a build, look at the file, start it again, compare its export."""
    at = kill(bench, case, chance, length)
    held, intact = state_of(case)
    try:
        same = bench.finish(case) == wanted
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        same = False
    return Killed(at, held, intact, same)


def run(bench: Bench, folder: Path, times: int, seed: int) -> int:
    """All kills, a line each, and a summary; how many went wrong."""
    started = time.monotonic()
    timed = bench.start(folder / "timed.onrecord")
    if timed.wait(timeout=LIMIT) != 0:
        print("the undisturbed build failed")
        return 1
    length = time.monotonic() - started
    wanted = bench.finish(folder / "undisturbed.onrecord")
    print(f"undisturbed: {length:.1f} s, export of {len(wanted):,} bytes", flush=True)
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    done: list[Killed] = []
    for number in range(1, times + 1):
        one = kill_once(bench, folder / str(number) / "x.onrecord", chance, length, wanted)
        done.append(one)
        words = "same bytes" if one.same else "DIFFERENT"
        file = "" if one.intact else ", FILE BROKEN"
        print(f"{number:3} killed after {one.at:5.2f} s ({one.held}): {words}{file}", flush=True)
    return summary(done)


def summary(done: list[Killed]) -> int:
    """Print how many kills left what they should; how many did not."""
    wrong = sum(not (one.same and one.intact) for one in done)
    states = len(Counter(one.held for one in done))
    print(
        f"{len(done)} kills in {states} states of the case: "
        f"{len(done) - wrong} the same export byte for byte and an intact file, {wrong} not"
    )
    return wrong


def main(arguments: list[str] | None = None) -> int:
    """See the head of this file."""
    parser = argparse.ArgumentParser(prog="python -m eval.kill", description=__doc__)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--pages", type=Path, default=DEMO, help="a folder of pages; the demo's without")
    parser.add_argument("--workers", type=int, default=1, help="processes of each build")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(frozen(folder / "package"), options.pages.resolve(), options.workers)
        return 1 if run(bench, folder, options.times, options.seed) else 0


if __name__ == "__main__":
    sys.exit(main())
