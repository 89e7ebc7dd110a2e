"""International bodies, alliances and blocs by name, and the nouns that tell a body from other names.

Written by hand from general knowledge; the same wording of one body in several forms on one line.
"""
# ruff: noqa: E501 (one body a line)

from functools import cache

# full name, other names
_BODIES = """
United Nations, UN, U.N., UNO, ООН, Vereinte Nationen
UN Security Council, United Nations Security Council, U.N. Security Council, UNSC, Security Council, Совбез ООН, Радбез ООН
UN General Assembly, United Nations General Assembly, U.N. General Assembly, UNGA, General Assembly
NATO, Nato, North Atlantic Treaty Organization, North Atlantic Alliance, North Atlantic Treaty Organisation, НАТО
European Union, EU, E.U., Евросоюз, ЕС, Євросоюз, ЄС, Europäische Union
European Commission, Еврокомиссия, Єврокомісія
European Council
European Parliament, Европарламент, Європарламент
European Central Bank, ECB
Council of Europe
European Court of Human Rights, ECHR
International Criminal Court, ICC, МУС, МКС
International Court of Justice, ICJ
International Atomic Energy Agency, IAEA, МАГАТЭ, МАГАТЕ
International Monetary Fund, IMF, МВФ
World Bank
World Health Organization, WHO, World Health Organisation
World Trade Organization, WTO, World Trade Organisation
Organization for Security and Co-operation in Europe, OSCE, ОБСЕ, ОБСЄ
Organisation for the Prohibition of Chemical Weapons, OPCW
Organization of the Petroleum Exporting Countries, OPEC, OPEC+, ОПЕК
Group of Seven, G7, G-7
Group of 20, G20, G-20, Group of Twenty
BRICS, Brics, БРИКС
African Union, AU
Arab League, League of Arab States
Gulf Cooperation Council, GCC
Association of Southeast Asian Nations, ASEAN
Economic Community of West African States, ECOWAS, Ecowas
Shanghai Cooperation Organisation, Shanghai Cooperation Organization, SCO
Collective Security Treaty Organization, CSTO, Collective Security Treaty Organisation, ОДКБ
Commonwealth of Independent States, CIS
Eurasian Economic Union, EAEU
Organization of American States, OAS
Organisation of Islamic Cooperation, OIC
International Committee of the Red Cross, ICRC, Red Cross
UNICEF, Unicef
UNESCO, Unesco
UNHCR, UN Refugee Agency
World Food Programme, World Food Program, WFP
Interpol, INTERPOL
Europol
Amnesty International
Human Rights Watch, HRW
Transparency International
Médecins Sans Frontières, Doctors Without Borders, MSF
Hamas, ХАМАС
Hezbollah, Hizbullah, Hizbollah, Хезболла
Taliban
Islamic State, ISIS, ISIL, IS
al-Qaeda, Al Qaeda, Al-Qaeda
the West, The West, Запад, Захід
"""

# Head nouns of bodies: a capitalised name ending in (or "X of" starting with) one of these is a body.
BODY_NOUNS = frozenset(
    """ministry department office agency committee commission council court tribunal parliament senate congress
    assembly duma rada knesset bundestag government administration party union alliance coalition bloc league
    organization organisation association federation confederation board bureau authority service army military
    navy police guard staff command university institute foundation center centre bank company corporation corp
    inc ltd group movement front brigade forces fund directorate secretariat embassy chamber cabinet regulator
    prosecutor's watchdog newspaper agency ministry's chancellery presidency mission delegation team panel
    inspectorate academy school hospital church synod museum club society network""".split()
)

# Common nouns that, with "the", take up a body named before.
BODY_ANAPHORS = frozenset(
    """ministry department office agency committee commission council court tribunal parliament senate party union
    alliance coalition bloc league organization organisation association bank company government group
    university institute foundation fund regulator firm watchdog""".split()
)


@cache
def body_names() -> dict[str, str]:
    """Full name by every name."""
    table: dict[str, str] = {}
    for line in _BODIES.strip().splitlines():
        names = [name.strip() for name in line.split(",")]
        for name in names:
            table.setdefault(name, names[0])
    return table
