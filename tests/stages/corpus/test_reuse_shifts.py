"""Drift between two tellings of an invented matter: shown where both speak of the same thing, else not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import ReuseConfig
from onrecord.data import Shift
from onrecord.stages.corpus.reuse.compare import compare
from onrecord.stages.corpus.reuse.passages import full_links, passages_of
from onrecord.stages.corpus.reuse.shifts import find_shifts
from tests.stages.corpus.sides import side

CONFIG = ReuseConfig()


def shifts(before: str, after: str, language: str = "en") -> tuple[Shift, ...]:
    earlier, later = side("a", before, language=language), side("b", after, language=language)
    found = compare(earlier.profile, later.profile, CONFIG)
    joined = full_links(earlier.profile, later.profile, CONFIG)
    texts = earlier.text, later.text
    passages = passages_of(earlier.profile, later.profile, texts, found.covered, joined)
    found_shifts = find_shifts(earlier, later, passages)
    for shift in found_shifts:
        for span, text in ((shift.earlier, texts[0]), (shift.later, texts[1])):
            assert text[span.start : span.end] == span.text
        assert "“" in shift.reason
    return found_shifts


def kinds(before: str, after: str, language: str = "en") -> list[str]:
    return [shift.kind for shift in shifts(before, after, language)]


FERRY = (
    "The ferry Brenna carried 74 passengers and eleven sheep across Sorrel Sound to Tamsk on Friday morning."
)


def test_a_figure_rounded() -> None:
    (shift,) = shifts(
        FERRY,
        "Some 70 passengers and eleven sheep crossed Sorrel Sound to Tamsk on the ferry Brenna on Friday.",
    )
    assert (shift.kind, shift.earlier.text, shift.later.text) == ("number", "74", "70")
    assert "rounded" in shift.reason


def test_a_figure_in_other_letters_is_no_shift() -> None:
    after = "The ferry Brenna carried seventy-four passengers and 11 sheep across Sorrel Sound on Friday."
    assert kinds(FERRY, after) == []


def test_a_figure_that_stands_elsewhere_is_no_shift() -> None:
    after = f"{FERRY.replace('74 passengers', '80 passengers')} The sheep were 74 days old."
    assert "number" not in kinds(FERRY, after)


def test_another_day() -> None:
    (shift,) = shifts(FERRY, FERRY.replace("Friday", "Monday"))
    assert (shift.kind, shift.earlier.text, shift.later.text) == ("day", "Friday", "Monday")


def test_another_day_in_german() -> None:
    before = "Die Fähre Brenna brachte am Freitag 74 Fahrgäste und elf Schafe über den Sorrelsund nach Tamsk."
    (shift,) = shifts(before, before.replace("Freitag", "Montag"), "de")
    assert (shift.kind, shift.later.text) == ("day", "Montag")


def test_a_name_in_another_spelling() -> None:
    before = (
        "Captain Ulla Brekkestad steered the ferry Brenna past the wreck in Sorrel Sound without her radar."
    )
    (shift,) = shifts(before, before.replace("Brekkestad", "Brikkestad"))
    assert (shift.kind, shift.later.text) == ("name", "Brikkestad")


def test_a_commitment_weakened() -> None:
    before = "The harbour board will close the northern quay to lorries after the winter storms."
    after = "The harbour board could close the northern quay to lorries after the winter storms."
    (shift,) = shifts(before, after)
    assert shift.kind == "commitment" and "prediction became possibility" in shift.reason


QUOTED = (
    'Harbour master Ulla Brekke said: "We will not open the northern quay before the cranes are tested by an '
    'engineer from the mainland, whatever the owners write to us."'
)


def test_a_quotation_cut_inside_its_sentence() -> None:
    after = (
        'Harbour master Ulla Brekke said: "We will not open the northern quay before the cranes are tested."'
    )
    (shift,) = shifts(QUOTED, after)
    assert shift.kind == "quotation" and "it stops before" in shift.reason


def test_a_quotation_altered() -> None:
    (shift,) = shifts(QUOTED, QUOTED.replace("will not open", "will open").replace("before", "when"))
    assert shift.kind == "quotation" and "without “not before”" in shift.reason


def test_a_quotation_with_other_endings_is_none() -> None:
    before = "Die Schäden nannte der Gutachter am Hafen von Tamsk „gering bis mäßig und leicht reparierbar“."
    after = (
        "Der Gutachter sprach am Hafen von Tamsk von „geringen bis mäßigen und leicht reparierbaren“ Schäden."
    )
    assert "quotation" not in kinds(before, after, "de")


def test_a_quotation_told_and_a_telling_quoted() -> None:
    told = (
        "The northern quay would stay shut until an engineer from the mainland had tested the cranes, Ulla "
        "Brekke said, whatever the owners wrote."
    )
    (shift,) = shifts(QUOTED, told)
    assert shift.kind == "quotation" and "told here" in shift.reason
    (turned,) = shifts(told, QUOTED)
    assert turned.kind == "quotation" and "is quoted here" in turned.reason


@pytest.mark.parametrize("language", ["en", "de", "ru", "uk", "und"])
def test_the_same_text_has_none(language: str) -> None:
    assert shifts(f"{FERRY} {QUOTED}", f"{FERRY} {QUOTED}", language) == ()


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200), st.sampled_from([FERRY, QUOTED, ""]))
def test_any_texts(text: str, beside: str) -> None:
    shifts(f"{beside} {text}", f"{text} {beside}")
