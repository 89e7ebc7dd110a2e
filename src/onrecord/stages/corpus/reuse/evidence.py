"""What speaks for a reuse and what against it, each in the two articles' own words."""

from onrecord.data import Passage, PassageKind, Reason, Span, span_of
from onrecord.stages.corpus.reuse.decide import Judged
from onrecord.stages.corpus.reuse.overlap import Overlap
from onrecord.stages.corpus.reuse.readings import reading_of
from onrecord.stages.corpus.reuse.sided import Sided, clip
from onrecord.stages.corpus.reuse.tells import AGAINST, FOR, names_the_outlet, own_details, tell

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


def _run_reasons(later: Sided, found: Overlap) -> list[Reason]:
    flags = found.found.covered[0 if found.left is later else 1]
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


def _error_reasons(earlier: Sided, later: Sided) -> list[Reason]:
    """Misspellings that both make, where one of the two has the right form elsewhere."""
    sides = (later, earlier)
    known = {one.odd: one.other for side in sides for one in reading_of(side).spelt_twice if not one.name}
    reasons = []
    for odd, right in sorted(known.items()):
        span = later.first(odd)
        if span is not None and earlier.first(odd) is not None:
            place = next(found for side in sides if (found := side.first(right)) is not None)
            text = f"Both write “{span.text}”, and one of them also “{place.text}”: an error that they share."
            reasons.append(Reason(text, (span,)))
    return reasons[:SHOWN]


def evidence_for(
    earlier: Sided, later: Sided, found: Overlap, judged: Judged, passages: tuple[Passage, ...]
) -> tuple[Reason, ...]:
    """Credits, shared runs, the order of the same facts, what the features say, reworded sentences."""
    credits = [one for one in (names_the_outlet(found, later),) if one]
    reasons = [*credits, *_run_reasons(later, found), *_error_reasons(earlier, later)]
    chain = found.found.chain
    if len(chain) > 1:
        numbers = [link.left if found.left is later else link.right for link in chain]
        first, last = later.sentence(numbers[0]), later.sentence(numbers[-1])
        reasons.append(
            Reason(
                f"{found.found.steps} sentences follow each other in the same order in both, "
                f"from “{clip(first.text, 60)}” to “{clip(last.text, 60)}”.",
                (first, last),
            )
        )
    told = tell(FOR, judged.speaks_for, found, later)
    reasons += [reason for reason in told if reason not in reasons]
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


def evidence_against(
    later: Sided, found: Overlap, judged: Judged, passages: tuple[Passage, ...]
) -> tuple[Reason, ...]:
    """What the features say against it, what only the later has, and what it added."""
    reasons = tell(AGAINST, judged.speaks_against, found, later)
    if not any(reason.text.startswith("Only this") for reason in reasons):
        own = own_details(found, later)
        reasons += [own] if own else []
    added = [p.later for p in passages if p.kind is PassageKind.ADDED and p.later]
    added.sort(key=lambda span: (span.start - span.end, span.start))
    for span in added[:SHOWN]:
        if len(span.text.split()) >= 6:
            reasons.append(
                Reason(f"Nothing in the earlier article corresponds to “{clip(span.text)}”.", (span,))
            )
    return tuple(reasons)
