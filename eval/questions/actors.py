"""Mentions, coreference within an article (GUM) and actors across articles (MEANTIME).

Within an article: CoNLL F1, clusters of two or more. A predicted mention is the smallest gold mention
that contains its head (one to one, in text order); one that fits none stays and counts against precision.
Across articles: B-cubed over gold's named mentions of persons and organisations.
"""

import hashlib
import re
import time
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from eval.coref_metrics import Conll, b_cubed, without_singletons
from eval.gold import Record, load
from eval.report import Row, Skipped, Table
from onrecord.config import ActorConfig
from onrecord.data import Article, ArticleFindings, Language, Mention, PublicationDate, Reason, Span
from onrecord.engine import LocalEngine
from onrecord.models.english import parse
from onrecord.stages.article.mentions import find_mentions
from onrecord.stages.corpus.actors import resolve_actors

ACTOR_TYPES = frozenset({"person", "organization", "place"})
ENGLISH = Language("en", 1.0, Reason("gold set of English texts"))
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")

# A predicted mention: start and end of its head, cluster label.
Predicted = tuple[int, int, str]
System = Callable[[Article], list[Predicted]]


def as_article(identity: str, text: str) -> Article:
    """A gold text as an article: its first line is the title."""
    end = text.find("\n")
    title = text[:end] if end > 0 else None
    span = Span(0, end, text[:end]) if end > 0 else None
    return Article(identity, identity, 0, (Span(0, len(text), text),), text, title, span)


def mentions_of(article: Article) -> tuple[Mention, ...]:
    """What the product finds."""
    return find_mentions(article, ENGLISH, parse(article.text))


def _onrecord(article: Article) -> list[Predicted]:
    return [(m.head.start, m.head.end, str(m.chain)) for m in mentions_of(article)]


def _naive(article: Article) -> list[Predicted]:
    """Capitalised runs; one cluster for one last word."""
    found = _CAPITALISED.finditer(article.text)
    return [(m.start(), m.end(), m.group().split()[-1].casefold()) for m in found]


def _ner_exact(article: Article) -> list[Predicted]:
    """The recogniser's names, clustered by exact words."""
    kinds = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP")
    return [
        (e.start_char, e.end_char, e.text.removeprefix("the "))
        for e in parse(article.text).ents
        if e.label_ in kinds
    ]


SYSTEMS: tuple[tuple[str, System], ...] = (
    ("onrecord", _onrecord),
    ("same-last-word", _naive),
    ("spacy-ner-exact", _ner_exact),
)


def align(predicted: Sequence[Predicted], gold: Sequence[Record]) -> list[tuple[Hashable, str]]:
    """Give each predicted mention the smallest free gold span around its head; else a span of its own."""
    ordered = sorted(gold, key=lambda m: (m["end"] - m["start"], m["start"]))
    taken: set[tuple[int, int]] = set()
    found: list[tuple[Hashable, str]] = []
    for start, end, label in predicted:
        key: Hashable = ("spurious", start, end)
        for mention in ordered:
            place = (mention["start"], mention["end"])
            if place not in taken and place[0] <= start and end <= place[1]:
                taken.add(place)
                key = place
                break
        found.append((key, label))
    return found


def clusters_of(labelled: Sequence[tuple[Hashable, str]]) -> list[frozenset[Hashable]]:
    """Mentions by label."""
    groups: dict[str, set[Hashable]] = {}
    for key, label in labelled:
        groups.setdefault(label, set()).add(key)
    return [frozenset(groups[label]) for label in sorted(groups)]


def _gold_clusters(mentions: Sequence[Record]) -> list[frozenset[Hashable]]:
    return clusters_of([((m["start"], m["end"]), m["eid"]) for m in mentions])


def _actor_chains(record: Record) -> list[Record]:
    """Mentions of chains that are persons, organisations or places."""
    chains = {m["eid"] for m in record["mentions"] if m["etype"] in ACTOR_TYPES}
    return [m for m in record["mentions"] if m["eid"] in chains]


def _named_chains(record: Record) -> list[Record]:
    """Of those, chains with a name: linked to an encyclopedia by gold, or capitalised throughout."""
    mentions = _actor_chains(record)
    named = {m["eid"] for m in mentions if m.get("wiki") or _is_name(m["text"])}
    return [m for m in mentions if m["eid"] in named]


def _is_name(text: str) -> bool:
    words = [word for word in text.split() if word.casefold() not in ("the", "of", "and")]
    return (
        bool(words)
        and all(word[:1].isupper() for word in words)
        and text not in ("I", "We", "You", "He", "She", "It", "They")
    )


def score_chains(records: Sequence[Record], system: System) -> tuple[dict[str, float], dict[str, int], float]:
    """CoNLL over three selections of gold: named actors, all actors, all mentions."""
    selections: tuple[tuple[str, Callable[[Record], list[Record]]], ...] = (
        ("named_", _named_chains),
        ("actors_", _actor_chains),
        ("all_", lambda record: list(record["mentions"])),
    )
    totals = {prefix: Conll.empty() for prefix, _ in selections}
    seconds, matched, predicted_count = 0.0, 0, 0
    for record in records:
        article = as_article(record["id"], record["text"])
        parse(article.text[:100])
        began = time.perf_counter()
        predicted = system(article)
        seconds += time.perf_counter() - began
        for prefix, select in selections:
            chosen = select(record)
            labelled = align(predicted, chosen)
            totals[prefix].add(
                without_singletons(_gold_clusters(chosen)), without_singletons(clusters_of(labelled))
            )
            if prefix == "all_":
                matched += sum(1 for key, _ in labelled if isinstance(key, tuple) and key[0] != "spurious")
                predicted_count += len(labelled)
    metrics: dict[str, float] = {}
    for prefix, total in totals.items():
        metrics |= total.metrics(prefix) if prefix != "all_" else {"all_conll": total.metrics()["conll"]}
    return metrics, {"mentions": predicted_count, "matched": matched}, seconds


def _half(record: Record) -> int:
    """0 for the half that rules were tuned on, 1 for the half that was held out."""
    return hashlib.sha256(record["id"].encode()).digest()[0] % 2


_NOTE = (
    "clusters of two or more, heads aligned to the smallest gold span; named: gold chains of persons, "
    "organisations and places that have a name; actors: all such chains; "
    "all: every gold chain (events, abstracts too)"
)


def chain_table(records: Sequence[Record], dataset: str, split: str) -> Table:
    """One table of all systems."""
    rows = []
    for name, system in SYSTEMS:
        metrics, counts, seconds = score_chains(records, system)
        rows.append(Row(name, metrics, counts, seconds, len(records)))
    return Table("actors", dataset, split, tuple(rows), _NOTE)


def _findings(article: Article) -> ArticleFindings:
    unknown = Reason("not part of this measurement")
    return ArticleFindings(
        article,
        ENGLISH,
        (),
        PublicationDate(None, None, None, unknown),
        (),
        (),
        mentions_of(article),
        (),
        (),
        (),
    )


def _across_onrecord(articles: Sequence[Article]) -> dict[str, list[Predicted]]:
    findings = [_findings(article) for article in articles]
    _, links = resolve_actors(findings, LocalEngine(), ActorConfig())
    heads = {(f.article.id, m.span, m.head): m for f in findings for m in f.mentions}
    actor_of = {(link.article_id, link.span): link.actor_id for link in links}
    found: dict[str, list[Predicted]] = {article.id: [] for article in articles}
    for (identity, span, head), _ in heads.items():
        actor = actor_of.get((identity, span))
        if actor is not None:
            found[identity].append((head.start, head.end, actor))
    return found


def _across(system: System) -> Callable[[Sequence[Article]], dict[str, list[Predicted]]]:
    return lambda articles: {article.id: system(article) for article in articles}


def across_table(records: Sequence[Record]) -> Table:
    """B-cubed of actors over all articles."""
    gold: dict[str, list[Record]] = {}
    for record in records:
        gold[record["id"]] = [
            {"start": m["spans"][0][0], "end": m["spans"][-1][1], "eid": m["instance"]}
            for m in record["mentions"]
            if m["kind"] == "entity"
            and m.get("type") in ("PER", "ORG")
            and m.get("syntactic") in ("NAM", "PRE.NAM")
            and m["instance"]
        ]
    articles = [as_article(record["id"], record["text"]) for record in records]
    key = clusters_of([((d, m["start"], m["end"]), m["eid"]) for d, ms in gold.items() for m in ms])
    rows = []
    systems = (
        ("onrecord", _across_onrecord),
        ("same-last-word", _across(_naive)),
        ("spacy-ner-exact", _across(_ner_exact)),
    )
    for name, system in systems:
        began = time.perf_counter()
        predicted = system(articles)
        seconds = time.perf_counter() - began
        labelled = _gold_only(gold, predicted)
        ratio = b_cubed(key, clusters_of(labelled))
        precision = ratio.p_num / ratio.p_den if ratio.p_den else 0.0
        recall = ratio.r_num / ratio.r_den if ratio.r_den else 0.0
        metrics = {"b3": ratio.f1, "b3_precision": precision, "b3_recall": recall}
        found = sum(1 for _, label in labelled if not label.startswith("missed"))
        rows.append(Row(name, metrics, {"gold": len(labelled), "found": found}, seconds, len(records)))
    note = "gold's named mentions of persons and organisations; one that is not found is a cluster of its own"
    return Table("actors", "meantime_dev", "apple", tuple(rows), note)


def _gold_only(
    gold: dict[str, list[Record]], predicted: dict[str, list[Predicted]]
) -> list[tuple[Hashable, str]]:
    """Labels of gold's mentions only (MEANTIME annotates no others after the fourth sentence)."""
    labelled: list[tuple[Hashable, str]] = []
    for identity, mentions in sorted(gold.items()):
        found = dict(align(predicted[identity], mentions))
        for mention in mentions:
            place = (mention["start"], mention["end"])
            label = found.get(place, f"missed {identity} {place}")
            labelled.append(((identity, *place), label))
    return labelled


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """GUM's split; on train the tuning half and the held-out half apart; MEANTIME with dev."""
    results: list[Table | Skipped] = []
    records = load(gold / "actors" / "gum_news" / f"{split}.jsonl")
    if records is None:
        results.append(Skipped("actors", "gum_news", f"gum_news/{split}: not there"))
    elif split == "train":
        results.append(chain_table([r for r in records if _half(r) == 1], "gum_news_heldout", split))
        results.append(chain_table([r for r in records if _half(r) == 0], "gum_news_tuned", split))
    else:
        results.append(chain_table(records, "gum_news", split))
    name = "apple" if split == "dev" else split
    across = load(gold / "actors" / "meantime_dev" / f"{name}.jsonl")
    results.append(
        across_table(across)
        if across is not None
        else Skipped("actors", "meantime_dev", f"meantime_dev/{name}: not there")
    )
    return results
