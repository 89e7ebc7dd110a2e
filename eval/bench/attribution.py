"""`python -m eval.bench.attribution`: the attribution stage beside spaCy's full small English pipeline.

Both over the same articles of about 400 words, in turn for several rounds, on one thread; processor time of
this process, best round of each. Then the memory of a worker, and whether what is found is the same for any
order, any batch and any number of workers. Never a test: machines differ, ratios less so.
"""

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.bench.attribution_memory import Weighed, digest, stage
from eval.bench.attribution_texts import sample_texts
from eval.gold import gold_folder
from onrecord.config import Config, RunnerConfig
from onrecord.models.english import load_english
from onrecord.runners.local import build
from onrecord.stores.sqlite import open_view

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
WANTED_SPEED = 1.3
WANTED_MEMORY = 700e6
BUILDS = ((1, 1), (2, 16), (3, 5))  # workers, pages written at once
OURS, PEER = "onrecord: text to attributions", "spaCy full small English pipeline"


def main() -> int:
    """Time, weigh and compare. Exit 1 when the same text gave different results."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.attribution", description=__doc__)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    _on_one_thread()
    texts, origin = sample_texts(gold_folder(options.gold), options.articles)
    console = Console(width=110)
    words = sum(len(text.split()) for text in texts)
    console.print(f"{len(texts)} articles, {words / len(texts):.0f} words each ({origin})")
    run, parse = stage(), load_english()
    _print_times(console, _rounds(texts, {OURS: run, PEER: parse}, options.rounds), len(texts))
    same = _print_memory(console, texts, digest(texts, run))
    same &= _print_orders(console, texts, run)
    same &= _print_builds(console, texts)
    return 0 if same else 1


def _on_one_thread() -> None:
    """Libraries read the number of threads when they are loaded: start again with it set."""
    if any(os.environ.get(name) != value for name, value in ONE_THREAD.items()):
        arguments = [sys.executable, "-m", "eval.bench.attribution", *sys.argv[1:]]
        os.execve(sys.executable, arguments, {**os.environ, **ONE_THREAD})  # noqa: S606 - this very program


def _rounds(
    texts: Sequence[str], runs: dict[str, Callable[[str], object]], rounds: int
) -> dict[str, list[float]]:
    """Seconds of processor time of each round; who begins changes from round to round."""
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run(texts[0])
    for number in range(rounds):
        for name, run in sorted(runs.items(), reverse=number % 2 == 1):
            started = time.process_time()
            for text in texts:
                run(text)
            seconds[name].append(time.process_time() - started)
    return seconds


def _print_times(console: Console, seconds: dict[str, list[float]], articles: int) -> None:
    table = Table("", "best, ms an article", "all rounds, ms", title="processor time, one thread")
    for name, rounds in seconds.items():
        milliseconds = [1000 * one / articles for one in rounds]
        table.add_row(name, f"{min(milliseconds):.1f}", ", ".join(f"{one:.1f}" for one in milliseconds))
    console.print(table)
    best = min(seconds[PEER]) / min(seconds[OURS])
    middle = sorted(peer / ours for peer, ours in zip(seconds[PEER], seconds[OURS], strict=True))
    console.print(
        f"speed of onrecord / spaCy: {best:.2f} (best rounds), {middle[len(middle) // 2]:.2f} "
        f"(median of rounds); asked: {WANTED_SPEED}"
    )


def _print_memory(console: Console, texts: list[str], expected: str) -> bool:
    """Peak memory of a fresh process; whether it found the same as this one."""
    same = True
    for mode, what in (("stage", "the stage alone"), ("page", "all that a worker does with a page")):
        told = _worker(mode, texts)
        spacy = "with spaCy" if told.spacy else "without spaCy"
        console.print(
            f"memory, {what}, {spacy}: {told.peak / 1e6:.0f} MB (asked: below {WANTED_MEMORY / 1e6:.0f})"
        )
        if mode == "stage":
            same = told.digest == expected
            console.print(f"another process finds {'the same' if same else 'OTHER THINGS'}")
    return same


def _worker(mode: str, texts: list[str]) -> Weighed:
    command = [sys.executable, "-m", "eval.bench.attribution_memory", mode]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    return Weighed(**json.loads(done.stdout))


def _print_orders(console: Console, texts: list[str], run: Callable[[str], object]) -> bool:
    """Whether each text gives the same in order, backwards and shuffled."""
    shuffled = random.Random(4).sample(range(len(texts)), len(texts))  # noqa: S311 - an order, no secret
    straight = list(range(len(texts)))
    orders = (straight, straight[::-1], shuffled)
    digests = {tuple(digest for _, digest in sorted(_by_number(texts, order, run))) for order in orders}
    same = len(digests) == 1
    console.print(f"in order, backwards, shuffled: {'the same' if same else 'DIFFERENT'}")
    return same


def _by_number(
    texts: Sequence[str], order: Sequence[int], run: Callable[[str], object]
) -> list[tuple[int, str]]:
    return [(number, digest([texts[number]], run)) for number in order]


def _print_builds(console: Console, texts: list[str]) -> bool:
    """Whether cases built with other numbers of workers and batches hold the same attributions."""
    digests = {}
    with tempfile.TemporaryDirectory() as name:
        pages = Path(name) / "pages"
        pages.mkdir()
        for number, text in enumerate(texts):
            (pages / f"{number:03}.txt").write_text(text, encoding="utf-8")
        for workers, batch in BUILDS:
            case = Path(name) / f"{workers}-{batch}.onrecord"
            build([pages], case, Config(runner=RunnerConfig(workers=workers, batch=batch)))
            with open_view(case) as view:
                found = sorted(repr((one.article.id, one.attributions)) for one in view.all_findings())
            digests[workers, batch] = hashlib.sha256("\n".join(found).encode()).hexdigest()
            console.print(
                f"build with {workers} workers, {batch} pages written at once: {len(found)} articles, "
                f"attributions {digests[workers, batch][:12]}"
            )
    same = len(set(digests.values())) == 1
    console.print(f"builds: {'the same' if same else 'DIFFERENT'}")
    return same


if __name__ == "__main__":
    sys.exit(main())
