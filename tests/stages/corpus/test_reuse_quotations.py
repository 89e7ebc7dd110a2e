"""Quotations put in other words inside their marks, and quotations trimmed in a translation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.made import findings_of
from onrecord.data import Passage, PassageKind, Shift, span_of
from onrecord.stages.corpus.reuse.profile import profile_of
from onrecord.stages.corpus.reuse.shifts import find_shifts
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.stages.corpus.reuse.tongue import foreign_tongue


def side(name: str, text: str, language: str = "en") -> Sided:
    found = findings_of(name, "", text, None, language)
    return Sided(found, profile_of(found))


def shifts(before: str, after: str, language: str = "en", other: str | None = None) -> list[Shift]:
    """The shifts of quotations between two texts that are one passage each."""
    earlier, later = side("a", before, language), side("b", after, other or language)
    whole = span_of(before, 0, len(before)), span_of(after, 0, len(after))
    passage = Passage(PassageKind.REWORDED, whole[0], whole[1], 0.6)
    found = [one for one in find_shifts(earlier, later, (passage,)) if one.kind == "quotation"]
    for shift in found:
        assert before[shift.earlier.start : shift.earlier.end] == shift.earlier.text
        assert after[shift.later.start : shift.later.end] == shift.later.text
    return found


SPOKEN = {
    "en": (
        'In Quell the harbour master Ulla Brekke said: "No lorry drives onto the northern quay until an '
        'engineer has tested both cranes."',
        'In Quell the harbour master Ulla Brekke said: "Before both cranes are tested by an engineer, the '
        'northern quay stays shut for every lorry."',
        "She spoke to the German newspaper Hafenbote.",
    ),
    "de": (
        "In Quell sagte Hafenmeisterin Ulla Brekke: „Kein Lastwagen fährt auf den Kai, bis ein Ingenieur die "
        "Kräne geprüft hat.“",
        "In Quell sagte Hafenmeisterin Ulla Brekke: „Bevor die Kräne vom Ingenieur geprüft sind, bleibt der "
        "Kai für jeden Lastwagen zu.“",
        "Sie sprach auf Englisch.",
    ),
    "ru": (
        "В Квелле начальник порта Улла Брекке сказала: «Ни один грузовик не въедет на северный причал, пока "
        "инженер не проверит оба крана».",
        "В Квелле начальник порта Улла Брекке сказала: «Прежде чем инженер проверит оба крана, северный "
        "причал останется закрыт, и грузовик туда не пустят».",
        "Она говорила по-английски.",
    ),
    "uk": (
        "У Квеллі начальниця порту Улла Брекке сказала: «Жодна вантажівка не заїде на північний причал, доки "
        "інженер не перевірить обидва крани».",
        "У Квеллі начальниця порту Улла Брекке сказала: «Перш ніж інженер перевірить обидва крани, північний "
        "причал буде закрито, і вантажівка туди не потрапить».",
        "Вона говорила англійською мовою.",
    ),
}
LANGUAGES = sorted(SPOKEN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quotation_reworded_inside_its_marks(language: str) -> None:
    before, after, _ = SPOKEN[language]
    (shift,) = shifts(before, after, language)
    assert "reworded inside its marks, without “" in shift.reason
    assert any(f"quoted from {name}" in shift.reason for name in ("Brekke", "Брекке"))
    assert "there and back" not in shift.reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_so_where_one_speaks_another_language(language: str) -> None:
    before, after, tongue = SPOKEN[language]
    for pair in ((f"{before} {tongue}", after), (before, f"{after} {tongue}")):
        (shift,) = shifts(*pair, language)
        assert f"{tongue}”: a quotation translated there and back looks like this" in shift.reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_speaker_or_other_matter_is_no_rewording(language: str) -> None:
    before, after, _ = SPOKEN[language]
    assert shifts(before, after.replace("Ulla", "Olaf").replace("Улла", "Олаф").replace("Brekke", "Sund")
                  .replace("Брекке", "Сунд"), language) == []  # fmt: skip
    assert shifts(before, before, language) == []


def test_two_sentences_of_one_speech_are_no_rewording() -> None:
    before = SPOKEN["en"][0]
    after = 'In Quell harbour master Ulla Brekke said: "The owners can write every day, and I read it all."'
    assert shifts(before, after) == []
    both = f'{SPOKEN["en"][1]} Brekke added: "No lorry drives onto it, I say, no lorry drives there before."'
    assert all("reworded" not in one.reason for one in shifts(before, both))


def test_a_quotation_cut_out_of_a_longer_one_is_not_reworded() -> None:
    before = (
        'Harbour master Ulla Brekke said: "I told them. No lorry drives onto the northern quay until March."'
    )
    after = 'Harbour master Ulla Brekke said: "No lorry drives onto the northern quay."'
    assert all("reworded" not in one.reason for one in shifts(before, after))


LONG = (
    "Ulla Brekke sagte: „Kein Lastwagen fährt auf den Kai, bis ein Ingenieur die Kräne geprüft hat, und ich.“"
)


def test_a_quotation_trimmed_in_a_translation() -> None:
    (shift,) = shifts(LONG, 'No lorries before the test, said Ulla Brekke: "no lorry drives".', "de", "en")
    assert "trimmed in the translation" in shift.reason and "(3 words)" in shift.reason
    assert shift.later.text == "no lorry drives"


def test_a_quotation_whole_in_a_translation_is_not_trimmed() -> None:
    whole = (
        'Ulla Brekke said: "No lorry drives onto the quay until an engineer has tested the cranes, and me."'
    )
    assert shifts(LONG, whole, "de", "en") == []
    parts = (
        'Ulla Brekke said: "No lorry drives onto the quay," and "until an engineer has tested the cranes".'
    )
    assert shifts(LONG, parts, "de", "en") == []


@pytest.mark.parametrize(
    "text, language, told",
    [
        ("He told the Russian broadcaster that it was over.", "en", True),
        ("“We go,” he said in Ukrainian.", "en", True),
        ("The interview was translated from Polish.", "en", True),
        ("He lives in German towns.", "en", False),
        ("The German minister met the press.", "en", False),
        ("She reads “the German newspaper” daily.", "en", False),
        ("Das sagte er der russischen Zeitung.", "de", True),
        ("Die deutsche Zeitung schwieg.", "de", False),
        ("Он сказал это на английском языке.", "ru", True),
        ("Английский корабль ушел.", "ru", False),
        ("Про це він сказав німецькою мовою.", "uk", True),
        ("Німецький корабель пішов.", "uk", False),
        ("", "en", False),
    ],
)
def test_another_language(text: str, language: str, told: bool) -> None:
    assert (foreign_tongue(side("a", text, language)) is not None) is told


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_any_texts(one: str, other: str, language: str, beside: str) -> None:
    shifts(f"{SPOKEN[language][0]} {one}", f"{SPOKEN[beside][1]} {other}", language, beside)
