"""Features of a line of an HTML page in words, for reasons: "92% of its letters are link text"."""

import re
from collections.abc import Callable

from onrecord.lang.html_names import KINDS, name_of_kind
from onrecord.stages.article.extract.blocks.place import FAR
from onrecord.stages.article.extract.blocks.tree import UP
from onrecord.text.html_lines import Block, HtmlLine, HtmlLines

SHOWN_NAME = 40
BEYOND = -1
PLURAL = re.compile(r"\{n\} (line|link|word|character|comma|date|year|bar|bracket)s")

# Templates by feature: {n} the number, {p} thousandths as a percentage.
_SAID = {
    "length": "it has {n} characters",
    "words": "it has {n} words",
    "letters a word": "its words have {t} letters on average",
    "letters": "{p} of its characters are letters",
    "link text": "{p} of its letters are link text",
    "links": "it holds {n} links",
    "bold or italic": "{p} of it is bold or italic",
    "sentence ends inside": "{n} sentences end inside it",
    "commas": "it holds {n} commas",
    "digits": "{p} of its characters are digits",
    "capital letters": "{p} of its letters are capitals",
    "capital words": "{p} of its words have a capital",
    "small short words": "{p} of its words are small and short",
    "long words": "{p} of its words are long",
    "dates": "it holds {n} dates or times in digits",
    "years": "it holds {n} years",
    "addresses": "it holds {n} addresses",
    "bars": "it holds {n} bars or bullets",
    "quotation marks": "it holds {n} quotation marks",
    "brackets": "it holds {n} brackets",
    "times on the page": "it stands {n} times on the page",
    "words of the title": "it shares {n} words with the page's title",
    "depth": "it stands {n} elements deep",
    "place on the page": "it stands after {p} of the page's lines",
    "share of characters above": "{p} of the page's characters stand above it",
    "share of text above": "{p} of the page's text stands above it",
    "lines of the page": "the page has {n} lines",
    "characters of the page": "the page has {n} characters",
    "text of the page": "the page has {n} characters of text",
    "lines formatted alike": "{n} lines of the page are formatted like it",
    "characters a line formatted alike": "lines formatted like it have {n} characters on average",
    "link text of lines formatted alike": "{p} of the letters of lines formatted like it are link text",
    "share of all text formatted alike": "{p} of the page's text is formatted like it",
}
_YES_NO = {
    "ends a sentence": ("it ends a sentence", "it does not end like a sentence"),
    "ends in a colon": ("it ends in a colon", "it ends in no colon"),
}
_TITLE = ("it is no part of the page's title", "it is part of the page's title", "it is the page's title")
_ELEMENT = {
    "characters in": "{e} holds {n} characters",
    "link text in": "{p} of the letters in {e} are link text",
    "share of all text in": "{p} of the page's text stands in {e}",
    "lines in": "{e} holds {n} lines",
    "place in": "it stands after {p} of the lines of {e}",
    "characters a line in": "lines in {e} have {n} characters on average",
}


def said(name: str, value: int, line: HtmlLine, page: HtmlLines) -> str:
    """One feature of a line and its value as a clause."""
    if name in _SAID:
        return _filled(_SAID[name], value)
    if name in _YES_NO:
        return _YES_NO[name][0 if value else 1]
    for start, say in _FAMILIES.items():
        if name.startswith(start):
            return say(name.removeprefix(start), value, line, page)
    return _of_element(name, value, line, page) if name.endswith(" up") else _beside(name, value)


def _filled(template: str, value: int, element: str = "") -> str:
    if value == 1:
        template = template.replace("{n} lines of the page are", "no other line of the page is")
        template = PLURAL.sub(r"{n} \1", template)
    return template.format(n=f"{value:,}", p=f"{value / 10:g}%", t=f"{value / 10:g}", e=element)


def _title(rest: str, value: int, line: HtmlLine, page: HtmlLines) -> str:
    return _TITLE[min(max(value, 0), 2)]


def _inline(kind: str, value: int, line: HtmlLine, page: HtmlLines) -> str:
    return (
        f"a part of it is called “{_called(line.inner, kind)}”"
        if value
        else f"no part of it is called {kind}"
    )


def _set(tag: str, value: int, line: HtmlLine, page: HtmlLines) -> str:
    return f"it is {'' if value else 'not '}set in <{tag}"


def _from_title(rest: str, value: int, line: HtmlLine, page: HtmlLines) -> str:
    if value > FAR:
        return "the page has no title of its own"
    if value == 0:
        return "it stands where the title does"
    lines = "line" if abs(value) == 1 else "lines"
    return f"it stands {abs(value)} {lines} {'below' if value > 0 else 'above'} the title"


def _above(flag: str, steps: int, line: HtmlLine, page: HtmlLines) -> str:
    kind = flag.strip("<>")
    if steps > UP:
        what = f"in no {flag}" if flag.startswith("<") else f"in nothing that is called {kind}"
        return f"it stands {what}"
    block = _block_above(line, page, steps)
    if block is None:
        return f"it stands {steps} steps below a {kind}"
    return f"it stands in {_shown(block, kind)}"


def _of_element(name: str, value: int, line: HtmlLine, page: HtmlLines) -> str:
    """ "lines in the element 2 up": of which element, and how many."""
    what, _, where = name.partition(" the element ")
    block = _block_above(line, page, int(where.removesuffix(" up")))
    element = _shown(block, "") if block is not None else "the page"
    return _filled(_ELEMENT.get(what, what + " {e}: {n}"), value, element)


def _block_above(line: HtmlLine, page: HtmlLines, steps: int) -> Block | None:
    place = line.block
    for _ in range(steps):
        if place < 0:
            return None
        place = page.blocks[place].parent
    return page.blocks[place] if place >= 0 else None


def _shown(block: Block, kind: str) -> str:
    """ "<div “comment-list”>": an element with the name that counts."""
    name = _called(block.names, kind)
    return f"<{block.tag} “{name}”>" if name else f"<{block.tag}>"


def _called(names: str, kind: str) -> str:
    found = name_of_kind(names, kind) if kind in KINDS else next(iter(names.split()), "")
    return (found or "")[:SHOWN_NAME]


def _beside(name: str, value: int) -> str:
    """Features of the lines beside it, named as they are counted."""
    if value == BEYOND:
        return f"{name}: the page has no such line"
    if name.startswith(("formatted like", "in one element")):
        return f"it is {'' if value else 'not '}{name}"
    if name.startswith("link text in "):
        return f"{value / 10:g}% of the letters in {name.removeprefix('link text in ')} it are link text"
    return f"{name}: {value / 10:g}%" if name.startswith("link text") else f"{name}: {value:,}"


_FAMILIES: dict[str, Callable[[str, int, HtmlLine, HtmlLines], str]] = {
    "is the title": _title,
    "lines below the title": _from_title,
    "steps up to ": _above,
    "inline ": _inline,
    "in <": _set,
}
