"""Which candidates of one article are one actor: rules from the surest to the least sure."""

from bisect import bisect_left
from collections.abc import Callable

from onrecord.data import MentionKind
from onrecord.lang.bodies import BODY_ANAPHORS, body_names
from onrecord.lang.titles import LOOSE_LEADERS, SPEAKS_FOR, role_class
from onrecord.stages.article.mentions.book import ChainBook, ChainState
from onrecord.stages.article.mentions.model import Candidate
from onrecord.stages.article.mentions.naming import link_names
from onrecord.stages.article.mentions.pronouns import link_pronoun

# How many mentions back a description may reach.
_WINDOW = 150
_OUTLET_NOUNS = frozenset(
    "newspaper publication paper outlet agency magazine website broadcaster channel daily".split()
)
# Roles that one person holds at a time; whoever else is only described stays an unnamed source.
_OFFICES = SPEAKS_FOR | LOOSE_LEADERS


def resolve(
    text: str, candidates: list[Candidate], fulls: dict[str, list[str]], own_outlet: str = ""
) -> ChainBook:
    """Number the chains. Candidates that refer to nobody that can be told keep chain -1.

    `own_outlet` is whose page this is: "the newspaper" means the outlet it cites.
    """
    book = ChainBook(text, candidates, own_outlet)
    link_names(book, fulls)
    _bindings(book)
    by_start = {candidate.head_start: candidate for candidate in candidates}
    history: list[Candidate] = []
    for candidate in candidates:
        if candidate.chain < 0:
            _later(book, candidate, history, by_start)
        if candidate.chain >= 0:
            history.append(candidate)
    return book


# -- grammar ------------------------------------------------------------------------------------


def _bindings(book: ChainBook) -> None:
    """Appositions and predicates: the parse says that two phrases are one."""
    by_start = {candidate.head_start: candidate for candidate in book.candidates}
    for candidate in book.candidates:
        other = by_start.get(candidate.bound) if candidate.bound is not None else None
        if other is None or other.chain < 0 or candidate.chain >= 0:
            continue
        _inherit(book, candidate, by_start)
        book.join(candidate, other.chain, candidate.bound_why)
        candidate.name = book.chains[other.chain].name


def _owner(book: ChainBook, candidate: Candidate, by_start: dict[int, Candidate]) -> Candidate | None:
    """Whose spokesman or counterpart a description is; a pronoun is resolved on the way."""
    owner = by_start.get(candidate.owner) if candidate.owner is not None else None
    if owner is not None and owner.chain < 0 and owner.form == "pronoun":
        place = bisect_left(book.starts, owner.start)
        near = [c for c in book.candidates[max(0, place - _WINDOW) : place] if c.chain >= 0]
        link_pronoun(book, owner, near)
    return owner if owner is not None and owner.chain >= 0 else None


def _inherit(book: ChainBook, candidate: Candidate, by_start: dict[int, Candidate]) -> None:
    """A counterpart holds the office of whom "his" stands for; "her spokesman" serves her state."""
    if candidate.role != "counterpart" and candidate.role not in SPEAKS_FOR:
        return
    owner = _owner(book, candidate, by_start)
    if owner is None:
        return
    chain = book.chains[owner.chain]
    if candidate.role == "counterpart":
        if any(office == "leader" for office, _ in chain.offices):
            candidate.role = "leader"
    elif candidate.state is None:
        candidate.state = owner.state or chain.state


# -- descriptions -------------------------------------------------------------------------------


def _later(
    book: ChainBook, candidate: Candidate, history: list[Candidate], by_start: dict[int, Candidate]
) -> None:
    if candidate.form == "role":
        _role(book, candidate, history, by_start)
    elif candidate.form == "anaphor":
        _anaphor(book, candidate, history)
    elif candidate.form == "group":
        _group(book, candidate, history)
    elif candidate.form == "pronoun":
        link_pronoun(book, candidate, history)


def _role(
    book: ChainBook, candidate: Candidate, history: list[Candidate], by_start: dict[int, Candidate]
) -> None:
    office = role_class(candidate.role or "")
    if candidate.owner is not None and candidate.state is None:
        owner = by_start.get(candidate.owner)
        key = ("owned", f"{office}|{owner.chain if owner else -1}")
        if owner is not None and owner.chain >= 0 and key in book.by_key:
            number = book.by_key[key]
            book.join(
                candidate,
                number,
                f"“{book.quote(candidate)}” takes up “{book.quote(book.chains[number].members[0])}”",
            )
            return
        number = book.open(candidate)
        if owner is not None and owner.chain >= 0:
            book.by_key[key] = number
            if owner.kind is MentionKind.STATE:
                candidate.state = book.chains[number].state = owner.state
        return
    persons = book.persons
    if candidate.state:
        holders = [chain for chain in persons if (office, candidate.state) in chain.offices]
        if not holders and office == "leader":
            holders = [
                c for c in persons if ("leader", None) in c.offices and c.state in (None, candidate.state)
            ]
        _pick(book, candidate, holders, history)
        return
    before = _before(book, history, lambda chain: candidate.role in chain.roles)
    before = before or _before(book, history, lambda chain: any(o == office for o, _ in chain.offices))
    if not before and candidate.role in LOOSE_LEADERS:
        before = _before(book, history, lambda chain: any(o == "leader" for o, _ in chain.offices))
    ahead = _ahead(book, candidate, office) if not before and candidate.sentence == 0 else None
    if ahead is not None:
        words, holder = book.quote(candidate), book.chains[ahead.chain]
        why = f"“{words}” is {holder.name}: the first holder that follows is “{book.quote(ahead)}”"
        book.join(candidate, ahead.chain, why)
        candidate.name = holder.name
        return
    _pick(book, candidate, before, history)


def _ahead(book: ChainBook, candidate: Candidate, office: str) -> Candidate | None:
    """A title speaks of the holder whom the first sentences name: "President ready to talk"."""
    for other in book.candidates[bisect_left(book.starts, candidate.end) :]:
        if other.sentence > candidate.sentence + 2:
            break
        named = other.chain >= 0 and other.kind is MentionKind.PERSON and other.role is not None
        if named and (other.role == candidate.role or role_class(other.role or "") == office):
            return other
    return None


def _before(
    book: ChainBook, history: list[Candidate], accept: Callable[[ChainState], bool]
) -> list[ChainState]:
    """Person chains named before that `accept` takes, nearest first."""
    found: list[ChainState] = []
    for candidate in reversed(history[-_WINDOW:]):
        chain = book.chains[candidate.chain]
        if chain.kind is MentionKind.PERSON and chain not in found and accept(chain):
            found.append(chain)
    return found


def _pick(book: ChainBook, candidate: Candidate, holders: list[ChainState], history: list[Candidate]) -> None:
    words = book.quote(candidate)
    if len(holders) > 1:
        near = [
            c
            for c in holders
            if any(
                m.sentence in (candidate.sentence, candidate.sentence - 1) and m.start < candidate.start
                for m in c.members
            )
        ]
        holders = near if near else holders
    if len(holders) == 1:
        chain = holders[0]
        titled = next((m for m in chain.members if m.role), chain.members[0])
        book.join(
            candidate,
            chain.number,
            f"“{words}” is {chain.name}: nobody else here holds that office (“{book.quote(titled)}”)",
        )
        candidate.name = chain.name
        return
    if candidate.role not in _OFFICES:
        candidate.kind = MentionKind.UNNAMED
    key = (
        "role",
        f"{role_class(candidate.role or '')}|{candidate.state}|{'' if candidate.state else words.casefold()}",
    )
    number = book.by_key.get(key)
    if number is not None:
        book.join(candidate, number, f"“{words}” takes up “{book.quote(book.chains[number].members[0])}”")
    else:
        book.by_key[key] = book.open(candidate)


def _anaphor(book: ChainBook, candidate: Candidate, history: list[Candidate]) -> None:
    noun = book.text[candidate.head_start : candidate.head_end].casefold()
    for other in reversed(history[-_WINDOW:]):
        chain = book.chains[other.chain]
        if chain.kind is MentionKind.OUTLET and noun in _OUTLET_NOUNS:
            if chain.name.casefold() == book.own_outlet:
                continue
            book.join(
                candidate,
                chain.number,
                f"“{book.quote(candidate)}” takes up {chain.name}, the outlet named last before",
            )
            return
        if chain.kind is MentionKind.BODY and noun in BODY_ANAPHORS and chain.name.casefold().endswith(noun):
            book.join(
                candidate, chain.number, f"“{book.quote(candidate)}” takes up “{chain.name}”, named before"
            )
            return
    ahead = _named_later(book, candidate, noun)
    if ahead is not None:
        book.join(
            candidate, ahead.number, f"“{book.quote(candidate)}” is “{ahead.name}”, the only one that follows"
        )
        return
    key = ("anaphor", noun)
    number = book.by_key.get(key)
    if number is None:
        book.by_key[key] = book.open(candidate)
    else:
        book.join(
            candidate,
            number,
            f"“{book.quote(candidate)}” repeats “{book.quote(book.chains[number].members[0])}”",
        )


def _named_later(book: ChainBook, candidate: Candidate, noun: str) -> ChainState | None:
    """ "The union could live with it. ... The Dock Workers' Union says ...": the only body of that noun."""
    if noun not in BODY_ANAPHORS or ("anaphor", noun) in book.by_key:
        return None
    bodies = [
        chain
        for chain in book.chains
        if chain.kind is MentionKind.BODY
        and " " in chain.name
        and chain.name.casefold().endswith(f" {noun}")
        and chain.name not in body_names()  # "the union" is not the European Union that comes later
    ]
    named = [chain for chain in bodies if any(m.form == "name" for m in chain.members)]
    return named[0] if len(bodies) == 1 and named else None


def _body_of_members(book: ChainBook, candidate: Candidate, noun: str) -> Candidate | None:
    """ "The six members of the Pact", not "two members": the body itself."""
    if noun != "members" or not candidate.definite:
        return None
    low, high = bisect_left(book.starts, candidate.start), bisect_left(book.starts, candidate.end)
    inside = [
        other
        for other in book.candidates[low : min(high, low + 8)]
        if other.kind is MentionKind.BODY and other.form == "name" and other.chain >= 0
    ]
    return inside[0] if len(inside) == 1 else None


def _group(book: ChainBook, candidate: Candidate, history: list[Candidate]) -> None:
    noun = book.text[candidate.head_start : candidate.head_end].casefold()
    if noun in _OUTLET_NOUNS and candidate.definite:
        _anaphor(book, candidate, history)
        return
    body = _body_of_members(book, candidate, noun)
    if body is not None:
        words = book.quote(candidate)
        book.join(candidate, body.chain, f"“{words}” are all of “{book.quote(body)}”: the body acts")
        return
    if candidate.definite or candidate.state:
        for key in (("group", f"{noun}|{candidate.state}"),):
            number = book.by_key.get(key)
            same = number is not None and (
                candidate.definite or book.chains[number].name.casefold() == candidate.name.casefold()
            )
            if number is not None and same:
                book.join(
                    candidate,
                    number,
                    f"“{book.quote(candidate)}” takes up “{book.quote(book.chains[number].members[0])}”",
                )
                return
    number = book.open(candidate)
    book.by_key[("group", f"{noun}|{candidate.state}")] = number
