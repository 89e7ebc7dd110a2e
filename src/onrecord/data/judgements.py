"""What an analyst decided, kept apart from what was computed and keyed so that it outlives a model."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a judgement can say of the thing it is about."""

    RIGHT = "right"
    WRONG = "wrong"
    SAME = "same"
    NOT_SAME = "not same"
    BEFORE = "before"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on `subject` ("attribution", "reuse", "independent", "story", "direction", "actor"), keyed
    by articles and spans.

    `articles` and `ranges` (start, end; article offsets, parallel to `articles`) name what was
    judged without any computed id. `made` is an ISO time given by the caller. Of an attribution, `ranges`
    are its content; `sources` and `cues` are how its source and cue were read when it was judged. Of a
    direction ("before") `articles` stand in the order decided: the first did not take from the second.

    A judgement on a "page" says where its articles are: `page` is the page's id, `articles` is empty
    and `ranges` are offsets in the page's text, one an article (none: the page holds no article). The
    latest one counts; one that says "withdrawn" takes back those before it.
    """

    id: str
    subject: str
    articles: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]
    verdict: Verdict
    by: str
    made: str
    note: str = ""
    page: str | None = None
    sources: tuple[tuple[int, int], ...] = ()
    cues: tuple[tuple[int, int], ...] = ()
