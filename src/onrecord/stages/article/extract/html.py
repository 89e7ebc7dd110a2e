"""An HTML page: which lines are main text, then its article, its facts, and further articles below.

A trained model reads the lines with the elements that they stand in (`blocks/`); without one,
trafilatura chooses (`voted.py`).
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from onrecord.data import Page
from onrecord.stages.article.extract.blocks.readings import OUTSIDE, BlockReadings, read_blocks, walk
from onrecord.stages.article.extract.drafts import Draft, Segments
from onrecord.stages.article.extract.flat import mark_outlets
from onrecord.stages.article.extract.further import MIN_FURTHER, full_articles, segment_some
from onrecord.stages.article.extract.learned import Scorer
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Around, Mark, foreign, mark_alone, script_of
from onrecord.stages.article.extract.recurring import mark_recurring
from onrecord.stages.article.extract.segment import HEADING_WORDS
from onrecord.stages.article.extract.several import segment_several
from onrecord.stages.article.extract.titles import byline_name, fold, shared_stems, title_score, writers_of
from onrecord.stages.article.extract.voted import voted_lines

MIN_MAIN = 80
TITLE_WORDS = 4
FIRST_HOLDS = 0.985
UNSURE_HOLD = 0.93
PARTS_HOLD = 0.75
ROOM = 0.5
SAMPLE = 600
NEAR_TITLE = 30
BYLINE_REACH = 3
TITLE_REACH = 8
DROPPED_INSIDE = frozenset(
    ("related", "share", "advertisement", "subscription", "counter", "comments", "rule", "link line",
     "navigation", "notice", "age", "contact", "machine note", "appeal", "recurring")
)  # fmt: skip

Identify = Callable[[str], tuple[str, float]]


def segment_html(
    page: Page,
    lines: Sequence[Line],
    identify: Identify,
    titles: Sequence[str],
    scorer: Scorer | None = None,
) -> Segments | None:
    """Drafts and furniture of an HTML page; None when no main text is found in it."""
    readings = read_blocks(page, lines, titles, scorer) if scorer is not None else None
    main = readings.main() if readings is not None else voted_lines(page, lines)
    if sum(len(line.text) for line in lines if line.index in main) < MIN_MAIN:
        return None
    marks = _marks(lines, main, identify)
    several = _several(page, lines, marks, titles, readings)
    if several is not None:
        return several
    kept = [line for line in lines if line.index in main and _stays(line, marks)]
    if not kept:
        return None
    segments = _run_together(lines, kept, marks, titles) or _one(lines, kept, marks, titles)
    last = max(line.index for draft in segments.drafts for line in draft.lines)
    _add_further(segments, lines[last + 1 :], marks)
    if readings is not None:
        _say_why(segments, lines, readings)
    return segments


def _several(
    page: Page,
    lines: Sequence[Line],
    marks: dict[int, Mark],
    titles: Sequence[str],
    readings: BlockReadings | None,
) -> Segments | None:
    """The parts of a page of several articles, None when it is none, or when the readings speak for one."""
    titled = readings is not None and readings.titled(TITLE_WORDS)
    if readings is not None and titled and not _room_for_more(lines, readings):
        return None
    walked = readings.page if readings is not None else walk(page)
    found = segment_several(page, lines, marks, titles, walked) if walked is not None else None
    if found is None or readings is None:
        return found
    return None if _reads_as_one(found, lines, readings, titled) else found


def _room_for_more(lines: Sequence[Line], readings: BlockReadings) -> bool:
    """Enough sentences outside the main text for a further article; to look for one is slow."""
    main = readings.main()
    inside = sum(len(line.text) for line in lines if line.index in main)
    outside = sum(len(line.text) for line in lines if line.index not in main and line.prose)
    return outside >= max(MIN_FURTHER, ROOM * inside)


def _reads_as_one(found: Segments, lines: Sequence[Line], readings: BlockReadings, titled: bool) -> bool:
    """The parts cut up what reads as one text: sections, posts or comments under the page's own title.

    Under that title, the first part must hold all but a rest of the main text. On a page without one (a
    digest, a feed), the parts together must hold most of it, and little else; nearly all of it where
    their frames do not make them articles for certain.
    """
    main = readings.main()
    all_main = sum(len(line.text) for line in lines if line.index in main)
    held = [sum(len(line.text) for line in draft.lines if line.index in main) for draft in found.drafts]
    if titled:
        return held[0] < FIRST_HOLDS * all_main
    if not found.sure and sum(held) < UNSURE_HOLD * all_main:
        return True
    size = sum(len(line.text) for draft in found.drafts for line in draft.lines)
    return sum(held) < PARTS_HOLD * max(all_main, size)


def _marks(lines: Sequence[Line], main: set[int], identify: Identify) -> dict[int, Mark]:
    """What marks lines by itself; another language only in the main text: to tell is slow."""
    around = _around(lines, main, identify)
    marks: dict[int, Mark] = {}
    for line in lines:
        found = mark_alone(line) or (foreign(line, around) if line.index in main else None)
        if found is not None:
            marks[line.index] = found
    mark_outlets(lines, marks)
    mark_recurring(lines, marks)
    return marks


def _say_why(segments: Segments, lines: Sequence[Line], readings: BlockReadings) -> None:
    """Lines that only their place has marked so far: what the model saw in each of them."""
    outside = [
        line for line in lines if line.index in segments.marks and segments.marks[line.index].kind == OUTSIDE
    ]
    unread = [line for line in outside if not readings.is_main(line.index)]
    if unread:
        segments.marks |= readings.against(unread)


def _one(
    lines: Sequence[Line], kept: Sequence[Line], marks: dict[int, Mark], titles: Sequence[str]
) -> Segments:
    """The main text as one article; the rest of the page is outside it."""
    draft = _draft(lines, kept, titles)
    inside = {line.index for line in draft.lines}
    segments = Segments([draft], {})
    for line in lines:
        if line.index not in inside:
            segments.marks[line.index] = marks.get(line.index) or _outside(line, kept)
    _byline(segments, draft, lines)
    return segments


def _run_together(
    lines: Sequence[Line], kept: Sequence[Line], marks: dict[int, Mark], titles: Sequence[str]
) -> Segments | None:
    """Several articles that the extractor took for one: ages or outlet lines stand between them."""
    inside = {line.index for line in kept}
    first, last = kept[0].index, kept[-1].index
    parted = any(first < index < last and marks[index].kind == "age" for index in marks)
    if not parted:
        return None
    title = _title_line(lines, kept, titles)
    start = min(first, title.index) if title else first
    some = [
        line
        for line in lines[start : last + 1]
        if line.index in inside or line.index in marks or line is title
    ]
    segments = segment_some(some, marks, title.text if title else "")
    if len(segments.drafts) < 2:
        return None
    taken = {line.index for draft in segments.drafts for line in draft.lines} | set(segments.marks)
    for line in lines:
        if line.index not in taken:
            segments.marks[line.index] = marks.get(line.index) or _outside(line, kept)
    return segments


def _add_further(segments: Segments, below: Sequence[Line], marks: dict[int, Mark]) -> None:
    """Full articles below the main text."""
    if sum(len(line.text) for line in below if line.prose) < MIN_FURTHER:
        return
    found = segment_some(below, marks, "")
    for draft in full_articles(found):
        segments.drafts.append(draft)
        for line in draft.lines:
            segments.marks.pop(line.index, None)
        for line in draft.above:
            segments.marks[line.index] = found.marks[line.index]
        if draft.byline is not None:
            segments.marks[draft.byline[0].index] = found.marks[draft.byline[0].index]


def _around(lines: Sequence[Line], main: set[int], identify: Identify) -> Around:
    sample = " ".join(line.text for line in lines if line.index in main)[:SAMPLE]
    code, confidence = identify(sample)
    return Around(identify, code if confidence >= 0.5 else "und", script_of(sample))


def _stays(line: Line, marks: dict[int, Mark]) -> bool:
    found = marks.get(line.index)
    return found is None or found.kind not in DROPPED_INSIDE


def _draft(lines: Sequence[Line], kept: Sequence[Line], titles: Sequence[str]) -> Draft:
    title = _title_line(lines, kept, titles)
    draft = Draft(title)
    body = [line for line in kept if line is not title]
    draft.lines = sorted([title, *body] if title else body, key=lambda line: line.index)
    for line in body:
        if not line.prose and len(line.words) <= HEADING_WORDS and not line.text.endswith((":", ",", ";")):
            draft.headings.append(line)
    return draft


def _title_line(lines: Sequence[Line], kept: Sequence[Line], titles: Sequence[str]) -> Line | None:
    """The line at or shortly above the beginning of the text that the page's own titles repeat."""
    folded = [fold(title) for title in titles if len(fold(title)) >= 8]
    first = kept[0].index
    window = [line for line in lines[max(0, first - NEAR_TITLE) : first + 4] if 1 <= len(line.words) <= 40]
    matching = [line for line in window if _titled(fold(line.text), folded)]
    if matching:
        return min(matching, key=lambda line: (abs(first - line.index), line.index))
    return None if folded else _title_by_form(lines, kept)


def _title_by_form(lines: Sequence[Line], kept: Sequence[Line]) -> Line | None:
    """On a page without a title of its own: the nearest short line that shares words with the text."""
    body = [line for line in kept[:4] if line.prose]
    first = kept[0].index
    window = [line for line in lines[max(0, first - TITLE_REACH) : first + 1] if not line.prose]
    good = [line for line in window if len(line.words) >= 3 and shared_stems(line, body) >= 2]
    return max(good, key=lambda line: (title_score(line, body, ""), -line.index), default=None)


def _titled(line: str, titles: Sequence[str]) -> bool:
    return any(
        len(line) >= 8 and (line in title or title in line) and 3 * len(line) >= len(title)
        for title in titles
    )


def _outside(line: Line, kept: Sequence[Line]) -> Mark:
    first, last = kept[0], kept[-1]
    if line.index < first.index:
        return Mark(OUTSIDE, f"{line.shown} stands above the main text, which begins {first.shown}")
    if line.index > last.index:
        return Mark(OUTSIDE, f"{line.shown} stands below the main text, which ends {last.shown}")
    before = kept[bisect_left(kept, line.index, key=lambda other: other.index) - 1]
    return Mark(
        OUTSIDE, f"{line.shown} stands within the main text after {before.shown} but is no part of it"
    )


def _byline(segments: Segments, draft: Draft, lines: Sequence[Line]) -> None:
    """A name alone between the title and the text, or a closing credit of people."""
    if draft.title is None:
        return
    lower = frozenset(word for line in draft.lines for word in line.words if word.islower())
    inside = {line.index: place for place, line in enumerate(draft.lines)}
    for line in lines[draft.title.index + 1 : draft.title.index + 8]:
        free = line.index in segments.marks and segments.marks[line.index].kind == OUTSIDE
        if not free and (inside.get(line.index, BYLINE_REACH) >= BYLINE_REACH or line.prose):
            continue
        name = byline_name(line, lower)
        if name is not None:
            why = f"{line.shown} names a writer, under the title {draft.title.shown}"
            _as_byline(segments, draft, line, name, why)
            break
    for line in draft.lines[-2:]:
        names = writers_of(line)
        if names is not None and len(draft.lines) > 1:
            _as_byline(segments, draft, line, names, f"{line.shown} names who wrote, below the text")


def _as_byline(segments: Segments, draft: Draft, line: Line, name: str, why: str) -> None:
    if draft.byline is None:
        draft.byline = (line, name)
    segments.marks[line.index] = Mark("byline", why)
    draft.lines = [other for other in draft.lines if other is not line]
    draft.headings = [other for other in draft.headings if other is not line]
