"""A run of capitalised words as a name: the titles in it, whose name it is, and of what sort."""

import re
from dataclasses import dataclass

from onrecord.lang.bodies import BODY_NOUNS
from onrecord.lang.gazetteer import entries
from onrecord.lang.given_names import given_name_gender
from onrecord.lang.noun_forms import singular
from onrecord.lang.party_words import PartyWords, look_up
from onrecord.lang.states import codes_by_demonym
from onrecord.lang.titles import longest_role
from onrecord.stages.article.attribute.draft import Range
from onrecord.stages.article.attribute.parties.phrase_forms import Word

_SORTS = {"state": "state", "capital": "state", "seat": "seat", "body": "body", "outlet": "outlet"}
_OUTLET = frozenset(
    "times post herald news journal tribune gazette chronicle guardian press radio tv courier".split()
)
_PARTY = re.compile(r"(?:crats|icans|vatives|ists|ians|ites|tories|greens)$")


@dataclass(frozen=True, slots=True)
class NameRun:
    """A name's range (None when the run is all title), its titles, sort and gender ("" unknown)."""

    name: Range | None
    start: int
    titles: tuple[str, ...] = ()
    sort: str = ""
    gender: str = ""


def read_run(text: str, run: list[Word], table: PartyWords, head: str, head_word: str) -> NameRun:
    """Titles and honorifics off the left side of a run; what is left is the name."""
    first, gender = 0, ""
    titles: list[str] = []
    for place, word in enumerate(run):
        title = word.low.rstrip(".")
        if title in table.honorifics:
            first, gender = place + 1, table.honorifics[title] or gender
            continue
        role = _role(run[: place + 1], table) if head != "body" else ""
        if role and not _is_body_end(run, place):
            first = place + 1
            titles = [role]
            gender = look_up(table.genders, word.low) or gender
    kept = run[first:]
    if not kept:
        sort = "person" if not titles else ""
        whole = (run[0].start, run[-1].end)
        return NameRun(None if titles else whole, run[0].start, tuple(titles), sort, gender)
    if titles or head in ("office", "unnamed", "people"):
        kept = _without_state(kept)
    name = (kept[0].start, kept[-1].end)
    words = text[name[0] : name[1]]
    sort = "person" if titles or gender or first else name_sort(words, kept, table)
    if head in ("unnamed", "people") and len(kept) < 2 and not first:
        sort = sort if sort != "person" else ""
    elif head in ("outlet", "body") and head_word:
        sort = head
    return NameRun(name, run[0].start, tuple(titles), sort, gender or given_name_gender(words))


def _role(run: list[Word], table: PartyWords) -> str:
    """The title that a run ends with, in lower case; "" for none."""
    lows = tuple(word.low for word in run)
    return role_of(lows, table)


def role_of(lows: tuple[str, ...], table: PartyWords) -> str:
    """The longest title that some lower-case words end with, "" for none."""
    if not lows:
        return ""
    role = longest_role(lows) if not table.head_first else None
    if role is not None:
        return role
    return lows[-1] if look_up(table.heads, lows[-1], table.suffixes) == "office" else ""


def _is_body_end(run: list[Word], place: int) -> bool:
    """ "Prime Minister's Office", "Attorney General's Department": the title belongs to a body's name."""
    rest = run[place + 1 :]
    if run[place].owner and rest:
        return True
    return (
        bool(rest) and rest[-1].low in BODY_NOUNS and len(rest) < 3 and longest_role((rest[-1].low,)) is None
    )


def _without_state(kept: list[Word]) -> list[Word]:
    """ "президент Весты Иво Келлан", "глава МИД Хольм": what comes first of three is whom he serves."""
    while len(kept) > 1 and (
        (kept[0].text.isupper() and len(kept[0].text) > 1 and "." not in kept[0].text)
        or kept[0].text in codes_by_demonym()
        or _is_place(kept[0].text)
    ):
        kept = kept[1:]
    if len(kept) >= 3 and not kept[0].text.isascii():
        kept = kept[-2:] if not given_name_gender(f"{kept[0].text} x") else kept
    return kept


def _is_place(name: str) -> bool:
    entry = entries().get(name)
    return entry is not None and entry.sort in ("state", "capital")


def name_sort(name: str, words: list[Word], table: PartyWords) -> str:
    """person, state, seat, body, outlet, group ("Democrats"), or "" when its form does not tell."""
    entry = entries().get(name)
    if entry is not None and entry.sort in _SORTS:
        return _SORTS[entry.sort]
    if len(words) == 1:
        return _single_sort(words[0])
    if given_name_gender(name):
        return "person"
    lows = [word.low for word in words]
    if lows[-1] in _OUTLET:
        return "outlet"
    bodily = lows[-1] in BODY_NOUNS or ("of" in lows and lows[0] in BODY_NOUNS)
    bodily = bodily or look_up(table.heads, lows[0], table.suffixes) in ("body", "outlet")
    return "body" if bodily else ""


def _single_sort(word: Word) -> str:
    """A one-word name: "Norwegians" and "Democrats" are groups, capitals throughout are a body."""
    demonym = word.text in codes_by_demonym() and word.low.endswith(("s", "ese", "ish"))
    if demonym or (_PARTY.search(word.low) and singular(word.low) != word.low):
        return "group"
    return "body" if word.text.isupper() and 2 <= len(word.text) <= 6 else ""
