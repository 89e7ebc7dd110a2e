"""Two articles side by side: shared word runs, linked sentences, their order. Symmetric figures."""

from dataclasses import dataclass

from onrecord.config import ReuseConfig
from onrecord.stages.corpus.reuse.profile import RUN, Profile
from onrecord.text.align import Link, best_of_either, chain, weak_links
from onrecord.text.shingles import covered


@dataclass(frozen=True, slots=True)
class Side:
    """One article's part, its quotations left out: `runs`, the share of its words in shared runs;
    `told`, the share of its term weight that the other tells in the same order; `chained`, the share
    of its sentences (by weight) that do so; `dense`, that share between the first and last of them;
    `heard`, the share of its term weight that the other tells anywhere, sentence beside best sentence."""

    runs: float
    run_words: int
    words: int
    told: float
    chained: float
    dense: float
    heard: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """`chain` links sentences of left and right that say the same in the same order; `order` is the
    chain's share of all that is linked, `chance` what a chain through one article read backwards
    weighs beside it (0 to 1 and more: any two long texts on one topic chain a little, in any order);
    `covered` tells of each word whether it is in a shared run."""

    left: Side
    right: Side
    links: tuple[Link, ...]
    chain: tuple[Link, ...]
    order: float
    chance: float
    covered: tuple[tuple[bool, ...], tuple[bool, ...]]

    @property
    def steps(self) -> int:
        """How many sentences of the side that has fewer of them stand in the chain."""
        return min(len({link.left for link in self.chain}), len({link.right for link in self.chain}))


def _side(profile: Profile, found: list[bool], shared: dict[int, float], best: dict[int, float]) -> Side:
    outside = [flag for flag, inside in zip(found, profile.draft.inside, strict=True) if not inside]
    weights = [unit.weight for unit in profile.plain]
    total = sum(weights) or 1.0
    between = sum(weights[min(shared) : max(shared) + 1]) if shared else 0.0
    chained = sum(weights[number] for number in shared)
    return Side(
        runs=sum(outside) / max(1, len(outside)),
        run_words=sum(outside),
        words=len(outside),
        told=sum(min(value, weights[number]) for number, value in shared.items()) / total,
        chained=chained / total,
        dense=chained / between if between else 0.0,
        heard=sum(best.values()) / total,
    )


def _by_unit(found: list[Link], right: bool) -> dict[int, float]:
    shared: dict[int, float] = {}
    for link in found:
        number = link.right if right else link.left
        shared[number] = shared.get(number, 0.0) + link.shared
    return shared


def _most(found: list[Link], right: bool) -> dict[int, float]:
    """The weight that each sentence of one side shares with the sentence that is most like it."""
    most: dict[int, float] = {}
    for link in found:
        number = link.right if right else link.left
        most[number] = max(most.get(number, 0.0), link.shared)
    return most


def _chance(weak: list[Link], kept: list[Link], size: int) -> float:
    """Weight of the best chain with the right article reversed, beside that of `kept`; 1 without a chain."""
    backwards = chain([link._replace(right=size - 1 - link.right) for link in weak], size)
    weight = sum(link.shared * link.similarity for link in kept)
    return sum(link.shared * link.similarity for link in backwards) / weight if weight else 1.0


def compare(left: Profile, right: Profile, config: ReuseConfig) -> Comparison:
    """Compare two articles (the one with the smaller id is `left`)."""
    one, other = left.draft, right.draft
    found_left = covered(one.runs, frozenset(other.runs), RUN, len(one.words))
    found_right = covered(other.runs, frozenset(one.runs), RUN, len(other.words))
    weak = weak_links(left.plain, right.plain, left.weights, config.weak_sentence, config.weak_evidence)
    kept = chain(weak, len(right.plain))
    best = best_of_either(weak)
    row = set(kept)
    held = sum(link.shared for link in best if link in row)
    total = sum(link.shared for link in best)
    return Comparison(
        left=_side(left, found_left, _by_unit(kept, right=False), _most(weak, right=False)),
        right=_side(right, found_right, _by_unit(kept, right=True), _most(weak, right=True)),
        links=tuple(weak),
        chain=tuple(kept),
        order=held / total if total else 0.0,
        chance=_chance(weak, kept, len(right.plain)) if len(kept) >= config.least_steps else 1.0,
        covered=(tuple(found_left), tuple(found_right)),
    )
