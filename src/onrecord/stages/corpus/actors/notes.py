"""What one article gives to the actors of a pile: a pure function of it, remembered by its digest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.data import ArticleFindings, MentionKind
from onrecord.lang.native import case_stem
from onrecord.lang.states import states
from onrecord.memo import Memo, key_of, remembered
from onrecord.pile import Pile, pack
from onrecord.shelves import read
from onrecord.stages.corpus.actors.seats import Seated, seated_of
from onrecord.stages.corpus.actors.summary import Summary, summaries
from onrecord.text.translit import skeleton

NOTES, WORDS = "actor-notes", "actor-words"  # kinds of what is remembered
_SEATED = ("capital of ", "seat of ")
_TOKEN = re.compile(r"[^\W_]+")
_CYRILLIC = frozenset(["uk", "ru", "be", "bg", "sr"])
CYRILLIC_NAME = re.compile(r"\b[А-ЯІЇЄҐ][а-яіїєґ]{3,30}\b")


@dataclass(frozen=True, slots=True)
class Notes:
    """All that actors need of an article, but for its words.

    `outlet` and `places` are folded names, `states` the words that no table of states knows, `capitals` are
    (place, owner, words that say so), `seen` the names that the user's gazetteer has as capitals.
    """

    id: str
    outlet: str | None
    places: tuple[str, ...]
    states: tuple[str, ...]
    capitals: tuple[tuple[str, str, str], ...]
    seated: Seated
    seen: tuple[str, ...]
    summaries: tuple[Summary, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article under which names of the pile are looked for.

    `big` do not begin with a small letter; `sounds` are those of Cyrillic names, in Cyrillic articles only.
    """

    big: tuple[str, ...]
    sounds: tuple[str, ...]


def fold(name: str) -> str:
    """A name as votes on its kind are counted: without "the", in small letters."""
    return name.casefold().removeprefix("the ")


def all_notes(pile: Pile, capitals: Iterable[str], memo: Memo) -> list[Notes]:
    """The notes of every article, by number; `capitals` are those of the user's gazetteer, case-folded."""
    given = tuple(sorted(capitals))
    about = pack(given)

    def compute(missing: list[int]) -> Iterator[bytes]:
        return (pack(notes_of(pile[place], frozenset(given))) for place in missing)

    keys = [key_of(pile.digest(place), about) for place in range(len(pile))]
    return [read(value, Notes) for value in remembered(memo, NOTES, keys, compute)]


def all_words(pile: Pile, memo: Memo) -> list[bytes]:
    """The packed `Words` of every article, by number."""

    def compute(missing: list[int]) -> Iterator[bytes]:
        return (pack(words_of(pile[place])) for place in missing)

    return remembered(memo, WORDS, [pile.digest(place) for place in range(len(pile))], compute)


def notes_of(found: ArticleFindings, capitals: frozenset[str] = frozenset()) -> Notes:
    """What one article gives."""
    outlet = found.article.outlet
    return Notes(
        found.article.id,
        fold(outlet.value) if outlet is not None else None,
        tuple(fold(n) for n in sorted({m.head.text for m in found.mentions if m.kind is MentionKind.PLACE})),
        tuple(sorted({m.state for m in found.mentions if m.state and m.state not in states()})),
        tuple(sorted(set(_capitals(found)))),
        seated_of(found),
        tuple(sorted({m.head.text for m in found.mentions if m.head.text.casefold() in capitals})),
        tuple(summaries(found)),
    )


def _capitals(found: ArticleFindings) -> Iterator[tuple[str, str, str]]:
    for mention in found.mentions:
        for text in mention.descriptions:
            opening = next((words for words in _SEATED if text.startswith(words)), None)
            if opening is not None and not mention.pronoun:
                yield mention.head.text, text[len(opening) :], mention.reason.text


def words_of(found: ArticleFindings) -> Words:
    """The words of one article."""
    text = found.article.text
    sounds: set[str] = set()
    if found.language.code in _CYRILLIC:
        sounds = {skeleton(case_stem(match.group())) for match in CYRILLIC_NAME.finditer(text)}
    return Words(tuple(sorted(set(big_words(text)))), tuple(sorted(sounds)))


def big_words(text: str) -> Sequence[str]:
    """The words that do not begin with a small letter."""
    return [word for word in _TOKEN.findall(text) if not word[0].islower()]


def is_cyrillic(language: str) -> bool:
    """Whether names of the pile are looked for by their sound."""
    return language in _CYRILLIC
