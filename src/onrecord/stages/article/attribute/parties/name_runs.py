"""Capitalised runs of a text that can be names, and the titles that stand before and behind them."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from onrecord.lang.bodies import BODY_NOUNS
from onrecord.lang.cue_forms import reporting_forms
from onrecord.lang.given_names import given_name_gender
from onrecord.lang.name_places import ALSO_VERBS, FINITE
from onrecord.lang.party_words import look_up
from onrecord.lang.titles import ROLES, longest_role
from onrecord.stages.article.attribute.draft import Layout
from onrecord.stages.article.attribute.parties.phrase_data import View
from onrecord.stages.article.attribute.parties.phrase_forms import Word, head_sort, is_capital, words_in
from onrecord.stages.article.attribute.parties.phrase_names import role_of

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐŁŚŠŽČĆĐŻŹĽŤŇŘ"
_TOKEN = (
    rf"(?:[{_UPPER}]\.){{1,3}}|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Lt|Sgt|Capt|Adm|Rep|Sen|Gov|Rev|Hon|St)\.|"
    rf"[{_UPPER}][\w’'ʼ`-]*"
)
_PARTICLE = r"(?:de|da|di|du|van|von|der|den|al|bin|ibn|del|la|el|of|фон|ван|де)[ \xa0]"
_RUN = re.compile(rf"(?<![\w’'-])(?:{_TOKEN})(?:[ \xa0](?:{_PARTICLE}){{0,2}}(?:{_TOKEN})){{0,7}}")
_LONGEST = 5  # words; longer runs are headlines or names of bodies
_HEADLINE = 0.6  # share of capitals in a line that is a headline in title case
_BEFORE, _AFTER = 60, 80  # characters beside a name in which its office is looked for
_OPENS = re.compile(r"(?:^|[.!?:…\"“”„«»(\[‘—–\n•-])[\s\"“„«‘(]*$")
_BEFORE_NAMES = frozenset("former but and senior then when while as".split())
_FREQUENT = 6000
_LAST_WORD = re.compile(r"([^\W\d_][\w'’-]*)[ \xa0]$")
_FIRST_WORD = re.compile(r"[a-zа-яёіїєґ][\w-]*")


def name_words(view: View, layout: Layout) -> Iterator[list[Word]]:
    """The words of each run, without what only opens its sentence; "ABC's Mira Holm" is two runs."""
    runs = [match.span() for match in _RUN.finditer(view.text)]
    capitals: set[str] = set()
    found: list[tuple[list[Word], bool]] = []
    headline = _Headlines(view.text, layout)
    for start, end in runs:
        words = words_in(view.text, start, end)
        opens = _opens(view.text, start)
        capitals.update(word.text for word in (words[1:] if opens else words))
        if not headline.holds(start):
            found.append((words, opens))
    for words, opens in found:
        rest = _without_title_end(view, _without_opening(view, words, opens, capitals))
        for part in _split_owners(rest):
            if part and len(part) <= _LONGEST:
                yield part


def _opens(text: str, start: int) -> bool:
    return start == 0 or _OPENS.search(text, max(0, start - 6), start) is not None


class _Headlines:
    """Lines in title case, in which capitals tell nothing."""

    def __init__(self, text: str, layout: Layout) -> None:
        self._text, self._layout = text, layout
        self._known: dict[int, bool] = {}

    def holds(self, offset: int) -> bool:
        line = self._layout.line_of(offset)
        if line not in self._known:
            start, end = self._layout.line_range(offset)
            words = self._text[start:end].split() if end - start < 200 else []
            capital = sum(1 for word in words if word[:1].isupper() and len(word) > 3)
            long = sum(1 for word in words if len(word) > 3)
            self._known[line] = long >= 4 and capital >= _HEADLINE * long
        return self._known[line]


def _without_opening(view: View, words: list[Word], opens: bool, capitals: set[str]) -> list[Word]:
    table = view.words
    while words:
        word = words[0]
        low = word.low
        function = (
            low in table.definite or low in table.breaks or low in table.pronouns or low in table.indefinite
            or low in table.not_names or low in table.adherents or low in table.joins or low in table.numbers
        )  # fmt: skip
        common = opens and word.text not in capitals and _is_common(view, word, words)
        role = longest_role((low,)) is not None or low.rstrip(".") in table.honorifics
        if not function and not (common and not role):
            break
        words, opens = words[1:], False
    return words


def _without_title_end(view: View, words: list[Word]) -> list[Word]:
    """ "secretary of State Holm": the capital ends a title that began in lower case."""
    if len(words) < 2 or view.text[max(0, words[0].start - 4) : words[0].start] != " of ":
        return words
    before = words_in(view.text, max(0, words[0].start - _BEFORE), words[0].start)[-2:]
    title = tuple(word.low for word in (*before, words[0]))
    return words[1:] if longest_role(title) == " ".join(title) else words


def _is_common(view: View, word: Word, words: list[Word]) -> bool:
    """A word that a sentence may open with: in English a frequent one, elsewhere any that stands alone."""
    if word.low in view.common:
        return True
    if given_name_gender(f"{word.text} x") or (word.text.isupper() and len(word.text) > 1):
        return False
    if view.code == "en":
        return word.low in _frequent()
    return len(words) == 1


@cache
def _frequent() -> frozenset[str]:
    listed = files("onrecord.lang").joinpath("english_words.txt").read_text(encoding="ascii").split()
    return frozenset(listed[:_FREQUENT])


def _split_owners(words: list[Word]) -> Iterator[list[Word]]:
    """ "ABC's Mira Holm", "Mira Holm of Amity": an owner, or two names and "of", end a name."""
    part: list[Word] = []
    for word in words:
        if word.low == "of" and len(part) > 1 and not any(_heads_of(one) for one in part):
            yield part
            part = []
            continue
        part.append(word)
        if word.owner:
            yield part
            part = []
    yield part


def _heads_of(word: Word) -> bool:
    """Words that "of" goes on with: "Prime Minister of Vesta", "Security Council of the Union"."""
    return word.low in BODY_NOUNS or longest_role((word.low,)) is not None


def is_mere_modifier(view: View, last: Word) -> bool:
    """ "the Kellan campaign", "a Holm aide": the name only tells whose."""
    if view.words.head_first or last.owner or view.text[last.end : last.end + 1] != " ":
        return False
    next_word = _FIRST_WORD.match(view.text, last.end + 1, last.end + 30)
    if next_word is None:
        return False
    following = words_in(view.text, *next_word.span())
    sort = head_sort(view.words.heads, following[0])
    return sort in ("unnamed", "people", "office", "body", "bare") and following[0].low not in ALSO_VERBS


def is_opening(view: View, sentence: int, start: int) -> bool:
    """Whether only titles, articles or a short phrase with a comma stand before a name."""
    if not 0 <= start - sentence < _BEFORE:
        return start == sentence
    opening = view.text[sentence:start]
    if any(mark in opening for mark in ".;:") and "." in opening.rstrip()[:-4]:
        return False
    last = opening.rsplit(",", 1)[-1]
    return all(_may_open(view, word) for word in words_in(last, 0, len(last)))


def _may_open(view: View, word: Word) -> bool:
    table = view.words
    title = longest_role((word.low,)) is not None or word.low.rstrip(".") in table.honorifics
    title = title or look_up(table.heads, word.low, table.suffixes) == "office"
    return title or is_capital(word) or word.low in table.definite | _BEFORE_NAMES or word.low[:1].isdigit()


def title_before(view: View, start: int) -> tuple[str, ...]:
    """The office in lower case that stands right before a name: "foreign minister Mira Holm"."""
    if start < 2 or view.text[start - 1] not in " \xa0" or not view.text[start - 2].isalpha():
        return ()
    if not view.words.head_first:
        last = _LAST_WORD.search(view.text, max(0, start - 30), start)
        if last is None or not _may_end_role(view, last.group(1).lower()):
            return ()
    words = words_in(view.text, max(0, start - _BEFORE), start)[-4:]
    if not words or words[-1].owner:
        return ()
    role = _nearest_office(view, words)
    return (role,) if role else ()


def _nearest_office(view: View, words: list[Word]) -> str:
    """The office that some words end with, or the last one that no preposition cuts off."""
    if not view.words.head_first:
        return role_of(tuple(word.low for word in words), view.words)
    for word in reversed(words):
        if look_up(view.words.heads, word.low, view.words.suffixes) == "office":
            return word.low
        if word.low in view.words.breaks:
            break
    return ""


@cache
def _role_ends() -> frozenset[str]:
    return frozenset(role.rsplit(" ", 1)[-1] for role in ROLES)


def _may_end_role(view: View, low: str) -> bool:
    return low in _role_ends() or look_up(view.words.heads, low) == "office"


def title_behind(view: View, end: int) -> tuple[str, ...]:
    """ ", the foreign minister of Vesta," behind a name."""
    if view.text[end : end + 2] != ", ":
        return ()
    words = words_in(view.text, end + 2, min(len(view.text), end + _AFTER))[:8]
    table = view.words
    if not words or words[0].low in table.breaks or is_capital(words[0]):
        return ()
    found: list[str] = []
    ended = False
    for place, word in enumerate(words):
        before = words[place - 1].end if place else end + 2
        if any(mark in view.text[before : word.start] for mark in ",.;:()—–\n"):
            break
        if word.low in FINITE or (word.low[-2:] in ("ed", "id", "ld") and word.low in reporting_forms()):
            return ()  # "According to Norwire, the minister had left": no apposition
        ended = ended or word.low in table.breaks
        if not ended:
            found.append(word.low)
    if table.head_first:
        heads = [low for low in found if look_up(table.heads, low, table.suffixes) == "office"]
        return (heads[0],) if heads else ()
    if len(found) == len(words) and view.text[words[-1].end : words[-1].end + 1] not in ",.;)":
        return ()
    role = role_of(tuple(found), table)
    return (role,) if role else ()
