"""What the words of a cue tell, by language: its class, and whether the words were really said.

Class words are those of `onrecord.data.CueClass`, as plain strings. Languages differ in how forms are
looked up: English by lemma (a few endings are taken off), the others by the beginning of a word.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def spread(classes: Mapping[str, str]) -> dict[str, str]:
    """{"say": "say tell", ...} as {"say": "say", "tell": "say", ...}."""
    return {word: name for name, words in classes.items() for word in words.split()}


def phrases(classes: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """{"demand": ("call for",)} as {"call": ((("call", "for"), "demand"),)}: longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, listed in classes.items():
        for phrase in listed:
            row = tuple(phrase.split())
            table.setdefault(row[0], []).append((row, name))
    return {
        first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for first, rows in table.items()
    }


def words(text: str) -> frozenset[str]:
    """The words of a string as a set."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """One language. Forms are lower case; `lemmas` gives what a form is to be looked up under.

    `verbs`, `nouns`: class by lemma; `phrases`: class by lemmas in a row, under the first of them; `raising`:
    verbs that leave the class to the verb after them; `told_to`: verbs that demand with an object
    and an infinitive; `opened`: class by first word of the content, then by
    lemma ("asked | to": a demand); `doubly`: class of verbs that say something just when negated ("did
    not rule out").

    Negation: `negations` before a cue; `not_negations`: words after which one is none ("not only");
    `nothing`: two words that open a content that is none;
    `yet`: pairs of words that are one ("yet to");
    `nobody`: first words of a source that is nobody; `withheld`: verbs that keep from saying ("refused to
    say"); `denying`: verbs whose object was not said, if the same party (`pronouns`) says it.

    Not yet said: `future` auxiliaries (where `infinitive` is given: with one of its forms), `future_forms` of
    verbs, `to_be` with one of `to` ("is to say"), `expected`: words that foretell an infinitive; `modal`
    auxiliaries (with one of `like` behind them they are none), `enclitic` behind the cue, `irreal`
    conjunctions, `turned`: what opens a condition without one ("Had he said"), `wanted`: words after which an
    infinitive is not yet done.

    Questions: `asking` verbs, `asked`: words that open what is asked; `inverted`: words that open a
    sentence with a question mark; `particle`: a word that makes a question wherever it stands;
    `open_question`: conjunctions of one ("whether X said so is unclear").

    `carriers`: nouns of outlets and documents: what these say they report, unless one of `persons` stands
    beside them before one of `links`.
    """

    lemmas: Callable[[str], tuple[str, ...]]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    raising: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    not_negations: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
    nothing: frozenset[tuple[str, ...]] = frozenset()
    yet: frozenset[tuple[str, str]] = frozenset()
    denying: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    future_forms: frozenset[str] = frozenset()
    modal: frozenset[str] = frozenset()
    expected: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()
    like: frozenset[str] = frozenset()
    irreal: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    inverted: frozenset[str] = frozenset()
    particle: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    told_to: frozenset[str] = frozenset()
    to_be: frozenset[str] = frozenset()
    infinitive: re.Pattern[str] | None = None
    enclitic: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()
    doubly: Mapping[str, str] = field(default_factory=dict)
    open_question: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    carriers: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    opened: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def by_beginning(stems: Mapping[str, str]) -> Callable[[str], tuple[str, ...]]:
    """A lookup that gives the longest of `stems` that a form begins with, else the form itself."""
    longest = max((len(stem) for stem in stems), default=0)

    def lemmas(form: str) -> tuple[str, ...]:
        for length in range(min(longest, len(form)), 1, -1):
            if form[:length] in stems:
                return (form, form[:length])
        return (form,)

    return lemmas
