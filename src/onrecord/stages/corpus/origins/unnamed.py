"""Whether the unnamed people of two outlets may be the same: by noun, number, body, closeness and day."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from onrecord.lang.unnamed import LOOSE, class_of, noun_of
from onrecord.stages.corpus.origins.notes import Notes, Said
from onrecord.text.edtf import bounds
from onrecord.text.fold import words

MAX_DESCRIPTIONS = 12
SAME_NEWS = 7  # days after which another outlet's unnamed people are taken for others
NEXT_DAY = 1
LEAST_SPECIFIC = 2  # words that two descriptions share beside the noun, from which they are the same people


class Verdict(Enum):
    """What two descriptions say of each other."""

    SAME = 1
    MAYBE = 2
    APART = 3


@dataclass(frozen=True, slots=True)
class Description:
    """An unnamed source as one article describes it; `about` are the words that tell which people it is."""

    words: str
    noun: str
    number: str
    before: frozenset[str]
    about: frozenset[str]
    language: str
    article: str
    first: str | None
    last: str | None


def description_of(said: Said, name: str, notes: Notes) -> Description:
    """The description of an unnamed source."""
    whole = said.source.text if said.source is not None and said.description else name
    phrase = said.description or whole
    read = [word.fold for word in words(phrase[:300])]
    noun = noun_of(read)
    place = read.index(noun) if noun in read else len(read)
    closeness = [word.fold for word in words(said.closeness[:300])]
    return Description(
        " ".join(whole.split())[:160],
        noun,
        "one" if said.number in {"a", "an"} else said.number,
        frozenset(word for word in read[:place] if word not in LOOSE),
        frozenset(
            word for word in (*read, *closeness) if word not in LOOSE and word != noun and len(word) > 3
        ),
        notes.language,
        notes.id,
        notes.first,
        notes.last,
    )


def compare(one: Description, other: Description) -> Verdict:
    """Whether two descriptions are of the same people, may be, or are not."""
    kinds = class_of(one.noun), class_of(other.noun)
    days = _days_between(one, other)
    if days is not None and days > SAME_NEWS:
        return Verdict.APART
    if None not in kinds and kinds[0] != kinds[1] and _comparable(one, other, kinds):
        return Verdict.APART
    if one.language == other.language and one.before and other.before and not one.before & other.before:
        return Verdict.APART
    alike = one.noun == other.noun and one.number == other.number and one.number not in ("", "one")
    if alike and len(one.about & other.about) >= LEAST_SPECIFIC and one.about == other.about:
        return Verdict.SAME if days is not None and days <= NEXT_DAY else Verdict.MAYBE
    return Verdict.MAYBE


def _comparable(one: Description, other: Description, kinds: tuple[object, object]) -> bool:
    """Words that no class has can be told apart only within one language."""
    return one.language == other.language or all(isinstance(kind, int) for kind in kinds)


def closest(
    mine: Sequence[Description], theirs: Sequence[Description]
) -> tuple[Verdict, Description, Description] | None:
    """The verdict on two outlets' unnamed people: that of the descriptions which agree most; None: apart."""
    best: tuple[int, Description, Description] | None = None
    for one in mine[:MAX_DESCRIPTIONS]:
        for other in theirs[:MAX_DESCRIPTIONS]:
            verdict = compare(one, other)
            rank = verdict.value * 2 - bool(one.about & other.about)
            if verdict is not Verdict.APART and (best is None or rank < best[0]):
                best = rank, one, other
    if best is None:
        return None
    return compare(best[1], best[2]), best[1], best[2]


def _days_between(one: Description, other: Description) -> int | None:
    """The fewest days that lie between two articles, None when one has no date."""
    starts = bounds(one.first)[0], bounds(other.first)[0]
    ends = bounds(one.last)[1], bounds(other.last)[1]
    if starts[0] is None or starts[1] is None or ends[0] is None or ends[1] is None:
        return None
    return max(0, max(starts[0], starts[1]).toordinal() - min(ends[0], ends[1]).toordinal())
