"""Reuse families to measure on: hand-written events read from files, and edited copies made of them.

Each file of eval/data/reuse/events is one invented event told three times: `original`, `rewrite`
(written by hand from the original, as a silent rewriter would) and `twin` (another reporter's own
report of the event, sharing at most quotations of one public utterance and the bare facts). Some have
`wire`, a harder twin: an agency's straight report of the same news, close in facts, written apart.
"""

import random
import re
from dataclasses import dataclass, replace
from pathlib import Path

EVENTS = Path(__file__).parent / "data" / "reuse" / "events"
_HEAD = re.compile(r"^== (\w+) \| (.+?) \| (\S+)$")
SYNONYMS = {
    "said": "stated", "told": "informed", "about": "roughly", "raised": "lifted", "big": "large",
    "want": "wish",
    "wants": "wishes", "wanted": "wished", "according": "in line", "people": "persons", "began": "started",
    "killed": "dead", "home": "house", "homes": "houses", "expected": "anticipated", "announced": "declared",
    "lost": "forfeited", "denied": "rejected", "agreement": "accord", "signed": "inked", "build": "construct",
    "company": "firm", "government": "cabinet", "fire": "blaze", "help": "aid", "showed": "revealed",
    "repair": "fix", "cost": "price", "found": "discovered", "later": "afterwards", "former": "ex",
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One telling of an event."""

    event: str
    role: str
    outlet: str
    day: str
    title: str
    body: str

    @property
    def name(self) -> str:
        """Event and role."""
        return f"{self.event}/{self.role}"


@dataclass(frozen=True)
class Couple:
    """Two tellings and what is true of them: `kind` copy, rewrite or twin; `earlier` came first."""

    earlier: Told
    later: Told
    kind: str


def read_events(folder: Path = EVENTS) -> list[dict[str, Told]]:
    """All events, by role."""
    events = []
    for path in sorted(folder.glob("*.txt")):
        told: dict[str, Told] = {}
        rows: list[str] = []
        head = None
        for line in [*path.read_text(encoding="utf-8").splitlines(), "== end | end | end"]:
            match = _HEAD.match(line)
            if match is None:
                rows.append(line)
                continue
            if head is not None:
                body = "\n".join(rows[1:]).strip()
                told[head[1]] = Told(path.stem, head[1], head[2], head[3], rows[0], body)
            head, rows = match, []
        events.append(told)
    return events


def _sentences(body: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])|\n", body) if part.strip()]


def _cut(parts: list[str], chance: random.Random, share: float) -> list[str]:
    """Drop sentences (never the first) until about `share` of the text is gone."""
    size = sum(map(len, parts))
    kept = list(parts)
    while len(kept) > 2:
        shortest = sum(map(len, kept))
        at = chance.randrange(1, len(kept))
        if size - (shortest - len(kept[at])) > share * size:
            break
        kept.pop(at)
    return kept


def _reword(sentence: str, chance: random.Random) -> str:
    """Synonyms by table, and a clause moved to the front where a comma allows it."""
    words = [SYNONYMS.get(word, word) for word in sentence.split()]
    text = " ".join(words)
    halves = text.rstrip(".").split(", ")
    if len(halves) == 2 and '"' not in text and chance.random() < 0.5:
        text = f"{halves[1][:1].upper()}{halves[1][1:]}, {halves[0][:1].lower()}{halves[0][1:]}."
    return text


def edited(told: Told, role: str, title: str, seed: int) -> Told:
    """A copy: `verbatim`, `cut` (a fifth gone), `headline` (new title), `reworded`, `excerpt` (half)."""
    chance = random.Random(f"{told.name} {role} {seed}")  # noqa: S311 - repeatable, not secret
    parts = _sentences(told.body)
    if role == "cut":
        parts = _cut(parts, chance, 0.2)
    elif role == "excerpt":
        parts = parts[: max(3, len(parts) // 2)]
    elif role == "reworded":
        parts = [_reword(part, chance) for part in _cut(parts, chance, 0.15)]
        at = chance.randrange(1, max(2, len(parts) - 1))
        parts[at : at + 2] = reversed(parts[at : at + 2])
    return replace(
        told, role=role, outlet="Copy " + told.outlet.split()[-1], title=title, body="\n".join(parts)
    )


def made_couples(events: list[dict[str, Told]]) -> list[Couple]:
    """Edited copies of every original and twin, each with what it was made from."""
    couples = []
    for event in events:
        for base in (event["original"], event["twin"]):
            others = (event["rewrite"].title, base.title)
            for role in ("verbatim", "cut", "headline", "excerpt", "reworded"):
                title = others[0] if role in ("headline", "reworded") else base.title
                copy = replace(edited(base, role, title, seed=1), role=f"{base.role}-{role}")
                couples.append(Couple(base, copy, "copy" if role != "reworded" else "rewrite"))
    return couples


def written_couples(events: list[dict[str, Told]]) -> list[Couple]:
    """Hand-written rewrites, and twins (the original's and the rewrite's) that are not reuse."""
    couples = []
    for event in events:
        couples.append(Couple(event["original"], event["rewrite"], "rewrite"))
        twins = [event[role] for role in ("twin", "wire") if role in event]
        couples += [Couple(event["original"], twin, "twin") for twin in twins]
    return couples
