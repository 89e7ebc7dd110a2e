"""State words of Ukrainian, Russian and German that stand in case forms or as adjectives, and nouns for unnamed people."""
# ruff: noqa: E501 (lists of stems)

import re
from dataclasses import dataclass
from functools import cache

from onrecord.lang.states import states

# Adjective stems that no rule makes from the state's name: stem code.
_ADJECTIVES = """
російськ RU|русск RU|росийск RU|российск RU|українськ UA|украинск UA|білорус BY|белорусск BY|американськ US|американск US
британськ GB|британск GB|англійськ GB|английск GB|німецьк DE|немецк DE|германск DE|французьк FR|французск FR
польськ PL|польск PL|турецьк TR|турецк TR|китайськ CN|китайск CN|японськ JP|японск JP|ізраїльськ IL|израильск IL
іранськ IR|иранск IR|індійськ IN|индийск IN|угорськ HU|венгерск HU|чеськ CZ|чешск CZ|словацьк SK|словацк SK
румунськ RO|румынск RO|молдовськ MD|молдавск MD|грузинськ GE|грузинск GE|вірменськ AM|армянск AM|азербайджан AZ
казахстан KZ|казахск KZ|узбек UZ|киргиз KG|кыргыз KG|таджик TJ|туркмен TM|латвійськ LV|латвийск LV|латыш LV
литовськ LT|литовск LT|естонськ EE|эстонск EE|фінськ FI|финск FI|шведськ SE|шведск SE|норвезьк NO|норвежск NO
данськ DK|датск DK|італійськ IT|итальянск IT|іспанськ ES|испанск ES|португальск PT|португальськ PT|грецьк GR|греческ GR
сербськ RS|сербск RS|хорватськ HR|хорватск HR|болгарськ BG|болгарск BG|австрійськ AT|австрийск AT|швейцарськ CH
швейцарск CH|нідерландськ NL|нидерландск NL|голландск NL|бельгійськ BE|бельгийск BE|ірландськ IE|ирландск IE
канадськ CA|канадск CA|мексиканськ MX|мексиканск MX|бразильськ BR|бразильск BR|аргентинськ AR|аргентинск AR
австралійськ AU|австралийск AU|єгипетськ EG|египетск EG|саудівськ SA|саудовск SA|сирійськ SY|сирийск SY|іракськ IQ
иракск IQ|ліванськ LB|ливанск LB|палестинськ PS|палестинск PS|афганськ AF|афганск AF|пакистанськ PK|пакистанск PK
корейськ KR|корейск KR|північнокорейськ KP|північнокорейск KP|северокорейск KP|південнокорейськ KR|южнокорейск KR
в'єтнамськ VN|вьетнамск VN|вʼєтнамськ VN|монгольськ MN|монгольск MN
russisch RU|ukrainisch UA|belarussisch BY|amerikanisch US|britisch GB|deutsch DE|französisch FR|polnisch PL|türkisch TR
chinesisch CN|japanisch JP|israelisch IL|iranisch IR|indisch IN|ungarisch HU|tschechisch CZ|slowakisch SK|rumänisch RO
moldauisch MD|georgisch GE|armenisch AM|aserbaidschanisch AZ|kasachisch KZ|lettisch LV|litauisch LT|estnisch EE
finnisch FI|schwedisch SE|norwegisch NO|dänisch DK|italienisch IT|spanisch ES|portugiesisch PT|griechisch GR
serbisch RS|kroatisch HR|bulgarisch BG|österreichisch AT|schweizerisch CH|niederländisch NL|belgisch BE|irisch IE
kanadisch CA|mexikanisch MX|brasilianisch BR|argentinisch AR|australisch AU|ägyptisch EG|saudisch SA|syrisch SY
irakisch IQ|libanesisch LB|palästinensisch PS|afghanisch AF|pakistanisch PK|südkoreanisch KR|nordkoreanisch KP
"""
_GROUPS = {
    "uk": "джерел чиновник посадов експерт аналітик дипломат влад військов представник співрозмовник",
    "ru": "источник чиновник эксперт аналитик дипломат власт военн представител собеседник",
    "de": "beamte beamter beamten quellen insider experten analysten diplomaten behörden regierungskreise kreise kreisen",
}
# The first that fits: "премьер" must not be read as "министр".
_ROLES = (
    ("вице-президент", "vice president"),
    ("віцепрезидент", "vice president"),
    ("прем'єр", "prime minister"),
    ("прем’єр", "prime minister"),
    ("премьер", "prime minister"),
    ("premierminister", "prime minister"),
    ("ministerpräsident", "prime minister"),
    ("канцлер", "chancellor"),
    ("kanzler", "chancellor"),
    ("президент", "president"),
    ("präsident", "president"),
    ("міністр закордонних", "foreign minister"),
    ("министр иностранных", "foreign minister"),
    ("außenminister", "foreign minister"),
    ("міністр", "minister"),
    ("министр", "minister"),
    ("minister", "minister"),
    ("речни", "spokesperson"),
    ("пресс-секретар", "spokesperson"),
    ("прессекретар", "spokesperson"),
    ("прес-секретар", "spokesperson"),
    ("sprecher", "spokesperson"),
    ("посол", "ambassador"),
    ("botschafter", "ambassador"),
)
_CYRILLIC_ENDINGS = re.compile(
    r"(?:ією|иями|ями|ами|ією|ией|ією|ею|єю|ом|ем|єм|ой|ою|ій|ии|ії|ию|ію|ия|ія|ів|у|ю|а|я|и|ы|і|ї|е|є|о|й|ь)$"
)


@cache
def _adjective_stems() -> dict[str, str]:
    pairs = [
        pair.strip().rsplit(" ", 1) for pair in _ADJECTIVES.replace("\n", "|").split("|") if pair.strip()
    ]
    return dict(pairs)


@cache
def _longest_stem() -> int:
    return max(len(stem) for stem in _adjective_stems())


def state_adjective(word: str) -> str | None:
    """The state that an adjective in any case form belongs to ("російського" -> RU)."""
    low = word.casefold()
    stems = _adjective_stems()
    for size in range(min(len(low), _longest_stem()), 3, -1):
        code = stems.get(low[:size])
        if code is not None and len(low) - size <= 4:
            return code
    return None


def case_stem(word: str) -> str:
    """A Ukrainian or Russian noun without its case ending, in lower case."""
    return _CYRILLIC_ENDINGS.sub("", word.casefold())


@dataclass(frozen=True, slots=True)
class CaseForm:
    """What a case form stands for: the nominative, the state's code, whether it is the capital."""

    name: str
    code: str
    capital: bool


@cache
def _state_stems() -> dict[str, CaseForm]:
    found: dict[str, CaseForm] = {}
    for state in states().values():
        for names, capital in ((state.native_names, False), (state.native_capitals, True)):
            for name in names if state.sovereign else ():
                stem = case_stem(name)
                if " " not in name and len(stem) >= 3 and not name.isupper() and not name.isascii():
                    found.setdefault(stem, CaseForm(name, state.code, capital))
    return found


def inflected_state(word: str) -> CaseForm | None:
    """The state (or capital) whose name a Ukrainian or Russian word is a case form of."""
    stem = case_stem(word)
    return _state_stems().get(stem) if len(stem) >= 3 and len(word) - len(stem) <= 4 else None


def native_role(title: str) -> str | None:
    """The English role of a title before a name: that of its first word that is one.

    A compound is what its last part says: "Präsidentensprecher" is a spokesperson.
    """
    for word in _title_words(title.casefold()):
        found = [
            (word.rfind(stem) + len(stem), -place) for place, (stem, _) in enumerate(_ROLES) if stem in word
        ]
        if found:
            return _ROLES[-max(found)[1]][1]
    return None


def _title_words(title: str) -> list[str]:
    """Words of a title; a stem of two words ("міністр закордонних") stays one."""
    for stem, _ in _ROLES:
        if " " in stem and stem in title:
            title = title.replace(stem, stem.replace(" ", "\x00"))
    return [word.replace("\x00", " ") for word in title.split()]


def native_group(word: str, language: str) -> bool:
    """Whether a word names people who may be an unnamed source."""
    low = word.casefold()
    stems = _GROUPS.get(language, "").split()
    if language == "de":
        return low in stems
    return any(low.startswith(stem) and len(low) - len(stem) <= 4 for stem in stems)
