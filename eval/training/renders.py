"""HTML pages rendered flat, as crawls and converters do: the ways in which flat text reaches onrecord."""

import html_text
import inscriptis
from lxml import etree

from onrecord.config import ReaderConfig
from onrecord.readers.decode import decode
from onrecord.readers.html import read_html

RENDERERS = ("html-text", "inscriptis", "plain")


def render(raw: bytes, how: str) -> str:
    """The visible text of an HTML page by `html-text`, by `inscriptis`, or as plain lines by our own reader.

    "" for a page that is not text, or that the renderer cannot parse.
    """
    found = decode(raw, declares=True)
    if found is None:
        return ""
    text = found[0]
    if how == "plain":
        return read_html(text, ReaderConfig().max_text)[0]
    try:
        return str(html_text.extract_text(text) if how == "html-text" else inscriptis.get_text(text))
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
