"""Main text of an HTML page without a trained model: trafilatura's output, found again in the page's lines.

Spans must lie in the page's text, so its output is only a vote on each line: a line is main when most
of its word runs are in that output.
"""

from collections.abc import Sequence

import trafilatura
from lxml import etree, html

from onrecord.data import Page
from onrecord.stages.article.extract.align import aligned_lines
from onrecord.stages.article.extract.lines import Line
from onrecord.text.markup import cap_depth

MAX_TREE = 3_000_000


def voted_lines(page: Page, lines: Sequence[Line]) -> set[int]:
    """Indexes of the lines that trafilatura's main text holds."""
    return aligned_lines(lines, choose_main(page))


def choose_main(page: Page) -> str:
    """Trafilatura's main text of a page, "" when it has none or fails."""
    text = page.raw.decode(page.encoding, "replace")
    if len(text) > MAX_TREE:
        return ""
    try:
        return trafilatura.extract(_shallow(text), include_comments=False, include_tables=True) or ""
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError):
        return ""


def _shallow(markup: str) -> str:
    """Markup that the parser goes through to its end: the reader has taken out the same tags."""
    capped = cap_depth(markup)
    if capped is markup:
        return markup
    parser = html.HTMLParser(encoding="utf-8", recover=True)
    try:
        etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return capped
    return capped if any("Excessive depth" in entry.message for entry in parser.error_log) else markup
