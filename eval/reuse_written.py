"""Reader of the hand-written pairs of reports (eval/data/reuse/pairs): a held-out test set for reuse.

Never tune on it: see the README beside the data.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

T = TypeVar("T")

FOLDER = Path(__file__).parent / "data" / "reuse" / "pairs"


class Kind(StrEnum):
    """What the two reports are to each other (the README defines each)."""

    COPY = "copy"
    EXCERPT = "excerpt"
    REWRITE = "rewrite"
    RETELLING = "retelling"
    TRANSLATION = "translation"
    TWIN = "twin"
    COMMON_ORIGIN = "common origin"


NOT_REUSE = frozenset({Kind.TWIN, Kind.COMMON_ORIGIN})


class Grade(StrEnum):
    """How strongly a rewrite changed its source."""

    LIGHT = "light"
    MEDIUM = "medium"
    HEAVY = "heavy"


class Evidence(StrEnum):
    """What in the later text shows that it is the later one (the README explains each code)."""

    ADDED_BACKGROUND = "added background"
    BLURRED_NAME = "blurred name"
    BLURRED_NUMBER = "blurred number"
    BARE_SURNAME = "leftover bare surname"
    CHANGED_ATTRIBUTION = "changed attribution"
    COMPRESSION = "compression"
    CREDIT = "credit"
    DROPPED_ATTRIBUTION = "dropped attribution"
    HARDENED_CLAIM = "hardened claim"
    IMPOSSIBLE_DEIXIS = "impossible deixis"
    LEFTOVER_AGENCY_MARK = "leftover agency mark"
    LEFTOVER_DATELINE = "leftover dateline"
    LEFTOVER_ODD_QUOTE = "leftover odd quote"
    LEFTOVER_SELF_REFERENCE = "leftover self-reference"
    ODD_WORDING_KEPT = "odd wording kept"
    OTHER_FURNITURE = "other furniture"
    PARTIAL_QUOTE = "partial quote"
    PARTIAL_TAKE = "partial take"
    STALE_DEIXIS = "stale deixis"
    TABLOID_COLOURING = "tabloid colouring"
    TRANSLATED_IDIOM = "translated idiom"
    TRANSLATIONESE = "translationese"
    TRANSLITERATED_NAMES = "transliterated names"
    VAGUE_CREDIT = "vague credit"


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One invented report. `date` is what its page claims (ISO, may lie), None where the page has none."""

    id: str
    base: str
    title: str
    outlet: str
    date: str | None
    language: Literal["de", "en", "ru", "uk"]
    text: str


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of pairs.jsonl: two reports by id, and the label."""

    id: str
    base: str
    kind: Kind
    earlier: str
    later: str
    direction: Literal["earlier->later"] | None
    dates_swapped: bool
    direction_evidence: tuple[Evidence, ...]
    note: str
    grade: Grade | None = None


@dataclass(frozen=True)
class WrittenPair:
    """Two reports and what they are to each other; `base` groups pairs that share an event (fold by it).

    `earlier` is the source where there is reuse; for twins and common origin the order means nothing.
    `dates_swapped`: the claimed dates say the opposite of the true direction.
    """

    id: str
    base: str
    kind: Kind
    grade: Grade | None
    earlier: Report
    later: Report
    dates_swapped: bool
    evidence: tuple[Evidence, ...]
    note: str

    @property
    def is_reuse(self) -> bool:
        """False for twins and common origin, which have no direction either."""
        return self.kind not in NOT_REUSE


def read_written(folder: Path = FOLDER) -> tuple[WrittenPair, ...]:
    """All pairs, in the order of the file. Raises ValueError, naming the record, on any that is not whole."""
    reports = _by_id(_lines(folder / "reports.jsonl"))
    pairs = tuple(_pair(_decode(line, _Record), reports) for line in _lines(folder / "pairs.jsonl"))
    if len({pair.id for pair in pairs}) != len(pairs):
        raise ValueError("pairs.jsonl: two pairs have one id")
    return pairs


def blind(pair: WrittenPair) -> tuple[Report, Report]:
    """The two reports in an order that tells nothing of the direction: a coin tossed by their texts alone."""
    # A coin of the pair: were it of the report, a base report would fall the same way in all its pairs.
    both = "".join(sorted((_hash(pair.earlier.text), _hash(pair.later.text))))
    first, second = sorted((pair.earlier, pair.later), key=lambda report: _hash(both + report.text))
    return first, second


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from lines


def _decode(line: str, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.DecodeError as error:
        raise ValueError(f"{error} in {line[:80]!r}") from error


def _by_id(lines: Iterable[str]) -> dict[str, Report]:
    reports: dict[str, Report] = {}
    for line in lines:
        report = _decode(line, Report)
        if report.id in reports:
            raise ValueError(f"reports.jsonl: {report.id} stands twice")
        reports[report.id] = report
    return reports


def _pair(record: _Record, reports: Mapping[str, Report]) -> WrittenPair:
    """The record with its reports in place. Raises ValueError where its parts contradict each other."""
    for name in (record.earlier, record.later):
        if name not in reports:
            raise ValueError(f"{record.id}: no report {name}")
    earlier, later = reports[record.earlier], reports[record.later]
    reuse = record.kind not in NOT_REUSE
    against = reuse and _against(earlier, later)
    wrong = {
        "reports of another base": {earlier.base, later.base} != {record.base},
        "a direction belongs to reuse, and to nothing else": reuse != (record.direction is not None),
        "evidence belongs to a direction": reuse != bool(record.direction_evidence),
        "a grade belongs to a rewrite": (record.kind is Kind.REWRITE) != (record.grade is not None),
        "dates are swapped where they say the opposite": record.dates_swapped != against,
    }
    for what, holds in wrong.items():
        if holds:
            raise ValueError(f"{record.id}: {what}")
    return WrittenPair(
        record.id,
        record.base,
        record.kind,
        record.grade,
        earlier,
        later,
        record.dates_swapped,
        record.direction_evidence,
        record.note,
    )


def _against(earlier: Report, later: Report) -> bool:
    """Whether both reports claim a date and the source claims the later one (ISO dates sort as text)."""
    return earlier.date is not None and later.date is not None and earlier.date > later.date
