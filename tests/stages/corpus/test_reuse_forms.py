"""Odd forms and errors that were taken over: shared words unlike the rest of their text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.made import findings_of
from onrecord.config import ReuseConfig
from onrecord.data import Reuse
from onrecord.lang.house_forms import house_form
from onrecord.stages.corpus.reuse.compare import compare
from onrecord.stages.corpus.reuse.forms import habits_of, spelt_twice
from onrecord.stages.corpus.reuse.profile import profile_of
from onrecord.stages.corpus.reuse.readings import meet, name_key
from onrecord.stages.corpus.reuse.relate import relate
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.stages.corpus.reuse.signs import Found, find_signs

CONFIG = ReuseConfig()


def side(name: str, text: str, language: str = "en") -> Sided:
    found = findings_of(name, "", text, None, language)
    return Sided(found, profile_of(found))


def signs(left: str, right: str, language: str = "en") -> dict[str, Found]:
    one, other = side("a", left, language), side("b", right, language)
    found = find_signs(meet(one, other, compare(one.profile, other.profile, CONFIG).chain))
    return {sign.name: sign for sign in found if sign.name in ("kept form", "kept error")}


# shared words with the odd form, the other's own words, own words in the other form, own words without any
FORMS = {
    "en": (
        "The divers of Quell painted the raised ferry in the colour of the old harbour wall at Tamsk.",
        "Two centres on the mainland had asked for her bell.",
        "A labor dispute on the neighboring island will keep the yards shut for weeks.",
        "A dispute on the next island will keep the yards shut for weeks.",
    ),
    "de": (
        "Die Taucher aus Quell fanden in einem grossen Raum der Fähre ausserdem elf Kisten mit Draht.",
        "Der Hafen heisst seit vorigem Jahr anders.",
        "Die Straße zur Werft bleibt gesperrt, die Kosten sind größer als gedacht.",
        "Der Weg zur Werft bleibt gesperrt, die Kosten sind höher als gedacht.",
    ),
    "ru": (
        "Водолазы из Квелла осматривали паром еще неделю и нашли на палубе ящик с проволокой у трех мачт.",
        "Отчет о работах идет в министерство.",
        "Самолёт с экспертами пока не вылетел, её капитан молчит.",
        "Эксперты пока не вылетели, капитан молчит.",
    ),
    "uk": (
        "Водолази з Квелла показали журналістам проект підйому порома з мулу протоки біля старого порту.",
        "Решта проектів лежить у міністерстві.",
        "Новий проєкт причалу громада обговорить навесні.",
        "Новий план причалу громада обговорить навесні.",
    ),
}


@pytest.mark.parametrize("language", sorted(FORMS))
def test_a_house_form_that_is_not_its_own_was_taken_over(language: str) -> None:
    shared, theirs, own, none = FORMS[language]
    found = signs(f"{shared} {theirs}", f"{shared} {own}", language)
    assert found["kept form"].surplus == 1.0
    (sign,) = found["kept form"].right
    assert "“" in sign.text and sign.span.text in shared
    assert signs(f"{shared} {own}", f"{shared} {theirs}", language)["kept form"].surplus == -1.0
    assert signs(f"{shared} {theirs}", f"{shared} {none}", language) == {}
    assert signs(f"{shared} {own}", f"{shared} {own}", language) == {}  # both have both


def test_marks_of_quotation_that_are_not_its_own() -> None:
    shared = 'The divers\' foreman called the ferry "a drowned cathedral" and her bell "a nail" on the quay.'
    own = "Quell’s mayor spoke of “a good day” and Tamsk’s of “a start” on Friday."
    found = signs(f'{shared} They speak of "luck" and "mud" in Quell.', f"{shared} {own}")
    assert found["kept form"].surplus == 1.0
    assert "straight quotation marks" in found["kept form"].right[0].text
    one_mark = "Quell’s mayor spoke of “a good day” on Friday."
    assert "kept form" not in signs(f'{shared} They speak of "luck".', f"{shared} {one_mark}")


def test_names_and_headings_have_spellings_of_their_own() -> None:
    text = "The crew of the Harbor Star saw colour in Pearl Harbor. kiev is no place, Kiev is."
    shown = [(one.choice, one.form) for one in habits_of(side("a", text))]
    assert shown == [
        ("British or American spelling", "British"),
        ("Ukrainian or Russian names of places", "Russian"),
    ]
    headed = findings_of("b", "The colour of “mud”", "It is gray.", None)
    assert [one.form for one in habits_of(Sided(headed, profile_of(headed)))] == ["American"]


WRONG = (
    "The goverment of Ondria paid the divers of Quell for raising the ferry Brenna from the mud of the Sound."
)


def test_an_error_that_the_other_always_makes_was_taken_over() -> None:
    theirs, own = "The goverment asked for no bill.", "Critics of the government in Tamsk speak of waste."
    found = signs(f"{WRONG} {theirs}", f"{WRONG} {own}")
    assert found["kept error"].surplus == 1.0
    assert (
        "“goverment”" in found["kept error"].right[0].text
        and "“government”" in found["kept error"].right[0].text
    )


def test_a_slip_made_once_may_be_the_writers_own() -> None:
    own = "Critics of the government in Tamsk speak of waste."
    assert signs(f"{WRONG} Nobody asked for a bill.", f"{WRONG} {own}") == {}
    assert signs(f"{WRONG} The goverment and the government differ.", f"{WRONG} {own}") == {}


NAMED = "Harbour master Ulla Brikkestad told the divers of Quell to raise the ferry before the winter storms."


def test_a_name_spelt_otherwise_in_its_own_words() -> None:
    own = "For Ulla Brekkestad it was the third wreck."
    found = signs(f"{NAMED} She is from Tamsk.", f"{NAMED} {own}")
    assert found["kept error"].surplus == 1.0
    assert "Brekkestad" in found["kept error"].right[0].text


def test_a_foreign_name_and_an_inflected_word_are_no_error() -> None:
    assert signs(f"{NAMED} She is from Tamsk.", f"{NAMED} Her brother is Olaf Haakonsen.") == {}
    forms = "Город Квелл платит водолазам. В городе Квелле и за городом ждут шторма, городу нужен причал."
    assert spelt_twice(side("a", forms, "ru")) == ()
    german = (
        "Das Haus am Hafen und die Häuser am Kai gehören Herrn Brekkestad; Brekkestads Hauses Dach fehlt."
    )
    assert spelt_twice(side("a", german, "de")) == ()


@pytest.mark.parametrize(
    "word, language, form",
    [
        ("colours", "en", "British"),
        ("colored", "en", "American"),
        ("größte", "de", "ß"),
        ("ещё", "ru", "ё"),
        ("проєкту", "uk", "проєкт"),
        ("cold", "en", None),
        ("colour", "de", None),
        ("", "en", None),
    ],
)
def test_house_forms(word: str, language: str, form: str | None) -> None:
    found = house_form(word, language)
    assert (found.form if found else None) == form


@pytest.mark.parametrize(
    "one, other",
    [
        ("Παπαδόπουλος", "Papadopoulos"),
        ("Սարգսյան", "Саргсян"),
        ("ივანიშვილი", "Ivanishvili"),
    ],
)
def test_names_meet_across_scripts(one: str, other: str) -> None:
    assert name_key(one.casefold()) == name_key(other.casefold()) != ""


@given(st.text(min_size=1, max_size=20))
def test_every_word_of_letters_has_a_key(word: str) -> None:
    letters = "".join(letter for letter in word.casefold() if letter.isalpha())
    assert not letters or name_key(letters)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "de", "ru", "uk", "und"]))
def test_any_text(text: str, language: str) -> None:
    read = side("a", f"{WRONG} {text}", language)
    assert all(0 <= one.word < len(read.profile.draft.words) for one in habits_of(read))
    assert all(one.odd != one.other for one in spelt_twice(read))


def test_many_words_alike_cost_little() -> None:
    text = " ".join(
        f"word{'abcdefghijklmnopqrstuvwxyz'[at % 26]}{at:05d}tail".replace("0", "x") for at in range(9_000)
    )
    assert len(spelt_twice(side("a", text))) < 4_000


COPIED = f"""{WRONG} The divers had worked for eleven days under floodlights, in water of four degrees.

Their foreman, Tove Sarn, counted 74 crates of copper wire in the hold and two sewing machines on deck. The \
wire belongs to Marlin Wire Works, which has not said what it will do with it.

The goverment will decide in spring whether the wreck becomes a museum, and who pays for its roof."""


def test_a_shared_error_is_told_as_evidence_of_reuse() -> None:
    copy = f"{COPIED} The government in Ondria answered no question."
    found = relate(side("a", COPIED), side("b", copy), CONFIG)
    assert isinstance(found, Reuse)
    told = [reason.text for reason in found.evidence_for if "an error that they share" in reason.text]
    assert told == ["Both write “goverment”, and one of them also “government”: an error that they share."]
    plain = relate(side("a", COPIED), side("b", COPIED), CONFIG)
    assert isinstance(plain, Reuse)
    assert not any("an error" in reason.text for reason in plain.evidence_for)
