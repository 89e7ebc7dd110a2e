"""Lines that other pages of the site hold too are furniture, unless they are this article's own.

Runs after the other marks of a page, on lines that none of them fits: a masthead, a date or a credit
says more by being that than by standing on many pages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.data import RecurringLine
from onrecord.lang.agencies import known_outlet
from onrecord.lang.head_lines import holds_date
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.titles import byline_name, fold, is_own_credit, is_sign_off, shared_stems
from onrecord.text.recurring import EXACT, fold_line

KIND = "recurring"
TITLE_REACH = 3
MIN_TITLE = 8
MIN_SHARED = 2


def teach_lines(
    lines: Sequence[Line], recurring: Iterable[RecurringLine], titles: Sequence[str]
) -> list[Line]:
    """The lines, each with what the site teaches of it; never of the page's own title, a credit or a date.

    Dates of all pages fold to one line, and each says something of its own page.
    """
    taught: dict[str, RecurringLine] = {}
    for one in recurring:
        known = taught.get(one.line)
        if known is None or (one.pages, one.site) > (known.pages, known.site):
            taught[one.line] = one
    if not taught:
        return list(lines)
    own = [folded for title in titles if len(folded := fold(title)) >= MIN_TITLE]
    small = frozenset(word for line in lines if line.prose for word in line.words if word.islower())
    found = []
    for line in lines:
        told = taught.get(fold_line(line.text))
        free = told is not None and not (
            _is_title(line, own, lines) or _is_credit(line, told, small) or holds_date(line.text)
        )
        found.append(replace(line, recurring=told) if free else line)
    return found


def mark_recurring(lines: Iterable[Line], marks: dict[int, Mark]) -> None:
    """Mark the lines that recur and have no other mark."""
    for line in lines:
        if line.recurring is not None and line.index not in marks:
            marks[line.index] = Mark(KIND, _said(line, line.recurring))


def _said(line: Line, found: RecurringLine) -> str:
    pages, of = (f"{n}" if n <= EXACT else f"{n:,} or more" for n in (found.pages, found.of))
    return f"{line.shown} stands on {pages} of the {of} pages of {found.site} that this case holds"


def _is_title(line: Line, own: Sequence[str], lines: Sequence[Line]) -> bool:
    """The page's own title; or a line that shares two words with the sentence right below it."""
    folded = fold(line.text)
    if len(folded) >= MIN_TITLE and any(folded in title or title in folded for title in own):
        return True
    if line.prose:
        return False
    below = [other for other in lines[line.index + 1 : line.index + 1 + TITLE_REACH] if other.prose]
    return bool(below) and shared_stems(line, below) >= MIN_SHARED


def _is_credit(line: Line, found: RecurringLine, small: frozenset[str]) -> bool:
    """A writer or an agency that signs many articles; a name on most pages is the site's own."""
    if is_sign_off(line) or is_own_credit(line):
        return True
    named = byline_name(line, small) is not None or known_outlet(line.text.strip(" -–—•|()")) is not None
    return named and 2 * found.pages <= found.of
