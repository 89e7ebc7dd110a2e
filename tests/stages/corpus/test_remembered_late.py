"""Actors, chains, positions and origins out of a memo are those of a full build, whatever came when."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from onrecord.config import ActorConfig, Config
from onrecord.data import (
    Act,
    ArticleFindings,
    CorpusFindings,
    CueClass,
    Fact,
    MentionKind,
    OriginSet,
    PositionMention,
    PublicationDate,
    Reason,
    RecordStatus,
    Reuse,
    Sighting,
    Story,
)
from onrecord.engine import Engine, LocalEngine
from onrecord.ids import make_id
from onrecord.memo import NO_MEMO, Memo, MemoryMemo
from onrecord.pile import pack, pile_of
from onrecord.pipeline.beside import Beside
from onrecord.pipeline.corpus import STAGES, CorpusState, analyse_corpus
from onrecord.pipeline.stage import Stage
from onrecord.runners.engine import ProcessEngine
from onrecord.stages.corpus.actors import resolve_actors
from onrecord.stages.corpus.chains import build_chains
from onrecord.stages.corpus.origins import count_origins
from tests import make
from tests.origins_made import Page, page, says, took

LATE = tuple(
    stage for stage in STAGES if stage.name in {"actors", "chains", "positions", "origins", "changes"}
)
PEOPLE = ("Ada Brunn", "Oren Vask", "Lise Tarrow", "Ada Tarrow", "O. Vask", "Brunn", "Vask")
OUTLETS = ("Skyline", "Ratto News", "The Flint", "Tideway Post", "Kestrel Wire")
TALES = ("the gates open", "the dam holds", "no ship has sailed", "talks end in May")


def article(number: int) -> ArticleFindings:
    """A page of a small world, where names, outlets and words come back."""
    dice = random.Random(number)  # noqa: S311
    who, other, cited = dice.choice(PEOPLE), dice.choice(PEOPLE), dice.choice(OUTLETS)
    tale = dice.choice(TALES)
    owned = f"{cited} is owned by Ada Graumann. " if number % 7 == 0 else ""
    made = make.article(
        f"Page {number} on {tale}\n{who} said that {tale} in round {number}. "
        f"{cited} reports that aides wait. "
        f"Two officials said {tale}. {owned}Later {other} left."
    )
    made = replace(made, outlet=Fact(dice.choice(OUTLETS), None, "test") if number % 3 else None)
    mentions = [make.mention(made, who, MentionKind.PERSON, 1)]
    if number % 2:
        mentions.append(make.mention(made, "Two officials", MentionKind.UNNAMED, 2))
    if number % 4 == 1:
        mentions.append(make.mention(made, cited, MentionKind.OUTLET, 3))
    cite = make.attribution(made, cited, "reports", "aides wait", cue_class=CueClass.REPORT)
    dark = make.attribution(made, "Two officials", "said", tale, RecordStatus.BACKGROUND)
    own = make.attribution(made, who, "said", f"that {tale}")
    found = make.findings(made, (own, cite, dark), tuple(mentions))
    act = Act.DEMAND if number % 5 else Act.REJECT
    issue, by = own.content[0], own.source[0]
    name = make_id("pm", (made.id, by.start))
    concepts = ("ceasefire",) if number % 2 else ("ceasefire", "talks")
    held = PositionMention(name, made.id, by, act, own.cue[0], issue, concepts, Reason("test"), by, own.id)
    found = replace(found, position_mentions=(held,))
    day = f"2031-05-0{1 + number % 9}"
    return replace(found, published=PublicationDate(day, day, day, Reason("test")))


WORLD = [article(number) for number in range(40)]


def given(state: CorpusState) -> None:
    """Stories by tale, and of each story the second page a copy of the first."""
    groups: dict[str, list[str]] = {}
    for found in state.articles:
        groups.setdefault(found.article.text.partition("\n")[0].partition(" on ")[2], []).append(
            found.article.id
        )
    state.stories = tuple(
        Story(f"st-{tale}", tuple(ids), (), tale, None, "test") for tale, ids in sorted(groups.items())
    )
    state.reuses = tuple(copied(ids[0], ids[1]) for _, ids in sorted(groups.items()) if len(ids) > 1)


def copied(earlier: str, later: str) -> Reuse:
    made = took(page("One text"), page("Other text"))
    return replace(made, id=f"re-{earlier}-{later}", earlier=earlier, later=later)


STORIES = Stage("given", (), ("stories", "reuses"), "1", given)


def build(articles: Sequence[ArticleFindings], memo: Memo = NO_MEMO, engine: Engine | None = None) -> bytes:
    return b"".join(pack(tuple(part)) for part in parts(compare(articles, memo, engine)))


def compare(
    articles: Sequence[ArticleFindings], memo: Memo = NO_MEMO, engine: Engine | None = None
) -> CorpusFindings:
    seen = [Sighting(f"si-{a.article.id}", a.article.page_id, "x", None, "seen.example") for a in articles]
    stages = (STORIES, *LATE)
    found = analyse_corpus(articles, seen, engine or LocalEngine(), Config(), stages, Beside(memo=memo))
    assert found.problems == ()
    return found


def parts(found: CorpusFindings) -> list[Sequence[object]]:
    return [found.actors, found.links, found.chains, found.positions, found.origins, found.changes]


def test_the_world_has_something_of_each() -> None:
    found = compare(WORLD)
    assert found.actors and found.links and found.chains and found.origins and found.changes
    assert any(len(one.articles) > 1 for one in found.positions)
    assert any(origins.low < origins.high for origins in found.origins)


@pytest.mark.parametrize("seed", range(4))
def test_grown_and_shrunk_with_a_memo_is_as_built_at_once(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    memo = MemoryMemo()
    for size in (12, 25, 26, 40, 18, 40):
        some = dice.sample(WORLD, size)
        assert build(some, memo) == build(sorted(some, key=lambda one: one.article.id))


def test_workers_change_nothing() -> None:
    with ProcessEngine(2, patience=0.0, heavy=0.0) as engine:
        assert build(WORLD, MemoryMemo(), engine) == build(WORLD)


class Counting(MemoryMemo):
    """Counts what is written, by kind."""

    def __init__(self) -> None:
        super().__init__()
        self.written: dict[str, int] = {}

    def write(self, kind: str, rows: Sequence[tuple[bytes, bytes]]) -> None:
        """See `Memo.write`."""
        self.written[kind] = self.written.get(kind, 0) + len(rows)
        super().write(kind, rows)


def test_what_did_not_change_is_not_computed_again() -> None:
    memo = Counting()
    compare(WORLD, memo)
    memo.written.clear()
    compare(WORLD, memo)
    assert memo.written == {}
    stranger = page("Elsewhere\nA quiet day.", "Far Away Gazette").found
    compare([*WORLD, stranger], memo)
    assert set(memo.written.values()) == {1} and {"actor-links", "chains", "origins"} <= memo.written.keys()


def test_an_outlet_that_a_new_page_shows_changes_chains_of_old_ones() -> None:
    made = make.article("Dam holds\nThe Morning Kettle said that the dam holds.")
    old = make.findings(made, (make.attribution(made, "The Morning Kettle", "said", "the dam holds"),))
    new = make.article("Gates open\nThe gates open.")
    pages = [old, make.findings(replace(new, outlet=Fact("The Morning Kettle", None, "test")))]
    memo = MemoryMemo()
    before = build_chains([old], [], [], memo=memo)
    after = build_chains(pages, [], [], memo=memo)
    assert tuple(after) == tuple(build_chains(pages, [], []))
    assert after.of(made.id) != before.of(made.id)
    assert build_chains([old], [], [], memo=memo) == before


def test_a_name_that_a_new_page_tells_is_found_in_old_ones() -> None:
    old = make.findings(make.article("Quiet\nThe boats of Ina Quellmar left at noon."))
    made = make.article("Loud\nIna Quellmar said no.")
    new = make.findings(made, (), (make.mention(made, "Ina Quellmar", MentionKind.PERSON, 1),))
    memo = MemoryMemo()
    _, before = resolve_actors([old], LocalEngine(), ActorConfig(), memo)
    _, after = resolve_actors([old, new], LocalEngine(), ActorConfig(), memo)
    assert not before.of(old.article.id)
    assert after.of(old.article.id)[0].span.text == "Ina Quellmar"


def test_who_owns_an_outlet_told_on_a_page_of_another_story_counts_for_all() -> None:
    def sets(pages: Sequence[Page], stories: Sequence[Story], memo: Memo) -> tuple[OriginSet, ...]:
        found, seen = [one.found for one in pages], [one.sighting for one in pages]
        chains = [chain for one in pages for chain in one.chains]
        return tuple(count_origins(found, seen, [], stories, [], chains, memo=memo))

    pages = [
        says(
            page(f"Flood in {name}\nThe river drowned {n} sheep, a shepherd said.", name), "a shepherd", told
        )
        for n, name in ((2, "The Flint"), (3, "The Spark"))
        for told in [f"The river drowned {n} sheep"]
    ]
    stories = [Story("st-1", tuple(sorted(one.id for one in pages)), (), "Flood", None, "test")]
    notice = page(
        "Houses\nThe Flint, which is owned by Ada Graumann, closed early. "
        "The Spark, which is owned by Ada Graumann, opened late."
    )
    memo = MemoryMemo()
    (before,) = [one for one in sets(pages, stories, memo) if one.scope == "st-1"]
    (after,) = [one for one in sets([*pages, notice], stories, memo) if one.scope == "st-1"]
    assert (before.high, after.high) == (2, 1)


def test_articles_of_a_pile_are_read_out_of_the_memo_alone() -> None:
    memo = MemoryMemo()
    pile = pile_of(WORLD)
    compare(pile, memo)
    names = ("actors", "chains")
    late = tuple(stage for stage in LATE if stage.name in names)
    pile = pile_of(WORLD)
    read: list[int] = []
    load = pile._load
    pile._load = lambda place: read.append(place) or load(place)  # type: ignore[func-returns-value]
    seen = [Sighting(f"si-{a.article.id}", a.article.page_id, "x", None, "seen.example") for a in WORLD]
    analyse_corpus(pile, seen, LocalEngine(), Config(), late, Beside(memo=memo))
    assert read == []
