"""Pairing of quotation marks: ten styles, nested, unbalanced, and quotations over paragraphs.

Works on plain text in one pass; a paragraph is a line. What cannot be paired is dropped when the
mark is one that also serves as an apostrophe (unless the next paragraph opens with it too) or when the same
mark opens again and closes; otherwise it runs to the end of its paragraph.
"""

import re
from dataclasses import dataclass, replace

_MARK = re.compile("``|''|`|[\"“”„‟«»‹›‘’‚'＂「」『』]")
_OPENERS = "([{<-–—/"
# Marks that can close what the key opened.
_CLOSERS: dict[str, frozenset[str]] = {
    '"': frozenset('"'),
    "＂": frozenset("＂"),
    "''": frozenset({"''", '"'}),
    "``": frozenset({"''", '"', "``"}),
    "`": frozenset({"'", "’", "`"}),
    "“": frozenset({"”", '"', "“"}),
    "”": frozenset("”"),
    "„": frozenset({"“", "”", '"', "‟"}),
    "‟": frozenset("”"),
    "«": frozenset("»"),
    "»": frozenset("«»"),
    "‹": frozenset("›"),
    "›": frozenset("‹"),
    "‘": frozenset({"’", "'"}),
    "‚": frozenset({"‘", "’"}),
    "'": frozenset({"'", "’"}),
    "「": frozenset("」"),
    "『": frozenset("』"),
}
_APOSTROPHES = frozenset("'’‘‚`")
_NEVER_OPEN = frozenset("’」』")
_ALWAYS_OPEN = frozenset({"„", "«", "「", "『", "``"})
_MAX_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks: `start` to `end`; `depth` 0 is outermost.

    `closed` is False when no closing mark was found before the paragraph's end. `continued` tells
    that the next paragraph opens with the same mark while this one never closed.
    """

    start: int
    end: int
    mark: str
    depth: int
    closed: bool = True
    continued: bool = False


@dataclass(slots=True)
class _Open:
    mark: str
    start: int


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Quotations of `text`, outer before inner, in order of their start."""
    found: list[Quotation] = []
    start = 0
    size = len(text)
    while start <= size:
        end = text.find("\n", start)
        end = size if end < 0 else end
        if end > start:
            found.extend(_paragraph(text, start, end))
        start = end + 1
    return tuple(sorted(found, key=lambda quotation: (quotation.start, -quotation.end)))


def _paragraph(text: str, start: int, end: int) -> list[Quotation]:
    stack: list[_Open] = []
    found: list[Quotation] = []
    marks = list(_MARK.finditer(text, start, end))
    if not marks:
        return found
    certain = _certain_closers(text, marks, end)
    for number, match in enumerate(marks):
        mark = match.group()
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        if _closes(mark, before, after, stack, certain[number]):
            _close(mark, match.end(), stack, found)
        elif _opens(mark, before, after) and len(stack) < _MAX_DEPTH:
            stack.append(_Open(mark, match.start()))
    return _settled(text, stack, found, start, end)


def _settled(text: str, stack: list[_Open], found: list[Quotation], start: int, end: int) -> list[Quotation]:
    """Deal with what never closed: a mark that opened once more and closed then is dropped."""
    while stack:
        reopened = [item for item in found if item.start > stack[0].start and item.mark == stack[0].mark]
        if not reopened:
            return [*found, *_unclosed(text, stack, start, end)]
        entry = stack.pop(0)
        merged = entry.mark == "«" and not stack  # in Russian one mark may close two quotations
        last = max(reopened, key=lambda item: item.end)
        if merged:
            found.append(Quotation(entry.start, last.end, entry.mark, 0))
        else:
            found = [
                replace(item, depth=item.depth - 1) if item.start > entry.start and item.depth else item
                for item in found
            ]
    return found


def _certain_closers(text: str, marks: list[re.Match[str]], end: int) -> list[bool]:
    """For each mark, whether a later mark of the paragraph closes a single quotation for certain.

    "the soldiers' remains were ...'": the first is a possessive because the second can only close.
    """
    later = False
    result = [False] * len(marks)
    for number in range(len(marks) - 1, -1, -1):
        result[number] = later
        match = marks[number]
        if match.group() not in ("'", "’"):
            continue
        before = text[match.start() - 1] if match.start() else " "
        after = text[match.end()] if match.end() < end else " "
        if before in ".,!?…;:" and not after.isalnum():
            later = True
        elif not before.isalnum() and after.isalnum():
            later = False
    return result


def _closes(mark: str, before: str, after: str, stack: list[_Open], certain_later: bool) -> bool:
    if not any(mark in _CLOSERS[entry.mark] for entry in stack):
        return False
    if mark in _APOSTROPHES:
        if before.isspace() or after.isalnum():
            return False
        return not (before in "sSxz" and after == " " and certain_later)
    if mark in ('"', "''", "“", "＂"):
        # Straight marks and the German closing mark: opening shape means a new quotation.
        opening = (before.isspace() or before in _OPENERS) and not after.isspace()
        if mark == "“" and opening and any(entry.mark == "„" for entry in stack):
            return not after.isalnum()  # „Er sagte “geh weg” ...“: this one opens
        return not opening
    return True


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in _NEVER_OPEN or after.isspace():
        return False
    if mark in _ALWAYS_OPEN:
        return True
    free = before.isspace() or before in _OPENERS or before in "\"“„«‘'"
    if mark in _APOSTROPHES:
        return (free and (after.isalpha() or after in '"“«[…')) or (free and mark == "‘")
    if mark in ("”", "»", "›"):
        return free
    return free or not before.isalnum()


def _close(mark: str, end: int, stack: list[_Open], found: list[Quotation]) -> None:
    while stack:
        entry = stack.pop()
        if mark in _CLOSERS[entry.mark]:
            found.append(Quotation(entry.start, end, entry.mark, len(stack)))
            return


def _unclosed(text: str, stack: list[_Open], start: int, end: int) -> list[Quotation]:
    outer = stack[0]
    stop = end
    while stop > outer.start and text[stop - 1].isspace():
        stop -= 1
    following = text[end + 1 : end + 200].lstrip("\n\r\t ")
    continued = following.startswith(outer.mark)
    if outer.mark in _APOSTROPHES and not (continued and not text[start : outer.start].strip()):
        return []
    return [Quotation(outer.start, stop, outer.mark, 0, closed=False, continued=continued)]
