"""Which articles report one event: giveme5w1h, ECB+ and galaxy/wikinews, onrecord beside baselines.

Baselines: MinHash at Jaccard 0.5 (datasketch), and TF-IDF with agglomerative clustering
(scikit-learn) at the cut that does best on ECB+ train.
"""

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from eval.baselines.clusters import minhash_clusters, tfidf_clusters
from eval.cluster_metrics import b_cubed, pairwise
from eval.gold import Record, load
from eval.made import findings_of
from eval.report import Row, Skipped, Table
from onrecord.config import ReuseConfig, StoryConfig
from onrecord.data import ArticleFindings
from onrecord.engine import LocalEngine
from onrecord.stages.corpus.reuse import find_families, find_reuse
from onrecord.stages.corpus.stories import find_stories

SHUFFLES = 5
TFIDF_CUT = 0.14
Labelled = list[tuple[str, str, str, str, str | None]]


def _giveme(folder: Path, split: str) -> Labelled | None:
    rows = load(folder / "giveme5w1h_dev" / f"{split}.jsonl")
    return [(r["id"], r["event"], r["title"] or "", r["text"], r["date"]) for r in rows] if rows else None


def _ecbplus(folder: Path, split: str) -> Labelled | None:
    def row(r: Record) -> tuple[str, str, str, str, str | None]:
        return r["id"], r["subtopic"], "", r["text"][r.get("body_start") or 0 :], None

    rows = load(folder / "ecbplus" / f"{split}.jsonl")
    return [row(r) for r in rows] if rows else None


def _galaxy(folder: Path, split: str) -> Labelled | None:
    if split != "dev":
        return None
    rows = load(folder / "galaxy_wikinews" / "wikinews.jsonl")
    kept = [r for r in rows or () if not r["event_title"].casefold().startswith("on the campaign trail")]
    return [(r["id"], r["event"], r["title"] or "", r["text"], r["date"]) for r in kept] or None


SETS: tuple[tuple[str, Callable[[Path, str], Labelled | None]], ...] = (
    ("giveme5w1h_dev", _giveme),
    ("ecbplus", _ecbplus),
    ("galaxy_wikinews", _galaxy),
)


def _stories(articles: Sequence[ArticleFindings]) -> dict[str, str]:
    engine = LocalEngine()
    reuses = find_reuse(articles, engine, ReuseConfig()).reuses
    families = find_families(articles, reuses)
    stories = find_stories(articles, (), families, engine, StoryConfig())
    return {article: story.id for story in stories for article in story.articles}


def _metrics(gold: dict[str, str], found: dict[str, str]) -> tuple[dict[str, float], dict[str, int]]:
    precision, recall, f1 = b_cubed(gold, found)
    metrics = {"B3 P": precision, "B3 R": recall, "B3 F1": f1, "pair F1": pairwise(gold, found)[2]}
    counts = {"articles": len(gold), "found": len(set(found.values())), "gold": len(set(gold.values()))}
    return metrics, counts


def _own_row(rows: Labelled, gold: dict[str, str]) -> Row:
    """Once in order, then shuffled: `worst B3 F1` is the worst of all, `orders` how many answers differ."""
    ids = {row[0]: findings_of(row[0], row[2], row[3], row[4]) for row in rows}
    start = time.perf_counter()
    first = _stories(list(ids.values()))
    seconds = time.perf_counter() - start
    worst, answers = 1.0, {tuple(sorted(first.items()))}
    for seed in range(SHUFFLES):
        order = sorted(ids)
        random.Random(seed).shuffle(order)  # noqa: S311 - repeatable, not secret
        homes = _stories([ids[name] for name in order])
        answers.add(tuple(sorted(homes.items())))
        found = {name: homes[item.article.id] for name, item in ids.items()}
        worst = min(worst, b_cubed(gold, found)[2])
    metrics, counts = _metrics(gold, {name: first[item.article.id] for name, item in ids.items()})
    metrics["worst B3 F1"] = min(worst, metrics["B3 F1"])
    metrics["same in any order"] = 1.0 if len(answers) == 1 else 0.0
    return Row("onrecord", metrics, counts, seconds, len(ids))


Labels = Callable[[list[str]], list[int]]


def _baseline(name: str, rows: Labelled, gold: dict[str, str], labels: Labels) -> Row:
    texts = [f"{row[2]}\n{row[3]}" for row in rows]
    start = time.perf_counter()
    found = {row[0]: str(label) for row, label in zip(rows, labels(texts), strict=True)}
    seconds = time.perf_counter() - start
    return Row(name, *_metrics(gold, found), seconds, len(rows))


def _tfidf(texts: list[str]) -> list[int]:
    return tfidf_clusters(texts, TFIDF_CUT)


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """One table a set."""
    results: list[Table | Skipped] = []
    for name, read in SETS:
        rows = read(gold / "stories", split)
        if not rows:
            results.append(Skipped("stories", f"{name}/{split} is not there"))
            continue
        wanted = {row[0]: row[1] for row in rows}
        table = (
            _own_row(rows, wanted),
            _baseline("MinHash at 0.5 (datasketch)", rows, wanted, minhash_clusters),
            _baseline("TF-IDF, agglomerative (scikit-learn)", rows, wanted, _tfidf),
        )
        note = f"worst of {SHUFFLES} shuffles beside the first order; baselines read title and text only"
        results.append(Table("stories", name, split, table, note))
    return results
