"""Pressure: industrial action, what will be done unless the other side gives way, deadlines, wants."""

from spacy.tokens import Token

from onrecord.lang.acts import (
    ACTION_CARRIERS,
    ACTION_VERBS,
    DEADLINE_NOUNS,
    DEADLINE_VERBS,
    EASING_VERBS,
    FORUMS,
    MEASURES,
    PRESSING_VERBS,
    WANTING_VERBS,
)
from onrecord.lang.issues import HOSTILE_VERBS
from onrecord.stages.article.acts.frame import Frame, Range
from onrecord.stages.article.acts.grammar import (
    WIDEST,
    child,
    children,
    denied,
    modals,
    own_subject,
    reach,
    speculated,
    subject_of,
    window,
)

_WILLING = frozenset({"will", "would", "shall", "wo", "’ll", "'ll"})
_FIRST = frozenset({"we", "i"})
_ACTION_REACH = 5
_CARRIER_REACH = 4
_TAKERS = frozenset("take bring refer".split())
_STAYING = frozenset("stay remain keep".split())
_SHUT = frozenset("shut closed close dry down blocked locked idle".split())
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})


def pressure(token: Token) -> Frame | None:
    """The frame of a pressure that a party puts on another, if `token` is its cue."""
    lemma = token.lemma_.lower()
    if lemma in ACTION_VERBS or token.lower_ in ACTION_VERBS:
        found = _action(token, lemma if lemma in ACTION_VERBS else token.lower_)
        if found is not None:
            return found
    if token.tag_ == "MD" and token.lower_ in _WILLING:
        return _unless(token)
    if lemma in DEADLINE_NOUNS:
        return _deadline(token)
    if lemma == "give":
        return _given_until(token)
    if lemma in WANTING_VERBS and token.pos_ == "VERB":
        return _want(token)
    return _eased(token, lemma) if lemma in EASING_VERBS or lemma == "call" else None


def _action(token: Token, lemma: str) -> Frame | None:
    """ "will walk out", "intend to down tools", "voted to strike"."""
    needed = ACTION_VERBS[lemma]
    high = window(token)[1]
    following = token.doc[token.i + 1 : min(token.i + 1 + _ACTION_REACH, high)]
    if "" in needed:
        if token.pos_ != "VERB" or (lemma == "strike" and child(token, "dobj") is not None):
            return None
    elif not any(t.lower_ in needed or t.lemma_.lower() in needed for t in following):
        return None
    carrier = _carrier(token)
    if carrier is None or denied(token) or (carrier is not token and denied(carrier)):
        return None
    holder = subject_of(carrier)
    if holder is None:
        return None
    right = max(reach(token)[1], reach(carrier)[1])
    last = next((t.i + 1 for t in following if t.lower_ in needed or t.lemma_.lower() in needed), token.i + 1)
    issue = (token.i, max(right, last))
    return Frame("threaten", (token.i, token.i + 1), issue, holder, "industrial action", 0.7)


def _carrier(token: Token) -> Token | None:
    """The verb of will over an action: its own "will", or a "plan to" just before it."""
    if modals(token) & _WILLING:
        return token
    low = max(window(token)[0], token.i - _CARRIER_REACH)
    if token.i == low or token.nbor(-1).lower_ != "to":
        return None
    for i in range(token.i - 1, low - 1, -1):
        if token.doc[i].lemma_.lower() in ACTION_CARRIERS:
            return token.doc[i]
    return None


def _unless(modal: Token) -> Frame | None:
    """ "will close the plant unless ...", "would take it to court if they did not ...": terms by pressure."""
    verb = modal.head
    if verb.pos_ not in ("VERB", "AUX") or denied(verb):
        return None
    mark = _term_mark(verb)
    if mark is None or not _presses(verb, mark):
        return None
    subject = own_subject(verb) or child(verb, "nsubjpass") or subject_of(verb)
    if subject is None:
        return None
    staying = verb.lemma_.lower() in _STAYING or child(verb, "nsubjpass") is not None
    high = reach(verb)[1]
    start = reach(subject)[0] if staying else verb.i
    issue = (start, mark.i if mark.i > verb.i else high)
    if issue[1] <= issue[0]:
        return None
    holder = None if staying and verb.lemma_.lower() != "keep" else subject
    return Frame(
        "threaten",
        (modal.i, modal.i + 1),
        issue,
        holder,
        "unless",
        0.65,
        needs_condition=True,
        needs_voice=True,
    )


def _term_mark(verb: Token) -> Token | None:
    """The "unless" of a clause below the verb, or an "if": whichever stands there."""
    for clause in children(verb):
        mark = child(clause, "mark") if clause.dep_ == "advcl" else None
        if mark is not None and mark.lower_ in ("unless", "if"):
            return mark
    return None


def _presses(verb: Token, mark: Token) -> bool:
    """Is it the worse for the other side? Lifting a measure is not, though it be on terms."""
    lemma = verb.lemma_.lower()
    thing = child(verb, "dobj")
    if lemma in EASING_VERBS and thing is not None and thing.lemma_.lower() in MEASURES:
        return False
    if lemma in _TAKERS:
        return _to_forum(verb)
    if lemma in _STAYING:
        return any(c.lower_ in _SHUT for c in children(verb))
    if mark.lower_ == "unless":
        return lemma in PRESSING_VERBS | HOSTILE_VERBS
    if not _negated_clause(mark.head):
        return False
    return lemma in PRESSING_VERBS | HOSTILE_VERBS


def _negated_clause(clause: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for c in children(clause))


def _to_forum(verb: Token) -> bool:
    high = reach(verb)[1]
    last = min(high, verb.i + 12)
    return any(
        t.lower_ in ("to", "before")
        and any(w.lemma_.lower() in FORUMS for w in t.doc[t.i + 1 : min(t.i + 6, last)])
        for t in verb.doc[verb.i + 1 : last]
    )


def _deadline(token: Token) -> Frame | None:
    """ "set Torland a deadline of 1 June to reopen the pipeline"."""
    verb = token.head
    if token.dep_ != "dobj" or verb.lemma_.lower() not in DEADLINE_VERBS or denied(verb) or speculated(verb):
        return None
    holder = subject_of(verb)
    issue = (token.i, min(reach(verb)[1], token.i + WIDEST))
    has_deed = any(t.tag_ == "TO" for t in token.doc[issue[0] : issue[1]])
    if holder is None or not has_deed:
        return None
    return Frame("demand", (token.i, token.i + 1), issue, holder, "deadline", 0.7)


def _given_until(token: Token) -> Frame | None:
    """ "gave the company until Friday to reinstate them"."""
    until = next((c for c in children(token) if c.lower_ == "until" and c.i > token.i), None)
    deed = next((t for t in token.doc[token.i : reach(token)[1]] if t.tag_ == "TO"), None)
    holder = own_subject(token)
    if until is None or deed is None or deed.i < until.i or holder is None or modals(token) or denied(token):
        return None
    return Frame("demand", (token.i, token.i + 1), (deed.i, reach(token)[1]), holder, "given until", 0.65)


def _want(token: Token) -> Frame | None:
    """ "we want a second nurse", "wants the board to scrap the plan": a thing, or another's deed."""
    subject = own_subject(token)
    if subject is None or denied(token) or modals(token) or token.tag_ == "VBD":
        return None
    first = subject.lower_ in _FIRST
    clause = child(token, "ccomp", "xcomp")
    thing = child(token, "dobj")
    other = clause is not None and own_subject(clause) is not None and own_subject(clause) is not subject
    if other and clause is not None:
        other = any(c.tag_ == "TO" for c in children(clause))
    issue: Range | None = None
    if clause is not None and other and (first or token.lemma_.lower() == "want"):
        issue = reach(clause)
    elif first and thing is not None and clause is None:
        issue = reach(thing)
    if issue is None:
        return None
    issue = (max(issue[0], token.i + 1), issue[1])
    if issue[1] <= issue[0]:
        return None
    return Frame("demand", (token.i, token.i + 1), issue, subject, "want", 0.6, needs_voice=first)


def _eased(token: Token, lemma: str) -> Frame | None:
    """ "called off the strike", "suspended the ban": a step towards the other side."""
    if token.pos_ != "VERB" or denied(token) or modals(token) or token.tag_ not in ("VBD", "VBZ", "VBN"):
        return None
    if lemma == "call" and not any(c.lower_ == "off" for c in children(token)):
        return None
    thing = child(token, "dobj")
    if thing is None or thing.lemma_.lower() not in MEASURES:
        return None
    holder = own_subject(token)
    if holder is None or token.dep_ in ("relcl", "acl"):
        return None
    low, high = reach(thing)
    aim = next((c for c in children(token) if c.i == high and c.lower_ in ("on", "against", "of")), None)
    high = reach(aim)[1] if aim is not None else high
    return Frame(
        "concede", (token.i, token.i + 1), (max(low, token.i + 1), high), holder, "measure eased", 0.6
    )
