"""A page's own word that it was changed: "Correction: An earlier version of this article …"."""

from onrecord.data import Span
from onrecord.lang.corrections import CLAUSES, OPENERS
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.text.wordruns import find_phrases

_AFTER = ":—–-"


def _opens(side: Sided, number: int) -> bool:
    """Whether a sentence opens with a marker and a colon or dash, and goes on with words, not a time."""
    found = side.words(number)
    for first, end in find_phrases([word.fold for word in found[:4]], OPENERS):
        if first == 0 and end < len(found):
            between = side.text[found[end - 1].end : found[end].start].strip()
            return between[:1] in _AFTER and bool(between) and not found[end].fold[:1].isdigit()
    return False


def correction_in(side: Sided) -> Span | None:
    """The first sentence in which an article says that it was corrected, clarified or updated."""
    for number in range(len(side.profile.draft.sentences)):
        plain = [word.fold for word in side.plain_words(number)]
        if _opens(side, number) or any(find_phrases(plain, CLAUSES)):
            return side.sentence(number)
    return None
