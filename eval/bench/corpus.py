"""`python -m eval.bench.corpus`: the corpus stages alone, over stage output that is made for it.

For each size: seconds, processor seconds (also for 1,000 articles), pairs checked an article, peak memory,
and seconds of every stage, in a process of its own.
Then `--add` articles are added to the largest pile: seconds, and whether the result is that of a full
build, byte for byte. Piles and memos lie in a folder (`--keep`, else a temporary one).
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.bench.corpus_file import open_pile, write_pile
from eval.bench.memory import PeakMemory

MAIN = "reuse,families,dating,stories,threads"


@dataclass(frozen=True)
class Ran:
    """One run of the stages over one pile."""

    articles: int
    seconds: float
    processor: float
    stages: dict[str, float]
    counts: dict[str, int]
    checked: int
    peak: int
    digest: str


def run(folder: Path, count: int, memo: Path | None, names: Sequence[str], workers: int) -> Ran:
    """Run the named stages over the first `count` articles of a pile file."""
    from onrecord.config import Config  # noqa: PLC0415 - all of it counts as memory of this run
    from onrecord.pipeline import corpus as pipeline  # noqa: PLC0415
    from onrecord.pipeline.beside import Beside  # noqa: PLC0415
    from onrecord.pipeline.stage import timed  # noqa: PLC0415
    from onrecord.runners.engine import ProcessEngine  # noqa: PLC0415
    from onrecord.runners.memo import FileMemo  # noqa: PLC0415

    seconds: dict[str, float] = {}
    counter = _Counter()
    with PeakMemory() as memory, ProcessEngine(workers) as engine:
        started, busy = time.perf_counter(), _busy()
        pile, sightings = open_pile(folder, count)
        stages = timed([stage for stage in pipeline.STAGES if stage.name in names], seconds)
        if memo is None:
            beside = Beside(watch=counter)
            found = pipeline.analyse_corpus(pile, sightings, engine, Config(), stages, beside=beside)
        else:
            with FileMemo(memo, "bench") as kept:
                beside = Beside(memo=kept, watch=counter)
                found = pipeline.analyse_corpus(pile, sightings, engine, Config(), stages, beside=beside)
                kept.sweep()
        total = time.perf_counter() - started
    spent = _busy() - busy  # with its workers, which have ended by now
    if found.problems:
        raise SystemExit(f"problems: {found.problems[:3]}")
    counts = {name: len(getattr(found, name)) for name in found.__dataclass_fields__}
    return Ran(count, total, spent, seconds, counts, counter.pairs, memory.peak, digest(found))


def _busy() -> float:
    """Seconds that this process and those it started (and that have ended) kept a core busy."""
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


class _Counter:
    """Remembers how many pairs the reuse stage was to check."""

    def __init__(self) -> None:
        self.pairs = 0

    def phase(self, name: str, total: int | None) -> None:
        """See `onrecord.engine.Watch`."""
        print(f"{time.strftime('%H:%M:%S')} {name} {total}", file=sys.stderr, flush=True)
        if name.endswith("pairs") and "reuse" in name:
            self.pairs = total or 0

    def advance(self, steps: int = 1) -> None:
        """See `onrecord.engine.Watch`."""


def digest(found: object) -> str:
    """A hash of everything that was found, in its order."""
    from onrecord.pile import pack  # noqa: PLC0415

    whole = blake2b(digest_size=16)
    for name in getattr(found, "__dataclass_fields__"):  # noqa: B009
        whole.update(name.encode())
        for one in getattr(found, name):
            whole.update(pack(one))
    return whole.hexdigest()


def _apart(folder: Path, count: int, memo: Path | None, stages: str, workers: int) -> Ran:
    """`run` in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", "eval.bench.corpus", "--one", str(count), "--keep", str(folder)]
    command += ["--stages", stages, "--workers", str(workers), *(["--memo", str(memo)] if memo else [])]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return Ran(**json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """Make the piles, run the stages over them, print the figures."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.corpus", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--add", type=int, default=100)
    parser.add_argument("--stages", default=MAIN, help="comma-separated, or all")
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--memo", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one is not None:
        names = _names(options.stages)
        print(json.dumps(asdict(run(options.keep, options.one, options.memo, names, options.workers))))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        _all(folder, options)


def _names(stages: str) -> list[str]:
    from onrecord.pipeline.corpus import STAGES  # noqa: PLC0415

    return [stage.name for stage in STAGES] if stages == "all" else stages.split(",")


def _all(folder: Path, options: argparse.Namespace) -> None:
    console = Console(width=150)
    sizes = sorted(options.articles)
    write_pile(folder, sizes[-1] + options.add)
    memos = [folder / f"memo-{size}" for size in sizes]
    rows = []
    for size, memo in zip(sizes, memos, strict=True):
        memo.unlink(missing_ok=True)
        rows.append(_apart(folder, size, memo, options.stages, options.workers))
        _print(console, rows[-1:])
    last = sizes[-1] + options.add
    added = _apart(folder, last, memos[-1], options.stages, options.workers)
    _print(console, [added])
    full = _apart(folder, last, None, options.stages, options.workers)
    _print(console, [*rows, added, full])
    same = "the same" if added.digest == full.digest else "NOT the same"
    spent = f"{added.seconds:.1f} s, {added.processor:.1f} s of processor time"
    console.print(f"adding {options.add}: {spent} (asked: 30 s); {same} as a full build")
    if len(rows) > 1:
        ratio = (rows[-1].processor / rows[-1].articles) / (rows[-2].processor / rows[-2].articles)
        console.print(
            f"processor time an article, {rows[-1].articles} / {rows[-2].articles}: {ratio:.2f} (asked: 1.5)"
        )


def _print(console: Console, rows: Sequence[Ran]) -> None:
    table = Table(title="corpus stages alone")
    names = list(rows[0].stages)
    for column in ("articles", "seconds", "processor", "a 1,000", "pairs", "MB", *names):
        table.add_column(column, justify="right")
    for row in rows:
        each = [f"{row.stages.get(name, 0.0):.1f}" for name in names]
        table.add_row(
            f"{row.articles:,}",
            f"{row.seconds:.1f}",
            f"{row.processor:.1f}",
            f"{1000 * row.processor / row.articles:.2f}",
            f"{row.checked / row.articles:.1f}",
            f"{row.peak / 1e6:.0f}",
            *each,
        )
    console.print(table)
    console.print(", ".join(f"{name} {count}" for name, count in rows[-1].counts.items() if count))


if __name__ == "__main__":
    main()
