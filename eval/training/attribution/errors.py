"""Classes of the tagger's errors on polnear dev: `python -m eval.training.attribution.errors`.

A gold attribution and a given one belong together when their cues share a word or their contents share more
than half of theirs. `--show N` prints N errors, evenly spread, with their text: for reading, not for keeping.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.gold import Record, gold_folder, load
from eval.metrics import TOKEN, Tokens, Triple, match_triples
from eval.training.attribution.calibrate import gold_triples
from onrecord.models.tagger import Reading, english_tagger

PARTS = ("source", "cue", "content")
WORDS_NEAR = 3
MARKS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Error:
    """One error: its class, where it stands, and both attributions (absent: None)."""

    kind: str
    article: str
    gold: Triple | None
    given: Triple | None


def loose(gold: Triple, given: Triple) -> bool:
    """Whether two attributions are of the same words, roughly."""
    common, union = gold.content & given.content, gold.content | given.content
    return bool(gold.cue & given.cue) or len(common) * 2 > len(union)


def triple_of(item: Reading, tokens: Tokens) -> Triple:
    """A reading as sets of word numbers."""
    return Triple(tokens.cover(item.source), tokens.cover(item.cue), tokens.cover(item.content))


def errors_of(record: Record, found: tuple[Reading, ...]) -> Iterator[Error]:
    """What is wrong with an article's readings."""
    text = record["text"]
    tokens, words = Tokens(text), TOKEN.findall(text)
    gold = gold_triples(record)
    given = [triple_of(item, tokens) for item in found]
    pairs = match_triples(gold, given, loose)
    seen, used = {one for one, _ in pairs}, {other for _, other in pairs}
    for number, item in enumerate(gold):
        if number not in seen:
            yield Error("missed", record["id"], item, None)
    for number, item in enumerate(given):
        if number not in used:
            yield Error("spurious", record["id"], None, item)
    for one, other in pairs:
        wrong = [
            f"{name} {boundary(x, y, words)}"
            for name, x, y in zip(PARTS, gold[one].parts, given[other].parts, strict=True)
            if x != y
        ]
        if wrong:
            yield Error(" + ".join(wrong), record["id"], gold[one], given[other])


def boundary(gold: frozenset[int], given: frozenset[int], words: list[str]) -> str:
    """How a part differs from gold."""
    if not gold or not given:
        return "missing" if gold else "extra"
    if not gold & given:
        return "elsewhere"
    extra, lost = given - gold, gold - given
    if all(MARKS.fullmatch(words[number]) for number in extra | lost):
        return "marks only"
    if extra and lost:
        return "longer and shorter"
    side, core = (extra, gold) if extra else (lost, given)
    where = "start" if max(side) < min(core) else "end" if min(side) > max(core) else "within"
    size = f"1-{WORDS_NEAR} words" if len(side) <= WORDS_NEAR else f"{WORDS_NEAR + 1}+ words"
    return f"{'longer' if extra else 'shorter'} at {where}, {size}"


def shown(error: Error, text: str) -> str:
    """An error with the words around it."""
    spans = [match.span() for match in TOKEN.finditer(text)]
    every = frozenset[int]().union(*(item.content | item.cue for item in (error.gold, error.given) if item))
    low, high = spans[max(min(every) - 12, 0)][0], spans[min(max(every) + 12, len(spans) - 1)][1]
    lines = [f"== {error.kind} [{error.article}]", text[low:high]]
    for name, item in (("gold", error.gold), ("given", error.given)):
        for part, numbers in zip(PARTS, item.parts if item else (), strict=False):
            lines.append(f"  {name} {part}: {' '.join(text[slice(*spans[n])] for n in sorted(numbers))}")
    return "\n".join(lines)


def main() -> None:
    """Print counts of all classes, or errors to read."""
    ask = argparse.ArgumentParser(prog="eval.training.attribution.errors")
    ask.add_argument("--gold", type=Path, default=None)
    ask.add_argument("--show", type=int, default=0)
    ask.add_argument("--least", type=float, default=0.35, help="confidence of the attributions looked at")
    given = ask.parse_args()
    records = load(gold_folder(given.gold) / "attribution" / "polnear" / "dev.jsonl") or []
    texts = {record["id"]: record["text"] for record in records}
    tagger = english_tagger()
    found: list[Error] = []
    for record in records:
        readings = tagger.read(record["text"])
        found += errors_of(record, tuple(item for item in readings if item.confidence >= given.least))
    print(f"{sum(len(record['attributions']) for record in records)} gold, {len(found)} errors")
    for kind, count in Counter(error.kind for error in found).most_common():
        print(f"{count:5d} {kind}")
    for number in range(given.show):
        error = found[number * len(found) // given.show]
        print(shown(error, texts[error.article]))


if __name__ == "__main__":
    main()
