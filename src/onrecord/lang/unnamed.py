"""What the words for unnamed people tell apart: "two officials" and "a diplomat" are not the same people.

Nouns of one class may be the same people; nouns that say nothing ("source", "people") may be anyone.
"""

import re

from onrecord.text.fold import fold

# Words that any unnamed person can be called by.
_ANYONE = """
    source sources person persons people insider insiders individual individuals interlocutor interlocutors
    member members one ones man men woman women someone somebody others other
    quelle quellen person personen leute insider kreise kreisen mitglied mitglieder gesprächspartner
    источник источники источников источника собеседник собеседники собеседника человек люди лицо лица
    джерело джерела джерел співрозмовник співрозмовники людина люди особа особи
    """

_CLASSES = (
    """official officials functionary functionaries bureaucrat aide aides adviser advisers advisor advisors
    minister ministers representative representatives spokesman spokeswoman spokesperson authorities civil
    servant servants staffer staffers beamter beamte beamten regierungsvertreter vertreter berater sprecher
    sprecherin funktionär funktionäre чиновник чиновники чиновника чиновников представитель представители
    советник помощник посадовець посадовці урядовець урядовці представник представники радник""",
    """diplomat diplomats ambassador ambassadors envoy envoys negotiator negotiators diplomaten diplomatin
    botschafter gesandter unterhändler дипломат дипломаты дипломата дипломатов посол переговорщик дипломати
    посланець""",
    """officer officers commander commanders general generals soldier soldiers colonel colonels captain
    offizier offiziere offizieren soldat soldaten kommandeur офицер офицеры офицера командир солдат солдаты
    офіцер офіцери командири солдати""",
    """policeman policemen policewoman police investigator investigators detective detectives inspector
    prosecutor prosecutors polizist polizisten ermittler staatsanwalt следователь следователи полицейский
    слідчий поліцейський прокурор прокурори""",
    """employee employees worker workers staff clerk clerks foreman colleague colleagues manager managers
    executive executives banker bankers mitarbeiter angestellter angestellte arbeiter manager сотрудник
    сотрудники работник работники співробітник співробітники працівник працівники""",
    """lawmaker lawmakers legislator legislators parliamentarian parliamentarians deputy deputies senator
    senators mp mps abgeordneter abgeordnete abgeordneten депутат депутаты депутата депутати""",
    """witness witnesses resident residents neighbour neighbours neighbor neighbors passer-by villager
    villagers inhabitant onlooker survivor survivors zeuge zeugen anwohner nachbar nachbarn augenzeuge
    свидетель свидетели очевидец очевидцы житель жители сосед свідок свідки очевидець мешканець мешканці""",
    """doctor doctors nurse nurses physician physicians medic medics arzt ärzte врач врачи медик лікар
    лікарі""",
    """analyst analysts expert experts scientist scientists researcher researchers scholar scholars economist
    economists engineer engineers analyst analysten experte experten forscher ingenieur эксперт эксперты
    аналитик аналитики учёный експерт експерти аналітик""",
    """lawyer lawyers attorney attorneys judge judges anwalt anwälte richter адвокат юрист суддя судья""",
    """friend friends relative relatives family brother sister cousin wife husband freund freunde verwandter
    verwandte друг друзья родственник родственники друзі родич родичі""",
    """journalist journalists reporter reporters editor editors blogger journalist journalisten журналист
    журналисты журналіст журналісти""",
    """waiter waiters cook cooks driver drivers guard guards porter pilot pilots sailor sailors teacher
    teachers student students kellner koch fahrer lehrer пилот водитель водій учитель""",
)
# Who speaks for the state or body that the same words name ("the interior minister of Velka").
_OFFICES = """
president premier chancellor minister spokesman spokeswoman spokesperson ambassador director head chief
chairman chairwoman chair manager governor mayor secretary commissioner official officials government ministry
executive ceo superintendent treasurer leader owner founder boss rector dean headmaster headmistress
präsident präsidentin kanzler kanzlerin ministerin sprecher sprecherin direktor leiter leiterin chef chefin
президент министр премьер глава директор представитель посол пресс-секретарь
міністр прем'єр голова речник посол
"""
# The last class gathers trades: in it only the same word can be the same people.
_TRADES = len(_CLASSES) - 1
ANYONE = frozenset(map(fold, _ANYONE.split()))
_CLASS_OF = {fold(word): number for number, words in enumerate(_CLASSES) for word in words.split()}

# Words before the noun that do not tell which body or state the people are of.
_LOOSE = """
    a an the one two three four five six seven eight nine ten several some many few other another both all
    senior top high-ranking high ranking high-level unnamed anonymous current former retired more than third
    second first who of hochrangiger hochrangige hochrangigen ehemalige ehemaliger ein eine einer zwei drei
    mehrere высокопоставленный высокопоставленные два двое три трое несколько бывший бывшие неназванный
    високопоставлений двоє троє кілька колишній колишні
    """
LOOSE = frozenset(map(fold, _LOOSE.split()))


OFFICES = frozenset(map(fold, _OFFICES.split()))
# Offices by which any holder of one may be called ("the head of state").
ANY_OFFICE = frozenset(
    map(fold, "head chief leader boss chef chefin leiter leiterin глава голова official officials".split())
)
# The page's own public: nobody has heard it say anything.
AUDIENCE = frozenset(
    map(
        fold,
        "readers viewers listeners users subscribers visitors leser leserinnen zuschauer hörer nutzer "
        "читатели зрители слушатели читачі глядачі слухачі".split(),
    )
)


def class_of(noun: str) -> int | str | None:
    """The class of a folded noun: None for words that can be anyone, the noun itself where none has it."""
    if noun in ANYONE or not noun:
        return None
    found = _CLASS_OF.get(noun)
    if found is None or found == _TRADES:
        return noun[:-1] if noun.endswith("s") and len(noun) > 4 else noun
    return found


# "A member of parliament" is a lawmaker: what a noun for anyone does not tell, the house tells.
_HOUSES = {
    "lawmaker": "parliament congress senate knesset duma rada bundestag assembly council kreistag kreistags "
    "bundestags landtags stadtrats stadtrat gemeinderats rat rates парламента думы рады ради",
    "official": "government cabinet administration regierung kabinetts правительства уряду",
    "employee": "staff crew workforce belegschaft personals",
}
_OF_HOUSE = {word: noun for noun, listed in _HOUSES.items() for word in listed.split()}


def noun_of(words: list[str]) -> str:
    """The noun of a description's folded words: the last before a preposition or a relative clause."""
    ends = {
        "of", "in", "at", "from", "close", "familiar", "with", "who", "that", "which", "for", "near", "on",
        "to", "inside", "within", "aus", "von", "des", "der", "im", "bei", "nahe", "die", "из", "в",
        "близкий", "близкие", "який", "які", "з", "у", "briefed", "involved", "involve", "knowledgeable",
    }  # fmt: skip
    for place, word in enumerate(words):
        if place and fold(word) in ends:
            kind = _OF_HOUSE.get(next((w for w in words[place + 1 :] if w in _OF_HOUSE), ""))
            return kind if kind and words[place - 1] in ANYONE else words[place - 1]
    return words[-1] if words else ""


# Words before a noun that take its bearer to be known, and those that introduce one.
_DEFINITE = frozenset(
    "the this that its his her their our der das dieser dieses sein seine ihr ihre jener".split()
)
INDEFINITE = "a|an|one|another|ein|eine|einer|einem|einen"
OURS = frozenset("our unser unsere unserer unserem unseren наш наша наше наши наші нашего нашому".split())
# Third persons, and their possessives where a source is "by his words".
SINGLE = frozenset(
    map(fold, "he she him her his er ihm он она его её ее ему ей него неё нее він вона його її йому".split())
)
ASKED_NOT_TO_BE_NAMED = re.compile(
    r"anonym|not (?:to )?be (?:named|identified|quoted)|unnamed|nicht genannt|неназван|не называ|не назива",
    re.IGNORECASE,
)


def is_definite(word: str) -> bool:
    """Whether a folded word opens a description of somebody taken to be known ("the", "its")."""
    return word in _DEFINITE


# Bodies that have heads and speakers of their own, as they are called without a name.
BODIES = frozenset(
    "company firm retailer operator manufacturer maker airline bank insurer union brewery group chain "
    "hospital museum university college school club foundation charity institute association federation "
    "municipality police brigade agency authority regulator network publisher developer utility unternehmen "
    "firma konzern gewerkschaft verband verein stiftung klinik museum polizei behörde "
    "компания предприятие завод концерн профсоюз банк полиция компанія підприємство концерн профспілка "
    "поліція".split()
)
# What stands beside an office without telling whose it is.
_OF_ANY = frozenset(
    "the its their a an chief executive general managing deputy vice acting senior former new press "
    "spokesman spokeswoman spokesperson der die das ihr sein".split()
)


def tied_to(words: str) -> frozenset[str] | None:
    """The words that tell whose officer somebody is ("hospital" of "hospital director Ina Holt").

    Empty where nothing tells ("chief executive Ina Holt"), None where no office is named. Names do not count.
    """
    parts = [part.split() for part in re.split(r"[,;:()“”„\"]| who ", words[:200])]
    held = [part for part in parts if OFFICES & {fold(word) for word in part}]
    if not held:
        return None
    plain = {fold(word) for part in held for word in part if word[:1].islower() or word is part[0]}
    return frozenset(word for word in plain if word not in _OF_ANY and word not in OFFICES and len(word) > 2)


# Nouns for one person, and for several or a whole that speaks.
ONE_PERSON = frozenset("man woman person insider source boy girl mann frau".split())
GROUPS = frozenset(
    "people men women children staff public crew family team couple crowd audience majority minority media "
    "press youth population leute kinder familie mannschaft".split()
)
# Words of an age by which a person is called: "the 61-year-old", "der 61-Jährige".
AGES = frozenset("old jährige jährigen jähriger".split())
