"""Conditions: what a clause hangs on ("only if", "provided that", "until").

Markers are found by their words; how far the condition and what it governs reach is read from the
parse for English, and from the punctuation of the sentence elsewhere.
"""

import re
from bisect import bisect_right
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.data import Article, Condition, Language, Reason, Span, span_of
from onrecord.lang.conditions import (
    MARKERS,
    NOT_AFTER,
    NOT_BEFORE,
    ONLY_PHRASES,
    ONLY_WITH_CLAUSE,
    TERM_HEADS,
)
from onrecord.lang.cues import CLAUSE_VERBS
from onrecord.text.openings import after_opening

Range = tuple[int, int]
_EDGE = " \t\r\n\xa0,;:.…–—-"
_BREAK = re.compile(r"[.!?…](?:[\"”’'»)]|\s|$)|[;\n]")
_CLAUSE_BREAK = re.compile(r",\s")
_WORD = re.compile(r"[\w'’-]+,?")
_LONG = 600
_LONGEST = 3000  # characters; longer "sentences" are lists or noise, and cost time by their square
_DEEP = 6


def find_conditions(
    article: Article, language: Language, doc: Doc | None, sentences: tuple[Span, ...]
) -> tuple[Condition, ...]:
    """Conditions in text order."""
    pattern = _pattern(language.code)
    if pattern is None:
        return ()
    bounds = _Bounds(article.text, sentences, doc)
    found: list[Condition] = []
    taken = 0
    for match in pattern.finditer(article.text):
        marker = match.span()
        if marker[0] < taken or not _is_free(article.text, marker, language.code):
            continue
        condition = _build(article, doc, bounds, marker)
        if condition is not None:
            found.append(condition)
            taken = marker[1]
    return tuple(found)


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    if code not in MARKERS:
        return None
    words = "|".join(r"\s+".join(re.escape(word) for word in marker.split()) for marker in MARKERS[code])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


class _Bounds:
    """The sentence around an offset: from the sentences given, else from the parse, cut at line ends."""

    def __init__(self, text: str, sentences: tuple[Span, ...], doc: Doc | None) -> None:
        self._text = text
        if sentences:
            self._starts = [sentence.start for sentence in sentences]
            self._ends = [sentence.end for sentence in sentences]
        elif doc is not None:
            self._starts = [sentence.start_char for sentence in doc.sents]
            self._ends = [sentence.end_char for sentence in doc.sents]
        else:
            self._starts, self._ends = [], []

    def around(self, start: int, end: int) -> Range:
        place = bisect_right(self._starts, start) - 1
        if place >= 0 and self._ends[place] >= end:
            low, high = self._starts[place], self._ends[place]
        else:
            low, high = max(0, start - _LONG), min(len(self._text), end + _LONG)
            before = [match.end() for match in _BREAK.finditer(self._text, low, start)]
            low = before[-1] if before else low
            after = _BREAK.search(self._text, end, high)
            high = after.start() if after else high
        line_start = self._text.rfind("\n", low, start)
        line_end = self._text.find("\n", end, high)
        return max(low, line_start + 1), line_end if line_end >= 0 else high


def _is_free(text: str, marker: Range, code: str) -> bool:
    before = _WORD.findall(text, max(0, marker[0] - 30), marker[0])
    if before and before[-1].lower() in NOT_AFTER.get(code, frozenset()):
        return False
    after = _WORD.match(text, marker[1] + 1)
    return after is None or after.group().lower() not in NOT_BEFORE.get(code, frozenset())


def _build(article: Article, doc: Doc | None, bounds: _Bounds, marker: Range) -> Condition | None:
    text = article.text
    words = re.sub(r"\s+", " ", text[marker[0] : marker[1]].lower())
    sentence = bounds.around(*marker)
    if sentence[1] - sentence[0] > _LONGEST:
        return None
    reach: tuple[Range, Range] | None = None
    if doc is not None:
        parsed = _from_parse(doc, marker, words)
        if parsed == "no":
            return None
        if parsed is not None and not isinstance(parsed, str):
            reach = parsed
    span, governs = reach if reach is not None else _from_punctuation(text, marker, sentence)
    span = _trim(text, max(span[0], marker[1]), min(span[1], sentence[1]))
    governs = _trim(text, max(governs[0], sentence[0]), min(governs[1], sentence[1]))
    if governs[0] == 0 or text[governs[0] - 1] == "\n":
        governs = after_opening(text, governs)
    if span[0] >= span[1] or governs[0] >= governs[1]:
        return None
    made = (span_of(text, *marker), span_of(text, *span), span_of(text, *governs))
    reason = f"“{made[0].text}” makes “{_short(made[2].text)}” hang on “{_short(made[1].text)}”"
    return Condition(*made, reason=Reason(reason, made))


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:117].rstrip() + "…"


def _trim(text: str, start: int, end: int) -> Range:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _from_punctuation(text: str, marker: Range, sentence: Range) -> tuple[Range, Range]:
    """Marker first: the condition runs to the first comma, the rest hangs on it. Else to the end."""
    lead = text[sentence[0] : marker[0]].strip(_EDGE + "\"“”'‘«„")
    if lead:
        return (marker[1], sentence[1]), (sentence[0], marker[0])
    comma = _CLAUSE_BREAK.search(text, marker[1], sentence[1])
    if comma is None:
        return (marker[1], sentence[1]), (sentence[1], sentence[1])
    return (marker[1], comma.start()), (comma.end(), sentence[1])


def _from_parse(doc: Doc, marker: Range, words: str) -> tuple[Range, Range] | str | None:
    """(condition, governed) from the parse, "no" when it shows that this is no condition, None if unsure."""
    span = doc.char_span(*marker, alignment_mode="expand")
    if span is None or not len(span):
        return None
    if words in ONLY_PHRASES:
        return _only_phrase(doc, span[-1])
    head = _head(span[0], span[-1], words)
    if head is None:
        return "no" if words in ONLY_WITH_CLAUSE else None
    above = _above(head)
    if _is_question(head, words) or (words in ONLY_WITH_CLAUSE and head.dep_ == "dobj"):
        return "no"  # "asked if", "provided weapons"
    if _is_swallowed(head, above, marker):
        return None  # a leading condition that the parser joined with its main clause
    condition = (marker[1], _end(head, above))
    return condition, _governed(_told(above, head), head, marker)


def _head(first: Token, last: Token, words: str) -> Token | None:
    """The head of the condition: the verb that the marker introduces, or the object of a preposition."""
    for token in (last, first):
        if token.dep_ in ("mark", "advmod") and token.head.i > token.i:
            return token.head
    for token in (last, first):
        for item in token.children:
            if item.i > last.i and item.dep_ in ("pobj", "pcomp", "ccomp", "advcl", "acl", "dobj"):
                return item
    if words not in ONLY_WITH_CLAUSE and first.head.i > last.i:
        return first.head
    return None


def _above(head: Token) -> Token:
    """The verb or adjective whose clause hangs on the condition."""
    current = head.head
    steps = 0
    while current.pos_ not in ("VERB", "AUX", "ADJ") or current.lower_ in (
        "provided",
        "providing",
        "assuming",
    ):
        if current.head.i == current.i or steps > 8:
            break
        current = current.head
        steps += 1
    if current.pos_ == "ADJ" and current.head.pos_ in ("AUX", "VERB"):
        current = current.head
    return current


def _is_question(head: Token, words: str) -> bool:
    """ "asked if", "it is not clear if": a question and no condition."""
    return words == "if" and head.dep_ in ("ccomp", "csubj") and head.head.i < head.i


def _is_swallowed(head: Token, above: Token, marker: Range) -> bool:
    """Whether a leading condition holds a comma and nothing, or only "X said", is left to hang on it."""
    doc = head.doc
    if doc[head.sent.start].idx < marker[0]:
        return False
    if head.head.i != head.i and above.lemma_.lower() not in CLAUSE_VERBS:
        return False
    return any(
        token.text == "," for token in doc[head.left_edge.i : min(head.right_edge.i, head.left_edge.i + 80)]
    )


def _told(above: Token, head: Token) -> Token:
    """Below a verb of saying, what was said hangs on the condition: "stated that X is open, but only if"."""
    current = above
    for _ in range(_DEEP):
        inner = next(
            (
                item
                for item in current.children
                if item.dep_ == "ccomp" and item.i < head.i and item.i > current.i
            ),
            None,
        )
        if inner is None or current.lemma_.lower() not in CLAUSE_VERBS:
            return current
        current = inner
    return current


def _end(head: Token, above: Token) -> int:
    edge = head.right_edge
    if head.i < above.i and edge.i >= above.i:  # the parser let the condition swallow what it governs
        edge = head.doc[above.left_edge.i - 1] if above.left_edge.i > head.i else head
    return edge.idx + len(edge)


def _governed(above: Token, head: Token, marker: Range) -> Range:
    """The clause above without the condition: what stands before the marker, or after the condition."""
    above = _finite(above)
    left, right = _past_mark(above), above.right_edge
    start, end = left.idx, right.idx + len(right)
    if start < marker[0] and above.i < head.i:
        return start, marker[0]
    stop = head.right_edge
    return stop.idx + len(stop), end


def _finite(verb: Token) -> Token:
    """From an infinitive up to the verb that has the subject: "is ready to freeze"."""
    current = verb
    for _ in range(_DEEP):
        if any(item.dep_ in ("nsubj", "nsubjpass", "expl") for item in current.children):
            return current
        if current.dep_ not in ("xcomp", "ccomp", "advcl", "acomp", "conj") or current.head.i == current.i:
            return current
        if current.dep_ == "conj" or (current.dep_ in ("ccomp", "advcl") and current.tag_ != "VB"):
            return current
        current = current.head
    return current


def _past_mark(verb: Token) -> Token:
    """The first word of a clause after its own "that" or "and"."""
    left = verb.left_edge
    while left.i < verb.i and (
        (left.dep_ in ("mark", "cc") and left.head.i == verb.i) or left.is_punct or left.is_space
    ):
        left = left.nbor()
    return left


def _only_phrase(doc: Doc, preposition: Token) -> tuple[Range, Range] | str | None:
    """ "ready to freeze ... only in the current positions": a term when it hangs on a willingness."""
    target = next((item for item in preposition.children if item.dep_ in ("pobj", "pcomp")), None)
    if target is None or target.ent_type_ in ("DATE", "TIME", "GPE"):
        return "no"
    current, steps = preposition, 0
    while current.head.i != current.i and steps < 8:
        current = current.head
        steps += 1
        if current.lemma_.lower() in TERM_HEADS:
            edge = target.right_edge
            start = _past_mark(_finite(current))
            return (preposition.idx, edge.idx + len(edge)), (start.idx, doc[max(0, preposition.i - 1)].idx)
    return "no"
