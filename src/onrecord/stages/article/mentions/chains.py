"""Which candidates of one article are one actor: rules from the surest to the least sure."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from onrecord.data import MentionKind
from onrecord.lang.bodies import BODY_ANAPHORS, BODY_NOUNS
from onrecord.lang.states import states
from onrecord.lang.titles import LOOSE_LEADERS, SPEAKS_FOR, role_class
from onrecord.stages.article.mentions.model import Candidate
from onrecord.text.around import words_around
from onrecord.text.translit import skeleton

# How many mentions back a description may reach.
_WINDOW = 150
_OUTLET_NOUNS = frozenset(
    "newspaper publication paper outlet agency magazine website broadcaster channel daily".split()
)
# Roles that one person holds at a time; whoever else is only described stays an unnamed source.
_OFFICES = SPEAKS_FOR | LOOSE_LEADERS


@dataclass(slots=True)
class ChainState:
    """What is known of one actor of the article so far."""

    number: int
    kind: MentionKind
    name: str
    state: str | None = None
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    members: list[Candidate] = field(default_factory=list)


class ChainBook:
    """The chains of one article, grown candidate by candidate in text order."""

    def __init__(self, text: str, candidates: list[Candidate], own_outlet: str = "") -> None:
        self.text = text
        self.own_outlet = own_outlet.casefold()
        self.candidates = candidates
        self.starts = [candidate.start for candidate in candidates]
        self.chains: list[ChainState] = []
        self.by_key: dict[tuple[str, str], int] = {}
        self.persons: list[ChainState] = []

    def quote(self, candidate: Candidate) -> str:
        """The words of a candidate, for a reason."""
        return " ".join(self.text[candidate.start : candidate.end].split())

    def join(self, candidate: Candidate, number: int, why: str) -> None:
        """Put a candidate into a chain."""
        chain = self.chains[number]
        candidate.chain, candidate.why = number, why
        candidate.kind = chain.kind
        chain.members.append(candidate)
        if candidate.role:
            chain.offices.add((role_class(candidate.role), candidate.state))
            chain.roles.add(candidate.role)
            if chain.kind is MentionKind.PERSON and chain.state is None:
                chain.state = candidate.state
        chain.gender = chain.gender or (candidate.gender if candidate.form != "pronoun" else "")

    def open(self, candidate: Candidate) -> int:
        """Start a chain with a candidate."""
        number = len(self.chains)
        self.chains.append(
            ChainState(number, candidate.kind, candidate.name, candidate.state, plural=candidate.plural)
        )
        self.join(candidate, number, candidate.why)
        return number


def resolve(
    text: str, candidates: list[Candidate], fulls: dict[str, list[str]], own_outlet: str = ""
) -> ChainBook:
    """Number the chains. Candidates that refer to nobody that can be told keep chain -1.

    `own_outlet` is whose page this is: "the newspaper" means the outlet it cites.
    """
    book = ChainBook(text, candidates, own_outlet)
    _names(book, fulls)
    _bindings(book)
    by_start = {candidate.head_start: candidate for candidate in candidates}
    history: list[Candidate] = []
    for candidate in candidates:
        if candidate.chain < 0:
            _later(book, candidate, history, by_start)
        if candidate.chain >= 0:
            history.append(candidate)
    return book


# -- names --------------------------------------------------------------------------------------


def _names(book: ChainBook, fulls: dict[str, list[str]]) -> None:
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
    return found | {name: firsts[name][0] for name in names if len(firsts.get(name, ())) == 1}


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
        _pronoun(book, owner, near)
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
        _pronoun(book, candidate, history)


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
    _pick(book, candidate, before, history)


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


# -- pronouns -----------------------------------------------------------------------------------


def _pronoun(book: ChainBook, candidate: Candidate, history: list[Candidate]) -> None:
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
