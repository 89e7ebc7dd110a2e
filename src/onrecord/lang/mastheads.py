"""What tells the name of an outlet at the head of a page from sections, genres and crumbs beside it.

In English, German, Ukrainian and Russian. Words of news pages in general, of no one site.
"""
# ruff: noqa: E501 (tables)

import re
from functools import cache

from onrecord.lang.agencies import OUTLET_WORDS, known_outlet
from onrecord.lang.background import english_background
from onrecord.lang.furniture import LINES, fold_line
from onrecord.lang.given_names import given_name_gender
from onrecord.lang.stamps import is_date_stamp
from onrecord.lang.states import codes_by_capital, codes_by_name
from onrecord.text.stems import stem

_SECTIONS = """
world|news|politics|business|economy|finance|markets|money|sport|sports|football|culture|arts|entertainment|lifestyle
life|health|science|technology|tech|environment|climate|education|travel|opinion|opinions|comment|commentary|editorial
editorials|op-ed|letters|analysis|features|feature|interview|interviews|live|breaking|breaking news|exclusive|latest
international|national|local|regional|domestic|abroad|foreign|foreign affairs|europe|asia|africa|america|americas
middle east|asia pacific|asia-pacific|oceania|latin america|north america|south america|war|war and peace|conflict
conflicts|defence|defense|security|crime|justice|society|weather|obituaries|video|videos|photos|pictures|podcast
podcasts|radio|in depth|in-depth|investigations|magazine|weekend|today|now|front page|top news|world news|news analysis
world politics|military|army|diplomacy|energy|region|regions|country|the world|special report|explainer|background
press release|press releases|press statement|news release|statement|for immediate release|media release|announcement
report|reports|blog|newsletter|dispatch|dispatches|brief|briefs|in brief|fact check|correction|update|updates
welt|politik|wirtschaft|finanzen|kultur|wissen|wissenschaft|gesellschaft|meinung|ausland|inland|panorama|reise
gesundheit|technik|umwelt|bildung|regionales|lokales|international|krieg|sicherheit|verteidigung|wetter|fußball
pressemitteilung|presseerklärung|kommentar|analyse|reportage|leitartikel|europa|asien|afrika|amerika|eilmeldung
aktuell|aktuelles|schlagzeilen|vermischtes|hintergrund|deutschland|medien|leben|nahost|naher osten
світ|політика|економіка|бізнес|спорт|культура|суспільство|наука|технології|здоров'я|війна|думка|погляди|аналітика
інтерв'ю|репортаж|пресреліз|прес-реліз|заява|країна|регіони|світові новини|новини світу|європа|азія|африка|фінанси
безпека|оборона|події|кримінал|погода|статті|публікації|коротко|терміново|за кордоном|міжнародні новини
мир|в мире|политика|экономика|бизнес|общество|технологии|здоровье|война|мнение|мнения|аналитика|интервью
пресс-релиз|заявление|страна|регионы|мировые новости|новости мира|европа|азия|африка|финансы|безопасность
оборона|происшествия|статьи|публикации|кратко|срочно|за рубежом|международные новости|наука|культура|спорт
"""
SECTIONS = frozenset(part.strip() for part in _SECTIONS.replace("\n", "|").split("|") if part.strip())
HOMES = frozenset("home homepage start startseite index main portal головна главная".split())
PARTICLES = frozenset(
    "of the and for de la le les du des del di da der die das und am im an von zu el y e i et in on".split()
)
DOMAIN = re.compile(r"^(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}$")
MAX_NAME = 60
MAX_WORDS = 6
MAX_CYRILLIC_WORDS = 4
_BAD = re.compile(r"[!?:;,\"“”„«»()\[\]{}<>=_#@*]|\.\s|[.…]$|\s[-–—]\s")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SINCE = re.compile(
    r"\b(?:since|est(?:ablished|\.)?|founded in|seit|gegründet|з|із|від|с|основан\w*|заснован\w*)\s(?:1[6-9]|20)\d\d\b",
    re.IGNORECASE,
)


@cache
def _places() -> frozenset[str]:
    return frozenset(name.casefold() for name in (*codes_by_name(), *codes_by_capital()))


def is_section(text: str) -> bool:
    """A section ("World"), a genre ("Press release") or the way home, alone or a few of them."""
    folded = fold_line(text)
    if folded in SECTIONS or folded in HOMES or folded in LINES or folded in _places():
        return True
    words = [word for word in re.split(r"[\s&/,]+", folded) if word and word not in PARTICLES]
    return 0 < len(words) <= MAX_WORDS and all(word in SECTIONS or word in HOMES for word in words)


def has_outlet_word(name: str) -> bool:
    """A known outlet, a domain, or a name with a word such as "Post", "News" or "agency"."""
    words = name.casefold().replace("-", " ").split()
    return (
        known_outlet(name) is not None
        or DOMAIN.match(name) is not None
        or (len(words) > 1 and any(word in OUTLET_WORDS for word in words))
    )


def may_be_masthead(text: str) -> bool:
    """By form the name of an outlet: few words, capitals where names have them, no sentence.

    Sections, states, capitals, dates and names that begin with a usual first name are none.
    """
    name = " ".join(text.split())
    if not 2 <= len(name) <= MAX_NAME or sum(mark.isalpha() for mark in name) < 2:
        return False
    if known_outlet(name) is not None or DOMAIN.match(name):
        return True
    words = name.split()
    if _BAD.search(name) or len(words) > MAX_WORDS or is_section(name) or is_date_stamp(name):
        return False
    if 2 <= len(words) <= 3 and given_name_gender(name) and not has_outlet_word(name):
        return False
    if _CYRILLIC.search(name):
        return len(words) <= MAX_CYRILLIC_WORDS and words[0][:1].isupper()
    lower = [word for word in words if word[:1].islower() and word not in PARTICLES]
    return not lower and not words[0].islower() and any(word[:1].isupper() for word in words)


def names_place(name: str) -> bool:
    """Whether a word of `name` is a state or a capital."""
    return any(word.casefold() in _places() for word in name.split())


def is_common_word(name: str) -> bool:
    """One word that English uses often ("Traffic"): as likely a section as a name."""
    return " " not in name.strip() and stem(name.casefold(), "en") in english_background()


def is_slogan_form(text: str) -> bool:
    """ "News from the coast since 1911": says how old the outlet is."""
    return _SINCE.search(text[:200]) is not None


def plain_name(name: str) -> str:
    """A name in capitals as it is written in a text: "THE HARN COURIER" is "The Harn Courier".

    Single words and words without a vowel or of two letters stay: they may be short for something.
    """
    words = " ".join(name.split()).split()
    if len(words) < 2 or name != name.upper():
        return " ".join(words)
    made = []
    for place, word in enumerate(words):
        folded = word.casefold()
        if folded in PARTICLES:
            made.append(folded.capitalize() if place == 0 else folded)
        elif len(word) <= 2 or not re.search("[aeiouyäöüаеєиіїоуюяыэё]", folded):
            made.append(word)
        else:
            made.append(word[:1] + word[1:].lower())
    return " ".join(made)
