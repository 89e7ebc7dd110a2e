"""Written passages with their attributions (eval/data/attribution): typed, and refused when a span is off."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from onrecord.data import AttributionKind, CueClass, Factuality, RecordStatus, Span

FOLDER = Path(__file__).parent / "data" / "attribution"
DEVELOPMENT = Path(__file__).parent / "data" / "attribution_dev" / "en.jsonl"
# Written later: a second set to develop on, and a third part of the same that is only scored, never read.
DEVELOPMENT_2 = DEVELOPMENT.with_name("en2.jsonl")
ASIDE = DEVELOPMENT.with_name("en_aside.jsonl")
FILES: Mapping[str, str] = {"en": "nested_en.jsonl", "ru": "ru.jsonl", "uk": "uk.jsonl"}
RECORD_KEYS = frozenset("id group text attributions hops note".split())
NEEDED_KEYS = frozenset(
    "source cue content kind inside addressee status cue_class negated factuality".split()
)
OPTIONAL_KEYS = frozenset("place time medium".split())


@dataclass(frozen=True, slots=True)
class WrittenAttribution:
    """One attribution of a passage. `inside` is the place in the passage's list of the one it sits in."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    inside: int | None
    status: RecordStatus
    cue_class: CueClass
    factuality: Factuality
    negated: bool
    addressee: Span | None
    place: Span | None
    time: Span | None
    medium: Span | None


@dataclass(frozen=True, slots=True)
class WrittenPassage:
    """A passage with all its attributions. `hops`: one tuple a chain, names from the outermost inwards."""

    id: str
    group: str
    text: str
    attributions: tuple[WrittenAttribution, ...]
    hops: tuple[tuple[str, ...], ...]
    note: str


def load_written(language: str, folder: Path = FOLDER) -> list[WrittenPassage]:
    """All passages of "en", "ru" or "uk", in the order of the file.

    Raises ValueError naming the record when it is not as README.md says, KeyError for another language.
    """
    return load_passages(folder / FILES[language])


def load_passages(path: Path) -> list[WrittenPassage]:
    """All passages of one file, in its order. Raises ValueError as `load_written` does."""
    with path.open(encoding="utf-8") as lines:
        passages = [_passage(line) for line in lines]
    ids = [passage.id for passage in passages]
    if len(set(ids)) != len(ids):
        raise ValueError(f"{path.name}: an id is there twice")
    return passages


def _passage(line: str) -> WrittenPassage:
    row: object = json.loads(line)
    if not isinstance(row, dict) or set(row) != RECORD_KEYS:
        raise ValueError(f"not a record with the keys {sorted(RECORD_KEYS)}: {line[:80]}")
    name = _words(row["id"], "a record without an id")
    try:
        text = _words(row["text"], "text")
        attributions = tuple(_attribution(text, one) for one in _listed(row["attributions"], "attributions"))
        hops = tuple(tuple(_hops(text, chain)) for chain in _listed(row["hops"], "hops"))
        _check_nesting(attributions)
        return WrittenPassage(
            name, _words(row["group"], "group"), text, attributions, hops, _words(row["note"], "note")
        )
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error


def _attribution(text: str, row: object) -> WrittenAttribution:
    if not isinstance(row, dict) or not NEEDED_KEYS <= set(row) <= NEEDED_KEYS | OPTIONAL_KEYS:
        raise ValueError(f"an attribution has other keys than {sorted(NEEDED_KEYS | OPTIONAL_KEYS)}")
    inside, negated = row["inside"], row["negated"]
    if not isinstance(negated, bool) or isinstance(inside, bool) or not isinstance(inside, int | None):
        raise ValueError("`negated` is not a truth value, or `inside` not a number or null")
    factuality = Factuality(row["factuality"])
    if negated != (factuality is Factuality.NEGATED):
        raise ValueError("`negated` and `factuality` differ")
    source, cue, content = (_spans(text, row[part]) for part in ("source", "cue", "content"))
    if not content:
        raise ValueError("an attribution without content")
    return WrittenAttribution(
        source=source,
        cue=cue,
        content=content,
        kind=AttributionKind(row["kind"]),
        inside=inside,
        status=RecordStatus(row["status"]),
        cue_class=CueClass(row["cue_class"]),
        factuality=factuality,
        negated=negated,
        addressee=_span_or_none(text, row["addressee"]),
        place=_span_or_none(text, row.get("place")),
        time=_span_or_none(text, row.get("time")),
        medium=_span_or_none(text, row.get("medium")),
    )


def _check_nesting(attributions: tuple[WrittenAttribution, ...]) -> None:
    """Every attribution has an outermost one: `inside` stays in the list and never runs in a ring."""
    for number in range(len(attributions)):
        seen: set[int] = set()
        at: int | None = number
        while at is not None:
            if at in seen or not 0 <= at < len(attributions):
                raise ValueError(f"attribution {number} sits in a ring, or in one that is not there")
            seen.add(at)
            at = attributions[at].inside


def _hops(text: str, chain: object) -> Iterable[str]:
    names = [_words(name, "a hop") for name in _listed(chain, "a chain")]
    if not names or any(name not in text for name in names):
        raise ValueError(f"a chain is empty or names what the text does not: {names}")
    return names


def _spans(text: str, rows: object) -> tuple[Span, ...]:
    spans = tuple(_span(text, row) for row in _listed(rows, "spans"))
    if any(one.end > other.start for one, other in pairwise(spans)):
        raise ValueError("spans of one part overlap or are out of order")
    return spans


def _span_or_none(text: str, row: object) -> Span | None:
    return None if row is None else _span(text, row)


def _span(text: str, row: object) -> Span:
    match row:
        case [int(start), int(end), str(words)] if 0 <= start < end <= len(text):
            if text[start:end] != words:
                raise ValueError(f"{start} to {end} is {text[start:end]!r}, not {words!r}")
            return Span(start, end, words)
        case _:
            raise ValueError(f"not a span [start, end, words] of this text: {row!r}")


def _listed(value: object, what: str) -> list[object]:
    if not isinstance(value, list):
        raise ValueError(f"{what}: not a list")
    return value


def _words(value: object, what: str) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{what}: not words")
    return value
