"""Independent origins of written stories: is the range low to high the one that a careful reader gives?

`held` was written before the code and `held2` by a writer who had not seen it; their single results are
not looked at (the figures of `held` by group were, four times). `dev` and `dev2` were read.
"""

import time
from collections import defaultdict
from pathlib import Path

from eval.origins_found import FoundStory, analyse, found_range
from eval.origins_written import Expected, WrittenStory, read_stories
from eval.report import Row, Skipped, Table

FILES = ("dev", "dev2", "held", "held2")
READ = ("dev", "dev2")  # files whose single results are shown


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """One table a file: accuracy of low and of high, over all and by group; single results of those read."""
    return [table_of(name, read_stories(name)) for name in FILES]


def table_of(name: str, stories: list[WrittenStory]) -> Table:
    """The table of one file."""
    started = time.perf_counter()
    scored: list[tuple[WrittenStory, Expected, tuple[int, int] | None]] = []
    baseline: list[tuple[WrittenStory, Expected, tuple[int, int] | None]] = []
    for story in stories:
        found = analyse(story)
        for expected in story.expected:
            scored.append((story, expected, found_range(found, expected)))
            baseline.append((story, expected, _pages(found)))
    seconds = time.perf_counter() - started
    groups = sorted({story.group for story in stories})
    rows = [_row("onrecord", scored, seconds), _row("every page an origin", baseline, 0.0)]
    rows += [_row(f"onrecord: {group}", [s for s in scored if s[0].group == group], 0.0) for group in groups]
    lines = tuple(_line(*item) for item in scored) if name in READ else ()
    return Table("origins", "written", name, tuple(rows), "low and high as expected; missing: no set", lines)


def _pages(found: FoundStory) -> tuple[int, int]:
    return len(found.pages), len(found.pages)


def _row(
    system: str, scored: list[tuple[WrittenStory, Expected, tuple[int, int] | None]], seconds: float
) -> Row:
    counts: defaultdict[str, int] = defaultdict(int)
    for _, expected, made in scored:
        low, high = made if made is not None else (-1, -1)
        kind = "saying" if expected.words else "story"
        right = low == expected.low and high == expected.high
        counts["low"] += low == expected.low
        counts["high"] += high == expected.high
        counts["both"] += right
        counts[kind] += right
        counts[f"{kind} asked"] += 1
        counts["too many"] += high > expected.high
        counts["too few"] += made is not None and low < expected.low
        counts["missing"] += made is None
    total = max(1, len(scored))
    metrics = {key: counts[key] / total for key in ("low", "high", "both")}
    for kind in ("story", "saying"):
        if counts[f"{kind} asked"]:
            metrics[kind] = counts[kind] / counts[f"{kind} asked"]
    shown = {"asked": len(scored), **{key: counts[key] for key in ("too many", "too few", "missing")}}
    stories = len({story.id for story, _, _ in scored})
    return Row(system, metrics, shown, seconds, stories if seconds else 0)


def _line(story: WrittenStory, expected: Expected, made: tuple[int, int] | None) -> str:
    right = made == (expected.low, expected.high)
    got = f"{made[0]}-{made[1]}" if made is not None else "no set"
    what = f"“{expected.words}”" if expected.words else "story"
    return f"{'hit ' if right else 'MISS'} {story.id} {what}: {expected.low}-{expected.high}, got {got}"
