"""Look-ups of outlets: who goes by a name or a domain, and whether a name can be an outlet's at all.

Names are matched whole, as `fold_name` folds them.
"""
# ruff: noqa: E501 (a table of words)

import re
from functools import cache

from onrecord.lang.agency_table import AGENCIES, OUTLETS, KnownOutlet
from onrecord.lang.states import codes_by_capital, codes_by_name

_SPACE = re.compile(r"\s{2,}|[^\S ]")
_TRIM = " \t\r\n\"'“”„«»‘’()[].,:;"


def fold_name(name: str) -> str:
    """Case, quotation marks, outer punctuation and a leading "the" do not tell outlets apart."""
    folded = _SPACE.sub(" ", name).strip(_TRIM).casefold()
    return folded.removeprefix("the ")


@cache
def outlets_by_name() -> dict[str, KnownOutlet]:
    """Known outlets by folded name; where two share a name the agency wins."""
    table: dict[str, KnownOutlet] = {}
    for outlet in (*AGENCIES, *OUTLETS):
        for name in outlet.names:
            table.setdefault(fold_name(name), outlet)
    return table


@cache
def _outlets_by_domain() -> dict[str, KnownOutlet]:
    return {domain: outlet for outlet in (*OUTLETS, *AGENCIES) for domain in outlet.domains}


def known_outlet(name: str) -> KnownOutlet | None:
    """The outlet that goes by `name`, None when the table has none."""
    return outlets_by_name().get(fold_name(name))


def outlet_of_domain(domain: str) -> KnownOutlet | None:
    """The outlet whose domain `domain` is or lies below ("edition.cnn.com")."""
    parts = domain.casefold().split(".")
    table = _outlets_by_domain()
    for first in range(max(0, len(parts) - 5), len(parts) - 1):
        found = table.get(".".join(parts[first:]))
        if found is not None:
            return found
    return None


OUTLET_WORDS = frozenset(
    """
    news times post herald press agency agentur tribune journal gazette chronicle observer mail daily weekly
    wire newswire radio tv channel media network today online telegraph guardian standard bulletin review
    zeitung nachrichten tageblatt rundschau anzeiger kurier агентство агентства новости новини газета радио радіо
    информ інформ пресс прес телеканал ledger courier examiner inquirer enquirer sentinel argus bote blatt presse
    dispatch echo advertiser messenger monitor mirror reporter digest newsletter express magazine star globe mercury
    вісник вестник курьер кур'єр правда известия
    """.split()
)


@cache
def _place_names() -> frozenset[str]:
    names = (*codes_by_name(), *codes_by_capital())
    return frozenset(name.casefold() for name in names)


def is_place_name(name: str) -> bool:
    """Whether `name` is that of a state or a capital."""
    return name.casefold().strip() in _place_names()


def may_be_outlet(name: str) -> bool:
    """Whether a name found where credits stand, in brackets say, can be an outlet and not a place.

    Known outlets can, states and capitals cannot; of the rest, single words and names with a word
    like "Times" or "agency" can.
    """
    if known_outlet(name) is not None:
        return True
    folded = name.casefold().strip()
    if folded in _place_names():
        return False
    words = folded.replace("-", " ").split()
    return len(words) == 1 or any(word in OUTLET_WORDS for word in words)
