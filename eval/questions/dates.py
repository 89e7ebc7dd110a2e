"""Dates: time expressions found, typed and valued, scored as TempEval-3 does (UzZaman et al. 2013).

Strict and relaxed match F1 (relaxed: spans overlap, one to one), type F1 and value F1 (of the relaxed
matches, those with the right type or value). The train set of TempEval-3 is cut in two by a hash of the
article id: rules were tuned on the even half, the odd half's errors were never looked at. So is the
set of pages with a publication date (eval/publication_dates.py).
"""

import hashlib
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eval.gold import Record, load
from eval.publication_dates import publication_tables
from eval.report import Row, Skipped, Table
from onrecord.data import Article, Language, PublicationDate, Reason, Span
from onrecord.stages.article.dates import find_times

_PUBLISHED = (
    "Published on the platinum test set, not on this one: value F1 HeidelTime 77.6, SUTime 67.4 "
    "(UzZaman et al. 2013)."
)


@dataclass(frozen=True)
class Mark:
    """One time expression, gold or found."""

    start: int
    end: int
    kind: str
    value: str


System = Callable[[str, str], list[Mark]]


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """Tables for both halves of TempEval-3's train set and for MEANTIME's Apple articles."""
    results: list[Table | Skipped] = []
    train = load(gold / "dates" / "tempeval3" / f"{split}.jsonl")
    used = split
    if train is None:
        train, used = load(gold / "dates" / "tempeval3" / "train.jsonl"), "train"
    if train is None:
        results.append(Skipped("dates", "tempeval3", "tempeval3 is not there"))
    elif used == "test":
        results.append(_table("tempeval3", used, train))
    else:
        for name, half in (("even", 0), ("odd", 1)):
            records = [record for record in train if half_of(str(record["id"])) == half]
            results.append(_table(f"tempeval3-{name}", used, records))
    apple = load(gold / "dates" / "meantime_dev" / "apple.jsonl")
    if apple is None:
        results.append(Skipped("dates", "meantime_dev", "meantime_dev is not there"))
    else:
        results.append(_table("meantime_dev", "apple", apple))
    return results + publication_tables(gold, half_of)


def half_of(article_id: str) -> int:
    """0 for the half that rules are tuned on, 1 for the half that only counts."""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 2


def _table(dataset: str, split: str, records: list[Record]) -> Table:
    systems: list[tuple[str, System]] = [("onrecord", onrecord), ("naive (years, ISO dates)", naive)]
    library = dateparser_system()
    if library:
        systems.append(("dateparser 1.5 search", library))
    rows = tuple(_row(name, system, records) for name, system in systems)
    return Table("dates", dataset, split, rows, _PUBLISHED)


def _row(name: str, system: System, records: list[Record]) -> Row:
    started = time.perf_counter()
    found = [system(str(record["text"]), str(record["dct"])[:10]) for record in records]
    seconds = time.perf_counter() - started
    gold = [gold_marks(record) for record in records]
    counted = [without_date_line(record, marks) for record, marks in zip(records, found, strict=True)]
    metrics, counts = score(gold, counted)
    return Row(name, metrics, counts, seconds, len(records))


def gold_marks(record: Record) -> list[Mark]:
    """Gold expressions, without the date line itself."""
    return [
        Mark(t["start"], t["end"], t["type"], t["value"])
        for t in record["timexes"]
        if t.get("functionInDocument") != "CREATION_TIME"
    ]


def without_date_line(record: Record, found: list[Mark]) -> list[Mark]:
    """What was found, without what lies on the date line: that is left out on both sides."""
    lines = [
        (t["start"], t["end"]) for t in record["timexes"] if t.get("functionInDocument") == "CREATION_TIME"
    ]
    return [m for m in found if not any(m.start < end and start < m.end for start, end in lines)]


def pairs(gold: list[Mark], found: list[Mark]) -> list[tuple[Mark, Mark]]:
    """One-to-one pairs of overlapping expressions, best overlap first."""
    options = sorted(
        (-(min(g.end, f.end) - max(g.start, f.start)), g.start, f.start, i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.start < f.end and f.start < g.end
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    result = []
    for *_, i, j in options:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            result.append((gold[i], found[j]))
    return result


def score(gold: Iterable[list[Mark]], found: Iterable[list[Mark]]) -> tuple[dict[str, float], dict[str, int]]:
    """The four F1 figures over all articles."""
    n_gold = n_found = strict = relaxed = kinds = values = 0
    for wanted, got in zip(gold, found, strict=True):
        n_gold, n_found = n_gold + len(wanted), n_found + len(got)
        for one, other in pairs(wanted, got):
            relaxed += 1
            strict += (one.start, one.end) == (other.start, other.end)
            kinds += one.kind == other.kind
            values += one.value == other.value
    total = n_gold + n_found
    metrics = {
        name: 2 * hits / total if total else 0.0
        for name, hits in (
            ("strict F1", strict),
            ("relaxed F1", relaxed),
            ("type F1", kinds),
            ("value F1", values),
        )
    }
    return metrics, {"gold": n_gold, "found": n_found}


def onrecord(text: str, dct: str) -> list[Mark]:
    """The stage itself, with the publication date given."""
    reason = Reason("given by the gold set")
    article = Article("ar-eval", "pg-eval", 1, (Span(0, len(text), text),), text)
    published = PublicationDate(dct, dct, dct, reason)
    times = find_times(article, Language("en", 1.0, reason), published)
    return [Mark(t.span.start, t.span.end, t.kind.value.upper(), t.timex or "") for t in times]


_NAIVE = re.compile(r"\b(?:(?:1[5-9]|20)[0-9]{2}(?:-[0-9]{2}-[0-9]{2})?)\b")


def naive(text: str, dct: str) -> list[Mark]:
    """Four-digit years and ISO dates, valued as they stand."""
    return [Mark(m.start(), m.end(), "DATE", m.group()) for m in _NAIVE.finditer(text)]


def dateparser_system() -> System | None:
    """dateparser.search, None when it is not installed."""
    try:
        from dateparser.search import search_dates  # noqa: PLC0415 - an optional library
    except ImportError:
        return None

    def system(text: str, dct: str) -> list[Mark]:
        base = date.fromisoformat(dct)
        settings = {"RELATIVE_BASE": _midnight(base), "PREFER_DATES_FROM": "past"}
        found = search_dates(text[:20_000], languages=["en"], settings=settings) or []
        marks, at = [], 0
        for words, moment in found:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                marks.append(Mark(start, at, "DATE", moment.date().isoformat()))
        return marks

    return system


def _midnight(day: date) -> object:
    from datetime import datetime  # noqa: PLC0415

    return datetime(day.year, day.month, day.day)
