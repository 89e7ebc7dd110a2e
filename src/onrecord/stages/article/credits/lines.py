"""Short lines that are nothing but a credit, and names that end the text."""

import re
from collections.abc import Iterator

from onrecord.data import Article, Credit, Span
from onrecord.lang.credits import BYLINE, MATERIAL, REPORTING, SOURCE, UPDATED
from onrecord.stages.article.credits.forms import (
    MAX_LINE,
    NAME,
    SHOWN,
    body,
    credit,
    known,
    mentioned,
    shouted,
    title_of,
)

ENDING = re.compile(rf"(?:--|—|–|-)\s?(?P<name>dpa|epd|{NAME})\.?$")
ENDING_BRACKETS = re.compile(rf"[(\[](?P<name>(?:dpa|epd|{NAME})(?:/[\w.-]{{2,30}}){{0,3}})[)\]]\.?$")
BARRED = re.compile(rf"^(?P<name>{NAME})\s?[|•·]\s?(?P<rest>[^\n]{{2,80}})$")
LISTED = re.compile(r"[,;/:()\[\]]|\s(?:and|und|та|і|и)\s")
FROM_LINE = re.compile(rf"^(?:[Ff]rom|FROM|[Vv]on|[Aa]us)\s(?P<name>{NAME})\.?$")
AROUND = " -–—()[]."
BARE = 60
EDGE = 2
CLOSING_NAME = re.compile(rf"^\s{{0,3}}(?P<name>{NAME})[.)\]]?$")


def line_credits(article: Article) -> Iterator[Credit]:
    """Short lines that are nothing but a credit."""
    headings = {(span.start, span.end) for span in article.headings}
    paragraphs = body(article)
    for place, paragraph in enumerate(paragraphs):
        outer = place < 2 or place >= len(paragraphs) - 4
        if len(paragraph.text) > MAX_LINE or not (outer or (paragraph.start, paragraph.end) in headings):
            continue
        found = list(_credit_line(article, paragraph))
        if not found and (place < EDGE or place >= len(paragraphs) - EDGE):
            found = list(_bare_name(article, paragraph))
        yield from found


def _credit_line(article: Article, paragraph: Span) -> Iterator[Credit]:
    line = paragraph.text
    barred = BARRED.match(line)
    if barred is not None and (known(barred["name"]) or barred["rest"].casefold().startswith(UPDATED)):
        yield credit(
            article,
            paragraph.start,
            paragraph.start + barred.end("name"),
            "agency",
            f"the line “{line}” of {title_of(article)}",
        )
        return
    stripped = line.lstrip(" ([*–—-")
    skipped = len(line) - len(stripped)
    folded = stripped.casefold()
    for words, role in (
        (REPORTING, "byline"),
        (MATERIAL, "agency"),
        (SOURCE, "syndication"),
        (BYLINE, "byline"),
    ):
        opening = next((word for word in words if _begins(folded, word)), None)
        if opening is not None:
            base = paragraph.start + skipped + len(opening)
            rest = stripped[len(opening) :]
            listed = list(_listed(article, base, rest, role, stripped[:80]))
            yield from listed or _closing(article, paragraph, base, rest, role)
            return
    source = FROM_LINE.match(line) if len(line) <= 60 else None
    if source is not None and (known(source["name"]) or shouted(source["name"])):
        start, end = source.span("name")
        why = f"the line “{line}” of {title_of(article)} says where the text is from"
        yield credit(article, paragraph.start + start, paragraph.start + end, "agency", why)
        return


def _bare_name(article: Article, paragraph: Span) -> Iterator[Credit]:
    """ "Norwire" alone on the first or last lines; further in it credits a picture or leads elsewhere."""
    line = paragraph.text
    name = line.strip(AROUND)
    if len(line) <= BARE and known(name):
        start = paragraph.start + len(line) - len(line.lstrip(AROUND))
        why = f"the line “{line}” of {title_of(article)} is only a name"
        yield credit(article, start, start + len(name), "agency", why)


def _closing(article: Article, paragraph: Span, base: int, rest: str, role: str) -> Iterator[Credit]:
    """ "With Norwire" as the last line: a name that no table has, but that the text names too."""
    found = CLOSING_NAME.match(rest)
    last = paragraph.end >= len(article.text.rstrip())
    if found is None or role == "byline" or not last or not mentioned(found["name"], article.text, 2):
        return
    start, end = base + found.start("name"), base + found.end("name")
    line = f"the last line “{paragraph.text[:SHOWN]}” of {title_of(article)}"
    why = f"{line} credits it, and the text names it too"
    yield credit(article, start, end, role, why)


def _begins(folded: str, word: str) -> bool:
    rest = folded[len(word) : len(word) + 1]
    return folded.startswith(word) and (rest in (":", " ") or not rest)


def _listed(article: Article, base: int, text: str, role: str, shown: str) -> Iterator[Credit]:
    """Known names (or acronyms, for agencies) in a list after an opening."""
    start = 0
    ends = [*((found.start(), found.end()) for found in LISTED.finditer(text)), (len(text), len(text))]
    for end, following in ends:
        name = text[start:end].strip(" .–—-")
        if name and (known(name) or (role != "byline" and shouted(name))):
            place = base + text.index(name, start)
            yield credit(
                article,
                place,
                place + len(name),
                role,
                f"the line “{shown}” of {title_of(article)} credits it",
            )
        start = following


def ending_credits(article: Article) -> Iterator[Credit]:
    """A known name after a dash or in brackets at the end of the text."""
    for paragraph in body(article)[-2:]:
        tail_start = max(0, len(paragraph.text) - 80)
        tail = paragraph.text[tail_start:].rstrip()
        for pattern in (ENDING, ENDING_BRACKETS):
            found = pattern.search(tail)
            if found is None:
                continue
            start = found.start("name")
            why = f"“{found.group(0).strip()}” ends {title_of(article)}"
            for part in found["name"].split("/"):
                if known(part):
                    base = paragraph.start + tail_start + start
                    yield credit(article, base, base + len(part), "agency", why)
                start += len(part) + 1
