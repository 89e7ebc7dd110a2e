"""Pairs worth aligning, by keys that copies and rewrites share; never all pairs.

Three kinds of key: MinHash bands over word triples (copies, also heavily cut ones), runs of words in
quotation marks (rewriting leaves quotations alone), and the rarest terms (what a story cannot be
told without). A band or a quotation suffices; of rare terms several must be shared.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from onrecord.config import ReuseConfig
from onrecord.engine import Engine
from onrecord.stages.corpus.reuse.profile import Profile
from onrecord.text.buckets import pairs_within
from onrecord.text.shingles import bands, hashed

Pair = tuple[str, str]
QUOTE_WORDS = 6
QUOTE_KEYS = 4


def _quote_keys(profile: Profile) -> Iterator[str]:
    """The smallest hashes of the six-word runs of every quotation: they survive trimming."""
    words = profile.draft.words
    at = 0
    for low, high in profile.draft.quotes:
        while at < len(words) and words[at].start < low:
            at += 1
        first = at
        while at < len(words) and words[at].start < high:
            at += 1
        runs = sorted(set(hashed([word.fold for word in words[first:at]], QUOTE_WORDS)))
        yield from (f"q{run:x}" for run in runs[:QUOTE_KEYS])


def keys_of(profile: Profile, config: ReuseConfig) -> list[tuple[str, float]]:
    """All keys of one article with what sharing each counts (1 makes a candidate)."""
    folded = [word.fold for word in profile.draft.words]
    found = [(f"b{key}", 1.0) for key in bands(folded, config.shingle, config.bands, config.rows)]
    found += [(key, 1.0) for key in sorted(set(_quote_keys(profile)))]
    rare = sorted(profile.weights.items(), key=lambda item: (-item[1], item[0]))
    counts: dict[str, int] = {}
    for sentence in profile.draft.sentences:
        for term in (*sentence.plain, *sentence.quoted):
            counts[term] = counts.get(term, 0) + 1
    rare.sort(key=lambda item: (-item[1] * min(3, counts[item[0]]), item[0]))
    return found + [(f"t{term}", 1.0 / config.rare_shared) for term, _ in rare[: config.rare]]


def _keyed(profile: Profile, config: ReuseConfig) -> list[tuple[str, tuple[str, str, float]]]:
    folded = [word.fold for word in profile.draft.words]
    order = f"{min(hashed(folded, config.shingle), default=0):016x}"
    return [(key, (order, profile.draft.id, counts)) for key, counts in keys_of(profile, config)]


def _bucket(
    key: str, members: list[tuple[str, str, float]], cap: int
) -> Iterator[tuple[str, tuple[str, str, float]]]:
    counts = members[0][2]
    for left, right in pairs_within([(order, name) for order, name, _ in members], cap):
        yield f"{left} {right}", (left, right, counts)


def _enough(key: str, found: list[tuple[str, str, float]]) -> Iterator[Pair]:
    if round(sum(counts for _, _, counts in found), 6) >= 1.0:
        yield found[0][0], found[0][1]


def candidate_pairs(profiles: Sequence[Profile], engine: Engine, config: ReuseConfig) -> list[Pair]:
    """Candidate pairs (smaller id first), sorted."""
    keyed = chain.from_iterable(engine.map(partial(_keyed, config=config), profiles))
    found = engine.group(keyed, partial(_bucket, cap=config.bucket))
    return list(engine.group(found, _enough))
