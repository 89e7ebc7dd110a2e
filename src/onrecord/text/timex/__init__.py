"""Find the time expressions of a text and say what they mean against an anchor day.

Types follow TIMEX3 (ISO-TimeML). Pure: the tables of a language come in as `TimeWords`; nothing is ever
counted from the clock of this machine. Linear in the length of the text.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.text import edtf
from onrecord.text.timex.days import numeric_day
from onrecord.text.timex.read import READERS
from onrecord.text.timex.rules import GRAMMAR, rule_of
from onrecord.text.timex.scene import Reading, Scene
from onrecord.text.timex.words import TimeWords, Token, tokenise

_MAX_ALTERNATIVES = 3
_AROUND = 40  # characters on each side that a reason quotes
_SHORT, _LONG = 300, 200_000  # texts between these lengths are kept parsed for their second reading
_FIRST_YEAR, _LAST_YEAR = 1000, 9900  # outside, counting would leave the calendar; such anchors are errors
_FULL_DATE = re.compile(r"I|M[DO],?Y|[DO]\.?o?M,?Y")
_NEIGHBOURS = frozenset("MDYO#WlxtvzmCI")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions count from. `precision` is "D", "M" or "Y"; `name` is for reasons."""

    day: date
    precision: str = "D"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression. `kind` is DATE, TIME, DURATION or SET; `edtf` and `timex` its values.

    `tense` of a stated year is -1 or 1 when the verbs beside it point back or ahead.
    `year`, `month`, `day`, `weekday` are what the words themselves state (0 Monday), None where they do not.
    """

    start: int
    end: int
    kind: str
    edtf: str | None
    timex: str | None
    relative: bool
    guess: bool
    reason: str
    alternatives: tuple[str, ...] = ()
    tense: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def find_timexes(text: str, words: TimeWords, anchor: Anchor | None) -> tuple[Timex, ...]:
    """Time expressions of `text` in order, not overlapping; without an anchor relative ones have no value."""
    if anchor and not _FIRST_YEAR <= anchor.day.year <= _LAST_YEAR:
        anchor = None
    parsed = _remembered(text, words) if _SHORT < len(text) <= _LONG else _parse(text, words)
    scene = Scene(
        text, parsed.tokens, words, anchor.day if anchor else None, anchor.precision if anchor else ""
    )
    found: list[Timex] = []
    for first, last, rule in parsed.rules:
        reading = READERS[rule](scene, first, last)
        if reading is None:
            continue
        timex = _timex(scene, first, last, reading, anchor)
        found.append(timex)
        if timex.kind == "DATE" and timex.edtf:
            scene.remember(timex.edtf, first)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Parsed:
    """What does not depend on the anchor: tokens, and (first, last, rule) of each match of the grammar."""

    tokens: tuple[Token, ...]
    rules: tuple[tuple[int, int, str], ...]


def _parse(text: str, words: TimeWords) -> _Parsed:
    tokens = tokenise(text, words)
    matches = GRAMMAR.finditer(_guarded_tags(tokens, words))
    return _Parsed(tuple(tokens), tuple((match.start(), match.end(), rule_of(match)) for match in matches))


@lru_cache(maxsize=2)
def _remembered(text: str, words: TimeWords) -> _Parsed:
    """A text is read twice in a row: without an anchor to date it, then against its own date."""
    return _parse(text, words)


def _guarded_tags(tokens: list[Token], words: TimeWords) -> str:
    """The tag string; words that are also something else need a time word or preposition beside them."""
    tags = [token.tag for token in tokens]
    for index, token in enumerate(tokens):
        if token.low not in words.guarded or token.tag == "_":
            continue
        after = tags[index + 1] if index + 1 < len(tags) else "_"
        if after in (",", "-", "/") and index + 2 < len(tags):
            after = tags[index + 2]
        before = tokens[index - 1] if index else None
        near = before is not None and (before.tag in _NEIGHBOURS or before.low in words.before)
        if not near and after not in _NEIGHBOURS:
            tags[index] = "_"
    return "".join(tags)


def _timex(scene: Scene, first: int, last: int, reading: Reading, anchor: Anchor | None) -> Timex:
    first += reading.skip
    tokens = scene.tokens[first:last]
    start, end = tokens[0].start, tokens[-1].end
    quoted = " ".join(scene.text[start:end].split())
    value, why = reading.edtf, reading.why
    if value and reading.kind == "DATE" and "/" not in value and scene.is_since(first):
        value, why = f"{value}/..", f"{why}; it began then and is not said to have ended"
        if scene.is_at_least(first):
            why += " (“at least”: it may have begun before)"
    if reading.relative:
        name = anchor.name if anchor and anchor.name else (anchor.day.isoformat() if anchor else "")
        counted = f"counted from {name}" if name else "nothing dates what it is counted from"
        why = f"{why}, {counted}"
    stated: dict[str, int | None] = {"M": None, "D": None, "Y": None, "W": None}
    for token in tokens:
        key = "D" if token.tag == "O" else token.tag
        if key in stated and isinstance(token.value, int):
            stated[key] = token.value
    return Timex(
        start,
        end,
        reading.kind,
        value,
        reading.timex,
        reading.relative,
        reading.guess,
        f"“{quoted}”{_within(scene.text, start, end)}: {why}",
        reading.alternatives[:_MAX_ALTERNATIVES],
        scene.tense(first, last) if stated["Y"] is not None else 0,
        stated["Y"],
        stated["M"],
        stated["D"] if stated["M"] else None,
        stated["W"],
    )


def _within(text: str, start: int, end: int) -> str:
    """The words around an expression on its line, so that its reason is true of this place only."""
    left = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    right = text[end : end + _AROUND].partition("\n")[0]
    if len(left) == _AROUND:
        left = f"…{left.partition(' ')[2]}"
    if len(right) == _AROUND:
        right = f"{right.rpartition(' ')[0]}…"
    around = " ".join(f"{left}{text[start:end]}{right}".split())
    return "" if around == " ".join(text[start:end].split()) else f" in “{around}”"


def impossible_dates(text: str, words: TimeWords) -> tuple[tuple[int, int], ...]:
    """Where a full date stands that no calendar has: "31.02.2024", "30 February 2024"."""
    tokens = tokenise(text, words)
    found = []
    for match in _FULL_DATE.finditer("".join(token.tag for token in tokens)):
        part = tokens[match.start() : match.end()]
        stated = {t.tag: t.value for t in part if isinstance(t.value, int)}
        if part[0].tag == "I":
            day = numeric_day(part[0].low, words.month_first)
        else:
            number = int(stated.get("D", stated.get("O", 0)))
            day = edtf.safe_date(int(stated["Y"]), int(stated["M"]), number)
        if day is None:
            found.append((part[0].start, part[-1].end))
    return tuple(found)
