"""Training pairs of known direction as the differences of signs that the reuse stage sees.

The left article is always the earlier one here: the model has no constant and every feature changes
its sign with the sides, so nothing can be learned from the place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from eval.made import findings_of
from eval.reuse_events import Told, read_events
from eval.reuse_findings import report_findings
from eval.reuse_written import Report, WrittenPair, read_written
from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings
from onrecord.stages.corpus.reuse.across import across_of
from onrecord.stages.corpus.reuse.compare import compare
from onrecord.stages.corpus.reuse.direction import manner_of
from onrecord.stages.corpus.reuse.profile import profile_of
from onrecord.stages.corpus.reuse.readings import meet
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.stages.corpus.reuse.signs import find_signs

DATA = Path(__file__).parents[2] / "data" / "reuse"
FOLDERS = ("train_a", "train_b", "train_c")
HOWS = ("no dates", "claimed", "turned", "no outlets")
"""What is known of a pair: neither date, the dates that its pages claim, these turned round, no outlet."""


@dataclass(frozen=True)
class Example:
    """A pair of known direction: the differences of its signs by what is known of it (see HOWS)."""

    id: str
    base: str
    kind: str
    manner: str
    surplus: Mapping[str, Mapping[str, float]]


def read_examples() -> list[Example]:
    """All training pairs of known direction, in a fixed order."""
    pairs = [pair for folder in FOLDERS for pair in read_written(DATA / folder) if pair.is_reuse]
    return [*(_written(pair) for pair in pairs), *_events()]


def _written(pair: WrittenPair) -> Example:
    dates = _dates(pair.earlier.date, pair.later.date)
    found = {
        how: (_analysed(pair.earlier, one), _analysed(pair.later, other))
        for how, (one, other) in dates.items()
    }
    return _example(pair.id, pair.base, str(pair.kind), found)


def _dates(earlier: str | None, later: str | None) -> dict[str, tuple[str | None, str | None]]:
    """The dates that the two pages claim; turned round they lie: the source claims the later of the two."""
    turned = (earlier, later)
    if earlier is not None and later is not None:
        turned = (max(earlier, later), min(earlier, later))  # ISO dates sort as text
    return {"no dates": (None, None), "claimed": (earlier, later), "turned": turned}


def _events() -> Iterable[Example]:
    """The older events, as bare text; twins have no direction."""
    for event in read_events(DATA / "events"):
        first, second = event["original"], event["rewrite"]
        dates = _dates(first.day, second.day)
        found = {how: (_bare(first, one), _bare(second, other)) for how, (one, other) in dates.items()}
        yield _example(second.name, first.event, "rewrite", found)


def _example(
    name: str, base: str, kind: str, found: dict[str, tuple[ArticleFindings, ArticleFindings]]
) -> Example:
    one, other = found["no dates"]
    found = {**found, "no outlets": (_without_outlet(one), _without_outlet(other))}
    read = {how: _signs(_sided(left), _sided(right)) for how, (left, right) in found.items()}
    return Example(name, base, kind, read["no dates"][0], {how: signs for how, (_, signs) in read.items()})


def _bare(told: Told, day: str | None) -> ArticleFindings:
    return findings_of(told.name, told.title, told.body, day, outlet=told.outlet)


def _analysed(report: Report, date: str | None) -> ArticleFindings:
    return report_findings([report], {report.id: date})[report.id]


def _without_outlet(found: ArticleFindings) -> ArticleFindings:
    return replace(found, article=replace(found.article, outlet=None))


def _sided(found: ArticleFindings) -> Sided:
    return Sided(found, profile_of(found))


def _signs(left: Sided, right: Sided) -> tuple[str, dict[str, float]]:
    """The manner in which two articles share text, and the differences of their signs."""
    links = compare(left.profile, right.profile, ReuseConfig()).chain
    if left.profile.draft.language != right.profile.draft.language:
        links = across_of(left, right).links
    meeting = meet(left, right, links)
    return str(manner_of(meeting)), {one.name: one.surplus for one in find_signs(meeting) if one.surplus}
