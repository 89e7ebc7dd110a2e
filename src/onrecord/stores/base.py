"""What a store promises: a View to read a case, a Writer to fill it. `tests/stores/` holds any store to it.

Reading never writes. Everything comes back sorted by id (articles of a page by number, links by
article and offset), so that two stores of one case answer alike.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from onrecord.data import (
    NO_RULINGS,
    Actor,
    ActorLink,
    ArticleFindings,
    AttributionKind,
    Chain,
    Change,
    CorpusFindings,
    Dating,
    Family,
    Furniture,
    Independent,
    Judgement,
    Media,
    OriginSet,
    Page,
    PageFindings,
    PageInput,
    Position,
    Problem,
    RecordStatus,
    Reuse,
    Rulings,
    Sighting,
    Story,
    Thread,
)


@dataclass(frozen=True, slots=True)
class CaseMeta:
    """What a case says of itself: schema version, the versions and configuration it was built with."""

    schema: int
    onrecord: str
    stages: str
    config: str
    corpus: str


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A full-text match: in an attribution's content, or in an article when `attribution_id` is None.

    `snippet` is plain text; matched words stand between U+0002 and U+0003, to be marked after escaping.
    """

    article_id: str
    attribution_id: str | None
    snippet: str


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """The little of an article that lists need, so that no list loads whole findings.

    `outlet` is the article's own, else that of its page's first sighting that names one;
    `published` (EDTF) and `earliest` (ISO day) are those of its `Dating` where the pile gave one,
    else the article's own.
    """

    id: str
    page_id: str
    number: int
    title: str | None
    outlet: str | None
    published: str | None
    earliest: str | None
    language: str
    attributions: int


@dataclass(frozen=True, slots=True)
class AttributionFilter:
    """Which attributions are wanted; None and "" filter nothing.

    `actor_id`: a link of that actor overlaps one of the source spans. `outlet`: the head's outlet,
    case-insensitive. `since`: an ISO day; kept is what was published (head's `earliest`) on or
    after it. `text`: full text over the content, read as in `View.search`.
    """

    actor_id: str | None = None
    outlet: str | None = None
    since: str | None = None
    status: RecordStatus | None = None
    kind: AttributionKind | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class AttributionRows:
    """One sheet of a filtered list: how many match in all, and (article id, attribution id) of some.

    Sorted by the head's `earliest` (latest first, undated last), article id, first content offset, id.
    """

    total: int
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageFilter:
    """Which pages are wanted; None filters nothing.

    `problem`: a problem of this kind was met on it. `outlet`: it was seen at that outlet, or one of its
    articles has it, case-insensitive.
    """

    problem: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class PageHead:
    """The little of a page that lists need. `outlet` is that of its first article that has one, else of
    where it was seen; `problems` are kinds; `judged`: its articles stand where somebody judged."""

    id: str
    media: Media
    characters: int
    sightings: tuple[Sighting, ...]
    outlet: str | None
    articles: int
    problems: tuple[str, ...]
    judged: bool


@dataclass(frozen=True, slots=True)
class PageRows:
    """One sheet of a filtered list of pages, by their first place and id; how many match in all."""

    total: int
    rows: tuple[PageHead, ...]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Lines of one page that other pages of `site` hold too, each as the hash of the line and on how
    many of the site's `of` pages it stands (`onrecord.text.recurring` says how both are counted)."""

    site: str
    of: int
    lines: tuple[tuple[bytes, int], ...]


@dataclass(frozen=True, slots=True)
class OriginCounts:
    """How many independent origins stand behind a story or position, and how many of them are on record."""

    scope: str
    low: int
    high: int
    on_record: int
    pages: int


class View(Protocol):
    """Read a case. Raises NotFoundError for an id that the case does not hold."""

    def meta(self) -> CaseMeta: ...
    def resolve(self, identifier: str) -> str:
        """The id itself, or the one that superseded it (families, stories and actors grow)."""
        ...

    def page_ids(self) -> tuple[str, ...]: ...
    def page(self, page_id: str) -> Page: ...
    def sightings(self, page_id: str | None = None) -> tuple[Sighting, ...]: ...
    def furniture(self, page_id: str) -> tuple[Furniture, ...]: ...
    def problems(self, page_id: str | None = None) -> tuple[Problem, ...]:
        """All, or those of one page; by place."""
        ...

    def is_waiting(self, page_id: str) -> bool:
        """Whether a page is to be analysed, or analysed again, by the next build."""
        ...

    def page_rows(self, wanted: PageFilter, offset: int, limit: int) -> PageRows: ...
    def page_problems(self) -> tuple[tuple[str, int], ...]:
        """Kinds of problems met on pages of the case, each with the number of its pages, most first."""
        ...

    def article_ids(self) -> tuple[str, ...]: ...
    def findings(self, article_id: str) -> ArticleFindings: ...
    def findings_of_page(self, page_id: str) -> tuple[ArticleFindings, ...]:
        """Of the articles cut out of one page, by number."""
        ...

    def all_findings(self) -> Iterator[ArticleFindings]: ...
    def heads(self, article_ids: Sequence[str] | None = None) -> tuple[ArticleHead, ...]:
        """Of these articles (unknown ids are left out), or of all; sorted by id."""
        ...

    def heads_of_page(self, page_id: str) -> tuple[ArticleHead, ...]:
        """Of the articles cut out of one page, by number."""
        ...

    def attribution_rows(self, wanted: AttributionFilter, offset: int, limit: int) -> AttributionRows: ...
    def article_of_attribution(self, attribution_id: str) -> str:
        """The id of the article that an attribution stands in."""
        ...

    def reuses(self, article_id: str | None = None) -> tuple[Reuse, ...]: ...
    def independents(self, article_id: str | None = None) -> tuple[Independent, ...]:
        """All, or those that this article is part of."""
        ...

    def independents_among(self, articles: Sequence[str]) -> tuple[Independent, ...]:
        """The pairs of these articles, by id: in few questions, however many articles there are."""
        ...

    def relation(self, identifier: str) -> Reuse | Independent | None:
        """The reuse or independent pair of this id."""
        ...

    def between(self, one: str, other: str) -> Reuse | Independent | None:
        """How two articles stand to each other: the surest reuse, else the independent pair."""
        ...

    def origin_counts(self) -> tuple[OriginCounts, ...]:
        """Of each story and position how many origins stand behind it, without reading them; by id."""
        ...

    def families(self) -> tuple[Family, ...]: ...
    def stories(self) -> tuple[Story, ...]: ...
    def threads(self) -> tuple[Thread, ...]: ...
    def datings(self) -> tuple[Dating, ...]: ...
    def dating(self, article_id: str) -> Dating | None: ...
    def actors(self) -> tuple[Actor, ...]: ...
    def links(self, actor_id: str | None = None, article_id: str | None = None) -> tuple[ActorLink, ...]: ...
    def chains(self, article_id: str | None = None) -> tuple[Chain, ...]: ...
    def origins(self, scope: str | None = None) -> tuple[OriginSet, ...]: ...
    def origins_of(self, scopes: Sequence[str]) -> tuple[OriginSet, ...]:
        """Of these scopes (stories, positions, attributions), those that have any; sorted by id."""
        ...

    def positions(self, actor_id: str | None = None) -> tuple[Position, ...]: ...
    def changes(self, actor_id: str | None = None) -> tuple[Change, ...]: ...
    def respected(self) -> Rulings:
        """The rulings that the groups of the case were made by; later ones wait for the next build."""
        ...

    def judgements(self, article_id: str | None = None) -> tuple[Judgement, ...]:
        """All, or those that name this article; sorted by id."""
        ...

    def search(self, query: str, limit: int = 50) -> tuple[SearchHit, ...]:
        """Full text over attribution contents and article texts; any user text is a safe query."""
        ...


class Writer(Protocol):
    """Fill a case. Each call is one transaction: a kill leaves the state before or after it."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def known_pages(self) -> dict[str, tuple[str, ...]]:
        """Page ids already analysed by these stage versions, with the ids of their sightings."""
        ...

    def add_inputs(self, inputs: Sequence[PageInput]) -> int:
        """Add pages and sightings to be analysed; returns how many pages were new or newly sighted.

        Those are pending from then on. Tellings of one sighting (one id) are merged as
        `stores.merge.merged` does, in any order of arrival. A page that was removed from the case is
        not added again.
        """
        ...

    def pending_pages(self) -> tuple[str, ...]:
        """Ids of pages that these stage versions have not analysed, or not with all their sightings."""
        ...

    def removed_pages(self) -> tuple[str, ...]: ...
    def page_input(self, page_id: str) -> PageInput:
        """A page with its sightings and judged cuts; what its site teaches is in `recurring`."""
        ...

    def sightings(self) -> Iterator[Sighting]:
        """All of them, by page and id."""
        ...

    def pages_without_lines(self, form: int) -> Iterator[tuple[str, str]]:
        """(page id, text) of the pages whose lines are not kept in this `form` (of folding), by id."""
        ...

    def keep_lines(self, form: int, lines: Iterable[tuple[str, bytes]]) -> None:
        """Keep the line hashes of pages, 8 bytes a line."""
        ...

    def page_lines(self, page_ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """(page id, what `keep_lines` was given) of these pages, in their order."""
        ...

    def recurring(self, page_id: str) -> tuple[Recurrence, ...]:
        """What was last kept for a page, () before."""
        ...

    def keep_recurring(self, found: Iterable[tuple[str, tuple[Recurrence, ...]]]) -> int:
        """Keep what sites teach of pages; pages for which that is new are pending. Returns how many."""
        ...

    def site_states(self) -> dict[str, str]:
        """By site, a fingerprint of what `keep_recurring` was last computed from."""
        ...

    def keep_site_states(self, states: Mapping[str, str]) -> None:
        """Replace all of them."""
        ...

    def add_pages(self, findings: Sequence[PageFindings]) -> None:
        """Add pages, or replace what was found on them (a new sighting can date an article)."""
        ...

    def add_problems(self, problems: Iterable[Problem]) -> None: ...
    def replace_problems(self, problems: Iterable[Problem], places: Iterable[str] = ()) -> None:
        """Add problems met in reading, after taking out those of an earlier reading of `places` (sources)
        and of all that lay within them."""
        ...

    def pages_state(self, without: str | None = None) -> str:
        """A fingerprint of the pages, what is told, taught and judged of them, and the versions that
        analysed them.

        `without`: as if the page of this id were not there.
        """
        ...

    def page_states(self) -> dict[str, str]:
        """By page id a fingerprint of all that what was found on that page depends on."""
        ...

    def settings(self) -> str:
        """The configuration (JSON) that the case is built with; "" when none was kept."""
        ...

    def keep_settings(self, settings: str) -> None: ...

    def corpus_fingerprint(self) -> str:
        """What `replace_corpus` was last told; "" before."""
        ...

    def rulings(self) -> Rulings:
        """What stands of the judgements on pairs of articles: the next corpus findings go by it."""
        ...

    def replace_corpus(
        self,
        findings: CorpusFindings,
        fingerprint: str,
        state: str | None = None,
        rulings: Rulings = NO_RULINGS,
    ) -> None:
        """Replace all corpus findings at once; ids of groups that grew become aliases.

        `rulings` are those that the findings respect. Raises CaseError when `state` is given and
        `pages_state` is no longer that.
        """
        ...

    def remove_page(
        self,
        page_id: str,
        findings: CorpusFindings,
        fingerprint: str,
        rulings: Rulings = NO_RULINGS,
    ) -> None:
        """Take a page out, with `findings` as the corpus without it; it is never added again.

        Afterwards no byte of it is left in the file. Judgements on its articles go with it.
        """
        ...

    def add_judgement(self, judgement: Judgement) -> None:
        """Keep a judgement. One that changes the cuts of a page makes the page pending."""
        ...

    def finish(self) -> None:
        """Write everything into the one file (no side file is needed to copy the case)."""
        ...
