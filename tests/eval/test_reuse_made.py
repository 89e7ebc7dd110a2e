"""Made families: what an edit promises, and that the same seed makes the same family."""

import re

from hypothesis import given
from hypothesis import strategies as st

from eval.reuse_made import RECIPES, draft_of, grow, text_of
from eval.reuse_made.draft import die_of
from eval.reuse_made.structure import cut, embed
from eval.reuse_made.wording import synonyms
from eval.reuse_written import Kind

TEXT = """LOWMARK — A barge carrying 140 tonnes of grain sank near Lowmark on Tuesday, the river board said.

The crew of six swam ashore. "We had no warning at all, and the wheel would not turn," said mate Oda Renn.

The board closed the channel. It expects to open it again within several days, and to raise the wreck in May.

Farmers upstream warned that the harvest could not wait for the cranes."""
HOST = """Prices of flour rose again this week in the valley.

Millers blame the weather. The council wants to help them with cheap loans.

A decision is expected in June."""
ROOT = draft_of("Grain barge sinks near Lowmark", TEXT, "River Gazette", "2031-05-06", "en")
OTHER = draft_of("Flour prices rise", HOST, "Valley Echo", "2031-05-09", "en")


def test_a_draft_gives_its_text_back() -> None:
    assert text_of(ROOT) == TEXT
    assert len(ROOT.sentences) == 6


def test_the_same_seed_makes_the_same_family() -> None:
    assert grow("barge", ROOT, {"flour": OTHER}, seed=3) == grow("barge", ROOT, {"flour": OTHER}, seed=3)
    assert grow("barge", ROOT, {"flour": OTHER}, seed=3) != grow("barge", ROOT, {"flour": OTHER}, seed=4)


def test_every_child_has_its_parent_and_kind() -> None:
    family = grow("barge", ROOT, {"flour": OTHER})
    names = [member.name for member in family.members]
    assert len(set(names)) == len(names)
    for parent, child in family.pairs():
        assert names.index(parent.name) < names.index(child.name)
        assert child.kind is not None and child.draft.outlet != parent.draft.outlet
    kinds = {child.kind for _, child in family.pairs()}
    assert kinds == {Kind.COPY, Kind.REWRITE, Kind.RETELLING, Kind.EXCERPT}


@given(st.integers(0, 50), st.floats(0, 0.9))
def test_a_cut_keeps_the_first_sentence_and_stays_within_its_share(seed: int, share: float) -> None:
    left = cut(ROOT, die_of(seed), share)
    assert left.sentences[0] == ROOT.sentences[0]
    assert set(left.sentences) <= set(ROOT.sentences)
    lost = sum(map(len, ROOT.sentences)) - sum(map(len, left.sentences))
    assert lost <= share * sum(map(len, ROOT.sentences))


@given(st.integers(0, 50))
def test_synonyms_leave_quotations_alone(seed: int) -> None:
    quoted = re.compile(r"\"[^\"]*\"")
    changed = synonyms(ROOT, die_of(seed), 1.0)
    assert quoted.findall(text_of(changed)) == quoted.findall(TEXT)
    assert text_of(changed) != TEXT


def test_an_excerpt_stands_word_for_word_in_another_text() -> None:
    made = embed(ROOT, die_of("x"), OTHER)
    taken = [part for part in made.paragraphs if part not in OTHER.paragraphs]
    assert 1 <= len(taken) <= 3
    assert all(part in ROOT.paragraphs for part in taken)


def test_no_recipe_fails_on_nothing() -> None:
    empty = draft_of("", "", "", None, "en")
    for recipe in RECIPES:
        made = recipe.make(empty, die_of(recipe.name))
        assert not any("barge" in sentence for sentence in made.sentences) and made.language == "en"
