"""Who and what an article names: gazetteer names, persons, bodies, and states that no table knows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from onrecord.lang.bodies import BODY_NOUNS
from onrecord.lang.gazetteer import Entry, entries, gazetteer
from onrecord.lang.titles import HONORIFICS, ROLES
from onrecord.stages.article.mentions.invented import Invented, find_invented
from onrecord.stages.article.mentions.people import CALENDAR, LATIN, POSSESSIVE, Persons, find_persons
from onrecord.stages.article.mentions.surroundings import Surroundings, read_surroundings
from onrecord.stages.article.mentions.tokens import TokenIndex
from onrecord.text.phrases import PhraseTable

_DATELINE = re.compile(r"^\(([A-ZÀ-Þ][\w.&’' /-]{1,38}[\w.])\)(?= ?[-–—]? ?\S)", re.MULTILINE)
_IN_BRACKETS = re.compile(r" \(([A-ZÀ-Þ]{2,9})\)")
_SPELT = 120  # characters that the words of an abbreviation may take
_SPELT_WORD = re.compile(r"[^\W_]+")
_REPORTING = frozenset("report write publish refer broadcast cite quote reveal".split())
_PRESS_WORDS = frozenset(
    """times post herald tribune gazette journal chronicle observer telegraph courier daily news mail mirror
    standard newswire broadcasting tv radio zeitung newspaper magazine bulletin dispatch inquirer examiner
    sentinel weekly press""".split()
)
# Outlets whose name is also a word, a first name or a place.
AMBIGUOUS_OUTLETS = frozenset(
    """Focus Stern Dawn Time Times Babel Bild Fars Mehr Petra Antara Andina Lenta Strana Dozhd Kurier
    Verstka Forbes Nexta Newswire Guardian Independent Mirror Sun Telegraph Economist Spiegel NV RT
    CP AP TAP MAP SPA APP UNI MENA PANA ISNA Saba SABA NOS ERR TSN DW FT PA""".split()
)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name in the text. `sort`: person, state, capital, seat, demonym, body, outlet, place."""

    start: int
    end: int
    sort: str
    name: str
    codes: tuple[str, ...] = ()
    adjective: bool = False
    why: str = ""


@dataclass(slots=True)
class Names:
    """All names of an article, in order, with what was learnt about persons and invented states."""

    occurrences: list[Occurrence]
    persons: Persons
    invented: Invented
    around: Surroundings


def find_names(tokens: TokenIndex, in_heading: list[bool]) -> Names:
    """Every name in the text, longest first where they overlap."""
    text = tokens.text
    around = read_surroundings(text)
    persons = find_persons(tokens, in_heading, around)
    surnames = {name.split()[-1] for name in persons.full if " " in name}
    invented = find_invented(text, set(persons.short), surnames)
    for name in invented.all_names():
        persons.full.pop(name, None)
        persons.short.pop(name, None)
    found = (
        list(_known(tokens))
        + list(_person_places(tokens, persons))
        + list(invented.occurrences(text, Occurrence))
    )
    recognised = [
        _without_person(item, persons)
        for item in _entities(tokens, in_heading, around.places)
        if not _starts_with_person(item, persons)
    ]
    recognised += _outlets_by_place(tokens, persons) + _by_surroundings(text, around, persons, invented)
    recognised += _letters(text, invented.all_names() | persons.short.keys())
    found += _repeated(text, recognised)
    found += recognised + list(_land(text, around, persons, invented))
    return Names(_longest(_behind_datelines(found, around)), persons, invented, around)


def _by_surroundings(
    text: str, around: Surroundings, persons: Persons, invented: Invented
) -> list[Occurrence]:
    """Agencies, papers and bodies that no table knows, told by the words around them ("told Harrow")."""
    known = invented.all_names()
    found = []
    for hints, sure in ((around.agencies, True), (around.cited, False)):
        for name, quote in sorted(hints.items()):
            if name in entries() or name in known or name in CALENDAR or name in persons.short:
                continue
            if not sure and (name in persons.full or name.casefold() in ROLES):
                continue
            start = text.find(name)
            why = f"is what a report rests on in “{quote}”"
            found.append(Occurrence(start, start + len(name), "outlet", name, why=why))
    for name, quote in sorted(around.bodies.items()):
        if name not in entries() and name not in known and name not in persons.full and " " in name:
            start = text.find(name)
            found.append(Occurrence(start, start + len(name), "body", name, why=f"is a body in “{quote}”"))
    return found


def _land(text: str, around: Surroundings, persons: Persons, invented: Invented) -> Iterator[Occurrence]:
    """Places told by the land around them ("the Corva valley"), wherever their name stands."""
    known = invented.all_names()
    table: PhraseTable[str] = PhraseTable(
        (name, quote)
        for name, quote in sorted(around.places.items())
        if name not in entries() and name not in known and name not in persons.short
    )
    for start, end, quote in table.find(text):
        yield Occurrence(start, end, "place", text[start:end], why=f"is land in “{quote}”")


def _behind_datelines(found: list[Occurrence], around: Surroundings) -> list[Occurrence]:
    """What opens a report ("VINT, March 4 -") is where it was written and nobody who acts."""
    for line in around.datelines:
        found = [item for item in found if item.end <= line.start or item.start >= line.end]
        found.append(
            Occurrence(line.start, line.end, "place", line.name, why="is where the report was written")
        )
    return found


def _starts_with_person(item: Occurrence, persons: Persons) -> bool:
    """ "Kellan Signals Openness": the recogniser ran on after a person's name."""
    words = item.name.split()
    if words[0] in HONORIFICS:
        return True
    return len(words) > 1 and words[0] in persons.short and words[-1].casefold() not in BODY_NOUNS


def _without_person(item: Occurrence, persons: Persons) -> Occurrence:
    """ "the spokesman of Lake Steel, Wim Astor": the recogniser ran the name into the body's."""
    body, comma, name = item.name.partition(", ")
    if not comma or name not in persons.full:
        return item
    return replace(item, end=item.start + len(body), name=body)


def _outlets_by_place(tokens: TokenIndex, persons: Persons) -> list[Occurrence]:
    """Outlets that no table knows: a bracketed name that opens a line, or a name that reports or writes."""
    found = []
    for match in _DATELINE.finditer(tokens.text):
        quote = tokens.text[match.start() : match.end() + 25].split("\n")[0]
        found.append(Occurrence(*match.span(1), "outlet", match.group(1), why=f"opens the line “{quote}”"))
    for token in tokens.items:
        if token.dep_ != "nsubj" or token.head.lemma_ not in _REPORTING or token.pos_ != "PROPN":
            continue
        known = (
            token.text in entries()
            or token.text in persons.short
            or token.ent_type_ in ("GPE", "NORP", "PERSON")
        )
        named = token.ent_type_ in ("ORG", "FAC", "LOC", "PRODUCT", "WORK_OF_ART") or token.text.isupper()
        if known or not named:
            continue
        first = token.i
        while (
            first
            and tokens.items[first - 1].text[:1].isupper()
            and tokens.items[first - 1].dep_ == "compound"
        ):
            first -= 1
        low, high = min(first, token.head.i), max(token.i, token.head.i)
        quote = " ".join(tokens.doc[low : high + 1].text.split())
        start, end = tokens.items[first].idx, token.idx + len(token.text)
        name = tokens.text[start:end]
        if name not in persons.full and "\n" not in name:
            found.append(
                Occurrence(start, end, "outlet", " ".join(name.split()), why=f"reports, in “{quote}”")
            )
    return found


def _joins_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.dep_ == "compound"


def _letters(text: str, known: set[str]) -> list[Occurrence]:
    """ "the Dock and Harbour Workers' Union (DHWU)": a body and its letters, told by each other."""
    found = []
    for match in _IN_BRACKETS.finditer(text):
        start = _spelt_out(text, match.start(), match[1])
        if start is None or match[1] in known or match[1] in entries():
            continue
        name = text[start : match.start()]
        why = f"is spelt out in “{text[start : match.end()]}”"
        found.append(Occurrence(start, match.start(), "body", name))
        found.append(Occurrence(*match.span(1), "body", match[1], why=why))
    return found


def _spelt_out(text: str, end: int, letters: str) -> int | None:
    """Where the words begin whose capitals are these letters; one of them must be a noun of a body."""
    low = max(0, end - _SPELT, text.rfind("\n", 0, end) + 1)
    left = len(letters)
    body = False
    for word in reversed(list(_SPELT_WORD.finditer(text, low, end))):
        body = body or word.group().casefold() in BODY_NOUNS
        if not word.group()[0].isupper():
            if word.group() not in ("of", "and", "for", "the", "in", "s"):
                return None
            continue
        left -= 1
        if word.group()[0] != letters[left]:
            return None
        if not left:
            return word.start() if body else None
    return None


def _repeated(text: str, recognised: list[Occurrence]) -> list[Occurrence]:
    """A body recognised once is the same body wherever its name stands, also in headings."""
    outlets = {item.name for item in recognised if item.sort == "outlet"}
    bodies = {item.name for item in recognised if item.sort == "body" and len(item.name) > 2} - outlets
    named = [(name, "outlet") for name in sorted(outlets)] + [(name, "body") for name in sorted(bodies)]
    table: PhraseTable[tuple[str, str]] = PhraseTable((name, (name, sort)) for name, sort in named)
    return [Occurrence(start, end, sort, name) for start, end, (name, sort) in table.find(text)]


def _known(tokens: TokenIndex) -> Iterator[Occurrence]:
    for start, end, entry in gazetteer().find(tokens.text):
        if entry.sort != "outlet" or _is_outlet(tokens, start, end):
            yield _from_entry(start, end, entry)


def _from_entry(start: int, end: int, entry: Entry) -> Occurrence:
    return Occurrence(start, end, entry.sort, entry.name, entry.codes, entry.adjective)


def _is_outlet(tokens: TokenIndex, start: int, end: int) -> bool:
    """A one-word name that is also a word or a first name needs more: the tagger's or a speaker's place."""
    name = tokens.text[start:end]
    if " " in name or "." in name or (name.isupper() and len(name) > 2):
        return True
    span = tokens.span(start, end)
    if span is None or span.root.pos_ not in ("PROPN", "X"):
        return False
    root = span.root
    if name not in AMBIGUOUS_OUTLETS:
        return root.ent_type_ != "PERSON" or root.dep_ not in ("compound", "amod")
    return root.ent_type_ == "ORG" and root.dep_ not in ("compound", "amod")


def _person_places(tokens: TokenIndex, persons: Persons) -> Iterator[Occurrence]:
    table: PhraseTable[tuple[str, ...]] = PhraseTable(
        [(name, (name,)) for name in sorted(persons.full) if " " in name]
        + [(name, tuple(fulls)) for name, fulls in sorted(persons.short.items())]
    )
    for start, end, fulls in table.find(tokens.text):
        if " " in tokens.text[start:end] or _proper_at(tokens, start, end):
            yield Occurrence(start, end, "person", fulls[0], fulls)


def _proper_at(tokens: TokenIndex, start: int, end: int) -> bool:
    span = tokens.span(start, end)
    return span is not None and all(token.pos_ in ("PROPN", "NOUN", "PUNCT", "X", "ADJ") for token in span)


_ENTITY_SORT = {"ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "PERSON": "person"}


def _entities(tokens: TokenIndex, in_heading: list[bool], places: Mapping[str, str]) -> list[Occurrence]:
    """Names that only the recogniser knows: bodies and places."""
    found = []
    for entity in tokens.ents:
        sort = _ENTITY_SORT.get(entity.label_)
        if sort in (None, "person") or in_heading[entity.start] or "\n" in entity.text:
            continue
        start, end = entity.start_char, entity.end_char
        if entity.text[:4].casefold() == "the ":
            start += 4
        end -= len(tokens.text[start:end]) - len(POSSESSIVE.sub("", tokens.text[start:end]))
        name = tokens.text[start:end]
        if name[:1].isupper() and len(name) > 1 and not _is_title_word(name) and LATIN.search(name):
            if sort == "place" and name.split()[-1].casefold() in BODY_NOUNS:
                sort = "body"
            if sort in ("body", "place") and " " in name and name.split()[-1].casefold() in _PRESS_WORDS:
                sort = "outlet"
            if sort == "body" and name in places:
                sort = "place"
            found.append(Occurrence(start, end, sort or "", " ".join(name.split())))
    return found


def _is_title_word(name: str) -> bool:
    """A lone "State" or "President" that the recogniser takes for a body."""
    low = name.casefold()
    return low in ROLES or low in ("state", "defense", "defence", "foreign", "internet", "covid-19")


_RANK = ("person", "state", "capital", "seat", "demonym", "outlet", "body", "place")


def _longest(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Names in text order. A body may hold names of states inside; else the longest name wins."""
    ordered = sorted(found, key=lambda o: (o.start, -o.end, _RANK.index(o.sort)))
    kept: list[Occurrence] = []
    body_end = end = 0
    for item in ordered:
        if item.start >= max(end, body_end):
            kept.append(item)
            if item.sort == "body":
                body_end = item.end
            else:
                end = item.end
        elif (
            item.start >= end
            and item.sort in ("state", "demonym", "capital", "seat")
            and item.end <= body_end
        ):
            if (item.start, item.end) == (kept[-1].start, kept[-1].end):
                continue
            kept.append(item)
            end = item.end
    return kept
