"""Terms and their weights."""

from onrecord.lang.background import background
from onrecord.text.fold import words
from onrecord.text.terms import Weights, terms_of


def terms(text: str) -> list[str]:
    return [term for term, _ in terms_of(words(text), "en", background)]


def test_function_words_go_and_forms_meet() -> None:
    assert terms("They resumed the negotiations") == terms("resuming a negotiation")


def test_rare_words_weigh_more_than_common_ones_even_without_a_pile() -> None:
    weights = Weights(0, {}, background)
    assert weights.weight("kellan") > weights.weight("presid") > weights.weight("year") > 0.0


def test_what_the_whole_pile_holds_weighs_little() -> None:
    weights = Weights(1000, {"kellan": 900, "ridg": 2}, background, 5.0)
    assert weights.weight("kellan") < 0.2
    assert weights.weight("ridg") > 5.0
