"""Development passages from a readable file with marks in the text to records with offsets.

`python -m eval.attribution_marked` writes the .jsonl of each marked file (en.txt, en2.txt, en_aside.txt) of
eval/data/attribution_dev beside it; their form is told in that folder's README.md.
"""

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from eval.attribution_hops import Link, chains_of
from onrecord.data import AttributionKind, CueClass, Factuality, RecordStatus

FOLDER = Path(__file__).parent / "data" / "attribution_dev"
# Marked files, and what the ids of their passages begin with.
MARKED = {"en": "dev", "en2": "dev2", "en_aside": "aside"}
HEADER = re.compile(r"^## (\w+)(?: \| (.*))?$")
OPENING = re.compile(r"\{((?:[sctapwm]\d+)+):")
MARK = re.compile(r"([sctapwm])(\d+)")
FACTS = re.compile(r"^@(\d+) (.+)$")
HOPS = re.compile(r"^@hops(?: (.+))?$")
PARTS = {"s": "source", "c": "cue", "t": "content"}
SINGLES = {"a": "addressee", "p": "place", "w": "time", "m": "medium"}
STATUSES = {"background", "hearsay", "unstated"}
KINDS = {"direct", "mixed"}

SpanRow = tuple[int, int, str]


@dataclass
class Marked:
    """One attribution as it is read: spans by part, and what its line of facts says."""

    spans: dict[str, list[SpanRow]] = field(default_factory=dict)
    facts: set[str] = field(default_factory=set)
    inside: int | None = None
    name: str = ""


def build(text: str, prefix: str = "dev") -> list[str]:
    """Records (JSON lines) of a file of marked passages. Raises ValueError for what it cannot read."""
    blocks: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("## "):
            blocks.append([line])
        elif blocks:
            blocks[-1].append(line)
    return [_record(f"{prefix}-{number:03}", block) for number, block in enumerate(blocks, 1)]


def _record(name: str, block: list[str]) -> str:
    header = HEADER.match(block[0])
    if header is None:
        raise ValueError(f"{name}: not a heading: {block[0]}")
    facts = [line for line in block[1:] if line.startswith("@")]
    marked = "\n".join(line for line in block[1:] if not line.startswith("@")).strip()
    text, found = _read(name, marked)
    listed: list[tuple[str, ...]] | None = None
    for line in facts:
        if hops := HOPS.match(line):
            chains = hops[1].split("; ") if hops[1] else []
            listed = [tuple(chain.split(" > ")) for chain in chains]
        elif (match := FACTS.match(line)) and int(match[1]) in found:
            _add_facts(found[int(match[1])], match[2])
        else:
            raise ValueError(f"{name}: not a line of facts: {line}")
    order = sorted(found)
    parents = {number: _parent(number, found) for number in order}
    rows = [_row(found[number], parents[number], order) for number in order]
    if listed is None:
        listed = chains_of([_link(found[number], parents[number], order) for number in order])
    record = {
        "id": name,
        "group": header[1],
        "text": text,
        "attributions": rows,
        "hops": listed,
        "note": header[2] or header[1],
    }
    return json.dumps(record, ensure_ascii=False)


def _read(name: str, marked: str) -> tuple[str, dict[int, Marked]]:
    """The text without its marks, and the spans of each number."""
    found: dict[int, Marked] = {}
    text, open_marks, place = "", [], 0
    while place < len(marked):
        opening = OPENING.match(marked, place)
        if opening:
            open_marks.append((opening[1], len(text)))
            place = opening.end()
        elif marked[place] == "}":
            if not open_marks:
                raise ValueError(f"{name}: a mark is closed that was not opened")
            marks, start = open_marks.pop()
            for letter, number in MARK.findall(marks):
                part = PARTS.get(letter) or SINGLES[letter]
                spans = found.setdefault(int(number), Marked()).spans.setdefault(part, [])
                spans.append((start, len(text), text[start:]))
            place += 1
        else:
            text += marked[place]
            place += 1
    if open_marks or "{" in text:
        raise ValueError(f"{name}: a mark is not closed, or not one")
    for item in found.values():
        for spans in item.spans.values():
            spans.sort()
    return text, found


def _add_facts(item: Marked, line: str) -> None:
    words, _, item.name = (part.strip() for part in line.partition("as:"))
    for word in words.split():
        if word.startswith("in"):
            item.inside = int(word[2:])
        else:
            item.facts.add(word)
    known = STATUSES | KINDS | set(CueClass) | set(Factuality)
    if item.facts - known:
        raise ValueError(f"not known: {sorted(item.facts - known)}")


def _parent(number: int, found: dict[int, Marked]) -> int | None:
    """As told; else the one of the smallest content that holds this one's source, cue and content."""
    own = found[number]
    if own.inside is not None:
        return own.inside or None
    edges = [span for part in PARTS.values() for span in own.spans.get(part, [])]
    start, end = min(span[0] for span in edges), max(span[1] for span in edges)
    around = [
        (high - low, other)
        for other, item in found.items()
        for low, high, _ in item.spans.get("content", [])
        if other != number and low <= start and end <= high
    ]
    return min(around)[1] if around else None


def _row(item: Marked, parent: int | None, order: list[int]) -> dict[str, object]:
    row: dict[str, object] = {part: item.spans.get(part, []) for part in PARTS.values()}
    row |= {
        "kind": _fact(item, KINDS, AttributionKind.INDIRECT),
        "inside": None if parent is None else order.index(parent),
        "addressee": _single(item, "addressee"),
        "status": _fact(item, STATUSES, RecordStatus.ON_RECORD),
        "cue_class": _fact(item, set(CueClass), CueClass.SAY),
        "negated": Factuality.NEGATED in item.facts,
        "factuality": _fact(item, set(Factuality), Factuality.FACT),
    }
    return row | {part: item.spans[part][0] for part in ("place", "time", "medium") if part in item.spans}


def _fact(item: Marked, known: set[str], otherwise: str) -> str:
    return next(iter(sorted(item.facts & known)), str(otherwise))


def _single(item: Marked, part: str) -> SpanRow | None:
    spans = item.spans.get(part)
    return spans[0] if spans else None


def _link(item: Marked, parent: int | None, order: list[int]) -> Link:
    source = " ".join(words for _, _, words in item.spans.get("source", []))
    return Link(
        name=item.name or source,
        parent=None if parent is None else order.index(parent),
        factuality=Factuality(_fact(item, set(Factuality), Factuality.FACT)),
    )


def main() -> int:
    """Write the .jsonl of every marked file."""
    for name, prefix in MARKED.items():
        lines = build((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), prefix)
        (FOLDER / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        print(f"{name}: {len(lines)} passages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
