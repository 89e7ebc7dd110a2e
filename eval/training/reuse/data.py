"""Pairs of reports with labels to train the reuse model on, and findings for each report.

Written pairs (`eval/data/reuse/train_*`), the older events (`eval/data/reuse/events`), and as further
negatives reports of different events: those most alike in their words, since easy ones teach nothing.
The held-out pairs (`eval/data/reuse/pairs`) are never read here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.made import findings_of
from eval.reuse_events import Told, read_events
from eval.reuse_findings import report_findings
from eval.reuse_written import Kind, Report, read_written
from onrecord.data import ArticleFindings

DATA = Path(__file__).parents[2] / "data" / "reuse"
ROLES = {"rewrite": Kind.REWRITE, "twin": Kind.TWIN, "wire": Kind.TWIN}


@dataclass(frozen=True)
class Labelled:
    """Two reports, what they are to each other (None: of different events), and the fold's base."""

    left: Report
    right: Report
    kind: Kind | None
    base: str


def _told(one: Told) -> Report:
    return Report(one.name, one.event, one.title, one.outlet, one.day, "en", one.body)


def _events() -> list[Labelled]:
    """The older events: original and rewrite, and every telling beside its twins."""
    found = []
    for event in read_events():
        own = {role: _told(one) for role, one in event.items()}
        for role, kind in ROLES.items():
            if role in own:
                found.append(Labelled(own["original"], own[role], kind, own[role].base))
                if kind is Kind.TWIN:
                    found.append(Labelled(own["rewrite"], own[role], kind, own[role].base))
    return found


def written_pairs(folder: Path = DATA) -> list[Labelled]:
    """All written training pairs and the older events."""
    found = []
    for place in sorted(folder.glob("train_*")):
        for pair in read_written(place):
            found.append(Labelled(pair.earlier, pair.later, pair.kind, pair.base))
    return found + _events()


def reports_of(pairs: Iterable[Labelled]) -> dict[str, Report]:
    """Every report once, by id."""
    return {one.id: one for pair in pairs for one in (pair.left, pair.right)}


def bare(report: Report) -> ArticleFindings:
    """Findings that hold only the text, without a date."""
    return findings_of(report.id, report.title, report.text, None, report.language, report.outlet)


def analysed(report: Report) -> ArticleFindings:
    """What the article stages find in the report, without a date."""
    return report_findings([report], {})[report.id]


def strangers(pairs: Sequence[Labelled], like: dict[tuple[str, str], float], count: int) -> list[Labelled]:
    """The `count` pairs of reports of different bases that are most alike, by the given likeness."""
    reports = reports_of(pairs)
    ordered = sorted(like, key=lambda pair: (-like[pair], pair))
    found = []
    for left, right in ordered:
        one, other = reports[left], reports[right]
        if one.base != other.base:
            found.append(Labelled(one, other, None, f"{one.base} {other.base}"))
        if len(found) >= count:
            break
    return found
