"""Tables of what the pile shows, what went wrong, and what was judged."""

from onrecord.export.rows import (
    hop_rows,
    judgement_rows,
    origin_rows,
    passage_row,
    reasons,
    spans,
    text,
)
from onrecord.export.spec import REAL, REALS, SPANS, TEXT, TEXTS, WHOLE, YES, TableSpec

SPECS: tuple[TableSpec, ...] = (
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
            "kind_reasons": TEXTS,
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
                reasons(r.kind_reasons),
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
            "moved": YES,
        },
        lambda view: (passage_row(r.id, p) for r in view.reuses() for p in r.passages),
    ),
    TableSpec(
        "shifts",
        {"reuse_id": TEXT, "kind": TEXT, "earlier": TEXT, "later": TEXT, "reason": TEXT},
        lambda view: (
            (r.id, s.kind, s.earlier.text, s.later.text, s.reason) for r in view.reuses() for s in r.shifts
        ),
    ),
    TableSpec(
        "independents",
        {"id": TEXT, "left": TEXT, "right": TEXT, "kind": TEXT, "score": REAL, "reasons": TEXTS},
        lambda view: (
            (i.id, i.left, i.right, str(i.kind), i.score, reasons(i.reasons)) for i in view.independents()
        ),
    ),
    TableSpec(
        "shared_passages",
        {
            "independent_id": TEXT,
            "kind": TEXT,
            "left": TEXT,
            "right": TEXT,
            "similarity": REAL,
            "left_spans": SPANS,
            "right_spans": SPANS,
            "note": TEXT,
            "moved": YES,
        },
        lambda view: (passage_row(i.id, p) for i in view.independents() for p in i.passages),
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
        "proofs",
        {
            "scope": TEXT,
            "kind": TEXT,
            "article_id": TEXT,
            "other_id": TEXT,
            "text": TEXT,
            "spans": SPANS,
            "reason": TEXT,
        },
        lambda view: (
            (o.scope, p.kind, p.article_id, p.other_id, text(p.span), spans([p.span]), p.reason)
            for o in view.origins()
            for p in o.proofs
        ),
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
    TableSpec(
        "judgements",
        {
            "id": TEXT,
            "subject": TEXT,
            "verdict": TEXT,
            "by": TEXT,
            "made": TEXT,
            "note": TEXT,
            "articles": TEXTS,
            "page_id": TEXT,
            "text": TEXT,
            "spans": SPANS,
            "source_spans": SPANS,
            "cue_spans": SPANS,
        },
        judgement_rows,
    ),
)
