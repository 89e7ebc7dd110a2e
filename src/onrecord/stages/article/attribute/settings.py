"""Where in the article an attribution stands: title, heading, caption or body."""

import re
from bisect import bisect_right

from onrecord.data import Article
from onrecord.stages.article.attribute.draft import Draft

_CAPTION = re.compile(
    r"(?:photo|picture|image|caption|file photo|pictured|foto|фото|bild|archivbild)\b\s*[:—–-]", re.IGNORECASE
)
_CREDIT = re.compile(
    r"(?:photo|image|picture|foto|фото)\s*(?:by|credit)?\s*[:/]|\((?:photo|image|file)|"
    r"/(?:AP|AFP|Reuters)\b|file photo",
    re.IGNORECASE,
)
_SHORT = 400  # characters of a caption


def set_settings(article: Article, drafts: list[Draft]) -> None:
    """Set the setting of each draft, in place."""
    marked = [(span.start, span.end, "heading") for span in article.headings]
    if article.title_span is not None:
        marked.append((article.title_span.start, article.title_span.end, "title"))
    marked.sort()
    starts = [start for start, _, _ in marked]
    lines: dict[tuple[int, int], bool] = {}
    for draft in drafts:
        place = (draft.cue or draft.source or draft.content)[0][0]
        number = bisect_right(starts, place) - 1
        if number >= 0 and place < marked[number][1]:
            draft.setting = marked[number][2]
            continue
        line = _line(article.text, place)
        if line is not None:
            if line not in lines:
                lines[line] = _is_caption(article.text, line)
            draft.setting = "caption" if lines[line] else draft.setting


def _line(text: str, place: int) -> tuple[int, int] | None:
    """The line at a place, None where it is too long for a caption."""
    start = text.rfind("\n", max(0, place - _SHORT), place) + 1
    end = text.find("\n", place, place + _SHORT)
    if (start == 0 and place > _SHORT) or end < 0:
        end = min(len(text), place + _SHORT)
        if len(text) > end or place - start > _SHORT:
            return None
    return start, end


def _is_caption(text: str, line: tuple[int, int]) -> bool:
    """Whether a line is a caption or a credit."""
    start, end = line
    if _CAPTION.match(text, start) is not None:
        return True
    return _CREDIT.search(text, start, end) is not None
