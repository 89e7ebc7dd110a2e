"""Words by which a text gives itself away as the later or the earlier telling, in four languages.

From the newsroom's side: a reporter has the exact figure, the full name and who said it; who rewrites
blurs, hedges, varies the verb, speaks of "media reports" and puts colour on. Lists of ordinary words,
taken from no corpus. A trailing `*` makes an entry the beginning of words. Folded as `text.fold` folds.
"""

from dataclasses import dataclass

Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Whole words and beginnings of words."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    def holds(self, word: str) -> bool:
        """Whether a folded word is among them."""
        return word in self.whole or word.startswith(self.stems)


def lexicon(listed: str) -> Lexicon:
    """A lexicon of words written in a row; `*` at the end makes a beginning."""
    entries = listed.split()
    return Lexicon(
        frozenset(entry for entry in entries if not entry.endswith("*")),
        tuple(sorted(entry[:-1] for entry in entries if entry.endswith("*"))),
    )


def phrases(listed: str) -> Phrases:
    """Phrases, one a line or with bars between them."""
    parts = (part.split() for part in listed.replace("\n", "|").split("|"))
    return tuple(tuple(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class RewritingWords:
    """One language.

    `said`: the plain verbs of saying; `telling`: all that marks words as somebody's; `elegant`: verbs
    that a rewriter puts for the plain ones; `hedges`, `hedging`: words and phrases of distance;
    `approximate`: before a figure; `dozens`: counts without a figure; `inflated`: padding; `people`: words
    for a person without a name; `one`: what stands before them; `vague_credit`: "media reported";
    `own_work`: "told this newspaper"; `taken`: "originally published"; `loud`: words of the boulevard;
    `passed`: time seen from further off ("last week"); `fresh`: time seen on the day ("this morning");
    `digest`: headline words of a summary; `calendar`: weekdays and months; `definite`: articles that
    point at something known; `numbers`, `scales`: words for numbers.
    """

    said: Lexicon
    telling: Lexicon
    according: Phrases
    elegant: Lexicon
    hedges: Lexicon
    hedging: Phrases
    approximate: Lexicon
    dozens: Lexicon
    inflated: Lexicon
    people: Lexicon
    one: frozenset[str]
    vague_credit: Phrases
    own_work: Phrases
    taken: Phrases
    loud: Lexicon
    passed: Phrases
    fresh: Phrases
    digest: Phrases
    calendar: Lexicon
    definite: frozenset[str]
    numbers: tuple[tuple[str, int], ...]
    scales: tuple[tuple[str, int], ...]


NOTHING = lexicon("")


def numbered(listed: str, start: int = 2, step: int = 1) -> tuple[tuple[str, int], ...]:
    """(word, value) for number words in order; forms of one number are joined by a slash."""
    rows = []
    for place, forms in enumerate(listed.split()):
        rows += [(form, start + place * step) for form in forms.split("/")]
    return tuple(rows)
