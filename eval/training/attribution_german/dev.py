"""Dev scores of a torch model through the product's own decoding, with the project's metrics."""

from dataclasses import dataclass, field

import numpy as np
import torch

from eval.metrics import Tally, Tokens, Triple, equal, exact_spans, match_triples, overlapping
from eval.training.attribution_german.labels import Record
from eval.training.attribution_german.model import GermanTagger, Pass
from onrecord.models.tagger.german_links import Weights
from onrecord.models.tagger.german_spans import FREE, GermanLinked, german_attributions
from onrecord.models.tagger.paths import Floats, Marked
from onrecord.models.tagger.words import Words, feed, windows

PARTS = ("source", "cue", "content")


@dataclass
class DevScore:
    """Tallies over a set."""

    parts: list[Tally] = field(default_factory=lambda: [Tally() for _ in PARTS])
    exact: Tally = field(default_factory=Tally)
    over: Tally = field(default_factory=Tally)
    kind: Tally = field(default_factory=Tally)
    nested: Tally = field(default_factory=Tally)

    def line(self) -> str:
        """All figures in percent."""
        source, cue, content = (f"{100 * tally.f1:.1f}" for tally in self.parts)
        whole = f"triple exact {100 * self.exact.f1:.1f} overlap {100 * self.over.f1:.1f}"
        shares = f"(P {100 * self.over.precision:.1f} R {100 * self.over.recall:.1f})"
        nested = f"nested P {100 * self.nested.precision:.1f} R {100 * self.nested.recall:.1f}"
        parts = f"exact source {source} cue {cue} content {content} | {whole} {shares}"
        return f"{parts} | {nested} of {self.nested.gold} | kind {100 * self.kind.precision:.1f}"

    def add(self, record: Record, found: list[GermanLinked]) -> None:
        """Count one article."""
        tokens = Tokens(record["text"])
        marked = record["attributions"]
        gold = [Triple(*(tokens.cover([(s, e) for s, e in item[part]]) for part in PARTS)) for item in marked]
        given = [
            Triple(cover([f.source] if f.source else []), cover(f.cues), cover(f.contents)) for f in found
        ]
        for number in range(3):
            counts = exact_spans((g.parts[number] for g in gold), (f.parts[number] for f in given))
            self.parts[number].add(*counts)
        self.exact.add(len(match_triples(gold, given, equal)), len(gold), len(given))
        pairs = match_triples(gold, given, overlapping)
        self.over.add(len(pairs), len(gold), len(given))
        for one, other in pairs:
            kind = marked[one]["type"]
            if "Free" not in kind and found[other].kind != FREE:
                self.kind.add(int((kind == "Direct") == (found[other].kind == 0)), 1, 1)
        pairing = dict(pairs)
        parents = gold_parents(marked, gold)
        right = sum(
            one in pairing and above in pairing and found[pairing[one]].within == pairing[above]
            for one, above in parents.items()
        )
        self.nested.add(right, len(parents), sum(item.within is not None for item in found))


def gold_parents(marked: list[Record], gold: list[Triple]) -> dict[int, int]:
    """The smallest attribution of gold whose content holds a nested one's content."""
    parents = {}
    for number, item in enumerate(marked):
        own = gold[number].content
        above = [
            (len(other.content), place)
            for place, other in enumerate(gold)
            if place != number and own <= other.content and len(own) < len(other.content)
        ]
        if item["is_nested"] and above:
            parents[number] = min(above)[1]
    return parents


def cover(spans: list[Marked] | tuple[Marked, ...]) -> frozenset[int]:
    """Numbers of the words of spans."""
    return frozenset(number for span in spans for number in range(span.first, span.last + 1))


def encode(model: GermanTagger, words: Words, limit: int) -> tuple[Floats, Floats]:
    """Tag scores and narrowed states of every word."""
    scores, states = [], []
    for first, last in windows(words, limit):
        fed, heads = feed(words, first, last)
        with torch.no_grad():
            hidden = model.encoder(torch.from_numpy(fed), Pass([fed.shape[1]], True, 0.0))[
                torch.from_numpy(heads)
            ]
            scores.append(model.tag(hidden).numpy())
            states.append(model.narrow(hidden).numpy())
    return np.concatenate(scores), np.concatenate(states)


def weights_of(model: GermanTagger) -> Weights:
    """What linker.npz holds."""
    found = {name: value.numpy().astype(np.float32) for name, value in model.chooser.state_dict().items()}
    for number, move in enumerate(model.moves()):
        found[f"move.{number}"] = move.detach().numpy()
    return found


def score_dev(model: GermanTagger, dev: list[tuple[Record, Words]], limit: int) -> DevScore:
    """Scores over (record, words)."""
    weights = weights_of(model)
    score = DevScore()
    for record, words in dev:
        if words.starts:
            score.add(record, german_attributions(words, *encode(model, words, limit), weights))
        else:
            score.add(record, [])
    return score
