"""HTML to visible text, block by block, and what the page says about itself outside that text.

Articles and furniture both stay in the text; the extract stage tells them apart, and walks the same
tree again to learn where each line stands (`onrecord.text.html_lines`).
"""

from lxml import etree

from onrecord.data import Field
from onrecord.readers.metadata import read_metadata
from onrecord.text.html_lines import html_lines, lines_of, parse_html

__all__ = ["parse_html", "read_html", "render"]


def read_html(text: str, limit: int) -> tuple[str, tuple[Field, ...]]:
    """Visible text of an HTML page (at most a little over `limit` characters) and its fields."""
    root = parse_html(text)
    if root is None:
        return "", ()
    return lines_of(text, limit, root).text, read_metadata(root)


def render(root: etree._Element, limit: int) -> str:
    """One line a block; white space folded as browsers do."""
    return html_lines(root, limit).text
