"""Tables over the written pairs that nobody tunes on: copies, rewrites against twins, kinds, direction."""

import time
from collections.abc import Callable, Sequence

from eval.baselines.clusters import minhash_pairs, tfidf_similarity
from eval.baselines.embeddings import minilm_vectors
from eval.cluster_metrics import f1
from eval.report import Row, Table
from eval.reuse_judged import (
    Dates,
    Judged,
    detection,
    direction,
    interval,
    judge_pairs,
    macro_f1,
    of_kind,
)
from eval.reuse_made.sources import DATA, WRITTEN
from eval.reuse_written import Grade, Kind, Report, WrittenPair, read_written

QUESTION = "reuse"
# A baseline's likeness of each pair, and the pile that it may count words in.
Likeness = Callable[[Sequence[WrittenPair], Sequence[Report]], list[float]]


def written_tables() -> list[Table]:
    """All tables over the held-out pairs; the baselines' cuts are chosen on the training pairs."""
    pairs = read_written()
    start = time.perf_counter()
    judged = judge_pairs(pairs)
    seconds = time.perf_counter() - start
    hidden = judge_pairs(pairs, mask=True)
    return [
        _copies(judged),
        _rewrites(pairs, judged, hidden, seconds),
        _kinds(judged, hidden),
        _direction(pairs, judged),
    ]


def _copies(judged: Sequence[Judged]) -> Table:
    return Table(
        QUESTION,
        "written_copies",
        "dev",
        (Row("onrecord", of_kind(judged, Kind.COPY), _counts(judged, Kind.COPY)),),
        "pairs called copies, among all kinds; up to a fifth of a copy is cut",
    )


def _counts(judged: Sequence[Judged], *kinds: Kind) -> dict[str, int]:
    return {f"{kind} pairs": sum(one.pair.kind is kind for one in judged) for kind in kinds}


def _rewrites(
    pairs: Sequence[WrittenPair], judged: Sequence[Judged], hidden: Sequence[Judged], seconds: float
) -> Table:
    ours = detection(judged, Kind.REWRITE, Kind.TWIN)
    low, high = interval(judged, lambda rows: detection(rows, Kind.REWRITE, Kind.TWIN)["F1"])
    for grade in Grade:
        of_grade = [one for one in judged if one.pair.grade is grade]
        ours[f"{grade} recall"] = detection(of_grade, Kind.REWRITE, Kind.TWIN)["recall"]
    rows = [
        Row(
            "onrecord",
            ours | {"F1 from": low, "F1 to": high},
            _counts(judged, Kind.REWRITE, Kind.TWIN),
            seconds,
        ),
        Row("onrecord, quotations masked", detection(hidden, Kind.REWRITE, Kind.TWIN)),
        _baseline("MinHash at 0.5 (datasketch)", pairs, _minhash, 0.5),
        _baseline("TF-IDF cosine (scikit-learn)", pairs, _tfidf, None),
        _baseline("MiniLM cosine", pairs, _minilm, None),
    ]
    note = "reuse of any kind found, among rewrites and twins; cuts of baselines from the training pairs"
    return Table(QUESTION, "written_rewrites", "dev", tuple(rows), note)


def _baseline(name: str, pairs: Sequence[WrittenPair], likeness: Likeness, cut: float | None) -> Row:
    start = time.perf_counter()
    cut = cut if cut is not None else _best_cut(likeness)
    values = _likenesses(pairs, likeness)
    return Row(name, _at(values, cut) | {"cut": cut}, {}, time.perf_counter() - start)


def _likenesses(pairs: Sequence[WrittenPair], likeness: Likeness) -> list[tuple[bool, float]]:
    kept = [pair for pair in pairs if pair.kind in (Kind.REWRITE, Kind.TWIN)]
    reports = {report.id: report for pair in pairs for report in (pair.earlier, pair.later)}
    values = likeness(kept, [reports[name] for name in sorted(reports)])
    return [(pair.kind is Kind.REWRITE, value) for pair, value in zip(kept, values, strict=True)]


def _at(values: Sequence[tuple[bool, float]], cut: float) -> dict[str, float]:
    hits = sum(gold and value >= cut for gold, value in values)
    taken, total = sum(value >= cut for _, value in values), sum(gold for gold, _ in values)
    precision, recall = hits / taken if taken else 1.0, hits / total if total else 0.0
    return {"precision": precision, "recall": recall, "F1": f1(precision, recall)}


def _best_cut(likeness: Likeness) -> float:
    values = [value for folder in WRITTEN for value in _likenesses(read_written(DATA / folder), likeness)]
    return max((step / 100 for step in range(2, 100)), key=lambda cut: (_at(values, cut)["F1"], -cut))


def _text(report: Report) -> str:
    return f"{report.title}\n{report.text}"


def _minhash(pairs: Sequence[WrittenPair], pile: Sequence[Report]) -> list[float]:
    found = [minhash_pairs([_text(pair.earlier), _text(pair.later)]) for pair in pairs]
    return [1.0 if one else 0.0 for one in found]


def _tfidf(pairs: Sequence[WrittenPair], pile: Sequence[Report]) -> list[float]:
    left, right = [_text(pair.earlier) for pair in pairs], [_text(pair.later) for pair in pairs]
    return tfidf_similarity(left, right, [_text(report) for report in pile])


def _minilm(pairs: Sequence[WrittenPair], pile: Sequence[Report]) -> list[float]:
    left = minilm_vectors([_text(pair.earlier) for pair in pairs])
    right = minilm_vectors([_text(pair.later) for pair in pairs])
    values: list[float] = (left * right).sum(axis=1).tolist()
    return values


def _kinds(judged: Sequence[Judged], hidden: Sequence[Judged]) -> Table:
    low, high = interval(judged, macro_f1)
    metrics = {"macro F1": macro_f1(judged), "macro F1 from": low, "macro F1 to": high}
    metrics |= {f"{kind} F1": of_kind(judged, kind)["F1"] for kind in Kind}
    masked = {"macro F1": macro_f1(hidden)} | {f"{kind} F1": of_kind(hidden, kind)["F1"] for kind in Kind}
    rows = (Row("onrecord", metrics, _counts(judged, *Kind)), Row("onrecord, quotations masked", masked))
    note = "seven kinds; the interval is the middle 95 percent of 1,000 resamples of events"
    return Table(QUESTION, "written_kinds", "dev", rows, note)


def _direction(pairs: Sequence[WrittenPair], judged: Sequence[Judged]) -> Table:
    metrics: dict[str, float] = {}
    for dates in Dates:
        rows = judged if dates is Dates.NONE else judge_pairs(pairs, dates)
        metrics |= {f"{name}, {dates.value}": value for name, value in direction(rows).items()}
    low, high = interval(judged, lambda rows: direction(rows)["right"])
    metrics |= {"right from": low, "right to": high}
    for kind in (Kind.COPY, Kind.EXCERPT, Kind.REWRITE, Kind.RETELLING, Kind.TRANSLATION):
        found = direction([one for one in judged if one.pair.kind is kind])
        metrics |= {f"{kind} answered": found["answered"], f"{kind} right": found["right"]}
    note = "of all reuse pairs, found or not: share answered, of those the share right; kinds: no dates"
    return Table(QUESTION, "written_direction", "dev", (Row("onrecord", metrics),), note)
