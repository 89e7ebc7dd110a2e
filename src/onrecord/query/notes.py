"""Notes beside the text of an article: attributions and what is set aside, numbered as they stand in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.data import ArticleFindings, AsideKind, Attribution, Chain, Described, Hop, OriginSet, Span
from onrecord.query.lists import ArticleLine, AttributionLine, article_lines, attribution_line
from onrecord.query.record import Record
from onrecord.query.runs import ASIDE, Mark, Range
from onrecord.query.story import ProofLine, proof_lines
from onrecord.stores.judged import Judged


@dataclass(frozen=True, slots=True)
class ToldIn:
    """In which articles the case holds what one attribution tells, and how many origins stand behind it."""

    low: int
    high: int
    articles: tuple[ArticleLine, ...]
    origins: tuple[str, ...]
    proofs: tuple[ProofLine, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """One attribution as it stands beside the text, numbered in the order of the text from 1.

    `inner` are the numbers of those that sit directly in it. `within`: its words stand in the content of
    `parent`; else they are told through it from elsewhere in the text ("X reports ... Kellan also said ...").
    The spans and `described` are those of `Attribution`.
    """

    number: int
    line: AttributionLine
    parent: int | None
    within: bool
    inner: tuple[int, ...]
    depth: int
    addressee: Span | None
    occasion: tuple[Span, ...]
    place: Span | None
    time: Span | None
    medium: Span | None
    described: Described | None
    anonymity: Span | None
    hops: tuple[Hop, ...]
    chain_reason: str
    told: ToldIn | None


@dataclass(frozen=True, slots=True)
class AsideNote:
    """What looks like an attribution and is none, numbered in the order of the text from 1."""

    number: int
    kind: AsideKind
    span: Span
    source: Span | None
    reason: str


def notes_of(
    record: Record,
    found: ArticleFindings,
    line: ArticleLine,
    chains: dict[str | None, Chain],
    decided: dict[str, Judged],
) -> tuple[Note, ...]:
    """The attributions of an article, each with what is known of it."""
    parents = {one.id: one.parent for one in found.attributions}
    depths = {key: _depth(key, parents) for key in parents}
    # Of those that begin at one place, what holds another comes first.
    ordered = sorted(
        found.attributions, key=lambda one: (_first(one)[0], depths[one.id], -_first(one)[1], one.id)
    )
    numbers = {one.id: number for number, one in enumerate(ordered, start=1)}
    known = {one.id: one for one in ordered}
    inner: dict[str | None, list[int]] = {}
    for one in ordered:
        inner.setdefault(one.parent, []).append(numbers[one.id])
    links = record.view.links(article_id=found.article.id)
    told = _told(record, found)
    return tuple(
        Note(
            number=numbers[one.id],
            line=attribution_line(record, line, one, links, decided.get(one.id)),
            parent=numbers.get(one.parent or ""),
            within=_within(one, known.get(one.parent or "")),
            inner=tuple(inner.get(one.id, ())),
            depth=depths[one.id],
            addressee=one.addressee,
            occasion=one.occasion,
            place=one.place,
            time=one.time,
            medium=one.medium,
            described=one.described,
            anonymity=one.anonymity,
            hops=chains[one.id].hops if one.id in chains else (),
            chain_reason=chains[one.id].reason if one.id in chains else "",
            told=told.get(one.id),
        )
        for one in ordered
    )


def _told(record: Record, found: ArticleFindings) -> dict[str, ToldIn]:
    """By attribution where else it is told, of those that the case counts origins of."""
    sets = record.view.origins_of([one.id for one in found.attributions])
    keys = tuple(dict.fromkeys(key for one in sets for origin in one.origins for key in origin.articles))
    lines = {line.id: line for line in article_lines(record, keys)}
    return {
        one.scope: ToldIn(
            one.low,
            one.high,
            _held(one, lines),
            tuple(origin.name for origin in one.origins),
            proof_lines(record, one.proofs),
            one.reason,
        )
        for one in sets
    }


def _held(found: OriginSet, lines: Mapping[str, ArticleLine]) -> tuple[ArticleLine, ...]:
    keys = {key for origin in found.origins for key in origin.articles}
    return tuple(lines[key] for key in sorted(keys & lines.keys()))


def _within(one: Attribution, parent: Attribution | None) -> bool:
    """Whether some of what was said stands in what the parent says."""
    if parent is None:
        return False
    return any(
        outer.start <= inner.start and inner.end <= outer.end
        for inner in one.content
        for outer in parent.content
    )


def _first(found: Attribution) -> Range:
    spans = found.content + found.source + found.cue
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else (0, 0)


def _depth(identifier: str, parents: dict[str, str | None]) -> int:
    seen = {identifier}
    parent = parents[identifier]
    while parent in parents and parent not in seen:
        seen.add(parent)
        parent = parents[parent]
    return len(seen) - 1


def asides_of(found: ArticleFindings) -> tuple[AsideNote, ...]:
    """What is set aside."""
    ordered = sorted(found.asides, key=lambda one: (one.span.start, one.span.end, one.kind))
    return tuple(
        AsideNote(number, one.kind, one.span, one.source, one.reason.text)
        for number, one in enumerate(ordered, start=1)
    )


def marks_of(notes: Sequence[Note]) -> tuple[Mark, ...]:
    """Where attributions stand in the text."""
    return tuple(
        Mark(span.start, span.end, role, note.number, note.depth)
        for note in notes
        for role, spans in (
            ("source", note.line.sources),
            ("cue", note.line.cues),
            ("content", note.line.contents),
        )
        for span in spans
    )


def aside_marks(asides: Sequence[AsideNote]) -> tuple[Mark, ...]:
    """Where what is set aside stands in the text."""
    return tuple(Mark(one.span.start, one.span.end, ASIDE, one.number) for one in asides)
