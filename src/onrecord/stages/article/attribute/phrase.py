"""What a source phrase is: head, number, name, office, pronoun, definiteness. Nothing is parsed.

A phrase is read once from left to right: what opens it (articles, numbers), its core up to the first
word that hangs something on it (a preposition, a comma, "who"), and appositions behind commas.
"""

import re
from dataclasses import dataclass, replace

from onrecord.lang.gazetteer import entries
from onrecord.lang.party_words import PartyWords, look_up, party_words
from onrecord.lang.states import codes_by_demonym
from onrecord.lang.titles import longest_role
from onrecord.stages.article.attribute.draft import Range
from onrecord.stages.article.attribute.phrase_forms import (
    LONGEST,
    Word,
    head_sort,
    is_capital,
    is_plural_form,
    singular,
    words_in,
)
from onrecord.stages.article.attribute.phrase_names import NameRun, name_sort, read_run, role_of

_PARTS = 4  # appositions looked at
_STOP = re.compile(r"[,;:()\[\]—–]|\s-\s")
_INNER = frozenset("im vom beim in bei".split())
_NEVER_NAMES = frozenset({"unnamed", "people", "saying", "bare"})
_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|их|ых|ому|ему|ую|юю|им|ым|ими|ыми|ій|ої|і|ою|у|ній)$")
_LONG_NAME = 60
_DIGITS = re.compile(r"\d[\d.,]*$")


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
class _Opening:
    size: int
    number: Range | None = None
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    single: bool = False


def make_view(text: str, code: str) -> View:
    """The view of an article, made once."""
    common = frozenset(re.findall(r"(?<![\w’'-])[^\W\d_A-ZА-ЯЁÄÖÜІЇЄҐ][^\W\d_]{2,}", text))
    return View(text, code, party_words(code), common)


def read_phrase(view: View, shown: Range) -> Phrase | None:
    """The phrase of a range, None when it has no word. Only its first 300 characters are read."""
    words = words_in(view.text, shown[0], min(shown[1], shown[0] + LONGEST))
    if not words:
        return None
    told = _told(view, words, shown)
    if told is not None:
        return told
    if view.code == "de" and len(words) > 1 and words[0].low in view.words.makers | _INNER:
        words = words[1:]  # "vom Abgeordneten", "im Fachblatt"
    if words[0].low in view.words.at and len(words) > 1:  # "В порту сообщили": the office there
        where = (words[1].start, words[1].end)
        return Phrase(shown, "body", where, words[1].low, False, (words[1].start, shown[1]), definite=True)
    if len(words) == 1 and (words[0].low in view.words.indefinite or words[0].low in view.words.numbers):
        where = (words[0].start, words[0].end)
        plural = words[0].low in view.words.plural_signs
        return Phrase(shown, "unnamed", where, words[0].low, plural, where, indefinite=True)
    opening = _opening(view, words)
    if (pronoun := _pronoun(view, words, opening, shown)) is not None:
        return pronoun
    first = _after_premodifier(view, words, opening.size)
    core = words[first : _core_end(view, words, first)] or words[-1:]
    joined = _joined(view, words, first + len(core))
    phrase = _read_core(view, core, opening, shown, joined)
    if joined and phrase.name is None and not (opening.indefinite or opening.number):
        phrase = _two_roles(view, phrase, words[first + len(core) + 1 :])
    return _with_parts(view, phrase, words[first + len(core) :])


def _told(view: View, words: list[Word], shown: Range) -> Phrase | None:
    """ "Angaben der Polizei", "Zeugenaussagen": whose they are is the source."""
    match = view.words.tellings.match(words[0].low)
    if match is None:
        return None
    if len(words) > 1:
        first = words[2] if words[1].low in view.words.makers and len(words) > 2 else words[1]
        phrase = read_phrase(view, (first.start, shown[1]))
        return replace(phrase, shown=shown) if phrase is not None else None
    owner = match.group(1).removesuffix("s")
    sort = look_up(view.words.heads, owner, True) if len(owner) > 3 else ""
    where = (words[0].start, words[0].end)
    return Phrase(shown, sort, where, owner, is_plural_form(view.code, owner), where) if sort else None


def _opening(view: View, words: list[Word]) -> _Opening:
    table = view.words
    found = _Opening(0)
    for place, word in enumerate(words[:10]):
        following = words[place + 1] if place + 1 < len(words) else None
        if following is None:
            break
        number = word.low in table.numbers or _DIGITS.match(word.low) is not None
        counted = found.number is not None or found.indefinite or found.single
        if number and (word.low not in table.indefinite or following.low in table.partitives):
            start = found.number[0] if found.number is not None else word.start
            plural = word.low in table.plural_signs or (word.low[:1].isdigit() and word.low != "1")
            found = replace(found, number=(start, word.end), plural=found.plural or plural)
            found = replace(found, single=found.single or word.low in table.one)
        elif word.low in table.indefinite:
            found = replace(found, indefinite=True, single=found.single or word.low in table.one)
            found = replace(found, plural=found.plural or word.low in table.plural_signs)
        elif word.low in table.definite:
            found = replace(found, definite=not counted)
            found = replace(found, plural=found.plural or word.low in table.plural_signs)
        elif not (word.low in table.partitives and counted) and not _is_about(view, word, following):
            break
        found = replace(found, size=place + 1)
    return found


def _is_about(view: View, word: Word, following: Word) -> bool:
    """ "more than 20", "at least two". """
    table = view.words
    return word.low in table.about and (
        following.low in table.about or following.low in table.numbers or following.low[:1].isdigit()
    )


def _pronoun(view: View, words: list[Word], opening: _Opening, shown: Range) -> Phrase | None:
    table = view.words
    last = words[-1]
    agrees = table.pronouns.get(words[0].low, "")
    alone = all(word.low in table.reflexives for word in words[1:3]) and len(words) <= 3
    capital = words[0].text.isupper() and len(words[0].text) > 1
    if agrees and alone and not capital and words[0].low not in table.heads:
        where = (words[0].start, words[0].end)
        plural = agrees == "p"
        return Phrase(shown, "pronoun", where, words[0].low, plural, where, agrees=agrees)
    counted = opening.number is not None or opening.indefinite
    if counted and table.pronouns.get(last.low) == "p" and len(words) <= opening.size + 2:
        head = opening.number or (words[0].start, words[0].end)
        whole = (words[0].start, last.end)
        return Phrase(shown, "unnamed", head, words[0].low, opening.plural, whole, number=head, indefinite=True)
    return None


def _after_premodifier(view: View, words: list[Word], first: int) -> int:
    """Skip what stands before a noun and tells how close it is ("dem Palast nahestehende")."""
    if not view.words.head_first or first >= len(words):
        return first
    starts = [word.start for word in words[: first + 1]]
    tried = (view.words.near.match(view.text, start, words[-1].end) for start in reversed(starts))
    match = next((found for found in tried if found is not None), None)
    if match is None:
        return first
    after = [place for place, word in enumerate(words) if word.start >= match.end()]
    skip = 0 if view.words.nouns_capital else 1
    rest = after[skip] if len(after) > skip else len(words)
    if rest >= len(words) or _STOP.search(view.text, words[first].end, words[rest].start):
        return first
    return rest


def _core_end(view: View, words: list[Word], first: int) -> int:
    """Where the core ends: before a comma, a preposition, a relative, a participle or "and"."""
    table = view.words
    for place in range(first + 1, len(words)):
        word, before = words[place], words[place - 1]
        if _STOP.search(view.text, before.end, word.start):
            return place
        if word.low in table.joins and not _in_name(words, place):
            return place
        if word.low in table.breaks and not _in_name(words, place):
            if table.nouns_capital and not any(is_capital(one) for one in words[first:place]):
                continue
            return place
        if view.code == "en" and _is_participle(view, before, word):
            return place
        if view.words.near.match(view.text, word.start, words[-1].end) is not None:
            return place
    return len(words)


def _in_name(words: list[Word], place: int) -> bool:
    """ "of" in "Bank of Vesta", "and" in "Ministry of Trade and Industry", "von" in "Karl von Horn". """
    if place + 1 >= len(words) or not is_capital(words[place - 1]):
        return False
    low, after = words[place].low, words[place + 1]
    if low in ("and", "&", "und") and is_capital(after) and _is_titled(words, place):
        return True
    if low in ("and", "und"):
        return any(word.low == "of" for word in words[max(0, place - 4) : place]) and is_capital(after)
    if low in ("of", "for"):
        after = words[place + 2] if after.low == "the" and place + 2 < len(words) else after
        role = tuple(word.low for word in words[max(0, place - 1) : place + 2])
        return is_capital(after) and (longest_role(role[:1]) is None or longest_role(role) == " ".join(role))
    return low in ("von", "van") and is_capital(after)


def _is_titled(words: list[Word], place: int) -> bool:
    """ "The Globe and Tide": an article, one word, "and", and another word make one name."""
    before, after = words[place - 1], words[place + 1]
    alone = place == 2 and len(words) in (4, 5) and not before.owner
    known = role_of((before.low,), party_words("en")) or entries().get(before.text) or entries().get(after.text)
    return alone and words[0].low in ("the", "die", "der") and not known


def _is_participle(view: View, before: Word, word: Word) -> bool:
    ending = word.low.endswith(("ing", "ed")) and word.text.islower() and len(word.low) > 4
    return ending and bool(look_up(view.words.heads, singular(before.low)) or is_capital(before))


def _two_roles(view: View, phrase: Phrase, rest: list[Word]) -> Phrase:
    """ "Lenz mayor and former boxer Ivo Stark" is one person with two roles."""
    if not rest or phrase.sort not in ("office", "people", "unnamed"):
        return phrase
    core = rest[: _core_end(view, rest, 0)] or rest[:1]
    other = _read_core(view, core, _Opening(0), phrase.shown, False)
    if other.name is None or other.sort != "person" or (is_capital(core[0]) and not view.words.nouns_capital):
        return phrase
    return replace(phrase, name=other.name, sort="person", plural=False, gender=phrase.gender or other.gender)


def _joined(view: View, words: list[Word], end: int) -> bool:
    """Whether "and" and another noun or name follow the core."""
    rest = words[end : end + 12]
    if rest and rest[0].low in view.words.joins:
        return True
    tail = [word.low for word in rest]
    return any(low in view.words.joins for low in tail) and _names_listed(view, words, end)


def _names_listed(view: View, words: list[Word], end: int) -> bool:
    """ "Holm, Vance and Karr": only capitals, commas and the last "and"."""
    rest = words[end:]
    return all(is_capital(word) or word.low in view.words.joins for word in rest)


def _read_core(
    view: View, core: list[Word], opening: _Opening, shown: Range, joined: bool
) -> Phrase:
    while len(core) > 1 and core[-1].low in view.words.reflexives:
        core = core[:-1]
    if (listed := _listed(view, core, opening, shown)) is not None:
        return listed
    at = _head_place(view, core)
    run = _name_run(view, core, at, opening, shown)
    head = core[at] if at >= 0 else core[-1]
    sort = head_sort(view.words.heads, head, view.words.suffixes)
    plural = opening.plural or joined or (not opening.single and _is_plural(view, head, run, at))
    described = (core[0].start, core[-1].end)
    made = Phrase(
        shown,
        sort,
        (head.start, head.end),
        head.singular,
        plural,
        described,
        number=opening.number,
        definite=opening.definite or any(word.owner for word in core),
        indefinite=opening.indefinite or (opening.number is not None and not opening.definite),
        gender=look_up(view.words.genders, head.low),
        titles=_titles(view, core, at, run),
        owner=next((word.text for word in core if word.owner), ""),
    )
    return _named(view, made, run) if run is not None else made


def _listed(view: View, core: list[Word], opening: _Opening, shown: Range) -> Phrase | None:
    """A core that is, as a whole, a name of the gazetteers ("Vereinten Nationen")."""
    where = (core[0].start, core[-1].end)
    words = view.text[where[0] : where[1]]
    entry = entries().get(words) if len(words) < _LONG_NAME else None
    if entry is None or entry.sort == "demonym" or not is_capital(core[0]):
        return None
    sort = name_sort(words, core, view.words)
    head = (core[-1].start, core[-1].end)
    return Phrase(shown, sort, head, core[-1].low, False, where, where, definite=opening.definite)


def _head_place(view: View, core: list[Word]) -> int:
    """The head's place in the core, -1 when it is nothing but a name."""
    table = view.words
    if not table.head_first:
        last = core[-1]
        return -1 if is_capital(last) and not _is_common(view, core, len(core) - 1) else len(core) - 1
    known = [
        place
        for place, word in enumerate(core)
        if look_up(table.heads, word.low, table.suffixes) and word.low not in table.owners
    ]
    if known and (not table.nouns_capital or is_capital(core[known[0]]) or len(core) == 1):
        return known[0]
    if known and not any(is_capital(word) for word in core):
        return known[0]
    return -1 if any(is_capital(word) for word in core) else _first_noun(view, core)


def _first_noun(view: View, core: list[Word]) -> int:
    """The first word that is no adjective by its ending, where no noun of the tables stands."""
    if view.words.nouns_capital:
        return len(core) - 1
    nouns = (place for place, word in enumerate(core) if _ADJECTIVE.search(word.low) is None)
    return next(nouns, 0)


def _is_common(view: View, core: list[Word], place: int) -> bool:
    """A capital that only opens a sentence: "Officials said"."""
    word = core[place]
    if len(core) == 1 and head_sort(view.words.heads, word) in _NEVER_NAMES:
        return True
    before = view.text[max(0, word.start - 40) : word.start].rstrip(" \t\"“”'‘«„")
    if before and before[-1] not in ".!?:\n…":
        return False
    return bool(head_sort(view.words.heads, word)) or word.low in view.common


def _name_run(
    view: View, core: list[Word], at: int, opening: _Opening, shown: Range
) -> NameRun | None:
    """The proper name in the core, with the titles that stand in it."""
    table = view.words
    if table.head_first:
        run = core[at + 1 :] if at >= 0 else core
        kept = _last_capitals(run, table)
        if not kept or (at < 0 and table.nouns_capital and _is_noun(view, kept, opening)):
            return None
        sort = look_up(table.heads, core[at].low, table.suffixes) if at >= 0 else ""
        return read_run(view.text, kept, table, sort, core[at].low if at >= 0 else "")
    last = len(core) - 1 if at < 0 else at - 1
    kept = _last_capitals(core[: last + 1], table) if last >= 0 else []
    if not kept or kept[-1] is not core[last]:
        return None
    if len(kept) == len(core) and len(kept) == 1 and _is_common(view, core, 0):
        return None
    head = look_up(table.heads, core[at].singular) if at >= 0 else ""
    if at >= 0 and (head not in ("outlet", "body") or kept[-1].owner or _is_adjective(kept[-1])):
        return None
    return read_run(view.text, kept, table, head, core[at].singular if at >= 0 else "")


def _is_adjective(word: Word) -> bool:
    return word.text in codes_by_demonym()


def _is_noun(view: View, kept: list[Word], opening: _Opening) -> bool:
    """German nouns have capitals too: one word with an article is a noun, not a name."""
    if entries().get(kept[-1].text) is not None or kept[-1].text.isupper():
        return False
    return len(kept) == 1 and (opening.definite or opening.indefinite or opening.number is not None)


def _last_capitals(words: list[Word], table: PartyWords) -> list[Word]:
    """The last run of capitalised words, with the particles inside it."""
    end = len(words)
    while end and not is_capital(words[end - 1]):
        end -= 1
    start = end
    while start:
        word = words[start - 1]
        inside = word.low in table.links and start > 1 and is_capital(words[start - 2])
        if not (is_capital(word) or (inside and start < end)) or (word.owner and start < end):
            break
        start -= 1
    return words[start:end]


def _is_plural(view: View, head: Word, run: NameRun | None, at: int) -> bool:
    if run is not None and at < 0:
        return run.sort == "group"
    return is_plural_form(view.code, head.low) or head.low in view.words.plural_signs


def _titles(view: View, core: list[Word], at: int, run: NameRun | None) -> tuple[str, ...]:
    """Offices and roles in the core: the longest that ends at its head or before its name."""
    if view.words.head_first:
        return (core[at].low,) if at >= 0 else (run.titles if run is not None else ())
    if run is not None and run.titles:
        return run.titles
    end = at + 1 if at >= 0 else len(core)
    if run is not None and at < 0:
        end = sum(1 for word in core if word.end <= run.start)
    lows = tuple(word.low for word in core[:end])
    if lows:
        lows = (*lows[:-1], core[end - 1].singular)
    role = longest_role(lows)
    return (role,) if role is not None else ()


def _named(view: View, made: Phrase, run: NameRun) -> Phrase:
    """A phrase with its name. A run that was all title ("the President") is an office."""
    if run.name is None:
        head = run.titles[-1] if run.titles else made.head_word
        return replace(made, sort="office", head_word=head, titles=run.titles or made.titles)
    name = run.name
    if made.sort == "body" and name[1] < made.head[1] and not view.words.head_first:
        name = (name[0], made.head[1])
    two = len(words_in(view.text, *name)) > 1 and run.sort not in ("body", "outlet", "state", "seat", "group")
    alike = view.text[name[0]].isascii() == view.text[made.head[0]].isascii()
    if made.sort in ("bare", "saying", "document") or (
        made.sort in ("unnamed", "people") and run.sort != "person" and not (two and alike)
    ):
        return made
    gender = run.gender or made.gender
    titles = (*run.titles, *(title for title in made.titles if title not in run.titles))
    sort = run.sort or made.sort
    if made.sort in ("unnamed", "people", "office", "body", "outlet") and not run.sort:
        sort = "person" if made.sort in ("unnamed", "people", "office") else made.sort
    elif titles and not run.sort:
        sort = "person"
    return replace(made, sort=sort or "name", name=name, gender=gender, titles=titles)


def _with_parts(view: View, phrase: Phrase, rest: list[Word]) -> Phrase:
    """What stands behind commas: ", the foreign minister," or ", Mira Holm,"."""
    for part in _parts(view, rest):
        if part[0].low in view.words.breaks or part[0].low in view.words.joins:
            continue
        opening = _opening(view, part)
        core = part[opening.size : _core_end(view, part, opening.size)] or part[-1:]
        if phrase.name is None and not phrase.plural and phrase.sort != "pronoun":
            other = _read_core(view, core, _Opening(0), (core[0].start, core[-1].end), False)
            if other.name is not None and other.sort in ("person", "name") and len(core) > 1:
                titles = tuple(dict.fromkeys((*phrase.titles, *other.titles)))
                gender = phrase.gender or other.gender
                phrase = replace(phrase, name=other.name, sort="person", titles=titles, gender=gender)
        elif phrase.name is not None and not phrase.plural:
            other = _read_core(view, core, opening, (core[0].start, core[-1].end), False)
            titles = tuple(dict.fromkeys((*phrase.titles, *other.titles)))
            person = bool(other.titles) and phrase.sort == "name"
            phrase = replace(phrase, titles=titles, sort="person" if person else phrase.sort)
    return _called(view, phrase)


def _called(view: View, phrase: Phrase) -> Phrase:
    """ "a woman named Mira", "мужчина по имени Иво": described, and yet named."""
    if phrase.name is not None:
        return phrase
    end = min(phrase.shown[1], phrase.shown[0] + LONGEST)
    match = view.words.named_as.search(view.text, phrase.described[1], end)
    words = words_in(view.text, match.end(), min(end, match.end() + 60)) if match is not None else []
    if match is None or not words or not is_capital(words[0]):
        return phrase
    last = words[0]
    for word in words[1:3]:
        if not is_capital(word) or view.text[last.end : word.start] != " ":
            break
        last = word
    return replace(phrase, name=(words[0].start, last.end), sort="person")


def _parts(view: View, rest: list[Word]) -> list[list[Word]]:
    """Words between commas and dashes, a few parts at most."""
    parts: list[list[Word]] = [[]]
    for place, word in enumerate(rest):
        before = rest[place - 1].end if place else word.start - 2
        if _STOP.search(view.text, max(0, before), word.start):
            parts.append([])
        parts[-1].append(word)
    return [part for part in parts[1 : _PARTS + 1] if part]


def words_of(view: View, span: Range, most: int = 160) -> str:
    """The words of a range for a reason: on one line, not too long."""
    found = " ".join(view.text[span[0] : min(span[1], span[0] + most)].split())
    return found + " …" if span[1] - span[0] > most else found
