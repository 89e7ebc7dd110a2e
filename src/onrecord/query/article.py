"""One article: its text with what was found in it, the furniture around it, its dates, chains and reuse."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.data import (
    ArticleFindings,
    Attribution,
    Chain,
    Condition,
    Credit,
    Fact,
    Independent,
    Judgement,
    Language,
    Mention,
    PublicationDate,
    Reuse,
    Sighting,
    Span,
    TimeExpression,
)
from onrecord.query.compared_facts import fact_spans
from onrecord.query.family import ReuseLine, reuse_line
from onrecord.query.layout import Block, lay_out, within_article
from onrecord.query.lists import ArticleLine, article_line, article_lines
from onrecord.query.notes import AsideNote, Note, aside_marks, asides_of, marks_of, notes_of
from onrecord.query.positions import Findings, PositionLine, position_lines, unfolded
from onrecord.query.record import Record
from onrecord.query.ruled import RulingLine, Rulings
from onrecord.query.runs import Range
from onrecord.query.story import IndependentLine, independent_line, shared_most
from onrecord.query.times import dated_times
from onrecord.stores.judged import judged


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
    independents: tuple[IndependentLine, ...]
    rulings: tuple[RulingLine, ...]
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
    times = dated_times(found, dating)
    chains = {chain.attribution_id: chain for chain in view.chains(key)}
    line = article_line(heads[key])
    decided, lost = judged(found, view.judgements(key))
    notes = notes_of(record, found, line, chains, decided)
    asides = asides_of(found)
    held = record.index.held_in.get(key, ())
    positions = position_lines(record, (record.index.positions[one] for one in held), findings)
    reuses, apart = view.reuses(key), view.independents(key)
    further = [*fact_spans(found, times), *_pair_spans(apart, key)]
    further += _proof_spans(record, key)
    further += [*_hop_spans(chains.values()), *_held_spans(positions, key)]
    ranges = _ranges(found, times, published, reuses, further)
    blocks, shown = lay_out(record.view, found, (*marks_of(notes), *aside_marks(asides)), ranges, published)
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
        independents=_independents(record, apart),
        rulings=Rulings(record).touching((key,)),
        siblings=tuple(article_line(head) for head in heads.values() if head.id != key),
        positions=positions,
        story_id=story.id if story else None,
        story_title=story.title if story else None,
        family_id=record.index.family_of.get(key),
        ranges=ranges,
        shown=shown,
    )


def _independents(record: Record, pairs: Sequence[Independent]) -> tuple[IndependentLine, ...]:
    lines = {
        line.id: line for line in article_lines(record, [one for p in pairs for one in (p.left, p.right)])
    }
    known = (pair for pair in pairs if {pair.left, pair.right} <= lines.keys())
    ordered = sorted(known, key=shared_most)
    return tuple(independent_line(pair, lines) for pair in ordered)


def _words(judgement: Judgement, text: str) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in judgement.ranges)


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
    reasons = reuse.evidence_for + reuse.evidence_against + reuse.direction_reasons + reuse.kind_reasons
    return spans + [span for reason in reasons for span in reason.spans if later]


def _proof_spans(record: Record, article_id: str) -> list[Span]:
    """The words of the article that proofs of its story's origins rest on."""
    story_id = record.index.story_of.get(article_id)
    sets = record.view.origins(story_id) if story_id else ()
    proofs = (proof for found in sets for proof in found.proofs if proof.article_id == article_id)
    return [proof.span for proof in proofs if proof.span is not None]


def _pair_spans(pairs: Iterable[Independent], article_id: str) -> list[Span]:
    """The words that an independent pair shares, and those that its reasons rest on."""
    spans: list[Span | None] = []
    for pair in pairs:
        right = pair.right == article_id
        spans += [passage.later if right else passage.earlier for passage in pair.passages]
        spans += [span for reason in pair.reasons for span in reason.spans if right]
    return [span for span in spans if span is not None]


def _neighbours(record: Record, key: str, reuses: Sequence[Reuse]) -> tuple[ReuseNeighbour, ...]:
    others = [reuse.earlier if reuse.later == key else reuse.later for reuse in reuses]
    lines = {line.id: line for line in article_lines(record, others)}
    return tuple(
        ReuseNeighbour(reuse_line(reuse), lines[other], reuse.later == key)
        for reuse, other in zip(reuses, others, strict=True)
        if other in lines
    )
