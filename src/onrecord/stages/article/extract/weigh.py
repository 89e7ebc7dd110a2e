"""A headline weighed against the others of its page and against the text above it."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from onrecord.stages.article.extract.around import Around, System, around
from onrecord.stages.article.extract.frame import NUMBERED, TIMED, UNLIKE, Seen
from onrecord.stages.article.extract.gaps import Gap
from onrecord.stages.article.extract.points import Point, Points

AGAIN = -2.0
MIN_BELOW = 90
SHORT = 6.0
FULL = 300
SET_APART = 3.0
NEAR = 3
RIVALS = 4
ROUNDING = 0.01
MOST_OTHERS = 2.75  # what the other headlines of the page can add


class Page:
    """What all headlines of a page are weighed against.

    `least` signs of an article's own frame are asked of each. `look` is how the first headline is
    formatted, and `framed`, whether it has a date, writer or code of its own. `groups`: the kinds of lines
    that several texts are headed with; `patterns`: those beside the headlines found so far; `several`, that
    there is more than one; `formatted`, that mark-up sets one of them apart.
    """

    def __init__(self, lines: Sequence[Seen], system: System, least: int) -> None:
        self.lines = lines
        self.system = system
        self.least = least
        self.look = ""
        self.framed = False
        self.groups: Mapping[str, int] = {}
        self.patterns: Mapping[str, int] = {}
        self.several = False
        self.formatted = False
        self._around: dict[int, Around] = {}
        self._patterns: dict[int, tuple[str, ...]] = {}

    def around(self, gap: Gap, place: int) -> Around:
        """What stands around the line at `place` of a gap."""
        index = gap.lines[place].index
        if index not in self._around:
            self._around[index] = around(self.system, gap, place)
        return self._around[index]

    def patterns_of(self, title: Seen) -> tuple[str, ...]:
        """The kinds of the lines right above and below a headline, where they tell something."""
        if title.index not in self._patterns:
            self._patterns[title.index] = tuple(_patterns(self, title))
        return self._patterns[title.index]

    def set_apart(self, index: int) -> bool:
        """Whether mark-up alone makes a line all but certain to be a headline."""
        hint = self.system.hints.get(index)
        return hint is not None and hint.value >= SET_APART


def may_reach(page: Page, gap: Gap, place: int, points: float) -> bool:
    """Whether the words of the line at `place` and the others of its page may bring it to so many points.

    Most lines stay far below: there is no need to compare their texts with all that stands above.
    """
    seen = page.around(gap, place)
    value = seen.value - (SHORT if seen.size < MIN_BELOW else 0.0) + seen.taken.value
    fresh = min(2, len(seen.shared)) * 0.5 + (1.0 if len(seen.names) >= 3 else 0.0)
    others = MOST_OTHERS if page.groups or page.patterns else 0.0
    return value + fresh + others + ROUNDING >= points


def weigh(page: Page, gap: Gap, place: int, above: Collection[Seen], dead: bool) -> Points:
    """All points of the line at `place` of a gap; `above` is the text it may part from.

    `dead`: what stands above it is the text of no article.
    """
    line = gap.lines[place]
    seen = page.around(gap, place)
    own = page.patterns_of(line)
    alike = max((page.patterns.get(name, 0) for name in own), default=0)
    group = max((page.groups.get(name, 0) for name in own), default=0)
    form = [*seen.form, *_size(seen.size, dead)]
    if group and page.look and page.look in own:
        form.append(Point(0.5, "the first headline of this page is formatted like it", set=True))
    if group:
        form.append(Point(1.5, f"{group} lines of this page head texts of their own as it does"))
    elif alike > 1:
        form.append(Point(1.0, f"{alike} headlines of this page stand between the same kinds of lines"))
    if line.kind == UNLIKE and not group and alike < 2:
        form.append(Point(-1.5))
    form += _against(line, gap, place)
    if (group or alike > 1) and not seen.shared:
        form.append(Point(0.75))  # what stands around it tells enough
    hint = page.system.hints.get(line.index)
    same = hint is not None and page.patterns.get(f"look: {hint.look}", 0) > 1
    least = 0 if page.least <= 1 and (same or (page.formatted and page.set_apart(line.index))) else page.least
    full = seen.size >= FULL and len(line.words) >= 4
    return Points(tuple(form), tuple(_words(seen, above)), max(alike, group), page.several, least, full)


def _size(size: int, dead: bool) -> Iterator[Point]:
    if size < MIN_BELOW:
        yield Point(-SHORT)
    if dead and size < FULL:
        yield Point(-3.0)


def _against(line: Seen, gap: Gap, place: int) -> Iterator[Point]:
    """What its own form says against a headline."""
    if line.text.endswith("?"):
        yield Point(-1.5)  # the questions of one article, mostly
    if line.prose and line.text.endswith("."):
        yield Point(-1.5 if _rivals(gap, place) else -0.5)
    if line.names_outlet:
        yield Point(-1.0)


def _rivals(gap: Gap, place: int) -> bool:
    """Whether a line above this one, in the same gap, is no sentence and may be the headline."""
    near = gap.lines[max(0, place - RIVALS) : place]
    return any(not line.prose and len(line.words) >= 3 and line.may_head for line in near)


def _words(seen: Around, above: Collection[Seen]) -> Iterator[Point]:
    """Whether the text below takes up the headline's words, and whether that above did before."""
    yield seen.taken
    fresh = seen.shared.difference(*(line.stems for line in above)) if seen.shared else seen.shared
    if fresh and any(line.stems for line in above):
        yield Point(min(2, len(fresh)) * 0.5)
    if len(seen.names) >= 3 and above:
        again = frozenset[str]().union(*(seen.names & line.names for line in above))
        if not again:
            yield Point(1.0, f"none of its {len(seen.names)} names stands in the text above")
        elif len(again) * 2 >= len(seen.names):
            yield Point(AGAIN)


def _patterns(page: Page, title: Seen) -> Iterator[str]:
    if TIMED.match(title.text):
        yield "timed"
    elif NUMBERED.match(title.text) and not page.system.listed:
        yield "numbered"
    hint = page.system.hints.get(title.index)
    if hint is not None and hint.look:
        yield f"look: {hint.look}"
    counts = f"{_short_lines(page, title, -1)} {_short_lines(page, title, 1)}"
    if counts != "0 0":
        yield f"lines: {counts}"
    for side, index in (("above", title.index - 1), ("below", title.index + 1)):
        if 0 <= index < len(page.lines):
            kind = _sort(page, page.lines[index])
            if kind not in ("text", "short"):
                yield f"{side}: {kind}"


def _short_lines(page: Page, title: Seen, step: int) -> int:
    """How many short lines stand right above or below a headline."""
    place = title.index + step
    while 0 <= place < len(page.lines) and abs(place - title.index) <= NEAR:
        if page.lines[place].prose or page.lines[place].kind:
            break
        place += step
    return abs(place - title.index) - 1


def _sort(page: Page, line: Seen) -> str:
    if line.kind:
        return line.kind
    if line.names_writer:
        return "writer"
    if line.shape in page.system.again:
        return line.shape
    return "text" if line.prose else "section" if line.names_section else "short"
