"""Train the weights of direction: `python -m eval.training.reuse_direction [--write]`.

Prints what the model says of pairs it has not seen (folds of whole events; then each writer's pairs by a
model that saw none of that writer's), a reliability table and the weights. `--write` puts the weights,
trained on everything, into `onrecord.stages.corpus.reuse.direction_weights`.
"""

import argparse
from pathlib import Path

import onrecord.stages.corpus.reuse.direction_weights as held
from eval.training.reuse_direction.examples import Example, read_examples
from eval.training.reuse_direction.fit import NAMES, Array, fit
from eval.training.reuse_direction.scores import by_event, by_writer, reliability, table, unseen
from onrecord.config import ReuseConfig
from onrecord.stages.corpus.reuse.direction_weights import MANNERS


def as_text(weights: Array) -> str:
    """The table of `direction_weights`: a sign a line, a column for each manner."""
    lines = [
        f"{name} | {' | '.join(f'{value:.2f}' for value in weights[:, place])}"
        for place, name in enumerate(NAMES)
    ]
    return "\n".join(lines)


def write(weights: Array) -> None:
    """Replace the table in the module."""
    path = Path(held.__file__)
    text = path.read_text(encoding="utf-8")
    start = text.index('TABLE = """') + len('TABLE = """\n')
    end = text.index('"""', start)
    path.write_text(f"{text[:start]}{as_text(weights)}\n{text[end:]}", encoding="utf-8")


def signs_of(examples: list[Example]) -> str:
    """How often each sign speaks for the truth and against it: without dates, as claimed, turned round."""
    lines = []
    for name in NAMES:
        cells = []
        for how in ("no dates", "claimed", "turned"):
            values = [one.surplus[how].get(name, 0.0) for one in examples]
            cells.append(f"{sum(v > 0 for v in values):4} for, {sum(v < 0 for v in values):4} against")
        lines.append(f"{name:18} {' | '.join(cells)}")
    return "\n".join(lines)


def main() -> None:
    """Score out of fold, print, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    asked = parser.parse_args()
    examples = read_examples()
    least = ReuseConfig().directed
    print(f"{len(examples)} pairs of {len({one.base for one in examples})} events; answered from {least}")
    for name, group in (("events unseen", by_event), ("writer unseen", by_writer)):
        found = unseen(examples, group)
        print(f"\n{name}\n{table(examples, found, least)}\n{reliability(found)}")
    weights = fit(examples)
    print(f"\n{signs_of(examples)}\n\n{' | '.join(('sign', *MANNERS))}\n{as_text(weights)}")
    if asked.write:
        write(weights)


if __name__ == "__main__":
    main()
