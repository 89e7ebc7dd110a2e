"""Who can be meant by a pronoun: named parties and earlier sources by place, and which of them fits best."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.stages.article.attribute.parties.known import Known, Names, Place
from onrecord.stages.article.attribute.parties.parties import Party

MANY = 60  # candidates looked at, so that no text costs more than its length


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party at a place. `source`: it speaks there, outermost; `subject`: it opens its sentence.

    `oblique`: a preposition has it, it was told, or it belongs to another source; `owner`: "Holm's";
    `asking`: it asks there. `thing` is None where nothing tells.
    """

    start: int
    end: int
    key: tuple[str, int]
    known: Known | None
    party: Party | None
    gender: str
    plural: bool
    thing: bool | None
    source: bool
    subject: bool
    oblique: bool
    owner: bool = False
    asking: bool = False


class Candidates:
    """All parties of an article by place: those that it names, and sources as they are remembered."""

    def __init__(
        self, layout: Layout, drafts: list[Draft], parties: list[Party | None], names: Names
    ) -> None:
        self._layout, self._known = layout, names.known
        self._places = sorted(
            ((place.start, known.number, place) for known in names.known for place in known.places),
            key=lambda item: item[:2],
        )
        self._starts = [item[0] for item in self._places]
        self._told = sorted(draft.addressee for draft in drafts if draft.addressee is not None)
        speaking = [
            party
            for draft, party in zip(drafts, parties, strict=True)
            if party is not None and draft.carrier is None and not party.relative
        ]
        self._contents = sorted(
            part for draft in drafts if draft.carrier is None and draft.source for part in draft.content
        )
        self._phrases = sorted({party.shown for party in parties if party is not None})
        self._sources = sorted({party.phrase.name for party in speaking if party.phrase.name is not None})
        self._spoken: list[Candidate] = []

    def remember(self, one: Candidate) -> None:
        """A source that has been read; those that follow may take it up."""
        self._spoken.append(one)

    def between(self, low: int, high: int, pronoun: int) -> list[Candidate]:
        """All parties that stand in a range, each with its last place there."""
        inside = self._layout.quotation_at(pronoun)
        found: dict[tuple[str, int], Candidate] = {}
        for one in self._named(low, high):
            quotation = self._layout.quotation_at(one.start)
            if quotation is not None and (inside is None or quotation.start != inside.start):
                continue
            _keep(found, one)
        for one in reversed(self._spoken[-MANY:]):
            if low <= one.start and one.end <= high:
                _keep(found, one)
        return sorted(found.values(), key=lambda one: (one.start, one.end))

    def _named(self, low: int, high: int) -> Iterator[Candidate]:
        first, last = bisect_left(self._starts, low), bisect_left(self._starts, high)
        for _, number, place in self._places[max(first, last - MANY) : last]:
            known = self._known[number]
            thing = True if known.thing else False if known.person else None
            own = _holds(self._sources, place)
            told = _holds(self._told, place) or (not own and _holds(self._phrases, place))
            subject = place.subject and not _holds(self._contents, place)
            source = own and not (place.oblique or place.owner)
            yield Candidate(
                place.start, place.end, ("name", number), known, None, known.gender, known.sort == "group",
                thing, source, subject, place.oblique or told, place.owner,
            )  # fmt: skip


def fits(agrees: str, one: Candidate) -> bool:
    """Whether a pronoun can take up a candidate by number, gender, and person or thing."""
    if agrees in "mf":
        alive = one.thing is False or (one.thing is None and (is_likely(one) or one.subject))
        return not one.plural and alive and one.gender in ("", agrees)
    if agrees == "n":
        return not one.plural and (one.thing is True or (one.thing is None and one.source))
    return one.plural


def is_likely(one: Candidate) -> bool:
    """Whether a person is likely where nothing tells for certain: it has spoken, or has two names."""
    return one.thing is not None or one.source or one.party is not None or _is_full_name(one.known)


def narrowed(fitting: list[Candidate]) -> list[Candidate]:
    """Without those in oblique places, then without mere unknowns, where others are left."""
    upright = [one for one in fitting if not one.oblique and not one.owner] or fitting
    sure = [one for one in upright if one.thing is not None or one.source or one.subject]
    return sure or upright


def overlap(one: Range, other: Range) -> bool:
    """Whether two ranges share a character."""
    return one[0] < other[1] and other[0] < one[1]


def _holds(ranges: list[Range], place: Place) -> bool:
    """Whether one of some sorted ranges that seldom overlap holds a place."""
    at = bisect_right(ranges, (place.start, 1 << 60)) - 1
    return any(
        ranges[n][0] <= place.start and place.end <= ranges[n][1] for n in range(max(0, at - 2), at + 1)
    )


def _keep(found: dict[tuple[str, int], Candidate], one: Candidate) -> None:
    """The last place of each; whether it spoke or opened the sentence anywhere in it is kept."""
    before = found.get(one.key)
    if before is None:
        found[one.key] = one
        return
    late = one if one.start >= before.start else before
    found[one.key] = replace(
        late,
        party=one.party or before.party,
        gender=one.gender or before.gender,
        plural=one.plural or before.plural,
        source=one.source or before.source,
        subject=one.subject or before.subject,
        oblique=one.oblique and before.oblique,
        owner=one.owner and before.owner,
        asking=one.asking or before.asking,
    )


def _is_full_name(known: Known | None) -> bool:
    return known is not None and 2 <= len(known.key.split()) <= 3 and not known.placed
