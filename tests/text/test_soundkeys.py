"""Keys of names and figures across languages and scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.soundkeys import figure_key, name_key


@pytest.mark.parametrize(
    "names",
    [
        ("Dremburg", "Дрембург", "Дрембурге", "Дрембурзі"),
        ("Castor", "Kastor", "Кастор", "Кастора"),
        ("Oldring", "Олдринг", "Олдрінга"),
        ("Moravia", "Morawia", "Моравия", "Моравія"),
    ],
)
def test_a_name_keeps_its_key_in_other_scripts_and_cases(names: tuple[str, ...]) -> None:
    assert len({name_key(name) for name in names}) == 1 and name_key(names[0])


def test_different_names_and_short_ones() -> None:
    assert len({name_key(name) for name in ("Brandel", "Castor", "Oldring", "Moravia", "Solberg")}) == 5
    assert name_key("Tey") == ""  # two consonants are anybody's


def test_figures() -> None:
    assert figure_key("1,200") == figure_key("1.200") == figure_key("1200") == "1200"


@given(st.text(max_size=60))
def test_any_text_has_a_key(text: str) -> None:
    assert len(name_key(text)) <= 5
    assert figure_key(text) == "".join(c for c in figure_key(text) if c.isdigit())
