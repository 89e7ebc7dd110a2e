"""Origins of sayings, owners of outlets, and what holds for any pile."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import HopKind, OriginSet, Reuse, ReuseKind
from onrecord.errors import InputError
from tests.origins_made import (
    BACKGROUND,
    ON_RECORD,
    Page,
    all_sets,
    kinds,
    of_sayings,
    of_story,
    page,
    says,
    took,
)

LAST = "The last ship will leave the harbour of Moll on Sunday"


def ships(outlet: str, who: str, host: str = "", more: str = "", rights: str = "", byline: str = "") -> Page:
    made = page(
        f"Ships of {outlet}{host}\n{LAST}, {who} said. {more}", outlet, host, rights=rights, byline=byline
    )
    return says(made, who, LAST, BACKGROUND)


def ranges(found: list[OriginSet]) -> list[tuple[int, int]]:
    return [(one.low, one.high) for one in found]


def test_a_saying_of_two_articles_has_a_set_and_one_of_a_single_article_has_none() -> None:
    one, two = ships("Ledger", "a pilot"), ships("Courier", "a pilot")
    assert of_sayings([one]) == []
    (found,) = of_sayings([one, two])
    assert (found.low, found.high, found.pages) == (1, 2, 2)
    assert "The last ship will leave" in found.reason
    ids = {item.id for made in (one, two) for item in made.found.attributions}
    assert found.scope in ids
    chains = {chain for origin in found.origins for chain in origin.chains}
    assert chains == {f"ch-{identifier}" for identifier in ids}


def test_two_parties_that_say_the_same_are_two_origins_of_the_saying() -> None:
    def told(outlet: str, who: str, actor: str) -> Page:
        made = page(f"Fire in {outlet}\n{who} said that a gas cooker had exploded at the soup stall.", outlet)
        return says(made, who, "that a gas cooker had exploded at the soup stall", ON_RECORD, actor)

    one, two = told("Ledger", "Benno Kraus", "ac-1"), told("Courier", "Milena Hart", "ac-2")
    assert ranges(of_sayings([one, two])) == [(2, 2)]


def test_other_figures_are_another_saying() -> None:
    def told(outlet: str, count: str) -> Page:
        made = page(f"Flood in {outlet}\nThe river drowned {count} sheep, a shepherd said.", outlet)
        return says(made, "a shepherd", f"The river drowned {count} sheep")

    assert of_sayings([told("Ledger", "40"), told("Courier", "70")]) == []


def test_the_set_of_a_saying_stands_under_the_attribution_of_the_first() -> None:
    one, two = ships("Ledger", "a pilot"), ships("Courier", "a sailor")
    (found,) = of_sayings([one, two], [took(two, one, pairs=[(LAST, LAST)])])
    assert found.scope == one.found.attributions[0].id
    (found,) = of_sayings([one, two], [took(one, two, pairs=[(LAST, LAST)])])
    assert found.scope == two.found.attributions[0].id


def test_an_outlet_cited_without_its_source_adds_nothing_to_the_saying() -> None:
    one = says(page(f"Report\n{LAST}, Skyline reports.", "Ratto"), "Skyline", LAST, ON_RECORD)
    *_, chain = one.chains
    cited = replace(chain.hops[1], kind=HopKind.CITED_OUTLET)
    one = replace(one, chains=(one.chains[0], replace(chain, hops=(chain.hops[0], cited))))
    two = page(f"Moll\n{LAST}, two pilots told Skyline.", "Bay")
    (found,) = of_sayings([one, says(two, "two pilots", LAST, via=("Skyline",))])
    assert (found.low, found.high) == (1, 1)
    assert "one report" in kinds(found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Flint is a Graumann Group newspaper.", "The Spark is a Graumann Group newspaper."),
        ("The Flint is published by Graumann Press.", "The Spark is published by Graumann Press Ltd."),
        (
            "The Flint, which is owned by Ada Graumann, closed early.",
            "Ada Graumann, who owns the Spark, wept.",
        ),
        ("It was told to the Spark, a sister paper of the Flint.", ""),
        ("So wrote its sister paper, the Spark.", ""),
        ("The Flint is a title of the Graumann Group.", "The Spark appears in the Graumann Group."),
        ("Flint erscheint in der Mediengruppe Grau.", "Der Spark ist ein Blatt der Mediengruppe Grau."),
        ("The Flint gehört zur Graumann Gruppe.", "Der Spark gehört zur Graumann Gruppe."),
    ],
)
def test_outlets_of_one_owner_are_one_origin(first: str, second: str) -> None:
    pages = [ships("Flint", "a pilot", more=first), ships("Spark", "a cook", more=second)]
    found = of_story(pages)
    assert (found.low, found.high, kinds(found)) == (1, 1, ["one owner"])
    (proof,) = found.proofs
    assert (first or second)[:20] in proof.reason or second[:20] in proof.reason
    assert proof.span is not None
    made = next(one for one in pages if one.id == proof.article_id).found.article
    assert made.text[proof.span.start : proof.span.end] == proof.span.text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The island belongs to Velka.", "The island belongs to Velka."),
        (
            "A report published by the Polar Institute says so.",
            "A report published by the Polar Institute says so.",
        ),
        ("The Flint is a London newspaper.", "The Spark is a London newspaper."),
        ("The Flint is a newspaper of Velka.", "The Spark is a newspaper of Velka."),
        ("Flint erscheint in Velka.", "Spark erscheint in Velka."),
        ("The Flint is part of the trouble.", "The Spark is part of the trouble."),
    ],
)
def test_what_is_no_ownership_joins_nothing(first: str, second: str) -> None:
    found = of_story([ships("Flint", "a pilot", more=first), ships("Spark", "a cook", more=second)])
    assert (found.low, found.high) == (2, 2)


def test_one_holder_of_rights_may_be_one_owner() -> None:
    rights = "© 2031 Larkfield Media"
    found = of_story([ships("Flint", "a pilot", rights=rights), ships("Spark", "a cook", rights=rights)])
    assert (found.low, found.high, kinds(found)) == (1, 2, ["may be one owner"])
    assert "Larkfield Media" in found.proofs[0].reason and found.proofs[0].reason in found.reason


def test_an_agency_that_holds_the_rights_is_no_owner() -> None:
    pages = [
        ships(name, who, rights="© Reuters") for name, who in (("Flint", "a pilot"), ("Spark", "a cook"))
    ]
    assert of_story(pages).low == 2


def test_one_reporter_in_two_outlets_may_be_one_newsroom() -> None:
    found = of_story(
        [ships("Flint", "a pilot", byline="Ada Holt"), ships("Spark", "a cook", byline="Ada Holt")]
    )
    assert (found.low, found.high, kinds(found)) == (1, 2, ["may be one owner"])
    assert "Ada Holt" in found.proofs[0].reason


def test_addresses_of_one_site_are_one_outlet() -> None:
    pages = [ships("", "a pilot", "news.coast.example"), ships("", "a cook", "sport.coast.example")]
    found = of_story(pages)
    assert (found.low, found.high) == (1, 1)
    assert "coast.example" in next(proof for proof in found.proofs if proof.kind == "one owner").reason
    blogs = [ships("", "a pilot", "one.blogspot.com"), ships("", "a cook", "two.blogspot.com")]
    assert of_story(blogs).low == 2


def test_the_users_file_names_owners(tmp_path: Path) -> None:
    file = tmp_path / "owners.toml"
    file.write_text(
        '[[owner]]\nname = "Graumann"\noutlets = ["The Flint", "spark.example"]\n', encoding="utf-8"
    )
    pages = [ships("Flint", "a pilot"), ships("", "a cook", "www.spark.example")]
    found = of_story(pages, owners=str(file))
    assert (found.low, found.high) == (1, 1)
    assert "Graumann" in found.proofs[0].reason
    file.write_text("[[owner]]\nnam = 1\n", encoding="utf-8")
    with pytest.raises(InputError, match="file of owners"):
        of_story(pages, owners=str(file))


def test_a_large_story_is_not_compared_pair_by_pair() -> None:
    pages = [ships(f"Paper {number}", "a pilot") for number in range(60)]
    found = of_story(pages)
    assert (found.low, found.high) == (1, 60)
    assert len(found.proofs) == 59 and "60 outlets" in found.proofs[0].reason


WHO = st.sampled_from(
    ["a pilot", "two cooks", "an official", "a source", "Ada Holt", "Ivo Sand", "three officials"]
)


@st.composite
def piles(draw: st.DrawFn) -> tuple[list[Page], list[Reuse]]:
    pages = []
    for number, who in enumerate(draw(st.lists(WHO, min_size=1, max_size=6))):
        named = who[0].isupper()
        text = draw(st.sampled_from([LAST, f'"{LAST}"', "Forty goats have swum across the sound"]))
        made = page(f"Title {number}\n{text}, {who} said.", f"Paper {draw(st.integers(0, 4))}")
        content = text.strip('"')
        pages.append(
            says(made, who, content, ON_RECORD if named else BACKGROUND, f"ac-{who}" if named else None)
        )
    pairs = draw(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=4))
    reuses = {
        (min(one, other), max(one, other)): took(pages[max(one, other)], pages[min(one, other)], directed=way)
        for one, other, way in pairs
        if one != other and max(one, other) < len(pages)
    }
    return pages, list(reuses.values())


@settings(deadline=None, max_examples=60)
@given(piles(), st.randoms(use_true_random=False))
def test_counts_hold_and_order_is_no_matter(pile: tuple[list[Page], list[Reuse]], random: object) -> None:
    pages, reuses = pile
    sets = all_sets(pages, reuses)
    for found in sets:
        assert 0 <= found.low <= found.high <= len(pages)
        assert found.high == len(found.origins)
        open_ = [proof for proof in found.proofs if proof.kind.startswith("may be")]
        assert bool(open_) >= (found.low < found.high)
    random.shuffle(pages)  # type: ignore[attr-defined]
    random.shuffle(reuses)  # type: ignore[attr-defined]
    assert all_sets(pages, reuses) == sets


@settings(deadline=None, max_examples=60)
@given(piles(), st.integers(0, 5), st.booleans())
def test_a_copy_never_raises_a_count(
    pile: tuple[list[Page], list[Reuse]], place: int, directed: bool
) -> None:
    pages, reuses = pile
    first = pages[place % len(pages)]
    who = first.found.attributions[0].source[0].text
    said = first.found.attributions[0].content[0].text
    body = first.found.article.text.partition("\n")[2]
    made = page(f"Another title\n{body}", "Copyist")
    named = who[0].isupper()
    copy = says(
        made, who, said.strip('"'), ON_RECORD if named else BACKGROUND, f"ac-{who}" if named else None
    )
    more = [*reuses, took(copy, first, ReuseKind.COPY, directed, pairs=[(body, body)])]
    before, after = of_story(pages, reuses), of_story([*pages, copy], more)
    assert after.low <= before.low
    assert after.high <= before.high
