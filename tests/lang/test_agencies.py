"""The table of agencies and outlets."""

import pytest

from onrecord.lang.agencies import known_outlet, may_be_outlet, outlet_of_domain


@pytest.mark.parametrize("name", ["Reuters", "reuters", "«Рейтер»", "Thomson Reuters", "Ройтерс"])
def test_one_agency_by_all_its_names(name: str) -> None:
    found = known_outlet(name)
    assert found is not None
    assert (found.name, found.agency) == ("Reuters", True)


def test_a_leading_article_does_not_matter() -> None:
    assert known_outlet("New York Times") == known_outlet("The New York Times")


def test_unknown_names_and_domains_are_none() -> None:
    assert known_outlet("Norwire") is None
    assert known_outlet("") is None
    assert outlet_of_domain("arden-herald.example") is None
    assert outlet_of_domain("") is None


def test_a_subdomain_belongs_to_its_outlet() -> None:
    found = outlet_of_domain("edition.cnn.com")
    assert found is not None and found.name == "CNN"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Norwire", True),
        ("NRW", True),
        ("The Arden Times", True),
        ("AFP", True),
        ("Paris", False),
        ("NEW ARDEN", False),
    ],
)
def test_what_may_be_an_outlet(name: str, expected: bool) -> None:
    assert may_be_outlet(name) is expected
