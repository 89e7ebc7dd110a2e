"""A source phrase as it is read, and the view of the article that it is read in."""

import re
from dataclasses import dataclass

from onrecord.lang.party_words import PartyWords, party_words
from onrecord.stages.article.attribute.draft import Range

_COMMON = re.compile(r"(?<![\w’'-])[^\W\d_A-ZА-ЯЁÄÖÜІЇЄҐ][^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class View:
    """An article's text with its language's words; `common` holds the words it writes in lower case."""

    text: str
    code: str
    words: PartyWords
    common: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase. `sort` is that of its head: pronoun, person, state, seat, name, or a head's (lang).

    `head_word` is lower case, singular in English. `agrees` is a pronoun's letter (PartyWords), `gender`
    "m", "f" or "". `described` runs from behind number and article to the end of the core. `titles`
    are its offices and roles in lower case.
    """

    shown: Range
    sort: str
    head: Range
    head_word: str
    plural: bool
    described: Range
    name: Range | None = None
    number: Range | None = None
    definite: bool = False
    indefinite: bool = False
    agrees: str = ""
    gender: str = ""
    titles: tuple[str, ...] = ()
    owner: str = ""

    @property
    def pronoun(self) -> bool:
        """Whether the phrase is nothing but a pronoun."""
        return self.sort == "pronoun"


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a phrase: how many words, the number among them, and what articles tell."""

    size: int
    number: Range | None = None
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    single: bool = False


def make_view(text: str, code: str) -> View:
    """The view of an article, made once."""
    return View(text, code, party_words(code), frozenset(_COMMON.findall(text)))


def words_of(view: View, span: Range, most: int = 160) -> str:
    """The words of a range for a reason: on one line, not too long."""
    found = " ".join(view.text[span[0] : min(span[1], span[0] + most)].split())
    return found + " …" if span[1] - span[0] > most else found
