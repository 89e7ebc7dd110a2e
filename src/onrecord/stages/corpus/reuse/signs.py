"""Signs that an article is the later of two: each found in its words beside the other's.

A sign is looked for in both articles by the same function, so that it speaks for neither by itself;
`direction` weighs the difference.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.data import Span, span_of
from onrecord.lang.rewriting import (
    APPROXIMATE,
    ELEGANT_CUES,
    HEDGE_PHRASES,
    HEDGES,
    INFLATED,
    OWN_WORK,
    PLAIN_CUES,
    TAKEN,
)
from onrecord.stages.corpus.reuse.sided import Sided, clip, sentence_around
from onrecord.text.fold import Word, fold
from onrecord.text.terms import is_number
from onrecord.text.wordruns import Phrase, find_phrases

MIN_QUOTE = 4
Pairs = Sequence[tuple[tuple[int, ...], tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Sign:
    """One place that makes an article look later. `text` quotes both sides."""

    span: Span
    text: str


Finder = Callable[[Sided, Sided, Pairs], Iterator[Sign]]


def _plain(side: Sided, sentences: tuple[int, ...]) -> list[Word]:
    return [word for number in sentences for word in side.plain_words(number)]


def _phrases(side: Sided, words: Sequence[Word], wanted: tuple[Phrase, ...]) -> Iterator[Span]:
    for first, end in find_phrases([word.fold for word in words], wanted):
        yield side.span(words[first], words[end - 1])


def hedged(this: Sided, other: Sided, pairs: Pairs) -> Iterator[Sign]:
    """It hedges ("reportedly", "according to") what the other states flatly."""
    for own, theirs in pairs:
        words, beside = _plain(this, own), _plain(other, theirs)
        if {w.fold for w in beside} & HEDGES or any(_phrases(other, beside, HEDGE_PHRASES)):
            continue
        spans = [this.span(w, w) for w in words if w.fold in HEDGES]
        for span in [*spans, *_phrases(this, words, HEDGE_PHRASES)][:1]:
            near = clip(other.sentence(theirs[0]).text, 70)
            yield Sign(span, f"it hedges with “{span.text}” where the other states flatly “{near}”")


def elegant(this: Sided, other: Sided, pairs: Pairs) -> Iterator[Sign]:
    """It varies the verb ("affirmed", "remarked") where the other plainly says "said"."""
    for own, theirs in pairs:
        words, beside = _plain(this, own), _plain(other, theirs)
        plain = [w for w in beside if w.fold in PLAIN_CUES]
        fine = [w for w in words if w.fold in ELEGANT_CUES and not w.capital]
        if plain and fine and not any(w.fold in PLAIN_CUES for w in words):
            span = this.span(fine[0], fine[0])
            said = other.text[plain[0].start : plain[0].end]
            near = clip(other.sentence(theirs[0]).text, 70)
            yield Sign(span, f"“{span.text}” stands where the other plainly has “{said}”: “{near}”")


def inflated(this: Sided, other: Sided, pairs: Pairs) -> Iterator[Sign]:
    """It pads with words of a rewriter's stock that the other does without."""
    for own, theirs in pairs:
        beside = {w.fold for w in _plain(other, theirs)}
        if beside & INFLATED:
            continue
        for word in [w for w in _plain(this, own) if w.fold in INFLATED][:1]:
            near = clip(other.sentence(theirs[0]).text, 70)
            yield Sign(this.span(word, word), f"it has “{word.fold}” where the other does without: “{near}”")


def rounded(this: Sided, other: Sided, pairs: Pairs) -> Iterator[Sign]:
    """It puts "about" or "over" before a figure that the other gives bare."""
    for own, theirs in pairs:
        words, beside = _plain(this, own), _plain(other, theirs)
        bare = {
            w.fold
            for at, w in enumerate(beside)
            if is_number(w.fold) and not any(v.fold in APPROXIMATE for v in beside[max(0, at - 2) : at])
        }
        for at in range(1, len(words)):
            if words[at].fold in bare and words[at - 1].fold in APPROXIMATE:
                span = this.span(words[at - 1], words[at])
                yield Sign(span, f"it rounds to “{span.text}” what the other gives as “{words[at].fold}”")


def _quote_words(side: Sided) -> list[tuple[int, int, list[str]]]:
    draft, at, found = side.profile.draft, 0, []
    for low, high in draft.quotes:
        while at < len(draft.words) and draft.words[at].start < low:
            at += 1
        first = at
        while at < len(draft.words) and draft.words[at].start < high:
            at += 1
        found.append((low, high, [word.fold for word in draft.words[first:at]]))
    return found


def trimmed(this: Sided, other: Sided, pairs: Pairs) -> Iterator[Sign]:
    """It quotes a part of what the other quotes in full."""
    whole = [(low, high, f" {' '.join(ws)} ", len(ws)) for low, high, ws in _quote_words(other)]
    for low, high, words in _quote_words(this):
        if len(words) < 2:
            continue
        part = f" {' '.join(words)} "
        for start, end, text, size in whole:
            if part in text and size >= len(words) + 3:
                quoted = clip(other.text[start:end], 90)
                yield Sign(
                    span_of(this.text, low, high),
                    f"it quotes only “{clip(this.text[low:high], 60)}” of “{quoted}”",
                )
                break


def unquoted(this: Sided, other: Sided, pairs: Pairs) -> Iterator[Sign]:
    """It retells in its own words what the other quotes: the counterpart has no quotation marks."""
    quotes = [(low, high, words) for low, high, words in _quote_words(other) if len(words) >= MIN_QUOTE]
    held = [f" {' '.join(words)} " for _, _, words in _quote_words(this)]
    for own, theirs in pairs:
        span = this.sentence(own[0])
        if any(q.start < this.sentence(own[-1]).end and q.end > span.start for q in _ranges(this)):
            continue
        first, last = other.sentence(theirs[0]).start, other.sentence(theirs[-1]).end
        for low, high, words in quotes:
            part = " ".join(words[:3])
            if first <= low and high <= last + 1 and not any(f" {part} " in text for text in held):
                yield Sign(
                    span,
                    f"it retells in its own words what the other quotes: “{clip(other.text[low:high], 60)}”",
                )
                break


def _ranges(side: Sided) -> list[Span]:
    return [Span(low, high, "") for low, high in side.profile.draft.quotes]


def unscared(this: Sided, other: Sided, pairs: Pairs) -> Iterator[Sign]:
    """It drops the quotation marks around a single word of the other."""
    draft = other.profile.draft
    single = {
        words[0]: (low, high)
        for low, high, words in _quote_words(other)
        if len(words) == 1 and len(words[0]) > 3
    }
    own_quoted = {
        word.fold
        for word, inside in zip(this.profile.draft.words, this.profile.draft.inside, strict=True)
        if inside
    }
    for folded, (low, high) in sorted(single.items()):
        span = this.first(folded)
        if span and folded not in own_quoted and draft.words:
            yield Sign(
                span,
                f"it has “{span.text}” bare, the other “{other.text[low:high]}” in quotation marks",
            )


def fewer_details(this: Sided, other: Sided, pairs: Pairs) -> Iterator[Sign]:
    """Its counterpart of a sentence lacks a name or a figure that the other gives."""
    everywhere = {word.fold for word in this.profile.draft.words}
    for own, theirs in pairs:
        for number in theirs:
            missing = [
                w
                for w in other.words(number)[1:]
                if (w.capital or is_number(w.fold)) and w.fold not in everywhere
            ]
            if missing:
                shown = ", ".join(f"“{other.text[w.start : w.end]}”" for w in missing[:3])
                yield Sign(
                    this.sentence(own[0]),
                    f"“{clip(this.sentence(own[0]).text, 70)}” lacks {shown} of the other",
                )
                break


def own_work(this: Sided, other: Sided, pairs: Pairs) -> Iterator[Sign]:
    """The other shows its own reporting ("told this newspaper"); this one does not."""
    words = this.profile.draft.words
    beside = other.profile.draft.words
    if any(_phrases(this, words, OWN_WORK)):
        return
    for span in list(_phrases(other, beside, OWN_WORK))[:1]:
        start = (
            span_of(this.text, words[0].start, words[min(len(words), 8) - 1].end) if words else Span(0, 0, "")
        )
        shown = clip(sentence_around(other, span), 90)
        yield Sign(start, f"only the other shows its own reporting: “{shown}”")


def taken(this: Sided, other: Sided, pairs: Pairs) -> Iterator[Sign]:
    """It says itself that it was published elsewhere first."""
    for span in list(_phrases(this, this.profile.draft.words, TAKEN))[:1]:
        yield Sign(span, f"it says of itself “{clip(sentence_around(this, span), 70)}”")


def rebranded(this: Sided, other: Sided, pairs: Pairs) -> Iterator[Sign]:
    """Its text opens with a house mark in brackets ("(GAM)") instead of a place."""
    opening = this.text[:400]
    at = opening.find("(")
    if at < 0 or not (at == 0 or opening[at - 1] == "\n"):
        return
    end = opening.find(")", at)
    mark = opening[at + 1 : end] if 0 < end < at + 25 else ""
    if mark and mark.upper() == mark and fold(mark) not in {w.fold for w in other.profile.draft.words}:
        near = clip(this.text[at : at + 200].split("\n")[0], 90)
        yield Sign(span_of(this.text, at, end + 1), f"it opens with the house mark “({mark})”: “{near}”")
