"""Names that end the text: "... - Interfax", "--IANS", "(dpa/lno)", "/ТАСС/"."""

import re
from collections.abc import Iterator

from onrecord.data import Article, Credit
from onrecord.lang.credits import AGENCY_WORDS
from onrecord.stages.article.credits.forms import body, credit, of_picture, title_of
from onrecord.stages.article.credits.names import NAME, Look, is_clean, known_form, look_of, parts_of

READ = 100
PARAGRAPHS = 3
DASHED = re.compile(rf"(?:--|—|–|-|©)\s?(?P<names>(?:dpa|epd|sda|{NAME})(?:/[\w.-]{{2,30}}){{0,3}})\.?$")
BRACKETED = re.compile(r"[(\[](?P<names>[^()\[\]\n]{2,60})[)\]]\.?$")
STROKES = re.compile(r"(?:(?<=\s)|^)/(?P<names>[^/\n]{2,40})/\.?$")
AGENCY = re.compile(AGENCY_WORDS, re.IGNORECASE)
SENTENCE_END = ".!?…\"”“»’'"


def ending_credits(article: Article) -> Iterator[Credit]:
    """A name after a dash, in brackets or between strokes at the end of one of the last paragraphs."""
    for paragraph in body(article)[-PARAGRAPHS:]:
        cut = max(0, len(paragraph.text) - READ)
        tail = paragraph.text[cut:].rstrip()
        for pattern in (DASHED, BRACKETED, STROKES):
            found = pattern.search(tail)
            if found is None or of_picture(found.group(0)) or (of_picture(tail) and pattern is DASHED):
                continue
            why = f"“{found.group(0).strip()}” ends {title_of(article)}"
            before = tail[: found.start()].rstrip()
            closed = not before or before[-1] in SENTENCE_END
            for start, end in _names(tail, found, closed):
                base = paragraph.start + cut
                yield credit(article, base + start, base + end, "agency", why)
            break


def _names(tail: str, found: re.Match[str], closed: bool) -> Iterator[tuple[int, int]]:
    """Known names; behind the end of a sentence also capitals, and names with a word of agencies."""
    parts = list(parts_of(tail, *found.span("names")))
    if not all(is_clean(tail[low:high]) for low, high in parts):
        return
    seen: set[str] = set()
    for low, high in parts:
        name = tail[low:high]
        known = known_form(name)
        look = look_of(name)
        sure = known is not None or (
            closed and (look is Look.ACRONYM or (look is Look.LIKELY and AGENCY.search(name) is not None))
        )
        usual = known.name if known is not None else name
        if sure and usual not in seen:
            seen.add(usual)
            yield low, high
