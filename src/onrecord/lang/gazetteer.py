"""One table over all gazetteers: states, demonyms, capitals, seats of government, bodies, outlets."""

from dataclasses import dataclass
from functools import cache

from onrecord.lang.agency_table import AGENCIES, OUTLETS
from onrecord.lang.bodies import body_names
from onrecord.lang.seats import seat_names
from onrecord.lang.states import codes_by_capital, codes_by_demonym, codes_by_name, states
from onrecord.text.phrases import PhraseTable


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name can be. `sort`: state, capital, seat, demonym, body, outlet. `codes`: states (ISO)."""

    sort: str
    name: str
    codes: tuple[str, ...] = ()
    adjective: bool = False
    agency: bool = False


def _named(codes: tuple[str, ...]) -> str:
    known = states()
    return known[codes[0]].name if len(codes) == 1 else ""


@cache
def entries() -> dict[str, Entry]:
    """Every name of the gazetteers; a name of two sorts keeps the first: state, seat, body, outlet ..."""
    demonyms = codes_by_demonym()
    found: dict[str, Entry] = {}
    for name, codes in codes_by_name().items():
        found.setdefault(name, Entry("state", _named(codes), codes, adjective=name in demonyms))
    for name, (code, body) in seat_names().items():
        sort = "body" if body else "seat"
        codes = (code,) if code else ()
        found.setdefault(name, Entry(sort, body or _named(codes), codes))
    for name, full in body_names().items():
        found.setdefault(name, Entry("body", full))
    for outlet in (*AGENCIES, *OUTLETS):
        for name in outlet.names:
            if len(name) > 1:
                found.setdefault(name, Entry("outlet", outlet.names[0], agency=outlet.agency))
    for name, codes in codes_by_capital().items():
        found.setdefault(name, Entry("capital", _named(codes), codes))
    for name, codes in demonyms.items():
        found.setdefault(name, Entry("demonym", _named(codes), codes, adjective=True))
    return found


@cache
def gazetteer() -> PhraseTable[Entry]:
    """All names, ready to be found in a text."""
    return PhraseTable(entries().items())
