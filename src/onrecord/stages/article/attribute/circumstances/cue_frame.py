"""The words that decide about a cue: its own, those before it back to its source, those behind it."""

from dataclasses import dataclass

from onrecord.lang.cue_lexicon import CueLexicon
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.text.plainwords import Word, words_in

_BEFORE = 4  # words before the cue, and before the source
_OPENING = 6  # words of the content
_REACH = 120  # characters looked back and ahead
_BREAKS = ',;:()[]—–\n"“”„«»‘'


@dataclass(slots=True)
class CueFrame:
    """`cue`: words of the cue, `head` the place of the word that tells its class. `middle` stands before
    the cue in its clause, `lead` before a source that precedes the cue, `after` between the cue and the
    end of its clause, `between` those of them that are not content; `opening` are the content's first words.
    """

    cue: list[Word]
    head: int
    middle: list[Word]
    lead: list[Word]
    after: list[Word]
    between: list[Word]
    opening: list[Word]
    source: list[Word]


def cue_frame(layout: Layout, draft: Draft, lexicon: CueLexicon) -> CueFrame:
    """The frame of one draft; all parts are empty where there is no cue."""
    cue = [word for start, end in sorted(draft.cue) for word in words_in(layout.text, start, end)]
    source = [word for start, end in sorted(draft.source)[:1] for word in words_in(layout.text, start, end)]
    content = sorted(draft.content)
    opening: list[Word] = []
    if content:
        low, high = content[0]
        opening = words_in(layout.text, low, min(high, low + _REACH))[:_OPENING]
    if not cue:
        return CueFrame([], 0, [], [], [], [], opening, source)
    first, last = sorted(draft.cue)[0][0], sorted(draft.cue)[-1][1]
    before = _before(layout, draft, first)
    after = _after(layout, last)
    between = _up_to_content(after, draft)
    return CueFrame(
        cue, head_of(cue, lexicon), before, _lead(layout, draft, first), after[:3], between, opening, source
    )


def head_of(cue: list[Word], lexicon: CueLexicon) -> int:
    """The first verb of the cue that does not leave the class to another; else a known one; else 0."""
    raising = None
    for place, word in enumerate(cue):
        forms = lexicon.lemmas(word.low)
        if not any(form in lexicon.verbs for form in forms):
            continue
        if not any(form in lexicon.raising for form in forms):
            return place
        raising = place
    return raising if raising is not None else 0


def _before(layout: Layout, draft: Draft, first: int) -> list[Word]:
    """Words before the cue that stand in no part of the draft, back to the next comma or quotation mark."""
    low = _clause_start(layout, first)
    held = [end for start, end in [*draft.source, *draft.content] if start < first]
    low = max([low, *(min(end, first) for end in held)])
    return words_in(layout.text, low, first)[-_BEFORE:]


def _lead(layout: Layout, draft: Draft, first: int) -> list[Word]:
    """Words before the source, where it precedes the cue in the same sentence."""
    starts = [start for start, end in draft.source if end <= first]
    if not starts:
        return []
    start = max(starts)
    sentence = layout.sentence_at(first)
    if sentence is None or start < sentence[0]:
        return []
    return words_in(layout.text, _clause_start(layout, start), start)[-_BEFORE:]


def _clause_start(layout: Layout, offset: int) -> int:
    sentence = layout.sentence_at(offset)
    low = max(0, offset - _REACH, sentence[0] if sentence is not None and sentence[0] <= offset else 0)
    for place in range(offset - 1, low - 1, -1):
        if layout.text[place] in _BREAKS:
            return place + 1
    return low


def _after(layout: Layout, last: int) -> list[Word]:
    end = min(len(layout.text), last + _REACH)
    sentence = layout.sentence_at(last)
    if sentence is not None and sentence[0] <= last:
        end = min(end, max(last, sentence[1]))
    for place in range(last, end):
        if layout.text[place] in _BREAKS:
            end = place
            break
    return words_in(layout.text, last, end)


def _up_to_content(after: list[Word], draft: Draft) -> list[Word]:
    """The words behind the cue, without the source's, until the content begins."""
    words = []
    for word in after:
        if _inside(word, draft.content):
            break
        if not _inside(word, draft.source):
            words.append(word)
    return words


def _inside(word: Word, ranges: list[Range]) -> bool:
    return any(start <= word.start < end for start, end in ranges)
