"""What people decided: every judgement, what it is about, and which of them count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.data import Judgement, Verdict
from onrecord.query.lists import SHEET, ArticleLine, Sheet, article_lines, cut_sheet
from onrecord.query.positions import Findings
from onrecord.query.record import Record
from onrecord.query.ruled import Rulings
from onrecord.stores.judged import ATTRIBUTION, VERDICTS, Judged, judged
from onrecord.stores.merge import latest_first, standing
from onrecord.stores.rulings import question_of

WORDED = (ATTRIBUTION, "actor")


@dataclass(frozen=True, slots=True)
class JudgedPlace:
    """Where something judged stands: `words` are those of an attribution or actor, "" of a whole article.

    `article` is None when the case no longer holds it.
    """

    article_id: str
    article: ArticleLine | None
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """One judgement. `counts`: the latest on its subject, and not withdrawn.

    `attribution_id` is the attribution that it speaks of now, None for another subject or when no
    attribution of the case has its words any more. Of a pair of articles: `set_aside`, later judgements
    contradict it through other articles; `outweighed`, other rulings keep the two in different families all
    the same; `waits`, the next build groups articles by it. `lost`: an article that it names is no longer in
    the case.
    """

    id: str
    subject: str
    verdict: Verdict
    by: str
    made: str
    note: str
    counts: bool
    places: tuple[JudgedPlace, ...]
    page_id: str | None
    attribution_id: str | None
    set_aside: bool = False
    waits: bool = False
    lost: bool = False
    outweighed: bool = False


def judgement_list(record: Record, sheet: int = 1, size: int = SHEET) -> Sheet[JudgementLine]:
    """Every judgement, latest first."""
    known = record.view.judgements()
    findings = Findings(record.view)
    held = frozenset(record.view.article_ids())
    spoken_of, counting = _attributions(known, findings, held)
    counting |= {one.id for group in _others(known) if (one := standing(group)) is not None}
    rulings = Rulings(record, known)
    cut = cut_sheet(latest_first(known), sheet, size)
    shown = tuple(key for one in cut.rows for key in one.articles)
    lines = {line.id: line for line in article_lines(record, tuple(dict.fromkeys(shown)))}
    rows = tuple(
        JudgementLine(
            id=one.id,
            subject=one.subject,
            verdict=one.verdict,
            by=one.by,
            made=one.made,
            note=one.note,
            counts=one.id in counting,
            places=_places(one, lines, findings),
            page_id=one.page,
            attribution_id=spoken_of.get(one.id),
            set_aside=rulings.is_set_aside(one),
            waits=one.id in counting and not rulings.is_set_aside(one) and rulings.waits(one),
            lost=any(key not in held for key in one.articles),
            outweighed=one.id in counting and rulings.is_outweighed(one),
        )
        for one in cut.rows
    )
    return Sheet(rows, cut.total, cut.number, cut.sheets)


def _attributions(
    known: Sequence[Judgement], findings: Findings, held: frozenset[str]
) -> tuple[dict[str, str], set[str]]:
    """By id of a judgement the attribution it speaks of; and the ids of those that count."""
    spoken_of: dict[str, str] = {}
    counting: set[str] = set()
    articles = {key for one in known if _of_attribution(one) for key in one.articles}
    for key in sorted(articles & held):
        by_id, lost = judged(findings.of(key), (one for one in known if key in one.articles))
        for attribution_id, found in sorted(by_id.items()):
            counting |= {found.latest.id} if found.latest else set()
            for one in found.judgements:
                spoken_of.setdefault(one.id, attribution_id)
        counting |= {one.id for one in lost}
    return spoken_of, counting


def _of_attribution(judgement: Judgement) -> bool:
    return judgement.subject == ATTRIBUTION and judgement.verdict in VERDICTS


def _others(known: Iterable[Judgement]) -> list[list[Judgement]]:
    """Judgements on anything but single attributions, by subject."""
    groups: dict[tuple[object, ...], list[Judgement]] = {}
    for one in known:
        ranges = one.ranges if one.page is None else ()
        key = question_of(one) or (one.subject, one.page, one.articles, ranges)
        groups.setdefault(key, []).append(one)
    return [group for group in groups.values() if not all(map(_of_attribution, group))]


def _places(one: Judgement, lines: dict[str, ArticleLine], findings: Findings) -> tuple[JudgedPlace, ...]:
    places = []
    for key, (start, end) in zip(one.articles, one.ranges, strict=False):
        line = lines.get(key)
        words = findings.of(key).article.text[start:end] if line and one.subject in WORDED else ""
        places.append(JudgedPlace(key, line, start, end, words))
    return tuple(places)


def verdict_word(found: Judged | None) -> str:
    """How a list says it: accepted, rejected, or nothing."""
    if found is None or found.latest is None:
        return ""
    return "accepted" if found.latest.verdict is Verdict.RIGHT else "rejected"
