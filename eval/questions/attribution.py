"""Who said what: triples on PolNeAR and German Wikinews, chains on written passages, confidence."""

from pathlib import Path

from eval.attribution_reliability import judge, reliability_table
from eval.attribution_score import row_of, score_records
from eval.attribution_systems import onrecord_unsure, systems
from eval.attribution_tables import passage_tables
from eval.attribution_written import ASIDE, DEVELOPMENT, DEVELOPMENT_2, FILES, load_passages, load_written
from eval.baselines.quotations import has_library
from eval.gold import Record, load
from eval.report import Skipped, Table
from onrecord.stages.article.attribute.english.trained import LEAST

PEOPLE = (
    "Two trained people against each other (exact, 20 other articles of the set): source .729, cue .680, "
    "content .640, triple .541. Published, exact: CofeNet (BERT) .832 / .753 / .729, BERT-CRF .822 / .749 / "
    ".710, CRF .506 / .534 / .286."
)


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """Tables of the gold sets that are there, and of the written passages, which always are."""
    results: list[Table | Skipped] = []
    for name, build in (("polnear", _polnear), ("german_wikinews", _german)):
        records = load(gold / "attribution" / name / f"{split}.jsonl")
        if records is None:
            results.append(Skipped("attribution", name, f"{name}/{split} is not in {gold.name}"))
        else:
            results += build(records, split)
    for code in FILES:
        results += passage_tables("written", code, load_written(code), systems(code), code)
    for name, path in (("dev", DEVELOPMENT), ("dev2", DEVELOPMENT_2), ("aside", ASIDE)):
        results += passage_tables(f"written-{name}", "en", load_passages(path), systems("en"), "en")
    return results


def _polnear(records: list[Record], split: str) -> list[Table]:
    rows = tuple(
        row_of(name, score_records(records, system, "en", flat=True)) for name, system in systems("en")
    )
    note = (
        "exact F1 of token spans; triples one to one, best overlap first. PolNeAR marks no nesting: "
        "only attributions that stand in no other are scored. naive: quotation marks and the nearest name; "
        "previous stage: rules over the parse. "
        + PEOPLE
        + ("" if has_library() else " textacy is not installed: no row of a library.")
    )
    judged, total = judge(records, onrecord_unsure, "en")
    return [
        Table("attribution", "polnear", split, rows, note),
        reliability_table(judged, total, "polnear-confidence", split, LEAST),
    ]


def _german(records: list[Record], split: str) -> list[Table]:
    rows = tuple(
        row_of(name, score_records(records, system, "de"), german=True) for name, system in systems("de")
    )
    note = (
        "nested attributions count. type: share of overlapping triples whose kind agrees (free indirect "
        "speech left out; mixed counts as indirect). nesting F1: matched pairs whose parents match; nested "
        "found: share of gold's nested ones found with overlapping parts and the right parent."
    )
    return [Table("attribution", "german_wikinews", split, rows, note)]
