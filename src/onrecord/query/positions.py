"""Positions as lines: who is bound, to what, on what condition, since when, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from onrecord.data import ArticleFindings, Position, PositionMention, RecordStatus, Span
from onrecord.lang.concepts import themes_of
from onrecord.query.record import NO_ORIGINS, Record
from onrecord.stores.base import View
from onrecord.text.edtf import bounds


@dataclass(frozen=True, slots=True)
class PositionPlace:
    """One place where a position stands. `whole` runs from its first to its last part in the text.

    `where` names the article: its outlet, else its title.
    """

    article_id: str
    where: str
    whole: Span
    actor: Span
    act: Span
    issue: Span
    condition: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class PositionLine:
    """One position; `first` and `last` bound its time (ISO days), None when it is unknown.

    `themes` is the issue in the few words by which positions on one issue meet. `members` are the
    lines of the positions that this one, a stance, sums up (`Position.gathers`).
    """

    id: str
    actor_id: str
    actor: str
    speaker_id: str | None
    speaker: str | None
    act: str
    plover: str
    issue: str
    themes: str
    condition: str | None
    status: RecordStatus
    when: str | None
    first: date | None
    last: date | None
    low: int
    high: int
    articles: tuple[str, ...]
    places: tuple[PositionPlace, ...]
    reason: str
    members: tuple["PositionLine", ...] = ()


class Findings:
    """Findings read at most once within one answer, since several parts of it rest on the same articles."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[str, ArticleFindings] = {}
        self._names: dict[str, str] = {}

    def name(self, article_id: str) -> str:
        """How an article is named in a few words: its outlet, else its title."""
        if article_id not in self._names:
            heads = self._view.heads((article_id,))
            self._names[article_id] = (
                (heads[0].outlet or heads[0].title or article_id) if heads else article_id
            )
        return self._names[article_id]

    def of(self, article_id: str) -> ArticleFindings:
        """The findings of one article."""
        if article_id not in self._known:
            self._known[article_id] = self._view.findings(article_id)
        return self._known[article_id]


def position_lines(
    record: Record, positions: Iterable[Position], findings: Findings
) -> tuple[PositionLine, ...]:
    """Lines in time order, undated ones last. What a stance gathers stands under it and nowhere else."""
    given = sorted(positions, key=lambda position: position.id)
    lines = {position.id: _line(record, position, findings) for position in given}
    folded: set[str] = set()
    for position in given:
        members = [lines[key] for key in position.gathers if key in lines and key not in folded]
        if members:
            folded.update(member.id for member in members)
            lines[position.id] = replace(lines[position.id], members=_in_time(members))
    return _in_time(line for key, line in lines.items() if key not in folded)


def _in_time(lines: Iterable[PositionLine]) -> tuple[PositionLine, ...]:
    return tuple(
        sorted(
            lines,
            key=lambda line: (line.first is None, line.first or date.min, line.actor, line.issue, line.id),
        )
    )


def unfolded(lines: Iterable[PositionLine]) -> list[PositionLine]:
    """Every line, and after each the lines that stand under it."""
    return [one for line in lines for one in (line, *line.members)]


def _line(record: Record, position: Position, findings: Findings) -> PositionLine:
    first, last = bounds(position.when)
    count = record.index.origins.get(position.id, NO_ORIGINS)
    return PositionLine(
        id=position.id,
        actor_id=position.actor_id,
        actor=record.actor_name(position.actor_id) or position.actor_id,
        speaker_id=position.speaker_id,
        speaker=record.actor_name(position.speaker_id) or position.speaker,
        act=position.act,
        plover=position.plover,
        issue=position.issue,
        themes=", ".join(sorted(themes_of(position.concepts))),
        condition=position.condition,
        status=position.status,
        when=position.when,
        first=first or last,
        last=last or first,
        low=count.low,
        high=count.high,
        articles=position.articles,
        places=_places(position, findings),
        reason=position.reason,
    )


def _places(position: Position, findings: Findings) -> tuple[PositionPlace, ...]:
    wanted = frozenset(position.mentions)
    return tuple(
        _place(found.article.text, mention, findings.name(article_id))
        for article_id in position.articles
        for found in (findings.of(article_id),)
        for mention in found.position_mentions
        if mention.id in wanted
    )


def _place(text: str, mention: PositionMention, where: str) -> PositionPlace:
    parts = [mention.actor, mention.act_span, mention.issue]
    condition = mention.condition.span if mention.condition else None
    near = parts + ([condition] if condition else [])
    start, end = min(span.start for span in near), max(span.end for span in near)
    return PositionPlace(
        article_id=mention.article_id,
        where=where,
        whole=Span(start, end, text[start:end]),
        actor=mention.actor,
        act=mention.act_span,
        issue=mention.issue,
        condition=condition,
        reason=mention.reason.text,
    )
