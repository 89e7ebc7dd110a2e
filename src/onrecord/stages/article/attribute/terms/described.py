"""An unnamed source in parts (number, description, closeness), and the wish not to be named."""

from bisect import bisect_left, bisect_right

from onrecord.data import Described, Span, span_of
from onrecord.lang.party_words import HIDING
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, trim
from onrecord.stages.article.attribute.parties.phrase_data import Phrase, View
from onrecord.stages.article.attribute.parties.phrase_forms import LONGEST

_EDGE = " \t\n\r\xa0,;.:—–-"
_NEXT = 200  # characters of the next sentence in which the terms may follow ("He spoke on condition of ...")


def read_described(view: View, phrase: Phrase) -> Described:
    """The parts of a phrase that describes who speaks: "two | former officials | close to the palace"."""
    text, shown = view.text, phrase.shown
    end = min(shown[1], shown[0] + LONGEST)
    near = _closeness(view, phrase, end)
    start = phrase.described[0]
    stop = near[0] if near is not None and near[0] > phrase.head[1] else end
    hidden = view.words.hides.search(text, start, end)
    if hidden is not None:
        stop = min(stop, hidden.start()) if hidden.start() > phrase.head[1] else stop
    span = trim(text, start, max(stop, phrase.head[1]), _EDGE)
    number = span_of(text, *phrase.number) if phrase.number is not None else None
    closeness = span_of(text, *near) if near is not None else None
    if span[0] >= span[1]:
        span = phrase.head
    if phrase.number is not None and span[0] < phrase.number[1] <= span[1] and phrase.number != span:
        span = trim(text, phrase.number[1], span[1], _EDGE)
    return Described(span_of(text, *span), number, closeness)


def _closeness(view: View, phrase: Phrase, end: int) -> Range | None:
    """From the words that tell closeness to the end of the phrase, without the wish for anonymity."""
    match = view.words.near.search(view.text, phrase.head[1], end)
    if match is None:
        match = view.words.near.search(view.text, phrase.shown[0], phrase.head[0])
        return trim(view.text, match.start(), phrase.head[0], _EDGE) if match is not None else None
    stop = end
    hidden = view.words.hides.search(view.text, match.end(), end)
    if hidden is not None:
        stop = hidden.start()
    found = trim(view.text, match.start(), stop, _EDGE)
    return found if found[0] < found[1] else None


def find_anonymity(view: View, layout: Layout, draft: Draft, sources: list[int]) -> Span | None:
    """The words by which a source asks not to be named: in its phrase, its sentence or the next.

    `sources`: where the sources of the article begin, sorted; the words belong to the nearest before them.
    """
    for start, end in draft.source:
        match = view.words.hides.search(view.text, start, min(end, start + LONGEST))
        if match is not None:
            return _cut(view, match.span())
    for part in (draft.source[:1], draft.cue[:1]):
        sentence = layout.sentence_at(part[0][0]) if part else None
        found = _in_sentence(view, draft, sentence, sources) if sentence is not None else None
        if found is not None:
            return found
    return _in_next(view, layout, draft)


def _in_sentence(view: View, draft: Draft, sentence: Range, sources: list[int]) -> Span | None:
    """Outside what the source says, within a sentence of sane length."""
    end = min(sentence[1], sentence[0] + 1500)
    if HIDING.search(view.text, sentence[0], end) is None:
        return None
    for match in view.words.hides.finditer(view.text, sentence[0], end):
        inside = any(start <= match.start() < stop for start, stop in draft.content)
        at_end = any(abs(match.end() - stop) <= 2 for _, stop in draft.content)
        if (not inside or at_end) and _is_nearest(draft, match.start(), sources):
            return _cut(view, match.span())
    return None


def _is_nearest(draft: Draft, place: int, sources: list[int]) -> bool:
    """Whether no other source begins between this one and the words."""
    own = draft.source[0][0] if draft.source else draft.cue[0][0]
    low, high = (own, place) if own < place else (place, own)
    between = sources[bisect_right(sources, low) : bisect_left(sources, high)]
    return not [start for start in between if start != own]


def _in_next(view: View, layout: Layout, draft: Draft) -> Span | None:
    """ "He spoke on condition of anonymity.": a pronoun or a repeated noun opens the next sentence."""
    last = max((end for part in (draft.source, draft.cue) for _, end in part), default=-1)
    sentence = layout.sentence_at(last - 1) if last > 0 else None
    if sentence is None:
        return None
    low = sentence[1]
    while low < len(view.text) and view.text[low] in ' \t\n\xa0”"’»':
        low += 1
    following = layout.sentence_at(low)
    if following is None or following[0] < sentence[1]:
        return None
    end = min(following[1], following[0] + _NEXT)
    words = view.text[following[0] : end].split(" ", 2)
    first = words[0].lower().strip(",") if words else ""
    if first not in view.words.pronouns and first not in view.words.definite:
        return None
    match = view.words.hides.search(view.text, following[0], end)
    return _cut(view, match.span()) if match is not None else None


def _cut(view: View, span: Range) -> Span:
    return span_of(view.text, *trim(view.text, *span, _EDGE))
