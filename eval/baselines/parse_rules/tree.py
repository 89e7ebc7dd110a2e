"""Questions to the dependency parse: whose subject, how far a phrase reaches, what the verb group is."""

import re

from spacy.tokens import Token

from eval.baselines.parse_rules.cues import LEMMA_FIXES, TIME_NOUNS
from eval.baselines.parse_rules.draft import Context, Range, token_range, trim

SPEAKING = frozenset({"speaking", "responding", "talking", "writing", "asked", "commenting", "replying"})
GROUP = ("aux", "auxpass", "neg", "advmod")
_MAX_CLIMB = 6


def lemma(token: Token) -> str:
    """The lower-case lemma, with known errors of the pipeline put right."""
    word = token.lemma_.lower()
    return LEMMA_FIXES.get(word, word)


def child(token: Token, *names: str) -> Token | None:
    """The first child with one of these dependency labels."""
    for item in token.children:
        if item.dep_ in names:
            return item
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb group is passive, with or without its auxiliary ("as noted by X")."""
    return child(verb, "auxpass", "nsubjpass") is not None or (
        verb.tag_ == "VBN" and child(verb, "agent") is not None
    )


def subject(verb: Token) -> Token | None:
    """Subject of a verb: its own, or that of the verb it is joined to or depends on."""
    current = verb
    for _ in range(_MAX_CLIMB):
        found = child(current, "nsubj", "nsubjpass")
        if found is not None:
            return _past_time(found)
        if current.dep_ in ("conj", "xcomp", "advcl", "ccomp") and current.head.pos_ in ("VERB", "AUX"):
            if current.dep_ == "ccomp" and current.tag_ not in ("VBG", "VB"):
                return None
            current = current.head
        elif current.dep_ in ("acl", "relcl") and current.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return current.head
        else:
            return None
    return None


def _past_time(token: Token) -> Token:
    """ "last autumn, a high official said": the parser took the time for the subject."""
    if token.lower_ in TIME_NOUNS or token.ent_type_ in ("DATE", "TIME"):
        named = child(token, "appos")
        return named if named is not None else token
    return token


def phrase(context: Context, token: Token) -> Range:
    """The whole noun phrase of `token`, within its line and without the clause that follows a comma."""
    first, last = token.left_edge, token.right_edge
    doc = token.doc
    while last.i > token.i and (last.is_space or last.text in (",", ";", ":", "—", "–", "-", ".", "(")):
        if last.text == "," and _appositive_before(doc[last.i - 1], token):
            break
        last = doc[last.i - 1]
    while first.i < token.i and (first.is_space or first.is_punct or first.dep_ == "cc"):
        first = doc[first.i + 1]
    start, end = token_range(first, last)
    start, end = _within_line(context, token, start, end)
    end = _before_speaking(context, token, start, end)
    return _after_date(context, token, start, end)


def _before_speaking(context: Context, token: Token, start: int, end: int) -> int:
    """Leave out ", speaking in Kelm last week,": it tells the occasion, not who the source is."""
    for item in token.children:
        if item.i > token.i and item.dep_ in ("acl", "advcl") and item.lower_ in SPEAKING:
            edge = item.left_edge.idx
            if start < edge < end and context.text[start:edge].rstrip().endswith(","):
                return trim(context.text, start, edge)[1]
    return end


def _after_date(context: Context, token: Token, start: int, end: int) -> Range:
    """Leave out a time or a dateline that the parser put before the name."""
    dash = context.text.rfind(" — ", start, token.idx)
    if dash < 0:
        dash = context.text.rfind(" – ", start, token.idx)
    if dash >= 0:
        start = dash + 3
    bracket = context.text.find(") ", start, token.idx)
    if bracket >= 0 and "(" not in context.text[start:bracket]:
        start = bracket + 2
    for item in token.children:
        if item.i < token.i and item.dep_ in ("npadvmod", "nmod", "advmod", "prep") and item.idx >= start:
            edge = item.right_edge
            after = edge.idx + len(edge)
            if after < token.idx and context.text[after : after + 1] == ",":
                start = after + 1
    return trim(context.text, start, end, " \t\n\r\xa0")


def _appositive_before(last: Token, head: Token) -> bool:
    """Whether the phrase ends with an apposition or a relative clause that a comma closes."""
    for item in head.children:
        if item.dep_ in ("appos", "relcl", "acl") and item.i > head.i and item.right_edge.i >= last.i:
            before = item.left_edge.i - 1
            return before >= 0 and item.doc[before].text == ","
    return False


def _within_line(context: Context, token: Token, start: int, end: int) -> Range:
    text = context.text
    line_end = text.find("\n", token.idx, end)
    end = line_end if line_end >= 0 else end
    line_start = text.rfind("\n", start, token.idx)
    start = line_start + 1 if line_start >= 0 else start
    return trim(text, start, end, " \t\n\r\xa0")


_END = re.compile(r"[.!?…][\"”’')]*\s+(?=[\"“‘'(A-Z])")


def clip(context: Context, anchor: Token, ranges: list[Range]) -> list[Range]:
    """Keep what stands on the cue's line, and of what stands before the cue only its last sentence."""
    low, high = context.line_range(anchor.idx)
    result = []
    for given in ranges:
        start, end = max(given[0], low), min(given[1], high)
        if start < end <= anchor.idx:
            start = _last_sentence(context, start, end)
        part = trim(context.text, start, end)
        if part[0] < part[1]:
            result.append(part)
    return result


def _last_sentence(context: Context, start: int, end: int) -> int:
    """Start of the last sentence of a range; full stops inside quotations end none."""
    for match in _END.finditer(context.text, start, end):
        inside = context.quotation_at(match.start())
        outside = inside is None or inside.end <= match.end()
        short = context.text[max(0, match.start() - 6) : match.start() + 1]
        if outside and match.end() < end and not _ABBREVIATION.search(short):
            start = match.end()
    return start


_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Ms|Mrs|Dr|St|Sen|Gov|Rep|Gen|Lt|Col|No|Jr|Sr|vs)|\b[A-Z])\.$")


def clause(context: Context, verb: Token) -> Range:
    """The whole clause of `verb` without the punctuation around it."""
    last = verb.right_edge
    doc = verb.doc
    while last.i > verb.i and (last.is_space or (last.is_punct and last.text not in "”\"'’)»")):
        last = doc[last.i - 1]
    start, end = token_range(verb.left_edge, last)
    return trim(context.text, start, end)


# Verbs that only colour the one below them: "continues to reject", "seemed to say".
_CATENATIVE = frozenset(
    "continue seem appear try begin start go tend struggle keep attempt come fail need have".split()
)


def verb_group(verb: Token) -> Range:
    """The verb with the auxiliaries, negation and adverbs that stand directly before it, and particle."""
    doc = verb.doc
    first = verb.i
    own = {item.i for item in verb.children if item.dep_ in GROUP and item.i < verb.i}
    while first - 1 in own:
        first -= 1
    while first < verb.i and doc[first].dep_ == "advmod" and doc[first].tag_ in ("WRB",):
        first += 1
    last = verb.i
    if last + 1 < len(doc) and doc[last + 1].dep_ == "prt" and doc[last + 1].head.i == verb.i:
        last += 1
    start, end = token_range(doc[first], doc[last])
    above = verb.head
    if verb.dep_ == "xcomp" and above.i == first - 1 and lemma(above) in _CATENATIVE:
        start = min(start, _group_start(above))
    return start, end


def _group_start(verb: Token) -> int:
    first = verb.i
    own = {item.i for item in verb.children if item.dep_ in GROUP and item.i < verb.i}
    while first - 1 in own:
        first -= 1
    return verb.doc[first].idx


def is_negated(verb: Token) -> bool:
    """Whether "not" or "never" stands with the verb."""
    return any(
        item.dep_ == "neg" or (item.dep_ == "advmod" and item.lower_ == "never") for item in verb.children
    )


def governor(token: Token) -> Token:
    """The nearest verb above a token, or the top of its sentence."""
    current = token
    while current.head.i != current.i and current.pos_ not in ("VERB", "AUX"):
        current = current.head
    return current
