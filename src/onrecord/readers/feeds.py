"""RSS 0.9x, 1.0, 2.0 and Atom: an entry with its full text is a page; one that only points to a page is told.

Read as a stream, so that a feed of any length takes the memory of one entry. No address in a feed is ever
followed, so a feed that names itself does no harm.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree

from onrecord.config import ReaderConfig
from onrecord.data import Field, PageInput, Problem
from onrecord.readers.entry import Entry, Told
from onrecord.readers.listing import Listing
from onrecord.readers.pages import problem
from onrecord.readers.records import Record, is_markup, plain, record_page, visible_text
from onrecord.readers.teasers import is_teaser
from onrecord.readers.xmlstream import XmlStream, drop, local_name

ENTRY = ("item", "entry")
HEADS = frozenset(("channel", "feed"))
FULL = ("encoded", "content", "full-text", "fulltext", "body")
SHORT = ("description", "summary", "abstract")
DATES = {
    "date": ("pubDate", "published", "date", "issued", "created", "dateSubmitted"),
    "modified": ("updated", "modified", "lastBuildDate"),
}
LINES = {
    "byline": ("creator", "author"),
    "section": ("category", "subject"),
    "licence": ("rights", "copyright", "license"),
    "language": ("language",),
}
MAIL_AND_NAME = re.compile(r"[^\s()]{1,200}@[^\s()]{1,200}\s{0,5}\((?P<name>[^()]{1,200})\)")
MAX_MANY = 10
MAX_HEAD = 40
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(slots=True)
class Head:
    """What a feed says of itself: names of elements and their first texts."""

    texts: dict[str, str] = field(default_factory=dict)
    link: str = ""
    language: str = ""

    def read(self, element: etree._Element) -> None:
        """Take in one child of the feed's head."""
        name = local_name(element)
        if name == "link" and not self.link and _is_page_link(element):
            self.link = (element.get("href") or element.text or "").strip()[:4_000]
        if name == "language":
            self.language = self.language or (element.text or "").strip()[:40]
        if len(self.texts) < MAX_HEAD:
            self.texts.setdefault(name, _line_of(element))


def read_feed(entry: Entry, config: ReaderConfig) -> Iterator[PageInput | Problem | Listing]:
    """Pages of the entries that hold their text, what all entries tell, and the teasers, counted."""
    head = Head()
    number = 0
    with entry.open() as stream:
        elements = XmlStream(stream, ENTRY)
        for _, element in elements:
            name = local_name(element)
            if name in ENTRY:
                number += 1
                yield from _read_entry(element, head, f"{entry.place}:{number}", entry.told, config)
                drop(element)
            elif _is_head(element):
                head.read(element)
    if elements.broken:
        yield problem("broken feed", entry.place, f"after entry {number}: {elements.broken}")
    elif not number:
        yield problem("empty page", entry.place, "a feed without entries")


def _is_head(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and local_name(parent) in HEADS


def _read_entry(
    element: etree._Element, head: Head, place: str, told: Told, config: ReaderConfig
) -> Iterator[PageInput | Problem | Listing]:
    said, origins = _said(element, head)
    shown = visible_text(said.get("text", ""), config.max_text)
    record = Record(place, said, origins, _outlets(element, head), shown)
    listing = _listing(record, head)
    if listing is not None:
        yield listing
    if is_teaser(shown, "full" in origins):
        what = "no text" if not said.get("text") else f"only a teaser, in {origins['text']}"
        yield problem("teaser only", place, f"the entry “{_short(said.get('title', ''))}” has {what}")
        return
    yield record_page(record, config, told)


def _said(element: etree._Element, head: Head) -> tuple[dict[str, str], dict[str, str]]:
    """What an entry says, by our names, and where each stood; `full` among the latter marks a full text."""
    found = _children(element)
    said: dict[str, str] = {}
    origins: dict[str, str] = {}

    def take(name: str, value: str, origin: str) -> None:
        if value.strip() and name not in said:
            said[name], origins[name] = value, f"feed {origin}"

    take("title", _line_of(*found.get("title", [])[:1]), "entry title")
    take("url", _link(found, head), "link")
    for name, elements in DATES.items():
        for theirs in elements:
            take(name, _first(found, theirs).strip()[:200], theirs)
    for name, elements in LINES.items():
        for theirs in elements:
            take(name, _line(found.get(theirs, [])), theirs)
    around = element.getparent()
    of_feed = (around.get(XML_LANG) if around is not None else None) or head.language
    take("language", element.get(XML_LANG) or of_feed, "language")
    for theirs in FULL:
        take("text", _longest(found.get(theirs, [])), theirs)
    if "text" in said:
        origins["full"] = origins["text"]
    for theirs in SHORT:
        take("text", _longest(found.get(theirs, [])), theirs)
    if "text" in said and not is_markup(said["text"]):
        said["text"] = plain(said["text"])
    return said, origins


def _children(element: etree._Element) -> dict[str, list[etree._Element]]:
    found: dict[str, list[etree._Element]] = {}
    for child in element:
        name = local_name(child)
        if name == "group":  # media:group holds a description of a picture or film, not of the entry
            continue
        found.setdefault(name, []).append(child)
    return found


def _first(found: Mapping[str, list[etree._Element]], name: str) -> str:
    elements = found.get(name)
    return _inner(elements[0]) if elements else ""


def _longest(elements: list[etree._Element]) -> str:
    """The longest of several: media:content and media:description stand beside the entry's own."""
    return max((_inner(element) for element in elements[:MAX_MANY]), key=len, default="")


def _inner(element: etree._Element) -> str:
    """An element's text; elements inside it (XHTML, tags that a feed forgot to escape) as markup."""
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    parts += (etree.tostring(child, encoding="unicode") for child in element)
    return "".join(parts)


def _line_of(*elements: etree._Element) -> str:
    """The text of an element, and of those inside it, in one line without HTML."""
    text = "".join(str(part) for element in elements for part in element.itertext("*", etree.Entity))
    return " ".join(plain(text[:2_000]).split())[:1_000]


def _line(elements: list[etree._Element]) -> str:
    """Names (of authors, of categories) in one line."""
    names: list[str] = []
    for element in elements[:MAX_MANY]:
        name = element.get("label") or element.get("term") or ""
        if not name:
            inside = [child for child in element if local_name(child) == "name"]
            name = _line_of(*inside[:1]) if inside else _line_of(element)
        mail = MAIL_AND_NAME.fullmatch(name.strip())
        name = mail["name"] if mail else name
        if name and name not in names:
            names.append(name)
    return ", ".join(names)


def _link(found: Mapping[str, list[etree._Element]], head: Head) -> str:
    """The address of an entry's page: what a feed service kept of it, a link, a guid that is an address."""
    links = [element for element in found.get("link", []) if _is_page_link(element)]
    candidates = [_first(found, "origLink")]
    candidates += [element.get("href") or element.text or "" for element in links[:MAX_MANY]]
    guid = found.get("guid", [])
    if guid and guid[0].get("isPermaLink", "true").lower() != "false":
        candidates.append(guid[0].text or "")
    for candidate in candidates:
        url = _absolute(candidate.strip(), head.link)
        if url:
            return url
    return ""


def _is_page_link(element: etree._Element) -> bool:
    return element.get("rel", "alternate") == "alternate"


def _absolute(url: str, base: str) -> str:
    if not url or len(url) > 4_000:
        return ""
    try:
        url = urljoin(base, url) if base else url
    except ValueError:
        return ""
    return url if url.lower().startswith(("http://", "https://")) else ""


def _outlets(element: etree._Element, head: Head) -> tuple[Field, ...]:
    """Who the feed says that it is from: the entry's <source> first, then the feed's own title."""
    names: list[Field] = []
    for child in element:
        if local_name(child) == "source":
            inside = [item for item in child if local_name(item) == "title"]
            names.append(Field("outlet", _line_of(*(inside[:1] or [child])), "feed source"))
    names.append(Field("outlet", head.texts.get("title", ""), "feed title"))
    return tuple(name for name in names if name.value)


def _listing(record: Record, head: Head) -> Listing | None:
    """What the entry tells of the page at its address, should that page be kept too."""
    url = record.values.get("url", "")
    if not url:
        return None
    names = (("date", "published"), ("modified", "modified"), ("title", "title"), ("byline", "byline"))
    told = [
        Field(name, " ".join(record.values[ours].split()), record.origins[ours])
        for ours, name in names
        if record.values.get(ours, "").strip()
    ]
    return Listing(url, record.place, (*told, *record.fields))


def _short(title: str) -> str:
    return title if len(title) <= 80 else f"{title[:79]}…"
