"""Rows of pairs and groups of articles: reuse, independent pairs, families, stories, threads.

Spans lie in the article that each type names.
"""

from onrecord.data import (
    Family,
    IndependenceKind,
    Independent,
    Passage,
    PassageKind,
    Reuse,
    ReuseKind,
    Shift,
    Story,
    Thread,
)
from onrecord.stores.sqlite import codec
from onrecord.stores.sqlite.codec import Cells, Row
from onrecord.stores.sqlite.table import table

REUSE = table(
    "reuse",
    "id earlier later kind share score directed direction evidence_for evidence_against direction_reasons"
    " kind_reasons",
)
_PASSAGE = "number kind earlier later similarity note moved"
PASSAGE = table("passage", f"reuse_id {_PASSAGE}")
SHIFT = table("shift", "reuse_id number kind earlier later reason")
INDEPENDENT = table("independent", "id left right kind score reasons")
SHARED = table("shared_passage", f"independent_id {_PASSAGE}")
FAMILY = table("family", "id earliest reason")
FAMILY_ARTICLE = table("family_article", "family_id number article_id share")
THREAD = table("thread", "id title reason")
THREAD_STORY = table("thread_story", "thread_id number story_id")
STORY = table("story", "id title when families reason")
STORY_ARTICLE = table("story_article", "story_id number article_id")

# Children after parents.
TABLES = (
    REUSE, PASSAGE, SHIFT, INDEPENDENT, SHARED, FAMILY, FAMILY_ARTICLE, STORY, STORY_ARTICLE, THREAD,
    THREAD_STORY,
)  # fmt: skip


def reuse_row(reuse: Reuse, later: str) -> Row:
    """See the table `reuse`; `later` is the later article's text."""
    return (
        reuse.id,
        reuse.earlier,
        reuse.later,
        reuse.kind,
        reuse.share,
        reuse.score,
        reuse.directed,
        reuse.direction,
        codec.put_reasons(reuse.evidence_for, later),
        codec.put_reasons(reuse.evidence_against, later),
        codec.put_reasons(reuse.direction_reasons, later),
        codec.put_reasons(reuse.kind_reasons, later),
    )


def reuse_of(cells: Cells, later: str, passages: tuple[Passage, ...], shifts: tuple[Shift, ...]) -> Reuse:
    """The reuse of a row and of its passages and shifts."""
    return Reuse(
        id=cells[0],
        earlier=cells[1],
        later=cells[2],
        kind=ReuseKind(cells[3]),
        share=cells[4],
        score=cells[5],
        directed=bool(cells[6]),
        direction=cells[7],
        evidence_for=codec.get_reasons(cells[8], later),
        evidence_against=codec.get_reasons(cells[9], later),
        direction_reasons=codec.get_reasons(cells[10], later),
        passages=passages,
        shifts=shifts,
        kind_reasons=codec.get_reasons(cells[11], later),
    )


def passage_row(passage: Passage, owner: str, number: int, earlier: str, later: str) -> Row:
    """See the tables `passage` and `shared_passage`; the texts are the two articles'."""
    return (
        owner,
        number,
        passage.kind,
        codec.put_span(passage.earlier, earlier),
        codec.put_span(passage.later, later),
        passage.similarity,
        codec.put(passage.note),
        passage.moved,
    )


def passage_of(cells: Cells, earlier: str, later: str) -> Passage:
    """The passage of a row."""
    _, _, kind, before, after, similarity, note, moved = cells
    return Passage(
        PassageKind(kind),
        codec.get_span_or_none(before, earlier),
        codec.get_span_or_none(after, later),
        similarity,
        codec.get(note),
        bool(moved),
    )


def shift_row(shift: Shift, reuse_id: str, number: int, earlier: str, later: str) -> Row:
    """See the table `shift`."""
    before, after = codec.put_span(shift.earlier, earlier), codec.put_span(shift.later, later)
    return (reuse_id, number, codec.put(shift.kind), before, after, codec.put(shift.reason))


def shift_of(cells: Cells, earlier: str, later: str) -> Shift:
    """The shift of a row."""
    _, _, kind, before, after, reason = cells
    return Shift(
        codec.get(kind), codec.get_span(before, earlier), codec.get_span(after, later), codec.get(reason)
    )


def independent_row(found: Independent, right: str) -> Row:
    """See the table `independent`; `right` is the right article's text."""
    reasons = codec.put_reasons(found.reasons, right)
    return (found.id, found.left, found.right, found.kind, found.score, reasons)


def independent_of(cells: Cells, right: str, passages: tuple[Passage, ...]) -> Independent:
    """The independent pair of a row and of the words that both hold."""
    identifier, left, other, kind, score, reasons = cells
    why = codec.get_reasons(reasons, right)
    return Independent(identifier, left, other, IndependenceKind(kind), score, passages, why)


def family_of(cells: Cells, members: list[tuple[str, float | None]]) -> Family:
    """The family of a row and of its members with their shares."""
    articles, shares = tuple(a for a, _ in members), tuple(s for _, s in members if s is not None)
    return Family(cells[0], articles, cells[1], shares, codec.get(cells[2]))


def story_row(story: Story) -> Row:
    """See the table `story`."""
    families = codec.dump(story.families)
    return (
        story.id,
        codec.put(story.title),
        codec.put_or_none(story.when),
        families,
        codec.put(story.reason),
    )


def story_of(cells: Cells, articles: tuple[str, ...]) -> Story:
    """The story of a row and of its members."""
    identifier, title, when, families, reason = cells
    return Story(
        identifier,
        articles,
        codec.strings(families),
        codec.get(title),
        codec.get_or_none(when),
        codec.get(reason),
    )


def thread_of(cells: Cells, stories: tuple[str, ...]) -> Thread:
    """The thread of a row and of its stories."""
    return Thread(cells[0], stories, codec.get(cells[1]), codec.get(cells[2]))
