"""A flat page: marks on its lines, outlet lines beside ages, then segments."""

from collections import Counter
from collections.abc import Callable, Sequence

from onrecord.lang.agencies import known_outlet
from onrecord.lang.furniture import fold_line
from onrecord.lang.head_lines import is_boilerplate_head, is_release
from onrecord.stages.article.extract.drafts import Segments
from onrecord.stages.article.extract.footer import mark_footer
from onrecord.stages.article.extract.further import MIN_FURTHER, full_articles
from onrecord.stages.article.extract.learned import Scorer
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import (
    Around,
    Mark,
    foreign,
    in_other_script,
    mark_alone,
    script_of,
)
from onrecord.stages.article.extract.masthead import HEAD_LINES, mark_masthead
from onrecord.stages.article.extract.parts import segment_parts
from onrecord.stages.article.extract.readings import FILLED, Readings, read_lines
from onrecord.stages.article.extract.recurring import mark_recurring
from onrecord.stages.article.extract.segment import Segmenter
from onrecord.stages.article.extract.starts import Starts, find_starts
from onrecord.stages.article.extract.trusted import trusted

SAMPLE = 4_000
OUTLET_WORDS = 5
MOST_SEARCHED = 5_000


def segment_flat(
    text: str,
    lines: Sequence[Line],
    identify: Callable[[str], tuple[str, float]],
    page_title: str,
    scorer: Scorer | None = None,
) -> Segments:
    """Drafts and furniture of a page that has no structure but its lines.

    `scorer` is the trained model of lines; without one, the rules decide alone.
    """
    marks, around = mark_lines(lines, identify)
    readings = read_lines(text, lines, marks, scorer) if scorer is not None and lines else None
    found = _starts(lines, marks, readings)
    if found.starts:
        _mark_foreign(lines, marks, around, None)
        return segment_parts(text, lines, marks, found, page_title, scorer, readings)
    _mark_foreign(lines, marks, around, readings)
    sure = _sure(lines, marks, page_title, readings) if readings is not None else frozenset()
    found_by_readings = Segmenter(lines, marks, page_title, readings, sure).run()
    if readings is None:
        return found_by_readings
    against = _lost_sentences(lines, marks, found_by_readings, readings)
    if against is None:
        return found_by_readings
    return Segmenter(lines, {**marks, **against}, page_title).run()


def _lost_sentences(
    lines: Sequence[Line], marks: dict[int, Mark], found: Segments, readings: Readings
) -> dict[int, Mark] | None:
    """On a page that the readings leave no sentence of: the sentences that still count as none; else None.

    The model learned from long pages and is a little against a single short sentence, or one endless
    line: that must not cost a short report, so the rules cut such a page.
    """
    if any(line.prose for draft in found.drafts for line in draft.lines):
        return None
    free = [line for line in lines if line.prose and line.index not in marks]
    near = sum(len(line.text) for line in free if readings.odds(line.index) > FILLED)
    if near <= sum(len(line.text) for draft in found.drafts for line in draft.lines):
        return None
    far = [line for line in free if readings.odds(line.index) <= FILLED]
    return readings.unlike(far) if far else {}


def _starts(lines: Sequence[Line], marks: dict[int, Mark], readings: Readings | None) -> Starts:
    """The headlines of further articles. On a page of very many lines none are sought: that takes long."""
    if len(lines) > MOST_SEARCHED:
        return Starts((), {})
    if readings is None:
        return find_starts(lines, marks)
    found = find_starts(lines, {**readings.surely_none(), **marks})
    return trusted(found, lines, marks, readings) if found.starts else found


def _sure(
    lines: Sequence[Line], marks: dict[int, Mark], page_title: str, readings: Readings
) -> frozenset[int]:
    """Lines of further articles that are articles in full by the rules.

    The model knows pages with one article; the texts of others are furniture to it.
    """
    free = (line for line in lines if line.prose and line.index not in marks)
    if sum(len(line.text) for line in free if not readings.is_text(line.index)) < MIN_FURTHER:
        return frozenset()
    by_rules = Segmenter(lines, marks, page_title).run()
    full = full_articles(Segments(by_rules.drafts[1:], by_rules.marks))
    return frozenset(line.index for draft in full for line in draft.lines)


def mark_lines(
    lines: Sequence[Line], identify: Callable[[str], tuple[str, float]]
) -> tuple[dict[int, Mark], Around]:
    """Marks of all lines by rules, and what they were seen against."""
    sample = _prose_sample(lines)
    code, confidence = identify(sample) if sample else ("und", 0.0)
    around = Around(identify, code if confidence >= 0.5 else "und", script_of(sample))
    marks: dict[int, Mark] = {}
    for line in lines:
        found = mark_alone(line)
        if found is None and in_other_script(line.text, around.script):
            found = foreign(line, around)
        if found is not None:
            marks[line.index] = found
    mark_outlets(lines, marks)
    mark_masthead(lines, marks)
    mark_footer(lines, marks)
    _mark_boilerplate(lines, marks)
    mark_recurring(lines, marks)
    return marks, around


def _mark_foreign(
    lines: Sequence[Line], marks: dict[int, Mark], around: Around, readings: Readings | None
) -> None:
    """Lines in another language of the same script. To tell is slow: only of lines that may be text."""
    for line in lines:
        if line.index in marks or (readings is not None and not readings.is_text(line.index)):
            continue
        found = foreign(line, around)
        if found is not None:
            marks[line.index] = found


def _mark_boilerplate(lines: Sequence[Line], marks: dict[int, Mark]) -> None:
    """ "About Orm Ferries" on a page that calls itself a press release."""
    release = next((line for line in lines[:HEAD_LINES] if is_release(line.text)), None)
    for line in lines[HEAD_LINES // 2 :] if release is not None else ():
        if line.index not in marks and release is not None and is_boilerplate_head(line.text):
            what = f"{line.shown} opens what the sender says of itself, on a page headed {release.shown}"
            marks[line.index] = Mark("notice", what)


def _prose_sample(lines: Sequence[Line]) -> str:
    parts: list[str] = []
    size = 0
    for line in lines:
        if line.prose and size < SAMPLE:
            parts.append(line.text[: SAMPLE - size])
            size += len(parts[-1])
    return " ".join(parts)


def mark_outlets(lines: Sequence[Line], marks: dict[int, Mark]) -> None:
    """Names beside an age line ("16 minutes ago") are outlets: repeated, dashed, or known ones."""
    folded = Counter(fold_line(line.text) for line in lines if len(line.words) <= OUTLET_WORDS)
    ages = [line for line in lines if line.index in marks and marks[line.index].kind == "age"]
    for age in ages:
        for place in range(max(0, age.index - 2), min(len(lines), age.index + 3)):
            line = lines[place]
            if line.index in marks or not 0 < len(line.words) <= OUTLET_WORDS or line.prose:
                continue
            count = folded[fold_line(line.text)]
            beside = f"beside the age line {age.shown}"
            if count >= 2:
                marks[place] = Mark("outlet line", f"{line.shown} stands {count} times on the page, {beside}")
            elif known_outlet(line.text.strip(" -–—•|")) or line.text.startswith(("- ", "– ", "— ")):
                marks[place] = Mark("outlet line", f"{line.shown} names an outlet {beside}")
    _mark_same(lines, marks)


def _mark_same(lines: Sequence[Line], marks: dict[int, Mark]) -> None:
    """The same name elsewhere on the page, alone on its line."""
    outlets = [index for index in sorted(marks) if marks[index].kind == "outlet line"]
    names = {fold_line(lines[index].text) for index in outlets}
    for line in lines if names else ():
        if line.index in marks or len(line.words) > OUTLET_WORDS:
            continue
        if fold_line(line.text) in names:
            what = f"{line.shown} is alone on its line, and further down it stands beside an age"
            marks[line.index] = Mark("outlet line", what)
