"""Language identification."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.language import identify_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The president said on Friday that the talks would go on.", "en"),
        ("Der Präsident sagte am Freitag, die Gespräche gingen weiter.", "de"),
        ("Президент заявив у п'ятницю, що переговори триватимуть.", "uk"),
        ("Президент заявил в пятницу, что переговоры продолжатся.", "ru"),
        ("Підготовка до саміту", "uk"),
        ("Объявлен перерыв", "ru"),
    ],
)
def test_tells_the_four_languages_apart(text: str, code: str) -> None:
    assert identify_language(text)[0] == code


@pytest.mark.parametrize("text", ["", "  \n", "12.05.2031", "a", "—"])
def test_nothing_to_go_by_is_und(text: str) -> None:
    assert identify_language(text) == ("und", 0.0)


@given(st.text(alphabet=st.characters(), max_size=200))
def test_never_raises_and_answers_the_same_twice(text: str) -> None:
    first = identify_language(text)
    assert first == identify_language(text)
    assert 0.0 <= first[1] <= 1.0
