"""Lines beside an article that credit an agency or outlet stay with it: they are the first hop of its chain.

By form they are no sentences, and pages set them apart as bylines, notices and labels. Which lines credit
somebody is for the credits stage to say: the pipeline hands its answer in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.stages.article.extract.drafts import Draft, Segments
from onrecord.stages.article.extract.lines import Line

REACH = 5
MAX_LINE = 400
# What stands around a text and may hold its credit. Links, comments and teasers speak of others.
MAY_CREDIT = frozenset(
    {
        "byline",
        "notice",
        "label",
        "link line",
        "unlike text",
        "outside",
        "date stamp",
        "posting line",
        "author",
    }
)


@dataclass(frozen=True, slots=True)
class Beside:
    """A line above the text of an article (its `title` over it), or below its end, with the text."""

    title: str
    text: tuple[str, ...]
    line: str
    below: bool


NamesCredit = Callable[[Beside], bool]


def keep_credits(segments: Segments, lines: Sequence[Line], names: NamesCredit) -> None:
    """Give each article the lines beside it that credit somebody, as headings of its text."""
    inside = {line.index for draft in segments.drafts for line in draft.lines}
    for draft in segments.drafts:
        for line, below in [*_above(draft, lines, inside), *_below(draft, lines, inside)]:
            mark = segments.marks.get(line.index)
            if mark is None or mark.kind not in MAY_CREDIT or len(line.text) > MAX_LINE:
                continue
            if names(Beside(_title(draft), _text(draft), line.text, below)):
                draft.lines = sorted([*draft.lines, line], key=lambda other: other.index)
                draft.headings.append(line)


def _title(draft: Draft) -> str:
    return draft.title.text if draft.title is not None else ""


def _text(draft: Draft) -> tuple[str, ...]:
    """The first and last paragraphs, which are enough to tell what a name in a credit is."""
    body = [line.text for line in draft.lines if line is not draft.title]
    return tuple(body) if len(body) <= 2 * REACH else (*body[:REACH], *body[-REACH:])


def _above(draft: Draft, lines: Sequence[Line], inside: set[int]) -> list[tuple[Line, bool]]:
    """Lines between the title and the text, none of another article."""
    if draft.title is None:
        return []
    after = [line for line in draft.lines if line is not draft.title]
    end = after[0].index if after else draft.title.index
    between = lines[draft.title.index + 1 : end]
    return [(line, False) for line in between[:REACH] if line.index not in inside]


def _below(draft: Draft, lines: Sequence[Line], inside: set[int]) -> list[tuple[Line, bool]]:
    """The lines that follow the text, down to the next article."""
    found = []
    for line in lines[draft.lines[-1].index + 1 :][:REACH] if draft.lines else ():
        if line.index in inside:
            break
        found.append((line, True))
    return found
