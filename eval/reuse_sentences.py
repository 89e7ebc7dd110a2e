"""Whether one sentence of the news rewords another: msr_paraphrase, beside TF-IDF."""

import time
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

from eval.baselines.clusters import tfidf_similarity
from eval.cluster_metrics import average_precision, f1
from eval.gold import load
from eval.report import Row, Skipped, Table
from onrecord.lang.background import background
from onrecord.text.align import similarity, unit
from onrecord.text.fold import words
from onrecord.text.terms import Weights, terms_of


def _half(name: str) -> bool:
    return blake2b(name.encode(), digest_size=1).digest()[0] % 2 == 0


def _sentence_values(rows: Sequence[tuple[str, str]]) -> list[float]:
    weights = Weights(0, {}, background)
    values = []
    for left, right in rows:
        both = []
        for text in (left, right):
            terms = [term for term, _ in terms_of(words(text), "en", background)]
            both.append(unit(terms, {term: weights.weight(term) for term in terms}))
        held = {term: weights.weight(term) for term in both[0].terms}
        shared = sum(held[term] for term in both[0].terms if term in set(both[1].terms))
        values.append(similarity(shared, both[0].weight, both[1].weight))
    return values


def _f1_at(scored: Sequence[tuple[float, bool]], cut: float) -> float:
    hits = sum(true for value, true in scored if value >= cut)
    taken = sum(value >= cut for value, _ in scored)
    total = sum(true for _, true in scored)
    return f1(hits / taken if taken else 0.0, hits / total if total else 0.0)


def _sentences_row(name: str, values: list[float], gold: list[bool], tune: list[bool], seconds: float) -> Row:
    """Cut chosen on the half that `tune` marks, scored on the other."""
    scored = list(zip(values, gold, strict=True))
    first = [item for item, flag in zip(scored, tune, strict=True) if flag]
    rest = [item for item, flag in zip(scored, tune, strict=True) if not flag]
    cut = max((step / 100 for step in range(5, 96)), key=lambda value: _f1_at(first, value))
    metrics = {"F1": _f1_at(rest, cut), "average precision": average_precision(rest), "cut": cut}
    return Row(name, metrics, {"pairs": len(rest)}, seconds, len(values))


def sentence_table(gold: Path, split: str) -> Table | Skipped:
    """F1 and average precision over sentence pairs; the cut is tuned on pairs that are not scored."""
    folder = gold / "reuse" / "msr_paraphrase"
    train, test = load(folder / "train.jsonl"), load(folder / "test.jsonl") if split == "test" else []
    if not train or test is None:
        return Skipped("reuse", "msr_paraphrase", f"msr_paraphrase/{split} is not there")
    rows = [*train, *test]
    texts = [(row["s1"], row["s2"]) for row in rows]
    truth = [bool(row["paraphrase"]) for row in rows]
    tune = [_half(f"{row['id1']} {row['id2']}") for row in train] if not test else [True] * len(train)
    tune += [False] * len(test)
    start = time.perf_counter()
    own = _sentence_values(texts)
    seconds = time.perf_counter() - start
    start = time.perf_counter()
    pile = [text for pair in texts for text in pair]
    library = tfidf_similarity([a for a, _ in texts], [b for _, b in texts], pile)
    row = _sentences_row("TF-IDF cosine (scikit-learn)", library, truth, tune, time.perf_counter() - start)
    everything = _sentences_row("everything is a rewording", [1.0] * len(rows), truth, tune, 0.0)
    note = "cut tuned on one half (by hash of the ids), scored on the other; by `--split test` on test"
    ours = _sentences_row("onrecord", own, truth, tune, seconds)
    return Table("reuse", "msr_paraphrase", split, (ours, row, everything), note)
