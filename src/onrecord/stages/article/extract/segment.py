"""Lines of a flat page to drafts of articles: which title, which text, where the next one begins."""

from collections.abc import Sequence

from onrecord.stages.article.extract.drafts import BREAKING, Cutting, Draft, Segments
from onrecord.stages.article.extract.endings import after_text, without_prose
from onrecord.stages.article.extract.lines import INNER_END, SENTENCE_END, Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.readings import Readings
from onrecord.stages.article.extract.titles import (
    bare_title,
    byline_name,
    fold,
    is_own_credit,
    is_sign_off,
    opens_with_dateline,
    shared_stems,
    stems,
    title_score,
)

CLOSING = frozenset({"comments", "notice", "author"})
STRONG = frozenset({"age", "outlet line"})
MIN_ARTICLE = 200
MIN_INLINE_REST = 0.25
TITLE_RUN = 12
MIN_FRESH = 3
READ_BACK = 60
LOOKED_BACK = 200
HEADING_WORDS = 15
QUESTION_WORDS = 20


class Segmenter:
    """One pass over the lines of a page."""

    def __init__(
        self,
        lines: Sequence[Line],
        marks: dict[int, Mark],
        page_title: str,
        readings: Readings | None = None,
        sure: frozenset[int] = frozenset(),
        single: bool = False,
    ) -> None:
        """`readings` decide what is text; of the lines in `sure` the rules decide alone.

        `single`: these lines hold one article, whose title is `page_title`.
        """
        self.single = single
        self.lines = lines
        self.cut = Cutting(lines, marks, readings)
        self.readings = readings
        self.sure = sure
        self.page_title = fold(page_title)
        self.drafts: list[Draft] = []
        self.pending: list[Line] = []
        self.parted = False  # whether the pending lines hold furniture after which an article may be over
        self.closed: Line | None = None
        self.rest = _prose_after(lines, marks)

    def run(self) -> Segments:
        """Cut all lines."""
        for line in self.lines:
            if line.index in self.cut.marks or not self._is_prose(line) or self._refused(line):
                self.pending.append(line)
                self.parted = self.parted or self.cut.kind(line) in BREAKING
            else:
                self._prose(line)
        self._end()
        if self.readings is not None:
            self.cut.marks |= self.readings.unlike(self.cut.refused)
        return Segments(self.drafts, self.cut.marks)

    def _is_prose(self, line: Line) -> bool:
        """A sentence; but a short question or call above the first text is a title."""
        if not line.prose:
            return False
        starts = not self.drafts or self.parted
        if not starts or len(line.words) > QUESTION_WORDS:
            return True
        above = self._following(line.index + 1)
        if fold(line.text) == self.page_title:
            return False
        asks = line.text.rstrip("\"'”’»")[-1:] in "?!" and not INNER_END.search(line.text)
        heads = bool(above) and (
            shared_stems(line, above) > 0 or not self.cut.shorts(self.pending[-LOOKED_BACK:])
        )
        return not (asks and heads)

    def _refused(self, line: Line) -> bool:
        """A sentence that is read as no text is furniture."""
        if self.readings is None or line.index in self.sure or self.readings.is_text(line.index):
            return False
        self.cut.refuse(line)
        return True

    def _following(self, index: int) -> list[Line]:
        """The next few lines of text from `index` on."""
        found = []
        for line in self.lines[index : index + 8]:
            if line.prose and line.index not in self.cut.marks:
                found.append(line)
        return found[:2]

    def _prose(self, line: Line) -> None:
        pending, self.pending = self.pending, []
        self.parted = False
        if not self.drafts:
            self._open(pending, line, self._best_title(pending, line))
            return
        broken = [other for other in pending if self.cut.breaks(other)]
        own = self._own_head(pending, line) if not self.closed and not self.single else None
        further = (broken or self.closed) and not self.single
        title = own or (self._next_title(pending, line) if further else None)
        if title is not None:
            self._open(pending, line, title)
            self.drafts[-1].printed = own is not None
            return
        if broken or self.closed:
            self._go_on_or_drop(pending, broken, line)
            return
        self._inside(pending)
        self.drafts[-1].lines.append(line)

    def _best_title(self, pending: Sequence[Line], line: Line) -> Line | None:
        following = [line, *self._following(line.index + 1)]
        best, best_score = None, 0.95
        for place, other in enumerate(self._may_head(self.cut.shorts(pending))[-TITLE_RUN:]):
            score = title_score(other, following, self.page_title) - 0.01 * place
            if byline_name(other, self.cut.lower) is not None:
                score -= 0.8
            if score > best_score:
                best, best_score = other, score
        return bare_title(best, [other for other in pending if other.index > best.index]) if best else None

    def _may_head(self, shorts: list[Line]) -> list[Line]:
        """Short lines down to the first that is read as text: no title stands below it."""
        first = next(
            (place for place, other in enumerate(shorts) if self.cut.read_as_text(other)), len(shorts)
        )
        return shorts[: first + 1]

    def _next_title(self, pending: Sequence[Line], line: Line) -> Line | None:
        """The title of a further article: after an age or outlet line, or by what it shares with its text."""
        size = sum(len(other.text) for other in [line, *self._following(line.index + 1)])
        if size < MIN_ARTICLE:
            return None
        last = max(
            (place for place, other in enumerate(pending) if self.cut.kind(other) in BREAKING), default=-1
        )
        below = pending[last + 1 :]
        title = self._best_title(below, line)
        if title is None:
            return None
        strong = any(self.cut.kind(other) in STRONG for other in pending[max(0, last - 2) : last + 1])
        return title if strong or shared_stems(title, [line]) >= 2 else None

    def _own_head(self, pending: Sequence[Line], line: Line) -> Line | None:
        """A title with a head of its own, after a rule or in capitals like the page's first title."""
        size = sum(len(other.text) for other in [line, *self._following(line.index + 1)])
        shorts = self.cut.shorts(pending)
        if size < MIN_ARTICLE or not shorts:
            return None
        ruled = next((other.index for other in pending if self.cut.kind(other) == "rule"), line.index)
        first = self.drafts[0].title
        shouted = first is not None and _in_capitals(first)
        for place, other in enumerate(shorts):
            alike = shouted and _in_capitals(other) and other.gap > 0
            if not (alike or ruled < other.index) or not _title_like(other):
                continue
            if self._is_own(other, shorts[place + 1 : place + 4], line):
                return other
        return None

    def _is_own(self, title: Line, under: Sequence[Line], line: Line) -> bool:
        """A byline, a credit or a dateline under a title; or words that only the text below it has."""
        if opens_with_dateline(line) or any(
            byline_name(below, self.cut.lower) or is_own_credit(below) for below in under
        ):
            return True
        above = [other for other in self.drafts[-1].lines[-READ_BACK:] if other.prose]
        known = {stem for other in above for stem in stems(other.words)}
        fresh = len(stems(title.words) & known) <= 1
        return fresh and shared_stems(title, [line]) >= MIN_FRESH

    def _open(self, pending: Sequence[Line], line: Line, title: Line | None) -> None:
        """Begin an article; what stands above its title belongs to no article."""
        draft = Draft(title)
        after = title is None
        for other in pending:
            if other is title:
                after = True
                draft.lines.append(other)
            elif other.index in self.cut.marks:
                draft.above.append(other)
            elif title is None and self.cut.read_as_text(other):
                draft.lines.append(other)
            elif not after or title is None:
                self._above(other, title, line)
            else:
                self._under_title(draft, other, line)
        draft.lines.append(line)
        self.drafts.append(draft)
        self.closed = None

    def _above(self, line: Line, title: Line | None, prose: Line) -> None:
        if self.drafts and not self.closed and is_sign_off(line):
            self.cut.credit(self.drafts[-1], line)
            return
        below = f"above the title {title.shown}" if title else f"above the text that begins {prose.shown}"
        self.cut.marks[line.index] = Mark("label", f"{line.shown} is no sentence and stands {below}")

    def _under_title(self, draft: Draft, line: Line, prose: Line) -> None:
        """Between title and text: byline, standfirst, credit or label."""
        name = byline_name(line, self.cut.lower)
        if name is not None and draft.byline is None:
            draft.byline = (line, name)
            self.cut.marks[line.index] = Mark(
                "byline", f"{line.shown} names a writer, between the title and the text"
            )
        elif draft.title and fold(line.text) == fold(draft.title.text):
            self.cut.marks[line.index] = Mark("repeated title", f"{line.shown} repeats the title")
        elif (
            is_sign_off(line)
            or is_own_credit(line)
            or self.cut.read_as_text(line)
            or (self.readings is None and (len(line.words) >= 6 or shared_stems(line, [prose]) >= 2))
        ):
            self.cut.keep(draft, line)
        else:
            what = f"{line.shown} is no sentence and stands between the title and {prose.shown}"
            self.cut.marks[line.index] = Mark("label", what)

    def _inside(self, pending: Sequence[Line]) -> None:
        """Short lines between two sentences of one article."""
        draft = self.drafts[-1]
        shorts = self.cut.shorts(pending)
        titles = [other for other in shorts if _title_like(other)]
        listed = len(titles) >= 3 and len(titles) == len(shorts) and self.readings is None
        for other in shorts:
            if self.readings is not None and not self.cut.read_as_text(other):
                self.cut.refuse(other)
            elif listed:
                row = f"one of {len(titles)} lines in a row that look like titles of other reports"
                what = f"{other.shown} is {row}"
                self.cut.marks[other.index] = Mark("link line", what)
            elif len(other.words) <= HEADING_WORDS and not other.text.endswith((":", ",", ";")):
                self.cut.keep(draft, other)
            else:
                draft.lines.append(other)

    def _go_on_or_drop(self, pending: Sequence[Line], broken: Sequence[Line], line: Line) -> None:
        """Text after "Related" or a comment form: the article again, or no article at all."""
        if self.readings is not None:
            self._after(pending)
            self.drafts[-1].lines.append(line)
            return
        closing = next(
            (other for other in broken if self.cut.kind(other) in CLOSING or is_sign_off(other)), self.closed
        )
        done = sum(len(other.text) for other in self.drafts[-1].lines)
        goes_on = self.rest[line.index] >= MIN_INLINE_REST * (done + self.rest[line.index])
        if closing is None and goes_on:
            self._after(pending)
            self.drafts[-1].lines.append(line)
            return
        self._after(pending)
        cause = closing or broken[0]
        self.closed = cause
        what = f"{line.shown} stands after {cause.shown}, under no title of its own"
        self.cut.marks[line.index] = Mark("text after the article", what)

    def _after(self, pending: Sequence[Line]) -> None:
        after_text(self.cut, self.drafts[-1], pending, self.closed is not None)

    def _end(self) -> None:
        if self.drafts:
            self._after(self.pending)
            return
        self.drafts = without_prose(self.cut, self.pending)


def _title_like(line: Line) -> bool:
    """Several words with a capital first letter and no end of a sentence; no list item."""
    first = line.text[:1]
    return len(line.words) >= 4 and first.isupper() and not SENTENCE_END.search(line.text)


def _in_capitals(line: Line) -> bool:
    """A headline in capitals, of two words or more."""
    return len(line.words) >= 2 and line.text == line.text.upper()


def _prose_after(lines: Sequence[Line], marks: dict[int, Mark]) -> list[int]:
    """Characters of text from each line on."""
    sizes = [0] * (len(lines) + 1)
    for line in reversed(lines):
        own = len(line.text) if line.prose and line.index not in marks else 0
        sizes[line.index] = sizes[line.index + 1] + own
    return sizes
