"""Aligned passages of a reuse: what was copied, reworded, merged, split, moved, added and dropped."""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.config import ReuseConfig
from onrecord.data import Passage, PassageKind, Span, span_of
from onrecord.stages.corpus.reuse.profile import Profile, Sentence
from onrecord.text.align import Link, best_of_either, chain, weak_links

COPIED = 0.8
NEW = 6.0  # weight that a second link of a sentence must add


class Bundle(NamedTuple):
    """Neighbouring sentences of one article that correspond to neighbouring ones of the other."""

    earlier: tuple[int, ...]
    later: tuple[int, ...]
    similarity: float
    moved: bool


def full_links(earlier: Profile, later: Profile, config: ReuseConfig) -> list[Link]:
    """Links over all terms, quotations included (left is the earlier article).

    A weak likeness counts where it stands in the order of the rest, a strong one anywhere (moved text), but a
    heading does not move into the text.
    """
    weak = weak_links(earlier.full, later.full, earlier.weights, config.weak_sentence, config.weak_evidence)
    own, other = later.draft.sentences, earlier.draft.sentences
    strong = [
        link
        for link in weak
        if link.similarity >= config.sentence
        and link.shared >= config.evidence
        and own[link.right].heading == other[link.left].heading
    ]
    held = {*chain(weak, len(later.full)), *best_of_either(strong)}
    return essential(sorted(held), earlier, later)


def essential(links: Sequence[Link], earlier: Profile, later: Profile) -> list[Link]:
    """Links without those that tell nothing new: the strongest first, each must share words that no stronger
    link of either sentence shares already, unless neither sentence has one."""
    told: tuple[dict[int, set[str]], dict[int, set[str]]] = ({}, {})
    kept = []
    for link in sorted(links, key=lambda link: (-link.similarity, link.left, link.right)):
        left, right = told[0].setdefault(link.left, set()), told[1].setdefault(link.right, set())
        both = set(earlier.full[link.left].terms).intersection(later.full[link.right].terms)
        new = sorted(both - left - right)
        if (left or right) and sum(earlier.weights.get(term, 0.0) for term in new) < NEW:
            continue
        kept.append(link)
        left |= both
        right |= both
    return sorted(kept)


def bundles(links: Sequence[Link], size: int) -> list[Bundle]:
    """Links as bundles, in the later article's order: 1 to 1, several to 1 (merged), 1 to several (split).

    A bundle is moved when none of its links stands in the order that the rest keeps. Sentences that are
    linked but no neighbours stay bundles of their own. `size` is the count of later sentences.
    """
    kept = set(chain(links, size))
    by_later: dict[int, list[Link]] = {}
    for link in sorted(links, key=lambda link: (link.right, link.left)):
        by_later.setdefault(link.right, []).append(link)
    found: list[Bundle] = []
    for later, row in by_later.items():
        for part in _neighbours(row):
            earlier = tuple(link.left for link in part)
            moved = not any(link in kept for link in part)
            similarity = round(max(link.similarity for link in part), 4)
            last = found[-1] if found else None
            if last and last.earlier == earlier and len(earlier) == 1 and last.later[-1] == later - 1:
                similarity = max(similarity, last.similarity)
                both = (*last.later, later)
                found[-1] = Bundle(earlier, both, similarity, moved and last.moved)
            else:
                found.append(Bundle(earlier, (later,), similarity, moved))
    return found


def _neighbours(row: Sequence[Link]) -> list[list[Link]]:
    """Links of one later sentence in parts whose earlier sentences follow each other."""
    parts: list[list[Link]] = []
    for link in row:
        if parts and parts[-1][-1].left == link.left - 1:
            parts[-1].append(link)
        else:
            parts.append([link])
    return parts


def span_at(text: str, first: Sentence, last: Sentence | None = None) -> Span:
    """The sentence, or those from one to another, without the white space around."""
    low, high = first.start, (last or first).end
    raw = text[low:high]
    start = low + len(raw) - len(raw.lstrip())
    return span_of(text, start, max(start, low + len(raw.rstrip())))


def _is_copied(sentences: Sequence[Sentence], flags: Sequence[bool]) -> bool:
    own = [flags[at] for sentence in sentences for at in range(sentence.first, sentence.last)]
    return bool(own) and sum(own) >= COPIED * len(own)


def _note(bundle: Bundle) -> str:
    if len(bundle.earlier) > 1:
        return f"{len(bundle.earlier)} sentences merged into one"
    if len(bundle.later) > 1:
        return f"one sentence split into {len(bundle.later)}"
    return ""


def passages_of(
    earlier: Profile,
    later: Profile,
    texts: tuple[str, str],
    covered: tuple[tuple[bool, ...], tuple[bool, ...]],
    joined: list[Link],
) -> tuple[Passage, ...]:
    """Passages in the later article's order, then what was dropped in the earlier's order.

    `covered` tells for each word of (earlier, later) whether it lies in a shared run.
    """
    own, other = later.draft.sentences, earlier.draft.sentences
    starting: dict[int, list[Bundle]] = {}
    for bundle in bundles(joined, len(own)):
        starting.setdefault(bundle.later[0], []).append(bundle)
    held = {number for row in starting.values() for bundle in row for number in bundle.later}
    rows: list[Passage] = []
    for number, sentence in enumerate(own):
        if number not in held:
            rows.append(Passage(PassageKind.ADDED, None, span_at(texts[1], sentence), 0.0))
        for bundle in sorted(starting.get(number, ()), key=lambda one: (-one.similarity, one.earlier)):
            mine, theirs = [own[at] for at in bundle.later], [other[at] for at in bundle.earlier]
            same = _is_copied(mine, covered[1]) or _is_copied(theirs, covered[0])
            rows.append(
                Passage(
                    PassageKind.COPIED if same else PassageKind.REWORDED,
                    span_at(texts[0], theirs[0], theirs[-1]),
                    span_at(texts[1], mine[0], mine[-1]),
                    bundle.similarity,
                    _note(bundle),
                    bundle.moved,
                )
            )
    used = {link.left for link in joined}
    rows += [
        Passage(PassageKind.DROPPED, span_at(texts[0], sentence), None, 0.0)
        for number, sentence in enumerate(other)
        if number not in used
    ]
    return tuple(rows)


def reused_share(later: Profile, passages: tuple[Passage, ...]) -> float:
    """Share of the later article's characters that stand in copied or reworded passages."""
    reused = _union([(p.later.start, p.later.end) for p in passages if p.later and p.earlier])
    total = _union([(p.later.start, p.later.end) for p in passages if p.later])
    return round(min(1.0, reused / total), 4) if total else 0.0


def _union(ranges: Sequence[tuple[int, int]]) -> int:
    """Characters that lie in any of the ranges."""
    size = end = 0
    for low, high in sorted(ranges):
        size += max(0, high - max(low, end))
        end = max(end, high)
    return size
