"""Issues reduced to concepts."""

import pytest

from onrecord.lang.concepts import concepts_of_text, find_concepts, reduced, themes_of
from onrecord.lang.issues import CONCEPTS, ENDS, MEANS, PEACEFUL, THEMES, WEAK, WEAK_THEMES


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("an end to the long war", {"end of war"}),
        ("hostilities would end", {"end of war"}),
        ("freeze military operations", {"ceasefire"}),
        ("the peace talks", {"talks"}),
        ("captured territories", {"territory"}),
        ("keeps what it holds on the battlefield", {"territory"}),
        ("the borders along the front line", {"territory"}),
        ("prisoner swaps", {"prisoners"}),
        ("talk about the weather", set()),
        ("", set()),
    ],
)
def test_concepts_of_text(text: str, concepts: set[str]) -> None:
    assert concepts_of_text(text) == concepts


def test_means_give_way_to_the_end_they_serve() -> None:
    assert reduced(find_concepts(["talks", "on", "a", "truce"])) == ("ceasefire",)
    assert reduced(find_concepts(["talks", "on", "grain"])) == ("talks", "trade")


def test_different_words_for_one_question_meet_in_a_theme() -> None:
    assert themes_of({"ceasefire"}) == themes_of({"end of war"}) == themes_of({"peace"})
    assert themes_of({"territory", "recognition"}) == themes_of({"territory"})
    assert themes_of({"recognition"}) == {"recognition"}


def test_every_name_used_is_a_concept() -> None:
    made = {"end of war"}
    known = set(CONCEPTS) | made
    for names in (ENDS, MEANS, PEACEFUL, WEAK, WEAK_THEMES, set(THEMES)):
        assert set(names) <= known
