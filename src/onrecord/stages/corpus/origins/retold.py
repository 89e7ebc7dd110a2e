"""What an article that took text made of the attributions of the article it took it from."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.data import Passage, PassageKind, ReuseKind, Span
from onrecord.stages.corpus.origins.lines import FAITHFUL, Lines, counterpart, is_added
from onrecord.stages.corpus.origins.notes import Notes, Said

WIDE = 400  # attributions looked at around a passage


@dataclass(frozen=True, slots=True)
class Retold:
    """How an article's sayings stand to those of the one it took from.

    `twin` gives an attribution's counterpart there, `lost` are those that have none although nothing was
    added; `span` and `words` are a passage that both have, as they stand in this and in the other article.
    """

    earlier: str
    kind: ReuseKind
    directed: bool
    share: float
    twin: Mapping[str, str]
    lost: frozenset[str]
    span: Span | None
    words: str


def retold_of(notes: Notes, other: Notes, lines: Lines) -> Retold | None:
    """How `notes` retells `other`, which it was counted with; None when reuse does not touch it."""
    reuse = lines.reuse_of(notes.id)
    if reuse is None or reuse.earlier != other.id:
        return None
    passages = reuse.passages
    starts = [said.start for said in other.said]
    ordered = sorted(range(len(other.said)), key=lambda n: (starts[n], n))
    faithful = reuse.kind in FAITHFUL and reuse.directed and bool(passages)
    twin: dict[str, str] = {}
    lost = set()
    for said in notes.said:
        there = counterpart(passages, said.start, said.end)
        match = _best(said, there, other, ordered) if there is not None else None
        if match is not None:
            twin[said.id] = match.id
        elif faithful and not is_added(passages, said.start, said.end):
            lost.add(said.id)
    span, words = _shared(passages)
    return Retold(reuse.earlier, reuse.kind, reuse.directed, reuse.share, twin, frozenset(lost), span, words)


def _best(said: Said, there: Span, other: Notes, ordered: list[int]) -> Said | None:
    """The attribution of the other article whose content shares most with a stretch of it."""
    place = bisect_left([other.said[n].start for n in ordered], there.end)
    near = [other.said[n] for n in ordered[max(0, place - WIDE) : place]]
    scored = [(_overlap(one, there), one.title == said.title, _alike(one, said), one) for one in near]
    fitting = [item for item in scored if item[0] > 0]
    best = max(fitting, key=lambda item: (item[1], item[2], item[0], item[3].id), default=None)
    return best[3] if best is not None else None


def _overlap(said: Said, there: Span) -> int:
    return min(said.end, there.end) - max(said.start, there.start)


def _alike(one: Said, other: Said) -> float:
    """Share of terms that two sayings have in common."""
    mine, theirs = {term for term, _ in one.terms}, {term for term, _ in other.terms}
    return len(mine & theirs) / max(1, len(mine | theirs))


def _shared(passages: tuple[Passage, ...]) -> tuple[Span | None, str]:
    """The passage to show: the longest that was copied, else reworded."""
    both = [p for p in passages if p.earlier is not None and p.later is not None]
    best = max(
        both,
        key=lambda p: (p.kind is PassageKind.COPIED, p.similarity, _length(p)),
        default=None,
    )
    if best is None or best.earlier is None:
        return None, ""
    return best.later, " ".join(best.earlier.text.split())


def _length(passage: Passage) -> int:
    return passage.later.end - passage.later.start if passage.later is not None else 0
