"""Where on a page another article begins: headlines weighed by what stands above, below and around them.

Between two sentences of a page stand short lines and furniture. One of the short lines may be the headline of
another article. For each such gap the points for and against are added up; every point has its words, and
they make the reason. What is a headline by mark-up (HTML) is handed in as hints.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.stages.article.extract.around import System
from onrecord.stages.article.extract.frame import DATED, NUMBERED, Seen, seen_lines
from onrecord.stages.article.extract.gaps import Gap, gaps_of
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.points import ENOUGH_AGAIN, Point, Points
from onrecord.stages.article.extract.titles import bare_title, fold
from onrecord.stages.article.extract.weigh import AGAIN, FULL, Page, may_reach, weigh

__all__ = ["Point", "Start", "Starts", "find_starts"]

SURE = 5.0
SURE_ALONE = 7.0
SURE_SIZE = 200
MOST = 0.6
ENOUGH_GROUP = 3.0  # on average, of headlines between the same kinds of lines
GROUP = 3
POSSIBLE = 1.0
HEADS = DATED | {"outlet line", "section", "breadcrumb", "edition line", "byline"}
TEASING = frozenset({"related", "navigation", "link line", "subscription", "comments"})
LEADS = 1.0
FULL_LEAD = 200
BACK = 60


@dataclass(frozen=True, slots=True)
class Start:
    """A headline that begins an article: `head` is the index of the first line that belongs to its head."""

    title: Line
    head: int
    points: float
    why: str
    framed: bool = False  # it has a date, outlet, writer or end of its own, or heads texts as others do
    size: int = 0  # characters of the text below


@dataclass(frozen=True, slots=True)
class Starts:
    """The headlines of further articles; `teasers` is text of none, by line index, with its cause.

    `lead` is the likeliest headline of the text above them all; `alike`, whether it stands as they do.
    """

    starts: tuple[Start, ...]
    teasers: Mapping[int, Line]
    lead: Line | None = None
    alike: bool = True  # the lead stands as the other headlines do
    surely: bool = False  # it does, and so heads an article, however short

    @property
    def sure(self) -> bool:
        """Whether most headlines are framed as articles, with many points and text enough for one."""
        least = SURE if len(self.starts) > 1 else SURE_ALONE
        good = sum(
            start.framed and start.points >= least and start.size >= SURE_SIZE for start in self.starts
        )
        return good > MOST * len(self.starts)


@dataclass(slots=True)
class Group:
    """The likeliest headlines of all gaps that stand between the same kinds of lines, taken together."""

    count: int = 0
    total: float = 0.0
    again: int = 0  # whose texts name those whom the text above names

    @property
    def heads(self) -> bool:
        """Whether, taken together, they head articles."""
        return (
            self.count >= GROUP and self.total >= ENOUGH_GROUP * self.count and self.again * 4 <= self.count
        )


def find_starts(
    lines: Sequence[Line],
    marks: Mapping[int, Mark],
    hints: Mapping[int, Point] | None = None,
    least: int = 0,
) -> Starts:
    """Headlines of the second and further articles of a page, in its order.

    `hints` are points by line index for what mark-up says; `least` signs of an article's own frame
    are asked of each.
    """
    seen = seen_lines(lines, marks)
    gaps = list(gaps_of(seen))
    if len(gaps) < 2:
        return Starts((), {})
    page = _page(seen, gaps, hints or {}, least)
    page.look = _look_of_lead(page, gaps)
    page.groups = _groups(page, gaps)
    first = _walk(page, gaps)
    if not first.starts:
        return first
    page.patterns = Counter(name for start in first.starts for name in _patterns(page, start.title))
    page.several = len(first.starts) > 1
    page.formatted = any(page.set_apart(start.title.index) for start in first.starts)
    return _walk(page, gaps)


def _page(lines: Sequence[Seen], gaps: Sequence[Gap], hints: Mapping[int, Point], least: int) -> Page:
    again = _again(gaps)
    page = Page(lines, System(hints, again, listed=False), least)
    return Page(lines, System(hints, again, listed=True), least) if _is_listed(page, gaps) else page


def _patterns(page: Page, title: Line) -> tuple[str, ...]:
    return page.patterns_of(page.lines[title.index])


def _is_listed(page: Page, gaps: Sequence[Gap]) -> bool:
    """Whether the first text stands under a title of its own without a number, whose words it takes up."""
    lead = _lead(page, gaps[0]) if gaps and gaps[0].size >= FULL_LEAD else None
    if lead is None or NUMBERED.match(lead.text):
        return False
    below = frozenset[str]().union(*(line.stems for line in gaps[0].below))
    return len(page.lines[lead.index].stems & below) >= 2


def _look_of_lead(page: Page, gaps: Sequence[Gap]) -> str:
    lead = _lead(page, gaps[0]) if gaps and page.system.hints else None
    return next((name for name in _patterns(page, lead) if name.startswith("look: ")), "") if lead else ""


def _groups(page: Page, gaps: Sequence[Gap]) -> dict[str, int]:
    """What the likeliest headline of each gap has in common with those of others, and of how many."""
    if len(gaps) < GROUP:
        return {}
    groups: dict[str, Group] = defaultdict(Group)
    above: deque[Seen] = deque(maxlen=BACK)
    for gap in gaps:
        weighed = _weighed(page, gap, above, False, POSSIBLE)
        points, place = max(weighed, key=lambda one: (one[0].total, -one[1]), default=(None, 0))
        if points is not None and points.total >= POSSIBLE:
            again = any(point.value <= AGAIN for point in points.words)
            for name in page.patterns_of(gap.lines[place]):
                group = groups[name]
                group.count += 1
                group.total += points.total
                group.again += again
            above.clear()
        above.extend(gap.text)
    return {name: group.count for name, group in groups.items() if group.heads}


def _weighed(
    page: Page, gap: Gap, above: Collection[Seen], dead: bool, least: float
) -> Iterator[tuple[Points, int]]:
    """All lines of a gap that can be headlines and come near `least` points, weighed."""
    for place in gap.places:
        if may_reach(page, gap, place, least):
            yield weigh(page, gap, place, above, dead), place


def _again(gaps: Sequence[Gap]) -> dict[str, int]:
    """Short lines that stand in several gaps: what a system puts around each article."""
    counts = Counter(shape for gap in gaps for shape in {line.shape for line in gap.lines})
    return {shape: count for shape, count in counts.items() if count > 1 and shape}


def _walk(page: Page, gaps: Sequence[Gap]) -> Starts:
    found: list[Start] = []
    teasers: dict[int, Line] = {}
    above: deque[Seen] = deque(maxlen=BACK)
    cause: Seen | None = None
    lead = _lead(page, gaps[0]) if gaps else None
    for number, gap in enumerate(gaps):
        start = _best(page, gap, above, cause is not None) if number else None
        if start is not None and lead is not None and fold(start.title.text) == fold(lead.text):
            start = None  # the same report once more: its text in short, or in another form
        if start is not None:
            found.append(start)
            above.clear()
            cause = None
        elif number:
            cause = _cause(gap, above, cause)
        if cause is not None:
            teasers.update((line.index, cause.line) for line in gap.text)
        else:
            above.extend(gap.text)
    alike = _alike(page, lead, found)
    return Starts(tuple(found), teasers, lead, alike, lead is not None and _surely(page, lead, found))


def _alike(page: Page, lead: Line | None, found: Sequence[Start]) -> bool:
    """Whether the first headline stands between the same kinds of lines as one of the others."""
    shared = Counter(name for start in found for name in set(_patterns(page, start.title)))
    common = {name for name, count in shared.items() if count > 1}
    return lead is None or not common or bool(common & set(_patterns(page, lead)))


def _surely(page: Page, lead: Line, found: Sequence[Start]) -> bool:
    """Whether the first headline shares what tells an article with most of the others."""
    own = {name for name in _patterns(page, lead) if not name.startswith("lines: ")}
    shared = sum(bool(own & set(_patterns(page, start.title))) for start in found)
    framed = sum(start.framed for start in found) if page.framed else 0
    return max(shared, framed) > MOST * len(found)


def _lead(page: Page, gap: Gap) -> Line | None:
    """The likeliest headline above the first text of the page."""
    weighed = [
        one for one in _weighed(page, gap, (), False, LEADS) if not gap.lines[one[1]].text.endswith(".")
    ]
    points, place = max(weighed, key=lambda one: (one[0].total, -one[1]), default=(None, 0))
    if points is None or points.total < LEADS:
        return None
    page.framed = points.framed
    return bare_title(gap.lines[place].line, [line.line for line in gap.lines[place + 1 :]])


def _best(page: Page, gap: Gap, above: Collection[Seen], dead: bool) -> Start | None:
    """The best headline of a gap, when its points are enough."""
    weighed = (one for one in _weighed(page, gap, above, dead, ENOUGH_AGAIN) if one[0].enough)
    points, place = max(weighed, key=lambda one: (one[0].total, -one[1]), default=(None, 0))
    if points is None:
        return None
    line = gap.lines[place]
    why = f"{line.shown} begins another article: {points.why}"
    return Start(line.line, _head(gap, place), points.total, why, points.framed, gap.size)


def _head(gap: Gap, place: int) -> int:
    """The first line of the head above a headline: its date, outlet, section, number."""
    first = gap.lines[place].index
    for line in reversed(gap.lines[max(0, place - 4) : place]):
        if line.kind in HEADS or line.names_section or line.is_alone or line.is_dated:
            first = line.index
        else:
            break
    return first


def _cause(gap: Gap, above: Collection[Seen], cause: Seen | None) -> Seen | None:
    """The line with which teasers, comments or a newsletter box begin, None while the article goes on."""
    cause = cause or next((line for line in gap.lines if line.kind in TEASING), None)
    if cause is None or gap.size >= FULL or any(not gap.names.isdisjoint(line.names) for line in above):
        return None
    return cause
