"""Chains of who passed words on to whom, from attributions that sit in each other, and how two compare.

The rules are those of eval/data/attribution/README.md ("hops"): one chain per innermost attribution, from the
outermost source inwards; a link without source is left out; the same party twice in a row is one hop; a chain
ends before what was negated, predicted or hypothetical and does not go beyond a question; a chain that is the
beginning of another is not listed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.data import Attribution, Factuality

UNSAID = frozenset({Factuality.NEGATED, Factuality.PREDICTED, Factuality.HYPOTHETICAL})
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
ARTICLES = frozenset("the a an its his her their our".split())
# Where the core of a phrase ends: what follows says more about the party that the words before name.
AFTER_CORE = re.compile(
    r",|\(|\s(?:of|for|at|in|from|with|to|on|by|who|which|that|whose|close|near|familiar|из|в|во|на|при|от|из|з|із|у|від)\s"
)

Chain = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """What a chain needs of one attribution. `parent` is a place in the same list; `name` may be empty."""

    name: str
    parent: int | None
    factuality: Factuality = Factuality.FACT


def links_of(found: Sequence[Attribution]) -> list[Link]:
    """Links of a system's attributions; a source that refers to somebody has that name."""
    places = {item.id: place for place, item in enumerate(found)}
    return [
        Link(
            name=item.speaker.name if item.speaker else " ".join(span.text for span in item.source),
            parent=places.get(item.parent) if item.parent else None,
            factuality=item.factuality,
        )
        for item in found
    ]


def chains_of(links: Sequence[Link]) -> list[Chain]:
    """All chains, in order of the innermost links. A ring of parents is cut where it closes."""
    parents = {link.parent for link in links}
    leaves = [place for place in range(len(links)) if place not in parents]
    return tidy([_names(links, _path(links, place)) for place in leaves])


def tidy(chains: Sequence[Chain]) -> list[Chain]:
    """Chains without those that are there already, or are the beginning of another."""
    kept: list[Chain] = []
    for chain in chains:
        if chain and not any(same_chain(other, chain) for other in kept):
            kept.append(chain)
    return [one for one in kept if not any(_begins(one, other) for other in kept)]


def _path(links: Sequence[Link], place: int) -> list[int]:
    """Places from the outermost link to this one."""
    path: list[int] = []
    at: int | None = place
    while at is not None and at not in path and 0 <= at < len(links):
        path.append(at)
        at = links[at].parent
    return path[::-1]


def _names(links: Sequence[Link], path: Sequence[int]) -> Chain:
    names: list[str] = []
    for place in path:
        link = links[place]
        if link.factuality in UNSAID:
            break
        if link.name and not (names and same_party(names[-1], link.name)):
            names.append(link.name)
        if link.factuality is Factuality.QUESTION:
            break
    return tuple(names)


def _begins(one: Chain, other: Chain) -> bool:
    return len(one) < len(other) and same_chain(one, other[: len(one)])


def words_of(name: str) -> list[str]:
    """Words of a name in lower case, without articles and possessives ("Kellan's" is "kellan")."""
    words = [re.sub(r"['’]s$", "", word.lower()) for word in WORD.findall(name)]
    return [word for word in words if word not in ARTICLES] or words


def same_party(one: str, other: str) -> bool:
    """Whether two phrases name one party: the words are the same, or one holds the core of the other whole.

    "Ivo Kellan, foreign minister of Vesta" and "Kellan" are one party, "a spokesman for the ministry" and
    "the ministry" are two.
    """
    mine, yours = set(words_of(one)), set(words_of(other))
    if not mine or not yours:
        return one == other
    if mine <= yours:
        return _core_word(other) in mine
    return yours <= mine and _core_word(one) in yours


def like_party(one: str, other: str) -> bool:
    """The same party, or phrases of which at least half of all words are shared (edges differ)."""
    mine, yours = set(words_of(one)), set(words_of(other))
    return same_party(one, other) or 2 * len(mine & yours) >= len(mine | yours) > 0


def _core_word(name: str) -> str:
    """The last word of what stands before the first comma, bracket or preposition: its noun or surname."""
    core = words_of(AFTER_CORE.split(name.strip(), maxsplit=1)[0])
    return core[-1] if core else ""


def same_chain(gold: Chain, given: Chain) -> bool:
    """Whether a chain names the same parties in the same order, but for titles and additions."""
    return len(gold) == len(given) and all(map(same_party, gold, given))


def like_chain(gold: Chain, given: Chain) -> bool:
    """Whether a chain has the same parties in the same order, the edges of their phrases aside."""
    return len(gold) == len(given) and all(map(like_party, gold, given))


def identical_chain(gold: Chain, given: Chain) -> bool:
    """Whether a chain has the same words in the same order, articles and marks aside."""
    return [words_of(name) for name in gold] == [words_of(name) for name in given]


def what_is_wrong(gold: Sequence[Chain], given: Sequence[Chain]) -> str:
    """In what two sets of chains that differ do so: in their parties, or only in who quotes whom."""
    wanted = [name for chain in gold for name in chain]
    named = [name for chain in given for name in chain]
    missing = any(not any(like_party(name, other) for other in named) for name in wanted)
    extra = any(not any(like_party(name, other) for other in wanted) for name in named)
    if not named:
        return "nothing found"
    if missing:
        return "another party for one" if extra else "a party missing"
    return "a party too many" if extra else "the parties right, who quotes whom wrong"


def matched_chains(gold: Sequence[Chain], given: Sequence[Chain], exact: bool = False) -> int:
    """How many chains of gold are given, one to one, those with the same words first."""
    left = list(given)
    matched = 0
    missing: list[Chain] = []
    for chain in gold:
        twin = next((other for other in left if identical_chain(chain, other)), None)
        if twin is None:
            missing.append(chain)
        else:
            left.remove(twin)
            matched += 1
    for chain in () if exact else missing:
        twin = next((other for other in left if like_chain(chain, other)), None)
        if twin is not None:
            left.remove(twin)
            matched += 1
    return matched
