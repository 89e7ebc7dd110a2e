"""Scores over written passages: chains of hops, false alarms, triples, nesting, kinds and what stands around.

Definitions of hops: eval/data/attribution/README.md; comparison of chains: eval/attribution_hops.py.
"""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from eval.attribution_hops import chains_of, matched_chains, tidy, what_is_wrong
from eval.attribution_score import right_parents, triple_of
from eval.attribution_systems import PHRASES, Found, System, language_of, links, made_article
from eval.attribution_written import WrittenAttribution, WrittenPassage
from eval.metrics import Ranges, Tally, Tokens, equal, match_triples, overlapping
from eval.report import Row
from onrecord.data import Article, Factuality, Span

FACETS = ("kind", "status", "cue_class", "factuality")


@dataclass
class PassageScore:
    """Tallies of one system over passages. A tally of passages counts each passage as one of gold."""

    hops: Tally = field(default_factory=Tally)
    same_words: Tally = field(default_factory=Tally)
    relayed: Tally = field(default_factory=Tally)
    quiet: Tally = field(default_factory=Tally)
    exact: Tally = field(default_factory=Tally)
    overlapping: Tally = field(default_factory=Tally)
    nested: Tally = field(default_factory=Tally)
    unsaid: Tally = field(default_factory=Tally)
    facets: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FACETS})
    wrong: Counter[str] = field(default_factory=Counter)
    phrases: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in PHRASES})
    seconds: float = 0.0
    passages: int = 0


def article_of(passage: WrittenPassage) -> Article:
    """A passage as an article. Of the group `headline` the first line is the title, as extraction tells."""
    title = passage.text.partition("\n")[0] if passage.group == "headline" else ""
    return made_article(passage.id, passage.text, title)


def score_passages(passages: Sequence[WrittenPassage], system: System, code: str) -> PassageScore:
    """Run a system over passages of one language."""
    score = PassageScore()
    language = language_of(code)
    for passage in passages:
        article = article_of(passage)
        started = time.perf_counter()
        found = system(article, language)
        score.seconds += time.perf_counter() - started
        count_passage(score, passage, found)
    return score


def count_passage(score: PassageScore, passage: WrittenPassage, found: list[Found]) -> None:
    """Add one passage to the tallies."""
    score.passages += 1
    _count_chains(score, passage, found)
    if not passage.attributions:
        score.quiet.add(int(not found), 1, 1)
    pairs = matched(passage, found)
    gold = len(passage.attributions)
    score.overlapping.add(len(pairs), gold, len(found))
    score.exact.add(len(matched(passage, found, exact=True)), gold, len(found))
    parents = {
        number: item.inside for number, item in enumerate(passage.attributions) if item.inside is not None
    }
    right = right_parents(parents, dict(pairs), found)
    score.nested.add(right, len(parents), sum(item.parent is not None for item in found))
    for one, other in pairs:
        _count_pair(score, passage.attributions[one], found[other])


def matched(passage: WrittenPassage, found: list[Found], exact: bool = False) -> list[tuple[int, int]]:
    """Pairs (gold, found) whose parts overlap, or are equal."""
    tokens = Tokens(passage.text)
    gold = [
        triple_of(tokens, ranges(item.source), ranges(item.cue), ranges(item.content))
        for item in passage.attributions
    ]
    predicted = [triple_of(tokens, item.source, item.cue, item.content) for item in found]
    return match_triples(gold, predicted, equal if exact else overlapping)


def chains_right(passage: WrittenPassage, found: list[Found], exact: bool = False) -> bool:
    """Whether the chains of a system are those of the passage, all of them and no other."""
    gold = tidy(passage.hops)
    given = chains_of(links(passage.text, found))
    return len(gold) == len(given) == matched_chains(gold, given, exact)


def ranges(spans: Sequence[Span]) -> Ranges:
    """Spans as plain offsets."""
    return [(span.start, span.end) for span in spans]


def _count_chains(score: PassageScore, passage: WrittenPassage, found: list[Found]) -> None:
    if not passage.hops:
        return
    right = int(chains_right(passage, found))
    if not right:
        score.wrong[what_is_wrong(passage.hops, chains_of(links(passage.text, found)))] += 1
    score.hops.add(right, 1, 1)
    score.same_words.add(int(chains_right(passage, found, exact=True)), 1, 1)
    if any(len(chain) > 1 for chain in passage.hops):
        score.relayed.add(right, 1, 1)


def _count_pair(score: PassageScore, gold: WrittenAttribution, given: Found) -> None:
    for name in FACETS:
        told: str = getattr(given, name)
        if told:
            score.facets[name].add(int(told == getattr(gold, name).value), 1, 1)
    wanted_unsaid = gold.factuality is not Factuality.FACT
    given_unsaid = given.factuality not in ("", Factuality.FACT.value)
    agreed = wanted_unsaid and given.factuality == gold.factuality.value
    score.unsaid.add(int(agreed), int(wanted_unsaid), int(given_unsaid))
    for name in PHRASES:
        span: Span | None = getattr(gold, name)
        phrase = given.phrases.get(name)
        both = span is not None and phrase is not None
        meet = both and max(span.start, phrase[0]) < min(span.end, phrase[1])  # type: ignore[index,union-attr]
        score.phrases[name].add(int(meet), int(span is not None), int(phrase is not None))


def chain_row(name: str, score: PassageScore) -> Row:
    """Chains, false alarms and triples."""
    metrics = {
        "hops": score.hops.recall,
        "hops, 2+": score.relayed.recall,
        "same words": score.same_words.recall,
        "no false alarm": score.quiet.recall,
        "nested found": score.nested.recall,
        "triple exact": score.exact.f1,
        "triple overlapping": score.overlapping.f1,
        "precision": score.overlapping.precision,
        "recall": score.overlapping.recall,
    }
    gold = {"hops": score.hops, "hops, 2+": score.relayed, "no false alarm": score.quiet}
    absent = {metric for metric, tally in gold.items() if not tally.gold}
    absent |= {"same words"} if not score.hops.gold else set()
    absent |= {"nested found"} if not score.nested.gold else set()
    absent |= {"triple exact", "triple overlapping", "recall"} if not score.overlapping.gold else set()
    counts = {"passages": score.passages, "chains in": score.hops.gold, "gold": score.overlapping.gold}
    counts["found"] = score.overlapping.predicted
    kept = {metric: value for metric, value in metrics.items() if metric not in absent}
    return Row(name, kept, counts, score.seconds, score.passages)


def detail_row(name: str, score: PassageScore) -> Row:
    """What is told of matched attributions: accuracy of labels, F1 of phrases."""
    metrics = {name.replace("_", " "): tally.precision for name, tally in score.facets.items() if tally.gold}
    if score.unsaid.gold + score.unsaid.predicted:
        metrics["unsaid F1"] = score.unsaid.f1
    metrics |= {f"{name} F1": tally.f1 for name, tally in score.phrases.items() if tally.gold}
    counts = {"matched": score.overlapping.matched}
    counts |= {f"gold {name}": tally.gold for name, tally in score.phrases.items() if tally.gold}
    return Row(name, metrics, counts)
