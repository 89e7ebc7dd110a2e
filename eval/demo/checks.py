"""Checks for pages of our own: those of the five pages, and rows for several reuses and stories."""

import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

from eval.pages import cases_table
from eval.pages.case import PagesCase, build
from eval.pages.checks import Check, all_checks
from eval.pages.expected import Rows
from eval.report import Table


def own_pages_table(question: str, pages: Path, expected: Path) -> Table:
    """Build a case from a folder of pages and check it against a file of rows."""
    rows = tomllib.loads(expected.read_text(encoding="utf-8"))
    started = time.perf_counter()
    case = build(pages)
    seconds = time.perf_counter() - started
    return cases_table.of_checks(question, "own pages", demo_checks(case, rows), seconds, len(case.articles))


def demo_checks(case: PagesCase, rows: Rows) -> list[Check]:
    """Every check of the demo's rows."""
    return [*all_checks(case, rows), *_reused(case, rows["reused"]), *_stories(case, rows["stories"])]


def _reused(case: PagesCase, wanted: list[Rows]) -> Iterator[Check]:
    found = {(case.key(r.earlier), case.key(r.later)): r for r in case.corpus.reuses}
    for row in wanted:
        pair = (row["earlier"], row["later"])
        either = found.get(pair) or found.get(pair[::-1])
        told = f"{either.kind}, {either.direction:.2f}" if either else "not found"
        name = f"{pair[0]} -> {pair[1]}"
        yield Check("reuse", name, either is not None, told)
        reuse = found.get(pair)
        yield Check("reuse direction", name, reuse is not None and reuse.directed, told)
        yield Check(
            "reuse kind", f"{name} {row['kinds']}", bool(either and either.kind in row["kinds"]), told
        )
    follows = _closure({frozenset((row["earlier"], row["later"])) for row in wanted})
    extra = sorted(pair for pair in found if frozenset(pair) not in follows)
    yield Check("reuse", "no other pairs", not extra, str(extra))


def _closure(pairs: set[frozenset[str]]) -> set[frozenset[str]]:
    """The pairs, and those that follow from two of them: members of one family."""
    families: list[set[str]] = []
    for pair in pairs:
        joined = [family for family in families if family & pair]
        families = [family for family in families if not family & pair] + [set(pair).union(*joined)]
    return {frozenset((a, b)) for family in families for a in family for b in family if a != b}


def _stories(case: PagesCase, rows: Rows) -> Iterator[Check]:
    found = {case.key(article): story.id for story in case.corpus.stories for article in story.articles}
    titles = {story.id: story.title for story in case.corpus.stories}
    for together in rows["together"]:
        stories = sorted({found.get(key, f"no article {key}") for key in together})
        told = str([titles.get(story, story) for story in stories])
        yield Check("stories", f"{together} are one", len(stories) == 1, told)
    for one, other in rows["apart"]:
        apart = one in found and other in found and found[one] != found[other]
        yield Check("stories", f"{one} and {other} are two", apart, titles.get(found.get(one, ""), ""))
