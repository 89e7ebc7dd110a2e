"""Candidates with a name: the same name, state, initials or spelling is one chain."""

import re

from onrecord.data import MentionKind
from onrecord.lang.bodies import BODY_NOUNS
from onrecord.lang.states import states
from onrecord.stages.article.mentions.book import ChainBook, ChainState
from onrecord.stages.article.mentions.model import Candidate
from onrecord.text.translit import skeleton

_LETTERS = re.compile(r" \(([^\W\d_a-z][\w&.-]{1,10})\)")


def link_names(book: ChainBook, fulls: dict[str, list[str]]) -> None:
    """Give every named candidate its chain; `fulls` are the full names that a short one may stand for."""
    acronyms = _acronyms(book)
    for candidate in book.candidates:
        if candidate.form not in ("name", "place", "body"):
            continue
        key = _key(candidate, acronyms)
        if candidate.kind is MentionKind.PERSON:
            key = _person_key(book, candidate, fulls)
        number = book.by_key.get(key)
        if number is not None and _other_gender(candidate, book.chains[number]):
            key = (f"{key[0]}-{candidate.gender}", key[1])
            candidate.name = _written(book, candidate)
            number = book.by_key.get(key)
        if number is None:
            book.by_key[key] = book.open(candidate)
        else:
            first = book.chains[number].members[0]
            book.join(candidate, number, _same_name(book, candidate, first))
    book.persons = [chain for chain in book.chains if chain.kind is MentionKind.PERSON]
    for chain in book.chains:
        if chain.kind is MentionKind.PERSON:
            _explain_short_names(book, chain)
        elif chain.kind is MentionKind.BODY:
            chain.name = max((m.name for m in chain.members), key=lambda name: (len(name), name))
    for chain in book.chains:
        if chain.kind is MentionKind.STATE and chain.state in states():
            chain.name = states()[chain.state].name


def _other_gender(candidate: Candidate, chain: ChainState) -> bool:
    """ "Mrs Tiel" is not John Tiel."""
    return {candidate.gender, chain.gender} == {"m", "f"}


def _explain_short_names(book: ChainBook, chain: ChainState) -> None:
    """The fullest written name names the chain; shorter ones say what they shorten."""
    best = max(
        chain.members, key=lambda m: (len(_written(book, m).split()), len(_written(book, m)), -m.start)
    )
    chain.name = _written(book, best)
    for member in chain.members:
        if _written(book, member) != chain.name:
            kind = "another spelling of" if len(_written(book, member).split()) > 1 else "short for"
            member.why = (
                f"“{book.quote(member)}” in “{member.near}” is {kind} {chain.name} (“{book.quote(best)}”)"
            )


def _written(book: ChainBook, candidate: Candidate) -> str:
    return " ".join(book.text[candidate.head_start : candidate.head_end].split())


def _same_name(book: ChainBook, candidate: Candidate, first: Candidate) -> str:
    if candidate.kind is MentionKind.STATE or book.quote(candidate) == book.quote(first):
        return candidate.why
    return f"{candidate.why}; the same name as “{book.quote(first)}” before"


def _key(candidate: Candidate, acronyms: dict[str, str]) -> tuple[str, str]:
    if candidate.kind is MentionKind.STATE and candidate.state:
        return "state", candidate.state
    if candidate.kind is MentionKind.BODY:
        name = acronyms.get(candidate.name, candidate.name).casefold()
        return "body", f"{name}|{'' if name in acronyms.values() else candidate.state or ''}"
    return candidate.kind.value, candidate.name.casefold()


def _acronyms(book: ChainBook) -> dict[str, str]:
    """Full names of bodies by initials ("ITB") and by first words ("Norvane" of one "Norvane Steel")."""
    names = sorted({c.name for c in book.candidates if c.kind is MentionKind.BODY and c.form == "name"})
    initials: dict[str, str] = {}
    firsts: dict[str, list[str]] = {}
    for name in names:
        words = name.split()
        capitals = [word for word in words if word[:1].isupper()]
        if len(capitals) > 1:
            initials.setdefault("".join(word[0] for word in capitals), name)
            if words[0].casefold() not in BODY_NOUNS and not any(w in ("of", "for") for w in words):
                firsts.setdefault(words[0], []).append(name)
    found = {name: initials[name] for name in names if name in initials}
    found |= _bracketed(book, names)
    return found | {name: firsts[name][0] for name in names if len(firsts.get(name, ())) == 1}


def _bracketed(book: ChainBook, names: list[str]) -> dict[str, str]:
    """ "the Dock and Harbour Workers' Union (DHWU)": the article says what the letters stand for."""
    found: dict[str, str] = {}
    for candidate in book.candidates:
        if candidate.kind is not MentionKind.BODY or candidate.form != "name":
            continue
        letters = _LETTERS.match(book.text, candidate.head_end)
        if letters is not None and letters[1] in names and letters[1] != candidate.name:
            found.setdefault(letters[1], candidate.name)
    return found


def _person_key(book: ChainBook, candidate: Candidate, fulls: dict[str, list[str]]) -> tuple[str, str]:
    """Full name by sound; a surname alone goes to the nearest bearer before it, else the first after."""
    choices = fulls.get(book.text[candidate.head_start : candidate.head_end]) or [candidate.name]
    sounds = {_sound(name): name for name in choices}
    if len(sounds) > 1:
        near = [book.by_key[("person", s)] for s in sounds if ("person", s) in book.by_key]
        if near:
            latest = max(near, key=lambda number: book.chains[number].members[-1].start)
            candidate.name = book.chains[latest].name
            return "person", _sound(candidate.name)
    candidate.name = choices[0]
    return "person", _sound(choices[0])


def _sound(name: str) -> str:
    return " ".join(skeleton(word) for word in name.split())
