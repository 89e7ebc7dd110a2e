"""Phrases of saying in a stretch of text: who was told, by what means, where, when.

A stretch is read from left to right. A phrase counts only when it stands at the edge of the attribution's own
words, after a comma, or after another phrase that counts; `settled` then leaves out what rather belongs to
another clause.
"""

from dataclasses import dataclass, field

from onrecord.lang.saying_words import SayingWords
from onrecord.stages.article.attribute.circumstances.said_row import (
    AFTER,
    BEFORE,
    BETWEEN,
    WITHIN,
    Phrase,
    Region,
)
from onrecord.stages.article.attribute.circumstances.said_to import SaidTo
from onrecord.stages.article.attribute.draft import Layout, Range
from onrecord.text.timex.words import TimeWords


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


class _Reader(SaidTo):
    """Reads one region."""

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
            if (opens or follows) and not self.goes_on(self.words[at]):
                limit = at
        return [phrase for phrase in phrases if phrase.first >= limit]

    def _phrase(self, at: int) -> Phrase | None:
        """The phrase that begins at `at`."""
        return (
            self.object_told(at)
            or self.phrase_told(at)
            or self._time(at)
            or self._means(at)
            or self._speaking(at)
            or self._place(at)
            or self._span(at)
        )

    def _time(self, at: int) -> Phrase | None:
        first = at
        while first < len(self.words) and first - at < 3 and self.words[first].low in self.table.times:
            if self.timex_at(first) is not None:
                break
            first += 1
        end = self.timex_at(first)
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
        if self.words[at].low not in self.table.by_whom or at == 0 or not self.goes_on(self.words[at - 1]):
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
