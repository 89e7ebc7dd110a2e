"""Names that end the text: "... - Interfax", "--IANS", "(dpa/lno)", "/ТАСС/"."""

import re
from collections.abc import Iterator

from onrecord.data import Article, Credit
from onrecord.lang.credits import AGENCY_WORDS, HOUSES
from onrecord.stages.article.credits.forms import body, credit, mentioned, of_picture, title_of
from onrecord.stages.article.credits.lines import key_of
from onrecord.stages.article.credits.names import (
    NAME,
    Look,
    is_clean,
    is_date,
    known_form,
    look_of,
    parts_of,
)

READ = 100
PARAGRAPHS = 3
FOOT = 60
CAPTION, TWO = 120, 2
DASHED = re.compile(rf"(?:--|—|–|-|©)\s?(?P<names>(?:{HOUSES}|{NAME})(?:/[\w.-]{{2,30}}){{0,3}})\.?$")
BRACKETED = re.compile(r"[(\[](?P<names>[^()\[\]\n]{2,60})[)\]]\.?$")
STROKES = re.compile(r"(?:(?<=\s)|^)/(?P<names>[^/\n]{2,40})/\.?$")
AGENCY = re.compile(AGENCY_WORDS, re.IGNORECASE)
SIGNED = re.compile(rf"(?<=[.!?“”\"»])\s(?P<names>(?:{HOUSES}|{NAME})(?:/[\w-]{{2,10}}){{0,2}})\.?$")
SENTENCE = re.compile(r"(?<=[^.\s]{3}[.!?])\s")
SENTENCE_END = ".!?…\"”“»’'"


def ending_credits(article: Article) -> Iterator[Credit]:
    """A name after a dash, in brackets or between strokes at the end of one of the last paragraphs."""
    paragraphs = body(article)[-PARAGRAPHS:]
    for place, paragraph in enumerate(paragraphs):
        if not all(_is_foot(later.text) for later in paragraphs[place + 1 :]):
            continue
        cut = max(0, len(paragraph.text) - READ)
        tail = paragraph.text[cut:].rstrip()
        sentence = SENTENCE.split(tail)[-1]
        for pattern in (DASHED, BRACKETED, STROKES, SIGNED):
            found = pattern.search(tail)
            if found is None or of_picture(sentence) or of_picture(found.group(0)):
                continue
            why = f"“{found.group(0).strip()}” ends {title_of(article)}"
            if pattern is SIGNED and len(paragraph.text) < CAPTION and len(SENTENCE.findall(tail)) < TWO:
                continue  # "The dam on Friday. AFP" is below a picture
            before = tail[: found.start()].rstrip()
            closed = not before or before[-1] in SENTENCE_END
            base = paragraph.start + cut
            for start, end in _names(tail, found, closed and pattern is not SIGNED):
                known = known_form(tail[start:end])
                if pattern is SIGNED and known is not None and not known.agency:
                    continue
                if look_of(tail[start:end]) is Look.ACRONYM and mentioned(tail[start:end], article.text, 2):
                    continue  # a body that the text tells of
                yield credit(article, base + start, base + end, "agency", why)
            break


def _is_pictures(names: str) -> bool:
    """ "(Oona Tolland/Norwire)": how pictures are credited."""
    parts = [part.strip() for part in names.split("/")]
    return len(parts) > 1 and any(
        len(part.split()) in (2, 3) and look_of(part) <= Look.ANY and part.istitle() for part in parts
    )


def _is_foot(line: str) -> bool:
    """What may stand below the end of the text: a few words, or a credit."""
    return len(line) <= FOOT or line.lstrip()[:1] in ("©", "(", "[") or key_of(line) is not None


def _names(tail: str, found: re.Match[str], closed: bool) -> Iterator[tuple[int, int]]:
    """Known names; behind the end of a sentence also capitals, and names with a word of agencies."""
    parts = list(parts_of(tail, *found.span("names")))
    if (
        ":" in found["names"]
        or _is_pictures(found["names"])
        or not all(is_clean(tail[low:high]) for low, high in parts)
    ):
        return
    closed = closed and not any(is_date(tail[low:high]) for low, high in parts)
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
