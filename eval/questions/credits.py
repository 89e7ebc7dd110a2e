"""Credits: which agency does an article itself name as where it comes from? Hand-checked labels on PolNeAR,
and made reports in the forms that PolNeAR lacks.

The unit is the pair (article, agency) credited in the text; spans are scored beside it. The labels
hold no text: the articles are read from the gold folder (the made reports need none). Half of the
articles are "tune", half "held". ONRECORD_VERBOSE=1 lists misses by id and offsets, of "tune" only.
"""

import os
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.credit_forms import Made, made_reports
from eval.credit_labels import PHOTO, Label, Labelled, fold_name, is_agency, load_labels
from eval.gold import Record, load
from eval.metrics import Tally
from eval.report import Row, Skipped, Table
from onrecord.config import ExtractConfig, ReaderConfig
from onrecord.data import Article, Language, PageInput, Reason, page_spans, span_of
from onrecord.models.language import identify_language
from onrecord.pipeline.article import credits_somebody, line_models
from onrecord.readers import read_page
from onrecord.stages.article.credits import find_credits
from onrecord.stages.article.extract import extract

SET = "polnear"
DATELINE = re.compile(r"\(([A-Z]{2,5}|Reuters)\) ?[-–—]")
NAMED = re.compile(
    r"\b(AP|UPI|AFP|Associated Press|Reuters|Agence France-Presse|United Press International)\b"
)
HEAD = 300


@dataclass(frozen=True)
class Named:
    """A predicted credit. `end` 0: it has no span in the labelled text, only the name is scored."""

    name: str
    start: int = 0
    end: int = 0


System = Callable[[Record], list[Named]]


@dataclass
class Score:
    """Tallies over articles, and what was missed or wrongly named."""

    pairs: Tally = field(default_factory=Tally)
    exact: Tally = field(default_factory=Tally)
    overlap: Tally = field(default_factory=Tally)
    lines: list[str] = field(default_factory=list)
    articles: int = 0


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """Train and dev are always scored together and apart: the labels are few."""
    records: dict[str, Record] = {}
    for part in ("train", "dev"):
        records |= {
            record["id"]: record for record in load(gold / "attribution" / SET / f"{part}.jsonl") or []
        }
    labelled = [article for article in load_labels() if article.id in records]
    if not labelled:
        what = f"attribution/{SET}/train.jsonl and dev.jsonl are not in {gold.name}"
        return [_made_table(), Skipped("credits", SET, what)]
    return [
        _made_table(),
        _table(SET, records, labelled, agencies_only=True),
        _table(f"{SET}_with_outlets", records, labelled, agencies_only=False),
    ]


def _table(name: str, records: dict[str, Record], labelled: Sequence[Labelled], agencies_only: bool) -> Table:
    ours, seconds = _answers(_onrecord, records, labelled)
    rows = [_row("onrecord", _score(ours, labelled, agencies_only), seconds)]
    for half in ("tune", "held"):
        part = [article for article in labelled if article.half == half]
        rows.append(_row(f"  {half}", _score(ours, part, agencies_only)))
    for split in ("train", "dev"):
        part = [article for article in labelled if article.split == split]
        rows.append(_row(f"  {split}", _score(ours, part, agencies_only)))
    for system, answer in (
        ("onrecord, cut out of a flat page", _as_page),
        ("baseline: (NAME) - near the start", _dateline),
        ("baseline: any agency's name", _anywhere),
    ):
        answers, taken = _answers(answer, records, labelled)
        rows.append(_row(system, _score(answers, labelled, agencies_only), taken))
    lines: tuple[str, ...] = ()
    if os.environ.get("ONRECORD_VERBOSE"):
        tune = [article for article in labelled if article.half == "tune"]
        lines = tuple(_score(ours, tune, agencies_only).lines)
    what = "agencies" if agencies_only else "agencies and outlets"
    return Table("credits", name, "all", tuple(rows), f"(article, name) pairs of {what}; spans beside", lines)


def _made_table() -> Table:
    """Agencies and outlets in reports made for the test; each holds one form of credit, or none."""
    made = made_reports()
    ours, seconds = _made_answers(_onrecord, made)
    rows = [_row("onrecord", _score_made(ours, made), seconds)]
    for half in ("tune", "held"):
        rows.append(_row(f"  {half}", _score_made(ours, [one for one in made if one.half == half])))
    for language in ("en", "de", "ru", "uk"):
        rows.append(
            _row(f"  {language}", _score_made(ours, [one for one in made if one.language == language]))
        )
    for system, answer in (
        ("onrecord, cut out of a flat page", _as_page),
        ("baseline: (NAME) - near the start", _dateline),
        ("baseline: any agency's name", _anywhere),
    ):
        answers, taken = _made_answers(answer, made)
        rows.append(_row(system, _score_made(answers, made), taken))
    lines: tuple[str, ...] = ()
    if os.environ.get("ONRECORD_VERBOSE"):
        lines = tuple(_score_made(ours, [one for one in made if one.half == "tune"]).lines)
    return Table(
        "credits", "made-forms", "all", tuple(rows), "(report, name) pairs of agencies and outlets", lines
    )


def _made_answers(system: System, made: Iterable[Made]) -> tuple[dict[str, list[Named]], float]:
    started = time.perf_counter()
    answers = {one.id: system({"text": one.text, "language": one.language}) for one in made}
    return answers, time.perf_counter() - started


def _score_made(answers: dict[str, list[Named]], made: Iterable[Made]) -> Score:
    score = Score()
    for one in made:
        _score_article(score, one.id, one.credits, answers[one.id])
    return score


def _answers(
    system: System, records: dict[str, Record], labelled: Iterable[Labelled]
) -> tuple[dict[str, list[Named]], float]:
    started = time.perf_counter()
    answers = {article.id: system(records[article.id]) for article in labelled}
    return answers, time.perf_counter() - started


def _score(answers: dict[str, list[Named]], labelled: Iterable[Labelled], agencies_only: bool) -> Score:
    score = Score()
    for article in labelled:
        credits = [label for label in article.credits if not agencies_only or label.kind == "agency"]
        named = [item for item in answers[article.id] if not agencies_only or is_agency(item.name)]
        _score_article(score, article.id, credits, named)
    return score


def _score_article(score: Score, article: str, labels: Sequence[Label], named: Sequence[Named]) -> None:
    """A credit of a picture is none of the text's. What is labelled doubtful counts for nothing."""
    gold = [label for label in labels if not label.doubtful and label.role != PHOTO]
    wanted = {fold_name(label.name) for label in gold}
    doubtful = {fold_name(label.name) for label in labels if label.doubtful} - wanted
    given = {fold_name(item.name) for item in named} - doubtful
    score.pairs.add(len(wanted & given), len(wanted), len(given))
    score.articles += 1
    places = {(item.start, item.end) for item in named if item.end and not _is_doubtful(item, labels)}
    score.exact.add(len(places & {(label.start, label.end) for label in gold}), len(gold), len(places))
    met = [
        place for place in places if any(place[0] < label.end and label.start < place[1] for label in gold)
    ]
    held = [label for label in gold if any(start < label.end and label.start < end for start, end in places)]
    score.overlap.add(min(len(met), len(held)), len(gold), len(places))
    for label in gold:
        if fold_name(label.name) not in given:
            score.lines.append(f"MISS {article} {label.start}-{label.end} {label.role} {label.name}")
    for item in sorted(named, key=lambda item: (item.start, item.name)):
        if fold_name(item.name) not in wanted | doubtful:
            score.lines.append(f"MISS {article} {item.start}-{item.end} wrongly named {fold_name(item.name)}")


def _is_doubtful(item: Named, labels: Iterable[Label]) -> bool:
    return any(label.doubtful and item.start < label.end and label.start < item.end for label in labels)


def _row(system: str, score: Score, seconds: float = 0.0) -> Row:
    metrics = {"precision": score.pairs.precision, "recall": score.pairs.recall, "F1": score.pairs.f1}
    if score.exact.predicted:
        metrics |= {"span exact F1": score.exact.f1, "span overlap F1": score.overlap.f1}
    counts = {"pairs": score.pairs.gold, "named": score.pairs.predicted, "right": score.pairs.matched}
    return Row(
        system, metrics, counts | {"articles": score.articles}, seconds, score.articles if seconds else 0
    )


def article_of(text: str) -> Article:
    """A text as the article it would be cut into: one span a line, blank lines left out, title first."""
    spans = []
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(span_of(text, offset, offset + len(line)))
        offset += len(line) + 1
    joined = "\n".join(span.text for span in spans)
    title = spans[0].text if spans else ""
    return Article("ar", "pg", 0, tuple(spans), joined, title, span_of(joined, 0, len(title)))


def named_in(article: Article, language: Language) -> list[Named]:
    """The credits found, with their offsets in the page's text."""
    found = []
    for credit in find_credits(article, language):
        ranges = page_spans(article, credit.span.start, credit.span.end)
        found.append(Named(credit.name, ranges[0][0], ranges[-1][1]) if ranges else Named(credit.name))
    return found


def _language(record: Record) -> Language:
    """PolNeAR is English; a made report says its language."""
    return Language(record.get("language", "en"), 1.0, Reason("as labelled"))


def _onrecord(record: Record) -> list[Named]:
    return named_in(article_of(record["text"]), _language(record))


def _as_page(record: Record) -> list[Named]:
    """The whole way from a flat page: a credit line that is cut off as furniture is lost."""
    found = read_page(record["text"].encode("utf-8"), "page.txt", ReaderConfig())
    if not isinstance(found, PageInput):
        return []
    extraction = extract(
        found.page,
        found.sightings,
        identify_language,
        ExtractConfig(),
        line_models(),
        credit=credits_somebody,
    )
    credits = [
        credit for article in extraction.articles for credit in find_credits(article, _language(record))
    ]
    return [Named(credit.name) for credit in credits]


def _dateline(record: Record) -> list[Named]:
    return [
        Named(found[1], found.start(1), found.end(1)) for found in DATELINE.finditer(record["text"][:HEAD])
    ]


def _anywhere(record: Record) -> list[Named]:
    return [Named(found[0], found.start(), found.end()) for found in NAMED.finditer(record["text"])]
