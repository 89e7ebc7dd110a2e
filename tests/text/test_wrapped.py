"""Text broken at a column is put back into paragraphs; other text stays as it is."""
# ruff: noqa: E501 (texts)

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from onrecord.stages.article.extract.lines import split_lines

FIRST = (
    "The cliff lift at Penmore will carry passengers again from Saturday, twenty-six months after a cable frayed and left "
    "eleven people hanging for three hours. A ride costs two crowns."
)
SECOND = (
    "The district paid 1.9 million crowns for new cables, brakes and a cabin with a window in its floor, which some of the "
    "villagers had not asked for. Children under ten go free."
)
THIRD = (
    "Nobody was hurt at the time, but the company that built it went bankrupt, and the parts had to be made by hand in a "
    "workshop at Tolland over two winters."
)


def wrapped(between: str, width: int = 66) -> str:
    return between.join("\n".join(textwrap.wrap(part, width)) for part in (FIRST, SECOND, THIRD))


def shown(text: str) -> list[str]:
    return [" ".join(line.text.split()) for line in split_lines(text)]


def test_paragraphs_apart() -> None:
    assert shown(wrapped("\n\n")) == [FIRST, SECOND, THIRD]


def test_paragraphs_without_blank_lines() -> None:
    assert "".join(shown(wrapped("\n"))).replace(" ", "") == (FIRST + SECOND + THIRD).replace(" ", "")
    assert len(shown(wrapped("\n"))) < 8


def test_a_headline_that_fills_the_column_stays_apart() -> None:
    head = "Street trees cool a city less at night than thought, study finds"
    body = "Street trees cool the city by day, but at night they keep warm air below their crowns, say researchers in Orm."
    lines = shown(f"{head}\n" + "\n".join(textwrap.wrap(body, 66)) + "\n" + wrapped("\n"))
    assert lines[0] == head


def test_lines_of_no_column_stay() -> None:
    page = "Home\nNews\n" + "\n".join(f"Line {number} of a list of results" for number in range(20))
    assert shown(page) == page.split("\n")


@given(st.text(alphabet=st.sampled_from("ab A.\n"), max_size=600))
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(line.text.split()) for line in split_lines(text)) == "".join(text.split())
