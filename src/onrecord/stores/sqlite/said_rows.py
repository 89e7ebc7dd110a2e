"""Rows of what an article says: attributions, and what looks like one and is none."""

from onrecord.data import (
    Article,
    AsideKind,
    Attribution,
    AttributionKind,
    CueClass,
    Described,
    Factuality,
    RecordStatus,
    SetAside,
    Setting,
    Span,
    Speaker,
)
from onrecord.stores.sqlite.codec import (
    Cells,
    Row,
    Value,
    dump,
    flat,
    get,
    get_reason,
    get_span,
    get_span_or_none,
    get_spans,
    load,
    put,
    put_or_none,
    put_reason,
    put_span,
    put_spans,
    unflat,
    words,
)
from onrecord.stores.sqlite.table import table

ATTRIBUTION = table(
    "attribution",
    "id article_id number parent source cue content kind cue_class status negated confidence source_spans"
    " cue_spans content_spans content_start addressee addressee_span occasion_spans"
    " status_reason status_reason_spans reason reason_spans"
    " factuality setting place place_span time time_span medium medium_span"
    " speaker speaker_span speaker_reason speaker_reason_spans described anonymity anonymity_span",
)
ASIDE = table("aside", "article_id number kind text span source source_span reason reason_spans")


def attribution_row(found: Attribution, article: Article, number: int) -> Row:
    """See the table `attribution`."""
    text = article.text
    return (
        found.id,
        found.article_id,
        number,
        found.parent,
        words(found.source),
        words(found.cue),
        words(found.content),
        found.kind,
        found.cue_class,
        found.status,
        found.negated,
        found.confidence,
        put_spans(found.source, text),
        put_spans(found.cue, text),
        put_spans(found.content, text),
        found.content[0].start if found.content else -1,
        *_words_and_span(found.addressee, text),
        put_spans(found.occasion, text),
        *put_reason(found.status_reason, text),
        *put_reason(found.reason, text),
        found.factuality,
        found.setting,
        *_words_and_span(found.place, text),
        *_words_and_span(found.time, text),
        *_words_and_span(found.medium, text),
        *_speaker(found.speaker, text),
        _described(found.described, text),
        *_words_and_span(found.anonymity, text),
    )


def _words_and_span(span: Span | None, text: str) -> tuple[Value, Value]:
    return put_or_none(span.text if span else None), put_span(span, text)


def _speaker(speaker: Speaker | None, text: str) -> tuple[Value, Value, Value, Value]:
    if speaker is None:
        return None, None, None, None
    return put(speaker.name), put_span(speaker.span, text), *put_reason(speaker.reason, text)


def _speaker_of(cells: Cells, text: str) -> Speaker | None:
    name, span, reason, spans = cells
    if name is None:
        return None
    return Speaker(get(name), get_span(span, text), get_reason(reason, spans, text))


def _described(described: Described | None, text: str) -> Value:
    if described is None:
        return None
    parts = (described.description, described.number, described.closeness)
    return dump([None if part is None else flat(part, text) for part in parts])


def _described_of(value: str | bytes | None, text: str) -> Described | None:
    if value is None:
        return None
    description, number, closeness = load(value)
    return Described(
        unflat(description, text),
        None if number is None else unflat(number, text),
        None if closeness is None else unflat(closeness, text),
    )


def attribution_of(cells: Cells, text: str) -> Attribution:
    """The attribution of a row."""
    return Attribution(
        id=cells[0],
        article_id=cells[1],
        parent=cells[3],
        kind=AttributionKind(cells[7]),
        cue_class=CueClass(cells[8]),
        status=RecordStatus(cells[9]),
        negated=bool(cells[10]),
        confidence=cells[11],
        source=get_spans(cells[12], text),
        cue=get_spans(cells[13], text),
        content=get_spans(cells[14], text),
        addressee=get_span_or_none(cells[17], text),
        occasion=get_spans(cells[18], text),
        status_reason=get_reason(cells[19], cells[20], text),
        reason=get_reason(cells[21], cells[22], text),
        factuality=Factuality(cells[23]),
        setting=Setting(cells[24]),
        place=get_span_or_none(cells[26], text),
        time=get_span_or_none(cells[28], text),
        medium=get_span_or_none(cells[30], text),
        speaker=_speaker_of(cells[31:35], text),
        described=_described_of(cells[35], text),
        anonymity=get_span_or_none(cells[37], text),
    )


def aside_row(aside: SetAside, article: Article, number: int) -> Row:
    """See the table `aside`."""
    text = article.text
    return (
        article.id,
        number,
        aside.kind,
        put(aside.span.text),
        put_span(aside.span, text),
        *_words_and_span(aside.source, text),
        *put_reason(aside.reason, text),
    )


def aside_of(cells: Cells, text: str) -> SetAside:
    """The aside of a row."""
    _, _, kind, _, span, _, source, reason, spans = cells
    return SetAside(
        AsideKind(kind),
        get_span(span, text),
        get_span_or_none(source, text),
        get_reason(reason, spans, text),
    )
