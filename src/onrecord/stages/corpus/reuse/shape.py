"""In what manner two articles share text: sentences word for word, reworded, or of their own."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.stages.corpus.reuse.drafts import APART, Draft
from onrecord.stages.corpus.reuse.overlap import Overlap
from onrecord.text.align import Link

VERBATIM = 0.8  # of its words in shared runs: a sentence is copied
TOUCHED = 0.1


@dataclass(frozen=True, slots=True)
class Manner:
    """Words of an article's sentences: `verbatim`, `reworded` and `own` add up to `words`; `mixed` are
    those in sentences of which a part, neither nothing nor nearly all, stands in shared runs. `longest`
    are the numbers of the longest sentences word for word, reworded and its own, None without any."""

    words: int
    verbatim: int
    reworded: int
    own: int
    mixed: int
    longest: tuple[int | None, int | None, int | None] = (None, None, None)


def manner_of(draft: Draft, flags: Sequence[bool], linked: frozenset[int]) -> Manner:
    """The manner of one article's sentences; headings, captions and the like left out."""
    mixed = 0
    sizes, most = [0, 0, 0], [0, 0, 0]
    longest: list[int | None] = [None, None, None]
    for number, sentence in enumerate(draft.sentences):
        if sentence.heading:
            continue
        places = [at for at in range(sentence.first, sentence.last) if draft.inside[at] != APART]
        size = len(places)
        shared = sum(flags[at] for at in places)
        manner = 0 if size and shared >= VERBATIM * size else 1 if number in linked else 2
        sizes[manner] += size
        if size > most[manner]:
            most[manner], longest[manner] = size, number
        if TOUCHED * size < shared < VERBATIM * size:
            mixed += size
    verbatim, reworded, own = sizes
    return Manner(sum(sizes), verbatim, reworded, own, mixed, (longest[0], longest[1], longest[2]))


def manners(found: Overlap, links: Sequence[Link], near_is_left: bool) -> tuple[Manner, Manner]:
    """The manners of near and far; `links` are those of all terms, left to right."""
    flags = found.found.covered
    left, right = frozenset(link.left for link in links), frozenset(link.right for link in links)
    one = manner_of((found.near if near_is_left else found.far).side.profile.draft, flags[0], left)
    other = manner_of((found.far if near_is_left else found.near).side.profile.draft, flags[1], right)
    return (one, other) if near_is_left else (other, one)


def shape_of(found: Overlap, near: Manner, far: Manner) -> Mapping[str, float]:
    """The figures by which the kind is told, rounded: the shares of each manner on both sides, verbatim
    words (log), words in blocks (log), credits that one side gives more than the other, and the cover."""
    values: dict[str, float] = {}
    for name, manner in (("near", near), ("far", far)):
        total = max(1, manner.words)
        values[f"verbatim_{name}"] = manner.verbatim / total
        values[f"reworded_{name}"] = manner.reworded / total
        values[f"own_{name}"] = manner.own / total
        values[f"mixed_{name}"] = manner.mixed / total
        values[f"verbatim_words_{name}"] = math.log1p(manner.verbatim)
    named = min(2, abs(found.near.names_other - found.far.names_other))
    passing = min(2, abs(found.near.passings - found.far.passings))
    values["blocks"] = math.log1p(found.block_words)
    values["names_outlet"] = float(named)
    values["cites_media"] = float(passing)
    values["any_credit"] = float(bool(named or passing))
    values["both_credits"] = float(bool(named and passing))
    values["cover"] = found.near.cover
    return {name: round(value, 4) for name, value in values.items()}
