"""Phrases of saying in a stretch of text: who was told, by what means, where, when."""

from dataclasses import dataclass, field

from onrecord.lang.saying_words import SayingWords
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.text.plainwords import Word, words_in
from onrecord.text.timex import find_timexes
from onrecord.text.timex.words import TimeWords

_LONGEST = 10  # words of a noun phrase
_TAIL = 200  # characters of a tail
_TIME_TAGS = frozenset("MWwUVSPRDYCIQ")
_BREAKS = ",;:()—–\n"


@dataclass(slots=True)
class Region:
    """A stretch to read. `after_cue`: it begins right after the cue (or the speaker behind it);
    `before_content`, `before_cue`: it ends there; `loose`: unknown words do not end the reading.
    """

    start: int
    end: int
    draft: Draft | None = None
    after_cue: bool = False
    before_content: bool = False
    before_cue: bool = False
    loose: bool = False


@dataclass(slots=True)
class Found:
    """What was found; the first of each stays."""

    addressee: Range | None = None
    place: Range | None = None
    time: Range | None = None
    medium: Range | None = None
    occasion: list[Range] = field(default_factory=list)


class _Reader:
    """Reads one region from left to right."""

    def __init__(
        self, layout: Layout, region: Region, table: SayingWords, times: TimeWords, found: Found
    ) -> None:
        self.text, self.region, self.table, self.found = layout.text, region, table, found
        self.words = words_in(layout.text, region.start, region.end)
        self.timexes = _timexes(layout.text, region, self.words, times)
        self.topic = ""  # "talk" or "sent": what the last noun of means was, for "with X" and "to X"

    def read(self) -> None:
        at, linked = 0, True
        while at < len(self.words):
            linked = linked or self.region.loose or self._breaks(at)
            after = self._phrase(at) if linked else at
            if after > at:
                at = after
                continue
            linked = linked and self.words[at].low in self.table.light
            at += 1

    def _phrase(self, at: int) -> int:
        """The place after the phrase that begins at `at`; `at` itself where none does."""
        for step in (
            self._object,
            self._told,
            self._time,
            self._means,
            self._speaking,
            self._place,
            self._span,
        ):
            after = step(at)
            if after > at:
                return after
        return at

    def _breaks(self, at: int) -> bool:
        """Whether a comma or the like stands before a word."""
        start = self.words[at - 1].end if at else self.region.start
        return any(mark in _BREAKS for mark in self.text[start : self.words[at].start])

    def _noun_phrase(self, at: int) -> int:
        """The place after a noun phrase that begins at `at`."""
        last = at
        while last < len(self.words) and last - at < _LONGEST:
            word = self.words[last]
            if last > at and self._breaks(last):
                break
            if word.low in self.table.stops and not self._is_network(word):
                break
            if self._timex_at(last) is not None:
                break
            last += 1
        return last

    def _is_network(self, word: Word) -> bool:
        return word.low in self.table.networks and self.text[word.start].isupper()

    def _timex_at(self, at: int) -> int | None:
        return self.timexes.get(self.words[at].start) if at < len(self.words) else None

    def _range(self, first: int, after: int) -> Range:
        start, end = self.words[first].start, self.words[after - 1].end
        if start > self.region.start and self.text[start - 1] in '«„“"‘':
            start -= 1
        if end < self.region.end and self.text[end] in '»“”"’':
            end += 1
        return start, end

    def _take(self, first: int, after: int) -> int:
        self.found.occasion.append(self._range(first, after))
        return after

    # -- who was told

    def _object(self, at: int) -> int:
        """The bare object of "told", right after the cue."""
        region = self.region
        if at or self.found.addressee is not None or not (region.after_cue or region.before_cue):
            return at
        if self.text[region.start : self.words[0].start].strip(" \xa0«„“\"‘'"):
            return at
        if self.words[0].low in self.table.nobody or self._timex_at(0) is not None:
            return at
        after = self._noun_phrase(0)
        if after == 0 or not self._can_be_told(after):
            return at
        self.found.addressee = self._range(0, after)
        return after

    def _can_be_told(self, after: int) -> bool:
        cue = _cue_words(self.text, self.region.draft)
        table = self.table
        telling = any(word.startswith(table.telling) for word in cue)
        calling = any(word.startswith(table.calling) for word in cue)
        if not telling and not calling:
            return False
        if self.region.before_cue and not self.region.after_cue:
            return table.any_object and "by" in cue and after == len(self.words)
        if table.any_object:
            return True
        if calling and self.region.before_content and after == len(self.words):
            return True
        words = [word.low for word in self.words[:after]]
        first = words[0]
        if first in table.told or self._is_dative(words):
            return True
        return self.text[self.words[0].start - 1 : self.words[0].start] in tuple('«„"')

    def _is_dative(self, words: list[str]) -> bool:
        endings = self.table.told_endings
        if self.table.compounds == "end":  # German: an article in the dative and a noun that can be told
            return words[0] in ("dem", "der", "den", "einem", "einer") and any(
                word.endswith(endings) for word in words[1:]
            )
        return len(words[0]) > 4 and words[0].endswith(endings)

    def _told(self, at: int) -> int:
        """ "to X", "with X" after a talk, "asked by X", "when X asked"."""
        table, word = self.table, self.words[at].low
        if word in table.asking and at + 2 < len(self.words) and self.words[at + 1].low in table.by_whom:
            return self._address(at + 2, self._noun_phrase(at + 2), at)
        if word in table.when:
            after = self._noun_phrase(at + 1)
            asked = at + 1 < after < len(self.words) and self.words[after].low in table.asking
            return self._address(at + 1, after, at) if asked else at
        if word in table.with_whom and self.topic in ("talk", "speak"):
            after = self._noun_phrase(at + 1)
            return self._address(at + 1, after, at)
        if word in table.to and (
            self.topic or (at == 0 and self.region.after_cue) or table.compounds == "end"
        ):
            after = self._noun_phrase(at + 1)
            return self._address(at + 1, after, at)
        if self.topic == "talk" and table.compounds == "begin" and not self._breaks(at):
            low = [item.low for item in self.words[at : at + 1]]
            if word in table.told or self._is_dative(low):
                return self._address(at, self._noun_phrase(at), at)
        return at

    def _address(self, first: int, after: int, at: int) -> int:
        if after <= first or self.words[first].low in self.table.nobody:
            return at
        if self.found.addressee is None:
            self.found.addressee = self._range(first, after)
        self.topic = ""
        return self._take(at, after)

    # -- when

    def _time(self, at: int) -> int:
        first = at
        while first < len(self.words) and first - at < 3 and self.words[first].low in self.table.times:
            if self._timex_at(first) is not None:
                break
            first += 1
        end = self._timex_at(first)
        if end is not None:
            after = first + 1
            while after < len(self.words) and self.words[after].start < end:
                after += 1
            return self._set_time(at, first, after)
        if first == at or first >= len(self.words) or self._breaks(first):
            return at
        after = self._noun_phrase(first)
        if any(self.table.is_one(word.low, self.table.time_nouns) for word in self.words[first:after]):
            return self._set_time(at, first, after)
        return at

    def _set_time(self, at: int, first: int, after: int) -> int:
        if self.found.time is None:
            self.found.time = self._range(first, after)
        return self._take(at, after)

    # -- by what means

    def _means(self, at: int) -> int:
        table, word = self.table, self.words[at].low
        if word not in table.in_media or at + 1 >= len(self.words):
            return at
        after = self._noun_phrase(at + 1)
        names = [item.low for item in self.words[at + 1 : after]]
        if not names:
            return at
        if word in table.by:
            return self._by(at, after, names)
        if names[0] in table.networks:
            return self._set_medium(at, at + 2, "")
        nouns = [n for n, name in enumerate(names) if table.is_one(name, table.media)]
        if nouns:
            last = nouns[0] if table.compounds == "begin" else nouns[-1]
            return self._set_medium(at, at + 2 + last, names[last])
        return at

    def _by(self, at: int, after: int, names: list[str]) -> int:
        """ "by telephone", "through a spokesman", "via the Tavan agency"."""
        nouns = self.table.means + self.table.media
        means = [n for n, name in enumerate(names) if self.table.is_one(name, nouns)]
        if means:
            return self._set_medium(at, at + 2 + means[-1], names[means[-1]])
        named = any(not _lower_first(self.text, word) for word in self.words[at + 1 : after])
        return self._set_medium(at, after, "") if named and self.words[at].low in self.table.via else at

    def _set_medium(self, at: int, after: int, noun: str) -> int:
        if self.found.medium is None:
            self.found.medium = self._range(at, after)
        self.topic = "talk" if noun and self.table.is_one(noun, self.table.talks) else "sent"
        return self._take(at, after)

    # -- speaking, responding

    def _speaking(self, at: int) -> int:
        table, word = self.table, self.words[at].low
        if word in table.speaking:
            self.topic = "speak"
            return self._take(at, at + 1)
        if word in table.responding:
            after = at + 1
            while after < len(self.words) and not self._breaks(after):
                after += 1
            if self.found.medium is None:
                self.found.medium = self._range(at, after)
            return self._take(at, after)
        return at

    # -- where

    def _place(self, at: int) -> int:
        table, word = self.table, self.words[at].low
        if word not in table.places or at + 1 >= len(self.words):
            return at
        after = self._noun_phrase(at + 1)
        if after == at + 1 or not any(self._is_place(place) for place in range(at + 1, after)):
            return at
        if self.found.place is None:
            self.found.place = self._range(at + 1, after)
        return self._take(at, after)

    def _is_place(self, at: int) -> bool:
        word = self.words[at]
        if self.table.is_one(word.low, self.table.place_nouns):
            return True
        if _lower_first(self.text, word) or word.low in self.table.not_places:
            return False
        return self.table.compounds != "end" or (at > 0 and self.words[at - 1].low in self.table.places)

    # -- "during the hearing"

    def _span(self, at: int) -> int:
        if self.words[at].low not in self.table.spans:
            return at
        after = self._noun_phrase(at + 1)
        if after == at + 1:
            return at
        while after < len(self.words) and not self._breaks(after) and self._timex_at(after) is None:
            after += 1
        return self._take(at, after)


def read_region(layout: Layout, region: Region, table: SayingWords, times: TimeWords, found: Found) -> None:
    """Add to `found` what a region tells."""
    _Reader(layout, region, table, times, found).read()


def speaking_tail(layout: Layout, start: int, end: int, table: SayingWords) -> Range | None:
    """What a part ends with when that opens, after a comma outside quotations, with a word of speaking."""
    text = layout.text
    low = max(start, end - _TAIL)
    comma = text.rfind(",", low, end)
    while comma >= 0:
        first = next(iter(words_in(text, comma, min(end, comma + 30))), None)
        if first is not None and first.low in table.speaking | table.responding:
            return (comma + 1, end) if layout.quotation_at(comma + 1) is None else None
        comma = text.rfind(",", low, comma)
    return None


def _timexes(text: str, region: Region, words: list[Word], times: TimeWords) -> dict[int, int]:
    if not any(
        times.words.get(word.low, ("_", 0))[0] in _TIME_TAGS or word.low[0].isdigit() for word in words
    ):
        return {}
    part = text[region.start : region.end]
    found = find_timexes(part, times, None)
    return {region.start + timex.start: region.start + timex.end for timex in found}


def _cue_words(text: str, draft: Draft | None) -> list[str]:
    if draft is None:
        return []
    return [word.low for start, end in draft.cue for word in words_in(text, start, end)]


def _lower_first(text: str, word: Word) -> bool:
    return not text[word.start].isupper()
