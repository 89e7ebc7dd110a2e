"""The table of states and the rules of demonyms."""

from onrecord.lang.native import inflected_state, native_group, state_adjective
from onrecord.lang.seats import seat_names
from onrecord.lang.states import codes_by_capital, codes_by_demonym, codes_by_name, derives, states


def test_every_sovereign_state_has_a_name_and_nearly_all_a_capital_and_demonym() -> None:
    sovereign = [state for state in states().values() if state.sovereign]
    assert 190 <= len(sovereign) <= 200
    assert all(state.name for state in sovereign)
    assert len([s for s in sovereign if not s.demonyms]) <= 1
    # Belgium, whose capital stands for the European Union, and city states have none on purpose.
    assert len([s for s in sovereign if not s.capitals]) <= 6
    assert all(state.native_names for state in sovereign)


def test_spelling_variants_and_other_languages() -> None:
    assert codes_by_capital()["Ulan Bator"] == codes_by_capital()["Ulaanbaatar"] == ("MN",)
    assert codes_by_name()["Ivory Coast"] == codes_by_name()["Côte d'Ivoire"] == ("CI",)
    assert codes_by_name()["Норвегія"] == codes_by_name()["Norwegen"] == ("NO",)
    assert codes_by_demonym()["Chileans"] == ("CL",)


def test_ambiguous_words_keep_all_their_states() -> None:
    assert set(codes_by_demonym()["Congolese"]) == {"CD", "CG"}


def test_seats_belong_to_known_states() -> None:
    assert all(code == "" or code in states() for code, _ in seat_names().values())


def test_regular_demonyms() -> None:
    assert derives("Corvan", "Corva")
    assert derives("Dastrian", "Dastria")
    assert derives("Osterian", "Oster")
    assert not derives("Corvan", "Dastria")
    assert not derives("Dan", "Da")


def test_case_forms_and_adjectives() -> None:
    found = inflected_state("Норвегією")
    assert found is not None and (found.code, found.capital) == ("NO", False)
    capital = inflected_state("Варшаве")
    assert capital is not None and (capital.code, capital.capital) == ("PL", True)
    assert inflected_state("мова") is None
    assert state_adjective("норвезького") == "NO"
    assert state_adjective("französische") == "FR"
    assert state_adjective("franz") is None
    assert native_group("чиновники", "uk") and not native_group("столи", "uk")
