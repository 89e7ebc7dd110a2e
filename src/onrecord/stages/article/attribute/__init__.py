"""Who said what: attributions of one article, as source, cue and content spans.

Rules over the dependency parse for English (`verbs`, `phrases`, `headlines`), quotation marks
(`quoted`), nesting (`nest`) and record status (`status`); punctuation and cue tables for other
languages (`plain`). docs/stages/attribute.md tells what each pattern gives.
"""

from spacy.tokens import Doc

from onrecord.data import Article, Attribution, Language, Mention, Span
from onrecord.stages.article.attribute.draft import Draft, make_context
from onrecord.stages.article.attribute.finish import finish
from onrecord.stages.article.attribute.headlines import headline_drafts, speaker_drafts
from onrecord.stages.article.attribute.nest import set_carriers
from onrecord.stages.article.attribute.phrases import citing_drafts, phrase_drafts
from onrecord.stages.article.attribute.quoted import attach_quotations
from onrecord.stages.article.attribute.repair import extend_conditions, resume_speakers, tail_drafts
from onrecord.stages.article.attribute.verbs import verb_drafts


def attribute(
    article: Article,
    language: Language,
    doc: Doc | None,
    sentences: tuple[Span, ...],
    mentions: tuple[Mention, ...],
) -> tuple[Attribution, ...]:
    """Attributions in order of their content. `doc` is None for languages without a parser here."""
    if doc is None or not article.text.strip():
        return ()
    context = make_context(doc, sentences)
    title = (article.title_span.start, article.title_span.end) if article.title_span else None
    headings = [(heading.start, heading.end) for heading in article.headings]
    verbs = verb_drafts(context)
    drafts: list[Draft] = [
        *headline_drafts(context, title, headings),
        *speaker_drafts(context, {start for start, _ in [*headings, title or (-1, -1)]}),
        *verbs,
        *tail_drafts(context, {draft.head for draft in verbs}),
        *phrase_drafts(context),
    ]
    resume_speakers(context, drafts)
    extend_conditions(context, drafts)
    attach_quotations(context, drafts)
    drafts = [draft for draft in drafts if draft.content]
    drafts.extend(citing_drafts(context, drafts))
    set_carriers(drafts)
    return finish(article, context, drafts, mentions)
