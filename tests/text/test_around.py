"""Words around a stretch: its own line, whole words."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.around import words_around


def test_stays_on_the_line_and_cuts_no_word() -> None:
    text = "A heading\nThe harbour of Vint was closed when Brell asked for the ships to be counted\nNext"
    start = text.index("Brell")
    assert words_around(text, start, start + 5, 16) == "closed when Brell asked for the"
    assert words_around(text, 0, 1) == "A heading"


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_never_raises(text: str, one: int, other: int) -> None:
    low, high = sorted((min(one, len(text)), min(other, len(text))))
    assert "\n" not in words_around(text, low, low) or high >= low
