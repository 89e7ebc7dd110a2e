"""Titles and roles of persons, and the nouns for people who are described but not named.

English in full; German, Ukrainian and Russian as far as titles stand before names there.
"""
# ruff: noqa: E501 (lists of words)

from collections.abc import Iterable
from functools import cache


def _words(block: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in block.split())


# Who heads a state or its government: "the X leader" can be any of these.
LEADERS = frozenset(
    _words(
        """president prime_minister premier chancellor king queen emir sultan monarch emperor supreme_leader
        leader dictator ruler strongman autocrat head_of_state commander-in-chief crown_prince taoiseach
        interim_president acting_president president-elect general_secretary"""
    )
)
# A name for a leader without an office: any leader can be called so.
LOOSE_LEADERS = frozenset(
    _words("leader dictator ruler strongman autocrat head_of_state commander-in-chief tyrant despot")
)
HEADS_OF_STATE = frozenset(_words("president king queen emir sultan monarch emperor supreme_leader"))
SPOKESPERSONS = frozenset(
    _words("spokesman spokeswoman spokesperson press_secretary spokesmen spokespeople mouthpiece")
)
MINISTERS = frozenset(
    _words(
        """minister foreign_minister defense_minister defence_minister finance_minister interior_minister
        justice_minister secretary_of_state foreign_secretary defense_secretary defence_secretary
        treasury_secretary home_secretary deputy_prime_minister vice_president vice-president
        deputy_foreign_minister secretary attorney_general vice_premier health_minister energy_minister
        economy_minister trade_minister prime_minister deputy_minister"""
    )
)
ENVOYS = frozenset(
    _words(
        "ambassador envoy special_envoy negotiator chief_negotiator representative consul diplomat delegate"
    )
)
OFFICE_HOLDERS = frozenset(
    _words(
        """adviser advisor aide chief head chairman chairwoman chair chairperson commissioner director
        director-general secretary-general speaker governor mayor senator congressman congresswoman lawmaker
        deputy parliamentarian general admiral colonel commander major captain lieutenant marshal judge justice
        prosecutor chief_prosecutor attorney lawyer ombudsman inspector officer regulator boss
        patriarch pope bishop archbishop cardinal rabbi imam ayatollah mufti professor prince princess
        ex-president former_president opposition_leader politician counterpart predecessor successor
        official statesman chief_of_staff coordinator presenter member mp mep councillor candidate"""
    )
)
OTHER_PERSONS = frozenset(
    _words(
        """author writer journalist reporter editor correspondent columnist analyst expert economist historian
        scientist researcher activist campaigner founder ceo executive businessman businesswoman oligarch
        tycoon billionaire investor actor actress singer director coach player footballer manager doctor
        engineer student teacher farmer soldier pilot victim suspect witness defendant resident neighbour
        neighbor mother father wife husband son daughter brother sister widow man woman boy girl person
        interlocutor insider whistleblower critic dissident exile veteran academic scholar biologist physicist
        owner chairman captain artist musician poet novelist filmmaker photographer nurse priest pastor"""
    )
)
ROLES = LEADERS | LOOSE_LEADERS | SPOKESPERSONS | MINISTERS | ENVOYS | OFFICE_HOLDERS | OTHER_PERSONS
# Roles whose holder speaks for the state (or body) that the role names.
SPEAKS_FOR = LEADERS | SPOKESPERSONS | MINISTERS | ENVOYS
FEMALE_ROLES = frozenset(
    _words(
        """spokeswoman chairwoman queen princess congresswoman actress businesswoman mother wife sister
        daughter widow woman girl"""
    )
)
MALE_ROLES = frozenset(
    _words(
        """spokesman chairman king prince emperor congressman businessman father husband brother son man boy
        emir sultan patriarch pope"""
    )
)

# Abbreviated titles before a name.
HONORIFICS = frozenset(
    _words(
        """Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Sir Lord Lady Dame Gen Gen. Col Col. Maj Maj. Lt Lt. Sgt
        Sgt. Capt Capt. Adm Adm. Rep Rep. Sen Sen. Gov Gov. Rev Rev. St Hon Hon. Herr Frau Pan Pani"""
    )
)
FEMALE_HONORIFICS = frozenset(_words("Mrs Mrs. Ms Ms. Miss Lady Dame Frau Pani"))
MALE_HONORIFICS = frozenset(_words("Mr Mr. Sir Lord Herr Pan"))

# Nouns of people who are described, not named (lemmas). "The Velkan leadership" is such a group too.
GROUP_NOUNS = frozenset(
    _words(
        """official source authority analyst expert diplomat lawmaker observer insider interlocutor adviser
        advisor aide ally backer critic opponent supporter commander officer judge prosecutor lawyer
        investigator investor economist historian scientist researcher activist journalist reporter
        correspondent editor blogger witness resident protester demonstrator politician senator deputy
        leader minister negotiator mediator envoy ambassador representative delegate spokesperson spokesman
        leadership side delegation elite regime government_source military_source commentator pundit
        strategist specialist scholar academic person individual man woman people member veteran
        soldier troop fighter prisoner captive rebel militant separatist insurgent partner colleague
        counterpart banker trader businessman executive employee worker staffer passenger doctor medic teacher
        student parent neighbour neighbor local civilian citizen national foreigner refugee migrant voter
        reader user customer website outlet newspaper medium publication
        broadcaster agency farmer victim survivor relative friend"""
    )
)
# States in the plural, actors when an adjective tells which ("Western countries").
STATE_NOUNS = frozenset(_words("country nation state power capital government"))
# Groups that stand for the state when a demonym goes with them.
STATE_GROUPS = frozenset(
    _words("authority official leadership side government delegation regime administration negotiator")
)

# German, Ukrainian and Russian titles that stand before a name (folded; uk/ru as stems before case endings).
GERMAN_TITLES = frozenset(
    word.casefold()
    for word in _words(
        """präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler bundeskanzlerin premierminister
        ministerpräsident ministerpräsidentin minister ministerin außenminister außenministerin
        verteidigungsminister innenminister finanzminister sprecher sprecherin regierungssprecher
        kremlsprecher staatschef regierungschef botschafter botschafterin generalsekretär vorsitzender
        vorsitzende chef chefin gouverneur bürgermeister general herr frau dr prof professor machthaber
        staatspräsident us-präsident außenbeauftragte parteichef abgeordnete abgeordneter senator könig"""
    )
)
CYRILLIC_TITLE_STEMS = _words(
    """президент прем'єр премьер прем’єр міністр министр канцлер речник речниц спикер спікер пресс-секретар
    прессекретар прес-секретар посол голов глав лидер лідер губернатор мэр мер генерал секретар король
    диктатор представител представник депутат сенатор советник радник помощник помічник директор командующ
    командувач госсекретар держсекретар спецпредставител канцлер патриарх патріарх"""
)


@cache
def longest_role(words: tuple[str, ...]) -> str | None:
    """The longest role that a lower-cased word sequence ends with ("deputy foreign minister")."""
    for size in (3, 2, 1):
        tail = " ".join(words[-size:])
        if len(words) >= size and tail in ROLES:
            return tail
    return None


def role_class(role: str) -> str:
    """A coarse class by which two wordings of one office meet: leader, spokesperson, minister ..."""
    classes: Iterable[tuple[str, frozenset[str]]] = (
        ("leader", LEADERS | LOOSE_LEADERS),
        ("spokesperson", SPOKESPERSONS),
        ("minister", MINISTERS),
        ("envoy", ENVOYS),
    )
    return next((name for name, roles in classes if role in roles), role)
