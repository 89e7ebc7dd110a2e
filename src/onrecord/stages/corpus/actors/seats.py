"""Capitals that only the pile tells: where a state's offices sit, and what is left for the other state.

"Prime Minister Tiel told parliament in Brell" makes Brell the capital of the state whose prime minister
Tiel is, as "Corva's government in Brell" does. Of two states that articles on "the government in Vint"
name, the one that has its capital elsewhere is not meant. A word that two states could claim is nobody's.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Seated:
    """What one article tells of where offices sit.

    `owned` are (state, place, words), `told` (who told it, place, words), `holders` persons in full with the
    state that they are given, `seats` (place, words); `words` and `states` are all words and states of the
    article, kept only where there are seats.
    """

    owned: tuple[tuple[str, str, str], ...] = ()
    told: tuple[tuple[str, str, str], ...] = ()
    holders: tuple[tuple[str, str], ...] = ()
    seats: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


def seated_of(found: ArticleFindings) -> Seated:
    """What one article tells."""
    text = found.article.text
    ends = {m.span.end: m.name for m in found.mentions if m.kind is MentionKind.PERSON}
    told = (
        (ends[m.start()], m[1], words_around(text, m.start(1), m.end(1)))
        for m in _TOLD.finditer(text)
        if m.start() in ends and _unlisted(m[1])
    )
    holders = {
        (m.name, m.state)
        for m in found.mentions
        if m.kind is MentionKind.PERSON and " " in m.name and m.state is not None
    }
    places = ((m[1], words_around(text, m.start(1), m.end(1))) for m in _SEATED.finditer(text))
    seats = tuple((place, near) for place, near in places if _unlisted(place))
    named = {m.state for m in found.mentions if m.kind is MentionKind.STATE and m.state is not None}
    return Seated(
        tuple((m[1], m[2], m.group()) for m in _OF_STATE.finditer(text) if _unlisted(m[2])),
        tuple(told),
        tuple(sorted(holders)),
        seats,
        tuple(sorted(set(_WORD.findall(text)))) if seats else (),
        tuple(sorted(named)) if seats else (),
    )


def find_seats(
    articles: Sequence[Seated], key: Callable[[str | None], str | None], known: Iterable[str]
) -> dict[str, Seat]:
    """Capitals by name. `key` gives a state its canonical key, `known` are the states that no table lists."""
    names = sorted(known)
    told = _told(articles, key, set(names))
    found = {place: claims[0] for place, claims in told.items() if len({c.state for c in claims}) == 1}
    return found | _left_over(articles, key, names, found, told)


def _told(
    articles: Sequence[Seated], key: Callable[[str | None], str | None], known: set[str]
) -> dict[str, list[Seat]]:
    holders = _holders(articles, key)
    claims: dict[str, list[Seat]] = {}
    for article in articles:
        for named, place, words in article.owned:
            state = key(named)
            if state in known:
                claims.setdefault(place, []).append(Seat(str(state), f"“{words}”"))
        for person, place, near in article.told:
            owner = holders.get(person)
            if owner is not None:
                claims.setdefault(place, []).append(Seat(owner, f"“{near}”"))
    return {place: sorted(seats) for place, seats in claims.items()}


def _holders(articles: Iterable[Seated], key: Callable[[str | None], str | None]) -> dict[str, str]:
    """Persons in full whom the pile gives one state, unlisted ones only: a listed one's capital is known."""
    found: dict[str, set[str]] = {}
    for article in articles:
        for name, given in article.holders:
            state = key(given)
            if state is not None:
                found.setdefault(name, set()).add(state)
    return {
        name: next(iter(owners))
        for name, owners in found.items()
        if len(owners) == 1 and not owners & states().keys()
    }


def _left_over(
    articles: Sequence[Seated],
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
    for article in articles:
        places = [(place, near) for place, near in article.seats if place not in told]
        if not places:
            continue
        named = own.intersection(article.words)
        named |= {k for state in article.states if (k := key(state))}
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
