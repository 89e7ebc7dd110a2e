"""What the features say of one pair, in a sentence for the reader that quotes its words, names and figures.

Each teller belongs to one or more features and speaks only where it has something to quote. Spans lie in
the article that is named `shown`.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from onrecord.data import Reason, Span, span_of
from onrecord.stages.corpus.reuse.drafts import PLAIN
from onrecord.stages.corpus.reuse.overlap import Overlap, Part, named_in
from onrecord.stages.corpus.reuse.sided import Sided, clip, sentence_around
from onrecord.stages.corpus.reuse.traits import Detail

LISTED = 6
Teller = Callable[[Overlap, Sided], Reason | None]


def _word(side: Sided, number: int) -> Span:
    word = side.profile.draft.words[number]
    return span_of(side.text, word.start, word.end)


def _listed(spans: Sequence[Span]) -> str:
    return ", ".join(f"“{span.text}”" for span in spans[:LISTED])


def _shared(found: Overlap, shown: Sided) -> list[Span]:
    """The shared details at their first places in `shown`, in its order."""
    keys = {detail.key for detail in found.shared}
    return [_word(shown, detail.word) for detail in shown.profile.traits.details if detail.key in keys]


def _parts(found: Overlap, shown: Sided) -> tuple[Part, Part]:
    return (found.near, found.far) if found.near.side is shown else (found.far, found.near)


def same_details(found: Overlap, shown: Sided) -> Reason | None:
    """How many of its names and figures the other has, and whether in one order."""
    spans = _shared(found, shown)
    if len(spans) < 2:
        return None
    count = len(shown.profile.traits.details)
    order = f", {round(found.order * len(found.shared))} of them in the same order" if len(spans) > 3 else ""
    text = f"{len(spans)} of its {count} names and figures stand in the other too{order}: {_listed(spans)}."
    return Reason(text, tuple(spans[:LISTED]))


def same_event(found: Overlap, shown: Sided) -> Reason:
    """How much of what it tells the other tells too, and the weightiest names and figures of both."""
    part, _ = _parts(found, shown)
    keys = {detail.key for detail in found.shared}
    both = _heaviest([detail for detail in shown.profile.traits.details if detail.key in keys])
    spans = [_word(shown, detail.word) for detail in both]
    text = (
        f"By weight {round(100 * part.cover)} percent of its words outside quotations and "
        f"{round(100 * part.names)} percent of its names stand in the other; both have {_listed(spans)}: "
        "the same event, told apart."
    )
    return Reason(text, tuple(spans))


def own_details(found: Overlap, shown: Sided) -> Reason | None:
    """What it names that the other does not have."""
    part, other = _parts(found, shown)
    held = {detail.key for detail in other.side.profile.traits.details}
    own = [detail for detail in part.side.profile.traits.details if detail.key not in held]
    spans = [_word(shown, detail.word) for detail in _heaviest(own)]
    if not spans:
        return None
    return Reason(f"Only this article has {_listed(spans)}.", tuple(spans[:LISTED]))


def _heaviest(details: Sequence[Detail]) -> list[Detail]:
    ranked = sorted(details, key=lambda detail: (-detail.weight, detail.word))[:LISTED]
    return sorted(ranked, key=lambda detail: detail.word)


def odd_words_kept(found: Overlap, shown: Sided) -> Reason | None:
    """Rare words in small letters that both use."""
    spans = sorted(
        _word(shown, shown.profile.traits.odd[term]) for term in found.odd if term in shown.profile.traits.odd
    )
    if not spans:
        return None
    return Reason(f"Both use the rare words {_listed(spans)} outside quotations.", tuple(spans[:LISTED]))


def own_quotations(found: Overlap, shown: Sided) -> Reason | None:
    """The longest quotation that the other does not have."""
    other = _parts(found, shown)[1].side.profile.traits
    own = [
        quote
        for quote in shown.profile.traits.quotes
        if quote.runs and not other.quote_runs & set(quote.runs) and not other.plain_runs & set(quote.runs)
    ]
    if not own:
        return None
    longest = max(own, key=lambda quote: (quote.end - quote.first, -quote.first))
    words = shown.profile.draft.words
    span = span_of(shown.text, words[longest.first].start, words[longest.end - 1].end)
    return Reason(f"The other does not have what it quotes: “{clip(span.text)}”.", (span,))


def same_quotation(found: Overlap, shown: Sided) -> Reason | None:
    """The longest quotation of which both have words."""
    other = _parts(found, shown)[1].side.profile.traits
    held = [quote for quote in shown.profile.traits.quotes if other.quote_runs & set(quote.runs)]
    if not held:
        return None
    longest = max(held, key=lambda quote: (quote.end - quote.first, -quote.first))
    words = shown.profile.draft.words
    span = span_of(shown.text, words[longest.first].start, words[longest.end - 1].end)
    return Reason(f"Both quote “{clip(span.text)}”, as anybody could who heard it.", (span,))


def names_the_outlet(found: Overlap, shown: Sided) -> Reason | None:
    """Where it gives the other's outlet as its source."""
    other = _parts(found, shown)[1].side
    places = named_in(shown, other)
    if not places:
        return None
    last = places[0]
    while last + 1 in places:
        last += 1
    words = shown.profile.draft.words
    span = span_of(shown.text, words[places[0]].start, words[last].end)
    near = clip(sentence_around(shown, span))
    return Reason(f"It gives “{span.text}” as where this comes from: “{near}”.", (span,))


def gives_media(found: Overlap, shown: Sided) -> Reason | None:
    """Where it says that it passes on what media published, without naming which."""
    passings = shown.profile.traits.passings
    if not passings:
        return None
    span = _word(shown, passings[0].word)
    near = clip(sentence_around(shown, span))
    return Reason(f"It passes on what “{span.text}” published: “{near}”.", (span,))


def plain_words_shared(found: Overlap, shown: Sided) -> Reason | None:
    """How many of its unquoted words stand in shared runs."""
    part = _parts(found, shown)[0].counted
    if not part.run_words:
        return None
    flags = found.found.covered[0 if found.left is shown else 1]
    inside = shown.profile.draft.inside
    places = [at for at, on in enumerate(flags) if on and inside[at] == PLAIN]
    if not places:
        return None
    first = _word(shown, places[0])
    last = next((at for at, after in pairwise(places) if after != at + 1), places[-1])
    row = span_of(shown.text, first.start, shown.profile.draft.words[last].end)
    near = clip(sentence_around(shown, first))
    text = (
        f"{part.run_words} of its {part.words} unquoted words stand in the other in rows of five and more, "
        f"first in “{near}”."
    )
    return Reason(text, (row,))


FOR: Mapping[str, Teller] = {
    "names_near": same_details,
    "order_of_details": same_details,
    "figures_near": same_details,
    "shared_details": same_details,
    "odd_wording": odd_words_kept,
    "names_outlet": names_the_outlet,
    "names_outlet_covered": names_the_outlet,
    "cites_media": gives_media,
    "runs_near": plain_words_shared,
    "runs_far": plain_words_shared,
    "blocks": plain_words_shared,
}
AGAINST: Mapping[str, Teller] = {
    "own_share_near": own_details,
    "own_near": own_details,
    "own_share_far": own_details,
    "own_far": own_details,
    "names_near": own_details,
    "own_quotes_near": own_quotations,
    "own_quotes_far": own_quotations,
    "shared_quotation": same_quotation,
    "quoted_near": same_quotation,
}


def tell(table: Mapping[str, Teller], names: Sequence[str], found: Overlap, shown: Sided) -> list[Reason]:
    """What the named features say, in their order, each teller once."""
    reasons: dict[str, Reason] = {}
    for name in names:
        teller = table.get(name)
        if teller is not None and teller.__name__ not in reasons:
            reason = teller(found, shown)
            if reason is not None:
                reasons[teller.__name__] = reason
    return list(reasons.values())
