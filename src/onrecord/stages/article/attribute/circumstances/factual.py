"""Whether words were said: fact, negated, predicted, hypothetical, or asked."""

from itertools import pairwise

from onrecord.data import Factuality
from onrecord.lang.cue_lexicon import CueLexicon
from onrecord.stages.article.attribute.circumstances.cue_frame import CueFrame
from onrecord.stages.article.attribute.draft import Draft, Layout
from onrecord.text.plainwords import Word, words_in

_QUOTES = "\"“”„«»‘’'`"
_TAIL = 200  # characters after the last part in which the sentence's end is looked for
_SOME = frozenset("fewer less other".split())
_NEAR = 30  # characters from the start of a denied content to the cue in it


def factuality_of(layout: Layout, draft: Draft, frame: CueFrame, lexicon: CueLexicon) -> str:
    """The factuality of one draft by its own words; see `inherited` for what the carrier adds."""
    if not frame.cue:
        return Factuality.FACT.value
    if _is_question(layout, draft, frame, lexicon):
        return Factuality.QUESTION.value
    if _is_negated(frame, lexicon):
        return Factuality.NEGATED.value
    opened = any(word.low in lexicon.open_question for word in [*frame.lead, *frame.middle])
    if opened or _asks(layout, draft, frame, lexicon):
        return Factuality.QUESTION.value
    return _not_yet(frame, lexicon)


def _not_yet(frame: CueFrame, lexicon: CueLexicon) -> str:
    before = [*frame.middle, *frame.cue[: frame.head]]
    if (
        not lexicon.to
    ):  # without a parse the finite verb may have been read as the source's: "Horn würde | sagen"
        verbs = lexicon.modal | lexicon.future | lexicon.expected
        before = [*(word for word in frame.source[1:] if word.low in verbs), *before]
    if _is_supposed(frame, before, lexicon):
        return Factuality.HYPOTHETICAL.value
    if _is_to_come(frame, before, lexicon):
        return Factuality.PREDICTED.value
    return Factuality.FACT.value


def inherited(layout: Layout, draft: Draft, lexicon: CueLexicon) -> str:
    """What a person denies having said is negated; what is asked about a saying is asked."""
    carrier = draft.carrier
    if carrier is None or not draft.cue or draft.factuality != Factuality.FACT.value:
        return draft.factuality
    inside = any(start <= draft.cue[0][0] < end for start, end in carrier.content)
    if not inside:
        return draft.factuality
    near = any(0 <= draft.cue[0][0] - start < _NEAR for start, _ in carrier.content)
    own = [word.low for part in draft.source[:1] for word in words_in(layout.text, *part)]
    same = not own or (len(own) == 1 and own[0] in lexicon.pronouns)  # not "denied | the paper's report"
    if near and same and carrier.factuality == Factuality.FACT.value and _denies(layout, carrier, lexicon):
        return Factuality.NEGATED.value
    if near and carrier.factuality == Factuality.QUESTION.value:
        return Factuality.QUESTION.value
    return draft.factuality


def _denies(layout: Layout, carrier: Draft, lexicon: CueLexicon) -> bool:
    own = [word for start, end in carrier.cue for word in words_in(layout.text, start, end)]
    return any(_among(word, lexicon.denying, lexicon) for word in own)


def _is_question(layout: Layout, draft: Draft, frame: CueFrame, lexicon: CueLexicon) -> bool:
    """ "Did X say that ...?": the sentence is asked, and it begins as a question does."""
    before = bool(draft.source) and min(draft.source) < min(draft.cue)
    opened = frame.lead if before else [*frame.lead, *frame.middle, *frame.cue[:1]]
    turned = any(word.low in lexicon.inverted or word.low in lexicon.asked for word in opened[:2])
    marked = any(word.low in lexicon.particle for word in [*frame.lead, *frame.middle, *frame.between[:2]])
    return (turned or marked) and _ends_asked(layout, draft)


def _ends_asked(layout: Layout, draft: Draft) -> bool:
    last = max(end for _, end in [*draft.source, *draft.cue, *draft.content])
    quotation = layout.quotation_at(last - 1)
    if quotation is not None and quotation.end == last and layout.quotation_at(draft.cue[0][0]) is None:
        rest = layout.text[last : last + 1]
        return rest == "?"
    if layout.text[last - 1 : last] == "?":
        return True
    for character in layout.text[last : last + _TAIL]:
        if character in ".!\n":
            return False
        if character == "?":
            return True
    return False


def _is_negated(frame: CueFrame, lexicon: CueLexicon) -> bool:
    if says_all_the_same(frame, lexicon) is not None:
        return False
    head = frame.cue[frame.head]
    for word, after in pairwise([*frame.middle, *frame.cue[: frame.head], head]):
        if _is_negation(word, lexicon) and after.low not in lexicon.not_negations:
            return True
    if frame.source and frame.source[0].low in lexicon.nobody and not _is_number(frame.source):
        return True
    held = [word.low for word in [*frame.middle, *frame.cue[: frame.head]]]
    if lexicon.yet and any((one, two) in lexicon.yet for one, two in pairwise(held)):
        return True  # "has yet to say whether"
    if tuple(word.low for word in frame.opening[:2]) in lexicon.nothing:
        return True  # "said | nothing about it"
    rest = [*frame.cue[frame.head + 1 :], *frame.between]
    return _is_kept_back(frame, lexicon) or any(_is_negation(word, lexicon) for word in rest[:4])


def _is_kept_back(frame: CueFrame, lexicon: CueLexicon) -> bool:
    """ "refused to say", "denied having said"; "declined | to say whether"."""
    keeping = lexicon.withheld | lexicon.denying
    if any(_among(word, keeping, lexicon) for word in frame.cue[: frame.head]):
        return True
    head = frame.cue[frame.head]
    if _among(head, keeping, lexicon) and any(
        _is_verb(word, lexicon) for word in frame.cue[frame.head + 1 :]
    ):
        return True
    return _among(head, lexicon.withheld, lexicon) and _to_say(frame, lexicon)


def _is_number(source: list[Word]) -> bool:
    """ "No. 10", "no fewer than five": somebody all the same."""
    return len(source) > 1 and (source[1].low[0].isdigit() or source[1].low in _SOME)


def says_all_the_same(frame: CueFrame, lexicon: CueLexicon) -> str | None:
    """The class of a negated cue that says something: "did not rule out that", "does not doubt that"."""
    for word, after in pairwise([*frame.middle, *frame.cue]):
        if _is_negation(word, lexicon):
            for form in lexicon.lemmas(after.low):
                if form in lexicon.doubly:
                    return lexicon.doubly[form]
    return None


def _is_verb(word: Word, lexicon: CueLexicon) -> bool:
    return any(form in lexicon.verbs for form in lexicon.lemmas(word.low))


def _is_negation(word: Word, lexicon: CueLexicon) -> bool:
    return word.low in lexicon.negations or word.low.endswith("n't")


def _to_say(frame: CueFrame, lexicon: CueLexicon) -> bool:
    """ "declined | to say whether": the content opens with a verb of saying."""
    row = [word for word in frame.after if word.low not in lexicon.to][:1]
    forms = [form for word in row for form in lexicon.lemmas(word.low)]
    return any(lexicon.verbs.get(form) in ("say", "report") for form in forms)


def _asks(layout: Layout, draft: Draft, frame: CueFrame, lexicon: CueLexicon) -> bool:
    """ "asked whether ...", "asked about ...", "“Why?” she asked"."""
    if not _among(frame.cue[frame.head], lexicon.asking, lexicon) or not draft.content:
        return False
    if frame.opening and frame.opening[0].low in lexicon.asked:
        return True
    if any(word.low in lexicon.asked for word in frame.cue[frame.head + 1 :]):
        return True
    start, end = max(draft.content)
    if layout.text[start:end].rstrip(_QUOTES + " \n,").endswith("?"):
        return True
    early = words_in(layout.text, *_head(min(draft.content)))[:4]
    return any(word.low in lexicon.particle for word in early)


def _head(part: tuple[int, int]) -> tuple[int, int]:
    return part[0], min(part[1], part[0] + _TAIL)


def _is_supposed(frame: CueFrame, before: list[Word], lexicon: CueLexicon) -> bool:
    for word, after in pairwise([*before, frame.cue[frame.head]]):
        if word.low in lexicon.modal and after.low not in lexicon.like:
            return True
    behind = [*frame.cue[frame.head + 1 :], *frame.between[:1]]
    if any(word.low in lexicon.enclitic for word in behind):
        return True
    if any(word.low in lexicon.irreal for word in [*frame.lead, *frame.middle]):
        return True
    if frame.lead and frame.lead[-1].low in lexicon.turned and len(frame.lead) == 1:
        return True
    return _governed(before, lexicon.wanted, lexicon)


def _is_to_come(frame: CueFrame, before: list[Word], lexicon: CueLexicon) -> bool:
    if any(word.low in lexicon.future or word.low.endswith("'ll") for word in before):
        return lexicon.infinitive is None or lexicon.infinitive.search(frame.cue[-1].low) is not None
    if frame.cue[frame.head].low in lexicon.future_forms:
        return True
    if len(before) >= 2 and before[-1].low in lexicon.to and before[-2].low in lexicon.to_be:
        return True
    return _governed(before, lexicon.expected, lexicon)


def _governed(before: list[Word], listed: frozenset[str], lexicon: CueLexicon) -> bool:
    """Whether an infinitive follows one of the listed words: "is expected to"."""
    if not lexicon.to:
        return any(_among(word, listed, lexicon) for word in before)
    if not before or before[-1].low not in lexicon.to:
        return False
    return any(_among(word, listed, lexicon) for word in before[:-1])


def _among(word: Word, listed: frozenset[str], lexicon: CueLexicon) -> bool:
    return word.low in listed or any(form in listed for form in lexicon.lemmas(word.low))
