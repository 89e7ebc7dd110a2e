"""A stretch of text as a row of words, with its noun phrases and time expressions."""

from dataclasses import dataclass

from onrecord.lang.saying_words import SayingWords
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.text.plainwords import Word, words_in
from onrecord.text.timex import find_timexes
from onrecord.text.timex.words import TimeWords

AFTER, BEFORE, BETWEEN, WITHIN = "after", "before", "between", "within"
_LONGEST = 10  # words of a noun phrase
_TIME_TAGS = frozenset("MWwUVSPRDYCIQAK")
_BREAKS = ",;:()—–\n"
OPENING, CLOSING = '«„“"‘', '»“”"’'


@dataclass(slots=True)
class Region:
    """A stretch to read for a draft: `side` tells where its own words are (AFTER: on the left; BEFORE: on
    the right; BETWEEN: on both; WITHIN: all round). `after_cue`: it begins behind the cue or the speaker
    behind that; `before_content`, `before_cue`: it ends there; `opens`: it begins a sentence; `joined`: it
    begins behind the content, and nothing sets it off.
    """

    start: int
    end: int
    draft: Draft
    side: str
    after_cue: bool = False
    before_content: bool = False
    before_cue: bool = False
    opens: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `first` to `after` of a region; `field` of the draft that `value` is, "" for none; `speaking`
    opens with a word of it; `bare`: no phrase of its own, but the object of the cue."""

    first: int
    after: int
    field: str = ""
    value: Range | None = None
    speaking: bool = False
    bare: bool = False


class SaidRow:
    """The words of one region. `topic`: "talk", "sent", "speak" or "write": what "with X" and "to X" behind
    a phrase are about."""

    def __init__(self, layout: Layout, region: Region, table: SayingWords, times: TimeWords) -> None:
        self.text, self.region, self.table = layout.text, region, table
        self.words = words_in(layout.text, region.start, region.end)
        self.timexes = _timexes(layout.text, region, self.words, times)
        self.topic = ""

    def breaks(self, at: int) -> bool:
        """Whether a comma or the like stands before a word."""
        start = self.words[at - 1].end if at else self.region.start
        return any(mark in _BREAKS for mark in self.text[start : self.words[at].start])

    def noun_phrase(self, at: int) -> int:
        """The place after a noun phrase that begins at `at`."""
        last = at
        while last < len(self.words) and last - at < _LONGEST:
            word = self.words[last]
            network = word.low in self.table.networks and self.text[word.start].isupper()
            if last > at and (self.breaks(last) or word.low in self.table.light | self.table.subjects):
                break
            if (word.low in self.table.stops and not network) or self.timex_at(last) is not None:
                break
            last += 1
        return last

    def goes_on(self, word: Word) -> bool:
        """Whether a word hangs on what stands before it: a preposition, a conjunction, a participle."""
        return word.low in self.table.stops or word.low.endswith(self.table.participles)

    def timex_at(self, at: int) -> int | None:
        return self.timexes.get(self.words[at].start) if at < len(self.words) else None

    def span(self, first: int, after: int) -> Range:
        """Offsets of words, with the quotation marks and the dot of an abbreviation that belong to them."""
        start, end = self.words[first].start, self.words[after - 1].end
        if start > self.region.start and self.text[start - 1] in OPENING:
            start -= 1
        if end < self.region.end and (
            self.text[end] in CLOSING or (self.text[end] == "." and "." in self.words[after - 1].low)
        ):
            end += 1
        return start, end


def _timexes(text: str, region: Region, words: list[Word], times: TimeWords) -> dict[int, int]:
    """Start to end of the time expressions; nothing is looked for where no word of time stands."""
    tags = (times.words.get(word.low, ("_", 0))[0] for word in words)
    if not any(tag in _TIME_TAGS for tag in tags) and not any(word.low[0].isdigit() for word in words):
        return {}
    found = find_timexes(text[region.start : region.end], times, None)
    return {region.start + timex.start: region.start + timex.end for timex in found}
