"""The previous stage, for the tables: English attributions by rules over the spaCy parse.

This is what `stages/article/attribute` was before the trained tagger. Kept as it was, without status and
reasons; nothing of the product imports it.
"""

from dataclasses import dataclass

from spacy.tokens import Doc

from eval.baselines.parse_rules.draft import Context, Draft, Range, make_context
from eval.baselines.parse_rules.edges import trim_edges
from eval.baselines.parse_rules.headlines import headline_drafts, speaker_drafts
from eval.baselines.parse_rules.nest import set_carriers
from eval.baselines.parse_rules.phrases import citing_drafts, phrase_drafts
from eval.baselines.parse_rules.quoted import attach_quotations
from eval.baselines.parse_rules.repair import (
    extend_conditions,
    resume_speakers,
    tail_drafts,
    telling_drafts,
    wire_drafts,
)
from eval.baselines.parse_rules.verbs import verb_drafts


@dataclass(frozen=True)
class ParsedAttribution:
    """One attribution in plain offsets. `parent` is the number of the one that it sits in."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    cue_class: str
    kind: str
    negated: bool
    addressee: Range | None
    occasion: tuple[Range, ...]
    parent: int | None


def parsed_attributions(
    doc: Doc, title: Range | None = None, headings: tuple[Range, ...] = ()
) -> list[ParsedAttribution]:
    """Attributions of a parsed English text, in order of their content."""
    if not doc.text.strip():
        return []
    context = make_context(doc)
    drafts = _drafts(context, title, list(headings))
    set_carriers(drafts)
    unique: dict[tuple[tuple[Range, ...], ...], Draft] = {}
    for draft in drafts:
        unique.setdefault(_spans(draft), draft)
    order = sorted(unique, key=lambda spans: (spans[2][0], spans[1], spans[0]))
    number = {spans: place for place, spans in enumerate(order)}
    return [_made(context, unique[spans], number) for spans in order]


def _drafts(context: Context, title: Range | None, headings: list[Range]) -> list[Draft]:
    verbs = verb_drafts(context)
    taken = {draft.head for draft in verbs}
    drafts: list[Draft] = [
        *headline_drafts(context, title, headings),
        *speaker_drafts(context, {start for start, _ in [*headings, title or (-1, -1)]}),
        *verbs,
        *tail_drafts(context, taken),
        *telling_drafts(context, taken),
        *wire_drafts(context, verbs),
        *phrase_drafts(context),
    ]
    resume_speakers(context, drafts)
    extend_conditions(context, drafts)
    trim_edges(context, drafts)
    attach_quotations(context, drafts)
    drafts = [draft for draft in drafts if draft.content]
    drafts.extend(citing_drafts(context, drafts))
    return drafts


def _spans(draft: Draft) -> tuple[tuple[Range, ...], ...]:
    return tuple(sorted(draft.source)), tuple(sorted(draft.cue)), tuple(sorted(draft.content))


def _made(
    context: Context, draft: Draft, number: dict[tuple[tuple[Range, ...], ...], int]
) -> ParsedAttribution:
    source, cue, content = _spans(draft)
    parent = number.get(_spans(draft.carrier)) if draft.carrier is not None else None
    own = parent is not None and parent == number[_spans(draft)]
    return ParsedAttribution(
        source,
        cue,
        content,
        draft.cue_class,
        _kind(context, content),
        draft.negated,
        draft.addressee,
        tuple(sorted(draft.occasion)),
        None if own else parent,
    )


def _kind(context: Context, content: tuple[Range, ...]) -> str:
    """Direct when all words stand in quotation marks, mixed when some do."""
    quoted = total = 0
    for start, end in content:
        total += _words(context.text[start:end])
        for quotation in context.quotations_in(start, end):
            quoted += _words(context.text[max(start, quotation.start) : min(end, quotation.end)])
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= total else "mixed"


def _words(text: str) -> int:
    return sum(1 for word in text.split() if any(character.isalnum() for character in word))
