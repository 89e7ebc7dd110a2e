"""What the mark-up of an HTML page says of its headlines, and of the parts that hold no article.

For pages of several articles: points for lines that are headings, are formatted like other headings with
text below, or stand with their text in an element of their own.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.lang.html_names import KINDS, kinds_of, name_of_kind
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.starts import Point
from onrecord.stages.article.extract.titles import fold
from onrecord.text.html_lines import Block, HtmlLines

LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
TITLE_BIT = 1 << KINDS.index("title")
FURNITURE = {
    "comments": "comments",
    "related": "related",
    "share": "share",
    "navigation": "navigation",
    "consent": "notice",
    "subscription": "subscription",
    "advertisement": "advertisement",
    "foot": "notice",
    "side": "related",
    "tags": "tags",
}
TAGS = {"nav": "navigation", "footer": "notice", "aside": "related", "form": "comments"}
MOST = 0.4  # a part that holds more of the page's sentences is no furniture, whatever it is called
MIN_TEXT = 90
FULL_TEXT = 200
MIN_SENTENCE = 60
MIN_TITLE = 12
MAX_WORDS = 24
UP = 12
LINKED = 0.6


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page and where they stand: `rendered[i]` is the line of `html` that line `i` is."""

    lines: Sequence[Line]
    html: HtmlLines
    rendered: Sequence[int]
    prose: Sequence[int]  # characters of sentences up to each rendered line, summed

    def block(self, line: Line) -> int:
        """The place of the element that begins the line, -1 outside all."""
        return self.html.lines[self.rendered[line.index]].block

    def text(self, block: Block) -> int:
        """Characters of sentences inside an element."""
        return self.prose[block.last] - self.prose[block.first]


def page_of(lines: Sequence[Line], html: HtmlLines) -> Page:
    """Put lines and mark-up together. The lines of `html` are those of the page's text."""
    rendered = []
    place = 0
    end = len(html.lines[0].text) + 1 if html.lines else 0
    for line in lines:
        while line.start >= end and place + 1 < len(html.lines):
            place += 1
            end += len(html.lines[place].text) + 1
        rendered.append(place)
    sizes = [0] * (len(html.lines) + 1)
    for line in lines:
        if line.prose:
            sizes[rendered[line.index] + 1] += len(line.text)
    for place in range(1, len(sizes)):
        sizes[place] += sizes[place - 1]
    return Page(lines, html, rendered, sizes)


def furniture_parts(page: Page, marks: Mapping[int, Mark]) -> dict[int, Mark]:
    """Marks of lines in parts that are called furniture, and of lines that are mostly links."""
    total = page.prose[-1]
    articles = _articles(page, marks)
    kinds: dict[int, tuple[str, str]] = {}
    for place, block in enumerate(page.html.blocks):
        above = kinds.get(block.parent)
        own = _furniture(block) if above is None else above
        if own is None or (above is None and page.text(block) >= MOST * total):
            continue
        if above is not None or own[0] == "comments" or not _holds(articles, block):
            kinds[place] = own
    found = {}
    for line in page.lines:
        if line.index in marks:
            continue
        named = kinds.get(page.block(line))
        own_line = page.html.lines[page.rendered[line.index]]
        if named is not None:
            found[line.index] = Mark(
                named[0], f"{line.shown} stands in a part of the page called “{named[1]}”"
            )
        elif own_line.linked > LINKED * len(own_line.text) and line.prose:
            share = round(100 * own_line.linked / len(own_line.text))
            found[line.index] = Mark("link line", f"{share}% of {line.shown} is a link")
    return found


def _articles(page: Page, marks: Mapping[int, Mark]) -> list[int]:
    """Sums over the rendered lines: how many headings have text in full below them, without links.

    "next-article" and "more-story" name what is to be read next: a link to it, or all of it.
    """
    heads = {line.index for line in page.lines if _may_head(line, marks) and _level(page, line)}
    sums = [0] * (len(page.html.lines) + 1)
    size = 0
    for line in reversed(page.lines):
        if line.index in heads:
            sums[page.rendered[line.index] + 1] += size >= FULL_TEXT
            size = 0
        elif line.prose and line.index not in marks and len(line.text) >= MIN_SENTENCE:
            own = page.html.lines[page.rendered[line.index]]
            size += len(line.text) if own.linked <= LINKED * len(own.text) else 0
    for place in range(1, len(sums)):
        sums[place] += sums[place - 1]
    return sums


def _may_head(line: Line, marks: Mapping[int, Mark]) -> bool:
    """No furniture by itself; a headline may be in another language than the page."""
    return line.index not in marks or marks[line.index].kind == "other language"


def _holds(articles: Sequence[int], block: Block) -> bool:
    """Whether a heading with text in full stands inside an element."""
    return articles[block.last] > articles[block.first]


def _furniture(block: Block) -> tuple[str, str] | None:
    """What an element that holds no article is, and what it is called."""
    if block.tag in TAGS:
        return TAGS[block.tag], f"<{block.tag}>"
    bits = kinds_of(block.names)
    for kind, what in FURNITURE.items():
        if bits & 1 << KINDS.index(kind):
            return what, name_of_kind(block.names, kind) or kind
    return None


def headline_hints(
    page: Page, marks: Mapping[int, Mark], titles: Sequence[str]
) -> tuple[dict[int, Point], bool]:
    """Points by line index for what mark-up says of it as a headline; whether the page's own title is one.

    Below that one, lesser headings are most likely those of its sections.
    """
    heads = [line for line in page.lines if line.index not in marks and _level(page, line)]
    looks: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in heads:
        if _has_text_below(page, line, marks):
            looks[_look(page, line)].append(line)
    over = _main_level(page, heads, looks, titles)
    found = {}
    leading = sorted(
        (_level(page, line), page.rendered[line.index]) for lines in looks.values() for line in lines
    )
    for look, lines in looks.items():
        for line in lines:
            level = _level(page, line)
            rivals = {place for other, place in leading if other <= level}
            point = _point(page, line, look, lines, rivals)
            below = over is not None and _level(page, line) > over[0] and line is not over[1]
            found[line.index] = replace(point, value=point.value - 2.0) if below else point
    return found, over is not None


def _level(page: Page, line: Line) -> int:
    """1 to 6 for headings, 7 for lines called a title or all in bold, 0 for others."""
    if not 1 <= len(line.words) <= MAX_WORDS:
        return 0
    own = page.html.lines[page.rendered[line.index]]
    block = page.html.blocks[own.block] if own.block >= 0 else None
    level = _heading_above(page, own.block)
    if level:
        return level
    named = kinds_of(own.inner) & TITLE_BIT or (block is not None and kinds_of(block.names) & TITLE_BIT)
    bold = own.strong >= 0.9 * len(own.text) and not line.prose
    return 7 if named or bold else 0


def _heading_above(page: Page, place: int) -> int:
    for _ in range(3):
        if place < 0:
            return 0
        block = page.html.blocks[place]
        if block.tag in LEVELS:
            return LEVELS[block.tag]
        place = block.parent
    return 0


def _look(page: Page, line: Line) -> tuple[str, ...]:
    """How a line is formatted: its element, names and the element around it."""
    own = page.html.lines[page.rendered[line.index]]
    if own.block < 0:
        return ("", "", "", own.inner)
    block = page.html.blocks[own.block]
    above = page.html.blocks[block.parent] if block.parent >= 0 else None
    return (block.tag, block.names, above.tag if above else "", own.inner)


def _has_text_below(page: Page, line: Line, marks: Mapping[int, Mark]) -> bool:
    """A sentence within the next lines, before another heading."""
    for other in page.lines[line.index + 1 : line.index + 9]:
        if other.prose and other.index not in marks and not _level(page, other):
            return True
        if _level(page, other) in range(1, 7) and other.index not in marks:
            return False
    return False


def _main_level(
    page: Page,
    heads: Sequence[Line],
    looks: Mapping[tuple[str, ...], Sequence[Line]],
    titles: Sequence[str],
) -> tuple[int, Line] | None:
    """The level of the heading that the page's own title names, when its text stands right below it."""
    folded = [fold(title) for title in titles]
    for line in heads:
        own = fold(line.text)
        if len(own) < MIN_TITLE or not any(own in title for title in folded):
            continue
        if any(line is other for other in looks.get(_look(page, line), ())):
            return _level(page, line), line
    return None


def _point(page: Page, line: Line, look: tuple[str, ...], lines: Sequence[Line], rivals: set[int]) -> Point:
    level = _level(page, line)
    called = f"<{look[0]}>" if level < 7 else f"in type of its own (“{(look[1] or look[3] or 'bold')[:40]}”)"
    points, words = (1.0 if level < 7 else 0.5), [f"it is a heading, {called}"]
    if len(lines) > 1:
        points += 0.75
        words.append(f"{len(lines) - 1} other lines with text below are formatted like it")
    block = _own_element(page, line, rivals)
    if block is not None:
        points += 2.0 if block.tag == "article" else 1.25
        words.append(f"it stands with its text in an element of its own, <{block.tag} {block.names[:40]}>")
    framed = block is not None and block.tag == "article"
    return Point(points, ", ".join(words), framed, look=" ".join(look), weak=True)


def _own_element(page: Page, line: Line, rivals: set[int]) -> Block | None:
    """The element around a headline and its text that holds no other headline of its level or above."""
    place = page.block(line)
    own = page.rendered[line.index]
    for _ in range(UP):
        if place < 0:
            return None
        block = page.html.blocks[place]
        if any(other != own and block.first <= other < block.last for other in rivals):
            return None
        if page.text(block) >= MIN_TEXT:
            return block if len(rivals) > 1 or block.tag == "article" else None
        place = block.parent
    return None
