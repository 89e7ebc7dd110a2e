"""Credits before the first words: a dateline, a name in brackets or between strokes.

A dateline is a few short parts - places, days, a name - up to a dash, a point, a colon or a bracket.
A name that no table has counts where its look and the dateline around it leave little doubt.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.data import Article, Credit, Span
from onrecord.lang.credits import PARTICLES
from onrecord.stages.article.credits.forms import MENTIONS_READ, SHOWN, body, credit, mentioned, of_picture
from onrecord.stages.article.credits.names import (
    MAX_NAME,
    UPPER,
    WORD,
    Look,
    is_date,
    is_person,
    known_form,
    look_of,
    trimmed,
)

READ = 160
PARAGRAPHS = 4
LONG_HEADING = 60  # "ORM (AP) - The Latest on the strike (all times local):" is none by what it says
SHORT = 120
MAX_PARTS = 8
ENCLOSED = re.compile(
    r"[(\[](?P<in>[^()\[\]\n]{2,80})[)\]]|(?:(?<=[\s.,])|^)/(?P<stroke>[^/\n]{2,60})/(?=[\s.,:—–-]|$)"
)
SEPARATOR = re.compile(r"\s{0,3}(?:--+|[—–]|(?<=\s)-|-(?=\s)|\.(?=[\s,—–-]|$)|[,:;/|©](?!\d))\s{0,3}")
DASH = re.compile(r"\s{0,3}[-–—]")
BEGINS = rf"\s{{0,3}}(?:[\"“”'„«‘({UPPER}\d]|$)"
TERMINAL = re.compile(
    rf"\s{{0,3}}(?:(?:--?|[–—.:]|[.,]\s?[-–—]){BEGINS}|$|(?=[\"“'„«{UPPER}])|,\s[{UPPER}\d])"
)
SENTENCE = re.compile(r"[.!?…][\"”“»]?$")
IN_PLACE = r"(?:in|at|near|to|from|bei|aus|nach|в|во|у|под|біля|під|из|з)"
FIRST_WORD = re.compile(rf"[\"“”'„«‘({UPPER}\d]")
INNER = re.compile(r"[,;|/•·]|\s?[-–—]\s")
MANY = 10
FEW = 7
ARTICLES = ("the ", "der ", "die ", "das ")
ABBREVIATION = re.compile(r"[^\W\d]\.?[^\W\d]{0,2}\.?")  # "a.M.", "г."


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a dateline with the separators on both sides; offsets in the paragraph."""

    text: str
    start: int
    end: int
    before: str
    after: str


def opening_credits(article: Article) -> Iterator[Credit]:
    """A dateline or a name in brackets before the first words of the text."""
    headings = {(span.start, span.end) for span in article.headings}
    text = [
        span
        for span in body(article)
        if (span.start, span.end) not in headings or len(span.text) >= LONG_HEADING
    ]
    for place, paragraph in enumerate(text[:PARAGRAPHS]):
        found = list(_of_paragraph(article, paragraph))
        if found:
            yield from found
            return
        if place and _is_text(paragraph.text):  # the first may be a headline that was not taken for one
            return


def _is_text(line: str) -> bool:
    """A long line, or a sentence: from here on no dateline is to come."""
    return len(line) > SHORT or (SENTENCE.search(line) is not None and len(line.split()) > FEW)


def _of_paragraph(article: Article, paragraph: Span) -> Iterator[Credit]:
    head = paragraph.text[:READ]
    shown = " ".join(article.text[paragraph.start : paragraph.start + SHOWN].split())
    seen: set[str] = set()
    for start, end, role in _enclosed(head, article.text) or _bare(head):
        known = known_form(head[start:end])
        name = known.name if known else head[start:end]
        if name in seen:
            continue
        seen.add(name)
        why = f"“{head[: end + 1].strip()}” opens the text “{shown}…”"
        yield credit(article, paragraph.start + start, paragraph.start + end, role, why)


def _enclosed(head: str, text: str) -> list[tuple[int, int, str]]:
    """Names in the first brackets or between the first strokes, when only a dateline is before them."""
    for number, found in enumerate(ENCLOSED.finditer(head)):
        before = head[: found.start()]
        if number > 2 or not _is_dateline(before):
            return []
        group = "in" if found["in"] is not None else "stroke"
        if of_picture(before) or _is_pictures(found[group]):
            return []
        inner = list(_inner(head, *found.span(group)))
        names = [name for name in inner if _stands(head, name, found, text)]
        if (
            names and "/" in found[group] and not before
        ):  # "(OrmPoint / Norwire)": the one vouches for the other
            names = [name for name in inner if name in names or look_of(head[slice(*name)]) is not Look.NO]
        if names:
            role = "dateline" if before.strip(" -–—©[](") else "agency"
            return [(start, end, role) for start, end in names]
        if (
            look_of(found[group].strip()) is not Look.NO
            and found["in"] is not None
            and not is_date(found[group])
        ):
            return []
    return []


def _inner(head: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of "dpa/AFP", "MENAFN- Norwire", "Корр. БЕЛТА"."""
    whole = trimmed(head, start, end)
    if known_form(head[slice(*whole)]) is not None:
        yield whole
        return
    place = start
    for found in [*INNER.finditer(head, start, end), None]:
        low, high = trimmed(head, place, found.start() if found else end)
        if low < high:
            yield low, high
        place = found.end() if found else end


def _stands(  # noqa: PLR0911 (one return a look)
    head: str, name: tuple[int, int], form: re.Match[str], text: str
) -> bool:
    """Whether a name in brackets is that of a dateline, by its look and by what is around the brackets."""
    words = head[slice(*name)]
    look = look_of(words)
    before, after = head[: form.start()].strip(), head[form.end() :]
    stroke = form["stroke"] is not None
    if look is Look.NO:
        return False
    if not before:
        capitals = words.isupper() and " " not in words
        if look < Look.LIKELY and _is_told_place(words, text):
            return False
        plain = look > Look.ANY or capitals or DASH.match(after) or mentioned(words, text, 2)
        return bool(plain) and (not stroke or look is Look.KNOWN)
    place = before.split(",")[0].strip(" -–—")
    dated = _has_date(before) or _has_date(after[:24].split("—")[0].split(" - ")[0])
    ends = TERMINAL.match(after) is not None and (bool(after.strip()) or dated or look is Look.KNOWN)
    if not ends and look is not Look.KNOWN:
        return False
    if look is Look.KNOWN:
        return ends or dated or place.isupper()
    if not dated and (is_person(place) or place.casefold().startswith(ARTICLES)):
        return False  # a person's party, a body's short name
    if stroke:
        return ends and (dated or place.isupper())
    if look is Look.ACRONYM:
        return (
            bool(DASH.match(after))
            or dated
            or place.isupper()
            or (_closes(after) and len(before.split()) <= 3)
        )
    dashed = DASH.match(after) is not None
    if look is Look.LIKELY:
        return dashed or ((dated or place.isupper()) and ends) or _closes(after)
    return dashed and not _is_told_place(words, text) and (dated or mentioned(words, text, 2))


def _is_pictures(inside: str) -> bool:
    """ "(Oona Tolland/Norwire)": how pictures are credited."""
    parts = [part.strip() for part in inside.split("/")]
    return len(parts) > 1 and any(
        len(part.split()) in (2, 3) and look_of(part) <= Look.ANY and part.istitle() for part in parts
    )


def _is_told_place(name: str, text: str) -> bool:
    """Whether the text says "in Harbour" of a name "(HARBOUR)": a place then, and no outlet."""
    found = rf"(?<!\w){IN_PLACE}\s{re.escape(name.capitalize() if name.isupper() else name)}(?!\w)"
    return re.search(found, text[:MENTIONS_READ]) is not None


def _closes(after: str) -> bool:
    """A point, or nothing more on the line."""
    return after.lstrip()[:1] in (".", "")


def _bare(head: str) -> list[tuple[int, int, str]]:
    """A name without brackets: "HARN, May 3 - Norwire.", "TASS, May 3.", "Kell dpa -"."""
    if FIRST_WORD.match(head) is None and _first(" ".join(head.split()[:2]).rstrip(".,:")) is None:
        return []
    parts = _parts(head)
    dated = False
    for place, part in enumerate(parts[:MAX_PARTS]):
        if is_date(part.text):
            dated = True
            continue
        if not _place_like(part.text) and _first(part.text) is None:
            return []
        follows = parts[place + 1].text if place + 1 < len(parts) else ""
        found = _at(head, parts[0], part, place, dated, follows)
        if found is not None:
            return [found]
    return []


def _at(  # noqa: PLR0911 (one return a form)
    head: str, first: Part, part: Part, place: int, dated: bool, follows: str
) -> tuple[int, int, str] | None:
    """The credit that a part of a dateline is, or ends with."""
    start, end = trimmed(head, part.start, part.end)
    look = look_of(head[start:end])
    dashed = any(mark in part.after for mark in "-–—")
    closed = dashed or part.after[:1] in (".", ":")
    begins = part.end + len(part.after) >= len(head) or FIRST_WORD.match(head, part.end + len(part.after))
    dating = part.after[:1] in (",", ".") and (
        is_date(follows) or (follows.isupper() and _place_like(follows))
    )
    if look is Look.KNOWN:
        known = known_form(head[start:end])
        agency = known is not None and known.agency
        if place == 0:
            if dating or (dashed and agency and begins):
                return start, end, "dateline" if dating else "agency"
            return None
        if dated and agency and any(mark in part.before for mark in "-–—") and "," in part.after:
            return start, end, "dateline"
        settled = dated or first.text.isupper() or len(first.text.split()) <= 2
        return (start, end, "dateline") if begins and (dashed or (closed and settled)) else None
    stroked = place == 1 and "/" in part.before and look is Look.ACRONYM  # "Kell/NWR -"
    if stroked and closed and begins:
        return start, end, "dateline"
    if place > 0 and closed and begins and dated and not (is_person(first.text) and place == 1):
        pointed = any(mark in part.before for mark in "-–—.")
        if look >= Look.LIKELY or (look is Look.ACRONYM and ("," in head[:start] or pointed)):
            return start, end, "dateline"
        upper = first.text.isupper() and any(mark in part.before for mark in "-–—")
        if look is Look.ANY and upper and part.after.strip() == "." and len(part.text.split()) <= 2:
            return start, end, "dateline"
    if place == 0 and look is Look.LIKELY and dating:
        return start, end, "dateline"
    if place == 0 and look is Look.LIKELY and part.text.isupper() and dashed and begins:
        return start, end, "agency"
    if place == 0 and closed and begins and _first(part.text) is not None:
        return start, start + len(part.text.split()[0]), "dateline"
    return _tail(head, part) if dashed and begins else None


def _first(text: str) -> str | None:
    """ "dpa Kell.", "AFP Kell -": a known agency in capitals, or written small, before a place."""
    words = text.split()
    known = known_form(words[0]) if 2 <= len(words) <= 3 else None
    if known is None or not known.agency or not (words[0].isupper() or words[0].islower()):
        return None
    return words[0] if all(word[:1].isupper() for word in words[1:]) else None


def _tail(head: str, part: Part) -> tuple[int, int, str] | None:
    """ "Kell dpa -": a known agency behind a place, without a comma."""
    words = [found.span() for found in WORD.finditer(head, part.start, part.end)]
    for first in range(1, len(words)):
        known = known_form(head[words[first][0] : part.end])
        if known is not None and known.agency:
            return words[first][0], part.end, "dateline"
    return None


def _parts(head: str) -> list[Part]:
    """The head of a paragraph cut at dashes, commas, points and colons: its first parts."""
    parts: list[Part] = []
    place, before = 0, ""
    for found in SEPARATOR.finditer(head):
        if found.start() > place:
            parts.append(Part(head[place : found.start()], place, found.start(), before, found[0].strip()))
            before = ""
        elif parts:
            last = parts[-1]
            parts[-1] = Part(
                last.text, last.start, last.end, last.before, head[last.end : found.end()].strip()
            )
        before += found[0]
        place = found.end()
        if len(parts) > MANY:
            break
    if len(parts) <= MANY and place < len(head):
        parts.append(Part(head[place:], place, len(head), before, ""))
    # What follows a part reaches to the next one, spaces too.
    follows = [head[one.end : other.start] for one, other in pairwise(parts)]
    return [replace(part, after=after) for part, after in zip(parts, follows, strict=False)] + parts[-1:]


def _is_dateline(before: str) -> bool:
    """Nothing, or a few places and days."""
    cut = [part.text.strip(" ()[]©") for part in _parts(before.strip())]
    words = before.split()
    return (
        len(words) <= 12
        and len(cut) <= MAX_PARTS
        and all(not part or is_date(part) or _place_like(part) for part in cut)
    )


def _place_like(text: str) -> bool:
    """One to five words, all capitalised but particles."""
    words = text.replace("[", "").replace("]", "").strip(" ()").split()
    return (
        0 < len(words) <= 5
        and len(text) <= MAX_NAME
        and (words[0][:1].isupper() or words[0][:1].isdigit() or known_form(text) is not None)
        and all(_capital(word) for word in words[1:])
    )


def _capital(word: str) -> bool:
    word = word.strip('«»„“”"')
    return (
        word[:1].isupper()
        or ABBREVIATION.fullmatch(word) is not None
        or word[:1].isdigit()
        or word.casefold() in PARTICLES
        or is_date(word)
        or known_form(word) is not None
    )


def _has_date(text: str) -> bool:
    """A number, or a part that is a date."""
    return any(mark.isdigit() for mark in text) or any(is_date(part.text) for part in _parts(text[:60]))
