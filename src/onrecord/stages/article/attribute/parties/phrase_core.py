"""The core of a source phrase: its head noun, the name in it, its titles, its number."""

from dataclasses import replace

from onrecord.lang.gazetteer import entries
from onrecord.lang.name_places import ADJECTIVE_ENDING
from onrecord.lang.noun_forms import is_plural_form
from onrecord.lang.party_words import PartyWords, look_up
from onrecord.lang.states import codes_by_demonym
from onrecord.lang.titles import longest_role
from onrecord.stages.article.attribute.draft import Range
from onrecord.stages.article.attribute.parties.phrase_data import Opening, Phrase, View
from onrecord.stages.article.attribute.parties.phrase_forms import Word, head_sort, is_capital, words_in
from onrecord.stages.article.attribute.parties.phrase_names import NameRun, name_sort, read_run

_NEVER_NAMES = frozenset({"unnamed", "people", "saying", "bare"})
_NO_PERSONS = frozenset({"body", "outlet", "state", "seat", "group"})
_LONG_NAME = 60


def read_core(view: View, core: list[Word], opening: Opening, shown: Range, joined: bool = False) -> Phrase:
    """The phrase of a core (not empty); `joined`: "and" and another follow it."""
    while len(core) > 1 and core[-1].low in view.words.reflexives:
        core = core[:-1]
    if (listed := _listed(view, core, opening, shown)) is not None:
        return listed
    at = _head_place(view, core)
    run = _name_run(view, core, at, opening)
    if run is not None and at < 0 and core[-1].low in view.words.adherents:
        run = None
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


def _listed(view: View, core: list[Word], opening: Opening, shown: Range) -> Phrase | None:
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
    nouns = (place for place, word in enumerate(core) if ADJECTIVE_ENDING.search(word.low) is None)
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


def _name_run(view: View, core: list[Word], at: int, opening: Opening) -> NameRun | None:
    """The proper name in the core, with the titles that stand in it."""
    table = view.words
    if table.head_first:
        return _name_behind(view, core, at, opening)
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


def _name_behind(view: View, core: list[Word], at: int, opening: Opening) -> NameRun | None:
    """The name behind the head, where the head comes first ("Außenministerin Mira Holm")."""
    table = view.words
    kept = _last_capitals(core[at + 1 :] if at >= 0 else core, table)
    if not kept or (at < 0 and table.nouns_capital and _is_noun(kept, opening)):
        return None
    sort = look_up(table.heads, core[at].low, table.suffixes) if at >= 0 else ""
    return read_run(view.text, kept, table, sort, core[at].low if at >= 0 else "")


def _is_adjective(word: Word) -> bool:
    return word.text in codes_by_demonym()


def _is_noun(kept: list[Word], opening: Opening) -> bool:
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
    if not _may_be_named(view, made, run, name):
        return made
    gender = run.gender or made.gender
    titles = (*run.titles, *(title for title in made.titles if title not in run.titles))
    sort = run.sort or made.sort
    if made.sort in ("unnamed", "people", "office", "body", "outlet") and not run.sort:
        sort = "person" if made.sort in ("unnamed", "people", "office") else made.sort
    elif titles and not run.sort:
        sort = "person"
    return replace(made, sort=sort or "name", name=name, gender=gender, titles=titles)


def _may_be_named(view: View, made: Phrase, run: NameRun, name: Range) -> bool:
    """Whether a name behind or before a head is its own: "аналитик Иво Келлан", not "источник Reuters"."""
    if made.sort in ("bare", "saying", "document"):
        return False
    if made.sort not in ("unnamed", "people") or run.sort == "person":
        return True
    alike = view.text[name[0]].isascii() == view.text[made.head[0]].isascii()
    return alike and len(words_in(view.text, *name)) > 1 and run.sort not in _NO_PERSONS
