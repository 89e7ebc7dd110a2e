"""Rows of an article and what stands in it: dates, mentions, conditions, position mentions.

What it says is in `said_rows`.
"""

from collections.abc import Sequence
from typing import Any

from onrecord.data import (
    Act,
    Article,
    ArticleFindings,
    Condition,
    Credit,
    DateCandidate,
    Fact,
    Language,
    Mention,
    MentionKind,
    Metadatum,
    PositionMention,
    PublicationDate,
    Reason,
    Span,
    TimeExpression,
    TimeKind,
)
from onrecord.stores.sqlite.codec import (
    Cells,
    Row,
    dump,
    flat,
    get,
    get_or_none,
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
    strings,
    unflat,
)
from onrecord.stores.sqlite.table import table

ARTICLE = table(
    "article",
    "id page_id number title text spans title_span headings outlet outlet_fact byline byline_fact age"
    " age_fact language language_confidence language_reason language_reason_spans"
    " published earliest latest published_reason published_reason_spans sentences",
)
CREDIT = table("credit", "article_id number name role span reason reason_spans")
CANDIDATE = table("date_candidate", "article_id number value origin accepted reason span")
METADATUM = table("metadatum", "article_id number name value origin accepted reason span")
TIME = table(
    "time_expression",
    "article_id number text span kind value timex relative guess alternatives reason reason_spans",
)
MENTION = table(
    "mention",
    "article_id number text span head kind chain name descriptions pronoun state reason reason_spans",
)
CONDITION = table("condition", "article_id number text marker span governs reason reason_spans")
POSITION_MENTION = table(
    "position_mention",
    "article_id number id actor act issue concepts speaker actor_span act_span issue_span speaker_span"
    " time_span attribution_id condition confidence pointer_span refers_to_span reason reason_spans",
)


def article_row(findings: ArticleFindings, page_text: str) -> Row:
    """See the table `article`."""
    article, language, published = findings.article, findings.language, findings.published
    text = article.text
    return (
        article.id,
        article.page_id,
        article.number,
        put_or_none(article.title),
        put(text),
        put_spans(article.spans, page_text),
        put_span(article.title_span, text),
        put_spans(article.headings, text),
        *_fact(article.outlet, page_text),
        *_fact(article.byline, page_text),
        *_fact(article.age, page_text),
        put(language.code),
        language.confidence,
        *put_reason(language.reason, text),
        put_or_none(published.value),
        put_or_none(published.earliest),
        put_or_none(published.latest),
        *put_reason(published.reason, text),
        put_spans(findings.sentences, text),
    )


def _fact(fact: Fact | None, page_text: str) -> tuple[str | bytes | None, str | bytes | None]:
    if fact is None:
        return None, None
    span = None if fact.span is None else flat(fact.span, page_text)
    return put(fact.value), dump([span, fact.reason])


def _fact_of(value: str | bytes | None, rest: str | bytes | None, page_text: str) -> Fact | None:
    if value is None or rest is None:
        return None
    span, reason = load(rest)
    return Fact(get(value), None if span is None else unflat(span, page_text), reason)


def article_of(cells: Cells, page_text: str) -> Article:
    """The article of a row."""
    text = get(cells[4])
    return Article(
        cells[0],
        cells[1],
        cells[2],
        get_spans(cells[5], page_text),
        text,
        get_or_none(cells[3]),
        get_span_or_none(cells[6], text),
        get_spans(cells[7], text),
        _fact_of(cells[8], cells[9], page_text),
        _fact_of(cells[10], cells[11], page_text),
        _fact_of(cells[12], cells[13], page_text),
    )


def language_of(cells: Cells, text: str) -> Language:
    """The language in an article's row."""
    return Language(get(cells[14]), cells[15], get_reason(cells[16], cells[17], text))


def published_of(cells: Cells, text: str, candidates: tuple[DateCandidate, ...]) -> PublicationDate:
    """The publication date in an article's row."""
    value, earliest, latest = (get_or_none(cell) for cell in cells[18:21])
    return PublicationDate(value, earliest, latest, get_reason(cells[21], cells[22], text), candidates)


def sentences_of(cells: Cells, text: str) -> tuple[Span, ...]:
    """The sentences in an article's row."""
    return get_spans(cells[23], text)


def credit_row(credit: Credit, article: Article, number: int) -> Row:
    """See the table `credit`."""
    text = article.text
    span = put_span(credit.span, text)
    return (article.id, number, put(credit.name), put(credit.role), span, *put_reason(credit.reason, text))


def credit_of(cells: Cells, text: str) -> Credit:
    """The credit of a row."""
    _, _, name, role, span, reason, spans = cells
    return Credit(get(name), get(role), get_span(span, text), get_reason(reason, spans, text))


def candidate_row(candidate: DateCandidate, article: Article, number: int, page_text: str) -> Row:
    """See the table `date_candidate`."""
    return (
        article.id,
        number,
        put(candidate.value),
        put(candidate.origin),
        candidate.accepted,
        put(candidate.reason),
        put_span(candidate.span, page_text),
    )


def candidate_of(cells: Cells, page_text: str) -> DateCandidate:
    """The date candidate of a row."""
    _, _, value, origin, accepted, reason, span = cells
    where = get_span_or_none(span, page_text)
    return DateCandidate(get(value), get(origin), bool(accepted), get(reason), where)


def metadatum_row(found: Metadatum, article: Article, number: int, page_text: str) -> Row:
    """See the table `metadatum`."""
    return (
        article.id,
        number,
        put(found.name),
        put(found.value),
        put(found.origin),
        found.accepted,
        put(found.reason),
        put_span(found.span, page_text),
    )


def metadatum_of(cells: Cells, page_text: str) -> Metadatum:
    """The metadatum of a row."""
    _, _, name, value, origin, accepted, reason, span = cells
    where = get_span_or_none(span, page_text)
    return Metadatum(get(name), get(value), get(origin), bool(accepted), get(reason), where)


def time_row(time: TimeExpression, article: Article, number: int) -> Row:
    """See the table `time_expression`."""
    text = article.text
    return (
        article.id,
        number,
        put(time.span.text),
        put_span(time.span, text),
        time.kind,
        put_or_none(time.value),
        put_or_none(time.timex),
        time.relative,
        time.guess,
        dump(time.alternatives),
        *put_reason(time.reason, text),
    )


def time_of(cells: Cells, text: str) -> TimeExpression:
    """The time expression of a row."""
    _, _, _, span, kind, value, timex, relative, guess, alternatives, reason, spans = cells
    return TimeExpression(
        get_span(span, text),
        TimeKind(kind),
        get_or_none(value),
        get_or_none(timex),
        bool(relative),
        bool(guess),
        get_reason(reason, spans, text),
        strings(alternatives),
    )


def mention_row(mention: Mention, article: Article, number: int) -> Row:
    """See the table `mention`."""
    text = article.text
    return (
        article.id,
        number,
        put(mention.span.text),
        put_span(mention.span, text),
        put_span(mention.head, text),
        mention.kind,
        mention.chain,
        put(mention.name),
        dump(mention.descriptions),
        mention.pronoun,
        put_or_none(mention.state),
        *put_reason(mention.reason, text),
    )


def mention_of(cells: Cells, text: str) -> Mention:
    """The mention of a row."""
    _, _, _, span, head, kind, chain, name, descriptions, pronoun, state, reason, spans = cells
    return Mention(
        get_span(span, text),
        get_span(head, text),
        MentionKind(kind),
        chain,
        get(name),
        get_reason(reason, spans, text),
        strings(descriptions),
        bool(pronoun),
        get_or_none(state),
    )


def condition_row(condition: Condition, article: Article, number: int) -> Row:
    """See the table `condition`."""
    text = article.text
    return (
        article.id,
        number,
        put(condition.span.text),
        put_span(condition.marker, text),
        put_span(condition.span, text),
        put_span(condition.governs, text),
        *put_reason(condition.reason, text),
    )


def condition_of(cells: Cells, text: str) -> Condition:
    """The condition of a row."""
    _, _, _, marker, span, governs, reason, spans = cells
    return Condition(
        get_span(marker, text), get_span(span, text), get_span(governs, text), get_reason(reason, spans, text)
    )


def position_mention_row(found: PositionMention, article: Article, number: int) -> Row:
    """See the table `position_mention`."""
    text = article.text
    return (
        article.id,
        number,
        found.id,
        put(found.actor.text),
        found.act,
        put(found.issue.text),
        dump(found.concepts),
        put_or_none(found.speaker.text if found.speaker else None),
        put_span(found.actor, text),
        put_span(found.act_span, text),
        put_span(found.issue, text),
        put_span(found.speaker, text),
        put_span(found.time, text),
        found.attribution_id,
        _inner_condition(found.condition, text),
        found.confidence,
        put_span(found.pointer, text),
        put_span(found.refers_to, text),
        *put_reason(found.reason, text),
    )


def _inner_condition(condition: Condition | None, text: str) -> str | bytes | None:
    if condition is None:
        return None
    spans = (condition.marker, condition.span, condition.governs)
    reason = condition.reason
    return dump([*(flat(span, text) for span in spans), reason.text, [flat(s, text) for s in reason.spans]])


def _condition_within(value: str | bytes | None, text: str) -> Condition | None:
    if value is None:
        return None
    cells: Sequence[Any] = load(value)
    marker, span, governs = (unflat(cell, text) for cell in cells[:3])
    return Condition(marker, span, governs, Reason(cells[3], tuple(unflat(cell, text) for cell in cells[4])))


def position_mention_of(cells: Cells, text: str) -> PositionMention:
    """The position mention of a row."""
    return PositionMention(
        id=cells[2],
        article_id=cells[0],
        actor=get_span(cells[8], text),
        act=Act(cells[4]),
        act_span=get_span(cells[9], text),
        issue=get_span(cells[10], text),
        concepts=strings(cells[6]),
        reason=get_reason(cells[18], cells[19], text),
        speaker=get_span_or_none(cells[11], text),
        attribution_id=cells[13],
        condition=_condition_within(cells[14], text),
        time=get_span_or_none(cells[12], text),
        confidence=cells[15],
        pointer=get_span_or_none(cells[16], text),
        refers_to=get_span_or_none(cells[17], text),
    )
