"""Are reasons real? Every reason of the demo case, and whether another article or pair has the same.

A reason that reads the same elsewhere says nothing about the case at hand. Copies of one text rightly
have the same reasons: what recurs only within a family of reuse is not counted.
"""

import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from eval.report import Row, Skipped, Table
from onrecord.data import ArticleFindings, CorpusFindings, Furniture
from onrecord.demo import demo_pages
from onrecord.runners.local import build
from onrecord.stores.base import View
from onrecord.stores.sqlite import open_view

DRAWN = 30
SEED = 11


@dataclass(frozen=True)
class Said:
    """One reason: its kind, whom it is about (article, pair, actor ...) and its sentence."""

    kind: str
    about: str
    text: str


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """One table: how many reasons there are, how many recur, and 30 drawn at random to be read."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, demo_pages() as pages:
        case = Path(folder) / "demo.onrecord"
        build([pages], case)
        with open_view(case) as view:
            said = _by_family(list(_all(view)), view)
            articles = len(view.article_ids())
    recurring = _recurring(said)
    drawn = random.Random(SEED).sample(said, min(DRAWN, len(said)))  # noqa: S311 - the same draw every time
    metrics = {"distinct": 1 - len(recurring) / len(said), "empty": sum(not s.text for s in said) / len(said)}
    counts = {"reasons": len(said), "recurring": len(recurring), "drawn": len(drawn)}
    counts["drawn recurring"] = sum(item in recurring for item in drawn)
    lines = [f"{'RECURS' if item in recurring else 'own   '} {item.kind}: {item.text}" for item in drawn]
    worst = sorted(recurring, key=lambda item: (item.kind, item.text))
    lines += [f"recurs: {item.kind}: {item.text}" for item in dict.fromkeys(worst)]
    row = Row("onrecord", metrics, counts, time.perf_counter() - started, articles)
    return [Table("reasons", "demo", "all", (row,), lines=tuple(lines))]


def _by_family(said: list[Said], view: View) -> list[Said]:
    """The same, with an article that belongs to a family standing for the whole family."""
    family = {article: group.id for group in view.families() for article in group.articles}
    return [replace(item, about=family.get(item.about, item.about)) for item in said]


def _recurring(said: list[Said]) -> set[Said]:
    about: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for item in said:
        about[item.kind, item.text].add(item.about)
    return {item for item in said if len(about[item.kind, item.text]) > 1}


def _all(view: View) -> Iterator[Said]:
    for found in view.all_findings():
        yield from _of_article(found)
    for page_id in view.page_ids():
        for item in view.furniture(page_id):
            yield Said("furniture", page_id, _furniture(item))
    yield from _of_corpus(
        CorpusFindings(
            reuses=view.reuses(),
            families=view.families(),
            stories=view.stories(),
            threads=view.threads(),
            datings=view.datings(),
            actors=view.actors(),
            links=view.links(),
            chains=view.chains(),
            origins=view.origins(),
            positions=view.positions(),
            changes=view.changes(),
        )
    )


def _furniture(item: Furniture) -> str:
    return item.reason.text


def _of_article(found: ArticleFindings) -> Iterator[Said]:
    about = found.article.id
    yield Said("language", about, found.language.reason.text)
    yield Said("published", about, found.published.reason.text)
    for kind, reasons in (
        ("date candidate", [item.reason for item in found.published.candidates]),
        ("credit", [item.reason.text for item in found.credits]),
        ("time", [item.reason.text for item in found.times]),
        ("mention", [item.reason.text for item in found.mentions]),
        ("attribution", [item.reason.text for item in found.attributions]),
        ("status", [item.status_reason.text for item in found.attributions]),
        ("condition", [item.reason.text for item in found.conditions]),
        ("act", [item.reason.text for item in found.position_mentions]),
    ):
        for text in reasons:
            yield Said(kind, about, text)


def _of_corpus(corpus: CorpusFindings) -> Iterator[Said]:
    for reuse in corpus.reuses:
        for reason in (*reuse.evidence_for, *reuse.evidence_against, *reuse.direction_reasons):
            yield Said("reuse", reuse.earlier, reason.text)
        for shift in reuse.shifts:
            yield Said("shift", reuse.earlier, shift.reason)
    for group in corpus.origins:
        yield Said("origins", group.scope, group.reason)
        for origin in group.origins:
            yield Said("origin", origin.articles[0], origin.reason)
    for chain in corpus.chains:
        yield Said("chain", chain.article_id, chain.reason)
    for dating in corpus.datings:
        yield Said("dating", dating.article_id, dating.published.reason.text)
    for link in corpus.links:
        yield Said("actor link", link.article_id, link.reason)
    for kind, items in (
        ("family", corpus.families),
        ("story", corpus.stories),
        ("thread", corpus.threads),
        ("actor", corpus.actors),
        ("position", corpus.positions),
        ("change", corpus.changes),
    ):
        for item in items:
            yield Said(kind, item.id, item.reason)
