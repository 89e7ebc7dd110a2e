"""Two articles side by side: what was copied, reworded, moved, added and dropped, what changed on the way,
and why it is held to be reuse, or not."""

from dataclasses import dataclass

from onrecord.data import ArticleFindings, Independent, Reason, Reuse, Span
from onrecord.query.compared_facts import FactGroup, compared_facts
from onrecord.query.compared_rows import ComparedRow, Rows, RowSide, rows_of, whole_text
from onrecord.query.lists import ArticleLine, article_line
from onrecord.query.record import Record
from onrecord.query.ruled import PairRulings, Rulings

MAX_WHOLE = 20_000
REUSE = "reuse"
INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """One change on the way from the earlier to the later article, numbered from 1."""

    number: int
    kind: str
    earlier: Span
    later: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles and how they stand to each other (`relation`: "reuse", "independent", None for neither).

    Of reuse `kind` is that of `Reuse`, of an independent pair that of `Independent`, and `kind_reasons` are
    its reasons; spans of reasons lie in `later`. `rows` are aligned passages (of an independent pair the
    words that both hold); `texts` are both as they are where there is no reuse, with those words marked.
    `rows_left_out` counts rows beyond the limit of one answer. `counts` are passages by what became of them.
    """

    earlier: ArticleLine
    later: ArticleLine
    relation: str | None
    relation_id: str | None
    kind: str | None
    kind_reasons: tuple[Reason, ...]
    share: float
    score: float
    directed: bool
    direction: float
    evidence_for: tuple[Reason, ...]
    evidence_against: tuple[Reason, ...]
    direction_reasons: tuple[Reason, ...]
    rows: tuple[ComparedRow, ...]
    rows_left_out: int
    texts: tuple[RowSide, RowSide] | None
    shifts: tuple[ShiftLine, ...]
    counts: tuple[tuple[str, int], ...]
    facts: tuple[FactGroup, ...]
    rulings: PairRulings
    story_ids: tuple[str | None, str | None]


def comparison(record: Record, one: str, other: str) -> Comparison:
    """Compare two articles in either order; NotFoundError when one is not in the case."""
    first, second = record.article_id(one), record.article_id(other)
    found = record.view.between(first, second) if first != second else None
    if isinstance(found, Reuse):
        return _reuse(record, found)
    if found is not None:
        return _independent(record, found)
    return _unrelated(record, first, second)


@dataclass(frozen=True, slots=True)
class _Both:
    """What every comparison tells of its two articles."""

    lines: tuple[ArticleLine, ArticleLine]
    findings: tuple[ArticleFindings, ArticleFindings]
    facts: tuple[FactGroup, ...]
    rulings: PairRulings
    stories: tuple[str | None, str | None]

    @property
    def one_language(self) -> bool:
        """Whether both are written in the same one."""
        return self.lines[0].language == self.lines[1].language

    @property
    def sentences(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Of the earlier and the later article."""
        return self.findings[0].sentences, self.findings[1].sentences


def _both(record: Record, earlier: str, later: str) -> _Both:
    lines = {head.id: article_line(head) for head in record.view.heads((earlier, later))}
    findings = record.view.findings(earlier), record.view.findings(later)
    return _Both(
        (lines[earlier], lines[later]),
        findings,
        compared_facts(record, *findings),
        Rulings(record).of_pair(earlier, later),
        (record.index.story_of.get(earlier), record.index.story_of.get(later)),
    )


def _reuse(record: Record, reuse: Reuse) -> Comparison:
    both = _both(record, reuse.earlier, reuse.later)
    ordered = sorted(reuse.shifts, key=lambda shift: (shift.later, shift.earlier, shift.kind, shift.reason))
    shifts = tuple(
        ShiftLine(number, shift.kind, shift.earlier, shift.later, shift.reason)
        for number, shift in enumerate(ordered, start=1)
    )
    found = rows_of(
        reuse.passages,
        both.sentences,
        [(one.number, one.earlier, one.later) for one in shifts],
        both.one_language,
    )
    return Comparison(
        earlier=both.lines[0],
        later=both.lines[1],
        relation=REUSE,
        relation_id=reuse.id,
        kind=reuse.kind,
        kind_reasons=reuse.kind_reasons,
        share=reuse.share,
        score=reuse.score,
        directed=reuse.directed,
        direction=reuse.direction,
        evidence_for=reuse.evidence_for,
        evidence_against=reuse.evidence_against,
        direction_reasons=reuse.direction_reasons,
        rows=found.rows,
        rows_left_out=found.left_out,
        texts=None,
        shifts=shifts,
        counts=found.counts,
        facts=both.facts,
        rulings=both.rulings,
        story_ids=both.stories,
    )


def _independent(record: Record, pair: Independent) -> Comparison:
    both = _both(record, pair.left, pair.right)
    return _apart(both, INDEPENDENT, pair, rows_of(pair.passages, both.sentences, (), both.one_language))


def _unrelated(record: Record, first: str, second: str) -> Comparison:
    return _apart(_both(record, first, second), None, None, Rows())


def _apart(both: _Both, relation: str | None, pair: Independent | None, found: Rows) -> Comparison:
    shared = [
        [side.span for row in found.rows for side in row.earlier],
        [side.span for row in found.rows for side in row.later],
    ]
    texts = [found.article.text for found in both.findings]
    return Comparison(
        earlier=both.lines[0],
        later=both.lines[1],
        relation=relation,
        relation_id=pair.id if pair else None,
        kind=str(pair.kind) if pair else None,
        kind_reasons=pair.reasons if pair else (),
        share=0.0,
        score=pair.score if pair else 0.0,
        directed=False,
        direction=0.5,
        evidence_for=(),
        evidence_against=(),
        direction_reasons=(),
        rows=found.rows,
        rows_left_out=found.left_out,
        texts=(whole_text(texts[0], shared[0], MAX_WHOLE), whole_text(texts[1], shared[1], MAX_WHOLE)),
        shifts=(),
        counts=(),
        facts=both.facts,
        rulings=both.rulings,
        story_ids=both.stories,
    )
