"""Capitals that only the pile tells: where a state's offices sit, and what is left for the other state.

"Prime Minister Tiel told parliament in Brell" makes Brell the capital of the state whose prime minister
Tiel is, as "Corva's government in Brell" does. Of two states that articles on "the government in Vint"
name, the one that has its capital elsewhere is not meant. A word that two states could claim is nobody's.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from onrecord.data import ArticleFindings, MentionKind
from onrecord.lang.gazetteer import entries
from onrecord.lang.states import states
from onrecord.text.around import words_around

_PLACE = r"([^\W\d_a-z][^\W\d_]{2,30}(?: [^\W\d_a-z][^\W\d_]{2,30})?)(?![\w-])"
_OFFICE = (
    r"(?:[Gg]overnment|[Pp]arliament|[Cc]abinet|[Pp]residency|"
    r"(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ee]nergy|[Ff]inance) [Mm]inistry)"
)
_OF_STATE = re.compile(rf"\b([^\W\d_a-z][^\W\d_]{{2,30}})['’]s? {_OFFICE} in {_PLACE}")
_TOLD = re.compile(rf" (?:told|addressed|informed|assured) (?:the )?{_OFFICE} in {_PLACE}")
_SEATED = re.compile(rf"\b[Tt]he {_OFFICE} in {_PLACE}")
_WORD = re.compile(r"[^\W\d_]+")


class Seat(NamedTuple):
    """The key of the state whose capital a place is, and the words that tell."""

    state: str
    why: str


def find_seats(
    articles: Sequence[ArticleFindings], key: Callable[[str | None], str | None], known: Iterable[str]
) -> dict[str, Seat]:
    """Capitals by name. `key` gives a state its canonical key, `known` are the states that no table lists."""
    names = sorted(known)
    told = _told(articles, key, set(names))
    found = {place: claims[0] for place, claims in told.items() if len({c.state for c in claims}) == 1}
    return found | _left_over(articles, key, names, found, told)


def _told(
    articles: Sequence[ArticleFindings], key: Callable[[str | None], str | None], known: set[str]
) -> dict[str, list[Seat]]:
    holders = _holders(articles, key)
    claims: dict[str, list[Seat]] = {}
    for findings in articles:
        text = findings.article.text
        for match in _OF_STATE.finditer(text):
            state = key(match[1])
            if state in known and _unlisted(match[2]):
                claims.setdefault(match[2], []).append(Seat(str(state), f"“{match.group()}”"))
        ends = {m.span.end: m.name for m in findings.mentions if m.kind is MentionKind.PERSON}
        for match in _TOLD.finditer(text):
            owner = holders.get(ends.get(match.start(), ""))
            if owner is not None and _unlisted(match[1]):
                near = words_around(text, match.start(1), match.end(1))
                claims.setdefault(match[1], []).append(Seat(owner, f"“{near}”"))
    return {place: sorted(seats) for place, seats in claims.items()}


def _holders(articles: Iterable[ArticleFindings], key: Callable[[str | None], str | None]) -> dict[str, str]:
    """Persons in full whom the pile gives one state, unlisted ones only: a listed one's capital is known."""
    found: dict[str, set[str]] = {}
    for findings in articles:
        for mention in findings.mentions:
            state = key(mention.state)
            if mention.kind is MentionKind.PERSON and " " in mention.name and state is not None:
                found.setdefault(mention.name, set()).add(state)
    return {
        name: next(iter(owners))
        for name, owners in found.items()
        if len(owners) == 1 and not owners & states().keys()
    }


def _left_over(
    articles: Sequence[ArticleFindings],
    key: Callable[[str | None], str | None],
    names: Sequence[str],
    found: dict[str, Seat],
    told: dict[str, list[Seat]],
) -> dict[str, Seat]:
    """Seats of the state that is left when the others named beside them have their capital elsewhere."""
    own = set(names)
    seated = {seat.state for seat in found.values()}
    beside: dict[str, set[str]] = {}
    words: dict[str, str] = {}
    for findings in articles:
        text = findings.article.text
        places = [(m[1], words_around(text, m.start(1), m.end(1))) for m in _SEATED.finditer(text)]
        places = [(place, near) for place, near in places if _unlisted(place) and place not in told]
        if not places:
            continue
        named = own & set(_WORD.findall(text))
        named |= {k for m in findings.mentions if m.kind is MentionKind.STATE and (k := key(m.state))}
        for place, near in places:
            beside.setdefault(place, set()).update(named)
            words.setdefault(place, near)
    left = {}
    for place, named in sorted(beside.items()):
        rest = sorted(named - seated)
        if len(rest) == 1 and rest[0] in names and place not in names and named & seated:
            others = ", ".join(sorted(named & seated))
            why = f"“{words[place]}”, and {others}, named beside it, has another capital"
            left[place] = Seat(rest[0], why)
    return left


def _unlisted(place: str) -> bool:
    return place not in entries() and not any(word in entries() for word in place.split())
