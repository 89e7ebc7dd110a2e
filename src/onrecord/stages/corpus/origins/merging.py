"""Voices that are one origin: groups of keys, joined surely or in doubt, with a proof of each joining."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.data import Proof
from onrecord.stages.corpus.origins.voices import Key


@dataclass(slots=True)
class _Forest:
    parent: dict[Key, Key] = field(default_factory=dict)

    def root(self, key: Key) -> Key:
        self.parent.setdefault(key, key)
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def join(self, one: Key, other: Key) -> bool:
        """Join two; False when they were together."""
        low, high = sorted((self.root(one), self.root(other)))
        self.parent[high] = low
        return low != high


@dataclass(slots=True)
class Merging:
    """Keys of one scope. Low counts doubtful joinings as made, high as not made."""

    sure: _Forest = field(default_factory=_Forest)
    either: _Forest = field(default_factory=_Forest)
    proofs: list[Proof] = field(default_factory=list)

    def add(self, keys: Iterable[Key]) -> None:
        """Keys that stand for themselves until they are joined."""
        for key in keys:
            self.sure.root(key)
            self.either.root(key)

    def join(self, one: Key, other: Key, proof: Proof) -> None:
        """Two keys are one origin; what joins nothing new needs no proof."""
        if self.sure.join(one, other):
            self.proofs.append(proof)
        self.either.join(one, other)

    def doubt(self, one: Key, other: Key, proof: Proof, shown: bool = False) -> None:
        """Two keys may be one origin. To be called when all that is sure has been joined.

        `shown`: the proof is kept although another doubt has joined them before.
        """
        if self.either.join(one, other) or shown:
            self.proofs.append(proof)

    def group_of(self, key: Key) -> Key:
        """What stands for the origin that a key belongs to."""
        return self.sure.root(key)

    def low(self) -> int:
        """How many origins there are when all that is doubtful is one."""
        return len({self.either.root(key) for key in self.either.parent})


def in_order(proofs: Sequence[Proof]) -> tuple[Proof, ...]:
    """Proofs in an order of their own."""
    return tuple(
        sorted(
            set(proofs),
            key=lambda p: (p.kind, p.article_id, p.other_id or "", p.span.start if p.span else -1, p.reason),
        )
    )
