"""The reports that families grow from: originals that people wrote, of the training events."""

from functools import cache
from pathlib import Path

from eval.reuse_events import Told, read_events
from eval.reuse_made.draft import Draft, draft_of
from eval.reuse_made.families import Made, grow
from eval.reuse_written import read_written

DATA = Path(__file__).parent.parent / "data" / "reuse"
WRITTEN = ("train_a", "train_b", "train_c")


def original_base(event: dict[str, Told]) -> str:
    """The base of the family that grows from an event's original."""
    return f"e-{event['original'].event}"


def originals() -> dict[str, Draft]:
    """The first report of every event: of `events`, and of the written training sets."""
    found = {
        original_base(told): draft_of(
            told["original"].title, told["original"].body, told["original"].outlet, told["original"].day, "en"
        )
        for told in read_events()
    }
    for folder in WRITTEN:
        if not (DATA / folder / "pairs.jsonl").exists():
            continue
        pairs = read_written(DATA / folder)
        later = {pair.later.id for pair in pairs if pair.is_reuse}
        for pair in pairs:
            one = pair.earlier
            if one.id not in later and one.base not in found:
                found[one.base] = draft_of(one.title, one.text, one.outlet, one.date, one.language)
    return dict(sorted(found.items()))


@cache
def made_families() -> tuple[Made, ...]:
    """A family grown from every original."""
    roots = originals()
    return tuple(
        grow(
            base,
            root,
            {n: host for n, host in roots.items() if n != base and host.language == root.language},
        )
        for base, root in roots.items()
    )
