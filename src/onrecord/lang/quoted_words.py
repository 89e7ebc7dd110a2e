"""Words that tell that quotation marks hold a title, a name or a word at arm's length, by language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Lower case; for Russian, Ukrainian and German nouns are beginnings of words, for English whole words.

    `titles`: nouns before or behind a title; `names`: before a name in marks; `so_called`: before a word at
    arm's length; `naming`: cues that give a name or title and no speech ("titled", "known as"); `owners`:
    articles and the like that a word in marks can stand behind; `links`: words that do not go on with a
    noun phrase; `nobody`: who asks a question that nobody puts ("Who would have thought that
    ...?"); `performing`: verbs before a title ("sang");
    `mentioning`: lemmas of verbs of saying whose object need not be said ("wrote the book ...").
    """

    titles: tuple[str, ...]
    names: tuple[str, ...]
    so_called: tuple[str, ...]
    naming: tuple[tuple[str, ...], ...]
    owners: frozenset[str]
    links: frozenset[str]
    nobody: frozenset[str]
    performing: frozenset[str]
    mentioning: frozenset[str] = frozenset()
    beginnings: bool = True

    def is_one(self, word: str, nouns: tuple[str, ...]) -> bool:
        """Whether a lower-case word is one of some nouns."""
        if self.beginnings:
            return word.startswith(nouns)
        return word in nouns or (word.endswith("s") and word[:-1] in nouns)


def _naming(*phrases: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases)


_ENGLISH = QuotedWords(
    titles=tuple(
        "song film movie book novel album single series sitcom drama comedy musical opera documentary "
        "poem essay play painting sculpture exhibition exhibit podcast hit ballad anthem tune track "
        "memoir biography autobiography thriller bestseller sequel prequel episode remake feature "
        "cartoon comic ballet symphony aria hymn game videogame blockbuster romcom trilogy saga fable "
        "concerto titled entitled chapter".split()
    ),
    names=tuple(
        "operation ship ferry boat vessel yacht trawler frigate tanker freighter submarine destroyer "
        "cruiser corvette liner barge codename code-name codenamed code-named nickname nicknamed alias "
        "aka dubbed christened callsign call-sign pseudonym surnamed named satellite rocket spacecraft "
        "drone brigade battalion battlegroup restaurant café cafe pub bar nightclub club hotel team "
        "squad band group orchestra magazine newspaper daily weekly project programme program company "
        "firm brand label".split()
    ),
    so_called=("so-called", "socalled", "self-styled", "self-proclaimed", "self-described"),
    naming=_naming(
        "titled",
        "entitled",
        "is titled",
        "was titled",
        "is entitled",
        "was entitled",
        "nicknamed",
        "was nicknamed",
        "is nicknamed",
        "known as",
        "also known as",
        "better known as",
        "is known as",
        "was known as",
        "code-named",
        "codenamed",
        "named",
        "is named",
        "was named",
        "headlined",
        "christened",
        "subtitled",
        "played",
        "sang",
        "performed",
        "recorded",
    ),
    owners=frozenset("the a an its his her their our my your this that these those any some no such".split()),
    links=frozenset(
        "in on at to for of by with from and or but as that than if when while because so is are was "
        "were be been has have had will would could should may might can must did does do not about "
        "against into after before until since between over under during through without who which whose "
        "whom whether regarding concerning he she they we i you it would".split()
    ),
    nobody=frozenset("who anyone anybody whoever".split()),
    performing=frozenset(
        "played plays playing sang sings singing sung performed performs performing hummed".split()
    ),
    mentioning=frozenset(
        "write call describe read mention quote sing label brand dub term discuss recall begin".split()
    ),
    beginnings=False,
)
_GERMAN = QuotedWords(
    titles=tuple(
        "lied song film roman buch album serie drama komödie musical oper dokumentation gedicht "
        "theaterstück stück gemälde ausstellung podcast hit ballade hymne memoiren biografie titel".split()
    ),
    names=tuple(
        "operation schiff fähre boot yacht fregatte tanker u-boot deckname codename spitzname spitznamen "
        "genannt alias satellit rakete brigade bataillon restaurant hotel kneipe club band gruppe "
        "zeitschrift magazin zeitung projekt programm firma".split()
    ),
    so_called=("sogenannt", "selbsternannt"),
    naming=_naming("betitelt", "genannt", "heißt", "hieß", "mit dem titel", "namens", "spielte", "sang"),
    owners=frozenset(
        "der die das dem den des ein eine einen einem einer eines sein seine seinen ihr ihre ihren ihrem "
        "diese dieser dieses kein keine".split()
    ),
    links=frozenset(
        "in im an am auf zu zum zur für von vom und oder aber als wie mit bei ist war sind hat".split()
    ),
    nobody=frozenset({"wer"}),
    performing=frozenset("spielte spielten sang sangen singt".split()),
)
_RUSSIAN = QuotedWords(
    titles=tuple(
        "песн фильм книг роман альбом сериал драм комеди мюзикл опер поэм стихотворен пьес спектакл "
        "картин выставк подкаст хит баллад гимн мемуар повест рассказ мультфильм".split()
    ),
    names=tuple(
        "операци корабл паром лодк судн яхт фрегат танкер подлодк прозвищ позывн спутник ракет бригад "
        "батальон ресторан отел гостиниц кафе клуб групп команд журнал газет агентств издани радио сайт "
        "портал телеканал канал радиостанц проект программ компани завод концерн фирм парти фонд банк "
        "крейсер теплоход стадион театр".split()
    ),
    so_called=("называем", "т.н", "якобы"),
    naming=_naming("по прозвищу", "под названием", "под именем", "спел", "спела", "исполнил", "исполнила"),
    owners=frozenset("эта этот эту эти этих этой его её ее их свой свою своих".split()),
    links=frozenset("в на с о об от для за из к по и а но или как что не".split()),
    nobody=frozenset({"кто"}),
    performing=frozenset("спел спела спели исполнил исполнила исполнили".split()),
)
_UKRAINIAN = QuotedWords(
    titles=tuple(
        "пісн фільм книг книж роман альбом серіал драм комеді мюзикл опер поем вірш п'єс вистав картин "
        "виставк подкаст хіт балад гімн мемуар повіст оповідан мультфільм".split()
    ),
    names=tuple(
        "операці кораб пором човен судн яхт фрегат танкер прізвиськ позивн супутник ракет бригад "
        "батальйон ресторан готел кафе клуб груп гурт команд журнал газет агентств агенці видан радіо "
        "сайт портал телеканал канал радіостанц проєкт проект програм компані завод концерн фірм парті "
        "фонд банк крейсер теплохід стадіон театр".split()
    ),
    so_called=("званий", "звана", "звані", "званого", "званої", "званих", "т.зв", "нібито"),
    naming=_naming(
        "на прізвисько", "під назвою", "під іменем", "заспівав", "заспівала", "виконав", "виконала"
    ),
    owners=frozenset("ця цей цю ці цих цієї його її їх свій свою своїх їхній їхня".split()),
    links=frozenset("в у на з із про від для за до по і й та а але або як що не".split()),
    nobody=frozenset({"хто"}),
    performing=frozenset("заспівав заспівала заспівали виконав виконала виконали".split()),
)

QUOTED_WORDS: Mapping[str, QuotedWords] = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
}
