"""Whom a pronoun takes up: the nearest fitting subject, else the only fitting actor."""

from onrecord.data import MentionKind
from onrecord.stages.article.mentions.book import ChainBook
from onrecord.stages.article.mentions.model import Candidate
from onrecord.text.around import words_around


def link_pronoun(book: ChainBook, candidate: Candidate, history: list[Candidate]) -> None:
    """Join a pronoun to a chain of `history`, or leave it out when nobody or several fit."""
    found = _antecedent(book, candidate, history)
    if found is None:
        return
    chain = book.chains[found.chain]
    role = "the subject" if found.subject else "the only fitting actor"
    word = book.text[candidate.start : candidate.end]
    near = words_around(book.text, candidate.start, candidate.end)
    said = words_around(book.text, found.start, min(found.end, found.start + 80))
    why = f"“{word}” in “{near}” is {chain.name}: “{book.quote(found)}”, {role} of “{said}”"
    book.join(candidate, chain.number, why)
    candidate.name = chain.name


def _fits(book: ChainBook, candidate: Candidate, other: Candidate) -> bool:
    chain = book.chains[other.chain]
    if candidate.gender in ("m", "f"):
        return chain.kind is MentionKind.PERSON and chain.gender in ("", candidate.gender)
    if candidate.gender == "p":
        return chain.kind is MentionKind.UNNAMED and chain.plural
    return chain.kind in (MentionKind.STATE, MentionKind.BODY, MentionKind.OUTLET)


def _antecedent(book: ChainBook, candidate: Candidate, history: list[Candidate]) -> Candidate | None:
    """The nearest fitting subject of this sentence, else of the one before; else the only fitting actor."""
    for back in (0, 1, 2):
        here = [
            other
            for other in reversed(history[-60:])
            if other.sentence == candidate.sentence - back
            and other.end <= candidate.start
            and _fits(book, candidate, other)
        ]
        subjects = [other for other in here if other.subject]
        if subjects:
            return subjects[0] if back == 0 else subjects[-1]
        if here and len({other.chain for other in here}) == 1:
            return here[0]
        if here:
            return None
        if candidate.gender in ("n", "p") and back == 1:
            return None
    return None
