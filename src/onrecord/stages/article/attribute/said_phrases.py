"""Phrases of saying in a stretch of text: who was told, by what means, where, when.

A stretch is read from left to right. A phrase counts only when it stands at the edge of the attribution's own
words, after a comma, or after another phrase that counts; `settled` then leaves out what rather belongs to
another clause.
"""

from dataclasses import dataclass, field

from onrecord.lang.saying_words import SayingWords
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.text.plainwords import Word, words_in
from onrecord.text.timex import find_timexes
from onrecord.text.timex.words import TimeWords

AFTER, BEFORE, BETWEEN, WITHIN = "after", "before", "between", "within"
_NEXT = 12  # characters in which a short word is looked for
_LONGEST = 10  # words of a noun phrase
_TIME_TAGS = frozenset("MWwUVSPRDYCIQAK")
_BREAKS = ",;:()—–\n"
_OPENING, _CLOSING = '«„“"‘', '»“”"’'
_DATIVE_ARTICLES = frozenset("dem der den einem einer".split())


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


@dataclass(slots=True)
class Found:
    """What was found; the first of each stays. `near` is a place without a name, for want of a better."""

    addressee: Range | None = None
    place: Range | None = None
    time: Range | None = None
    medium: Range | None = None
    near: Range | None = None
    occasion: list[Range] = field(default_factory=list)

    def add(self, name: str, value: Range) -> None:
        """Set a field that is not set yet."""
        match name:
            case "addressee":
                self.addressee = self.addressee or value
            case "place":
                self.place = self.place or value
            case "time":
                self.time = self.time or value
            case "medium":
                self.medium = self.medium or value
            case "near":
                self.near = self.near or value


def read_region(layout: Layout, region: Region, table: SayingWords, times: TimeWords, found: Found) -> None:
    """Add to `found` what a region tells."""
    reader = _Reader(layout, region, table, times)
    for phrase in reader.settled(reader.read()):
        if phrase.value is not None:
            found.add(phrase.field, phrase.value)
        if not phrase.bare:
            found.occasion.append(reader.span(phrase.first, phrase.after))


class _Reader:
    """Reads one region."""

    def __init__(self, layout: Layout, region: Region, table: SayingWords, times: TimeWords) -> None:
        self.text, self.region, self.table = layout.text, region, table
        self.words = words_in(layout.text, region.start, region.end)
        self.timexes = _timexes(layout.text, region, self.words, times)
        self.topic = ""  # "talk", "sent" or "speak": what "with X" and "to X" behind it are about

    def read(self) -> list[Phrase]:
        """The phrases of the region that hang together with its edge or a comma."""
        found: list[Phrase] = []
        at = 0
        linked = self.region.side in (AFTER, BETWEEN, WITHIN) or self.region.opens
        while at < len(self.words):
            linked = linked or self.region.side == WITHIN or self.breaks(at)
            phrase = self._phrase(at) if linked else None
            if phrase is not None:
                found.append(phrase)
                at = phrase.after
                continue
            linked = linked and self.words[at].low in self.table.light
            at += 1
        return found

    def settled(self, phrases: list[Phrase]) -> list[Phrase]:
        """Without those that belong to another clause than the cue's."""
        phrases = [phrase for phrase in phrases if not self._opens_clause(phrase)]
        if self.region.joined:  # "rejected the charges in a statement": what else may be the content's
            return phrases if phrases and phrases[0].first == 0 and phrases[0].field == "medium" else []
        unknown = self._unknown(phrases)
        if self.region.side == BETWEEN and self.region.before_cue and not self.region.after_cue and unknown:
            return [phrase for phrase in phrases if self._is_aside(phrase, phrases)]
        if self.region.side == BEFORE:
            return self._beside(phrases, unknown)
        return phrases

    def _opens_clause(self, phrase: Phrase) -> bool:
        """ "a day after he said": the words are a conjunction's."""
        if phrase.field != "time" or phrase.after >= len(self.words) or self.breaks(phrase.after):
            return False
        return self.words[phrase.after].low in self.table.when

    def _unknown(self, phrases: list[Phrase]) -> list[int]:
        known = {place for phrase in phrases for place in range(phrase.first, phrase.after)}
        light = self.table.light
        return [at for at, word in enumerate(self.words) if at not in known and word.low not in light]

    def _is_aside(self, phrase: Phrase, phrases: list[Phrase]) -> bool:
        """Whether a phrase stands in a group of its own between commas that opens with "speaking"."""
        opened = [other for other in phrases if other.first <= phrase.first and other.speaking]
        return bool(opened) and self.breaks(opened[-1].first)

    def _beside(self, phrases: list[Phrase], unknown: list[int]) -> list[Phrase]:
        """Before the source: no clause of its own may stand between a phrase and the source."""
        limit = 0
        unknown_at = set(unknown)
        for at in unknown:
            opens = at == 0 or self.breaks(at)
            follows = at > 0 and at - 1 not in unknown_at
            if (opens or follows) and not self._goes_on(self.words[at]):
                limit = at
        return [phrase for phrase in phrases if phrase.first >= limit]

    def _goes_on(self, word: Word) -> bool:
        """Whether a word hangs on what stands before it: a preposition, a conjunction, a participle."""
        return word.low in self.table.stops or word.low.endswith(self.table.participles)

    def _phrase(self, at: int) -> Phrase | None:
        """The phrase that begins at `at`."""
        return (
            self._object(at)
            or self._told(at)
            or self._time(at)
            or self._means(at)
            or self._speaking(at)
            or self._place(at)
            or self._span(at)
        )

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
            if (word.low in self.table.stops and not network) or self._timex_at(last) is not None:
                break
            last += 1
        return last

    def _timex_at(self, at: int) -> int | None:
        return self.timexes.get(self.words[at].start) if at < len(self.words) else None

    def span(self, first: int, after: int) -> Range:
        """Offsets of words, with the quotation marks and the dot of an abbreviation that belong to them."""
        start, end = self.words[first].start, self.words[after - 1].end
        if start > self.region.start and self.text[start - 1] in _OPENING:
            start -= 1
        if end < self.region.end and (
            self.text[end] in _CLOSING or (self.text[end] == "." and "." in self.words[after - 1].low)
        ):
            end += 1
        return start, end

    # -- who was told

    def _object(self, at: int) -> Phrase | None:
        """The bare object of "told", right after the cue; who "was told by" somebody, before it."""
        region = self.region
        if at or not (region.after_cue or region.before_cue):
            return None
        if self.text[region.start : self.words[0].start].strip(" \xa0" + _OPENING + "'"):
            return None
        after = self.noun_phrase(0)
        if after == 0 or self._timex_at(0) is not None or not self._can_be_told(after):
            return None
        if any(word.low in self.table.nobody for word in self.words[:after]):
            return None
        if after == 1 and self.words[0].low in self.table.articles - self.table.objects:
            return None
        while after > 1 and self.words[after - 1].low in self.table.links:
            after -= 1
        return Phrase(0, after, "addressee", self.span(0, after), bare=True)

    def _can_be_told(self, after: int) -> bool:
        cue = _cue_words(self.text, self.region.draft)
        table = self.table
        whole = all(word.low in table.auxiliaries for word in self.words[after:])
        if cue and (cue[-1] in table.told_of or cue[-1] in table.to):
            # "tell of | villages" is nobody; "put it to | Global Ledger" is
            spoken = any(word in table.speaking_to for word in cue[:-1])
            return cue[-1] in table.to and spoken and self.region.side != WITHIN
        telling = any(word.startswith(table.telling) for word in cue)
        calling = any(word.startswith(table.calling) for word in cue) or tuple(cue[-2:]) in table.calling_on
        calling = calling or self._is_pair(cue)
        if self.region.before_cue and not self.region.after_cue:
            return (telling or calling) and whole and self._is_passive(cue)
        if table.any_object:
            return telling or calling
        if calling and whole and (self.region.before_content or self.region.before_cue):
            cased = self.text[self.words[0].start].isupper() or self.words[0].low in table.articles
            return cased or table.compounds != "end"
        return telling and self._is_listed(after)

    def _is_pair(self, cue: list[str]) -> bool:
        """ "forderte ... auf": a verb that calls on somebody only with its particle."""
        pairs = self.table.calling_pairs
        return any(second in cue and any(word.startswith(first) for word in cue) for first, second in pairs)

    def _is_passive(self, cue: list[str]) -> bool:
        """ "X was told by": the words before the cue are who was told."""
        table = self.table
        by = any(word in table.by_whom for word in [*cue, *self._behind_cue()])
        return any(word in table.passive for word in cue) and (by or not self.region.draft.source)

    def _is_listed(self, after: int) -> bool:
        """Whether case or a quotation mark tells that the words are who was told."""
        words = [word.low for word in self.words[:after]]
        quoted = self.text[self.words[0].start - 1 : self.words[0].start] in ("«", "„", '"')
        named = self.table.compounds == "end" and self.text[self.words[0].start].isupper()
        behind = bool(self.region.draft.source) and min(self.region.draft.source) < min(self.region.draft.cue)
        return words[0] in self.table.told or self._is_dative(words) or quoted or (named and behind)

    def _behind_cue(self) -> list[str]:
        """The word right behind the cue: "was told | by"."""
        end = max(self.region.draft.cue)[1]
        return [word.low for word in words_in(self.text, end, end + _NEXT)[:1]]

    def _is_telling(self) -> bool:
        cue = _cue_words(self.text, self.region.draft)
        return self.region.side != BEFORE and any(word.startswith(self.table.telling) for word in cue)

    def _is_dative(self, words: list[str]) -> bool:
        endings = self.table.told_endings
        if self.table.compounds == "end":  # German: an article in the dative and a noun that can be told
            return words[0] in _DATIVE_ARTICLES and any(word.endswith(endings) for word in words[1:])
        return len(words[0]) > 4 and words[0].endswith(endings)

    def _told(self, at: int) -> Phrase | None:
        """ "to X", "with X" after a talk, "asked by X", "when X asked"."""
        table, word = self.table, self.words[at].low
        first = at + 1
        if word in table.asking and first < len(self.words) and self.words[first].low in table.by_whom:
            return self._address(at, first + 1)
        if word in table.when:
            after = self.noun_phrase(first)
            asked = first < after < len(self.words) and self.words[after].low in table.asking
            return self._address(at, first) if asked else None
        if word in table.with_whom and self.topic in ("talk", "speak"):
            return self._address(at, first)
        directly = at == 0 and (self.region.after_cue or self.region.side == WITHIN)
        if word in table.to and (self.topic or directly or table.compounds == "end"):
            return self._address(at, first)
        if word in table.to_told and self._is_telling() and first < len(self.words):
            names = [item.low for item in self.words[first : self.noun_phrase(first)]]
            known = any(name in table.told or name.endswith(table.told_endings) for name in names)
            named = word in table.to_any and not any(name.endswith(table.abstract) for name in names[:1])
            named = named and all(
                self.text[item.start].isupper() for item in self.words[first : first + len(names)]
            )
            return self._address(at, first) if known or named else None
        return self._dative(at)

    def _dative(self, at: int) -> Phrase | None:
        """Who is told where case tells it: "am Montag der Agentur Harrow", "в интервью газете"."""
        table = self.table
        if table.any_object or self.breaks(at):
            return None
        names = [item.low for item in self.words[at : self.noun_phrase(at)]]
        if names and (names[0] in table.told or self._is_dative(names)):
            return self._address(at, at) if self.topic == "talk" or self._is_telling() else None
        return None

    def _address(self, at: int, first: int) -> Phrase | None:
        after = self.noun_phrase(first)
        if after <= first or any(word.low in self.table.nobody for word in self.words[first:after]):
            return None
        self.topic = ""
        return Phrase(at, after, "addressee", self.span(first, after))

    # -- when

    def _time(self, at: int) -> Phrase | None:
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
            named = at if self.words[at].low in self.table.parts else first
            return Phrase(at, after, "time", self.span(named, after))
        if first == at or first >= len(self.words) or self.breaks(first):
            return None
        after = self.noun_phrase(first)
        if any(self.table.is_one(word.low, self.table.time_nouns) for word in self.words[first:after]):
            return Phrase(at, after, "time", self.span(first, after))
        return None

    # -- by what means

    def _means(self, at: int) -> Phrase | None:
        table, word = self.table, self.words[at].low
        if word not in table.in_media or at + 1 >= len(self.words) or self._is_agent(at):
            return None
        after = self.noun_phrase(at + 1)
        names = [item.low for item in self.words[at + 1 : after]]
        if not names:
            return None
        if word in table.by:
            return self._by(at, after, names)
        if names[0] in table.networks:
            return self._medium(at, at + 2, "")
        nouns = [place for place, name in enumerate(names) if table.is_one(name, table.media)]
        if not nouns:
            return None
        last = nouns[0] if table.compounds == "begin" else nouns[-1]
        return self._medium(at, at + 2 + last, names[last])

    def _is_agent(self, at: int) -> bool:
        """ "published by the site": who did it, and no means."""
        if self.words[at].low not in self.table.by_whom or at == 0 or not self._goes_on(self.words[at - 1]):
            return False
        names = self.words[at + 1 : self.noun_phrase(at + 1)]
        return not any(self.table.is_one(word.low, self.table.means) for word in names)  # "reached by phone"

    def _by(self, at: int, after: int, names: list[str]) -> Phrase | None:
        """ "by telephone", "through a spokesman", "via the Tavan agency"."""
        nouns = self.table.means + self.table.media
        means = [place for place, name in enumerate(names) if self.table.is_one(name, nouns)]
        if means:
            return self._medium(at, at + 2 + means[-1], names[means[-1]])
        named = any(self.text[word.start].isupper() for word in self.words[at + 1 : after])
        named = named or any(self.table.is_one(name, self.table.voices) for name in names)
        return self._medium(at, after, "") if named and self.words[at].low in self.table.via else None

    def _medium(self, at: int, after: int, noun: str) -> Phrase:
        self.topic = "talk" if noun and self.table.is_one(noun, self.table.talks) else "sent"
        return Phrase(at, after, "medium", self.span(at, after))

    # -- speaking, responding

    def _speaking(self, at: int) -> Phrase | None:
        table, word = self.table, self.words[at].low
        if word in table.addressing and self.noun_phrase(at + 1) > at + 1:
            after = self.noun_phrase(at + 1)
            return Phrase(at, after, "addressee", self.span(at + 1, after), speaking=True)
        if word in table.speaking:
            self.topic = "write" if word in table.writing else "speak"
            return Phrase(at, at + 1, speaking=True)
        if word not in table.responding:
            return None
        after = at + 1
        while after < len(self.words) and not self.breaks(after):
            after += 1
        return Phrase(at, after, "medium", self.span(at, after), speaking=True)

    # -- where

    def _place(self, at: int) -> Phrase | None:
        if self.words[at].low not in self.table.places or at + 1 >= len(self.words):
            return None
        after = self.noun_phrase(at + 1)
        while after > at + 1 and not self._is_place(after - 1):
            after -= 1
        if after > at + 1 and self.topic == "write":  # "writing in the Bell"
            return Phrase(at, after, "medium", self.span(at, after))
        if after > at + 1:
            return Phrase(at, after, "place", self.span(at + 1, after))
        after = self.noun_phrase(at + 1)  # "speaking at a rally | in Kelm"
        if after == at + 1 or not (self.topic or self._is_at(at, after)):
            return None
        return Phrase(at, after, "near" if self._is_at(at, after) else "", self.span(at + 1, after))

    def _is_at(self, at: int, after: int) -> bool:
        """ "at the gate", "outside a shop": a place that has no name; "at the time" is none."""
        words = [word.low for word in self.words[at:after]]
        if len(words) < 3 or words[0] not in self.table.at or words[1] not in self.table.articles:
            return False
        return self.table.no_place.isdisjoint(words)

    def _is_place(self, at: int) -> bool:
        word = self.words[at]
        if self.table.is_one(word.low, self.table.place_nouns):
            return True
        if not self.text[word.start].isupper() or word.low in self.table.not_places:
            return False
        return self.table.compounds != "end" or (at > 0 and self.words[at - 1].low in self.table.places)

    # -- "during the hearing"

    def _span(self, at: int) -> Phrase | None:
        if self.words[at].low not in self.table.spans:
            return None
        after = self.noun_phrase(at + 1)
        if after == at + 1:
            return None
        if any(self.table.is_one(word.low, self.table.talks) for word in self.words[at + 1 : after]):
            self.topic = "talk"
            return Phrase(at, after)
        while after < len(self.words) and self.words[after].low in self.table.span_links:
            further = self.noun_phrase(after + 1)
            if further == after + 1 or self.breaks(after):
                break
            after = further
        return Phrase(at, after)


def _timexes(text: str, region: Region, words: list[Word], times: TimeWords) -> dict[int, int]:
    """Start to end of the time expressions; nothing is looked for where no word of time stands."""
    tags = (times.words.get(word.low, ("_", 0))[0] for word in words)
    if not any(tag in _TIME_TAGS for tag in tags) and not any(word.low[0].isdigit() for word in words):
        return {}
    found = find_timexes(text[region.start : region.end], times, None)
    return {region.start + timex.start: region.start + timex.end for timex in found}


def _cue_words(text: str, draft: Draft) -> list[str]:
    return [word.low for start, end in draft.cue for word in words_in(text, start, end)]
