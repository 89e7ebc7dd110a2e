"""Reader of the hand-written events that reuse is trained on.

Each file of eval/data/reuse/events is one invented event told three times: `original`, `rewrite`
(written by hand from the original, as a silent rewriter would) and `twin` (another reporter's own
report of the event, sharing at most quotations of one public utterance and the bare facts). Some have
`wire`, a harder twin: an agency's straight report of the same news, close in facts, written apart.
"""

import re
from dataclasses import dataclass
from pathlib import Path

EVENTS = Path(__file__).parent / "data" / "reuse" / "events"
_HEAD = re.compile(r"^== (\w+) \| (.+?) \| (\S+)$")


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
