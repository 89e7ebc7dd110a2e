"""Origins: whom descriptions, pronouns and spellings of a name mean, and who tells nothing at all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import AttributionKind, CueClass, Factuality, Language, Reason, RecordStatus
from onrecord.lang.documents import is_unowned
from onrecord.lang.unnamed import class_of, noun_of, tied_to
from onrecord.stages.corpus.origins.naming import full_name, name_sounds
from onrecord.stages.corpus.origins.telling import is_silent
from tests import make
from tests.origins_made import BACKGROUND, ON_RECORD, Page, kinds, of_sayings, of_story, page, says

UNSTATED = RecordStatus.UNSTATED


def spoken(
    lines: list[tuple[str, str, str, RecordStatus]], outlet: str = "Ledger", opening: str = ""
) -> Page:
    """A page of lines (who, cue, what), each an attribution."""
    body = "\n".join(f"{who} {cue} {what}." for who, cue, what, _ in lines)
    made = page(f"Notes of {outlet}\n{opening}\n{body}", outlet)
    for who, _, what, status in lines:
        made = says(made, who, what, status)
    return made


def counted(made: Page, *more: Page) -> tuple[int, int]:
    found = of_story([made, *more])
    return found.low, found.high


def test_the_age_of_the_one_person_named_is_that_person() -> None:
    made = spoken(
        [
            ("Ilse Brandow", "told us", "that the well is dry", ON_RECORD),
            ("the 58-year-old woman", "said", "that nobody came to look", BACKGROUND),
        ]
    )
    assert counted(made) == (1, 1)


def test_somebody_introduced_before_is_somebody_else() -> None:
    made = spoken(
        [
            ("Ilse Brandow", "told us", "that the well is dry", ON_RECORD),
            ("the woman", "said", "that nobody came to look", BACKGROUND),
        ],
        opening="By the road sat a tired woman with two buckets.",
    )
    assert counted(made) == (2, 2)


def test_a_description_with_two_persons_named_stays_open() -> None:
    made = spoken(
        [
            ("Ilse Brandow", "told us", "that the well is dry", ON_RECORD),
            ("Hark Stenner", "told us", "that the pump is broken", ON_RECORD),
            ("the 58-year-old man", "said", "that nobody came to look", BACKGROUND),
        ]
    )
    assert counted(made) == (3, 3)


def test_an_office_means_the_one_person_who_was_given_it() -> None:
    lines = [
        ("mayor Ilse Brandow", "told us", "that the well is dry", ON_RECORD),
        ("Hark Stenner", "told us", "that the pump is broken", ON_RECORD),
        ("the mayor", "said", "that nobody came to look", ON_RECORD),
    ]
    assert counted(spoken(lines)) == (2, 2)
    two = [*lines[:2], ("mayor Olga Pitt", "said", "that rain will come", ON_RECORD), lines[2]]
    assert counted(spoken(two)) == (4, 4)


def test_the_lead_describes_whom_the_next_words_name_without_a_role() -> None:
    lines = [
        ("a surveyor who measured it", "said", "that the dam leaks", BACKGROUND),
        ("Orla Finch", "told Channel Two", "that it lost a metre in May", ON_RECORD),
    ]
    assert counted(spoken(lines)) == (1, 1)
    other = [lines[0], ("mayor Orla Finch", "told Channel Two", "that it lost a metre in May", ON_RECORD)]
    assert counted(spoken(other)) == (2, 2)
    hidden = [("a surveyor who asked not to be named", "said", "that the dam leaks", BACKGROUND), lines[1]]
    assert counted(spoken(hidden)) == (2, 2)


def test_one_name_in_two_spellings_and_with_a_role_is_one_party() -> None:
    pages = [
        spoken([("Остап Гринь", "каже", "що тріщина росте", ON_RECORD)], "Vista"),
        spoken([("the head of the bridge office, Ostap Hryn,", "said", "it grows", ON_RECORD)], "Bay"),
        spoken([("Hryn", "said", "the gap is wide", ON_RECORD)], "Courier"),
    ]
    found = of_story(pages)
    assert (found.low, found.high) == (1, 1)
    assert "one party" in kinds(found)


def test_a_company_speaks_through_its_head_and_not_through_the_fire_chief() -> None:
    company = ("the company", "announced", "that two mills will close", ON_RECORD)
    head = ("managing director Ida Roth", "said", "that it hurts", ON_RECORD)
    chief = ("fire chief Udo Lamb", "said", "that the roof held", ON_RECORD)
    assert counted(spoken([company, head])) == (1, 1)
    assert counted(spoken([company, chief])) == (2, 2)


def test_unnamed_people_of_a_body_that_speaks_itself_may_be_it() -> None:
    one = spoken([("the police", "said", "that the driver fled", ON_RECORD)], "Ledger")
    two = spoken([("a police officer", "said", "that the driver was sober", BACKGROUND)], "Bay")
    found = of_story([one, two])
    assert (found.low, found.high) == (1, 2)
    assert any("the police" in proof.reason and "a police officer" in proof.reason for proof in found.proofs)


def test_a_survey_of_nobody_is_background_where_somebody_speaks() -> None:
    survey = ("a survey in 2029", "found", "that most sleep badly", ON_RECORD)
    assert counted(spoken([survey, ("Orla Finch", "said", "that it is the light", ON_RECORD)])) == (1, 1)
    assert counted(spoken([survey])) == (1, 1)


def test_the_outlets_own_survey_and_its_readers_are_no_origin() -> None:
    made = spoken(
        [
            ("Orla Finch", "said", "that it is the light", ON_RECORD),
            ("our survey of May", "showed", "that most sleep badly", ON_RECORD),
            ("Readers", "find", "more on page two", BACKGROUND),
        ]
    )
    assert counted(made) == (1, 1)


def test_an_outlet_of_the_pile_that_reports_is_a_carrier_even_where_it_is_known_as_a_body() -> None:
    first = spoken([("Orla Finch", "said", "that the lamp is out", ON_RECORD)], "The Lantern")
    second = page("Dark\nThe Lantern reports that the harbour is dark, Orla Finch said so.", "Bay")
    second = says(second, "Orla Finch", "the harbour is dark", ON_RECORD)
    second = says(second, "The Lantern", "that the harbour is dark", ON_RECORD, "ac-lantern")
    *others, chain = second.chains
    cue = make.words(second.found.article.text, "reports")
    hop = replace(chain.hops[-1], cue=cue)
    second = replace(second, chains=(*others, replace(chain, hops=(*chain.hops[:-1], hop))))
    assert counted(first, second) == (1, 1)


SILENT = [
    ("The harbour board", "plans", "to move the line", {"status": UNSTATED, "cue_class": CueClass.BELIEVE}),
    ("The harbour board", "could say", "who pays", {"factuality": Factuality.HYPOTHETICAL}),
    ("The harbour board", "has painted", "the old pier", {}),
    ("The debt is larger than the harbour board", "admits", "it is", {}),
]


@pytest.mark.parametrize(("who", "cue", "what", "changes"), SILENT)
def test_attitudes_deeds_and_what_was_not_said_tell_nothing(
    who: str, cue: str, what: str, changes: dict[str, object]
) -> None:
    text = f"{who} {cue} {what}."
    source = who.removeprefix("The debt is larger than ")
    item = make.attribution(make.article(text), source, cue, what)
    assert is_silent(replace(item, **changes), text, "en")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cue", "what"), [("says", "the pier is safe"), ("called", "it a loss"), ("has painted", "that it sank")]
)
def test_sayings_are_not_silent(cue: str, what: str) -> None:
    text = f"The harbour board {cue} {what}."
    item = make.attribution(make.article(text), "The harbour board", cue, what)
    assert not is_silent(item, text, "en")
    direct = replace(item, kind=AttributionKind.DIRECT, cue_class=CueClass.BELIEVE, status=UNSTATED)
    assert not is_silent(direct, text, "en")


def test_names_are_read_out_of_the_words_for_a_party() -> None:
    assert full_name("The head of the school board, Ina Holt,") == "Ina Holt"
    assert full_name("der Ingenieur Jost van Delden") == "Jost van Delden"
    assert full_name("the Foreign Ministry") == full_name("Holt") == full_name("") == ""
    assert name_sounds("Гнат Гринь") == name_sounds("Hnat Hryn")


def test_whose_officer_somebody_is() -> None:
    assert tied_to("chief executive Ina Holt") == frozenset()
    assert tied_to("hospital director Ina Holt") == frozenset({"hospital"})
    assert tied_to("a passer-by") is None
    assert is_unowned("a survey in 2029") and not is_unowned("a report by the Arden Institute")


def test_the_house_tells_what_a_member_is() -> None:
    member = noun_of("member of parliament from her party".split())
    assert class_of(member) == class_of("lawmaker") != class_of("aide")
    assert class_of(noun_of("member of the club".split())) is None


def test_two_languages_tell_one_saying() -> None:
    one = spoken(
        [("two clerks", "said", "that the old mill will close before the winter", BACKGROUND)], "Ledger"
    )
    two = spoken(
        [("zwei Angestellte", "sagten", "dass die alte Mühle vor dem Winter schließen wird", BACKGROUND)],
        "Bote",
    )
    german = replace(two, found=replace(two.found, language=Language("de", 1.0, Reason("test"))))
    (found,) = of_sayings([one, german])
    assert (found.low, found.high) == (1, 1)
    assert any("in another language" in proof.reason for proof in found.proofs)


@given(st.text(max_size=80))
def test_no_words_break_the_reading_of_names(words: str) -> None:
    name = full_name(words)
    assert name == "" or len(name.split()) > 1
    tied_to(words)
    is_unowned(words)
