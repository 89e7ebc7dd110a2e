"""Signs of lateness on small invented texts: each from both sides, none that knows which article is which."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import ReuseConfig
from onrecord.stages.corpus.reuse.compare import compare
from onrecord.stages.corpus.reuse.direction import Verdict, direct
from onrecord.stages.corpus.reuse.direction_weights import weights
from onrecord.stages.corpus.reuse.readings import meet
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.stages.corpus.reuse.signs import SIGNS, Found, find_signs
from tests.stages.corpus import sides

CONFIG = ReuseConfig()
SOURCE = """QUELL, Ondria (BPA) - Harbour master Ulla Brekke said on Tuesday that 74 crates of copper wire \
had been taken from the Quell customs shed.

The shed's night guard, Tove Sarn, 58, found the lock sawn through at 4.20 in the morning. "I heard \
nothing, and I sleep badly, so they must have come by boat and left by boat," Sarn told reporters.

The copper was worth 312,000 crowns, according to the owner, Marlin Wire Works. Two divers searched the \
basin until dusk and found a pair of gloves."""
RETOLD = """Thieves have sawn through the lock of the customs shed in Quell and made off with some 70 crates \
of copper.

Sarn, who was on guard, heard nothing. "I sleep badly," the guard said.

The copper was worth more than 300,000 crowns. Divers searched the basin and found a pair of gloves."""
SOURCE_OUTLET, OTHER_OUTLET = "Bight Press Agency", "Morning Anchor"


def side(
    name: str, text: str, outlet: str | None = None, day: str | None = None, language: str = "en"
) -> Sided:
    return sides.side(name, text, title=f"Copper {name}", day=day, language=language, outlet=outlet)


def verdict(left: Sided, right: Sided) -> Verdict:
    return direct(left, right, compare(left.profile, right.profile, CONFIG), CONFIG)


def signs(left: Sided, right: Sided) -> dict[str, Found]:
    found = find_signs(meet(left, right, compare(left.profile, right.profile, CONFIG).chain))
    return {one.name: one for one in found}


def probability(left: Sided, right: Sided) -> float:
    """That the left article came first."""
    found = verdict(left, right)
    return found.probability if found.left_first else 1.0 - found.probability


def test_a_retelling_that_blurs_and_shortens_is_later_from_either_side() -> None:
    first, second = side("a", SOURCE, SOURCE_OUTLET), side("b", RETOLD, OTHER_OUTLET)
    found, turned = verdict(first, second), verdict(second, first)
    assert found.left_first and not turned.left_first
    assert found.probability == turned.probability > 0.9


@pytest.mark.parametrize(
    "name, words",
    [
        ("other's dateline", "QUELL, Ondria (BPA)"),
        ("other's agency", SOURCE_OUTLET),
        ("blurred figures", "74"),
        ("shortened names", "Tove Sarn"),
        ("lost names", "Ulla Brekke"),
        ("trimmed", "I sleep badly"),
        ("unattributed", "according to"),
        ("shorter", "words, the other"),
    ],
)
def test_each_sign_speaks_in_the_words_of_this_pair(name: str, words: str) -> None:
    first, second = side("a", SOURCE, SOURCE_OUTLET), side("b", RETOLD, OTHER_OUTLET)
    found = signs(first, second)[name]
    assert found.surplus > 0
    assert any(words in sign.text for sign in found.right), [sign.text for sign in found.right]
    assert signs(second, first)[name].surplus == -found.surplus


ADDED = [
    ("names other", "The Bight Press Agency reports that divers searched the basin. "),
    ("vague credit", "Local media reported that divers searched the basin. "),
    ("hedged", "The crates were reportedly of copper. "),
]


@pytest.mark.parametrize("name, sentence", ADDED)
def test_credits_and_distance_make_the_page_that_has_them_later(name: str, sentence: str) -> None:
    plain = RETOLD.replace("Divers searched", "The crates were of copper. Divers searched")
    credited = RETOLD.replace("Divers searched", f"{sentence}Divers searched")
    one, other = side("a", plain, SOURCE_OUTLET), side("b", credited, OTHER_OUTLET)
    found = signs(one, other)
    assert found[name].surplus > 0
    assert probability(one, other) > 0.5


OWN = """Quell has lost copper before, and always in the dark half of the year. We have counted eleven \
thefts since spring.

Insurers speak of a trade with its own warehouses and its own drivers.

"""


def test_an_excerpt_in_a_piece_of_its_own_matter_is_later() -> None:
    piece = SOURCE.split("\n\n")[1]
    column = (
        f"{OWN}{piece}\n\nWhat the trade lacks is a lamp over every basin, and a dog. Neither costs much."
    )
    assert probability(side("a", SOURCE, SOURCE_OUTLET), side("b", column, "Ondria Monthly")) > 0.7


def test_a_copy_is_later_where_it_was_cut() -> None:
    copy = SOURCE.rsplit("\n\n", maxsplit=1)[0]
    found = signs(side("a", SOURCE), side("b", copy))
    assert found["cut"].surplus > 0
    assert probability(side("a", SOURCE), side("b", copy)) > 0.6


def test_a_copy_is_later_that_calls_to_its_own_readers() -> None:
    found = signs(side("a", SOURCE), side("b", f"{SOURCE}\n\nSeen a lorry? Ring our newsdesk at any hour."))
    assert found["stuck on"].surplus > 0
    assert "cut" not in found


def test_a_translation_is_later_where_the_names_are_not_at_home() -> None:
    german = (
        "QUELL - Die Hafenmeisterin Ulla Brekke sagte am Dienstag, aus dem Zollschuppen seien 74 Kisten "
        "Draht verschwunden. Nachtwächter Walter Hoffmann, 58, fand das Schloss aufgesägt. Sein Kollege "
        "Jürgen Schmidt hatte frei. „Ich habe nichts gehört“, sagte Hoffmann."
    )
    russian = (
        "Начальник порта Улла Брекке сообщила, что со склада таможни пропали ящики с проволокой. Ночной "
        "сторож Вальтер Гофман нашел распиленный замок. Его коллега Юрген Шмидт был выходной."
    )
    first = side("a", german, "Hafenbote", language="de")
    second = side("b", russian, "Морской листок", language="ru")
    found, turned = signs(first, second), signs(second, first)
    assert found["shorter"].surplus > 0 and turned["shorter"].surplus < 0
    assert probability(first, second) > 0.6


def test_dates_are_one_soft_sign() -> None:
    earlier, later = side("a", SOURCE, day="2031-03-01"), side("b", SOURCE, day="2031-03-04")
    assert 0.6 <= probability(earlier, later) < 0.7
    first = side("a", SOURCE, SOURCE_OUTLET, "2031-03-09")
    second = side("b", RETOLD, OTHER_OUTLET, "2031-03-01")
    assert probability(first, second) > 0.9


def test_the_same_words_without_dates_tell_nothing() -> None:
    found = verdict(side("a", SOURCE), side("b", SOURCE))
    assert found.probability == 0.5 and found.reasons == ()


def test_reasons_quote_the_pair_and_their_spans_lie_in_the_later() -> None:
    first, second = side("a", SOURCE, SOURCE_OUTLET), side("b", RETOLD, OTHER_OUTLET)
    found = verdict(first, second)
    assert len({reason.text for reason in found.reasons}) == len(found.reasons) > 4
    for reason in found.reasons:
        assert "“" in reason.text
        assert all(second.text[span.start : span.end] == span.text for span in reason.spans)


def test_no_weight_speaks_for_the_earlier_side() -> None:
    assert set(weights()) == {kept.name for kept in SIGNS}
    assert all(value >= 0.0 for row in weights().values() for value in row.values())


SENTENCES = st.lists(
    st.sampled_from(
        [
            *SOURCE.replace("\n\n", " ").split(". "),
            *RETOLD.replace("\n\n", " ").split(". "),
            "Von den 1.900 Kisten fehlten elf",
            "Сообщают СМИ: «ящики ушли в ночь»",
            "\ud800\x00¼ ٣٤ 4:51",
        ]
    ),
    max_size=9,
)


@settings(max_examples=40, deadline=None)
@given(SENTENCES, SENTENCES, st.sampled_from(["en", "de", "ru", "uk", "und"]), st.booleans())
def test_turning_the_pair_turns_the_answer(
    one: list[str], other: list[str], language: str, outlets: bool
) -> None:
    names = (SOURCE_OUTLET, OTHER_OUTLET) if outlets else (None, None)
    left = side("a", ". ".join(one), names[0], language=language)
    right = side("b", ". ".join(other), names[1], language=language)
    assert probability(left, right) == pytest.approx(1.0 - probability(right, left), abs=2e-4)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts(one: str, other: str) -> None:
    found = verdict(side("a", one, "Bight Press Agency"), side("b", other, other[:20] or None))
    assert 0.5 <= found.probability <= 1.0 or found.left_first
