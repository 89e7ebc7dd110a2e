"""One article as reuse sees it: cut up, with what each of its terms tells."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.data import ArticleFindings
from onrecord.lang.background import background_of
from onrecord.stages.corpus.reuse.drafts import (
    MAX_CHARACTERS,
    MAX_SENTENCES,
    RUN,
    Draft,
    Rough,
    Sentence,
    draft_of,
    rough_of,
    split_sentences,
)
from onrecord.stages.corpus.reuse.traits import Traits, traits_of
from onrecord.text.align import Unit, unit
from onrecord.text.terms import Weights

__all__ = [
    "MAX_CHARACTERS",
    "MAX_SENTENCES",
    "RUN",
    "Draft",
    "Profile",
    "Rough",
    "Sentence",
    "draft_of",
    "profile_of",
    "rough_of",
    "split_sentences",
    "weigh",
]


@dataclass(frozen=True, slots=True)
class Profile:
    """A draft with weights: units hold the terms outside quotation marks, `full` all terms."""

    draft: Draft
    weights: Mapping[str, float]
    plain: tuple[Unit, ...]
    full: tuple[Unit, ...]
    traits: Traits


def profile_of(article: ArticleFindings) -> Profile:
    """The profile of one article: a function of that article alone, whatever the pile."""
    rough = rough_of(article)
    return weigh(draft_of(rough), rough.language)


def weigh(draft: Draft, language: str) -> Profile:
    """Weigh the terms of a draft by how common they are in the language, never by the pile."""
    weights = Weights(0, {}, background_of(language))
    own = {
        term: weights.weight(term)
        for sentence in draft.sentences
        for term in (*sentence.plain, *sentence.quoted)
    }
    return Profile(
        draft,
        own,
        tuple(unit(sentence.plain, own) for sentence in draft.sentences),
        tuple(unit((*sentence.plain, *sentence.quoted), own) for sentence in draft.sentences),
        traits_of(draft, dict(draft.terms), own, language),
    )
