"""The case as a whole: its threads and stories in time, its counts, what could not be read."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from onrecord.data import Story, Thread
from onrecord.query.lists import Sheet, cut_sheet, untitled
from onrecord.query.record import NO_ORIGINS, Record
from onrecord.stores.base import ArticleHead
from onrecord.text.edtf import bounds

THREADS = 25
MAIN_ACTORS = 12


@dataclass(frozen=True, slots=True)
class StoryStrip:
    """A story in one line: "12 pages, 3 origins, 1 on record".

    `pages` counts distinct pages, `low` to `high` the independent origins. `first` and `last` bound
    what is known of when it was told (ISO days), None when nothing dates it; `marks` are the days
    of the articles that can be placed, with their ids.
    """

    id: str
    title: str
    when: str | None
    articles: int
    pages: int
    families: int
    low: int
    high: int
    on_record: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    first: date | None
    last: date | None
    marks: tuple[tuple[str, date, date], ...]
    thread_id: str | None


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A thread with its stories in time order, undated ones last."""

    id: str
    title: str
    reason: str
    stories: tuple[StoryStrip, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of everything the case holds."""

    pages: int
    sightings: int
    articles: int
    attributions: int
    families: int
    stories: int
    threads: int
    actors: int
    positions: int
    changes: int
    problems: int


@dataclass(frozen=True, slots=True)
class ActorCount:
    """An actor and how many positions it holds in the case."""

    id: str
    name: str
    kind: str
    positions: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page shows. `unfinished` is True when pages are in but no story is made yet."""

    counts: Counts
    threads: Sheet[ThreadView]
    first: date | None
    last: date | None
    actors: tuple[ActorCount, ...]
    problems: tuple[tuple[str, int], ...]
    unfinished: bool


def overview(record: Record, sheet: int = 1) -> Overview:
    """The case, with one sheet of its threads: those with most articles first."""
    index = record.index
    threads = sorted(index.threads.values(), key=lambda thread: _weight(record, thread))
    chosen = cut_sheet(threads, sheet, THREADS)
    views = tuple(thread_view(record, thread) for thread in chosen.rows)
    days = [day for view in views for strip in view.stories for day in (strip.first, strip.last) if day]
    problems = Counter(problem.kind for problem in record.view.problems())
    counts = _counts(record, sum(problems.values()))
    return Overview(
        counts=counts,
        threads=Sheet(views, chosen.total, chosen.number, chosen.sheets),
        first=min(days, default=None),
        last=max(days, default=None),
        actors=_main_actors(record),
        problems=tuple(sorted(problems.items(), key=lambda item: (-item[1], item[0]))),
        unfinished=counts.articles > 0 and not index.stories,
    )


def _weight(record: Record, thread: Thread) -> tuple[int, int, str, str]:
    stories = [record.index.stories[key] for key in thread.stories if key in record.index.stories]
    return -sum(len(story.articles) for story in stories), -len(stories), thread.title, thread.id


def thread_view(record: Record, thread: Thread) -> ThreadView:
    """One thread with the strips of its stories."""
    strips = [
        story_strip(record, record.index.stories[key])
        for key in thread.stories
        if key in record.index.stories
    ]
    strips.sort(key=lambda strip: (strip.first is None, strip.first or date.min, strip.title, strip.id))
    return ThreadView(thread.id, thread.title or untitled(thread.id), thread.reason, tuple(strips))


def story_strip(record: Record, story: Story) -> StoryStrip:
    """One story in a line; dates of its articles place it when it has none of its own."""
    heads = record.view.heads(story.articles)
    count = record.index.origins.get(story.id, NO_ORIGINS)
    marks = tuple(mark for head in heads if (mark := _mark(head)))
    first, last = bounds(story.when)
    days = [day for _, low, high in marks for day in (low, high)]
    if first is None and last is None:
        first, last = min(days, default=None), max(days, default=None)
    return StoryStrip(
        id=story.id,
        title=story.title or untitled(story.id),
        when=story.when,
        articles=len(story.articles),
        pages=len({head.page_id for head in heads}),
        families=len(story.families),
        low=count.low,
        high=count.high,
        on_record=count.on_record,
        outlets=tuple(sorted({head.outlet for head in heads if head.outlet})),
        languages=tuple(sorted({head.language for head in heads})),
        first=first or last,
        last=last or first,
        marks=marks,
        thread_id=record.index.thread_of.get(story.id),
    )


def _mark(head: ArticleHead) -> tuple[str, date, date] | None:
    first, last = bounds(head.published)
    if first is None or last is None:
        return None
    return head.id, first, last


def _counts(record: Record, problems: int) -> Counts:
    index, view = record.index, record.view
    heads = view.heads()
    return Counts(
        pages=len(view.page_ids()),
        sightings=len(view.sightings()),
        articles=len(heads),
        attributions=sum(head.attributions for head in heads),
        families=len(index.families),
        stories=len(index.stories),
        threads=len(index.threads),
        actors=len(index.actors),
        positions=len(index.positions),
        changes=len(index.changes),
        problems=problems,
    )


def _main_actors(record: Record) -> tuple[ActorCount, ...]:
    found = [
        ActorCount(key, record.index.actors[key].name, record.index.actors[key].kind, len(held))
        for key, held in record.index.held_by.items()
        if key in record.index.actors
    ]
    return tuple(sorted(found, key=lambda actor: (-actor.positions, actor.name, actor.id))[:MAIN_ACTORS])
