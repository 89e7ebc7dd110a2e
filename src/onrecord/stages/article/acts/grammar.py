"""Reading the parse: whose verb it is, what it governs, whether it is denied or merely supposed.

Every climb is bounded, so that a broken parse of hostile text costs no more than a good one.
"""

from spacy.tokens import Doc, Token

from onrecord.lang.acts import CONTROL_VERBS, HYPOTHETICAL_MARKS
from onrecord.lang.issues import HOSTILE_VERBS

CLIMB = 12
WIDEST = 60
WINDOW = 120
_CHILDREN = "onrecord children"

_SUBJECTS = ("nsubj", "nsubjpass")
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "cannot"})
_SPECULATIVE = frozenset({"may", "might", "could"})


def lemmas(doc: Doc, start: int, end: int) -> list[str]:
    """Lower-case lemmas of tokens; plurals that mean something of their own stay, names of persons go."""
    return [_lemma(token) for token in doc[start:end]]


_OWN_PLURALS = frozenset({"talks", "terms", "arms"})


def _lemma(token: Token) -> str:
    if token.lower_ in _OWN_PLURALS and token.pos_ != "VERB":
        return token.lower_
    return "_" if token.ent_type_ == "PERSON" else token.lemma_.lower()


def reach(token: Token) -> tuple[int, int]:
    """The token range that a token governs, at most WIDEST tokens each way."""
    low = max(token.left_edge.i, token.i - WIDEST)
    high = min(token.right_edge.i + 1, token.i + WIDEST)
    return low, max(high, token.i + 1)


def children(token: Token) -> list[Token]:
    """The children of a word, in text order; in an endless sentence only those within WINDOW tokens.

    `Token.children` walks all that lies between the first and the last word below, so a broken parse
    costs time by its square: the children of all words are listed once instead, and kept with the text.
    """
    doc = token.doc
    listed: list[list[int]] | None = doc.user_data.get(_CHILDREN)
    if listed is None:
        listed = doc.user_data[_CHILDREN] = _listed(doc)
    return [doc[i] for i in listed[token.i]]


def _listed(doc: Doc) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(len(doc))]
    for token in doc:
        head = token.head.i
        if head != token.i and abs(head - token.i) <= WINDOW:
            found[head].append(token.i)
    return found


def child(token: Token, *deps: str) -> Token | None:
    """The first child in one of these relations."""
    return next((c for c in children(token) if c.dep_ in deps), None)


def own_subject(verb: Token) -> Token | None:
    """The subject that a verb itself has; what an agent does for a passive verb."""
    subject = child(verb, *_SUBJECTS)
    if subject is not None and subject.dep_ == "nsubjpass":
        by = child(verb, "agent")
        return child(by, "pobj") if by is not None else None
    return subject


def subject_of(token: Token) -> Token | None:
    """Who does what a verb or adjective says, also where the subject stands higher up."""
    for _ in range(CLIMB):
        if child(token, *_SUBJECTS) is not None:
            found = own_subject(token)
            return _antecedent(found, token) if found is not None else None
        shared = _shared_subject(token)
        if shared is not None:
            return shared
        if token.head is token or token.dep_ not in _INHERITING:
            return None
        token = token.head
    return None


_INHERITING = frozenset("conj acomp xcomp advcl attr prep pcomp oprd ccomp".split())


def _shared_subject(token: Token) -> Token | None:
    """Of "accused Vesta of refusing" and of "Vesta, refusing to ...": Vesta."""
    head = token.head
    if token.dep_ in ("xcomp", "pcomp") and _object_controls(head):
        return child(head, "dobj")
    return head if token.dep_ == "acl" and token.tag_ == "VBG" else None


def _object_controls(verb: Token) -> bool:
    return verb.lemma_.lower() not in CONTROL_VERBS


def _antecedent(subject: Token, verb: Token) -> Token:
    """For "who" and "which" of a relative clause, the noun that the clause describes."""
    if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return verb.head
    return subject


def denied(token: Token) -> bool:
    """Is the verb or adjective denied, itself or by the copula it hangs on?"""
    places = [token]
    if token.dep_ in ("acomp", "attr", "oprd") or (token.dep_ == "xcomp" and token.head.lemma_ == "be"):
        places.append(token.head)
    if any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for place in places for c in children(place)):
        return True
    subjects = [c for place in places for c in children(place) if c.dep_ in _SUBJECTS]
    return any(c.lower_ in ("neither", "no") for subject in subjects for c in (subject, *children(subject)))


def modals(verb: Token) -> frozenset[str]:
    """Lower-case modal auxiliaries of a verb, or of the copula that an adjective hangs on."""
    places = [verb, verb.head] if verb.dep_ in ("acomp", "attr") else [verb]
    return frozenset(c.lower_ for place in places for c in children(place) if c.tag_ == "MD")


def supposed(token: Token) -> bool:
    """Does the word stand in a clause of condition, of purpose unmet or of mere possibility?"""
    for _ in range(CLIMB):
        if any(c.dep_ == "mark" and c.lower_ in HYPOTHETICAL_MARKS for c in children(token)):
            return True
        if token.head is token:
            return False
        if token.dep_ == "ccomp" and token.head.lemma_.lower() in ("provide", "assume", "suppose"):
            return True
        token = token.head
    return False


def speculated(verb: Token) -> bool:
    """Is it only said that the party may or might do so?"""
    return bool(modals(verb) & _SPECULATIVE)


def questioned(token: Token) -> bool:
    """Does the sentence end in a question mark?"""
    low, high = window(token)
    return any(t.text == "?" for t in token.doc[max(low, high - 3) : high])


def is_hostile(word: str) -> bool:
    """The tagger takes "continue fighting" now for a verb, now for a noun."""
    return word in HOSTILE_VERBS or (word.endswith("ing") and word[:-3] in HOSTILE_VERBS)


def window(token: Token) -> tuple[int, int]:
    """The token range of the sentence around a token, cut where it runs on for more than WINDOW tokens.

    `Token.sent` walks the whole sentence, and hostile text has sentences without end.
    """
    doc = token.doc
    low = token.i
    while low > 0 and token.i - low < WINDOW and not doc[low].is_sent_start:
        low -= 1
    high = token.i + 1
    while high < len(doc) and high - token.i < WINDOW and not doc[high].is_sent_start:
        high += 1
    return low, high
