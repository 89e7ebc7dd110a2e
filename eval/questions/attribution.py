"""Who said what: source, cue, content and the linked triple on PolNeAR and German Wikinews."""

import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from eval.baselines.quotations import has_library, library_quotations, naive_quotations
from eval.gold import Record, load
from eval.metrics import Ranges, Tally, Tokens, Triple, equal, exact_spans, match_triples, overlapping
from eval.report import Row, Skipped, Table
from onrecord.data import Article, Attribution, Language, Reason, Span, span_of
from onrecord.models.english import load_english, parse
from onrecord.stages.article.attribute import attribute

PARTS = ("source", "cue", "content")
TYPES = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "indirect",
    "FreeIndirect": "free indirect",
    "IndirectFreeIndirect": "free indirect",
}


@dataclass(frozen=True)
class Found:
    """One predicted attribution in plain offsets. `parent` is the number of the one it sits in."""

    source: Ranges
    cue: Ranges
    content: Ranges
    kind: str = ""
    parent: int | None = None


System = Callable[[Record], list[Found]]


@dataclass
class Score:
    """Tallies of one system over a set."""

    parts: dict[str, Tally] = field(default_factory=lambda: {part: Tally() for part in PARTS})
    exact: Tally = field(default_factory=Tally)
    overlapping: Tally = field(default_factory=Tally)
    typed: Tally = field(default_factory=Tally)
    nested: Tally = field(default_factory=Tally)
    seconds: float = 0.0
    articles: int = 0


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """One table per set that is there."""
    results: list[Table | Skipped] = []
    for name, build in (("polnear", _polnear), ("german_wikinews", _german)):
        records = load(gold / "attribution" / name / f"{split}.jsonl")
        if records is None:
            results.append(Skipped("attribution", f"{name}/{split} is not in {gold.name}"))
        else:
            results.append(build(records, split))
    return results


def article_of(record: Record) -> Article:
    """A record's text as an article whose title, where the text begins with it, is marked."""
    text: str = record["text"]
    title: str = record.get("title") or ""
    span = span_of(text, 0, len(title)) if title and text.startswith(title) else None
    whole = span_of(text, 0, len(text))
    return Article(f"ar-{record['id']}", "pg-gold", 0, (whole,), text, title or None, span)


def _onrecord(language: str) -> System:
    said = Language(language, 1.0, Reason("the set's language"))

    def system(record: Record) -> list[Found]:
        article = article_of(record)
        doc = parse(article.text, _starts(article)) if language == "en" else None
        found = attribute(article, said, doc, (), ())
        numbers = {item.id: number for number, item in enumerate(found)}
        return [_found(item, numbers) for item in found]

    return system


def _starts(article: Article) -> list[int]:
    """Where the title ends and paragraphs start, as the pipeline tells the parser: after empty lines."""
    starts = [match.end() for match in re.finditer(r"\n[ \t]*\n\s*", article.text)]
    return starts if article.title_span is None else [article.title_span.end, *starts]


def _found(item: Attribution, numbers: dict[str, int]) -> Found:
    parent = numbers.get(item.parent) if item.parent else None
    return Found(_ranges(item.source), _ranges(item.cue), _ranges(item.content), item.kind.value, parent)


def _ranges(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _polnear(records: list[Record], split: str) -> Table:
    load_english()
    systems: list[tuple[str, System]] = [
        ("onrecord", _outermost(_onrecord("en"))),
        ("naive: quotation marks + nearest name", _plain(naive_quotations)),
    ]
    if has_library():
        systems.append(("textacy 0.13.0", _plain(library_quotations)))
    rows = tuple(_row(name, _score(records, system)) for name, system in systems)
    note = (
        "exact F1 of token spans; triples one to one, best overlap first. PolNeAR marks no nesting: "
        "only attributions that stand in no other are scored. Times include the parse."
        + ("" if has_library() else " textacy is not installed: no row of a library.")
    )
    return Table("attribution", "polnear", split, rows, note)


def _plain(function: Callable[[str], list[tuple[Ranges, Ranges, Ranges]]]) -> System:
    return lambda record: [Found(*parts, "direct") for parts in function(record["text"])]


def _outermost(system: System) -> System:
    return lambda record: outermost(system(record))


def outermost(found: list[Found]) -> list[Found]:
    """What stands in no other attribution."""
    return [item for item in found if item.parent is None]


def _german(records: list[Record], split: str) -> Table:
    systems: list[tuple[str, System]] = [
        ("onrecord", _onrecord("de")),
        ("naive: quotation marks + nearest name", _plain(naive_quotations)),
    ]
    rows = tuple(_row(name, _score(records, system), german=True) for name, system in systems)
    note = (
        "nested attributions count. type: share of overlapping triples whose kind agrees (free indirect "
        "speech left out; mixed counts as indirect). nesting F1: matched pairs whose parents match."
    )
    return Table("attribution", "german_wikinews", split, rows, note)


def _score(records: list[Record], system: System) -> Score:
    score = Score(articles=len(records))
    for record in records:
        started = time.perf_counter()
        found = system(record)
        score.seconds += time.perf_counter() - started
        _count(score, record, found)
    return score


def _count(score: Score, record: Record, found: list[Found]) -> None:
    tokens = Tokens(record["text"])
    marked = record["attributions"]
    gold = [_triple(tokens, item["source"], item["cue"], item["content"]) for item in marked]
    predicted = [_triple(tokens, item.source, item.cue, item.content) for item in found]
    for number, part in enumerate(PARTS):
        score.parts[part].add(
            *exact_spans((item.parts[number] for item in gold), (item.parts[number] for item in predicted))
        )
    score.exact.add(len(match_triples(gold, predicted, equal)), len(gold), len(predicted))
    pairs = match_triples(gold, predicted, overlapping)
    score.overlapping.add(len(pairs), len(gold), len(predicted))
    for one, other in pairs:
        wanted = TYPES.get(marked[one].get("type", ""), "")
        if wanted and wanted != "free indirect":
            given = found[other].kind
            score.typed.add(int(("indirect" if given == "mixed" else given) == wanted), 1, 1)
    parents = _gold_parents(marked, gold)
    pairing = dict(pairs)
    nested = [item for item in found if item.parent is not None]
    right = sum(
        1
        for one, above in parents.items()
        if one in pairing and above in pairing and found[pairing[one]].parent == pairing[above]
    )
    score.nested.add(right, len(parents), len(nested))


def _gold_parents(marked: list[Record], gold: list[Triple]) -> dict[int, int]:
    """The smallest attribution of gold whose content holds a nested one's content."""
    parents = {}
    for number, item in enumerate(marked):
        if not item.get("is_nested"):
            continue
        own = gold[number].content
        above = [
            (len(other.content), place)
            for place, other in enumerate(gold)
            if place != number and own <= other.content and len(own) < len(other.content)
        ]
        if above:
            parents[number] = min(above)[1]
    return parents


def _triple(tokens: Tokens, *parts: Iterable[Iterable[int]]) -> Triple:
    source, cue, content = (tokens.cover([(start, end) for start, end in part]) for part in parts)
    return Triple(source, cue, content)


def _row(name: str, score: Score, german: bool = False) -> Row:
    metrics = {part: score.parts[part].f1 for part in PARTS}
    metrics |= {
        "triple exact": score.exact.f1,
        "triple overlapping": score.overlapping.f1,
        "precision": score.overlapping.precision,
        "recall": score.overlapping.recall,
    }
    if german:
        metrics |= {"type accuracy": score.typed.precision, "nesting": score.nested.f1}
    counts = {"gold": score.overlapping.gold, "found": score.overlapping.predicted}
    return Row(name, metrics, counts, score.seconds, score.articles)
