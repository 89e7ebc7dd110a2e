"""`python -m eval.fuzz`: hostile and mutated inputs over all readers and the cutting of pages.

First the hand-made hostile inputs at full size, then mutations of small good files of every kind, plain and
inside sound containers, by number (so that a fault can be repeated: `--first N --inputs 1`). Each
runs in a watched process: a crash, a broken promise or more than ten seconds of processor time is a
fault. Exit code 1 when there was one. With `--guided` the mutations are chosen by coverage instead
(needs atheris).
"""

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.fuzz.hostile import hostile
from eval.fuzz.worker import Outcome, Watched

SECONDS = 10.0
BLOCK = 5_000


def main() -> int:
    """Run what is asked for; how many faults there were."""
    parser = argparse.ArgumentParser(prog="python -m eval.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=200_000, help="mutated inputs")
    parser.add_argument("--first", type=int, default=0, help="number of the first mutated input")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--hostile", type=float, default=1.0, help="size of the hostile inputs; 0: none")
    parser.add_argument("--guided", action="store_true", help="choose mutations by coverage (atheris)")
    options = parser.parse_args()
    console = Console()
    faults = _hostile(console, options.hostile) if options.hostile else 0
    if options.guided:
        return faults + _guided(console, options.inputs, options.seed)
    return faults + _mutated(console, options)


def _hostile(console: Console, scale: float) -> int:
    table = Table(title=f"hostile inputs at {scale:g} of full size")
    for column in ("input", "MB", "seconds", "peak MB", "what became of it"):
        table.add_column(column)
    worker, faults = Watched(SECONDS), 0
    with tempfile.TemporaryDirectory() as folder:
        for name, make in hostile(scale):
            path = Path(folder) / "input"
            path.write_bytes(make())
            worker.renew()
            found = worker.ask(str(path), name)
            faults += bool(found.fault)
            told = f"[red]{found.fault}[/]" if found.fault else _counts(found.met)
            size, peak = path.stat().st_size / 1e6, found.peak / 1e6
            table.add_row(name, f"{size:.1f}", f"{found.seconds:.1f}", f"{peak:.0f}", told)
    worker.end()
    console.print(table)
    return faults


def _counts(met: Counter[str]) -> str:
    return ", ".join(f"{count:,} {kind}" for kind, count in sorted(met.items()))


@dataclass
class Tally:
    """What became of the mutated inputs so far."""

    inputs: int = 0
    met: Counter[str] = field(default_factory=Counter)
    faults: int = 0
    slowest: float = 0.0
    peak: int = 0

    def add(self, found: Outcome) -> None:
        """Count one outcome."""
        self.inputs += 1
        self.met.update(found.met)
        self.slowest, self.peak = max(self.slowest, found.seconds), max(self.peak, found.peak)
        self.faults += bool(found.fault)


def _mutated(console: Console, options: argparse.Namespace) -> int:
    """Blocks of inputs, a line after each, so that a run that is stopped has said what it did."""
    tally = Tally()
    started = time.perf_counter()
    workers = [Watched(SECONDS) for _ in range(options.processes)]
    with ThreadPoolExecutor(options.processes) as pool:
        for first in range(options.first, options.first + options.inputs, BLOCK):
            last = min(first + BLOCK, options.first + options.inputs)
            parts = [range(first + place, last, options.processes) for place in range(options.processes)]
            seeds = [options.seed] * options.processes
            for outcomes in pool.map(_part, workers, parts, seeds):
                for number, found in outcomes:
                    tally.add(found)
                    if found.fault:
                        console.print(
                            f"[red]input {number}[/]: {found.fault}", highlight=False, soft_wrap=True
                        )
            seconds = time.perf_counter() - started
            done = f"{tally.inputs:,} mutated inputs in {seconds:.0f} s, seed {options.seed}"
            worst = f"slowest {tally.slowest:.1f} s, peak memory {tally.peak / 1e6:.0f} MB"
            console.print(f"{done}: {tally.faults} faults; {worst}", soft_wrap=True)
    for worker in workers:
        worker.end()
    table = Table(title="what became of them")
    table.add_column("kind")
    table.add_column("count", justify="right")
    for kind, count in tally.met.most_common():
        table.add_row(kind, f"{count:,}")
    console.print(table)
    return tally.faults


def _part(worker: Watched, numbers: range, seed: int) -> list[tuple[int, Outcome]]:
    worker.renew()
    return [(number, worker.ask(number, seed)) for number in numbers]


def _guided(console: Console, inputs: int, seed: int) -> int:
    if importlib.util.find_spec("atheris") is None:
        console.print("atheris is not installed: pip install atheris")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "eval.fuzz.guided", str(inputs), str(seed), folder]
        code = subprocess.run(command, check=False).returncode
    console.print(f"guided run of {inputs:,} inputs: {'no fault' if code == 0 else f'exit code {code}'}")
    return int(code != 0)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
