"""Who was told: "told X", "to X", "an interview with X", "asked by X", "X was told by"; elsewhere by case."""

from onrecord.stages.article.attribute.circumstances.said_row import BEFORE, OPENING, WITHIN, Phrase, SaidRow
from onrecord.stages.article.attribute.draft import Draft
from onrecord.text.plainwords import words_in

_NEXT = 12  # characters in which a short word is looked for
_DATIVE_ARTICLES = frozenset("dem der den einem einer".split())


class SaidTo(SaidRow):
    """Reads who was told."""

    def object_told(self, at: int) -> Phrase | None:
        """The bare object of "told", right after the cue; who "was told by" somebody, before it."""
        region = self.region
        if at or not (region.after_cue or region.before_cue):
            return None
        if self.text[region.start : self.words[0].start].strip(" \xa0" + OPENING + "'"):
            return None
        after = self.noun_phrase(0)
        if after == 0 or self.timex_at(0) is not None or not self._can_be_told(after):
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

    def phrase_told(self, at: int) -> Phrase | None:
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


def _cue_words(text: str, draft: Draft) -> list[str]:
    return [word.low for start, end in draft.cue for word in words_in(text, start, end)]
