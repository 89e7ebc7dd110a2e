"""Spellings that a newsroom settles once for all: "colour" or "color", "Kyiv" or "Kiev", "ß" or "ss".

Both are right; a text that has one in its own words and the other in words it shares took those over. A
trailing `*` makes an entry the beginning of words. Compared in lower case, accents kept.
"""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class HouseForm:
    """One side of a choice: `choice` names it, `form` is the side; `place`: between names of places."""

    choice: str
    form: str
    place: bool


PLACES = frozenset(
    (
        "Ukrainian or Russian names of places",
        "Belarus or Weißrussland",
        "Беларусь or Белоруссия",
        "Молдова or Молдавия",
    )
)
# language | choice | form | words
_TABLE = """
en | British or American spelling | British | colour* favour* neighbour* harbour* honour* rumour* \
behaviour* endeavour* vapour armour* labour labourer labourers centre centres theatre theatres defence \
offence pretence grey cancelled cancelling travelled travelling traveller* labelled modelled fuelled \
signalled jewellery
en | British or American spelling | American | color* favor* neighbor* harbor harbors harbored honor \
honors honored honoring honorable rumor* behavior* endeavor* vapor armor* labor laborer laborers center \
centers theater theaters defense offense pretense gray canceled canceling traveled traveling traveler* \
labeled modeled fueled signaled jewelry
en | -ise or -ize | -ise | organis* realis* recognis* apologis* authoris* criticis* modernis* mobilis* \
stabilis* summaris* privatis* finalis* legalis* nationalis* minimis* prioritis* jeopardis*
en | -ise or -ize | -ize | organiz* realiz* recogniz* apologiz* authoriz* criticiz* moderniz* mobiliz* \
stabiliz* summariz* privatiz* finaliz* legaliz* nationaliz* minimiz* prioritiz* jeopardiz*
en | Ukrainian or Russian names of places | Ukrainian | kyiv kharkiv odesa lviv dnipro mykolaiv chernihiv
en | Ukrainian or Russian names of places | Russian | kiev kharkov odessa lvov dnepropetrovsk nikolaev \
chernigov
de | Ukrainian or Russian names of places | Ukrainian | kyjiw charkiw lwiw saporischschja
de | Ukrainian or Russian names of places | Russian | kiew charkow lemberg saporoschje
de | Belarus or Weißrussland | Belarus | belarus belarussisch*
de | Belarus or Weißrussland | Weißrussland | weißrussland weissrussland weißrussisch* weissrussisch*
de | ß or ss | ß | groß* größ* straße* heißt heißen hieß außer außerdem außen weiß gemäß dreißig schließ* \
stieß ließ maß maßnahme* fuß spaß regelmäßig*
de | ß or ss | ss | gross* gröss* strasse* heisst heissen hiess ausser ausserdem aussen gemäss dreissig \
schliess* stiess liess massnahme* fuss spass regelmässig*
ru | ё or е | ё | ещё её неё причём идёт ведёт трёх четырёх счёт счёта отчёт отчёта взлёт полёт полёта \
самолёт самолёта самолёты перевёл пришёл ушёл нашёл
ru | ё or е | е | еще ее нее причем идет ведет трех четырех счет счета отчет отчета взлет полет полета \
самолет самолета самолеты перевел пришел ушел нашел
ru | Беларусь or Белоруссия | Беларусь | беларусь беларуси беларусью
ru | Беларусь or Белоруссия | Белоруссия | белоруссия белоруссии белоруссию белоруссией
ru | Молдова or Молдавия | Молдова | молдова молдовы молдове молдову
ru | Молдова or Молдавия | Молдавия | молдавия молдавии молдавию
uk | проєкт or проект | проєкт | проєкт*
uk | проєкт or проект | проект | проект*
"""


@cache
def _listed(language: str) -> tuple[dict[str, HouseForm], tuple[tuple[str, HouseForm], ...]]:
    whole: dict[str, HouseForm] = {}
    stems: list[tuple[str, HouseForm]] = []
    for line in _TABLE.strip().splitlines():
        code, choice, form, listed = (cell.strip() for cell in line.split("|"))
        if code != language:
            continue
        shown = HouseForm(choice, form, choice in PLACES)
        for entry in listed.split():
            if entry.endswith("*"):
                stems.append((entry[:-1], shown))
            else:
                whole[entry] = shown
    return whole, tuple(stems)


@cache
def _first_letters(language: str) -> frozenset[str]:
    whole, stems = _listed(language)
    return frozenset(entry[:3] for entry in (*whole, *(stem for stem, _ in stems)))


def house_form(word: str, language: str) -> HouseForm | None:
    """The choice that a word in lower case shows, None where it shows none."""
    if word[:3] not in _first_letters(language):
        return None
    whole, stems = _listed(language)
    if word in whole:
        return whole[word]
    return next((form for stem, form in stems if word.startswith(stem)), None)
