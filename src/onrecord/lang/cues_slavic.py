"""Cue tables of Russian and Ukrainian: what a table holds, and how the forms of a verb are listed.

Class words are those of `onrecord.data.CueClass`. All keys are lower case, with "ё" written as "е" and
the Ukrainian apostrophe as "'". A verb's forms are spelt out from five given ones, never stemmed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_LABIALS = "бпвмф"
_SIBILANTS = "шщжч"


@dataclass(frozen=True, slots=True)
class CueVerb:
    """One form of a cue verb.

    `form`: past, present, future, infinitive or gerund. `agree`: m, f, n, p (plural), s (singular of any
    gender), "" where the form tells nothing. `frames`: c a clause or quotation after it, t a clause
    before it ("..., says X"), q only a quotation, i an infinitive, o an object (w: of several words),
    a "about ...", r somebody blamed for something, v what something is called, n "на ..." (complained of).
    """

    cue_class: str
    form: str
    agree: str
    frames: str


@dataclass(frozen=True, slots=True)
class SlavicCues:
    """One language.

    Cues: `light` are verbs that make a cue with one of `light_nouns` ("выразил | уверенность"); `prefixes`
    stand before a source ("по словам"), `owned` are the two words around a pronoun; `rumours` need no
    source; `citing` stands before the cited, `cites` begins its participles; `impersonal` and `follows`
    have a document or nobody for a subject; `known` is "стало известно"; `per` "(цитата по X)"; `words_of`,
    `relaying`, `gives`, `citers` and `said_by` are "его слова приводит", "приводит слова", "на которые
    ссылается", "со слов"; `hearing` and `heard_from` "узнал от"; `nouns` take an owner and a clause;
    `whispers` mark hearsay within a clause, `quotes_on` open a content by themselves.
    Contents: `that` and `asks` open a clause (`who`: no speaker), `about_that` stands before it, `about`
    before an object; `pointing` points back. Modality: `negations`, `conditional`, `asking`, `if_words`,
    `coming` and `wishing` (before an infinitive), `admitting` (with "не": no negation).
    Phrases: `nominative`, `possessive` and `dative` pronouns, `prepositions`, `places` (those of place),
    `loose` (adverbs and particles of no phrase), `openers` (conjunctions; `joining` those between equals),
    `told` (people and outlets in the dative; with `like_genitive` endings it may be the genitive),
    `objects` (between a verb and its subject), `heads` (nominatives that endings do not tell),
    `several` (those of many), `labels` (before a colon, no speaker), `carried` (sources of an outlet named
    before), `responding`. Beginnings of words: `occasions`, `tells_to` (with somebody told), `answers`,
    `channels`, `bodies` (what speaks as a place), `roles`, `unnamed`, `named` (before a name in quotation
    marks), `media`, `attached` (goes on with a source after a comma), `relatives`, `silence`. Endings:
    `infinitives`, `gerunds`, `plural_people`, `adjectives`, `oblique`, `finite`, with what only looks so.
    """

    code: str
    verbs: Mapping[str, CueVerb]
    light: Mapping[str, CueVerb]
    light_nouns: Mapping[tuple[str, ...], str]
    prefixes: Mapping[tuple[str, ...], str]
    owned: Mapping[tuple[str, str], str]
    rumours: Mapping[tuple[str, ...], str]
    citing: frozenset[tuple[str, ...]]
    cites: tuple[str, ...]
    impersonal: Mapping[str, str]
    follows: frozenset[str]
    known: frozenset[tuple[str, ...]]
    per: frozenset[tuple[str, ...]]
    objects: frozenset[str]
    as_words: frozenset[str]
    that: frozenset[str]
    asks: frozenset[str]
    who: frozenset[str]
    about_that: frozenset[tuple[str, ...]]
    about: frozenset[str]
    pointing: frozenset[tuple[str, ...]]
    words_of: frozenset[str]
    relaying: Mapping[str, str]
    gives: frozenset[str]
    hearing: frozenset[str]
    heard_from: frozenset[str]
    citers: frozenset[str]
    said_by: frozenset[str]
    nouns: Mapping[str, str]
    responding: frozenset[str]
    carried: frozenset[str]
    whispers: frozenset[str]
    quotes_on: frozenset[str]
    nominative: frozenset[str]
    possessive: frozenset[str]
    dative: frozenset[str]
    prepositions: frozenset[str]
    places: frozenset[str]
    loose: frozenset[str]
    openers: frozenset[str]
    joining: frozenset[str]
    negations: frozenset[str]
    conditional: frozenset[str]
    asking: frozenset[str]
    if_words: frozenset[str]
    coming: frozenset[str]
    wishing: frozenset[str]
    told: frozenset[str]
    like_genitive: tuple[str, ...]
    occasions: tuple[str, ...]
    tells_to: tuple[str, ...]
    answers: tuple[str, ...]
    channels: tuple[str, ...]
    bodies: tuple[str, ...]
    roles: tuple[str, ...]
    unnamed: tuple[str, ...]
    named: tuple[str, ...]
    media: tuple[str, ...]
    attached: tuple[str, ...]
    relatives: tuple[str, ...]
    nominative_relatives: frozenset[str]
    heads: frozenset[str]
    several: frozenset[str]
    labels: frozenset[str]
    silence: tuple[str, ...]
    admitting: frozenset[str]
    infinitives: tuple[str, ...]
    not_infinitives: frozenset[str]
    gerunds: tuple[str, ...]
    plural_people: tuple[str, ...]
    adjectives: tuple[str, ...]
    oblique: tuple[str, ...]
    finite: tuple[str, ...]
    not_finite: frozenset[str]


def folded(word: str) -> str:
    """A word as the tables have it."""
    return word.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def listed(block: str) -> frozenset[str]:
    """The words of a block as a set."""
    return frozenset(folded(block).split())


def phrases(*blocks: str) -> frozenset[tuple[str, ...]]:
    """Phrases as tuples of words."""
    return frozenset(tuple(folded(block).split()) for block in blocks)


def classed(classes: Mapping[str, Iterable[str]]) -> dict[tuple[str, ...], str]:
    """{"say": ["по словам"]} as {("по", "словам"): "say"}."""
    return {tuple(folded(item).split()): name for name, items in classes.items() for item in items}


def nouns(classes: Mapping[str, str]) -> dict[str, str]:
    """{"say": "слова слов"} as {"слова": "say", "слов": "say"}; a form given twice keeps its first class."""
    found: dict[str, str] = {}
    for name, forms in classes.items():
        for form in folded(forms).split():
            found.setdefault(form, name)
    return found


def owned(classes: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """{"say": "по:словам"} as {("по", "словам"): "say"}."""
    found = {}
    for name, items in classes.items():
        for item in items.split():
            first, _, last = folded(item).partition(":")
            found[first, last] = name
    return found


def verb_forms(code: str, lines: str) -> dict[str, CueVerb]:
    """Lines of "class frames: past/present/future/infinitives/gerunds, ..." as a table of forms.

    Each place holds third persons singular (the masculine of the past), "-" for none. "=уверена:f" is
    a form that stands for itself, with what it agrees with.
    """
    found: dict[str, CueVerb] = {}
    for line in lines.strip().splitlines():
        head, _, entries = line.partition(":")
        cue_class, frames = head.split()
        for entry in entries.split(","):
            parts = [part.split() for part in folded(entry).split("/")]
            for place, form in enumerate(("past", "present", "future", "infinitive", "gerund")):
                for word in parts[place] if place < len(parts) else []:
                    if word != "-":
                        for one, agree in _spelt(code, word, form):
                            found.setdefault(one, CueVerb(cue_class, form, agree, frames))
    return found


def _spelt(code: str, word: str, form: str) -> list[tuple[str, str]]:
    if word.startswith("="):
        own, _, agree = word[1:].partition(":")
        return [(own, agree)]
    if form in ("infinitive", "gerund"):
        return [(word, "")]
    if form == "past":
        return _past(code, word)
    return [(word, "s"), (_plural(code, word), "p")]


def _past(code: str, word: str) -> list[tuple[str, str]]:
    reflexive = "ся" if word.endswith("ся") else ""
    stem = word.removesuffix("ся")
    bare = stem[:-1] if stem.endswith("л" if code == "ru" else "в") else stem
    rest = [("ла", "f"), ("ло", "n"), ("ли", "p")]
    if not reflexive:
        return [(word, "m"), *((bare + ending, agree) for ending, agree in rest)]
    tails = ("сь",) if code == "ru" else ("ся", "сь")
    return [(word, "m"), *((bare + ending + tail, agree) for ending, agree in rest for tail in tails)]


def _plural(code: str, word: str) -> str:
    """The third person plural of a present or future: "заявляет" gives "заявляют"."""
    reflexive = "ся" if word.endswith("ся") else ""
    stem = word.removesuffix("ся")
    if code == "uk":
        return _plural_uk(stem, reflexive)
    if stem.endswith("ит"):
        return stem[:-2] + ("ат" if stem[-3:-2] in _SIBILANTS else "ят") + reflexive
    after_vowel = stem[-3:-2] in "аеиоуюя"
    return stem[:-2] + ("ют" if after_vowel else "ут") + reflexive


def _plural_uk(stem: str, reflexive: str) -> str:
    stem = stem.removesuffix("ть") if reflexive and stem.endswith(("еть", "єть")) else stem
    if stem.endswith("ить"):
        base = stem[:-3]
        if base[-1:] in _SIBILANTS:
            return base + "ать" + reflexive
        return base + ("лять" if base[-1:] in _LABIALS else "ять") + reflexive
    if stem.endswith("є"):
        return stem[:-1] + "ють" + reflexive
    return stem[:-1] + "уть" + reflexive
