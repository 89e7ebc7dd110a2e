"""What an HTML page says about itself: title, meta and Open Graph tags, JSON-LD, <time>, canonical URL."""

import json
from collections.abc import Iterator

from lxml import etree

from onrecord.data import Field

MAX_FIELDS = 60
MAX_VALUE = 1_000
MAX_JSON = 500_000
META = {
    "og:title": "title",
    "twitter:title": "title",
    "dc.title": "title",
    "og:site_name": "outlet",
    "application-name": "outlet",
    "publisher": "outlet",
    "dc.publisher": "outlet",
    "author": "byline",
    "article:author": "byline",
    "dc.creator": "byline",
    "byl": "byline",
    "article:published_time": "published",
    "og:published_time": "published",
    "date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.created": "published",
    "publish-date": "published",
    "pubdate": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "last-modified": "modified",
    "dcterms.modified": "modified",
    "og:url": "url",
    "og:locale": "language",
    "content-language": "language",
    "article:section": "section",
    "copyright": "licence",
    "dc.rights": "licence",
}
JSON_FIELDS = {
    "headline": "title",
    "datePublished": "published",
    "dateCreated": "published",
    "dateModified": "modified",
    "author": "byline",
    "publisher": "outlet",
    "articleSection": "section",
    "inLanguage": "language",
    "license": "licence",
}
ARTICLE_KINDS = ("Article", "Posting", "Report", "WebPage")
ITEMPROPS = {"datePublished": "published", "dateModified": "modified", "headline": "title"}


def read_metadata(root: etree._Element) -> tuple[Field, ...]:
    """Fields in the order of the page, each once."""
    found: dict[tuple[str, str, str], Field] = {}
    for field in _fields(root):
        value = " ".join(field.value.split())[:MAX_VALUE]
        if value:
            found.setdefault((field.name, value, field.origin), Field(field.name, value, field.origin))
        if len(found) >= MAX_FIELDS:
            break
    return tuple(found.values())


def _fields(root: etree._Element) -> Iterator[Field]:
    language = root.get("lang") or root.get("xml:lang")
    if language:
        yield Field("language", language, "html lang")
    for element in root.iter("title", "meta", "link", "script", "time"):
        if element.tag == "title":
            yield Field("title", element.text or "", "title")
        elif element.tag == "meta":
            yield from _meta(element)
        elif element.tag == "link" and (element.get("rel") or "").lower() == "canonical":
            yield Field("url", element.get("href") or "", "link canonical")
        elif element.tag == "script" and "ld+json" in (element.get("type") or ""):
            yield from _json_ld(element.text or "")
        elif element.tag == "time":
            yield from _time(element)


def _meta(element: etree._Element) -> Iterator[Field]:
    value = element.get("content") or ""
    name = element.get("property") or element.get("name") or element.get("http-equiv") or ""
    if name.lower() in META:
        yield Field(META[name.lower()], value, f"meta {name}")
    item = element.get("itemprop") or ""
    if item in ITEMPROPS:
        yield Field(ITEMPROPS[item], value, f"itemprop {item}")


def _time(element: etree._Element) -> Iterator[Field]:
    value = element.get("datetime") or ""
    if not value:
        return
    modified = "modif" in (element.get("itemprop") or element.get("class") or "").lower()
    published = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    origin = "time itemprop datePublished" if published else "time datetime"
    yield Field("modified" if modified else "published", value, origin)


def _json_ld(text: str) -> Iterator[Field]:
    if len(text) > MAX_JSON:
        return
    try:
        values = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    pending: list[object] = [values]
    while pending:
        value = pending.pop(0)
        if isinstance(value, list):
            pending.extend(value[:MAX_FIELDS])
        elif isinstance(value, dict):
            if _is_article(value.get("@type")):
                yield from _article_fields(value)
            pending.extend(value[key] for key in ("@graph", "mainEntity") if key in value)


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(item, str) and item.endswith(ARTICLE_KINDS) for item in kinds)


def _article_fields(values: dict[str, object]) -> Iterator[Field]:
    for key, name in JSON_FIELDS.items():
        for value in _texts(values.get(key)):
            yield Field(name, value, f"json-ld {key}")


def _texts(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        found = item.get("name") if isinstance(item, dict) else item
        if isinstance(found, str):
            yield found
