"""What a cue tells: its class, and whether the words were said, denied, foretold, supposed or asked.

Words only, no parse: the cue's own words, those between source and cue, and a few before the source.
"""

from onrecord.data import CueClass, Factuality
from onrecord.lang.cue_lexicon import CueLexicon
from onrecord.lang.cue_lexicons import cue_lexicon
from onrecord.stages.article.attribute.circumstances.cue_frame import CueFrame, cue_frame
from onrecord.stages.article.attribute.circumstances.factual import (
    factuality_of,
    inherited,
    says_all_the_same,
)
from onrecord.stages.article.attribute.draft import Draft, Layout

_CLASSES = frozenset(item.value for item in CueClass)
_DASHES = "-–—―"


def complete_cues(layout: Layout, drafts: list[Draft], language: str) -> None:
    """Set `cue_class`, `factuality` and `negated` of every draft; carriers must be set before."""
    lexicon = cue_lexicon(language)
    for draft in drafts:
        if lexicon is None:
            draft.cue_class = draft.cue_class if draft.cue_class in _CLASSES else CueClass.SAY.value
            continue
        frame = cue_frame(layout, draft, lexicon)
        draft.factuality = factuality_of(layout, draft, frame, lexicon)
        draft.cue_class = _class_of(layout, draft, frame, lexicon)
    if lexicon is not None:
        for draft in drafts:
            draft.factuality = inherited(layout, draft, lexicon)
            draft.negated = draft.factuality == Factuality.NEGATED.value


def _class_of(layout: Layout, draft: Draft, frame: CueFrame, lexicon: CueLexicon) -> str:
    if not frame.cue:
        return _class_of_mark(layout, draft)
    lemmas = [lexicon.lemmas(word.low) for word in frame.cue]
    if draft.factuality == Factuality.QUESTION.value and _is_any(lemmas[frame.head], lexicon.asking):
        return CueClass.SAY.value
    found = (
        says_all_the_same(frame, lexicon)
        or _by_opening(frame, lexicon)
        or _phrase([*lemmas, *(lexicon.lemmas(word.low) for word in frame.after)], len(lemmas), lexicon)
    )
    if found is not None:
        return found
    found = _single(lemmas, frame.head, lexicon)
    if found == CueClass.SAY.value and _is_carrier(frame, lexicon):
        return CueClass.REPORT.value
    return found or (draft.cue_class if draft.cue_class in _CLASSES else CueClass.SAY.value)


def _class_of_mark(layout: Layout, draft: Draft) -> str:
    """Of "(Norwire)", of a dash before who said it, and of a colon."""
    marks = "".join(layout.text[start:end] for start, end in draft.cue)
    dashed = any(mark in marks for mark in _DASHES)
    behind = not draft.source or not draft.content or min(draft.content) < min(draft.source)
    return CueClass.REPORT.value if not marks.strip() or (dashed and behind) else CueClass.SAY.value


def _by_opening(frame: CueFrame, lexicon: CueLexicon) -> str | None:
    """The class that a cue has with the first word of its content: "asked | to"."""
    forms = lexicon.lemmas(frame.cue[frame.head].low)
    for word in frame.opening[:1]:
        opened = lexicon.opened.get(word.low, {})
        found = next((opened[form] for form in forms if form in opened), None)
        if found is not None:
            return found
    infinitive = any(word.low in lexicon.to for word in frame.opening)
    if infinitive and any(form in lexicon.told_to for form in forms):
        return CueClass.DEMAND.value  # "asked | the house to wait"
    return None


def _is_carrier(frame: CueFrame, lexicon: CueLexicon) -> bool:
    """Whether the source is an outlet or a document: "the daily Ostra Post", "the final report"."""
    head: list[str] = []
    for word in frame.source:
        if head and word.low in lexicon.links:
            break
        head.append(word.low)
    return not lexicon.carriers.isdisjoint(head) and lexicon.persons.isdisjoint(head)


def _phrase(rows: list[tuple[str, ...]], own: int, lexicon: CueLexicon) -> str | None:
    """The class of the longest phrase that begins in the cue; of two, the first."""
    found: tuple[int, str] | None = None
    for at in range(own):
        for form in rows[at]:
            for phrase, name in lexicon.phrases.get(form, ()):
                row = rows[at : at + len(phrase)]
                whole = len(row) == len(phrase) and all(map(_holds, row, phrase))
                if whole and (found is None or len(phrase) > found[0]):
                    found = (len(phrase), name)
    return found[1] if found is not None else None


def _holds(forms: tuple[str, ...], word: str) -> bool:
    return word in forms


def _single(lemmas: list[tuple[str, ...]], head: int, lexicon: CueLexicon) -> str | None:
    for table, forms in (
        (lexicon.verbs, lemmas[head : head + 1]),
        (lexicon.nouns, lemmas),
        (lexicon.verbs, lemmas),
    ):
        for row in forms:
            for lemma in row:
                if lemma in table:
                    return table[lemma]
    return None


def _is_any(forms: tuple[str, ...], listed: frozenset[str]) -> bool:
    return any(form in listed for form in forms)
