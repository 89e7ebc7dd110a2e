"""Mentions without a parse, for German, Ukrainian, Russian and others: gazetteers, titled names, pairs.

Careful by design: a name needs a title before it, or two capitalised words that are no sentence start
alone; case endings of Ukrainian and Russian are taken off for comparison only.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from onrecord.data import MentionKind
from onrecord.lang.gazetteer import Entry, gazetteer
from onrecord.lang.native import inflected_state, native_group, native_role, state_adjective
from onrecord.lang.states import states
from onrecord.lang.titles import CYRILLIC_TITLE_STEMS, GERMAN_TITLES
from onrecord.stages.article.mentions.model import Candidate
from onrecord.stages.article.mentions.names import AMBIGUOUS_OUTLETS
from onrecord.stages.article.mentions.surroundings import read_surroundings
from onrecord.text.around import words_around
from onrecord.text.phrases import PhraseTable
from onrecord.text.translit import skeleton

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…:;]\s*[\"“”„«»]?\s*$|\n\s*$|^\s*$")
_ENDINGS = re.compile(r"(?:ого|ему|ому|ими|ові|еві|ой|ою|ей|ею|им|ым|ом|ем|єм|ів|ів|а|я|у|ю|і|и|ы|е)$")
_LOCATIVE = frozenset("in aus nach bei в во у із из до над під під под к ко".split())
# What the genitive of a state's name ends in, and middle names, which the genitive would be taken for.
_GENITIVE = re.compile(r"[а-яіїєґ]{3,}(?:ии|ії|ы|и|ану|ана)$", re.IGNORECASE)
_PATRONYMIC = re.compile(r"(?:вич|вна|чна|шна)$")
# "Präsidentensprecher": a German title may end a longer word.
_COMPOUND_TITLES = tuple(sorted(title for title in GERMAN_TITLES if len(title) > 6))
_KINDS = {
    "state": MentionKind.STATE,
    "capital": MentionKind.STATE,
    "seat": MentionKind.STATE,
    "body": MentionKind.BODY,
    "outlet": MentionKind.OUTLET,
}


def surname_stem(word: str) -> str:
    """A surname without its Slavic case ending, as a sound skeleton ("Кравченка", "Кравченко" meet)."""
    bare = _ENDINGS.sub("", word) if re.search(r"[а-яіїєґ]$", word) else word
    return skeleton(re.sub(r"(?:о|й|ь)$", "", bare))


class _Words:
    """The words of a text with their places."""

    def __init__(self, text: str) -> None:
        self.items = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]


def candidates(text: str, language: str) -> tuple[list[Candidate], dict[str, list[str]]]:
    """Candidates in text order, and full names by written form for the chains."""
    found = list(_gazetteer_names(text))
    found += list(_inflected_states(text, language))
    found += list(_agencies(text, {(c.head_start, c.head_end) for c in found}))
    persons, fulls = _persons(text, language)
    taken = sorted((c.head_start, c.head_end) for c in persons)
    found = [c for c in found if not _inside(c.head_start, c.head_end, taken)] + persons
    found += list(_groups(text, language))
    unique: dict[tuple[int, int], Candidate] = {}
    for candidate in sorted(found, key=lambda c: (c.head_start, -c.head_end, c.form)):
        unique.setdefault(candidate.key, candidate)
    return sorted(unique.values(), key=lambda c: (c.start, -c.end)), fulls


def _inside(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """Whether a range lies in one of the sorted ranges, which do not overlap."""
    place = bisect_left(taken, (start + 1, 0)) - 1
    return place >= 0 and taken[place][0] <= start and end <= taken[place][1]


def _make(text: str, place: tuple[int, int], kind: MentionKind, form: str, name: str, why: str) -> Candidate:
    return Candidate(*place, *place, kind, form, name, why)


def _before(text: str, start: int) -> str:
    words = text[max(0, start - 20) : start].split()
    return words[-1].casefold() if words and text[start - 1 : start] != "\n" else ""


def _gazetteer_names(text: str) -> Iterator[Candidate]:
    for start, end, entry in gazetteer().find(text):
        candidate = _from_entry(text, start, end, entry)
        if candidate is not None:
            yield candidate


def _from_entry(text: str, start: int, end: int, entry: Entry) -> Candidate | None:
    kind = _KINDS.get(entry.sort)
    quote = text[start:end]
    if (
        kind is None
        or (entry.codes and len(entry.codes) != 1)
        or (kind is MentionKind.STATE and not entry.codes)
    ):
        return None
    if entry.sort == "outlet" and quote[:1].isupper() and len(quote) < 4 and not quote.isupper():
        return None
    near = words_around(text, start, end)
    name = entry.name or quote
    if entry.sort in ("capital", "seat") and _before(text, start) in _LOCATIVE:
        made = _make(
            text, (start, end), MentionKind.PLACE, "place", name, f"“{quote}” is a place in “{near}”"
        )
    else:
        made = _make(text, (start, end), kind, "name", name, f"“{quote}” in “{near}” names {name}")
    made.state = entry.codes[0] if entry.codes else None
    return made


def _inflected_states(text: str, language: str) -> Iterator[Candidate]:
    if language not in ("uk", "ru"):
        return
    for start, end, word in _Words(text).items:
        found = inflected_state(word) if word[:1].isupper() else None
        if found is None:
            continue
        near = words_around(text, start, end)
        if found.capital and _before(text, start) in _LOCATIVE:
            made = _make(
                text, (start, end), MentionKind.PLACE, "place", word, f"“{word}” is a place in “{near}”"
            )
        else:
            what = f"a case form of {found.name}, a name of {states()[found.code].name}"
            made = _make(
                text, (start, end), MentionKind.STATE, "name", word, f"“{word}” in “{near}” is {what}"
            )
        made.state = found.code
        yield made


def _agencies(text: str, known: set[tuple[int, int]]) -> Iterator[Candidate]:
    """Agencies and papers that no table knows: "Die Agentur Harrow", "агентство «Харроу»"."""
    hints = read_surroundings(text).agencies
    table: PhraseTable[str] = PhraseTable(sorted(hints.items()))
    for start, end, quote in table.find(text):
        if (start, end) not in known:
            name = text[start:end]
            why = f"“{name}” in “{words_around(text, start, end)}” is an outlet: “{quote}” calls it one"
            yield _make(text, (start, end), MentionKind.OUTLET, "name", name, why)


# -- persons ------------------------------------------------------------------------------------


def _is_title(word: str) -> bool:
    low = word.casefold()
    if low in GERMAN_TITLES or low.endswith(_COMPOUND_TITLES):
        return True
    return any(low.startswith(stem) for stem in CYRILLIC_TITLE_STEMS if len(stem) > 4 or low == stem)


def _persons(text: str, language: str) -> tuple[list[Candidate], dict[str, list[str]]]:
    words = _Words(text).items
    full: dict[str, str] = {}
    found: list[Candidate] = []
    owners: set[int] = set()
    place = 0
    while place < len(words):
        run = _run(text, words, place)
        if run == 3 and _owns_title(text, words, place):
            owners.add(place)
            place += 1
            run = 2
        if run >= 2 and _looks_like_person(text, words, place, run, language, owners):
            found.append(_person(text, words, place, run, owners))
            last = words[place + run - 1][2]
            full.setdefault(surname_stem(last), found[-1].name)
            place += run
        else:
            place += 1
    found += _surnames(text, words, full, found)
    fulls = {text[c.head_start : c.head_end]: [c.name] for c in found}
    return found, fulls


def _run(text: str, words: list[tuple[int, int, str]], place: int) -> int:
    """How many capitalised words stand together from here, at most three."""
    size = 0
    while place + size < len(words) and size < 3:
        start, _, word = words[place + size]
        if not word[:1].isupper() or word.isupper() or (_known(word) and not size and not _twofold(word)):
            break
        if size and text[words[place + size - 1][1] : start] not in (" ", "\u00a0"):
            break
        size += 1
    return size


def _owns_title(text: str, words: list[tuple[int, int, str]], place: int) -> bool:
    """ "Президент Корвии Иво Сандрек": the first of three names is the state whose title stands before."""
    if not place or not _is_title(words[place - 1][2]) or _PATRONYMIC.search(words[place + 1][2]):
        return False
    between = text[words[place - 1][1] : words[place][0]]
    return between.strip() == "" and _GENITIVE.search(words[place][2]) is not None


def _looks_like_person(
    text: str,
    words: list[tuple[int, int, str]],
    place: int,
    run: int,
    language: str,
    owners: set[int],
) -> bool:
    first = words[place]
    names = [word for _, _, word in words[place : place + run]]
    twofold = run > 1 and _twofold(names[0])  # "Energieminister Stern Holt": a title in front decides
    if any(_known(word) or _is_title(word) for word in names[1 if twofold else 0 :]):
        return False
    before = place - 1
    while before > max(0, place - 4) and (before in owners or _known(words[before][2])):
        before -= 1
    if before >= 0 and _is_title(words[before][2]) and "." not in text[words[before][0] : first[0]]:
        return True
    if language == "de" or twofold:
        return False
    return run == 2 and not _SENTENCE_END.search(text[max(0, first[0] - 4) : first[0]])


def _twofold(word: str) -> bool:
    """An outlet whose name is also a first name or a word."""
    return word in AMBIGUOUS_OUTLETS


def _known(word: str) -> bool:
    if state_adjective(word) is not None or inflected_state(word) is not None:
        return True
    return next(iter(gazetteer().find(word)), None) is not None


def _state_of(word: str) -> str | None:
    case_form = inflected_state(word)
    if case_form is not None:
        return case_form.code
    for _, _, entry in gazetteer().find(word):
        if entry.sort in ("state", "demonym") and len(entry.codes) == 1:
            return entry.codes[0]
    return state_adjective(word)


def _person(
    text: str, words: list[tuple[int, int, str]], place: int, run: int, owners: set[int]
) -> Candidate:
    start, end = words[place][0], words[place + run - 1][1]
    name = " ".join(text[start:end].split())
    low = place
    while low > 0 and low > place - 4 and text[words[low - 1][1] : words[low][0]].strip() == "":
        word = words[low - 1][2]
        if not (low - 1 in owners or _is_title(word) or state_adjective(word) or _known(word)):
            break
        low -= 1
    made = Candidate(
        words[low][0],
        end,
        start,
        end,
        MentionKind.PERSON,
        "name",
        name,
        "",
        near=words_around(text, start, end),
    )
    made.why = f"“{name}” in “{made.near}” names a person"
    title = text[words[low][0] : start].strip()
    if title:
        made.descriptions.append(title)
        made.role = native_role(title)
        codes = [code for _, _, word in words[low:place] if (code := _state_of(word))]
        owned = [words[number][2] for number in range(low, place) if number in owners]
        made.state = codes[-1] if codes else owned[-1] if owned else None
    return made


def _surnames(
    text: str, words: list[tuple[int, int, str]], full: dict[str, str], found: list[Candidate]
) -> list[Candidate]:
    """Later mentions by surname alone, in any case form."""
    taken = sorted((c.head_start, c.head_end) for c in found)
    extra = []
    for start, end, word in words:
        if not word[:1].isupper() or len(word) < 4 or _inside(start, end, taken):
            continue
        name = full.get(surname_stem(word))
        if name is not None:
            made = _make(text, (start, end), MentionKind.PERSON, "name", name, "")
            made.near = words_around(text, start, end)
            made.why = f"“{word}” in “{made.near}” is short for {name}"
            extra.append(made)
    return extra


# -- groups -------------------------------------------------------------------------------------


def _groups(text: str, language: str) -> Iterator[Candidate]:
    """Sources that are described: "два джерела", "deutsche Beamte", "российские власти"."""
    words = _Words(text).items
    for number, (start, end, word) in enumerate(words):
        if not native_group(word, language):
            continue
        low, state = number, None
        while low > 0 and low > number - 3 and text[words[low - 1][1] : words[low][0]] in (" ", "\u00a0"):
            code = state_adjective(words[low - 1][2])
            if code is None:
                break
            state, low = code, low - 1
        begin = words[low][0]
        phrase = text[begin:end]
        made = Candidate(begin, end, start, end, MentionKind.UNNAMED, "group", phrase, "")
        made.why = f"“{phrase}” in “{words_around(text, begin, end)}” describes people without a name"
        made.state, made.plural = state, True
        made.descriptions.append(phrase)
        yield made
