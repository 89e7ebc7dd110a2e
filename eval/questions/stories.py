"""Which articles report one event: giveme5w1h, ECB+, galaxy/wikinews and a small set of our own in four
languages, onrecord beside baselines.

Baselines: MinHash at Jaccard 0.5 (datasketch), TF-IDF with agglomerative clustering (scikit-learn) at the cut
that does best on ECB+ train, MiniLM sentence embeddings with HDBSCAN (scikit-learn).
"""

import json
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from eval.baselines.clusters import minhash_clusters, minilm_clusters, tfidf_clusters
from eval.cluster_metrics import b_cubed, pairwise
from eval.gold import Record, load
from eval.made import findings_of
from eval.report import Row, Skipped, Table
from onrecord.config import ReuseConfig, StoryConfig
from onrecord.data import ArticleFindings, Family
from onrecord.engine import LocalEngine
from onrecord.stages.corpus.reuse import find_families, find_reuse
from onrecord.stages.corpus.stories import find_stories

SHUFFLES = 10
TFIDF_CUT = 0.14
OWN = Path(__file__).parents[1] / "data" / "stories" / "languages.jsonl"


class Labelled(NamedTuple):
    """One article with the event that it reports."""

    id: str
    event: str
    title: str
    text: str
    date: str | None
    language: str = "en"


def _giveme(folder: Path, split: str) -> list[Labelled]:
    rows = load(folder / "giveme5w1h_dev" / f"{split}.jsonl") or ()
    return [Labelled(r["id"], r["event"], r["title"] or "", r["text"], r["date"]) for r in rows]


def _ecbplus(folder: Path, split: str) -> list[Labelled]:
    def row(r: Record) -> Labelled:
        return Labelled(r["id"], r["subtopic"], "", r["text"][r.get("body_start") or 0 :], None)

    return [row(r) for r in load(folder / "ecbplus" / f"{split}.jsonl") or ()]


def _galaxy(folder: Path, split: str) -> list[Labelled]:
    rows = load(folder / "galaxy_wikinews" / "wikinews.jsonl") if split == "dev" else ()
    kept = [r for r in rows or () if not r["event_title"].casefold().startswith("on the campaign trail")]
    return [Labelled(r["id"], r["event"], r["title"] or "", r["text"], r["date"]) for r in kept]


def _languages(folder: Path, split: str) -> list[Labelled]:
    """Our own set: see eval/data/stories/README.md. Needs no gold."""
    lines = OWN.read_text(encoding="utf-8").splitlines() if split == "dev" else []
    return [Labelled(**json.loads(line)) for line in lines]


SETS: tuple[tuple[str, Callable[[Path, str], list[Labelled]]], ...] = (
    ("giveme5w1h_dev", _giveme),
    ("ecbplus", _ecbplus),
    ("galaxy_wikinews", _galaxy),
    ("languages", _languages),
)


def _families(articles: Sequence[ArticleFindings]) -> tuple[Family, ...]:
    return find_families(articles, find_reuse(articles, LocalEngine(), ReuseConfig()).reuses)


def _stories(articles: Sequence[ArticleFindings], families: Sequence[Family]) -> dict[str, str]:
    stories = find_stories(articles, (), families, LocalEngine(), StoryConfig())
    return {article: story.id for story in stories for article in story.articles}


def _metrics(gold: dict[str, str], found: dict[str, str]) -> tuple[dict[str, float], dict[str, int]]:
    precision, recall, f1 = b_cubed(gold, found)
    metrics = {"B3 P": precision, "B3 R": recall, "B3 F1": f1, "pair F1": pairwise(gold, found)[2]}
    counts = {"articles": len(gold), "found": len(set(found.values())), "gold": len(set(gold.values()))}
    metrics["clusters near"] = 1.0 - abs(counts["found"] - counts["gold"]) / counts["gold"]
    return metrics, counts


def _shuffled(
    ids: dict[str, ArticleFindings], gold: dict[str, str], families: Sequence[Family]
) -> tuple[list[float], set[tuple[tuple[str, str], ...]]]:
    """B-cubed F1 of each of SHUFFLES orders of arrival, of articles and of families, and the answers."""
    scores, answers = [], set()
    for seed in range(SHUFFLES):
        dice, order, groups = random.Random(seed), sorted(ids), list(families)  # noqa: S311 - no secret
        dice.shuffle(order)
        dice.shuffle(groups)
        homes = _stories([ids[name] for name in order], groups)
        answers.add(tuple(sorted(homes.items())))
        scores.append(b_cubed(gold, {name: homes[item.article.id] for name, item in ids.items()})[2])
    return scores, answers


def _own_row(rows: list[Labelled], gold: dict[str, str]) -> Row:
    """Once in order, then shuffled: mean and worst of the shuffles, and whether all answers are the same.

    `clusters near` is 1 less the number of clusters too many or too few, as a share of those of gold.
    """
    ids = {row.id: findings_of(row.id, row.title, row.text, row.date, row.language) for row in rows}
    start = time.perf_counter()
    families = _families(list(ids.values()))
    reused = time.perf_counter() - start
    first = _stories(list(ids.values()), families)
    seconds = time.perf_counter() - start
    scores, answers = _shuffled(ids, gold, families)
    metrics, counts = _metrics(gold, {name: first[item.article.id] for name, item in ids.items()})
    metrics["mean B3 F1"] = sum(scores) / len(scores)
    metrics["worst B3 F1"] = min(*scores, metrics["B3 F1"])
    metrics["same in any order"] = 1.0 if answers == {tuple(sorted(first.items()))} else 0.0
    metrics["seconds of it for stories"] = seconds - reused
    return Row("onrecord", metrics, counts, seconds, len(ids))


Labels = Callable[[list[str]], list[int]]


def _baseline(name: str, rows: list[Labelled], gold: dict[str, str], labels: Labels) -> Row:
    texts = [f"{row.title}\n{row.text}" for row in rows]
    start = time.perf_counter()
    found = {row.id: str(label) for row, label in zip(rows, labels(texts), strict=True)}
    seconds = time.perf_counter() - start
    return Row(name, *_metrics(gold, found), seconds, len(rows))


def _tfidf(texts: list[str]) -> list[int]:
    return tfidf_clusters(texts, TFIDF_CUT)


BASELINES: tuple[tuple[str, Labels], ...] = (
    ("MinHash at 0.5 (datasketch)", minhash_clusters),
    ("TF-IDF, agglomerative (scikit-learn)", _tfidf),
    ("MiniLM, HDBSCAN (scikit-learn)", minilm_clusters),
)


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """One table a set."""
    results: list[Table | Skipped] = []
    for name, read in SETS:
        rows = read(gold / "stories", split)
        if not rows:
            results.append(Skipped("stories", name, f"{name}/{split} is not there"))
            continue
        wanted = {row.id: row.event for row in rows}
        peers = (_baseline(label, rows, wanted, labels) for label, labels in BASELINES)
        table = (_own_row(rows, wanted), *peers)
        note = (
            f"mean and worst of {SHUFFLES} shuffles of articles and families (reuse is found once; its own"
            " tests hold it to any order); baselines read title and text only"
        )
        results.append(Table("stories", name, split, table, note))
    return results
