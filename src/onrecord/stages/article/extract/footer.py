"""The last block of a flat page whose paragraphs stand apart: contacts, slogans, a colophon.

Such a block holds several short lines of which one at least is no sentence; its sentences have little
to do with the text above. It is furniture as a whole, with the sentences in it.
"""

from collections.abc import Sequence

from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.titles import is_sign_off

MIN_PARAGRAPHS = 3
MIN_LONG = 120
MAX_LINES = 12
MAX_WORDS = 25
STEM = 6
MAX_SHARED = 1


def mark_footer(lines: Sequence[Line], marks: dict[int, Mark]) -> None:
    """Mark the lines of the last block when it is a footer by form."""
    start = next((line.index for line in reversed(lines) if line.gap > 0), 0)
    block = lines[start:]
    if not 2 <= len(block) <= MAX_LINES or not _paragraphs_apart(lines[:start], marks):
        return
    sentences = [line for line in block if line.prose and line.index not in marks]
    if len(sentences) == len(block) or any(len(line.words) > MAX_WORDS for line in sentences):
        return
    if _heads(block, marks) or any(is_sign_off(line) for line in block):
        return
    above = {stem for line in lines[:start] if line.prose for stem in _stems(line)}
    if any(len(_stems(line) & above) > MAX_SHARED for line in sentences):
        return
    where = f"the last block of the page, {len(block)} short lines from {block[0].shown} on"
    for line in block:
        if line.index not in marks:
            said = "speaks of nothing that the text does" if line.prose else "is no sentence"
            marks[line.index] = Mark("footer", f"{line.shown} stands in {where}, and {said}")


def _paragraphs_apart(lines: Sequence[Line], marks: dict[int, Mark]) -> bool:
    """The text above is set in paragraphs with blank lines between them."""
    long = [line for line in lines if line.prose and line.index not in marks and len(line.text) >= MIN_LONG]
    apart = sum(line.gap > 0 for line in long)
    return len(long) >= MIN_PARAGRAPHS and apart >= 0.8 * len(long)


def _heads(block: Sequence[Line], marks: dict[int, Mark]) -> bool:
    """A subheading over a last paragraph, or a list after a colon, belongs to the text."""
    first = block[0]
    if first.index in marks or first.prose:
        return first.text.endswith(":")
    return first.text.endswith(":") or (
        len(block) == 2 and block[1].index not in marks and len(block[1].text) >= MIN_LONG
    )


def _stems(line: Line) -> frozenset[str]:
    return frozenset(word[:STEM].casefold() for word in line.words if len(word) >= STEM)
