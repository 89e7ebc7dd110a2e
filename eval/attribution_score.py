"""Scores of parts, linked triples, kinds and nesting over gold records (PolNeAR, German Wikinews)."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from eval.attribution_systems import Found, System, language_of, made_article, outermost
from eval.gold import Record
from eval.metrics import Tally, Tokens, Triple, equal, exact_spans, match_triples, overlapping
from eval.report import Row

PARTS = ("source", "cue", "content")
TYPES = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "indirect",
    "FreeIndirect": "free indirect",
    "IndirectFreeIndirect": "free indirect",
}


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


def score_records(records: list[Record], system: System, code: str, flat: bool = False) -> Score:
    """Run a system over all records. `flat`: only attributions that stand in no other are scored."""
    score = Score(articles=len(records))
    language = language_of(code)
    for record in records:
        article = made_article(record["id"], record["text"], record.get("title") or "")
        started = time.perf_counter()
        found = system(article, language)
        score.seconds += time.perf_counter() - started
        count_record(score, record, outermost(found) if flat else found)
    return score


def count_record(score: Score, record: Record, found: list[Found]) -> None:
    """Add one article's attributions to the tallies."""
    tokens = Tokens(record["text"])
    marked = record["attributions"]
    gold = [triple_of(tokens, item["source"], item["cue"], item["content"]) for item in marked]
    predicted = [triple_of(tokens, item.source, item.cue, item.content) for item in found]
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
    score.nested.add(
        right_parents(parents, dict(pairs), found),
        len(parents),
        sum(item.parent is not None for item in found),
    )


def right_parents(parents: dict[int, int], pairing: dict[int, int], found: list[Found]) -> int:
    """How many nested ones of gold are matched, and sit in what their parent is matched with."""
    return sum(
        1
        for one, above in parents.items()
        if one in pairing and above in pairing and found[pairing[one]].parent == pairing[above]
    )


def triple_of(tokens: Tokens, *parts: Iterable[Iterable[int]]) -> Triple:
    """Source, cue and content, given as character ranges, as sets of tokens."""
    source, cue, content = (tokens.cover([(start, end) for start, end in part]) for part in parts)
    return Triple(source, cue, content)


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


def row_of(name: str, score: Score, german: bool = False) -> Row:
    """A row of the table of a gold set."""
    metrics = {part: score.parts[part].f1 for part in PARTS}
    metrics |= {
        "triple exact": score.exact.f1,
        "triple overlapping": score.overlapping.f1,
        "precision": score.overlapping.precision,
        "recall": score.overlapping.recall,
    }
    if german:
        metrics |= {
            "type accuracy": score.typed.precision,
            "nesting": score.nested.f1,
            "nested found": score.nested.recall,
        }
    counts = {"gold": score.overlapping.gold, "found": score.overlapping.predicted}
    return Row(name, metrics, counts, score.seconds, score.articles)
