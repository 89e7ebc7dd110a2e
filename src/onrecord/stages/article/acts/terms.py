"""Terms: preconditions, what must be, what is impossible, what would follow if."""

from collections.abc import Callable

from spacy.tokens import Token

from onrecord.lang.acts import (
    CONSIDER_VERBS,
    GIVING_VERBS,
    IMPOSSIBLE,
    NECESSARY,
    NOT_POSSIBLE,
    OBLIGED_VERBS,
    ONLY_PREPOSITIONS,
    POSSIBLE,
    REJECTING_PHRASES,
    START_VERBS,
    STRONG_CONDITION_NOUNS,
)
from onrecord.lang.concepts import find_concepts
from onrecord.lang.issues import ENDS, PEACEFUL
from onrecord.stages.article.acts.frame import Frame, Range
from onrecord.stages.article.acts.grammar import (
    child,
    children,
    denied,
    is_hostile,
    lemmas,
    modals,
    own_subject,
    reach,
    subject_of,
    window,
)

_BE = frozenset({"be", "remain", "become", "stay", "constitute", "represent"})
_MODIFIERS = frozenset({"det", "amod", "compound", "poss", "nummod", "advmod"})
_CONSIDER_CLIMB = 5
_PRONOUNS = frozenset({"it", "this", "that", "they"})
_FIRST_PERSON = frozenset({"we", "i", "us", "you", "who", "which", "what"})


def term(token: Token) -> Frame | None:
    """The frame of a term that a party sets, if `token` is its cue."""
    lemma, word = token.lemma_.lower(), token.lower_
    if lemma in STRONG_CONDITION_NOUNS and token.pos_ in ("NOUN", "PROPN"):
        return _condition_noun(token)
    if token.pos_ == "ADJ" or token.dep_ == "acomp":
        return _adjective(token)
    if token.dep_ == "prep" and token.head.lemma_ == "be":
        return _off_the_table(token)
    for words, rule in _BY_WORD:
        if word in words or lemma in words:
            return rule(token)
    return _would_if(token.head, token) if token.tag_ == "MD" else None


def _condition_noun(token: Token) -> Frame | None:
    link = next((c for c in children(token) if c.dep_ == "prep" and c.lower_ in ("for", "to", "of")), None)
    if link is None:
        return None
    stake, verb = reach(link), token.head
    marker = (token.i, token.i + 1)
    lemma = verb.lemma_.lower()
    if token.dep_ in ("attr", "acomp", "dobj", "oprd") and lemma in _BE:
        thing = child(verb, "nsubj", "csubj", "nsubjpass")
        holder = child(token, "poss")
        return _precondition(marker, thing, stake, holder, stake) if thing is not None else None
    if token.dep_ == "nsubj" and lemma in _BE:
        thing = child(verb, "attr", "acomp", "xcomp", "ccomp")
        backward = _is_anaphor(link)
        found = (
            _precondition(marker, thing, stake, child(token, "poss"), stake) if thing is not None else None
        )
        return _leaning(found, backward) if found is not None else None
    return _considered(token, stake)


def _considered(token: Token, stake: Range) -> Frame | None:
    """ "regards X (as) a condition for Y": X is what lies between the verb and the condition."""
    start = min([token.i, *(c.i for c in children(token) if c.i < token.i and c.dep_ in _MODIFIERS)])
    verb = token.head
    for _ in range(_CONSIDER_CLIMB):
        if verb.lemma_.lower() in CONSIDER_VERBS and verb.i < start:
            holder = subject_of(verb)
            end = start - 1 if token.doc[start - 1].lower_ == "as" else start
            if holder is None or end <= verb.i + 1:
                return None
            marker = (token.i, token.i + 1)
            demanded = (verb.i + 1, end)
            issue = (demanded[0], max(stake[1], token.i + 1))
            return Frame("precondition", marker, issue, holder, "condition noun", 0.8, demanded, marker)
        verb = verb.head
    return None


def _is_anaphor(link: Token) -> bool:
    target = child(link, "pobj")
    return target is not None and target.lower_ in ("this", "that", "it", "these", "them")


def _leaning(frame: Frame, backward: bool) -> Frame:
    if not backward:
        return frame
    return Frame(
        frame.act,
        frame.cue,
        frame.issue,
        frame.holder,
        frame.rule,
        frame.confidence,
        frame.demanded,
        frame.marker,
        True,
    )


def _precondition(marker: Range, thing: Token, stake: Range, holder: Token | None, cue_end: Range) -> Frame:
    demanded = reach(thing)
    demanded = _apart(demanded, marker, thing)
    issue = (min(demanded[0], stake[0], marker[0]), max(demanded[1], stake[1]))
    return Frame("precondition", marker, issue, holder, "condition noun", 0.8, demanded, marker)


def _apart(demanded: Range, marker: Range, thing: Token) -> Range:
    """Keep a misparsed thing from swallowing the condition noun beside it."""
    if thing.i < marker[0] < demanded[1]:
        return demanded[0], marker[0]
    return demanded


def _only(token: Token) -> Frame | None:
    """ "talks can only begin with ...", "peace is possible only after ..."."""
    doc = token.doc
    verb = token.head if token.head.pos_ in ("VERB", "AUX", "ADJ") else None
    link: Token | None = None
    if verb is not None:
        link = next((c for c in children(verb) if c.i > token.i and _opens_term(c)), None)
    elif token.i + 1 < window(token)[1] and doc[token.i + 1].lower_ in ONLY_PREPOSITIONS:
        link = doc[token.i + 1]
        verb = link.head
    if verb is None or link is None:
        return None
    copula = verb.head if verb.dep_ in ("acomp", "advmod") else verb
    subject = child(copula, "nsubj", "nsubjpass")
    if subject is None or not (modals(copula) or verb.lemma_.lower() in POSSIBLE):
        return None
    if verb.lemma_.lower() not in START_VERBS and verb.lemma_.lower() not in POSSIBLE:
        return None
    stake, demanded = reach(subject), reach(link)
    if not find_concepts(lemmas(doc, *stake)) & PEACEFUL:
        return None
    issue = (stake[0], demanded[1])
    if link.lower_ in ("with", "under", "through"):
        demanded = (link.i + 1, demanded[1])
    return Frame(
        "precondition", (token.i, token.i + 1), issue, None, "only", 0.8, demanded, (token.i, token.i + 1)
    )


def _opens_term(token: Token) -> bool:
    if token.dep_ == "prep":
        return token.lower_ in ONLY_PREPOSITIONS
    return token.dep_ == "advcl" and any(c.lower_ in ONLY_PREPOSITIONS for c in children(token))


def _adjective(token: Token) -> Frame | None:
    """ "peace on such terms is impossible", "an end to the war is possible if", "needed for talks"."""
    lemma = token.lemma_.lower()
    subject = child(token.head, "nsubj", "csubj")
    if token.dep_ not in ("acomp", "oprd", "ccomp", "attr", "conj"):
        return None
    if lemma in NECESSARY:
        return _necessary(token, subject)
    if subject is None or subject.lower_ in _PRONOUNS:
        return None
    if _refuses(token, lemma):
        return Frame("reject", (token.i, token.i + 1), reach(subject), None, "called impossible", 0.75)
    return _would_if(token, token) if lemma in POSSIBLE else None


def _refuses(token: Token, lemma: str) -> bool:
    return lemma in (NOT_POSSIBLE if denied(token) else IMPOSSIBLE)


def _necessary(token: Token, subject: Token | None) -> Frame | None:
    """ "in order to start talks, it is necessary to ...", "a withdrawal is needed for talks"."""
    verb, cue = token.head, (token.i, token.i + 1)
    order = next(
        (
            c
            for c in children(verb)
            if c.lower_ == "in" and c.i < token.i and [t.lower_ for t in children(c)] == ["order"]
        ),
        None,
    )
    action = child(token, "xcomp") or child(verb, "xcomp")
    if order is not None and action is not None:
        stake, demanded = reach(order), reach(action)
        return Frame("precondition", cue, (stake[0], demanded[1]), None, "necessary", 0.7, demanded, cue)
    link = next((c for c in children(token) if c.dep_ == "prep" and c.lower_ == "for"), None)
    if subject is None or link is None or subject.lower_ in ("it", "this", "that"):
        return None
    demanded, stake = reach(subject), reach(link)
    if not find_concepts(lemmas(token.doc, *stake)) & PEACEFUL:
        return None
    return Frame("precondition", cue, (demanded[0], stake[1]), None, "necessary", 0.7, demanded, cue)


def _off_the_table(token: Token) -> Frame | None:
    inner = child(token, "prep")
    noun = child(token, "pobj") or (child(inner, "pobj") if inner is not None else None)
    subject = child(token.head, "nsubj")
    if noun is None or subject is None or (token.lower_, noun.lemma_.lower()) not in REJECTING_PHRASES:
        return None
    if denied(token.head) or denied(token):
        return None
    return Frame("reject", (token.i, noun.i + 1), reach(subject), None, "off the table", 0.7)


def _must(token: Token) -> Frame | None:
    verb = token.head if token.lower_ == "must" else child(token, "xcomp")
    if verb is None or (token.lower_ != "must" and not any(c.tag_ == "TO" for c in children(verb))):
        return None
    subject = (
        own_subject(verb) or child(verb, "nsubjpass") or (own_subject(token) if verb.head is token else None)
    )
    if (
        subject is None
        or subject.lower_ in _FIRST_PERSON
        or verb.lemma_.lower() not in OBLIGED_VERBS | {"be"}
    ):
        return None
    low, high = reach(verb)
    issue = (min(low, reach(subject)[0]) if token.lower_ == "must" else reach(subject)[0], high)
    issue = (max(issue[0], reach(subject)[0]), issue[1])
    return Frame("demand", (token.i, token.i + 1), issue, None, "must", 0.6)


def _requires(token: Token) -> Frame | None:
    subject = own_subject(token)
    if subject is None or token.pos_ != "VERB":
        return None
    stake, thing = reach(subject), child(token, "dobj", "prep")
    if thing is None or not find_concepts(lemmas(token.doc, *stake)) & (ENDS | {"talks"}):
        return None
    demanded, cue = reach(thing), (token.i, token.i + 1)
    return Frame("precondition", cue, (stake[0], demanded[1]), None, "requires", 0.65, demanded, cue)


def _would_if(verb: Token, cue: Token) -> Frame | None:
    """ "hostilities would end if ...", "an end to the war is possible if ..."."""
    if cue.tag_ == "MD" and cue.lower_ not in ("would", "will", "can", "could"):
        return None
    copula = verb.head if verb.dep_ == "acomp" else verb
    subject = child(copula, "nsubj", "nsubjpass")
    if subject is None or subject.lower_ in _FIRST_PERSON or denied(verb):
        return None
    low, high = reach(subject)
    words = [*lemmas(verb.doc, low, high), verb.lemma_.lower()]
    reversed_words = [verb.lemma_.lower(), *lemmas(verb.doc, low, high)]
    found = find_concepts(words) | find_concepts(reversed_words)
    if not found & (ENDS | {"talks"}):
        return _own_deed(verb, cue, subject)
    end = max(verb.i + 1, high)
    return Frame(
        "offer",
        (cue.i, verb.i + 1 if cue.i <= verb.i else cue.i + 1),
        (low, end),
        None,
        "would if",
        0.65,
        needs_condition=True,
    )


def _own_deed(verb: Token, cue: Token, subject: Token) -> Frame | None:
    """ "said that he would open talks, but only if ...", "would fight on if ...": the subject's own deed."""
    if cue.tag_ != "MD" or cue.lower_ not in ("would", "will") or verb.pos_ not in ("VERB", "AUX"):
        return None
    low, high = verb.i, reach(verb)[1]
    words = lemmas(verb.doc, low, min(high, low + 3))
    hostile = any(is_hostile(word) for word in words[:2])
    if not hostile and verb.lemma_.lower() not in GIVING_VERBS:
        return None
    act = "threaten" if hostile else "offer"
    place = (low, high)
    return Frame(
        act, (cue.i, cue.i + 1), place, subject, "own deed", 0.6, needs_condition=True, needs_voice=True
    )


# Rules that one word calls up.
_BY_WORD: tuple[tuple[frozenset[str], Callable[[Token], Frame | None]], ...] = (
    (frozenset({"only"}), _only),
    (frozenset({"must", "has", "have", "need", "needs"}), _must),
    (frozenset({"require", "depend", "hinge", "presuppose"}), _requires),
)
