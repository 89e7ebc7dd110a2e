"""A page's mark-up to its visible lines, and the block element that each line stands in.

An own walk over lxml's events: no recursion, linear, and the same lines every time, so that spans
hold. The reader joins the lines to a page's text; the extract stage walks the same tree again to
learn where each line stands.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from lxml import etree

from onrecord.text.markup import cap_depth

BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd",
        "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "label", "legend", "li",
        "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul", "video",
    )
)  # fmt: skip
HIDDEN = frozenset(
    (
        "script", "style", "template", "head", "title", "iframe", "object", "svg", "math", "canvas",
        "select", "textarea", "rt", "rp",
    )
)  # fmt: skip
STRONG = frozenset(("b", "strong", "em", "i"))
NAMING = frozenset(("class", "id", "role", "itemprop"))
LONGEST_NAME = 200
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
UNDISPLAYED = re.compile(r"(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)", re.IGNORECASE)
UNDISPLAYED_NAME = " display-none"
NOSCRIPT_PARAGRAPHS = 3
TOO_DEEP = "Excessive depth"


@dataclass(slots=True)
class Block:
    """An element that begins a line of its own. `names` are its class, id, role and itemprop.

    `first` and `last` (half open) number the lines inside it; `parent` is its place in the list of
    blocks, -1 for the outermost.
    """

    tag: str
    names: str
    parent: int
    first: int
    last: int = 0


@dataclass(slots=True)
class HtmlLine:
    """One visible line. `linked` and `strong` count its characters in links and in bold or italic type.

    `inner` are the names of the first inline element in it that has any.
    """

    text: str
    block: int
    links: int
    linked: int
    strong: int
    inner: str


@dataclass(slots=True)
class HtmlLines:
    """The lines of a page and its block elements, both in the order of the page."""

    lines: list[HtmlLine] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The page's text: one line a block."""
        return "\n".join(line.text for line in self.lines)


def parse_html(text: str) -> etree._Element | None:
    """The tree of a page, None when there is nothing to parse.

    libxml2 drops the rest of a page at 256 nested elements: such a page is parsed again with its
    deepest tags taken out.
    """
    root, complete = _parse(text)
    if complete:
        return root
    capped = cap_depth(text)
    return root if capped is text else _parse(capped)[0]


def _parse(text: str) -> tuple[etree._Element | None, bool]:
    """The tree, and whether the parser went through the whole page."""
    parser = etree.HTMLParser(encoding="utf-8", recover=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        root = None
    return root, not any(TOO_DEEP in entry.message for entry in parser.error_log)


def lines_of(markup: str, limit: int, root: etree._Element | None = None) -> HtmlLines:
    """Lines of a page from its mark-up, or from its tree when there is one already.

    The page asked for last is kept: whoever reads a page often analyses it right away.
    """
    kept = _kept(markup, limit)
    if not kept:
        root = parse_html(markup) if root is None else root
        kept.append(html_lines(root, limit) if root is not None else HtmlLines())
    return kept[0]


@lru_cache(maxsize=1)
def _kept(markup: str, limit: int) -> list[HtmlLines]:
    """The place of a page's lines; empty until they are known."""
    return []


def html_lines(root: etree._Element, limit: int) -> HtmlLines:
    """Lines of at most a little over `limit` characters, with white space folded as browsers do."""
    walk = _Walk()
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            walk.start(element)
        elif event == "end":
            walk.end(element)
        elif not walk.hidden and element.tail:
            walk.add(element.tail)
        if walk.size > limit:
            break
    walk.close()
    return walk.found


class _Walk:
    """What is open at one moment of the walk."""

    def __init__(self) -> None:
        self.found = HtmlLines()
        self.open: list[int] = []  # blocks
        self.hides: list[bool] = []  # for every open element, whether it hides
        self.hidden = 0
        self.in_link = self.in_strong = 0
        self.size = 0
        self._fresh()

    def _fresh(self) -> None:
        self.parts: list[str] = []
        self.links = 1 if self.in_link else 0
        self.linked = self.strong = 0
        self.inner = ""

    def start(self, element: etree._Element) -> None:
        tag = element.tag
        names, hides = names_of(element)
        if tag in BLOCKS:
            self.flush()
            parent = self.open[-1] if self.open else -1
            self.open.append(len(self.found.blocks))
            self.found.blocks.append(Block(tag, names, parent, len(self.found.lines)))
        elif tag == "a":
            self.in_link += 1
            self.links += 1
        elif tag in STRONG:
            self.in_strong += 1
        hides = hides or tag in HIDDEN or (tag == "noscript" and not _is_page(element))
        self.hides.append(hides)
        if hides:
            self.hidden += 1
        if self.hidden:
            return
        if names and not self.inner and tag not in BLOCKS:
            self.inner = names
        if element.text:
            self.add(element.text)

    def end(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self.flush()
            self.found.blocks[self.open.pop()].last = len(self.found.lines)
        elif tag == "a":
            self.in_link -= 1
        elif tag in STRONG:
            self.in_strong -= 1
        if self.hides.pop():
            self.hidden -= 1
        if element.tail and not self.hidden:
            self.add(element.tail)

    def add(self, text: str) -> None:
        if not self.parts and text.isspace():
            return
        self.parts.append(text)
        if self.in_link or self.in_strong:
            size = len(text.strip())
            self.linked += size if self.in_link else 0
            self.strong += size if self.in_strong else 0

    def flush(self) -> None:
        """End a line."""
        if self.parts:
            line = _folded("".join(self.parts))
            if line:
                block = self.open[-1] if self.open else -1
                self.found.lines.append(
                    HtmlLine(line, block, self.links, self.linked, self.strong, self.inner)
                )
                self.size += len(line)
            self._fresh()
        else:
            self.links = 1 if self.in_link else 0
            self.inner = ""

    def close(self) -> None:
        self.flush()
        for block in self.open:
            self.found.blocks[block].last = len(self.found.lines)


def names_of(element: etree._Element) -> tuple[str, bool]:
    """What an element calls itself, in lower case ("" when nothing), and whether it is marked as hidden."""
    names = ""
    hidden = False
    for attribute, given in element.items():
        value = str(given)
        if attribute in NAMING:
            names = f"{names} {value[:LONGEST_NAME]}" if names else value[:LONGEST_NAME]
        elif attribute == "hidden":
            hidden = True
        elif attribute == "style" and UNDISPLAYED.search(value[:LONGEST_NAME]):
            names += UNDISPLAYED_NAME
    return names.lower(), hidden


def _is_page(noscript: etree._Element) -> bool:
    """A <noscript> that holds a page of its own, as some do."""
    paragraphs = islice(noscript.iter("p"), NOSCRIPT_PARAGRAPHS)
    return sum(1 for _ in paragraphs) == NOSCRIPT_PARAGRAPHS


def _folded(text: str) -> str:
    """One space for each run of white space, no soft hyphens, composed letters."""
    if not text.isascii():
        text = UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())
