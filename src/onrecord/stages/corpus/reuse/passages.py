"""Aligned passages of a reuse: what was copied, reworded, added and dropped, sentence by sentence."""

from onrecord.config import ReuseConfig
from onrecord.data import Passage, PassageKind, Span, span_of
from onrecord.stages.corpus.reuse.profile import Profile, Sentence
from onrecord.text.align import Link, best_of_either, chain, weak_links

COPIED = 0.8


def full_links(earlier: Profile, later: Profile, config: ReuseConfig) -> list[Link]:
    """Links over all terms, quotations included (left is the earlier article).

    A weak likeness counts where it stands in the order of the rest, a strong one anywhere (moved text).
    """
    weak = weak_links(earlier.full, later.full, earlier.weights, config.weak_sentence, config.weak_evidence)
    strong = [link for link in weak if link.similarity >= config.sentence and link.shared >= config.evidence]
    return sorted({*chain(weak, len(later.full)), *best_of_either(strong)})


def span_at(text: str, sentence: Sentence) -> Span:
    """The sentence without the white space around it."""
    raw = text[sentence.start : sentence.end]
    start = sentence.start + len(raw) - len(raw.lstrip())
    return span_of(text, start, max(start, sentence.start + len(raw.rstrip())))


def _is_copied(sentence: Sentence, flags: tuple[bool, ...]) -> bool:
    own = flags[sentence.first : sentence.last]
    return bool(own) and sum(own) >= COPIED * len(own)


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
    best: dict[int, list[Link]] = {}
    for link in joined:
        best.setdefault(link.right, []).append(link)
    rows: list[Passage] = []
    for number, sentence in enumerate(later.draft.sentences):
        own = span_at(texts[1], sentence)
        found = sorted(best.get(number, ()), key=lambda link: (-link.similarity, link.left))
        if not found:
            rows.append(Passage(PassageKind.ADDED, None, own, 0.0))
        for link in found:
            other = earlier.draft.sentences[link.left]
            same = _is_copied(sentence, covered[1]) or _is_copied(other, covered[0])
            kind = PassageKind.COPIED if same else PassageKind.REWORDED
            rows.append(Passage(kind, span_at(texts[0], other), own, round(link.similarity, 4)))
    used = {link.left for link in joined}
    rows += [
        Passage(PassageKind.DROPPED, span_at(texts[0], sentence), None, 0.0)
        for number, sentence in enumerate(earlier.draft.sentences)
        if number not in used
    ]
    return tuple(rows)


def reused_share(later: Profile, passages: tuple[Passage, ...]) -> float:
    """Share of the later article's characters that stand in copied or reworded passages."""
    reused = {(p.later.start, p.later.end) for p in passages if p.later and p.earlier}
    own = {(p.later.start, p.later.end) for p in passages if p.later}
    total = sum(end - start for start, end in own)
    return round(sum(end - start for start, end in reused) / total, 4) if total else 0.0
