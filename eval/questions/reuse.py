"""Who took text from whom: edited copies, hand-written rewrites against twins, and sentence pairs.

The events are our own (eval/data/reuse/events). Copies are made of them by `eval.reuse_pairs`; a
found pair is right when both belong to one telling (an original with its copies and its rewrite).
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from eval.baselines.clusters import minhash_pairs, tfidf_similarity
from eval.cluster_metrics import average_precision, f1
from eval.gold import load
from eval.made import findings_of
from eval.report import Row, Skipped, Table
from eval.reuse_pairs import Couple, Told, made_couples, read_events, written_couples
from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings, Reuse
from onrecord.engine import LocalEngine
from onrecord.lang.background import background
from onrecord.stages.corpus.reuse import find_reuse
from onrecord.text.align import similarity, unit
from onrecord.text.fold import words
from onrecord.text.terms import Weights, terms_of

# Copies that are word for word the same tell nothing of who was first: no direction is asked of them.
SAME = ("-verbatim", "-headline")
Pair = frozenset[str]


@dataclass(frozen=True)
class Pile:
    """Tellings by name, the couples to judge, and which family each telling belongs to."""

    told: dict[str, Told]
    couples: list[Couple]
    home: dict[str, str]


def _pile(couples: list[Couple]) -> Pile:
    told = {one.name: one for couple in couples for one in (couple.earlier, couple.later)}
    home = {name: name for name in told}
    for couple in couples:
        if couple.kind != "twin":
            home[couple.later.name] = couple.earlier.name
    return Pile(told, couples, home)


def _findings(pile: Pile, day: Callable[[Told], str | None]) -> dict[str, ArticleFindings]:
    return {
        name: findings_of(name, told.title, told.body, day(told), outlet=told.outlet)
        for name, told in pile.told.items()
    }


def _found(items: dict[str, ArticleFindings]) -> dict[Pair, Reuse]:
    names = {item.article.id: name for name, item in items.items()}
    reuses = find_reuse(list(items.values()), LocalEngine(), ReuseConfig()).reuses
    return {frozenset((names[r.earlier], names[r.later])): r for r in reuses}


def _pair(couple: Couple) -> Pair:
    return frozenset((couple.earlier.name, couple.later.name))


def _scores(pile: Pile, found: set[Pair], kinds: Sequence[str]) -> dict[str, float]:
    """Recall over the couples of `kinds`, precision over all found pairs, and their F1."""
    wanted = [_pair(couple) for couple in pile.couples if couple.kind in kinds]
    right = [pair for pair in found if len({pile.home[name] for name in pair}) == 1]
    recall = sum(pair in found for pair in wanted) / len(wanted)
    precision = len(right) / len(found) if found else 1.0
    return {"precision": precision, "recall": recall, "F1": f1(precision, recall)}


def _by_kind(pile: Pile, found: set[Pair]) -> dict[str, float]:
    groups: dict[str, list[bool]] = {}
    for couple in pile.couples:
        groups.setdefault(couple.later.role.rsplit("-", 1)[-1], []).append(_pair(couple) in found)
    return {f"{role} recall": sum(hits) / len(hits) for role, hits in sorted(groups.items())}


def _direction(pile: Pile, items: dict[str, ArticleFindings], label: str) -> dict[str, float]:
    """Share of the found true couples whose direction is answered, and how many of those are right."""
    found = _found(items)
    asked = [couple for couple in pile.couples if not couple.later.role.endswith(SAME)]
    true = [couple for couple in asked if couple.kind != "twin"]
    held = [(couple, found[_pair(couple)]) for couple in true if _pair(couple) in found]
    answered = [(couple, reuse) for couple, reuse in held if reuse.directed]
    right = [1 for couple, reuse in answered if reuse.earlier == items[couple.earlier.name].article.id]
    return {
        f"answered, {label}": len(answered) / len(held) if held else 0.0,
        f"direction, {label}": len(right) / len(answered) if answered else 0.0,
    }


def _swapped(pile: Pile) -> dict[str, str]:
    """Each couple's dates the wrong way round: the later telling dated a week before the earlier."""
    days = {name: told.day for name, told in pile.told.items()}
    for couple in pile.couples:
        if couple.kind != "twin":
            days[couple.later.name] = "2029-01-01"
    return days


def _own_row(pile: Pile, kinds: Sequence[str]) -> Row:
    start = time.perf_counter()
    found = set(_found(_findings(pile, lambda told: None)))
    seconds = time.perf_counter() - start
    metrics = _scores(pile, found, kinds) | _by_kind(pile, found)
    counts = {"articles": len(pile.told), "pairs found": len(found)}
    return Row("onrecord", metrics, counts, seconds, len(pile.told))


def _direction_table(name: str, pile: Pile) -> Table:
    """Direction without dates, with the right ones, and with each couple's dates the wrong way round."""
    swapped = _swapped(pile)
    metrics = _direction(pile, _findings(pile, lambda told: None), "no dates")
    metrics |= _direction(pile, _findings(pile, lambda told: told.day), "dates")
    metrics |= _direction(pile, _findings(pile, lambda told: swapped[told.name]), "wrong dates")
    note = "of the true pairs found: share answered, and of those answered the share that is right"
    return Table("reuse", f"{name}_direction", "dev", (Row("onrecord", metrics),), note)


def _minhash_row(pile: Pile, kinds: Sequence[str]) -> Row:
    names = sorted(pile.told)
    start = time.perf_counter()
    texts = [f"{pile.told[name].title}\n{pile.told[name].body}" for name in names]
    found = {frozenset((names[a], names[b])) for a, b in minhash_pairs(texts)}
    seconds = time.perf_counter() - start
    metrics = _scores(pile, found, kinds) | _by_kind(pile, found)
    return Row("MinHash at 0.5 (datasketch)", metrics, {"pairs found": len(found)}, seconds, len(names))


def _tfidf_row(pile: Pile, kinds: Sequence[str]) -> Row:
    """TF-IDF cosine over all pairs, at the threshold that is best on this very pile (a favour to it)."""
    names = sorted(pile.told)
    texts = [f"{pile.told[name].title}\n{pile.told[name].body}" for name in names]
    start = time.perf_counter()
    pairs = [(a, b) for a in range(len(names)) for b in range(a + 1, len(names))]
    values = tfidf_similarity([texts[a] for a, _ in pairs], [texts[b] for _, b in pairs], texts)
    best: dict[str, float] = {"F1": -1.0}
    chosen: set[Pair] = set()
    for cut in (step / 50 for step in range(5, 48)):
        above = [pair for pair, value in zip(pairs, values, strict=True) if value >= cut]
        found = {frozenset((names[a], names[b])) for a, b in above}
        scores = _scores(pile, found, kinds)
        if scores["F1"] > best["F1"]:
            best, chosen = scores, found
    seconds = time.perf_counter() - start
    metrics = best | _by_kind(pile, chosen)
    name = "TF-IDF cosine, best cut (scikit-learn)"
    return Row(name, metrics, {"pairs found": len(chosen)}, seconds, len(names))


def _table(name: str, pile: Pile, kinds: Sequence[str], note: str) -> Table:
    rows = (_own_row(pile, kinds), _minhash_row(pile, kinds), _tfidf_row(pile, kinds))
    return Table("reuse", name, "dev", rows, note)


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


def _sentences(gold: Path, split: str) -> Table | Skipped:
    folder = gold / "reuse" / "msr_paraphrase"
    train, test = load(folder / "train.jsonl"), load(folder / "test.jsonl") if split == "test" else []
    if not train or test is None:
        return Skipped("reuse", f"msr_paraphrase/{split} is not there")
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


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """Made copies, hand-written rewrites against twins, and sentence pairs."""
    events = read_events()
    made, written = _pile(made_couples(events)), _pile(written_couples(events))
    note = "12 hand-written rewrites against 20 twins, 8 of them agency reports of the same news"
    return [
        _table(
            "made_copies", made, ("copy",), "edited copies of 24 tellings; `reworded` by a table of synonyms"
        ),
        _direction_table("made_copies", made),
        _table("written", written, ("rewrite",), note),
        _direction_table("written", written),
        _sentences(gold, split),
    ]
