"""Verbs and nouns of acting: reject, demand, call for, accuse, doubt, deny, "will not accept"."""

from dataclasses import replace

from spacy.tokens import Token

from onrecord.lang.acts import (
    CLAIMS,
    DOUBTING_ADJECTIVES,
    EXPECTED,
    FORCE_NOUNS,
    FUTURE_HOSTILE,
    KEEPING_VERBS,
    MUTE_VERBS,
    NAMING_VERBS,
    NEGATED_DOUBT,
    NEGATED_REJECT,
    NOT_BEFORE_MARKS,
    NOUN_PREPOSITIONS,
    NOUNS,
    PHRASAL,
    PROMISE_VERBS,
    REFUSED_THINGS,
    TAKING_VERBS,
    VERBS,
    WARN_VERBS,
    WILL_VERBS,
    WILLED_REJECT,
)
from onrecord.lang.issues import HOSTILE_VERBS
from onrecord.stages.article.acts.frame import Frame, Range
from onrecord.stages.article.acts.grammar import (
    child,
    children,
    denied,
    lemmas,
    modals,
    own_subject,
    reach,
    speculated,
    subject_of,
)

_CLAUSES = ("ccomp", "xcomp")
_FALSE = frozenset(
    "false baseless unfounded groundless untrue fabricated nonsense lie fabrication absurd".split()
)
_UNABLE = frozenset({"could", "can", "ca", "would"})
_WILLING = frozenset({"will", "would", "shall", "wo", "’ll", "'ll"})
_PARTICLES = ("prt", "prep", "dative", "advmod")
_REVERSIBLE = frozenset({"accept", "concede"})
_NEUTRAL_SUBJECTS = frozenset({"it", "there", "this", "that"})


def verb_act(token: Token) -> Frame | None:
    """The frame of a verb of acting, its denial included, if `token` is one with an issue."""
    lemma = token.lemma_.lower()
    cue, act = _named_act(token, lemma)
    refused = (
        _kept_until(token)
        if lemma in KEEPING_VERBS
        else _not_yet(token) or _none_before(token) or _refusal(token, lemma)
    )
    if refused is not None:
        return refused
    if act is None:
        return _doubt(token, lemma) or _falsehood(token, lemma) or _promise(token, lemma)
    if denied(token) or (_willed(token) and denied(token.head)):
        return _denied_act(token, act, cue)
    if not _meant(token, act):
        return None
    if act == "accept" and modals(token) & {"would"}:
        return _would_accept(token, cue)
    return _framed(token, act, cue, "verb", 0.75)


def _would_accept(token: Token, cue: Range) -> Frame | None:
    """ "would settle for a freeze", told by somebody; of "nothing less than" what follows is demanded."""
    thing = child(token, "dobj")
    least = thing is not None and thing.lower_ == "nothing"
    frame = _framed(token, "demand" if least else "readiness", cue, "would accept", 0.6)
    return replace(frame, needs_voice=True) if frame is not None else None


def _named_act(token: Token, lemma: str) -> tuple[Range, str | None]:
    for part in children(token):
        act = PHRASAL.get((lemma, part.lower_)) if part.i > token.i and part.dep_ in _PARTICLES else None
        if act is not None:
            adjacent = part.i == token.i + 1
            return (token.i, part.i + 1 if adjacent else token.i + 1), act
    act = VERBS.get(lemma)
    thing = child(token, "dobj")
    if act == "deny" and thing is not None and thing.lemma_.lower() in REFUSED_THINGS:
        act = "reject"
    if act == "accuse" and thing is not None and thing.lemma_.lower() in CLAIMS:
        act = "deny" if _called_false(token) else None  # to condemn a charge is not to say it is untrue
    return (token.i, token.i + 1), act


def _called_false(token: Token) -> bool:
    low, high = reach(token)
    return any(t.lower_ in _FALSE for t in token.doc[max(low, token.i) : high])


def _meant(token: Token, act: str) -> bool:
    """Is the act done, and by the subject, rather than asked of it, wished or imagined?"""
    if speculated(token) or modals(token) & {"should", "must"}:
        return False
    if act in _REVERSIBLE and modals(token) & {"would"}:
        return act == "accept"
    if token.dep_ == "xcomp" and token.head.lemma_.lower() in EXPECTED:
        return False
    if token.lemma_ == "require" and (modals(token) or token.tag_ == "VBG"):
        return False
    return not _asked_of_it(token) and not _empty(token, act)


def _asked_of_it(token: Token) -> bool:
    """An infinitive of purpose, or one that another is asked or made to do."""
    if not any(c.tag_ == "TO" for c in children(token)):
        return False
    if token.dep_ in ("advcl", "acl", "relcl", "csubj", "nsubj"):
        return True
    return token.dep_ in _CLAUSES and child(token.head, "dobj", "nsubjpass") is not None


def _empty(token: Token, act: str) -> bool:
    """Forms that only look like the act: admitting or agreeing that something is so, declining to comment."""
    if act in _REVERSIBLE and child(token, "ccomp") is not None:
        return True
    if token.lemma_ == "question" and child(token, "dobj", "ccomp", "xcomp") is None:
        return True  # "questioned over the fire": by the police
    below = child(token, "xcomp")
    if token.lemma_ == "decline" and below is not None and below.lemma_ == "discuss":
        return True
    if act == "reject" and below is not None and below.lemma_.lower() in MUTE_VERBS:
        return True
    return token.lemma_.lower() == "insist" and not _insists_on_change(token)


def _insists_on_change(token: Token) -> bool:
    clause = child(token, *_CLAUSES)
    if clause is None:
        return child(token, "prep") is not None
    bare = clause.tag_ == "VB" or (clause.lower_ == clause.lemma_.lower() and clause.tag_ in ("VBD", "VBP"))
    return bool(modals(clause) & {"must", "should"}) or (bare and not modals(clause))


def _framed(token: Token, act: str, cue: Range, rule: str, confidence: float) -> Frame | None:
    passive = child(token, "nsubjpass")
    if passive is not None:
        holder, issue = own_subject(token), reach(passive)
    else:
        holder, found = subject_of(token), _issue(token, cue[1], act)
        if found is None:
            return None
        issue = found
    if holder is None or (holder.lower_ in _NEUTRAL_SUBJECTS and holder.lower_ != "it"):
        return None
    return Frame(act, cue, issue, holder, rule, confidence)


def _issue(token: Token, after: int, act: str) -> Range | None:
    """The complements of a verb, as one range of tokens right of its cue."""
    wanted = [
        c
        for c in children(token)
        if c.i >= token.i and c.dep_ in ("dobj", "xcomp", "ccomp", "oprd", "dative")
    ]
    preps = [c for c in children(token) if c.i > token.i and c.dep_ == "prep"]
    if act in ("accuse",):
        wanted += [c for c in preps if c.lower_ in ("of", "for", "over")]
        if not any(c.lower_ in ("of", "for", "over") for c in preps) and token.lemma_ == "blame":
            return None
    elif not wanted:
        wanted = [c for c in preps if c.lower_ in ("to", "on", "for", "of", "upon", "with", "over")][:1]
    if not wanted:
        return None
    if wanted[-1].lemma_.lower() in NOUNS and wanted[-1].dep_ == "dobj":
        end = reach(wanted[-1])[1]
        wanted += [c for c in preps if c.i == end and c.lower_ in ("for", "to", "on")]
    ranges = [reach(c) for c in wanted]
    low = max(min(r[0] for r in ranges), after)
    high = max(r[1] for r in ranges)
    return (low, high) if high > low else None


def _denied_act(token: Token, act: str, cue: Range) -> Frame | None:
    if modals(token) & _UNABLE:
        return None
    if act == "reject" and token.lemma_.lower() in ("rule", "oppose", "exclude", "reject", "object"):
        return _framed(token, "readiness", cue, "denied rejection", 0.6)
    return None


def _refusal(token: Token, lemma: str) -> Frame | None:
    """ "will not accept", "does not recognise", "never agree", "does not want to retreat"."""
    carrier = token.head if _willed(token) else token
    if (
        not _refusable(token, lemma, carrier)
        or not denied(carrier)
        or (carrier.tag_ in ("VBN", "VBG") and not _never(carrier))
    ):
        return None
    if any(c.lower_ == "did" for c in children(carrier)) or modals(carrier) & {
        "may",
        "might",
        "could",
        "should",
    }:
        return None
    subject = subject_of(carrier)
    if subject is None:
        return None
    holder = _owner(subject)
    issue = _issue(token, token.i + 1, "reject") or (token.i, token.i + 1)
    negation = next((c.i for c in children(carrier) if c.dep_ == "neg" or c.lower_ == "never"), carrier.i)
    start = min(negation, token.i)
    if lemma not in TAKING_VERBS:
        issue = (token.i, max(issue[1], token.i + 1))
        return Frame("reject", (start, max(token.i, start + 1)), issue, holder, "denied will", 0.7)
    return Frame("reject", (start, token.i + 1), issue, holder, "denied will", 0.7)


def _refusable(token: Token, lemma: str, carrier: Token) -> bool:
    """A verb that rejects when denied; some do so only with a "will" or a "wants to"."""
    if lemma == "give":
        return child(token, "prt") is not None
    if lemma in NEGATED_REJECT:
        return True
    return lemma in WILLED_REJECT and (carrier is not token or bool(modals(token) & _WILLING))


def _owner(subject: Token) -> Token | None:
    """Whose stand it is that troops will not leave: their owner's; of mere "the army", the speaker's."""
    if subject.lemma_.lower() not in FORCE_NOUNS:
        return subject
    owner = child(subject, "poss")
    return owner or (subject if child(subject, "amod", "compound") is not None else None)


def _not_before(verb: Token, cue: Range, start: int, holder: Token | None) -> Frame | None:
    """ "will not lift it before the troops are gone", "will stay until ...": what must come first."""
    for clause in children(verb):
        mark = child(clause, "mark") if clause.dep_ == "advcl" else None
        if mark is None or mark.lower_ not in NOT_BEFORE_MARKS or mark.i < verb.i:
            continue
        demanded = (mark.i + 1, reach(clause)[1])
        if demanded[1] > demanded[0]:
            issue = (start, demanded[1])
            marker = (mark.i, mark.i + 1)
            return Frame("precondition", cue, issue, holder, "not before", 0.7, demanded, marker)
    return None


def _none_before(token: Token) -> Frame | None:
    """ "no gate would be lifted before the lake is full": the party that speaks says so."""
    subject = child(token, "nsubjpass")
    if (
        subject is None
        or not modals(token) & _WILLING
        or not any(c.lower_ == "no" for c in children(subject))
    ):
        return None
    frame = _not_before(token, (subject.left_edge.i, token.i + 1), subject.left_edge.i, None)
    return replace(frame, needs_voice=True) if frame is not None else None


def _not_yet(token: Token) -> Frame | None:
    """ "will not negotiate until Lorn withdraws": the term, where there is one, says more than the no."""
    negation = next((c for c in children(token) if c.dep_ == "neg"), None)
    subject = subject_of(token)
    holder = _owner(subject) if subject is not None else None
    if negation is None or holder is None or not modals(token) & _WILLING:
        return None
    return _not_before(token, (min(negation.i, token.i), token.i + 1), token.i, holder)


def _kept_until(token: Token) -> Frame | None:
    """ "would keep the harbour closed until the last soldier had left": kept on a term."""
    holder = own_subject(token)
    if holder is None or not modals(token) & _WILLING or denied(token):
        return None
    return _not_before(token, (token.i, token.i + 1), token.i, holder)


def _willed(token: Token) -> bool:
    """ "wants to ...", "is going to ..."."""
    return token.dep_ == "xcomp" and token.head.lemma_.lower() in WILL_VERBS | {"go"}


def _never(token: Token) -> bool:
    return any(c.lower_ == "never" for c in children(token))


def _doubt(token: Token, lemma: str) -> Frame | None:
    if lemma in NEGATED_DOUBT and denied(token):
        clause = child(token, "ccomp")
        holder = subject_of(token)
        if clause is None or holder is None or _of_oneself(clause) or modals(token) & _UNABLE:
            return None
        return Frame("doubt", (token.i, token.i + 1), reach(clause), holder, "denied belief", 0.75)
    if token.lower_ in DOUBTING_ADJECTIVES and token.dep_ in ("acomp", "ROOT"):
        link = child(token, "prep", "ccomp")
        holder = subject_of(token)
        if link is None or holder is None or denied(token):
            return None
        return Frame("doubt", (token.i, token.i + 1), reach(link), holder, "doubting adjective", 0.7)
    return None


def _of_oneself(clause: Token) -> bool:
    """ "I do not think we will stop": a forecast of one's own doing, no doubt of another's."""
    subject = own_subject(clause)
    return subject is not None and subject.lower_ in ("i", "we")


def _falsehood(token: Token, lemma: str) -> Frame | None:
    """ "called the accusations false"."""
    if lemma not in NAMING_VERBS or denied(token):
        return None
    for part in children(token):
        words = {part.lemma_.lower(), *(c.lemma_.lower() for c in children(part))}
        if part.i > token.i and words & _FALSE:
            holder = subject_of(token)
            issue = (token.i + 1, part.right_edge.i + 1)
            return (
                Frame("deny", (token.i, token.i + 1), issue, holder, "called false", 0.7) if holder else None
            )
    return None


def _promise(token: Token, lemma: str) -> Frame | None:
    """Promises and warnings: a threat where what is promised is hostile."""
    if (lemma not in PROMISE_VERBS and lemma not in WARN_VERBS) or denied(token) or speculated(token):
        return None
    clause, holder = child(token, "xcomp", "ccomp", "acl"), subject_of(token)
    if holder is None or clause is None or (token.tag_ == "VBG" and token.dep_ in ("acl", "ccomp")):
        return None
    verb = clause.lemma_.lower()
    hostile = verb in HOSTILE_VERBS | FUTURE_HOSTILE
    cue = (token.i, token.i + 1)
    if hostile and _same_party(clause, holder) and not denied(clause):
        return Frame("threaten", cue, reach(clause), holder, "hostile promise", 0.7)
    if lemma in PROMISE_VERBS and clause.dep_ == "xcomp" and not hostile and not denied(clause):
        return Frame("offer", cue, reach(clause), holder, "promise", 0.55)
    return None


def _same_party(clause: Token, holder: Token) -> bool:
    subject = own_subject(clause)
    return (
        subject is None or subject.lower_ in ("it", "he", "she", "they", "we") or subject.text == holder.text
    )


def noun_act(token: Token) -> Frame | None:
    """A noun that holds an act and is possessed by a party: "Vesta's demand for a withdrawal"."""
    act = NOUNS.get(token.lemma_.lower())
    if act is None or token.pos_ not in ("NOUN", "PROPN"):
        return None
    holder = child(token, "poss")
    link = next((c for c in children(token) if c.i > token.i and c.lower_ in NOUN_PREPOSITIONS), None)
    clause = child(token, "acl", "relcl", "ccomp")
    issue = (
        reach(link)
        if link is not None and link.dep_ == "prep"
        else reach(clause)
        if clause is not None
        else None
    )
    if issue is None or issue[1] <= token.i + 1 or denied(token.head) or speculated(token.head):
        return None
    issue = (max(issue[0], token.i + 1), issue[1])
    backward = holder is None and act == "demand" and _leans_back(token)
    if holder is None and not backward:
        return None
    if "no" in lemmas(token.doc, token.left_edge.i, token.i):
        return None
    return Frame(act, (token.i, token.i + 1), issue, holder, "possessed noun", 0.6, backward=backward)


def _leans_back(token: Token) -> bool:
    """ "These include demands that ...": the party is that of the sentence before."""
    head = token.head
    subject = child(head, "nsubj")
    return (
        token.dep_ in ("dobj", "attr")
        and subject is not None
        and subject.lower_ in ("these", "this", "they", "those")
    )
