"""What only the whole pile shows: reuse, families, stories, actors, chains, origins, positions."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.data.findings import Act, MentionKind, PublicationDate, RecordStatus, TimeExpression
from onrecord.data.pages import Problem, Reason, Span


class ReuseKind(StrEnum):
    """How one article took text from another; a retelling says from whom."""

    COPY = "copy"
    EXCERPT = "excerpt"
    REWRITE = "rewrite"
    RETELLING = "retelling"
    TRANSLATION = "translation"


class PassageKind(StrEnum):
    """What became of a passage on the way from the earlier to the later article."""

    COPIED = "copied"
    REWORDED = "reworded"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Passage:
    """Aligned passages: `earlier` is None for what was added, `later` None for what was dropped.

    A span may hold several sentences (merged or split on the way); `moved` says that the passage left
    the order that the rest keeps; `note` says in words what became of it.
    """

    kind: PassageKind
    earlier: Span | None
    later: Span | None
    similarity: float
    note: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A change worth showing inside a reuse: who is said to hold it, a quotation, a number, a date.

    `kind`: "holder", "attribution" (dropped, added or blurred), "commitment", "number", "day", "name",
    "quotation" (altered, trimmed, translated back).
    """

    kind: str
    earlier: Span
    later: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """`later` took text from `earlier` (article ids). `direction` is the probability of that order.

    When `direction` is below the threshold that the stage names, `directed` is False and the two
    ids stand in id order. `evidence_for` and `evidence_against` speak of the reuse itself,
    `direction_reasons` of who took from whom; their spans lie in the later article.
    """

    id: str
    earlier: str
    later: str
    kind: ReuseKind
    share: float
    score: float
    directed: bool
    direction: float
    evidence_for: tuple[Reason, ...]
    evidence_against: tuple[Reason, ...]
    direction_reasons: tuple[Reason, ...]
    passages: tuple[Passage, ...]
    shifts: tuple[Shift, ...] = ()
    kind_reasons: tuple[Reason, ...] = ()


class IndependenceKind(StrEnum):
    """Why two articles that share words or an event are not reuse.

    `same event`: two reporters' own reports of one event. `common origin`: they share only what was
    said in public (a speech, a post, a release).
    """

    SAME_EVENT = "same event"
    COMMON_ORIGIN = "common origin"


@dataclass(frozen=True, slots=True)
class Independent:
    """Two articles that were held against each other and are not reuse, though they share words.

    `left` and `right` are article ids in id order; `score` is the probability (0 to 1) that there is
    no reuse; `passages` are the shared words (`earlier` lies in `left`, `later` in `right`); the spans
    of `reasons` lie in `right`.
    """

    id: str
    left: str
    right: str
    kind: IndependenceKind
    score: float
    passages: tuple[Passage, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What analysts decided of pairs of articles, as the corpus stages respect it; pairs in id order.

    `same`: reports of one event, kept in one story; `apart`: never joined by reuse or story; `first`: of a
    pair, the article that came first; `one_text`: one took text from the other, kept in one family;
    `not_reuse`: neither did, never joined by reuse. Computed reuse is not changed by it: groups and
    directions that rest on a ruling say so.
    """

    same: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    first: tuple[tuple[tuple[str, str], str], ...] = ()
    one_text: frozenset[tuple[str, str]] = frozenset()
    not_reuse: frozenset[tuple[str, str]] = frozenset()

    def of_texts(self) -> "Rulings":
        """What of it families respect, as `same` and `apart`: two reports of one event are not one text."""
        return Rulings(self.one_text, (self.apart | self.not_reuse) - self.one_text, self.first)


NO_RULINGS = Rulings()


@dataclass(frozen=True, slots=True)
class Family:
    """Articles connected by reuse. `earliest` is the earliest member we hold (None if undirected)."""

    id: str
    articles: tuple[str, ...]
    earliest: str | None
    shares: tuple[float, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report one event, whoever wrote them. `when` is EDTF, None when unknown."""

    id: str
    articles: tuple[str, ...]
    families: tuple[str, ...]
    title: str
    when: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Thread:
    """Stories that follow one another, in time order where time is known."""

    id: str
    stories: tuple[str, ...]
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dating:
    """What the pile adds to one article's dates: from its family, or from the page it shares."""

    article_id: str
    published: PublicationDate
    times: tuple[TimeExpression, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """The person, state, body, outlet or unnamed group that mentions resolve to.

    `state_id` is the actor id of the state that it speaks for (its president, minister, spokesman,
    ministry, "Velkan officials"), None when the texts name none; for a state it is its own id.
    """

    id: str
    name: str
    kind: MentionKind
    names: tuple[str, ...]
    descriptions: tuple[str, ...]
    reason: str
    state_id: str | None = None


@dataclass(frozen=True, slots=True)
class ActorLink:
    """One mention of an actor: an article span and why it is this actor."""

    actor_id: str
    article_id: str
    span: Span
    reason: str


class HopKind(StrEnum):
    """What a hop of a chain is."""

    OUTLET = "outlet"
    CITED_OUTLET = "cited outlet"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain away from the page. `span` names the party, `cue` is how it is cited.

    Spans are in the article's text; both are None for the page's own outlet when only the
    address or a field names it.
    """

    kind: HopKind
    name: str
    status: RecordStatus
    span: Span | None
    cue: Span | None
    reason: str
    actor_id: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The way that one attribution came: hops from the page's outlet to the last source known.

    `attribution_id` is None for the chain of the article as a whole (its frame: "Ratto reports that
    Skyline, citing sources, ..."), which attributions that name no carrier of their own inherit.
    """

    id: str
    article_id: str
    attribution_id: str | None
    hops: tuple[Hop, ...]
    status: RecordStatus
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The party that told the first outlet. One public utterance or document is one origin."""

    id: str
    name: str
    status: RecordStatus
    actor_id: str | None
    articles: tuple[str, ...]
    chains: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class OriginSet:
    """How many independent origins stand behind a story or a position (`scope` is its id).

    `low` to `high` is a range when it cannot be told whether two unnamed sources are one. `proofs`
    list what was counted as one and why. `scope` may also be the id of an attribution.
    """

    id: str
    scope: str
    low: int
    high: int
    origins: tuple[Origin, ...]
    pages: int
    reason: str
    proofs: tuple["Proof", ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """Why what two articles tell was counted as one origin, or why that stays open.

    `kind`: "copy", "rewrite", ... (the reuse), "one owner", "one utterance", "one outlet's unnamed
    sources", "may be the same people". `span` lies in `article_id`, None where no words carry it.
    """

    kind: str
    article_id: str
    other_id: str | None
    span: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class Position:
    """An actor's act on an issue, gathered from the mentions that say the same.

    `when` is the EDTF time of speaking, else of publication. `plover` is the PLOVER event code.
    `gathers` are the ids of other positions of which this one, a stance, is the sum: what articles
    that share no text tell of one act on one issue. Empty for a plain position.
    """

    id: str
    actor_id: str
    speaker_id: str | None
    speaker: str | None
    act: Act
    plover: str
    issue: str
    concepts: tuple[str, ...]
    condition: str | None
    status: RecordStatus
    when: str | None
    articles: tuple[str, ...]
    mentions: tuple[str, ...]
    reason: str
    gathers: tuple[str, ...] = ()


class ChangeKind(StrEnum):
    """How two positions of one actor on one issue stand to each other."""

    REPEATED = "repeated"
    REFINED = "refined"
    HARDENED = "hardened"
    SOFTENED = "softened"
    REVERSED = "reversed"
    CONTRADICTORY = "contradictory"


@dataclass(frozen=True, slots=True)
class Change:
    """Two positions of one actor on one issue; `ordered` is False when time does not order them."""

    id: str
    actor_id: str
    issue: str
    kind: ChangeKind
    before: str
    after: str
    ordered: bool
    reason: str


@dataclass(frozen=True, slots=True)
class CorpusFindings:
    """All that the corpus stages found, each sorted by id. Reuses may be unpacked one at a time."""

    reuses: Sequence[Reuse] = ()
    independents: Sequence[Independent] = ()
    families: tuple[Family, ...] = ()
    stories: tuple[Story, ...] = ()
    threads: tuple[Thread, ...] = ()
    datings: tuple[Dating, ...] = ()
    actors: tuple[Actor, ...] = ()
    links: Sequence[ActorLink] = ()
    chains: Sequence[Chain] = ()
    origins: Sequence[OriginSet] = ()
    positions: tuple[Position, ...] = ()
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
