"""What an HTML page says about itself: title, meta tags, JSON-LD, microdata, RDFa, <time>, links.

Names are in field_names.py, JSON-LD is read in json_ld.py, values are cleaned in field_values.py. Fields
come in the order of the page; addresses and sources that only markup names come after the rest.
"""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from onrecord.data import Field
from onrecord.readers.field_names import ITEM_KINDS, META, PROPERTIES
from onrecord.readers.field_values import clean_byline, clean_value, whole_address
from onrecord.readers.json_ld import json_ld_fields

MAX_FIELDS = 80
MAX_ALIKE = 25
MAX_ABOVE = 40
MAX_TEXT = 2_000
_READ = etree.XPath(
    "descendant-or-self::*[self::title or self::meta or self::link or self::script or self::time"
    " or @itemprop or @property or (@rel and self::a)]"
)
_NAMED = etree.XPath("descendant::*[@itemprop='name' or @property='name' or @property='schema:name'][1]")
# Of addresses the canonical link and og:url come in their place, others after all the rest.
EARLY = ("link canonical", "meta og:url")
LATE = ("a rel author", "link rel license", "a rel license")


def read_metadata(root: etree._Element) -> tuple[Field, ...]:
    """Fields in the order of the page, each once."""
    found: dict[tuple[str, str, str], Field] = {}
    alike: Counter[tuple[str, str]] = Counter()
    base = _base(root)
    for field in _fields(root):
        value = _value(field, base)
        key = (field.name, value, field.origin)
        if not value or key in found or alike[field.name, field.origin] >= MAX_ALIKE:
            continue
        alike[field.name, field.origin] += 1
        found[key] = Field(field.name, value, field.origin)
        if len(found) >= MAX_FIELDS:
            break
    return tuple(found.values())


def _found(query: etree.XPath, element: etree._Element) -> list[etree._Element]:
    """The elements that a query finds."""
    found = query(element)
    return [item for item in found if isinstance(item, etree._Element)] if isinstance(found, list) else []


def _base(root: etree._Element) -> str:
    for element in root.iter("base"):
        return whole_address(element.get("href") or "", "")
    return ""


def _value(field: Field, base: str) -> str:
    if field.name == "url":
        return whole_address(clean_value(field.value), base)
    if field.name == "byline":
        return clean_byline(field.value)
    return clean_value(field.value)


def _fields(root: etree._Element) -> Iterator[Field]:
    language = (
        root.get("lang") or root.get("xml:lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    )
    if language:
        yield Field("language", language, "html lang")
    later: list[Field] = []
    scopes = _Scopes()
    for element in _found(_READ, root):
        for field in _of_element(element, scopes):
            if (field.name in ("url", "source") and field.origin not in EARLY) or field.origin in LATE:
                later.append(field)
            else:
                yield field
    yield from later


def _of_element(element: etree._Element, scopes: "_Scopes") -> Iterator[Field]:
    tag = element.tag
    if tag == "title":
        if not _in_drawing(element):
            yield Field("title", element.text or "", "title")
    elif tag == "meta":
        yield from _meta(element)
    elif tag == "script":
        if "ld+json" in (element.get("type") or "").lower():
            yield from json_ld_fields([element.text or ""])
    elif tag in ("link", "a"):
        yield from _link(element)
    elif tag == "time":
        yield from _time(element)
    prop = element.get("itemprop") or (element.get("property") if tag != "meta" else None)
    if prop:
        yield from _property(element, prop, scopes)


def _in_drawing(element: etree._Element) -> bool:
    """Whether a <title> is that of an SVG drawing."""
    above = element.getparent()
    return above is not None and above.tag == "svg"


def _meta(element: etree._Element) -> Iterator[Field]:
    value = element.get("content") or ""
    for name in (element.get("property"), element.get("name"), element.get("http-equiv")):
        if name and name.lower() in META:
            yield Field(META[name.lower()], value, f"meta {name}")
            return


def _link(element: etree._Element) -> Iterator[Field]:
    """Links that say how the page and the linked one are related."""
    href = element.get("href") or ""
    for relation in (element.get("rel") or "").lower().split()[:8]:
        if element.tag == "link" and relation in ("canonical", "amphtml"):
            yield Field("url", href, f"link {relation}")
        elif relation in ("syndication-source", "original-source"):
            yield Field("source", href, f"{element.tag} {relation}")
        elif relation == "license":
            yield Field("licence", href, f"{element.tag} rel license")
        elif relation == "author" and element.tag == "a":
            yield Field("byline", _text(element), "a rel author")


def _time(element: etree._Element) -> Iterator[Field]:
    value = element.get("datetime") or ""
    if not value or (element.get("itemprop") or "") in PROPERTIES:
        return
    words = (element.get("class") or "").lower().split()
    modified = any("modif" in word for word in words) or ("updated" in words and "published" not in words)
    published = element.get("pubdate") is not None
    origin = "time itemprop datePublished" if published else "time datetime"
    yield Field("modified" if modified else "published", value, origin)


class _Scopes:
    """The items of microdata met so far: of several articles on a page only the first counts."""

    def __init__(self) -> None:
        self._first: etree._Element | None = None

    def holds(self, element: etree._Element) -> bool:
        """Whether a property of `element` is one of the page or of its first article."""
        above = element.getparent()
        for _ in range(MAX_ABOVE):
            if above is None:
                return True
            if above.get("itemscope") is not None or above.get("typeof"):
                return self._counts(above)
            above = above.getparent()
        return False

    def _counts(self, scope: etree._Element) -> bool:
        kind = (scope.get("itemtype") or scope.get("typeof") or "").rstrip("/")
        if not kind.endswith(ITEM_KINDS):
            return False
        if kind.endswith("WebPage"):
            return True
        self._first = scope if self._first is None else self._first
        return self._first is scope


def _property(element: etree._Element, words: str, scopes: _Scopes) -> Iterator[Field]:
    """Microdata and RDFa: a property of schema.org on any element, its value in an attribute or the text."""
    for word in words.split()[:8]:
        key = word.rpartition(":")[2]
        if key not in PROPERTIES or not scopes.holds(element):
            continue
        form = "itemprop" if element.get("itemprop") else "property"
        name = PROPERTIES[key]
        origin = f"time itemprop {key}" if element.tag == "time" else f"{form} {key}"
        yield Field(name, _property_value(element, name), origin)


def _property_value(element: etree._Element, name: str) -> str:
    for attribute in ("content", "datetime"):
        if element.get(attribute):
            return element.get(attribute) or ""
    if name in ("byline", "outlet"):
        inner = _found(_NAMED, element)
        if inner:
            return inner[0].get("content") or _text(inner[0])
    if name == "licence" and element.get("href"):
        return element.get("href") or ""
    return _text(element)


def _text(element: etree._Element) -> str:
    """The beginning of an element's text; "" for one that holds a whole article."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(str(part))
        length += len(part)
        if length > MAX_TEXT:
            return ""
    return "".join(parts)
