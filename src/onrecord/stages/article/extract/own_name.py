"""What a page calls the outlet it belongs to: masthead, first crumb of a path, its text, its notices."""

import re
from collections.abc import Sequence

from onrecord.data import Fact, Page, Span
from onrecord.lang.agencies import known_outlet, may_be_outlet
from onrecord.lang.carriers import outlet_key
from onrecord.lang.head_lines import holds_date
from onrecord.lang.mastheads import has_outlet_word, is_section, may_be_masthead, plain_name
from onrecord.lang.own_name import IN_FURNITURE, PRODUCT_WORDS, REFERRING, UNVERIFIED
from onrecord.stages.article.extract.drafts import Draft, Segments
from onrecord.stages.article.extract.lines import Line, quote
from onrecord.stages.article.extract.masthead import name_part, self_named

CRUMB = re.compile(r"\s?[»›>→]\s?|\s/\s")
READ = 4_000
TEXT_READ = 30_000
MAX_NOTICES = 400
OFTEN = 3
SOURCE_PARTS = re.compile(r",\s|\s[|•·–—-]\s")
TOP = 3
SUFFIX = re.compile(r"\s(?:[|•·–—-]|::|//|»)\s")


def named(draft: Draft) -> str:
    """The title of a draft or the beginning of its text, quoted."""
    return (draft.title or draft.lines[0]).shown


def body_of(draft: Draft) -> list[Line]:
    """The lines of a draft without title and headings."""
    aside = {line.index for line in draft.headings} | ({draft.title.index} if draft.title else set())
    return [line for line in draft.lines if line.index not in aside]


def sub_span(line: Line, start: int, end: int) -> Span:
    """A part of a line as a span of the page."""
    return Span(line.start + start, line.start + end, line.text[start:end])


def masthead_fact(page: Page, draft: Draft, segments: Segments, opening: Fact | None) -> Fact | None:
    """The name in the masthead line above the title."""
    line = next((line for line in draft.above if segments.marks[line.index].kind == "masthead"), None)
    part = name_part(line.text) if line is not None else None
    if line is None or part is None:
        return None
    reason = segments.marks[line.index].reason
    name = _as_written(part.name, page.text[line.end : line.end + TEXT_READ])
    if opening is not None and outlet_key(opening.value) == outlet_key(name):
        name, reason = opening.value, f"{reason}, which opens with “{opening.value}”"
    return Fact(name, sub_span(line, part.start, part.end), reason)


def _as_written(name: str, text: str) -> str:
    """A name in capitals as the text below writes it, else with capital first letters."""
    plain = plain_name(name)
    if plain == name:
        return plain
    found = re.search(rf"(?<!\w){re.escape(plain.removeprefix('The '))}(?!\w)", text, re.IGNORECASE)
    if found is None or found.group(0).isupper() or found.group(0).islower():
        return plain
    return f"The {found.group(0)}" if plain.startswith("The ") else found.group(0)


def crumb_fact(draft: Draft, segments: Segments) -> Fact | None:
    """The first crumb of a path, when it is a name and the next one a section, or the text says so."""
    text = " ".join(line.text for line in draft.lines)[:TEXT_READ]
    for line in draft.above:
        if segments.marks[line.index].kind != "breadcrumb":
            continue
        parts = [part.strip() for part in CRUMB.split(line.text)]
        name = parts[0]
        if not name or not may_be_masthead(name):
            continue
        itself = self_named(name, text)
        below = is_section(parts[1])
        if not (below or itself or has_outlet_word(name)):
            continue
        start = line.text.index(name)
        why = f"the path {line.shown} begins with “{name}”" + (f", above “{parts[1]}”" if below else "")
        why += f"; the text says “{itself}”" if itself else ""
        return Fact(plain_name(name), sub_span(line, start, start + len(name)), why)
    return None


def own_name_fact(draft: Draft) -> Fact | None:
    """ "Harn Online was not able to verify the report": the text speaks of its own outlet."""
    text = "\n".join(line.text for line in draft.lines)[:TEXT_READ]
    for line in body_of(draft):
        for pattern in (*UNVERIFIED, *REFERRING):
            found = pattern.search(line.text[:READ])
            if found is None or not _names_itself(found["name"], text, pattern in UNVERIFIED):
                continue
            start, end = found.span("name")
            why = f"{named(draft)} speaks of its own outlet: {quote(found.group(0))}"
            return Fact(found["name"], sub_span(line, start, end), why)
    return None


def _names_itself(name: str, text: str, copied: bool) -> bool:
    """No person or body told of all along, and no agency where a copy of its text says the same."""
    known = known_outlet(name)
    if known is not None:
        return not (known.agency and copied)
    if not (has_outlet_word(name) or may_be_outlet(name) or any(mark.isdigit() for mark in name)):
        return False
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    return len(re.findall(rf"(?<!\w){last}(?!\w)", text)) < OFTEN


def title_suffix_fact(page: Page, draft: Draft) -> Fact | None:
    """The name behind the title in the page's own title field: "Talks go on | The Orm Post"."""
    field = next((field for field in page.fields if field.name == "title"), None)
    if field is None or draft.title is None or len(field.value) > READ:
        return None
    title, whole = " ".join(draft.title.text.split()), " ".join(field.value.split())
    if not whole.startswith(title):
        return None
    parts = SUFFIX.split(whole[len(title) :])
    name = parts[-1].strip()
    if len(parts) < 2 or parts[0].strip() or not may_be_masthead(name):
        return None
    return Fact(plain_name(name), None, f"{field.origin} says “{name}” behind {quote(title)}")


def under_title_fact(lines: Sequence[Line], segments: Segments, draft: Draft) -> Fact | None:
    """ "Orm Post, 3 May 2031, p. 4" under the title: a name such as outlets have, and a date."""
    if draft.title is None:
        return None
    for line in lines[draft.title.index + 1 : draft.title.index + 1 + TOP]:
        if line.index not in segments.marks or not holds_date(line.text):
            continue
        name = SOURCE_PARTS.split(line.text[:READ], maxsplit=1)[0].strip()
        if name != line.text and may_be_masthead(name) and has_outlet_word(name):
            why = f"{line.shown}, under the title {draft.title.shown}, gives a name and a date"
            return Fact(plain_name(name), sub_span(line, 0, len(name)), why)
    return None


def site_name_fact(lines: Sequence[Line], draft: Draft) -> Fact | None:
    """The first line of a page when it is a name such as outlets have and stands on it again."""
    head = [line for line in lines[:TOP] if draft.title is None or line.index < draft.title.index]
    for line in head:
        name = line.text.strip()
        if not (may_be_masthead(name) and has_outlet_word(name)):
            continue
        again = next((other for other in lines[line.index + 1 :] if other.text.startswith(name)), None)
        if again is not None and again is not draft.title:
            why = f"{line.shown} heads the page of {named(draft)} and stands again in {again.shown}"
            return Fact(plain_name(name), line.span, why)
    return None


def notice_fact(lines: Sequence[Line], segments: Segments, draft: Draft) -> Fact | None:
    """A copyright or promotion line outside the article that names the site."""
    below = [line for line in lines if line.index in segments.marks and len(line.text) <= MAX_NOTICES]
    for line in below[-MAX_NOTICES:]:
        for pattern in IN_FURNITURE:
            found = pattern.search(line.text)
            name = _without_product(found["name"]) if found is not None else ""
            known = known_outlet(name) if name else None
            if found is None or not may_be_masthead(name) or (known is not None and known.agency):
                continue
            start = found.start("name")
            why = f"{line.shown} on the page of {named(draft)} speaks for “{name}”"
            return Fact(name, sub_span(line, start, start + len(name)), why)
    return None


def _without_product(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in PRODUCT_WORDS:
        words = words[:-1]
    return " ".join(words)
