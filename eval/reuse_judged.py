"""Written pairs given to the reuse stage one by one: what it says of each, and how right that is.

Every pair is related by itself, as if candidates had found it (`python -m eval candidates` asks that);
which report came first is hidden in ids that are hashes. Dates are left out unless a table asks for them.
"""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from msgspec import structs

from eval.cluster_metrics import f1
from eval.reuse_findings import report_findings
from eval.reuse_written import Kind, Report, WrittenPair
from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings, IndependenceKind, Independent, Reuse
from onrecord.stages.corpus.reuse.profile import profile_of
from onrecord.stages.corpus.reuse.relate import relate
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.text.quotes import find_quotations

RESAMPLES = 1000
Found = Reuse | Independent | None


class Dates(Enum):
    """What the pages of a pair claim: nothing, what their writer gave them, or the wrong order."""

    NONE = "no dates"
    CLAIMED = "claimed dates"
    WRONG = "wrong dates"


@dataclass(frozen=True)
class Judged:
    """A pair and what the stage says of it; `first` is the article id of the report that came first."""

    pair: WrittenPair
    found: Found
    first: str

    @property
    def kind(self) -> Kind:
        """What the stage calls it; two reports of which it has nothing to say are twins to it."""
        if isinstance(self.found, Reuse):
            return Kind(str(self.found.kind))
        if self.found is not None and self.found.kind is IndependenceKind.COMMON_ORIGIN:
            return Kind.COMMON_ORIGIN
        return Kind.TWIN

    @property
    def answered(self) -> bool:
        """Whether it says who took from whom."""
        return isinstance(self.found, Reuse) and self.found.directed

    @property
    def right(self) -> bool:
        """Whether that is so."""
        return isinstance(self.found, Reuse) and self.found.directed and self.found.earlier == self.first


def claimed(pair: WrittenPair, dates: Dates) -> tuple[str | None, str | None]:
    """The dates that earlier and later report claim. WRONG puts every dated pair in the wrong order."""
    one, other = pair.earlier.date, pair.later.date
    if dates is Dates.NONE:
        return None, None
    if dates is Dates.CLAIMED or one is None or other is None:
        return one, other
    low, high = sorted((date.fromisoformat(one), date.fromisoformat(other)))
    return (high if high > low else high + timedelta(days=1)).isoformat(), low.isoformat()


def judge_pairs(pairs: Sequence[WrittenPair], dates: Dates = Dates.NONE, mask: bool = False) -> list[Judged]:
    """Relate every pair. `mask` takes the words out of all quotation marks first."""
    sides: dict[tuple[str, str | None], Sided] = {}

    def side(report: Report, day: str | None) -> Sided:
        key = report.id, day
        if key not in sides:
            sides[key] = _sided(masked(report) if mask else report, day)
        return sides[key]

    judged = []
    for pair in pairs:
        days = claimed(pair, dates)
        first, second = side(pair.earlier, days[0]), side(pair.later, days[1])
        left, right = sorted((first, second), key=lambda one: one.id)
        judged.append(Judged(pair, relate(left, right, ReuseConfig()), first.id))
    return judged


def _sided(report: Report, day: str | None) -> Sided:
    findings: Mapping[str, ArticleFindings] = report_findings([report], {report.id: day})
    return Sided(findings[report.id], profile_of(findings[report.id]))


def masked(report: Report) -> Report:
    """The report with an ellipsis in place of all that stands in closed quotation marks."""
    text = report.text
    kept, start = [], 0
    for quotation in find_quotations(text):
        if quotation.depth == 0 and quotation.closed:
            kept += [text[start : quotation.start + len(quotation.mark)], "…"]
            start = quotation.end - 1
    return structs.replace(report, text="".join([*kept, text[start:]]))


def detection(judged: Iterable[Judged], wanted: Kind, against: Kind) -> dict[str, float]:
    """Precision, recall, F1 of `wanted` pairs found to be reuse of any kind, among these and `against`."""
    rows = [one for one in judged if one.pair.kind in (wanted, against)]
    return _scores([(one.pair.kind is wanted, isinstance(one.found, Reuse)) for one in rows])


def of_kind(judged: Iterable[Judged], kind: Kind) -> dict[str, float]:
    """Precision, recall and F1 of one kind among all pairs."""
    return _scores([(one.pair.kind is kind, one.kind is kind) for one in judged])


def _scores(rows: Sequence[tuple[bool, bool]]) -> dict[str, float]:
    hits = sum(gold and found for gold, found in rows)
    taken, total = sum(found for _, found in rows), sum(gold for gold, _ in rows)
    precision, recall = hits / taken if taken else 1.0, hits / total if total else 0.0
    return {"precision": precision, "recall": recall, "F1": f1(precision, recall)}


def macro_f1(judged: Sequence[Judged]) -> float:
    """Mean F1 over the kinds that the pairs are of."""
    kinds = sorted({one.pair.kind for one in judged})
    return sum(of_kind(judged, kind)["F1"] for kind in kinds) / len(kinds)


def direction(judged: Sequence[Judged]) -> dict[str, float]:
    """Share of the true reuse pairs that get a direction (found or not), and of those the share right."""
    true = [one for one in judged if one.pair.is_reuse]
    answered = [one for one in true if one.answered]
    return {
        "answered": len(answered) / len(true) if true else 0.0,
        "right": sum(one.right for one in answered) / len(answered) if answered else 0.0,
    }


def interval(
    judged: Sequence[Judged], figure: Callable[[Sequence[Judged]], float], seed: int = 1
) -> tuple[float, float]:
    """The middle 95 percent of a figure over resamples of whole events (pairs of one event hang together)."""
    events: dict[str, list[Judged]] = {}
    for one in judged:
        events.setdefault(one.pair.base, []).append(one)
    names = sorted(events)
    die = random.Random(seed)  # noqa: S311 - repeatable, not secret
    values = sorted(
        figure([one for name in die.choices(names, k=len(names)) for one in events[name]])
        for _ in range(RESAMPLES)
    )
    return values[RESAMPLES // 40], values[-RESAMPLES // 40 - 1]
