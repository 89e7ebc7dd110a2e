"""Training of the model for pairs of different languages: translation, retelling, one event, nothing.

Besides the written pairs, two reports of one event and of two languages that no chain of reuse connects
are one event told apart; reports of different events are nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from eval.reuse_written import Kind, Report
from eval.training.reuse.data import Labelled, reports_of
from eval.training.reuse.fit import FOLDS, fit_linear, fold_of
from onrecord.stages.corpus.reuse.across import across_of
from onrecord.stages.corpus.reuse.model import Linear
from onrecord.stages.corpus.reuse.sided import Sided

# Of the figures that `across` gives, those that the model uses: few, since the pairs are few.
USED = (
    "aligned_near", "aligned_far", "alike_near", "best_near", "figures_near", "names_near", "link", "steps",
    "order", "shared", "chance", "credit", "names_outlet", "cites_media", "ratio",
)  # fmt: skip
STRENGTH = 0.1
EVERY = 40  # one in so many pairs of different events is used
LABELS = {Kind.TRANSLATION: "translation", Kind.RETELLING: "retelling", Kind.TWIN: "same event"}


@dataclass(frozen=True)
class Crossing:
    """A pair of two languages, what it is, and its figures."""

    base: str
    label: str
    values: Mapping[str, float]


def _groups(pairs: Sequence[Labelled]) -> dict[str, str]:
    """For each report the smallest id among those that reuse connects it with."""
    home = {name: name for name in reports_of(pairs)}

    def top(name: str) -> str:
        while home[name] != name:
            name = home[name]
        return name

    for pair in pairs:
        if pair.kind not in (None, Kind.TWIN, Kind.COMMON_ORIGIN):
            low, high = sorted((top(pair.left.id), top(pair.right.id)))
            home[high] = low
    return {name: top(name) for name in home}


def crossing_pairs(pairs: Sequence[Labelled]) -> list[tuple[Report, Report, str]]:
    """All pairs of two languages with their labels."""
    reports, groups = reports_of(pairs), _groups(pairs)
    written = {
        tuple(sorted((pair.left.id, pair.right.id))): LABELS[pair.kind]
        for pair in pairs
        if pair.kind in LABELS and pair.left.language != pair.right.language
    }
    quoting = {pair.right.id for pair in pairs if pair.kind is Kind.COMMON_ORIGIN}
    found = []
    names = sorted(reports)
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            left, right = reports[one], reports[other]
            label = written.get((one, other)) or _implied(left, right, groups, quoting)
            if left.language != right.language and label:
                found.append((left, right, label))
    return found


def _implied(left: Report, right: Report, groups: Mapping[str, str], quoting: set[str]) -> str:
    """What follows for a pair that nobody labelled, "" for nothing."""
    if left.base == right.base:
        apart = groups[left.id] != groups[right.id] and not {left.id, right.id} & quoting
        return "same event" if apart else ""
    coin = int.from_bytes(sha256(f"{left.id} {right.id}".encode()).digest()[:4], "big")
    return "nothing" if coin % EVERY == 0 else ""


def crossings(pairs: Sequence[Labelled], sides: Mapping[str, Sided]) -> list[Crossing]:
    """The figures of all pairs of two languages."""
    return [
        Crossing(left.base, label, across_of(sides[left.id], sides[right.id]).values)
        for left, right, label in crossing_pairs(pairs)
    ]


def fit_across(rows: Sequence[Crossing]) -> Linear:
    """The model, every label counting alike but the rare ones not too much."""
    sizes = Counter(row.label for row in rows)
    counts = [(len(rows) / sizes[row.label]) ** 0.5 for row in rows]
    return fit_linear([row.values for row in rows], [row.label for row in rows], STRENGTH, USED, counts)


def across_table(rows: Sequence[Crossing]) -> str:
    """What is called what, out of fold by event."""
    seen: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        model = fit_across([row for row in rows if fold_of(row.base) != fold])
        for row in rows:
            if fold_of(row.base) == fold:
                seen[row.label, model.best(row.values)] += 1
    return "\n".join(f"  {true:11} called {said:11} {count}" for (true, said), count in sorted(seen.items()))
