"""What looks like an attribution and is none: silence, titles, names, words at arm's length, empty questions.

Precision first: a draft is dropped only when nothing of it is left outside such words.
"""

from onrecord.data import AsideKind, Reason, SetAside, span_of
from onrecord.lang.quoted_words import QUOTED_WORDS
from onrecord.lang.silence import ANONYMITY
from onrecord.stages.article.attribute.aside.marked import Marked, find_marked, names_only
from onrecord.stages.article.attribute.aside.silent import Silent, find_silences
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.text.plainwords import words_in

_SHOWN = 60  # characters of a question that a reason quotes


def find_asides(
    layout: Layout, drafts: list[Draft], language: str
) -> tuple[list[Draft], tuple[SetAside, ...]]:
    """The drafts that are attributions, and what is set aside, in text order. Drafts inside a dropped
    one move to its carrier."""
    silences = find_silences(layout, drafts, language)
    marked = find_marked(layout, drafts, language)
    dropped: set[int] = set()
    asides: list[SetAside] = []
    for silent in silences:
        dropped.update(id(draft) for draft in silent.drafts)
        asides.append(_silence(layout, silent))
    for item in marked:
        dropped.update(id(draft) for draft in item.drafts)
        asides.append(_marked(layout, item))
    for draft in drafts:
        if id(draft) in dropped:
            continue
        if names_only(layout, draft, language) or _is_request(layout, draft):
            dropped.add(id(draft))
        elif question := _rhetorical(layout, draft, language):
            dropped.add(id(draft))
            asides.append(_asked(layout, question))
    kept = [draft for draft in drafts if id(draft) not in dropped]
    for draft in kept:
        draft.carrier = _standing(draft.carrier, dropped)
    unique = {(aside.span.start, aside.span.end, aside.kind): aside for aside in asides}
    return kept, tuple(unique[key] for key in sorted(unique))


def _standing(carrier: Draft | None, dropped: set[int]) -> Draft | None:
    seen: set[int] = set()
    while carrier is not None and id(carrier) in dropped and id(carrier) not in seen:
        seen.add(id(carrier))
        carrier = carrier.carrier
    return None if carrier is not None and id(carrier) in dropped else carrier


def _silence(layout: Layout, silent: Silent) -> SetAside:
    span = span_of(layout.text, *silent.span)
    source = span_of(layout.text, *silent.source) if silent.source is not None else None
    nameless = silent.kind == ANONYMITY
    who = f"“{source.text}”" if source is not None else "a source" if nameless else "nobody named"
    said = " ".join(layout.text[slice(*silent.words)].split())
    told = "is not to be named" if nameless else "gave no answer"
    why = f"“{said}” tells that {who} {told}: a fact about a source, no attribution"
    return SetAside(AsideKind(silent.kind), span, source, Reason(why, (span,)))


def _marked(layout: Layout, item: Marked) -> SetAside:
    span = span_of(layout.text, *item.span)
    return SetAside(AsideKind(item.kind), span, None, Reason(item.why, (span,)))


def _asked(layout: Layout, question: Range) -> SetAside:
    span = span_of(layout.text, *question)
    shown = span.text if len(span.text) <= _SHOWN else span.text[:_SHOWN] + "…"
    return SetAside(
        AsideKind.RHETORICAL, span, None, Reason(f"“{shown}” is asked of nobody and by nobody named", (span,))
    )


def _rhetorical(layout: Layout, draft: Draft, language: str) -> Range | None:
    """ "Who would have thought that ...?": nobody is the source, and the sentence is a question."""
    table = QUOTED_WORDS.get(language)
    if table is None or not draft.source or not draft.cue:
        return None
    source = words_in(layout.text, *draft.source[0])
    sentence = layout.sentence_at(draft.cue[0][0])
    if len(source) != 1 or source[0].low not in table.nobody or sentence is None:
        return None
    if layout.quotation_at(draft.cue[0][0]) is not None:
        return None
    return sentence if layout.text[slice(*sentence)].rstrip().endswith("?") else None


def _is_request(layout: Layout, draft: Draft) -> bool:
    """ "Responding to | a request for comment": how the words came about, and nothing said."""
    if (
        not draft.cue
        or len(draft.content) != 1
        or layout.text[draft.cue[0][0] : draft.cue[0][0] + 1] not in ("R", "r")
    ):
        return False
    cue = [word.low for word in words_in(layout.text, *draft.cue[0])]
    content = [word.low for word in words_in(layout.text, *draft.content[0])]
    return bool(cue) and cue[0] in ("responding", "replying") and content[-2:] == ["for", "comment"]
