"""Grammar that makes two phrases one: "X's spokesman, Y", "Y, the Velkan president", "Y is the head of Z"."""

from spacy.tokens import Token

from onrecord.data import MentionKind
from onrecord.stages.article.mentions.model import Candidate
from onrecord.stages.article.mentions.tokens import TokenIndex

_COPULA = frozenset(["be", "become", "remain"])


def bind(tokens: TokenIndex, candidates: list[Candidate]) -> None:
    """Set `bound` on descriptions that stand in apposition or predication to a named person or body."""
    named = [c for c in candidates if c.form == "name" and c.kind in (MentionKind.PERSON, MentionKind.BODY)]
    by_root = {root.i: c for c in named if (root := _root(tokens, c)) is not None}
    starts = sorted(named, key=lambda c: c.start)
    after = {c.start: c for c in starts}
    before = {c.end: c for c in starts}
    for candidate in candidates:
        if candidate.form not in ("role", "group") or candidate.plural:
            continue
        root = _root(tokens, candidate)
        target = _by_parse(root, by_root) if root is not None else None
        target = target or _by_commas(tokens.text, candidate, after, before)
        if target is not None and target.kind is MentionKind.PERSON:
            low, high = min(candidate.start, target.start), max(candidate.end, target.end)
            candidate.bound = target.head_start
            quote = " ".join(tokens.text[low : min(high, low + 160)].split())
            candidate.bound_why = f"“{quote}” puts the name {target.name} beside the description"


def _root(tokens: TokenIndex, candidate: Candidate) -> Token | None:
    span = tokens.span(candidate.head_start, candidate.head_end)
    return span.root if span is not None else None


def _by_parse(root: Token, by_root: dict[int, Candidate]) -> Candidate | None:
    for child in root.rights:
        if child.dep_ == "appos" and child.i in by_root:
            return by_root[child.i]
    if root.dep_ == "appos" and root.head.i in by_root:
        return by_root[root.head.i]
    if root.dep_ == "attr" and root.head.lemma_ in _COPULA:
        for child in root.head.lefts:
            if child.dep_ == "nsubj" and child.i in by_root:
                return by_root[child.i]
    return None


def _by_commas(
    text: str, candidate: Candidate, after: dict[int, Candidate], before: dict[int, Candidate]
) -> Candidate | None:
    """The parser misses some: a description, a comma, a name (or the other way round, closed by a comma)."""
    if text[candidate.end : candidate.end + 2] == ", ":
        found = after.get(candidate.end + 2)
        if found is not None and candidate.form == "role":
            return found
    if text[candidate.start - 2 : candidate.start] == ", " and text[candidate.end : candidate.end + 1] in (
        ",",
        ".",
    ):
        found = before.get(candidate.start - 2)
        if found is not None:
            return found
    return None
