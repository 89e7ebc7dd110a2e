"""Words by which a text gives other media as its source, in four languages ("the paper reports").

Ordinary words, no names of outlets. `*` at the end of an entry makes it the beginning of words. Folded as
`text.fold` folds.
"""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class CreditingWords:
    """`media`: nouns for outlets; `report`: words that pass on what somebody published; `own`: words that
    make such a noun the text's own outlet ("this newspaper", "unserer Zeitung"); `plain`: nouns in `media`
    that need an article or a word of reporting right beside them."""

    media: tuple[str, ...]
    report: tuple[str, ...]
    own: tuple[str, ...]


def _split(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


_WORDS = {
    "en": CreditingWords(
        _split("""
            paper newspaper* agency agencies broadcaster* outlet* media tabloid* weekly daily magazine* portal
            website* blog* radio newswire wire journal channel* newsroom correspondent reporter reporters
            press release bulletin"""),
        _split("""
            report reports reported reporting according writes wrote write cites cited citing quotes quoted
            quoting says said tells told adds added names describes described describe published publishes
            carried revealed reveals disclosed broke learned story account reportedly claims notes noted"""),
        _split("this our my"),
    ),
    "de": CreditingWords(
        _split("""
            zeitung* blatt blatts blattes agentur* nachrichtenagentur* sender* senders medien* medienbericht*
            magazin* portal* tageszeitung* wochenzeitung* wochenblatt* zeitschrift* presse* pressemitteilung*
            bericht* berichten rundfunk* boulevardblatt* korrespondent* reporter* internetseite*"""),
        _split("""
            bericht* berichtet* laut zufolge meldet* melden schreib* schrieb* zitiert* zitieren beruf* nach
            angaben wie sagte* nannte* nennt* vermerkt* heißt heisst erfuhr erfahren"""),
        _split("dieser diese dieses unsere unserer unserem unseren unser"),
    ),
    "ru": CreditingWords(
        _split("""
            газет* издани* агентств* телеканал* канал* сми портал* журнал* сайт* радио* еженедельник* таблоид*
            корреспондент* пресс-служб* пресс* вещател* журналист*"""),
        _split("""
            сообща* сообщил* сообщен* пишет пишут писал* передает передают передал* ссылк* ссыла* данным
            информац* цитиру* приводит приводят рассказал* отмеча* уточня* публику* опубликов* словам
            утвержда*"""),
        _split("наша нашей нашему нашего наше эта эту этой нашу"),
    ),
    "uk": CreditingWords(
        _split("""
            газет* видання виданн* агентств* агенці* телеканал* канал* змі портал* журнал* сайт* радіо*
            тижневик* таблоїд* кореспондент* прес-служб* пресслужб* мовник* журналіст*"""),
        _split("""
            повідом* пише пишуть писав писал* переда* посила* посилан* даними інформац* цитує цитують наводить
            наводять розпов* зазнача* уточню* публік* опублік* словами стверджу*"""),
        _split("наша нашій нашого нашому наше ця цю цієї нашу"),
    ),
}


@cache
def crediting_words(language: str) -> CreditingWords:
    """The words of a language; those of English where a language has none of its own."""
    return _WORDS.get(language, _WORDS["en"])


@cache
def _parted(listed: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    whole = frozenset(entry for entry in listed if not entry.endswith("*"))
    return whole, tuple(sorted(entry[:-1] for entry in listed if entry.endswith("*")))


def among(word: str, listed: tuple[str, ...]) -> bool:
    """Whether a folded word is one of the entries of a list."""
    whole, stems = _parted(listed)
    return word in whole or (bool(stems) and word.startswith(stems))


# Left out of an outlet's name when it is looked for: what many outlets share.
COMMON_NAME_WORDS = frozenset(
    """
    the a an of and for in der die das und von des dem le la el news online desk english edition bulletin
    pages service national international press daily weekly foreign green state city
    """.split()
)
