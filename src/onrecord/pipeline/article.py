"""The article stages in order: from a page to all that is said on it."""

from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.config import Config
from onrecord.data import (
    Article,
    ArticleFindings,
    Attribution,
    Condition,
    Credit,
    Furniture,
    Language,
    Mention,
    Metadatum,
    Page,
    PageFindings,
    PageInput,
    PositionMention,
    Problem,
    PublicationDate,
    Reason,
    SetAside,
    Sighting,
    Span,
    TimeExpression,
    span_of,
)
from onrecord.models.english import parse
from onrecord.models.language import identify_language
from onrecord.models.tagger import Reading, english_tagger
from onrecord.models.tagger.german import has_german, read_german
from onrecord.models.trees import packaged_trees
from onrecord.pipeline.stage import Stage, check_order, said
from onrecord.stages.article.acts import ActEvidence, find_acts
from onrecord.stages.article.attribute import Readers, attribute
from onrecord.stages.article.conditions import find_conditions
from onrecord.stages.article.credits import find_credits
from onrecord.stages.article.dates import find_publication, find_times
from onrecord.stages.article.extract import Beside, Beyond, Extraction, LineModels, extract
from onrecord.stages.article.language import identify_article
from onrecord.stages.article.mentions import find_mentions
from onrecord.stages.article.metadata import About, find_metadata
from onrecord.stages.article.sentences import find_sentences

FAILED = "stage failed"
LONG = "long article"
PARSED = ("en",)
# A page has a time limit, and a parse takes about a second for 30,000 characters. No news article is longer.
PARSED_CHARACTERS = 100_000


@dataclass(slots=True)
class ArticleState:
    """What is known of one article so far. Everything a stage assigns starts as "nothing found"."""

    page: Page
    sightings: tuple[Sighting, ...]
    siblings: tuple[Article, ...]
    furniture: tuple[Furniture, ...]
    article: Article
    language: Language
    published: PublicationDate
    doc: Doc | None = None
    credits: tuple[Credit, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    conditions: tuple[Condition, ...] = ()
    position_mentions: tuple[PositionMention, ...] = ()
    metadata: tuple[Metadatum, ...] = ()
    asides: tuple[SetAside, ...] = ()


GIVEN = ("page", "sightings", "siblings", "furniture", "article")


def _language(state: ArticleState) -> None:
    state.language = identify_article(state.article, identify_language)


def _parse(state: ArticleState) -> None:
    if state.language.code in PARSED:
        text = state.article.text
        state.doc = parse(text[: _parsed_length(text)], _line_starts(state.article))


def _parsed_length(text: str) -> int:
    """How much of a text is parsed: all, or up to a space near the limit."""
    if len(text) <= PARSED_CHARACTERS:
        return len(text)
    space = text.rfind(" ", PARSED_CHARACTERS - 1000, PARSED_CHARACTERS)
    return space if space > 0 else PARSED_CHARACTERS


def _line_starts(article: Article) -> list[int]:
    """Where paragraphs, the title and headings start: no sentence runs across these."""
    starts = [span.start for span in article.headings]
    starts += [span.end for span in (*article.headings, article.title_span) if span is not None]
    offset = 0
    for span in article.spans:
        starts.append(offset)
        offset += span.end - span.start + 1
    return starts


def _credits(state: ArticleState) -> None:
    state.credits = find_credits(state.article, state.language)


def _metadata(state: ArticleState) -> None:
    about = About(state.page, state.sightings, state.article, state.siblings, state.furniture, state.language)
    state.metadata = find_metadata(about, identify_language)


def _published(state: ArticleState) -> None:
    state.published = find_publication(
        state.page, state.sightings, state.article, state.siblings, state.language
    )


def _times(state: ArticleState) -> None:
    state.times = find_times(state.article, state.language, state.published)


def _sentences(state: ArticleState) -> None:
    state.sentences = find_sentences(state.article, state.language, state.doc)


def _mentions(state: ArticleState) -> None:
    state.mentions = find_mentions(state.article, state.language, state.doc)


def _attributions(state: ArticleState) -> None:
    found = attribute(state.article, state.language, state.sentences, state.mentions, attribution_readers())
    state.attributions, state.asides = found.attributions, found.asides


def attribution_readers() -> Readers:
    """The trained taggers of the attribute stage; each is loaded when it is first asked to read."""
    return Readers(english=_read_english, german=read_german if has_german() else None)


def _read_english(text: str, whole: bool = True) -> tuple[Reading, ...]:
    return english_tagger().read(text, whole)


def _conditions(state: ArticleState) -> None:
    state.conditions = find_conditions(state.article, state.language, state.doc, state.sentences)


def _acts(state: ArticleState) -> None:
    evidence = ActEvidence(state.mentions, state.attributions, state.conditions, state.times)
    state.position_mentions = find_acts(state.article, state.language, state.doc, evidence)


_TEXT = ("article", "language")
STAGES: tuple[Stage[ArticleState], ...] = check_order(
    (
        Stage("language", ("article",), ("language",), "1", _language),
        Stage("parse", _TEXT, ("doc",), "1", _parse),
        Stage("credits", _TEXT, ("credits",), "1", _credits),
        Stage(
            "metadata",
            (*_TEXT, "page", "sightings", "siblings", "furniture"),
            ("metadata",),
            "1",
            _metadata,
        ),
        Stage("dates", (*_TEXT, "page", "sightings", "siblings"), ("published",), "1", _published),
        Stage("times", (*_TEXT, "published"), ("times",), "1", _times),
        Stage("sentences", (*_TEXT, "doc"), ("sentences",), "1", _sentences),
        Stage("mentions", (*_TEXT, "doc"), ("mentions",), "1", _mentions),
        Stage("attribute", (*_TEXT, "sentences", "mentions"), ("attributions", "asides"), "2", _attributions),
        Stage("conditions", (*_TEXT, "doc", "sentences"), ("conditions",), "1", _conditions),
        Stage(
            "acts",
            (*_TEXT, "doc", "mentions", "attributions", "conditions", "times"),
            ("position_mentions",),
            "1",
            _acts,
        ),
    ),
    GIVEN,
)


def analyse_page(
    found: PageInput, config: Config, stages: tuple[Stage[ArticleState], ...] = STAGES
) -> PageFindings:
    """Cut a page into articles and run `stages` over each."""
    page, sightings = found.page, found.sightings
    place = place_of(found)
    try:
        beyond = Beyond(found.recurring, found.cuts, found.judged)
        cut = extract(
            page, sightings, identify_language, config.extract, line_models(), beyond, credits_somebody
        )
    except Exception as error:
        problem = Problem(FAILED, f"{place}: stage extract failed: {said(error)}", place, page.id)
        return PageFindings(page, sightings, (), (), (problem,))
    problems = list(cut.problems)
    articles = tuple(_analyse(article, found, cut, stages, problems) for article in cut.articles)
    return PageFindings(page, sightings, articles, cut.furniture, tuple(problems))


def credits_somebody(beside: Beside) -> bool:
    """Whether the credits stage finds a credit in a line beside an article's text."""
    lines = [beside.title, *([] if beside.below else [beside.line]), *beside.text]
    lines += [beside.line] if beside.below else []
    text = "\n".join(lines)
    spans, offset = [], 0
    for line in lines:
        spans.append(span_of(text, offset, offset + len(line)))
        offset += len(line) + 1
    own = spans[-1] if beside.below else spans[1]
    title = spans[0] if beside.title else None
    article = Article("", "", 1, tuple(spans), text, beside.title or None, title, (own,))
    found = find_credits(article, Language("und", 0.0, Reason("not needed to find credits")))
    return any(own.start <= credit.span.start and credit.span.end <= own.end for credit in found)


def line_models() -> LineModels:
    """The trained models of the extract stage, from this package."""
    return LineModels(flat=packaged_trees("flat-lines"), html=packaged_trees("html-lines"))


def place_of(found: PageInput) -> str:
    """Where a page was seen first, for messages; its id when nowhere."""
    return min((sighting.place for sighting in found.sightings), default=found.page.id)


def _analyse(
    article: Article,
    found: PageInput,
    cut: Extraction,
    stages: tuple[Stage[ArticleState], ...],
    problems: list[Problem],
) -> ArticleFindings:
    state = ArticleState(
        found.page,
        found.sightings,
        cut.articles,
        cut.furniture,
        article,
        Language("und", 0.0, Reason("the language stage failed on this article")),
        PublicationDate(None, None, None, Reason("the date stage failed on this article")),
    )
    place = place_of(found)
    for stage in stages:
        try:
            stage.run(state)
        except Exception as error:
            what = f"stage {stage.name} failed on article {article.number}"
            message = f"{place}: {what}: {said(error)}"
            problems.append(Problem(FAILED, message, place, found.page.id, article.id))
    length = _parsed_length(article.text)
    if state.doc is not None and length < len(article.text):
        message = (
            f"{place}: article {article.number} has {len(article.text):,} characters; {length:,} were parsed"
        )
        problems.append(Problem(LONG, message, place, found.page.id, article.id))
    return _findings(state)


def _findings(state: ArticleState) -> ArticleFindings:
    return ArticleFindings(
        state.article,
        state.language,
        state.credits,
        state.published,
        state.times,
        state.sentences,
        state.mentions,
        state.attributions,
        state.conditions,
        state.position_mentions,
        state.metadata,
        state.asides,
    )
