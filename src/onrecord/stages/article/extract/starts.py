"""Where on a page another article begins: headlines weighed by what stands above, below and around them.

Between two sentences of a page stand short lines and furniture. One of the short lines may be the headline of
another article. For each such gap the points for and against are added up; every point has its words, and
they make the reason. What is a headline by mark-up (HTML) is handed in as hints.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.lang.furniture import INTERFACE_WORDS
from onrecord.lang.mastheads import has_outlet_word, is_section
from onrecord.lang.stamps import stamp_of
from onrecord.stages.article.extract.lines import INNER_END, Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.titles import (
    BY,
    bare_title,
    byline_name,
    fold,
    is_own_credit,
    is_sign_off,
    opens_with_dateline,
    stems,
)

ENOUGH = 3.5
UNLIKE = "unlike text"  # by the line classifier, if there is one
SURE = 5.0
SURE_ALONE = 7.0
SURE_SIZE = 200
MOST = 0.6
ENOUGH_AGAIN = 3.0  # where other headlines of the page stand between the same kinds of lines
ENOUGH_GROUP = 3.0  # on average, of headlines between the same kinds of lines
GROUP = 3
POSSIBLE = 1.0
ENOUGH_FORM = 1.5  # of what stands around it; words alone make no headline
FULL_WORDS = 3.5  # its text takes it up, what stood above did not, and speaks of none of the same
ENDS = frozenset({"share", "tags", "comments", "related", "author", "contact", "subscription"})
WEAK_ENDS = frozenset({"rule", "counter", "notice", "advertisement"})
DATED = frozenset({"age", "date stamp", "posting line"})
HEADS = DATED | {"outlet line", "section", "breadcrumb", "edition line", "byline"}
HEADABLE = frozenset({"", "other language", UNLIKE})  # on a page of several languages
TEASING = frozenset({"related", "navigation", "link line", "subscription", "comments"})
NUMBERED = re.compile(r"^\W{0,3}(?:\d{1,2}[.)]\s|#\d{1,2}\b)")
TIMED = re.compile(r"^\W{0,3}\d{1,2}[.:]\d{2}(?![.:]?\d)(?:\s?(?:h|Uhr|[ap]\.?m\.?))?(?=\W|$)")
LABELLED = re.compile(r"^([^\W\d_]+(?:\s[^\W\d_]+)?\s?(?:№|[Nn](?:o|r)\.)?\s?:)\s")
ADDRESS = re.compile(r"(?:^|\s)(?:https?://|www\.)\S+$")
ALONE = re.compile(r"^\W{0,3}\d{1,2}(?:[.:]\d{2})?\W{0,3}$")
# How wire services end a text: "(END)", "-30-", "-0-", "###", "NNNN".
END_MARK = re.compile(
    r"^\W{0,3}(?:ends?|ende|more|конец|кінець)\W{0,3}$|^-{1,2}\s?(?:30|0|ends?)\s?-{1,2}$|^#{2,5}$|^nnnn$",
    re.IGNORECASE,
)
INITIALS = re.compile(r"^[a-zа-яіїєґ]{1,4}(?:/[a-zа-яіїєґ]{1,4}){1,3}(?:\s\d{1,4})?$")
CAPTION = re.compile(
    r"\b(?:photo|foto|picture|image|bild|фото|світлина)\b\s?[:/]|[(\[](?:photo|foto|фото)\b", re.IGNORECASE
)
OUTLET_WORDS = 4
OPEN_END = (":", ",", ";", "…", "...")
DIGITS = re.compile(r"\d+")
BAR = re.compile(r"\s[|•·/]\s")
SHAPED = 80
LOOK_ABOVE = 14
SET_APART = 3.0
LEADS = 1.0
SENTENCE = 120
HEADLINE_WORDS = 24
NAME_WORDS = 6
MIN_BELOW = 90
FULL = 300
FULL_LEAD = 200
AGAIN = -2.0
NO_WORDS = -1.0
BACK = 60
AROUND = 3


@dataclass(frozen=True, slots=True)
class Point:
    """Points for (or against) a headline, with their words.

    `own`: they are of an article's own frame (its date, outlet, writer, dateline, its end); `set`: of
    what a system sets around each piece (numbers, times, lines that come again). `look` names how the
    line is formatted.
    """

    value: float
    words: str = ""
    own: bool = False
    set: bool = False
    look: str = ""
    weak: bool = False  # an end above, an element around: of articles mostly, but of other parts too


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
class Gap:
    """What stands between two sentences: short `lines`, then `text` up to the next gap.

    `below` is the first of the text.
    """

    lines: list[Line]
    text: list[Line]

    @property
    def prose(self) -> Line:
        """The first sentence below."""
        return self.text[0]

    @property
    def below(self) -> list[Line]:
        """The first sentences below."""
        return self.text[:3]

    @property
    def size(self) -> int:
        """Characters of the text below."""
        return sum(len(line.text) for line in self.text)


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one headline: what stands around it (`form`), what it says (`words`).

    `alike` headlines of the page stand between the same kinds of lines; `several` tells that other
    articles begin on it for certain; `least` signs of an article's own frame are asked for; `full`: the
    text below is long enough to be an article.
    """

    form: tuple[Point, ...]
    words: tuple[Point, ...]
    alike: int
    several: bool
    least: int
    full: bool

    @property
    def total(self) -> float:
        """The sum of all."""
        return sum(point.value for point in (*self.form, *self.words))

    @property
    def enough(self) -> bool:
        """Whether they make a headline."""
        form = sum(point.value for point in self.form if point.words)
        told = sum(point.value for point in self.words) >= FULL_WORDS
        own = sum(point.own for point in self.form)
        framed = own + any(point.set for point in self.form) >= self.least
        least = 0.0 if told and self.full else ENOUGH_FORM - 0.5 * told - 0.5 * (told and self.several)
        return framed and form >= least and self.total >= (ENOUGH_AGAIN if self.alike > 1 else ENOUGH)

    @property
    def framed(self) -> bool:
        """Whether a date, outlet, writer or end of its own stands around it, or what frames others too."""
        return any(point.own and not point.weak for point in self.form)

    @property
    def why(self) -> str:
        """What speaks for it."""
        found = [point.words for point in (*self.form, *self.words) if point.value > 0 and point.words]
        return "; ".join(found)


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


@dataclass(slots=True)
class Page:
    """What all headlines of a page are weighed against."""

    lines: Sequence[Line]
    marks: Mapping[int, Mark]
    hints: Mapping[int, Point]
    least: int
    lower: frozenset[str]
    again: Mapping[str, int]  # in how many gaps a short line stands, figures aside
    patterns: dict[str, int] = field(default_factory=dict)
    groups: dict[str, "Group"] = field(default_factory=dict)
    framed: bool = False  # the first headline has a date, writer or code of its own
    look: str = ""  # how the first headline is formatted
    listed: bool = False  # the first text is an article under its own title: numbers count its sections
    several: bool = False
    formatted: bool = False  # a headline that its mark-up sets apart begins an article for certain


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
    gaps = list(_gaps(lines, marks))
    page = Page(lines, marks, hints or {}, least, _lower(lines), _again(gaps))
    page.listed = _is_listed(page, gaps)
    page.look = _look_of_lead(page, gaps)
    page.groups = _groups(page, gaps)
    first = _walk(page, gaps)
    page.patterns = dict(Counter(name for start in first.starts for name in _patterns(page, start.title)))
    page.several = len(first.starts) > 1
    page.formatted = any(_set_apart(page, start.title) for start in first.starts)
    return _walk(page, gaps) if first.starts else first


def _is_listed(page: Page, gaps: Sequence[Gap]) -> bool:
    """Whether the first text stands under a title of its own without a number, whose words it takes up."""
    lead = _lead(page, gaps[0]) if gaps else None
    if lead is None or NUMBERED.match(lead.text) or gaps[0].size < FULL_LEAD:
        return False
    below = {stem for line in gaps[0].below for stem in stems(line.words[:150])}
    return len(stems(lead.words) & below) >= 2


def _look_of_lead(page: Page, gaps: Sequence[Gap]) -> str:
    lead = _lead(page, gaps[0]) if gaps else None
    return next((name for name in _patterns(page, lead) if name.startswith("look: ")), "") if lead else ""


def _groups(page: Page, gaps: Sequence[Gap]) -> dict[str, Group]:
    """What the likeliest headline of each gap has in common with those of others."""
    groups: dict[str, Group] = defaultdict(Group)
    above: list[Line] = []
    for gap in gaps:
        points, line = _likeliest(page, gap, above)
        if points is not None and line is not None and points.total >= POSSIBLE:
            again = any(point.value <= AGAIN for point in points.words)
            for name in _patterns(page, line):
                group = groups[name]
                group.count += 1
                group.total += points.total
                group.again += again
            above = []
        above = [*above, *gap.text][-BACK:]
    return dict(groups)


def _likeliest(page: Page, gap: Gap, above: Sequence[Line]) -> tuple["Points | None", Line | None]:
    best: tuple[Points | None, Line | None] = (None, None)
    for place, line in enumerate(gap.lines[-LOOK_ABOVE:], start=max(0, len(gap.lines) - LOOK_ABOVE)):
        if _may_be(page, line):
            points = _points(page, gap, place, above, dead=False)
            if best[0] is None or points.total > best[0].total:
                best = (points, line)
    return best


def _again(gaps: Sequence[Gap]) -> dict[str, int]:
    """Short lines that stand in several gaps: what a system puts around each article."""
    counts = Counter(shape for gap in gaps for shape in {_shape(line) for line in gap.lines})
    return {shape: count for shape, count in counts.items() if count > 1 and shape}


def _shape(line: Line) -> str:
    """A short line with its figures as 0, up to the first bar or dot: "0 march 0000, 00:00"."""
    if ADDRESS.search(line.text[: 4 * SHAPED]):
        return "address"
    labelled = LABELLED.match(line.text[:SHAPED])
    if labelled is not None:
        return labelled.group(1).casefold()
    if len(line.text) > SHAPED or not line.words:
        return ""
    return DIGITS.sub("0", BAR.split(line.text, maxsplit=1)[0]).casefold()


def _lower(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(word for line in lines if line.prose for word in line.words if word.islower())


def _gaps(lines: Sequence[Line], marks: Mapping[int, Mark]) -> Iterator[Gap]:
    """The stretches of lines that are no sentences, each with the text below it."""
    is_text = [line.prose and line.index not in marks for line in lines]
    pending: list[Line] = []
    text: list[Line] = []
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if is_text[place] and not _may_head(line, following, [] if text else pending):
            text.append(line)
            continue
        if text:
            yield Gap(pending, text)
            pending, text = [], []
        pending.append(line)
    if text:
        yield Gap(pending, text)


def _may_head(line: Line, following: Line | None, pending: Sequence[Line]) -> bool:
    """A short sentence below other short lines, and above a longer one, can be a headline."""
    if not pending or len(line.words) > 16 or INNER_END.search(line.text) or following is None:
        return False
    asks = line.text.rstrip("\"'”’»")[-1:] in "?!"
    return asks or (len(line.text) <= SENTENCE and following.prose and len(following.text) > len(line.text))


def _walk(page: Page, gaps: Sequence[Gap]) -> Starts:
    found: list[Start] = []
    teasers: dict[int, Line] = {}
    above: list[Line] = []
    cause: Line | None = None
    lead = _lead(page, gaps[0]) if gaps else None
    for number, gap in enumerate(gaps):
        start = _best(page, gap, above, cause is not None) if number else None
        if start is not None and lead is not None and fold(start.title.text) == fold(lead.text):
            start = None  # the same report once more: its text in short, or in another form
        if start is not None:
            found.append(start)
            above, cause = [], None
        elif number:
            cause = _cause(page, gap, above, cause)
        if cause is not None:
            teasers.update((line.index, cause) for line in gap.text)
        else:
            above = [*above, *gap.text][-BACK:]
    return Starts(
        tuple(found),
        teasers,
        lead,
        _alike(page, lead, found),
        lead is not None and _surely(page, lead, found),
    )


def _alike(page: Page, lead: Line | None, found: Sequence[Start]) -> bool:
    """Whether the first headline stands between the same kinds of lines as one of the others."""
    names = [set(_patterns(page, start.title)) for start in found]
    shared = Counter(name for some in names for name in some)
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
    first = max(0, len(gap.lines) - LOOK_ABOVE)
    weighed = [
        (_points(page, gap, place, (), dead=False).total, -place)
        for place in range(first, len(gap.lines))
        if _may_be(page, gap.lines[place]) and not gap.lines[place].text.endswith(".")
    ]
    points, place = max(weighed, default=(0.0, 0))
    if points < LEADS:
        return None
    page.framed = _points(page, gap, -place, (), dead=False).framed
    return bare_title(gap.lines[-place], gap.lines[1 - place :])


def _best(page: Page, gap: Gap, above: Sequence[Line], dead: bool) -> Start | None:
    """The best headline of a gap, when its points are enough."""
    best: Start | None = None
    for place, line in enumerate(gap.lines[-LOOK_ABOVE:], start=max(0, len(gap.lines) - LOOK_ABOVE)):
        if not _may_be(page, line):
            continue
        points = _points(page, gap, place, above, dead)
        if points.enough and (best is None or points.total > best.points):
            head = _head(page, gap, place)
            why = f"{line.shown} begins another article: {points.why}"
            best = Start(line, head, points.total, why, points.framed, gap.size)
    return best


def _may_be(page: Page, line: Line) -> bool:
    """A line that can be a headline at all."""
    if _kind(page, line) not in HEADABLE or not 1 <= len(line.words) <= HEADLINE_WORDS:
        return False
    if line.text.endswith(OPEN_END) or CAPTION.search(line.text) or is_sign_off(line) or is_own_credit(line):
        return False
    if line.text[:1] in "([@" or is_section(line.text) or _is_interface(line):
        return False
    return len(line.words) > NAME_WORDS or byline_name(line, page.lower) is None


def _is_interface(line: Line) -> bool:
    """ "Share Tweet Email Print": words of an interface and no others."""
    return all(word.casefold() in INTERFACE_WORDS for word in line.words)


def _points(page: Page, gap: Gap, place: int, above: Sequence[Line], dead: bool) -> Points:
    line = gap.lines[place]
    alike = max((page.patterns.get(name, 0) for name in _patterns(page, line)), default=0)
    form = [*_form(page, line), *_over(page, gap, place), *_under(page, gap, place)]
    under = [other for other in gap.lines[place + 1 :] if other.prose and other.index not in page.marks]
    size = gap.size + sum(len(other.text) for other in under)
    if size < MIN_BELOW:
        form.append(Point(-6.0))
    if dead and size < FULL:
        form.append(Point(-3.0))
    group = max((page.groups[name].count for name in _patterns(page, line) if _heads(page, name)), default=0)
    if group and page.look and page.look in _patterns(page, line):
        form.append(Point(0.5, "the first headline of this page is formatted like it", set=True))
    if group:
        form.append(Point(1.5, f"{group} lines of this page head texts of their own as it does"))
    elif alike > 1:
        form.append(Point(1.0, f"{alike} headlines of this page stand between the same kinds of lines"))
    if _kind(page, line) == UNLIKE and not group and alike < 2:
        form.append(Point(-1.5))
    if line.text.endswith("?"):
        form.append(Point(-1.5))  # the questions of one article, mostly
    if line.prose and line.text.endswith("."):
        form.append(Point(-1.5 if _rivals(page, gap, place) else -0.5))
    full = size >= FULL and len(line.words) >= 4
    look = f"look: {page.hints[line.index].look}" if line.index in page.hints else ""
    same = page.patterns.get(look, 0) > 1 or (page.formatted and _set_apart(page, line))
    least = 0 if page.least <= 1 and same else page.least
    if _names_outlet(line):
        form.append(Point(-1.0))
    words = tuple(_words(line, [*under, *gap.below][:3], above))
    if (group or alike > 1) and any(point.value == NO_WORDS for point in words):
        form.append(Point(0.75))  # what stands around it tells enough
    return Points(tuple(form), words, max(alike, group), page.several, least, full)


def _heads(page: Page, name: str) -> bool:
    return name in page.groups and page.groups[name].heads


def _rivals(page: Page, gap: Gap, place: int) -> bool:
    """Whether a line above this one, in the same gap, is no sentence and may be the headline."""
    return any(
        not line.prose and len(line.words) >= 3 and _may_be(page, line) for line in gap.lines[:place][-4:]
    )


def _set_apart(page: Page, line: Line) -> bool:
    """Whether mark-up alone makes a line all but certain to be a headline."""
    return line.index in page.hints and page.hints[line.index].value >= SET_APART


def _form(page: Page, line: Line) -> Iterator[Point]:
    count = len(line.words)
    if count <= 2:
        yield Point(-1.5)
    elif count >= 4:
        yield Point(0.5)
    if TIMED.match(line.text):
        yield Point(1.5, f"a time of day stands before it (“{line.text[:8]}”)", own=True, set=True)
    elif NUMBERED.match(line.text) and not page.listed:
        yield Point(1.5, f"a number stands before it (“{line.text[:8]}”)", set=True)
    hint = page.hints.get(line.index)
    if hint is not None:
        yield hint


def _over(page: Page, gap: Gap, place: int) -> Iterator[Point]:
    """What stands between the last sentence and the headline."""
    over = gap.lines[:place]
    kinds = {page.marks[line.index].kind: line for line in over if line.index in page.marks}
    ends = [line for kind, line in kinds.items() if kind in ENDS]
    ends += [line for line in over if END_MARK.match(line.text)]
    weak = [line for kind, line in kinds.items() if kind in WEAK_ENDS]
    if ends or weak:
        yield Point(
            1.5 if ends else 0.5, f"{(ends or weak)[0].shown} ends what stands above", bool(ends), weak=True
        )
    signed = next((line for line in over if line.index not in page.marks and _signs(line)), None)
    if signed is not None:
        yield Point(1.0, f"{signed.shown} signs what stands above", True, weak=True)
    near = over[-4:]
    dated = next((line for line in near if _is_dated(page, line)), None)
    if dated is not None:
        yield Point(1.5, f"{dated.shown} dates it", True)
    outlet = next((line for line in near if _kind(page, line) == "outlet line" or _names_outlet(line)), None)
    if outlet is not None:
        yield Point(1.5, f"{outlet.shown} names its outlet", True)
    section = next((line for line in reversed(near) if _is_section(page, line)), None)
    if section is not None:
        yield Point(1.0 if section is near[-1] else 0.5, f"{section.shown} names its section")
    yield from _repeated(page, near, "above")
    code = next((line for line in near if _is_code(line)), None)
    if code is not None:
        yield Point(1.0, f"{code.shown} above it is a code of a desk", own=True, set=True)
    number = next((line for line in near[-2:] if not line.words and ALONE.match(line.text)), None)
    if number is not None and not (page.listed and number.text.strip(" .)#").isdecimal()):
        yield Point(1.5, f"{number.shown} numbers or times it", set=True)


def _under(page: Page, gap: Gap, place: int) -> Iterator[Point]:
    """What stands between the headline and its text, and how that opens."""
    under = gap.lines[place + 1 :]
    near = under[:5]
    dated = next((line for line in near if _is_dated(page, line)), None)
    if dated is not None:
        yield Point(1.5, f"{dated.shown} under it dates it", True)
    writer = next((line for line in near if byline_name(line, page.lower) is not None), None)
    if writer is not None:
        yield Point(
            1.5 if BY.match(writer.text) else 0.75, f"{writer.shown} under it names a writer", own=True
        )
    outlet = next(
        (
            line
            for line in near
            if _kind(page, line) == "outlet line" or is_own_credit(line) or _names_outlet(line)
        ),
        None,
    )
    if outlet is not None:
        yield Point(1.5, f"{outlet.shown} under it names an outlet", True)
    yield from _repeated(page, near[:2], "under")
    if opens_with_dateline(gap.prose):
        yield Point(2.0, f"{gap.prose.shown} opens with a dateline", True)
    others = [line for line in under if line.index not in page.marks and len(line.words) >= 3]
    if len(others) >= 3:
        yield Point(-1.0)


def _repeated(page: Page, near: Sequence[Line], where: str) -> Iterator[Point]:
    """Lines of the system around an article, which stand beside other headlines too."""
    found = {shape: line for line in near if (shape := _shape(line)) in page.again}
    for place, (shape, line) in enumerate(found.items()):
        if place < 2:
            count = page.again[shape]
            words = f"{line.shown} {where} it stands {count} times between texts of this page"
            yield Point(0.5 if place else 1.0, words, set=True)
    twice = Counter(fold(line.text) for line in near if 0 < len(line.words) <= NAME_WORDS)
    name = next((line for line in near if twice[fold(line.text)] > 1 and fold(line.text)), None)
    if name is not None:
        yield Point(1.0, f"{name.shown} stands twice {where} it")


def _is_dated(page: Page, line: Line) -> bool:
    """A date, time or age, alone or before a bar: "3 May 2031 | Politics"."""
    if _kind(page, line) in DATED:
        return True
    return len(line.text) <= SHAPED and stamp_of(line.text) is not None and not line.prose


def _names_outlet(line: Line) -> bool:
    """ "The Orm Gazette": a name with a word such as outlets have, and no more."""
    name = line.text.strip(" —–-()")
    return 0 < len(line.words) <= OUTLET_WORDS and not line.prose and has_outlet_word(name)


def _is_section(page: Page, line: Line) -> bool:
    return _kind(page, line) == "section" or (line.index not in page.marks and is_section(line.text))


def _is_code(line: Line) -> bool:
    """ "nw0231 4 pol 0312": short tokens, two or more of them with figures, as wire services head a text."""
    tokens = line.text.split() if len(line.text) <= SHAPED else []
    figures = sum(any(mark.isdigit() for mark in token) for token in tokens)
    return 2 <= len(tokens) <= 10 and figures >= 2 and all(len(word) <= 5 for word in line.words)


def _signs(line: Line) -> bool:
    """A closing credit, initials of a desk ("ab/cd 1012"), or a few words that stand alone in brackets."""
    if INITIALS.match(line.text):
        return True
    bracketed = line.text[:1] in "([" and line.text.rstrip(".")[-1:] in ")]" and len(line.words) <= 4
    return is_sign_off(line) or (bracketed and bool(line.words))


def _words(line: Line, texts: Sequence[Line], above: Sequence[Line]) -> Iterator[Point]:
    """Whether the text below takes up the headline's words, and whether that above did before."""
    own = stems(line.words)
    below = {stem for other in texts for stem in stems(other.words[:150])}
    before = {stem for other in above for stem in stems(other.words[:150])}
    shared = sorted(own & below)
    if shared:
        yield Point(min(2, len(shared)) * 0.75, f"the text below takes up {_listed(line, shared)}")
    else:
        yield Point(NO_WORDS)
    fresh = sorted((own & below) - before)
    if before and fresh:
        yield Point(min(2, len(fresh)) * 0.5)
    names = _names(texts)
    if len(names) >= 3 and above:
        again = names & _names(above)
        if not again:
            yield Point(1.0, f"none of its {len(names)} names stands in the text above")
        elif len(again) * 2 >= len(names):
            yield Point(AGAIN)


def _listed(line: Line, shared: Sequence[str]) -> str:
    words = [word for word in line.words if word.casefold()[:5] in shared]
    return ", ".join(f"“{word}”" for word in words[:3])


def _names(lines: Sequence[Line]) -> set[str]:
    """Longer words with a capital that do not begin a sentence, by their stems."""
    found = set()
    for line in lines:
        for before, word in zip(line.words, line.words[1:], strict=False):
            if word[:1].isupper() and len(word) >= 4 and before.islower():
                found.add(word[:5].casefold())
    return found


def _kind(page: Page, line: Line) -> str:
    mark = page.marks.get(line.index)
    return mark.kind if mark is not None else ""


def _patterns(page: Page, title: Line) -> Iterator[str]:
    """The kinds of the lines right above and below a headline, where they tell something."""
    if TIMED.match(title.text):
        yield "timed"
    elif NUMBERED.match(title.text) and not page.listed:
        yield "numbered"
    if title.index in page.hints and page.hints[title.index].look:
        yield f"look: {page.hints[title.index].look}"
    around = _around(page, title)
    if around != "0 0":
        yield f"lines: {around}"
    for side, index in (("above", title.index - 1), ("below", title.index + 1)):
        if 0 <= index < len(page.lines):
            kind = _sort(page, page.lines[index])
            if kind not in ("text", "short"):
                yield f"{side}: {kind}"


def _around(page: Page, title: Line) -> str:
    """How many short lines stand right above and below a headline."""
    counts = []
    for step in (-1, 1):
        place = title.index + step
        while 0 <= place < len(page.lines) and abs(place - title.index) <= AROUND:
            if page.lines[place].prose or _kind(page, page.lines[place]):
                break
            place += step
        counts.append(abs(place - title.index) - 1)
    return f"{counts[0]} {counts[1]}"


def _sort(page: Page, line: Line) -> str:
    kind = _kind(page, line)
    if kind:
        return kind
    if byline_name(line, page.lower) is not None:
        return "writer"
    shape = _shape(line)
    if shape in page.again:
        return shape
    return "text" if line.prose else "section" if is_section(line.text) else "short"


def _head(page: Page, gap: Gap, place: int) -> int:
    """The first line of the head above a headline: its date, outlet, section, number."""
    first = gap.lines[place].index
    for line in reversed(gap.lines[max(0, place - 4) : place]):
        kind = _kind(page, line)
        alone = not line.words and ALONE.match(line.text) is not None
        if kind in HEADS or is_section(line.text) or alone or _is_dated(page, line):
            first = line.index
        else:
            break
    return first


def _cause(page: Page, gap: Gap, above: Sequence[Line], cause: Line | None) -> Line | None:
    """The line with which teasers, comments or a newsletter box begin, None while the article goes on."""
    cause = cause or next((line for line in gap.lines if _kind(page, line) in TEASING), None)
    if cause is None or gap.size >= FULL or _names(gap.below) & _names(above):
        return None
    return cause
