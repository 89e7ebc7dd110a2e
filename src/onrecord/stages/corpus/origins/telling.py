"""Whether an attribution has anybody tell anything: attitudes, deeds and what was not said have no teller."""

import re

from onrecord.data import Attribution, AttributionKind, CueClass, Factuality, RecordStatus
from onrecord.lang.cue_lexicon import CueLexicon
from onrecord.lang.cue_lexicons import cue_lexicon
from onrecord.lang.documents import DOCUMENTS
from onrecord.lang.unnamed import AUDIENCE, INDEFINITE, is_definite, noun_of
from onrecord.text.fold import fold, words

ATTITUDES = frozenset({CueClass.DEMAND, CueClass.BELIEVE, CueClass.PROMISE})
LEAST_QUOTED = 6  # words in quotation marks that somebody must have said, whatever the verb
_THAN = frozenset({"than", "als", "wie", "чем", "ніж"})
_CLAUSE = frozenset(
    "that how why whether if what who which where when dass daß ob wie warum wer was что как почему кто ли "
    "що як чому хто чи".split()
)
NEAR = 12  # characters before a source in which a comparison stands
MAX_CUE = 200
READ = 20_000  # characters before a description in which an introduction is looked for


def is_silent(item: Attribution, text: str, language: str) -> bool:
    """Whether nobody tells anything by an attribution, although it has a source.

    So it is with what somebody only wants or thinks, with what was not or not yet said, with an act
    that is no saying ("the board has moved the line"), with "later than the ministry admits", and with what
    the page's own readers do.
    """
    if item.kind is AttributionKind.DIRECT:
        return False
    if item.kind is AttributionKind.MIXED and _quoted(item) >= LEAST_QUOTED:
        return False
    if item.status is RecordStatus.UNSTATED and item.cue_class in ATTITUDES:
        return True
    if item.kind is AttributionKind.MIXED:
        return item.cue_class is CueClass.BELIEVE
    if item.factuality is not Factuality.FACT:
        return True
    return _is_deed(item, language) or _is_compared(item, text) or _is_audience(item)


def is_introduced(item: Attribution, text: str) -> bool:
    """Whether the article speaks of "a doctor" before "the doctor", who is the source, says something."""
    source = item.source[0] if item.source else None
    read = [word.fold for word in words(source.text[:200])] if source is not None else []
    if source is None or len(read) < 2 or not is_definite(read[0]):
        return False
    before = text[max(0, source.start - READ) : source.start]
    wanted = rf"\b(?:{INDEFINITE})\s+(?:[\w’'-]{{1,30}}\s+){{0,4}}{re.escape(noun_of(read[1:]))}\b"
    return re.search(wanted, before, re.IGNORECASE) is not None


def _quoted(item: Attribution) -> int:
    """Words of the longest stretch of content that opens with a quotation mark."""
    parts = [part.text for part in item.content if part.text[:1] in "\"“„«»”'"]
    return max((len(part[:1_000].split()) for part in parts), default=LEAST_QUOTED if not parts else 0)


def _is_deed(item: Attribution, language: str) -> bool:
    lexicon = cue_lexicon(language)
    cue = [fold(word.strip(",:;\"'“”„«»")) for part in item.cue for word in part.text[:MAX_CUE].split()]
    if lexicon is None or not any(word[:1].isalpha() for word in cue) or _is_paper(item):
        return False
    opening = [word.fold for word in words(item.content[0].text[:60])[:1]]
    return not (set(opening) & _CLAUSE or _is_saying(cue, lexicon))


def _is_paper(item: Attribution) -> bool:
    """Whatever a report does with its words ("names the driver"), it tells."""
    return bool(item.source) and any(word.fold in DOCUMENTS for word in words(item.source[0].text[:80])[:4])


def _is_saying(cue: list[str], lexicon: CueLexicon) -> bool:
    """Whether a word of a cue, or several in a row, are listed as saying something."""
    forms = [set(lexicon.lemmas(word)) | {word} for word in cue]
    for place, lemmas in enumerate(forms):
        for lemma in lemmas:
            if lemma in lexicon.verbs or lemma in lexicon.nouns:
                return True
            for phrase, _ in lexicon.phrases.get(lemma, ()):
                row = forms[place : place + len(phrase)]
                if len(row) == len(phrase) and all(
                    word in form for word, form in zip(phrase, row, strict=True)
                ):
                    return True
    return False


def _is_compared(item: Attribution, text: str) -> bool:
    if not item.source:
        return False
    start = item.source[0].start
    before = text[max(0, start - NEAR) : start].split()
    return bool(before) and fold(before[-1]) in _THAN and before[-1].islower()


def _is_audience(item: Attribution) -> bool:
    return bool(item.source) and fold(item.source[0].text) in AUDIENCE
