"""All states of the world: names, demonyms, capitals, in English and as far as known de, uk, ru.

The table (states.tsv) is built by eval/build_states.py; sources and licences stand there and in
docs/stages/mentions.md.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class State:
    """One state or territory. `code` is ISO 3166-1 (XK for Kosovo); name lists have no empty parts."""

    code: str
    sovereign: bool
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    native_names: tuple[str, ...]
    native_capitals: tuple[str, ...]


def _parts(*cells: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for cell in cells for part in cell.split("|") if part))


@cache
def states() -> dict[str, State]:
    """All states by code, in code order."""
    lines = files("onrecord.lang").joinpath("states.tsv").read_text(encoding="utf-8").splitlines()
    found = {}
    for line in lines[1:]:
        code, sovereign, name, aliases, demonyms, capitals, *native = line.split("\t")
        found[code] = State(
            code,
            sovereign == "1",
            name,
            _parts(name, aliases),
            _parts(demonyms),
            _parts(capitals),
            _parts(*native[:3]),
            _parts(*native[3:]),
        )
    return found


def _table(pairs: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Codes by name; where a sovereign state shares a name with a territory, the state alone stays."""
    known = states()
    found: dict[str, list[str]] = {}
    for name, code in pairs:
        codes = found.setdefault(name, [])
        if code not in codes:
            codes.append(code)
    return {
        name: tuple(code for code in codes if known[code].sovereign) or tuple(codes)
        for name, codes in found.items()
    }


@cache
def codes_by_name() -> dict[str, tuple[str, ...]]:
    """State codes by exact name, English and native."""
    return _table([(n, s.code) for s in states().values() for n in (*s.names, *s.native_names)])


@cache
def codes_by_demonym() -> dict[str, tuple[str, ...]]:
    """State codes by demonym ("Chilean", "Chileans"); more than one code where it is ambiguous."""
    pairs = []
    for state in states().values():
        for word in state.demonyms:
            pairs.append((word, state.code))
            if not word.endswith(("s", "sh", "ch", "ese", "men", ".")) and len(word) > 3:
                pairs.append((word + "s", state.code))
    return _table(pairs)


@cache
def codes_by_capital() -> dict[str, tuple[str, ...]]:
    """Codes of sovereign states by a name of their capital, English and native."""
    return _table(
        [(n, s.code) for s in states().values() if s.sovereign for n in (*s.capitals, *s.native_capitals)]
    )


DEMONYM_SUFFIXES = ("ian", "ean", "an", "ish", "ese", "ic", "ite", "er", "i", "ien")
_VOWELS = "aeiouyáéíóúàèäöü"


def demonym_stems(word: str) -> tuple[str, ...]:
    """What is left of a possible demonym without its suffix: "Corvan" -> "corv", whatever the state."""
    low = word.casefold()
    stems = [low[: -len(s)].rstrip(_VOWELS) for s in DEMONYM_SUFFIXES if low.endswith(s)]
    return tuple(dict.fromkeys(stem for stem in stems if len(stem) >= 3))


def name_stem(name: str) -> str:
    """The stem that demonyms of a state are built on: "Corva", "Corvia" -> "corv"; "Norland" stays."""
    low = name.casefold()
    return low.rstrip(_VOWELS) or low


def derives(demonym: str, name: str) -> bool:
    """Whether `demonym` is built on the state name `name` by a regular suffix."""
    stem = name_stem(name)
    return len(stem) >= 3 and demonym.casefold() != name.casefold() and stem in demonym_stems(demonym)
