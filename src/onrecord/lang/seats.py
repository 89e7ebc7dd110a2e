"""Seats of government that news use for the government itself, worldwide, and bodies by their seat.

Written by hand from general knowledge. `STATE_SEATS` stand for the state (its presidency or
government); `BODY_SEATS` for one ministry or agency.
"""
# ruff: noqa: E501 (one state a line)

from functools import cache

# name, other spellings | state code
_STATE_SEATS = """
Kremlin, Кремль, Кремля, Кремлю, Кремлем, Кремлём, Kreml | RU
White House, Oval Office, Белый дом, Белого дома, Білий дім, Білого дому, Weißes Haus, Weiße Haus | US
Capitol Hill | US
Downing Street, 10 Downing Street, Number 10, No 10, No. 10, Даунинг-стрит, Даунінг-стріт | GB
Whitehall, Westminster | GB
Élysée, Elysée, Elysee, Élysée Palace, Elysee Palace, Елисейский дворец, Єлисейський палац, Elysée-Palast | FR
Matignon, Hotel Matignon | FR
Bankova, Bankova Street, Bankovaya, Банковая, Банковой, Банкова, Банкової, Mariinskyi Palace, Mariyinsky Palace | UA
Bundeskanzleramt, Kanzleramt, Chancellery in Berlin, Bellevue Palace, Schloss Bellevue | DE
Zhongnanhai, Чжуннаньхай | CN
Blue House, Cheong Wa Dae, Yongsan | KR
Kantei, Nagatacho | JP
South Block, Raisina Hill, Rashtrapati Bhavan | IN
Palazzo Chigi, Chigi Palace, Quirinale, Quirinal Palace | IT
Moncloa, La Moncloa, Zarzuela | ES
Belém Palace, São Bento | PT
Belvedere Palace | PL
Prague Castle, Hradčany, Hradcany | CZ
Hofburg, Ballhausplatz | AT
Binnenhof, Catshuis | NL
Rue de la Loi, Rue de la Loi 16 | BE
Christiansborg | DK
Rosenbad | SE
Áras an Uachtaráin, Leinster House | IE
Karmelita, Carmelite Monastery, Sándor Palace, Sandor Palace | HU
Cotroceni, Cotroceni Palace, Victoria Palace | RO
Dondukov | BG
Maximos Mansion, Maximou | GR
Beştepe, Bestepe, Çankaya, Ak Saray | TR
Pasteur Street | IR
Balfour Street | IL
Muqata, Mukataa | PS
Abdeen Palace, Heliopolis Palace, Ittihadiya, Al-Ittihadiya | EG
El Mouradia, El Mouradia Palace | DZ
Carthage Palace | TN
Baabda, Baabda Palace, Grand Serail | LB
Al-Yamamah Palace | SA
Rideau Hall, Parliament Hill, Langevin Block | CA
Los Pinos | MX
Casa Rosada, Pink House | AR
Planalto, Planalto Palace, Palácio do Planalto | BR
La Moneda, La Moneda Palace | CL
Casa de Nariño, Nariño Palace, Casa de Narino | CO
Miraflores, Miraflores Palace | VE
Carondelet, Carondelet Palace | EC
Pizarro Palace, Government Palace in Lima | PE
Quemado Palace, Palacio Quemado, Casa Grande del Pueblo | BO
Palacio de López, Palacio de Lopez | PY
Palace of the Revolution | CU
Malacañang, Malacanang, Malacañang Palace | PH
Istana | SG
Merdeka Palace, Istana Merdeka | ID
Seri Perdana, Perdana Putra | MY
Government House in Bangkok | TH
Ba Dinh | VN
Aso Rock, Aso Villa | NG
Jubilee House, Flagstaff House | GH
State House in Nairobi | KE
Union Buildings, Mahlamba Ndlopfu | ZA
Menelik Palace | ET
Kasbah Palace | MA
Akorda, Ak Orda | KZ
Oqsaroy, Kuksaroy, Ok Saroy | UZ
Zagulba | AZ
Orbeliani Palace | GE
Beehive | NZ
The Lodge, Kirribilli House | AU
Sejong | KR
"""

# name, other spellings | state code | the body it stands for
_BODY_SEATS = """
Pentagon, Пентагон, Пентагона | US | United States Department of Defense
Foggy Bottom | US | United States Department of State
Langley | US | Central Intelligence Agency
Smolenskaya Square, Смоленская площадь | RU | Ministry of Foreign Affairs of Russia
Lubyanka, Лубянка | RU | Federal Security Service
Frunzenskaya Embankment | RU | Ministry of Defence of Russia
Quai d'Orsay, Quai d’Orsay | FR | Ministry for Europe and Foreign Affairs of France
Place Beauvau | FR | Ministry of the Interior of France
Bercy | FR | Ministry of Finance of France
Scotland Yard | GB | Metropolitan Police
Vauxhall Cross | GB | Secret Intelligence Service
King Charles Street | GB | Foreign Office
Farnesina | IT | Ministry of Foreign Affairs of Italy
Palazzo Madama | IT | Senate of Italy
Itamaraty, Itamaraty Palace | BR | Ministry of Foreign Affairs of Brazil
Palacio San Martín | AR | Ministry of Foreign Affairs of Argentina
Tlatelolco | MX | Ministry of Foreign Affairs of Mexico
Santa Cruz Palace | ES | Ministry of Foreign Affairs of Spain
Wilhelmstraße, Wilhelmstrasse | DE | Government of Germany
Werderscher Markt | DE | Foreign Office of Germany
Bendlerblock | DE | Ministry of Defence of Germany
Kasumigaseki | JP | Ministries of Japan
Kirya, HaKirya | IL | Ministry of Defense of Israel
Berlaymont | | European Commission
Turtle Bay | | United Nations
"""


def _rows(block: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in block.strip().splitlines()]


@cache
def seat_names() -> dict[str, tuple[str, str]]:
    """(state code, "") by name for seats that stand for a state, (code, body) for those of one body."""
    found: dict[str, tuple[str, str]] = {}
    for names, code in _rows(_STATE_SEATS):
        for name in names.split(","):
            found.setdefault(name.strip(), (code, ""))
    for names, code, body in _rows(_BODY_SEATS):
        for name in names.split(","):
            found.setdefault(name.strip(), (code, body))
    return found
