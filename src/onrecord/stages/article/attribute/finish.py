"""From drafts to attributions: kind, status, reason, ids, order."""

from onrecord.data import Article, Attribution, AttributionKind, CueClass, Mention, Reason, Span, span_of
from onrecord.ids import make_id
from onrecord.stages.article.attribute.draft import Context, Draft, Range
from onrecord.stages.article.attribute.parties import Mentions, Party, fits, read_party
from onrecord.stages.article.attribute.status import Earlier, Status, find_status, party_status

_LOOK = 40
_HOW = {
    "clause": "the clause that it governs",
    "infinitive": "the infinitive that it governs",
    "object": "its object",
    "opinion": "its subject and infinitive",
    "speaker line": "the rest of the line",
    "preposition": "what its preposition governs",
    "this": "the sentence before, which it points back to",
    "quote": "the quotation beside it",
    "according": "the clause that it stands in",
    "view": "the clause that it stands in",
    "adverb": "the clause that it stands in",
    "tail": "the sentence before the comma",
    "noun": "what the noun governs",
    "citing": "what the citing party reports",
    "title dash": "the rest of the title",
    "title colon": "the other side of the colon",
}


def finish(
    article: Article, context: Context, drafts: list[Draft], mentions: tuple[Mention, ...]
) -> tuple[Attribution, ...]:
    """Attributions in order of their content, each with its id, status and reasons."""
    statuses = _statuses(context, drafts, mentions)
    ids = {id(draft): _id(article, draft) for draft in drafts}
    made: dict[str, Attribution] = {}
    for draft, status in zip(drafts, statuses, strict=True):
        attribution = _make(article, context, draft, status, ids)
        made.setdefault(attribution.id, attribution)
    return tuple(sorted(made.values(), key=lambda item: (item.content[0], item.cue, item.source, item.id)))


def _statuses(context: Context, drafts: list[Draft], mentions: tuple[Mention, ...]) -> list[Status]:
    """A status for each draft, in the order given; pronouns look back to the sources before them."""
    known = Mentions(mentions)
    parties = [read_party(context, draft, known) for draft in drafts]
    result: dict[int, Status] = {}
    before: list[Earlier] = []
    for number in sorted(range(len(drafts)), key=lambda number: _place(drafts[number])):
        draft, party = drafts[number], parties[number]
        earlier = _taken_up(party, before) if party is not None and party.pronoun else None
        result[number] = find_status(context, draft, party, earlier)
        if party is not None and not party.pronoun:
            cue = context.text[draft.cue[0][0] : draft.cue[-1][1]]
            before.append((party, party_status(context, draft, party, cue)))
    return [result[number] for number in range(len(drafts))]


def _taken_up(pronoun: Party, before: list[Earlier]) -> Earlier | None:
    """The nearest earlier source of the same coreference chain, else the nearest that fits."""
    near = before[-_LOOK:][::-1]
    for party, status in near:
        if pronoun.chain is not None and party.chain == pronoun.chain:
            return party, status
    return next((known for known in near if fits(pronoun, known[0])), None)


def _place(draft: Draft) -> tuple[Range, Range]:
    return (draft.source or draft.cue)[0], draft.cue[0]


def _id(article: Article, draft: Draft) -> str:
    parts: list[str | int] = [article.id]
    for name, ranges in (("source", draft.source), ("cue", draft.cue), ("content", draft.content)):
        parts.append(name)
        parts.extend(offset for span in ranges for offset in span)
    return make_id("at", parts)


def _make(
    article: Article, context: Context, draft: Draft, status: Status, ids: dict[int, str]
) -> Attribution:
    source, cue, content = (_spans(article, ranges) for ranges in (draft.source, draft.cue, draft.content))
    who = " … ".join(span.text for span in source) or "nobody named"
    how = " … ".join(span.text for span in cue)
    reason = f"“{how}” gives {_HOW.get(draft.pattern, 'what follows')} to {who if not source else f'“{who}”'}"
    shown = (span_of(article.text, *status.shown),) if status.shown else ()
    own = ids[id(draft)]
    parent = ids.get(id(draft.carrier)) if draft.carrier is not None else None
    return Attribution(
        id=own,
        article_id=article.id,
        source=source,
        cue=cue,
        content=content,
        kind=_kind(context, draft.content),
        cue_class=CueClass(draft.cue_class),
        status=status.status,
        status_reason=Reason(status.why, shown),
        reason=Reason(reason, (*source, *cue)),
        confidence=draft.confidence,
        parent=parent if parent != own else None,
        negated=draft.negated,
        addressee=span_of(article.text, *draft.addressee) if draft.addressee else None,
        occasion=_spans(article, draft.occasion),
    )


def _spans(article: Article, ranges: list[Range]) -> tuple[Span, ...]:
    return tuple(span_of(article.text, start, end) for start, end in sorted(ranges))


def _kind(context: Context, content: list[Range]) -> AttributionKind:
    """Direct when all words stand in quotation marks, mixed when some do."""
    quoted = total = 0
    for start, end in content:
        total += _words(context.text[start:end])
        for quotation in context.quotations_in(start, end):
            low, high = max(start, quotation.start), min(end, quotation.end)
            quoted += _words(context.text[low:high])
    if quoted == 0:
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if quoted >= total else AttributionKind.MIXED


def _words(text: str) -> int:
    return sum(1 for word in text.split() if any(character.isalnum() for character in word))
