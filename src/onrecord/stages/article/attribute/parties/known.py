"""Persons and bodies that the article names: their full names, offices, gender, and where they stand.

One pass over the capitalised runs of the text (`name_runs`). A bare surname is bound to the full name
that the article gives; where two persons have one surname, to the one that went by it alone before.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from onrecord.lang.name_places import CASE_ENDING, GENERATIONS, OBLIQUE, PLACING, TELLING
from onrecord.lang.party_words import look_up
from onrecord.lang.states import demonym_stems, name_stem
from onrecord.lang.titles import role_class
from onrecord.stages.article.attribute.draft import Layout, Range
from onrecord.stages.article.attribute.parties.name_runs import (
    is_mere_modifier,
    is_opening,
    name_words,
    title_before,
    title_behind,
)
from onrecord.stages.article.attribute.parties.phrase_data import View
from onrecord.stages.article.attribute.parties.phrase_forms import Word, is_capital
from onrecord.stages.article.attribute.parties.phrase_names import NameRun, read_run

_BEFORE = 40  # characters
_OBLIQUE_WITHIN = 3  # words: "with foreign minister Holm"
_COMPOUND, _STEM = 7, 6  # letters of "-kanzler", of "министр"
_DEMONYM = re.compile(r"\b[A-Z][a-z]{3,}(?:an|ish|ese|ic)s?\b")
_AGE = re.compile(r",? \(?(\d{1,3})[,)]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a party stands. `subject`: it opens its sentence; `oblique`: a preposition has it; `owner`."""

    start: int
    end: int
    subject: bool
    oblique: bool
    owner: bool


@dataclass(slots=True)
class Known:
    """A named person, body or state. `sort` as in Phrase; `name` is the fullest, `first` where it stands."""

    number: int
    key: str
    name: str
    first: Range
    sort: str = ""
    gender: str = ""
    titles: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    placed: bool = False
    alone: bool = False

    @property
    def thing(self) -> bool:
        """Whether it is a body, an outlet, a state or a place, as far as known."""
        named = self.sort in ("body", "outlet", "state", "seat", "group")
        return named or (self.placed and self.sort != "person")

    @property
    def person(self) -> bool:
        """Whether a title, an honorific, an age or a first name shows a person."""
        return self.sort == "person" or bool(self.gender)


@dataclass(slots=True)
class Names:
    """All that the article names: in order, by where it stands, by surname, title and age.

    `read`: runs as written, with the number of the party (-1 for none) and which of their words name it.
    """

    known: list[Known] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    by_last: dict[str, list[Known]] = field(default_factory=dict)
    by_title: dict[str, list[Known]] = field(default_factory=dict)
    by_age: dict[str, list[Known]] = field(default_factory=dict)
    outlets: list[Known] = field(default_factory=list)
    told: list[Known] = field(default_factory=list)
    read: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def within(self, span: Range) -> Known | None:
        """The named party whose name begins within a range, the last of them."""
        place = bisect_left(self.places, (span[1], -1)) - 1
        if place >= 0 and self.places[place][0] >= span[0]:
            return self.known[self.places[place][1]]
        return None


def name_key(word: str) -> str:
    """A word of a name without its case ending, lower case."""
    low = word.lower().removesuffix("'s").removesuffix("’s").strip(".'’")
    if low.isascii() or len(low) < 4:
        return low
    bare = CASE_ENDING.sub("", low)
    return bare if len(bare) >= 3 else low


def find_names(view: View, layout: Layout) -> Names:
    """Every named party of the article, in order of its first place."""
    names = Names()
    words = set(_DEMONYM.findall(view.text))
    stems = frozenset(stem for word in words for stem in demonym_stems(word.removesuffix("s")))
    for run in name_words(view, layout):
        _add(view, layout, names, run, stems)
    names.places.sort()
    return names


def _add(view: View, layout: Layout, names: Names, words: list[Word], stems: frozenset[str]) -> None:
    if is_mere_modifier(view, words[-1]):
        return
    written = view.text[words[0].start : words[-1].end]
    titles = title_before(view, words[0].start)
    if not titles and written in names.read and view.text[words[-1].end : words[-1].end + 1] not in ",(":
        _read_again(view, layout, names, words, names.read[written])
        return
    known, kept = _read(view, names, words, titles, stems)
    first = words.index(kept[0]) if kept else 0
    names.read[written] = (known.number if known is not None else -1, first, first + len(kept))
    if known is not None:
        _stand(view, layout, names, known, kept, words[0].start)


def _read(
    view: View, names: Names, words: list[Word], titles: tuple[str, ...], stems: frozenset[str]
) -> tuple[Known | None, list[Word]]:
    """The party that a run names and the words of its name; None where it names nobody."""
    run = read_run(view.text, words, view.words, "office" if titles else "", titles[-1] if titles else "")
    if run.name is None:
        return None, []
    kept = [word for word in words if run.name[0] <= word.start < run.name[1]]
    if not kept or kept[-1].low in view.words.adherents:
        return None, []  # "the South Carolina Republican" describes somebody
    titled = bool(run.titles or titles or run.gender)
    if len(kept) == 1 and not titled and not _may_be_name(view, kept[0], run):
        return None, []
    known = _find(names, kept, run) or _new(view, names, kept, run, stems)
    _learn(view, names, known, kept, run, (*run.titles, *titles))
    return known, kept


def _read_again(
    view: View, layout: Layout, names: Names, words: list[Word], before: tuple[int, int, int]
) -> None:
    """A run that was read before, with nothing beside it to learn from."""
    number, first, last = before
    kept = words[first:last]
    if number < 0 or not kept:
        return
    known = names.known[number]
    known.placed = known.placed or _is_among(PLACING, _words_before(view, kept[0].start), 1)
    _stand(view, layout, names, known, kept, words[0].start)


def _stand(view: View, layout: Layout, names: Names, known: Known, kept: list[Word], run: int) -> None:
    """Note where a name stands; `run` is where its titles begin."""
    start, end = kept[0].start, kept[-1].end
    sentence = layout.sentence_at(start)
    low = sentence[0] if sentence is not None else start
    oblique = _is_among(OBLIQUE, _words_before(view, run), _OBLIQUE_WITHIN)
    known.places.append(Place(start, end, is_opening(view, low, start), oblique, kept[-1].owner))
    names.places.append((start, known.number))


def _may_be_name(view: View, word: Word, run: NameRun) -> bool:
    """A single capitalised word that no table of nouns has (German nouns have capitals too)."""
    if (
        len(word.low) < 2
        or not is_capital(word)
        or word.low.split("’")[0].split("'")[0] in view.words.not_names
    ):
        return False
    if run.sort:
        return True
    if look_up(view.words.heads, word.singular, view.words.suffixes):
        return False
    return not view.words.nouns_capital or word.low not in view.common


def _find(names: Names, kept: list[Word], run: NameRun) -> Known | None:
    """The party of that name which the article has named before."""
    words = [word for word in kept if word.low not in GENERATIONS] or kept
    same = names.by_last.get(name_key(words[-1].text), [])
    if run.gender:
        same = [item for item in same if item.gender in ("", run.gender)]
    if len(words) == 1:
        alone = [item for item in same if item.alone]
        chosen = same if len(same) == 1 else alone
        return chosen[0] if len(chosen) == 1 else None
    first = name_key(words[0].text)
    for item in same:
        other = item.key.split()
        initial = 1 in (len(other[0]), len(first)) and other[0][0] == first[0]
        if len(other) == 1 or other[0] == first or initial:
            return item
    return None


def _new(view: View, names: Names, kept: list[Word], run: NameRun, stems: frozenset[str]) -> Known:
    key = " ".join(name_key(word.text) for word in kept)
    known = Known(
        len(names.known), key, view.text[kept[0].start : kept[-1].end], (kept[0].start, kept[-1].end)
    )
    known.sort = run.sort
    if not run.sort and len(kept) == 1 and name_stem(known.name) in stems and len(known.name) > 3:
        known.sort = "state"
    names.known.append(known)
    words = [word for word in kept if word.low not in GENERATIONS] or kept
    names.by_last.setdefault(name_key(words[-1].text), []).append(known)
    if known.sort == "outlet":
        names.outlets.append(known)
    return known


def _learn(
    view: View, names: Names, known: Known, kept: list[Word], run: NameRun, before: tuple[str, ...]
) -> None:
    """What this place adds: a fuller name, titles, gender, age."""
    if len(kept) > len(known.key.split()):
        known.name = view.text[kept[0].start : kept[-1].end]
        known.first = (kept[0].start, kept[-1].end)
        known.key = " ".join(name_key(word.text) for word in kept)
    known.alone = known.alone or len(kept) == 1
    thing = known.sort in ("body", "outlet", "state", "seat", "group") or run.sort in (
        "body",
        "outlet",
        "state",
    )
    titles = () if thing else (*before, *title_behind(view, kept[-1].end))
    if run.sort == "person" or titles:
        known.sort = "person" if known.sort not in ("body", "outlet", "state") else known.sort
    elif not known.sort:
        known.sort = run.sort
    known.gender = known.gender or run.gender or _gender_of(view, titles)
    for title in titles:
        if title not in known.titles:
            known.titles.append(title)
            for index in {title_index(view, title), f"class {role_class(title)}"}:
                names.by_title.setdefault(index, []).append(known)
    age = _AGE.match(view.text, kept[-1].end)
    if age is not None:
        known.sort = known.sort or "person"
        same = names.by_age.setdefault(age.group(1), [])
        if known not in same:
            same.append(known)
    near = _words_before(view, kept[0].start)
    if len(kept) == 1 and _is_among(TELLING, near, 1):
        names.told.append(known)
    if _is_among(PLACING, near, 1):
        known.placed = True


def _words_before(view: View, start: int) -> list[str]:
    """The last few words before a name, the nearest first, in lower case; none behind a mark."""
    if start < 1 or view.text[start - 1] not in " \xa0":
        return []
    found: list[str] = []
    for word in reversed(view.text[max(0, start - _BEFORE) : start].split()):
        if not word.strip(".").isalnum() or len(found) > _OBLIQUE_WITHIN:
            break
        if word.lower() != "the":
            found.append(word.lower())
    return found


def _is_among(table: frozenset[str], words: list[str], within: int) -> bool:
    return any(word in table for word in words[:within])


def _gender_of(view: View, titles: tuple[str, ...]) -> str:
    genders = (look_up(view.words.genders, title.rsplit(" ", 1)[-1]) for title in titles)
    return next((gender for gender in genders if gender), "")


def title_index(view: View, title: str) -> str:
    """By what titles meet: the last word, the end of a German compound, the beginning where endings vary."""
    last = title.rsplit(" ", 1)[-1]
    if not view.words.head_first:
        return last
    return last[-_COMPOUND:] if view.words.suffixes else last[:_STEM]
