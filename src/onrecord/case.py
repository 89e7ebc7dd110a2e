"""A case from Python: build it, open it, ask it. `import onrecord; case = onrecord.build(paths)`.

case = onrecord.build(["pages/"], "talks.onrecord")
for story in case.stories:
    print(story.title, len(story.articles))
case.attributions(actor="Ivo Kellan", status="on record")
case.to_pandas("attributions")
"""

import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Self

from onrecord.config import Config
from onrecord.data import (
    Actor,
    ArticleFindings,
    Chain,
    Change,
    Family,
    Independent,
    Judgement,
    OriginSet,
    Page,
    Position,
    Problem,
    Reuse,
    Sighting,
    Story,
    Thread,
    Verdict,
)
from onrecord.errors import InputError
from onrecord.judgements import judge
from onrecord.query import (
    AttributionLine,
    Comparison,
    PageView,
    Record,
    StoryView,
    Wanted,
    attribution_list,
    comparison,
    page_view,
    story_view,
)
from onrecord.runners.local import build as run_build
from onrecord.runners.progress import Progress
from onrecord.stores.sqlite import SqliteView, open_view

if TYPE_CHECKING:
    import pandas
    import pyarrow

StrPath = str | PathLike[str]
_SHEET = 500


class Case:
    """One record on disk, open to read. Use it in `with`, or call `close`.

    Everything is typed (see `onrecord.data`); groups come sorted by id, articles by page and place.
    What a later build adds is seen from `open` on.
    """

    def __init__(self, view: SqliteView, folder: "tempfile.TemporaryDirectory[str] | None" = None) -> None:
        self.view = view
        self._folder = folder
        self._record: Record | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<onrecord case {str(self.path)!r}>"

    def close(self) -> None:
        """Let go of the file; a case without a name of its own is deleted."""
        self.view.close()
        if self._folder is not None:
            self._folder.cleanup()

    @property
    def path(self) -> Path:
        """The case file."""
        return self.view.path

    @property
    def record(self) -> Record:
        """The case as `onrecord.query` takes it."""
        if self._record is None:
            self._record = Record(self.view)
        return self._record

    @property
    def pages(self) -> Iterator[Page]:
        """Every page, one at a time."""
        return map(self.view.page, self.view.page_ids())

    def page(self, page_id: str) -> Page:
        """One page by its id. Raises NotFoundError."""
        return self.view.page(page_id)

    def page_view(self, given: str) -> PageView:
        """What became of every character of a page, named by its id, place or address.

        `stretches` are all of its text in order; `sum` counts them. Raises NotFoundError.
        """
        return page_view(self.record, given, None)

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """Where pages were seen."""
        return self.view.sightings()

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """What analysts decided."""
        return self.view.judgements()

    def judge(self, ids: str | Iterable[str], verdict: str, by: str = "", note: str = "") -> Judgement:
        """Record what you decided of an attribution, a reuse or an independent pair, or of two attributions,
        articles or actors.

        `verdict` is "right" or "wrong" of one, "same" or "not same" of two, "before" of two articles (the
        first came before the second, and did not take from it), "withdrawn" to take back what was judged of
        them (or of a judgement's own id). The latest counts. It is kept by article and offsets, and never
        changes what was computed of pairs; the next build groups articles by it. The same as `onrecord judge`
        and the pages.
        Raises NotFoundError for an unknown id, InputError for what cannot be judged so, CaseError
        when another program writes to the case.
        """
        given = [ids] if isinstance(ids, str) else list(ids)
        known = {one.value: one for one in Verdict}
        if verdict not in known:
            raise InputError(f"{verdict!r} is no verdict; it is one of: {', '.join(known)}")
        made = datetime.now(UTC).isoformat(timespec="microseconds")
        return judge(self.path, given, known[verdict], by, made, note)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, dated or resolved."""
        return self.view.problems()

    @property
    def articles(self) -> Iterator[ArticleFindings]:
        """Every article with all that is said in it, one at a time."""
        return self.view.all_findings()

    def article(self, article_id: str) -> ArticleFindings:
        """One article by its id. Raises NotFoundError."""
        return self.view.findings(article_id)

    @property
    def reuses(self) -> tuple[Reuse, ...]:
        """Which article took text from which."""
        return self.view.reuses()

    @property
    def independents(self) -> tuple[Independent, ...]:
        """Pairs of articles that share words or an event and are not reuse, and why."""
        return self.view.independents()

    def comparison(self, one: str, other: str) -> Comparison:
        """Two articles side by side, by their ids in any order: how they stand to each other, and why.

        Raises NotFoundError.
        """
        return comparison(self.record, one, other)

    def story_view(self, story_id: str) -> StoryView:
        """One story with its families as trees, origins, proofs and rulings. Raises NotFoundError."""
        return story_view(self.record, story_id)

    @property
    def families(self) -> tuple[Family, ...]:
        """Articles connected by reuse."""
        return self.view.families()

    @property
    def stories(self) -> tuple[Story, ...]:
        """Articles that report one event."""
        return self.view.stories()

    @property
    def threads(self) -> tuple[Thread, ...]:
        """Stories that follow one another."""
        return self.view.threads()

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Persons, states, bodies, outlets and unnamed groups."""
        return self.view.actors()

    @property
    def chains(self) -> tuple[Chain, ...]:
        """Through whom each attribution came."""
        return self.view.chains()

    @property
    def origins(self) -> tuple[OriginSet, ...]:
        """How many independent origins stand behind each story and position."""
        return self.view.origins()

    def actor(self, given: str) -> Actor:
        """An actor by id or name. Raises NotFoundError, also when the name fits several."""
        return self.record.actor(given)

    def positions(self, actor: str | None = None) -> tuple[Position, ...]:
        """All positions, or those of an actor (its id or name)."""
        return self.view.positions(None if actor is None else self.actor(actor).id)

    def changes(self, actor: str | None = None) -> tuple[Change, ...]:
        """How positions moved: of all actors, or of one."""
        return self.view.changes(None if actor is None else self.actor(actor).id)

    def attributions(
        self, actor: str = "", outlet: str = "", since: str = "", status: str = "", text: str = ""
    ) -> tuple[AttributionLine, ...]:
        """Who said what: latest first, filtered by what is given.

        `actor` is an id or a name, `since` an ISO day of publication, `status` a record status ("on
        record"), `text` words of the content. Raises NotFoundError for an unknown actor, InputError
        for a filter that means nothing.
        """
        wanted = Wanted(actor=actor, outlet=outlet, since=since, status=status, text=text)
        found: list[AttributionLine] = []
        sheet = sheets = 1
        while sheet <= sheets:
            rows = attribution_list(self.record, wanted, sheet, _SHEET).rows
            found += rows.rows
            sheet, sheets = sheet + 1, rows.sheets
        return tuple(found)

    def to_arrow(self, table: str) -> "pyarrow.Table":
        """A table of the case ("articles", "attributions", "positions" ...) as Arrow.

        Raises NotFoundError with the names there are.
        """
        from onrecord.export.tables import to_arrow  # noqa: PLC0415 - pyarrow takes a while to load

        return to_arrow(self.view, table)

    def to_pandas(self, table: str) -> "pandas.DataFrame":
        """A table of the case as a DataFrame; needs pandas (`pip install onrecord[pandas]`)."""
        frame: pandas.DataFrame = self.to_arrow(table).to_pandas()
        return frame


def build(
    paths: StrPath | Iterable[StrPath],
    case: StrPath | None = None,
    config: Config | None = None,
    progress: Progress | None = None,
) -> Case:
    """Build a case from files and folders, or bring one up to date; returns it open.

    Without `case` it lies in a temporary folder until it is closed. Raises InputError for a path
    that is not there, CaseError for a file that is not a case.
    """
    given = [paths] if isinstance(paths, str | PathLike) else list(paths)
    folder = (
        tempfile.TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True) if case is None else None
    )
    path = Path(case) if case is not None else Path(folder.name if folder else "") / "case.onrecord"
    run_build([Path(name) for name in given], path, config, progress)
    return Case(open_view(path), folder)


def open_case(path: StrPath) -> Case:
    """Open a case to read it. Raises CaseError that says what to do."""
    return Case(open_view(Path(path)))
