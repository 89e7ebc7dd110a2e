"""Training pairs of known direction as the differences of signs that the reuse stage sees.

The left article is always the earlier one here: the model has no constant and every feature changes
its sign with the sides, so nothing can be learned from the place.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from eval.made import findings_of
from eval.reuse_events import Told, read_events
from eval.reuse_findings import report_findings
from eval.reuse_written import Report, WrittenPair, read_written
from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings
from onrecord.stages.corpus.reuse.compare import compare
from onrecord.stages.corpus.reuse.direction import manner_of
from onrecord.stages.corpus.reuse.profile import profile_of
from onrecord.stages.corpus.reuse.readings import meet
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.stages.corpus.reuse.signs import find_signs

DATA = Path(__file__).parents[2] / "data" / "reuse"
FOLDERS = ("train_a", "train_b", "train_c")
DATED = "dated"


@dataclass(frozen=True)
class Example:
    """A pair of known direction: `surplus` by sign as it stands without dates, `dated` with its dates
    (1 where they tell the truth, -1 where they lie, 0 without)."""

    id: str
    base: str
    kind: str
    manner: str
    surplus: dict[str, float]
    dated: float
    bare: dict[str, float]


def read_examples() -> list[Example]:
    """All training pairs of known direction, in a fixed order."""
    pairs = [pair for folder in FOLDERS for pair in read_written(DATA / folder) if pair.is_reuse]
    return [*(_written(pair) for pair in pairs), *_events()]


def _written(pair: WrittenPair) -> Example:
    sides = tuple(_sided(_analysed(report)) for report in (pair.earlier, pair.later))
    nameless = tuple(_sided(_without_outlet(side.findings)) for side in sides)
    manner, surplus = _signs(*sides)
    return Example(
        pair.id,
        pair.base,
        str(pair.kind),
        manner,
        surplus,
        _dated(pair.earlier.date, pair.later.date),
        _signs(*nameless)[1],
    )


def _dated(earlier: str | None, later: str | None) -> float:
    """What the dates say: 1 for the truth, -1 for a lie, 0 for nothing. ISO dates sort as text."""
    if earlier is None or later is None or earlier == later:
        return 0.0
    return 1.0 if earlier < later else -1.0


def _events() -> Iterable[Example]:
    """The older events, as bare text; twins have no direction."""
    for event in read_events(DATA / "events"):
        first, second = event["original"], event["rewrite"]
        sides = tuple(_sided(_bare(told)) for told in (first, second))
        nameless = tuple(_sided(_without_outlet(side.findings)) for side in sides)
        manner, surplus = _signs(*sides)
        yield Example(
            second.name,
            first.event,
            "rewrite",
            manner,
            surplus,
            _dated(first.day, second.day),
            _signs(*nameless)[1],
        )


def _bare(told: Told) -> ArticleFindings:
    return findings_of(told.name, told.title, told.body, None, outlet=told.outlet)


def _analysed(report: Report) -> ArticleFindings:
    return report_findings([report], {report.id: None})[report.id]


def _without_outlet(found: ArticleFindings) -> ArticleFindings:
    return replace(found, article=replace(found.article, outlet=None))


def _sided(found: ArticleFindings) -> Sided:
    return Sided(found, profile_of(found))


def _signs(left: Sided, right: Sided) -> tuple[str, dict[str, float]]:
    meeting = meet(left, right, compare(left.profile, right.profile, ReuseConfig()))
    return str(manner_of(meeting)), {one.name: one.surplus for one in find_signs(meeting) if one.surplus}
