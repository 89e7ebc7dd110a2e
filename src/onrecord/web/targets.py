"""A stylesheet for one article: which runs light up when an address points at a span or a note.

Runs are flat because marks overlap, so that a span may be several runs. The rules hold numbers
only; no text of a page enters them.
"""

from bisect import bisect_left
from collections.abc import Iterator

from onrecord.query import ArticleView

MAX_RULES = 6_000
# With the script, cards light up their passages themselves, and an address stays behind as one walks on.
NO_SCRIPT = ":root:not(.js)"
LIT = "{background:var(--hit);color:var(--hit-ink)}"


def stylesheet(view: ArticleView) -> str:
    """Rules for every span that can be jumped to, and for every note."""
    runs = [run for block in view.blocks for run in block.runs]
    starts = [run.start for run in runs]
    rules = []
    for number, (start, end) in enumerate(view.ranges):
        if number >= MAX_RULES:
            break
        places = range(bisect_left(starts, start), bisect_left(starts, end))
        chosen = ",".join(f"#r{starts[place]}" for place in places)
        if chosen:
            rules.append(f":root:has(#c{start}-{end}:target) :is({chosen}){LIT}")
    rules += _notes(view)
    return "\n".join(rules) + "\n"


def _notes(view: ArticleView) -> Iterator[str]:
    """A note and the spans of its attribution show each other."""
    for note in view.notes:
        line = note.line
        spans = (*line.sources, *line.cues, *line.contents)
        targets = ",".join(sorted({f"#c{span.start}-{span.end}:target" for span in spans}))
        yield f"{NO_SCRIPT}:has(#a{note.number}:target) .a{note.number}{LIT}"
        if targets:
            yield f":root:has({targets}) #a{note.number}{{border-color:var(--hit-line);--lines:none}}"
    for aside in view.asides:
        yield f"{NO_SCRIPT}:has(#x{aside.number}:target) .x{aside.number}{LIT}"
