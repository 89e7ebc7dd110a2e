"""Made reports that credit an agency in one form each (eval/data/credits/made.toml): text and labels."""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from eval.credit_labels import Label

FILE = Path(__file__).parent / "data" / "credits" / "made.toml"
MARK = re.compile(r"\[\[([a-z ]+)\|([^|\]]+)(?:\|(agency|outlet))?\]\]")


@dataclass(frozen=True)
class Made:
    """A made report. `half` is "tune" or "held"."""

    id: str
    half: str
    language: str
    text: str
    credits: tuple[Label, ...]


def made_reports() -> list[Made]:
    """All made reports: each credit set into a body that a hash of its number picks."""
    with FILE.open("rb") as file:
        data = tomllib.load(file)
    reports = []
    for number, item in enumerate(data["item"]):
        bodies = data["bodies"][item["language"]]
        title, first, *rest = bodies[hashlib.sha256(str(number).encode()).digest()[0] % len(bodies)]
        lines = [item.get("title", title), *item.get("head", [])]
        lines += [item.get("open", "") + first, *rest, *item.get("tail", [])]
        text, credits = _unmarked("\n\n".join(lines))
        reports.append(Made(f"made-{number:03}", item["half"], item["language"], text, credits))
    return reports


def _unmarked(marked: str) -> tuple[str, tuple[Label, ...]]:
    """The text without marks, and what they said with its place."""
    parts: list[str] = []
    labels = []
    length = last = 0
    for found in MARK.finditer(marked):
        before = marked[last : found.start()]
        role, words, kind = found[1], found[2], found[3] or "agency"
        start = length + len(before)
        labels.append(Label(start, start + len(words), words, role, kind))
        parts += [before, words]
        length, last = start + len(words), found.end()
    return "".join([*parts, marked[last:]]), tuple(labels)
