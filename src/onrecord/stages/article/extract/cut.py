"""The stage itself: lines, segments, then articles and furniture with their facts."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.config import ExtractConfig
from onrecord.data import Article, Furniture, Media, Page, Problem, Reason, Sighting, span_of
from onrecord.ids import make_id
from onrecord.stages.article.extract.credited import NamesCredit, keep_credits
from onrecord.stages.article.extract.drafts import Draft, Segments
from onrecord.stages.article.extract.facts import age_of, byline_of, outlet_of
from onrecord.stages.article.extract.flat import segment_flat
from onrecord.stages.article.extract.html import segment_html
from onrecord.stages.article.extract.items import ItemFacts, item_facts
from onrecord.stages.article.extract.judged import NOTHING, Beyond, misfit, segment_judged
from onrecord.stages.article.extract.learned import RULES_ONLY, LineModels
from onrecord.stages.article.extract.lines import Line, split_lines
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.recurring import teach_lines
from onrecord.stages.article.extract.titles import plain_title

Identify = Callable[[str], tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What became of every character of a page."""

    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...]
    problems: tuple[Problem, ...]


def extract(
    page: Page,
    sightings: tuple[Sighting, ...],
    identify: Identify,
    config: ExtractConfig,
    models: LineModels = RULES_ONLY,
    beyond: Beyond = NOTHING,
    credit: NamesCredit | None = None,
) -> Extraction:
    """Cut `page` into articles and furniture: every character but white space is in exactly one.

    Ranges that an analyst judged (`beyond.cuts`) are the articles, whatever else speaks for others. Lines
    beside a text of which `credit` says that they credit somebody stay with it.
    """
    titles = _page_titles(page, sightings)
    lines = teach_lines(split_lines(page.text), beyond.recurring, titles)
    unfit = misfit(page, beyond.cuts) if beyond.cuts is not None else None
    if beyond.cuts is not None and unfit is None:
        return _judged(page, sightings, lines, titles, beyond)
    lines, rest = lines[: config.max_lines], lines[config.max_lines :]
    segments = None
    if page.media is Media.HTML:
        segments = segment_html(page, lines, identify, titles, models.html)
    if segments is None:
        segments = segment_flat(page.text, lines, identify, titles[0] if titles else "", models.flat)
    if credit is not None:
        keep_credits(segments, lines, credit)
    problems = _limit(page, segments, config.max_articles)
    problems = (unfit, *problems) if unfit is not None else problems
    articles = _articles(page, sightings, segments, lines)
    furniture = _furniture(page, segments, lines)
    if rest:
        furniture = (*furniture, _unread(page, rest, config.max_lines))
        message = f"{page.id}: {len(rest)} lines beyond the first {config.max_lines} are not read"
        problems = (*problems, Problem("too many lines", message, page.id, page.id))
    if not articles:
        place = sightings[0].place if sightings else page.id
        message = f"{place}: {len(lines)} lines, and none of them is the text of an article"
        problems = (*problems, Problem("no article", message, place, page.id))
    return Extraction(articles, furniture, problems)


def _page_titles(page: Page, sightings: tuple[Sighting, ...]) -> list[str]:
    """The titles that a page gives itself; of one that gives none, those that its surroundings tell.

    Such are a mail's subject and the title of a feed's entry.
    """
    own = [field.value for field in page.fields if field.name == "title"]
    told = (field for sighting in sightings for field in sighting.fields)
    return own or list(dict.fromkeys(field.value for field in told if field.name == "title"))


def _judged(
    page: Page, sightings: tuple[Sighting, ...], lines: list[Line], titles: list[str], beyond: Beyond
) -> Extraction:
    segments, pieces = segment_judged(lines, titles, beyond)
    return Extraction(_articles(page, sightings, segments, pieces), _furniture(page, segments, pieces), ())


def _articles(
    page: Page, sightings: tuple[Sighting, ...], segments: Segments, lines: list[Line]
) -> tuple[Article, ...]:
    facts = item_facts(segments, lines)
    return tuple(
        _article(page, sightings, draft, number, segments, lines, facts[number - 1])
        for number, draft in enumerate(segments.drafts, start=1)
    )


def _furniture(page: Page, segments: Segments, lines: list[Line]) -> tuple[Furniture, ...]:
    """Marked lines in order, each reason with the text beside it: "Comments" stands on many pages."""
    inside = {line.index for draft in segments.drafts for line in draft.lines}
    first = min(inside, default=None)
    top = lines[first].shown if first is not None else ""
    above: Line | None = None
    before = ""
    found = []
    for line in lines:
        if line.index in inside:
            above, before = line, ""
            continue
        reason = segments.marks[line.index].reason
        if above is not None:
            before = before or above.shown
            reason = reason if before in reason else f"{reason}; it stands after {before}"
        elif top and top not in reason:
            reason = f"{reason}; it stands above {top}"
        found.append(
            Furniture(page.id, line.span, segments.marks[line.index].kind, Reason(reason, (line.span,)))
        )
    return tuple(found)


def _unread(page: Page, rest: list[Line], most: int) -> Furniture:
    """What follows the last line that is read, in one piece."""
    span = span_of(page.text, rest[0].start, rest[-1].end)
    why = f"{len(rest)} lines from {rest[0].shown} on stand beyond the first {most} of this page"
    return Furniture(page.id, span, "over the limit", Reason(why, (span,)))


def _limit(page: Page, segments: Segments, most: int) -> tuple[Problem, ...]:
    """Keep at most `most` articles; the text of the rest becomes furniture, and that is said."""
    over = segments.drafts[most:]
    if not over:
        return ()
    segments.drafts = segments.drafts[:most]
    for draft in over:
        for line in draft.lines:
            reason = f"{line.shown} belongs to an article beyond the first {most} of this page"
            segments.marks[line.index] = Mark("over the limit", reason)
    message = f"{page.id}: {len(over)} articles beyond the first {most} are not read"
    return (Problem("too many articles", message, page.id, page.id),)


def _article(
    page: Page,
    sightings: tuple[Sighting, ...],
    draft: Draft,
    number: int,
    segments: Segments,
    lines: list[Line],
    own: ItemFacts,
) -> Article:
    spans = tuple(line.span for line in draft.lines)
    text = "\n".join(span.text for span in spans)
    starts: dict[int, int] = {}
    offset = 0
    for line in draft.lines:
        starts[line.index] = offset
        offset += len(line.text) + 1
    shown = plain_title(draft.title.text) if draft.title else ""
    first = len(draft.title.text) - len(shown) if draft.title else 0
    title_span = span_of(text, first, first + len(shown)) if draft.title else None
    headings = tuple(
        span_of(text, starts[line.index], starts[line.index] + len(line.text)) for line in draft.headings
    )
    field_title = next(iter(_page_titles(page, sightings)), None)
    title = " ".join(shown.split()) if draft.title else field_title if number == 1 else None
    return Article(
        id=make_id("ar", [page.id, number, text]),
        page_id=page.id,
        number=number,
        spans=spans,
        text=text,
        title=title,
        title_span=title_span,
        headings=headings,
        outlet=own.outlet or outlet_of(page, sightings, draft, segments, number, lines),
        byline=byline_of(page, draft, segments, number),
        age=age_of(draft, segments) or own.age,
    )
