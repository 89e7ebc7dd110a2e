"""What stands in an article and is not its reporter's telling: statements given word for word, captions,
embedded posts, lines of the page.

Two reports that share only such passages share no telling.
"""

from onrecord.lang.set_apart import CAPTION, FURNITURE, POST, STATEMENT

Ranges = tuple[tuple[int, int], ...]
MAX_LINES = 2_000
SHORT = 400  # characters of a line that can be a caption or a line of the page


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n", MAX_LINES):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _is_apart(line: str) -> bool:
    if len(line) > SHORT:
        return False
    return any(form.search(line) for form in (CAPTION, FURNITURE, POST))


def apart_ranges(text: str, title_end: int) -> tuple[Ranges, Ranges]:
    """(statements given word for word, passages of no reporter), each in order of their start.

    A statement is what follows a line or a sentence that ends in "The statement reads:"; it lasts to the
    end of its paragraph, the next one where nothing follows on the line.
    """
    statements: list[tuple[int, int]] = []
    apart: list[tuple[int, int]] = []
    opened = False
    for start, end in _lines(text):
        line = text[start:end]
        if not line.strip():
            continue
        if start >= title_end and _is_apart(line.strip()):
            apart.append((start, end))
        elif opened:
            statements.append((start, end))
        opened = False
        match = STATEMENT.search(line[:2_000])
        if match is not None and start >= title_end:
            opened = not line[match.end() :].strip()
            if not opened:
                statements.append((start + match.end(), end))
    return tuple(statements), tuple(apart)
