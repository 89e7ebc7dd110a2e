"""Origins: one party, one origin, however many pages; a range where nobody can tell."""

from dataclasses import replace

from onrecord.data import (
    Act,
    ArticleFindings,
    Chain,
    Hop,
    HopKind,
    OriginSet,
    Position,
    PositionMention,
    Reason,
    RecordStatus,
    Reuse,
    ReuseKind,
    Sighting,
    Story,
)
from onrecord.stages.corpus.origins import count_origins
from tests import make

BACKGROUND = RecordStatus.BACKGROUND
ON_RECORD = RecordStatus.ON_RECORD


def chain(found: ArticleFindings, *path: str, status: RecordStatus, actor: str | None = None) -> Chain:
    """A chain of outlets that ends in a source."""
    outlets = [
        Hop(HopKind.CITED_OUTLET if number else HopKind.OUTLET, name, RecordStatus.UNSTATED, None, None, name)
        for number, name in enumerate(path[:-1])
    ]
    source = Hop(HopKind.SOURCE, path[-1], status, None, None, path[-1], actor)
    identifier = f"ch-{found.article.id}-{'-'.join(path)}"
    return Chain(identifier, found.article.id, identifier, (*outlets, source), status, "test")


def frame(found: ArticleFindings, *path: str) -> Chain:
    hops = tuple(Hop(HopKind.OUTLET, name, RecordStatus.UNSTATED, None, None, name) for name in path)
    return Chain(f"ch-frame-{found.article.id}", found.article.id, None, hops, RecordStatus.UNSTATED, "test")


def story_of(*articles: ArticleFindings) -> Story:
    return Story("st-1", tuple(found.article.id for found in articles), (), "A story", None, "test")


def taken(later: ArticleFindings, earlier: ArticleFindings) -> Reuse:
    return Reuse(
        "re-1", earlier.article.id, later.article.id, ReuseKind.REWRITE, 0.9, 0.9, True, 0.9, (), (), (), ()
    )


def count(
    articles: list[ArticleFindings],
    chains: list[Chain],
    reuses: list[Reuse] | None = None,
    sightings: list[Sighting] | None = None,
) -> OriginSet:
    seen = sightings or [Sighting(f"si-{f.article.id}", f.article.page_id, "x") for f in articles]
    (result,) = count_origins(articles, seen, reuses or [], [story_of(*articles)], [], chains)
    return result


ONE = make.findings(make.article("First page\nText one."))
TWO = make.findings(make.article("Second page\nText two."))


def test_one_speech_heard_by_two_outlets_is_one_origin() -> None:
    chains = [
        chain(ONE, "Ledger", "Ivo Sand", status=ON_RECORD, actor="ac-1"),
        chain(TWO, "Courier", "President Sand", status=ON_RECORD, actor="ac-1"),
    ]
    found = count([ONE, TWO], chains)
    assert (found.low, found.high, found.pages) == (1, 1, 2)
    assert found.origins[0].articles == tuple(sorted([ONE.article.id, TWO.article.id]))
    assert "2 articles" in found.origins[0].reason


def test_unnamed_sources_of_one_agency_are_one_origin_however_often_retold() -> None:
    chains = [
        chain(ONE, "Ratto", "Skyline", "three officials", status=BACKGROUND),
        chain(TWO, "Bay", "Skyline", "Skyline's sources", status=BACKGROUND),
    ]
    found = count([ONE, TWO], chains)
    assert (found.low, found.high) == (1, 1)
    assert "told to skyline" in found.origins[0].reason


def test_unnamed_sources_of_two_outlets_may_be_the_same_people() -> None:
    chains = [
        chain(ONE, "Ledger", "an official", status=BACKGROUND),
        chain(TWO, "Courier", "two officials", status=BACKGROUND),
    ]
    found = count([ONE, TWO], chains)
    assert (found.low, found.high) == (1, 2)
    assert "may be the same people" in found.reason


def test_a_silent_rewrite_has_the_sources_of_what_it_was_taken_from() -> None:
    chains = [
        frame(ONE, "Skyline"),
        chain(ONE, "Skyline", "three officials", status=BACKGROUND),
        frame(TWO, "WD"),
        chain(TWO, "WD", "several officials", status=BACKGROUND),
    ]
    assert count([ONE, TWO], chains).high == 2
    assert count([ONE, TWO], chains, [taken(TWO, ONE)]).high == 1


def test_a_ring_of_reuse_ends_and_counts_once() -> None:
    chains = [
        frame(ONE, "A"),
        chain(ONE, "A", "an official", status=BACKGROUND),
        frame(TWO, "B"),
        chain(TWO, "B", "an official", status=BACKGROUND),
    ]
    ring = [taken(TWO, ONE), replace(taken(ONE, TWO), id="re-2")]
    assert count([ONE, TWO], chains, ring).high == 1


def test_every_sighting_counts_as_a_page() -> None:
    seen = [Sighting(f"si-{n}", ONE.article.page_id, f"{n}") for n in range(3)]
    found = count([ONE], [chain(ONE, "Ledger", "Ivo Sand", status=ON_RECORD, actor="ac-1")], None, seen)
    assert found.pages == 3


def test_order_of_arrival_is_no_matter() -> None:
    chains = [
        chain(ONE, "Ratto", "Skyline", "three officials", status=BACKGROUND),
        chain(TWO, "Bay", "Ivo Sand", status=ON_RECORD, actor="ac-1"),
    ]
    assert count([ONE, TWO], chains) == replace(count([TWO, ONE], chains[::-1]))


def test_a_story_without_attributions_has_no_origin_and_says_so() -> None:
    found = count([ONE], [])
    assert (found.low, found.high) == (0, 0)
    assert found.reason


def test_a_copy_adds_no_origin_to_a_position_whatever_it_calls_the_source() -> None:
    first = chain(ONE, "Ledger", "Vestan officials", status=BACKGROUND)
    again = chain(TWO, "Courier", "Vestan authorities", status=ON_RECORD, actor="ac-9")
    told = [
        replace(found, position_mentions=(stand(found, told_by.attribution_id),))
        for found, told_by in ((ONE, first), (TWO, again))
    ]
    mentions = tuple(m.id for found in told for m in found.position_mentions)
    held = Position(
        "po-1", "ac-1", None, None, Act.OFFER, "AGREE", "a truce", ("ceasefire",), None, BACKGROUND, None,
        (ONE.article.id, TWO.article.id), mentions, "test",
    )  # fmt: skip
    seen = [Sighting(f"si-{f.article.id}", f.article.page_id, "x") for f in told]
    (apart,) = count_origins(told, seen, [], [], [held], [first, again])
    (met,) = count_origins(told, seen, [taken(TWO, ONE)], [], [held], [first, again])
    assert (apart.low, apart.high) == (2, 2)
    assert (met.low, met.high, met.pages) == (1, 1, 2)
    assert "a truce" in met.reason and "a truce" in met.origins[0].reason


def stand(found: ArticleFindings, attribution: str | None) -> PositionMention:
    words = make.words(found.article.text, "Text")
    key = f"pm-{found.article.id}"
    return PositionMention(
        key,
        found.article.id,
        words,
        Act.OFFER,
        words,
        words,
        ("ceasefire",),
        Reason("test"),
        None,
        attribution,
    )
