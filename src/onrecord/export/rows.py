"""Rows of the larger tables, and how spans and reasons become cells."""

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.data import ArticleFindings, DateCandidate, Metadatum, Passage, Reason, Span
from onrecord.stores.base import View

Row = tuple[Any, ...]
# Of what is judged, these are words; the others are whole articles, and offsets in pages.
JUDGED_WORDS = ("attribution", "actor")


def spans(items: Iterable[Span | None]) -> list[dict[str, int]]:
    """Offsets of spans, those that are there."""
    return [{"start": span.start, "end": span.end} for span in items if span is not None]


def words(items: Iterable[Span]) -> str:
    """Texts of several spans as one cell."""
    return " … ".join(span.text for span in items)


def text(span: Span | None) -> str | None:
    """Text of a span, None where there is none."""
    return span.text if span else None


def reasons(items: Iterable[Reason]) -> list[str]:
    """Sentences of reasons."""
    return [reason.text for reason in items]


def article_rows(view: View) -> Iterator[Row]:
    """One row an article, dated as the pile dates it."""
    datings = {dating.article_id: dating for dating in view.datings()}
    heads = {head.id: head for head in view.heads()}
    for found in view.all_findings():
        article = found.article
        dating = datings.get(article.id)
        published = dating.published if dating else found.published
        yield (
            article.id,
            article.page_id,
            article.number,
            article.title,
            heads[article.id].outlet,
            article.byline.value if article.byline else None,
            found.language.code,
            published.value,
            published.earliest,
            published.latest,
            published.reason.text,
            spans(article.spans),
            article.text,
        )


def attribution_rows(view: View) -> Iterator[Row]:
    """One row an attribution."""
    for found in view.all_findings():
        for item in found.attributions:
            yield (
                item.id,
                item.article_id,
                item.parent,
                str(item.kind),
                str(item.cue_class),
                str(item.status),
                item.status_reason.text,
                item.negated,
                item.confidence,
                words(item.source),
                words(item.cue),
                words(item.content),
                text(item.addressee),
                words(item.occasion),
                spans(item.source),
                spans(item.cue),
                spans(item.content),
                item.reason.text,
                str(item.factuality),
                str(item.setting),
                text(item.place),
                text(item.time),
                text(item.medium),
                item.speaker.name if item.speaker else None,
                item.speaker.reason.text if item.speaker else None,
                text(item.described.description if item.described else None),
                text(item.described.number if item.described else None),
                text(item.described.closeness if item.described else None),
                text(item.anonymity),
                spans([item.addressee]),
                spans(item.occasion),
                spans([item.place]),
                spans([item.time]),
                spans([item.medium]),
                spans([item.speaker.span if item.speaker else None]),
                spans([item.described.description if item.described else None]),
                spans([item.described.number if item.described else None]),
                spans([item.described.closeness if item.described else None]),
                spans([item.anonymity]),
            )


def aside_rows(view: View) -> Iterator[Row]:
    """One row an aside: what looks like an attribution and is none."""
    for found in view.all_findings():
        for item in found.asides:
            yield (
                found.article.id,
                str(item.kind),
                item.span.text,
                text(item.source),
                spans([item.span]),
                spans([item.source]),
                item.reason.text,
            )


def metadata_rows(view: View) -> Iterator[Row]:
    """One row a candidate for a piece of an article's metadata, dates among them, as the pile dates it.

    Spans are of the page's text.
    """
    datings = {dating.article_id: dating for dating in view.datings()}
    for found in view.all_findings():
        article = found.article
        dating = datings.get(article.id)
        published = dating.published if dating else found.published
        rows: list[tuple[str, DateCandidate | Metadatum]] = [
            ("published", one) for one in published.candidates
        ]
        rows += [(one.name, one) for one in found.metadata]
        for name, item in rows:
            yield (
                article.id,
                article.page_id,
                name,
                item.value,
                item.origin,
                item.accepted,
                item.span.text if item.span else None,
                spans([item.span]),
                item.reason,
            )


def judgement_rows(view: View) -> Iterator[Row]:
    """One row a judgement; of an attribution or an actor with the words, where the case still holds them."""
    known = set(view.article_ids())
    for item in view.judgements():
        about = zip(item.articles, item.ranges, strict=False) if item.subject in JUDGED_WORDS else ()
        said = [view.findings(key).article.text[start:end] for key, (start, end) in about if key in known]
        yield (
            item.id,
            item.subject,
            str(item.verdict),
            item.by,
            item.made,
            item.note,
            list(item.articles),
            item.page,
            " … ".join(said) or None,
            _offsets(item.ranges),
            _offsets(item.sources),
            _offsets(item.cues),
        )


def _offsets(ranges: Iterable[tuple[int, int]]) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in ranges]


def time_rows(view: View) -> Iterator[Row]:
    """One row a time expression, resolved as the pile dates its article."""
    datings = {dating.article_id: dating for dating in view.datings()}
    for found in view.all_findings():
        dating = datings.get(found.article.id)
        for time in dating.times if dating else found.times:
            yield (
                found.article.id,
                time.span.text,
                str(time.kind),
                time.value,
                time.timex,
                time.relative,
                time.guess,
                list(time.alternatives),
                spans([time.span]),
                time.reason.text,
            )


def mention_positions(found: ArticleFindings) -> Iterator[Row]:
    """One row a position mention of one article."""
    for item in found.position_mentions:
        yield (
            item.id,
            item.article_id,
            item.attribution_id,
            item.actor.text,
            text(item.speaker),
            str(item.act),
            item.act_span.text,
            item.issue.text,
            list(item.concepts),
            item.condition.span.text if item.condition else None,
            spans([item.actor]),
            spans([item.act_span]),
            spans([item.issue]),
            item.reason.text,
        )


def hop_rows(view: View) -> Iterator[Row]:
    """One row a hop of a chain, numbered from the page."""
    for chain in view.chains():
        for number, hop in enumerate(chain.hops, start=1):
            yield (
                chain.id,
                chain.article_id,
                chain.attribution_id,
                number,
                str(hop.kind),
                hop.name,
                hop.actor_id,
                str(hop.status),
                spans([hop.span]),
                spans([hop.cue]),
                hop.reason,
            )


def passage_row(owner: str, passage: Passage) -> Row:
    """One aligned passage of a reuse or of an independent pair."""
    return (
        owner,
        str(passage.kind),
        text(passage.earlier),
        text(passage.later),
        passage.similarity,
        spans([passage.earlier]),
        spans([passage.later]),
        passage.note,
        passage.moved,
    )


def origin_rows(view: View) -> Iterator[Row]:
    """One row an origin of a story, a position or an attribution (`scope`)."""
    for group in view.origins():
        for origin in group.origins:
            yield (
                group.scope,
                group.low,
                group.high,
                group.pages,
                origin.id,
                origin.name,
                str(origin.status),
                origin.actor_id,
                list(origin.articles),
                origin.reason,
            )
