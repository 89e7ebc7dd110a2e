"""One article as the signs of direction read it: names, figures, what opens it, words of its language.

A `Reading` is a function of one article, a `Meeting` of two; a sign sees a meeting from one side and is
asked again from the other, so that no sign can know which article is which.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from onrecord.data import Span, span_of
from onrecord.lang.background import background_of
from onrecord.lang.other_scripts import romanised
from onrecord.lang.rewriting import Phrases, RewritingWords
from onrecord.lang.rewritings import words_of
from onrecord.stages.corpus.reuse.deixis import Beside, DayWord, day_words, days_beside
from onrecord.stages.corpus.reuse.drafts import RUN
from onrecord.stages.corpus.reuse.figures import Figure, find_figures
from onrecord.stages.corpus.reuse.forms import Habit, Twice, habits_of, spelt_twice
from onrecord.stages.corpus.reuse.sided import Sided, clip
from onrecord.text.align import Link
from onrecord.text.fold import Word
from onrecord.text.shingles import covered
from onrecord.text.stems import stem
from onrecord.text.translit import skeleton
from onrecord.text.wordruns import find_phrases

MAX_NAMES = 400
MAX_QUOTES = 200
QUOTE_RUN = 3
RARE = 0.01
FUNCTION = 0.12
KEY = 6
ALIGNED = 0.2  # least likeness of two sentences that are read beside each other
_VOWELS = frozenset("aeiou")
_OPENS = frozenset('"“„«‘:([—–')

Pairs = Sequence[tuple[tuple[int, ...], tuple[int, ...]]]


KEPT = 256  # readings of articles
LEAST_FIRST = 4  # letters of a word whose first use is looked at


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words ("Hugo Ackroyd"), with the keys by which its words meet in the other text.

    `sure`: it is no ordinary word that has its capital from standing first, or from being a German noun.
    """

    words: tuple[Word, ...]
    keys: tuple[str, ...]
    sure: bool


@lru_cache(maxsize=100_000)
def name_key(folded: str) -> str:
    """What spellings, scripts and endings of a name have in common: its consonants by sound, cut short."""
    sound = skeleton(folded if folded.isascii() else romanised(folded)).replace("c", "k")
    if not sound:
        return folded[:KEY]  # a script that is not transliterated: its names meet as they stand
    kept = sound[:1] + "".join(letter for letter in sound[1:] if letter not in _VOWELS)
    return kept[:KEY]


class Reading:
    """One article read for signs."""

    def __init__(self, side: Sided) -> None:
        self.side = side
        self.language = side.findings.language.code
        self.known: RewritingWords = words_of(self.language)
        self.prior = background_of(self.language)

    @property
    def words(self) -> tuple[Word, ...]:
        """All words of the article."""
        return self.side.profile.draft.words

    @property
    def text(self) -> str:
        """The article's text."""
        return self.side.text

    @cached_property
    def folds(self) -> frozenset[str]:
        """The folded words."""
        return frozenset(word.fold for word in self.words)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """The number of the sentence of each word; -1 outside of all."""
        numbers = [-1] * len(self.words)
        for number, one in enumerate(self.side.profile.draft.sentences):
            for at in range(one.first, one.last):
                numbers[at] = number
        return tuple(numbers)

    @cached_property
    def headings(self) -> frozenset[int]:
        """Numbers of the sentences that are headings."""
        title = self.side.findings.article.title_span
        last = title.end if title else 0
        return frozenset(
            number
            for number, one in enumerate(self.side.profile.draft.sentences)
            if one.heading or (one.start < last and self.side.sentence(number).end <= last)
        )

    @cached_property
    def body(self) -> tuple[int, ...]:
        """Numbers of the sentences that are no headings and have words."""
        return tuple(
            number
            for number, one in enumerate(self.side.profile.draft.sentences)
            if number not in self.headings and one.last > one.first
        )

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All figures."""
        return find_figures(self.words, self.language, self.known)

    @cached_property
    def values(self) -> frozenset[float]:
        """The values of all figures."""
        return frozenset(figure.value for figure in self.figures)

    def commonness(self, word: Word) -> float:
        """How common a word is in the article's language."""
        return self.prior(stem(word.fold, self.language))

    def _is_name(self, at: int) -> bool:
        word = self.words[at]
        if not word.capital or len(word.fold) < 2 or self.known.calendar.holds(word.fold):
            return False
        if word.fold in self.number_words:
            return False
        return self.commonness(word) < (RARE if self.language == "de" or self._is_first(at) else FUNCTION)

    def _is_first(self, at: int) -> bool:
        """Whether a word opens a sentence or a quotation."""
        if at == 0 or self.sentence_of[at] != self.sentence_of[at - 1]:
            return True
        gap = self.text[self.words[at - 1].end : self.words[at].start]
        return any(mark in _OPENS for mark in gap)

    @cached_property
    def number_words(self) -> frozenset[str]:
        """Words that are numbers."""
        return frozenset(word for word, _ in self.known.numbers)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Runs of capitalised words that stand together, in the order of the text; headings left out."""
        runs: list[list[int]] = []
        for at in range(len(self.words)):
            number = self.sentence_of[at]
            if number < 0 or number in self.headings or not self._is_name(at):
                continue
            gap = self.text[self.words[at - 1].end : self.words[at].start] if at else "\n"
            if runs and runs[-1][-1] == at - 1 and gap in (" ", "-", "\u00a0", "‑"):
                runs[-1].append(at)
            elif len(runs) < MAX_NAMES:
                runs.append([at])
            else:
                break
        plain = self.language != "de"
        within = {
            self.words[at].fold
            for run in runs
            for at in run
            if len(run) > 1 or (plain and not self._is_first(at))
        }
        return tuple(
            Name(
                tuple(self.words[at] for at in run),
                tuple(name_key(self.words[at].fold) for at in run),
                any(self.words[at].fold in within for at in run),
            )
            for run in runs
        )

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all words that are written with a capital or stand in names."""
        return frozenset(name_key(word.fold) for word in self.words if word.capital)

    @cached_property
    def quoted(self) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
        """Quotations outside headings: offsets and folded words."""
        draft, at = self.side.profile.draft, 0
        found: list[tuple[int, int, tuple[str, ...]]] = []
        for low, high in draft.quotes:
            while at < len(draft.words) and draft.words[at].start < low:
                at += 1
            first = at
            while at < len(draft.words) and draft.words[at].start < high:
                at += 1
            if first < at and self.sentence_of[first] not in self.headings and len(found) < MAX_QUOTES:
                found.append((low, high, tuple(word.fold for word in draft.words[first:at])))
        return tuple(found)

    @cached_property
    def quoted_runs(self) -> frozenset[tuple[str, ...]]:
        """All runs of three words within quotations."""
        return frozenset(
            words[at : at + QUOTE_RUN]
            for _, _, words in self.quoted
            for at in range(len(words) - QUOTE_RUN + 1)
        )

    def plain(self, sentences: Sequence[int]) -> list[Word]:
        """The words of some sentences that stand outside quotation marks."""
        return [word for number in sentences for word in self._plain[number]]

    @cached_property
    def _plain(self) -> tuple[tuple[Word, ...], ...]:
        """The words outside quotation marks, sentence by sentence."""
        return tuple(self.side.plain_words(at) for at in range(len(self.side.profile.draft.sentences)))

    @cached_property
    def first_uses(self) -> dict[str, tuple[Word, bool]]:
        """For each stem of a word outside headings its first place, and whether "the" stands before it."""
        found: dict[str, tuple[Word, bool]] = {}
        for at in range(1, len(self.words)):
            word = self.words[at]
            if self.sentence_of[at] in self.headings or len(word.fold) < LEAST_FIRST:
                continue
            definite = self.words[at - 1].fold in self.known.definite
            found.setdefault(stem(word.fold, self.language), (word, definite))
        return found

    @cached_property
    def habits(self) -> tuple[Habit, ...]:
        """Forms and marks by which newsrooms differ."""
        return habits_of(self.side)

    @cached_property
    def spelt_twice(self) -> tuple[Twice, ...]:
        """Words that stand in two spellings."""
        return spelt_twice(self.side)

    @cached_property
    def days_told(self) -> dict[int, tuple[DayWord, ...]]:
        """The days that the reporter names, by the number of the sentence."""
        told: dict[int, tuple[DayWord, ...]] = {}
        ranges = tuple((one.start, one.end) for one in self.side.profile.draft.sentences)
        for day in day_words(self.side, ranges):
            told[day.sentence] = (*told.get(day.sentence, ()), day)
        return told

    def phrases(self, found: Sequence[Word], wanted: Phrases) -> Iterator[Span]:
        """Where phrases stand in a row of words."""
        for first, end in find_phrases([word.fold for word in found], wanted):
            yield self.side.span(found[first], found[end - 1])

    def at(self, word: Word, last: Word | None = None) -> Span:
        """The span of a word, or from it to another."""
        return span_of(self.text, word.start, (last or word).end)

    def sentence_at(self, place: int) -> int:
        """The number of the sentence in which an offset lies, or of the next one."""
        sentences = self.side.profile.draft.sentences
        low, high = 0, len(sentences)
        while low < high:
            middle = (low + high) // 2
            if sentences[middle].end <= place:
                low = middle + 1
            else:
                high = middle
        return low

    def in_heading(self, place: int) -> bool:
        """Whether an offset lies in a heading."""
        return self.sentence_at(place) in self.headings

    def after(self, word: Word) -> str:
        """The folded word that follows a word in its sentence, "" without."""
        number = self.sentence_at(word.start)
        if number >= len(self.side.profile.draft.sentences):
            return ""
        return next((one.fold for one in self.side.words(number) if one.start >= word.end), "")

    def near(self, word: Word, size: int = 80) -> str:
        """The sentence around a word, clipped."""
        number = self.sentence_at(word.start)
        if number < len(self.side.profile.draft.sentences):
            return clip(self.side.sentence(number).text, size)
        return clip(self.text[word.start : word.start + size], size)


@dataclass(frozen=True)
class Meeting:
    """Two articles seen from `this`: is there a sign that it is the later of the two?

    `pairs` are aligned sentences (own numbers, the other's); `own` and `theirs` tell of each word
    whether it lies in a run of RUN words that stands in both.
    """

    this: Reading
    other: Reading
    pairs: Pairs
    own: tuple[bool, ...]
    theirs: tuple[bool, ...]

    def turned(self) -> "Meeting":
        """The same seen from the other side."""
        pairs = [(theirs, own) for own, theirs in self.pairs]
        return Meeting(self.other, self.this, pairs, self.theirs, self.own)

    @property
    def across(self) -> bool:
        """Whether the two are in different languages."""
        return self.this.language != self.other.language

    @cached_property
    def met(self) -> tuple[int, ...]:
        """Own sentences that tell what the other tells; the whole body where nothing is aligned, and between
        languages, where what has no counterpart may only have been missed."""
        if self.across:
            return self.this.body
        found = sorted({number for own, _ in self.pairs for number in own})
        return tuple(found) or self.this.body

    @cached_property
    def days_beside(self) -> list[Beside]:
        """Days that both name at the same place; see `deixis.days_beside`."""
        return days_beside(self.pairs, self.this.days_told, self.other.days_told)

    @cached_property
    def met_other(self) -> tuple[int, ...]:
        """The sentences of `other` that tell what this one tells."""
        if self.across:
            return self.other.body
        found = sorted({number for _, theirs in self.pairs for number in theirs})
        return tuple(found) or self.other.body


def sentence_pairs(chain: Sequence[Link]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Chained sentences as (left numbers, right numbers); links that share a sentence are one pair."""
    found: list[tuple[list[int], list[int]]] = []
    for link in chain:
        if found and (found[-1][0][-1] == link.left or found[-1][1][-1] == link.right):
            found[-1][0].append(link.left)
            found[-1][1].append(link.right)
        else:
            found.append(([link.left], [link.right]))
    return [(tuple(dict.fromkeys(left)), tuple(dict.fromkeys(right))) for left, right in found]


@lru_cache(maxsize=KEPT)
def reading_of(side: Sided) -> Reading:
    """The reading of an article, kept while its pairs follow each other."""
    return Reading(side)


def meet(left: Sided, right: Sided, links: Sequence[Link]) -> Meeting:
    """The meeting of two articles whose sentences are linked in one order, seen from the left."""
    one, other = reading_of(left), reading_of(right)
    chain = [
        link
        for link in links
        if link.similarity >= ALIGNED and link.left not in one.headings and link.right not in other.headings
    ]
    runs = left.profile.draft.runs, right.profile.draft.runs
    return Meeting(
        one,
        other,
        sentence_pairs(chain),
        tuple(covered(runs[0], frozenset(runs[1]), RUN, len(one.words))),
        tuple(covered(runs[1], frozenset(runs[0]), RUN, len(other.words))),
    )
