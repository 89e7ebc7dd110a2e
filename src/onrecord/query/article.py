"""One article: its text with what was found in it, the furniture around it, its dates, chains and reuse."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.data import (
    ArticleFindings,
    AsideKind,
    Attribution,
    Chain,
    Condition,
    Credit,
    Dating,
    Described,
    Fact,
    Hop,
    Judgement,
    Language,
    Mention,
    PublicationDate,
    Reuse,
    Sighting,
    Span,
    TimeExpression,
)
from onrecord.query.layout import Block, lay_out, within_article
from onrecord.query.lists import ArticleLine, AttributionLine, article_line, article_lines, attribution_line
from onrecord.query.positions import Findings, PositionLine, position_lines, unfolded
from onrecord.query.record import Record
from onrecord.query.runs import ASIDE, Mark, Range
from onrecord.query.story import ReuseLine, reuse_line
from onrecord.stores.judged import Judged, judged


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


@dataclass(frozen=True, slots=True)
class AsideNote:
    """What looks like an attribution and is none, numbered in the order of the text from 1."""

    number: int
    kind: AsideKind
    span: Span
    source: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class LostJudgement:
    """A standing judgement on words that no attribution of the article has any more."""

    judgement: Judgement
    words: str


@dataclass(frozen=True, slots=True)
class ReuseNeighbour:
    """A reuse that this article takes part in, and the other article of it."""

    reuse: ReuseLine
    other: ArticleLine
    is_later: bool


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything on one article. `ranges` are all that can be jumped to in its text."""

    line: ArticleLine
    page_id: str
    number: int
    spans: tuple[Span, ...]
    text: str
    outlet: Fact | None
    byline: Fact | None
    age: Fact | None
    language: Language
    credits: tuple[Credit, ...]
    published: PublicationDate
    times: tuple[TimeExpression, ...]
    conditions: tuple[Condition, ...]
    mentions: tuple[Mention, ...]
    sightings: tuple[Sighting, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    asides: tuple[AsideNote, ...]
    lost: tuple[LostJudgement, ...]
    frame: Chain | None
    reuses: tuple[ReuseNeighbour, ...]
    siblings: tuple[ArticleLine, ...]
    positions: tuple[PositionLine, ...]
    story_id: str | None
    story_title: str | None
    family_id: str | None
    ranges: tuple[Range, ...]
    shown: int


def article_view(record: Record, article_id: str) -> ArticleView:
    """The article of this id (or alias, or unique beginning); NotFoundError when there is none."""
    key = record.article_id(article_id)
    view = record.view
    findings = Findings(view)
    found = findings.of(key)
    article = found.article
    heads = {head.id: head for head in view.heads_of_page(article.page_id)}
    dating = view.dating(key)
    published = dating.published if dating else found.published
    times = _times(found, dating)
    chains = {chain.attribution_id: chain for chain in view.chains(key)}
    line = article_line(heads[key])
    decided, lost = judged(found, view.judgements(key))
    notes = _notes(record, found, line, chains, decided)
    asides = _asides(found)
    held = record.index.held_in.get(key, ())
    positions = position_lines(record, (record.index.positions[one] for one in held), findings)
    reuses = view.reuses(key)
    ranges = _ranges(
        found, times, published, reuses, [*_hop_spans(chains.values()), *_held_spans(positions, key)]
    )
    blocks, shown = lay_out(record.view, found, (*_marks(notes), *_aside_marks(asides)), ranges, published)
    story = record.index.stories.get(record.index.story_of.get(key, ""))
    return ArticleView(
        line=line,
        page_id=article.page_id,
        number=article.number,
        spans=article.spans,
        text=article.text,
        outlet=article.outlet,
        byline=article.byline,
        age=article.age,
        language=found.language,
        credits=found.credits,
        published=published,
        times=times,
        conditions=found.conditions,
        mentions=found.mentions,
        sightings=view.sightings(article.page_id),
        blocks=blocks,
        notes=notes,
        asides=asides,
        lost=tuple(LostJudgement(one, _words(one, article.text)) for one in lost),
        frame=chains.get(None),
        reuses=_neighbours(record, key, reuses),
        siblings=tuple(article_line(head) for head in heads.values() if head.id != key),
        positions=positions,
        story_id=story.id if story else None,
        story_title=story.title if story else None,
        family_id=record.index.family_of.get(key),
        ranges=ranges,
        shown=shown,
    )


def _times(found: ArticleFindings, dating: Dating | None) -> tuple[TimeExpression, ...]:
    """The article's time expressions, read as the pile dates them where it does."""
    by_span = {(time.span.start, time.span.end): time for time in found.times}
    for time in dating.times if dating else ():
        by_span[time.span.start, time.span.end] = time
    return tuple(by_span[place] for place in sorted(by_span))


def _first(found: Attribution) -> Range:
    spans = found.content + found.source + found.cue
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else (0, 0)


def _notes(
    record: Record,
    found: ArticleFindings,
    line: ArticleLine,
    chains: dict[str | None, Chain],
    decided: dict[str, Judged],
) -> tuple[Note, ...]:
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
        )
        for one in ordered
    )


def _within(one: Attribution, parent: Attribution | None) -> bool:
    """Whether some of what was said stands in what the parent says."""
    if parent is None:
        return False
    return any(
        outer.start <= inner.start and inner.end <= outer.end
        for inner in one.content
        for outer in parent.content
    )


def _asides(found: ArticleFindings) -> tuple[AsideNote, ...]:
    ordered = sorted(found.asides, key=lambda one: (one.span.start, one.span.end, one.kind))
    return tuple(
        AsideNote(number, one.kind, one.span, one.source, one.reason.text)
        for number, one in enumerate(ordered, start=1)
    )


def _words(judgement: Judgement, text: str) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in judgement.ranges)


def _depth(identifier: str, parents: dict[str, str | None]) -> int:
    seen = {identifier}
    parent = parents[identifier]
    while parent in parents and parent not in seen:
        seen.add(parent)
        parent = parents[parent]
    return len(seen) - 1


def _marks(notes: Sequence[Note]) -> tuple[Mark, ...]:
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


def _aside_marks(asides: Sequence[AsideNote]) -> tuple[Mark, ...]:
    return tuple(Mark(one.span.start, one.span.end, ASIDE, one.number) for one in asides)


def _ranges(
    found: ArticleFindings,
    times: Sequence[TimeExpression],
    published: PublicationDate,
    reuses: Sequence[Reuse],
    further: Sequence[Span],
) -> tuple[Range, ...]:
    """Every range of the article's text that some cell rests on."""
    spans = list(_found_spans(found))
    spans += [span for time in times for span in (time.span, *time.reason.spans)]
    spans += published.reason.spans
    for candidate in published.candidates:
        place = within_article(found.article.spans, candidate.span) if candidate.span else None
        spans += [Span(*place, "")] if place else []
    for reuse in reuses:
        spans += _reuse_spans(reuse, found.article.id)
    spans += further
    size = len(found.article.text)
    return tuple(sorted({(span.start, span.end) for span in spans if 0 <= span.start < span.end <= size}))


def _hop_spans(chains: Iterable[Chain]) -> list[Span]:
    return [span for chain in chains for hop in chain.hops for span in (hop.span, hop.cue) if span]


def _held_spans(positions: Iterable[PositionLine], article_id: str) -> list[Span]:
    return [
        place.whole for line in unfolded(positions) for place in line.places if place.article_id == article_id
    ]


def _found_spans(found: ArticleFindings) -> list[Span]:
    spans = [*found.sentences, *found.language.reason.spans, *(credit.span for credit in found.credits)]
    for one in found.attributions:
        spans += (*one.source, *one.cue, *one.content, *one.occasion, *one.reason.spans)
        spans += one.status_reason.spans
        spans += _around(one)
    for aside in found.asides:
        spans += (aside.span, *((aside.source,) if aside.source else ()), *aside.reason.spans)
    for mention in found.mentions:
        spans += (mention.span, *mention.reason.spans)
    for condition in found.conditions:
        spans += (condition.marker, condition.span, condition.governs, *condition.reason.spans)
    for held in found.position_mentions:
        spans += (held.actor, held.act_span, held.issue)
    return spans


def _around(found: Attribution) -> list[Span]:
    """The spans that tell to whom, where, when, how and by whom something was said."""
    spans = [found.addressee, found.place, found.time, found.medium, found.anonymity]
    if found.speaker:
        spans += (found.speaker.span, *found.speaker.reason.spans)
    if found.described:
        spans += (found.described.description, found.described.number, found.described.closeness)
    return [span for span in spans if span is not None]


def _reuse_spans(reuse: Reuse, article_id: str) -> list[Span]:
    later = reuse.later == article_id
    sides = [passage.later if later else passage.earlier for passage in reuse.passages]
    spans = [span for span in sides if span is not None]
    spans += [shift.later if later else shift.earlier for shift in reuse.shifts]
    reasons = reuse.evidence_for + reuse.evidence_against + reuse.direction_reasons
    return spans + [span for reason in reasons for span in reason.spans if later]


def _neighbours(record: Record, key: str, reuses: Sequence[Reuse]) -> tuple[ReuseNeighbour, ...]:
    others = [reuse.earlier if reuse.later == key else reuse.later for reuse in reuses]
    lines = {line.id: line for line in article_lines(record, others)}
    return tuple(
        ReuseNeighbour(reuse_line(reuse), lines[other], reuse.later == key)
        for reuse, other in zip(reuses, others, strict=True)
        if other in lines
    )
