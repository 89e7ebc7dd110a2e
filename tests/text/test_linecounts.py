"""Counts of lines: letters by case, words, signs; the same for any text, in linear time."""

import time

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.linecounts import BAR, CASELESS, ENDING, LOWER, SPACE, UPPER, count_lines


def counts(text: str) -> dict[str, list[int]]:
    """Counts of the lines of `text` that are not blank."""
    starts, ends, place = [], [], 0
    for line in text.split("\n"):
        if line.strip():
            starts.append(place + len(line) - len(line.lstrip()))
            ends.append(place + len(line.rstrip()))
        place += len(line) + 1
    return {name: column.tolist() for name, column in count_lines(text, starts, ends).counts.items()}


def test_words_by_case_and_length() -> None:
    found = counts("The port of Orm reopened.\nHOME | News")
    assert found["words"] == [5, 2]
    assert found["capitals"] == [1, 1]
    assert found["small short"] == [2, 0]
    assert found["upper"] == [2, 5]


def test_the_last_sign_is_seen_through_closing_marks() -> None:
    found = counts('He said: "Yes."\nMore »\n• Contact')
    assert found["ends"] == [ENDING, SPACE, LOWER]  # an arrow that stands apart
    assert found["begins"] == [UPPER, UPPER, BAR]


def test_scripts_without_case_have_words_too() -> None:
    found = counts("港口今天重新开放。\nПорт відкрито.")
    assert found["words"] == [4, 2]
    assert found["begins"] == [CASELESS, UPPER]
    assert found["ends"] == [ENDING, ENDING]
    assert found["cyrillic"] == [0, 12]


def test_dates_years_and_addresses() -> None:
    found = counts("on 3.4.2031 at 12:30\nin 1999 or 2031, not 1899\nmail x@orm.example, https://orm.example")
    assert found["dates"] == [3, 0, 0]
    assert found["years"] == [1, 2, 0]
    assert found["addresses"] == [0, 0, 2]


def test_indent_and_wide_gaps() -> None:
    found = counts("first\n    * second\nleft    right")
    assert found["indent"] == [0, 4, 0]
    assert found["wide gaps"] == [0, 0, 1]


def test_stems_tell_words_apart_from_their_endings_only() -> None:
    found = count_lines("Reporters waited\nreported there", [0, 17], [16, 31])
    first = {stem for stem, line in zip(found.stems, found.stem_lines, strict=True) if line == 0}
    second = {stem for stem, line in zip(found.stems, found.stem_lines, strict=True) if line == 1}
    assert len(first & second) == 1


@given(st.text(max_size=300))
def test_any_text_has_counts(text: str) -> None:
    found = counts(text)
    assert all(number >= 0 for column in found.values() for number in column)
    assert len({len(column) for column in found.values()}) == 1


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_surrogates_are_counted_too(text: str) -> None:
    counts(text)


def test_a_megabyte_in_one_line_is_quick() -> None:
    started = time.process_time()
    counts("word " * 200_000)
    assert time.process_time() - started < 5
