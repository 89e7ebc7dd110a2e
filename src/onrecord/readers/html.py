"""HTML to visible text, block by block, and what the page says about itself outside that text.

An own walk over lxml's events: no recursion, linear, and the same text every time, so that spans
hold. Articles and furniture both stay in the text; the extract stage tells them apart.
"""

import re
import unicodedata
from itertools import islice

from lxml import etree, html

from onrecord.data import Field
from onrecord.readers.metadata import read_metadata
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
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
NOSCRIPT_PARAGRAPHS = 3
TOO_DEEP = "Excessive depth"
SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")


def read_html(text: str, limit: int) -> tuple[str, tuple[Field, ...]]:
    """Visible text of an HTML page (at most a little over `limit` characters) and its fields."""
    root = parse_html(text)
    if root is None:
        return "", ()
    return render(root, limit), read_metadata(root)


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
    parser = html.HTMLParser(encoding="utf-8", recover=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        root = None
    return root, not any(TOO_DEEP in entry.message for entry in parser.error_log)


def render(root: etree._Element, limit: int) -> str:
    """One line a block, blank line between paragraphs left out; white space folded as browsers do."""
    lines: list[str] = []
    current: list[str] = []
    hidden = 0
    size = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        starts = event == "start"
        if name in BLOCKS:
            size += _flush(current, lines)
        if name in HIDDEN or _is_hidden(element, name):
            hidden += 1 if starts else -1
        if starts and not hidden and element.text:
            current.append(element.text)
        if event != "start" and not hidden and element.tail:
            current.append(element.tail)
        if size > limit:
            break
    _flush(current, lines)
    return "\n".join(lines)


def _is_hidden(element: etree._Element, name: str) -> bool:
    """Marked as hidden, or a <noscript> that is no page of its own (some pages stand in one)."""
    if name == "noscript":
        paragraphs = islice(element.iter("p"), NOSCRIPT_PARAGRAPHS)
        return sum(1 for _ in paragraphs) < NOSCRIPT_PARAGRAPHS
    return bool(name) and element.get("hidden") is not None


def _flush(current: list[str], lines: list[str]) -> int:
    """End a block: its words become one line."""
    line = SPACE.sub(" ", UNSEEN.sub("", unicodedata.normalize("NFC", "".join(current)))).strip()
    current.clear()
    if line:
        lines.append(line)
    return len(line)
