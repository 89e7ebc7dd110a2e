"""Who said what: attributions of one article, as source, cue and content spans.

Rules over the dependency parse for English (`verbs`, `phrases`, `headlines`), quotation marks
(`quoted`), nesting (`nest`) and record status (`status`); punctuation and cue tables for other
languages (`plain`). docs/stages/attribute.md tells what each pattern gives.
"""

from spacy.tokens import Doc

from onrecord.data import Article, Attribution, Language, Mention, Span
from onrecord.stages.article.attribute.draft import Context, Draft, make_context, make_layout
from onrecord.stages.article.attribute.edges import trim_edges
from onrecord.stages.article.attribute.finish import finish
from onrecord.stages.article.attribute.headlines import headline_drafts, speaker_drafts
from onrecord.stages.article.attribute.nest import set_carriers
from onrecord.stages.article.attribute.phrases import citing_drafts, phrase_drafts
from onrecord.stages.article.attribute.plain import plain_drafts
from onrecord.stages.article.attribute.plain_status import plain_statuses
from onrecord.stages.article.attribute.quoted import attach_quotations
from onrecord.stages.article.attribute.repair import (
    extend_conditions,
    resume_speakers,
    tail_drafts,
    telling_drafts,
    wire_drafts,
)
from onrecord.stages.article.attribute.status import find_statuses
from onrecord.stages.article.attribute.verbs import verb_drafts


def attribute(
    article: Article,
    language: Language,
    doc: Doc | None,
    sentences: tuple[Span, ...],
    mentions: tuple[Mention, ...],
) -> tuple[Attribution, ...]:
    """Attributions in order of their content. `doc` is None for languages without a parser here."""
    if not article.text.strip():
        return ()
    if doc is None:
        return _without_parse(article, language, sentences)
    context = make_context(doc, sentences)
    drafts = _english(article, context)
    set_carriers(drafts)
    return finish(article, context, drafts, find_statuses(context, drafts, mentions))


def _english(article: Article, context: Context) -> list[Draft]:
    title = (article.title_span.start, article.title_span.end) if article.title_span else None
    headings = [(heading.start, heading.end) for heading in article.headings]
    verbs = verb_drafts(context)
    taken = {draft.head for draft in verbs}
    drafts: list[Draft] = [
        *headline_drafts(context, title, headings),
        *speaker_drafts(context, {start for start, _ in [*headings, title or (-1, -1)]}),
        *verbs,
        *tail_drafts(context, taken),
        *telling_drafts(context, taken),
        *wire_drafts(context, verbs),
        *phrase_drafts(context),
    ]
    resume_speakers(context, drafts)
    extend_conditions(context, drafts)
    trim_edges(context, drafts)
    attach_quotations(context, drafts)
    drafts = [draft for draft in drafts if draft.content]
    drafts.extend(citing_drafts(context, drafts))
    return drafts


def _without_parse(
    article: Article, language: Language, sentences: tuple[Span, ...]
) -> tuple[Attribution, ...]:
    layout = make_layout(article.text, [(span.start, span.end) for span in sentences])
    drafts = plain_drafts(layout, language.code)
    set_carriers(drafts)
    return finish(article, layout, drafts, plain_statuses(layout, drafts, language.code))
