"""The head of a flat page: the name of its outlet, a slogan under it, section and genre lines.

A name by form counts as a masthead only with something that supports it: a date, section or path
line beside it, a word such as "Post" in it, or the page's own text calling itself by that name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.lang.mastheads import (
    has_outlet_word,
    is_common_word,
    is_section,
    is_slogan_form,
    may_be_masthead,
    names_place,
)
from onrecord.lang.stamps import is_date_stamp
from onrecord.stages.article.extract.lines import Line, quote
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.titles import is_sign_off, shared_stems, stems, title_score

HEAD_LINES = 14
SKIPPED = 4
SLOGAN_WORDS = 14
QUESTION_WORDS = 20
TEXT_READ = 30_000
BAR = re.compile(r"\s*[|•·]\s+|\s+[|•·]\s*|\s[—–]\s")
BESIDE = frozenset({"date stamp", "breadcrumb", "section", "navigation"})
PASSED = frozenset({"date stamp", "rule", "share", "counter", "subscription", "advertisement", "navigation"})


@dataclass(frozen=True, slots=True)
class NamePart:
    """Where in a line the name of an outlet stands."""

    start: int
    end: int
    name: str


def name_part(text: str) -> NamePart | None:
    """The outlet's name in a line that is nothing else, or a name beside a section or a date."""
    if len(text) > 200:
        return None
    parts: list[NamePart] = []
    start = 0
    for end, following in [*((m.start(), m.end()) for m in BAR.finditer(text)), (len(text), len(text))]:
        name = text[start:end].strip()
        if name:
            begin = text.index(name, start)
            parts.append(NamePart(begin, begin + len(name), name))
        start = following
    if len(parts) == 1:
        return parts[0] if may_be_masthead(parts[0].name) else None
    plain = [part for part in parts if not (is_section(part.name) or is_date_stamp(part.name))]
    if len(plain) == 1 and plain[0] in (parts[0], parts[-1]) and may_be_masthead(plain[0].name):
        return plain[0]
    return None


def mark_masthead(lines: Sequence[Line], marks: dict[int, Mark]) -> None:
    """Add marks for the masthead, its slogan and the section lines above the first text of a page."""
    head, body = _head(lines, marks)
    for line in head:
        if line.index not in marks and len(line.words) <= SLOGAN_WORDS and is_section(line.text):
            marks[line.index] = Mark("section", f"{line.shown} names a section or a genre, not this report")
    found = _candidate(head, marks)
    if found is None:
        return
    line, part = found
    below = [other for other in head if other.index > line.index]
    titles = [other for other in below if _may_be_title(other, marks)]
    slogan = _slogan(line, below, titles, body, marks)
    titles = [other for other in titles if other is not slogan]
    support = _support(line, part, below, titles, body, marks, slogan)
    if not support:
        return
    marks[line.index] = Mark("masthead", f"{line.shown} heads the page and says whose it is: {support}")
    if slogan is not None:
        marks[slogan.index] = Mark("slogan", f"{slogan.shown} stands under the name {quote(part.name)}")


def _head(lines: Sequence[Line], marks: dict[int, Mark]) -> tuple[list[Line], list[Line]]:
    """Lines above the first text, and the first lines of that text."""
    top = lines[:HEAD_LINES]
    for place, line in enumerate(top):
        if line.prose and line.index not in marks and not _passes(top, place, marks):
            body = [other for other in lines[place : place + 8] if other.prose and other.index not in marks]
            return list(top[:place]), body[:4]
    return list(top), []


def _passes(top: Sequence[Line], place: int, marks: dict[int, Mark]) -> bool:
    """A short sentence at the top that is a title (it asks or calls) or a slogan with a header below."""
    line = top[place]
    if line.text.rstrip("\"'”’»")[-1:] in "?!" and len(line.words) <= QUESTION_WORDS:
        return True
    if place == 0 or place > 2 or len(line.words) > SLOGAN_WORDS or line.gap > 0:
        return False
    below = top[place + 1 : place + 4]
    header = any(_kind(other, marks) in BESIDE or is_section(other.text) for other in below)
    return header and any(not other.prose and other.index not in marks for other in below)


def _candidate(head: Sequence[Line], marks: dict[int, Mark]) -> tuple[Line, NamePart] | None:
    """The first line that is not furniture by itself, when it is a name by form."""
    for line in head[:SKIPPED]:
        part = name_part(line.text)
        kind = marks[line.index].kind if line.index in marks else ""
        if kind in ("", "navigation", "breadcrumb", "other language") and part is not None:
            return line, part
        if kind not in PASSED and kind != "section":
            return None
    return None


def _may_be_title(line: Line, marks: dict[int, Mark]) -> bool:
    return line.index not in marks and len(line.words) >= 2 and not is_sign_off(line)


def _slogan(
    masthead: Line,
    below: Sequence[Line],
    titles: Sequence[Line],
    body: Sequence[Line],
    marks: dict[int, Mark],
) -> Line | None:
    """The line right under the name, when a header line and a better title follow it."""
    line = next((other for other in below if other.index == masthead.index + 1), None)
    if line is None or line.index in marks or line.gap > 0 or len(line.words) > SLOGAN_WORDS:
        return None
    rest = [other for other in titles if other.index > line.index]
    if not rest:
        return None
    first = rest[0].index
    parted = any(line.index < other.index < first and other.index in marks for other in below)
    own = title_score(line, body, "")
    better = max(title_score(other, body, "") for other in rest)
    return line if (parted and own <= better) or (is_slogan_form(line.text) and own < better + 1) else None


def _support(
    line: Line,
    part: NamePart,
    below: Sequence[Line],
    titles: Sequence[Line],
    body: Sequence[Line],
    marks: dict[int, Mark],
    slogan: Line | None,
) -> str:
    """What speaks for the name, in words; "" when nothing does, or when it may be the title itself."""
    named = has_outlet_word(part.name)
    itself = self_named(part.name, " ".join(other.text for other in body))
    first = titles[0] if titles else None
    until = first.index if first else (body[0].index if body else line.index + SKIPPED)
    beside = next((other for other in below if other.index < until and _kind(other, marks) in BESIDE), None)
    barred = part.name != line.text
    if first is None and not (named and (beside or barred)):
        return ""
    alone = _stands_apart(line, first, body)
    genre = beside is not None and _kind(beside, marks) == "section" and _repeats(first, part.name)
    placed = names_place(part.name) and not (named or itself)
    plain = is_common_word(part.name) and not (itself or barred or slogan)
    if placed or plain or not (alone or named or itself or barred or genre):
        return ""
    heads = f", above {first.shown}" if first else ""
    if barred:
        return f"{quote(part.name)} stands beside a section or date in it{heads}"
    if beside is not None:
        return f"{beside.shown} stands under it{heads}"
    if itself:
        return f"the text says {quote(itself)}"
    return f"it is a name as outlets have{heads}" if named and first is not None else ""


def _stands_apart(line: Line, title: Line | None, body: Sequence[Line]) -> bool:
    """The text takes up less of this line than of the title: "Harn" of "Harn Ledger", say."""
    own = shared_stems(line, body)
    if own == 0:
        return True
    return title is not None and own < len(stems(line.words)) and own < shared_stems(title, body)


def _kind(line: Line, marks: dict[int, Mark]) -> str:
    found = marks.get(line.index)
    return found.kind if found else ""


def _repeats(title: Line | None, name: str) -> bool:
    """A body's own release: the title speaks of the body that the page is headed with."""
    return title is not None and name.casefold() in title.text.casefold()


def self_named(name: str, text: str) -> str:
    """The words with which a text calls itself by `name` or its last word: "told the Ledger"."""
    words = name.split()
    short = re.escape(words[-1].casefold())
    full = re.escape(" ".join(words).casefold().removeprefix("the "))
    folded = text[:TEXT_READ].casefold()
    told = re.search(rf"\btold the {short}\b", folded)
    does = r"(?:reports|informs|refers to|(?:was|is) (?:not able|unable)|could not)"
    says = re.search(rf"(?<!\w){full} {does}\b|, {full} writes\b", folded)
    found = told or says
    return found.group(0) if found else ""
