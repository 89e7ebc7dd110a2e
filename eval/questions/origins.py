"""Independent origins of written stories: is the range low to high the one that a careful reader gives?

`held` was written before the code; its single results were not looked at, its
figures by group were, four times.
"""

import time
from collections import defaultdict
from pathlib import Path

from eval.origins_found import FoundStory, analyse, found_set
from eval.origins_written import Expected, WrittenStory, read_stories
from eval.report import Row, Skipped, Table

FILES = ("dev", "held")


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """One table a file: accuracy of low and of high, over all and by group; single misses for dev alone."""
    return [_table(name, read_stories(name)) for name in FILES]


def _table(name: str, stories: list[WrittenStory]) -> Table:
    started = time.perf_counter()
    scored: list[tuple[WrittenStory, Expected, tuple[int, int] | None]] = []
    baseline: list[tuple[WrittenStory, Expected, tuple[int, int] | None]] = []
    for story in stories:
        found = analyse(story)
        for expected in story.expected:
            made = found_set(found, expected)
            scored.append((story, expected, (made.low, made.high) if made is not None else None))
            baseline.append((story, expected, _pages(found)))
    seconds = time.perf_counter() - started
    groups = sorted({story.group for story in stories})
    rows = [_row("onrecord", scored, seconds), _row("every page an origin", baseline, 0.0)]
    rows += [_row(f"onrecord: {group}", [s for s in scored if s[0].group == group], 0.0) for group in groups]
    lines = tuple(_line(*item) for item in scored) if name == "dev" else ()
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
