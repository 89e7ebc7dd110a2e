"""Who said what: attributions of one article, as source, cue and content spans.

English is read by a trained tagger (`trained`), with rules over the words for what a flat tagger cannot
hold: citing (`cited`), what is told in turn (`inner`), titles (`headlines`), pointing back (`pointing`),
quotations that go on (`quoted`). Other languages: `plain`. docs/stages/attribute.md tells the whole.
"""

from dataclasses import dataclass
from functools import partial

from onrecord.data import Article, Attribution, Language, Mention, MentionKind, SetAside, Span
from onrecord.stages.article.attribute.aside.asides import find_asides
from onrecord.stages.article.attribute.circumstances.around import complete_circumstances
from onrecord.stages.article.attribute.circumstances.cue_words import complete_cues
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, make_layout
from onrecord.stages.article.attribute.edges import trim_edges
from onrecord.stages.article.attribute.english.beside import beside_drafts
from onrecord.stages.article.attribute.english.brackets import bracket_splices
from onrecord.stages.article.attribute.english.cited import find_insertions
from onrecord.stages.article.attribute.english.heard import heard_drafts
from onrecord.stages.article.attribute.english.hops import hop_drafts, share_content
from onrecord.stages.article.attribute.english.inner import inner_drafts
from onrecord.stages.article.attribute.english.insertion import splices
from onrecord.stages.article.attribute.english.noun_reports import noun_drafts
from onrecord.stages.article.attribute.english.phrases import phrase_drafts
from onrecord.stages.article.attribute.english.pointing import cited_after, pointing_drafts
from onrecord.stages.article.attribute.english.quoted import continue_quotations
from onrecord.stages.article.attribute.english.runs import carry_on, let_go
from onrecord.stages.article.attribute.english.tails import tail_drafts
from onrecord.stages.article.attribute.english.trained import LEAST, tagger_drafts
from onrecord.stages.article.attribute.english.voiced import voice_splices, voiced_drafts
from onrecord.stages.article.attribute.finish import finish
from onrecord.stages.article.attribute.headlines import headline_drafts, keep_apart, speaker_drafts
from onrecord.stages.article.attribute.nest import set_carriers
from onrecord.stages.article.attribute.plain.plain import plain_drafts
from onrecord.stages.article.attribute.plain.trained_german import german_drafts
from onrecord.stages.article.attribute.readers import ArticleReader, Readers
from onrecord.stages.article.attribute.sane import put_in_order
from onrecord.stages.article.attribute.settings import set_settings
from onrecord.stages.article.attribute.terms.status import find_statuses
from onrecord.text.sentences import split_sentences

__all__ = ["Attributed", "Readers", "attribute"]


@dataclass(frozen=True, slots=True)
class Attributed:
    """What is said in an article, and what looks like it and is not."""

    attributions: tuple[Attribution, ...] = ()
    asides: tuple[SetAside, ...] = ()


def attribute(
    article: Article,
    language: Language,
    sentences: tuple[Span, ...],
    mentions: tuple[Mention, ...],
    readers: Readers,
    least: float = LEAST,
) -> Attributed:
    """Attributions in order of their content. `sentences` may be empty: then they are found here.

    `least` is the confidence below which what a tagger reads is left out.
    """
    if not article.text.strip():
        return Attributed()
    layout = _layout(article, language, sentences)
    if language.code == "en" and readers.english is not None:
        drafts = _english(article, layout, mentions, readers.english, least)
    elif language.code == "de" and readers.german is not None:
        drafts = german_drafts(layout, readers.german(article.text), _titles(article))
    else:
        drafts = plain_drafts(layout, language.code)
    if language.code != "de" or readers.german is None:
        # The German tagger gives carriers itself, and what put_in_order takes apart is right there: a told
        # sentence holds its own source, a quotation within a content has the cue of that content, or none.
        set_carriers(drafts)
        people = [(m.span.start, m.span.end) for m in mentions if m.kind is MentionKind.PERSON]
        carry_on(layout, drafts, people)
        share_content(drafts)
        drafts = put_in_order(layout, drafts)
    set_settings(article, drafts)
    drafts, asides = find_asides(layout, drafts, language.code)
    complete_cues(layout, drafts, language.code)
    complete_circumstances(layout, drafts, language.code)
    statuses = find_statuses(layout, drafts, mentions, language.code)
    let_go(layout, drafts, [status.speaker for status in statuses])
    return Attributed(finish(article, layout, drafts, statuses, asides), asides)


def _layout(article: Article, language: Language, sentences: tuple[Span, ...]) -> Layout:
    given = [(span.start, span.end) for span in sentences]
    return make_layout(article.text, given or split_sentences(article.text, language.code))


def _titles(article: Article) -> list[Range]:
    spans = [*article.headings, *([article.title_span] if article.title_span else [])]
    return [(span.start, span.end) for span in spans]


def _english(
    article: Article, layout: Layout, mentions: tuple[Mention, ...], reader: ArticleReader, least: float
) -> list[Draft]:
    title = (article.title_span.start, article.title_span.end) if article.title_span else None
    headings = [(heading.start, heading.end) for heading in article.headings]
    insertions = find_insertions(layout)
    holes = splices(insertions)
    left_out = [*holes, *voice_splices(layout), *bracket_splices(layout)]
    drafts = tagger_drafts(layout, reader, left_out, least)
    drafts = keep_apart(drafts, _titles(article))
    drafts.extend(beside_drafts(layout, drafts))
    continue_quotations(layout, drafts)
    rules = [
        *headline_drafts(layout, title, headings, mentions),
        *speaker_drafts(layout, {start for start, _ in [*headings, title or (-1, -1)]}),
        *pointing_drafts(layout, drafts),
    ]
    drafts.extend(rules)
    drafts.extend(tail_drafts(layout, drafts, insertions))
    trim_edges(layout, drafts)
    drafts = [draft for draft in drafts if draft.content]
    drafts.extend(noun_drafts(layout, drafts))
    drafts.extend(voiced_drafts(layout, drafts))
    drafts.extend(inner_drafts(layout, drafts, partial(reader, whole=False), holes))
    drafts.extend(heard_drafts(layout, drafts))
    drafts.extend(phrase_drafts(layout, drafts))
    drafts.extend(cited_after(layout, drafts))
    drafts.extend(hop_drafts(layout, insertions, drafts))
    return drafts
