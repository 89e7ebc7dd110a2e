"""Persons and bodies that the article names: their full names, offices, gender, and where they stand.

One pass over the capitalised runs of the text. A bare surname is bound to the full name that was
introduced before it; where two persons of one surname were, it stays by itself.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from onrecord.lang.gazetteer import entries
from onrecord.lang.given_names import given_name_gender
from onrecord.lang.party_words import look_up
from onrecord.lang.states import derives
from onrecord.lang.titles import longest_role
from onrecord.stages.article.attribute.draft import Layout, Range
from onrecord.stages.article.attribute.phrase import View
from onrecord.stages.article.attribute.phrase_forms import Word, is_capital, words_in
from onrecord.stages.article.attribute.phrase_names import NameRun, read_run

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐŁŚŠŽČĆĐŻŹĽŤŇŘ"
_TOKEN = (
    rf"(?:[{_UPPER}]\.){{1,3}}|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Lt|Sgt|Capt|Adm|Rep|Sen|Gov|Rev|Hon|St)\.|"
    rf"[{_UPPER}][\w’'ʼ`-]*"
)
_RUN = re.compile(
    rf"(?<![\w’'-])(?:{_TOKEN})(?:[ \xa0](?:(?:de|da|di|du|van|von|der|den|al|bin|ibn|del|la|el|of|фон|ван|де)[ \xa0]){{0,2}}"
    rf"(?:{_TOKEN})){{0,7}}"
)
_BEFORE = 60  # characters before a name in which its office is looked for
_AFTER = 80
_PLACED = re.compile(r"(?<!\w)(?:in|at|near|from|across|outside|в|во|из|у|із|aus|nach)\s(?:the\s)?$", re.IGNORECASE)
_CYRILLIC_ENDING = re.compile(r"(?:ого|ому|ою|ой|ей|ем|ом|ым|им|ами|ові|еві|єві|ій|ая|ую|а|у|ы|е|и|я|ю|й|ь)$")
_LAST = frozenset("jr jr. sr sr. ii iii iv".split())


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a named party stands, and whether it opens its sentence."""

    start: int
    end: int
    subject: bool
    quoted: bool


@dataclass(slots=True)
class Known:
    """A named person, body or state. `sort` as in Phrase; `name` is the fullest, `first` where it stands."""

    key: str
    name: str
    first: Range
    sort: str = ""
    gender: str = ""
    titles: list[str] = field(default_factory=list)
    ages: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    demonyms: set[str] = field(default_factory=set)
    placed: bool = False

    @property
    def thing(self) -> bool:
        """Whether it is a body, an outlet, a state or a place, as far as known."""
        return self.sort in ("body", "outlet", "state", "seat", "group") or (self.placed and self.sort != "person")


@dataclass(slots=True)
class Names:
    """All that the article names, and which name stands where."""

    known: list[Known]
    at: dict[int, Known]
    by_last: dict[str, list[Known]]

    def within(self, span: Range) -> Known | None:
        """The named party whose words begin within a range, the last of them."""
        inside = [item for start, item in self.at.items() if span[0] <= start < span[1]]
        return inside[-1] if inside else None


def name_key(word: str) -> str:
    """A word of a name without its case ending, lower case."""
    low = word.lower().removesuffix("'s").removesuffix("’s").strip(".'’")
    if low.isascii() or len(low) < 4:
        return low
    bare = _CYRILLIC_ENDING.sub("", low)
    return bare if len(bare) >= 3 else low


def find_names(view: View, layout: Layout) -> Names:
    """Every named party of the article, in order of its first place."""
    names = Names([], {}, {})
    starts = {start for start, _ in layout.sentences}
    capitals = _capitals_inside(view, starts)
    states = _demonym_like(view)
    for match in _RUN.finditer(view.text):
        words = _clean(view, words_in(view.text, *match.span()), starts, capitals)
        if words:
            _add(view, layout, names, words, states)
    return names


def _capitals_inside(view: View, starts: set[int]) -> frozenset[str]:
    """Words that have a capital within a sentence too."""
    found = set()
    for match in _RUN.finditer(view.text):
        for word in match.group().split()[0 if match.start() not in starts else 1 :]:
            found.add(word.strip(".,").removesuffix("'s").removesuffix("’s"))
    return frozenset(found)


def _demonym_like(view: View) -> frozenset[str]:
    """Capitalised words that end like a demonym: by them invented states are known."""
    return frozenset(re.findall(r"\b[A-Z][a-z]{3,}(?:an|ish|ese|ic|ians|ans)\b", view.text))


def _clean(view: View, words: list[Word], starts: set[int], capitals: frozenset[str]) -> list[Word]:
    """A run without the word that only opens a sentence, and without articles."""
    while words:
        word = words[0]
        opens = word.start in starts or view.text[max(0, word.start - 1) : word.start] in ("“", '"', "«", "„")
        function = word.low in view.words.definite or word.low in view.words.breaks or word.low in view.words.pronouns
        function = function or word.low in view.words.indefinite or word.low in view.words.not_names
        function = function or word.low in view.words.joins or (word.low in view.words.numbers)
        common = opens and word.text not in capitals and (word.low in view.common or _is_common(view, word, words))
        role = longest_role((word.low,)) is not None or word.low.rstrip(".") in view.words.honorifics
        if not function and not (common and not role):
            break
        words = words[1:]
    return words


def _is_common(view: View, word: Word, words: list[Word]) -> bool:
    """A word that a sentence may open with: in English a frequent one, elsewhere any that stands alone."""
    if given_name_gender(f"{word.text} x") or word.text.isupper():
        return False
    if view.code == "en":
        return word.low in _frequent()
    return len(words) == 1


@cache
def _frequent() -> frozenset[str]:
    listed = files("onrecord.lang").joinpath("english_words.txt").read_text(encoding="ascii").split()
    return frozenset(listed[:6000])


def _add(view: View, layout: Layout, names: Names, words: list[Word], states: frozenset[str]) -> None:
    titles = _title_before(view, words[0].start)
    run = read_run(view.text, words, view.words, "office" if titles else "", titles[-1] if titles else "")
    if run.name is None:
        return
    kept = [word for word in words if run.name[0] <= word.start < run.name[1]]
    if not kept or (len(kept) == 1 and not _may_be_name(view, kept[0], run, titles)):
        return
    known = _find(names, kept, run) or _new(view, names, kept, run, states)
    _learn(view, known, kept, run, titles)
    names.at[kept[0].start] = known
    if len(kept) > 1 and kept[0].end - kept[0].start:
        names.at.setdefault(kept[-1].start, known)
    sentence = layout.sentence_at(kept[0].start)
    opening = view.text[sentence[0] : kept[0].start] if sentence is not None else ""
    subject = len(opening) < _BEFORE and not any(mark in opening for mark in ".;:") and _is_opening(view, opening)
    quoted = layout.quotation_at(kept[0].start) is not None
    known.places.append(Place(kept[0].start, kept[-1].end, subject, quoted))


def _is_opening(view: View, opening: str) -> bool:
    """Whether only titles, articles or a short phrase with a comma stand before a name."""
    last = opening.rsplit(",", 1)[-1]
    lows = [word.low for word in words_in(last, 0, len(last))]
    table = view.words
    return all(
        low in table.definite or longest_role((low,)) or look_up(table.heads, low, table.suffixes) == "office"
        or low in table.honorifics or low in ("former", "but", "and", "senior", "then", "when", "while", "as")
        or low[:1].isdigit()
        for low in lows
    ) or not lows  # fmt: skip


def _title_before(view: View, start: int) -> tuple[str, ...]:
    """The office in lower case that stands right before a name: "foreign minister Mira Holm"."""
    low = max(0, start - _BEFORE)
    before = view.text[low:start]
    if not before.endswith((" ", "\xa0")) or before.rstrip()[-1:] in ",.;:!?()“”\"«»":
        return ()
    words = [word for word in words_in(view.text, low, start)][-4:]
    if not words or words[-1].owner:
        return ()
    if view.words.head_first:
        lows = [word.low for word in words]
        for place in range(len(lows) - 1, -1, -1):
            if look_up(view.words.heads, lows[place], view.words.suffixes) == "office":
                return (lows[place],)
            if lows[place] in view.words.breaks:
                return ()
        return ()
    role = longest_role(tuple(word.low for word in words))
    return (role,) if role is not None else ()


def _may_be_name(view: View, word: Word, run: NameRun, titles: tuple[str, ...]) -> bool:
    """A single capitalised word; German nouns have capitals, so there it needs a title."""
    if len(word.low) < 2 or not is_capital(word):
        return False
    if run.titles or titles or run.sort:
        return True
    head = look_up(view.words.heads, word.singular, view.words.suffixes)
    if view.words.nouns_capital:
        return not head and word.low not in view.common
    return not head


def _find(names: Names, kept: list[Word], run: NameRun) -> Known | None:
    """The party of that name which the article has named before."""
    words = [word for word in kept if word.low not in _LAST]
    last = name_key(words[-1].text) if words else name_key(kept[-1].text)
    same = names.by_last.get(last, [])
    if len(words) == 1:
        if run.gender:
            same = [item for item in same if item.gender in ("", run.gender)]
        return same[0] if len(same) == 1 else _earliest(same, words)
    first = name_key(words[0].text)
    for item in same:
        parts = item.key.split()
        alike = len(parts) == 1 or parts[0] == first or (len(parts[0]) == 1 or len(first) == 1) and parts[0][0] == first[0]
        if alike and (not item.gender or not run.gender or item.gender == run.gender):
            return item
    return None


def _earliest(same: list[Known], words: list[Word]) -> Known | None:
    """Of several with one surname, the one that already went by the surname alone."""
    bare = [item for item in same if any(place.end - place.start == len(words[-1].text) for place in item.places)]
    return bare[0] if len(bare) == 1 else None


def _new(view: View, names: Names, kept: list[Word], run: NameRun, states: frozenset[str]) -> Known:
    key = " ".join(name_key(word.text) for word in kept)
    name = view.text[kept[0].start : kept[-1].end]
    known = Known(key, name, (kept[0].start, kept[-1].end), run.sort)
    if not known.sort and len(kept) == 1 and any(derives(word.removesuffix("s"), name) for word in sorted(states)):
        known.sort = "state"
    names.known.append(known)
    words = [word for word in kept if word.low not in _LAST] or kept
    names.by_last.setdefault(name_key(words[-1].text), []).append(known)
    return known


def _learn(view: View, known: Known, kept: list[Word], run: NameRun, titles: tuple[str, ...]) -> None:
    """What this place adds: a fuller name, titles, gender, age."""
    name = view.text[kept[0].start : kept[-1].end]
    if len(kept) > len(known.key.split()):
        known.name, known.first = name, (kept[0].start, kept[-1].end)
        known.key = " ".join(name_key(word.text) for word in kept)
    if run.sort == "person" or titles:
        known.sort = "person"
    elif not known.sort:
        known.sort = run.sort
    known.gender = known.gender or run.gender
    gender = next((look_up(view.words.genders, title.rsplit(" ", 1)[-1]) for title in titles), "")
    known.gender = known.gender or gender
    for title in (*run.titles, *titles, *_title_behind(view, kept[-1].end)):
        if title not in known.titles:
            known.titles.append(title)
            known.sort = known.sort or "person"
    age = re.match(r",? \(?(\d{1,3})[,)]", view.text[kept[-1].end : kept[-1].end + 8])
    if age is not None:
        known.ages.append(age.group(1))
        known.sort = known.sort or "person"
    if _PLACED.search(view.text, max(0, kept[0].start - 12), kept[0].start):
        known.placed = True


def _title_behind(view: View, end: int) -> tuple[str, ...]:
    """ ", the foreign minister of Vesta," behind a name."""
    match = re.match(r",\s", view.text[end : end + 2])
    if match is None:
        return ()
    words = words_in(view.text, end + 2, min(len(view.text), end + _AFTER))[:8]
    if not words or words[0].low in view.words.breaks or words[0].low in view.words.pronouns and words[0].low != "his":
        return ()
    found: list[str] = []
    for place, word in enumerate(words):
        before = words[place - 1].end if place else end + 2
        if any(mark in view.text[before : word.start] for mark in ",.;:()—–\n"):
            break
        if word.low in view.words.breaks:
            break
        found.append(word.low)
    if view.words.head_first:
        heads = [low for low in found if look_up(view.words.heads, low, view.words.suffixes) == "office"]
        return (heads[0],) if heads else ()
    role = longest_role(tuple(found))
    return (role,) if role is not None else ()


def is_known_place(name: str) -> bool:
    """Whether a name is that of a state or a capital."""
    entry = entries().get(name)
    return entry is not None and entry.sort in ("state", "capital")
