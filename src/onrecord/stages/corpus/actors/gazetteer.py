"""The user's own actors: a TOML file of names that no general table can know (docs/stages/actors.md)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from onrecord.data import MentionKind
from onrecord.errors import InputError


class GazetteerActor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[actor]]`: name and kind, other names; of a state also capitals, seats and demonyms."""

    name: str
    kind: MentionKind
    names: tuple[str, ...] = ()
    capital: str | tuple[str, ...] = ()
    demonym: str | tuple[str, ...] = ()
    state: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    actor: tuple[GazetteerActor, ...] = ()


@dataclass(frozen=True, slots=True)
class UserGazetteer:
    """Lookups of the user's actors by case-folded name; `capitals` and `demonyms` give the state's name."""

    actors: dict[str, GazetteerActor]
    capitals: dict[str, str]
    demonyms: dict[str, str]


def _many(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def load_gazetteer(path: str) -> UserGazetteer:
    """Read the file; "" gives an empty one. Raises InputError when it cannot be read or is ill-typed."""
    if not path:
        return UserGazetteer({}, {}, {})
    try:
        file = msgspec.convert(tomllib.loads(Path(path).read_text(encoding="utf-8")), _File)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(f"{path}: cannot use this gazetteer of actors: {error}") from error
    actors: dict[str, GazetteerActor] = {}
    capitals: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    for actor in file.actor:
        for name in (actor.name, *actor.names):
            actors.setdefault(name.casefold(), actor)
        for capital in _many(actor.capital):
            capitals.setdefault(capital.casefold(), actor.name)
        for demonym in _many(actor.demonym):
            demonyms.setdefault(demonym.casefold(), actor.name)
    return UserGazetteer(actors, capitals, demonyms)
