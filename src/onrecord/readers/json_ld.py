"""JSON-LD of a page (schema.org): what its articles state, with references inside the page followed."""

import json
import re
from collections.abc import Iterable, Iterator

from onrecord.data import Field
from onrecord.readers.field_names import ARTICLE_KINDS, MAKERS, PROPERTIES
from onrecord.readers.field_values import is_address

MAX_JSON = 500_000
MAX_ITEMS = 60
MAX_NODES = 400
MAX_ARTICLES = 6
MAX_AUTHORS = 20
INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
# Bounded runs of white space: without bounds, two thousand spaces took sixteen seconds.
_OPENING = re.compile(r"(?:/\*)?\s{0,20}(?://)?\s{0,20}(?:<!--|<!\[CDATA\[)\s{0,20}(?:\*/)?")
_CLOSING = re.compile(r"(?:/\*)?\s{0,20}(?://)?\s{0,20}(?:-->|\]\]>)\s{0,20}(?:\*/)?\s{0,20};?\Z")
CLOSING_REACH = 100
_TRAILING = re.compile(r",(?=\s{0,200}[}\]])")

Node = dict[str, object]


def json_ld_fields(texts: Iterable[str]) -> Iterator[Field]:
    """Fields of the articles in all JSON-LD blocks of a page."""
    nodes = [node for text in texts for node in _nodes(_parsed(text))]
    named = {
        str(node["@id"]): node
        for node in reversed(nodes)
        if isinstance(node.get("@id"), str) and len(node) > 1
    }
    articles = [node for node in nodes if _is_article(node.get("@type")) and len(node) > 2][:MAX_ARTICLES]
    for article in articles:
        yield from _article_fields(article, named)


def _parsed(text: str) -> object:
    """The value of a block; None when it is too long or broken beyond what pages usually get wrong."""
    if len(text) > MAX_JSON:
        return None
    for candidate in (text, _TRAILING.sub("", _unwrapped(text))):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(text: str) -> str:
    """A block without the comment or CDATA marks that hide it from old browsers."""
    text = text.strip()
    if opening := _OPENING.match(text):
        text = text[opening.end() :]
    closing = _CLOSING.search(text, max(0, len(text) - CLOSING_REACH))
    return text[: closing.start()] if closing else text


def _nodes(value: object) -> list[Node]:
    """Objects of a block, in order: lists, @graph and the main entity are gone into, nothing else."""
    found: list[Node] = []
    pending = [value]
    place = 0
    while place < len(pending) and len(found) < MAX_NODES:
        item = pending[place]
        place += 1
        if isinstance(item, list):
            pending.extend(item[:MAX_ITEMS])
        elif isinstance(item, dict):
            found.append(item)
            pending.extend(item[key] for key in INSIDE if key in item)
    return found


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(item, str) and item.endswith(ARTICLE_KINDS) for item in kinds[:MAX_ITEMS])


def _article_fields(article: Node, named: dict[str, Node]) -> Iterator[Field]:
    for key, name in PROPERTIES.items():
        values = list(_texts(article.get(key), named, addresses=name == "licence"))
        if name == "byline" and values:
            yield Field(name, ", ".join(dict.fromkeys(values[:MAX_AUTHORS])), f"json-ld {key}")
            continue
        for value in values[:MAX_ITEMS]:
            yield Field(name, value, f"json-ld {key}")
    for value in _address(article):
        yield Field("url", value, "json-ld url")
    publishers = {value.casefold() for value in _texts(article.get("publisher"), named)}
    for key in MAKERS:
        for value in list(_texts(article.get(key), named, addresses=True))[:MAX_ITEMS]:
            if value.casefold() not in publishers:
                yield Field("source", value, f"json-ld {key}")


def _address(article: Node) -> Iterator[str]:
    main = article.get("mainEntityOfPage")
    whole = main.get("@id") if isinstance(main, dict) else main
    for value in (article.get("url"), whole):
        if isinstance(value, str) and is_address(value):
            yield value.partition("#")[0]


def _texts(value: object, named: dict[str, Node], addresses: bool = False) -> Iterator[str]:
    """Strings, and the names of objects or of what they refer to; their addresses too when asked for."""
    for item in value[:MAX_ITEMS] if isinstance(value, list) else [value]:
        found = item
        if isinstance(item, dict):
            node = item
            identity = item.get("@id")
            if "name" not in item and "@value" not in item and isinstance(identity, str):
                node = named.get(identity, item)
            keys = ("name", "@value", "headline", "url", "@id") if addresses else ("name", "@value")
            found = next((node[key] for key in keys if node.get(key)), None)
            if isinstance(found, list):
                found = next((part for part in found if isinstance(part, str)), None)
        if isinstance(found, str):
            yield found
