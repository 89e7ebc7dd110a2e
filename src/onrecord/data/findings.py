"""What one article says: dates, mentions, attributions, conditions, acts. Spans are article offsets."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.data.pages import (
    Article,
    Credit,
    Furniture,
    Language,
    Page,
    Problem,
    Reason,
    Sighting,
    Span,
)


class RecordStatus(StrEnum):
    """On what terms a source speaks; the number of hops is a separate thing (the chain)."""

    ON_RECORD = "on record"
    BACKGROUND = "background"
    HEARSAY = "hearsay"
    UNSTATED = "unstated"


class AttributionKind(StrEnum):
    """Direct (all in quotation marks), indirect (none), mixed (partly)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class CueClass(StrEnum):
    """What the cue commits its reporter to."""

    SAY = "say"
    CLAIM = "claim"
    ADMIT = "admit"
    DENY = "deny"
    WARN = "warn"
    BELIEVE = "believe"
    DEMAND = "demand"
    PROMISE = "promise"
    REPORT = "report"
    ACCUSE = "accuse"
    DOUBT = "doubt"


class Factuality(StrEnum):
    """Whether the words were said, as the text has it: `question` means that the content is asked."""

    FACT = "fact"
    NEGATED = "negated"
    PREDICTED = "predicted"
    HYPOTHETICAL = "hypothetical"
    QUESTION = "question"


class Setting(StrEnum):
    """Where in the article an attribution stands."""

    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    CAPTION = "caption"


class AsideKind(StrEnum):
    """What looks like an attribution and is none: silence or namelessness, quotation marks without speech."""

    DECLINED = "declined"
    NO_RESPONSE = "no response"
    ANONYMITY = "anonymity"
    SCARE_QUOTE = "scare quote"
    QUOTED_TITLE = "quoted title"
    QUOTED_NAME = "quoted name"
    RHETORICAL = "rhetorical question"


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One possible publication date. `span` is in the PAGE's text; None if from a field or URL."""

    value: str
    origin: str
    accepted: bool
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When an article was published, in EDTF ("2024-05-24~", "../2025"); None when unknown.

    `earliest` and `latest` (ISO days) bound it where the text does, even when `value` is None.
    """

    value: str | None
    earliest: str | None
    latest: str | None
    reason: Reason
    candidates: tuple[DateCandidate, ...] = ()


class TimeKind(StrEnum):
    """The TIMEX3 types (ISO-TimeML)."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression of the text, resolved against the publication date where it needs one.

    `value` is EDTF (None when it cannot be resolved), `timex` the TIMEX3 value, `relative`
    tells that it was counted from the publication date, `guess` that another reading
    (`alternatives`, EDTF) is open.
    """

    span: Span
    kind: TimeKind
    value: str | None
    timex: str | None
    relative: bool
    guess: bool
    reason: Reason
    alternatives: tuple[str, ...] = ()


class MentionKind(StrEnum):
    """What a mention can refer to; `unnamed` is a described group ("three Reuters sources")."""

    PERSON = "person"
    STATE = "state"
    BODY = "body"
    OUTLET = "outlet"
    UNNAMED = "unnamed"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that refers to a possible actor. `span` is the whole phrase, `head` its name or noun.

    `chain` numbers the coreference chain within the article: mentions of one number are one
    actor there. `name` is the fullest name of that chain in this article ("Ivo Kellan"),
    `descriptions` its titles and roles ("Vestan president"). `state` is the state that the mention
    is or that its chain belongs to: an ISO code, or the name used here for a state no table knows.
    """

    span: Span
    head: Span
    kind: MentionKind
    chain: int
    name: str
    reason: Reason
    descriptions: tuple[str, ...] = ()
    pronoun: bool = False
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a pronoun, title or description refers to: the name and where the article gives it."""

    name: str
    span: Span
    reason: Reason


@dataclass(frozen=True, slots=True)
class Described:
    """An unnamed source in parts: "two | former high-ranking officials | close to the palace"."""

    description: Span
    number: Span | None = None
    closeness: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source) said (cue) what (content): each a tuple of spans, several when discontinuous.

    `source` may be empty (a passive, a headline); `parent` is the id of the attribution whose
    content this one sits in ("Reuters reports that <sources say ...>"). `confidence` is 0 to 1.
    `occasion` holds the phrases around the cue that tell where, when and how it was said, as they
    stand; `place`, `time` and `medium` the words in them ("Beijing", "May 17", "in a voice message").
    `anonymity` are the words by which the source is not to be named.
    """

    id: str
    article_id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    cue_class: CueClass
    status: RecordStatus
    status_reason: Reason
    reason: Reason
    confidence: float
    parent: str | None = None
    negated: bool = False
    addressee: Span | None = None
    occasion: tuple[Span, ...] = ()
    factuality: Factuality = Factuality.FACT
    setting: Setting = Setting.BODY
    place: Span | None = None
    time: Span | None = None
    medium: Span | None = None
    speaker: Speaker | None = None
    described: Described | None = None
    anonymity: Span | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words that look like an attribution and are none, with the source they tell of, if any.

    "declined to comment" is a fact about a source; a scare quote or the title of a film is no speech.
    """

    kind: AsideKind
    span: Span
    source: Span | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Condition:
    """A span that something hangs on, its marker ("only if"), and the clause that depends on it."""

    marker: Span
    span: Span
    governs: Span
    reason: Reason


class Act(StrEnum):
    """What an actor does in taking a position. stages/corpus/positions maps each to its PLOVER code."""

    OFFER = "offer"
    DEMAND = "demand"
    PRECONDITION = "precondition"
    ACCEPT = "accept"
    REJECT = "reject"
    CONCEDE = "concede"
    THREATEN = "threaten"
    ACCUSE = "accuse"
    DOUBT = "doubt"
    DENY = "deny"
    READINESS = "readiness"
    CALL_FOR = "call for"


@dataclass(frozen=True, slots=True)
class PositionMention:
    """One place where an actor is bound to an act on an issue.

    `actor` is the party bound, `speaker` who said so (None when nobody is named), `concepts` the
    issue reduced to a few sorted lower-case concept words ("ceasefire", "talks") by which mentions
    of one issue meet, `attribution_id` the innermost attribution it stands in.
    """

    id: str
    article_id: str
    actor: Span
    act: Act
    act_span: Span
    issue: Span
    concepts: tuple[str, ...]
    reason: Reason
    speaker: Span | None = None
    attribution_id: str | None = None
    condition: Condition | None = None
    time: Span | None = None
    confidence: float = 0.5
    pointer: Span | None = None
    refers_to: Span | None = None


@dataclass(frozen=True, slots=True)
class Metadatum:
    """One statement about an article that is not its text; several may rival each other.

    `name` is title, byline, outlet, modified, section, language, url, licence or source (publication dates
    are the candidates of `PublicationDate`). `accepted` tells whether the record goes by it; `span`
    is in the PAGE's text, None if from a field or an address.
    """

    name: str
    value: str
    origin: str
    accepted: bool
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ArticleFindings:
    """All that the article stages found in one article."""

    article: Article
    language: Language
    credits: tuple[Credit, ...]
    published: PublicationDate
    times: tuple[TimeExpression, ...]
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    conditions: tuple[Condition, ...]
    position_mentions: tuple[PositionMention, ...]
    metadata: tuple[Metadatum, ...] = ()
    asides: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class PageFindings:
    """All that the article stages found on one page."""

    page: Page
    sightings: tuple[Sighting, ...]
    articles: tuple[ArticleFindings, ...]
    furniture: tuple[Furniture, ...]
    problems: tuple[Problem, ...]
