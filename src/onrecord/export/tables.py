"""The case as flat tables: names, columns and rows, the same for CSV, Parquet, Arrow and pandas.

Offsets count Unicode code points. Spans are lists of {start, end} into the text of the article that
the row names (furniture: of the page). Characters that UTF-8 cannot hold become U+FFFD.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from onrecord.errors import NotFoundError
from onrecord.export.rows import (
    Row,
    article_rows,
    attribution_rows,
    hop_rows,
    mention_positions,
    origin_rows,
    reasons,
    spans,
    text,
    time_rows,
)
from onrecord.stores.base import View

TEXT = pa.string()
WHOLE = pa.int32()
REAL = pa.float64()
YES = pa.bool_()
TEXTS = pa.list_(pa.string())
REALS = pa.list_(pa.float64())
SPANS = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))


@dataclass(frozen=True)
class TableSpec:
    """One table: its columns with types, and how its rows come out of a case."""

    name: str
    columns: dict[str, pa.DataType]
    rows: Callable[[View], Iterable[Row]]


def table_names() -> tuple[str, ...]:
    """The names of all tables."""
    return tuple(spec.name for spec in SPECS)


def to_arrow(view: View, name: str) -> pa.Table:
    """One table of the case. Raises NotFoundError for a name that there is no table of."""
    spec = next((spec for spec in SPECS if spec.name == name), None)
    if spec is None:
        raise NotFoundError(f"no table {name!r}; there are {', '.join(table_names())}")
    columns: list[list[Any]] = [[] for _ in spec.columns]
    for row in spec.rows(view):
        for column, value in zip(columns, row, strict=True):
            column.append(_clean(value))
    arrays = [pa.array(values, type_) for values, type_ in zip(columns, spec.columns.values(), strict=True)]
    return pa.Table.from_arrays(arrays, names=list(spec.columns))


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8") if not value.isascii() else str(value)
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value


SPECS: tuple[TableSpec, ...] = (
    TableSpec(
        "pages",
        {"id": TEXT, "media": TEXT, "encoding": TEXT, "characters": WHOLE, "bytes": WHOLE},
        lambda view: (
            (page.id, str(page.media), page.encoding, len(page.text), len(page.raw))
            for page in map(view.page, view.page_ids())
        ),
    ),
    TableSpec(
        "sightings",
        {"id": TEXT, "page_id": TEXT, "place": TEXT, "url": TEXT, "outlet": TEXT, "fetched": TEXT},
        lambda view: ((s.id, s.page_id, s.place, s.url, s.outlet, s.fetched) for s in view.sightings()),
    ),
    TableSpec(
        "furniture",
        {"page_id": TEXT, "kind": TEXT, "text": TEXT, "spans": SPANS, "reason": TEXT},
        lambda view: (
            (page_id, item.kind, item.span.text, spans([item.span]), item.reason.text)
            for page_id in view.page_ids()
            for item in view.furniture(page_id)
        ),
    ),
    TableSpec(
        "articles",
        {
            "id": TEXT,
            "page_id": TEXT,
            "number": WHOLE,
            "title": TEXT,
            "outlet": TEXT,
            "byline": TEXT,
            "language": TEXT,
            "published": TEXT,
            "earliest": TEXT,
            "latest": TEXT,
            "published_reason": TEXT,
            "page_spans": SPANS,
            "text": TEXT,
        },
        article_rows,
    ),
    TableSpec(
        "times",
        {
            "article_id": TEXT,
            "text": TEXT,
            "kind": TEXT,
            "value": TEXT,
            "timex": TEXT,
            "relative": YES,
            "guess": YES,
            "alternatives": TEXTS,
            "spans": SPANS,
            "reason": TEXT,
        },
        time_rows,
    ),
    TableSpec(
        "attributions",
        {
            "id": TEXT,
            "article_id": TEXT,
            "parent": TEXT,
            "kind": TEXT,
            "cue_class": TEXT,
            "status": TEXT,
            "status_reason": TEXT,
            "negated": YES,
            "confidence": REAL,
            "source": TEXT,
            "cue": TEXT,
            "content": TEXT,
            "addressee": TEXT,
            "occasion": TEXT,
            "source_spans": SPANS,
            "cue_spans": SPANS,
            "content_spans": SPANS,
            "reason": TEXT,
        },
        attribution_rows,
    ),
    TableSpec(
        "position_mentions",
        {
            "id": TEXT,
            "article_id": TEXT,
            "attribution_id": TEXT,
            "actor": TEXT,
            "speaker": TEXT,
            "act": TEXT,
            "act_text": TEXT,
            "issue": TEXT,
            "concepts": TEXTS,
            "condition": TEXT,
            "actor_spans": SPANS,
            "act_spans": SPANS,
            "issue_spans": SPANS,
            "reason": TEXT,
        },
        lambda view: (row for found in view.all_findings() for row in mention_positions(found)),
    ),
    TableSpec(
        "reuses",
        {
            "id": TEXT,
            "earlier": TEXT,
            "later": TEXT,
            "kind": TEXT,
            "share": REAL,
            "score": REAL,
            "directed": YES,
            "direction": REAL,
            "evidence_for": TEXTS,
            "evidence_against": TEXTS,
            "direction_reasons": TEXTS,
        },
        lambda view: (
            (
                r.id,
                r.earlier,
                r.later,
                str(r.kind),
                r.share,
                r.score,
                r.directed,
                r.direction,
                reasons(r.evidence_for),
                reasons(r.evidence_against),
                reasons(r.direction_reasons),
            )
            for r in view.reuses()
        ),
    ),
    TableSpec(
        "passages",
        {
            "reuse_id": TEXT,
            "kind": TEXT,
            "earlier": TEXT,
            "later": TEXT,
            "similarity": REAL,
            "earlier_spans": SPANS,
            "later_spans": SPANS,
            "note": TEXT,
        },
        lambda view: (
            (
                r.id,
                str(p.kind),
                text(p.earlier),
                text(p.later),
                p.similarity,
                spans([p.earlier]),
                spans([p.later]),
                p.note,
            )
            for r in view.reuses()
            for p in r.passages
        ),
    ),
    TableSpec(
        "shifts",
        {"reuse_id": TEXT, "kind": TEXT, "earlier": TEXT, "later": TEXT, "reason": TEXT},
        lambda view: (
            (r.id, s.kind, s.earlier.text, s.later.text, s.reason) for r in view.reuses() for s in r.shifts
        ),
    ),
    TableSpec(
        "families",
        {"id": TEXT, "articles": TEXTS, "shares": REALS, "earliest": TEXT, "reason": TEXT},
        lambda view: (
            (f.id, list(f.articles), list(f.shares), f.earliest, f.reason) for f in view.families()
        ),
    ),
    TableSpec(
        "stories",
        {"id": TEXT, "title": TEXT, "when": TEXT, "articles": TEXTS, "families": TEXTS, "reason": TEXT},
        lambda view: (
            (s.id, s.title, s.when, list(s.articles), list(s.families), s.reason) for s in view.stories()
        ),
    ),
    TableSpec(
        "threads",
        {"id": TEXT, "title": TEXT, "stories": TEXTS, "reason": TEXT},
        lambda view: ((t.id, t.title, list(t.stories), t.reason) for t in view.threads()),
    ),
    TableSpec(
        "actors",
        {"id": TEXT, "name": TEXT, "kind": TEXT, "names": TEXTS, "descriptions": TEXTS, "reason": TEXT},
        lambda view: (
            (a.id, a.name, str(a.kind), list(a.names), list(a.descriptions), a.reason) for a in view.actors()
        ),
    ),
    TableSpec(
        "actor_links",
        {"actor_id": TEXT, "article_id": TEXT, "text": TEXT, "spans": SPANS, "reason": TEXT},
        lambda view: (
            (link.actor_id, link.article_id, link.span.text, spans([link.span]), link.reason)
            for link in view.links()
        ),
    ),
    TableSpec(
        "hops",
        {
            "chain_id": TEXT,
            "article_id": TEXT,
            "attribution_id": TEXT,
            "hop": WHOLE,
            "kind": TEXT,
            "name": TEXT,
            "actor_id": TEXT,
            "status": TEXT,
            "spans": SPANS,
            "cue_spans": SPANS,
            "reason": TEXT,
        },
        hop_rows,
    ),
    TableSpec(
        "origins",
        {
            "scope": TEXT,
            "low": WHOLE,
            "high": WHOLE,
            "pages": WHOLE,
            "id": TEXT,
            "name": TEXT,
            "status": TEXT,
            "actor_id": TEXT,
            "articles": TEXTS,
            "reason": TEXT,
        },
        origin_rows,
    ),
    TableSpec(
        "positions",
        {
            "id": TEXT,
            "actor_id": TEXT,
            "speaker_id": TEXT,
            "speaker": TEXT,
            "act": TEXT,
            "plover": TEXT,
            "issue": TEXT,
            "concepts": TEXTS,
            "condition": TEXT,
            "status": TEXT,
            "when": TEXT,
            "articles": TEXTS,
            "mentions": TEXTS,
            "reason": TEXT,
            "gathers": TEXTS,
        },
        lambda view: (
            (
                p.id,
                p.actor_id,
                p.speaker_id,
                p.speaker,
                str(p.act),
                p.plover,
                p.issue,
                list(p.concepts),
                p.condition,
                str(p.status),
                p.when,
                list(p.articles),
                list(p.mentions),
                p.reason,
                list(p.gathers),
            )
            for p in view.positions()
        ),
    ),
    TableSpec(
        "changes",
        {
            "id": TEXT,
            "actor_id": TEXT,
            "issue": TEXT,
            "kind": TEXT,
            "before": TEXT,
            "after": TEXT,
            "ordered": YES,
            "reason": TEXT,
        },
        lambda view: (
            (c.id, c.actor_id, c.issue, str(c.kind), c.before, c.after, c.ordered, c.reason)
            for c in view.changes()
        ),
    ),
    TableSpec(
        "problems",
        {"kind": TEXT, "message": TEXT, "place": TEXT, "page_id": TEXT, "article_id": TEXT},
        lambda view: ((p.kind, p.message, p.place, p.page_id, p.article_id) for p in view.problems()),
    ),
)
