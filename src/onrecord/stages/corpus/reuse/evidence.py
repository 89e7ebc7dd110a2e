"""What speaks for a reuse and what against it, each in the two articles' own words."""

from onrecord.data import Passage, PassageKind, Reason, Span, span_of
from onrecord.stages.corpus.reuse.compare import Comparison
from onrecord.stages.corpus.reuse.sided import Sided, clip
from onrecord.text.terms import is_number

SHOWN = 3


def _runs(side: Sided, flags: tuple[bool, ...], quoted: bool) -> list[Span]:
    """Longest shared runs of words, inside or outside quotation marks, longest first."""
    words, inside = side.profile.draft.words, side.profile.draft.inside
    found: list[Span] = []
    first: int | None = None
    for number in range(len(words) + 1):
        on = number < len(words) and flags[number] and inside[number] == quoted
        if on and first is None:
            first = number
        elif not on and first is not None:
            found.append(span_of(side.text, words[first].start, words[number - 1].end))
            first = None
    return sorted(found, key=lambda span: (span.start - span.end, span.start))


def _run_reasons(earlier: Sided, later: Sided, found: Comparison) -> list[Reason]:
    flags = found.covered[0] if later.id == found_left_id(found, earlier, later) else found.covered[1]
    reasons = []
    for span in _runs(later, flags, quoted=False)[:SHOWN]:
        count = len(span.text.split())
        if count >= 5:
            reasons.append(
                Reason(
                    f"{count} words in a row, outside quotation marks, stand in both: “{clip(span.text)}”.",
                    (span,),
                )
            )
    for span in _runs(later, flags, quoted=True)[:SHOWN]:
        if len(span.text.split()) >= 5:
            reasons.append(
                Reason(
                    f"Both quote “{clip(span.text)}” (a quotation alone could come from one speech).", (span,)
                )
            )
    return reasons


def found_left_id(found: Comparison, earlier: Sided, later: Sided) -> str:
    """The id of the comparison's left article: the smaller one."""
    return min(earlier.id, later.id)


def evidence_for(
    earlier: Sided, later: Sided, found: Comparison, passages: tuple[Passage, ...]
) -> tuple[Reason, ...]:
    """Shared runs of words, then the order of the same facts, then reworded sentences side by side."""
    reasons = _run_reasons(earlier, later, found)
    place = 0 if later.id == found_left_id(found, earlier, later) else 1
    if len(found.chain) > 1:
        numbers = [link.right if place else link.left for link in found.chain]
        first, last = later.sentence(numbers[0]), later.sentence(numbers[-1])
        reasons.append(
            Reason(
                f"{found.steps} sentences follow each other in the same order in both, "
                f"from “{clip(first.text, 60)}” to “{clip(last.text, 60)}”.",
                (first, last),
            )
        )
    reworded = [p for p in passages if p.kind is PassageKind.REWORDED and p.earlier and p.later]
    reworded.sort(key=lambda p: (-p.similarity, p.later.start if p.later else 0))
    for passage in reworded[:SHOWN]:
        if passage.earlier and passage.later:
            reasons.append(
                Reason(
                    f"“{clip(passage.earlier.text)}” is reworded as “{clip(passage.later.text)}”.",
                    (passage.later,),
                )
            )
    return tuple(reasons)


def _details(side: Sided) -> dict[str, Span]:
    """Names and numbers of an article (by folded form) at their first place, headings left out."""
    found: dict[str, Span] = {}
    for number, sentence in enumerate(side.profile.draft.sentences):
        for word in side.profile.draft.words[sentence.first + 1 : sentence.last]:
            if word.capital or is_number(word.fold):
                found.setdefault(word.fold, span_of(side.text, word.start, word.end))
        if number > 400:
            break
    return found


def evidence_against(earlier: Sided, later: Sided, passages: tuple[Passage, ...]) -> tuple[Reason, ...]:
    """Names and numbers only the later has (it knew more than the earlier text), and what it added."""
    own, other = _details(later), {word.fold for word in earlier.profile.draft.words}
    only = sorted((span for fold, span in own.items() if fold not in other), key=lambda span: span.start)
    reasons = []
    if only:
        shown = ", ".join(f"“{span.text}”" for span in only[:8])
        reasons.append(
            Reason(
                f"Only the later article has {shown}: another source or a fuller version.", tuple(only[:8])
            )
        )
    added = [p.later for p in passages if p.kind is PassageKind.ADDED and p.later]
    added.sort(key=lambda span: (span.start - span.end, span.start))
    for span in added[:SHOWN]:
        if len(span.text.split()) >= 6:
            reasons.append(
                Reason(f"Nothing in the earlier article corresponds to “{clip(span.text)}”.", (span,))
            )
    return tuple(reasons)
