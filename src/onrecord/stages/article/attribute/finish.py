"""From drafts to attributions: kind, status, reason, ids, order."""

from bisect import bisect_left

from onrecord.data import (
    Article,
    Attribution,
    AttributionKind,
    CueClass,
    Factuality,
    Reason,
    SetAside,
    Setting,
    Span,
    span_of,
)
from onrecord.ids import make_id
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.stages.article.attribute.kinds import kind_of
from onrecord.stages.article.attribute.terms.status import Status

_SHOWN = 8  # words of a content that a reason quotes
_RULED = {
    "speaker line": "the rest of the line",
    "this": "the words before, which it points back to",
    "citing": "what the citing party reports",
    "quoting": "the clause that it is set into",
    "clause": "what follows it",
    "phrase": "the sentence that it stands in",
    "tail": "what the sentence says before",
    "voiced": "what is quoted",
    "heard say": "what was heard",
    "noun": "what the noun governs",
    "title tail": "the rest of the title",
    "title dash": "the rest of the title",
    "title colon": "the other side of the colon",
}
_UNCUED = {
    "tagger reported": "telling what {} said without giving the words",
    "tagger free": "words of {} that go on without a cue",
    "tagger bare": "words of {}, given without a cue",
}
_BARE = {
    "title bracket": "who stands in brackets behind it",
    "bracket": "who stands in brackets behind it",
    "beside": "of whom the sentence before tells",
    "heard": "from whom the speaker before has it",
    "citing": "whom the words before it quote",
}


def finish(
    article: Article,
    layout: Layout,
    drafts: list[Draft],
    statuses: list[Status],
    asides: tuple[SetAside, ...] = (),
) -> tuple[Attribution, ...]:
    """Attributions in order of their content, each with its id, status and reasons."""
    ids = {id(draft): _id(article, draft) for draft in drafts}
    below: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.carrier is not None:
            below.setdefault(id(draft.carrier), []).append(draft)
    aside_ranges = sorted((aside.span.start, aside.span.end) for aside in asides)
    made: dict[str, Attribution] = {}
    for draft, status in zip(drafts, statuses, strict=True):
        kind = draft.kind or kind_of(layout, draft, below.get(id(draft), []), _near(aside_ranges, draft))
        attribution = _make(article, draft, status, ids, AttributionKind(kind))
        made.setdefault(attribution.id, attribution)
    return tuple(sorted(made.values(), key=lambda item: (item.content[0], item.cue, item.source, item.id)))


def _id(article: Article, draft: Draft) -> str:
    parts: list[str | int] = [article.id]
    for name, ranges in (("source", draft.source), ("cue", draft.cue), ("content", draft.content)):
        parts.append(name)
        parts.extend(offset for span in ranges for offset in span)
    return make_id("at", parts)


def _make(
    article: Article, draft: Draft, status: Status, ids: dict[int, str], kind: AttributionKind
) -> Attribution:
    source, cue, content = (_spans(article, ranges) for ranges in (draft.source, draft.cue, draft.content))
    own = ids[id(draft)]
    parent = ids.get(id(draft.carrier)) if draft.carrier is not None else None
    shown = (span_of(article.text, *status.shown),) if status.shown else ()
    return Attribution(
        id=own,
        article_id=article.id,
        source=source,
        cue=cue,
        content=content,
        kind=kind,
        cue_class=CueClass(draft.cue_class),
        status=status.status,
        status_reason=Reason(f"{status.why}; of “{_start(content[0].text)}”", shown),
        reason=_reason(draft, source, cue, content),
        confidence=draft.confidence,
        parent=parent if parent != own else None,
        negated=draft.negated,
        addressee=_span(article, draft.addressee),
        occasion=_spans(article, draft.occasion),
        factuality=Factuality(draft.factuality),
        setting=Setting(draft.setting),
        place=_span(article, draft.place),
        time=_span(article, draft.time),
        medium=_span(article, draft.medium),
        speaker=status.speaker,
        described=status.described,
        anonymity=status.anonymity,
    )


def _reason(
    draft: Draft, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]
) -> Reason:
    who = f"“{' … '.join(span.text for span in source)}”" if source else "nobody named"
    how = " … ".join(span.text for span in cue)
    opening = _start(content[0].text)
    if draft.pattern in ("tagger", "inner"):
        again = (
            "; found when the words around it were read again by themselves"
            if draft.pattern == "inner"
            else ""
        )
        said = f"the trained tagger reads “{how}” as giving “{opening}” to {who}"
        return Reason(f"{said} (confidence {draft.confidence:.2f}){again}", (*source, *cue))
    if draft.pattern in _UNCUED:
        bare = f"the trained tagger reads “{opening}” as {_UNCUED[draft.pattern].format(who)}"
        return Reason(f"{bare} (confidence {draft.confidence:.2f})", source)
    if not cue and draft.pattern in _BARE:
        return Reason(f"“{opening}” comes from {who}, {_BARE[draft.pattern]}", source)
    if not cue:
        return Reason(f"“{opening}” goes on with what {who} said, by the mood of its verb", source)
    given = _RULED.get(draft.pattern, "the words beside it")
    return Reason(f"by its words “{how}” gives {given}, “{opening}”, to {who}", (*source, *cue))


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")


def _spans(article: Article, ranges: list[Range]) -> tuple[Span, ...]:
    return tuple(span_of(article.text, start, end) for start, end in sorted(ranges))


def _span(article: Article, part: Range | None) -> Span | None:
    return span_of(article.text, *part) if part is not None else None


def _near(asides: list[Range], draft: Draft) -> list[Range]:
    """Those of the ranges that may lie in a content."""
    low = bisect_left(asides, (min(draft.content)[0], 0))
    high = bisect_left(asides, (max(end for _, end in draft.content), 0))
    return asides[low:high]
