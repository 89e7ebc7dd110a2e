"""The corpus stages in order: from all articles to what only the pile shows."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from onrecord.config import Config
from onrecord.data import (
    NO_RULINGS,
    Actor,
    ActorLink,
    ArticleFindings,
    Chain,
    Change,
    CorpusFindings,
    Dating,
    Family,
    Independent,
    OriginSet,
    Position,
    Problem,
    Reuse,
    Rulings,
    Sighting,
    Story,
    Thread,
)
from onrecord.engine import SILENT, Engine, Watch
from onrecord.errors import EngineError
from onrecord.memo import NO_MEMO, Memo
from onrecord.pile import Pile, pile_of
from onrecord.pipeline.beside import Beside
from onrecord.pipeline.stage import Stage, check_order, said
from onrecord.stages.corpus.actors import resolve_actors
from onrecord.stages.corpus.chains import build_chains
from onrecord.stages.corpus.changes import find_changes
from onrecord.stages.corpus.dating import refine_dates
from onrecord.stages.corpus.origins import count_origins
from onrecord.stages.corpus.positions import find_positions
from onrecord.stages.corpus.reuse import find_families, find_reuse
from onrecord.stages.corpus.stories import Made, Outline, find_stories, find_threads, outlines_of

SELDOM = (200_000, 50, 100)  # thresholds of the garbage collector while stages run (Python: 700, 10, 10)
FAILED = "stage failed"
FAILED_PAIR = "pair not compared"


@dataclass(slots=True)
class CorpusState:
    """What is known of the pile so far."""

    articles: Pile
    sightings: Sequence[Sighting]
    engine: Engine
    config: Config
    rulings: Rulings = NO_RULINGS
    memo: Memo = NO_MEMO
    watch: Watch = SILENT
    reuses: Sequence[Reuse] = ()
    independents: Sequence[Independent] = ()
    families: tuple[Family, ...] = ()
    datings: tuple[Dating, ...] = ()
    outlines: dict[str, Outline] = field(default_factory=dict)
    stories: tuple[Story, ...] = ()
    threads: tuple[Thread, ...] = ()
    actors: tuple[Actor, ...] = ()
    links: Sequence[ActorLink] = ()
    chains: Sequence[Chain] = ()
    positions: tuple[Position, ...] = ()
    origins: Sequence[OriginSet] = ()
    changes: tuple[Change, ...] = ()
    failures: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)


GIVEN = ("articles", "sightings", "engine", "config", "rulings", "memo", "watch")


def _reuse(state: CorpusState) -> None:
    found = find_reuse(state.articles, state.engine, state.config.reuse, state.memo, state.watch)
    state.reuses, state.independents = found.reuses, found.independents
    state.failures = found.failures


def _families(state: CorpusState) -> None:
    state.families = find_families(state.articles, state.reuses, state.rulings.of_texts(), state.memo)


def _dating(state: CorpusState) -> None:
    state.datings = refine_dates(state.articles, state.families, state.reuses, state.memo)


def _stories(state: CorpusState) -> None:
    outlines = outlines_of(state.articles, state.datings, state.engine, state.memo, state.watch)
    state.stories = find_stories(
        state.articles,
        state.datings,
        state.families,
        state.engine,
        state.config.stories,
        state.rulings,
        Made(outlines, state.memo),
    )
    state.outlines = outlines


def _threads(state: CorpusState) -> None:
    state.threads = find_threads(
        state.articles, state.stories, state.config.stories, state.outlines, state.memo
    )


def _actors(state: CorpusState) -> None:
    state.actors, state.links = resolve_actors(state.articles, state.engine, state.config.actors, state.memo)


def _chains(state: CorpusState) -> None:
    state.chains = build_chains(state.articles, state.sightings, state.links, state.engine, state.memo)


def _positions(state: CorpusState) -> None:
    state.positions = find_positions(
        state.articles,
        state.datings,
        state.links,
        state.chains,
        state.reuses,
        state.actors,
        state.engine,
        state.memo,
    )


def _origins(state: CorpusState) -> None:
    state.origins = count_origins(
        state.articles,
        state.sightings,
        state.reuses,
        state.stories,
        state.positions,
        state.chains,
        state.config.origins,
        state.memo,
        state.actors,
        state.engine,
    )


def _changes(state: CorpusState) -> None:
    state.changes = find_changes(state.positions)


_PILE = ("articles", "engine", "config", "memo", "watch")
STAGES: tuple[Stage[CorpusState], ...] = check_order(
    (
        Stage("reuse", _PILE, ("reuses", "independents", "failures"), "2", _reuse),
        Stage("families", ("articles", "reuses", "rulings", "memo"), ("families",), "3", _families),
        Stage("dating", ("articles", "families", "reuses", "memo"), ("datings",), "1", _dating),
        Stage("stories", (*_PILE, "datings", "families", "rulings"), ("outlines", "stories"), "2", _stories),
        Stage("threads", ("articles", "config", "stories", "outlines", "memo"), ("threads",), "1", _threads),
        Stage("actors", _PILE, ("actors", "links"), "1", _actors),
        Stage("chains", (*_PILE, "sightings", "links"), ("chains",), "1", _chains),
        Stage(
            "positions",
            (*_PILE, "datings", "links", "chains", "reuses", "actors"),
            ("positions",),
            "1",
            _positions,
        ),
        Stage(
            "origins",
            (*_PILE, "sightings", "reuses", "stories", "positions", "chains", "actors"),
            ("origins",),
            "2",
            _origins,
        ),
        Stage("changes", ("positions",), ("changes",), "1", _changes),
    ),
    GIVEN,
)


ALONE = Beside()


def analyse_corpus(
    articles: Sequence[ArticleFindings],
    sightings: Sequence[Sighting],
    engine: Engine,
    config: Config,
    stages: tuple[Stage[CorpusState], ...] = STAGES,
    beside: Beside = ALONE,
) -> CorpusFindings:
    """Run `stages` over the pile, in an order of its own: that of arrival is no matter."""
    pile = pile_of(articles)
    seen = sorted(sightings, key=lambda one: (one.id, one.page_id))
    state = CorpusState(pile, seen, engine, config, *beside)
    with _seldom_collecting():
        for stage in stages:
            beside.watch.phase(f"comparing: {stage.name}", None)
            try:
                stage.run(state)
            except EngineError:
                raise  # a worker died: what is missing must not pass for what was found
            except Exception as error:
                message = f"stage {stage.name} failed on {len(pile)} articles: {said(error)}"
                state.problems.append(Problem(FAILED, message, stage.name))
    return _findings(state)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Let Python look for circles of dead objects seldom: a large pile makes millions of objects that live on
    and stand in no circle, and looking through them takes a sixth of a build that adds to it."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _findings(state: CorpusState) -> CorpusFindings:
    return CorpusFindings(
        reuses=state.reuses,
        independents=state.independents,
        families=state.families,
        stories=state.stories,
        threads=state.threads,
        datings=state.datings,
        actors=state.actors,
        links=state.links,
        chains=state.chains,
        origins=state.origins,
        positions=state.positions,
        changes=state.changes,
        problems=(*state.problems, *(Problem(FAILED_PAIR, said, "reuse") for said in state.failures)),
    )
