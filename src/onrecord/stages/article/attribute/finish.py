"""From drafts to attributions: kind, status, reason, ids, order."""

from onrecord.data import Article, Attribution, AttributionKind, CueClass, Reason, Span, span_of
from onrecord.ids import make_id
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.stages.article.attribute.status import Status

_SHOWN = 8  # words of a content that a reason quotes
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
    "tail": "the rest of the sentence",
    "noun": "what the noun governs",
    "citing": "what the citing party reports",
    "title dash": "the rest of the title",
    "title colon": "the other side of the colon",
}


def finish(
    article: Article, layout: Layout, drafts: list[Draft], statuses: list[Status]
) -> tuple[Attribution, ...]:
    """Attributions in order of their content, each with its id, status and reasons."""
    ids = {id(draft): _id(article, draft) for draft in drafts}
    made: dict[str, Attribution] = {}
    for draft, status in zip(drafts, statuses, strict=True):
        attribution = _make(article, layout, draft, status, ids)
        made.setdefault(attribution.id, attribution)
    return tuple(sorted(made.values(), key=lambda item: (item.content[0], item.cue, item.source, item.id)))


def _id(article: Article, draft: Draft) -> str:
    parts: list[str | int] = [article.id]
    for name, ranges in (("source", draft.source), ("cue", draft.cue), ("content", draft.content)):
        parts.append(name)
        parts.extend(offset for span in ranges for offset in span)
    return make_id("at", parts)


def _make(article: Article, layout: Layout, draft: Draft, status: Status, ids: dict[int, str]) -> Attribution:
    source, cue, content = (_spans(article, ranges) for ranges in (draft.source, draft.cue, draft.content))
    who = " … ".join(span.text for span in source) or "nobody named"
    how = " … ".join(span.text for span in cue)
    opening = _start(content[0].text)
    given = f"{_HOW.get(draft.pattern, 'what follows')}, “{opening}”,"
    reason = f"“{how}” gives {given} to {who if not source else f'“{who}”'}"
    if not cue:
        reason = f"“{opening}” goes on with what “{who}” said, by the mood of its verb"
    shown = (span_of(article.text, *status.shown),) if status.shown else ()
    own = ids[id(draft)]
    parent = ids.get(id(draft.carrier)) if draft.carrier is not None else None
    return Attribution(
        id=own,
        article_id=article.id,
        source=source,
        cue=cue,
        content=content,
        kind=_kind(layout, draft.content),
        cue_class=CueClass(draft.cue_class),
        status=status.status,
        status_reason=Reason(f"{status.why}; of “{opening}”", shown),
        reason=Reason(reason, (*source, *cue)),
        confidence=draft.confidence,
        parent=parent if parent != own else None,
        negated=draft.negated,
        addressee=span_of(article.text, *draft.addressee) if draft.addressee else None,
        occasion=_spans(article, draft.occasion),
    )


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")


def _spans(article: Article, ranges: list[Range]) -> tuple[Span, ...]:
    return tuple(span_of(article.text, start, end) for start, end in sorted(ranges))


def _kind(layout: Layout, content: list[Range]) -> AttributionKind:
    """Direct when all words stand in quotation marks, mixed when some do."""
    quoted = total = 0
    for start, end in content:
        total += _words(layout.text[start:end])
        for quotation in layout.quotations_in(start, end):
            low, high = max(start, quotation.start), min(end, quotation.end)
            quoted += _words(layout.text[low:high])
    if quoted == 0:
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if quoted >= total else AttributionKind.MIXED


def _words(text: str) -> int:
    return sum(1 for word in text.split() if any(character.isalnum() for character in word))
