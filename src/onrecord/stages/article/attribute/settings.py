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
    for draft in drafts:
        place = (draft.cue or draft.source or draft.content)[0][0]
        number = bisect_right(starts, place) - 1
        if number >= 0 and place < marked[number][1]:
            draft.setting = marked[number][2]
        elif _is_caption(article.text, place):
            draft.setting = "caption"


def _is_caption(text: str, place: int) -> bool:
    start = text.rfind("\n", max(0, place - _SHORT), place) + 1
    end = text.find("\n", place, place + _SHORT)
    if (start == 0 and place > _SHORT) or end < 0:
        end = min(len(text), place + _SHORT)
        if len(text) > end or place - start > _SHORT:
            return False
    return _CAPTION.match(text, start) is not None or _CREDIT.search(text, start, end) is not None
