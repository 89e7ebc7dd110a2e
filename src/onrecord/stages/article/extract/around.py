"""What stands around a headline: its own form, the lines above and below it, and the text it heads.

None of this changes while the headlines of a page are weighed against each other.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.stages.article.extract.frame import NAME_WORDS, NUMBERED, TIMED, Seen
from onrecord.stages.article.extract.gaps import ENDS, WEAK_ENDS, Gap
from onrecord.stages.article.extract.points import Point
from onrecord.stages.article.extract.titles import BY, fold, opens_with_dateline

NO_WORDS = -1.0


@dataclass(frozen=True, slots=True)
class System:
    """What the system of a page does on all of it.

    `hints`: what mark-up says of a line; `again`: in how many gaps a short line stands, figures aside;
    `listed`: the first text is an article under its own title, and numbers count its sections.
    """

    hints: Mapping[int, Point]
    again: Mapping[str, int]
    listed: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around one headline.

    `value` sums the points of its `form`; `size` counts the characters of its text; `shared` are the stems
    of the headline that its text takes up, as `taken` tells; `names` those in its first sentences.
    """

    form: tuple[Point, ...]
    value: float
    size: int
    shared: frozenset[str]
    taken: Point
    names: frozenset[str]


def around(system: System, gap: Gap, place: int) -> Around:
    """What stands around the line at `place` of a gap."""
    line = gap.lines[place]
    form = (*_form(system, line), *_over(system, gap, place), *_under(system, gap, place))
    under = [other for other in gap.lines[place + 1 :] if other.prose and not other.marked]
    texts = [*under, *gap.below][:3] if under else gap.below
    shared = line.stems & frozenset[str]().union(*(other.stems for other in texts))
    taken = Point(NO_WORDS)
    if shared:
        taken = Point(min(2, len(shared)) * 0.75, f"the text below takes up {_listed(line, shared)}")
    names = frozenset[str]().union(*(other.names for other in texts)) if under else gap.names
    value = sum(point.value for point in form)
    return Around(form, value, gap.size + sum(len(other.text) for other in under), shared, taken, names)


def _listed(line: Seen, shared: frozenset[str]) -> str:
    words = [word for word in line.words if word.casefold()[:5] in shared]
    return ", ".join(f"“{word}”" for word in words[:3])


def _form(system: System, line: Seen) -> Iterator[Point]:
    count = len(line.words)
    if count <= 2:
        yield Point(-1.5)
    elif count >= 4:
        yield Point(0.5)
    if TIMED.match(line.text):
        yield Point(1.5, f"a time of day stands before it (“{line.text[:8]}”)", own=True, set=True)
    elif NUMBERED.match(line.text) and not system.listed:
        yield Point(1.5, f"a number stands before it (“{line.text[:8]}”)", set=True)
    hint = system.hints.get(line.index)
    if hint is not None:
        yield hint


def _over(system: System, gap: Gap, place: int) -> Iterator[Point]:
    """What stands between the last sentence and the headline."""
    near = gap.lines[max(0, place - 4) : place]
    telling = [line for line in near if line.tells]
    yield from _ends(gap, place)
    dated = next((line for line in telling if line.is_dated), None)
    if dated is not None:
        yield Point(1.5, f"{dated.shown} dates it", True)
    outlet = next((line for line in telling if line.kind == "outlet line" or line.names_outlet), None)
    if outlet is not None:
        yield Point(1.5, f"{outlet.shown} names its outlet", True)
    section = next((line for line in reversed(telling) if line.is_section), None)
    if section is not None:
        yield Point(1.0 if section is near[-1] else 0.5, f"{section.shown} names its section")
    yield from _repeated(system, near, "above")
    code = next((line for line in telling if line.is_code), None)
    if code is not None:
        yield Point(1.0, f"{code.shown} above it is a code of a desk", own=True, set=True)
    number = next((line for line in near[-2:] if line.is_alone), None)
    if number is not None and not (system.listed and number.text.strip(" .)#").isdecimal()):
        yield Point(1.5, f"{number.shown} numbers or times it", set=True)


def _ends(gap: Gap, place: int) -> Iterator[Point]:
    """The lines that end or sign what stands above."""
    end = gap.last_of(ENDS, place) or gap.end_mark(place)
    ending = end or gap.last_of(WEAK_ENDS, place)
    if ending is not None:
        yield Point(1.5 if end else 0.5, f"{ending.shown} ends what stands above", end is not None, weak=True)
    signed = gap.signature(place)
    if signed is not None:
        yield Point(1.0, f"{signed.shown} signs what stands above", True, weak=True)


def _under(system: System, gap: Gap, place: int) -> Iterator[Point]:
    """What stands between the headline and its text, and how that opens."""
    near = gap.lines[place + 1 : place + 6]
    telling = [line for line in near if line.tells]
    dated = next((line for line in telling if line.is_dated), None)
    if dated is not None:
        yield Point(1.5, f"{dated.shown} under it dates it", True)
    writer = next((line for line in telling if line.names_writer), None)
    if writer is not None:
        value = 1.5 if BY.match(writer.text) else 0.75
        yield Point(value, f"{writer.shown} under it names a writer", own=True)
    outlet = next(
        (line for line in telling if line.kind == "outlet line" or line.is_credit or line.names_outlet), None
    )
    if outlet is not None:
        yield Point(1.5, f"{outlet.shown} under it names an outlet", True)
    yield from _repeated(system, near[:2], "under")
    if opens_with_dateline(gap.prose.line):
        yield Point(2.0, f"{gap.prose.shown} opens with a dateline", True)
    if sum(not line.marked and len(line.words) >= 3 for line in gap.lines[place + 1 :]) >= 3:
        yield Point(-1.0)


def _repeated(system: System, near: Sequence[Seen], where: str) -> Iterator[Point]:
    """Lines of the system around an article, which stand beside other headlines too."""
    found = {line.shape: line for line in near if line.shape in system.again}
    for place, (shape, line) in enumerate(found.items()):
        if place < 2:
            words = f"{line.shown} {where} it stands {system.again[shape]} times between texts of this page"
            yield Point(0.5 if place else 1.0, words, set=True)
    short = [fold(line.text) for line in near if 0 < len(line.words) <= NAME_WORDS]
    if len(set(short)) == len(short):
        return
    twice = Counter(short)
    name = next((line for line in near if twice[fold(line.text)] > 1 and fold(line.text)), None)
    if name is not None:
        yield Point(1.0, f"{name.shown} stands twice {where} it")
