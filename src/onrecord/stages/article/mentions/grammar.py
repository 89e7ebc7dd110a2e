"""Small questions about a token and its surroundings, answered from the parse alone."""

from spacy.tokens import Span, Token

from onrecord.lang.titles import FEMALE_HONORIFICS, FEMALE_ROLES, MALE_HONORIFICS, MALE_ROLES
from onrecord.stages.article.mentions.tokens import TokenIndex

# The dependencies of spaCy's English noun chunks (spacy/lang/en/syntax_iterators.py).
_PHRASE_HEADS = frozenset("nsubj dobj nsubjpass pcomp pobj dative appos attr ROOT oprd".split())
_MAX_CONJUNCTS = 50


def modifies(root: Token) -> bool:
    """Whether a word only qualifies another ("US senators", "the Corvan army")."""
    return root.dep_ in ("amod", "compound", "nmod") or (
        root.pos_ == "ADJ" and root.dep_ not in ("nsubj", "pobj", "dobj")
    )


def qualified(chunk: Span, root: Token) -> bool:
    """ "Western countries", "allied nations": states in the plural are actors when something tells which."""
    return any(t.pos_ in ("ADJ", "PROPN") and t.text[:1].isupper() for t in root.lefts)


def possessed(chunk: Span, root: Token) -> bool:
    """Whether somebody owns it ("Tiel's spokesman")."""
    return any(token.dep_ == "poss" for token in root.lefts)


def has_appositive(root: Token) -> bool:
    """Whether another noun stands beside it in apposition."""
    return any(child.dep_ == "appos" for child in root.rights)


def gender(honorific: str, role: str | None) -> str:
    """ "m" or "f" as an honorific or a role tells, else ""."""
    if honorific in FEMALE_HONORIFICS or (role and role in FEMALE_ROLES):
        return "f"
    if honorific in MALE_HONORIFICS or (role and role in MALE_ROLES):
        return "m"
    return ""


def expletive(token: Token) -> bool:
    """ "It is said that", "it is necessary to": the pronoun stands for a clause."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    head = token.head
    return token.dep_ in ("nsubj", "nsubjpass") and any(
        child.dep_ in ("ccomp", "xcomp", "csubj", "advcl")
        and child.i > head.i
        and head.lemma_ in ("be", "seem", "appear")
        for child in head.children
    )


def line_start(text: str, start: int, head: int) -> int:
    """A phrase does not reach back over a line end."""
    cut = text.rfind("\n", start, head)
    start = cut + 1 if cut >= 0 else start
    while start < head and text[start].isspace():
        start += 1
    return start


def _heads_phrase(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    head = token
    for _ in range(_MAX_CONJUNCTS):
        if head.dep_ != "conj" or head.head.i >= head.i:
            break
        head = head.head
    return head.dep_ in _PHRASE_HEADS


def noun_chunk(tokens: TokenIndex, token: Token) -> Span | None:
    """The noun phrase that ends in `token`, as spaCy's noun chunks give it, for this token alone."""
    if not _heads_phrase(token):
        return None
    low = token.left_edge.i
    if any(_heads_phrase(other) for other in tokens.items[low : token.i]):
        return None
    return tokens.doc[low : token.i + 1]
