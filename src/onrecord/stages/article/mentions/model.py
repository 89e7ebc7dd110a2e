"""What the mention stage works on before chains are numbered: candidate phrases."""

from dataclasses import dataclass, field

from onrecord.data import MentionKind


@dataclass(slots=True)
class Candidate:
    """A phrase that may refer to an actor. Offsets are characters of the article's text.

    `form` is how it refers: `name`, `role` ("the Velkan president"), `group` (described, unnamed),
    `anaphor` ("the ministry"), `pronoun` or `place`. `name` is the name or noun without title.
    `near` is a few words of its surroundings.
    `bound` is the index offset (head_start) of another candidate that grammar says is the same
    ("X's spokesman, Y"); `bound_why` quotes that construction.
    """

    start: int
    end: int
    head_start: int
    head_end: int
    kind: MentionKind
    form: str
    name: str
    why: str
    near: str = ""
    sentence: int = 0
    state: str | None = None
    role: str | None = None
    owner: int | None = None
    plural: bool = False
    definite: bool = False
    subject: bool = False
    quoted: bool = False
    gender: str = ""
    bound: int | None = None
    bound_why: str = ""
    descriptions: list[str] = field(default_factory=list)
    chain: int = -1

    @property
    def key(self) -> tuple[int, int]:
        """Where the head stands: no two candidates share it."""
        return self.head_start, self.head_end
