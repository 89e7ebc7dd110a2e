"""`python -m eval.fuzz`: hostile and mutated inputs over all readers and the cutting of pages.

First the hand-made hostile inputs at full size, then mutations of small good files of every kind, plain and
inside sound containers, by number (so that a fault can be repeated: `--first N --inputs 1`). Each
runs in a watched process: a crash, a broken promise or more than ten seconds is a fault. Exit code 1 when
there was one. With `--guided` the mutations are chosen by coverage instead (needs atheris).
"""

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.fuzz.hostile import hostile
from eval.fuzz.worker import Outcome, Watched

SECONDS = 10.0
RENEW = 20_000
SHOWN = 20


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


def _mutated(console: Console, options: argparse.Namespace) -> int:
    met: Counter[str] = Counter()
    faults: list[tuple[int, Outcome]] = []
    slowest, peak = 0.0, 0
    started = time.perf_counter()

    def run(part: int) -> list[tuple[int, Outcome]]:
        worker = Watched(SECONDS)
        outcomes = []
        for place, number in enumerate(
            range(options.first + part, options.first + options.inputs, options.processes)
        ):
            if place and place % RENEW == 0:
                worker.renew()
            outcomes.append((number, worker.ask(number, options.seed)))
        worker.end()
        return outcomes

    with ThreadPoolExecutor(options.processes) as pool:
        for outcomes in pool.map(run, range(options.processes)):
            for number, found in outcomes:
                met.update(found.met)
                slowest, peak = max(slowest, found.seconds), max(peak, found.peak)
                if found.fault:
                    faults.append((number, found))
    seconds = time.perf_counter() - started
    console.print(
        f"{options.inputs:,} mutated inputs in {seconds:.0f} s, seed {options.seed}: {len(faults)} faults; "
        f"slowest {slowest:.1f} s, peak memory {peak / 1e6:.0f} MB"
    )
    table = Table(title="what became of them")
    table.add_column("kind")
    table.add_column("count", justify="right")
    for kind, count in met.most_common():
        table.add_row(kind, f"{count:,}")
    console.print(table)
    for number, found in faults[:SHOWN]:
        console.print(f"[red]input {number}[/]: {found.fault}", highlight=False)
    return len(faults)


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
