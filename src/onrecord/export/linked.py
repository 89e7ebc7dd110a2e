"""JSON-LD: schema.org NewsArticle and Quotation, W3C Web Annotation selectors, PROV-O.

Offsets in selectors count Unicode code points (said at the top and in every selector): the Web
Annotation model leaves the unit of `TextPositionSelector` to "characters", so we name ours.
Vocabularies: https://schema.org, https://www.w3.org/TR/annotation-model/, https://www.w3.org/TR/prov-o/.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.data import (
    Article,
    ArticleFindings,
    Attribution,
    Hop,
    Independent,
    Judgement,
    Origin,
    OriginSet,
    Proof,
    Reuse,
    Span,
    span_of,
)
from onrecord.export.files import whole_file
from onrecord.export.rows import JUDGED_WORDS
from onrecord.stores.base import View

UNIT = "Unicode code point"
CONTEXT = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "onrecord": "urn:onrecord:term:",
    "prov:wasDerivedFrom": {"@type": "@id"},
    "prov:wasQuotedFrom": {"@type": "@id"},
    "prov:hadPrimarySource": {"@type": "@id"},
    "oa:hasSource": {"@type": "@id"},
}
CONTEXT_WIDTH = 32
Node = dict[str, Any]


def write_jsonld(view: View, out: Path) -> int:
    """Write one JSON-LD document; returns how many nodes its graph has."""
    written = 0
    with whole_file(out) as file:
        head = {"@context": CONTEXT, "onrecord:offsetUnit": UNIT}
        file.write(json.dumps(head, ensure_ascii=True)[:-1] + ', "@graph": [\n')
        for node in _nodes(view):
            file.write((",\n" if written else "") + json.dumps(node, ensure_ascii=True))
            written += 1
        file.write("\n]}\n")
    return written


def _nodes(view: View) -> Iterator[Node]:
    derived: defaultdict[str, list[str]] = defaultdict(list)
    for reuse in view.reuses():
        if reuse.directed:
            derived[reuse.later].append(reuse.earlier)
        yield _reuse(reuse)
    for pair in view.independents():
        yield _independent(pair)
    primary: defaultdict[str, list[str]] = defaultdict(list)
    stories = {story.id: story for story in view.stories()}
    for group in view.origins():
        yield _origins(group)
        for origin in group.origins:
            yield _origin(origin)
            for article in origin.articles if group.scope in stories else ():
                primary[article].append(origin.id)
    actors = {actor.id: actor for actor in view.actors()}
    for actor in actors.values():
        kind = "Person" if actor.kind == "person" else "Organization"
        yield {"@id": _urn(actor.id), "@type": kind, "name": actor.name, "alternateName": list(actor.names)}
    ends = {chain.attribution_id: chain for chain in view.chains() if chain.attribution_id}
    for found in view.all_findings():
        yield _article(view, found, derived[found.article.id], primary[found.article.id])
        for item in found.attributions:
            chain = ends.get(item.id)
            yield _quotation(found.article, item, chain.hops[-1] if chain and chain.hops else None)
    held = frozenset(view.article_ids())
    for judgement in view.judgements():
        yield _judgement(view, judgement, held)


def _urn(identifier: str) -> str:
    return f"urn:onrecord:{identifier}"


def _article(view: View, found: ArticleFindings, derived: list[str], primary: list[str]) -> Node:
    article = found.article
    dating = view.dating(article.id)
    published = (dating.published if dating else found.published).value
    node: Node = {
        "@id": _urn(article.id),
        "@type": ["NewsArticle", "prov:Entity"],
        "headline": article.title,
        "inLanguage": found.language.code,
        "articleBody": article.text,
        "isPartOf": _urn(article.page_id),
        "url": [s.url for s in view.sightings(article.page_id) if s.url],
        "prov:wasDerivedFrom": sorted(_urn(identifier) for identifier in derived),
        "prov:hadPrimarySource": sorted(_urn(identifier) for identifier in primary),
    }
    if published:
        node["onrecord:publishedEDTF"] = published
        if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", published):
            node["datePublished"] = published
    if article.outlet:
        node["publisher"] = {"@type": "Organization", "name": article.outlet.value}
    return {key: value for key, value in node.items() if value not in (None, [])}


def _quotation(article: Article, item: Attribution, source: Hop | None) -> Node:
    node: Node = {
        "@id": _urn(item.id),
        "@type": ["Quotation", "oa:Annotation", "prov:Entity"],
        "text": " … ".join(span.text for span in item.content),
        "onrecord:kind": str(item.kind),
        "onrecord:recordStatus": str(item.status),
        "onrecord:factuality": str(item.factuality),
        "onrecord:setting": str(item.setting),
        "onrecord:reason": item.reason.text,
        "prov:wasQuotedFrom": _urn(article.id),
        "oa:hasTarget": [
            {
                "onrecord:role": role,
                "oa:hasSource": _urn(article.id),
                "oa:hasSelector": _selectors(article, span),
            }
            for role, spans in _roles(item)
            for span in spans
        ],
    }
    if source and source.actor_id:
        node["creator"] = {"@id": _urn(source.actor_id)}
    elif source:
        node["creditText"] = source.name
    if item.parent:
        node["isPartOf"] = _urn(item.parent)
    return node


def _roles(item: Attribution) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    single = (
        ("addressee", item.addressee),
        ("place", item.place),
        ("time", item.time),
        ("medium", item.medium),
        ("speaker", item.speaker.span if item.speaker else None),
        ("anonymity", item.anonymity),
    )
    several = (("source", item.source), ("cue", item.cue), ("content", item.content))
    return (*several, *((role, (span,)) for role, span in single if span))


def _selectors(article: Article, span: Span) -> list[Node]:
    text = article.text
    return [
        {
            "@type": "oa:TextPositionSelector",
            "oa:start": span.start,
            "oa:end": span.end,
            "onrecord:offsetUnit": UNIT,
        },
        {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": span.text,
            "oa:prefix": text[max(0, span.start - CONTEXT_WIDTH) : span.start],
            "oa:suffix": text[span.end : span.end + CONTEXT_WIDTH],
        },
    ]


def _judgement(view: View, judgement: Judgement, held: frozenset[str]) -> Node:
    """An assessing annotation (https://www.w3.org/TR/annotation-vocab/#assessing) on what was judged."""
    places = zip(judgement.articles, judgement.ranges, strict=False)
    targets: list[Node] = []
    for key, (start, end) in places:
        target: Node = {"oa:hasSource": _urn(key)}
        if key in held and judgement.subject in JUDGED_WORDS:
            article = view.findings(key).article
            target["oa:hasSelector"] = _selectors(article, span_of(article.text, start, end))
        targets.append(target)
    if judgement.page is not None:
        targets.append({"oa:hasSource": _urn(judgement.page)})
    node: Node = {
        "@id": _urn(judgement.id),
        "@type": "oa:Annotation",
        "oa:motivatedBy": {"@id": "oa:assessing"},
        "onrecord:subject": judgement.subject,
        "onrecord:verdict": str(judgement.verdict),
        "dateCreated": judgement.made,
        "author": judgement.by,
        "text": judgement.note,
        "oa:hasTarget": targets,
    }
    return {key: value for key, value in node.items() if value != ""}


def _reuse(reuse: Reuse) -> Node:
    return {
        "@id": _urn(reuse.id),
        "@type": "prov:Derivation",
        "prov:entity": {"@id": _urn(reuse.earlier)},
        "onrecord:later": {"@id": _urn(reuse.later)},
        "onrecord:kind": str(reuse.kind),
        "onrecord:directed": reuse.directed,
        "onrecord:direction": reuse.direction,
        "onrecord:kindReasons": [reason.text for reason in reuse.kind_reasons],
        "onrecord:reasons": [reason.text for reason in reuse.direction_reasons],
    }


def _independent(found: Independent) -> Node:
    """That two articles do not derive from one another is no statement of PROV-O: it is ours."""
    return {
        "@id": _urn(found.id),
        "@type": "onrecord:Independence",
        "onrecord:articles": [{"@id": _urn(found.left)}, {"@id": _urn(found.right)}],
        "onrecord:kind": str(found.kind),
        "onrecord:probability": found.score,
        "onrecord:reasons": [reason.text for reason in found.reasons],
    }


def _origins(found: OriginSet) -> Node:
    """How many origins stand behind a story, position or attribution, and what was counted as one."""
    return {
        "@id": _urn(found.id),
        "@type": "onrecord:OriginCount",
        "onrecord:scope": {"@id": _urn(found.scope)},
        "onrecord:low": found.low,
        "onrecord:high": found.high,
        "onrecord:origins": [{"@id": _urn(origin.id)} for origin in found.origins],
        "onrecord:reason": found.reason,
        "onrecord:proofs": [_proof(proof) for proof in found.proofs],
    }


def _proof(proof: Proof) -> Node:
    node: Node = {
        "onrecord:kind": proof.kind,
        "onrecord:reason": proof.reason,
        "oa:hasSource": _urn(proof.article_id),
    }
    return node | ({"onrecord:other": {"@id": _urn(proof.other_id)}} if proof.other_id else {})


def _origin(origin: Origin) -> Node:
    node: Node = {
        "@id": _urn(origin.id),
        "@type": "prov:Entity",
        "name": origin.name,
        "onrecord:recordStatus": str(origin.status),
        "onrecord:reason": origin.reason,
    }
    if origin.actor_id:
        node["prov:wasAttributedTo"] = {"@id": _urn(origin.actor_id)}
    return node
