"""Who speaks with a cue verb, to whom, and on what occasion."""

from spacy.tokens import Token

from eval.baselines.parse_rules.complements import QUESTION
from eval.baselines.parse_rules.cues import PREPOSITION_VERBS, TELLING_VERBS
from eval.baselines.parse_rules.draft import Context, Range, token_range, trim
from eval.baselines.parse_rules.tree import (
    SPEAKING,
    child,
    clause,
    is_passive,
    lemma,
    phrase,
    subject,
    verb_group,
)

_SHORT = 12  # words of a source read off the line itself
_CLOSING = ('"', "”", "’", "'", "»", "“")
_NOBODY = frozenset({"applause", "laughter", "cheers", "boos", "silence", "jeers"})  # "said to loud applause"
_RELATIVE = frozenset({"who", "which", "that", "whom"})
# They join sentences and tell no occasion, though they look like one.
_CONNECTIVES = frozenset(
    {
        "at the same time",
        "in addition",
        "in any case",
        "in contrast",
        "in fact",
        "in general",
        "in particular",
        "in the end",
        "in turn",
        "on the contrary",
        "on the one hand",
        "on the other hand",
    }
)
_OCCASION_PREPOSITIONS = frozenset({"in", "on", "at", "during", "after", "before"})


def speaker(context: Context, verb: Token) -> tuple[list[Range], Range | None]:
    """The party that speaks: the subject, or the agent of a passive; with the antecedent of "who"."""
    if is_passive(verb):
        agent = child(verb, "agent")
        party = child(agent, "pobj") if agent is not None else None
        return ([phrase(context, party)], None) if party is not None else ([], None)
    found = _after_quotation(context, verb) or subject(verb)
    if found is not None and _is_elsewhere(context, found, verb):
        return _outside(context, verb) or _between(context, verb) or _line_start(context, verb), None
    if found is None or found.tag_ == "EX" or found.dep_ == "expl":
        return [], None
    if found.lower_ in _RELATIVE and found.tag_ in QUESTION:
        head = verb.head if verb.dep_ == "relcl" else found.head.head
        antecedent = _bare(context, head) if head.pos_ in ("NOUN", "PROPN", "PRON") else None
        return [token_range(found, found)], antecedent
    if verb.dep_ in ("acl", "relcl") and found.i == verb.head.i:
        return [_bare(context, found)], None
    return [phrase(context, found)], None


def _after_quotation(context: Context, verb: Token) -> Token | None:
    """ "...," stated another aide: the parser takes the speaker behind the cue for its object."""
    target = child(verb, "dobj")
    if target is None or target.i < verb.i or child(verb, "nsubj") is not None:
        return None
    before = context.text[max(0, verb.idx - 3) : verb.idx].rstrip()
    return target if before.endswith(_CLOSING) and "\n" not in context.text[verb.idx - 2 : verb.idx] else None


def _is_elsewhere(context: Context, party: Token, verb: Token) -> bool:
    """Whether the parser took the speaker of a cue from another line or from the quotation beside it."""
    if not context.same_line(party.idx, verb.idx):
        return True
    inside = context.quotation_at(party.idx)
    return inside is not None and inside.end <= verb.idx and party.i < verb.i


def _outside(context: Context, verb: Token) -> list[Range]:
    """ "We will not," the minister said, "...": of two subjects the one that is not spoken itself."""
    own = [item for item in verb.children if item.dep_ == "nsubj" and not _is_elsewhere(context, item, verb)]
    return [phrase(context, own[-1])] if own else []


def _between(context: Context, verb: Token) -> list[Range]:
    """The words between the last quotation and the cue: "... in public," Holm told reporters."""
    quotations = context.quotations_in(context.line_range(verb.idx)[0], verb.idx)
    return _named_words(context, quotations[-1].end, verb_group(verb)[0]) if quotations else []


def _line_start(context: Context, verb: Token) -> list[Range]:
    """The words between the line's start and the cue, where the parser looked for them on another line."""
    return _named_words(context, context.line_range(verb.idx)[0], verb_group(verb)[0])


def _named_words(context: Context, start: int, end: int) -> list[Range]:
    """A range as a source, empty when its words are too many or hold a verb."""
    words = context.doc.char_span(start, end, alignment_mode="contract") if start < end else None
    if words is None or not 0 < len(words) <= _SHORT:
        return []
    if any(token.pos_ in ("VERB", "AUX") or token.text in (",", ":", ";") for token in words):
        return []
    named = any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in words)
    return [trim(context.text, start, end)] if named else []


def _bare(context: Context, noun: Token) -> Range:
    """A noun phrase without the clause that hangs on it."""
    last = noun
    for item in noun.children:
        if item.i > noun.i and item.dep_ == "prep" and item.left_edge.i == last.i + 1:
            last = item.right_edge
        elif item.i > noun.i:
            break
    return trim(context.text, *token_range(noun.left_edge, last), strip=" \t\n\r\xa0,")


def addressee(context: Context, verb: Token, word: str, content: list[Range]) -> Range | None:
    """Who was told: the object of "tell", or "to X"."""
    target = child(verb, "dative") or (child(verb, "dobj") if word in TELLING_VERBS else None)
    if target is not None and target.dep_ == "dative" and target.lower_ == "to":
        target = child(target, "pobj")
    if target is None:
        for item in verb.children:
            if item.dep_ == "prep" and item.lower_ == "to":
                target = child(item, "pobj")
    if target is None or target.lower_ in _NOBODY:
        return None
    span = phrase(context, target)
    return None if any(start < span[1] and span[0] < end for start, end in content) else span


def occasion(context: Context, verb: Token, content: list[Range]) -> list[Range]:
    """Phrases of time and place that hang on the cue: "on Friday", "in Kyiv last week", "speaking in ..."."""
    found = []
    party = child(verb, "nsubj")
    for item in [*verb.children, *(party.children if party is not None else ())]:
        hangs = item.head.i == verb.i
        timed = (
            hangs
            and f"{lemma(verb)} {item.lower_}" not in PREPOSITION_VERBS
            and (item.dep_ == "npadvmod" or (item.dep_ == "prep" and item.lower_ in _OCCASION_PREPOSITIONS))
        )
        spoken = item.dep_ in ("advcl", "acl") and item.lower_ in SPEAKING
        if not timed and not spoken:
            continue
        span = clause(context, item)
        if context.text[span[0] : span[1]].lower() in _CONNECTIVES:
            continue
        if span[0] < span[1] and not any(start < span[1] and span[0] < end for start, end in content):
            found.append(span)
    return found
