"""The head of a flat page: the name of its outlet, a slogan under it, section and genre lines.

A name by form counts as a masthead only with something that supports it: a date, section or path
line beside it, a word such as "Post" in it, or the page's own text calling itself by that name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.lang.furniture import line_kind
from onrecord.lang.head_lines import (
    ORNAMENTS,
    holds_date,
    is_header_part,
    is_posting,
    is_release,
    is_state_line,
    is_weather,
    names_issuer,
)
from onrecord.lang.mastheads import (
    has_outlet_word,
    is_common_word,
    is_section,
    is_slogan_form,
    may_be_masthead,
    names_place,
)
from onrecord.stages.article.extract.lines import Line, quote
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.titles import is_sign_off, shared_stems, stems, title_score

HEAD_LINES = 14
SKIPPED = 4
SLOGAN_WORDS = 14
QUESTION_WORDS = 20
TEXT_READ = 30_000
LOWER_WORDS = 4
MOST = 200
BAR = re.compile(r"\s*[|•·]\s+|\s+[|•·]\s*|\s(?:[—–-]|--|//|\+{2,5}|\*{2,5})\s")
BESIDE = frozenset({"date stamp", "breadcrumb", "section", "navigation", "edition line", "posting line"})
PASSED = frozenset(
    {"date stamp", "rule", "share", "counter", "subscription", "advertisement", "navigation", "letterhead",
     "edition line"}
)  # fmt: skip

_HEADER_FORMS = (
    (is_posting, "posting line", "says who put the text up, and when"),
    (is_weather, "label", "gives the weather"),
    (is_state_line, "letterhead", "names a state, above what follows"),
)


@dataclass(frozen=True, slots=True)
class NamePart:
    """Where in a line the name of an outlet stands."""

    start: int
    end: int
    name: str


def name_part(text: str) -> NamePart | None:
    """The outlet's name in a line that is nothing else, or a name beside sections, dates and imprint."""
    if len(text) > MOST:
        return None
    parts = [part for part in _parts(text) if part.name]
    if len(parts) == 1:
        return parts[0] if _may_head(parts[0].name) else None
    plain = [part for part in parts if not (is_section(part.name) or is_header_part(part.name))]
    dated = any(is_header_part(part.name) for part in parts)
    named = len(plain) == 2 and plain[0] is parts[0] and _may_head(plain[0].name)
    if named and (dated or _is_motto(*plain)):
        plain = plain[:1]
    if len(plain) == 1 and (dated or plain[0] in (parts[0], parts[-1])) and _may_head(plain[0].name):
        return plain[0]
    return None


def _parts(text: str) -> list[NamePart]:
    """The parts of a line between bars, without ornaments around them."""
    parts: list[NamePart] = []
    start = 0
    for end, following in [*((m.start(), m.end()) for m in BAR.finditer(text)), (len(text), len(text))]:
        name = text[start:end].strip(ORNAMENTS)
        if name:
            begin = text.index(name, start)
            parts.append(NamePart(begin, begin + len(name), name))
        start = following
    return parts


def _may_head(name: str) -> bool:
    """A name by form; one in small letters needs a word such as "post" in it."""
    if may_be_masthead(name):
        return True
    small = name.islower() and 2 <= len(name.split()) <= LOWER_WORDS
    return small and has_outlet_word(name) and not is_section(name) and may_be_masthead(name.title())


def _is_motto(name: NamePart, other: NamePart) -> bool:
    """ "ORM POST // fast and fair": small letters beside a name with capitals."""
    heads = not name.name.islower() and (name.name.isupper() or has_outlet_word(name.name))
    return heads and other.name[:1].islower() and len(other.name.split()) <= SLOGAN_WORDS


def mark_masthead(lines: Sequence[Line], marks: dict[int, Mark]) -> None:
    """Add marks for the masthead, its slogan and the header lines above the first text of a page."""
    head, body = _head(lines, marks)
    _mark_header_lines(head, marks)
    found = _candidate(head, marks)
    if found is None:
        return
    line, part = found
    below = [other for other in head if other.index > line.index]
    titles = [other for other in below if _may_be_title(other, marks)]
    block = _header_block(line, below, titles, body)
    titles = [other for other in titles if other not in block]
    slogan = block[0] if block and _under(line, block[0]) else _slogan(line, below, titles, body, marks)
    titles = [other for other in titles if other is not slogan]
    support = _support(line, part, head, titles, body, marks, slogan)
    if not support:
        return
    marks[line.index] = Mark("masthead", f"{line.shown} heads the page and says whose it is: {support}")
    if slogan is not None:
        marks[slogan.index] = Mark("slogan", f"{slogan.shown} stands under the name {quote(part.name)}")
    for other in block:
        if other is not slogan:
            above = f", set apart from {titles[0].shown}" if titles else ""
            marks[other.index] = Mark(
                "header line", f"{other.shown} stands in one block with the name {quote(part.name)}{above}"
            )


def _mark_header_lines(head: Sequence[Line], marks: dict[int, Mark]) -> None:
    """Lines that no title is, wherever they stand above the text."""
    for line in head:
        if line.index in marks and marks[line.index].kind != "navigation":
            continue
        kind, what = _header_kind(line.text) if len(line.text) <= MOST else ("", "")
        if kind and len(line.words) <= SLOGAN_WORDS and not (kind == "letterhead" and line is head[-1]):
            marks[line.index] = Mark(kind, f"{line.shown} {what}")


def _header_kind(text: str) -> tuple[str, str]:
    """What a header line is, and that in words; ("", "") when it may be a title."""
    words = text.split()
    if 3 <= len(words) <= SLOGAN_WORDS and all(line_kind(word) or is_section(word) for word in words):
        return "navigation", "is a row of words that open other pages"
    if is_section(text) or is_release(text):
        return "section", "names a section or a genre, not this report"
    names = [part.name for part in _parts(text)]
    if is_header_part(text) or (
        len(names) > 1 and all(is_header_part(name) or is_section(name) for name in names)
    ):
        return "edition line", "says which copy this is, or of which day"
    return next(((kind, what) for test, kind, what in _HEADER_FORMS if test(text)), ("", ""))


def _under(line: Line, other: Line) -> bool:
    return other.index == line.index + 1


def _header_block(
    masthead: Line, below: Sequence[Line], titles: Sequence[Line], body: Sequence[Line]
) -> list[Line]:
    """Unmarked lines in one block with the name, when a title at least as good stands apart below it."""
    end = next((other.index for other in below if other.gap > 0), None)
    if end is None or not _alone_above(masthead, below):
        return []
    block = [other for other in titles if other.index < end]
    later = [other for other in titles if other.index >= end]
    if not block or not later:
        return []
    best = max(title_score(other, body, "") for other in later)
    worse = all(title_score(other, body, "") <= best for other in block)
    return block if worse else []


def _alone_above(masthead: Line, below: Sequence[Line]) -> bool:
    """Whether blank lines part anything: a page without them has no blocks."""
    return any(other.gap > 0 for other in below) and masthead.index <= SKIPPED


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
    head: Sequence[Line],
    titles: Sequence[Line],
    body: Sequence[Line],
    marks: dict[int, Mark],
    slogan: Line | None,
) -> str:
    """What speaks for the name, in words; "" when nothing does, or when it may be the title itself."""
    below = [other for other in head if other.index > line.index]
    release = next((other for other in head if is_release(other.text)), None)
    named = has_outlet_word(part.name) or (release is not None and names_issuer(part.name))
    itself = self_named(part.name, " ".join(other.text for other in body))
    first = titles[0] if titles else None
    until = first.index if first else (body[0].index if body else line.index + SKIPPED)
    beside = next((other for other in below if other.index < until and _beside(other, marks)), None)
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
        how = "beside what a header says" if len(_parts(line.text)) > 1 else "between ornaments"
        return f"{quote(part.name)} stands {how} in it{heads}"
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


def _beside(line: Line, marks: dict[int, Mark]) -> bool:
    return _kind(line, marks) in BESIDE or (line.index not in marks and holds_date(line.text))


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
