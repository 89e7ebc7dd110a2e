"""Hand-made findings for tests: spans are found by their words, everything else has a plain default."""

from onrecord.data import (
    Article,
    ArticleFindings,
    Attribution,
    AttributionKind,
    CueClass,
    Language,
    Mention,
    MentionKind,
    PublicationDate,
    Reason,
    RecordStatus,
    Span,
    span_of,
)
from onrecord.ids import make_id


def words(text: str, found: str, start: int = 0) -> Span:
    """The span of the first occurrence of some words."""
    at = text.index(found, start)
    return span_of(text, at, at + len(found))


def article(text: str, number: int = 0) -> Article:
    """An article that is a whole page."""
    page = make_id("pg", [text])
    title = text.partition("\n")[0]
    return Article(
        id=make_id("ar", [page, number]),
        page_id=page,
        number=number,
        spans=(span_of(text, 0, len(text)),),
        text=text,
        title=title,
        title_span=span_of(text, 0, len(title)),
    )


def attribution(
    made: Article,
    source: str,
    cue: str,
    content: str,
    status: RecordStatus = RecordStatus.ON_RECORD,
    parent: Attribution | None = None,
    cue_class: CueClass = CueClass.SAY,
    addressee: str | None = None,
) -> Attribution:
    """An attribution whose parts are found by their words; an empty part is left out."""
    source_spans = (words(made.text, source),) if source else ()
    cue_spans = (words(made.text, cue),) if cue else ()
    content_spans = (words(made.text, content),) if content else ()
    return Attribution(
        id=make_id("at", [made.id, source, cue, content]),
        article_id=made.id,
        source=source_spans,
        cue=cue_spans,
        content=content_spans,
        kind=AttributionKind.INDIRECT,
        cue_class=cue_class,
        status=status,
        status_reason=Reason(f"“{source}”"),
        reason=Reason(f"“{cue}”"),
        confidence=0.9,
        parent=parent.id if parent else None,
        addressee=words(made.text, addressee) if addressee else None,
    )


def mention(made: Article, phrase: str, kind: MentionKind, chain: int, name: str = "") -> Mention:
    """A mention found by its words."""
    span = words(made.text, phrase)
    return Mention(span, span, kind, chain, name or phrase, Reason(f"“{phrase}”"))


def findings(
    made: Article,
    attributions: tuple[Attribution, ...] = (),
    mentions: tuple[Mention, ...] = (),
) -> ArticleFindings:
    """Findings of one English article without a date; sentences end at full stops and line ends."""
    return ArticleFindings(
        article=made,
        language=Language("en", 1.0, Reason("test")),
        credits=(),
        published=PublicationDate(None, None, None, Reason("nothing dates it")),
        times=(),
        sentences=_sentences(made.text),
        mentions=mentions,
        attributions=attributions,
        conditions=(),
        position_mentions=(),
    )


def _sentences(text: str) -> tuple[Span, ...]:
    spans, start = [], 0
    for at, char in enumerate(text):
        if char in ".\n":
            end = at + (char == ".")
            if text[start:end].strip():
                spans.append(span_of(text, start, end))
            start = at + 1
    if text[start:].strip():
        spans.append(span_of(text, start, len(text)))
    return tuple(spans)
