"""Which pairs of articles are looked at at all: recall of candidates by kind, and how many a page has.

The reports of the written training pairs and of the older events lie in one pile, each the distractor of the
others, with Wikinews articles where gold is there. Sketches read text and language alone, so that no article
stage runs. "onrecord" are pairs that are aligned, "onrecord, keys alone" those that share keys; MinHash at
Jaccard 0.5 (datasketch) stands beside. The held-out pairs are not read.
"""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from eval.baselines.clusters import minhash_pairs
from eval.gold import load
from eval.made import findings_of
from eval.report import Row, Skipped, Table
from eval.reuse_events import Told, read_events
from eval.reuse_made import text_of
from eval.reuse_made.sources import made_families, original_base
from eval.reuse_written import FOLDER, read_written
from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings
from onrecord.stages.corpus.reuse.candidates import candidate_pairs
from onrecord.stages.corpus.reuse.screen import screened
from onrecord.stages.corpus.reuse.sketch import sketch_of
from onrecord.text.joins import Rows, unpacked

# Names of kinds begin with these; "pairs" is how many pairs an article are aligned (or brought up).
SHOWN = ("copy", "excerpt", "rewrite light", "rewrite medium", "rewrite heavy", "retelling", "translation")
TRAINING = ("train_a", "train_b", "train_c")
ROLES = {"rewrite": "rewrite", "twin": "twin", "wire": "twin"}
Pair = tuple[str, str]


class Wanted(NamedTuple):
    """A pair that should be looked at, by the names of its two reports."""

    kind: str
    left: str
    right: str


Piled = tuple[dict[str, ArticleFindings], list[Wanted]]


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """Recall by kind, all of it training data, whatever the split."""
    articles, wanted = _written()
    for told, couples in (_events(), _made()):
        articles |= told
        wanted += couples
    distractors = _wikinews(gold)
    note = f"{len(articles)} reports in one pile, {len(distractors)} Wikinews articles beside"
    found: list[Table | Skipped] = [_table(articles | distractors, wanted, note)]
    if not distractors:
        found.append(Skipped("candidates", "galaxy_wikinews", "stories/galaxy_wikinews: no distractors"))
    return found


def _written() -> Piled:
    articles: dict[str, ArticleFindings] = {}
    wanted = []
    for name in TRAINING:
        for pair in read_written(FOLDER.parent / name):
            for report in (pair.earlier, pair.later):
                articles[report.id] = findings_of(
                    report.id, report.title, report.text, None, report.language, report.outlet
                )
            across = pair.earlier.language != pair.later.language
            kind = f"{pair.kind} {pair.grade}" if pair.grade else str(pair.kind)
            named = f"{kind}, across" if across and "translation" not in kind else kind
            wanted.append(Wanted(named, pair.earlier.id, pair.later.id))
    return articles, wanted


def _events() -> Piled:
    """The tellings of the older events: a rewrite and twins of each original."""
    articles: dict[str, ArticleFindings] = {}
    wanted = []
    for event in read_events():
        for role, kind in ROLES.items():
            if role in event:
                pair = event["original"], event[role]
                articles |= {told.name: _told(told) for told in pair}
                wanted.append(Wanted(f"event {kind}", pair[0].name, pair[1].name))
    return articles, wanted


def _made() -> Piled:
    """What chains of edits made of the originals of these events, each with its parent."""
    articles: dict[str, ArticleFindings] = {}
    wanted = []
    roots = {original_base(event): event["original"].name for event in read_events()}
    for family in made_families():
        if family.base not in roots:
            continue
        for parent, child in family.pairs():
            draft = child.draft
            articles[child.name] = findings_of(
                child.name, draft.title, text_of(draft), None, draft.language, draft.outlet
            )
            wanted.append(Wanted(f"made {child.kind}", roots.get(parent.name, parent.name), child.name))
    return articles, wanted


def _told(told: Told) -> ArticleFindings:
    return findings_of(told.name, told.title, told.body, None, "en", told.outlet)


def _wikinews(gold: Path) -> dict[str, ArticleFindings]:
    rows = load(gold / "stories" / "galaxy_wikinews" / "wikinews.jsonl") or ()
    return {
        f"wikinews/{r['id']}": findings_of(f"wikinews/{r['id']}", r["title"] or "", r["text"]) for r in rows
    }


def _table(articles: dict[str, ArticleFindings], wanted: Sequence[Wanted], note: str) -> Table:
    names = sorted(articles)
    config = ReuseConfig()
    started = time.perf_counter()
    sketches = [sketch_of(articles[name], config) for name in names]
    left, right = unpacked(candidate_pairs(sketches, config))
    kept = screened(sketches, left, right, config)
    seconds = time.perf_counter() - started
    aligned = _named(names, left[kept], right[kept])
    rows = [
        _row("onrecord", aligned, wanted, len(names), seconds),
        _row("onrecord, keys alone", _named(names, left, right), wanted, len(names), seconds),
    ]
    started = time.perf_counter()
    near = sorted(minhash_pairs([articles[name].article.text for name in names]))
    places = np.array(near, dtype=np.int64).reshape(-1, 2)
    found = _named(names, places[:, 0], places[:, 1])
    rows.append(_row("MinHash, Jaccard 0.5", found, wanted, len(names), time.perf_counter() - started))
    return Table("candidates", "written_train", "train", tuple(rows), note, _lines(aligned, wanted))


def _named(names: Sequence[str], left: Rows, right: Rows) -> set[Pair]:
    pairs = zip(left.tolist(), right.tolist(), strict=True)
    return {_sorted(names[one], names[other]) for one, other in pairs}


def _sorted(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _row(system: str, found: set[Pair], wanted: Sequence[Wanted], articles: int, seconds: float) -> Row:
    recalls = {kind: _recall(kind, found, wanted)[0] for kind in SHOWN}
    return Row(system, {**recalls, "pairs": len(found) / articles}, {}, seconds, articles)


def _recall(kind: str, found: set[Pair], wanted: Sequence[Wanted]) -> tuple[float, int]:
    """Recall of a kind (what its names begin with), and of how many pairs."""
    own = [_sorted(pair.left, pair.right) in found for pair in wanted if pair.kind.startswith(kind)]
    return sum(own) / max(1, len(own)), len(own)


def _lines(found: set[Pair], wanted: Sequence[Wanted]) -> tuple[str, ...]:
    """Recall of every kind by its full name, with its number of pairs."""
    rows = ((kind, *_recall(kind, found, wanted)) for kind in sorted({pair.kind for pair in wanted}))
    return tuple(f"{kind}: {recall:.3f} of {count}" for kind, recall, count in rows)
