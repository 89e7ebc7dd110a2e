"""The chains of one article while they grow, candidate by candidate."""

from dataclasses import dataclass, field

from onrecord.data import MentionKind
from onrecord.lang.titles import role_class
from onrecord.stages.article.mentions.model import Candidate


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
