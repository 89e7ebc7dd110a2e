"""Blocks or HTML as flat text, in the ways crawlers and people leave it."""

import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from itertools import groupby
from textwrap import fill

from eval.composed.blocks import Block

BREAKING = frozenset(
    "p div h1 h2 h3 h4 li ul ol table tr td section article main aside nav footer header blockquote "
    "figcaption center br time".split()
)
SPACED = frozenset(["p", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "table", "article", "section"])
DROPPED = frozenset(["script", "style", "title"])
OWN = ("para", "list")


class _Lines(HTMLParser):
    """Visible text: a line for each block, a blank line around the spaced ones."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._dropped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._dropped += tag in DROPPED
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._dropped -= tag in DROPPED
        self._break(tag)

    def _break(self, tag: str) -> None:
        if tag in BREAKING:
            self.parts.append("\n\n" if tag in SPACED else "\n")

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self.parts.append(re.sub(r"\s+", " ", data))


def _rendered(html: str) -> str:
    parser = _Lines()
    parser.feed(html)
    parser.close()
    lines = [line.strip() for line in "".join(parser.parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def spaced(html: str) -> str:
    """As html-text renders: paragraphs apart by blank lines."""
    return _rendered(html)


def dense(html: str) -> str:
    """As many crawls leave it: one line for each block, no blank lines at all."""
    return re.sub(r"\n+", "\n", _rendered(html))


def joined(blocks: Sequence[Block]) -> str:
    """Each article's body is one single line; furniture line by line."""
    lines: list[str] = []
    for (article, own), group in groupby(blocks, key=lambda block: (block.article, block.kind in OWN)):
        texts = [line for block in group for line in block.lines]
        lines += [" ".join(texts)] if own and article is not None else texts
    return "\n".join(lines) + "\n"


def wrapped(blocks: Sequence[Block]) -> str:
    """Lines broken by hand at 74 characters, links in a row between bars, as out of a text browser."""
    return "\n\n".join(
        fill(" | ".join(block.lines), 74, break_long_words=False, break_on_hyphens=False) for block in blocks
    )


def glued(blocks: Sequence[Block]) -> str:
    """What stood side by side is run together; now and then two blank lines."""
    lines: list[str] = []
    for block in blocks:
        if block.kind == "age" and lines and block.article is not None:
            lines[-1] += block.lines[0]
        elif block.kind in ("menu", "share", "footer", "pages"):
            lines.append("".join(block.lines))
        elif block.kind in ("teaser", "comment"):
            lines.append(" ".join(block.lines))
        else:
            lines += ["", *block.lines] if block.kind == "title" else block.lines
    return "\n".join(lines) + "\n"


def starred(blocks: Sequence[Block]) -> str:
    """Links as starred lists, pictures named in brackets, tabs and trailing spaces left in."""
    lines: list[str] = []
    for block in blocks:
        if block.kind in ("menu", "footer", "headlines", "pages", "share", "list"):
            lines += [f"  * {line}" for line in block.lines]
        elif block.kind == "photo":
            lines.append(f"[Image: {block.lines[0]}]")
        elif block.kind in ("teaser", "comment"):
            lines.append("\t".join(block.lines))
        else:
            lines += [f"{line}  " for line in block.lines]
        if block.kind not in ("title", "outlet", "age", "byline", "meta"):
            lines.append("")
    return "\n".join(lines) + "\n"


FROM_HTML: tuple[Callable[[str], str], ...] = (spaced, dense)
APART: tuple[Callable[[Sequence[Block]], str], ...] = (joined, wrapped, glued, starred)
