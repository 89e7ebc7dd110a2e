"""Two articles side by side: shared word runs, linked sentences, their order. Symmetric figures."""

from dataclasses import dataclass

from onrecord.config import ReuseConfig
from onrecord.stages.corpus.reuse.profile import Profile
from onrecord.text.align import Link, chain, links
from onrecord.text.shingles import covered, hashed


@dataclass(frozen=True, slots=True)
class Side:
    """One article's part: the share of its own (unquoted) words and term weight found in the other."""

    runs: float
    run_words: int
    words: int
    linked: float
    chained: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """`links` join sentences of left and right (numbers); `order` is the chain's share of linked sentences."""

    left: Side
    right: Side
    links: tuple[Link, ...]
    chain: tuple[Link, ...]
    order: float
    covered: tuple[tuple[bool, ...], tuple[bool, ...]]


def _swap(link: Link) -> Link:
    return Link(link.right, link.left, link.similarity, link.shared)


def _side(profile: Profile, found: list[bool], linked: set[int], chained: set[int]) -> Side:
    outside = [flag for flag, inside in zip(found, profile.draft.inside, strict=True) if not inside]
    total = sum(unit.weight for unit in profile.plain) or 1.0
    return Side(
        runs=sum(outside) / max(1, len(outside)),
        run_words=sum(outside),
        words=len(outside),
        linked=sum(profile.plain[number].weight for number in linked) / total,
        chained=sum(profile.plain[number].weight for number in chained) / total,
    )


def compare(left: Profile, right: Profile, config: ReuseConfig) -> Comparison:
    """Compare two articles; `compare(a, b)` and `compare(b, a)` tell the same of each article."""
    folded = [[word.fold for word in one.draft.words] for one in (left, right)]
    found_left = covered(folded[0], hashed(folded[1], config.run), config.run)
    found_right = covered(folded[1], hashed(folded[0], config.run), config.run)
    joined = links(left.plain, right.plain, left.weights, config.sentence, config.evidence)
    forward = chain(joined)
    backward = [_swap(link) for link in chain(sorted(_swap(link) for link in joined))]
    kept = max(forward, sorted(backward), key=lambda row: (len(row), sum(link.shared for link in row)))
    sides = []
    for place, (profile, found) in enumerate(((left, found_left), (right, found_right))):
        linked = {link[place] for link in joined}
        sides.append(_side(profile, found, linked, {int(link[place]) for link in kept}))
    most = max(len({link.left for link in joined}), len({link.right for link in joined}), 1)
    held = max(len({link.left for link in kept}), len({link.right for link in kept}))
    return Comparison(
        sides[0], sides[1], tuple(joined), tuple(kept), held / most, (tuple(found_left), tuple(found_right))
    )
